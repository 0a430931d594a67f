"""What an import did, in words. Pure."""

from storage.exchange.importing import Report


def progress(report: Report) -> str:
    """How far it is."""
    return f"{report.rows:,} rows read: {_counts(report)}"


def sentences(report: Report, seconds: float) -> list[str]:
    """The whole report: the counts, what was taken for granted, and each reason for a refusal with its rows."""
    said = [f"{report.rows:,} rows in {seconds:.1f} s: {_counts(report)}. Nobody is told: it is history."]
    if report.repeated:
        said.append(f"{report.repeated:,} of the known ones are acts that were stored from elsewhere.")
    if report.either_days:
        said.append(f"{report.either_days:,} are dated “decision or publication”: taken as the day of the decision.")
    if report.refused:
        said.append("Refused, and why:")
    return said + [f"{count:8,}  {reason}" for reason, count in report.refused.most_common()]


def _counts(report: Report) -> str:
    return f"{report.stored:,} stored, {report.known:,} known already, {report.refused.total():,} refused"
