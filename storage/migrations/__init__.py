"""Every step of the tables since the first; a step is never edited after it was merged, and imports no live code."""
