"""What people said of claims, applied to them: the last word on a claim counts, whatever order the log is read in."""

import datetime as dt
import json
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from pydantic import ValidationError

from whoheld.model import Claim, Issue, Judgement, Place, Review


class Judged(NamedTuple):
    """Claims as judged: rejected ones are gone, amended ones say what the amendment says.

    Attributes:
        claims: by id.
        retracted: article id -> the day from which it no longer counts.
        issues: judgements that could not be applied.
    """

    claims: dict[str, Claim]
    retracted: dict[str, dt.date]
    issues: list[Issue]


def judge(claims: Iterable[Claim], judgements: Iterable[Judgement], places: Mapping[str, Place]) -> Judged:
    """Apply judgements to claims; one on a claim that is not there is listed as orphaned."""
    judged = Judged({}, {}, [])
    for claim in claims:
        kept = judged.claims.get(claim.id)
        # Two records of one id differ only if somebody mixed stages; the choice must not hang on their order.
        judged.claims[claim.id] = claim if kept in (None, claim) else min(kept, claim, key=lambda c: c.model_dump_json())
    articles = {claim.article.id for claim in judged.claims.values()}
    for judgement in _last_words(judgements):
        if judgement.action == "retract" and judgement.claim in articles:
            judged.retracted[judgement.claim] = _instant(judgement).date()
        elif judgement.action != "retract" and judgement.claim in judged.claims:
            _apply(judgement, judged, places)
        else:
            judged.issues.append(_issue(judgement, "orphaned", "what it judges is not among the claims read"))
    return judged


def _last_words(judgements: Iterable[Judgement]) -> list[Judgement]:
    last: dict[tuple[str, bool], Judgement] = {}
    for judgement in sorted(judgements, key=lambda j: (_instant(j), json.dumps(j.model_dump(mode="json"), sort_keys=True))):
        last[judgement.claim, judgement.action == "retract"] = judgement
    return [last[key] for key in sorted(last)]


def _instant(judgement: Judgement) -> dt.datetime:
    when = judgement.when
    return when.replace(tzinfo=dt.UTC) if when.tzinfo is None else when.astimezone(dt.UTC)


def _apply(judgement: Judgement, judged: Judged, places: Mapping[str, Place]) -> None:
    claim = judged.claims[judgement.claim]
    if judgement.action == "reject":
        del judged.claims[claim.id]
    elif judgement.action == "accept":
        judged.claims[claim.id] = claim.model_copy(update={"review": _review(judgement)})
    elif judgement.action == "amend":
        try:
            amended = _amended(claim, judgement.amend, places)
            judged.claims[claim.id] = amended.model_copy(update={"review": _review(judgement)})
        except (ValidationError, KeyError) as error:
            judged.issues.append(_issue(judgement, "amendment", f"it cannot be applied, and the claim stands as it was: {error}"))


def _review(judgement: Judgement) -> Review:
    return Review.model_validate(
        {"action": judgement.action, "day": _instant(judgement).date(), "fields": tuple(sorted(judgement.amend))}
    )


_AMENDABLE = frozenset({"relation", "extent", "telling", "modality", "when", "actor", "loser", "place"})


def _amended(claim: Claim, amend: Mapping[str, object], places: Mapping[str, Place]) -> Claim:
    """The claim with some fields replaced; the id alone stands for an actor or a place.

    Raises:
        KeyError: a field that no judgement may amend, or a place that nothing known describes.
        ValidationError: a value that its field cannot have.
    """
    unknown = sorted(set(amend) - _AMENDABLE)
    if unknown:
        raise KeyError(f"no field to amend: {', '.join(unknown)}")
    fields: dict[str, Any] = claim.model_dump()
    for name, value in amend.items():
        if name == "place":
            value = _place(claim, value, places)  # noqa: PLW2901 - the id becomes what it stands for
        elif name in ("actor", "loser") and isinstance(value, str):
            value = {"id": value, "text": (fields[name] or {}).get("text")}  # noqa: PLW2901
        fields[name] = {**fields[name], **value} if isinstance(value, Mapping) and fields[name] else value
    return Claim.model_validate(fields)


def _place(claim: Claim, value: object, places: Mapping[str, Place]) -> object:
    given = dict(value) if isinstance(value, Mapping) else {"id": value}
    place_id = given.get("id")
    if not isinstance(place_id, str) or "lon" in given:
        return given
    known = places.get(place_id) or next((c for c in claim.place.candidates if c.id == place_id), None)
    if known is None:
        raise KeyError(f"no place {place_id} among the places and candidates known")
    found = {"name": known.name, "lon": known.lon, "lat": known.lat, "precision_m": known.precision_m}
    return {**found, "known_from": None, "reason": "as judged", **given}


def _issue(judgement: Judgement, kind: str, message: str) -> Issue:
    # Issues are published; who said it is not.
    return Issue(stage="timeline", kind=kind, message=message, claim=judgement.claim, text=judgement.quote or None)
