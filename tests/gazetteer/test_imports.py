"""Gazetteers of others become places; bad rows are told with their numbers, and the good ones load."""

import json
import sys
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whoheld import text
from whoheld.errors import DataError, UsageError
from whoheld.gazetteer import Gazetteer, imports
from whoheld.gazetteer.formats import row
from whoheld.gazetteer.formats.table import Columns, mapping
from whoheld.gazetteer.imports import Options, import_file
from whoheld.model import Place

COLUMNS = Columns(name="name", lon="x", lat="y", id="code", names={"ar": "arabic"}, country="=SY")


def dump_row(number: int, name: str, **more: object) -> str:
    told = {"lat": 34.5, "lon": 40.9, "code": "PPL", "others": "", "admin1": "", "people": 0} | more
    code = str(told["code"])
    letter = "A" if code[:3] in ("ADM", "PCL") else "P" if code[:3] == "PPL" else "S"
    cells = [number, name, name, told["others"], told["lat"], told["lon"], letter, code, "SY", ""]
    return "\t".join(str(cell) for cell in [*cells, told["admin1"], "", "", "", told["people"], "", 1, "", ""])


def dump(folder: Path, *rows: str, name: str = "SY.txt") -> Path:
    path = folder / name
    path.write_text("\n".join(rows) + "\n", "utf-8", "surrogateescape")
    return path


def places(project: Path, name: str) -> dict[str, Place]:
    return {place.id: place for place in Gazetteer((), imports.opened(project)).lookup(text.key(name))}


def csv_file(folder: Path, content: str | bytes, name: str = "towns.csv") -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def feature(
    tags: Mapping[str, str], coordinates: object = (40.9, 34.5), kind: str = "Point", **more: object
) -> dict[str, object]:
    return {"type": "Feature", "properties": tags, "geometry": {"type": kind, "coordinates": coordinates}} | more


def collection(folder: Path, *features: object) -> Path:
    path = folder / "places.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}, ensure_ascii=False), "utf-8")
    return path


def test_a_geonames_dump_with_kinds_people_and_the_areas_above(tmp_path: Path, project: Path) -> None:
    path = dump(
        tmp_path,
        dump_row(1, "Syria", code="PCLI"),
        dump_row(2, "Deir ez-Zor Governorate", code="ADM1", admin1="07"),
        dump_row(3, "Hajīn", others="Hajin,هجين", admin1="07", people=29237),
        dump_row(4, "Tabqa Dam", code="DAM", admin1="99"),
        dump_row(5, "Some Wadi", code="WAD"),
    )
    outcome = import_file(path, "geonames", project=project)
    assert (outcome.places, outcome.bad) == (4, ())
    found = places(project, "هجين")["geonames:3"]
    assert (found.kind, found.parent, found.population, found.precision_m) == ("settlement", "geonames:2", 29237, 2000)
    assert found.source.startswith("GeoNames")
    assert places(project, "Tabqa Dam")["geonames:4"].parent == "geonames:1"
    assert places(project, "Tabqa Dam")["geonames:4"].kind == "dam"
    assert places(project, "Some Wadi") == {}


def test_alternate_names_bring_their_languages_and_leave_their_codes(tmp_path: Path, project: Path) -> None:
    path = dump(tmp_path, dump_row(3, "Hajīn", others="Hajin"))
    rows = [
        "9\t3\tar\tهجين\t1",
        "10\t3\tru\tХаджин",
        "11\t3\tlink\thttps://example.org",
        "12\t3\ticao\tOSDZ",
        "13\t99\ten\tElsewhere",
        "14\t3\ten\tAbu Old\t\t\t\t1\t1920\t1960",
        "15\t3\ten\tHajeen",
        "16\t3",
        "17\t3\ten\t ",
    ]
    names = dump(tmp_path, *rows, name="alternateNamesV2.txt")
    import_file(path, "geonames", project=project, options=Options(alternate_names=names))
    names_now = {"ar": ("هجين",), "ru": ("Хаджин",), "en": ("Hajeen", "Abu Old")}  # the one of today is shown
    assert places(project, "هجين")["geonames:3"].names == names_now
    assert places(project, "OSDZ") == {}


def test_a_zipped_dump_reads_as_the_file_in_it(tmp_path: Path, project: Path) -> None:
    with zipfile.ZipFile(tmp_path / "SY.zip", "w") as archive:
        archive.writestr("readme.txt", "not this")
        archive.writestr("SY.txt", dump_row(3, "Hajīn") + "\n")
    assert import_file(tmp_path / "SY.zip", "geonames", project=project).places == 1


@pytest.mark.parametrize(
    ("written", "bgn"), [("الشحيل", "Ash Shuḩayl"), ("دير العصافير", "Dayr al ‘Aşāfīr"), ("قلعة صالح", "Qal‘at Şāliḩ")]
)
def test_a_village_known_in_bgn_letters_only_is_found_by_its_arabic_name(
    tmp_path: Path, project: Path, written: str, bgn: str
) -> None:
    import_file(dump(tmp_path, dump_row(3, bgn)), "geonames", project=project)
    assert set(places(project, written)) == {"geonames:3"}


def test_bad_rows_of_a_dump_are_told_and_the_good_ones_load(tmp_path: Path, project: Path) -> None:
    path = dump(
        tmp_path,
        "\ufeff" + dump_row(1, "Good"),
        "ragged\trow",
        dump_row(2, "Pole", lat=91),
        dump_row(3, "Swapped", lat=120.5, lon=34.5),
        dump_row(4, "Nowhere", lat=0, lon=0),
        dump_row(5, "Not a number", lat="NaN"),
        dump_row(6, "Words", lat="north"),
        dump_row(1, "Twice"),
        dump_row(8, "N\0UL"),
        dump_row(9, " "),
        dump_row(10, "Crowd", people="many"),
        dump_row(12, "Multitude", people="1e300"),
        dump_row(13, "Bytes", others="\udce4\udcf6"),
        dump_row(11, "Also good"),
    )
    outcome = import_file(path, "geonames", project=project)
    assert outcome.places == 2
    assert [each.row for each in outcome.bad] == [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]
    assert "swapped" in outcome.bad[2].why
    assert {place for name in ("Good", "Also good") for place in places(project, name)} == {"geonames:1", "geonames:11"}


def test_a_csv_by_its_mapping(tmp_path: Path, project: Path) -> None:
    path = csv_file(tmp_path, 'code,name,arabic,x,y\nA1,"Hajin, East",هجين|هجين الشرقية,40.9,34.5\n')
    assert import_file(path, "csv", project=project, options=Options(columns=COLUMNS)).places == 1
    found = places(project, "هجين الشرقية")["towns:A1"]
    assert (found.name, found.names, found.country, found.source) == (
        "Hajin, East",
        {"ar": ("هجين", "هجين الشرقية")},
        "SY",
        "towns.csv",
    )


def test_the_prefix_of_ids_may_be_told(tmp_path: Path, project: Path) -> None:
    path = csv_file(tmp_path, "code,name,arabic,x,y\n542805,Korolivka,,40.9,34.5\n")
    import_file(path, "csv", project=project, options=Options(columns=COLUMNS))
    gazetteer = Gazetteer((), imports.opened(project))
    assert gazetteer.get("geonames:542805") is None
    assert gazetteer.numbered("542805") == ("towns:542805",)
    import_file(path, "csv", project=project, options=Options(columns=COLUMNS, prefix="geonames"))
    assert list(places(project, "Korolivka")) == ["geonames:542805"]
    with pytest.raises(UsageError, match="small letters"):
        import_file(path, "csv", project=project, options=Options(columns=COLUMNS, prefix="Geo:Names"))


def test_a_mapping_from_the_command_line() -> None:
    assert mapping(["name=town", "lon=x", "lat=y", "kind==dam", "ar=name_ar"]) == Columns(
        name="town", lon="x", lat="y", kind="=dam", names={"ar": "name_ar"}
    )
    for pairs in (
        ["name=a", "lon=b"],
        ["name=a", "lon=b", "lat=c", "height=d"],
        ["name=a", "lon=b", "lat"],
        ["names=a", "lon=b", "lat=c"],
        ["name=a", "lon=b", "lat=c", "foo=geonameid"],
    ):
        with pytest.raises(UsageError):
            mapping(pairs)


def test_bad_rows_of_a_csv_are_told_and_the_good_ones_load(tmp_path: Path, project: Path) -> None:
    rows = [b"A1,One,,40,34", b"A2,Two,,40", b"A3,\xe5\xe4,,40,34", b"A4,Four,,400,34", b"A1,Again,,40,34", b"A6,Six,,40,34"]
    outcome = import_file(
        csv_file(tmp_path, b"\xef\xbb\xbfcode,name,arabic,x,y\n" + b"\n".join(rows)),
        "csv",
        project=project,
        options=Options(columns=COLUMNS),
    )
    assert outcome.places == 2
    assert [each.row for each in outcome.bad] == [3, 4, 5, 6]


@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_a_table_as_spreadsheets_of_europe_save_it(tmp_path: Path, project: Path, delimiter: str) -> None:
    lines = ["code|name|arabic|x|y", "A1|Hajin, East||40,83|34,69", "A2|Two||40,83", "A3|Three||west|34,69"]
    content = "\ufeff" + "\r\n".join(lines).replace("|", delimiter)
    outcome = import_file(csv_file(tmp_path, content), "csv", project=project, options=Options(columns=COLUMNS))
    assert [each.row for each in outcome.bad] == [3, 4]
    found = places(project, "Hajin, East")["towns:A1"]
    assert (found.lon, found.lat) == (40.83, 34.69)


def test_what_is_no_whole_number_of_people_is_a_bad_row(tmp_path: Path, project: Path) -> None:
    path = csv_file(tmp_path, 'code,name,arabic,x,y,p\nA1,One,,40,34,37.935\nA2,Two,,40,34,"37,935"\nA3,Three,,40,34,500.0\n')
    options = Options(columns=COLUMNS.model_copy(update={"population": "p"}))
    assert [each.row for each in import_file(path, "csv", project=project, options=options).bad] == [2]
    assert [places(project, name)[id_].population for name, id_ in (("Two", "towns:A2"), ("Three", "towns:A3"))] == [37_935, 500]


def test_another_encoding_is_named_with_the_remedy(tmp_path: Path, project: Path) -> None:
    path = csv_file(tmp_path, "code,name,arabic,x,y\nA1,One,,40,34\n".encode("utf-16"))
    with pytest.raises(DataError, match="UTF-16; save it as UTF-8"):
        import_file(path, "csv", project=project, options=Options(columns=COLUMNS))


def test_a_missing_column_is_named_with_those_that_exist(tmp_path: Path, project: Path) -> None:
    with pytest.raises(UsageError, match="no column x, arabic; it has code, name, y"):
        import_file(csv_file(tmp_path, "code,name,y\nA1,One,3\n"), "csv", project=project, options=Options(columns=COLUMNS))


def test_an_unknown_kind_is_a_bad_row_and_never_a_default(tmp_path: Path, project: Path) -> None:
    path = csv_file(tmp_path, "code,name,arabic,x,y,kind\nA1,One,,40,34,dam\nA2,Two,,40,34,castle\n")
    outcome = import_file(path, "csv", project=project, options=Options(columns=COLUMNS.model_copy(update={"kind": "kind"})))
    assert (outcome.places, [each.row for each in outcome.bad]) == (1, [3])
    assert "castle" in outcome.bad[0].why


def test_hdx_places_with_p_codes_and_the_areas_they_lie_in(tmp_path: Path, project: Path) -> None:
    areas = "admin1Name_en,admin1Name_ar,admin1Pcode,admin2Name_en,admin2Pcode"
    header = f"{areas},featureName_en,featureName_ar,PCODE,Notes,LONGITUDE_X,Latitude"
    tags = "#adm1+name,,#adm1+code,#adm2+name,#adm2+code,#loc+name,,#loc+code,,#geo+lon,#geo+lat"
    rows = [
        "Deir-ez-Zor,دير الزور,SY09,Abu Kamal,SY0903,Hajin,هجين,C5160,,40.83,34.69",
        "Deir-ez-Zor,دير الزور,SY09,Abu Kamal,SY0903,Susat,السوسة,C5161,,40.98,34.53",
        "Deir-ez-Zor,دير الزور,SY09,Abu Kamal,SY0903,Nowhere,,C5162,,,",
    ]
    outcome = import_file(csv_file(tmp_path, "\n".join([header, tags, *rows])), "hdx", project=project)
    assert (outcome.places, [each.row for each in outcome.bad]) == (4, [5])
    gazetteer = Gazetteer((), imports.opened(project))
    (hajin,) = gazetteer.lookup("هجين")
    assert (hajin.id, hajin.name) == ("hdx:C5160", "Hajin")
    assert [(parent.id, parent.kind) for parent in gazetteer.parents(hajin)] == [
        ("hdx:SY0903", "district"),
        ("hdx:SY09", "province"),
    ]
    assert gazetteer.lookup("دير الزور")[0].precision_m >= 2000


def workbook(folder: Path, sheets: Mapping[str, list[list[object]]]) -> Path:
    openpyxl = pytest.importorskip("openpyxl", reason="openpyxl writes the workbook")
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, table in sheets.items():
        sheet = book.create_sheet(name)
        for cells in table:
            sheet.append(cells)
    book.save(folder / "places.xlsx")
    return folder / "places.xlsx"


HDX_HEADER = ["admin1Name_en", "admin1Name_ar", "admin1Pcode", "featureName_en", "featureName_ar", "PCODE", "POINT_X", "POINT_Y"]


def test_hdx_places_in_a_workbook(tmp_path: Path, project: Path) -> None:
    table: list[list[object]] = [
        HDX_HEADER,
        ["#adm1+name", None, "#adm1+code", "#loc+name", None, "#loc+code", "#geo+lon", "#geo+lat"],
        ["Deir-ez-Zor", "دير الزور", "SY09", "Hajin", "هجين", "C5160", 40.83, 34.69],
        [],
        ["Deir-ez-Zor", "دير الزور", "SY09", "Nowhere", None, "C5162", None, None],
        ["Deir-ez-Zor", "دير الزور", "SY09", "Susat", "السوسة", 5161, 40.98, 34.53],
    ]
    path = workbook(tmp_path, {"README": [["about"], ["see the next sheet"]], "ppl": table})
    outcome = import_file(path, "hdx", project=project)
    assert (outcome.places, [each.row for each in outcome.bad]) == (3, [5])
    assert set(places(project, "السوسة")) == {"hdx:5161"}
    assert places(project, "هجين")["hdx:C5160"].parent == "hdx:SY09"


def test_a_workbook_without_places_names_its_sheets(tmp_path: Path, project: Path) -> None:
    path = workbook(tmp_path, {"README": [["about"]], "areas": [["admin1Name_en", "admin1Pcode"], ["Deir-ez-Zor", "SY09"]]})
    with pytest.raises(DataError, match="sheets README, areas"):
        import_file(path, "hdx", project=project)


def test_a_workbook_that_unpacks_beyond_measure_is_refused(tmp_path: Path, project: Path) -> None:
    path = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("xl/worksheets/sheet1.xml", "w") as sheet:
        for _ in range(600):
            sheet.write(bytes(1 << 20))
    with pytest.raises(DataError, match="unpacks to 600 MB"):
        import_file(path, "hdx", project=project)


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"<html>", b"\xd0\xcf\x11\xe0"])
def test_what_is_no_workbook_is_refused(tmp_path: Path, project: Path, content: bytes) -> None:
    path = tmp_path / "places.xlsx"
    path.write_bytes(content)
    with pytest.raises(DataError, match="not an Excel workbook"):
        import_file(path, "hdx", project=project)


def test_openstreetmap_places_of_every_sort(tmp_path: Path, project: Path) -> None:
    path = collection(
        tmp_path,
        feature(
            {"place": "village", "name": "هجين", "name:en": "Hajin", "alt_name": "حجين;هچين", "population": "about 30"},
            id="node/17",
        ),
        feature(
            {"aeroway": "aerodrome", "name": "مطار الطبقة", "@id": "way/5"},
            [[[38.5, 35.7], [38.6, 35.7], [38.6, 35.8], [38.5, 35.7]]],
            "Polygon",
        ),
        feature({"boundary": "administrative", "admin_level": "4", "name": "دير الزور"}, [40.0, 35.0], id="relation/9"),
        feature({"highway": "primary", "name": "M5"}),
        feature({"place": "village"}),
    )
    outcome = import_file(path, "osm", project=project, options=Options(country="SY"))
    assert (outcome.places, outcome.bad) == (3, ())
    hajin = places(project, "هچين")["osm:n17"]
    assert (hajin.name, hajin.country, hajin.population) == ("Hajin", "SY", None)
    airport = places(project, "مطار الطبقة")["osm:w5"]
    assert (airport.kind, round(airport.lon, 2), round(airport.lat, 2)) == ("airport", 38.55, 35.75)
    assert airport.precision_m > 5000
    assert places(project, "دير الزور")["osm:r9"].kind == "province"


def test_one_feature_a_line_reads_as_a_collection_does(tmp_path: Path, project: Path) -> None:
    path = tmp_path / "places.geojsonseq"
    features = [feature({"place": "town", "name": f"Town {n}"}, id=f"node/{n}") for n in range(3)]
    path.write_text("".join(f"\x1e{json.dumps(each)}\n" for each in features), "utf-8")
    assert import_file(path, "osm", project=project).places == 3


def test_bad_features_are_told_and_the_good_ones_load(tmp_path: Path, project: Path) -> None:
    town = {"place": "town", "name": "Town"}
    deep: object = [40.0, 34.0]
    for _ in range(200):
        deep = [deep]
    path = collection(
        tmp_path,
        feature(town, id="node/1"),
        feature(town, [400, 34]),
        feature(town, "here"),
        feature(town, id="node/1"),
        {"type": "Feature", "properties": town, "geometry": None},
        "not a feature",
        feature(town, deep, "Polygon", id="node/2"),
    )
    outcome = import_file(path, "osm", project=project)
    assert (outcome.places, [each.row for each in outcome.bad]) == (2, [2, 3, 4, 5, 6])


def test_openstreetmap_in_its_own_format(tmp_path: Path, project: Path) -> None:
    osmium = pytest.importorskip("osmium", reason="the extra `osm` is not installed")
    made = osmium.osm.mutable
    path = tmp_path / "places.osm.pbf"
    writer = osmium.SimpleWriter(str(path))
    corners = ((38.50, 35.70), (38.60, 35.70), (38.60, 35.80), (38.50, 35.80))
    writer.add_node(made.Node(id=17, location=(40.83, 34.69), tags={"place": "town", "name": "هجين"}))
    writer.add_node(made.Node(id=18, location=(40.83, 34.69), tags={"shop": "bakery", "name": "فرن"}))
    for number, corner in enumerate(corners, 21):
        writer.add_node(made.Node(id=number, location=corner))
    writer.add_way(made.Way(id=5, nodes=[21, 22, 23, 24, 21], tags={"aeroway": "aerodrome", "name": "مطار الطبقة"}))
    writer.add_way(made.Way(id=6, nodes=[21, 22], tags={"waterway": "dam", "name": "سد الفرات"}))
    writer.add_way(made.Way(id=7, nodes=[23, 24]))
    writer.add_way(made.Way(id=8, nodes=[23, 24], tags={"highway": "primary", "name": "M5"}))
    border = {"boundary": "administrative", "admin_level": "4", "name": "الرقة"}
    writer.add_relation(made.Relation(id=9, members=[("w", 6, "outer"), ("w", 7, "outer")], tags=border))
    writer.add_relation(made.Relation(id=10, members=[("w", 999, "outer")], tags=border | {"name": "حلب"}))
    writer.close()
    outcome = import_file(path, "osm", project=project)
    assert (outcome.places, [each.why for each in outcome.bad]) == (4, ["a geometry without coordinates"])
    assert set(places(project, "هجين")) == {"osm:n17"}
    airport = places(project, "مطار الطبقة")["osm:w5"]
    assert (airport.kind, round(airport.lon, 3), round(airport.lat, 3)) == ("airport", 38.55, 35.75)
    assert 5_000 < airport.precision_m < 10_000
    assert places(project, "سد الفرات")["osm:w6"].kind == "dam"
    province = places(project, "الرقة")["osm:r9"]
    assert (province.kind, round(province.lat, 3), province.precision_m) == ("province", 35.75, 50_000)


VIRTUAL = b"<OGRVRTDataSource><OGRVRTLayer><SrcDataSource>/vsicurl/http://127.0.0.1:9/x</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>"


@pytest.mark.parametrize("form", ["geonames", "hdx", "osm", "csv"])
@pytest.mark.parametrize(
    "content", [b"", b"\0" * 100, VIRTUAL, b"{" * 50_000, b"PK\x03\x04"], ids=["empty", "nul", "virtual", "deep", "zip"]
)
def test_a_file_of_another_form_is_refused_and_nothing_of_it_is_followed(
    tmp_path: Path, project: Path, form: imports.Format, content: bytes
) -> None:
    path = csv_file(tmp_path, content, "SY.txt")
    opened: list[str] = []
    watching = True

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        if watching and (event.startswith(("socket.", "subprocess.")) or (event == "open" and "vsicurl" in str(arguments[0]))):
            opened.append(event)

    sys.addaudithook(watch)
    with pytest.raises((DataError, UsageError)):
        import_file(path, form, project=project, options=Options(columns=COLUMNS))
    watching = False
    assert opened == []
    assert "osgeo" not in sys.modules


def test_the_import_of_a_changed_file_replaces_what_the_earlier_one_brought(tmp_path: Path, project: Path) -> None:
    import_file(dump(tmp_path, dump_row(1, "Alpha"), dump_row(2, "Beta")), "geonames", project=project)
    import_file(dump(tmp_path, dump_row(1, "Alpha")), "geonames", project=project)
    assert (set(places(project, "Alpha")), set(places(project, "Beta"))) == ({"geonames:1"}, set())


def test_a_project_folders_gazetteer_goes_before_the_users(tmp_path: Path, project: Path) -> None:
    import_file(
        csv_file(tmp_path, "code,name,arabic,x,y\n1,Hajin,,40.83,34.69\n", "mine.csv"), "csv", options=Options(columns=COLUMNS)
    )
    import_file(
        csv_file(tmp_path, "code,name,arabic,x,y\n1,Hajin,,40.84,34.69\n", "ours.csv"),
        "csv",
        project=project,
        options=Options(columns=COLUMNS),
    )
    assert set(places(project, "Hajin")) == {"ours:1"}
    assert {place.id for place in Gazetteer((), imports.opened()).lookup("hajin")} == {"mine:1"}


@given(st.one_of(st.text(max_size=8), st.floats(), st.none()), st.one_of(st.text(max_size=8), st.floats(), st.none()))
def test_a_checked_point_is_on_the_globe(lon: object, lat: object) -> None:
    try:
        x, y = row.point(lon, lat)
    except row.UnusableError:
        return
    assert -180 <= x <= 180
    assert -90 <= y <= 90
    assert (x, y) != (0, 0)
