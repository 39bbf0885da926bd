"""What a text says: whether it claims that the problem is solved. Phrase rules, in Chinese and English."""

from complaintflow.wording.claims import claims_solved

__all__ = ["claims_solved"]
