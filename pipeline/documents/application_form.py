"""电信业务经营许可证申请表 as the portal makes it."""

from __future__ import annotations

import re

from pipeline.documents import agreements, signing_days
from pipeline.documents.areas import coverage
from pipeline.documents.commitment import person
from pipeline.documents.declaration import (
    DocumentType,
    all_of,
    any_of,
    beside,
    column,
    contains,
    field,
    heading,
    inline,
    labels,
    none_of,
    parsers,
    table,
    worth,
)
from pipeline.documents.parsers import Parsed
from pipeline.documents.titles import titled
from pipeline.layout.glyphs import folded
from pipeline.model.values import Amount
from pipeline.text import days, money

COMPANY = ("公司名称", "申请单位名称", "申请单位", "企业名称", "单位名称", "申请人名称", "申请企业名称", "申请企业")
ADDRESS = (
    "注册住所",
    "公司住所",
    "注册地址",
    "住所",
    "公司注册地址",
    "单位住所",
    "企业住所",
    "住所地",
    "法定住所",
    "单位地址",
    "公司地址",
)
BUSINESS = (
    "业务种类",
    "申请业务种类",
    "申请业务",
    "业务名称",
    "电信业务种类",
    "拟申请业务",
    "拟申请的业务",
    "申请经营的业务",
    "申请经营业务",
    "申请的业务种类",
    "拟经营业务",
    "申办业务",
    "经营业务种类",
)
COVERAGE = (
    "业务覆盖范围",
    "覆盖范围",
    "申请覆盖范围",
    "业务覆盖地域",
    "覆盖地域",
    "业务覆盖地区",
    "覆盖地区",
    "业务覆盖区域",
    "覆盖区域",
)
CAPITAL = ("注册资本", "注册资本（万元）", "注册资金", "注册资金（万元）", "注册资本(万元人民币)")
PHONE = ("客服电话", "客户服务电话", "服务电话", "客服热线", "联系电话", "固定电话", "电话")
OTHERS = (
    "证件号码",
    "公司类型",
    "公司性质",
    "是否上市",
    "通信地址",
    "邮政编码",
    "邮编",
    "联系人",
    "电子邮箱",
    "电子信箱",
    "传真",
    "手机",
    "网址",
    "申请类型",
    "服务对象",
    "办公场地地址",
    "办公场地面积",
    "机房地址",
    "机房面积",
    "权属",
    "接入运营商",
    "接入带宽",
    "接入合同编号",
    "公网IP数量",
    "法定代表人（签字）",
    "申请人（盖章）",
    "申请日期",
    "成立日期",
    "经营范围",
    "营业期限",
)


def ten_thousands(text: str) -> Parsed | None:
    """Capital on a form whose label counts in 万元: a bare number is 万元, a printed unit stands."""
    stated = parsers.capital(text)
    if stated is not None:
        return stated
    amount = money.parse_money(text.strip(parsers.EDGES), "万元")
    return None if amount is None or amount.currency != "CNY" else Parsed(Amount(value=amount.amount, unit="CNY"))


def phone(text: str) -> Parsed | None:
    """A telephone number."""
    plain = re.sub(r"\s", "", text.strip(parsers.EDGES))
    return parsers.words(plain) if re.fullmatch(r"\+?[0-9][0-9()（）-]{5,20}", plain) else None


def holder_name(text: str) -> Parsed | None:
    """A shareholder's name; headings and sums are none."""
    return None if folded(text) in ("合计", "总计") else parsers.name(text)


APPLICATION_FORM = DocumentType(
    kind="application_form",
    title="电信业务经营许可证申请表",
    identify=all_of(
        none_of(titled("章程", "承诺书", "计划书", "通知书", "合同", "协议"), contains("劳动合同制职工")),
        any_of(
            all_of(
                titled("申请表", "申请书"),
                contains("电信", "增值", "经营许可"),
                labels(
                    COMPANY,
                    ("统一社会信用代码",),
                    CAPITAL,
                    ("法定代表人",),
                    BUSINESS,
                    COVERAGE,
                    enough=2,
                ),
            ),
            worth(
                0.8,
                all_of(
                    heading("经营许可证申请表", "经营许可申请表", "业务经营许可证申请"),
                    contains("业务种类", "覆盖"),
                ),
            ),
        ),
    ),
    fields=(
        field("company", beside(*COMPANY, lines=2), parse=parsers.name, required=True),
        field(
            "code",
            beside("统一社会信用代码", "社会信用代码", "营业执照注册号", lines=1),
            parse=parsers.social_code,
            required=True,
        ),
        field("capital", beside(*CAPITAL, lines=1), parse=ten_thousands, required=True),
        field("legal_representative", beside("法定代表人", "法定代表人姓名", lines=1), parse=person, required=True),
        field("address", beside(*ADDRESS, lines=3), required=True),
        field(
            "business",
            beside(*BUSINESS, lines=3),
            required=True,
        ),
        field("coverage", beside(*COVERAGE, lines=4), parse=coverage, required=True),
        field("phone", beside(*PHONE[:4], lines=1), parse=phone, otherwise=(beside(*PHONE[4:], lines=1),)),
        field("service_phone", beside(*PHONE[:4], lines=1), parse=phone),
        field(
            "generated_on",
            inline(rf"(?:生成|打印|导出|填报)(?:时间|日期):?(?P<value>{days.WRITTEN_DAY})", "“生成时间”"),
            beside("生成时间", "生成日期", "打印时间", "填报日期", lines=1),
            parse=parsers.day,
        ),
        field(
            "signed_on",
            beside("日期", "申请日期", "签字日期", lines=1),
            parse=parsers.day,
            otherwise=signing_days.SIGNED_BELOW,
        ),
        field(
            "number",
            inline(r"(?:申请|申请表|受理)(?:编号|单号|号):?(?P<value>[A-Za-z0-9-]{5,30})", "“申请编号”"),
            beside("申请编号", "申请单号", "受理编号", "编号", lines=1),
            parse=agreements.numbers,
        ),
    ),
    tables=(
        table(
            "shareholders",
            column(
                "name",
                "股东名称（姓名）",
                "股东姓名（名称）",
                "股东名称",
                "股东姓名",
                "出资人名称",
                "投资人名称",
                "投资者名称",
                "股东",
                "出资人",
                parse=holder_name,
            ),
            column("kind", "股东性质", "股东类型", "股东类别", "出资人性质", "性质"),
            column(
                "number", "证件号码", "证件号", "证照号码", "身份证号", "统一社会信用代码", parse=parsers.any_number
            ),
            column(
                "amount",
                "认缴出资额",
                "出资额",
                "出资金额",
                "认缴额",
                "认缴金额",
                "认缴出资",
                by_heading=parsers.money_by_heading,
            ),
            column(
                "share", "出资比例", "持股比例", "股权比例", "认缴出资比例", "占比", "比例", parse=parsers.percent
            ),
            column("method", "出资方式", "认缴出资方式", "出资形式", "方式"),
            least=3,
            key="name",
        ),
        table(
            "people",
            column("name", "姓名", parse=person),
            column("number", "证件号码", "身份证号码", "身份证号", "证件号", parse=parsers.identity_number),
            column(
                "role",
                "岗位",
                "职责",
                "角色",
                "担任岗位",
                "人员类别",
                "承担职责",
                "负责事项",
                "分管工作",
                "分管事项",
                "负责工作",
                "职责分工",
            ),
            column("title", "职务", "职务/职称", "职称", "职务职称"),
            column("phone", "联系电话", "电话", "手机", "手机号码", "联系方式", parse=phone),
            least=3,
            key="name",
        ),
    ),
    labels=OTHERS,
    subject=("company",),
    dated="generated_on",
)
