"""Claims of one text in the theatres that are shipped, each text read in its own war."""

import hashlib
import re

from whoheld import pipeline
from whoheld.model import Article, Claim
from whoheld.scope import Scope

AUTO = Scope.named("auto")


def read(text: str, published: str | None) -> Article:
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    language = "ar" if re.search("[\u0600-\u06ff]", text) else "en"
    return Article(id=sha256[:16], text=text, published=published, language=language, sha256=sha256, source="test")


def claims(text: str, published: str | None) -> tuple[Claim, ...]:
    return pipeline.extract([read(text, published)], AUTO).claims
