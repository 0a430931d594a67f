"""What names of companies say: their key, their legal form, who they are known to be. Pure, knows no row."""
