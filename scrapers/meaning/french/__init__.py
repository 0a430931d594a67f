"""Reading the French of the CNIL: deliberations, press releases, titles."""

from scrapers.meaning.french.reading import read

__all__ = ["read"]
