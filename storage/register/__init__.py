"""Our companies as rows: which one a party is, what is asked about them, who tracks them."""
