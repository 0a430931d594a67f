"""A tar.gz to the members that are wanted, one at a time; nothing is ever written to disk."""

import gzip
import io
import tarfile
import zlib
from collections.abc import Iterator
from fnmatch import fnmatchcase

from scrapers.errors import BrokenDocumentError, NotAvailableError, TooLargeError

BROKEN = (tarfile.TarError, OSError, EOFError, zlib.error)


class _Capped(gzip.GzipFile):
    """Decompression that refuses to hand out more than `most` bytes at once: a header may lie about its size."""

    def __init__(self, body: bytes, url: str, most: int) -> None:
        super().__init__(fileobj=io.BytesIO(body), mode="rb")
        self.url = url
        self.most = most

    def read(self, size: int | None = -1) -> bytes:
        if size is not None and size > self.most:
            raise TooLargeError(self.url, f"a part of the archive has {size} bytes, more than {self.most}")
        return super().read(size)


def members(
    body: bytes, url: str, pattern: str, *, max_member: int = 5_000_000, max_total: int = 2_000_000_000
) -> Iterator[tuple[str, bytes]]:
    """Name and content of each file whose name matches the glob `pattern` (its `*` also crosses `/`), in their order.

    `max_member` caps the bytes of one file, `max_total` those of the whole archive, both unpacked. Raises
    NotAvailableError for HTML in its place, BrokenDocumentError for no archive or a cut one, TooLargeError.
    """
    if body.lstrip()[:1] == b"<":
        raise NotAvailableError(url, "expected a tar.gz archive, found a page")
    try:
        with tarfile.open(fileobj=_Capped(body, url, max_member + tarfile.BLOCKSIZE), mode="r:") as archive:
            for member in archive:
                if member.offset_data + member.size > max_total:
                    raise TooLargeError(url, f"the archive unpacks to more than {max_total} bytes")
                if member.isfile() and fnmatchcase(member.name, pattern):
                    yield member.name, _content(archive, member, url, max_member)
    except BROKEN as error:
        raise BrokenDocumentError(url, f"the archive cannot be read: {error}") from error


def _content(archive: tarfile.TarFile, member: tarfile.TarInfo, url: str, most: int) -> bytes:
    if member.size > most:
        raise TooLargeError(url, f"{member.name} has {member.size} bytes, more than {most}")
    file = archive.extractfile(member)
    return file.read() if file else b""
