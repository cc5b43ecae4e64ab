"""Articles by their headings: a text is read when somebody looks at it."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

from whoheld.model import Article, Heading


class Articles(Mapping[str, Article]):
    """Articles by their ids, sorted by id.

    Args:
        headings: in any order; of each id there is one.
        text: gives the text of an article.
    """

    def __init__(self, headings: Iterable[Heading], text: Callable[[Heading], str]) -> None:
        self.headings: Mapping[str, Heading] = {each.id: each for each in sorted(headings, key=lambda each: each.id)}
        self._text = text

    @classmethod
    def of(cls, articles: Iterable[Article]) -> "Articles":
        """Articles that are there with their texts."""
        found = {article.id: article for article in articles}
        return cls(found.values(), lambda heading: found[heading.id].text)

    def __getitem__(self, article: str) -> Article:
        heading = self.headings[article]
        if isinstance(heading, Article):
            return heading
        return Article.model_validate({**dict(heading), "text": self._text(heading)})

    def __iter__(self) -> Iterator[str]:
        return iter(self.headings)

    def __len__(self) -> int:
        return len(self.headings)

    def beside(self, others: Iterable[Article]) -> "Articles":
        """These, and others of which this does not know."""
        return Articles([*({each.id: each for each in others} | dict(self.headings)).values()], self._text)

    def only(self, articles: Collection[str]) -> "Articles":
        """Those with some ids."""
        return Articles((heading for name, heading in self.headings.items() if name in articles), self._text)

    def each(self) -> Iterator[Article]:
        """All of them, one after the other."""
        return (self[name] for name in self)
