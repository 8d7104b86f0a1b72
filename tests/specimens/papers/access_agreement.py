"""接入资源协议 with a basic operator: parties, clauses, signature page, annex with the bandwidth."""

from __future__ import annotations

from tests.specimens import printed, seals, table
from tests.specimens.company import Access, World
from tests.specimens.flow import Flow, Manner
from tests.specimens.sheet import Paper
from tests.specimens.signatures import sign

SEAL_POINTS = 113.0
"""40 mm."""
LAYOUTS = ("line", "broadband", "hosting")
TITLES = {"line": "互联网专线接入协议", "broadband": "互联网宽带接入业务合同", "hosting": "IDC主机托管服务合同"}


def draw(world: World, layout: str = "line") -> Paper:
    """The agreement; the hosting layout rents cabinets and names no bandwidth."""
    access = world.access
    paper = Paper("access_agreement", layout, [], title=TITLES[layout])
    flow = Flow(paper, Manner(header=f"合同编号：{access.number}"))
    _cover(flow, world, TITLES[layout])
    _parties(flow, world, "服务器设备托管" if layout == "hosting" else "互联网接入资源")
    for heading, clauses in _hosting(access) if layout == "hosting" else _clauses(access, layout):
        flow.heading(heading)
        for clause in clauses:
            flow.paragraph(clause)
    _signatures(flow, world)
    if layout != "hosting" and access.annexed:
        _annex(flow, access)
    paper.fields = _truth(access, layout)
    _straddle(paper, world)
    return flow.finish()


def _straddle(paper: Paper, world: World) -> None:
    """The seal across the fanned leaves: each page's right edge shows a slice."""
    slices = seals.fanned(seals.company_seal(world.company.name), len(paper.pages))
    for page, piece in zip(paper.pages, slices, strict=True):
        wide = SEAL_POINTS * piece.width / seals.SIDE
        page.picture(page.width - wide, 420 - SEAL_POINTS / 2, wide, SEAL_POINTS, piece)


def _truth(access: Access, layout: str) -> dict[str, str | list[str]]:
    fields: dict[str, str | list[str]] = {
        "title": TITLES[layout], **({"number": access.number} if access.number else {}), "operator": access.operator, "customer": access.customer,
        "term_from": access.term_from, "term_to": access.term_to, "signed_on": access.signed_on,
    }  # fmt: skip
    if layout == "hosting" or not access.annexed:
        return fields
    more = {
        "bandwidth": access.bandwidth, "circuit": access.circuit, "ip_count": access.ip_count,
        "location": access.location, "exchange": access.exchange,
    }  # fmt: skip
    purpose = {} if access.own_use else {"purpose": "用于开展互联网接入服务业务"}
    return {**fields, **more, **purpose, **({"auto_renewal": "是"} if access.auto_renewal else {})}


def _cover(flow: Flow, world: World, title: str) -> None:
    flow.space(120)
    flow.title(title, 26)
    flow.space(190)
    for label, value in (("合同编号：", world.access.number), ("甲　　方：", world.access.customer), ("乙　　方：", world.access.operator),
                         ("签订日期：", printed.day(world.access.signed_on)), ("签订地点：", f"{world.province.city}虚构区")):  # fmt: skip
        flow.y += 30
        flow.page.text(flow.manner.left + 50, flow.y, label + value, 14)
    flow.new_page()


def _parties(flow: Flow, world: World, subject: str) -> None:
    access, company = world.access, world.company
    flow.paragraph(f"甲方（客户）：{access.customer}", 0, "customer")
    flow.paragraph(f"统一社会信用代码：{company.code}", 0)
    flow.paragraph(f"地址：{company.address}", 0)
    flow.paragraph(f"法定代表人：{company.legal_representative.name}", 0)
    flow.paragraph(f"乙方（基础电信业务经营者）：{access.operator}", 0, "operator")
    flow.paragraph(f"地址：{world.province.place}虚构区长歌路1号", 0)
    flow.paragraph("负责人：虚拟人", 0)
    flow.space(6)
    flow.paragraph(
        f"根据《中华人民共和国民法典》《中华人民共和国电信条例》等有关法律、法规的规定，甲乙双方本着平等自愿、诚实信用的原则，就乙方向甲方提供{subject}事宜，经协商一致，订立本协议。"
    )


def _clauses(access: Access, layout: str) -> list[tuple[str, list[str]]]:
    renewal = (
        "期满前三十日内双方均未书面提出终止的，本协议自动续期一年，续期次数不限。"
        if access.auto_renewal
        else "期满双方可另行协商续签。"
    )
    name = "专线" if layout == "line" else "宽带"
    return [
        ("第一条　业务内容", [
            f"1.1　乙方向甲方提供{access.circuit}接入服务，电路类型、接入带宽、公网IP地址数量、用户端地址及局向见本协议附件一《接入资源配置表》。",
            f"1.2　{_use(access, name)}",
            "1.3　甲方不得利用乙方提供的接入资源从事违反法律、法规的活动。",
        ]),
        ("第二条　服务期限", [
            f"2.1　本协议服务期限自{printed.day(access.term_from)}起至{printed.day(access.term_to)}止。",
            f"2.2　{renewal}",
        ]),
        ("第三条　费用及支付方式", [
            "3.1　甲方应按附件一所列标准向乙方支付一次性安装调测费和月租费，费用均为含税价。",
            "3.2　月租费按月结算，甲方应于每月二十五日前以银行转账方式支付当月费用。逾期支付的，每逾期一日按照应付未付金额的万分之五支付违约金。",
            "3.3　乙方应在收到款项后十个工作日内向甲方开具增值税专用发票。",
        ]),
        ("第四条　乙方的权利和义务", [
            "4.1　乙方应自本协议生效之日起三十日内完成线路施工和开通调测，并通知甲方共同验收。",
            "4.2　乙方负责局端至甲方用户端设备接口之间线路的维护，提供7×24小时障碍申告受理。网络可用率不低于99.9%，电路障碍修复时限不超过四小时。",
            "4.3　乙方因网络调整、检修等原因需要中断服务的，应当提前七十二小时通知甲方。",
            "4.4　乙方应向甲方分配附件一约定数量的公网IP地址，并配合甲方办理IP地址备案。",
        ]),
        ("第五条　甲方的权利和义务", [
            "5.1　甲方应提供符合设备安装条件的机房、电源和接地，并配合乙方进行线路施工和日常维护。",
            "5.2　甲方应建立网络与信息安全管理制度，落实用户实名登记和日志留存要求，配合有关部门依法实施的监督检查。",
            "5.3　甲方不得擅自改变附件一约定的用户端地址。确需移机的，应提前十五个工作日向乙方提出书面申请。",
        ]),
        ("第六条　网络与信息安全", [
            "6.1　双方应遵守《中华人民共和国网络安全法》等法律、行政法规，各自承担网络与信息安全责任。",
            "6.2　发生网络安全事件时，双方应及时通报情况，相互配合处置。",
        ]),
        ("第七条　保密", ["7.1　双方对在履行本协议过程中知悉的对方商业秘密负有保密义务，未经对方书面同意不得向第三方披露。本条义务在本协议终止后三年内继续有效。"]),
        ("第八条　违约责任", [
            "8.1　任何一方违反本协议约定给对方造成损失的，应当承担赔偿责任。",
            "8.2　乙方未能达到约定的网络可用率的，按照实际中断时间双倍减免当月月租费。",
        ]),
        ("第九条　不可抗力和争议解决", [
            "9.1　因不可抗力不能履行本协议的，根据不可抗力的影响，部分或者全部免除责任。",
            "9.2　因本协议引起的争议，双方应协商解决；协商不成的，任何一方可以向用户端地址所在地人民法院提起诉讼。",
        ]),
        ("第十条　其他", [
            "10.1　本协议附件是本协议不可分割的组成部分，与本协议具有同等法律效力。",
            "10.2　本协议一式肆份，甲乙双方各执贰份，自双方签字并加盖公章之日起生效。",
        ]),
    ]  # fmt: skip


def _use(access: Access, name: str) -> str:
    if access.own_use:
        return f"甲方租用的{name}仅供甲方自用，未经乙方书面同意，甲方不得将{name}提供给第三方使用。"
    return f"甲方租用的{name}用于开展互联网接入服务业务。甲方在取得相应的电信业务经营许可后，可以利用乙方提供的接入资源，向其最终用户提供互联网接入服务。"


def _hosting(access: Access) -> list[tuple[str, list[str]]]:
    return [
        ("第一条　服务内容", [
            "1.1　甲方将其服务器设备托管于乙方数据中心机房，乙方提供机柜租用、U位、电力及代维服务。",
            "1.2　甲方租用标准机柜10个，每个机柜42U，额定功率4kW。",
            "1.3　托管设备的上架、下架由甲方提前三个工作日提出申请，乙方现场人员配合。",
        ]),
        ("第二条　服务期限", [f"2.1　本合同服务期限自{printed.day(access.term_from)}起至{printed.day(access.term_to)}止。", "2.2　期满双方可另行协商续签。"]),
        ("第三条　费用", ["3.1　机柜租用费每个每月4500元，按季支付。", "3.2　代维服务费按次结算。"]),
        ("第四条　机房环境", [
            "4.1　乙方保证机房温度为18至27摄氏度，相对湿度为35%至75%，双路市电并配备不间断电源。",
            "4.2　乙方提供7×24小时机房值守，甲方人员凭登记手续进入机房。",
        ]),
        ("第五条　违约责任", ["5.1　任何一方违反本合同约定给对方造成损失的，应当承担赔偿责任。", "5.2　甲方逾期支付费用的，每逾期一日按照应付未付金额的万分之五支付违约金。"]),
        ("第六条　其他", ["6.1　本合同一式肆份，甲乙双方各执贰份，自双方签字并加盖公章之日起生效。"]),
    ]  # fmt: skip


def _signatures(flow: Flow, world: World) -> None:
    flow.room_for(250)
    flow.space(18)
    flow.paragraph("（以下为签署部分，无正文）", 0)
    flow.space(22)
    top = flow.y
    flow.columns([
        (f"甲方（盖章）：{world.access.customer}", f"乙方（盖章）：{world.access.operator}"),
        ("法定代表人或授权代表（签字）：", "负责人或授权代表（签字）："),
        ("", ""),
        (f"日期：{printed.day(world.access.signed_on)}", f"日期：{printed.day(world.access.signed_on)}"),
    ])  # fmt: skip
    page, left, middle = flow.page, flow.manner.left, flow.page.width / 2
    sign(page, left + 30, flow.y - 17, world.company.legal_representative.name)
    sign(page, middle + 40, flow.y - 17, "虚拟人")
    page.stamp(left + 160, top + 62, seals.company_seal(world.company.name), shift=world.seed)
    page.stamp(middle + 176, top + 62, seals.office_seal(f"{world.access.operator}合同专用章"), shift=world.seed + 1)


def _annex(flow: Flow, access: Access) -> None:
    flow.new_page()
    flow.paragraph("附件一", 0)
    flow.title("接入资源配置表", 18)
    number = int(access.bandwidth)
    bandwidth = f"{number // 1000}Gbps" if number % 1000 == 0 else f"{number}Mbps"
    rows = [
        ("项目", "内容"), ("业务名称", f"{access.circuit}接入"), ("电路类型", access.circuit), ("接入带宽", f"{bandwidth}（上下行对称）"),
        ("公网IP地址数量", f"{access.ip_count}个（IPv4），IPv6地址/48一段"), ("用户端地址", access.location), ("局向", access.exchange),
        ("接口类型", "10GE光口，单模"), ("一次性安装调测费", "5,000.00元"), ("月租费", "38,000.00元"),
        ("服务期限", f"{printed.day(access.term_from)}至{printed.day(access.term_to)}"), ("客户网络响应电话", "000-00000001"),
    ]  # fmt: skip
    flow.grid(rows, (110, 320), table.Style(size=11, least=27, left=(1,)))
