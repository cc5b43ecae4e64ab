"""Arabic places that are counted before they are named, in sentences from several wars."""

import pytest
from small_war import Claims

TOLD = {
    "a tally of the places told is followed by their names": [
        (
            "ارتفع عدد القرى التي سيطر عليها الجيش إلى ثلاث قرى، وهي هجين والسوسة والشعفة.",
            {"gained هجين", "gained السوسة", "gained الشعفة"},
        ),
        ("بلغ إجمالي المدن التي حررها الجيش مدنا عدة، أبرزها تدمر والرقة.", {"gained تدمر", "gained الرقة"}),
        ("ليصل تعداد البلدات التي استعادتها الحركة إلى بلدات أربع هي ساكي ومويسو.", {"gained ساكي", "gained مويسو"}),
        ("ارتفع عدد القرى التي قصفها الجيش إلى قرى ثلاث هي هجين والسوسة.", set()),
        ("يأمل الجيش أن يصل عدد القرى التي يستعيدها إلى ثلاث قرى هي هجين والسوسة.", set()),
    ],
    "a verb of comprising stands before a plural of which its clause tells": [
        ("وتشمل القرى التي سيطر عليها الجيش قرية هجين وبلدة السوسة.", {"gained هجين", "gained السوسة"}),
        ("وشملت المناطق التي استعادتها الحركة مدينة بوكافو.", {"gained بوكافو"}),
        ("وشملت القرى التي قصفها الجيش قرية هجين.", set()),
        ("وتشمل القرى التي يأمل الجيش في استعادتها قرية هجين.", set()),
    ],
    "the names belong to what counts them": [
        (
            "سيطر المسلحون على ست بلدات، في حين بقيت ثلاث مدن تحت سيطرة الجيش هي غوما وبوكافو وساكي.",
            {"holds غوما", "holds بوكافو", "holds ساكي"},
        ),
        ("سيطر الجيش على ثلاث قرى بعد معارك عنيفة، وهي هجين والسوسة.", {"gained هجين", "gained السوسة"}),
    ],
    "an hour is no plan": [
        ("خلال 48 ساعة سيطر الجيش على هجين والسوسة.", {"gained هجين", "gained السوسة"}),
        ("وبهذا يكون الجيش خلال 24 ساعة استعاد مدينة تدمر.", {"gained تدمر"}),
        ("حدد الجيش ساعة الصفر لاستعادة تدمر.", set()),
        ("شنت الحركة هجوما ساعية إلى السيطرة على غوما.", set()),
    ],
    "a definite noun and its adjective are one name in a list": [
        ("سيطر الجيش على قرى هجين والعين البيضاء والسوسة.", {"gained هجين", "gained العين البيضاء", "gained السوسة"}),
        ("سيطر الجيش على هجين والتل الأحمر.", {"gained هجين", "gained التل الأحمر"}),
    ],
}


@pytest.mark.parametrize(("text", "told"), [case for cases in TOLD.values() for case in cases])
def test_which_places_are_counted(claims: Claims, text: str, told: set[str]) -> None:
    assert {f"{claim.relation} {claim.place.text}" for claim in claims(text)} == told
