"""What can go wrong while reading an authority, each error named for what to do about it. All carry their data."""


class ScraperError(Exception):
    """Root of everything that scraping raises. `str()` is one clear line for a person."""


class FetchError(ScraperError):
    """The page could not be had now: wait and try again later."""

    def __init__(self, url: str, reason: str) -> None:
        super().__init__(f"{url}: {reason}")
        self.url = url
        self.reason = reason


class RateLimitedError(FetchError):
    """The host asks us to wait: come back after `retry_after` seconds (None: it did not say)."""

    def __init__(self, url: str, reason: str, retry_after: float | None = None) -> None:
        super().__init__(url, reason)
        self.retry_after = retry_after


class BlockedError(FetchError):
    """The host refuses us (403, a challenge page): stop and tell a person; trying harder makes it worse."""


class TooLargeError(FetchError):
    """The body passes the size cap: a person must look, nothing was kept."""


class MissingError(FetchError):
    """The host says that this page does not exist (404, 410)."""


class PageError(ScraperError):
    """The page came, but is not what it should be. `reason` says what was expected and what was found."""

    def __init__(self, url: str, reason: str) -> None:
        super().__init__(f"{url}: {reason}")
        self.url = url
        self.reason = reason


class NotAvailableError(PageError):
    """A 200 that says "not available", an error page in the place of the document: try again later."""


class LayoutChangedError(PageError):
    """A selector found none or too many: a person must adapt the authority's file."""


class BrokenDocumentError(PageError):
    """A PDF, XML or archive that cannot be opened, or holds no text: a person must read it."""


class BrokenReaderError(ScraperError):
    """The authority's own code fails on this item: a person must mend the reader. `__cause__` is what was raised."""

    def __init__(self, key: str, what: str) -> None:
        super().__init__(f"the reader fails on {key}: {what}")
        self.key = key
        self.what = what


class UnreadableValueError(ScraperError):
    """A word, number or date for which there is no rule: a person must add one, or answer."""

    def __init__(self, what: str, words: str) -> None:
        super().__init__(f"no rule to read {what} from “{words}”")
        self.what = what
        self.words = words
