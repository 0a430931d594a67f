"""Two companies of ours become one, because a person says that they are. Nothing that points at either is lost."""

from sqlalchemy import Column, Table, UniqueConstraint, and_, delete, select, update
from sqlmodel import Session, SQLModel, col
from sqlmodel import select as select_rows

from storage.tables import CompanyAliasRow, CompanyRow, ParentRow, SanctionRow


def merge(db: Session, own: int, into: int, *, source: str) -> None:
    """Give all of one company to another, its name as an alias, and take it away; `source` says who says so, and when.

    Raises LookupError when one of them is not there any more.
    """
    row, target = db.get(CompanyRow, own), db.get(CompanyRow, into)
    if row is None or target is None or own == into:
        raise LookupError("one of the two companies is not there any more: it was joined with another one before")
    for sanction in db.exec(select_rows(SanctionRow).where(SanctionRow.company_id == own)):
        sanction.company_id = into  # Through the session, which keeps the sums.
    db.flush()
    for column in _pointing():
        _move(db, column, own, into)
    db.execute(delete(ParentRow).where(col(ParentRow.company_id) == col(ParentRow.parent_id)))
    key, name = row.key, row.name
    db.delete(row)
    db.flush()
    if db.exec(select_rows(CompanyAliasRow).where(CompanyAliasRow.key == key)).first() is None:
        db.add(CompanyAliasRow(company_id=into, key=key, name=name, valid_from=None, valid_to=None, source=source))
        db.flush()


def _pointing() -> list[Column[int]]:
    """Every column that holds a company."""
    keys = [key for table in SQLModel.metadata.sorted_tables for key in table.foreign_keys]
    return [key.parent for key in keys if key.column.table.name == CompanyRow.__tablename__]


def _move(db: Session, column: Column[int], own: int, into: int) -> None:
    """Let the rows point at the other company; one that says then what another one says already is taken away."""
    for together in _uniques(column.table, column):
        other = column.table.alias()
        same = [other.c[each.name] == column.table.c[each.name] for each in together if each is not column]
        twin = select(1).select_from(other).where(other.c[column.name] == into, *same).exists()
        db.execute(delete(column.table).where(and_(column == own, twin)))
    db.execute(update(column.table).where(column == own).values({column.name: into}))


def _uniques(table: Table, column: Column[int]) -> list[list[Column[int]]]:
    """The sets of columns that may stand but once and hold this one."""
    sets = [list(table.primary_key.columns)]
    sets += [list(each.columns) for each in table.constraints if isinstance(each, UniqueConstraint)]
    return [together for together in sets if any(each is column for each in together)]
