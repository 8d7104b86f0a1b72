"""Papers drawn for tests: what an engine would have seen of them, as page records."""

from __future__ import annotations

from pipeline.model.client import Client
from pipeline.model.page import Page
from tests.unit.layout.builders import Drawing

CODE = "91119999MA6LHBBJ59"
NUMBER = "119999199512288593"
OTHER_NUMBER = "11999919860218331X"
SCOPE = "第一类增值电信业务；互联网接入服务。（依法须经批准的项目，经相关部门批准后方可开展经营活动）"


def client(**told: object) -> Client:
    """The least client."""
    return Client.model_validate(
        {"folder_name": "acme", "licence": "isp", "coverage": ("北京市",), "short_name": "云桥", **told}
    )


def licence(
    name: str = "北京虚构云桥智联科技有限公司",
    code: str = CODE,
    issued: str = "2024年03月08日",
    copy: str = "（副　本）",
    head: tuple[str, str] = ("法定代表人", "高予安"),
    file: str = "papers/licence.pdf",
    number: int = 1,
    capital: str = "贰仟万元整",
    term: str = "2022年06月14日至长期",
    sort: str = "有限责任公司(自然人投资或控股)",
) -> Page:
    """A landscape licence of 2019."""
    drawing = Drawing(842, 595, file, number)
    drawing.write(60, 60, "统一社会信用代码", 11)
    drawing.write(60, 78, code, 11)
    drawing.write(330, 60, "营业执照", 40)
    drawing.write(380, 112, copy, 14)
    rows = [
        ("名　　称", name, "注册资本", capital),
        ("类　　型", sort, "成立日期", "2022年06月14日"),
        (*head, "营业期限", term),
    ]
    for row, (left, value, right, other) in enumerate(rows):
        y = 190 + 26 * row
        drawing.write(60, y, left)
        drawing.write(150, y, value)
        drawing.write(470, y + 2, right)
        drawing.write(545, y + 2, other)
    drawing.write(60, 270, "经营范围")
    drawing.paragraph(150, 270, SCOPE, 290)
    drawing.write(470, 272, "住　　所")
    drawing.paragraph(545, 272, "北京市虚构区云桥路36号院2号楼9层1694室", 200)
    drawing.write(540, 470, "登记机关")
    drawing.write(600, 510, issued)
    return drawing.page()


def front(
    drawing: Drawing, x: float, y: float, name: str = "高予安", number: str = NUMBER, birth: str = "1995年12月28日"
) -> None:
    """The front of an identity card, its top left corner at a place."""
    drawing.write(x, y, f"姓名 {name}", 10)
    drawing.write(x, y + 22, "性别 男", 10)
    drawing.write(x + 80, y + 22, "民族 汉", 10)
    drawing.write(x, y + 44, f"出生 {birth}", 10)
    drawing.write(x, y + 66, "住址 北京市虚构区长歌路194号", 10)
    drawing.write(x + 25, y + 80, "19幢2单元1193室", 10)
    drawing.write(x, y + 120, f"公民身份号码 {number}", 10)


def back(drawing: Drawing, x: float, y: float, term: str = "2023.11.20-2043.11.20") -> None:
    """The back of an identity card."""
    drawing.write(x + 40, y, "中华人民共和国", 14)
    drawing.write(x + 40, y + 24, "居民身份证", 18)
    drawing.write(x, y + 100, "签发机关 北京市公安局虚构分局", 10)
    drawing.write(x, y + 120, f"有效期限 {term}", 10)


def card(file: str = "papers/card.pdf", sides: str = "both", number: int = 1, **told: str) -> Page:
    """A sheet with the front, the back or both sides of one card."""
    drawing = Drawing(file=file, number=number)
    if sides in ("front", "both"):
        front(drawing, 150, 150, **told)
    if sides in ("back", "both"):
        back(drawing, 150, 420)
    return drawing.page()


def contract(
    file: str,
    pages: int = 1,
    numbered: bool = True,
    first: int = 1,
    of: int | None = None,
    title: str = "机房租赁合同",
) -> list[Page]:
    """A lease over several pages, one clause a page; `first` and `of` are what its pages print."""
    made = []
    for index in range(pages):
        printed = first + index
        drawing = Drawing(file=file, number=index + 1)
        if printed == 1:
            drawing.write(200, 80, title, 22)
            drawing.write(60, 140, "出租方（甲方）：北京虚构机房服务有限公司")
            drawing.write(60, 164, "承租方（乙方）：北京虚构云桥智联科技有限公司")
        drawing.write(60, 220, f"第{'一二三四五六七八九'[printed - 1]}条 本条的内容是双方约定的事项，双方应当遵守。")
        if numbered:
            drawing.write(270, 800, f"第{printed}页 共{of or pages}页", 9)
        made.append(drawing.page())
    return made
