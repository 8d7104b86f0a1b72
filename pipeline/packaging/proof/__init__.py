"""The proof: an independent reading of a finished dossier, with other libraries and no code of the writer's."""

from pipeline.packaging.proof.report import prove

__all__ = ["prove"]
