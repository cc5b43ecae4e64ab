"""Claims in one line, for tests: ``say("SDF", "gained", "hajin", "2018-12-14", on="2018-12-14")``."""

import datetime as dt
import hashlib

from whoheld.interval import bounds
from whoheld.model import ArticleRef, Claim, Evidence, Mention, Party, Policy, When
from whoheld.timeline import build

POLICY = Policy(
    sides={"SDF": "sdf", "YPG": "sdf", "ISIS": "isis", "SYR": "gov", "TUR": "tur"},
    source_sides={"ANHA": "sdf", "Amaq": "isis", "amaq.example": "isis"},
)


def say(  # noqa: PLR0913 - a claim has many facets
    actor,
    relation,
    place="hajin",
    when=None,
    *,
    on="2018-12-20",
    by="Wire",
    speaker=None,
    hedged=False,
    modality=None,
    telling=None,
    extent="whole",
    loser=None,
    basis=None,
    article=None,
    offset=0,
    actor_text="…",
    earliest=None,
    latest=None,
):
    """A claim. ``when``: an ISO day, month or year; ``earliest`` and ``latest`` give the days instead."""
    article = article or hashlib.sha256(f"{by}|{on}".encode()).hexdigest()[:16]
    days = _stated(when, basis, earliest, latest) or _undated(relation, on)
    if modality is None:
        modality = "hedged" if hedged else "attributed" if speaker else "asserted"
    known = speaker in POLICY.sides
    fields = {
        "relation": relation,
        "actor": Party(id=actor, text=actor_text),
        "loser": Party(id=loser, text=loser) if loser else None,
        "place": Mention(
            text=place,
            start=offset,
            end=offset + len(place),
            kind="settlement",
            id=f"test:{place}",
            name=place,
            lon=40.0,
            lat=34.0,
            precision_m=100,
        ),
        "extent": extent,
        "when": days,
        "telling": telling or ("state" if relation == "holds" else "event"),
        "modality": modality,
        "speaker": Party(id=speaker if known else None, text=speaker) if speaker else None,
        "evidence": Evidence(quote="…", start=offset, end=offset + 1, prefix="", suffix=""),
        "article": ArticleRef(
            id=article, url=None, title=None, published=on, publisher=by, language="en", sha256=article.ljust(64, "0")
        ),
        "rule": "test",
    }
    identity = hashlib.sha256(repr(sorted(fields.items())).encode()).hexdigest()[:16]
    return Claim(id=identity, **fields)


def _stated(when, basis, earliest, latest):
    if when is None and not earliest and not latest:
        return None
    first, last = bounds(when) if when else (_day(earliest), _day(latest))
    return When(earliest=first, latest=last, basis=basis or "stated", text=when)


def _undated(relation, on):
    if on is None:
        return When(earliest=None, latest=None, basis="unknown")
    first, last = bounds(on)
    return When(earliest=first if relation in ("holds", "contested") else None, latest=last, basis="published")


def _day(text):
    return dt.date.fromisoformat(text) if text else None


def told(*claims, judgements=(), known_at=None, **options):
    """The timeline of claims under the test's policy."""
    return build(claims, judgements, POLICY, _day(known_at), **options)


def lines(timeline, place="hajin"):
    """The intervals of a place in one readable line each: status, who, earliest..from .. to..latest."""
    return [line(control) for control in timeline.controls if control.place_id == f"test:{place}"]


def line(control):
    who = control.actor or "+".join(control.other_actors)
    begin = _imprecise(control.valid_from_earliest, control.valid_from)
    end = "open" if control.valid_to is None else _imprecise(control.valid_to, control.valid_to_latest)
    return f"{control.status.value} {who} {begin} – {end}"


def _imprecise(first, last):
    return f"{last}" if first == last else f"{first or '…'}/{last}"
