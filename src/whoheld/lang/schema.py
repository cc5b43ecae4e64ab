"""The schema of a language pack: what differs between languages, as one readable file."""

from collections.abc import Mapping
from typing import Literal

from pydantic import Field

from whoheld.lang.cues import Cue, CueWord
from whoheld.model import Frozen, Relation

Tag = Literal[
    "article", "relative", "after", "before", "when", "conjunction", "contrast", "be", "have", "had", "to", "modal",
    "negation", "no_longer", "hypothesis", "plan", "attempt", "failure", "achieve", "denial", "report", "source",
    "hedge", "still", "now", "adverb", "function", "share", "area", "armed", "actor_anaphor", "place_anaphor",
    "title", "backing", "name_start", "become", "other_sense", "allied", "surroundings", "quantity", "whole",
    "nonstate", "listing", "about", "where", "led", "statal", "apposing", "belonging", "direction", "official", "boast",
    "admission", "reaction", "indefinite", "people", "conditional", "ending", "common", "operation", "included",
    "statement", "bystander", "medium", "outlet", "working", "voice", "ministry", "returned", "landform", "witness", "position",
    "likewise", "side", "container",
    "ongoing", "part_name", "naming", "seat", "nth", "pair", "army_region", "besides", "nationals", "regular", "formation",
    "cause", "zone", "centre", "ceased", "road", "war", "except", "opposing", "membership", "copula", "staying",
    "installed", "local", "appellation", "lying", "raid", "match", "league", "regaining", "vigilante", "piecemeal",
]  # fmt: skip
"""The classes of words that the engine knows; what each does is said where it is used."""

Trait = Literal[
    "assault", "capture", "changing", "comeback", "entry", "epithet", "forsaking", "ground", "handover", "hold", "passing",
    "remnant", "retreat", "sovereign", "taking", "town", "yielding",
]  # fmt: skip
"""What rules ask of a frame where they meet its words.

assault: it may as well tell of a raid, which arrests show («اقتحم»).
capture: who stands right behind it may be a people that no lexicon knows («سيطر الغجريون على»), or a commander.
changing: its subject changes hands ("fell"); ground: it is told where somebody stays ("lost", "withdrew from"). What either
is told of may be called by the number of the unit that sits there ("Brigade 52").
comeback: who was driven out does so then («ثم عاد إليها»).
entry: one only comes in, and may leave again.
epithet: it calls a place somebody's last or chief one ("the rebels' last bastion"); town: by a noun for a town.
forsaking: it leaves a place to nobody, so that no winner is awaited ("was abandoned").
handover: who hands over stands before it, and no place ("MacArthur handed it back").
hold: its nouns are what a side has of a place ("control", "grip").
passing: it says only that a place changes hands, to whom a clause of time may tell.
remnant: it says what little a side still has, who is beaten elsewhere then.
retreat: where somebody goes who does so is a refuge.
sovereign: it is a claim of a state that its country's name tells of, and of nobody else ("annexed").
yielding: to whom it is done is told behind it, or nothing has changed hands («استسلمت المدينة للأمطار»).
taking: its object may be called by who sits there ("overran Battalion 437").
"""

Slot = str
"""Where an argument stands: ``subject``, ``object``, ``owner`` (whose the noun is), ``rest`` (what an exception leaves),
``direct`` (an object right after the verb), ``there`` and ``gone`` (right after "in" or "outside", only the subject
between), ``amid`` (before a noun of fighting), ``topic`` (the town spoken of: "marched in"), ``next`` (a party right after it),
``driven out`` (the town spoken of: "pushed them out"), ``gone from`` (which the main clause lets another take),
``led in`` (with which the clause begins: "In Gao …"), ``flagged`` (on whose building a flag is raised),
``garrisoned`` (whose defenders are the subject),
``ousted`` (the town spoken of, after "ousted them"), ``quit`` (the town of a claim, which a verb leaves unsaid),
``outside`` (the town outside which somebody falls back),
``second`` (an object behind the party to whom it is left), ``all that`` (what a clause with "all" says it to be),
``posted`` (where those stand who fight there),
``left under`` (the object of a verb that leaves it so), ``only one`` (the only one of its kind in a state),
``self`` (the party that is the word itself), ``beside`` (the place before an aside), ``copula`` (the subject of "is"),
``within`` (a town or quarter, called so, after "in"), ``left`` and ``any`` (nearest parties),
``they`` (a pronoun in the word itself), or the label of a preposition; ``announced`` (named of a plural by a verb of comprising),
and where none of these names a place, ``stationed``
(where the subject was: "the soldiers in Goma withdrew") and ``spoken of`` (the town spoken of).
"""


class Words(Frozen):
    """A class of words: as they stand, or by principal parts that are inflected."""

    words: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    participles: tuple[str, ...] = ()


class Head(Frozen):
    """What a kind of place is called: ``one`` before a single name, ``many`` before a list.

    ``loose`` are those among them that the press also says of a village and what lies around it; ``owned`` are those to which
    the press attaches the pronoun of the town or people whose it is ("its airport", "their town").
    """

    one: tuple[str, ...]
    many: tuple[str, ...] = ()
    loose: tuple[str, ...] = ()
    owned: tuple[str, ...] = ()


class Found(Frozen):
    """A sentence and the claims it makes, each as ``relation | actor | place``."""

    text: str
    claims: tuple[str, ...]


class Trigger(Words):
    """A frame and the words that evoke it.

    Attributes:
        name: of the frame, shown by ``explain`` and in a claim's ``rule``.
        relation: what the actor does with the place; None where a light verb must say it.
        actor, place, loser: the slots in which they may stand, tried in this order.
        states: preposition before the noun -> relation ("under" control, "out of" control).
        classes: those whose words evoke it besides what else they do ("باتت" of a town that becomes somebody's).
        present: what the present tense says where it is another thing than the past ("يسيطر على").
        past: what the active past says where it is another thing than the participle ("occupied").
        followed: classes of words of which one must come right after it, adverbs passed over, or it is another word ("went").
        beside: frames of which one must be told in the same sentence where none of ``needs`` stands near ("entered the town
            after the army had left").
        unless: words near it that give it another sense ("has the town surrounded").
        needs: words of which one must stand near, because only with it the verb has the frame's sense ("hoisted … flag").
        elliptic: who acts is never said with it, so that nothing is claimed where the text does not say it elsewhere.
        exceptive: it says what is left ("nothing but"), and only after a negation.
        repeats: it says of another place what has just been said of one ("وتلتها تكريت").
        apart: what it repeats was at another day, which is not its own.
        names: it names the places of which the sentence before tells only how many ("It named them as …").
        boast: its words take a side, so that who states it without naming a winner speaks of himself.
        traits: what rules ask of it where they meet its words.
        lasting: "now" says only that its state goes on, and not that it is new ("they now control it"); as a preposition's
            noun it is a change still ("is now under their control"); in Arabic "become" says no more («باتت سيطرته تقتصر على»).
        strict: nothing is claimed where no actor is found, because the words have other senses.
        find, refuse: sentences of which the first must make their claims and the second none.
    """

    name: str
    relation: Relation | None = None
    actor: tuple[Slot, ...] = ()
    place: tuple[Slot, ...] = ()
    loser: tuple[Slot, ...] = ()
    states: Mapping[str, Relation] = Field(default_factory=dict)
    classes: tuple[Tag, ...] = ()
    present: Relation | None = None
    past: Relation | None = None
    needs: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    followed: tuple[str, ...] = ()
    elliptic: bool = False
    exceptive: bool = False
    repeats: bool = False
    names: bool = False
    boast: bool = False
    lasting: bool = False
    traits: tuple[Trait, ...] = ()
    apart: bool = False
    strict: bool = False
    find: tuple[Found, ...] = ()
    refuse: tuple[str, ...] = ()


class Writing(Frozen):
    """How the language is written.

    Attributes:
        inflection: the rules that make forms of principal parts.
        capitals: names begin with a capital letter.
        verb_first: a subject may follow its verb.
        conjunctions: letters that join a word to the one before and are written on it.
        prepositions: letters written on the word that they govern -> label.
        article: written on the word, or empty.
        elided: spelling of a preposition with the article where it is not their sum -> the preposition.
        future: letter of the future, written on the verb, or empty.
        abbreviations: words before a full stop that does not end a sentence.
        slavic: how names of villages in Slavic languages end in this script.
    """

    inflection: Literal["english", "arabic", "none"] = "none"
    capitals: bool = True
    verb_first: bool = False
    conjunctions: tuple[str, ...] = ()
    prepositions: Mapping[str, str] = Field(default_factory=dict)
    article: str = ""
    elided: Mapping[str, str] = Field(default_factory=dict)
    future: str = ""
    abbreviations: tuple[str, ...] = ()
    slavic: tuple[str, ...] = ()


class Whereabouts(Frozen):
    """How a text says where a place lies, after its name: [near Manbij], [30 km east of Aden], [in Abyan].

    Attributes:
        near, inside: words before the other place's name.
        directions: the same for a point of the compass.
        passed: words that may stand between.
        joins: words that join the next place of a list.
        units: of distance -> metres.
    """

    near: tuple[str, ...] = ()
    inside: tuple[str, ...] = ()
    directions: Mapping[Literal["n", "ne", "e", "se", "s", "sw", "w", "nw"], tuple[str, ...]] = Field(default_factory=dict)
    passed: tuple[str, ...] = ()
    joins: tuple[str, ...] = ()
    units: Mapping[int, tuple[str, ...]] = Field(default_factory=dict)


class Dates(Frozen):
    """The words of dates; numbers are keys of what they mean.

    ``feasts`` are days with a name of their own, by month and day (``"1 1"``).
    ``references`` point to another date of the text: ``"day 1"`` is the day after it, ``"year 0"`` its own year,
    ``"monthday 11"`` the 11th of its month.
    """

    months: Mapping[int, tuple[str, ...]] = Field(default_factory=dict)
    hijri_months: Mapping[int, tuple[str, ...]] = Field(default_factory=dict)
    weekdays: Mapping[int, tuple[str, ...]] = Field(default_factory=dict)
    numbers: Mapping[int, tuple[str, ...]] = Field(default_factory=dict)
    ordinals: Mapping[int, tuple[str, ...]] = Field(default_factory=dict)
    days: Mapping[int, tuple[str, ...]] = Field(default_factory=dict)
    units: Mapping[Literal["hour", "day", "week", "month", "year", "decade"], tuple[str, ...]] = Field(default_factory=dict)
    plurals: Mapping[Literal["hour", "day", "week", "month", "year", "decade"], tuple[str, ...]] = Field(default_factory=dict)
    duals: Mapping[Literal["day", "week", "month", "year"], tuple[str, ...]] = Field(default_factory=dict)
    feasts: Mapping[str, tuple[str, ...]] = Field(default_factory=dict)
    seasons: Mapping[Literal["spring", "summer", "autumn", "winter"], tuple[str, ...]] = Field(default_factory=dict)
    references: Mapping[str, tuple[str, ...]] = Field(default_factory=dict)
    words: Mapping[str, tuple[str, ...]] = Field(default_factory=dict)


class Pack(Frozen):
    """One language.

    Attributes:
        cues: single words that a rule looks for where they stand.
        demonstratives: words beside an armed noun that point back to a force named before ("the same forces").
        creeds: last words of what only some armed groups are called, so that they never mean another that stands nearer.
        homelands: words for a speaker's own country, after the noun for its men, by his gender («جيش بلاده»).
        qualifiers: adjectives (masculine) and nouns that after the noun for a kind of place tell its sort or use, and no name.
        governmental: adjectives after an armed noun by which it is a government's («الكتائب الحكومية»).
        given: names of people, after which a surname stands and no place.
        both: words that count places spoken of, by their number.
        seats: nouns for the town after which a region is named, where others only lie in it ("Idlib city", "the Idlib town").
        links: words between the noun for a kind of place and its name, in whatever language ("town of", "Ville de").
        waters: last words of the names of seas and the like, by which only is told where a town lies ("the Red Sea port").
    """

    code: str
    name: str
    writing: Writing
    classes: Mapping[Tag, Words] = Field(default_factory=dict)
    cues: Mapping[Cue, tuple[CueWord, ...]] = Field(default_factory=dict)
    prepositions: Mapping[str, tuple[str, ...]] = Field(default_factory=dict)
    pronouns: Mapping[Literal["m", "f", "p", "n", "s"], tuple[str, ...]] = Field(default_factory=dict)
    possessives: Mapping[Literal["m", "f", "p", "n", "s"], tuple[str, ...]] = Field(default_factory=dict)
    homelands: Mapping[Literal["m", "f"], tuple[str, ...]] = Field(default_factory=dict)
    bound: Mapping[str, tuple[str, ...]] = Field(default_factory=dict)
    both: Mapping[int, tuple[str, ...]] = Field(default_factory=dict)
    heads: Mapping[str, Head] = Field(default_factory=dict)
    genders: Mapping[Literal["m", "f", "p", "n"], tuple[str, ...]] = Field(default_factory=dict)
    countries: Mapping[str, tuple[str, ...]] = Field(default_factory=dict)
    whereabouts: Whereabouts = Whereabouts()
    lights: Mapping[Relation, Words] = Field(default_factory=dict)
    trigger: tuple[Trigger, ...] = ()
    dates: Dates = Dates()
    example_places: tuple[str, ...] = ()
    demonstratives: tuple[str, ...] = ()
    creeds: tuple[str, ...] = ()
    qualifiers: tuple[str, ...] = ()
    governmental: tuple[str, ...] = ()
    given: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    waters: tuple[str, ...] = ()
