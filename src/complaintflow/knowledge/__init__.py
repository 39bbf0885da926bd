"""R31: answers that helped before, found by full text search in archived complaints and in a folder of pages."""

from complaintflow.knowledge.articles import Article, article_of, read_articles
from complaintflow.knowledge.index import AnswerIndex, IndexChanges

__all__ = ["AnswerIndex", "Article", "IndexChanges", "article_of", "read_articles"]
