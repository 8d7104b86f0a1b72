"""Write the six golden plans anew; look at every difference before keeping it."""

from pipeline.plan.text import text_of
from tests.plans import FOLDER, NAMES, golden_plan

if __name__ == "__main__":
    for name in NAMES:
        (FOLDER / f"{name}.txt").write_text(text_of(golden_plan(name)), encoding="utf-8")
