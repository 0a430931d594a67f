"""One file per authority: pure functions and facts. Found by `scrapers.registry`, registered nowhere."""
