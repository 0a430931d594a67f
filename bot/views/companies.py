"""Companies that may be one, in text. Pure."""

from bot.views import words
from storage.register.company_questions import Question


def line(question: Question) -> str:
    """One question in a line."""
    newer, older = words.line(question.newer.name, 80), words.line(question.older.name, 80)
    return f"{question.number:>4}  Is “{newer}” the company “{older}”? {words.line(question.why, 160)}"


def row(question: Question) -> dict[str, object]:
    """One question for a program."""
    return {"number": question.number, "newer": question.newer.name, "older": question.older.name, "why": question.why}


def answered(question: Question, state: str) -> str:
    """What an answer led to."""
    newer, older = words.line(question.newer.name, 80), words.line(question.older.name, 80)
    if state == "same":
        return f"“{newer}” is now another name of “{older}”, which has its sanctions."
    return f"“{newer}” and “{older}” stay two companies."
