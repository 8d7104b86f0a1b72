"""Identity cards as they are copied: two people on a page, backs apart, side by side, a residence permit."""

from __future__ import annotations

from datetime import date

from tests.specimens import codes
from tests.specimens.company import Person
from tests.specimens.papers.id_card import BIG, CARD, put_back, put_front
from tests.specimens.sheet import GREY, Page, Paper, Value, wrap
from tests.unseen.kit import Pen, paper, person

QIAN = person(
    "钱牧之",
    "1987-03-14",
    17,
    "33",
    valid=("2017-08-01", "2037-08-01"),
    home="浙江省虚构市虚构区长歌街道青禾社区揽月路1288弄35号602室",
)
WU = person(
    "吾买尔江·艾力",
    "1990-11-02",
    23,
    "65",
    nation="维吾尔",
    valid=("2020-02-09", "2040-02-09"),
    home="虚构自治区虚构市虚构镇望野路5号",
)
SUN = person(
    "孙雨桐", "1979-06-25", 124, "32", valid=("2026-01-05", "长期"), home="江苏省虚构市虚构县栖霞岭镇虚构村三组18号"
)
LI = person(
    "李一诺",
    "1995-12-30",
    308,
    "44",
    valid=("2022-07-18", "2042-07-18"),
    home="广东省虚构市虚构区云桥大道中路299号虚构花园6栋2单元1904房",
)
WIDE, TALL = CARD[0] * BIG, CARD[1] * BIG


def front_of(who: Person) -> dict[str, Value]:
    """What a front says."""
    return {
        "sort": "居民身份证", "name": who.name, "number": who.number, "sex": who.sex, "ethnicity": who.ethnicity,
        "birth": who.birth, "address": who.address,
    }  # fmt: skip


def back_of(who: Person) -> dict[str, Value]:
    """What a back says."""
    return {"sort": "居民身份证", "issuer": who.issuer, "valid_from": who.valid_from, "valid_to": who.valid_to}


def front_alone() -> Paper:
    """One front on a sheet of its own size."""
    made = paper("id_card", "front_alone", "居民身份证")
    page = Page(WIDE + 90, TALL + 80)
    made.pages.append(page)
    put_front(page, 45, 40, QIAN)
    made.fields = front_of(QIAN)
    return made


def back_alone() -> Paper:
    """One back in the middle of an A4 sheet."""
    pen = Pen(paper("id_card", "back_alone", "居民身份证"))
    put_back(pen.page, 145, 300, SUN)
    return pen.done(back_of(SUN))


def side_by_side() -> Paper:
    """Front and back side by side on a landscape sheet."""
    pen = Pen(paper("id_card", "side_by_side", "居民身份证"), landscape=True)
    put_front(pen.page, 80, 190, LI)
    put_back(pen.page, 450, 190, LI)
    return pen.done(front_of(LI) | back_of(LI))


def two_people() -> Paper:
    """Two people, each a front over a back, in two columns of a landscape page."""
    pen = Pen(paper("id_card", "two_people", "居民身份证"), landscape=True)
    for x, who in ((70, QIAN), (450, WU)):
        put_front(pen.page, x, 70, who)
        put_back(pen.page, x, 320, who)
    return pen.done(front_of(QIAN) | back_of(QIAN), {"second": [front_of(WU) | back_of(WU)]})


def two_people_down() -> Paper:
    """Two people one under the other, front and back in a row each."""
    pen = Pen(paper("id_card", "two_people_down", "居民身份证"), landscape=True)
    for y, who in ((60, SUN), (330, LI)):
        put_front(pen.page, 80, y, who)
        put_back(pen.page, 450, y, who)
    return pen.done(front_of(SUN) | back_of(SUN), {"second": [front_of(LI) | back_of(LI)]})


def watermarked() -> Paper:
    """Both sides one under the other with a slanted use restriction across both."""
    pen = Pen(paper("id_card", "watermarked", "居民身份证"))
    put_front(pen.page, 145, 120, WU)
    put_back(pen.page, 145, 420, WU)
    for y in (260, 560):
        pen.page.text(150, y, "仅用于办理增值电信业务经营许可证", 15, "hei", colour=GREY, angle=24)
    return pen.done(front_of(WU) | back_of(WU))


def residence_permit() -> Paper:
    """港澳居民居住证, both sides: a passport number under the dates, issues counted."""
    number = codes.citizen_number("81", date(1984, 4, 9), 15).replace("819999", "810000")
    number = _checked(number[:17])
    pen = Pen(paper("id_card", "residence_permit", "港澳居民居住证"))
    page = pen.page
    page.frame(140, 110, 140 + WIDE, 110 + TALL, 0.7, "#9fb4c4", "#eef4f6", radius=9)
    for y, label, value in ((145, "姓名", "陈致和"), (170, "性别", "男"), (195, "出生", "1984 年 4 月 9 日")):
        page.text(160, y, label, 10, "hei", colour="#2d5f8a")
        page.text(196, y, value, 11, "hei")
    page.text(160, 222, "住址", 10, "hei", colour="#2d5f8a")
    page.lines(196, 222, wrap("广东省虚构市虚构区望潮街8号海韵阁1座15A", 140, 11, "hei"), 16, 11, "hei")
    page.text(160, 285, "公民身份号码", 10, "hei", colour="#2d5f8a")
    page.text(240, 285, number, 12.5, "hei", spacing=1.2)
    page.frame(140, 420, 140 + WIDE, 420 + TALL, 0.7, "#9fb4c4", "#eef4f6", radius=9)
    page.text(300, 460, "中华人民共和国", 16, "hei", "centre", spacing=3)
    page.text(300, 490, "港澳居民居住证", 20, "hei", "centre", spacing=4)
    for y, label, value in (
        (530, "签发机关", "虚构市公安局"), (552, "有效期限", "2021.09.01-2026.09.01"), (574, "通行证号码", "H00000099"), (592, "签发次数", "01"),
    ):  # fmt: skip
        page.text(200, y, label, 9.5, "hei", colour="#2d5f8a")
        page.text(262, y, value, 10.5, "hei")
    return pen.done({
        "sort": "港澳台居民居住证", "name": "陈致和", "number": number, "sex": "男", "birth": "1984-04-09",
        "address": "广东省虚构市虚构区望潮街8号海韵阁1座15A", "issuer": "虚构市公安局", "valid_from": "2021-09-01", "valid_to": "2026-09-01",
    })  # fmt: skip


def _checked(body: str) -> str:
    total = sum(int(digit) * weight for digit, weight in zip(body, codes.CITIZEN_WEIGHTS, strict=True))
    return body + codes.CITIZEN_CHECKS[total % 11]
