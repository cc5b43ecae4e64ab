/** What the interface says, in English and in Arabic. */

/** @type {Object<string, Object<string, string>>} */
export const WORDS = {
  en: {
    caveat: "Shows what was reported, not what was true.",
    limitUntil: "Nothing published after {day} is shown.", limitCell: "Points are rounded to cells of {km} km.",
    limitRedacted: "Names have been taken out; blocks stand in their places.",
    reviewAccept: "accepted by a person on {day}", reviewAmend: "corrected by a person on {day}: {fields}",
    date: "Date", relation: "What was said", extent: "Extent",
    day: "Day shown", play: "Play", pause: "Pause", earlier: "Previous change", later: "Next change",
    changes: "Intervals that begin, by actor (square-root scale)",
    legend: "Legend",
    held: "Held", claimed: "Claimed by one side only", contested: "Contested or split", disputed: "Sources disagree",
    left: "Left by its holder", stale: "Pale: no report for {days} days", transition: "In transition",
    recap: "Named in a recap, without a date", nothing: "No report", admin: "Province or district as a whole", borrowed: "Shown at a nearby point; its own is not known",
    shared: "Dashed ring: places that share a point", precisionRing: "Thin circle: how far off the location may be",
    places: "Places", compare: "Compare", about: "How to read", other: "العربية", theme: "Dark",
    areas: "Estimated areas", known: "As known on", knownNow: "everything", close: "Close", search: "Find a place",
    noneFound: "No place of that name", holds: "{actor} holds", gained: "{actor} gained", lost: "{actor} lost",
    fights: "{actor} fights over", fighting: "Fighting", from: "from {actor}",
    stateHeld: "Held by {actor}", stateClaimed: "Held by {actor}, says only its own side or an unconfirmed report",
    stateContested: "Contested or split: {others}", stateDisputed: "Sources disagree: {others}",
    stateLeft: "Left by {others}; nobody says who came", stateLeftUnknown: "Left; nobody says who came",
    stateTransition: "In transition: the reports do not say the exact day", stateRecap: "Only recaps name it, without a date",
    stateNothing: "No report for this day", since: "since {day}", onOrBefore: "on or before {day}",
    between: "between {day} and {last}", after: "on or after {day}", on: "on {day}", undated: "no day given",
    until: "until {day}", endsBetween: "until between {day} and {last}", span: "{start}, {end}", km: "{n} km", m: "{n} m", open: "no later report", reported: "last report {day}", independent: "independent sources: {n}",
    sources: "Sources", precision: "Location good to about {distance}",
    claims: "Reports", forIt: "For what is shown", againstIt: "Against it", otherReports: "Other reports of this place", intervals: "Intervals", noEvidence: "This edition carries no quotes.",
    according: "according to {speaker}", hedged: "unconfirmed", background: "recap", denied: "denied",
    part: "part of the place", area: "its surroundings", published: "published {day}", publishedUnknown: "publication date unknown",
    stated: "the text says the day", dateline: "day of the dateline", basisPublished: "day of publication",
    source: "Open the source", supports: "supports what is shown", against: "contradicts what is shown",
    contradicted: "Contradicted by {n} of the reports below.", later2: "published later than the date chosen; hidden: {n}",
    place: "Place", state: "State", more: "Show {n} more", view: "This view", shownOn: "Shown: {day}", knownOn: "As known on {day}",
    unplaced: "Reports whose place could not be told", unplacedNote: "They are on no map. The reason stands with each.",
    compareWith: "Compare {day} with", changedNone: "Nothing changed between these days.", changed: "{n} places changed",
    before: "Before", afterColumn: "After", empty: "Nothing is reported of any place.",
    map: "Map", nearest: "Estimated from the nearest reported place, at most {distance} away",
  },
  ar: {
    caveat: "تعرض الخريطة ما ذكرته المصادر، لا ما هو ثابت.",
    limitUntil: "لا يظهر ما نُشر بعد {day}.", limitCell: "قُرّبت النقاط إلى مربعات طول ضلعها {km} كم.",
    limitRedacted: "حُذفت أسماء، وفي مواضعها مربعات سوداء.",
    reviewAccept: "أقرّه مراجِع في {day}", reviewAmend: "صحّحه مراجِع في {day}: {fields}",
    date: "التاريخ", relation: "ما قيل", extent: "النطاق",
    day: "اليوم المعروض", play: "تشغيل", pause: "إيقاف", earlier: "التغيير السابق", later: "التغيير التالي",
    changes: "الفترات التي تبدأ، بحسب الطرف (مقياس الجذر التربيعي)",
    legend: "مفتاح الخريطة",
    held: "تحت السيطرة", claimed: "يدّعيها طرف واحد فقط", contested: "متنازع عليها أو مقسومة", disputed: "المصادر متناقضة",
    left: "غادرها المسيطر عليها", stale: "باهت: لا تقرير منذ {days} يوماً", transition: "في طور التغيّر",
    recap: "ذُكرت في سياق سابق بلا تاريخ", nothing: "لا تقارير", admin: "محافظة أو منطقة بأكملها", borrowed: "تُعرض عند نقطة قريبة، وموقعها الدقيق غير معروف",
    shared: "حلقة متقطعة: أماكن تشترك في نقطة واحدة", precisionRing: "دائرة رفيعة: مدى دقة الموقع",
    places: "الأماكن", compare: "مقارنة", about: "كيف تُقرأ", other: "English", theme: "داكن",
    areas: "مساحات تقديرية", known: "كما عُرف في", knownNow: "كل ما نُشر", close: "إغلاق", search: "ابحث عن مكان",
    noneFound: "لا مكان بهذا الاسم", holds: "{actor} يسيطر", gained: "{actor} سيطر", lost: "{actor} خسر",
    fights: "{actor} يقاتل فيها", fighting: "قتال", from: "من {actor}",
    stateHeld: "تحت سيطرة {actor}", stateClaimed: "تحت سيطرة {actor} بحسب جانبه وحده أو خبر غير مؤكد",
    stateContested: "متنازع عليها أو مقسومة: {others}", stateDisputed: "المصادر متناقضة: {others}",
    stateLeft: "غادرها {others}، ولا يُذكر من دخلها", stateLeftUnknown: "غادرها المسيطر عليها، ولا يُذكر من دخلها",
    stateTransition: "في طور التغيّر: لا تذكر التقارير اليوم بدقة", stateRecap: "لم تُذكر إلا في سياق سابق بلا تاريخ",
    stateNothing: "لا تقرير عن هذا اليوم", since: "منذ {day}", onOrBefore: "في {day} أو قبله",
    between: "بين {day} و{last}", after: "في {day} أو بعده", on: "في {day}", undated: "بلا تاريخ",
    until: "حتى {day}", endsBetween: "حتى ما بين {day} و{last}", span: "{start}، {end}", km: "{n} كم", m: "{n} م", open: "لا تقرير لاحق", reported: "آخر تقرير {day}", independent: "مصادر مستقلة: {n}",
    sources: "المصادر", precision: "دقة الموقع نحو {distance}",
    claims: "التقارير", forIt: "ما يؤيد المعروض", againstIt: "ما يناقضه", otherReports: "تقارير أخرى عن المكان", intervals: "الفترات", noEvidence: "لا تحمل هذه النسخة اقتباسات.",
    according: "بحسب {speaker}", hedged: "غير مؤكد", background: "سياق سابق", denied: "منفي",
    part: "جزء من المكان", area: "محيطه", published: "نُشر {day}", publishedUnknown: "تاريخ النشر غير معروف",
    stated: "اليوم مذكور في النص", dateline: "يوم إرسال الخبر", basisPublished: "يوم النشر",
    source: "افتح المصدر", supports: "يؤيد المعروض", against: "يناقض المعروض",
    contradicted: "يناقضه من التقارير أدناه: {n}.", later2: "تقارير نُشرت بعد التاريخ المختار، مخفية: {n}",
    place: "المكان", state: "الحالة", more: "عرض المزيد: {n}", view: "هذا العرض", shownOn: "اليوم المعروض: {day}", knownOn: "كما عُرف في {day}",
    unplaced: "تقارير تعذّر تحديد مكانها", unplacedNote: "لا تظهر على الخريطة، والسبب مذكور مع كل منها.",
    compareWith: "قارن {day} مع", changedNone: "لم يتغير شيء بين هذين اليومين.", changed: "أماكن تغيرت: {n}",
    before: "قبل", afterColumn: "بعد", empty: "لا تقارير عن أي مكان.",
    map: "خريطة", nearest: "تقدير بحسب أقرب مكان مذكور، على بعد {distance} على الأكثر",
  },
};

/** @param {string} language @returns {Object<string, string>} */
export function wordsOf(language) {
  return WORDS[language] ?? WORDS.en;
}

/** @param {readonly string[]} wanted codes, the dearest first @returns {string} the first of them that the interface has */
export function readersLanguage(wanted) {
  return wanted.map((code) => code.slice(0, 2)).find((code) => code in WORDS) ?? "en";
}
