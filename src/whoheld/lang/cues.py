"""Cues: single words that a rule looks for where they stand."""

from typing import Annotated, Literal

from pydantic import AfterValidator

from whoheld.text import key

Cue = Literal[
    "abroad", "account", "accusing", "adding", "adversative", "advocacy", "aid", "airport_sort", "alias", "ally", "allying",
    "alternative", "amounting", "announcement", "any_cause", "appraisal", "appraising", "arm", "army", "arresting",
    "article_homograph", "asking", "assailing", "assertion", "assisting", "attaining", "backbone", "band", "behalf", "bodies",
    "border", "borne", "bounding", "branch", "broadcaster", "bursting", "bygone", "calling", "capital", "captive",
    "captivity", "cause", "causing", "centre", "chief", "civil", "clausal", "club", "coinciding", "collective", "colour",
    "comes_about", "command", "commander", "commemoration", "commerce", "compass", "compounding", "concerning", "conquest",
    "consequence", "contest", "continent", "contradicting", "controlling", "conveyance", "copula", "copular_participle",
    "correspondent", "costing", "day", "deadline", "defender", "definite", "degree", "demanding", "demonstrative", "denying",
    "depicting", "descent", "detriment", "displaced", "disputed", "distal", "distant", "downing", "dubitative", "durative",
    "dwelling", "edge", "emblem", "enduring", "enemy", "ensuing", "entering", "envoy", "event", "evidencing", "exceptive",
    "exchanging", "expanse", "facility", "faith", "favouring", "fearing", "feminine_relative", "fighter", "figurative",
    "first", "first_person", "floating", "foe", "for_his_part", "former", "former_party", "free_relative", "front", "further",
    "future_negation", "genitive", "given_name", "governing", "group", "harming", "headway", "holding", "honour", "host",
    "identity", "impending", "imprisoning", "in_part", "inchoative", "inclusion", "inferring", "infinitive", "inspecting",
    "institution", "intensive", "issued", "keys", "kin", "landmark", "latin_article", "latter", "latter_party", "leading",
    "left_over", "length", "linked", "linking", "low_hamza", "loyalty", "madda", "maintaining", "manner", "marching",
    "masculine_relative", "memory", "men", "mentioned", "militia", "movement", "municipal", "name_joint", "name_link",
    "name_of", "name_opening", "name_particle", "nation", "nearly", "needed", "neighbour", "neither", "nobody", "nonnominal",
    "nonpersonal_relative", "nonrestrictive", "noting", "object_pronoun", "offering", "onset", "onslaught", "opposition",
    "ordering", "other_part", "outbreak", "outside", "outward", "own_side", "parent", "partaking", "particle", "partitive",
    "parts", "party", "past_copula", "past_modal", "personal_relative", "plural_verb", "polity", "port", "portion",
    "possessive_relative", "predominant", "premature", "presence", "presiding", "prior", "process", "purposive", "quarters",
    "quoting", "raiding", "ranking", "recapping", "receiving", "recent", "red_army", "rejoicing", "remainder", "remaining",
    "renegade", "renouncing", "renown", "report_anaphor", "republic", "result", "rival", "road", "rough", "routed", "ruler",
    "running", "scheme", "seated", "second", "second_party", "sending", "sentential", "servant", "service", "setback", "shop",
    "shortening", "side", "sided", "siding", "single", "singular", "site", "so_called", "sole", "son", "spelled_letter",
    "spelled_number", "sport", "state_body", "storm", "streets", "subject_relative", "success", "surprise", "tally", "there",
    "these", "they", "third", "third_possessive", "thorough", "times", "toll", "topic", "totality", "town", "triumph",
    "turncoat", "turning", "unarmed", "universal", "until", "upon", "vehicle", "venue", "verdict", "waging", "war_office",
    "ward", "warfare", "watercraft", "weapon", "weather", "work", "world_leader",
]  # fmt: skip
"""What a word may be that a rule asks for; a pack leaves out what its language does not have or does not need.

Unlike a class, to be a cue makes no word a known one (a name may still be spelled like it), and a cue is only what is listed,
with the letters that are written on it.

abroad: a town in which states and agencies speak of wars elsewhere («وقال مسؤول في واشنطن إن المدينة»).
account: what somebody tells, whose it is before it ("by the army's account").
accusing: a form of a verb of accusing ("accused Russia of seizing", "was accused of").
adding: a participle by which who says something goes on («ونفى الحوثيون ذلك مؤكدين أنهم …»).
adversative: leads to whom something goes against ("fighting against his rule").
advocacy: what only bodies without arms stand for ("the Network for Human Rights").
aid: what a country lends to a war that is another's ("Russian jets", «بدعم روسي»).
airport_sort: an adjective that ends the name of an airport («مطار رفيق الحريري الدولي»).
alias: leads to by what other name somebody is called ("Jaime Neira, alias El Flaco").
ally: what one group is to another, whose name may follow it between commas ("its ally, the TNLA, took").
allying: says of men whose allies they are («متحالفة مع»), whose own they are not where that is a land.
alternative: opens another name for what is named before it («أو ما يعرف بـ»).
amounting: a form of a verb of telling that says how much something is («تبلغ مساحته»).
announcement: a noun for what somebody says, whose it is told by "by" or before it ("a claim by the rebels that").
any_cause: armed men of no state, whatever they fight for ("militants").
appraisal: what a deed is held to be («مؤشر», «ضربة»), where it is no news itself.
appraising: a verb by which a deed is held to be something («تعد خسارة المدينة ضربة»).
arm: an arm of service, beside the number of a unit of an army («اللواء 46 مشاة»).
army: a noun for all of an army, or with a number for one of several («الجيش الثامن»).
arresting: what men do on a raid, who take no town then («حملة اعتقالات»).
article_homograph: a spelling of ``latin_article`` that is a word too, unless a hyphen joins it to the name ("at", "as").
asking: opens a question that a verb has as its object ("shows how hard it was").
assailing: a verb in the past by which men go against the town behind it ("attacked Beni").
assertion: what somebody says, whose words it is told by an adjective («تصريحات روسية بشأن السيطرة على»).
attaining: tells that somebody did what follows after an effort ("managed to", "able to").
assisting: a verb by which one is to help others do something ("sent to help the police hold the town").
backbone: the part of a force that somebody makes up, without being it («التي يشكل الأكراد عمودها الفقري»).
band: what an armed group is that has a name of its own ("the Zagros Front", «لواء صقور الغاب»).
behalf: ends an office that is told by for whom it speaks («المتحدث باسم»).
bodies: several bands of men, who are told by their people or faith ("Islamist groups").
border: says that a country is only a neighbour ("the Iraqi border").
borne: begins the names of many bodies, so that a capital word before it makes another name ("National", "Liberation").
bounding: tells land only by what it lies at («المنطقة المطلة على المطار»).
branch: what a group has elsewhere ("Al Qaeda's local branch").
broadcaster: what a station or paper is called behind its name ("Masirah television").
bygone: an adjective of a state that is no more, whose army is no state's of today («الجيش السوفييتي»).
bursting: a verb by which men come in with force ("swept in to seize the town").
calling: leads to what somebody is called ("known as", "named").
capital: the town from which a region is ruled.
captive: as what men are taken, and no town ("taken prisoner").
captivity: from what a place is freed, before it is named ("freed from occupation").
cause: what a movement is for with the land that it names («جيش تحرير السودان»).
causing: a verb in the past by which somebody makes another do what follows ("forced the army to withdraw").
centre: the middle of a town ("Goma's centre").
chief: an office, and behind a noun for a place only "main" («الميناء الرئيس»).
civil: what rules or opposes in peace as in war ("the government", "the opposition").
clausal: ends a conjunction of time or a verb of saying that governs a clause («بعد أن», «بعدما», «تصر على أن»).
club: ends the name of a team ("Mosul FC").
coinciding: a verb in the past behind which "as" or "while" tells what happened at the same time ("The attack came as").
collective: an adjective of a country that with an article means its people, as it makes no plural ("the Chinese").
colour: the side of a civil war that is called by its colour («الحمر»).
comes_about: a verb by which a verbal noun tells a passive («تمت استعادتها»).
command: whose men they are is told behind it ("under the command of").
commander: a rank before the name of who leads men («الجنرال مود», "Marshal Zhukov").
commemoration: what a day is kept in memory of («ذكرى تحرير المدينة»).
commerce: of companies and what they pay, in a text of which a town's port is bought and not stormed ("a consortium").
compass: a point of the compass that may open a sentence ("In the north Talish has been …").
compounding: makes an adjective of the name before its hyphen, which is no place then ("Roman-era", "London-based").
concerning: leads from a statement to what it is about («بشأن»).
conquest: a verb in the past by which a town is taken in war alone ("overran", but not "captured").
consequence: joins what a deed led to («مما أتاح»).
contest: in what a party or a team wins a place ("in the mayoral vote").
continent: the name of a part of the world, too large for anybody to take ("the carve-up of Africa").
contradicting: opens what somebody says that is not so ("Contrary to what the army says, the rebels hold").
controlling: a form of the verb of having control that may also tell how one gets it ("managed to control Hajin").
conveyance: what takes people out of a place, of whom others may stay («خرجت حافلات تقل مقاتلين»).
copula: a finite form of "be" or "remain", with which a trigger may begin ("is contested").
copular_participle: "being".
correspondent: who tells of a country for those who sent him there («مراسل الجزيرة في العراق»).
costing: a verb by which fighting is told by what it made of people ("left ten dead").
day: ends a phrase for how long something lasts ("to this day").
deadline: leads to the time by which something had come about ("by evening had taken the town").
defender: those who hold a place against others ("the garrison of Tobruk").
definite: the definite article.
degree: an adjective that tells two places of one name apart («الأعلى», «تحتاني»).
demanding: by which somebody makes a deed a condition («تمسك بانسحاب», «ربط السلام بانسحاب»).
demonstrative: points to what the noun behind it calls («بهذا الخصوص»).
descent: says of whose people men are, and not for which state they fight ("an ethnic Chinese army").
denying: denies what follows, and nothing before it («قال إنه استعاد بارا، نافيا سقوط الأبيض»).
depicting: a verb of saying that may have a thing as its object ("The video shows a convoy").
detriment: leads to who loses by a success that is told before ("advanced at the expense of the rebels").
displaced: people who go to another town for shelter («ووصل نازحون إلى»).
disputed: a participle that before a noun denies nothing ("the disputed city").
distal: points back to a time told before ("that June").
distant: says that somebody is far from a deed («بعيدة عن السيطرة على»).
downing: a verb of shooting down, of which drones are the object («أسقطت الدفاعات معظمها»).
dubitative: makes what follows only possible («قد»).
durative: a verb that says how long something was done ("It took the army a week to …").
edge: what lies around a place whose pronoun it bears («معارك على مشارفها»).
dwelling: a verb that says under whom a place lives or comes ("lived under").
emblem: what is of a country that does nothing by it («علم الصومال»).
enduring: a verb in the perfect that tells how long something stayed so («ظلت عاما في قبضتهم»).
enemy: those against whom the one fights whose they are («طرد خصومها»).
ensuing: says of a deed that it came next ("was then occupied by").
entering: ends a verb of coming into a place ("sweep into").
envoy: who comes to talk («المبعوث»), and people whom only a government has, behind a capital ("Kyiv's negotiators").
event: what ends or begins a name that is no place's ("the Dayton accords", "Operation Olive Branch").
evidencing: a verb by which something is seen from what was reported ("indicating that they took").
exceptive: after all of something excepts what stands behind it, and else opens a clause ("all of Kunduz but the airport").
exchanging: a verb by which two give each other what they had («تبادل الجيش والمتمردون السيطرة على»).
expanse: land that is told by no name ("large areas of the north").
facility: part of a place's name that organisations and firms run as well as armed groups ("the port of Berbera, run by").
faith: says that men fight for their religion ("the Islamic militant group").
favouring: before a hyphen, says for whom men are ("pro-Hadi tribesmen").
fearing: from whom people flee, which «من» leads to behind it («خوفا من طالبان»).
feminine_relative: a relative that takes up a feminine noun («التي»).
fighter: armed men of whatever side.
figurative: what takes a town in a figure of speech only («سيطر الهدوء على», «في قبضة الكوليرا», «تحت وطأة البرد»).
first_person: by which a speaker means himself ("I inform you that Bor is free", the president said).
first, second, third, latter: which of several things named together is meant («استعاد الأولى في مايو والثانية في يونيو»).
given_name: a first name by which towns and quarters are hardly called, so that a surname follows ("captured Ovidio Guzman").
former_party, second_party, latter_party: right behind a verb, which of two a text has named («واستعاد الأخير تكريت»).
floating: a quantifier that may stand behind its noun ("had all been captured").
foe: those who are told only by whose enemies they are («خصوم الحركة»).
for_his_part: says that another speaks than before («من جهته»).
former: said of who holds an office no more.
free_relative: "what", of a cleft sentence.
front: makes a stretch of the front of a town's name before it ("the Orikhiv sector").
further: begins another statement of who says something («قال إنه صد الهجوم وأن البلدة لا تزال بيده»).
future_negation: negates the future («لن»).
genitive: ends a phrase that a name completes ("the capital of").
governing: an office that is told by the region that it rules («محافظ شبوة»).
group: goes on with what armed men are called ("resistance groups").
harming: a verb by which a deed is told to have harmed somebody ("the capture of Goma humiliated the army").
headway: what one makes in a deed that is not done yet ("progress in retaking the town").
holding: what a side has somewhere ("lost its last foothold at").
host: those who have an army in common («قوات الحلفاء»).
honour: ends the title of a man after whom a quarter is called («حي ركن الدين»).
identity: the name that a speaker keeps back («طلب عدم ذكر اسمه»).
impending: says of a deed that it is near or only possible («وشيك»).
imprisoning: what ends the verb by which men lose their freedom ("captured", "taken prisoner").
in_part: says of a deed or a hold that it is of a part only ("partly").
inchoative: a verb by which something is only begun or goes on ("began clearing", «يواصلون تطهيرها»).
inclusion: a verb by which some of several are named ("include").
inferring: a participle or verb by which a text concludes from what is said ("…, indicating that").
infinitive: ends a phrase that an infinitive completes ("in order to").
inspecting: spelled like "they lose", and of a man like "he inspected" («تفقد الرئيس المدينة»).
institution: what organisations run in a town ("a hospital in Goma, run by").
intensive: stands behind a name for emphasis ("Kabul itself").
issued: tells that a statement was made, and not what it says («صدر بيان», "issued a statement").
keys: what is handed over with a town («سلم مفاتيح المدينة إلى»).
kin: leads to the family or the man after whom a place is called («العادية آل مظفر»).
landmark: what bears the name of a place and is none that "the town" would point to ("the Hantoub bridge").
latin_article: the Arabic article as Latin letters write it before a capital.
leading: behind a hyphen, says who leads men ("French-led forces").
length: a unit of distance.
loyalty: tells whose men are that are called by their country ("Libyan forces loyal to Haftar").
maintaining: a verb of saying by which somebody may also keep something ("maintained their positions").
memory: what recalls a deed of long ago ("the anniversary of the fall of").
left_over: a verb by which, denied, something is all that somebody has («لا يملك التنظيم سوى هجين»).
linked: tells with whom a group stands that is not the same («الجماعة المرتبطة بالقاعدة»).
linking: ends a phrase that leads to what it is about ("in a bid to", "the aim of").
low_hamza: a town that only the hamza below its first letter tells from a month («إب»).
madda: a town that only the madda over its first letter tells from a particle («مدينة آن»).
manner: opens a phrase for how something is done, or for how long («بشكل كامل», «لفترة وجيزة»).
marching: a verb in the past or a noun of going, behind which a preposition leads to a town ("marched on Beni", "an assault on").
masculine_relative: a relative that takes up a masculine noun («الذي»).
men: a noun for men, whose fighters are told by whose men they are ("the Polisario's men").
mentioned: a verb that ends what is too little to be told («بلا قتال يذكر»).
militia: what a force is called by its enemies («الميليشيات»), and what so means none whom nobody calls so.
movement: the definite noun with which the names of movements begin that say what they are for («الجبهة الشعبية لتحرير …»).
municipal: a noun for a district that is an adjective too («قوات محلية»).
nearly: says of a verb behind it that its deed has only almost come about ("nearly captured the city").
needed: what a deed is held to be that somebody still wants («ضرورية», «هدفا»).
neighbour: says that the country behind it is only a neighbour ("in neighbouring Mali").
name_joint: a low word inside the name of a group ("the Union for Peace militia").
name_link: a low word between hyphens inside a name ("Bab-i-Shirin").
name_of: joins the noun for a group to the rest of its name ("the Army of Light").
name_opening: a word with which names begin, by which a text in capitals shows one ("EL PEPETO").
name_particle: a low word inside the name of a person ("de", "bin").
nation: calls a country nothing but that ("the country's capital", «عاصمة البلاد»).
neither: says of two parties that nothing is told of them ("Neither the army nor the rebels hold").
nobody: what stands in no name or title of who speaks, so that they end before it («جاء», «بالهاتف»).
nonnominal: an adverb, a verb in an irregular past or the like, which no name before it qualifies.
nonpersonal_relative: a relative that means no person.
nonrestrictive: an adjective that only says more of a place spoken of, and does not tell which ("the strategic town").
noting: begins the words by which a text says that something is worth knowing («يذكر أن», «تجدر الإشارة إلى أن»).
object_pronoun: a pronoun that is an object only ("drove them out").
offering: by which somebody only offers what follows («عرضوا تسليم المدينة»).
onset: from when on something has been ("since").
onslaught: a fight, as the noun for what a deed followed upon ("after a dawn attack on Monday").
opposition: says of men that they are those who rise against the government of their country («فصائل سورية معارضة»).
ordering: a verb whose complement is what somebody else is told to do («أمر حفتر قواته بالسيطرة على طرابلس»).
other_part: what is left of a town of which a part has been told ("the other half", "the rest").
other_part: which share of a town is meant, after one has been told («النصف الآخر»).
outbreak: a verb by which fighting begins ("the battle that began in").
outside: beyond the edge of a place.
outward: with a verb of driving, out of a place.
parent: a word for a parent with which Arabic names begin, and which is none alone ("Um Dam").
own_side: the side of the town spoken of, by its pronoun («والحوثيون في غربها»).
partaking: what somebody may stay out of ("did not take part").
particle: goes with a verb of leaving and changes no place ("pulled back").
partitive: begins a clause on some of several («ومن بين القرى …»).
parts: the plural with which a share of a town is told («أحياء في»).
party: what parties of politics and their camps are called ("the Conservatives", "the Workers Party").
past_copula: the past of "be".
past_modal: says of an event what it would bring ("whose fall would be a blow").
personal_relative: a relative that means a person.
plural_verb: a verb whose subject are several ("Ana and Rawa, which are").
polity: a body or region with troops, told by its land or purpose behind it («قوات مجلس الدفاع», «قوات إقليم تيغراي»).
port: what a town is called for what it lives from.
portion: a part of something, ending in ``genitive`` ("was part of a plan").
possessive_relative: "whose".
predominant: a share that is most of what it is of («معظم»).
premature: says that it is too early to say so («من المبكر إعلان السيطرة على»).
presence: what somebody has in a place besides his control of it, which ends with it («انتهاء وجود التنظيم وسيطرته»).
presiding: who heads a body, behind which its region is named («رئيس مجلس محافظة الأنبار»).
prior: says of a day that it was before that of a report ("on a prior date").
process: a noun for how an event goes, which is in nobody's name («أكد المصدر استمرار المعارك»).
purposive: begins a phrase for an aim that ends in ``infinitive`` ("in order to", "so as to").
quarters: parts of a town of which a relative clause rather tells than of the town («أحياء حلب التي»).
quoting: a verb of an outlet that is followed by whom it quotes («نقلت رويترز عن ضابط أن»).
raiding: a verb of a raid, after which who leaves gives up nothing ("raided Bama and then left").
ranking: ranks a thing among others of its kind, as ordinals do ("the last town to fall").
recapping: tells a deed from another like it ("first took the town in 2012", "also").
receiving: a verb of receiving a town, or of a town that receives goods («تسلمت غوما مساعدات»).
recent: makes an attribute of a participle behind it ("its newly gained areas").
red_army: what only units of armies like the Soviet one are called, so that the country at war need not have any ("motorized").
rejoicing: a verb or noun of joy at a deed, or of praise for it («هنأ الشعب بتحرير», «فرحتهم باستعادة»).
remainder: what a list ends with that names no more ("Goma, Sake and others", "… and little else").
remaining: a participle that behind "has" says what is still there ("the one base it has left").
renegade: says of an office that it is that of rebels («السلطات الانفصالية»), and not of the state at home.
renouncing: a verb that with «عن» says what somebody will not do after all («تراجع الجيش عن اقتحام البلدة»).
renown: leads to what a place is known for, which need be no news ("home to", "site of", "founded in").
report_anaphor: points back to what was said («ونفى الجيش ذلك»).
republic: the Arabic noun by which a land that calls itself one is named («قوات جمهورية دونيتسك»).
rival: what both are called that fight each other ("both sides").
result: the noun for how a match ended ("a 3-0 defeat").
road: a noun that a number makes the name of a road ("National Highway 2").
rough: that a time is only about so long ("about two weeks ago", «قبل نحو أسبوعين»).
routed: a noun for what is left of those who are beaten, which means no force told before.
ruler: ends the office of who rules a country ("President Ghani's government").
running: by which an institution is run for those who need it ("a school run by").
scheme: a plan whose steps are told in their order («خطة تقضي بالتقدم نحو مأرب بعد تحرير عدن»).
seated: behind a hyphen, says where men have their seat ("Tripoli-based forces").
sending: a verb by which men or goods come from one place to another ("sent two battalions to Goma").
sentential: takes up a whole statement ("… and that was in May").
servant: begins a name that says whose servant one is («عبد الملك»).
service: an office by where it sits ("intelligence in Kyiv said").
setback: what a deed is to him whom it harms («صدمة تحرير المدينة», "a blow to").
shop: with what a firm takes a place, or a team leaves one ("with 40 new stores", "with three points").
shortening: a negation behind which a verb has its short form («لم تستعد المدينة»).
side: a half of something that two share ("the Gaza side of the crossing").
sided: on which side of a town its quarters lie («أحياء حلب الشرقية»).
siding: makes men a side's own behind its name ("GNA-aligned forces") or before it («القوات الموالية لحزب الله»).
single: the indefinite article, where it counts one ("a week later").
singular: a verb of which one thing is the subject ("which is").
site: a noun behind the name of a site that means the site itself ("the Baiji refinery complex").
so_called: a verb before the name of whom «ما» only tells («سيطرت ما تعرف بقوات سوريا الديمقراطية»).
sole: says that a thing is the only one of its kind left.
spelled_letter, spelled_number: a Latin letter and an English number as the script spells them («كي وان»).
son: stands between a man and his father in a name («قصر بن غشير»).
subject_relative: a relative that may be the subject of its clause.
success: what somebody has won or begun, whose it is told behind «ل» («أوسع تقدم للحركة»).
sport: a word by which a text is known to tell of a match.
state_body: what a spokesman of a state speaks for («متحدث باسم الرئاسة»), and not for a hospital or the United Nations.
storm: weather that bears a name, which is no commander's ("Hurricane Harvey").
streets: what a town is made of, whose it is a possessive says ("fighting in its southern streets").
surprise: behind "by", how nobody takes a town who bears no arms ("took Denver by storm").
these: says of men, with no noun beside it, that they have just been named («في يد هؤلاء»).
third_possessive: a possessive of the third person.
tally: counts what a clause tells of, of which the number follows («ارتفع عدد القرى التي سيطر عليها إلى ست»).
there: points to the town spoken of, behind a verb («تسيطر قسد هناك»).
thorough: says that nothing is left out ("entirely", «بالكامل»).
topic: puts a topic before its clause («أما عدن فدخلها»).
times: how often something was so («وقعت ثلاث مرات»).
toll: what fighting has made of people ("has left dozens dead").
totality: counts several places as a whole («كلها»).
town: by which a name is known to be a town's.
unarmed: says of a source that it bears no arms («مصادر طبية»).
unarmed: an acronym of a body without arms or of page furniture ("ICRC", "URL"), or a word that names such bodies ("Refugee").
universal: counts all that there is of something ("every town in Tigray").
until: leads to when something first came about that was not so before ("did not fall until May").
upon: opens a condition, or tells what was first ("once it takes Bor …", "once it had taken Bor …").
vehicle: what armed men have, which alone is nobody («مؤلفة من سبع آليات»).
venue: a government, a meeting or a journey for one, behind which is told where it is ("on a visit to Paris").
verdict: as what somebody is held who is held to be it ("held Hamas responsible").
war_office: an office of a state at war, of which that of the other side is told by name ("the ministry", «هيئة الأركان»).
triumph: a verb for what an army does to a town, and a champion where he wins ("conquered Siena").
turncoat: what men are called or told to have done who leave their own side ("mutinous", "defected", "switched sides").
turning: ends a time that is counted from what follows, if anything does ("the day before the truce").
venue: a government, a meeting or a journey for one, behind which is told where it is ("on a visit to Paris").
war_office: an office or force of a state at war, whose it need not be said ("the ministry", «هيئة الأركان»).
waging: a verb that carries a noun of fighting ("fought gunbattles").
warfare: a word by which a text is known to tell of a war.
weapon: what is shot at a town, shot down there or seized («شحنات أسلحة في بارا»).
watercraft: a kind of ship, which bears the name that follows ("the tanker Stena Impero").
weather: what falls from the sky, or what the end of a day brings, which may be spelled like a town ("Rain fell on").
ward: a noun for a quarter behind which any definite noun is its name («حي الجامعة»).
work: what bears a title, as books and films do («فيلم "سقوط حلب"»).
world_leader: the name of who leads or led a state that speaks of many wars, so that his office is not of the country at war.
"""


def _single(word: str) -> str:
    """A word, if it is one.

    Raises:
        ValueError: it is several, or none.
    """
    if len(key(word).split()) != 1:
        raise ValueError(f"{word!r} is no single word")
    return word


CueWord = Annotated[str, AfterValidator(_single)]
"""A word as it is written; matching folds it."""
