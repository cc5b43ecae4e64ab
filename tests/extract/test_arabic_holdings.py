"""Whose a place, its parts or its neighbours are or were, in Arabic texts of several wars."""

import pytest
from any_war import claims as read

from whoheld.model import Extent

HOLDINGS = {
    "five towns are no fifth of them": [
        (
            "سيطرت قوات أذربيجان على خمس مدن هي جبرائيل وفضولي.",
            "2020-10-26",
            {"gained AZERBAIJAN جبرائيل", "gained AZERBAIJAN فضولي"},
        ),
    ],
    "the village behind the men who took it is no adjective of theirs": [
        ("هاجم المسلحون قرية دينو. واستعاد الجيش القرية.", "2022-12-01", {"gained None دينو"}),
        ("سيطرت قوات محلية موالية للحكومة على مدينة مأرب.", "2015-08-01", {"gained YEMEN_GOV مأرب"}),
    ],
    "the local authority holds a town, and the seat of a region is none": [
        ("انسحب المسلحون من المدينة، فعادت زنجبار إلى السلطة المحلية.", "2016-08-20", {"gained YEMEN_GOV زنجبار"}),
        (
            "سلم المسلحون مدينة الضالع إلى السلطة المحلية.",
            "2016-08-20",
            {"gained YEMEN_GOV الضالع"},
        ),
        ("وعاد الموظفون إلى السلطة المحلية في مدينة عدن.", "2020-03-01", set()),
        ("بسط الجيش سيطرته على كامل أراضي محافظة شبوة.", "2022-01-11", {"gained YEMEN_GOV شبوة"}),
        ("استعاد الجيش عاصمة ولاية سنار.", "2024-11-24", set()),
        ("استعاد الجيش عاصمة ولاية سنار، وتقدم نحو الدندر.", "2024-11-24", set()),
        ("استعادت القوات العراقية عاصمة محافظة الأنبار، الرمادي.", "2015-12-28", {"gained IRAQ_GOV الرمادي"}),
        ("سيطر الجيش على عاصمة محافظة الأنبار، مدينة الرمادي، أمس.", "2015-12-28", {"gained IRAQ_GOV الرمادي"}),
        ("حررت القوات العراقية عاصمة محافظة الأنبار.", "2015-12-28", set()),
    ],
    "it is kept, stays theirs meanwhile, or an aside parts it from whose it is": [
        (
            "تسيطر الدعم السريع على معظم دارفور، بينما يحافظ الجيش على الفاشر.",
            "2024-07-01",
            {"holds RSF دارفور part", "holds SAF الفاشر"},
        ),
        ("ويحافظ الجيش الأوكراني على مدينة كوبيانسك رغم الهجمات.", "2025-08-01", {"holds UKRAINE كوبيانسك"}),
        ("انتهت المعركة مع بقاء مدينة رأس لانوف في يد كتائب القذافي.", "2011-04-01", {"holds GADDAFI رأس لانوف"}),
        ("بلدة كفرنبل، مسقط رأس الناشط، والخاضعة لسيطرة هيئة تحرير الشام، تعرضت للقصف.", "2019-07-01", {"holds HTS كفرنبل"}),
        ("أما مدينة كيسمايو فهي خاضعة لحركة الشباب.", "2011-09-20", {"holds SHABAAB كيسمايو"}),
        ("تحافظ الشرطة على الأمن في مدينة سبها.", "2015-02-01", set()),
        ("ناشد السكان الجيش الحفاظ على مدينة الأبيض.", "2025-08-20", set()),
        ("لن يحافظ الجيش على مدينة بابنوسة طويلا.", "2025-08-20", set()),
    ],
    "the name of a town stands behind the adjectives of its noun": [
        ("يسيطر الجيش السوداني على كامل العاصمة السودانية الخرطوم.", "2025-06-20", {"holds SAF الخرطوم"}),
        ("ويسيطر الحوثيون على معظم العاصمة اليمنية صنعاء.", "2014-10-20", {"holds HOUTHI صنعاء part"}),
        ("تسيطر القوات الروسية على المدينة الساحلية ماريوبول منذ مايو.", "2022-09-12", {"holds RUSSIA ماريوبول"}),
        ("زار الرئيس العاصمة الفرنسية باريس حيث سيطر ملف الحرب على المحادثات.", "2015-02-03", set()),
        ("تسيطر الأمطار على كامل العاصمة الصومالية مقديشو.", "2019-10-02", set()),
    ],
    "an adjective says how big a share of it is": [
        ("قصف الطيران حي كريتر الذي يسيطر الحوثيون على جزء كبير منه.", "2015-07-01", {"holds HOUTHI كريتر part"}),
        ("هاجم الحوثيون عدن وسيطروا على مناطق واسعة منها.", "2015-04-20", {"gained HOUTHI عدن part"}),
        ("سيطر الحوثيون على مناطق واسعة منها الضالع ولحج.", "2015-04-20", {"gained HOUTHI الضالع", "gained HOUTHI لحج"}),
    ],
    "of which town somebody holds the parts is said behind him": [
        ("نزح السكان من الأجزاء الخاضعة لسيطرة الجيش في شرق الفاشر.", "2024-06-15", {"holds SAF الفاشر part"}),
        ("وصلت قافلة إلى الأجزاء الواقعة تحت سيطرة الحوثيين في جنوب تعز.", "2016-01-15", {"holds HOUTHI تعز part"}),
        ("نزح الآلاف من المناطق الخاضعة لسيطرة تنظيم داعش في غرب الموصل.", "2017-03-15", {"holds ISIS الموصل part"}),
        ("تفقد الوزير المناطق الخاضعة للصيانة في شرق مدينة البصرة.", "2016-10-28", set()),
    ],
    "whose several places were is said in a clause behind them": [
        (
            "استولى تنظيم داعش على مدن سنجار وزمار، وكانت تحت سيطرة قوات البيشمركة منذ عام 2003.",
            "2014-08-07",
            {"gained ISIS سنجار", "gained ISIS زمار", "holds PESHMERGA سنجار", "holds PESHMERGA زمار"},
        ),
        (
            "سيطر الدعم السريع على بلدتي الدلنج وكادوقلي، وكلها كانت تحت سيطرة الجيش منذ عام 2011.",
            "2024-01-20",
            {"gained RSF الدلنج", "gained RSF كادوقلي", "holds SAF الدلنج", "holds SAF كادوقلي"},
        ),
        (
            "استعاد الجيش النيجيري بلدة مونغونو وقتل العشرات وكانت المعارك تحت المطر.",
            "2015-02-17",
            {"gained NIGERIA مونغونو"},
        ),
    ],
}


@pytest.mark.parametrize(("text", "published", "expected"), [case for cases in HOLDINGS.values() for case in cases])
def test_holdings(text: str, published: str, expected: set[str]) -> None:
    told = {
        f"{claim.relation.value} {claim.actor.id if claim.actor else None} {claim.place.text}"
        + (" part" if claim.extent is Extent.PART else "")
        for claim in read(text, published)
    }
    assert told == expected
