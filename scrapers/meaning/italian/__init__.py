"""Italian: what a measure of the Garante, or news of one, decides. Words in, `Account` out; no pages, no storage."""

from scrapers.meaning.italian.reader import read

__all__ = ["read"]
