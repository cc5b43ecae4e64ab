"""``review``: claim after claim in the terminal, one key for each answer."""

import datetime as dt
import getpass
from typing import TYPE_CHECKING, Annotated

import typer
from rich.text import Text

from whoheld.cli.app import app
from whoheld.cli.judging import Who, Work, corrections
from whoheld.cli.keys import Keys
from whoheld.cli.terminal import out, progress
from whoheld.errors import UsageError
from whoheld.publish.escaping import visible

if TYPE_CHECKING:
    from collections.abc import Callable

    from whoheld.desk import Desk
    from whoheld.model import Claim, Judgement
    from whoheld.review import Doubt, Session

_KEYS = "[a]ccept  [r]eject  a[m]end  [s]kip  [u]ndo  [w]hy  [q]uit"
_FIELDS = {"p": "place", "a": "actor", "r": "relation", "d": "when", "e": "extent"}
_ASKS = {
    "place": "place (a number above, an id or a name)",
    "actor": "actor (an id or a name)",
    "relation": "relation (gained, holds, lost, contested)",
    "when": "date (2019-01-20, 2019-01, FIRST/LAST, /LAST)",
    "extent": "extent (whole, part, area)",
}
_RADII_KM = (5, 10, 25, 50, 100)
_ENOUGH = 4
"""Points around a place that tell where it lies."""
_CANDIDATES = 9


@app.command()
def review(
    work: Work,
    who: Who = None,
    claim: Annotated[list[str] | None, typer.Option(help="Only this claim, whatever it looks like; can be given again.")] = None,
) -> None:
    """Go through the claims that need a look: ambiguous, disputed, hedged, of unknown actors, and like ones judged before.

    Each is shown with its words, the place among its neighbours on a small map, and why it is asked about. One key answers;
    every answer is kept at once, so that you can stop at any time. Later builds apply them.

    Example: `whoheld review --work euphrates`
    """
    from whoheld import workfolder
    from whoheld.desk import Desk
    from whoheld.review import Doubt, Session

    keys = Keys()
    opened = workfolder.opened(work)
    with progress() as report:
        desk = Desk.opened(opened, report)
    queue = [Doubt(desk.claim(name), ("you asked for it",)) for name in claim] if claim else desk.queue()
    with keys:
        _Sitting(desk, Session(opened, queue, who or getpass.getuser()), keys).run()


class _Sitting:
    """The screen and the keys of one review."""

    def __init__(self, desk: "Desk", session: "Session", keys: Keys) -> None:
        self._keys = keys
        self._desk = desk
        self._session = session
        self._why = ""
        self._said = 0

    def run(self) -> None:
        """Ask until all has been seen or the person has had enough."""
        answers: dict[str, Callable[[], object]] = {
            "a": lambda: self._say("accept"),
            "r": lambda: self._say("reject"),
            "f": self._follow,
            "m": self._amend,
            "s": self._session.skip,
            "u": self._undo,
            "w": self._remark,
        }
        while (doubt := self._session.current) is not None:
            self._show(doubt)
            while (key := self._keys.key()) not in answers and key != "q":
                out.print(Text(f"no such key: {_KEYS}", style="dim"))
            if key not in answers:
                break
            answers[key]()
        left = f"{self._session.left} are left" if self._session.left else "nothing is left to look at"
        kept = "1 answer" if self._said == 1 else f"{self._said} answers"
        out.print(Text(f"\n{kept} kept, {left}. The next build applies what was kept."))

    def _say(self, action: str, amend: "dict[str, object] | None" = None) -> None:
        earlier = self._session.say(action, when=_now(), why=self._why, amend=amend)
        self._why, self._said = "", self._said + 1
        out.print(Text(f"→ {action}", style="bold green"))
        if earlier and earlier.action != "withdraw":
            out.print(
                Text(visible(f"  {earlier.who} said {earlier.action} on {earlier.when:%Y-%m-%d}; both are kept, yours counts"))
            )

    def _follow(self) -> None:
        doubt = self._session.current
        if doubt and doubt.proposed:
            self._why = self._why or doubt.proposed.why
            self._say(doubt.proposed.action, dict(doubt.proposed.amend))

    def _undo(self) -> None:
        self._said -= self._session.undo(when=_now())

    def _remark(self) -> None:
        self._why = self._ask("why")

    def _ask(self, what: str) -> str:
        out.print(Text(f"{what}: "), end="")
        return self._keys.line()

    def _amend(self) -> None:
        """Fields until an empty key; a correction that cannot be is told, and asked again."""
        doubt = self._session.current
        amend: dict[str, object] = {}
        while doubt:
            done = f"  so far: {corrections(amend)}" if amend else ""
            out.print(Text(visible(f"amend [p]lace [a]ctor [r]elation [d]ate [e]xtent, Enter when done{done}"), style="bold"))
            field = _FIELDS.get(self._keys.key())
            if field is None:
                break
            try:
                amend[field] = self._desk.amendment(field, _candidate(doubt.claim, self._ask(_ASKS[field]), field))
                if field == "actor" and (warning := self._desk.unknown(amend[field])):
                    out.print(Text(visible(warning), style="yellow"))
            except UsageError as error:
                out.print(Text(visible(str(error)), style="red"))
        if amend:
            self._say("amend", amend)

    def _show(self, doubt: "Doubt") -> None:
        out.print()
        out.rule(Text(f"{self._session.left} left · claim {doubt.claim.id}", style="dim"))
        out.print(Text(visible("; ".join(doubt.reasons)), style="yellow"))
        _show_claim(doubt.claim)
        self._show_place(doubt.claim)
        if doubt.proposed:
            _show_proposed(doubt.proposed)
        out.print(
            Text(
                ("[f]ollow it  " if doubt.proposed else "") + _KEYS + (f"  (why: {self._why})" if self._why else ""), style="bold"
            )
        )

    def _show_place(self, claim: "Claim") -> None:
        from whoheld.sketch import sketch

        place, candidates = claim.place, claim.place.candidates[:_CANDIDATES]
        out.print(Text(visible(f"place: {place.name or place.text} {place.id or ''} — {place.reason or ''}")))
        for number, found in enumerate(candidates, 1):
            out.print(
                Text(visible(f"  {number} {found.score:.2f} {found.name} {found.id}: {'; '.join(found.reasons)}"), style="dim")
            )
        centre = place if place.lon is not None else candidates[0] if candidates else None
        if centre is None or centre.lon is None or centre.lat is None:
            return
        for radius_km in _RADII_KM:
            near = self._desk.neighbours(centre.lon, centre.lat, radius_km * 1000)
            if len({(found.lon, found.lat) for found in near}) >= _ENOUGH:
                break
        drawn = sketch(centre.lon, centre.lat, near, radius_km=radius_km, own=centre.name or place.text)
        out.print(Text(visible(drawn)))


def _show_claim(claim: "Claim") -> None:
    evidence, article = claim.evidence, claim.article
    words = (
        Text(visible(f"…{evidence.prefix}")).append(visible(evidence.quote), style="bold").append(visible(f"{evidence.suffix}…"))
    )
    out.print(words)
    loser = f" from {claim.loser.text or claim.loser.id}" if claim.loser else ""
    actor = claim.actor.id or claim.actor.text or "nobody named"
    speaker = f", says {claim.speaker.text}" if claim.speaker else ""
    days = "/".join(str(day or "…") for day in dict.fromkeys((claim.when.earliest, claim.when.latest)))
    said = f"{actor} {claim.relation} {claim.place.text}{loser} ({claim.extent}), {days} ({claim.when.basis})"
    out.print(Text(visible(f"{said}, {claim.telling}, {claim.modality}{speaker}"), style="cyan"))
    source = (article.title, article.publisher, article.published or "undated", article.url)
    out.print(Text(visible(" · ".join(filter(None, source))), style="dim"))


def _show_proposed(word: "Judgement") -> None:
    amend = f" ({corrections(word.amend)})" if word.amend else ""
    said = f"{word.who} said {word.action}{amend} on {word.when:%Y-%m-%d} of words like these: “{word.quote}” {word.why}"
    out.print(Text(visible(said), style="magenta"))


def _candidate(claim: "Claim", written: str, field: str) -> str:
    """The id behind a number of the list of candidates; anything else as it was written."""
    candidates = claim.place.candidates[:_CANDIDATES]
    if field == "place" and written.isascii() and written.isdigit() and 0 < int(written) <= len(candidates):
        return candidates[int(written) - 1].id
    return written


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)
