"""公司章程 and 章程修正案: chapters with the eight mandatory items, the shareholders' table, the signature page."""

from __future__ import annotations

from collections.abc import Sequence

from tests.specimens import printed, seals, table
from tests.specimens.company import Company, Holder, Person
from tests.specimens.flow import Flow, Manner
from tests.specimens.sheet import Paper, Value
from tests.specimens.signatures import sign

LAYOUTS = ("ruled", "unruled", "clauses")
HEADS = ("股东姓名（名称）", "证件号码", "认缴出资额（万元）", "出资比例", "出资方式", "出资时间")
NUMERALS = "一二三四五六七八九十"


def draw(company: Company, layout: str = "ruled", archive_stamp: bool = True) -> Paper:
    """The articles in force, signed by every shareholder."""
    paper = Paper("articles", layout, [], title=f"{company.name}章程")
    flow = Flow(paper, Manner(leading=27.5, header=f"{company.name}章程" if layout == "unruled" else ""))
    flow.space(150)
    flow.title(company.name, 22)
    flow.space(18)
    flow.title("章　　程", 30)
    flow.space(330)
    flow.page.text(flow.page.width / 2, flow.y, printed.day(company.articles_on), 14, "song", "centre")
    flow.new_page()
    number = 1
    for chapter, (heading, clauses) in enumerate(_chapters(company, layout)):
        flow.heading(f"第{NUMERALS[chapter]}章　{heading}", centred=True)
        for clause in clauses:
            if clause == "TABLE":
                _holders_table(flow, company, layout)
                continue
            flow.paragraph(f"第{_numeral(number)}条　{clause}")
            number += 1
    _signatures(flow, company)
    if archive_stamp:
        for page in (paper.pages[1], paper.pages[-1]):
            page.stamp(page.width - 130, 130 if page is paper.pages[1] else page.height - 160,
                       seals.office_seal(f"{company.issuer}档案查询专用章"), 108, shift=len(company.name))  # fmt: skip
    paper.fields = {
        "sort": "章程", "company": company.name, "address": company.address, "capital": company.capital,
        "scope": company.scope, "signed_on": company.articles_on,
    }  # fmt: skip
    if archive_stamp:
        paper.fields["archive_stamp"] = f"{company.issuer}档案查询专用章"
    paper.rows = {"shareholders": [_truth(holder) for holder in company.holders]}
    return flow.finish()


def amendment(company: Company, old_scope: str, signed_on: str) -> Paper:
    """章程修正案 that changes the scope."""
    paper = Paper("articles", "amendment", [], title=f"{company.name}章程修正案")
    flow = Flow(paper, Manner())
    flow.title(f"{company.name}", 18)
    flow.title("章程修正案", 22)
    flow.paragraph(
        f"根据《中华人民共和国公司法》及本公司章程的有关规定，经{printed.day(signed_on)}召开的股东会决议通过，对公司章程作如下修改："
    )
    flow.paragraph("一、章程第二章第四条原为：")
    flow.paragraph(f"“公司经营范围：{old_scope}”")
    flow.paragraph("现修改为：")
    flow.paragraph(f"“公司经营范围：{company.scope}”")
    flow.paragraph("二、章程其他条款不变。本修正案自公司登记机关核准登记之日起生效。")
    flow.space(40)
    flow.paragraph(f"法定代表人（签字）：{company.legal_representative.name}", 0)
    sign(flow.page, flow.manner.left + 170, flow.y, company.legal_representative.name)
    flow.paragraph(printed.day(signed_on), 0)
    flow.page.stamp(300, flow.y - 10, seals.company_seal(company.name), shift=8)
    paper.fields = {"sort": "修正案", "company": company.name, "scope": company.scope, "signed_on": signed_on}
    return flow.finish()


def _truth(holder: Holder) -> dict[str, Value]:
    return {
        "name": holder.owner.name, "number": holder.number, "amount": holder.amount, "share": holder.share,
        "method": holder.method, "due_on": holder.due_on,
    }  # fmt: skip


def _numeral(number: int) -> str:
    tens, ones = divmod(number, 10)
    return ("" if tens == 0 else "十" if tens == 1 else NUMERALS[tens - 1] + "十") + (
        NUMERALS[ones - 1] if ones else ""
    )


def _chapters(company: Company, layout: str) -> list[tuple[str, Sequence[str]]]:
    capital = printed.ten_thousands(company.capital)
    in_words = "；".join(
        f"股东{holder.owner.name}（证件号码：{holder.number}），认缴出资额{printed.ten_thousands(holder.amount)}万元，占注册资本的{_percent(holder.share)}，出资方式为{holder.method}，于{printed.day(holder.due_on)}前缴足"
        for holder in company.holders
    )
    holders = (
        (f"{in_words}。",)
        if layout == "clauses"
        else ("股东的姓名（名称）、证件号码、认缴出资额、出资比例、出资方式和出资时间如下：", "TABLE")
    )
    return [
        ("总则", (
            "为规范公司的组织和行为，保护公司、股东、职工和债权人的合法权益，根据《中华人民共和国公司法》和有关法律、行政法规的规定，由全体股东共同制定本章程。",
            f"公司名称：{company.name}（以下简称公司）。",
            f"公司住所：{company.address}。",
        )),
        ("公司经营范围", (
            f"公司经营范围：{company.scope}。",
            "公司改变经营范围的，应当修改公司章程，并向公司登记机关办理变更登记。",
        )),
        ("公司注册资本", (
            f"公司注册资本：人民币{capital}万元。",
            "公司增加或者减少注册资本，应当由股东会作出决议，并依法向公司登记机关办理变更登记手续。",
        )),
        ("股东的姓名或者名称、出资额、出资方式和出资日期", (
            *holders,
            "股东应当按期足额缴纳本章程规定的各自所认缴的出资额。股东未按期足额缴纳出资的，应当对给公司造成的损失承担赔偿责任。",
            "公司成立后，应当向股东签发出资证明书，并置备股东名册。",
        )),
        ("公司的机构及其产生办法、职权、议事规则", (
            "公司股东会由全体股东组成，是公司的权力机构，行使下列职权：选举和更换董事、监事，决定有关董事、监事的报酬事项；审议批准董事的报告和监事的报告；审议批准公司的利润分配方案和弥补亏损方案；对公司增加或者减少注册资本作出决议；对公司合并、分立、解散、清算或者变更公司形式作出决议；修改公司章程。",
            "股东会会议由股东按照出资比例行使表决权。股东会作出修改公司章程、增加或者减少注册资本的决议，以及公司合并、分立、解散或者变更公司形式的决议，应当经代表三分之二以上表决权的股东通过。",
            "股东会会议分为定期会议和临时会议。定期会议每年召开一次，代表十分之一以上表决权的股东、董事或者监事提议召开临时会议的，应当召开临时会议。",
            "公司不设董事会，设董事一名，由股东会选举产生。董事任期三年，任期届满，连选可以连任。董事对股东会负责，召集股东会会议，执行股东会的决议，决定公司的经营计划和投资方案。",
            "公司设经理一名，由董事决定聘任或者解聘。经理对董事负责，主持公司的生产经营管理工作，组织实施公司年度经营计划。",
            "公司不设监事会，设监事一名，由股东会选举产生。监事任期每届三年。监事检查公司财务，对董事、高级管理人员执行职务的行为进行监督。",
        )),
        ("公司的法定代表人", (
            f"公司的法定代表人由执行公司事务的董事担任，现由{company.legal_representative.name}担任。",
            "法定代表人的产生和变更由股东会决定。担任法定代表人的董事辞任的，视为同时辞去法定代表人，公司应当在法定代表人辞任之日起三十日内确定新的法定代表人。",
        )),
        ("财务、会计、利润分配及劳动用工制度", (
            "公司应当依照法律、行政法规和国务院财政部门的规定建立本公司的财务、会计制度，并在每一会计年度终了时编制财务会计报告，依法经会计师事务所审计。",
            "公司分配当年税后利润时，应当提取利润的百分之十列入公司法定公积金。公司弥补亏损和提取公积金后所余税后利润，按照股东实缴的出资比例分配。",
            "公司的劳动用工制度按照国家有关法律、法规执行。",
        )),
        ("公司的解散事由与清算办法", (
            f"公司的营业期限{_term(company)}，自公司营业执照签发之日起计算。",
            "公司有下列情形之一的，可以解散：公司章程规定的营业期限届满；股东会决议解散；因公司合并或者分立需要解散；依法被吊销营业执照、责令关闭或者被撤销。",
            "公司解散的，应当在解散事由出现之日起十五日内组成清算组进行清算。清算结束后，清算组应当制作清算报告，报股东会确认，并报送公司登记机关申请注销公司登记。",
        )),
        ("附则", (
            "股东之间可以相互转让其全部或者部分股权。股东向股东以外的人转让股权的，应当将股权转让的数量、价格、支付方式和期限等事项书面通知其他股东。",
            "本章程经全体股东签字、盖章后生效。本章程未规定的事项，依照《中华人民共和国公司法》执行。",
            "本章程一式叁份，股东各留存一份，报公司登记机关一份。",
        )),
    ]  # fmt: skip


def _term(company: Company) -> str:
    return "为长期" if company.term_to == "长期" else f"为{int(company.term_to[:4]) - int(company.term_from[:4])}年"


def _percent(share: str) -> str:
    return f"{share.removesuffix('.00')}%"


def _holders_table(flow: Flow, company: Company, layout: str) -> None:
    rows = [HEADS]
    rows += [
        (
            holder.owner.name,
            holder.number,
            printed.ten_thousands(holder.amount),
            _percent(holder.share),
            holder.method,
            printed.day(holder.due_on),
        )
        for holder in company.holders
    ]
    total = sum(int(holder.amount) for holder in company.holders)
    rows.append(
        (
            "合计",
            "",
            printed.ten_thousands(str(total)),
            _percent(f"{sum(float(holder.share) for holder in company.holders):.2f}"),
            "",
            "",
        )
    )
    style = table.Style(size=9, ruled=layout == "ruled", least=24)
    flow.grid(rows, (112, 118, 66, 50, 46, 74), style)


def _signatures(flow: Flow, company: Company) -> None:
    flow.new_page()
    flow.paragraph(f"（本页无正文，为《{company.name}章程》之签署页）")
    flow.space(50)
    flow.paragraph("全体股东签字、盖章：", 0)
    for holder in company.holders:
        flow.space(46)
        flow.room_for(60)
        natural = isinstance(holder.owner, Person)
        flow.paragraph(f"{'自然人股东（签字）' if natural else '法人股东（盖章）'}：{holder.owner.name}", 0)
        if isinstance(holder.owner, Person):
            sign(flow.page, flow.manner.left + 180, flow.y, holder.owner.name)
        else:
            flow.page.stamp(flow.manner.left + 290, flow.y + 4, seals.company_seal(holder.owner.name), shift=4)
            head = holder.owner.legal_representative.name
            flow.paragraph(f"法定代表人（签字）：{head}", 0)
            sign(flow.page, flow.manner.left + 170, flow.y, head)
    flow.space(70)
    flow.page.text(
        flow.page.width - flow.manner.right - 60,
        flow.y,
        printed.day(company.articles_on),
        12,
        anchor="right",
        name="signed_on",
    )
