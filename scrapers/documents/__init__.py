"""Bytes to elements or text. Strict: an empty answer is an error."""
