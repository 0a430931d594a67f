"""Words to meaning: pure functions on strings."""
