"""Draw a chart as a PNG. Pure but for one lock: matplotlib is imported at the first picture and draws one at a time.

A picture costs 0.1 s, the first one 1 s more: call it in a thread. It has a dark ground of its own, on which all
colours stand out enough, whether Discord around it is dark or light; a hatch says the same as a colour.
"""

import textwrap
from io import BytesIO
from threading import Lock
from typing import TYPE_CHECKING, Any

from bot.views import words
from bot.views.figures import Bar, Chart, Panel
from bot.views.post import Picture

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from matplotlib.text import Text

NAME = "fines.png"
GROUND, INK, FAINT = "#1E1F22", "#F2F3F5", "#B5BAC1"
COLOURS = {
    "CNIL": ("#56B4E9", ""),
    "GARANTE": ("#E69F00", "//"),
    "HDPA": ("#009E73", ".."),
    "ICO": ("#CC79A7", "xx"),
}
"""Colours and hatches of the four authorities, from the palette of Okabe and Ito, which colour-blind readers can tell
apart; others take theirs in turn."""

OTHERS = (("#F0E442", "\\\\"), ("#D55E00", "--"), ("#0072B2", "++"), ("#F0E442", "oo"), ("#D55E00", "||"))

NOBODY = (FAINT, "")
"""What several authorities imposed together."""

DPI, WIDTH, LEAST_HEIGHT, ROW, FRAME = 100, 9.0, 4.4, 0.5, 2.1
"""Inches, and dots in one: 900 dots wide; the height goes by the number of bars."""

GAP, SMALLEST = 8, 8
TITLE_LINE = 64
FONT = "DejaVu Sans"
"""Ships with matplotlib and has Greek."""

STYLE: dict[Any, Any] = {"font.family": FONT, "text.parse_math": False, "hatch.linewidth": 1.2}
"""Set for the time of drawing; a dollar in a name is no formula."""

LABELS, LONGEST = 250, 0.75
"""Room for the words before the bars, in dots, and for those behind a bar, as a share of the axis."""

LOCK = Lock()


def draw(chart: Chart) -> Picture:
    """The picture; the same values give the same bytes. Raises ValueError for a chart without a bar."""
    if not any(panel.bars for panel in chart.panels):
        raise ValueError("a chart needs at least one bar")
    with LOCK:
        return Picture(NAME, _png(chart), chart.alt)


def _png(chart: Chart) -> bytes:
    from matplotlib import rc_context

    out = BytesIO()
    with rc_context(STYLE):
        figure(chart).savefig(out, format="png", dpi=DPI, facecolor=GROUND, metadata={"Software": None})
    return out.getvalue()


def figure(chart: Chart) -> "Figure":
    """The picture before it becomes bytes."""
    from matplotlib import rc_context
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure
    from matplotlib.layout_engine import ConstrainedLayoutEngine

    least = 3.2 if len(chart.panels) == 1 else 1.3
    rows_of = [max(len(panel.bars), least) for panel in chart.panels]
    height = max(LEAST_HEIGHT, FRAME + ROW * sum(rows_of))
    layout = ConstrainedLayoutEngine(w_pad=0.15, h_pad=0.1)
    with rc_context(STYLE):
        whole = Figure(figsize=(WIDTH, height), dpi=DPI, facecolor=GROUND, layout=layout)
        FigureCanvasAgg(whole)
        _entitle(whole, chart)
        rows = whole.subplots(len(rows_of), sharex=True, squeeze=False, height_ratios=rows_of)[:, 0]
        looks = _looks(chart)
        said = [_panel(axes, panel, looks) for axes, panel in zip(rows, chart.panels, strict=True)]
        for axes, panel, room in zip(rows, chart.panels, rows_of, strict=True):
            middle = (len(panel.bars) - 1) / 2
            axes.set_ylim(middle + room / 2, middle - room / 2)
        _make_room(whole, rows[0], chart, [text for texts in said for text in texts])
    return whole


def _entitle(whole: "Figure", chart: Chart) -> None:
    """The title at the left, and the note below; both in as many lines as it takes."""
    title = whole.suptitle("", x=0.012, ha="left", color=INK, fontsize=15, fontweight="bold")
    note = whole.supxlabel("", x=0.012, ha="left", color=FAINT, fontsize=10)
    _set_wrapped(title, _drawable(chart.title), TITLE_LINE)
    _set_wrapped(note, _drawable(chart.note), 2 * TITLE_LINE)


def _set_wrapped(text: "Text", said: str, width: int) -> None:
    """Break the words into lines that fit into the picture, at most three."""
    room = WIDTH * DPI * 0.97
    while True:
        text.set_text("\n".join(textwrap.wrap(said, width, max_lines=3, placeholder=" …")))
        if width < 12 or not said or text.get_window_extent().width <= room:
            return
        width -= 4


def _panel(axes: "Axes", panel: Panel, looks: dict[str, tuple[str, str]]) -> list["Text"]:
    axes.set_facecolor(GROUND)
    axes.set_title(_drawable(panel.heading), loc="left", color=FAINT, fontsize=11)
    for place, bar in enumerate(panel.bars):
        colour, hatch = looks[bar.authority]
        axes.barh(place, bar.cents / 100, height=0.62, hatch="" if bar.is_hollow else hatch, hatchcolor=GROUND,
                  facecolor=GROUND if bar.is_hollow else colour, edgecolor=INK if bar.is_dashed else colour,
                  linestyle="--" if bar.is_dashed else "-", linewidth=1.8)  # fmt: skip
    labels = [_drawable(bar.label) for bar in panel.bars]
    axes.set_yticks(range(len(labels)), labels, color=INK, fontsize=12)
    drawn = axes.get_yticklabels()
    for label in drawn:
        _shrink(label, LABELS)
    axes.set_yticklabels([label.get_text() for label in drawn])
    axes.tick_params(axis="x", colors=FAINT, labelsize=10, length=0)
    axes.tick_params(axis="y", length=0)
    axes.xaxis.set_major_formatter(lambda amount, _: _compact(amount))
    axes.locator_params(axis="x", nbins=5)
    axes.grid(axis="x", color=FAINT, alpha=0.25)
    axes.set_axisbelow(True)
    axes.spines[:].set_visible(False)
    return [_say(axes, place, bar) for place, bar in enumerate(panel.bars)]


def _say(axes: "Axes", place: int, bar: Bar) -> "Text":
    said = _drawable(words.line(bar.said, 48))
    text = axes.annotate(said, (bar.cents / 100, place), (GAP, 0), textcoords="offset points", va="center",
                         color=INK, fontsize=12, annotation_clip=False)  # fmt: skip
    text.set_in_layout(False)  # the axis makes room for it, see _make_room
    return text


def _make_room(whole: "Figure", axes: "Axes", chart: Chart, texts: list["Text"]) -> None:
    """End the axis so far right that the longest words behind a bar are still in the picture."""
    axes.set_xlim(0, 1)
    whole.draw_without_rendering()
    width = axes.get_window_extent().width
    cents = [bar.cents for panel in chart.panels for bar in panel.bars]
    for text in texts:
        _shrink(text, LONGEST * width)
    shares = [(text.get_window_extent().width + 3 * GAP) / width for text in texts]
    ends = [amount / 100 / (1 - share) for amount, share in zip(cents, shares, strict=True)]
    axes.set_xlim(0, max([*ends, 1]))


def _shrink(text: "Text", room: float) -> None:
    """Make words smaller until they fit; cut them only where they could not be read any more."""
    size = 12
    while text.get_window_extent().width > room:
        size -= 1
        text.set_fontsize(max(size, SMALLEST))
        if size < SMALLEST:
            text.set_text(f"{text.get_text().removesuffix(words.ELLIPSIS)[:-1]}{words.ELLIPSIS}")


def _looks(chart: Chart) -> dict[str, tuple[str, str]]:
    """A colour and a hatch for each authority."""
    codes = dict.fromkeys(bar.authority for panel in chart.panels for bar in panel.bars)
    others = [code for code in codes if code and code not in COLOURS]
    return COLOURS | {"": NOBODY} | {code: OTHERS[place % len(OTHERS)] for place, code in enumerate(others)}


def _compact(euros: float) -> str:
    """An amount for an axis.

    >>> _compact(20_000_000), _compact(2_500_000), _compact(5_000), _compact(0)
    ('€20m', '€2.5m', '€5k', '€0')
    """
    for unit, sign in ((1_000_000_000, "bn"), (1_000_000, "m"), (1_000, "k")):
        if euros >= unit:
            return f"€{euros / unit:g}{sign}"
    return f"€{euros:g}"


def _drawable(text: str) -> str:
    """The text with a sign in the place of letters that the font does not have."""
    from matplotlib.font_manager import findfont, get_font

    known = get_font(findfont(FONT)).get_charmap()
    return "".join(char if ord(char) in known else "?" for char in words.line(text, 400))
