from __future__ import annotations

import pytest

from pipeline.profile.known import Known
from pipeline.profile.loader import load
from pipeline.profile.profile import Profile
from pipeline.rules.registry import known_rules
from tests.rules.plain import templates


@pytest.fixture(scope="session")
def profile() -> Profile:
    return load(templates(), Known(rules=known_rules()))
