"""What readers may rely on: every written form reads back exactly, and no text makes a reader raise or hang."""

import time
from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from scrapers.errors import UnreadableValueError
from scrapers.meaning.articles import articles
from scrapers.meaning.dates import dates, read_date
from scrapers.meaning.digits import number_from_digits
from scrapers.meaning.money import Amount, amounts
from scrapers.meaning.numerals import number_from_words
from scrapers.meaning.parties import is_anonymised, tidy_party
from scrapers.meaning.text import clean, despace, fold, fold_in_place

LANGUAGES = ("fr", "it", "en", "el")
HOME = {"fr": "EUR", "it": "EUR", "en": "GBP", "el": "EUR"}
UNITS = {
    "fr": "_ un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept "
    "dix-huit dix-neuf",
    "it": "_ uno due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici "
    "diciassette diciotto diciannove",
    "en": "_ one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen",
    "el": "_ ενός δύο τριών τεσσάρων πέντε έξι επτά οκτώ εννέα δέκα έντεκα δώδεκα δεκατριών δεκατεσσάρων δεκαπέντε "
    "δεκαέξι δεκαεπτά δεκαοκτώ δεκαεννέα",
}
TENS = {
    "fr": "_ _ vingt trente quarante cinquante soixante",
    "it": "_ _ venti trenta quaranta cinquanta sessanta settanta ottanta novanta",
    "en": "_ _ twenty thirty forty fifty sixty seventy eighty ninety",
    "el": "_ _ είκοσι τριάντα σαράντα πενήντα εξήντα εβδομήντα ογδόντα ενενήντα",
}
GREEK_HUNDREDS = "_ εκατόν διακοσίων τριακοσίων τετρακοσίων πεντακοσίων εξακοσίων επτακοσίων οκτακοσίων εννιακοσίων"
whole_sums = st.integers(min_value=1, max_value=999_999_999)
cents = st.integers(min_value=0, max_value=99)


def under_hundred(number: int, language: str) -> str:
    """The words of 1 to 99; French counts by twenties from sixty on, Italian drops a vowel before uno and otto."""
    ten, unit = divmod(number, 10)
    if number < 20:
        return UNITS[language].split()[number]
    if language == "fr" and ten >= 6:
        score = "soixante" if ten < 8 else "quatre-vingt"
        rest = number - (60 if ten < 8 else 80)
        joint = " et " if rest in (1, 11) and ten < 8 else "-"
        return f"{score}{joint}{under_hundred(rest, language)}" if rest else score + ("s" if ten >= 8 else "")
    word = TENS[language].split()[ten]
    if not unit:
        return word
    if language == "it":
        return (word[:-1] if unit in (1, 8) else word) + under_hundred(unit, language)
    return (
        word
        + (" et " if language == "fr" and unit == 1 else " " if language == "el" else "-")
        + under_hundred(unit, language)
    )


def under_thousand(number: int, language: str) -> str:
    hundred, rest = divmod(number, 100)
    if not hundred:
        return under_hundred(rest, language)
    if language == "el":
        words = GREEK_HUNDREDS.split()[hundred]
    else:
        one = {"fr": "cent", "it": "cento", "en": "one hundred"}[language]
        joint = "" if language == "it" else " "
        many = one if language != "en" else "hundred"
        words = one if hundred == 1 else UNITS[language].split()[hundred] + joint + many
    if not rest:
        return words
    joint = {"fr": " ", "it": "", "en": " and ", "el": " "}[language]
    return words + joint + under_hundred(rest, language)


def spell(number: int, language: str) -> str:
    """The words of a number under a thousand million."""
    millions, thousands, rest = number // 10**6, number // 1000 % 1000, number % 1000
    million = {"fr": "millions", "it": "milioni", "en": "million", "el": "εκατομμυρίων"}[language]
    thousand = {"fr": " mille", "it": "mila", "en": " thousand", "el": " χιλιάδων"}[language]
    single = {"fr": "mille", "it": "mille", "en": "one thousand", "el": "χιλίων"}[language]
    one_million = {"fr": "un million", "it": "un milione", "en": "one million", "el": "ενός εκατομμυρίου"}[language]
    parts = []
    if millions:
        parts.append(one_million if millions == 1 else f"{under_thousand(millions, language)} {million}")
    if thousands:
        parts.append(single if thousands == 1 else under_thousand(thousands, language) + thousand)
    if rest:
        parts.append(under_thousand(rest, language))
    if language == "it":
        return " ".join([*parts[:1], "".join(parts[1:])]).strip() if millions else "".join(parts)
    return " ".join(parts)


def group(number: int, mark: str) -> str:
    return f"{number:,}".replace(",", mark)


def only(text: str, language: str) -> Amount:
    """The one amount of a text."""
    found = amounts(text, language, HOME[language])
    assert len(found) == 1, (text, found)
    return found[0]


@pytest.mark.parametrize("language", LANGUAGES)
@given(number=whole_sums)
@example(number=999_999_999)
@example(number=1_000_000)
@example(number=180_108)
def test_a_number_in_words_reads_back(language: str, number: int) -> None:
    assert number_from_words(spell(number, language), language) == number
    assert number_from_words(spell(number, language).upper(), language) == number


@pytest.mark.parametrize(
    "words",
    [
        "millions",
        "several thousand",
        "deux trois",
        "δέκα τρεις δύο",
        "δύο χιλιάδες τρία εκατομμύρια",
        "mila",
        "",
        "dix ans",
    ],
)
def test_words_that_are_not_wholly_one_number_are_no_number(words: str) -> None:
    assert all(number_from_words(words, language) is None for language in LANGUAGES)


FORMS: list[tuple[str, str, str]] = [
    ("fr", " ", "{} euros"),
    ("fr", "\u202f", "{}\u202f€"),
    ("fr", "\u00a0", "une amende de {} d'euros,"),
    ("fr", ".", "{} € "),
    ("fr", " ", "le 3 mai 2024 une amende de {}\neuros."),
    ("it", ".", "euro {}"),
    ("it", ".", "€ {}"),
    ("it", ".", "€{}."),
    ("it", ".", "di euro {}/00 a"),
    ("it", ".", "la somma di euro {},00 a titolo"),
    ("it", ".", "art. 166, comma 3 € {},00"),
    ("it", ".", "{} euro"),
    ("en", ",", "£{}"),
    ("en", ",", "£{}.00 was"),
    ("en", "", "fined £{}"),
    ("en", ",", "On 25 May 2024 £{}.\n\n3. This"),
    ("en", ",", "GBP {}"),
    ("en", ",", "{} pounds"),
    ("el", ".", "{} ευρώ"),
    ("el", ".", "{},00€"),
    ("el", ".", "( {}) ευρώ"),
    ("el", ".", "πρόστιμο {} ΕΥΡΩ."),
]


@pytest.mark.parametrize(("language", "mark", "form"), FORMS)
@given(number=whole_sums)
def test_digits_with_a_currency_read_back_in_every_form(language: str, mark: str, form: str, number: int) -> None:
    found = only(form.format(group(number, mark)), language)
    assert found.money.amount == number
    assert (found.money.currency, found.agrees) == (HOME[language], True)


@pytest.mark.parametrize(
    ("language", "mark", "decimal"), [("fr", " ", ","), ("it", ".", ","), ("en", ",", "."), ("el", ".", ",")]
)
@given(number=whole_sums, part=cents)
def test_cents_are_kept(language: str, mark: str, decimal: str, number: int, part: int) -> None:
    sign = "£" if language == "en" else "€"
    text = f"{sign}{group(number, mark)}{decimal}{part:02}"
    assert only(text, language).money.minor == number * 100 + part


PAIRS = [
    ("fr", " ", "{digits} ({words}) d'euros"),
    ("fr", " ", "{digits} euros ({words} euros)"),
    ("fr", " ", "{words} euros ({digits} euros)"),
    ("it", ".", "euro {digits},00 ({words}/00)"),
    ("it", ".", "euro {digits} ({words})"),
    ("it", ".", "€ {digits}/00({words}/00)"),
    ("en", ",", "£{digits} ({words} pounds)"),
    ("en", ",", "£{digits}\n({words}\npounds)"),
    ("el", ".", "ύψους {words} ({digits}) ευρώ"),
    ("el", ".", "ύψους {words} ευρώ ({digits})"),
    ("el", ".", "ύψ ους {words} ({digits}),"),
    ("el", ".", "{words} ευρώ ({digits} €) ευρώ"),
]


@pytest.mark.parametrize(("language", "mark", "form"), PAIRS)
@given(number=whole_sums)
def test_digits_and_words_that_stand_for_each_other_are_one_amount(
    language: str, mark: str, form: str, number: int
) -> None:
    found = only(form.format(digits=group(number, mark), words=spell(number, language)), language)
    assert found.money.amount == number
    assert (found.money.currency) == (HOME[language])
    assert (found.method, found.agrees) == ("digits and words agree", True)


@pytest.mark.parametrize(("language", "mark", "form"), PAIRS)
@given(number=st.integers(min_value=1000, max_value=999_999), other=st.integers(min_value=1000, max_value=999_999))
def test_digits_and_words_that_contradict_each_other_never_agree(
    language: str, mark: str, form: str, number: int, other: int
) -> None:
    found = only(form.format(digits=group(number, mark), words=spell(other, language)), language)
    assert found.agrees == (number == other)


@pytest.mark.parametrize("language", LANGUAGES)
@given(number=whole_sums)
def test_words_alone_with_a_currency_are_money(language: str, number: int) -> None:
    unit = {"fr": "euros", "it": "euro", "en": "pounds", "el": "ευρώ"}[language]
    found = only(f"{spell(number, language)} {unit}", language)
    assert found.money.amount == number
    assert found.method == "words"


@given(number=st.integers(min_value=1000, max_value=999_999), at=st.integers(min_value=1, max_value=6))
def test_white_space_that_extraction_put_into_digits_does_not_change_what_the_words_say(number: int, at: int) -> None:
    digits = group(number, ".")
    broken = f"{digits[:at]} {digits[at:]}"
    found = only(f"πρόστιμο ύψους {spell(number, 'el')} ({broken}) ευρώ", "el")
    assert found.money.amount == number
    assert found.agrees


@given(number=st.integers(min_value=10_000, max_value=999_999), at=st.integers(min_value=1, max_value=6))
def test_digits_that_white_space_broke_are_never_read_as_a_sure_other_number(number: int, at: int) -> None:
    digits = group(number, ".")
    found = amounts(f"πρόστιμο {digits[:at]} {digits[at:]} ευρώ", "el", "EUR")
    assert all(amount.money.amount == number or not amount.agrees for amount in found)


@given(number=st.integers(min_value=1000, max_value=999_999_999), note=st.integers(min_value=1, max_value=99))
def test_a_footnote_number_glued_to_digits_is_not_read_silently(number: int, note: int) -> None:
    assert not only(f"{group(number, '.')}{note} ευρώ", "el").agrees
    repaired = only(f"{spell(number, 'el')} ({group(number, '.')}{note}) ευρώ", "el")
    assert repaired.money.amount == number
    assert repaired.agrees


@given(number=st.integers(min_value=2, max_value=999_999), data=st.data())
def test_spaces_inside_greek_number_words_change_nothing(number: int, data: st.DataObject) -> None:
    words = spell(number, "el")
    inside = [i for i in range(1, len(words)) if words[i - 1] != " " and words[i] != " "]
    at = data.draw(st.sampled_from(inside))
    assert number_from_words(f"{words[:at]} {words[at:]}", "el") == number


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("£7.5m", "en", "7500000"),
        ("£12.7 million", "en", "12700000"),
        ("a million pounds", "en", "1000000"),
        ("EUR 20 million", "en", "20000000"),
        ("3,5 M€", "fr", "3500000"),
        ("un million d’euros", "fr", "1000000"),
        ("1,250 million d'euros", "fr", "1250000"),
        ("2 millions 500 000 euros", "fr", "2500000"),
        ("trente et un euros", "fr", "31"),
        ("1,7 milioni di euro", "it", "1700000"),
        ("50mila euro", "it", "50000"),
        ("30 mila euro", "it", "30000"),
        ("20 εκατ. ευρώ", "el", "20000000"),
        ("1,5 εκατομμύρια ευρώ", "el", "1500000"),
        ("5 200\n000 €", "fr", "5200000"),
    ],
)
def test_scale_words_multiply(text: str, language: str, expected: str) -> None:
    found = only(text, language)
    assert (found.money.amount, found.agrees) == (Decimal(expected), True)


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("respectivement de 10 000 et 5 000 euros", "fr", [10_000, 5_000]),
        ("amendes de 60 et 40 millions d'euros", "fr", [60_000_000, 40_000_000]),
        ("di euro 10.000, 20.000 e 30.000", "it", [10_000, 20_000, 30_000]),
        ("les articles 5 et 6 000 euros", "fr", [6_000]),
        ("di euro 10.000, 60 giorni dopo", "it", [10_000]),
        ("£5 for every £10 pounds", "en", [5, 10]),
    ],
)
def test_one_currency_serves_several_sums(text: str, language: str, expected: list[int]) -> None:
    assert [found.money.amount for found in amounts(text, language, HOME[language])] == expected


def test_a_sum_that_may_be_one_or_two_is_not_sure() -> None:
    assert [found.agrees for found in amounts("1 milione e 200mila euro", "it", "EUR")] == [False, False]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("4 % du chiffre d'affaires annuel mondial", "fr"),
        ("le 21 juillet 2021, 24 millions de contrats et 1,3 million de clients", "fr"),
        ("les articles 5, 12 et 13 du RGPD, dans un délai de trois (3) mois", "fr"),
        ("millions of pounds, and several thousand pounds", "en"),
        ("575,062 unsolicited calls in 2019 to 1.6 million users", "en"),
        ("entro 30 (trenta) giorni dal 24 novembre 1981, n. 689", "it"),
        ("δέκα χιλιάδες (10.000) συνδρομητές, εντός τριών (3) μηνών, απόφαση 15/2019", "el"),
        ("Κατευθυντήριες Γραμμές 4/2022 του Ευρωπαϊκού 50 Συμβουλίου", "el"),
    ],
)
def test_shares_dates_people_and_articles_are_not_money(text: str, language: str) -> None:
    assert amounts(text, language, HOME[language]) == ()


def test_figures_that_extraction_lost_are_taken_from_the_words() -> None:
    found = only("a penalty of £70,00(Seventy thousand pounds)", "en")
    assert found.money.amount == 70_000
    assert (found.method, found.agrees) == ("words, digits broken", True)


def test_a_foreign_currency_is_named() -> None:
    assert [found.money.currency for found in amounts("€5, £6, 7 dollars", "en", "GBP")] == ["EUR", "GBP", "USD"]


@given(before=st.text(max_size=30).filter(lambda text: not text[-1:].isalnum()), number=whole_sums)
def test_words_are_the_slice_that_start_and_end_name(before: str, number: int) -> None:
    text = f"{before} — £{number:,} ."
    for found in amounts(text, "en", "GBP"):
        assert text[found.start : found.end] == found.words
    assert amounts(text, "en", "GBP")[-1].money.amount == number


@pytest.mark.parametrize("language", LANGUAGES)
@given(number=whole_sums)
def test_folding_and_cleaning_never_change_a_value(language: str, number: int) -> None:
    mark = {"fr": "\u202f", "it": ".", "en": ",", "el": "."}[language]
    unit = {"fr": "euros", "it": "euro", "en": "pounds", "el": "ευρώ"}[language]
    text = f"{spell(number, language).capitalize()} ({group(number, mark)}) {unit}"
    expected = only(text, language).money
    assert only(fold(text), language).money == expected
    assert only(clean(text), language).money == expected
    assert only(clean(text.upper()), language).money == expected


@given(number=whole_sums, mark=st.sampled_from([" ", "."]))
def test_despacing_never_changes_digits(number: int, mark: str) -> None:
    digits = group(number, mark)
    assert number_from_digits(digits, "fr") == number_from_digits(despace(digits), "fr") == number


@given(st.text())
def test_folding_in_place_keeps_the_folded_text_and_where_it_stood(text: str) -> None:
    folded, offsets = fold_in_place(text)
    assert folded == fold(text)
    assert len(offsets) == len(folded) + 1
    assert offsets == sorted(offsets)
    assert all(folded[i] in fold(text[offsets[i]]) for i in range(len(folded)))


@given(st.text())
def test_despacing_leaves_no_white_space_and_loses_nothing_else(text: str) -> None:
    assert despace(text) == "".join(character for character in text if not character.isspace())


@given(st.text())
def test_cleaning_twice_is_cleaning_once_for_spaces_and_apostrophes(text: str) -> None:
    assert not set(clean(text)) & set("\u00a0\u00ad\u2019\u202f\ufb01\u2206")


def test_a_word_broken_at_the_end_of_a_line_is_joined_and_a_name_is_not() -> None:
    assert clean("ade-\nguamento, Jean-\nPierre, 2020-\n2021") == "adeguamento, Jean-\nPierre, 2020-\n2021"


MONTHS = {
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "en": "January February March April May June July August September October November December",
    "el": "Ιανουαρίου Φεβρουαρίου Μαρτίου Απριλίου Μαΐου Ιουνίου Ιουλίου Αυγούστου Σεπτεμβρίου Οκτωβρίου Νοεμβρίου "
    "Δεκεμβρίου",
}
ORDINALS = {"fr": "er", "it": "°", "en": "st", "el": "η"}
days = st.dates(min_value=date(1990, 1, 1), max_value=date(2060, 12, 31))


@pytest.mark.parametrize("language", LANGUAGES)
@given(day=days)
def test_every_written_form_of_a_date_reads_back(language: str, day: date) -> None:
    month = MONTHS[language].split()[day.month - 1]
    written = [
        f"{day.day} {month} {day.year}",
        f"{day.day}{ORDINALS[language]} {month.upper()}\n{day.year}",
        f"{day.day:02}/{day.month:02}/{day.year}",
        f"{day.day}-{day.month}-{day.year}",
        f"{day.day}.{day.month}.{day.year}",
        f"{day.day:02} -{day.month:02}-{day.year}",
        day.isoformat(),
    ]
    assert [read_date(f"({words}),", language) for words in written] == [day] * len(written)


@pytest.mark.parametrize(
    "words", ["", "31/02/2024", "mai 2024", "1/2026", "5 mai", "3 mai 2024 et 4 mai 2024", "IC-393971"]
)
def test_what_is_not_one_date_is_refused(words: str) -> None:
    with pytest.raises(UnreadableValueError) as refused:
        read_date(words, "fr")
    assert refused.value.words == words


def test_dates_come_in_order_with_their_place() -> None:
    text = "Vu le 3 mars 2020 ; décide le 1er août 2023"
    assert [(day, text[at:][:2]) for day, at in dates(text, "fr")] == [
        (date(2020, 3, 3), "3 "),
        (date(2023, 8, 1), "1e"),
    ]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("aux articles 5-1 e), 12 et 32 du RGPD et à l’article L34-5 du CPCE", "fr",
         ("GDPR 5(1)(e)", "GDPR 12", "GDPR 32", "FR CPCE L34-5")),
        ("l'article 82 (anciennement 32.II) de la loi « Informatique et Libertés »", "fr", ("FR LIL 82",)),
        ("articles 12 à 14 du règlement (UE) 2016/679", "fr", ("GDPR 12", "GDPR 13", "GDPR 14")),
        ("artt. 6, parr. 1, lett. c) ed e), 2 e 3 e 9, parr. 1, 2, lett. g) e 4 del Regolamento", "it",
         ("GDPR 6(1)(c)", "GDPR 6(1)(e)", "GDPR 6(2)", "GDPR 6(3)", "GDPR 9(1)", "GDPR 9(2)(g)", "GDPR 9(4)")),
        ("art. 2-ter, commi 1 e 3, e 130 del Codice", "it",
         ("IT Codice 2-ter(1)", "IT Codice 2-ter(3)", "IT Codice 130")),
        ("Articles 12(3) and 15 (1) and (3) of the UK GDPR", "en", ("GDPR 12(3)", "GDPR 15(1)", "GDPR 15(3)")),
        ("Articles 15-17 and 20 of the GDPR", "en", ("GDPR 15", "GDPR 16", "GDPR 17", "GDPR 20")),
        ("dal Regolamento (artt. 6, par. 2 e 9) e dal Codice (artt. 2-ter e 2-sexies)", "it",
         ("GDPR 6(2)", "GDPR 9", "IT Codice 2-ter", "IT Codice 2-sexies")),
        ("regulations 21A(4) and 24 of PECR", "en", ("PECR 21A(4)", "PECR 24")),
        ("section 45 DPA 2018", "en", ("DPA 2018 45",)),
        ("άρθρων 12 π αρ. 3 και 4 ΓΚΠΔ και 5.1.α ΓΚΠΔ", "el", ("GDPR 12(3)", "GDPR 12(4)", "GDPR 5(1)(a)")),
        ("άρθρων 12 παρ. 1, 4, 15 και 18 του ΓΚΠΔ", "el", ("GDPR 12(1)", "GDPR 12(4)", "GDPR 15", "GDPR 18")),
        ("Articles 5(l)(f) and 32 of the GDPR", "en", ("GDPR 5(1)(f)", "GDPR 32")),
        ("άρθρου 9 παρ. 2 στοιχ. στ΄ και θ΄ του ΓΚΠΔ", "el", ("GDPR 9(2)(f)", "GDPR 9(2)(i)")),
        ("άρθρου 11 του ν. 3471/2006", "el", ("GR 3471/2006 11",)),
    ],
)  # fmt: skip
def test_lists_of_articles_are_read_with_their_paragraphs_and_letters(
    text: str, language: str, expected: tuple[str, ...]
) -> None:
    assert articles(text, language) == expected


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("artt. 57, par. 1, lett. f), 58, par. 2, e 83 del Regolamento e 166 del Codice", "it"),
        ("art. 17 del Regolamento n. 1/2019; art. 4 della l. n. 300/1970", "it"),
        ("article 4 de la directive (UE) 2016/680", "fr"),
        ("Article 5 of the Law Enforcement Directive; section 155 DPA 2018; section 40(2) of FOIA", "en"),
        ("άρθρο 58 παρ. 2 στοιχ. θ΄ ΓΚΠΔ και άρθρο 15 παρ. 4 του ν. 4624/2019", "el"),
        ("article 33 présente un caractère formel", "fr"),
    ],
)
def test_powers_other_laws_and_articles_of_no_named_law_are_left_out(text: str, language: str) -> None:
    assert articles(text, language) == ()


@given(st.lists(st.sampled_from([5, 6, 7, 9, 12, 13, 14, 15, 25, 28, 32, 33, 35]), min_size=2, unique=True))
def test_a_plain_list_names_every_article_in_its_order(numbers: list[int]) -> None:
    expected = tuple(f"GDPR {number}" for number in numbers)
    listed = ", ".join(map(str, numbers[:-1]))
    assert articles(f"articles {listed} et {numbers[-1]} du RGPD", "fr") == expected
    assert articles(f"artt. {listed} e {numbers[-1]} del Regolamento", "it") == expected
    assert articles(f"Articles {listed} and {numbers[-1]} of the UK GDPR", "en") == expected
    assert articles(f"άρθρων {listed} και {numbers[-1]} του ΓΚΠΔ", "el") == expected


@pytest.mark.parametrize("name", ["X", "société X", "XX", "Sig.ra XX", "Α", "Δ΄", "[…]", "M. [...]", "[OMISSIS]",
                                  "a company", "un vendeur de mobilier", "καταγγελλόμενος Δ", ""])  # fmt: skip
def test_names_that_hide_somebody_are_known(name: str) -> None:
    assert is_anonymised(name)


@pytest.mark.parametrize(
    "name", ["X Corp.", "ΔΕΗ ΑΕ", "La Poste", "A & B Ltd", "Un Autre Monde", "a Mas s.r.l.", "FREE"]
)
def test_names_of_somebody_are_not_hidden(name: str) -> None:
    assert not is_anonymised(name)


@pytest.mark.parametrize(
    ("published", "tidied"),
    [
        ("la société « FREE MOBILE », dont le siège est à Paris", "FREE MOBILE"),
        ("στην εταιρεία με την επωνυμία «ΗΡΩΝ ΑΕ»", "ΗΡΩΝ ΑΕ"),
        ("all’Istituto “Enrico Fermi”", "Istituto “Enrico Fermi”"),
        ("a Mas s.r.l., in persona del legale rappresentante pro-tempore, con sede in Roma", "Mas s.r.l."),
        ("Easylife Limited of 5 High Street", "Easylife Limited"),
        ("the University of Kent", "University of Kent"),
        ("SOCIETE GENERALE", "SOCIETE GENERALE"),
        ("Η ΜΑΘΗΣΗ", "Η ΜΑΘΗΣΗ"),
    ],
)
def test_only_the_name_of_a_party_is_left(published: str, tidied: str) -> None:
    assert tidy_party(published) == tidied


@given(st.text(max_size=60))
def test_tidying_never_adds_to_a_name(name: str) -> None:
    assert tidy_party(name) in " ".join(name.split())


PIECES = [
    "1", "000", " ", ".", ",", "\n", "€", "£", "euro", "million", "mila", "(", ")", "/00", "δέκα", "χιλιάδων", "ευρώ",
    "cent", "un", "et", "article", "artt.", "5", "par. 1", "lett. a)", "du RGPD", "del Regolamento", "άρθρου", "παρ.",
    "'",
    "«", "-", "2024", "mai", "1er", "\u0301", "\u00ad", "²", "٣", "ΐ", "ß", "x", "XX", "[", "]", "de", "and ",
    "a ", "m", "\x00",
]  # fmt: skip
hostile = st.one_of(st.text(), st.lists(st.sampled_from(PIECES), max_size=60).map("".join))


@pytest.mark.parametrize("language", LANGUAGES)
@given(text=hostile)
def test_no_text_makes_a_reader_raise(language: str, text: str) -> None:
    amounts(text, language, "EUR")
    dates(text, language)
    articles(text, language)
    number_from_words(text, language)
    number_from_digits(text, language)
    is_anonymised(clean(text))
    tidy_party(text)


@pytest.mark.parametrize(
    "piece", ["1", "1 ", "1.", "un ", "δέκα ", "cento", "artt. 5, ", "1 (un ", "5 000 et ", "a-\n", "('«", "€ "]
)
def test_time_grows_with_the_length_of_a_hostile_text_and_no_faster(piece: str) -> None:
    def seconds(length: int, read: Callable[[str], object]) -> float:
        text = piece * (length // len(piece)) + "x"
        started = time.perf_counter()
        read(text)
        return time.perf_counter() - started

    def everything(text: str) -> None:
        amounts(text, "it", "EUR")
        amounts(text, "el", "EUR")
        articles(text, "it")
        dates(text, "fr")
        tidy_party(clean(text))

    seconds(1000, everything)
    assert seconds(80_000, everything) < 16 * max(seconds(20_000, everything), 0.02)


@pytest.mark.parametrize(
    "currencies",
    ["€ euro euros eur ευρώ", "£ gbp pounds sterline", "$ usd dollars dollari δολάρια δολαρίων"],
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_currency_is_money_without_any_bracket(currencies: str, language: str) -> None:
    for currency in [*currencies.split(), "livres sterling", "ευ ρώ"]:
        assert len(amounts(f"5 000 {currency}", language, HOME[language])) == 1, currency


@pytest.mark.parametrize(
    ("words", "minor"),
    [
        ("half a million pounds", 50_000_000),
        ("half-a-million pounds", 50_000_000),
        ("a quarter of a million pounds", 25_000_000),
        ("three quarters of a million pounds", 75_000_000),
        ("a million pounds", 100_000_000),
    ],
)
def test_a_part_of_a_million_in_english_words_is_that_part(words: str, minor: int) -> None:
    assert [found.money.minor for found in amounts(f"fined {words} today", "en", "GBP")] == [minor]


def test_a_letter_behind_a_dash_belongs_to_the_paragraph() -> None:
    assert articles("Articles 5-1-e and 32 of the GDPR", "en") == ("GDPR 5(1)(e)", "GDPR 32")
    assert articles("des articles 5-1-e), 12 et 13 du RGPD", "fr") == ("GDPR 5(1)(e)", "GDPR 12", "GDPR 13")


def test_an_english_month_may_stand_before_its_day() -> None:
    assert read_date("On September 1, 2025, it was fined", "en") == date(2025, 9, 1)


def test_a_list_of_articles_goes_on_after_the_long_name_of_a_law() -> None:
    text = (
        "articles L. 34-5 du code des postes et des communications électroniques et 12 du RGPD, "
        "et articles 82 de la loi n° 78-17 du 6 janvier 1978 modifiée et 6 du RGPD"
    )

    assert articles(text, "fr") == ("FR CPCE L34-5", "GDPR 12", "FR LIL 82", "GDPR 6")
