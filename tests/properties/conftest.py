"""How properties are tried: without a time limit for one example, which a busy machine would break."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("dossier", deadline=None)
settings.load_profile("dossier")
