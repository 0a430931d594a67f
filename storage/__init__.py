"""Remember decisions, promises and visits. Knows nothing of HTML or Discord."""
