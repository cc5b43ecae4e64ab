"""A law of English: what is told about when, how, or by whose account does not change what a clause claims."""

from dataclasses import dataclass

import pytest
from small_war import Claims, said


@dataclass(frozen=True)
class Frame:
    """A clause in parts; ``past`` and ``base`` are forms of its verb, ``claim`` what it says."""

    subject: str
    past: str
    base: str
    rest: str
    claim: str

    @property
    def predicate(self) -> str:
        return f"{self.past} {self.rest}"


FRAMES = (
    Frame("the Syrian army", "captured", "capture", "Hajin", "gained SYRIA_GOV Hajin"),
    Frame("the Houthis", "retook", "retake", "Marib from government forces", "gained HOUTHI Marib"),
    Frame("Russian troops", "took", "take", "control of Lyman", "gained RUSSIA Lyman"),
    Frame("the Rapid Support Forces", "drove", "drive", "the Sudanese army out of Nyala", "gained RSF Nyala"),
    Frame("Tarhuna", "fell", "fall", "to militants", "gained militants Tarhuna"),
    Frame("Mosul", "came", "come", "under the control of the Islamic State", "gained ISIS Mosul"),
    Frame("Ukrainian forces", "lost", "lose", "Bakhmut to Russian troops", "gained RUSSIA Bakhmut"),
    Frame("the Syrian army", "withdrew", "withdraw", "from Palmyra", "lost SYRIA_GOV Palmyra"),
    Frame("the Sudanese army", "handed", "hand", "Khartoum over to the Rapid Support Forces", "gained RSF Khartoum"),
)
WHOLE = (
    "On Tuesday {clause}.",
    "After days of shelling, {clause}.",
    "As talks stalled, {clause}.",
    "Despite a government offer of talks, {clause}.",
    "With no sign of a ceasefire, {clause}.",
    "Amid fears of a wider war, {clause}.",
    "At the height of the rainy season, {clause}.",
    "Two days after threatening to end the truce, {clause}.",
    "The road to the coast is closed, and {clause}.",
    "It was a bad week for the town's people: {clause}.",
    "{clause}, an official said on Tuesday.",
    "{clause} despite promises to respect the truce.",
    "{clause}, sending thousands of people fleeing.",
    "Residents told reporters in Taiz that {clause}.",
    "A commander could not be reached, but residents said {clause}.",
)
PARTED = (
    "{subject}, on Tuesday, {predicate}.",
    "{subject}, residents said, {predicate}.",
    "{subject}, once on the verge of defeat, {predicate}.",
    "{subject} – once on the verge of defeat – {predicate}.",
    "{subject} – in turn – {predicate}.",
    "{subject} – for the second time in a year – {predicate}.",
    "{subject} soon {predicate}.",
    "{subject} suffered for days but finally {predicate}.",
)
OF_MEN = (
    "{subject}, who denied receiving foreign help, {predicate}.",
    "{subject}, using captured vehicles, {predicate}.",
    "{subject}, most of whom are from the north, {predicate}.",
    "{subject} backed by foreign mercenaries {predicate}.",
    "{subject} denied any massacre but {predicate}.",
)
PLACES = (
    "the town of {place}",
    "the gold-mining town of {place}",
    "the UNESCO-listed city of {place}",
    "the largely deserted town of {place}",
    "the former rebel stronghold of {place}",
    "the mainly Kurdish town of {place}",
    "{place}, a trading hub of 40,000 people,",
    "{place}, which has no running water,",
    "{place}, on the outskirts of which lies a large market,",
    "{place}, some 200 kilometres west of the capital, Aden,",
    "{place} (pop. 60,000)",
    "{place} — a rail hub on the main highway —",
)
UNDONE = (
    "{subject} did not, residents said, {base} {rest}.",
    "{subject} would, an official said, {base} {rest}.",
    "If talks fail, {subject} will {base} {rest}.",
    "There is no evidence that {subject} {predicate}.",
    "The UN demanded that {subject} {base} {rest}.",
)


def _write(form: str, frame: Frame) -> str:
    parts = {"subject": frame.subject, "predicate": frame.predicate, "base": frame.base, "rest": frame.rest}
    text = form.format(clause=f"{frame.subject} {frame.predicate}", **parts)
    return text[0].upper() + text[1:]


def _closed(text: str) -> str:
    """A text whose last aside its full stop closes."""
    return text.replace(",.", ".").replace(" —.", ".")


def _said(claims: Claims, text: str) -> set[str]:
    """What a text claims, without who lost a place that another gained."""
    found = claims(text)
    gained = {claim.place.start for claim in found if claim.relation == "gained"}
    return {said(claim) for claim in found if not (claim.relation == "lost" and claim.place.start in gained)}


@pytest.mark.parametrize("form", WHOLE + PARTED)
def test_what_is_told_besides_leaves_a_claim_alone(claims: Claims, form: str) -> None:
    texts = {_write(form, frame): frame.claim for frame in FRAMES}
    assert {text: _said(claims, text) for text in texts} == {text: {claim} for text, claim in texts.items()}


@pytest.mark.parametrize("form", OF_MEN)
def test_what_is_told_of_men_leaves_their_claim_alone(claims: Claims, form: str) -> None:
    men = [frame for frame in FRAMES if frame.subject not in {"Tarhuna", "Mosul"}]
    texts = {_write(form, frame): frame.claim for frame in men}
    assert {text: _said(claims, text) for text in texts} == {text: {claim} for text, claim in texts.items()}


@pytest.mark.parametrize("form", PLACES)
def test_what_is_told_of_a_place_leaves_its_claim_alone(claims: Claims, form: str) -> None:
    texts = {}
    for frame in FRAMES:
        place = frame.claim.rsplit(" ", 1)[1]
        told = _write("{clause}.", frame).replace(place, form.format(place=place), 1)
        texts[_closed(told)] = frame
    assert {text: _said(claims, text) for text in texts} == {text: {frame.claim} for text, frame in texts.items()}


@pytest.mark.parametrize("form", UNDONE)
def test_what_was_not_done_is_no_claim(claims: Claims, form: str) -> None:
    texts = [_write(form, frame) for frame in FRAMES if frame.subject not in {"Tarhuna", "Mosul"}]
    assert {text: _said(claims, text) for text in texts} == {text: set() for text in texts}
