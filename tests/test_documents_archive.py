"""Members of a tar.gz, one at a time, and no archive that is broken or unpacks without end."""

import io
import tarfile

import pytest

from scrapers.documents.archive import members
from scrapers.errors import BrokenDocumentError, NotAvailableError, TooLargeError

ADDRESS = "https://echanges.dila.gouv.fr/OPENDATA/CNIL/CNIL_20260507-213433.tar.gz"
ONE, TWO = "20260507/cnil/a/CNILTEXT000001.xml", "20260507/cnil/b/CNILTEXT000002.xml"


def packed(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w:gz") as archive:
        for name, content in files.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(content)
            archive.addfile(entry, io.BytesIO(content))
    return out.getvalue()


def test_members_that_match_come_in_their_order_and_the_others_do_not() -> None:
    body = packed({"20260507/liste.dat": b"x", TWO: b"<b/>", ONE: b"<a/>"})
    assert list(members(body, ADDRESS, "*/CNILTEXT*.xml")) == [(TWO, b"<b/>"), (ONE, b"<a/>")]


def test_the_first_member_is_there_before_the_last_was_unpacked() -> None:
    noise = bytes(value * value % 251 for value in range(200_000))
    cut = packed({ONE: b"<a/>", "noise": noise, TWO: b"<b/>"})[:-200]
    found = members(cut, ADDRESS, "*.xml")
    assert next(found) == (ONE, b"<a/>")
    with pytest.raises(BrokenDocumentError, match="cannot be read"):
        next(found)


@pytest.mark.parametrize(
    "body",
    [b"", b"not an archive", packed({ONE: b"<a/>"})[:-30], packed({ONE: b"<a/>"})[:20]],
    ids=["empty", "foreign", "cut at the end", "cut at the beginning"],  # an archive holds the time: no stable name
)
def test_a_cut_or_foreign_archive_is_broken(body: bytes) -> None:
    with pytest.raises(BrokenDocumentError, match="cannot be read"):
        list(members(body, ADDRESS, "*"))


def test_a_page_in_the_place_of_an_archive_is_not_available() -> None:
    with pytest.raises(NotAvailableError):
        list(members(b"<!DOCTYPE html><html></html>", ADDRESS, "*"))


def test_a_member_over_the_cap_is_refused() -> None:
    with pytest.raises(TooLargeError, match="2000 bytes, more than 1000"):
        list(members(packed({ONE: b"x" * 2000}), ADDRESS, "*", max_member=1000))


def test_an_archive_that_unpacks_past_the_cap_is_refused_though_nothing_in_it_matches() -> None:
    body = packed({f"{number}.dat": bytes(1_000_000) for number in range(4)})
    with pytest.raises(TooLargeError, match="unpacks to more than 3000000"):
        list(members(body, ADDRESS, "*.xml", max_total=3_000_000))


def test_a_header_that_hides_a_large_body_is_refused_before_it_is_read() -> None:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w:gz", format=tarfile.PAX_FORMAT) as archive:
        archive.addfile(tarfile.TarInfo("a" * 3_000_000))
    with pytest.raises(TooLargeError, match="a part of the archive"):
        list(members(out.getvalue(), ADDRESS, "*", max_member=1_000_000))


def test_a_link_is_not_followed() -> None:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w:gz") as archive:
        entry = tarfile.TarInfo("secret.xml")
        entry.type, entry.linkname = tarfile.SYMTYPE, "/etc/hostname"
        archive.addfile(entry)
    assert list(members(out.getvalue(), ADDRESS, "*")) == []
