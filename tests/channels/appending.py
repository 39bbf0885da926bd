"""A process that appends messages to a file: what the tests of the file channel start.

`python -m tests.channels.appending PATH COUNT [ROOM]` says for each message what came of it.
ROOM is how long a file may be.
"""

from __future__ import annotations

import sys

from complaintflow.channels import FileChannel
from tests.channels.messages import to_customer


def main() -> None:
    path, count, *room = sys.argv[1:]
    if room:
        import resource

        resource.setrlimit(resource.RLIMIT_FSIZE, (int(room[0]), int(room[0])))
    channel = FileChannel(path)
    for number in range(int(count)):
        try:
            channel.send(to_customer(id=f"M{number}"))
        except OSError as error:
            print("failed", error.strerror, flush=True)
        else:
            print("recorded", number, flush=True)


if __name__ == "__main__":
    main()
