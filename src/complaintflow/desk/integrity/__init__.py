"""Whether what is stored can be trusted. `checking` walks through everything once, and asks each of the others.

`histories` has the chains, `snapshots` what is derived from them, `sheets` what figures read of days, `looks` the
clocks, `letters` the outbox, `ledger` the order of all events, `names` what keys and policies stand for. What the store
is made of, the store itself checks.
"""

from complaintflow.desk.integrity.checking import Erased, Integrity, check_all, check_one, check_since
from complaintflow.desk.integrity.ledger import anchor_faults, parse_anchor

__all__ = ["Erased", "Integrity", "anchor_faults", "check_all", "check_one", "check_since", "parse_anchor"]
