"""What is said beside a deed in Arabic, wherever it stands in the clause, does not change who took, holds or lost what."""

import itertools

import any_war
import pytest
from small_war import Claims, said

# ``*`` marks where an adjunct may stand; each frame is told of another war.
FRAMES = {
    "* سيطرت * قسد * على مدينة هجين *.": "gained SDF هجين",
    "* استعاد * الجيش السوداني * مدينة الخرطوم *.": "gained SAF الخرطوم",
    "* سقطت * مدينة الحديدة * بيد الحوثيين *.": "gained HOUTHI الحديدة",
    "* باتت * مدينة نيالا * تحت سيطرة الدعم السريع *.": "gained RSF نيالا",
    "* فرضت * قوات النظام * سيطرتها الكاملة * على مدينة تدمر *.": "gained SYRIA_GOV تدمر",
    "* فقد * الجيش السوداني * السيطرة على مدينة الفاشر *.": "lost SAF الفاشر",
    "* انسحب * داعش * من مدينة تلعفر *.": "lost ISIS تلعفر",
    "* طردت * قسد تنظيم الدولة * من مدينة الرقة *.": "gained SDF الرقة",
    "قسد طردت * تنظيم الدولة * من مدينة الرقة *.": "gained SDF الرقة",
    "* انتقلت السيطرة على مدينة عدن * من قوات النظام إلى الحوثيين *.": "gained HOUTHI عدن",
    "* تشهد * أحياء مدينة نيالا اشتباكات بين الجيش السوداني والدعم السريع *.": "contested SAF نيالا",
    "* تمكن * الجيش السوداني * من السيطرة على مدينة نيالا *.": "gained SAF نيالا",
}
ADJUNCTS = [
    "بعد معارك عنيفة",
    "عقب هجوم مباغت",
    "إثر اشتباكات دامت ساعات",
    "بعد معارك مع المسلحين استمرت ثلاثة أيام",
    "بشكل كامل",
    "بدعم جوي من الحلفاء",
    "خلال الساعات الماضية",
    "فجر الثلاثاء",
    "في 7 ديسمبر/كانون الأول",
]


def variants(frame: str) -> list[str]:
    """The frame with each adjunct in each of its places."""
    parts = frame.split("*")
    placed = (
        "".join(part + (adjunct if n == at else "") for n, part in enumerate(parts))
        for at, adjunct in itertools.product(range(len(parts) - 1), ADJUNCTS)
    )
    return [" ".join(sentence.split()).replace(" .", ".") for sentence in placed]


@pytest.mark.parametrize("frame", FRAMES)
def test_an_adjunct_changes_no_claim(claims: Claims, frame: str) -> None:
    told = {sentence: [said(claim) for claim in claims(sentence)] for sentence in variants(frame)}
    assert {sentence: claim for sentence, claim in told.items() if claim != [FRAMES[frame]]} == {}


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        ("باتت مدينة سراقب الواقعة شمال البلاد بيد قوات النظام.", "gained SYRIA_GOV سراقب"),
        ("قصفت الطائرات مدينة هجين الواقعة تحت سيطرة داعش.", "holds ISIS هجين"),
        ("الجيش السوداني طُرد من مدينة نيالا.", "lost SAF نيالا"),
        ("الدعم السريع هاجمت مواقع الجيش السوداني وأعلنت السيطرة على مدينة نيالا.", "gained RSF نيالا"),
        ("شنت قسد هجوما واسعا على مواقع قوات النظام، وبسطت سيطرتها على مدينة هجين.", "gained SDF هجين"),
    ],
)
def test_who_and_what_is_meant(claims: Claims, sentence: str, claim: str) -> None:
    assert [said(found) for found in claims(sentence)] == [claim]


BEHIND_A_TIME = [
    (
        "2021-08-13",
        "انسحبت القوات الحكومية من مدينة هرات.\nوسقطت بيد طالبان في الأيام الماضية مدن قندوز وتالقان.",
        ["lost هرات", "gained قندوز", "gained تالقان"],
    ),
    ("2017-12-09", "سقطت بيد تنظيم الدولة عام 2014 مدن الموصل وتكريت.", ["gained الموصل", "gained تكريت"]),
    ("2023-12-09", "سقطت بيد قوات الدعم السريع في أكتوبر مدينة نيالا.", ["gained نيالا"]),
    ("2018-11-09", "لا تزال بيد التنظيم حتى اليوم بلدتا هجين والسوسة.", ["holds هجين", "holds السوسة"]),
    (
        "2024-12-09",
        "انسحب الجيش السوري من حماة.\nوباتت تحت سيطرة الفصائل منذ السبت مدينة حمص.",
        ["lost حماة", "gained حمص"],
    ),
    ("2015-12-09", "هاجم الجيش حماة، وهي بيد الفصائل منذ عام 2012، وقصف حمص.", ["holds حماة"]),
]


@pytest.mark.parametrize(("published", "text", "expected"), BEHIND_A_TIME)
def test_a_place_may_stand_behind_since_when_it_is_whose(published: str, text: str, expected: list[str]) -> None:
    assert [f"{claim.relation} {claim.place.text}" for claim in any_war.claims(text, published)] == expected


BEHIND = [
    ("استردت القوات الأوكرانية في هجوم مضاد بلدة روبوتين.", "2023-08-28", "UKRAINE", ("روبوتين",)),
    ("احتل المتمردون بسهولة بلدة ساكي.", "2025-01-23", "M23", ("ساكي",)),
    ("احتل المتمردون على حين غرة بلدة ساكي.", "2025-01-23", "M23", ("ساكي",)),
    ("استعاد الجيش السوري في ريف حماة بلدة مورك.", "2014-10-23", "SYRIA_GOV", ("مورك",)),
    ("حررت القوات العراقية في محافظة صلاح الدين مدينة بيجي.", "2015-10-23", "IRAQ_GOV", ("بيجي",)),
    ("حررت قوات العميد طارق صالح المخا.", "2018-01-28", "YEMEN_GOV", ("المخا",)),
    ("استعادت قوات العقيد حسين بيدوا في مارس.", "1996-04-28", None, ("بيدوا",)),
]


@pytest.mark.parametrize(("text", "published", "actor", "places"), BEHIND)
def test_an_object_stands_behind_how_and_where_and_whose_men(
    text: str, published: str, actor: str | None, places: tuple[str, ...]
) -> None:
    told = [claim for claim in any_war.claims(text, published) if claim.relation == "gained"]
    assert tuple(claim.place.text for claim in told) == places
    assert {claim.actor.id for claim in told} == {actor}


@pytest.mark.parametrize(
    "text",
    ["دمر الجيش في ريف حماة بلدة مورك.", "قتلت قوات العقيد حسين بيدوا عشرة جنود.", "وقعت في هجوم مضاد بلدة روبوتين تحت القصف."],
)
def test_what_is_shelled_or_called_after_a_leader_is_not_taken(text: str) -> None:
    assert not any_war.claims(text, "2014-10-23")
