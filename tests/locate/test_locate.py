"""From a mention to its place: the right one, or an honest none."""

from pathlib import Path

import pytest
from valley import PLACES, THEATRE, article, claim, gazetteer, mention, place

from whoheld.gazetteer import Gazetteer
from whoheld.gazetteer.entry import Entry, Layer
from whoheld.gazetteer.index import Index
from whoheld.gazetteer.indexing import add
from whoheld.locate import Located, locate, resolve
from whoheld.model import Mention


def located(text: str, *names: str, kind: str = "settlement") -> Located:
    return locate(article(text), [claim(text, name, kind) for name in names], gazetteer(), THEATRE)


def found(text: str, name: str, kind: str = "settlement") -> Mention:
    return resolve(text, [mention(text, name, kind)], gazetteer(), THEATRE)[0]


def test_a_known_name_gets_its_place_with_precision_reason_and_candidates() -> None:
    place = located("قسد تسيطر على بلدة هجين", "هجين").claims[0].place
    assert (place.id, place.name, place.lon, place.lat, place.precision_m) == ("valley:hajin", "Hajin", 40.83, 34.69, 2000)
    assert place.reason is not None
    assert place.reason.startswith("name as written")
    assert [candidate.id for candidate in place.candidates] == ["valley:hajin"]
    assert 0 < place.candidates[0].score <= 1


def test_the_claim_keeps_its_id_and_all_but_its_place() -> None:
    before = claim("قسد تسيطر على هجين", "هجين")
    after = locate(article("قسد تسيطر على هجين"), [before], gazetteer(), THEATRE).claims[0]
    assert after.model_copy(update={"place": before.place}) == before


def test_a_misspelt_name_is_found_by_its_near_match_and_says_so() -> None:
    place = found("السيطرة على (هجين، الشعفة، البوحاخر)", "البوحاخر")
    assert place.id == "valley:bukhater"
    assert "near match: البوحاخر ~ البوخاطر" in place.candidates[0].reasons


@pytest.mark.parametrize(
    ("written", "place_id"),
    [
        ("البو كمال", "valley:bukamal"),
        ("أبو كمال", "valley:bukamal"),
        ("البوكمال", "valley:bukamal"),
        ("البوخاطر", "valley:bukhater"),
        ("شعفة", "valley:shafah"),
        ("للسوسة", "valley:susah"),
        ("والشعفة", "valley:shafah"),
        ("بهجين", "valley:hajin"),
        ("ولهجين", "valley:hajin"),
        ("وللسوسة", "valley:susah"),
        ("Al-Sousa", "valley:susah"),
        ("Shaafa", "valley:shafah"),
        ("Hajeen", "valley:hajin"),
        ("Al Baghouz Tahtani", "valley:tahtani"),
    ],
)
def test_spellings_of_one_place(written: str, place_id: str) -> None:
    assert found(f"… {written} …", written).id == place_id


@pytest.mark.parametrize("written", ["الباغوز", "تحتاني", "الباغوز شرقي", "هج", "ولهج", "كفرنبل", "Springfield", "؟", "123"])
def test_no_name_is_cut_or_stretched_until_something_fits(written: str) -> None:
    outcome = located(f"… {written} …", written)
    assert outcome.claims[0].place.id is None
    assert outcome.issues[0].kind == "unresolved"


def test_upper_and_lower_stay_two_villages() -> None:
    assert found("قرية الباغوز تحتاني", "الباغوز تحتاني").id == "valley:tahtani"
    assert found("قرية الباغوز فوقاني", "الباغوز فوقاني").id == "valley:fawqani"


def test_namesakes_without_a_hint_are_ambiguous_and_drawn_nowhere() -> None:
    outcome = located("سيطرت قسد على السبخة", "السبخة")
    place = outcome.claims[0].place
    assert (place.id, place.lon, place.lat) == (None, None, None)
    assert place.reason is not None
    assert place.reason.startswith("ambiguous: ")
    assert {candidate.id for candidate in place.candidates} == {"valley:sabkha_east", "valley:sabkha_north"}
    assert [(issue.kind, issue.claim, issue.text) for issue in outcome.issues] == [("ambiguous", outcome.claims[0].id, "السبخة")]


def test_the_parent_said_in_the_text_decides_between_namesakes() -> None:
    assert found("سيطرت قسد على بلدة السبخة في ريف الرقة", "السبخة").id == "valley:sabkha_north"
    assert found("سيطرت قسد على بلدة السبخة بدير الزور", "السبخة").id == "valley:sabkha_east"


def test_the_other_places_of_the_article_decide_between_namesakes() -> None:
    text = "سيطرت قسد على السبخة وهجين والشعفة"
    names = ("السبخة", "هجين", "الشعفة")
    assert located(text, *names).claims[0].place.id == "valley:sabkha_east"


def test_the_kind_said_in_the_text_decides() -> None:
    assert found("قسد في محافظة الرقة", "الرقة", "province").id == "valley:north"
    assert found("السيطرة على مطار الطبقة", "مطار الطبقة", "airport").id == "valley:airport"


def test_an_article_without_claims_has_nothing_to_locate() -> None:
    assert located("لا جديد") == Located((), ())


def test_a_foreign_name_in_arabic_letters_is_found_by_its_consonants() -> None:
    town = place("vovchansk", "Vovchansk", "Вовчанськ", 40.0, 34.0, country="UA")
    outcome = resolve("فوفتشانسك", [mention("فوفتشانسك", "فوفتشانسك")], Gazetteer((town,), ()), THEATRE)[0]
    assert outcome.id == "valley:vovchansk"
    assert "near match: sounds like Vovchansk" in outcome.candidates[0].reasons


@pytest.mark.parametrize(
    ("written", "place_id"), [("Авдеевке", "valley:avdiivka"), ("Авдіївки", "valley:avdiivka"), ("Сабхой", "valley:sabkha")]
)
def test_cyrillic_cases_and_renderings(written: str, place_id: str) -> None:
    towns = (place("avdiivka", "Avdiivka", "أفدييفكا", 40.0, 34.0), place("sabkha", "As-Sabkhah", "السبخة", 40.5, 34.5))
    assert resolve(written, [mention(written, written)], Gazetteer(towns, ()), THEATRE)[0].id == place_id


def test_a_quarter_is_nobodys_without_its_town() -> None:
    quarter = place("old", "Old City", "المدينة القديمة", 40.9, 34.4, kind="quarter", parent="valley:bukamal")
    known = Gazetteer((*PLACES, quarter), ())
    alone, beside = "قصف المدينة القديمة", "قصف المدينة القديمة في البوكمال"
    assert resolve(alone, [mention(alone, "المدينة القديمة")], known, THEATRE)[0].id is None
    assert resolve(beside, [mention(beside, "المدينة القديمة")], known, THEATRE)[0].id == "valley:old"


def test_a_namesake_elsewhere_is_taken_only_when_the_text_says_where(tmp_path: Path) -> None:
    nigeria = Entry("geonames:1", "country", "Nigeria", (("ar", "نيجيريا"),), 8.0, 9.0, 500_000, None, "NG")
    minna = Entry("geonames:2", "settlement", "Minna", (("ar", "الميناء"),), 6.5, 9.6, 2_000, "geonames:1", "NG")
    add(tmp_path / "index.sqlite", Layer("test", "test"), [nigeria, minna])
    known = Gazetteer(PLACES, (Index(tmp_path / "index.sqlite"),))
    silent, told = "السيطرة على الميناء", "السيطرة على الميناء في نيجيريا"
    assert resolve(silent, [mention(silent, "الميناء")], known, THEATRE)[0].id is None
    assert resolve(told, [mention(told, "الميناء")], known, THEATRE)[0].id == "geonames:2"


def test_a_town_of_a_country_that_the_text_does_not_speak_of_is_meant_only_near_its_other_places(tmp_path: Path) -> None:
    iraq = Entry("geonames:5", "country", "Iraq", (("ar", "العراق"),), 43.7, 33.0, 400_000, None, "IQ")
    across = Entry("geonames:3", "settlement", "Saqlawiyah", (("ar", "الصقلاوية"),), 43.7, 33.4, 2000, "geonames:5", "IQ", 50_000)
    same = Entry("geonames:4", "settlement", "Nabk", (("ar", "النبك"),), 36.7, 34.0, 2000, None, "SY", 50_000)
    add(tmp_path / "index.sqlite", Layer("test", "test"), [iraq, across, same])
    known = Gazetteer(PLACES, (Index(tmp_path / "index.sqlite"),))

    def of(text: str, name: str) -> str | None:
        return resolve(text, [mention(text, "هجين"), mention(text, name)], known, THEATRE)[1].id

    assert of("السيطرة على هجين والصقلاوية", "الصقلاوية") is None
    assert of("السيطرة على هجين، وفي العراق على الصقلاوية", "الصقلاوية") == "geonames:3"
    assert of("السيطرة على هجين والنبك", "النبك") == "geonames:4"
