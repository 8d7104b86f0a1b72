"""承诺书, 信用查询记录 and 准予变更登记通知书: papers of one page."""

from __future__ import annotations

from tests.specimens import printed, seals
from tests.specimens.company import World
from tests.specimens.flow import Flow, Manner
from tests.specimens.sheet import A4, Page, Paper, notice, wrap
from tests.specimens.signatures import sign

BUSINESS = "互联网接入服务业务"
COMMITMENTS = (
    "一、遵守《中华人民共和国电信条例》《电信业务经营许可管理办法》等法律、法规和规章，执行国家有关电信监管政策。",
    "二、接受电信管理机构的行业管理与监督检查，按照规定报送年度报告，如实提供有关资料。",
    "三、不伪造、涂改、冒用、租借、买卖和转让电信业务经营许可证。",
    "四、按照经营许可证载明的电信业务种类和业务覆盖范围开展经营活动，不转让或者变相转让经营权，不超范围经营。",
    "五、不租用国际专线擅自经营国际及港澳台电信业务，不使用非电信业务经营者提供的网络基础设施。",
    "六、依法公示资费和服务标准，保障用户合法权益，妥善处理用户申诉；停止经营时按照规定做好用户善后工作。",
    "七、落实网络与信息安全责任，执行用户实名登记和日志留存规定，配合有关部门依法开展的工作。",
    "八、所提交的申请材料真实、完整、有效，并承担由此产生的法律责任。",
)


def commitment(world: World, spaced: bool = False) -> Paper:
    """依法经营承诺书, signed, sealed and dated."""
    company = world.company
    paper = Paper("commitment", "portal", [], title="依法经营承诺书")
    flow = Flow(paper, Manner(leading=24, footer=""))
    flow.title("依法经营电信业务承诺书" if spaced else "依法经营承诺书", 22)
    flow.space(4)
    flow.paragraph(f"{world.addressee}：", 0, "addressee")
    coverage = "、".join(world.coverage)
    flow.paragraph(
        f"我公司（{company.name}，法定代表人：{company.legal_representative.name}）申请经营{BUSINESS}，业务覆盖范围：{coverage}。现就依法经营电信业务郑重承诺如下："
    )
    for item in COMMITMENTS:
        flow.paragraph(item)
    flow.paragraph("我公司如违反上述承诺，愿意接受电信管理机构依法作出的处理。")
    flow.space(24)
    page, left = flow.page, flow.manner.left + 170
    for label, value, name in (
        ("公司名称（盖章）：", company.name, "company"),
        ("法定代表人（签字）：", "", ""),
        ("日期：", printed.day(world.commitment_on), "signed_on"),
    ):
        flow.y += 27
        end = page.text(left, flow.y, label, 12)
        page.text(end, flow.y, value, 12, name=name or None)
    sign(page, left + 126, flow.y - 23, company.legal_representative.name)
    page.stamp(left + 238, flow.y - 22, seals.company_seal(company.name), shift=world.seed)
    paper.fields = {
        "addressee": world.addressee, "company": company.name, "legal_representative": company.legal_representative.name,
        "business": BUSINESS, "coverage": list(world.coverage), "signed_on": world.commitment_on,
    }  # fmt: skip
    return flow.finish()


def credit_record(subject: str, number: str, on: str, serial: int, hit: bool = False) -> Paper:
    """信用查询记录: what a search for one name answered on one day."""
    page = Page(*A4)
    result = "查询到 1 条记录：列入电信业务经营不良名单" if hit else "未查询到相关记录"
    paper = Paper("credit_record", "printout", [page], title="电信业务经营信用信息查询记录")
    page.frame(56, 54, page.width - 56, 92, 0.8, "#5b7fa6", "#e8eff6")
    page.text(page.width / 2, 78, "电信业务经营不良名单和失信名单查询结果", 15, "bold", "centre", "#1f3f63")
    rows = (
        ("查询主体", subject, "subject"), ("证件号码", number, None), ("查询范围", "电信业务经营不良名单、电信业务经营失信名单、行政处罚信息", None),
        ("查询期间", "最近三年", None), ("查询来源", "电信业务市场综合管理信息系统（虚构数据）", "source"), ("查询结果", result, "result"),
        ("查询日期", printed.day(on), "date"), ("查询流水号", f"XYCX{on.replace('-', '')}{serial:04d}", None),
    )  # fmt: skip
    y = 112.0
    for label, value, name in rows:
        lines = wrap(value, page.width - 56 * 2 - 130, 11)
        tall = 16 + len(lines) * 16
        page.frame(56, y, 166, y + tall, 0.6, "#8aa3bf", "#f4f7fa")
        page.frame(166, y, page.width - 56, y + tall, 0.6, "#8aa3bf")
        page.text(111, y + tall / 2 + 4, label, 11, "hei", "centre")
        page.lines(178, y + 20, lines, 16, 11, name=name)
        y += tall
    page.text(56, y + 24, "说明：本页为查询当日的结果，供申请电信业务经营许可时核对使用。", 9.5, colour="#555555")
    notice(page)
    paper.fields = {
        "date": on, "subject": subject, "source": "电信业务市场综合管理信息系统（虚构数据）", "result": result,
    }  # fmt: skip
    return paper


def change_notice(world: World, items: str = "经营范围", old_name: str = "") -> Paper:
    """准予变更登记通知书 of the registration office."""
    company = world.company
    paper = Paper("change_notice", "letter", [], title="准予变更登记通知书")
    flow = Flow(paper, Manner(footer=""))
    flow.title("准予变更登记通知书", 22)
    number = f"（虚构）登字〔2026〕第{world.seed % 10000:04d}号"
    flow.page.text(flow.page.width - flow.manner.right, flow.y + 6, number, 11, anchor="right")
    flow.space(18)
    flow.paragraph(f"{company.name}：", 0, "new_name")
    flow.paragraph(f"你单位提交的{items}变更登记申请材料齐全，符合法定形式，我局决定准予变更登记。变更事项如下：")
    rows = [("变更事项", "变更前", "变更后")]
    if old_name:
        rows.append(("名称", old_name, company.name))
    if "经营范围" in items:
        rows.append(("经营范围", _scope_before(company.scope), company.scope))
    flow.grid(rows, (70, 180, 180))
    flow.space(60)
    page = flow.page
    page.text(page.width - 96, flow.y, f"{company.issuer}（印章）", 12, anchor="right")
    page.text(page.width - 96, flow.y + 26, printed.day(world.change_on), 12, anchor="right", name="date")
    page.stamp(page.width - 165, flow.y + 4, seals.office_seal(company.issuer), shift=25)
    paper.fields = {"new_name": company.name, "items": items, "date": world.change_on}
    if old_name:
        paper.fields["old_name"] = old_name
    return flow.finish()


def _scope_before(scope: str) -> str:
    """The scope without its last item, as it stood before the change."""
    items, end = scope.rsplit("。（", 1)
    return f"{items.rsplit('；', 1)[0]}。（{end}"
