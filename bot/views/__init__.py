"""Values to messages. Pure."""
