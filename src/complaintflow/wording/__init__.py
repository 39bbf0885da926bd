"""What a text says: whether it claims that the problem is solved, or denies it; in Chinese and English."""

from complaintflow.wording.affirmation import UNCLEAR, find_no_agreement, find_no_yes
from complaintflow.wording.claims import Reading, claims_by_phrase, claims_solved, read_claims
from complaintflow.wording.denial import find_denial, find_reservation
from complaintflow.wording.folding import fold
from complaintflow.wording.jargon import find_unexplained
from complaintflow.wording.thanks import mere_thanks, wants_more

__all__ = [
    "UNCLEAR",
    "Reading",
    "claims_by_phrase",
    "claims_solved",
    "find_denial",
    "find_no_agreement",
    "find_no_yes",
    "find_reservation",
    "find_unexplained",
    "fold",
    "mere_thanks",
    "read_claims",
    "wants_more",
]
