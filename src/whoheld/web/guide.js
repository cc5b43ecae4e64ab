/** How to read the map, and what it is not. */

/** @type {Object<string, string>} */
export const GUIDE = {
  en: [
    "Every sign on this map rests on sentences of published reports. Click a place, or pick it from the list, to read them. The map shows what was reported, not what was true: a place without a sign may be held by anyone, and a report may be wrong.",
    "Held: the reports name one actor. Claimed: only that actor's own side, or an unconfirmed report, says so. Contested: fighting inside the place, or a share each. Sources disagree: both accounts are kept. Left: a holder lost it and nobody says who came.",
    "In transition: the reports give no exact day. Between the earliest and the latest possible day the place has no colour.",
    "Pale: nobody has reported on the place for long. Silence does not end an interval, but it makes it less certain.",
    "A report on a whole province or district is a hollow square and colours no town in it. A recap without a date (“after its capture of …”) is a thin ring and starts nothing.",
    "A hollow sign stands at the point of a nearby town or of the area that the place belongs to, because no citable point of its own is known; several such places stand on a dashed ring. How good a location is stands in the panel of each place, and a thin circle shows it once you come near.",
    "“As known on” hides everything published later than a date. “Compare” lists what two days say differently. Estimated areas give each spot the state of the nearest reported place within a radius; they are an aid to the eye, and nobody reported them.",
    "Boundaries are lines without fills, and dashed where they are disputed; none is a statement on whose land it is. Rivers and coasts are generalised.",
    "Keys: left and right a day, with shift a month, Home and End the first and the last day, space plays.",
  ].join("\n"),
  ar: [
    "تستند كل علامة على هذه الخريطة إلى جمل من تقارير منشورة. انقر على مكان أو اختره من القائمة لقراءتها. تعرض الخريطة ما ذكرته المصادر، لا ما هو ثابت: فقد يسيطر أي طرف على مكان بلا علامة، وقد يخطئ التقرير.",
    "تحت السيطرة: تسمي التقارير طرفاً واحداً. يدّعيها طرف واحد: لا يقول بذلك إلا جانبه أو خبر غير مؤكد. متنازع عليها: قتال داخل المكان أو لكل طرف جزء منه. المصادر متناقضة: تُحفظ الروايتان. غادرها المسيطر عليها: خسرها طرف ولا يُذكر من دخلها.",
    "في طور التغيّر: لا تذكر التقارير اليوم بدقة، فلا لون للمكان بين أول يوم ممكن وآخره.",
    "باهت: لم يُذكر المكان منذ مدة. لا يُنهي الصمت فترة، لكنه يجعلها أقل يقيناً.",
    "التقرير عن محافظة أو منطقة بأكملها مربع أجوف لا يلوّن مدنها. وما ذُكر في سياق سابق بلا تاريخ حلقة رفيعة لا تبدأ بها فترة.",
    "العلامة الجوفاء لمكان بلا إحداثيات معروفة خاصة به، فتُرسم عند نقطة بلدة قريبة أو المكان الذي يتبعه، وإن تعددت فعلى حلقة متقطعة حولها. ودقة الموقع مذكورة في لوحة كل مكان، وتظهر دائرةً رفيعة عند الاقتراب.",
    "«كما عُرف في» تخفي ما نُشر بعد تاريخ معين. «مقارنة» تسرد ما يختلف بين يومين. المساحات التقديرية تعطي كل بقعة حالة أقرب مكان مذكور ضمن مسافة محددة، وهي عون للعين لم يذكرها أحد.",
    "الحدود خطوط بلا تلوين، ومتقطعة حيث يُختلف عليها، ولا تعني شيئاً عن ملكية الأرض. والأنهار والسواحل مبسّطة.",
    "المفاتيح: السهمان يوماً، ومع Shift شهراً، وHome وEnd أول يوم وآخره، والمسافة للتشغيل.",
  ].join("\n"),
};
