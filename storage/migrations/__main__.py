"""`python -m storage.migrations "add sector"` writes the next step from the tables; read it before it is kept."""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from alembic import command
from alembic.config import Config

from storage.database import MIGRATIONS, newest_revision, open_database, upgrade


def write(name: str) -> Path:
    """Write `NNNN_words.py` with what turns the newest revision into the tables; the file."""
    revision = f"{int(newest_revision()) + 1:04d}"
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.set_main_option("file_template", "%%(rev)s_%%(slug)s")
    with TemporaryDirectory() as folder:
        engine = open_database(f"sqlite:///{folder}/newest.db")
        upgrade(engine)
        with engine.begin() as connection:
            config.attributes["connection"] = connection
            command.revision(config, name, autogenerate=True, rev_id=revision)
        engine.dispose()
    return next((MIGRATIONS / "versions").glob(f"{revision}_*.py"))


if __name__ == "__main__":
    if len(sys.argv) != 2 or not sys.argv[1].strip():
        sys.exit('give the step a name: make migration NAME="add sector"')
    print(write(sys.argv[1]))
