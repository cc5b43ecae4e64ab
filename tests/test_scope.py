"""``--theatre auto``: each article in its own war, several wars in one run."""

import json
from pathlib import Path

import pytest

import whoheld
from whoheld.errors import UsageError
from whoheld.model import Article
from whoheld.scope import Scope

GOLD = Path(__file__).parent / "gold"
THEATRE_OF = {
    "syria_isis": {"syria"},
    "syria_idlib": {"syria"},
    "syria_2024": {"syria"},
    "iraq_isis": {"iraq", "syria"},
    "yemen": {"yemen"},
    "libya": {"libya"},
    "sudan": {"sudan"},
    "ukraine": {"ukraine"},
}
FLOOR = 0.96


def labelled() -> list[tuple[str, Article]]:
    records = [json.loads(line) for line in (GOLD / "gold.jsonl").read_text("utf-8").splitlines()]
    return [
        (
            record["conflict"],
            Article(
                id=record["id"],
                text=(GOLD / "texts" / f"{record['id']}.txt").read_text("utf-8"),
                language=record["lang"],
                sha256=record["sha256"],
                source=record["id"],
            ),
        )
        for record in records
    ]


def test_a_text_is_read_in_the_war_it_speaks_of() -> None:
    scope = Scope.named("auto")
    texts = [(conflict, article) for conflict, article in labelled() if conflict != "world"]
    right = [scope.of(article).id in THEATRE_OF.get(conflict, {"world"}) for conflict, article in texts]
    assert sum(right) / len(right) >= FLOOR


@pytest.mark.parametrize(
    ("text", "theatre"),
    [
        ("Islamic State recaptured Palmyra on Sunday after Russian aircraft left.", "syria"),
        ("Palmyra and Ramadi were captured by Islamic State in May.", "syria"),
        ("Islamic State captured Ramadi, Fallujah and Mosul, and before them Palmyra.", "iraq"),
        ("Russian troops took the village on Sunday.", "ukraine"),
        ("Iraqi troops took the village on Sunday.", "iraq"),
        ("Peshmerga fighters took the village on Sunday.", "iraq"),
        ("Kismayo was captured by Islamist fighters.", "world"),
    ],
)
def test_the_war_is_that_of_the_places_rather_than_of_an_army(text: str, theatre: str) -> None:
    article = Article(id="a", text=text, language="en", sha256="0" * 64, source="a")
    assert Scope.named("auto").of(article).id == theatre


def test_several_wars_in_one_run(tmp_path: Path) -> None:
    lines = [
        {
            "text": "The SDF captured the town of Hajin from ISIS on 14 December 2018.",
            "published": "2018-12-15",
            "language": "en",
        },
        {"text": "Ukrainian troops recaptured Izium on 10 September 2022.", "published": "2022-09-12", "language": "en"},
        {"text": "M23 rebels captured the city of Goma on 27 January 2025.", "published": "2025-01-28", "language": "en"},
    ]
    path = tmp_path / "news.jsonl"
    path.write_text("\n".join(map(json.dumps, lines)), "utf-8")
    timeline = whoheld.build(path)
    held = {(timeline.places[control.place_id].name, control.actor) for control in timeline.controls}
    assert {("Hajin", "SDF"), ("Izium", "UKRAINE"), ("Goma", "M23")} <= held


def test_the_theatres_of_a_run_are_made_one() -> None:
    whole = Scope.named("syria,ukraine").over(["syria", "ukraine"])
    assert whole.id == "syria+ukraine"
    assert {"SY", "UA"} <= set(whole.file.countries)
    assert {"SDF", "UKRAINE"} <= {actor.id for actor in whole.actors}
    assert len({actor.id for actor in whole.actors}) == len(whole.actors)


def test_an_unknown_theatre_names_those_that_exist() -> None:
    with pytest.raises(UsageError, match=r"syria.*auto"):
        Scope.named("atlantis")
