"""What a Greek text of the Hellenic DPA decides. Reads one passage at a time; fetches nothing, stores nothing."""

from scrapers.meaning.greek.reading import read

__all__ = ["read"]
