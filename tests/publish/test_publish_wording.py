"""Documents and pictures in Arabic, and outlines of provinces in them."""

import datetime as dt
import re
import string
from html.parser import HTMLParser
from pathlib import Path

import pytest
from made_up import ABOUT, ACTORS, PLACES, make_claim
from matplotlib.collections import LineCollection
from matplotlib.text import Text

from whoheld import geodata
from whoheld.errors import DataError, UsageError
from whoheld.geodata.outlines import read_outlines
from whoheld.model import Relation
from whoheld.publish.differences import as_markdown, differences
from whoheld.publish.dossier import dossier, render
from whoheld.publish.outlines import outlines
from whoheld.publish.plot import draw
from whoheld.publish.wording import source_lines, title, words
from whoheld.timeline import Timeline, build

DAY = dt.date(2019, 1, 30)


def slots(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_both_languages_say_everything() -> None:
    assert words("ar").keys() == words("en").keys()
    for key, text in words("en").items():
        assert slots(words("ar")[key]) == slots(text), key
    with pytest.raises(UsageError, match="en and ar"):
        words("fr")


@pytest.mark.parametrize("theatre", geodata.theatres())
def test_every_theatre_names_its_sources_in_arabic(theatre: str) -> None:
    lines = geodata.theatre(theatre).file.attribution
    told = source_lines(lines, "ar")
    assert len(told) == len(lines)
    assert all(re.search("[ء-ي]{4}", line) for line in told)
    assert source_lines(["Somebody's map, CC BY 4.0"], "ar") == ("Somebody's map, CC BY 4.0",)


def test_days_in_arabic_are_isolated_so_that_they_do_not_turn_around() -> None:
    for key, text in words("ar").items():
        for slot in slots(text) & {"day", "first", "last", "known"}:
            assert f"\u2066{{{slot}}}\u2069" in text, key


def test_a_dossier_in_arabic_runs_from_right_to_left_and_keeps_the_quotes(history: Timeline) -> None:
    page = render(dossier(history, history.places["syria:hajin"], "ar"), ABOUT, "html")
    tags: list[tuple[str, dict[str, str | None]]] = []
    parser = HTMLParser()
    parser.handle_starttag = lambda tag, attrs: tags.append((tag, dict(attrs)))  # type: ignore[method-assign]
    parser.feed(page)
    assert ("html", {"lang": "ar", "dir": "rtl"}) in tags
    for text in ("هجين", "قوات سوريا الديمقراطية", "مصادر مستقلة", "Hajin fell to the SDF on 14 December"):
        assert text in page
    assert "independent sources" not in page


def test_changes_in_arabic(history: Timeline) -> None:
    before, after = dt.date(2018, 11, 1), dt.date(2019, 2, 10)
    text = as_markdown(differences(history, before, after, "ar"), before, after, ABOUT.attribution, "ar")
    assert "| هجين |" in text
    assert "قوات سوريا الديمقراطية" in text
    assert "no report" not in text


def test_a_picture_in_arabic_has_no_english_words_of_ours(history: Timeline) -> None:
    found = {text.get_text() for text in draw(history, DAY, ABOUT, language="ar").findobj(Text)}
    assert any(words("ar")["caveat"] in text for text in found)
    assert not any("reported" in text for text in found)


def test_the_title_is_the_theatres_unless_an_edition_has_its_own() -> None:
    theatre = geodata.theatre("syria").file.title
    assert title(ABOUT.model_copy(update={"title": theatre["en"]}), "ar") == theatre["ar"]
    assert title(ABOUT, "ar") == ABOUT.title


def test_a_province_is_drawn_by_its_outline_where_the_theatre_has_one() -> None:
    homs = next(place for place in geodata.theatre("syria").places if place.id == "syria:homs_gov")
    claim = make_claim("Homs", relation=Relation.HOLDS, published="2019-01-21")
    where = {"id": homs.id, "name": homs.name, "lon": homs.lon, "lat": homs.lat, "precision_m": homs.precision_m}
    timeline = build(
        [claim.model_copy(update={"place": claim.place.model_copy(update=where)})], places={homs.id: homs}, actors=ACTORS
    )
    lines = [found for found in draw(timeline, DAY, ABOUT).findobj(LineCollection) if found.get_linewidths() == [1.6]]
    (ring,) = outlines([homs.id])[homs.id].rings()
    assert len(lines) == 1
    assert len(lines[0].get_segments()[0]) == len(ring)
    assert outlines(PLACES) == {}


def test_every_shipped_outline_holds_its_label() -> None:
    for theatre in geodata.theatres():
        for outline in read_outlines(geodata.folder() / theatre / "outlines.geojson"):
            lon, lat = outline.properties.label
            lons, lats = zip(*(point for ring in outline.rings() for point in ring), strict=True)
            assert min(lons) < lon < max(lons)
            assert min(lats) < lat < max(lats)


@pytest.mark.parametrize(
    ("ring", "said"),
    [("[[1,1],[2,2],[1,1]]", "a ring ends"), ("[[1,1],[2,2],[3,1],[1,2]]", "a ring ends"), ("[[1,91]]", "less than")],
)
def test_an_outline_that_is_none_is_named(tmp_path: Path, ring: str, said: str) -> None:
    text = (
        '{"type": "FeatureCollection", "features": [{"type": "Feature", "id": "x_gov", "properties": {"label": [1, 1]},'
        f' "geometry": {{"type": "MultiPolygon", "coordinates": [[{ring}]]}}}}]}}'
    )
    (tmp_path / "outlines.geojson").write_text(text, "utf-8")
    with pytest.raises(DataError, match=f"x_gov.*{said}"):
        read_outlines(tmp_path / "outlines.geojson")
