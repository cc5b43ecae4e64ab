"""Language packs: their examples hold, their schema is closed, and inflection makes the forms of the press."""

from pathlib import Path

import pytest

from whoheld import lang
from whoheld.errors import DataError
from whoheld.extract.examples import failures
from whoheld.lang.inflect import arabic_noun, arabic_verb, english_verb


@pytest.mark.parametrize("code", lang.languages())
def test_every_example_holds(code: str) -> None:
    assert list(failures(code)) == []


def test_both_languages_are_there() -> None:
    assert set(lang.languages()) >= {"ar", "en"}


def test_an_unknown_key_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "xx.toml"
    path.write_text('code = "xx"\nname = "X"\nspeed = 3\n[writing]\n', encoding="utf-8")
    with pytest.raises(DataError, match="speed"):
        lang.load(path)


def test_a_missing_pack_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="cannot be read"):
        lang.load(tmp_path / "none.toml")


@pytest.mark.parametrize(
    ("parts", "forms"),
    [
        ("capture", {"capture", "captures", "capturing", "captured"}),
        ("take took taken", {"take", "takes", "taking", "took", "taken"}),
        ("occupy", {"occupies", "occupied", "occupying"}),
        ("control", {"controlled", "controlling"}),
        ("drive drove driven + out", {"drove out", "driven out", "driving out"}),
        ("overrun overran overrun", {"overrun", "overran", "overrunning"}),
        ("transfer transferred transferred", {"transferred", "transferring"}),
        ("quit quit quit", {"quits", "quitting"}),
        ("enter", {"entered", "entering"}),
        ("exit", {"exited", "exiting"}),
        ("vie", {"vied", "vying"}),
    ],
)
def test_english_verbs(parts: str, forms: set[str]) -> None:
    assert forms <= {form.text for form in english_verb(parts)}


@pytest.mark.parametrize(
    ("parts", "forms"),
    [
        ("سيطر يسيطر", {"سيطر", "سيطرت", "سيطروا", "يسيطر", "تسيطر", "يسيطرون", "سيطرنا"}),
        ("استولى يستولي استيلاء", {"استولى", "استولت", "استولوا", "يستولي", "يستولون", "يستول", "استيلائها", "استيلائه"}),
        ("أخلى يخلي إخلاء", {"أخلى", "أخلت", "أخليت", "أخلي", "يخلي"}),
        ("اجتاح يجتاح اجتياح", {"اجتاح", "اجتيح", "اجتيحت", "يجتاح"}),
        ("استعاد يستعيد استعادة", {"استعاد", "استعادت", "استعدنا", "استعيدت", "يستعيد", "تستعد", "استعادتها", "استعادها"}),
    ],
)
def test_arabic_verbs(parts: str, forms: set[str]) -> None:
    assert forms <= {form.text for form in arabic_verb(parts)}


def test_a_possessive_shows_its_gender() -> None:
    owned = {form.text: form.pronoun for form in arabic_noun("سيطرة")}
    assert (owned["سيطرتها"], owned["سيطرته"], owned["سيطرة"]) == ("f", "m", "")
