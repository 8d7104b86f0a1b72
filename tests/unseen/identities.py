"""Identity papers: watermarks of several slants, one side, four sides on a page, passports and permits."""

from __future__ import annotations

from datetime import date

from tests.specimens import codes
from tests.specimens.papers.id_card import BIG, CARD, put_back, put_front
from tests.specimens.sheet import Paper, wrap
from tests.unseen.cards import _checked, back_of, front_of
from tests.unseen.kit import Pen, paper, person

TAO = person("陶砚秋", "1983-02-11", 26, "45", home="广西虚构自治县虚构镇长桥村民委员会下屯12号", nation="壮", valid=("2023-03-30", "2043-03-30"), issuer="虚构自治县公安局")  # fmt: skip
MEI = person(
    "梅长苏",
    "1976-10-19",
    31,
    "50",
    home="重庆市虚构区两江大道77号御景天成B组团5栋2-14-3",
    valid=("2022-11-08", "长期"),
)
LU = person(
    "鲁", "2001-01-31", 17, "42", home="湖北省虚构市虚构街道办事处团结路9号", valid=("2018-04-12", "2028-04-12")
)
WIDE, TALL = CARD[0] * BIG, CARD[1] * BIG


def marked_slightly() -> Paper:
    """Both sides with a restriction that slants by five degrees across the number and the dates."""
    pen = Pen(paper("id_card", "marked_slightly", "居民身份证"))
    put_front(pen.page, 145, 110, TAO)
    put_back(pen.page, 145, 400, TAO)
    for y in (240, 285, 500, 560):
        pen.page.text(130, y, "仅限办理电信业务经营许可证使用 他用无效", 15, "hei", colour="#9c9c9c", angle=5)
    return pen.done(front_of(TAO) | back_of(TAO))


def marked_level() -> Paper:
    """A restriction that stands level between the address and the number."""
    pen = Pen(paper("id_card", "marked_level", "居民身份证"))
    put_front(pen.page, 145, 110, MEI)
    put_back(pen.page, 145, 400, MEI)
    pen.page.text(170, 262, "此复印件仅供申请经营许可证使用", 14, "hei", colour="#a8a8a8")
    pen.page.text(170, 470, "此复印件仅供申请经营许可证使用", 14, "hei", colour="#a8a8a8")
    return pen.done(front_of(MEI) | back_of(MEI))


def front_only() -> Paper:
    """A front alone, name of one character, a line of use beneath."""
    pen = Pen(paper("id_card", "front_only", "居民身份证"))
    put_front(pen.page, 70, 60, LU)
    pen.page.text(70, 60 + TALL + 40, "与原件一致　　　　2026年11月1日", 12)
    return pen.done(front_of(LU))


def back_only_turned() -> Paper:
    """A back alone."""
    pen = Pen(paper("id_card", "back_only", "居民身份证"))
    put_back(pen.page, 200, 120, TAO)
    return pen.done(back_of(TAO))


def four_down() -> Paper:
    """Two people's sides on one portrait page in two columns: fronts above, backs below."""
    pen = Pen(paper("id_card", "four", "居民身份证"))
    made = pen.page
    made.width, made.height = 680, 900
    for x, who in ((20, TAO), (350, MEI)):
        put_front(made, x, 80, who)
        put_back(made, x, 480, who)
    return pen.done(front_of(TAO) | back_of(TAO), {"second": [front_of(MEI) | back_of(MEI)]})


def zhuang() -> Paper:
    """A card of 广西 with Zhuang words under the Chinese ones."""
    pen = Pen(paper("id_card", "zhuang", "居民身份证"))
    page = pen.page
    page.frame(140, 110, 140 + WIDE, 110 + TALL, 0.7, "#9fb4c4", "#eef4f6", radius=9)
    for y, label, word, value in (
        (138, "姓名", "Singqmingz", TAO.name),
        (168, "性别", "Singqbied", "女"),
        (198, "出生", "Seng", "1983 年 2 月 11 日"),
    ):
        page.text(156, y, label, 10, "hei", colour="#2d5f8a")
        page.text(156, y + 10, word, 6, "hei", colour="#2d5f8a")
        page.text(206, y, value, 11, "hei")
    page.text(250, 168, "民族", 10, "hei", colour="#2d5f8a")
    page.text(250, 178, "Minzcuz", 6, "hei", colour="#2d5f8a")
    page.text(290, 168, "壮", 11, "hei")
    page.text(156, 226, "住址", 10, "hei", colour="#2d5f8a")
    page.text(156, 236, "Dieg", 6, "hei", colour="#2d5f8a")
    page.lines(206, 226, wrap(TAO.address, 130, 10.5, "hei"), 15, 10.5, "hei")
    page.text(156, 286, "公民身份号码", 9.5, "hei", colour="#2d5f8a")
    page.text(240, 286, TAO.number, 12.5, "hei", spacing=1.2)
    put_back(page, 140, 400, TAO)
    return pen.done(front_of(TAO) | back_of(TAO))


def passport() -> Paper:
    """A Chinese passport's page of data, labels in two languages."""
    pen = Pen(paper("id_card", "passport", "护照"))
    page = pen.page
    page.frame(90, 110, 500, 400, 0.7, "#9fb4c4", "#f4f2ee", radius=6)
    page.text(110, 135, "护照", 14, "hei")
    page.text(110, 150, "PASSPORT", 9)
    page.text(230, 135, "类型/Type", 7, "hei")
    page.text(230, 148, "P", 10)
    page.text(290, 135, "国家码/Country Code", 7, "hei")
    page.text(290, 148, "CHN", 10)
    page.text(400, 135, "护照号/Passport No.", 7, "hei")
    page.text(400, 149, "E99900123", 12)
    for x, y, label, value in (
        (230, 170, "姓名/Name", "宋知远"), (230, 215, "性别/Sex", "男/M"), (310, 215, "国籍/Nationality", "中国/CHINESE"), (230, 250, "出生日期/Date of birth", "05 MAR 1981"),
        (380, 250, "出生地点/Place of birth", "浙江/ZHEJIANG"), (230, 285, "签发日期/Date of issue", "12 JUN 2021"), (380, 285, "有效期至/Date of expiry", "11 JUN 2031"),
        (230, 320, "签发机关/Authority", "中华人民共和国国家移民管理局"),
    ):  # fmt: skip
        page.text(x, y, label, 7, "hei", colour="#2d5f8a")
        page.text(x, y + 13, value, 10)
    page.text(230, 198, "SONG, ZHIYUAN", 10)
    page.text(105, 365, "POCHNSONG<<ZHIYUAN<<<<<<<<<<<<<<<<<<<<<<<<<<", 11)
    page.text(105, 383, "E999001233CHN8103055M3106110<<<<<<<<<<<<<<02", 11)
    return pen.done({
        "sort": "护照", "name": "宋知远", "number": "E99900123", "sex": "男", "birth": "1981-03-05", "valid_from": "2021-06-12", "valid_to": "2031-06-11",
    })  # fmt: skip


def home_return_permit() -> Paper:
    """港澳居民来往内地通行证: name in two scripts, number of a letter and eight digits."""
    pen = Pen(paper("id_card", "permit", "港澳居民来往内地通行证"))
    page = pen.page
    page.frame(120, 110, 120 + WIDE + 40, 110 + TALL + 20, 0.7, "#9fb4c4", "#eef4f6", radius=9)
    page.text(290, 135, "港澳居民来往内地通行证", 13, "hei", "centre")
    for y, label, value in ((160, "姓名", "何永安"), (180, "", "HO, WING ON"), (200, "出生日期", "1979.08.16"), (222, "性别", "男"), (244, "有效期限", "2022.03.01-2032.02.28"), (266, "签发机关", "中华人民共和国出入境管理局"), (290, "证件号码", "H09990012")):  # fmt: skip
        page.text(140, y, label, 9, "hei", colour="#2d5f8a")
        page.text(196, y, value, 11, "hei")
    return pen.done({"sort": "通行证", "name": "何永安", "number": "H09990012", "sex": "男", "birth": "1979-08-16", "valid_from": "2022-03-01", "valid_to": "2032-02-28"})  # fmt: skip


def taiwan_residence() -> Paper:
    """台湾居民居住证, both sides."""
    number = _checked(codes.citizen_number("83", date(1988, 12, 3), 22).replace("839999", "830000")[:17])
    pen = Pen(paper("id_card", "taiwan_residence", "台湾居民居住证"))
    page = pen.page
    page.frame(140, 110, 140 + WIDE, 110 + TALL, 0.7, "#9fb4c4", "#eef4f6", radius=9)
    for y, label, value in (
        (142, "姓名", "林佳颖"),
        (166, "性别", "女"),
        (190, "出生", "1988 年 12 月 3 日"),
        (214, "住址", ""),
    ):
        page.text(158, y, label, 10, "hei", colour="#2d5f8a")
        page.text(196, y, value, 11, "hei")
    page.lines(196, 214, wrap("福建省虚构市虚构区海峡路166号2栋1103", 140, 10.5, "hei"), 15, 10.5, "hei")
    page.text(158, 284, "公民身份号码", 10, "hei", colour="#2d5f8a")
    page.text(240, 284, number, 12.5, "hei", spacing=1.2)
    page.frame(140, 420, 140 + WIDE, 420 + TALL, 0.7, "#9fb4c4", "#eef4f6", radius=9)
    page.text(292, 455, "中华人民共和国", 15, "hei", "centre", spacing=3)
    page.text(292, 484, "台湾居民居住证", 19, "hei", "centre", spacing=4)
    for y, label, value in (
        (522, "签发机关", "虚构市公安局虚构分局"),
        (546, "有效期限", "2024.02.26-2029.02.26"),
        (568, "通行证号码", "09990123"),
        (588, "签发次数", "1"),
    ):
        page.text(190, y, label, 9.5, "hei", colour="#2d5f8a")
        page.text(256, y, value, 10.5, "hei")
    return pen.done({
        "sort": "港澳台居民居住证", "name": "林佳颖", "number": number, "sex": "女", "birth": "1988-12-03", "address": "福建省虚构市虚构区海峡路166号2栋1103",
        "issuer": "虚构市公安局虚构分局", "valid_from": "2024-02-26", "valid_to": "2029-02-26",
    })  # fmt: skip
