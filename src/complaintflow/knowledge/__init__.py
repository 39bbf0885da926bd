"""R31: answers that helped before, found by full text search in archived complaints and in a folder of pages."""

from complaintflow.knowledge.articles import Article, of_complaint, of_folder
from complaintflow.knowledge.index import AnswerIndex, Renewed

__all__ = ["AnswerIndex", "Article", "Renewed", "of_complaint", "of_folder"]
