"""docs/exit-codes.md: what the program ends with, and who must act."""

from __future__ import annotations

import inspect

from pipeline import errors
from pipeline.cli.common import EXIT_BUG, EXIT_INTERRUPTED
from tools.docs.markdown import page, table

SOURCE = "pipeline/errors.py"
VERDICTS = (
    (0, "ready", "Nobody: the final package is built and proven (check: no paper rule blocks; verify: proven)."),
    (1, "not ready", "The client (blocked) or a case handler (to confirm): report and draft dossier are written."),
)
ENDS = (
    (EXIT_BUG, "bug", "A bug of ours: version and places in the code are printed, nothing of the client's."),
    (EXIT_INTERRUPTED, "interrupted", "Ctrl-C: nothing half-written is left, the earlier result stands."),
)


def exit_codes_page() -> str:
    """The page: verdicts, then each class of error with its own sentence."""
    told = (
        "`dossier` ends with these codes; `make` answers 0, or its own 2 with the program's verdict as the last line. "
        "`batch` ends with the highest code of its clients. An unreadable paper is a finding, never an exit code."
    )
    rows = [(str(code), name, why) for code, name, why in sorted((*VERDICTS, *_of_errors(), *ENDS))]
    return page("Exit codes", SOURCE, told, table(("code", "name", "who must act"), rows))


def _of_errors() -> list[tuple[int, str, str]]:
    """One row a class of error, by its name and docstring."""
    return [
        (each.exit_code, name.removesuffix("Error").lower(), (inspect.getdoc(each) or "").strip())
        for name, each in inspect.getmembers(errors, inspect.isclass)
        if issubclass(each, errors.DossierError) and each is not errors.DossierError
    ]
