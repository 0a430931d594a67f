"""Decisions found by words and facts, and suggestions while somebody types."""
