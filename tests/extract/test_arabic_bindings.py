"""How Arabic binds places and actors that do not stand beside their verb, in sentences from several wars."""

import pytest
from small_war import Claims

FIND = {
    "some of a side speak for it": [
        ("سيطرت كتائب من الجيش على مدينة سرت.", "gained سرت"),
        ("استعاد مقاتلون من قسد مدينة هجين.", "gained هجين"),
        ("طردت وحدات من قوات النظام المسلحين من مدينة تدمر.", "gained تدمر"),
    ],
    "a fronted topic is what the pronoun means": [
        ("أما مدينة سرت، وهي على الساحل، فدخلها الجيش أمس.", "gained سرت"),
        ("أما الموصل فاستعادها الجيش يوم الجمعة.", "gained الموصل"),
        ("أما مدينة نيالا فسيطر عليها المسلحون.", "gained نيالا"),
    ],
    "a place is described before it is said whose it is": [
        ("باتت مدينة مأرب القديمة وسط البلاد للجيش.", "gained مأرب"),
        ("صارت مدينة ترهونة الجبلية في غرب البلاد للفصائل.", "gained ترهونة"),
        ("وأصبحت مدينة تدمر الأثرية للجيش.", "gained تدمر"),
    ],
    "a side of a place is a part of it": [
        ("سيطر الجيش على الجانب الشامي من مدينة الرقة.", "gained الرقة"),
        ("استعاد الجيش الشطر القديم من مدينة عدن.", "gained عدن"),
        ("سيطر المسلحون على القسم الصناعي من مدينة الخرطوم.", "gained الخرطوم"),
    ],
    "whom something befell before is its subject": [
        ("سبق للجيش أن استعاد مدينة تدمر.", "gained تدمر"),
        ("وسبق للفصائل أن دخلت مدينة سراقب.", "gained سراقب"),
        ("سبق للميليشيات أن احتلت مدينة ترهونة.", "gained ترهونة"),
    ],
    "what contains a place is not meant by the next pronoun": [
        ("دار قتال في مدينة حريب بمحافظة مأرب بعدما سيطر عليها الجيش.", "gained حريب"),
        ("جاء الوفد إلى السوسة في مدينة هجين بعدما استعادها الجيش.", "gained السوسة"),
        ("نزح سكان من الشعفة بمنطقة هجين بعدما سيطر عليها المسلحون.", "gained الشعفة"),
    ],
    "a site is the town's whose pronoun it bears": [
        ("استعاد الجيش مدينة تدمر ومطارها.", "gained تدمر"),
        ("سيطرت الفصائل على مدينة عدن ومينائها ومطارها الدولي.", "gained عدن"),
        ("دخل الجيش مدينة سرت وصارت له معظم أحيائها.", "gained سرت"),
    ],
    "whose a place becomes may stand before it": [
        ("نزل المسلحون من الجبال فدانت لهم مدينة درنة.", "gained درنة"),
        ("وخضعت للفصائل مدينة سراقب.", "gained سراقب"),
        ("وبقيت للقوات الحكومية مدينة عدن.", "holds عدن"),
    ],
    "a state's place may be told by a pronoun or by the verb only": [
        ("وصل الجيش إلى مدينة سرت ثم صارت في قبضته.", "gained سرت"),
        ("أعلنت قسد التقدم إلى مدينة هجين وقالت إنها باتت تحت سيطرتها.", "gained هجين"),
    ],
    "places are counted among others": [
        ("سيطر المسلحون على عشر بلدات، بينها هجين والسوسة.", "gained هجين"),
        ("ما زال ربع مدينة الرقة بيد المسلحين، لا سيما السوسة.", "holds الرقة"),
    ],
    "where somebody remains he holds": [
        ("ولا يزال التنظيم في مدينة هجين.", "holds هجين"),
        ("وقال شهود إن المسلحين ما زالوا داخل مدينة سرت.", "holds سرت"),
    ],
    "the seat of a numbered unit is a place": [
        ("سيطر المسلحون على مقر الفرقة السابعة عشرة مشاة.", "gained مقر الفرقة السابعة عشرة مشاة"),
        ("استلمت الفصائل قيادة اللواء 93.", "gained قيادة اللواء 93"),
    ],
    "a capital is a town in a list of towns": [
        ("استعاد الجيش هجين ودمشق والسوسة.", "gained السوسة"),
    ],
    "fighting goes on where it is said to": [
        ("قال شهود إن القتال في هجين مستمر بين الجيش والمسلحين.", "contested هجين"),
        ("تدور في شوارع هجين مواجهات بين الجيش والمسلحين.", "contested هجين"),
        ("وقال الجيش إن المعارك مع المسلحين انتقلت إلى شوارع السوسة.", "contested السوسة"),
    ],
    "an adjunct may stand before the object": [
        ("انتزع الجيش في اليوم نفسه هجين من المسلحين.", "gained هجين"),
        ("وضمت الفصائل إليها أمس الأحد هجين والسوسة.", "gained السوسة"),
    ],
    "what a verb of completing governs is a noun": [
        ("أعلن الجيش أنه أتم تسلم مدينة عدن.", "gained عدن"),
    ],
    "how a place is called": [
        ("سيطر المسلحون على بلدة تدعى السوسة.", "gained السوسة"),
    ],
    "an aside may stand before the place": [
        ("استعاد الجيش، كما قال مصدر، هجين والسوسة.", "gained السوسة"),
        ("وتخضع للتنظيم، بحسب المراسل، مناطق هجين والسوسة.", "holds هجين"),
        ("يحكم المسلحون، منذ مطلع العام الماضي، هجين.", "holds هجين"),
    ],
    "an unknown name is shown by what it is said to be or where it lies": [
        ("سيطر الجيش على شمع، القرية المطلة على هجين.", "gained شمع"),
        ("استعاد الجيش كحيل قرب هجين.", "gained كحيل"),
        ("طرد الجيش المسلحين من ياسومان شمال هجين.", "gained ياسومان"),
    ],
    "who has not left a place holds it": [
        ("قال شهود إن المسلحين لم يبرحوا مدينة درنة.", "holds درنة"),
    ],
    "who has been pushed out of a place has lost it": [
        ("تمكن الجيش من دفع المسلحين خارج مدينة سرت.", "gained سرت"),
    ],
    "where a sentence begins is where its clause plays": [
        ("وفي مدينة مأرب لا تزال القوات الحكومية صاحبة اليد العليا.", "holds مأرب"),
    ],
    "the last of its kind may be described": [
        ("كانت الرقة آخر مدينة كبرى يسيطر عليها التنظيم.", "holds الرقة"),
        ("كانت مدينة سرت أول بلدة كبرى يسيطر عليها المسلحون.", "holds سرت"),
    ],
    "what falls to men is no team": [
        ("سقط تلعفر أمام المسلحين.", "gained تلعفر"),
        ("خسر الجيش سرت أمام الفصائل.", "gained سرت"),
        ("سقط حي الشعفة أمام المسلحين.", "gained الشعفة"),
    ],
    "a quarter is called by whatever definite noun follows": [
        ("سيطر الجيش على حي الجامعة في الموصل.", "gained الجامعة"),
        ("استعاد الجيش حي السوق في عدن.", "gained السوق"),
    ],
    "a town may be spelled as a particle or a plural is": [
        ("سيطر المسلحون على مدينة واو.", "gained واو"),
        ("سيطر المسلحون على مدينة آن.", "gained آن"),
        ("سيطر المسلحون على ثاتون.", "gained ثاتون"),
    ],
    "who speaks of his own uses the first person": [
        ("قالت قسد إن مدينة هجين ما زالت في قبضتنا.", "holds هجين"),
    ],
}
REFUSE = [
    "استعاد الجيش زمام المبادرة في هجين.",
    "استعاد الجيش المبادرة قرب هجين.",
    "انسحب الجيش من مفاوضات في هجين.",
    "احتل المسلحون مباني في هجين.",
    "وما زالت هجين خارج سيطرة الجيش.",
    "قال قائد الفرقة السابعة عشرة إن الجيش بخير في عدن.",
    "تضاربت الأنباء عن القتال في هجين بين الجيش والمسلحين.",
    "قال العميد عدن حسن إن المسلحين استولوا على أسلحة.",
    "قصف الجيش مدينة عدن ومطارها.",
    "صارت للجيش مدارس في مدينة عدن.",
    "قال الجيش إنه بات في حال جيدة في مدينة سرت.",
    "لا يزال الجيش يقصف مواقع في مدينة سرت.",
    "وصلت قافلة إلى عشر بلدات، بينها هجين.",
    "وصلت كتائب من الجيش إلى مشارف مدينة سرت.",
    "أما سرت فزارها الجيش أمس.",
    "أما الحوت فدخله الجنود في الموصل.",
    "باتت مدينة مأرب القديمة مفتوحة للجيش.",
    "وصلت قافلة إلى الجانب الشامي من مدينة الرقة.",
    "سبق للجيش أن حاول دخول مدينة تدمر.",
    "تعد مدينة تدمر أكبر مدن البادية للجيش.",
    "دخلت قافلة مساعدات مدينة الفاشر صباح أمس.",
    "سيطر الجيش على حي سكني في الضواحي.",
    "خسر الموصل أمام عدن.",
    "سقط سرت على أرضه أمام الرمادي.",
    "انتزع الموصل اللقب من عدن.",
    "خسر الحديدة أمام لانس.",
    "سيطر الجيش على المدينة أو كاد.",
    "قتل عشرة مسلحين في مدينة عدن واستسلم الباقي للجيش.",
]
REST = [
    ("يسيطر المسلحون على 70 بالمئة من الخرطوم فيما يسيطر الجيش على الباقي.", "الخرطوم"),
    ("يسيطر الجيش على ثلثي مدينة سرت بينما يسيطر المسلحون على الثلث الباقي.", "سرت"),
    ("يسيطر الجيش على معظم مدينة عدن والباقي بيد المسلحين.", "عدن"),
    ("سيطر الجيش على نصف مدينة الرمادي والمسلحون على البقية.", "الرمادي"),
    ("يسيطر الجيش على ثلث مدينة نيالا ويحتفظ المسلحون بالباقي.", "نيالا"),
]


@pytest.mark.parametrize(("text", "said"), [case for cases in FIND.values() for case in cases])
def test_what_is_bound(claims: Claims, text: str, said: str) -> None:
    found = claims(text)
    assert said in {f"{claim.relation} {claim.place.text}" for claim in found}
    assert all(claim.actor.text for claim in found)


@pytest.mark.parametrize("text", REFUSE)
def test_what_is_not_bound(claims: Claims, text: str) -> None:
    assert claims(text) == ()


@pytest.mark.parametrize(("text", "town"), REST)
def test_the_rest_of_a_town_is_a_part_of_it(claims: Claims, text: str, town: str) -> None:
    found = claims(text)
    assert [(claim.place.text, claim.extent) for claim in found] == [(town, "part")] * 2
    assert len({claim.actor.text for claim in found}) == len(found)
