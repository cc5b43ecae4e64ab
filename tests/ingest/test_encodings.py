"""Wrong, missing and lying encodings."""

from pathlib import Path

import pytest

from whoheld.ingest import read_documents
from whoheld.ingest.assemble import Read, assemble
from whoheld.ingest.records import Raw

ARABIC = "سيطرت قوات سوريا الديمقراطية على مدينة هجين شرق دير الزور، وفق مصادر محلية. ولم يصدر تعليق من التنظيم."
RUSSIAN = "Силы заняли город Хаджин на востоке провинции, сообщили источники. Это был последний оплот боевиков в районе."
FRENCH = "Les forces ont repris la ville de Hajine à l'est, après de longs combats; l'armée dit contrôler le reste."


def one(path: Path) -> Read:
    (document,) = read_documents([str(path)])
    assert isinstance(document, Read)
    return document


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        *(
            (ARABIC, encoding)
            for encoding in ("utf-8", "utf-8-sig", "cp1256", "iso8859-6", "utf-16", "utf-16-le", "utf-16-be", "utf-32")
        ),
        *((RUSSIAN, encoding) for encoding in ("cp1251", "koi8-r", "utf-16-le")),
        *((FRENCH, encoding) for encoding in ("cp1252", "utf-16-be")),
    ],
)
def test_a_text_without_a_declaration_is_read(text: str, encoding: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(text.encode(encoding))
    document = one(tmp_path / "a.txt")
    assert document.article
    assert document.article.text == text
    assert {issue.kind for issue in document.issues} == {"undated"}


@pytest.mark.parametrize(
    ("text", "encoding", "declared"),
    [
        (ARABIC, "cp1256", "windows-1256"),
        (ARABIC, "cp1256", "iso-8859-1"),
        (ARABIC, "cp1256", "utf-8"),
        (ARABIC, "cp1256", "no-such-thing"),
        (ARABIC, "cp1256", "base64"),
        (ARABIC, "utf-8", "windows-1252"),
        (RUSSIAN, "koi8-r", "koi8-r"),
        (RUSSIAN, "cp1251", "latin1"),
        (FRENCH, "cp1252", "iso-8859-1"),
    ],
)
def test_a_page_is_read_whether_its_declaration_is_true_or_not(text: str, encoding: str, declared: str) -> None:
    page = f'<html><head><meta charset="{declared}"></head><body><article><p>{text}</p></article></body></html>'
    document = assemble(Raw("a.html", "html", page.encode(encoding)))
    assert document.article
    assert document.article.text == text


@pytest.mark.parametrize(("every", "flagged"), [(400, False), (40, True)])
def test_more_than_one_percent_of_damage_is_flagged(every: int, flagged: bool, tmp_path: Path) -> None:
    data = bytearray((ARABIC * 40).encode())
    data[::every] = b"\xff" * len(data[::every])
    text = data.decode("utf-8", "replace")
    (tmp_path / "a.txt").write_text(text, "utf-8")
    kinds = {issue.kind for issue in one(tmp_path / "a.txt").issues}
    assert ("encoding" in kinds) == flagged == (text.count("\ufffd") / len(text) > 0.01)


def test_a_download_cut_inside_a_letter_stays_utf8(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(ARABIC.encode()[:-2] + b"\xd8")
    document = one(tmp_path / "a.txt")
    assert document.encoding == "utf-8"
    assert document.article
    assert document.article.text.startswith(ARABIC[:60])


def test_the_raw_bytes_and_the_encoding_are_kept(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(ARABIC.encode("cp1256"))
    document = one(tmp_path / "a.txt")
    assert (document.raw.data, document.encoding) == (ARABIC.encode("cp1256"), "cp1256")
