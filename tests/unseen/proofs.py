"""Commitments, looked-up credit, notices of change, and proofs of what people learnt, as many offices print them."""

from __future__ import annotations

from tests.specimens.sheet import Paper
from tests.unseen.drafts import Draft, Word, word
from tests.unseen.kit import credit, paper

NAME = "虚构澄江网络科技有限公司"
CODE = credit("MA6C9J2N")


def _paper(
    kind: str, layout: str, title: str, left: float = 70.0, size: float = 11.0, landscape: bool = False
) -> Draft:
    return Draft(paper(kind, layout, title), left=left, size=size, landscape=landscape)


def commitment_with_blanks() -> Paper:
    """A commitment whose company, kind of business and provinces stand on blanks."""
    pen = _paper("commitment", "blanks", "依法经营电信业务承诺书", 76, 13)
    pen.title("依法经营电信业务承诺书", 20)
    pen.line("北京市通信管理局：")
    pen.blanks(
        "我公司{"
        + NAME
        + "}（统一社会信用代码：{"
        + CODE
        + "}），法定代表人{纪云舒}，现申请在{北京市}经营{互联网接入服务业务}。为依法经营，郑重承诺如下："
    )
    for words in (
        "一、遵守《中华人民共和国电信条例》及《电信业务经营许可管理办法》等规定。",
        "二、不超范围、超地域经营，不出租、出借、转让经营许可证。",
        "三、落实网络与信息安全责任，配合主管部门监督检查。",
        "四、如违反承诺，愿承担相应法律责任。",
    ):
        pen.prose(words)
    pen.space(40)
    pen.line("承诺单位（盖章）：" + NAME, at=(200,))
    pen.line("法定代表人（签字）：", at=(200,))
    pen.line("2026 年 11 月 3 日", at=(300,))
    pen.seal(420, pen.y - 20, NAME, False)
    return pen.done({
        "addressee": "北京市通信管理局", "company": NAME, "legal_representative": "纪云舒", "business": "互联网接入服务业务", "coverage": ["北京市"], "signed_on": "2026-11-03",
    })  # fmt: skip


def commitment_by_head() -> Word:
    """A commitment in Word: company and head in a list above, several provinces."""
    return word("commitment", [
        "致：工业和信息化部",
        "承诺人：" + NAME, "法定代表人：纪云舒", "申请业务：国内互联网接入服务业务", "业务覆盖范围：北京市、天津市、河北省",
        "本公司承诺严格遵守国家有关法律法规，依法开展上述业务，不从事违法违规经营活动。",
        "承诺人（公章）：", "法定代表人签名：", "二〇二六年十月二十九日",
    ], {
        "addressee": "工业和信息化部|中华人民共和国工业和信息化部", "company": NAME, "legal_representative": "纪云舒", "business": "国内互联网接入服务业务|互联网接入服务业务", "coverage": ["北京市", "天津市", "河北省"], "signed_on": "2026-10-29",
    }, "承 诺 书")  # fmt: skip


def credit_of_shareholder() -> Paper:
    """A list of looked-up negative information, a person's."""
    pen = _paper("credit_record", "person", "电信业务经营不良名单查询")
    pen.line("电信业务市场综合管理信息系统", size=15)
    pen.line("首页 > 信息公示 > 电信业务经营不良名单、失信名单", size=9)
    pen.space(10)
    pen.odd([("企业名称/自然人", 110), ("纪云舒", 200), ("查询", 80)], size=10)
    pen.line("查询结果：共 0 条记录", size=11)
    pen.odd(
        [("序号", 50), ("主体名称", 160), ("列入日期", 100), ("列入原因", 140)],
        [("", 50), ("暂无数据", 160), ("", 100), ("", 140)],
        size=9.5,
    )
    pen.line("查询时间：2026-11-10 15:08:33", size=9)
    return pen.done(
        {
            "date": "2026-11-10",
            "subject": "纪云舒",
            "result": "共 0 条记录|共0条记录|暂无数据|0条",
            "source": "电信业务市场综合管理信息系统",
        }
    )


def credit_china() -> Paper:
    """A credit report's head."""
    pen = _paper("credit_record", "credit_china", "公共信用信息报告")
    pen.title("法人和非法人组织公共信用信息报告", 18)
    pen.line(f"机构名称：{NAME}", size=12)
    pen.line(f"统一社会信用代码：{CODE}", size=12)
    pen.line("报告编号：20261108100233Z9", "报告生成日期：2026年11月08日", at=(70, 300), size=10)
    pen.line("数据来源：信用中国（www.creditchina.gov.cn）", size=10)
    pen.line("一、信用信息概要", size=12)
    pen.odd(
        [("行政管理", 110), ("2条", 110), ("诚实守信", 110), ("0条", 110)],
        [("严重失信", 110), ("0条", 110), ("经营异常", 110), ("0条", 110)],
        size=10,
    )
    pen.line("严重失信主体名单信息：查询期内无相关记录", size=10)
    return pen.done({"date": "2026-11-08", "subject": NAME, "source": "信用中国（www.creditchina.gov.cn）|信用中国"})


def notice_of_change() -> Paper:
    """A notice with changes in a table of before and after."""
    pen = _paper("change_notice", "table", "准予变更登记通知书")
    pen.title("虚构市虚构区市场监督管理局", 15)
    pen.title("准予变更登记通知书", 18)
    pen.line("（虚）登字〔2025〕第018823号", at=(330,), size=10)
    pen.prose(f"{NAME}：", 0)
    pen.prose("经审查，你单位提交的变更登记申请材料齐全，符合法定形式，我局决定准予变更登记。变更情况如下：")
    pen.odd([("变更事项", 90), ("变更前", 180), ("变更后", 180)], [("名称", 90), ("虚构澄江信息服务有限公司", 180), (NAME, 180)],
            [("注册资本", 90), ("100万元人民币", 180), ("1000万元人民币", 180)], size=10)  # fmt: skip
    pen.line("2025年7月22日", at=(370,))
    pen.seal(420, pen.y, "虚构市虚构区市场监督管理局")
    return pen.done({"old_name": "虚构澄江信息服务有限公司", "new_name": NAME, "date": "2025-07-22"})


def proof_of_renaming() -> Word:
    """A proof of the change of a name as one sentence."""
    return word("change_notice", [
        "兹证明虚构澄江信息服务有限公司（统一社会信用代码：" + CODE + "）于二〇二五年七月二十二日经我局核准，企业名称变更为" + NAME + "。",
        "特此证明。", "虚构市虚构区市场监督管理局", "2025年7月24日",
    ], {"old_name": "虚构澄江信息服务有限公司", "new_name": NAME, "date": "2025-07-24|2025-07-22"}, "企业名称变更证明")  # fmt: skip


def diploma_of_college() -> Paper:
    """A landscape diploma in running text with the photograph's place at the left."""
    pen = _paper("qualification", "college", "普通高等学校毕业证书", 120, 15, True)
    pen.title("普通高等学校", 22, 8)
    pen.title("毕 业 证 书", 34)
    pen.page.frame(90, 200, 170, 310, 0.6)
    pen.left = 210
    pen.prose(
        "学生　解雨桐　性别女，一九九二年三月二十日生，于二〇一〇年九月至二〇一四年六月在本校信息与通信工程学院通信工程专业四年制本科学习，修完教学计划规定的全部课程，成绩合格，准予毕业。",
        2,
        15,
        2.0,
    )
    pen.space(30)
    pen.line("校　　名：虚构邮电大学", "校（院）长：楚江白", at=(210, 480), size=13)
    pen.line("证书编号：999931201405002231", "二〇一四年六月二十日", at=(210, 480), size=12)
    pen.seal(330, 440, "虚构邮电大学")
    return pen.done({
        "sort": "学历", "holder": "解雨桐", "major": "通信工程", "issuer": "虚构邮电大学", "number": "999931201405002231", "issued_on": "2014-06-20", "level": "本科",
    })  # fmt: skip


def degree_of_master() -> Paper:
    """A master's degree: no photograph, number below."""
    pen = _paper("qualification", "degree", "硕士学位证书", 110, 15)
    pen.title("硕士学位证书", 30)
    pen.space(30)
    pen.prose(
        "骆知行，男，1990年8月2日生。在虚构工业大学电子与通信工程学科（专业）已通过硕士学位的课程考试和论文答辩，成绩合格。根据《中华人民共和国学位条例》的规定，授予工程硕士学位。",
        2,
        15,
        2.0,
    )
    pen.space(30)
    pen.line("虚构工业大学", "校长、学位评定委员会主席：裴若谷", at=(110, 280), size=12)
    pen.line("证书编号：9999332016001882", at=(110,), size=12)
    pen.line("2016年6月28日", at=(330,), size=12)
    return pen.done(
        {
            "holder": "骆知行",
            "major": "电子与通信工程",
            "issuer": "虚构工业大学",
            "number": "9999332016001882",
            "issued_on": "2016-06-28",
        }
    )


def registered_online() -> Paper:
    """The online registration form with two pairs in a row."""
    pen = _paper("qualification", "chsi", "教育部学历证书电子注册备案表", 60)
    pen.title("教育部学历证书电子注册备案表", 18)
    pen.line("更新日期：2026年9月20日", at=(370,), size=9)
    pen.odd([("姓名", 80), ("解雨桐", 150), ("性别", 80), ("女", 120)], [("出生日期", 80), ("1992年03月20日", 150), ("入学日期", 80), ("2010年09月01日", 120)],
            [("毕（结）业日期", 80), ("2014年06月20日", 150), ("学历类别", 80), ("普通高等教育", 120)], [("层次", 80), ("本科", 150), ("学制", 80), ("4 年", 120)],
            [("学习形式", 80), ("普通全日制", 150), ("毕（结）业", 80), ("毕业", 120)], [("院校名称", 80), ("虚构邮电大学", 350)], [("专业", 80), ("通信工程", 350)],
            [("证书编号", 80), ("9999 3120 1405 0022 31", 150), ("校（院）长姓名", 80), ("楚江白", 120)], size=9.5)  # fmt: skip
    pen.line("在线验证码　AKQ7 2M9D XP4W 6R8T", size=11)
    pen.line("在线验证有效期：2026年9月20日至2027年3月19日", size=9.5)
    return pen.done({
        "sort": "学历", "holder": "解雨桐", "major": "通信工程", "number": "999931201405002231", "issuer": "虚构邮电大学", "issued_on": "2014-06-20", "level": "本科", "verify_code": "AKQ72M9DXP4W6R8T",
        "verify_until": "2027-03-19",
    })  # fmt: skip


def title_of_engineer() -> Paper:
    """A certificate of title as a booklet's page, labels with colons down the right half."""
    pen = _paper("qualification", "engineer", "专业技术资格证书", 70, 12, True)
    pen.page.frame(80, 120, 180, 250)
    pen.page.text(130, 190, "照片", 12, "song", "centre")
    for place, (label, value) in enumerate((("姓　　名", "骆知行"), ("性　　别", "男"), ("出生年月", "1990年8月"), ("系列名称", "工程技术"), ("专业名称", "通信工程"), ("资格名称", "高级工程师"), ("授予时间", "2022年12月30日"),
                                            ("证书编号", "虚高职证字第202211008号"), ("评审机构", "虚构市工程系列高级职称评审委员会"), ("发证机关", "虚构市人力资源和社会保障局"))):  # fmt: skip
        pen.page.text(430, 110 + place * 32, f"{label}：", 12, "hei")
        pen.page.text(510, 110 + place * 32, value, 12)
    pen.page.text(90, 90, "专业技术资格证书", 22, "bold")
    return pen.done({
        "sort": "职称", "holder": "骆知行", "major": "通信工程", "title": "高级工程师", "number": "虚高职证字第202211008号", "issued_on": "2022-12-30",
        "issuer": "虚构市人力资源和社会保障局|虚构市工程系列高级职称评审委员会",
    })  # fmt: skip


def soft_exam() -> Paper:
    """The computer and software qualification: a sentence, labels and a foot of two offices."""
    pen = _paper("qualification", "soft", "计算机技术与软件专业技术资格", 90, 12)
    pen.title("计算机技术与软件专业技术资格", 20)
    pen.title("网络工程师", 26)
    pen.prose(
        "本证书由虚构人力资源部门、虚构工业和信息化部门批准颁发，表明持证人通过国家统一组织的考试，取得网络工程师（中级）资格。"
    )
    for label, value in (
        ("姓　　名：", "裘思远"),
        ("证件号码：", "110000199510108217"),
        ("性　　别：", "男"),
        ("出生年月：", "1995年10月"),
        ("级　　别：", "中级"),
        ("批准日期：", "2021年11月07日"),
        ("管 理 号：", "21999110440"),
    ):
        pen.line(label, value, at=(110, 190))
    return pen.done(
        {
            "sort": "资格",
            "holder": "裘思远",
            "title": "网络工程师|网络工程师（中级）",
            "number": "21999110440",
            "issued_on": "2021-11-07",
            "holder_number": "110000199510108217",
        }
    )


def curriculum() -> Word:
    """A CV in Word: a table of data, then paragraphs."""
    return word("qualification", [
        [["姓名", "裘思远", "性别", "男"], ["出生年月", "1995.10", "学历", "大学本科"], ["毕业院校", "虚构邮电大学", "所学专业", "网络工程"], ["现任职务", "网络安全主管", "工作年限", "8年"]],
        "工作经历", "2018.07—2022.03　虚构远山通信有限公司　网络工程师", "2022.04至今　" + NAME + "　网络安全主管",
        "本人承诺以上信息真实。",
    ], {"sort": "简历", "holder": "裘思远", "major": "网络工程"}, "个 人 简 历")  # fmt: skip


FIRST = (
    commitment_with_blanks, commitment_by_head, credit_of_shareholder, credit_china, notice_of_change, proof_of_renaming, diploma_of_college,
    degree_of_master, registered_online, title_of_engineer, soft_exam, curriculum,
)  # fmt: skip
