"""What a text says: whether it claims that the problem is solved. Phrase rules, in Chinese and English."""

from complaintflow.wording._simplified import SIMPLIFIED
from complaintflow.wording.claims import Reading, claims_solved, read_claims
from complaintflow.wording.folding import fold

__all__ = ["SIMPLIFIED", "Reading", "claims_solved", "fold", "read_claims"]
