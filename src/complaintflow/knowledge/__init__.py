"""R31, R45: answers that helped before, found by full text search in archived complaints and in a folder of pages."""

from complaintflow.knowledge.articles import Article, article_of, read_articles
from complaintflow.knowledge.index import AnswerIndex, IndexChanges
from complaintflow.knowledge.proposals import AnswerProposals

__all__ = ["AnswerIndex", "AnswerProposals", "Article", "IndexChanges", "article_of", "read_articles"]
