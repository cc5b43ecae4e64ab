"""Files, folders, globs and standard input become articles, or one clear line each."""

import datetime as dt
import hashlib
import io
import json
import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from whoheld.ingest import read
from whoheld.model import Article, Issue

TEXT = "The Syrian Democratic Forces captured the town of Hajin on Friday, the alliance said.\n"
ARABIC = "سيطرت قوات سوريا الديمقراطية على مدينة هجين شرق دير الزور، وفق مصادر محلية.\n"
NAMES = ["a.txt", "a.html", "a.jsonl", "a", "a.json", "a.rss", "a.warc", "a.warc.gz"]


def write(folder: Path, name: str, text: str = TEXT, **beside: object) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8", newline="")
    if beside:
        path.with_suffix(".json").write_text(json.dumps(beside), "utf-8")
    return path


def articles(*paths: Path | str, **options: object) -> list[Article]:
    return [item for item in read(paths, **options) if isinstance(item, Article)]


def issues(*paths: Path | str, **options: object) -> list[Issue]:
    return [item for item in read(paths, **options) if isinstance(item, Issue)]


def only(*paths: Path | str, **options: object) -> Article:
    (article,) = articles(*paths, **options)
    return article


def kinds(*paths: Path | str, **options: object) -> list[str]:
    return [issue.kind for issue in issues(*paths, **options)]


def test_a_text_with_its_metadata_beside_it(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "a.ar.txt",
        ARABIC,
        url="https://x.example/1",
        title="عنوان",
        published="2019-01-21",
        publisher="x",
        language="ar",
    )
    assert path.with_suffix(".json").name == "a.ar.json"
    sha256 = hashlib.sha256(ARABIC.encode()).hexdigest()
    assert list(read([path])) == [
        Article(
            id=sha256[:16],
            text=ARABIC,
            title="عنوان",
            url="https://x.example/1",
            published="2019-01-21",
            published_basis="given",
            publisher="x",
            language="ar",
            sha256=sha256,
            source=str(path),
        )
    ]


@pytest.mark.shared
def test_the_article_that_the_project_started_from() -> None:
    seed = Path(__file__).parents[3] / "shared" / "seed"
    if not seed.is_dir():
        pytest.skip("the seed article lies beside the project and is not here")
    (article,) = read([seed])
    assert (article.language, article.published, article.publisher) == ("ar", "2019-01-21", "7al.net")
    assert "«هجين»" in article.text


def test_a_folder_is_read_whole_and_hidden_files_are_not(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", "One town fell to the army.", published="2019")
    write(tmp_path, "deep/er/b.txt", "Another town fell to the army.", published="2019")
    write(tmp_path, ".hidden/c.txt")
    write(tmp_path, ".d.txt")
    assert sorted(article.text for article in articles(tmp_path)) == [
        "Another town fell to the army.",
        "One town fell to the army.",
    ]
    assert issues(tmp_path) == []


def test_a_glob_and_what_a_shell_makes_of_it_are_one(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", published="2019")
    assert list(read([f"{tmp_path}/*"])) == list(read(sorted(tmp_path.iterdir()))) == list(read([tmp_path]))
    assert len(articles(f"{tmp_path}/**")) == 1


def test_neither_order_nor_repetition_of_arguments_matters(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("a", "b", "c"):
        write(tmp_path, f"{name}.txt", f"The army took {name}.", published="2019")
    expected = list(read(["a.txt", "b.txt", "c.txt"]))
    assert list(read(["c.txt", "b.txt", "a.txt", "a.txt", "./b.txt", "*.txt"])) == expected
    assert len(expected) == 3


def test_one_text_under_two_names_counts_once_and_the_first_known_is_kept(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", TEXT, published="2019-02-01", url="https://late.example/")
    write(tmp_path, "b.txt", TEXT, published="2019-01-21", url="https://early.example/")
    assert only(tmp_path).url == "https://early.example/"
    (issue,) = issues(tmp_path)
    assert (issue.kind, Path(issue.source).name) == ("duplicate", "a.txt")


def test_json_lines_cost_one_line_each_when_bad(tmp_path: Path) -> None:
    path = tmp_path / "many.jsonl"
    good = {
        "text": TEXT,
        "url": "https://x.example/a",
        "title": "t",
        "published": "2019-01-21",
        "publisher": "x",
        "language": "en",
    }
    lines = [
        json.dumps(good),
        '{"text": "no end',
        "[1]",
        '{"title": "no text"}',
        "",
        "[" * 100_000,
        json.dumps(good | {"text": ARABIC}),
    ]
    path.write_text("\n".join(lines), "utf-8")
    assert [(article.source, article.language) for article in articles(path)] == [(f"{path}:1", "en"), (f"{path}:7", "en")]
    assert [(issue.kind, issue.source) for issue in issues(path)] == [
        ("bad_record", f"{path}:{number}") for number in (2, 3, 4, 6)
    ]


def test_an_over_long_json_line_is_refused_and_the_next_is_read(tmp_path: Path) -> None:
    path = tmp_path / "many.jsonl"
    path.write_text(json.dumps({"text": "x" * 11_000_000}) + "\n" + json.dumps({"text": TEXT, "published": "2019"}), "utf-8")
    assert only(path).source == f"{path}:2"
    assert [(issue.kind, issue.source) for issue in issues(path)] == [("too_large", f"{path}:1")]


def test_half_a_surrogate_pair_in_json_does_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "many.jsonl"
    path.write_text(r'{"text": "The army took Hajin \ud800 today", "title": "\udfff", "published": "2019"}', "utf-8")
    assert only(path).text == "The army took Hajin \ufffd today"


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (TEXT.encode(), TEXT),
        (json.dumps({"text": TEXT}).encode(), TEXT),
        (b"<!DOCTYPE html><title>t</title><article><p>" + TEXT.encode() * 3 + b"</p></article>", TEXT.strip()),
    ],
)
def test_standard_input_is_known_by_its_look(data: bytes, text: str) -> None:
    assert only("-", stdin=io.BytesIO(data)).text.startswith(text)


def test_standard_input_stays_open(tmp_path: Path) -> None:
    stream = io.BytesIO(TEXT.encode())
    articles("-", stdin=stream)
    assert not stream.closed


REFUSED = [
    ("empty.txt", b"", "empty"),
    ("blank.txt", b" \n\t\r\n", "empty"),
    ("empty.html", b"", "empty"),
    ("empty.jsonl", b"", "empty"),
    ("zeros.txt", bytes(5000), "binary"),
    ("picture.html", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 16, "binary"),
    ("paper.pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<</Length 5>>stream\n" + bytes(range(256)) * 9, "binary"),
    ("large.txt", b"a word " * 7_000_000, "too_large"),
    ("menu.html", b"<html><body><img src=map.png></body></html>", "no_article"),
    ("deep.html", b"<html><body>" + b"<div>" * 100_000 + TEXT.encode(), "unparsable"),
    ("alone.json", b"{}", "unreadable"),
]


def test_what_cannot_be_read_costs_one_line_and_the_rest_is_read(tmp_path: Path) -> None:
    write(tmp_path, "good.txt", published="2019")
    for name, data, _ in REFUSED:
        (tmp_path / name).write_bytes(data)
    assert only(tmp_path).text == TEXT
    found = {Path(str(issue.source)).name: issue.kind for issue in issues(tmp_path)}
    assert found == {name: kind for name, _, kind in REFUSED}


def test_what_is_no_file_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "dangling.txt").symlink_to(tmp_path / "nowhere")
    assert kinds(tmp_path) == ["unreadable", "unreadable"]


@pytest.mark.parametrize("named", ["missing.txt", "*.nothing", "folder", "\0"])
def test_what_is_not_there_is_said(named: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "folder").mkdir()
    (issue,) = issues(named)
    assert (issue.kind, issue.source) == ("missing", named)


@pytest.mark.parametrize("beside", ["{", "[]", "[" * 100_000, "\ufeff{}"])
def test_metadata_that_cannot_be_read_leaves_the_text(beside: str, tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt")
    path.with_suffix(".json").write_text(beside, "utf-8")
    assert only(path).text == TEXT
    assert set(kinds(path)) <= {"metadata", "undated"}


def test_metadata_that_never_ends_is_not_read(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", published="2019").with_suffix(".json").write_text(json.dumps({"title": "t" * 1_000_000}), "utf-8")
    write(tmp_path, "b.txt", ARABIC)
    os.mkfifo(tmp_path / "b.json")
    assert [article.title for article in articles(tmp_path)] == [None, None]
    assert kinds(tmp_path) == ["metadata", "undated", "undated"]


def test_metadata_of_a_wrong_type_is_left_out_and_said(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", title=["t"], published="2019-01-21", author="passed over", language=None)
    assert (only(path).title, only(path).published) == (None, "2019-01-21")
    assert kinds(path) == ["metadata"]


@pytest.mark.parametrize(
    ("given_date", "url", "day", "basis", "complaints"),
    [
        ("2019-01-21", None, "2019-01-21", "given", []),
        ("2019-01", None, "2019-01", "given", []),
        ("2019-01-21T23:30:00-05:00", None, "2019-01-22", "given", []),
        ("Mon, 21 Jan 2019 10:00:00 GMT", None, "2019-01-21", "given", []),
        ("2019-01-21", "https://x.example/2018/12/01/a", "2019-01-21", "given", []),
        (None, "https://x.example/2019/01/21/a", "2019-01-21", "url", []),
        (None, "https://x.example/world/2019/jan/21/a", "2019-01-21", "url", []),
        (None, "https://x.example/2019/01/5-towns-fell", "2019-01", "url", []),
        (None, "https://x.example/2019-01-21-a.html", "2019-01-21", "url", []),
        ("2019-02-30", "https://x.example/2019/03/01/a", "2019-03-01", "url", ["bad_date"]),
        ("2019-02-30", None, None, "unknown", ["bad_date", "undated"]),
        ("9999-12-31", None, None, "unknown", ["bad_date", "undated"]),
        ("03/04/2019", None, None, "unknown", ["bad_date", "undated"]),
        ("yesterday", None, None, "unknown", ["bad_date", "undated"]),
        (None, "https://x.example/2019/13/45/a", None, "unknown", ["undated"]),
        (None, "https://x.example/item/20190121999", None, "unknown", ["undated"]),
        (None, "http://[bad/2019/01/21/", None, "unknown", ["undated"]),
        (None, None, None, "unknown", ["undated"]),
    ],
)
def test_the_publication_date_is_given_or_in_the_url_or_unknown(  # noqa: PLR0913, PLR0917 - a table of cases
    given_date: str | None, url: str | None, day: str | None, basis: str, complaints: list[str], tmp_path: Path
) -> None:
    path = write(tmp_path, "a.txt", published=given_date, url=url)
    article = only(path)
    assert (article.published, article.published_basis) == (day, basis)
    assert kinds(path) == complaints


def version(folder: Path, name: str, text: str, url: str, fetched: str | None) -> Path:
    path = folder / f"{name}.txt"
    path.write_text(text, "utf-8")
    given = {"url": url, "published": "2019-01-21"} | ({"fetched": fetched} if fetched else {})
    path.with_suffix(".json").write_text(json.dumps(given), "utf-8")
    return path


@pytest.mark.parametrize("fetched", [("2019-01-22", "2019-02-01"), (None, "2019-02-01")])
def test_row_19_a_later_version_is_known_from_the_day_it_was_fetched(fetched: tuple[str | None, str], tmp_path: Path) -> None:
    for number, day in enumerate(fetched):
        version(tmp_path, f"v{number}", f"Version {number}.", "https://x.example/a", day)
    version(tmp_path, "again", "Version 1.", "https://x.example/a", "2019-03-01")
    version(tmp_path, "other", "Another.", "https://x.example/b", "2019-02-01")
    known = {item.text: item.known_from for item in read([tmp_path]) if isinstance(item, Article)}
    assert known == {"Version 0.": None, "Version 1.": dt.date(2019, 2, 1), "Another.": None}


@pytest.mark.parametrize("fetched", [(None, None), ("2019-01-22", "2019-01-22")])
def test_of_texts_at_one_address_that_came_in_together_none_is_the_later(fetched: tuple[str | None, ...], tmp_path: Path) -> None:
    for number, day in enumerate(fetched):
        version(tmp_path, f"v{number}", f"Version {number}.", "https://x.example/a", day)
    assert {item.known_from for item in read([tmp_path]) if isinstance(item, Article)} == {None}


def test_a_day_of_fetching_that_is_none_is_listed(tmp_path: Path) -> None:
    assert kinds(version(tmp_path, "a", "Text.", "https://x.example/a", "yesterday")) == ["bad_date"]


@pytest.mark.parametrize(
    ("text", "said", "language"),
    [
        (ARABIC, None, "ar"),
        (TEXT, None, "en"),
        ("قال مراسل «گاردين» في هجين إن قوات سوريا سيطرت على البلدة بعد معارك", None, "ar"),
        ("نیروهای سوریه دموکراتیک کنترل شهر هجین را به دست گرفتند", None, "fa"),
        ("هێزەکانی سوریای دیموکرات شارۆچکەی هەجین یان گرت", None, "ku"),
        ("Les forces ont repris la ville de Hajine après de longs combats.", None, "fr"),
        ("Войска заняли село Работино, сообщает источник.", None, "ru"),
        ("Військові взяли під контроль село Роботине, повідомили джерела.", None, "uk"),
        ("HSD güçleri Hecin kasabasını ele geçirdi ve bir köy daha için ilerliyor.", None, "tr"),
        ("SDF captured Hajin.", None, "en"),
        ("RSF seize El Fasher, army withdraws", None, "en"),
        ("El Fasher falls", None, "en"),
        ("Turkey-backed rebels take Manbij", None, "en"),
        ("Russia captures Bakhmut", None, "en"),
        ("L'armée capture Alep", None, "fr"),
        ("El ejército toma el control de Alepo", None, "es"),
        ("Syrische Armee nimmt Palmyra ein", None, "de"),
        ("Armée reprend Homs", None, "und"),
        ("2019 – 21", None, "und"),
        (TEXT, "ar-SY", "ar"),
        (TEXT, "nonsense", "en"),
    ],
)
def test_the_language_is_given_or_seen_in_the_letters(text: str, said: str | None, language: str, tmp_path: Path) -> None:
    assert only(write(tmp_path, "a.txt", text, language=said, published="2019")).language == language


def test_line_ends_are_one_and_everything_else_stays(tmp_path: Path) -> None:
    hidden = "a\u202eb\u2066c\u200f\u2069 \u200b ـ\u064b  \t end  "
    path = write(tmp_path, "a.txt", f"\ufeff{hidden}\r\n\r\nsecond\rthird\u2028fourth\x85", published="2019")
    assert only(path).text == f"{hidden}\n\nsecond\nthird\u2028fourth\x85"


@given(
    st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1).filter(lambda text: text.strip() and "\ufffd" not in text)
)
def test_any_text_is_stored_as_it_was_written(text: str) -> None:
    with_it = json.dumps({"text": text, "published": "2019"})
    (article,) = read(["-"], stdin=io.BytesIO(with_it.encode()))
    assert article.text.removeprefix("\ufeff") == text.removeprefix("\ufeff")
    assert article.sha256 == hashlib.sha256(article.text.encode()).hexdigest()


@settings(max_examples=settings().max_examples // 4)
@given(st.lists(st.tuples(st.binary(max_size=3000), st.sampled_from(NAMES)), min_size=1, max_size=20))
def test_no_bytes_raise(tmp_path_factory: pytest.TempPathFactory, inputs: list[tuple[bytes, str]]) -> None:
    folder = tmp_path_factory.mktemp("any")
    for number, (data, name) in enumerate(inputs):
        (folder / f"{number}{name}").write_bytes(data)
    assert list(read([folder]))
