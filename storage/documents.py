"""The raw bytes behind a decision, compressed, each once. Reads nothing in them."""

import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from sqlmodel import Session, col, select

from storage.tables import BodyRow, DocumentRow


@dataclass(frozen=True)
class Document:
    """One document as fetched; `form` is the word of the passage read from it."""

    url: str
    form: str
    body: bytes
    content_type: str
    fetched_at: datetime


def keep(db: Session, decision_id: int, documents: Iterable[Document]) -> None:
    """Keep documents of a decision; bytes already kept at this address are not kept again."""
    for document in documents:
        digest = sha256(document.body).hexdigest()
        if db.get(BodyRow, digest) is None:
            db.add(BodyRow(sha256=digest, packed=zlib.compress(document.body)))
            db.flush()
        if not _is_kept(db, decision_id, document.url, digest):
            db.add(DocumentRow(decision_id=decision_id, url=document.url, form=document.form, sha256=digest,
                               content_type=document.content_type, fetched_at=document.fetched_at))  # fmt: skip
            db.flush()


def of(db: Session, decision_id: int) -> list[Document]:
    """The documents of a decision in the order in which they were fetched."""
    rows = select(DocumentRow, BodyRow).where(DocumentRow.decision_id == decision_id)
    pairs = db.exec(rows.where(DocumentRow.sha256 == BodyRow.sha256).order_by(col(DocumentRow.id)))
    return [
        Document(row.url, row.form, zlib.decompress(body.packed), row.content_type, row.fetched_at)
        for row, body in pairs
    ]


def _is_kept(db: Session, decision_id: int, url: str, digest: str) -> bool:
    same = select(DocumentRow.id).where(
        DocumentRow.decision_id == decision_id, DocumentRow.url == url, DocumentRow.sha256 == digest
    )
    return db.exec(same).first() is not None
