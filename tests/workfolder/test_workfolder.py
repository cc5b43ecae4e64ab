"""A work folder keeps articles by their content and a person's words for ever, and says what is not as it was."""

import datetime as dt
import json
from collections.abc import Iterable
from pathlib import Path

import pytest

from whoheld import journal, verify, workfolder
from whoheld.errors import DataError, UsageError
from whoheld.ingest import read
from whoheld.intake import Added, take_in
from whoheld.model import Article, Issue, Judgement
from whoheld.reading import recall
from whoheld.workfolder import WorkFolder

DAY = dt.datetime(2020, 1, 1, tzinfo=dt.UTC)
ARABIC = "سيطرت قوات سوريا الديمقراطية على مدينة هجين شرق دير الزور، وفق مصادر محلية."


def judgement(claim: str, action: str = "reject", who: str = "a") -> Judgement:
    return Judgement.model_validate({"claim": claim, "action": action, "who": who, "when": DAY})


def articles_of(work: WorkFolder) -> list[Article]:
    return list(recall(work).articles.each())


def found_in(work: WorkFolder) -> list[str]:
    """What a folder gives, as ``read`` gives it of files."""
    reading = recall(work)
    return told([*reading.articles.each(), *reading.issues])


def owned(work: WorkFolder) -> list[Path]:
    """The files that are a person's, not made again when they are gone."""
    return sorted(path for path in work.path.rglob("*") if path.is_file() and path.parent != work.path / "cache")


def told(items: Iterable[Article | Issue]) -> list[str]:
    return sorted(item.model_dump_json() for item in items)


@pytest.fixture
def work(tmp_path: Path) -> WorkFolder:
    return workfolder.create(tmp_path / "work", "syria", title='The "valley"')


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "plain.txt").write_text("The army took Hajin.\n", "utf-8")
    (folder / "plain.json").write_text('{"published": "2019-01-21", "title": "t"}', "utf-8")
    (folder / "arabic.txt").write_bytes(
        "سيطرت قوات سوريا الديمقراطية على مدينة هجين شرق دير الزور، وفق مصادر محلية.".encode("cp1256")
    )
    (folder / "susah.txt").write_text("The army took the town of Susah on Monday.", "utf-8")
    (folder / "susah.json").write_text('{"url": "https://x.example/2019/01/21/a"}', "utf-8")
    return folder


def test_a_new_folder_says_what_it_is_about(work: WorkFolder) -> None:
    settings = workfolder.opened(work.path).settings
    assert (settings.theatre, settings.title, settings.policy) == ("syria", 'The "valley"', {})


@pytest.mark.parametrize("title", ['"', "\\", "a\nb", "\x00", "عنوان", "{{7*7}}", "]]"])
def test_any_title_is_kept(title: str, tmp_path: Path) -> None:
    assert workfolder.create(tmp_path / "work", "syria", title=title).settings.title == title


def test_only_a_new_folder_and_a_known_theatre_are_taken(work: WorkFolder, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="already"):
        workfolder.create(work.path, "syria")
    (tmp_path / "foreign").mkdir()
    (tmp_path / "foreign" / "thesis.txt").write_text("years of work", "utf-8")
    with pytest.raises(UsageError, match="not empty"):
        workfolder.create(tmp_path / "foreign", "syria")
    with pytest.raises(UsageError, match="syria"):
        workfolder.create(tmp_path / "new", "atlantis")
    with pytest.raises(UsageError, match="no work folder"):
        workfolder.opened(tmp_path)


@pytest.mark.parametrize(
    "text", ["theatre = 1", "theatre = 'syria'\nother = 1", "theatre", "", "\xff", "theatre = 'syria'\n[policy]\nstale = 1"]
)
def test_settings_that_cannot_be_used_name_the_file(text: str, work: WorkFolder) -> None:
    (work.path / "whoheld.toml").write_bytes(text.encode("latin-1"))
    with pytest.raises(DataError, match=r"whoheld\.toml"):
        _ = workfolder.opened(work.path).settings


def test_articles_come_back_as_they_were_read(work: WorkFolder, articles: Path) -> None:
    added, missing = take_in(work, [articles])
    assert (added, missing) == (Added(new=3, known=0, versions=0), ())
    assert found_in(work) == told(read([articles]))
    stored = {Path(item.source).name: item for item in work.stored()}
    assert (stored["arabic.txt"].encoding, stored["susah.txt"].rung, stored["plain.txt"].rung) == ("cp1256", "url", "given")
    assert work.raw(stored["arabic.txt"]) == (articles / "arabic.txt").read_bytes()


def test_the_same_again_adds_nothing(work: WorkFolder, articles: Path) -> None:
    take_in(work, [articles])
    before = {path: path.read_bytes() for path in owned(work)}
    assert take_in(WorkFolder(work.path), [articles])[0] == Added(new=0, known=3, versions=0)
    assert {path: path.read_bytes() for path in owned(work)} == before


def test_only_what_is_new_or_changed_is_read(work: WorkFolder, articles: Path) -> None:
    take_in(work, [articles])
    (articles / "new.txt").write_text("One more: the army took Baghuz.", "utf-8")
    (articles / "plain.json").write_text('{"published": "2019-01-22"}', "utf-8")
    seen: list[tuple[int, int]] = []
    take_in(work, [articles], progress=lambda *done: seen.append(done))
    assert [done for done in seen if done[0] > 2] == seen, "two of the four were there"
    assert seen[-1] == (4, 4)
    assert found_in(work) == told(read([articles]))


def test_what_could_not_be_read_is_told_until_it_is_mended(work: WorkFolder, articles: Path) -> None:
    (articles / "empty.txt").write_bytes(b"")
    (articles / "lines.jsonl").write_text('{"text": "The army took Baghuz.", "published": 7}\nno line\n', "utf-8")
    (articles / "arabic.json").write_text("no metadata", "utf-8")
    assert take_in(work, [articles, articles / "nowhere"])[1][0].kind == "missing"
    assert found_in(work) == told(read([articles]))
    assert {item.kind for item in read([articles]) if isinstance(item, Issue)} >= {"empty", "bad_record", "metadata"}
    (articles / "empty.txt").write_text("The army left Baghuz.", "utf-8")
    (articles / "arabic.json").unlink()
    take_in(WorkFolder(work.path), [articles])
    assert found_in(work) == told(read([articles]))


def test_what_was_given_with_a_text_can_be_put_right(work: WorkFolder, articles: Path) -> None:
    for day in ("2019-01-20", "2019-01-25"):
        (articles / "plain.json").write_text(json.dumps({"published": day}), "utf-8")
        take_in(work, [articles])
        assert [article.published for article in articles_of(work) if article.text.startswith("The army took Hajin")] == [day]
    assert len(list(work.stored())) == 4


def test_of_a_text_from_two_sources_the_copy_known_first_is_given(work: WorkFolder, articles: Path) -> None:
    take_in(work, [articles])
    (articles / "copy.txt").write_bytes((articles / "plain.txt").read_bytes())
    (articles / "copy.json").write_text('{"published": "2019-01-20"}', "utf-8")
    take_in(work, [articles / "copy.txt"])
    assert [article.published for article in articles_of(work) if article.text.startswith("The army took Hajin")] == [
        "2019-01-20"
    ]
    assert found_in(work) == told(read([articles]))


def test_row_19_a_changed_article_is_a_new_version_beside_the_old(work: WorkFolder, articles: Path) -> None:
    take_in(work, [articles])
    (articles / "susah.txt").write_text("The army did not take the town of Susah on Monday.", "utf-8")
    (articles / "susah.json").write_text('{"url": "https://x.example/2019/01/21/a", "fetched": "2019-02-01"}', "utf-8")
    assert take_in(WorkFolder(work.path), [articles])[0] == Added(new=1, known=3, versions=1)
    versions = {article.text[:14]: article.known_from for article in articles_of(work) if article.url}
    assert versions == {"The army took ": None, "The army did n": dt.date(2019, 2, 1)}


def test_row_16_every_word_is_kept_and_the_second_is_told(work: WorkFolder) -> None:
    assert work.judge(judgement("c1")) is None
    assert work.judge(judgement("c2")) is None
    assert work.judge(judgement("c1", "accept", "b")) == judgement("c1")
    assert [(word.claim, word.action) for word in work.judgements()] == [("c1", "reject"), ("c2", "reject"), ("c1", "accept")]


def test_a_sound_folder_verifies(work: WorkFolder, articles: Path) -> None:
    take_in(work, [articles])
    work.judge(judgement("c1"))
    assert verify.verify(work.path) == ()


def test_row_17_whatever_byte_changes_is_found_and_never_served(work: WorkFolder, articles: Path) -> None:
    take_in(work, [articles])
    work.judge(judgement("c1"))
    own = {"whoheld.toml", ".gitattributes"}
    for path in [path for path in owned(work) if path.name not in own]:
        whole = path.read_bytes()
        for place in {0, len(whole) // 2, len(whole) - 1}:
            path.write_bytes(whole[:place] + bytes([whole[place] ^ 4]) + whole[place + 1 :])
            assert path in {failure.path for failure in verify.verify(work.path)}
        path.write_bytes(whole)
    assert verify.verify(work.path) == ()


@pytest.mark.parametrize("name", ["articles.jsonl", "inputs.jsonl", "judgements.jsonl", "byhand.jsonl"])
def test_a_line_of_another_version_is_named(name: str, work: WorkFolder) -> None:
    journal.append(work.path / name, [{"of": "another version"}])
    (failure,) = verify.verify(work.path)
    assert (failure.path.name, failure.row) == (name, 1)


def test_a_line_that_was_found_whole_and_is_damaged_since_is_not_served(work: WorkFolder, articles: Path) -> None:
    take_in(work, [articles])
    for path in (work.path / "articles.jsonl", work.path / "inputs.jsonl"):
        assert found_in(work), "which notes that the lines are whole"
        whole = path.read_bytes()
        path.write_bytes(whole.replace(b"plain", b"plane", 1))
        with pytest.raises(DataError, match="not as it was written"):
            found_in(work)
        path.write_bytes(whole)


def test_a_damaged_text_is_not_served(work: WorkFolder, articles: Path) -> None:
    take_in(work, [articles])
    for path in (work.path / "articles").rglob("*.txt"):
        path.write_bytes(path.read_bytes() + b" ")
    with pytest.raises(DataError, match="not what was stored"):
        articles_of(work)


def test_a_missing_blob_is_named_with_its_row(work: WorkFolder, articles: Path) -> None:
    take_in(work, [articles])
    first = next(work.stored())
    work.blob(first.raw, "raw").unlink()
    assert "row 1 of articles.jsonl" in " ".join(map(str, verify.verify(work.path)))


def test_a_folder_of_neither_kind_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="neither"):
        verify.verify(tmp_path)


def test_what_a_killed_writer_left_is_swept(work: WorkFolder, articles: Path) -> None:
    take_in(work, [articles])
    (next((work.path / "articles").iterdir()) / ".half.txt.partial").write_text("half", "utf-8")
    take_in(work, [])
    assert not list(work.path.rglob("*.partial"))


def test_journals_are_json_a_person_can_read(work: WorkFolder, articles: Path) -> None:
    take_in(work, [articles])
    lines = (work.path / "articles.jsonl").read_text("utf-8").splitlines()
    assert {json.loads(line)["title"] for line in lines} == {None, "t"}
