"""营业执照: landscape of 2019, portrait of 2015 and the electronic licence."""

from __future__ import annotations

from tests.specimens import codes2d, printed, seals
from tests.specimens.company import Company
from tests.specimens.sheet import A4, A4_LANDSCAPE, BLACK, Page, Paper, notice, wrap

LAYOUTS = ("landscape_2019", "portrait_2015", "electronic")
FRAME = "#8a7a4a"
PARTNERSHIP = "有限合伙企业"
WIDE = "　　"


def draw(company: Company, layout: str, copy: str = "副本", copy_number: str = "1-1", term: bool = True) -> Paper:
    """The licence of any company, branch or partnership."""
    paper = Paper("business_licence", layout, [], title="营业执照")
    page = Page(*A4) if layout == "portrait_2015" else Page(*A4_LANDSCAPE)
    paper.pages.append(page)
    if layout == "portrait_2015":
        _portrait(page, company, copy, copy_number)
    else:
        _landscape(page, company, copy, copy_number, layout == "electronic", term)
    notice(page)
    paper.fields = _truth(company, copy, layout, term)
    return paper


def _truth(company: Company, copy: str, layout: str, term: bool) -> dict[str, str | list[str]]:
    fields: dict[str, str | list[str]] = {
        "code": company.code, "name": company.name, "type": company.sort,
        "legal_representative": company.legal_representative.name, "capital": company.capital,
        "founded": company.founded, "term_from": company.term_from, "term_to": company.term_to,
        "address": company.address, "scope": company.scope, "issuer": company.issuer,
        "issued_on": company.issued_on, "copy": copy,
    }  # fmt: skip
    if layout == "landscape_2019" and not term:
        del fields["term_from"], fields["term_to"]
    if not company.capital:
        del fields["capital"]
    return fields


def _labels(company: Company) -> dict[str, str]:
    partnership = PARTNERSHIP in company.sort
    return {
        "capital": "成员出资总额" if partnership else "注册资本",
        "term": "合伙期限" if partnership else "营业期限",
        "address": "主要经营场所" if partnership else "营业场所" if "分公司" in company.sort else "住所",
    }


def _spaced(label: str) -> str:
    return label[0] + WIDE + label[1] if len(label) == 2 else label


def _term(company: Company) -> str:
    end = company.term_to if company.term_to == "长期" else printed.day(company.term_to, "零")
    return f"{printed.day(company.term_from, '零')}至{end}"


def _landscape(page: Page, company: Company, copy: str, copy_number: str, electronic: bool, term: bool) -> None:
    page.frame(22, 20, page.width - 22, page.height - 26, 2.4, FRAME)
    page.frame(28, 26, page.width - 28, page.height - 32, 0.8, FRAME)
    page.text(page.width / 2, 118, "营业执照", 44, "song", "centre", BLACK, spacing=22)
    page.text(page.width / 2, 148, f"（{copy[0]}　{copy[1]}）", 17, "song", "centre")
    page.text(62, 82, "统一社会信用代码", 12.5, "hei")
    page.text(62, 103, company.code, 14, "hei", name="code")
    if not electronic:
        page.text(62, 122, f"（副本号）{copy_number}" if copy == "副本" else "", 9, "hei")
    page.picture(page.width - 150, 50, 78, 78, codes2d.qr(1))
    for row, words in enumerate(("扫描二维码登录", "公示系统了解更多", "登记、备案、许可、", "监管信息（虚构）")):
        page.text(page.width - 111, 139 + row * 9, words, 7, "hei", "centre")
    labels = _labels(company)
    left, right = 62.0, 470.0
    rows_left = [("名称", company.name, "name"), ("类型", company.sort, "type"),
                 (company.head_label, company.legal_representative.name, "legal_representative"),
                 ("经营范围", company.scope, "scope")]  # fmt: skip
    capital = printed.in_words(company.capital) if company.capital else ""
    rows_right = [(labels["capital"], capital, "capital"), ("成立日期", printed.day(company.founded, "零"), "founded"),
                  (labels["term"], _term(company) if term or electronic else "", "term_to"),
                  (labels["address"], company.address, "address")]  # fmt: skip
    _column(page, left, 205, rows_left, 298, 11.5)
    _column(page, right, 205, [row for row in rows_right if row[1]], 246, 11.5)
    _issue(page, company, 545, 470, electronic)
    footer = "国家企业信用信息公示系统网址：http://www.gsxt.example"
    page.text(40, page.height - 40, footer, 7.5, "hei")
    report = "市场主体应当于每年1月1日至6月30日通过国家企业信用信息公示系统报送公示年度报告。"
    page.text(page.width / 2 + 20, page.height - 40, report, 7.5, "hei", "centre")
    page.text(page.width - 60, page.height - 40, "国家市场监督管理总局监制（虚构）", 7.5, "hei", "right")
    if electronic:
        page.text(
            62,
            page.height - 62,
            "电子营业执照　本文件由电子营业执照系统生成（虚构），验证码：0000 0000 0000",
            8.5,
            "hei",
        )


def _column(page: Page, x: float, y: float, rows: list[tuple[str, str, str]], length: float, size: float) -> None:
    for label, value, name in rows:
        page.spread(x, y, label, 62, size, "hei")
        lines = wrap(value, length, size)
        small = size if len(lines) <= 9 else size - 2
        lines = lines if small == size else wrap(value, length, small)
        end = page.lines(x + 82, y, lines, small * 1.5, small, name=name)
        y = max(end + 9, y + 27)


def _issue(page: Page, company: Company, x: float, y: float, electronic: bool) -> None:
    page.text(x, y, "登 记 机 关", 13, "hei")
    year, month, number = company.issued_on.split("-")
    place = x + 40
    for digits, word, step in ((year, "年", 46), (month, "月", 40), (number, "日", 40)):
        page.text(place, y + 46, digits, 13, name="issued_on")
        page.text(place + (30 if word == "年" else 20), y + 46, word, 13)
        place += step + (4 if word == "年" else 0)
    page.stamp(x + 120, y + 22, seals.office_seal(company.issuer), 108 if electronic else 113, shift=1)


def _portrait(page: Page, company: Company, copy: str, copy_number: str) -> None:
    page.frame(30, 30, page.width - 30, page.height - 30, 2.6, FRAME)
    page.frame(37, 37, page.width - 37, page.height - 37, 0.8, FRAME)
    page.text(page.width / 2, 190, "营业执照", 50, "song", "centre", spacing=26)
    page.text(page.width / 2, 222, f"（{copy[0]}　　{copy[1]}）", 17, "song", "centre")
    page.text(300, 256, "统一社会信用代码", 11, "hei")
    page.text(398, 256, company.code, 12.5, "song", name="code")
    if copy == "副本":
        page.text(530, 272, copy_number, 10, "song", "right")
    labels = _labels(company)
    rows = [
        ("名称", company.name, "name"), ("类型", company.sort, "type"),
        (labels["address"], company.address, "address"),
        (company.head_label, company.legal_representative.name, "legal_representative"),
        (labels["capital"], printed.in_words(company.capital) if company.capital else "", "capital"),
        ("成立日期", printed.day(company.founded, "零"), "founded"), (labels["term"], _term(company), "term_to"),
        ("经营范围", company.scope, "scope"),
    ]  # fmt: skip
    _column(page, 92, 310, [row for row in rows if row[1]], 340, 12.5)
    _issue(page, company, 310, 705, electronic=False)
    page.text(60, page.height - 48, "企业信用信息公示系统网址：http://www.gsxt.example", 7.5, "hei")
    page.text(page.width - 60, page.height - 48, "国家工商行政管理总局监制（虚构）", 7.5, "hei", "right")
