"""One more name of a company, because a person says so. Knows nothing of how names are compared."""

from sqlmodel import Session

from storage.names.known_companies import identity
from storage.register import companies, company_merging
from storage.tables import CompanyAliasRow, CompanyRow


class AliasError(ValueError):
    """The name cannot be an alias of that company; `str()` is one sentence that says why."""


def add(db: Session, name: str, company: str, *, source: str) -> None:
    """Let `name` be another name of a company of ours, which gets whatever stands under that name so far.

    `source` says who says so, and when. Raises UnknownCompanyError for a company that we do not have, AliasError for a
    name that names nobody, or another company beside its own name.
    """
    if not companies.names_somebody(name):
        raise AliasError(f"“{name}” names nobody, so it is no other name of a company")
    target, own = companies.known(db, company), companies.find(db, name)
    if own is None:
        db.add(
            CompanyAliasRow(
                company_id=target.id, key=identity(name), name=name, valid_from=None, valid_to=None, source=source
            )
        )
        db.flush()
    elif own.id != target.id:
        if db.get_one(CompanyRow, own.id).key != identity(name):
            raise AliasError(f"“{name}” is another name of “{own.name}” already")
        company_merging.merge(db, own.id, target.id, source=source)
