"""What do reports say? Events and claims with who says them, read by an own grammar over closed tables.

Nothing is guessed from a place or a habit; what the words don't say stays open, and every value leads to its passage.
"""

from legation.extraction.news.report import extract_news

RULES_VERSION = "news-6"
"""Version of the rules; a new one reads the same bytes again."""

__all__ = ["RULES_VERSION", "extract_news"]
