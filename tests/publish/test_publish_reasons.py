"""Why a place was chosen, in Arabic: every sentence that locating makes of the sample corpus has its translation."""

import re
import tomllib
from collections.abc import Sequence
from importlib.resources import files

import pytest
from made_up import ABOUT

from whoheld.publish.dossier import dossier, render
from whoheld.publish.manifest import Limits
from whoheld.publish.reasons import reasons
from whoheld.publish.wording import limit_lines
from whoheld.timeline import Timeline

_SLOT = re.compile(r"\{([a-z]+)\}")
FILLED = {"n": "12", "way": "north-east of", "kind": "oil field", "reason": "name as written"}


def table() -> dict[str, str]:
    everything = tomllib.loads((files("whoheld.publish") / "reasons.toml").read_text("utf-8"))["ar"]
    return {said: told for said, told in everything.items() if isinstance(told, str)}


@pytest.mark.parametrize("said", table())
def test_each_sentence_is_told_with_its_slots_and_no_word_of_english(said: str) -> None:
    told = table()[said]
    assert set(_SLOT.findall(told)) == set(_SLOT.findall(said)) - ({"way"} if "{way}" not in told else set())
    made = reasons(_SLOT.sub(lambda slot: FILLED.get(slot[1], "هجين"), said), "ar")
    assert len(made) == 1
    assert not re.search(r"[A-Za-z]{4,}", made[0].replace("saint", "")), made


@pytest.mark.parametrize(
    ("reason", "expected"),
    [
        ("name as written; 12 km from Hajin; 1,234 people", ["الاسم كما كُتب", "على بعد 12 كم من Hajin", "عدد السكان 1,234"]),
        ("it was ambiguous: A (x, 1.00 2.00) or B", ["كان قبل ذلك: ملتبس: A (x, 1.00 2.00) أو B"]),
        ("shown at Mosul, the town of its name; its own point is not known; 3 km from B",
         ["يُعرض عند Mosul، المدينة التي تحمل اسمه، وموقعه الدقيق غير معروف", "على بعد 3 كم من B"]),
        ("another text decides: A title; with a semicolon", ["يحسمه نص آخر: A title", "with a semicolon"]),
        ("a reason of another version", ["a reason of another version"]),
    ],
)  # fmt: skip
def test_reasons_are_told_one_by_one(reason: str, expected: Sequence[str]) -> None:
    assert reasons(reason, "ar") == expected
    assert "; ".join(reasons(reason, "en")) == reason


@pytest.mark.parametrize("form", ["html", "md"])
def test_a_dossier_in_arabic_tells_the_reason_and_what_is_left_out_in_arabic(history: Timeline, form: str) -> None:
    limited = ABOUT.model_copy(update={"limits": Limits(redacted=True)})
    text = render(dossier(history, history.places["syria:hajin"], "ar"), limited, form)  # type: ignore[arg-type]
    assert limit_lines(Limits(redacted=True), "ar")[0] in text
    assert "Names have been taken out" not in text
