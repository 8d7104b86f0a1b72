"""What every child needs, imported once by the server that forks them; one thread each, or they fight for the cores."""

from __future__ import annotations

import os

os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import cv2
import numpy as np  # noqa: F401
import pikepdf  # noqa: F401
import pypdfium2  # noqa: F401

cv2.setNumThreads(1)
