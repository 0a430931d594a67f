"""What is done at a beat: polling, delivering. Asynchronous functions that know nothing of Discord."""
