"""Papers of no kind of their own that quote the words of other papers: covers, contents, invoices, minutes."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tests.specimens.company import World
from tests.specimens.sheet import Page, Paper, notice, wrap

LEFT, TOP, LENGTH = 72.0, 90.0, 450.0

PARTS = (
    "公司营业执照副本", "法定代表人身份证", "公司章程", "股东证明材料", "主要人员身份证及社保记录", "技术人员资质",
    "业务发展计划", "网络与信息安全保障措施", "接入资源协议", "机房租赁合同、消防验收文件", "依法经营承诺书", "申请表",
)  # fmt: skip


def _paper(title: str, rows: Sequence[str], size: float = 20.0) -> Paper:
    page = Page()
    page.text(page.width / 2, TOP, title, size, "hei", "centre")
    y = TOP + 50
    for row in rows:
        y = page.lines(LEFT, y, wrap(row, LENGTH, 11), 19, 11) + 4
    notice(page)
    return Paper("other", "near_miss", [page], title=title)


def divider(part: int) -> Paper:
    """A sheet that only names what follows."""
    page = Page()
    page.text(page.width / 2, 360, f"第{part}部分", 26, "hei", "centre")
    page.text(page.width / 2, 410, PARTS[part - 1], 26, "hei", "centre")
    notice(page)
    return Paper("other", "divider", [page], title=PARTS[part - 1])


def cover(world: World) -> Paper:
    """The cover of a bound application."""
    return _paper(
        "增值电信业务经营许可证申请材料",
        (f"申请单位：{world.company.name}", "业务种类：互联网接入服务业务", f"申请日期：{world.records_on}"),
        28,
    )


def contents(world: World) -> Paper:
    """The table of contents names every kind of paper."""
    rows = [f"{number}．{title}{'…' * 12}{number * 3}" for number, title in enumerate(PARTS, 1)]
    return _paper("目　录", [*rows, f"（{world.company.name}）"])


def own_contents() -> Page:
    """The table of contents inside articles of association, which lists their chapters."""
    chapters = ("总则", "经营范围", "注册资本", "股东", "组织机构", "附则")
    return _paper(
        "目录", [f"第{numeral}章　{name}" for numeral, name in zip("一二三四五六", chapters, strict=True)]
    ).pages[0]


def power_of_attorney(world: World) -> Paper:
    """授权委托书: names the applicant, its head and a card number."""
    head, clerk = world.company.legal_representative, world.staff[0].person
    return _paper(
        "授权委托书",
        (
            f"委托单位：{world.company.name}", f"法定代表人：{head.name}",
            f"受委托人：{clerk.name}　性别：{clerk.sex}　身份证号码：{clerk.number}",
            f"兹委托{clerk.name}前往通信管理局办理增值电信业务经营许可证（互联网接入服务业务）的申请、营业执照核对、合同签订等事宜。",
            "委托期限：自签发之日起至2026年12月31日止。", "委托单位（盖章）：", "日期：2026年3月2日",
        ),
    )  # fmt: skip


def invoice(world: World) -> Paper:
    """An invoice for the line: buyer and seller with their codes."""
    return _paper(
        "电子发票（普通发票）",
        (
            "发票号码：99990000111122223333　开票日期：2026年03月01日",
            f"购买方信息　名称：{world.company.name}　统一社会信用代码/纳税人识别号：{world.company.code}",
            "销售方信息　名称：虚构通信有限公司　统一社会信用代码/纳税人识别号：91999999MA00000000",
            "项目名称　规格型号　单位　数量　单价　金额　税率/征收率　税额", "*电信服务*互联网专线接入　100M　条　1　8000.00　8000.00　6%　480.00",
            "价税合计（大写）捌仟肆佰捌拾元整　（小写）¥8480.00", "备注：机房租赁合同、互联网专线接入协议项下费用。",
        ),
    )  # fmt: skip


def bank_slip(world: World) -> Paper:
    """A bank's slip for the rent."""
    return _paper(
        "银行电子回单",
        (
            "回单编号：9999202603010001　交易日期：2026年03月01日", f"付款人户名：{world.company.name}",
            f"收款人户名：{world.office.lessor}", "金额（大写）：壹万贰仟元整　（小写）：12,000.00", "摘要：房屋租赁合同租金",
        ),
    )  # fmt: skip


def minutes(world: World) -> Paper:
    """Minutes of shareholders that quote the articles."""
    return _paper(
        "股东会会议纪要",
        (
            "会议时间：2026年2月10日　会议地点：公司会议室", f"参会人员：{'、'.join(each.person.name for each in world.staff)}",
            "议题：一、修改公司章程；二、申请增值电信业务经营许可证；三、续签机房租赁合同。",
            "经讨论，全体股东一致同意公司经营范围增加互联网接入服务，注册资本不变，法定代表人不变。", "记录人：会议秘书",
        ),
    )  # fmt: skip


def network_plan(_: World) -> Paper:
    """A drawing of the network: boxes with a few words."""
    return _paper(
        "网络拓扑图",
        (
            "互联网专线（100Mbps）",
            "核心路由器",
            "防火墙　入侵检测　日志服务器",
            "接入交换机",
            "机房（机柜A01）　用户侧接入",
        ),
    )


def request(world: World) -> Paper:
    """申请书 quoting contract words."""
    return _paper(
        "关于申请互联网接入服务业务经营许可的申请书",
        (
            f"通信管理局：{world.company.name}（统一社会信用代码：{world.company.code}）拟从事互联网接入服务业务。",
            "我公司已与虚构通信有限公司签订互联网专线接入协议，甲方为我公司，乙方为虚构通信有限公司，租用带宽100M；",
            f"已租赁{world.office.address}作为机房，租赁期限三年，出租方提供了不动产权证书和消防验收意见书。",
            f"我公司注册资本符合要求，法定代表人为{world.company.legal_representative.name}，员工已参加社会保险。", "特此申请，请予批准。",
        ),
    )  # fmt: skip


def receipt(world: World) -> Paper:
    """材料接收清单: which papers the authority took in."""
    return _paper(
        "材料接收清单",
        (
            f"申请单位：{world.company.name}", "序号　材料名称　份数　页数", "1　营业执照副本　1　1", "2　法定代表人身份证　1　2",
            "3　公司章程　1　8", "4　社会保险缴费证明　3　6", "5　机房租赁合同　1　7", "接收人：　　接收日期：",
        ),
    )  # fmt: skip


Draw = Callable[[World], Paper]

PAPERS: tuple[Draw, ...] = (
    cover, contents, power_of_attorney, invoice, bank_slip, minutes, network_plan, request, receipt,
)  # fmt: skip
