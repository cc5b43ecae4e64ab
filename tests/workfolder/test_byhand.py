"""A claim that a person entered is kept like a judgement and treated like any other claim."""

import datetime as dt
from pathlib import Path

import pytest

from whoheld import byhand, journal, timeline, workfolder
from whoheld.byhand import Entry
from whoheld.errors import DataError, UsageError
from whoheld.model import Basis, Candidate, Claim, Relation, Telling
from whoheld.workfolder import WorkFolder

QUOTE = "أعلنت قسد سيطرتها على بلدة السوسة"


def entry(**changed: object) -> Entry:
    fields = {
        "quote": QUOTE,
        "relation": "gained",
        "place": "السوسة",
        "actor": "قسد",
        "actor_id": "SDF",
        "published": "2019-01-23",
        "url": "https://x.example/paper.pdf",
        "archive": "https://archive.example/1",
        "who": "analyst",
        "entered": dt.datetime(2020, 1, 1, tzinfo=dt.UTC),
        "why": "page 3",
    }
    return Entry.model_validate(fields | changed)


@pytest.fixture
def work(tmp_path: Path) -> WorkFolder:
    return workfolder.create(tmp_path / "work", "syria")


def located(claim: Claim) -> Claim:
    found = Candidate(id="syria:susah", name="As-Susah", lon=40.9, lat=34.5, precision_m=500, kind="settlement", score=1)
    place = claim.place.model_copy(update=found.model_dump(include={"id", "name", "lon", "lat", "precision_m"}))
    return claim.model_copy(update={"place": place})


def test_an_entry_is_kept_and_is_a_claim(work: WorkFolder) -> None:
    claim = byhand.add(work, entry())
    assert (claim.relation, claim.actor.id, claim.telling, claim.rule) == (Relation.GAINED, "SDF", Telling.EVENT, "by hand")
    assert claim.article.url == "https://x.example/paper.pdf"
    (kept,) = byhand.entries(work)
    assert kept == entry()
    text = byhand.article(kept).text
    assert text[claim.evidence.start : claim.evidence.end] == claim.evidence.quote == QUOTE
    assert text[claim.place.start : claim.place.end] == claim.place.text == "السوسة"
    assert byhand.article(kept).language == "ar"


def test_it_counts_in_the_timeline() -> None:
    (control,) = timeline.build([located(byhand.claim(entry()))]).controls
    assert (control.place_id, control.actor, control.valid_from) == ("syria:susah", "SDF", dt.date(2019, 1, 23))


@pytest.mark.parametrize(
    ("changed", "earliest", "latest", "basis"),
    [
        ({}, None, dt.date(2019, 1, 23), Basis.PUBLISHED),
        ({"relation": "holds"}, dt.date(2019, 1, 23), dt.date(2019, 1, 23), Basis.PUBLISHED),
        ({"published": None}, None, None, Basis.UNKNOWN),
        ({"earliest": "2019-01-01", "latest": "2019-01-31"}, dt.date(2019, 1, 1), dt.date(2019, 1, 31), Basis.STATED),
    ],
)
def test_no_day_is_invented(changed: dict[str, object], earliest: dt.date | None, latest: dt.date | None, basis: Basis) -> None:
    when = byhand.claim(entry(**changed)).when
    assert (when.earliest, when.latest, when.basis) == (earliest, latest, basis)


@pytest.mark.parametrize(
    ("changed", "message"),
    [({"place": "هجين"}, "quote"), ({"place": " "}, "quote"), ({"url": None, "archive": None}, "source")],
)
def test_an_entry_without_its_evidence_is_refused(changed: dict[str, object], message: str, work: WorkFolder) -> None:
    with pytest.raises(UsageError, match=message):
        byhand.add(work, entry(**changed))
    assert list(byhand.entries(work)) == []


def test_the_same_entered_twice_counts_once(work: WorkFolder) -> None:
    byhand.add(work, entry())
    byhand.add(work, entry(who="another"))
    assert [kept.who for kept in byhand.entries(work)] == ["analyst"]


def test_a_damaged_or_foreign_line_is_not_served(work: WorkFolder) -> None:
    journal.append(work.path / byhand.JOURNAL, [{"quote": "of another version"}])
    with pytest.raises(UsageError, match=r"byhand\.jsonl"):
        list(byhand.entries(work))
    path = work.path / byhand.JOURNAL
    path.write_bytes(path.read_bytes().replace(b"another", b"altered"))
    with pytest.raises(DataError, match="row 1"):
        list(byhand.entries(work))
