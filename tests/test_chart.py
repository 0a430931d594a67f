"""Pictures of fines: readable anywhere, the same twice, nothing cut, and the same figures in words."""

import struct
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from matplotlib.image import imread

from bot.views import chart
from bot.views.chart import COLOURS, FAINT, GROUND, INK, OTHERS, draw, figure
from bot.views.figures import ALT, Bar, Chart, Panel

DISCORD = ("#313338", "#FFFFFF")
FINES = Panel(
    "Fines",
    (
        Bar("10 Feb 2022 Garante", "€20,000,000", "GARANTE", 2_000_000_000),
        Bar("18 May 2022 ICO", "£7,552,800, remitted, under challenge", "ICO", 892_000_000, is_dashed=True),
        Bar("13 Jul 2022 HDPA", "€20,000,000, annulled", "HDPA", 2_000_000_000, is_hollow=True),
    ),
)
PENALTIES = Panel("Periodic penalties", (Bar("17 Apr 2023 CNIL", "€5,200,000", "CNIL", 520_000_000),))
CLEARVIEW = Chart("CLEARVIEW AI: fines as of 1 June 2024", (FINES, PENALTIES), "≈ in euro")


def luminance(colour: str) -> float:
    """WCAG 2.2, relative luminance."""
    shares = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares]
    return sum(weight * share for weight, share in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def size(png: bytes) -> tuple[int, int]:
    width, height = struct.unpack(">II", png[16:24])
    return width, height


def test_the_picture_is_a_small_png_of_a_readable_size() -> None:
    png = draw(CLEARVIEW).body

    assert png.startswith(b"\x89PNG")
    assert len(png) < 200_000
    assert size(png) >= (800, 400)


def test_the_same_values_give_the_same_bytes() -> None:
    assert draw(CLEARVIEW).body == draw(CLEARVIEW).body
    assert draw(CLEARVIEW).body != draw(Chart("Another", CLEARVIEW.panels)).body


def test_pictures_drawn_at_once_in_several_threads_are_the_same() -> None:
    with ThreadPoolExecutor(4) as threads:
        drawn = {picture.body for picture in threads.map(draw, [CLEARVIEW] * 8)}

    assert drawn == {draw(CLEARVIEW).body}


def test_the_picture_names_no_software_and_no_time() -> None:
    png = draw(CLEARVIEW).body

    assert b"tEXt" not in png
    assert b"tIME" not in png


def test_the_ground_is_opaque_so_that_no_theme_shines_through() -> None:
    pixels = imread(BytesIO(draw(CLEARVIEW).body))

    assert pixels.shape[2] == 3 or bool((pixels[:, :, 3] == 1).all())


@pytest.mark.parametrize("ink", [INK, FAINT])
def test_words_stand_out_from_the_ground(ink: str) -> None:
    assert contrast(ink, GROUND) >= 4.5


@pytest.mark.parametrize("colour", sorted({colour for colour, _ in (*COLOURS.values(), *OTHERS)}))
def test_every_bar_stands_out_from_the_ground(colour: str) -> None:
    assert contrast(colour, GROUND) >= 3


def test_no_two_authorities_share_both_colour_and_hatch() -> None:
    looks = [*COLOURS.values(), *OTHERS]

    assert len(set(looks)) == len(looks)
    assert len({hatch for _, hatch in COLOURS.values()}) == len(COLOURS)


def test_the_colours_of_the_four_authorities_differ_in_light_or_hue_for_everybody() -> None:
    for one, other in combinations([colour for colour, _ in COLOURS.values()], 2):
        assert deuteranope(one) != pytest.approx(deuteranope(other), abs=0.06)


def deuteranope(colour: str) -> tuple[float, float]:
    """What is left of a colour without the cones for green: light, and blue against yellow (simplified)."""
    red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return (0.29 * red + 0.71 * green, blue - (0.29 * red + 0.71 * green))


def test_what_is_annulled_is_hollow_and_what_is_challenged_is_dashed() -> None:
    bars = figure(CLEARVIEW).axes[0].patches

    assert [bar.get_facecolor()[:3] == figure(CLEARVIEW).get_facecolor()[:3] for bar in bars] == [False, False, True]
    assert [bar.get_linestyle() for bar in bars] == ["-", "--", "-"]


def test_periodic_penalties_stand_apart_on_the_same_scale() -> None:
    fines, penalties = figure(CLEARVIEW).axes

    assert penalties.get_title(loc="left") == "Periodic penalties"
    assert fines.get_xlim() == penalties.get_xlim()
    assert fines.patches[0].get_extents().width > penalties.patches[0].get_extents().width


def test_greek_is_drawn_in_letters() -> None:
    said = "Πρόστιμα: ΕΛΛΗΝΙΚΑ ΤΑΧΥΔΡΟΜΕΙΑ Α.Ε."

    assert figure(Chart(said, (FINES,))).get_suptitle() == said


def test_letters_that_the_font_lacks_do_not_stop_the_picture() -> None:
    assert figure(Chart("株式会社", (FINES,))).get_suptitle() == "????"


texts = st.text(st.characters(codec="utf-8"), min_size=1, max_size=300)


@settings(max_examples=12)
@given(title=texts, label=st.text(max_size=26), said=texts, note=texts, cents=st.integers(1, 10**14))
def test_whatever_the_words_nothing_is_cut_by_the_edge(
    title: str, label: str, said: str, note: str, cents: int
) -> None:
    small, large = Bar(label, said, "ICO", 1), Bar(label, said, "X", cents)

    assert_inside(Chart(title, (Panel("$x$", (small, large)), PENALTIES), note))


@pytest.mark.parametrize("name", ["W" * 300, "ΩΩΩΩ " * 60, "Commission " * 30, "$\\frac{1}{0}$", "a\nb\tc"])
def test_long_names_and_formulas_are_broken_or_cut_and_stay_inside(name: str) -> None:
    assert_inside(
        Chart(
            name,
            (Panel("Fines", (Bar("W" * 26, "€" + "9" * 40, name[:20], 10**13), Bar("x", "W" * 60, "ICO", 10**13))),),
            name,
        )
    )


def assert_inside(values: Chart) -> None:
    with chart.LOCK:
        whole = figure(values)
        whole.draw_without_rendering()
        box = whole.bbox
        labels = [text for axes in whole.axes for text in (*axes.texts, *axes.get_yticklabels())]
        for text in [*whole.texts, *labels]:
            extent = text.get_window_extent()
            assert extent.x0 >= box.x0 - 1, text
            assert extent.x1 <= box.x1 + 1, text
            assert extent.y0 >= box.y0 - 1, text
            assert extent.y1 <= box.y1 + 1, text
        assert all(label.get_window_extent().width <= chart.LABELS + 1 for label in whole.axes[0].get_yticklabels())


def test_the_words_for_who_cannot_see_it_say_every_figure() -> None:
    assert draw(CLEARVIEW).alt == (
        "CLEARVIEW AI: fines as of 1 June 2024. Fines: 10 Feb 2022 Garante €20,000,000; 18 May 2022 ICO £7,552,800,"
        " remitted, under challenge; 13 Jul 2022 HDPA €20,000,000, annulled; Periodic penalties: 17 Apr 2023 CNIL"
        " €5,200,000. ≈ in euro."
    )


def test_words_that_are_too_long_are_cut_at_a_figure_and_the_rest_is_counted() -> None:
    many = Chart("ACME", (Panel("Fines", FINES.bars * 20),))

    assert len(many.alt) <= ALT
    assert many.alt.endswith("more.")
    assert "; and " in many.alt


def test_a_chart_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one bar"):
        draw(Chart("ACME", ()))
