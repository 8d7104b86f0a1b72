"""A small outcome made by hand, with one of everything that a report shows; everything invented (虚构数据)."""

from __future__ import annotations

import hashlib
from datetime import date
from decimal import Decimal
from pathlib import Path

from pipeline.model.bundle import (
    Assembled,
    BoundDossier,
    BuiltPdf,
    Check,
    ContentsRow,
    PackageFile,
    Placement,
    PlacementList,
    ProofReport,
    Removal,
)
from pipeline.model.case import Case, Timeline
from pipeline.model.client import Client, Confirmation, Correction, Waiver
from pipeline.model.document import Document, Field, Marks, Missing, PageSeal, Part, Reading, Row, Table
from pipeline.model.draft import Draft, OpenPoint
from pipeline.model.evidence import Evidence
from pipeline.model.facts import Fact, Ledger, Witness
from pipeline.model.findings import Finding, Result, WaiverNote, values
from pipeline.model.geometry import Box
from pipeline.model.intake import Inventory, SourceFile
from pipeline.model.outcome import FileAccount, Outcome
from pipeline.model.page import Seal
from pipeline.model.values import Amount, Text
from pipeline.profile.known import Known
from pipeline.profile.loader import load
from pipeline.profile.settings import Settings, resolve
from pipeline.rules.registry import known_rules

PROFILE = load(Path(__file__).parents[3] / "templates" / "isp", Known(rules=known_rules()))
DAY = date(2026, 12, 15)
COMPANY = "云桥（虚构）网络有限公司"
LICENCE, INSURANCE, COMMITMENT = "papers/licence.jpg", "papers/05/si.pdf", "papers/commitment.pdf"


def sha(name: str) -> str:
    return hashlib.sha256(name.encode()).hexdigest()


BOX = Box(72, 90.52, 210, 104)


def place(file: str, box: Box | None = BOX, text: str = "", **told: object) -> Evidence:
    least = {"sha256": sha(file), "page": 1, "engine": "pdfium"}
    return Evidence(file=file, bbox=box, text=text, **{**least, **told})


def field(name: str, value: str | Amount, file: str, **told: object) -> Field:
    typed = value if isinstance(value, Amount) else Text(value=value)
    evidence = told.pop("evidence", None) or place(file, text=str(value))
    return Field(name=name, value=typed, evidence=evidence, **told)


def finding(identity: str, message: str, evidence: tuple[Evidence, ...] = (), **told: object) -> Finding:
    least = {"outcome": "broken", "severity": "blocker", "message_en": "In English", "remedy": "请更正"}
    return Finding(id=identity, message=message, evidence=evidence, **{**least, **told})


def result(
    rule: str, *findings: Finding, outcome: str = "broken", materials: tuple[str, ...] = ("05",), **told
) -> Result:
    severity = findings[0].severity if findings else "blocker"
    said = {"statement": f"{rule} 的要求", "statement_en": "What is asked", "source": "指南§五", "severity": severity}
    return Result(rule=rule, outcome=outcome, materials=materials, findings=findings, **{**said, **told})


LICENCE_PAPER = Document(
    kind="business_licence",
    title="营业执照",
    parts=(Part(file=LICENCE, sha256=sha(LICENCE), first=1, last=1),),
    heading="营业执照",
    material="01",
    fields=(
        field("name", COMPANY, LICENCE),
        field(
            "capital",
            Amount(value=Decimal(1_000_000), unit="CNY"),
            LICENCE,
            evidence=place(LICENCE, Box(72, 120, 160, 134), "100万元", confidence=0.41),
            readings=(Reading(value=Text(value="10万元"), evidence=place(LICENCE)),),
        ),
        field("address", "虚构路1号", LICENCE, corrected_by="张三"),
        field("code", "91999999MA00000000", LICENCE, repaired_from="9199999gMA00000000"),
    ),
    missing=(Missing(name="term_to", reason="未见“营业期限”", anchor="营业期限"),),
    marks=Marks(
        seals=(
            PageSeal(
                file=LICENCE,
                page=1,
                bbox=Box(1, 2, 3, 4),
                seal=Seal(bbox=Box(1, 2, 3, 4), colour="red", ring_text="虚构局"),
            ),
        ),
        colour="colour",
        dpi=200,
    ),
)
INSURANCE_PAPER = Document(
    kind="social_insurance",
    title="社保证明",
    parts=(
        Part(file=INSURANCE, sha256=sha(INSURANCE), first=1, last=1),
        Part(file="papers/05/si2.pdf", sha256=sha("papers/05/si2.pdf"), first=1, last=2),
    ),
    material="05",
    fields=(field("payer", "虚构人力有限公司", INSURANCE),),
    tables=(
        Table(
            name="people",
            rows=(
                Row(fields=(field("name", "王样", INSURANCE, evidence=place(INSURANCE, Box(10, 200, 40, 210))),)),
                Row(fields=(field("name", "李样", INSURANCE, evidence=place(INSURANCE, Box(10, 220, 40, 230))),)),
            ),
        ),
    ),
)
COMMITMENT_PAPER = Document(
    kind="commitment",
    title="依法经营承诺书",
    parts=(Part(file=COMMITMENT, sha256=sha(COMMITMENT), first=1, last=1),),
    material="11",
    also=("12",),
)
UNPLACED_PAPER = Document(
    kind="other", title="其他材料", parts=(Part(file="papers/x.pdf", sha256=sha("papers/x.pdf"), first=1, last=1),)
)
DOCUMENTS = (LICENCE_PAPER, INSURANCE_PAPER, COMMITMENT_PAPER, UNPLACED_PAPER)


def client(**told: object) -> Client:
    least = {
        "folder_name": "acme",
        "sha256": sha("client.yaml"),
        "licence": "isp",
        "coverage": ("北京市",),
        "short_name": "云桥",
    }
    return Client(**{**least, **told})


DECIDED = client(
    answers=(("expected_users_year1", "800"), ("no_such_question", "1")),
    corrections=(
        Correction(document=LICENCE, field="scope", was="旧读数", value="新读数", by="李四", on=DAY, why="看过原件"),
    ),
    confirmed=(Confirmation(rule="CM-01", of="c0ffee", saw="原件有签字", by="王五", on=DAY),),
    waivers=(
        Waiver(rule="TL-01", of="77b01e", until=date(2026, 12, 31), by="张三", why="窗口已答复"),
        Waiver(rule="SI-04", of="a1b2c3", until=date(2026, 1, 31), by="张三", why="早已到期"),
        Waiver(rule="DR-01", until=date(2027, 1, 31), by="张三", why="想略过"),
        Waiver(rule="EQ-02", of="dddddd", until=date(2027, 1, 31), by="张三", why="已无此问题"),
    ),
)

PAYER = place(INSURANCE, text="虚构人力有限公司")
RESULTS = (
    result("EQ-01", outcome="kept", materials=("01",), reason="不低于下限"),
    result(
        "ID-05",
        finding("e5e5e5", "社保证明上的公司名称不同", (PAYER, place(LICENCE)), values=values(left="甲", right="乙")),
        materials=("01", "05"),
    ),
    result("SI-04", finding("a1b2c3", "社保缴纳单位不是本公司", (PAYER,), values=values(payer="虚构人力有限公司"))),
    result(
        "PK-01",
        finding("ab12cd", "缺第 09 项", values=values(number="09", title="接入资源协议")),
        materials=(),
    ),
    result(
        "CM-02",
        finding("b0b0b0", "承诺书上没有认出印章", (place(COMMITMENT, None),), outcome="unknown"),
        outcome="unknown",
        materials=("11",),
    ),
    result(
        "CM-01",
        finding(
            "c0ffee",
            "承诺书上没有认出签字",
            (place(COMMITMENT, None),),
            outcome="unknown",
            confirmed=WaiverNote(sort="confirmation", by="王五", text="原件有签字"),
        ),
        outcome="unknown",
        materials=("11",),
    ),
    result("MR-05", finding("f00d00", "租期不足", severity="warning"), materials=("10",)),
    result(
        "TL-01",
        finding(
            "77b01e",
            "查询记录过旧",
            waiver=WaiverNote(sort="waiver", by="张三", text="窗口已答复", until="2026-12-31"),
        ),
        outcome="waived",
        materials=("01", "05"),
    ),
    result(
        "QU-01",
        finding("0e0e0e", "在宽限之内", outcome="note", severity="info"),
        outcome="kept",
        materials=("06",),
    ),
    result("DR-01", outcome="not_applicable", materials=("07",), reason="未生成"),
)
LEDGER = Ledger(
    facts=(
        Fact(
            name="company.name",
            value=Text(value=COMPANY),
            authority="business_licence",
            evidence=(LICENCE_PAPER.fields[0].evidence,),
            witnesses=(
                Witness(document=0, field="name", value=Text(value=COMPANY), evidence=place(LICENCE), agrees=True),
                Witness(
                    document=1, field="payer", value=Text(value="虚构人力有限公司"), evidence=PAYER, agrees=False
                ),
            ),
        ),
        Fact(
            name="people[0].roles",
            value=Text(value='["技术负责人"]'),
            authority="client.yaml",
            evidence=(Evidence(file="client.yaml", where="/people/0/roles", text="技术负责人"),),
            witnesses=(
                Witness(
                    document=None,
                    source="client.yaml#/people/0/roles",
                    value=Text(value='["技术负责人"]'),
                    evidence=Evidence(file="client.yaml", where="/people/0/roles"),
                    agrees=True,
                ),
            ),
        ),
        Fact(
            name="answers.expected_users_year1",
            value=Text(value="800"),
            authority="client.yaml",
            evidence=(Evidence(file="client.yaml", where="/answers/expected_users_year1"),),
        ),
    )
)
FILES = (
    ("papers/05/si.pdf", "used", ""),
    ("papers/05/si2.pdf", "used", ""),
    ("papers/commitment.pdf", "used", ""),
    ("papers/licence.jpg", "used", ""),
    ("papers/locked.pdf", "unreadable", "有密码，请在 client.yaml 的 passwords 中写明"),
    ("papers/old.pdf", "superseded", "另一份日期更近"),
    ("papers/twice.pdf", "unused", "与 papers/x.pdf 相同"),
    ("papers/x.pdf", "unplaced", "没有认出是什么材料，请人工归类"),
)
TIMELINE = Timeline(
    submit_on=DAY,
    accept_by=date(2026, 12, 22),
    decide_by=date(2027, 3, 23),
    deliver_by=date(2027, 4, 7),
    decide_by_from_acceptance=date(2027, 3, 23),
    decide_by_from_receipt=date(2027, 3, 16),
    estimated=True,
)


def inventory() -> Inventory:
    states = {"used": "readable", "superseded": "readable", "unplaced": "readable", "unused": "duplicate"}
    return Inventory(
        files=tuple(
            SourceFile(
                path=path,
                sha256=sha(path),
                size=10,
                sort="image" if path.endswith(".jpg") else "pdf",
                state=states.get(state, "encrypted"),
                pages=None if state == "unreadable" else 1,
                active_content=("JavaScript", "附件") if path == COMMITMENT else (),
            )
            for path, state, _ in FILES
        )
    )


def case(**told: object) -> Case:
    least = {
        "client": DECIDED,
        "as_of": DAY,
        "inventory": inventory(),
        "documents": DOCUMENTS,
        "ledger": LEDGER,
        "timeline": TIMELINE,
    }
    return Case(**{**least, **told})


def outcome(**told: object) -> Outcome:
    least = {
        "case": case(),
        "files": tuple(
            FileAccount(path=path, sha256=sha(path), pages=None if state == "unreadable" else 1, state=state, why=why)
            for path, state, why in FILES
        ),
        "results": RESULTS,
        "verdict": "blocked",
        "to_confirm": 1,
    }
    return Outcome(**{**least, **told})


def draft(folder: Path) -> Draft:
    """A draft whose two files lie in the folder."""
    docx, pdf = folder / "07_业务发展计划书.docx", folder / "07_业务发展计划书.pdf"
    docx.write_bytes(b"docx")
    pdf.write_bytes(b"pdf")
    return Draft(
        material="07",
        title="业务发展计划书",
        docx=docx,
        pdf=pdf,
        code="A1B2",
        engine="dxpdf 0.8.1",
        pages=16,
        page_texts=("一",),
        open_points=(OpenPoint(question="products", where="第三章", text="【待补：产品】"),),
    )


PDF = BuiltPdf(name="dossier.pdf", sha256=sha("dossier"), size=2_500_000, pages=2)
ASSEMBLED = Assembled(
    pdf=PDF,
    listing=PlacementList(
        title="申请材料",
        final=True,
        pages=2,
        parts_bytes=1,
        rows=(ContentsRow(level=0, number="01", title="执照", first=2, last=2, page=1, box=Box(1, 2, 3, 4)),),
        placements=(
            Placement(page=1, role="cover"),
            Placement(
                page=2,
                role="source",
                material="01",
                file=LICENCE,
                sha256=sha(LICENCE),
                source_page=1,
                content=sha("content"),
                rewritten=("页面过小，放大版面",),
            ),
        ),
    ),
    removed=(Removal(file=LICENCE, page=None, what="外部链接"),),
)
PROOF = ProofReport(
    ok=True,
    basis="plan",
    pages=2,
    sha256=sha("dossier"),
    checks=(Check(name="pages", title="每页在位", ok=True), Check(name="order", title="顺序一致", ok=True)),
)
DOSSIER = BoundDossier(files=(ASSEMBLED,), proofs=(PROOF,))
PACKAGE = (
    PackageFile(
        pdf=BuiltPdf(name="01_公司营业执照副本_云桥.pdf", sha256=sha("01"), size=900_000, pages=1, first_page=2),
        material="01",
        documents=(0,),
        forecast=900_000,
        done=("图片压缩至 150 dpi",),
    ),
    PackageFile(
        pdf=BuiltPdf(name="07_业务发展计划书_云桥_待盖章.pdf", sha256=sha("07"), size=100_000, pages=16),
        material="07",
        documents=(0,),
        forecast=100_000,
    ),
)


def built(folder: Path) -> Outcome:
    """The outcome of a run that wrote drafts, a dossier and a package."""
    return outcome(
        verdict="ready",
        to_confirm=0,
        results=tuple(each for each in RESULTS if each.outcome in {"kept", "waived", "not_applicable"}),
        drafts=(draft(folder),),
        dossier=DOSSIER,
        package=PACKAGE,
    )


def settings_of(told: Outcome) -> Settings:
    return resolve(PROFILE, told.case.as_of, told.case.client)
