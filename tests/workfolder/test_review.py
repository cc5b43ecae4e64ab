"""What a person is asked, in which order, and what is kept of the answers."""

import datetime as dt
from pathlib import Path

import pytest

from whoheld import timeline, workfolder
from whoheld.following import Followed, Proposal
from whoheld.model import (
    ArticleRef,
    Basis,
    Candidate,
    Claim,
    Evidence,
    Extent,
    Mention,
    Modality,
    Party,
    Place,
    Relation,
    Telling,
    When,
)
from whoheld.review import Doubt, Session, doubts, judgement
from whoheld.sketch import sketch

NOW = dt.datetime(2020, 1, 1, tzinfo=dt.UTC)
DAY = dt.date(2019, 1, 21)


ARTICLE = ArticleRef(id="", url=None, title=None, published="2019-01-21", publisher=None, language="en", sha256="")


def candidate(place: str, score: float) -> Candidate:
    return Candidate(id=place, name=place, lon=40, lat=35, precision_m=100, kind="settlement", score=score)


def claim(number: int, *, actor: str | None = "SDF", candidates: tuple[Candidate, ...] = (), **fields: object) -> Claim:
    place = {"id": "p", "name": "p", "lon": 40, "lat": 35, "precision_m": 1} if len(candidates) != 1 else {}
    base = Claim(
        id=f"{number:016x}",
        relation=Relation.GAINED,
        actor=Party(id=actor, text="a"),
        loser=None,
        place=Mention.model_validate({"text": "Hajin", "start": 9, "end": 14, "candidates": candidates} | place),
        extent=Extent.WHOLE,
        when=When(earliest=DAY, latest=DAY, basis=Basis.STATED),
        telling=Telling.EVENT,
        modality=Modality.ASSERTED,
        speaker=None,
        evidence=Evidence(quote="SDF took Hajin", start=0, end=14, prefix="", suffix="."),
        article=ArticleRef(
            id=f"{number}", url=None, title=None, published="2019-01-21", publisher=None, language="en", sha256=f"{number}"
        ),
        rule="test",
    )
    return base.model_copy(update=fields)


SURE = claim(1)
UNKNOWN_ACTOR = claim(2, actor=None)
AMBIGUOUS = claim(3, candidates=(candidate("p", 0.5),))
CLOSE = claim(4, candidates=(candidate("p", 0.52), candidate("q", 0.5)))
HEDGED_AND_UNKNOWN = claim(5, actor=None, modality=Modality.HEDGED)
ALL = [SURE, UNKNOWN_ACTOR, AMBIGUOUS, CLOSE, HEDGED_AND_UNKNOWN]


def test_the_doubtful_are_asked_and_the_most_doubtful_first() -> None:
    queue = doubts(timeline.build([]), ALL)
    assert [doubt.claim for doubt in queue] == [HEDGED_AND_UNKNOWN, UNKNOWN_ACTOR, AMBIGUOUS, CLOSE]
    assert queue[0].reasons == ("the actor 'a' is not known", "the report is hedged")
    assert "not found" in queue[2].reasons[0]
    assert "nearly as well" in queue[3].reasons[0]


def test_contradicting_reports_are_asked() -> None:
    one = claim(1, relation=Relation.HOLDS)
    other = claim(2, actor="ISIS", relation=Relation.HOLDS)
    queue = doubts(timeline.build([one, other]), [one, other])
    assert {doubt.claim.id for doubt in queue} == {one.id, other.id}
    assert all(doubt.reasons == ("another report contradicts it",) for doubt in queue)


def test_what_was_judged_is_not_asked_again_unless_withdrawn() -> None:
    said = judgement(UNKNOWN_ACTOR, "accept", who="a", when=NOW)
    withdrawn = judgement(UNKNOWN_ACTOR, "withdraw", who="a", when=NOW + dt.timedelta(1))
    empty = timeline.build([])
    assert doubts(empty, [UNKNOWN_ACTOR], Followed((said,), (), ())) == []
    assert len(doubts(empty, [UNKNOWN_ACTOR], Followed((withdrawn, said), (), ()))) == 1


def test_a_proposal_is_asked_first_and_any_answer_settles_it(tmp_path: Path) -> None:
    before = judgement(claim(9), "reject", who="b", when=NOW, why="another Hajin")
    queue = doubts(timeline.build([]), [UNKNOWN_ACTOR, SURE], Followed((), (Proposal(before, SURE, 90),), ()))
    assert [(doubt.claim, doubt.proposed) for doubt in queue] == [(SURE, before), (UNKNOWN_ACTOR, None)]
    work = workfolder.create(tmp_path / "work", "syria")
    sitting = Session(work, queue, "a")
    sitting.say("reject", when=NOW)
    assert [(word.claim, word.action) for word in work.judgements()] == [(SURE.id, "reject"), (claim(9).id, "withdraw")]
    sitting.undo(when=NOW)
    assert [(word.claim, word.action) for word in work.judgements()][2:] == [(SURE.id, "withdraw"), (claim(9).id, "reject")]


def test_a_word_carries_what_it_judged() -> None:
    word = judgement(SURE, "amend", who="a", when=NOW, why="because", amend={"relation": "holds"})
    assert (word.quote, word.suffix, word.amend) == ("SDF took Hajin", ".", {"relation": "holds"})
    assert word.statement
    assert (word.statement.place, word.statement.relation) == ("Hajin", Relation.GAINED)
    with pytest.raises(ValueError, match="action"):
        judgement(SURE, "applaud", who="a", when=NOW)


@pytest.fixture
def session(tmp_path: Path) -> Session:
    work = workfolder.create(tmp_path / "work", "syria")
    return Session(work, [Doubt(item, ("a reason",)) for item in ALL[:3]], "analyst")


def actions(session: Session, tmp_path: Path) -> list[tuple[str, str]]:
    return [(word.claim[-1], word.action) for word in workfolder.opened(tmp_path / "work").judgements()]


def test_each_word_is_kept_at_once_and_the_next_is_asked(session: Session, tmp_path: Path) -> None:
    session.say("accept", when=NOW)
    assert actions(session, tmp_path) == [("1", "accept")]
    session.skip()
    assert session.current
    assert session.current.claim == AMBIGUOUS
    session.say("reject", when=NOW, why="another Hajin")
    assert (session.current, session.left) == (None, 0)
    assert actions(session, tmp_path) == [("1", "accept"), ("3", "reject")]


def test_undo_goes_back_and_the_journal_keeps_both(session: Session, tmp_path: Path) -> None:
    session.undo(when=NOW)
    session.say("reject", when=NOW)
    session.skip()
    session.undo(when=NOW)
    session.undo(when=NOW + dt.timedelta(1))
    assert session.current
    assert (session.current.claim, session.left) == (SURE, 3)
    assert actions(session, tmp_path) == [("1", "reject"), ("1", "withdraw")]


def test_a_withdrawn_word_has_no_influence() -> None:
    words = [judgement(SURE, "reject", who="a", when=NOW), judgement(SURE, "withdraw", who="a", when=NOW + dt.timedelta(1))]
    assert timeline.build([SURE], words).controls == timeline.build([SURE]).controls
    assert timeline.build([SURE], words[:1]).controls == ()


def test_a_sketch_shows_who_lies_where() -> None:
    def place(name: str, lon: float, lat: float) -> Place:
        return Place(id=name, kind="settlement", name=name, lon=lon, lat=lat, precision_m=100, source="test")

    around = [place("north", 40, 35.1), place("east", 40.2, 35), place("far", 50, 35), place("beside", 40.2, 35.001)]
    *rows, legend = sketch(40, 35, [*around, place("at it", 40, 35), place("here", 40, 35)], own="here").splitlines()
    where = {letter: (number, row.index(letter)) for number, row in enumerate(rows) for letter in "+abc" if letter in row}
    assert legend.endswith("+ here / at it; a north; b east / beside")
    assert where["a"][0] < where["+"][0] == where["b"][0]
    assert where["a"][1] == where["+"][1] < where["b"][1]
    assert "+" in sketch(40, 35, [])
