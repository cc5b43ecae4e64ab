"""Which town an Arabic text means by «المدينة» and «هناك», in paragraphs from several wars."""

import pytest
from small_war import Claims, said

MEANT = {
    "where people fled to is not the town that is spoken of": [
        (
            "سيطرت قسد على هجين. ونزح السكان إلى تدمر. وانسحبت قوات النظام من المدينة.",
            {"gained SDF هجين", "lost SYRIA_GOV هجين"},
        ),
        (
            "انتزع الحوثيون حريب. ونقل الجرحى إلى مأرب. وأعلنت الجماعة أن البلدة لا تزال في قبضتها.",
            {"gained HOUTHI حريب", "holds HOUTHI حريب"},
        ),
    ],
    "what something came about after is not the town that is spoken of": [
        (
            "سيطرت قسد على هجين. وجاء ذلك بعد معارك في السوسة. وانسحبت قوات النظام من المدينة.",
            {"gained SDF هجين", "lost SYRIA_GOV هجين"},
        ),
    ],
    "«هناك» is the town spoken of, where a verb of control governs nothing": [
        ("وصلت قافلة إلى هجين. وتسيطر قسد هناك.", {"holds SDF هجين"}),
        ("نزح سكان من حريب، وما زال الحوثيون يسيطرون هناك.", {"holds HOUTHI حريب"}),
        ("وصلت قوات النظام إلى تدمر، وبسطت نفوذها هناك.", {"gained SYRIA_GOV تدمر"}),
        ("وصلت قافلة إلى هجين. وسيطرت قسد على الطريق هناك.", set()),
    ],
    "a verb of control may have its place before it": [
        ("في هجين تسيطر قسد، وفي مأرب يسيطر الحوثيون على الأسواق.", {"holds SDF هجين"}),
        ("وفي الرقة سيطر تنظيم الدولة.", {"gained ISIS الرقة"}),
        ("في الرقة تسيطر قسد على حركة السير.", set()),
        ("في هجين يسيطر القلق.", set()),
        ("كان يسيطر من قبل.", set()),
    ],
    "a relative takes up the name right before it, known or not": [
        (
            "سيطر الحوثيون على حريب، ثم اتجهوا إلى كولويزي التي سقطت بأيديهم.",
            {"gained HOUTHI حريب", "gained HOUTHI كولويزي"},
        ),
        ("سيطرت قسد على هجين، ثم وصلت إلى كاليه التي احتلتها.", {"gained SDF هجين", "gained SDF كاليه"}),
        ("تقدمت قسد نحو كوتيلني التي باتت تحت سيطرتها.", {"gained SDF كوتيلني"}),
        # but what is no name is no town, nor the one spoken of
        ("سيطر الحوثيون على حريب، وعثروا على الوثائق التي سقطت بأيديهم.", {"gained HOUTHI حريب"}),
        ("سيطر الحوثيون على حريب، ثم وصلوا إلى أسلحتهم التي سقطت بأيدي غيرهم.", {"gained HOUTHI حريب"}),
    ],
    "behind a building of a town, a clause of time tells of the town": [
        (
            "سيطر الحوثيون على حريب، ثم حاصروا جامعة صنعاء بعد أن سيطروا على المدينة.",
            {"gained HOUTHI حريب", "gained HOUTHI صنعاء"},
        ),
        (
            "استعادت قوات النظام تدمر، ثم وصلت إلى مطار الرقة بعد أن استعادت المدينة.",
            {"gained SYRIA_GOV تدمر", "gained SYRIA_GOV الرقة"},
        ),
        # but to a town one goes after another
        (
            "استعادت قوات النظام تدمر، ثم توجهت إلى الرقة بعد أن أمنت المدينة.",
            {"gained SYRIA_GOV تدمر"},
        ),
    ],
    "where armed men went to may be": [
        ("سيطرت قسد على هجين. ووصل مقاتلوها إلى تدمر. وسيطروا على المدينة.", {"gained SDF هجين", "gained SDF تدمر"}),
    ],
}


@pytest.mark.parametrize(("text", "expected"), [case for cases in MEANT.values() for case in cases])
def test_which_town_is_meant(claims: Claims, text: str, expected: set[str]) -> None:
    assert {said(claim) for claim in claims(text)} == expected
