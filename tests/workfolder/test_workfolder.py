"""A work folder keeps articles by their content and a person's words for ever, and says what is not as it was."""

import datetime as dt
import json
from pathlib import Path

import pytest

from whoheld import verify, workfolder
from whoheld.errors import DataError, UsageError
from whoheld.ingest import Read, read, read_documents, unique
from whoheld.model import Article, Judgement
from whoheld.workfolder import Added, WorkFolder

DAY = dt.datetime(2020, 1, 1, tzinfo=dt.UTC)
ARABIC = "سيطرت قوات سوريا الديمقراطية على مدينة هجين شرق دير الزور، وفق مصادر محلية."


def judgement(claim: str, action: str = "reject", who: str = "a") -> Judgement:
    return Judgement.model_validate({"claim": claim, "action": action, "who": who, "when": DAY})


def documents(*paths: Path) -> list[Read]:
    return [item for item in read_documents(paths) if isinstance(item, Read)]


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
    with pytest.raises(UsageError, match="not empty"):
        workfolder.create(work.path, "syria")
    with pytest.raises(UsageError, match="syria"):
        workfolder.create(tmp_path / "new", "atlantis")
    with pytest.raises(UsageError, match="no work folder"):
        workfolder.opened(tmp_path)


@pytest.mark.parametrize("text", ["theatre = 1", "theatre = 'syria'\nother = 1", "theatre", "", "\xff"])
def test_settings_that_cannot_be_used_name_the_file(text: str, work: WorkFolder) -> None:
    (work.path / "whoheld.toml").write_bytes(text.encode("latin-1"))
    with pytest.raises(DataError, match=r"whoheld\.toml"):
        _ = workfolder.opened(work.path).settings


def test_articles_come_back_as_they_were_read(work: WorkFolder, articles: Path) -> None:
    assert work.add(documents(articles)) == Added(new=3, known=0, versions=0)
    expected = {item.id: item for item in read([articles]) if isinstance(item, Article)}
    assert {article.id: article for article in WorkFolder(work.path).articles()} == expected
    stored = {Path(item.source).name: item for item in work.stored()}
    assert (stored["arabic.txt"].encoding, stored["susah.txt"].rung, stored["plain.txt"].rung) == ("cp1256", "url", "given")
    assert work.raw(stored["arabic.txt"]) == (articles / "arabic.txt").read_bytes()


def test_the_same_again_adds_nothing(work: WorkFolder, articles: Path) -> None:
    work.add(documents(articles))
    before = {path: path.read_bytes() for path in work.path.rglob("*") if path.is_file()}
    assert WorkFolder(work.path).add(documents(articles)) == Added(new=0, known=3, versions=0)
    assert {path: path.read_bytes() for path in work.path.rglob("*") if path.is_file()} == before


def test_what_was_read_before_is_not_read_again_and_gives_the_same(work: WorkFolder, articles: Path, tmp_path: Path) -> None:
    work.add(documents(articles))
    again = WorkFolder(work.path)
    assert all(again.known(document.raw) for document in documents(articles))
    renamed = articles.rename(tmp_path / "renamed")
    assert list(unique(read_documents([renamed], known=again.known))) == list(read([renamed]))
    (renamed / "plain.json").write_text('{"published": "2019-01-22"}', "utf-8")
    assert [again.known(document.raw) is None for document in documents(renamed)] == [False, True, False]


def test_taking_in_gives_what_reading_gives(work: WorkFolder, articles: Path) -> None:
    assert work.take_in([articles]) == tuple(read([articles]))
    (articles / "new.txt").write_text("One more: the army took Baghuz.", "utf-8")
    (articles / "empty.txt").write_bytes(b"")
    assert WorkFolder(work.path).take_in([articles]) == tuple(read([articles]))
    assert len(work.articles()) == 4


def test_of_a_text_that_came_in_twice_the_copy_known_first_is_given(work: WorkFolder, articles: Path) -> None:
    work.take_in([articles])
    (articles / "plain.json").write_text('{"published": "2019-01-20"}', "utf-8")
    WorkFolder(work.path).take_in([articles])
    assert [article.published for article in work.articles() if article.text.startswith("The army took Hajin")] == ["2019-01-20"]
    assert len(list(work.stored())) == 4


def test_row_19_a_changed_article_is_a_new_version_beside_the_old(work: WorkFolder, articles: Path) -> None:
    work.add(documents(articles))
    (articles / "susah.txt").write_text("The army did not take the town of Susah on Monday.", "utf-8")
    added = WorkFolder(work.path).add(documents(articles), fetched=dt.date(2019, 2, 1))
    assert added == Added(new=1, known=2, versions=1)
    texts = [article.text for article in work.articles() if article.url]
    assert [text.startswith(("The army took", "The army did not")) for text in texts] == [True, True]
    assert [stored.fetched for stored in work.stored()][-1] == dt.date(2019, 2, 1)


def test_row_16_every_word_is_kept_and_the_second_is_told(work: WorkFolder) -> None:
    assert work.judge(judgement("c1")) is None
    assert work.judge(judgement("c2")) is None
    assert work.judge(judgement("c1", "accept", "b")) == judgement("c1")
    assert [(word.claim, word.action) for word in work.judgements()] == [("c1", "reject"), ("c2", "reject"), ("c1", "accept")]


def test_a_sound_folder_verifies(work: WorkFolder, articles: Path) -> None:
    work.add(documents(articles))
    work.judge(judgement("c1"))
    assert verify.verify(work.path) == ()


def test_row_17_whatever_byte_changes_is_found_and_never_served(work: WorkFolder, articles: Path) -> None:
    work.add(documents(articles))
    work.judge(judgement("c1"))
    own = {"whoheld.toml", ".gitattributes"}
    for path in sorted(path for path in work.path.rglob("*") if path.is_file() and path.name not in own):
        whole = path.read_bytes()
        for place in {0, len(whole) // 2, len(whole) - 1}:
            path.write_bytes(whole[:place] + bytes([whole[place] ^ 4]) + whole[place + 1 :])
            assert path in {failure.path for failure in verify.verify(work.path)}
        path.write_bytes(whole)
    assert verify.verify(work.path) == ()


def test_a_damaged_text_is_not_served(work: WorkFolder, articles: Path) -> None:
    work.add(documents(articles))
    for path in (work.path / "articles").rglob("*.txt"):
        path.write_bytes(path.read_bytes() + b" ")
    with pytest.raises(DataError, match="not what was stored"):
        list(WorkFolder(work.path).articles())


def test_a_missing_blob_is_named_with_its_row(work: WorkFolder, articles: Path) -> None:
    work.add(documents(articles))
    first = next(work.stored())
    work.blob(first.raw, "raw").unlink()
    assert "row 1 of articles.jsonl" in " ".join(map(str, verify.verify(work.path)))


def test_a_folder_of_neither_kind_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="neither"):
        verify.verify(tmp_path)


def test_what_a_killed_writer_left_is_swept(work: WorkFolder, articles: Path) -> None:
    work.add(documents(articles))
    (next((work.path / "articles").iterdir()) / ".half.txt.partial").write_text("half", "utf-8")
    work.add([])
    assert not list(work.path.rglob("*.partial"))


def test_journals_are_json_a_person_can_read(work: WorkFolder, articles: Path) -> None:
    work.add(documents(articles))
    lines = (work.path / "articles.jsonl").read_text("utf-8").splitlines()
    assert {json.loads(line)["title"] for line in lines} == {None, "t"}
