"""What a text says: whether it claims that the problem is solved. Phrase rules, in Chinese and English."""

from complaintflow.wording.claims import Reading, claims_solved, read_claims

__all__ = ["Reading", "claims_solved", "read_claims"]
