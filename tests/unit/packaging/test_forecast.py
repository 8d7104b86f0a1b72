"""What is told of the upload files before they are made, against what is made."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.model.bundle import BundlePlan, PortalLimits, UploadForecast
from pipeline.packaging.files import write_package
from pipeline.packaging.forecast import forecast
from pipeline.reports.forecasts import is_over, said
from tests.unit.packaging.papers import placed, plan, scanned_paper, text_paper, usual_plan


def limited(bundle: BundlePlan, megabytes: float) -> BundlePlan:
    return bundle.model_copy(update={"limits": PortalLimits(max_file_mb=megabytes, min_dpi=150)})


def test_what_fits_is_told_with_its_pages_and_its_exact_size(tmp_path: Path) -> None:
    bundle = usual_plan(tmp_path)
    made = [each for each in write_package(bundle, tmp_path / "package") if not each.original]
    told = forecast(bundle, {})
    assert [(each.material, each.pages, each.size) for each in told] == [
        (each.material, each.pdf.pages, each.pdf.size) for each in made
    ]
    assert all((each.parts, each.over, said(each)) == (1, (), ("", "")) for each in told)


@pytest.mark.parametrize("dpi", [200, 300])
def test_how_far_pictures_can_be_reduced_is_reckoned_well(tmp_path: Path, dpi: int) -> None:
    papers = tuple(placed(scanned_paper(tmp_path / f"{seed}.pdf", dpi=dpi, seed=seed)) for seed in range(3))
    bundle = limited(plan([papers]), 0.001)
    (told,) = forecast(bundle, {})
    made = write_package(bundle, tmp_path / "package")
    assert told.least == pytest.approx(sum(each.pdf.size for each in made), rel=0.1)


def test_the_parts_foretold_are_those_that_are_made(tmp_path: Path) -> None:
    papers = tuple(placed(scanned_paper(tmp_path / f"{seed}.pdf", dpi=150, seed=seed)) for seed in range(5))
    least = forecast(limited(plan([papers]), 0.001), {})[0].least
    bundle = limited(plan([papers]), least * 0.45 / 1e6)
    (told,) = forecast(bundle, {})
    assert told.parts == len(write_package(bundle, tmp_path / "package")) == 3
    assert "预计分 3 个文件（01-1 至 01-3）" in said(told)[0]
    assert not is_over(told)


def test_a_paper_that_will_not_fit_is_named(tmp_path: Path) -> None:
    large, small = scanned_paper(tmp_path / "large.pdf", dpi=150), text_paper(tmp_path / "small.pdf")
    bundle = limited(plan([(placed(small), placed(large, title="机房租赁合同"))]), 0.05)
    (told,) = forecast(bundle, {})
    assert told.over == ("机房租赁合同",)
    assert is_over(told)
    assert "“机房租赁合同”单独一份仍超过上限" in said(told)[0]


def test_what_is_missing_or_still_to_be_written_is_told(tmp_path: Path) -> None:
    bundle = plan([(placed(text_paper(tmp_path / "paper.pdf")),), (), ()], final=False)
    told = forecast(bundle, {"01": ("公司概况",), "03": ("业务发展计划书",)})
    assert [said(each)[0] for each in told] == ["另有待撰写：公司概况", "尚缺", "另有待撰写：业务发展计划书"]
    assert [each.size > 0 for each in told] == [True, False, False]


def test_a_paper_that_cannot_be_bound_is_told_and_the_others_are_still_foretold(tmp_path: Path) -> None:
    good, short = text_paper(tmp_path / "good.pdf"), text_paper(tmp_path / "short.pdf")
    first, second = forecast(plan([(placed(short, 1, 3),), (placed(good),)]), {})
    assert is_over(first)
    assert "只有 1 页，没有第 2 页" in said(first)[0]
    assert second.size > 0


def test_papers_that_share_their_pictures_are_not_parted_more_than_needed(tmp_path: Path) -> None:
    scan = scanned_paper(tmp_path / "scan.pdf", pages=1, dpi=150)
    papers = tuple(placed(scan, title=f"第 {number} 份") for number in range(6))
    small = tuple(placed(text_paper(tmp_path / f"{number}.pdf", 40), 1, 40) for number in range(4))
    bundle = plan([(*papers, *small)])
    least = forecast(limited(bundle, 0.001), {})[0].least
    files = write_package(limited(bundle, least * 0.97 / 1e6), tmp_path / "package")
    assert len(files) == 2
    assert all(each.fits for each in files)


def test_the_words_are_the_same_in_both_languages() -> None:
    told = UploadForecast(
        material="09", title="协议", pages=9, size=9_000_000, least=6_000_000, most=5_000_000, parts=2, over=("甲",)
    )
    zh, en = said(told)
    assert zh == "超过 5 MB，预计压缩至 6.0 MB；预计分 2 个文件（09-1 至 09-2）；“甲”单独一份仍超过上限"
    assert (
        en
        == "over 5 MB, can be reduced to about 6.0 MB; about 2 files (09-1 to 09-2); 甲 alone is still over the limit"
    )
