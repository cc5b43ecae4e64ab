"""What a timeline built from the sample corpus shows, against truths written down from the public record."""

import csv
import datetime as dt
from pathlib import Path

import whoheld
from whoheld import geodata
from whoheld.text import key

HERE = Path(__file__).parent
ARTICLES = HERE.parents[1] / "geodata" / "syria" / "articles"
FLOOR = 40
"""Truths of ``sample_corpus.csv`` that the timeline shows; raise it whenever reading gets better, never lower it."""


def place_ids(name):
    return {
        place.id
        for place in geodata.theatre("syria").places
        if key(name) in {key(spelling) for spellings in place.names.values() for spelling in spellings}
    }


def shown(timeline, row):
    day, places = dt.date.fromisoformat(row["day"]), place_ids(row["place"])
    holders = {
        control.actor
        for control in timeline.controls
        if control.place_id in places and control.valid_from <= day and (control.valid_to is None or day < control.valid_to)
    }
    return bool(holders & set(row["holder"].split("|")))


def test_the_timeline_shows_who_held_what():
    timeline = whoheld.build(ARTICLES, "syria")
    with (HERE / "sample_corpus.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    missing = [f"{row['place']} on {row['day']}: {row['holder']}" for row in rows if not shown(timeline, row)]
    assert len(rows) - len(missing) >= FLOOR, missing
