"""Whom an English pronoun means stands before it: "they" are not those whom they fight, force out or shell."""

import pytest
from any_war import claims

GOES_ON = [
    ("Ukrainian forces advanced on Saturday. They clashed with Russian troops and took Kupiansk.", "2022-09-11", "UKRAINE"),
    ("Turkish forces advanced. They forced the YPG to withdraw and captured Afrin.", "2018-03-18", "TURKEY"),
    ("M23 kept up its offensive. It drove Burundian troops from Kamanyola, then captured Uvira.", "2025-12-10", "M23"),
    ("The army pushed north. It fought Fano militiamen for two days, then retook Lalibela.", "2023-08-10", "ETHIOPIA_GOV"),
    ("Ukrainian troops crossed over. They were fired on by Russian gunners but captured Krynky.", "2023-11-20", "UKRAINE"),
    ("Seleka fighters advanced. They met little resistance from soldiers and took Bambari.", "2012-12-24", "SELEKA"),
]

OTHERS = [
    ("Haftar's forces moved west. After clashes with GNA troops, they took Gharyan.", "2019-04-05", "LNA"),
    ("The RSF attacked at dawn. After fighting with the army, it captured Singa.", "2024-06-30", "RSF"),
    ("After clashes with the army, rebels took Goma.", "2025-01-28", "M23"),
    ("Azerbaijani troops fought off an Armenian counter-attack and retook Jabrayil.", "2020-10-05", "AZERBAIJAN"),
    ("The army left Bor. It said the rebels had taken Malakal.", "2014-01-18", "SPLA_IO"),
    ("The army withdrew. The town fell to the Taliban, and they hold Kunduz now.", "2021-08-08", "TALIBAN"),
    ("Russian troops fell back. Ukrainian soldiers attacked, and they retook Lyman.", "2022-10-02", "UKRAINE"),
]


@pytest.mark.parametrize(("text", "published", "actor"), GOES_ON)
def test_who_fights_goes_on_to_take(text: str, published: str, actor: str) -> None:
    assert claims(text, published)[-1].actor.id == actor


@pytest.mark.parametrize(("text", "published", "actor"), OTHERS)
def test_and_others_take_in_clauses_of_their_own(text: str, published: str, actor: str) -> None:
    assert claims(text, published)[-1].actor.id == actor
