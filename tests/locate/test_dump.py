"""What a full GeoNames dump changes: areas and small places that the built-in gazetteer does not have."""

from pathlib import Path

from whoheld.gazetteer import Gazetteer, imports, world
from whoheld.gazetteer.imports import import_file
from whoheld.locate.find import find
from whoheld.model import Mention

ROWS = (
    "4398678\tLaurel County\tLaurel Co\t\t37.11\t-84.12\tA\tADM2\tUS\t\tKY\t125\t\t\t60015\t\t380\tAmerica/New_York\t2020-01-01",
    "6254925\tKentucky\tKentucky\tKY\t38.20\t-84.88\tA\tADM1\tUS\t\tKY\t\t\t\t4206074\t\t280\tAmerica/New_York\t2020-01-01",
)


def asked(project: Path) -> Mention:
    return find("Laurel County", Gazetteer((), (*imports.opened(project), world.index())), near="Kentucky")


def test_a_county_is_no_town_of_its_name_and_is_found_once_a_dump_has_it(tmp_path: Path) -> None:
    before = asked(tmp_path)
    assert before.id is None
    assert "Laurel" in {candidate.name for candidate in before.candidates}
    dump = tmp_path / "US.txt"
    dump.write_text("\n".join(ROWS) + "\n", "utf-8")
    import_file(dump, "geonames", project=tmp_path)
    after = asked(tmp_path)
    assert (after.id, after.name, after.precision_m) == ("geonames:4398678", "Laurel County", 20_000)
