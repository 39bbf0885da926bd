"""How much of what comes in is looked at. Whoever sends decides on its size, and never on the time that reading takes.

Nothing beyond a limit is dropped in silence: parts beyond it stand in one attachment, a cut text says so, and a header
beyond it counts as none.
"""

from __future__ import annotations

MAIL_BYTES = 64 * 2**20
"""What follows in a longer mail is one attachment."""
FIELDS = 500
"""How many headers of a mail, or of one of its parts, are looked at."""
VALUE_BYTES = 2_000
"""How much of one header is looked at."""
LONG_VALUE_BYTES = 16_000
"""How much of a header is looked at that grows: with each letter (`References`), with each signature."""
PARTS = 200
"""How many parts a mail has, in all. What follows is one more part, a file."""
DEPTH = 16
"""How deep parts lie within parts. What lies deeper is a file."""
REFERENCES = 50
"""How many messages that it answers are looked at."""
BOUNDARY = 200
"""The longest line that divides parts; RFC 2046 allows 70."""
TEXT_BYTES = 200_000
"""How much of the plain text of a mail is read."""
HTML_BYTES = 400_000
"""How much of the HTML of a mail is read: mail programs write many tags for few words."""
WEBHOOK_BYTES = 2**20
"""The longest body of a signed request."""
REPORT_BYTES = 200_000
"""How much of a server's report is looked at, in all."""
COPY_BYTES = 20_000
"""How much of a mail that came back is looked through for its id."""
RECIPIENTS = 200
"""How many recipients of a report are looked at."""
SERVER_WORDS = 5_000
"""How many characters of what a server wrote are looked at."""
SECOND_OPINION = 5_000
"""How many characters of a mail another library is shown: its patterns take time by the square of the length."""
