"""What all slash commands share: discord.py on one side, our values on the other."""
