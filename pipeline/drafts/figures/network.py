"""Network topology, security zones and the layout of the machine room."""

from __future__ import annotations

import itertools
from typing import NamedTuple

from pipeline.drafts.figures.sheet import AMBER, BLUE, GREEN, GREY, PALE, PAPER, ROSE, Box, Faces, Sheet

WIDTH = 15.6  # centimetres: the text width of the templates
ACCESS_SHOWN = 4  # access modes drawn; the text names all
UPLINKS_SHOWN = 3
WORDS = (
    "上联基础电信企业带宽电路，局向：互联网骨干网业务节点机房（拟建）：出口路由器边界防火墙接入服务器汇聚交换机用户接入层"
    "管理与安全区认证计费系统日志留存服务器信息安全管理系统网络管理与堡垒机管理流量注：虚线内为本公司拟建设并管理的部分。"
    "拟建网络安全域入侵防御流量监测核心与出口区路由控制源地址验证用户接入区二层隔离端口与地址绑定审计访问控制默认拒绝"
    "管理与安全区不对公网开放；运维访问须双因素认证并经堡垒机审计。接入交换机、汇聚设备配电与不间断电源空调消防设施入口维护通道㎡"
)


class Uplink(NamedTuple):
    """An access agreement as drawn."""

    operator: str
    bandwidth: str
    exchange: str


def topology(faces: Faces, company: str, uplinks: tuple[Uplink, ...], room: str, modes: tuple[str, ...]) -> bytes:
    """The planned network from the operators' backbone down to the users."""
    uplinks = uplinks[:UPLINKS_SHOWN] or (Uplink("上联基础电信企业", "", ""),)
    modes = modes[:ACCESS_SHOWN] or ("用户接入",)
    devices = ("出口路由器", "边界防火墙", "接入服务器（BRAS）", "汇聚交换机")
    servers = ("认证计费系统（AAA）", "日志留存服务器", "信息安全管理系统", "网络管理与堡垒机")
    room_title = f"{company} 业务节点机房（拟建）：{room}"
    sheet = Sheet(WIDTH, 13.6, faces)
    sheet.frame(Box(0.2, 3.55, 15.2, 7.15), "")
    sheet.words(Box(7.0, 9.75, 8.2, 0.85), room_title, size=8, colour=GREY)
    exit_router = Box(3.0, 4.25, 3.6, 0.95)
    step = WIDTH / len(uplinks)
    for index, (uplink, label) in enumerate(zip(uplinks, map(_uplink_label, uplinks), strict=True)):
        cloud = Box(step * index + (step - 5.0) / 2, 0.1, 5.0, 1.6)
        sheet.cloud(cloud, f"{uplink.operator}\n互联网骨干网")
        x = 4.8 + (index - (len(uplinks) - 1) / 2) * 0.9
        elbow = 2.55 + 0.3 * (index % 2)
        sheet.line([cloud.bottom, (cloud.bottom[0], elbow), (x, elbow), (x, exit_router.y)], weight=1.6)
        sheet.label((cloud.bottom[0], 2.05), label, size=8.5)
    boxes = [exit_router._replace(y=4.25 + 1.6 * index) for index in range(len(devices))]
    for box, device, fill in zip(boxes, devices, (BLUE, ROSE, BLUE, BLUE), strict=True):
        sheet.box(box, device, fill=fill, size=9.5)
    for upper, lower in itertools.pairwise(boxes):
        sheet.arrow([upper.bottom, lower.top], both=True)
    _servers(sheet, servers, boxes[2])
    _users(sheet, modes, boxes[3])
    sheet.text((0.3, 13.15), "注：虚线内为本公司拟建设并管理的部分。", size=8, colour=GREY)
    return sheet.png()


def _uplink_label(uplink: Uplink) -> str:
    exchange = f"，局向：{uplink.exchange}" if uplink.exchange else ""
    return f"上联带宽 {uplink.bandwidth} Mbps{exchange}" if uplink.bandwidth else "上联电路"


def _servers(sheet: Sheet, servers: tuple[str, ...], source: Box) -> None:
    sheet.frame(Box(9.0, 3.85, 6.1, 5.8), "管理与安全区", fill=PAPER)
    for index, server in enumerate(servers):
        box = Box(9.8, 4.55 + 1.25 * index, 4.9, 0.9)
        sheet.box(box, server, fill=GREEN, size=9)
        sheet.line([(9.4, box.left[1]), box.left], colour=GREY)
    sheet.line([(9.4, 5.0), (9.4, 8.75)], colour=GREY)
    sheet.arrow([source.right, (9.4, source.right[1])], colour=GREY, both=True)
    sheet.label((7.95, source.right[1]), "管理流量", size=7.5)


def _users(sheet: Sheet, modes: tuple[str, ...], source: Box) -> None:
    step = WIDTH / len(modes)
    for index, mode in enumerate(modes):
        box = Box(step * index + (step - 3.3) / 2, 11.7, 3.3, 1.1)
        sheet.line([source.bottom, (source.bottom[0], 11.15), (box.top[0], 11.15), box.top])
        sheet.box(box, f"用户接入层\n{mode}", fill=AMBER, size=8.5)


def security_zones(faces: Faces, uplinks: tuple[Uplink, ...]) -> bytes:
    """Security domains and what stands between them."""
    uplinks = uplinks[:UPLINKS_SHOWN] or (Uplink("上联基础电信企业", "", ""),)
    names = [f"{each.operator} {each.bandwidth} Mbps".replace("  Mbps", "") for each in uplinks]
    sheet = Sheet(WIDTH, 10.2, faces)
    sheet.frame(Box(4.8, 0.3, 10.6, 9.5), "拟建网络安全域")
    for index, name in enumerate(names):
        cloud = Box(0.2, 0.7 + index * 2.6, 3.6, 1.8)
        sheet.cloud(cloud, name)
        sheet.arrow([cloud.right, (4.6, cloud.right[1]), (4.6, 4.9), (5.0, 4.9)], both=True)
    for box, words, fill in (
        (Box(5.0, 3.9, 1.9, 2.0), "防火墙\n入侵防御\n流量监测", ROSE),
        (Box(7.7, 1.1, 3.4, 2.6), "核心与出口区\n路由控制\n源地址验证", BLUE),
        (Box(7.7, 6.2, 3.4, 2.6), "用户接入区\n二层隔离\n端口与地址绑定", AMBER),
        (Box(12.2, 2.6, 2.9, 4.6), "管理与安全区\n认证计费\n日志留存\n信息安全管理\n堡垒机审计", GREEN),
    ):
        sheet.box(box, words, fill=fill, size=9)
    sheet.arrow([(6.9, 4.6), (7.3, 4.6), (7.3, 2.4), (7.7, 2.4)], both=True)
    sheet.arrow([(9.4, 3.7), (9.4, 6.2)], both=True)
    sheet.label((9.4, 4.95), "访问控制：默认拒绝", size=7.5)
    sheet.arrow([(11.1, 2.4), (11.65, 2.4), (11.65, 3.6), (12.2, 3.6)], both=True)
    sheet.arrow([(11.1, 7.5), (11.65, 7.5), (11.65, 6.3), (12.2, 6.3)], both=True)
    sheet.text((5.0, 9.25), "管理与安全区不对公网开放；运维访问须双因素认证并经堡垒机审计。", size=8, colour=GREY)
    return sheet.png()


def room_layout(faces: Faces, address: str, area: str) -> bytes:
    """Where the zones are planned to stand in the machine room."""
    title = f"{address}（{area}㎡）" if area else address
    sheet = Sheet(WIDTH, 8.2, faces)
    sheet.frame(Box(0.2, 0.2, 15.2, 7.8), title, fill=PALE)
    for box, text, fill in (
        (Box(1.0, 1.4, 3.8, 2.6), "用户接入区\n接入交换机、汇聚设备", AMBER),
        (Box(5.6, 1.4, 4.2, 2.6), "核心与出口区\n出口路由器、防火墙\n接入服务器", BLUE),
        (Box(10.6, 1.4, 4.0, 2.6), "管理与安全区\n认证、日志、管理服务器", GREEN),
        (Box(1.0, 6.0, 3.8, 1.3), "配电与不间断电源", ROSE),
        (Box(5.6, 6.0, 4.2, 1.3), "空调", PALE),
        (Box(10.6, 6.0, 2.6, 1.3), "消防设施", PALE),
        (Box(13.6, 6.0, 1.4, 1.3), "入口", PAPER),
    ):
        sheet.box(box, text, fill=fill, size=9)
    sheet.line([(1.0, 5.0), (14.6, 5.0)], colour=GREY, dashed=True)
    sheet.label((7.8, 5.0), "维护通道", size=8.5)
    return sheet.png()
