"""Arabic places named behind the clause that tells of them, and deeds that a time or a name of a group seemed to hide."""

import pytest
from any_war import claims

TOLD = [
    # a fronted clause points ahead to the subject behind its comma
    ("منذ أن سيطر عليها المسلحون قبل عامين، تعيش مدينة درنة في عزلة.", "2014-10-01", ["gained درنة 2012"]),
    ("بعد أن استعادها الجيش السوداني الأحد، بدت مدينة سنجة خالية.", "2024-11-26", ["gained سنجة 2024-11-24"]),
    ("بعد أن استعادها الجيش السوداني الأحد، زار الوزير مدينة سنجة.", "2024-11-26", []),
    ("بعد أن دخل الجيش السوداني سنجة الأحد، بدت مدينة سنار هادئة.", "2024-11-26", ["gained سنجة 2024-11-24"]),
    # when it fell stands between a name that no gazetteer knows and in whose hands
    ("سقطت نومبيلا في أيار 1999 بيد المتمردين.", "2005-01-01", ["gained نومبيلا 1999-05"]),
    ("وقعت نومبيلا عام 1999 في قبضة المتمردين.", "2005-01-01", ["gained نومبيلا 1999"]),
    ("سقطت قذيفة في أيار 1999 بيد المتمردين.", "2005-01-01", []),
    # «حيث» is of a town, and not of the part of a region in which it lies
    ("هاجمت طالبان مدينة غزني في جنوب كابول، حيث تمكنت من احتلالها.", "2018-08-12", ["gained غزني None"]),
    ("هاجمت طالبان مدينة غزني، حيث تمكنت من احتلالها.", "2018-08-12", ["gained غزني None"]),
    # so many hours are no hour to come
    ("وبعد 36 ساعة من القتال استعاد الجيش السوداني مدينة بارا.", "2025-09-14", ["gained بارا None"]),
    ("دقت ساعة تحرير بارا.", "2025-09-01", []),
    # a movement that has its name in two words governs no further noun
    ("انتزعت حركة أمل السيطرة على بيروت الغربية من الجيش.", "1984-02-08", ["gained بيروت None"]),
    ("انتزع مقاتلو حركة أمل السيطرة على بعلبك.", "1984-02-08", ["gained بعلبك None"]),
    ("تقدمت قوات تحرير تيغراي قرب لاليبيلا.", "2021-12-13", []),
]


@pytest.mark.parametrize(("text", "published", "expected"), TOLD)
def test_what_is_told_of_a_place_named_later(text: str, published: str, expected: list[str]) -> None:
    found = []
    for claim in claims(text, published):
        first, last = claim.when.earliest, claim.when.latest
        year = str(last.year) if first and last and first.year == last.year else None
        month = f"{last:%Y-%m}" if year and first and last and first.month == last.month else year
        found.append(f"{claim.relation} {claim.place.text} {last.isoformat() if first and first == last else month}")
    assert found == expected


LOYAL = [
    ("سيطرت القوات الموالية لحزب الله على القصير.", "2013-06-13", "HEZBOLLAH"),
    ("سيطرت القوات الموالية لحركة الشباب على كيسمايو.", "2008-08-23", "SHABAAB"),
    ("سيطرت القوات الموالية للنظام على القصير.", "2013-06-13", "SYRIA_GOV"),
    ("سيطرت القوات الموالية على القصير.", "2013-06-13", "SYRIA_GOV"),
]


@pytest.mark.parametrize(("text", "published", "actor"), LOYAL)
def test_to_whom_men_are_loyal(text: str, published: str, actor: str) -> None:
    assert [claim.actor and claim.actor.id for claim in claims(text, published)] == [actor]
