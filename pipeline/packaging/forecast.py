"""What the upload files will be, before any is made: pages, size, into how many files, and what will not fit."""

from __future__ import annotations

from pipeline.model.bundle import BundlePlan, MaterialPlan, UploadForecast
from pipeline.packaging.files import bare, grouped, sharing
from pipeline.packaging.shrinking import least_reckoned, most_bytes
from pipeline.packaging.sources import UnplaceableError


def forecast(plan: BundlePlan, to_write: dict[str, tuple[str, ...]]) -> tuple[UploadForecast, ...]:
    """The forecast of every material; `to_write` are the titles of what is still to be written, by material."""
    return tuple(_of(plan, material, to_write.get(material.number, ())) for material in plan.materials)


def _of(plan: BundlePlan, material: MaterialPlan, to_write: tuple[str, ...]) -> UploadForecast:
    known = UploadForecast(
        material=material.number,
        title=material.title,
        pages=material.pages,
        size=0,
        least=0,
        most=most_bytes(plan.limits),
        to_write=to_write,
    )
    if not material.documents:
        return known
    try:
        return _measured(plan, material, known)
    except UnplaceableError as error:
        return known.model_copy(update={"trouble": str(error)})


def _measured(plan: BundlePlan, material: MaterialPlan, known: UploadForecast) -> UploadForecast:
    most, papers = known.most, tuple(range(len(material.documents)))
    whole = bare(plan, material, papers)
    least = len(whole) if len(whole) <= most else least_reckoned(whole, plan.limits)
    told = known.model_copy(update={"size": len(whole), "least": least})
    if least <= most:
        return told
    sizes = [least_reckoned(bare(plan, material, (index,)), plan.limits) for index in papers]
    over = tuple(paper.title for paper, size in zip(material.documents, sizes, strict=True) if size > most)
    return told.model_copy(update={"parts": len(list(grouped(sharing(sizes, least), most))), "over": over})
