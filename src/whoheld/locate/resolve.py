"""From mentions to places: candidates, ranked together, and a decision that says when there is none."""

from bisect import bisect_left
from collections.abc import Container, Iterable, Mapping, Sequence
from operator import attrgetter

from whoheld import text
from whoheld.gazetteer import Gazetteer, sites
from whoheld.gazetteer.distance import metres
from whoheld.geodata import Theatre
from whoheld.locate.candidates import Finder
from whoheld.locate.capitals import name_capitals
from whoheld.locate.context import Words
from whoheld.locate.doubts import Doubts
from whoheld.locate.heads import TOWN, around
from whoheld.locate.rank import Around, Ranker, Weighed, kind_called, kind_in_words, may_be
from whoheld.locate.sites import found, name_sites, site_of
from whoheld.locate.whereabouts import lists, said_of
from whoheld.model import Candidate, Mention

_LEAST_SCORE = 0.3
_TOO_CLOSE = 0.03
"""Scores nearer than this do not tell two places apart."""
_APART_M = 10_000
_AMBIGUOUS = "ambiguous"
_LONG_LIST = 4
_MOST_NEIGHBOURS = 40
_MOST_BESIDE = 120
"""Mentions before and after one, among which its neighbours are: a year of reports in one text is none of one place."""


def resolve(content: str, mentions: Sequence[Mention], gazetteer: Gazetteer, theatre: Theatre | None) -> tuple[Mention, ...]:
    """The mentions of one text, each with its ranked candidates and, where they leave no doubt, with its place.

    Args:
        content: the text in which the mentions' spans lie.
        mentions: in any order.
        gazetteer: where to look.
        theatre: where the text's matter is; None for anywhere.
    """
    finder = Finder(gazetteer, theatre)
    ranker, doubts = Ranker(gazetteer, finder), Doubts(gazetteer, finder)
    words = Words(content)
    folded = text.fold(content)
    in_order = sorted(mentions, key=attrgetter("start"))
    heads = [around(content, mention) for mention in mentions]
    called = [finder.find(mention.text, head.fuller) for mention, head in zip(mentions, heads, strict=True)]
    known = {mention.text for mention, named in zip(mentions, called, strict=True) if any(each.sure for each in named)}
    strangers = _strangers(lists(folded, in_order), known)
    weighed = []
    for mention, head, named in zip(mentions, heads, called, strict=True):
        whereabouts = said_of(folded, mention, in_order, finder.well_known)
        likely = whereabouts and whereabouts.about([each.place for each in named])
        weighed.append(ranker.weigh(mention, named, Around(words, head.kind, likely, mention.text in strangers)))
    alone = {each.mention.text: ranker.rank(each) for each in weighed}
    sure = {each.mention.text for each in weighed if _is_sure(each, alone[each.mention.text])} - strangers
    decided = []
    for each in weighed:
        near = _neighbours(each.mention, in_order)
        others = [alone[name] for name in near if alone[name]]
        ranked = ranker.rank(each, others)
        if pinned := gazetteer.pinned(text.key(each.mention.text)):
            decided.append(_pin(each.mention, pinned, ranked, gazetteer))
        else:
            anchors = [alone[name] for name in near if name in sure]
            decided.append(_decide(each, ranked, doubts.against(each, anchors), gazetteer))
    decided = list(name_capitals(decided, words, gazetteer, theatre))
    return name_sites(content, decided, words, finder, gazetteer)


def _strangers(listed: Iterable[Sequence[Mention]], known: Container[str]) -> frozenset[str]:
    """The names of long lists of which most are of no place known here: of villages, where a namesake elsewhere is likely."""
    names = [{mention.text for mention in mentions} for mentions in listed]
    lost = (told for told in names if len(told) >= _LONG_LIST and 2 * sum(name in known for name in told) < len(told))
    return frozenset().union(*lost)


def _is_sure(weighed: Weighed, ranked: tuple[Candidate, ...]) -> bool:
    """Whether the likeliest place bears the mention's name; a guessed one tells nothing of where others lie."""
    return bool(ranked) and any(named.sure for named in weighed.named if named.place.id == ranked[0].id)


def is_ambiguous(mention: Mention) -> bool:
    """Whether several places fit the mention as well as each other."""
    return mention.id is None and bool(mention.reason and mention.reason.startswith(_AMBIGUOUS))


def rivals(mention: Mention) -> tuple[Candidate, ...]:
    """The candidates between which an ambiguous mention stays open, the best first; none for any other."""
    if not is_ambiguous(mention):
        return ()
    best, *others = mention.candidates
    return best, *(other for other in others if 0 <= best.score - other.score < _TOO_CLOSE)


def _neighbours(mention: Mention, in_order: Sequence[Mention]) -> list[str]:
    """The other names of the text, the nearest to the mention first, so many as a report is about."""
    at = bisect_left(in_order, mention.start, key=attrgetter("start"))
    beside = in_order[max(at - _MOST_BESIDE, 0) : at + _MOST_BESIDE]
    near = sorted(beside, key=lambda other: (abs(other.start - mention.start), other.start))
    names = dict.fromkeys(other.text for other in near if other.text != mention.text)
    return list(names)[:_MOST_NEIGHBOURS]


def _pin(mention: Mention, place_id: str, ranked: tuple[Candidate, ...], gazetteer: Gazetteer) -> Mention:
    place = gazetteer.get(place_id)
    if place is None:
        reason = f"pinned to {place_id}, which no gazetteer here has"
        return mention.model_copy(update={"candidates": ranked, "reason": reason})
    return found(mention, place, "pinned by a person's decision", ranked)


def _decide(weighed: Weighed, ranked: tuple[Candidate, ...], against: Mapping[str, str], gazetteer: Gazetteer) -> Mention:
    """The best of the candidates that nothing speaks against (what does, by place id), unless another is as good."""
    mention, kind_said = weighed.mention, weighed.around.kind_said
    likely = [candidate for candidate in ranked if candidate.score >= _LEAST_SCORE]
    here = [candidate for candidate in likely if not against[candidate.id]]
    fit = [candidate for candidate in here if may_be(kind_said, mention, candidate.kind)]
    fitting = {candidate.id for candidate in fit}
    ranked = (*fit, *(candidate for candidate in ranked if candidate.id not in fitting))
    if not fit:
        undecided = mention.model_copy(update={"candidates": ranked, "reason": _why_none(here, likely, against)})
        return _site_of_town(undecided, kind_called(mention, kind_said), here, gazetteer) or undecided
    best = fit[0]
    rival = next((other for other in fit[1:] if _rivals(best, other)), None)
    if rival:
        return mention.model_copy(update={"candidates": ranked, "reason": f"{_AMBIGUOUS}: {_tell(best)} or {_tell(rival)}"})
    return found(mention, best, "; ".join(best.reasons), ranked)


def _site_of_town(mention: Mention, kind: str, here: Sequence[Candidate], gazetteer: Gazetteer) -> Mention | None:
    """The airport or port near the only town that bears the name, else at the town, where none is known, as a district is.

    A town of the theatre goes before its namesakes in the world.
    """
    towns = [candidate for candidate in here if candidate.kind == TOWN]
    towns = [town for town in towns if gazetteer.is_own(town.id)] or towns
    town = gazetteer.get(towns[0].id) if len(towns) == 1 and sites.is_told_by_town(kind) else None
    return site_of(town, "the town of its name", mention, kind, gazetteer) if town else None


def _why_none(here: Sequence[Candidate], likely: Sequence[Candidate], against: Mapping[str, str]) -> str:
    if here:
        return f"not found: {here[0].name} ({here[0].id}) is {kind_in_words(here[0].kind)}"
    return f"not found: {_tell(likely[0])}: {against[likely[0].id]}" if likely else "not found"


def _rivals(best: Candidate, other: Candidate) -> bool:
    apart = metres(best.lon, best.lat, other.lon, other.lat) > max(_APART_M, best.precision_m, other.precision_m)
    return apart and best.score - other.score < _TOO_CLOSE


def _tell(candidate: Candidate) -> str:
    return f"{candidate.name} ({candidate.id}, {candidate.lat:.2f} {candidate.lon:.2f})"
