"""Who says so: the words of the speaker, whom they speak for, and how far the text stands behind the claim."""

import pytest
from small_war import Claims

SPEAKERS = [
    ("The SDF captured Hajin, a war monitor based in Britain said.", "war monitor based in Britain", None),
    (
        "The SDF captured Hajin, according to the Syrian Observatory for Human Rights.",
        "Syrian Observatory for Human Rights",
        None,
    ),
    ("The SDF captured Hajin, security sources said.", "security sources", None),
    ("The SDF captured Hajin, said residents who fled on Friday.", "residents", None),
    ("A spokesman for the SDF said on Friday that Hajin had been captured.", "spokesman for the SDF", "SDF"),
    ("Mustafa Bali, a spokesman, said the SDF had captured Hajin.", "Mustafa Bali", None),
    ("Residents opposed to the Syrian army said the SDF had captured Hajin.", "Residents opposed to the Syrian army", None),
    ("In the capital the Observatory said that the SDF had captured Hajin.", "Observatory", None),
    ("Russia also announced the capture of Bakhmut.", "Russia", "RUSSIA"),
    ("The SDF captured Hajin, the Moscow Times reported.", "Moscow Times", None),
    ("قالت صحيفة «موسكو تايمز» إن قسد سيطرت على هجين.", "صحيفة «موسكو تايمز", None),
    ("The SDF, which entered the suburbs in May, said on Friday that Hajin had been captured.", "SDF", "SDF"),
    ("It said on Friday that the SDF had captured Hajin.", None, None),
    ("The SDF captured Hajin, it was reported.", None, None),
    ("وقالت لجان التنسيق المحلية إن قسد سيطرت على هجين.", "لجان التنسيق المحلية", None),
    ("أعلنت لجنة المقاومة أن قسد سيطرت على هجين.", "لجنة المقاومة", None),
    ("قال رئيس مجلس السيادة عبد الرحمن صالح إن قسد سيطرت على هجين.", "رئيس مجلس السيادة عبد الرحمن صالح", None),
    ("أعلن الجيش السوداني ختام عملياته في نيالا وتطهيرها.", "الجيش السوداني", "SAF"),
    ("أعلن الناطق توقف الاشتباكات في نيالا وسيطرة قسد عليها.", "الناطق", None),
    ("أعلن ناطق باسم قسد أن مقاتليها سيطروا على هجين.", "ناطق باسم قسد", "SDF"),
    ("أعلنت القيادة العامة، الجمعة، أن قوات النظام سيطرت على سراقب.", "القيادة العامة", "SYRIA_GOV"),
    ("أعلنت وزارة الدفاع صباح الجمعة أن قوات النظام سيطرت على سراقب.", "وزارة الدفاع", "SYRIA_GOV"),
    ("سيطرت قسد على هجين، بحسب المرصد السوري لحقوق الإنسان.", "المرصد السوري لحقوق الإنسان", None),
    ("سيطرت قسد على هجين، وفقا لمصادر محلية.", "مصادر محلية", None),
    ("أفاد ناشطون من شرق سوريا بأن قسد سيطرت على هجين.", "ناشطون من شرق سوريا", None),
    ("لكن شهودا في المدينة قالوا إن قسد سيطرت على هجين.", "شهودا في المدينة", None),
    ("نقلا عن مصدر عسكري، سيطرت قسد على هجين.", "مصدر عسكري", None),
    ("أعلنت قسد في 26 يناير 2024 أن مقاتليها سيطروا على هجين.", "قسد", "SDF"),
    ("رويترز: سيطرت قسد على هجين.", "رويترز", None),
    ("سيطرت قسد على هجين، حسب قيادتها العامة.", "قيادتها العامة", None),
    ("نقلت رويترز عن مصدر أمني أن قسد سيطرت على هجين.", "مصدر أمني", None),
    ("ونقلت وكالة محلية عن ناطق باسم قسد قوله إن مقاتليها سيطروا على هجين.", "ناطق باسم قسد", "SDF"),
    ("رفضت قسد التقارير الأخيرة، مؤكدة أن مقاتليها سيطروا على هجين.", "قسد", "SDF"),
    ("قال إن قسد سيطرت على هجين.", None, None),
    # a relative clause, or another verb, between who speaks and that he does
    ("The SDF captured Hajin, residents who fled told a reporter.", "residents", None),
    ("The SDF captured Hajin, villagers who reached Susah said on Tuesday.", "villagers", None),
    ("The Syrian army denied the report and said that Palmyra had been retaken.", "Syrian army", "SYRIA_GOV"),
    ("نفى الجيش السوداني ذلك وأكد أن الخرطوم تحت سيطرته.", "الجيش السوداني", "SAF"),
    # who goes on to speak
    ("The general addressed reporters. He said that the SDF had captured Hajin.", "general", None),
    ('Colonel Aguer spoke on Friday. "The SDF has captured Hajin," he said.', "Colonel Aguer", None),
    ("Residents said that roads were cut. They added that the SDF had captured Hajin.", "Residents", None),
    ("The Observatory reported strikes. It said that the SDF had captured Hajin.", "Observatory", None),
    ("قال العقيد فيليب إن القصف توقف. وأضاف أن قسد سيطرت على هجين.", "العقيد فيليب", None),
    ("قال العقيد فيليب إن القصف توقف. وأضاف أنها بيد قسد، وأن هجين تحت سيطرتها.", "العقيد فيليب", None),
    ("أعلنت وزارة الدفاع هدنة. وأضافت أن قسد سيطرت على هجين.", "وزارة الدفاع", None),
    ("The general spoke. He denied reports of looting, saying the SDF had captured Hajin.", "general", None),
    # "the group" is a body that spoke before, unless it tells of itself or a side or nobody by name spoke
    ("The Hajin Observatory said ISIS shelled it. The group said the SDF captured Hajin.", "Hajin Observatory", None),
    ("The UN Group of Experts said ISIS shelled it. According to the group, the SDF holds Hajin.", "UN Group of Experts", None),
    ("The Hajin Observatory said ISIS shelled it. The group said it had captured Hajin.", "The group", "ISIS"),
    ("Residents said ISIS shelled it. The group said the SDF captured Hajin.", "The group", "ISIS"),
    ("Anna Novak said ISIS shelled it. The group said the SDF captured Hajin.", "The group", "ISIS"),
    # the dateline is no part of a speaker
    ("HAJIN (IRIN) - Humanitarian sources said that the SDF had captured Hajin.", "Humanitarian sources", None),
    ("BEIRUT, Jan 12 2018 (Reuters) - The Syrian army said that it had captured Hajin.", "Syrian army", "SYRIA_GOV"),
    # and who does not
    ("Residents said that roads were cut. He added that the SDF had captured Hajin.", None, None),
    ("The general addressed reporters. It was said that the SDF had captured Hajin.", None, None),
    ("The mayor spoke. Roads were cut. Rain fell. He said that the SDF had captured Hajin.", None, None),
    ("أعلنت وزارة الدفاع هدنة. وقال إن قسد سيطرت على هجين.", None, None),
    ("بث التنظيم تسجيلا قال فيه إن قسد سيطرت على هجين.", None, None),
    # what only qualifies a statement is nobody, and a country that has spoken has its ministry
    ("وفي أول اعتراف رسمي بأن قسد سيطرت على هجين، غاب الجيش.", None, None),
    ("واعتبرت هذه المصادر أن قسد سيطرت على هجين.", "المصادر", None),
    ("أكد بيان مشترك من قسد أن مقاتليها سيطروا على هجين.", "قسد", "SDF"),
    ("وقال البيان الصادر عن قسد إن مقاتليها سيطروا على هجين.", "قسد", "SDF"),
    ("أشار المصدر إلى استمرار عمليات التمشيط في هجين التي سيطرت عليها قسد.", "المصدر", None),
    ("يذكر أن قسد، كانت أعلنت السبت، أن مقاتليها سيطروا على هجين.", "قسد", "SDF"),
    ("أعلنت أوكرانيا ذلك اليوم. وذكرت وزارة الدفاع أن القوات الروسية سيطرت على ليمان.", "وزارة الدفاع", "UKRAINE"),
    ("أكد ضابط ميداني رفض كشف هويته أن قسد سيطرت على هجين.", "ضابط ميداني", None),
    ("قال مصدر فضل عدم الكشف عن هويته إن قسد سيطرت على هجين.", "مصدر", None),
    ("قال ناطق باسم قسد طلب عدم ذكر اسمه إن هجين تحررت.", "ناطق باسم قسد", "SDF"),
    ("ما زالت قسد تسيطر على هجين حتى الآن، بحسب المرصد.", "المرصد", None),
    ("ما زالت هجين حتى اليوم بيد قسد، وفق شهود.", "شهود", None),
    # reports are told with what qualifies them; behind «ما» stands a verb, whatever it is, and then who says so
    ("أشارت التقارير الواردة من بلدة السوسة إلى أن قسد سيطرت على هجين.", "التقارير الواردة من بلدة السوسة", None),
    ("وذكرت تقارير إعلامية أن قسد سيطرت على هجين.", "تقارير إعلامية", None),
    ("سيطرت قسد على هجين، وفق ما أعلنه الأحد الناطق باسمه سالم العلي.", "الناطق باسمه سالم العلي", None),
    ("سيطرت قسد على هجين، بحسب ما أوردته صحيفة لوموند.", "صحيفة لوموند", None),
    ("وأشارت الصحف إلى أن قسد سيطرت على هجين.", "الصحف", None),
    ("وقال عميد بلدية العشارة إن قسد سيطرت على هجين.", "عميد بلدية العشارة", None),
    # through whom somebody spoke is not who says so
    ("وأوضح المرصد السوري حسبما أفادت قناة العربية أن قسد سيطرت على هجين.", "المرصد السوري", None),
    ("وقال شهود، بحسب رويترز، إن قسد سيطرت على هجين.", "شهود", None),
    # who tells of a deed of his own, or comes to tell of one
    ("وصل العقيد معتز رسلان إلى الجبهة، مؤكدا أن قسد سيطرت على هجين.", "العقيد معتز رسلان", None),
    ("وتقدمت قسد شرقا. وأعلنت سيطرتها على هجين.", "قسد", "SDF"),
]


@pytest.mark.parametrize(("text", "words", "speaks_for"), SPEAKERS)
def test_a_speaker_is_a_whole_noun_phrase(claims: Claims, text: str, words: str | None, speaks_for: str | None) -> None:
    (claim,) = claims(text)
    assert claim.modality == "attributed"
    assert (claim.speaker.text if claim.speaker else None) == words
    assert (claim.speaker.id if claim.speaker else None) == speaks_for


MODALITIES = [
    ("The SDF captured Hajin.", ["asserted"]),
    ("The reported capture of Hajin by the SDF surprised many.", ["asserted"]),
    ("The SDF captured Hajin and the Observatory said that fighting went on.", ["asserted"]),
    ("The SDF has reportedly captured Hajin.", ["hedged"]),
    ("ISIS denied that Hajin had fallen to the SDF.", ["denied"]),
    ("ISIS denied the report: it still controls Hajin.", ["attributed"]),
    ("ISIS denied the report, insisting that it still controls Hajin.", ["attributed"]),
    ("The Syrian army said it had retaken Palmyra, while ISIS said it still controls Hajin.", ["attributed", "attributed"]),
    ("ISIS denied the capture of Hajin by the SDF. The SDF captured Hajin, residents said.", ["denied", "attributed"]),
    # what somebody says in a clause on when or where something was, tells of that
    ("The SDF captured Hajin after village chiefs agreed to a truce.", ["asserted"]),
    ("The SDF took Hajin after ISIS agreed to leave.", ["asserted"]),
    ("The SDF captured Hajin a day before its leader, Mazloum Abdi, announced a truce.", ["asserted"]),
    ("The SDF controls Hajin, where its leader announced a government.", ["asserted"]),
    ("ISIS controls Hajin, which its leader declared part of a caliphate.", ["asserted"]),
    ("The SDF captured Hajin on Monday after heavy fighting, its leader announced.", ["attributed"]),
    ("The SDF captured Hajin, where 200 people died, the army said.", ["attributed"]),
    ("سيطرت قسد على هجين قبل أن يعلن قائدها هدنة.", ["asserted"]),
    # and so does what nobody says
    ("The SDF, which captured Hajin in January, has yet to respond.", ["asserted"]),
    ("The SDF, which captured Hajin in January, did not comment.", ["asserted"]),
    ("The SDF captured Hajin, a spokesman said, but did not say when.", ["attributed"]),
    ("سيطرت قسد على هجين بعد ساعات من إعلان الحكومة هدنة.", ["asserted"]),
    ("سيطرت قسد على هجين بعد يوم من المعارك، بحسب ما أعلن قائدها.", ["attributed"]),
    ("سيطرت قسد على هجين.", ["asserted"]),
    ("سيطرت قسد على هجين، وأعلن التنظيم هدنة.", ["asserted"]),
    ("سيطرت قسد على هجين، قال ضابط لوكالة أنباء.", ["attributed"]),
    ("نفى تنظيم الدولة سقوط هجين بيد قسد.", ["denied"]),
    ("سيطرت قسد على هجين من دون مقاومة تذكر.", ["asserted"]),
    ("سيطرت قسد على هجين، كما تذكر الوكالة.", ["attributed"]),
    ("نقلت الحكومة مقرها إلى عدن بعد سيطرة الحوثيين على صنعاء.", ["asserted"]),
    ("نقل الثوار جرحاهم من سرت بعد سيطرة قسد على هجين.", ["asserted"]),
    ("نقل مراسل أن قسد سيطرت على هجين.", ["attributed"]),
    ("نقلت وكالة عن شهود أن قسد سيطرت على هجين.", ["attributed"]),
    ("ونفى تنظيم الدولة ذلك، مؤكدا أن هجين تحت سيطرته.", ["attributed"]),
    # what counts as something, a statement that was made, and what only describes who speaks say nothing
    ("وتعتبر هذه الزيارة الأولى لأكبر مسؤول سوري منذ سيطرة قسد على هجين.", ["asserted"]),
    ("صدر بيان مشترك من واشنطن وموسكو عن هدنة وسيطرت قسد على هجين.", ["asserted"]),
    ("سيطرت قسد على هجين وتبلغ مساحتها 6%.", ["asserted"]),
    ("لم تذكر الشرطة التابعة لقسد التي تسيطر على هجين أي تفاصيل.", ["asserted"]),
    ("سيطرت قسد على هجين الأسبوع الماضي وقال مسؤولون عراقيون إن المعبر أغلق.", ["asserted"]),
    ("سيطرت قسد على هجين، وهي خطوة أكدت أهميتها قيادات سياسية.", ["asserted"]),
    ("تبدلت الخريطة وفق التقدم الذي تحرزه الأطراف وسيطرت قسد على هجين.", ["asserted"]),
]


@pytest.mark.parametrize(("text", "expected"), MODALITIES)
def test_how_far_the_text_stands_behind_it(claims: Claims, text: str, expected: list[str]) -> None:
    assert [claim.modality for claim in claims(text)] == expected


GOES_ON = [
    ("قال ناطق باسم قسد إن هجين تحررت. وأضاف أن السوسة سقطت أيضا.", "ناطق باسم قسد"),
    ("قال شهود إن قسد سيطرت على هجين، وأضافوا أن الجيش انسحب من السوسة.", "شهود"),
    ("قال ناطق باسم قسد إن هجين تحررت. وأفيد بأن قسد سيطرت على السوسة.", None),
    ("قال ناطق باسم قسد إن هجين تحررت. ولم تتوقف الغارات. وقطعت الطرق. وقال إن السوسة سقطت أيضا.", None),
]


@pytest.mark.parametrize(("text", "words"), GOES_ON)
def test_who_goes_on_to_speak_has_been_named(claims: Claims, text: str, words: str | None) -> None:
    claim = next(claim for claim in claims(text) if claim.place.text == "السوسة")
    assert (claim.speaker.text if claim.speaker else None) == words


def test_conflicting_accounts_keep_their_speakers(claims: Claims) -> None:
    found = claims("The Syrian army said it had retaken Palmyra, while ISIS insisted that it still controls Palmyra.")
    assert [(c.relation, c.actor.id, c.speaker.id if c.speaker else None) for c in found] == [
        ("gained", "SYRIA_GOV", "SYRIA_GOV"),
        ("holds", "ISIS", "ISIS"),
    ]
