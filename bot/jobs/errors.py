"""What can go wrong when a message is handed over, each error named for what to do about it."""


class DeliveryError(Exception):
    """Root of all. `str()` is one clear sentence for a person."""


class RetryLaterError(DeliveryError):
    """The other side is away or asks us to wait: keep the promise. `after` is in seconds, None where it did not say."""

    def __init__(self, reason: str, after: float | None = None) -> None:
        super().__init__(reason)
        self.after = after


class GiveUpError(DeliveryError):
    """The message is refused for good (no access, no such channel, not valid): tell the operator, go on."""


class NoAccessError(DeliveryError):
    """The channel is gone or closed to the bot: keep the promise, try rarely, and tell a person who can open it."""
