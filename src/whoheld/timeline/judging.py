"""What people said of claims, applied to them: the last word on a claim counts, whatever order the log is read in."""

import datetime as dt
import json
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from pydantic import ValidationError

from whoheld.claims import Claims
from whoheld.model import Claim, Issue, Judgement, Place, Review


class Judged(NamedTuple):
    """Claims as judged: rejected ones are gone, amended ones say what the amendment says.

    Attributes:
        claims: all that are left.
        retracted: article id -> the day from which it no longer counts.
        issues: judgements that could not be applied.
    """

    claims: Claims
    retracted: dict[str, dt.date]
    issues: list[Issue]


def judge(claims: Claims | Iterable[Claim], judgements: Iterable[Judgement], places: Mapping[str, Place]) -> Judged:
    """Apply judgements to claims; one on a claim that is not there is listed as orphaned."""
    found = Claims.of(claims)
    articles = set(found.table["article"].unique().to_pylist())
    changed: dict[str, Claim | None] = {}
    retracted: dict[str, dt.date] = {}
    issues: list[Issue] = []
    for judgement in _last_words(judgements):
        if judgement.action == "retract" and judgement.claim in articles:
            retracted[judgement.claim] = _instant(judgement).date()
        elif judgement.action != "retract" and judgement.claim in found:
            try:
                changed[judgement.claim] = _applied(judgement, found[judgement.claim], places)
            except (ValidationError, KeyError) as error:
                message = f"it cannot be applied, and the claim stands as it was: {error}"
                issues.append(_issue(judgement, "amendment", message))
        else:
            issues.append(_issue(judgement, "orphaned", "what it judges is not among the claims read"))
    kept = [claim for claim in changed.values() if claim]
    gone = [claim for claim, left in changed.items() if left is None]
    return Judged(found.replacing(kept, gone), retracted, issues)


def _last_words(judgements: Iterable[Judgement]) -> list[Judgement]:
    last: dict[tuple[str, bool], Judgement] = {}
    for judgement in sorted(judgements, key=lambda j: (_instant(j), json.dumps(j.model_dump(mode="json"), sort_keys=True))):
        last[judgement.claim, judgement.action == "retract"] = judgement
    return [last[key] for key in sorted(last)]


def _instant(judgement: Judgement) -> dt.datetime:
    when = judgement.when
    return when.replace(tzinfo=dt.UTC) if when.tzinfo is None else when.astimezone(dt.UTC)


def _applied(judgement: Judgement, claim: Claim, places: Mapping[str, Place]) -> Claim | None:
    """The claim as judged; None where it was rejected.

    Raises:
        KeyError: a field that no judgement may amend, or a place that nothing known describes.
        ValidationError: a value that its field cannot have.
    """
    if judgement.action == "withdraw":
        return claim
    if judgement.action == "reject":
        return None
    if judgement.action == "amend":
        claim = _amended(claim, judgement.amend, places)
    return claim.model_copy(update={"review": _review(judgement)})


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
