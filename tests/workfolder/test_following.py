"""A judgement is applied to the same statement, proposed for a like one, or listed as orphaned; never applied to another."""

import datetime as dt
import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whoheld.following import follow, statement
from whoheld.model import (
    ArticleRef,
    Basis,
    Claim,
    Evidence,
    Extent,
    Judgement,
    Mention,
    Modality,
    Party,
    Relation,
    Telling,
    When,
    claim_id,
)

TEXT = "On Friday the SDF took Hajin and Susah after weeks of fighting. ISIS still holds Baghuz, officials said on Sunday."
URL = "https://x.example/a"


def claim(  # noqa: PLR0913 - the cases differ in one each
    text: str = TEXT,
    place: str = "Hajin",
    sentence: str = "",
    *,
    relation: Relation = Relation.GAINED,
    actor: str = "SDF",
    url: str | None = URL,
) -> Claim:
    quote = sentence or next(part for part in text.split(". ") if place in part)
    start, where = text.index(quote), text.index(place)
    end = start + len(quote)
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    spans = ((start, end), (where, where + len(place)))
    return Claim(
        id=claim_id(sha256=sha256, spans=spans, relation=relation, actor=actor, when=None),
        relation=relation,
        actor=Party(id=actor, text=actor),
        loser=None,
        place=Mention(text=place, start=where, end=where + len(place)),
        extent=Extent.WHOLE,
        when=When(earliest=None, latest=None, basis=Basis.UNKNOWN),
        telling=Telling.EVENT,
        modality=Modality.ASSERTED,
        speaker=None,
        evidence=Evidence(
            quote=quote, start=start, end=end, prefix=text[max(start - 32, 0) : start], suffix=text[end : end + 32]
        ),
        article=ArticleRef(id=sha256[:16], url=url, title=None, published="2019", publisher=None, language="en", sha256=sha256),
        rule="test",
    )


def rejected(about: Claim) -> Judgement:
    return Judgement(
        claim=about.id,
        action="reject",
        who="a",
        when=dt.datetime(2020, 1, 1, tzinfo=dt.UTC),
        quote=about.evidence.quote,
        prefix=about.evidence.prefix,
        suffix=about.evidence.suffix,
        statement=statement(about),
    )


def fates(judged: Claim, *now: Claim) -> tuple[list[str], list[str], int]:
    followed = follow([rejected(judged)], now)
    assert len(followed.issues()) == len(followed.proposed) + len(followed.orphaned)
    return [j.claim for j in followed.applied], [p.claim.id for p in followed.proposed], len(followed.orphaned)


def test_the_same_claim_is_judged() -> None:
    assert fates(claim(), claim(), claim(place="Susah")) == ([claim().id], [], 0)


def test_a_better_extraction_of_the_same_words_is_followed() -> None:
    longer = claim(sentence=TEXT)
    assert longer.id != claim().id
    assert fates(claim(), longer, claim(place="Susah")) == ([longer.id], [], 0)


@pytest.mark.parametrize("now", [claim(relation=Relation.HOLDS), claim(actor="ISIS")], ids=["another relation", "another actor"])
def test_another_reading_of_the_same_words_is_only_proposed(now: Claim) -> None:
    assert fates(claim(), now) == ([], [now.id], 0)


def test_an_edit_elsewhere_in_the_article_is_followed_and_the_older_version_stays_judged() -> None:
    edited = claim(TEXT + " This article was corrected.")
    assert edited.id != claim().id
    assert fates(claim(), edited) == ([edited.id], [], 0)
    assert fates(claim(), claim(), edited) == ([claim().id, edited.id], [], 0)


def test_an_edit_of_the_sentence_itself_is_only_proposed() -> None:
    edited = claim(TEXT.replace("Friday", "Thursday"))
    assert fates(claim(), edited) == ([], [edited.id], 0)
    assert fates(claim(), claim(), edited) == ([claim().id], [edited.id], 0)


@pytest.mark.parametrize(
    "now",
    [
        claim(place="Susah"),
        claim(
            TEXT.replace("Hajin", "Susah", 1).replace("and Susah", "and Hajin"), place="Hajin", url="https://x.example/another"
        ),
        claim("Days later the army lost Hajin to a raid of gunmen and a storm, a man said.", url=URL),
    ],
    ids=["another place", "another article", "another sentence"],
)
def test_another_statement_is_left_alone(now: Claim) -> None:
    assert fates(claim(), now) == ([], [], 1)


def test_two_that_could_be_meant_are_not_chosen_between() -> None:
    twice = "The SDF took Hajin. " * 12
    first = claim(twice, sentence="The SDF took Hajin")
    second = first.model_copy(update={"id": "second"})
    edited_text = twice + "End."
    edited = claim(edited_text, sentence="The SDF took Hajin")
    copies = [edited, edited.model_copy(update={"id": "copy"})]
    assert fates(second, *copies)[0] == []


def test_a_claim_with_a_judgement_of_its_own_is_not_taken_over() -> None:
    edited = claim(TEXT + " This article was corrected.")
    accepted = rejected(edited).model_copy(update={"action": "accept"})
    followed = follow([rejected(claim()), accepted], [edited])
    assert followed.applied == (accepted,)
    assert [j.action for j in followed.orphaned] == ["reject"]


def test_a_judgement_without_its_words_holds_by_id_alone() -> None:
    bare = rejected(claim()).model_copy(update={"statement": None})
    assert follow([bare], [claim()]).applied == (bare,)
    assert follow([bare], [claim(sentence=TEXT)]).orphaned == (bare,)


def test_a_retraction_follows_its_article() -> None:
    retraction = Judgement(claim=claim().article.id, action="retract", who="a", when=dt.datetime(2020, 1, 1, tzinfo=dt.UTC))
    assert follow([retraction], [claim()]).applied == (retraction,)
    assert follow([retraction], []).orphaned == (retraction,)


WORDS = st.lists(
    st.sampled_from(["SDF", "took", "Hajin", "Susah", "Baghuz", "on", "Friday", ".", "ISIS", "holds"]), min_size=3, max_size=25
)


def read_claims(text: str) -> list[Claim]:
    """Every place of a toy language, each with the sentence it stands in and the actor named before it."""
    return [
        claim(text, place, sentence, actor=actor)
        for sentence in filter(str.strip, text.split("."))
        for place in ("Hajin", "Susah", "Baghuz")
        for actor in ("SDF", "ISIS")
        if f" {place} " in f" {sentence} " and actor in sentence and text.index(place) >= text.index(sentence)
    ]


@given(WORDS, WORDS)
def test_no_judgement_is_lost_or_applied_to_another_statement(before: list[str], after: list[str]) -> None:
    old, new = read_claims(" ".join(before)), read_claims(" ".join(after))
    judgements = {judgement.claim: judgement for judgement in map(rejected, old)}
    followed = follow(judgements.values(), new)
    now = {found.id: found for found in new}
    for judgement in followed.applied:
        about = now[judgement.claim]
        assert judgement.statement is not None
        assert (about.place.text, about.actor.id, about.relation) == (
            judgement.statement.place,
            judgement.statement.actor,
            judgement.statement.relation,
        )
        assert about.evidence.quote == judgement.quote
    fates = len(followed.applied) + len(followed.proposed) + len(followed.orphaned)
    assert fates == len(judgements)
    assert follow(judgements.values(), reversed(new)) == followed
