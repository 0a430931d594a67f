"""Names that no fact is known of: what one says of itself, what tells two apart, what an editor adds."""

import doctest
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from types import ModuleType

import pytest

from storage.names import greek_letters, known_companies, legal_forms, stated_names
from storage.names.known_companies import CompaniesError, known
from storage.names.matching import compare


@pytest.fixture
def own_file(tmp_path: Path) -> Iterator[Path]:
    yield tmp_path / "companies.toml"
    known_companies.use(tmp_path / "none.toml")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Bolt & Nut Ltd (formerly Screw Ltd)", "Screw Limited"),
        ("Esempio S.p.A. già Campione S.r.l.", "Campione Srl"),
        ("ΠΑΡΑΔΕΙΓΜΑ Α.Ε. (πρώην ΔΕΙΓΜΑ Α.Ε.)", "ΔΕΙΓΜΑ ΑΕ"),
        ("Παράδειγμα Εμπορική Α.Ε. με δ.τ. «ΔΕΙΓΜΑ»", "ΔΕΙΓΜΑ"),
        ("Esempio S.p.A., con sede legale in Milano", "Esempio società per azioni"),
        ("Société MODÈLE, sise 1 rue de la Paix", "MODÈLE SAS"),
        ("Société par actions simplifiée MODÈLE", "Modele"),
        ("Example Ltd, of Manchester", "Example Limited"),
        ("Esempio S.r.l. in liquidazione", "Esempio S.r.l. a socio unico"),
        ("Muster GmbH & Co. KG", "MUSTER GMBH & CO KG"),
        ("Comune di Esempio", "Esempio Municipality"),
        ("Azienda Sanitaria Locale di Esempio", "ASL Esempio"),
        ("Esempio Italia S.p.A.", "Esempio Italy SpA"),
        ("Παραδειγμόπουλος Α.Ε.", "Paradigmopoulos S.A."),
        ("Αφοί Βαφόπουλοι Ο.Ε.", "Afoi Vafopouli OE"),
        ("ΗΨΥ Α.Ε.", "HPSY SA"),
        ("∆ΟΚΙΜΗ ΑΕ", "ΔΟΚΙΜΗ Α.Ε."),
        ("X.YZ Energia", "XYZ Energia"),
    ],
)
def test_what_a_name_says_of_itself_makes_no_other_company(one: str, other: str) -> None:
    assert compare(one, other).verdict == compare(other, one).verdict == "same"


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        ("Muster GmbH", "Muster GmbH & Co. KG", "unsure"),
        ("Muster S.r.l.", "Muster S.p.A.", "unsure"),
        ("Muster & Co., Inc.", "Muster KGaA", "unsure"),
        ("Muster (Holdings) Ltd", "Muster Ltd", "group"),
        ("Muster (Ireland) Limited", "Muster Limited", "group"),
        ("Muster France SAS", "Muster Italia S.r.l.", "group"),
        ("Radio France", "Radio Italia", "different"),
        ("A. Smith t/a Glaze", "B. Jones t/a Glaze", "unsure"),
        ("Muster Ltd t/a Glaze", "Glaze Ltd", "unsure"),
        ("Brandname (Muster SA)", "Muster SA", "unsure"),
        ("Comune di Esempio", "Comune di Campione", "different"),
        ("Comune di Esempio", "Università di Esempio", "different"),
        ("ASL Esempio 1", "ASL Esempio 2", "different"),
        ("Municipality of Oslo", "Municipality of Moss", "different"),
        ("Société Générale", "Générale", "unsure"),
        ("SAS Institute", "Institute", "unsure"),
        ("Google LLC", "Google Ireland Limited", "group"),
        ("Λύρα Α.Ε.", "Λίρα Α.Ε.", "different"),
    ],
)
def test_what_tells_two_companies_apart(one: str, other: str, verdict: str) -> None:
    assert compare(one, other).verdict == compare(other, one).verdict == verdict


def test_an_editor_adds_names_and_parents_in_a_file_of_their_own(own_file: Path) -> None:
    own_file.write_text(
        '[[company]]\nname = "Muster AG"\nalso = ["Beispiel AG", { name = "Probe AG", until = 2020-01-31 }]\n'
        'parent = "Dach SE"\nsource = "https://register.example/muster"\n[brands]\nmusterchen = "Dach"\n',
        encoding="utf-8",
    )
    known_companies.use(own_file)

    assert compare("Probe", "Muster AG").verdict == "same"
    assert compare("Beispiel AG", "Dach SE").verdict == "group"
    muster = known("Muster")
    assert muster is not None
    assert [alias.until for alias in muster.aliases] == [None, date(2020, 1, 31)]
    assert compare("EDF", "Électricité de France").verdict == "same"


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ('[[company]]\nname = "Muster"\nalias = ["x"]', "company “Muster”: alias"),
        ('[[company]]\nname = "Muster"\nalso = ["EDF"]', "“EDF” is a name of “Électricité de France” already"),
        (
            '[[company]]\nname = "A B"\nparent = "C D"\n[[company]]\nname = "C D"\nparent = "A B"',
            "above itself",
        ),
        ('[[company]]\nname = "***"', "“***” is no name"),
        ("[[companies]]", "“companies” is not known"),
        ("[[company", "not a TOML file"),
    ],
)
def test_a_wrong_file_of_an_editor_is_refused_with_the_entry(own_file: Path, written: str, said: str) -> None:
    own_file.write_text(written, encoding="utf-8")

    with pytest.raises(CompaniesError, match=r".+") as refused:
        known_companies.use(own_file)

    assert said in str(refused.value)
    assert compare("EDF", "Électricité de France").verdict == "same"


@pytest.mark.parametrize("module", [greek_letters, legal_forms, stated_names])
def test_the_examples_in_the_code_are_true(module: ModuleType) -> None:
    result = doctest.testmod(module)

    assert result.attempted > 0
    assert result.failed == 0
