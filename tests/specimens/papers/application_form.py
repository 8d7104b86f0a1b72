"""申请表 as the portal makes it: ruled, with tables of shareholders and people, then printed, signed, sealed."""

from __future__ import annotations

from collections.abc import Sequence

from tests.specimens import printed, seals, table
from tests.specimens.company import Company, Holder, Person, World
from tests.specimens.sheet import INK, Page, Paper, Value, notice
from tests.specimens.signatures import sign

LEFT, RIGHT = 50.0, 545.28
BUSINESS = "第一类增值电信业务—互联网接入服务业务（不含网站接入）"
VARIANTS = {"without_site_access": BUSINESS, "with_site_access": BUSINESS.replace("不含", "含")}
HEAD = table.Style(size=9, least=22)


def draw(world: World, sealed: bool = False, variant: str = "without_site_access") -> Paper:
    """The form of one application; sealed, it carries the signature, the date and the seal."""
    paper = Paper("application_form", "sealed" if sealed else "portal", [], title="电信业务经营许可证申请表")
    number = f"SQ99{world.form_on.replace('-', '')}{world.seed % 10000:04d}"
    form = _Form(paper)
    form.title("电信业务经营许可证申请表", f"申请编号：{number}")
    _applicant(form, world)
    _business(form, world, VARIANTS[variant])
    _holders(form, world.company)
    _people(form, world)
    _resources(form, world)
    _declaration(form, world, sealed)
    paper.fields = _truth(world, number, VARIANTS[variant], sealed)
    paper.rows = {
        "shareholders": [_holder_truth(holder) for holder in world.company.holders],
        "people": [_person_truth(person, role, title) for person, role, title in people_of(world)],
    }
    return form.finish(f"生成时间：{world.form_on} 10:32:07", f"申请编号：{number}")


def people_of(world: World) -> list[tuple[Person, str, str]]:
    """The people that the form names, with their role and post."""
    found = [(world.company.legal_representative, "主要负责人", "总经理")]
    return found + [(member.person, "、".join(member.roles), member.title) for member in world.staff]


def _truth(world: World, number: str, business: str, sealed: bool) -> dict[str, Value]:
    company = world.company
    fields: dict[str, Value] = {
        "company": company.name, "code": company.code, "capital": company.capital,
        "legal_representative": company.legal_representative.name, "address": company.address, "business": business,
        "coverage": list(world.coverage), "phone": world.service_phone, "generated_on": world.form_on, "number": number,
    }  # fmt: skip
    return {**fields, "signed_on": world.form_on} if sealed else fields


def _holder_truth(holder: Holder) -> dict[str, Value]:
    return {
        "name": holder.owner.name, "number": holder.number, "amount": holder.amount, "share": holder.share,
        "method": holder.method,
    }  # fmt: skip


def _person_truth(person: Person, role: str, title: str) -> dict[str, Value]:
    row = {"name": person.name, "number": person.number, "role": role, "title": title, "phone": person.mobile}
    return {name: value for name, value in row.items() if value}


class _Form:
    """A form that grows down the page in ruled rows."""

    def __init__(self, paper: Paper) -> None:
        self.paper = paper
        self.y = 0.0
        self.page = self._new_page()

    def _new_page(self) -> Page:
        self.page = Page()
        self.paper.pages.append(self.page)
        self.page.text(LEFT, 36, "电信业务市场综合管理信息系统（虚构数据）", 8.5, "hei", colour="#555555")
        self.y = 56.0
        return self.page

    def title(self, words: str, under: str) -> None:
        self.page.text(self.page.width / 2, 80, words, 19, "bold", "centre")
        self.page.text(RIGHT, 104, under, 9, anchor="right")
        self.y = 114

    def section(self, words: str) -> None:
        self.need(70)
        self.page.frame(LEFT, self.y, RIGHT, self.y + 21, 0.6, fill="#eef1f4")
        self.page.text(LEFT + 6, self.y + 14.5, words, 10, "bold")
        self.y += 21

    def need(self, height: float) -> None:
        if self.y + height > self.page.height - 60:
            self._new_page()

    def row(self, cells: Sequence[str], widths: Sequence[float], names: Sequence[str | None] | None = None) -> None:
        """Label and value cells in turn; values are set flush left."""
        scale = (RIGHT - LEFT) / sum(widths)
        wide = [width * scale for width in widths]
        style = table.Style(size=9.5, least=24, left=tuple(range(1, len(cells), 2)))
        self.need(table.height_of(cells, wide, style))
        self.y = table.row(self.page, LEFT, self.y, cells, wide, style, names=names)

    def grid(self, rows: Sequence[Sequence[str]], widths: Sequence[float]) -> None:
        scale = (RIGHT - LEFT) / sum(widths)
        wide = [width * scale for width in widths]
        for place, cells in enumerate(rows):
            self.need(table.height_of(cells, wide, HEAD))
            self.y = table.row(self.page, LEFT, self.y, cells, wide, HEAD, head=place == 0)

    def finish(self, left: str, right: str) -> Paper:
        total = len(self.paper.pages)
        for number, page in enumerate(self.paper.pages, 1):
            page.text(LEFT, page.height - 30, left, 8.5, "hei", colour="#555555")
            page.text(
                page.width / 2, page.height - 30, f"第 {number} 页 / 共 {total} 页", 8.5, "hei", "centre", "#555555"
            )
            page.text(RIGHT, page.height - 30, right, 8.5, "hei", "right", "#555555")
            notice(page)
        return self.paper


def _applicant(form: _Form, world: World) -> None:
    company, officer = world.company, world.staff[-1]
    four, two = (92.0, 160.0, 92.0, 151.0), (92.0, 403.0)
    form.section("一、申请人基本情况")
    form.row(("公司名称", company.name), two, (None, "company"))
    form.row(
        ("统一社会信用代码", company.code, "注册资本（万元）", printed.ten_thousands(company.capital)),
        four,
        (None, "code", None, "capital"),
    )
    head = company.legal_representative
    form.row(("法定代表人", head.name, "证件号码", head.number), four, (None, "legal_representative", None, None))
    form.row(("公司类型", company.sort, "是否上市", "否"), four)
    form.row(("注册住所", company.address), two, (None, "address"))
    form.row(("通信地址", company.address, "邮政编码", world.postal_code), four)
    form.row(("联系人", officer.person.name, "联系电话", officer.person.mobile), four)
    form.row(("电子邮箱", officer.email, "客服电话", world.service_phone), four, (None, None, None, "phone"))


def _business(form: _Form, world: World, business: str) -> None:
    form.section("二、申请业务")
    two = (92.0, 403.0)
    form.row(("业务种类", business), two, (None, "business"))
    form.row(("业务覆盖范围", "、".join(world.coverage)), two, (None, "coverage"))
    form.row(("申请类型", "新申请"), two)
    form.row(("服务对象", "园区企业、商务楼宇小微租户、酒店和公寓"), two)


def _holders(form: _Form, company: Company) -> None:
    form.section("三、股东情况")
    rows: list[Sequence[str]] = [
        ("序号", "股东名称（姓名）", "股东性质", "证件号码", "出资额（万元）", "出资比例", "出资方式")
    ]
    for place, holder in enumerate(company.holders, 1):
        sort = "自然人" if isinstance(holder.owner, Person) else "企业法人"
        rows.append(
            (
                str(place),
                holder.owner.name,
                sort,
                holder.number,
                printed.ten_thousands(holder.amount),
                f"{holder.share}%",
                holder.method,
            )
        )
    form.grid(rows, (28, 132, 54, 122, 62, 52, 45))


def _people(form: _Form, world: World) -> None:
    form.section("四、主要管理人员和技术人员")
    rows: list[Sequence[str]] = [("序号", "姓名", "岗位", "职务", "证件号码", "联系电话")]
    for place, (person, role, title) in enumerate(people_of(world), 1):
        rows.append((str(place), person.name, role, title, person.number, person.mobile))
    form.grid(rows, (28, 56, 110, 84, 130, 87))


def _resources(form: _Form, world: World) -> None:
    access, room, office = world.access, world.room, world.office
    four, two = (92.0, 160.0, 92.0, 151.0), (92.0, 403.0)
    form.section("五、场地和资源")
    form.row(("办公场地地址", office.address), two)
    form.row(("办公场地面积", f"{office.area}平方米", "权属", "租赁"), four)
    if room is not None:
        form.row(("机房地址", room.address), two)
        form.row(("机房面积", f"{room.area}平方米", "权属", "租赁"), four)
    form.row(("接入运营商", access.operator, "接入带宽", f"{access.bandwidth}Mbps"), four)
    form.row(("接入合同编号", access.number, "公网IP数量", f"{access.ip_count}个"), four)


def _declaration(form: _Form, world: World, sealed: bool) -> None:
    form.need(190)
    form.section("六、申请人声明")
    page, top = form.page, form.y
    page.frame(LEFT, top, RIGHT, top + 150)
    page.text(
        LEFT + 24, top + 26, "本公司保证所填写的内容和提交的申请材料真实、完整、有效，并承担相应的法律责任。", 10
    )
    page.text(LEFT + 24, top + 66, "法定代表人（签字）：", 10.5)
    page.text(LEFT + 250, top + 66, "申请人（盖章）：", 10.5)
    page.text(LEFT + 250, top + 118, "日期：", 10.5)
    form.y += 150
    if sealed:
        sign(page, LEFT + 136, top + 64, world.company.legal_representative.name)
        page.text(LEFT + 284, top + 118, printed.day(world.form_on), 11.5, colour=INK, name="signed_on")
        page.stamp(LEFT + 410, top + 80, seals.company_seal(world.company.name), shift=world.seed)
    else:
        page.text(LEFT + 284, top + 118, "　　　　年　　月　　日", 10.5)
