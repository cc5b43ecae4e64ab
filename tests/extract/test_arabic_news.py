"""Arabic as the news writes it: commas inside a clause, verbs of going on, what came next, towns that only tell where."""

import pytest
from any_war import claims

TOLD = [
    # a comma between a subject and the particle of its pluperfect parts no clause, nor do two around an aside
    (
        "وقال الجيش الأوكراني إنه صد الهجوم. وكانت وزارة الدفاع الروسية، قد ذكرت أن قواتها استولت على تشاسيف يار.",
        "2024-12-05",
        ["gained تشاسيف يار RUSSIA background"],
    ),
    (
        "وقال الجيش الكونغولي إنه صد الهجوم. وكانت حركة إم 23، أمس الأحد، قد أعلنت أن مقاتليها سيطروا على ماسيسي.",
        "2024-12-09",
        ["gained ماسيسي M23 background"],
    ),
    (
        "وكان الجيش، الذي خسر قندوز، قد أعلن استعادة مدينة لشكركاه.",
        "2021-08-08",
        ["lost قندوز AFGHAN_GOV event", "gained لشكركاه AFGHAN_GOV event"],
    ),
    # "they" of a spokesman are those for whom he speaks, unless others are spoken of in the plural
    (
        "قالت قوات الحكومة إنها دخلت ترهونة، معقل قوات شرق ليبيا. وقال المتحدث باسم قوات الوفاق إنهم سيطروا على غريان.",
        "2020-06-05",
        ["gained ترهونة GNA event", "gained غريان GNA event"],
    ),
    (
        "هاجم المتمردون البلدة. وقال المتحدث باسم الجيش الكونغولي إنهم سيطروا على روتشورو.",
        "2022-10-30",
        ["gained روتشورو M23 event"],
    ),
    # where a quarter lies is no side of the fight for it
    (
        "واندلعت اشتباكات في حي القابون وحي جوبر شرق دمشق.",
        "2013-02-20",
        ["contested القابون None state", "contested جوبر None state"],
    ),
    ("واندلعت اشتباكات بين دمشق وقسد في حي الشيخ مقصود.", "2026-01-08", ["contested الشيخ مقصود SYRIA_TRANSITION state"]),
    # to go on controlling is to hold, to go on advancing and take is not
    ("وتواصل طالبان السيطرة على ولاية بدخشان.", "2022-05-10", ["holds بدخشان TALIBAN state"]),
    ("واصل الجيش السوداني تقدمه وسيطر على مدينة الدندر.", "2024-11-10", ["gained الدندر SAF event"]),
    # what came before something ended is a gain, in whatever tense
    (
        "ودخل المتمردون كيبومبا قبل أن يتقدموا جنوبا ويسيطروا على بلدة روغاري.",
        "2022-11-10",
        ["gained كيبومبا M23 event", "gained روغاري M23 event"],
    ),
    (
        "ويسيطر الجيش السوداني على الأبيض ويحاصر بلدة بارا ويسيطر على مدينة الرهد.",
        "2025-05-10",
        ["holds الأبيض SAF state", "holds الرهد SAF state"],
    ),
]


@pytest.mark.parametrize(("text", "published", "expected"), TOLD)
def test_news_is_read(text: str, published: str, expected: list[str]) -> None:
    found = [f"{c.relation} {c.place.text} {c.actor and c.actor.id} {c.telling}" for c in claims(text, published)]
    assert sorted(found) == sorted(expected)
