"""What can go wrong in the bot itself, each error named for what to do about it."""


class BotError(Exception):
    """Root of everything the bot raises. `str()` is one clear sentence for a person."""


class SettingsError(BotError):
    """A setting is unknown or cannot be used: nothing was started (exit 2)."""


class DeliveryError(BotError):
    """A message could not be handed over."""


class RetryLaterError(DeliveryError):
    """The other side is away or asks us to wait: keep the promise. `after` is in seconds, None where it did not say."""

    def __init__(self, reason: str, after: float | None = None) -> None:
        super().__init__(reason)
        self.after = after


class GiveUpError(DeliveryError):
    """The destination refuses this message for good (no access, no such channel): tell the operator, go on."""
