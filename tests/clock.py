"""`python -m tests.clock 2026-03-30T05:59:57+00:00 run`: the real program, whose one clock shows another time.

The clock goes on from that moment at its own pace; everything else is as it is (bot/deps.py is the only place that asks
for the time).
"""

import sys
import time
from datetime import datetime, timedelta

from bot import deps
from bot.cli import main


def show(moment: datetime) -> None:
    """Set the program's clock."""
    begun = time.monotonic()
    deps.now = lambda: moment + timedelta(seconds=time.monotonic() - begun)


if __name__ == "__main__":
    show(datetime.fromisoformat(sys.argv.pop(1)))
    main()
