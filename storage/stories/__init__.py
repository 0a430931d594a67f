"""What happened, in order: of one company, in one week."""
