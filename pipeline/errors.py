"""What stops the program, each class with its exit code; faults of a client's papers are findings, never errors."""

from __future__ import annotations


class DossierError(Exception):
    """An error that a person can act on: one sentence a line, in Chinese, and the exit code of the command."""

    exit_code = 70

    def __init__(self, *faults: str) -> None:
        super().__init__("\n".join(faults))
        self.faults = faults


class UsageError(DossierError):
    """The command was called wrongly: the caller must act."""

    exit_code = 2


class ProfileError(DossierError):
    """The profile under templates/ is at fault: its author must act."""

    exit_code = 3


class InputError(DossierError):
    """The client's folder is missing or its client.yaml is malformed: the caller must act."""

    exit_code = 4


class DependencyError(DossierError):
    """A converter, model or font is missing: the administrator must act."""

    exit_code = 5


class RenderError(DossierError):
    """One of our templates is at fault: undefined variable, or its conversion lost text."""

    exit_code = 6


class ProofError(DossierError):
    """A finished dossier failed its proof although no rule is broken: our bug."""

    exit_code = 70
