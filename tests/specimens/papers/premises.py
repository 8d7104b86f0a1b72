"""Papers of a machine room or an office: lease, title, consent, fire document."""

from __future__ import annotations

from tests.specimens import codes2d, printed, seals
from tests.specimens.company import FireDocument, Lease, PropertyTitle
from tests.specimens.flow import Flow, Manner
from tests.specimens.sheet import A4_LANDSCAPE, Page, Paper, notice
from tests.specimens.signatures import sign

LEASE_LAYOUTS = ("lessor", "party")
FIRE_LAYOUTS = ("opinion", "record")


def lease(contract: Lease, code: str, layout: str = "lessor") -> Paper:
    """房屋租赁合同; parties are called 出租方/承租方 or 甲方/乙方."""
    title = "机房租赁合同" if contract.premises == "机房" else "办公用房租赁合同"
    paper = Paper("room_lease", layout, [], title=title)
    flow = Flow(paper, Manner(header=f"合同编号：{contract.number}" if layout == "party" else ""))
    lessor, lessee = (
        ("出租方（甲方）", "承租方（乙方）") if layout == "lessor" else ("甲方（出租人）", "乙方（承租人）")
    )
    flow.title(title, 22)
    flow.space(6)
    if layout == "lessor":
        flow.paragraph(f"合同编号：{contract.number}", 0)
    flow.paragraph(f"{lessor}：{contract.lessor}", 0, "lessor")
    flow.paragraph(f"{lessee}：{contract.lessee}", 0, "lessee")
    flow.paragraph(f"统一社会信用代码：{code}", 0)
    flow.paragraph(
        "根据《中华人民共和国民法典》及有关法律、法规的规定，甲乙双方在平等、自愿的基础上，就房屋租赁事宜订立本合同。"
    )
    for heading, clauses in _lease_clauses(contract):
        flow.heading(heading)
        for clause in clauses:
            flow.paragraph(clause)
    _lease_signatures(flow, contract, lessor, lessee)
    paper.fields = {
        "premises": contract.premises, "lessor": contract.lessor, "lessee": contract.lessee, "address": contract.address,
        "area": contract.area, "use": contract.use, "term_from": contract.term_from, "term_to": contract.term_to,
        "signed_on": contract.signed_on,
    }  # fmt: skip
    if contract.renewal:
        paper.fields["auto_renewal"] = "是"
    return flow.finish()


def _lease_clauses(contract: Lease) -> list[tuple[str, list[str]]]:
    renewal = (
        "租赁期满，双方均未提出书面异议的，本合同自动续期三年。"
        if contract.renewal
        else "租赁期满，乙方需继续承租的，应另行签订合同。"
    )
    machine = contract.premises == "机房"
    care = (
        "甲方保证该房屋的供电、空调、防雷接地和消防设施符合通信机房的使用要求，并允许基础电信企业的光缆引入。"
        if machine
        else "甲方负责公共区域的保洁、保安以及电梯、空调系统的维护。"
    )
    return [
        ("第一条　租赁房屋", [
            f"1．房屋坐落：{contract.address}。",
            f"2．房屋建筑面积：{contract.area}平方米。",
            f"3．房屋用途：{contract.use}。未经甲方书面同意，乙方不得改变房屋用途。",
        ]),
        ("第二条　租赁期限", [f"租赁期限自{printed.day(contract.term_from)}起至{printed.day(contract.term_to)}止。{renewal}"]),
        ("第三条　租金及支付方式", [
            f"1．租金为每月人民币{printed.money(contract.rent)}元（大写：{printed.in_words(contract.rent)}）。",
            "2．租金按季支付，乙方应于每季度首月十日前支付当季租金。",
            "3．本合同签订后五个工作日内，乙方向甲方支付相当于两个月租金的押金。合同终止且乙方无违约的，甲方应无息退还。",
        ]),
        ("第四条　房屋的交付与维护", [
            "1．甲方应于租赁期限起始日前将房屋交付乙方使用。",
            f"2．{care}",
            "3．乙方应合理使用房屋及其附属设施，因使用不当造成损坏的，应负责修复或者赔偿。",
        ]),
        ("第五条　双方的权利义务", [
            "1．甲方保证对该房屋拥有合法的所有权，该房屋未被查封，出租该房屋不存在权属争议。",
            "2．乙方有权在租赁期限内占有和使用该房屋。未经甲方书面同意，乙方不得将房屋转租给第三人。",
            "3．乙方应遵守消防、治安和环境保护的有关规定，不得存放易燃、易爆物品。",
        ]),
        ("第六条　合同的变更、解除与终止", [
            "1．经双方协商一致，可以变更或者解除本合同。",
            "2．因不可抗力致使本合同不能履行的，本合同终止，双方互不承担违约责任。",
        ]),
        ("第七条　违约责任", ["任何一方违反本合同约定的，应当向对方支付相当于一个月租金的违约金；造成损失的，还应当赔偿损失。"]),
        ("第八条　其他", ["本合同一式肆份，甲乙双方各执贰份，自双方盖章之日起生效。因本合同引起的争议，由房屋所在地人民法院管辖。"]),
    ]  # fmt: skip


def _lease_signatures(flow: Flow, contract: Lease, lessor: str, lessee: str) -> None:
    flow.room_for(190)
    flow.space(26)
    top = flow.y
    flow.columns([
        (f"{lessor}（盖章）：", f"{lessee}（盖章）："),
        (contract.lessor, contract.lessee),
        ("代表人（签字）：", "代表人（签字）："),
        ("", ""),
        (f"签订日期：{printed.day(contract.signed_on)}", f"签订日期：{printed.day(contract.signed_on)}"),
    ])  # fmt: skip
    page, left, middle = flow.page, flow.manner.left, flow.page.width / 2
    sign(page, left + 100, flow.y - 38, "虚拟甲")
    sign(page, middle + 106, flow.y - 38, "虚拟乙")
    if contract.lessor_sealed:
        page.stamp(left + 186, top + 78, seals.company_seal(contract.lessor), shift=21)
    page.stamp(middle + 192, top + 78, seals.company_seal(contract.lessee), shift=22)


def property_title(title: PropertyTitle) -> Paper:
    """不动产权证书: the page with the number and the page with the right."""
    page = Page(*A4_LANDSCAPE)
    paper = Paper("property_title", "certificate", [page], title="不动产权证书")
    page.frame(30, 30, page.width - 30, page.height - 34, 1.4, "#a33c3c")
    page.text(page.width / 2, 74, "中华人民共和国不动产权证书", 20, "bold", "centre")
    page.text(page.width / 2, 100, title.number, 12.5, "song", "centre", name="number")
    rows = (
        ("权利人", title.owner, "owner"), ("共有情况", "单独所有", None), ("坐落", title.address, "address"), ("不动产单元号", title.unit, None),
        ("权利类型", "国有建设用地使用权/房屋所有权", None), ("权利性质", "出让/自建房", None), ("用途", title.use, "use"),
        ("面积", f"房屋建筑面积{title.area}平方米", "area"), ("使用期限", f"国有建设用地使用权 {printed.day(title.issued_on)}起 {printed.day(printed.years_on(title.issued_on, 50))}止", None),
        ("权利其他状况", "房屋结构：钢筋混凝土结构；总层数：6层；房屋建成年份：2018年", None),
    )  # fmt: skip
    y = 118.0
    for label, value, name in rows:
        page.frame(60, y, 160, y + 34)
        page.frame(160, y, page.width - 60, y + 34)
        page.spread(72, y + 22, label, 76, 11, "song")
        page.text(176, y + 22, value, 11, name=name)
        y += 34
    page.picture(64, y + 14, 52, 52, codes2d.qr(77))
    page.text(page.width - 250, y + 34, "登记机构（章）", 11)
    page.text(page.width - 250, y + 56, printed.day(title.issued_on), 11)
    page.stamp(page.width - 180, y + 34, seals.office_seal("虚构区不动产登记中心"), 96, shift=31)
    notice(page)
    paper.fields = {
        "owner": title.owner, "address": title.address, "use": title.use, "area": title.area,
        "number": title.number,
    }  # fmt: skip
    return paper


def consent(grantor: str, grantee: str, address: str, signed_on: str, sort: str = "转租同意书") -> Paper:
    """The owner's consent to a sublease or to the use as a machine room."""
    paper = Paper("consent", "letter", [], title=sort)
    flow = Flow(paper, Manner(footer=""))
    flow.space(30)
    flow.title(sort, 22)
    flow.space(16)
    flow.paragraph(f"{grantee}：", 0, "grantee")
    verb = "将下列房屋转租并由你公司" if sort.startswith("转租") else "你公司将下列房屋"
    flow.paragraph(
        f"我单位系坐落于{address}房屋的产权人，同意{verb}作为通信机房使用，用于开展互联网接入服务业务，并允许基础电信企业引入光缆及安装通信设备。"
    )
    flow.paragraph("同意期限与房屋租赁合同的租赁期限一致。")
    flow.paragraph("特此说明。")
    flow.space(70)
    page = flow.page
    page.text(page.width - 90, flow.y, f"产权人（盖章）：{grantor}", 12, anchor="right", name="grantor")
    page.text(page.width - 90, flow.y + 26, printed.day(signed_on), 12, anchor="right", name="signed_on")
    page.stamp(page.width - 160, flow.y + 6, seals.company_seal(grantor), shift=23)
    paper.fields = {"grantor": grantor, "grantee": grantee, "address": address, "signed_on": signed_on}
    return flow.finish()


def fire_document(fire: FireDocument) -> Paper:
    """建设工程消防验收意见书, or the 备案凭证 of a smaller project."""
    record = fire.sort == "备案凭证"
    title = "建设工程消防验收备案凭证" if record else "特殊建设工程消防验收意见书"
    paper = Paper("fire_document", "record" if record else "opinion", [], title=title)
    flow = Flow(paper, Manner(footer=""))
    flow.title(fire.issuer, 20)
    flow.title(title, 20)
    flow.page.text(flow.page.width / 2, flow.y + 8, fire.number, 12, "song", "centre", name="number")
    flow.space(30)
    flow.paragraph(f"{fire.builder}：", 0)
    if record:
        flow.paragraph(
            f"你单位申报的{fire.project}（建设地址：{fire.address}；建筑面积：{fire.area}平方米；使用性质：通信机房）消防验收备案材料收悉，根据《中华人民共和国消防法》《建设工程消防设计审查验收管理暂行规定》等有关规定，予以备案。"
        )
        flow.paragraph(f"备案结论：{fire.conclusion}。")
    else:
        flow.paragraph(
            f"根据《中华人民共和国建筑法》《中华人民共和国消防法》《建设工程质量管理条例》《建设工程消防设计审查验收管理暂行规定》等有关规定，你单位申请{fire.project}（地址：{fire.address}；建筑面积：{fire.area}平方米；使用性质：通信机房）消防验收。按照国家工程建设消防技术标准和建设工程消防验收有关规定，根据申请材料及建设工程现场评定情况，结论如下："
        )
        flow.space(8)
        flow.paragraph(f"　　{fire.conclusion}", 2, "conclusion")
    page = flow.page
    flow.space(110)
    page.text(page.width - 100, flow.y, "（印章）", 12, anchor="right")
    page.text(page.width - 90, flow.y + 26, printed.day(fire.issued_on), 12, anchor="right", name="issued_on")
    page.stamp(page.width - 150, flow.y, seals.office_seal(fire.issuer), shift=24)
    flow.space(90)
    flow.paragraph("建设单位签收：　　　　　　　　　　年　　月　　日", 0)
    flow.paragraph("备注：本文书一式两份，一份交建设单位，一份存档。", 0)
    paper.fields = {
        "sort": fire.sort, "number": fire.number, "project": fire.project, "address": fire.address,
        "conclusion": fire.conclusion, "issuer": fire.issuer, "issued_on": fire.issued_on,
    }  # fmt: skip
    return flow.finish()
