"""What is said of an upload file before it is made, in Chinese and English."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.model.bundle import MEGABYTE, UploadForecast


def said(each: UploadForecast) -> tuple[str, str]:
    """What will be done to a material's upload, and what will not fit; empty where nothing has to be done."""
    told = tuple(_told(each))
    return "；".join(zh for zh, _ in told), "; ".join(en for _, en in told)


def is_over(each: UploadForecast) -> bool:
    """Whether a person must act: a paper that will not fit, or one that cannot be bound."""
    return bool(each.over or each.trouble)


def _told(each: UploadForecast) -> Iterator[tuple[str, str]]:
    if each.trouble:
        yield each.trouble, each.trouble
    if each.to_write:
        listed = "、".join(each.to_write)
        yield f"另有待撰写：{listed}", f"still to be written: {listed}"
    if not each.pages and not each.to_write:
        yield "尚缺", "missing"
    if each.size > each.most:
        least, most = f"{each.least / MEGABYTE:.1f}", f"{each.most / MEGABYTE:g}"
        yield f"超过 {most} MB，预计压缩至 {least} MB", f"over {most} MB, can be reduced to about {least} MB"
    if each.parts > 1:
        first, last = f"{each.material}-1", f"{each.material}-{each.parts}"
        yield f"预计分 {each.parts} 个文件（{first} 至 {last}）", f"about {each.parts} files ({first} to {last})"
    for title in each.over:
        yield f"“{title}”单独一份仍超过上限", f"{title} alone is still over the limit"
