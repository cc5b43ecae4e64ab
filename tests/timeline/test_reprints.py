"""Reprints, trims and embeds are one source; the same form filled in anew is another report."""

import hashlib

import pyarrow as pa
import pytest
from saying import lines, say, told

from whoheld.model import Article
from whoheld.timeline.independence import NOTHING, TRACES, Compared, compare, reprints, traces

STORY = (
    "Fighters of the Syrian Democratic Forces entered the town of Hajin on Friday morning after a week of clashes, "
    "residents and a spokesman said. The group had held the town for four years. Hundreds of families left along the river "
    "road before the assault, and aid workers spoke of shortages of bread and fuel. Aircraft of the coalition were heard "
    "over the valley during the night. The spokesman said that engineers were clearing mines from the market and from the "
    "hospital."
)
TRIMMED = STORY.split(". Aircraft", maxsplit=1)[0] + "."
EMBEDDED = (
    "Our correspondent sends this round-up of the day's events in the region. Prices rose again in the capital, and the "
    f"ministry promised new deliveries before the end of the month. {STORY} In other news, the bridge at the northern "
    "crossing was reopened to lorries after three weeks, and schools will open on Sunday as planned, the governor's office "
    "said in a short statement."
)
OTHER_TOWN = STORY.replace("Hajin", "Shaafah")
OTHER_SIDE = STORY.replace("Syrian Democratic Forces", "Syrian Arab Army")
RESPELLED = STORY.replace("Hajin", "Hajeen").replace("spokesman", "Spokesman")
OWN_WORDS = (
    "The SDF took Hajin, the last big town in the hands of the group, on Friday, the Observatory reported. Shelling was "
    "heard in the eastern quarters until noon. It had taken seven days of street fighting, said a doctor in the field "
    "hospital of the town."
)


def article(text, name="x"):
    digest = hashlib.sha256((text + name).encode()).hexdigest()
    return Article(id=digest[:16], text=text, language="en", sha256=digest, source=name)


@pytest.mark.parametrize(
    "copy", [STORY + " (Agencies)", TRIMMED, EMBEDDED, RESPELLED], ids=["reprint", "trim", "embed", "respelt"]
)
def test_one_text_in_two_articles_is_found(copy):
    one, two = article(STORY), article(copy, "y")
    assert reprints([one, two]) == reprints([two, one]) == {tuple(sorted((one.id, two.id)))}


@pytest.mark.parametrize("other", [OTHER_TOWN, OTHER_SIDE, OWN_WORDS, ""], ids=["town", "side", "own words", "empty"])
def test_another_report_is_another_source(other):
    assert reprints([article(STORY), article(other, "y")]) == frozenset()


def test_reprints_in_arabic_are_found_whatever_the_spelling():
    text = (
        "سيطرت قوات سوريا الديمقراطية على مدينة هجين في ريف دير الزور الشرقي بعد معارك عنيفة مع تنظيم الدولة استمرت أسبوعاً كاملاً"
    )
    one, two = article(text), article(text.replace("أ", "ا").replace("ً", ""), "y")
    assert len(reprints([one, two])) == 1


def test_a_footer_that_all_share_makes_no_reprints():
    footer = "Subscribe to our newsletter to receive the best of our reporting in your inbox every morning of the week for free"
    texts = [f"{' '.join(f'word{n}x{k}' for k in range(120))} {footer}" for n in range(30)]
    assert reprints([article(text) for text in texts]) == frozenset()


def together(articles, before=NOTHING):
    texts = {each.id: each for each in sorted(articles, key=lambda each: each.id)}
    traced = pa.Table.from_batches([traces(list(texts.values()))], TRACES)
    return Compared(frozenset(texts), compare(texts, traced, before))


def embedding(number):
    return " ".join([*(f"left{number}x{k}" for k in range(60)), STORY, *(f"right{number}x{k}" for k in range(60))])


def test_articles_that_came_later_are_compared_as_if_all_had_come_at_once():
    texts = [STORY, STORY + " (Agencies)", TRIMMED, OTHER_TOWN, RESPELLED, OWN_WORDS, "", *map(embedding, range(12))]
    every = [article(text, str(number)) for number, text in enumerate(texts)]
    for first in range(len(every)):
        assert together(every, together(every[:first])) == together(every)


def test_a_text_that_becomes_common_parts_those_that_only_embed_it():
    every = [article(STORY), *(article(embedding(number)) for number in range(130))]
    before = together(every[:60])
    assert not before.pairs <= reprints(every)
    assert together(every, before).pairs == reprints(every)


def test_articles_that_are_gone_leave_no_trace_in_the_pairs():
    every = [article(STORY), *(article(embedding(number)) for number in range(130))]
    assert together(every[:60], together(every)) == together(every[:60])


def test_reprints_of_one_claim_are_one_source_and_two_towns_stay_two_claims():
    here = say("SDF", "gained", "hajin", "2018-12-14", by="Wire", article="a" * 16)
    copy = say("SDF", "gained", "hajin", "2018-12-14", by="Paper", article="b" * 16)
    there = say("SDF", "gained", "susah", "2018-12-14", by="Paper", article="b" * 16)
    timeline = told(here, copy, there, reprints={("a" * 16, "b" * 16)})
    assert [(control.place_id, control.n_independent, len(control.claims)) for control in timeline.controls] == [
        ("test:hajin", 1, 2),
        ("test:susah", 1, 1),
    ]


def test_a_reprint_does_not_lend_its_voice_to_the_outlets_own_report():
    wire = say("SDF", "holds", on="2018-12-01", by="Wire", article="a" * 16)
    copy = say("SDF", "holds", on="2018-12-02", by="Paper", article="b" * 16)
    own = say("SDF", "holds", on="2018-12-03", by="Paper", article="c" * 16)
    assert told(wire, copy, own, reprints={("a" * 16, "b" * 16)}).controls[0].n_independent == 2


def test_the_other_side_in_the_same_form_stays_the_other_account():
    one = say("SDF", "holds", on="2018-12-14", by="Wire", article="a" * 16)
    other = say("ISIS", "holds", on="2018-12-15", by="Paper", article="b" * 16)
    assert "disputed" in lines(told(one, other, reprints={("a" * 16, "b" * 16)}))[-1]
