"""An extractor that knows a small war."""

import pytest
from small_war import ACTORS, Claims, Toponyms, article

from whoheld.actors import Registry
from whoheld.extract import Extractor


@pytest.fixture(scope="session")
def extractor() -> Extractor:
    return Extractor(Registry(ACTORS), Toponyms())


@pytest.fixture(scope="session")
def claims(extractor: Extractor) -> Claims:
    return lambda text, published="2024-12-10": extractor.extract(article(text, published)).claims
