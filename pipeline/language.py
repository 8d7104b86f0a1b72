"""Chinese where the locale is Chinese, English otherwise; the option `--lang` decides before the locale."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from typing import Literal

Language = Literal["zh", "en"]

LOCALE_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE")


def choose(arguments: Sequence[str], environment: Mapping[str, str] = os.environ) -> Language:
    """The language of a command line: `--lang zh`, `--lang=zh`, else the first locale variable that is set."""
    for index, argument in enumerate(arguments):
        name, _, value = argument.partition("=")
        if name == "--lang":
            word = value or (arguments[index + 1] if index + 1 < len(arguments) else "")
            if word in ("zh", "en"):  # any other is told as a fault, in the locale's language
                return "zh" if word == "zh" else "en"
    locale = next((environment[name] for name in LOCALE_VARIABLES if environment.get(name)), "")
    return "zh" if locale.lower().startswith("zh") else "en"


class Speaker:
    """Says a sentence in the chosen language."""

    def __init__(self, language: Language) -> None:
        self.language = language

    def __call__(self, zh: str, en: str) -> str:
        """The sentence in the chosen language."""
        return zh if self.language == "zh" else en
