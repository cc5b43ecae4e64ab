"""Arabic capitals named behind their region, objects behind since when, and towns that are spelled like a fraction."""

import pytest
from any_war import claims

TOLD = [
    # a town right behind the region of which it is called the capital
    ("سيطرت طالبان على عاصمة هلمند لشكركاه وعلى قندهار.", "2021-08-13", ["gained قندهار TALIBAN", "gained لشكركاه TALIBAN"]),
    ("سيطر الجيش السوداني على عاصمة الجزيرة ود مدني.", "2025-01-13", ["gained ود مدني SAF"]),
    ("سيطرت طالبان على عاصمة هلمند.", "2021-08-13", []),
    ("قصفت طالبان عاصمة هلمند لشكركاه.", "2021-08-13", []),
    # since the beginning of a year stands before the object as other times do
    ("خسر تنظيم داعش منذ مطلع العام بلدة الكرامة جنوب الرقة.", "2017-05-20", ["lost الكرامة ISIS"]),
    ("استعاد الجيش العراقي منذ بداية الشهر قرية القيارة.", "2016-10-24", ["gained القيارة IRAQ_GOV"]),
    # "the fifth" in a list is a town
    (
        "أصبحت مدن زليتن والخمس ومصراتة خاضعة لحكومة الوفاق.",
        "2019-12-28",
        ["gained الخمس GNA", "gained زليتن GNA", "gained مصراتة GNA"],
    ),
    ("يسيطر الجيش السوري على خمس المدينة.", "2019-12-28", []),
    # a list of quarters called by nouns
    (
        "اقتحمت قوات الدعم السريع أحياء الوحدة والمصانع والشرفة في الفاشر وسيطرت عليها.",
        "2025-09-20",
        ["gained الشرفة RSF", "gained المصانع RSF", "gained الوحدة RSF"],
    ),
    # likewise on or from another
    ("انسحب الجيش السوداني من سنجة، وكذلك من الدندر.", "2024-07-08", ["lost الدندر SAF", "lost سنجة SAF"]),
    ("سيطر الجيش السوداني على سنجة، وكذلك على مخازن أسلحة.", "2024-07-08", ["gained سنجة SAF"]),
]


@pytest.mark.parametrize(("text", "day", "told"), TOLD)
def test_what_is_told(text: str, day: str, told: list[str]) -> None:
    found = claims(text, day)
    assert sorted(f"{claim.relation} {claim.place.text} {claim.actor.id}" for claim in found) == told
