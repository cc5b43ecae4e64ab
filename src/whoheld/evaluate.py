"""Extraction against a gold set: precision and recall by level and language, the worst misses, and predictions for other scorers.

A gold set is a folder with ``gold.jsonl``, ``texts/ID.txt`` and, where actors are called otherwise than in the theatres,
``actors.json`` (id -> aliases, and ids that are accepted for it).
"""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal, NamedTuple

from pydantic import TypeAdapter, ValidationError

from whoheld.errors import DataError
from whoheld.geodata.files import first_fault
from whoheld.interval import prefix
from whoheld.model import Article, Called, Claim, Label, Labelled, Modality, Relation
from whoheld.text import key

Level = Literal["a", "b", "c", "d"]
LEVELS: Mapping[Level, str] = {"a": "place and group", "b": "with actor", "c": "exact relation", "d": "with date"}
"""What a prediction must share with a gold claim: gained and holds are one group; a date must lie inside the gold's period."""


class Text(NamedTuple):
    """One labelled text: its record in ``gold.jsonl`` and the article."""

    record: Labelled
    article: Article


@dataclass(slots=True)
class Count:
    """True and false positives, and false negatives."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        """Of what was predicted, how much is right; 0 where nothing was."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 0.0

    @property
    def recall(self) -> float:
        """Of what the gold says, how much was found; 0 where it says nothing."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


class Miss(NamedTuple):
    """A claim that was not found, or one that the gold does not make (``invented``), with its words."""

    text_id: str
    invented: bool
    relation: str
    actor: str
    place: str
    words: str


@dataclass(slots=True)
class Result:
    """Figures by language and level, claim-free texts with a false alarm (and all of them), and every miss at level b."""

    counts: dict[tuple[str, Level], Count] = field(default_factory=lambda: defaultdict(Count))
    false_alarms: dict[str, tuple[int, int]] = field(default_factory=dict)
    misses: list[Miss] = field(default_factory=list)


def texts(gold: Path) -> Iterator[Text]:
    """The labelled texts of a gold set.

    Raises:
        DataError: the folder is no gold set, or a record of it cannot be used.
    """
    path = gold / "gold.jsonl"
    try:
        rows = path.read_text("utf-8").splitlines()
    except OSError as error:
        raise DataError(f"{error.strerror}; a gold set is a folder with gold.jsonl and texts/", path=path) from error
    if not any(map(str.strip, rows)):
        raise DataError("holds no labelled text", path=path)
    for number, row in enumerate(rows, 1):
        try:
            record = Labelled.model_validate_json(row)
            text = (gold / "texts" / f"{record.id}.txt").read_bytes().decode("utf-8")
        except ValidationError as error:
            raise DataError(first_fault(error), path=path, row=number) from error
        except OSError as error:
            raise DataError(f"its text {error.filename} cannot be read: {error.strerror}", path=path, row=number) from error
        except UnicodeDecodeError as error:
            raise DataError(f"its text is no UTF-8: {error}", path=path, row=number) from error
        yield Text(record, _article(record, text))


def _article(record: Labelled, text: str) -> Article:
    return Article(
        id=record.id,
        text=text,
        published=record.published,
        published_basis="given" if record.published else "unknown",
        language=record.lang,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        source=record.id,
    )


def prediction(claim: Claim, names: Sequence[str] = ()) -> dict[str, Any]:
    """A claim as a scorer reads it; ``date`` is the longest ISO prefix that its days share.

    Args:
        claim: with its place found or not.
        names: those of the place that it means, so that a scorer knows what "the town" is whatever words call it.
    """
    return {
        "place_start": claim.place.start,
        "place_end": claim.place.end,
        "place_text": claim.place.text,
        "place_names": list(dict.fromkeys((claim.place.text, *names))),
        "actor": claim.actor.id,
        "actor_names": [claim.actor.text] if claim.actor.text else [],
        "relation": claim.relation.value,
        "date": prefix(claim.when.earliest, claim.when.latest),
        "extent": claim.extent.value,
        "modality": claim.modality.value,
    }


def records(
    labelled: Sequence[Text], claims: Iterable[Claim], names: Mapping[str, Sequence[str]] = MappingProxyType({})
) -> list[dict[str, Any]]:
    """One record of predictions for each text, whose articles the claims are of; denied claims are left out.

    Args:
        labelled: the texts.
        claims: with their places found or not.
        names: the id of a place -> its names.
    """
    by_text: dict[str, list[dict[str, Any]]] = {text.record.id: [] for text in labelled}
    for claim in claims:
        if claim.modality is not Modality.DENIED:
            by_text[claim.article.id].append(prediction(claim, names.get(claim.place.id or "", ())))
    return [{"id": text_id, "claims": found} for text_id, found in by_text.items()]


def write(records: Sequence[Mapping[str, Any]], path: Path) -> None:
    """Writes predictions as JSON Lines."""
    lines = (json.dumps(record, ensure_ascii=False) + "\n" for record in records)
    path.write_text("".join(lines), encoding="utf-8")


def evaluate(gold: Path, labelled: Sequence[Text], records: Sequence[Mapping[str, Any]]) -> Result:
    """Compares predictions with a gold set.

    Args:
        gold: the folder, for its ``actors.json``.
        labelled: its texts.
        records: one prediction record for each of them.

    Raises:
        DataError: ``actors.json`` cannot be used.
    """
    result, names = Result(), _names(gold)
    predicted = {record["id"]: record["claims"] for record in records}
    for text in labelled:
        judge = _Judge(text, predicted.get(text.record.id, []), names)
        language = text.record.lang
        for level in LEVELS:
            judge.count(level, result.counts[language, level])
        if not text.record.claims:
            alarms, free = result.false_alarms.get(language, (0, 0))
            result.false_alarms[language] = (alarms + bool(judge.claims), free + 1)
        result.misses.extend(judge.misses())
    return result


def _names(gold: Path) -> Mapping[str, frozenset[str]]:
    """Folded name -> ids of actors.json that it stands for, accepted relatives included."""
    listed = _listed(gold / "actors.json")
    ids: dict[str, set[str]] = defaultdict(set)
    accepted: dict[str, set[str]] = defaultdict(set)
    for actor, called in listed.items():
        for name in (actor, *called.aliases):
            ids[key(name)].add(actor)
        for other in called.accept:
            accepted[other].add(actor)
    return {name: frozenset(found).union(*(accepted[one] for one in found)) for name, found in ids.items()}


def _listed(path: Path) -> Mapping[str, Called]:
    if not path.exists():
        return {}
    try:
        return TypeAdapter(dict[str, Called]).validate_json(path.read_bytes())
    except ValidationError as error:
        raise DataError(first_fault(error), path=path) from error


class _Judge:
    """Compares the predictions of one text with its gold."""

    def __init__(self, text: Text, claims: Sequence[Mapping[str, Any]], names: Mapping[str, frozenset[str]]) -> None:
        self._text = text
        self._names = names
        self.claims = claims
        self._firm = [label for label in text.record.claims if not label.soft]
        self._soft = [label for label in text.record.claims if label.soft]

    def count(self, level: Level, count: Count) -> None:
        """Adds what was right, wrong and missed at a level; a prediction is right of one claim, so that two need two."""
        wanted = list(dict.fromkeys(self._key(label, level) for label in self._firm if level != "d" or label.date))
        matched = [{self._key(label, level) for label in self._firm if self._matches(said, label, level)} for said in self.claims]
        right = _paired([[at for at, own in enumerate(wanted) if own in keys] for keys in matched])
        wrong = [
            (
                key(said["place_text"]),
                said["relation"] if level == "c" else _group(said["relation"]),
                level != "a" and said["actor"],
            )
            for said, keys in zip(self.claims, matched, strict=True)
            if not keys and not self._excused(said, level)
        ]
        count.right += right
        count.missed += len(wanted) - right
        count.wrong += len(wrong if level == "d" else set(wrong))

    def misses(self) -> Iterator[Miss]:
        """What was missed and invented at level b."""
        text_id, text = self._text.record.id, self._text.article.text
        for label in self._firm:
            if not any(self._matches(said, label, "b") for said in self.claims):
                words = text[label.start : label.end]
                yield Miss(text_id, invented=False, relation=label.relation, actor=label.actor, place=label.place, words=words)
        for said in self.claims:
            if not any(self._matches(said, label, "b") for label in self._firm) and not self._excused(said, "b"):
                words = text[max(0, said["place_start"] - 60) : said["place_end"] + 60]
                actor = said["actor"] or next(iter(said["actor_names"]), "-")
                yield Miss(text_id, invented=True, relation=said["relation"], actor=actor, place=said["place_text"], words=words)

    def _key(self, label: Label, level: Level) -> tuple[object, ...]:
        relation = label.relation if level == "c" else _group(label.relation)
        actor = None if level == "a" else label.actor
        return (label.place, relation, actor, (label.date, label.start) if level == "d" else None)

    def _excused(self, said: Mapping[str, Any], level: Level) -> bool:
        """Whether a prediction is borderline by the gold, or the loss that a matching gain implies."""
        if any(self._matches(said, label, "b" if level == "d" else level) for label in self._soft):
            return True
        gains = [label for label in (*self._firm, *self._soft) if label.relation is Relation.GAINED and label.loser]
        implied = [label for label in gains if said["relation"] == "lost" and self._same_place(said, label)]
        return any(level == "a" or not self._ids(said).isdisjoint({label.loser}) for label in implied)

    def _matches(self, said: Mapping[str, Any], label: Label, level: Level) -> bool:
        same = said["relation"] == label.relation if level == "c" else _group(said["relation"]) == _group(label.relation)
        if not same or not self._same_place(said, label):
            return False
        return level == "a" or (self._same_actor(said, label) and (level != "d" or _same_date(said, label)))

    def _same_place(self, said: Mapping[str, Any], label: Label) -> bool:
        if said["place_start"] < label.place_end and label.place_start < said["place_end"]:
            return True
        called = {key(name) for name in (said["place_text"], *said["place_names"])}
        return not called.isdisjoint({key(label.place_text), key(label.place)})

    def _same_actor(self, said: Mapping[str, Any], label: Label) -> bool:
        return not self._ids(said).isdisjoint({label.actor, *label.actor_alt})

    def _ids(self, said: Mapping[str, Any]) -> frozenset[str]:
        """The ids of ``actors.json`` that an actor may be: by its id, or by its words where the set does not know the id."""
        for name in (said["actor"], *said["actor_names"][:1]):
            if ids := self._names.get(key(name or "")):
                return ids
        return frozenset({said["actor"]}) if said["actor"] else frozenset()


def _paired(edges: Sequence[Sequence[int]]) -> int:
    """How many of what stands on the left can each have one of its own on the right, at most."""
    left_of: dict[int, int] = {}

    def pair(left: int, tried: set[int]) -> bool:
        for right in edges[left]:
            if right not in tried:
                tried.add(right)
                if right not in left_of or pair(left_of[right], tried):
                    left_of[right] = left
                    return True
        return False

    return sum(pair(left, set()) for left in range(len(edges)))


def _group(relation: str) -> str:
    return "controls" if relation in {Relation.GAINED, Relation.HOLDS} else relation


def _same_date(said: Mapping[str, Any], label: Label) -> bool:
    if not label.date:
        return not said["date"] or label.relation is Relation.HOLDS
    return bool(said["date"]) and str(said["date"]).startswith(label.date)
