import pytest

from tests.cast import Cast


@pytest.fixture
def cast() -> Cast:
    return Cast()
