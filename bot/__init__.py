"""The face of finewatch, and the only place that puts the parts together."""
