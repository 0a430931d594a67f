"""Turn an authority's pages into decisions. Never stores, never posts."""
