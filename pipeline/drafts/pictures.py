"""The figures of the drafts, drawn from facts and answers when a template asks for them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import cache, partial
from typing import Any

from pipeline.drafts.answers import EMPTY, Printed, number
from pipeline.drafts.figures.charts import Stage, gantt, handling
from pipeline.drafts.figures.network import Uplink, room_layout, security_zones, topology
from pipeline.drafts.figures.sheet import Faces
from pipeline.drafts.figures.trees import Node, Post, equity_tree, organisation
from pipeline.drafts.marks import MARK
from pipeline.drafts.variables import printable
from pipeline.model.draft import DraftContext
from pipeline.model.equity import Holder

POSTS = "公司负责人（法定代表人）信息安全负责人网络技术网络运维7×24小时客户服务市场财务行政%"
TWO_PLACES = Decimal("0.01")


def pictures(context: DraftContext, variables: Mapping[str, Any], faces: Faces) -> dict[str, Callable[[], bytes]]:
    """A drawing for each name under `figures`; each is drawn once and only when asked for."""
    uplinks = tuple(
        Uplink(each["operator"], each["bandwidth"], "" if each["exchange"] == EMPTY else each["exchange"])
        for each in variables["access"]["agreements"]
        if not MARK.fullmatch(each["operator"])
    )
    answers: dict[str, Printed] = variables["answers"]
    company, rooms = variables["company"]["name"], variables["rooms"]
    drawings = {
        "topology": partial(
            topology, faces, company, uplinks, variables["rooms_text"], _modes(answers["access_modes"])
        ),
        "security": partial(security_zones, faces, uplinks),
        "equity": partial(equity_tree, faces, _tree(context, variables)),
        "organisation": partial(organisation, faces, *_posts(variables)),
        "gantt": partial(gantt, faces, _stages(answers["milestones"]), context.day("expected_decision")),
        "room": partial(room_layout, faces, variables["rooms_text"], _area(rooms)),
        "handling": partial(handling, faces),
    }
    return {name: cache(draw) for name, draw in drawings.items()}


def _modes(answer: Printed) -> tuple[str, ...]:
    return (
        tuple(each for each in answer.split("、") if each)
        if isinstance(answer, str) and not MARK.search(answer)
        else ()
    )


def _area(rooms: list[dict[str, str]]) -> str:
    return rooms[0]["area"] if len(rooms) == 1 and rooms[0]["area"] != EMPTY else ""


def _stages(answer: Printed) -> tuple[Stage, ...]:
    if isinstance(answer, str):
        return ()
    stages = []
    for row in answer:
        first, last = (number(cell) for cell in row.cells[1:3])
        if first is not None and last is not None:
            stages.append(Stage(row.cells[0], max(1, int(first)), max(1, int(first), int(last))))
    return tuple(stages)


def _tree(context: DraftContext, variables: Mapping[str, Any]) -> Node:
    company = variables["company"]["name"]
    if context.equity is not None:
        return Node(company, "", "", tuple(_node(holder) for holder in context.equity.holders))
    holders = [each for each in variables["shareholders"] if not MARK.fullmatch(each["name"])]
    return Node(company, "", "", tuple(Node(each["name"], each["kind"], _share(each["share"])) for each in holders))


def _node(holder: Holder) -> Node:
    share = "" if holder.share is None else _share(str(holder.share))
    return Node(printable(holder.name), holder.kind, share, tuple(_node(each) for each in holder.holders))


def _share(text: str) -> str:
    value = number(text)
    if value is None:
        return ""
    shown = format(value.quantize(TWO_PLACES), "f")
    return re.sub(r"\.?0+$", "", shown) if "." in shown else shown


def _posts(variables: Mapping[str, Any]) -> tuple[Post, Post, tuple[Post, ...]]:
    def named(role: str) -> str:
        return next((each["name"] for each in variables["people"] if role in each["roles"].split("、")), "")

    head = Post("公司负责人（法定代表人）", variables["legal_representative"]["name"])
    lead = Post("信息安全负责人", named("信息安全负责人"))
    posts = (
        Post("网络技术", named("技术负责人")),
        Post("网络运维", "7×24小时"),
        Post("客户服务", named("客服负责人")),
        Post("市场"),
        Post("财务行政"),
    )
    return head, lead, posts
