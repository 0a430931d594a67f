"""What English texts of a data protection authority say: notices, register pages, rulings and news. Pure."""

from scrapers.meaning.english.reading import read

__all__ = ["read"]
