"""What the tests of publishing share."""

import pytest
from made_up import ACTORS, HISTORY, PLACES

from whoheld import timeline


@pytest.fixture
def history() -> timeline.Timeline:
    """The timeline of the made-up history."""
    return timeline.build(HISTORY, places=PLACES, actors=ACTORS)
