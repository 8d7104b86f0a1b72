"""The files that a client hands in, made by its plan in the order of the materials."""

from __future__ import annotations

from tests.specimens import lapses, seals
from tests.specimens.company import Person, World, corporate_holders, natural_holders
from tests.specimens.filing import PORTAL, Filing
from tests.specimens.papers import (
    access_agreement,
    application_form,
    articles,
    business_licence,
    id_card,
    letters,
    premises,
    qualification,
    social_insurance,
)
from tests.specimens.plans import Plan
from tests.specimens.sheet import Page, Paper


def filings(world: World, plan: Plan) -> list[Filing]:
    """Every file of the client, in the order of the materials."""
    made = [
        *_licence(world, plan), *_head(world, plan), *_articles(world, plan), *_holders(world),
        *_staff(world, plan), *_qualifications(world, plan), *_access(world, plan), *_room(world, plan),
        *_letters(world, plan), *_form(world, plan),
    ]  # fmt: skip
    return [each for each in made if each.papers or each.word]


def sealed(paper: Paper, world: World, x: float = 96.0, up: float = 100.0) -> Paper:
    """The applicant's seal on the first page of a copy, `up` points above its lower edge."""
    page = paper.pages[0]
    page.stamp(x, page.height - up, seals.company_seal(world.company.name), shift=world.seed)
    return paper


def _licence(world: World, plan: Plan) -> list[Filing]:
    company = world.company
    portrait = plan.licence == "portrait_2015"
    paper = sealed(
        business_licence.draw(company, plan.licence), world, 130 if portrait else 420, 130 if portrait else 92
    )
    notice = sealed(letters.change_notice(world), world)
    return [
        _one("01_营业执照/营业执照副本", paper, plan.licence_surface, plan.licence_turn, plan.licence_exif),
        Filing("01_营业执照/准予变更登记通知书.pdf", [notice]),
    ]


def _one(path: str, paper: Paper, surface: str, turn: int = 0, exif: bool = False) -> Filing:
    """One paper in one file, with the ending that its surface has."""
    return Filing(path + (".jpg" if surface == "photo" else ".pdf"), [paper], surface, turn, exif)


def _head(world: World, plan: Plan) -> list[Filing]:
    head = world.company.legal_representative
    folder = "02_法定代表人身份证"
    if plan.head_card != "two_files" and "head_back" not in world.omitted:
        surface = "scan" if plan.card_surface == "photo" and plan.head_card == "two_pages" else plan.card_surface
        return [_one(f"{folder}/{head.name}", sealed(id_card.draw(head, plan.head_card), world), surface)]
    front = Filing(f"{folder}/身份证_正面.jpg", [_card_side(head, world, front=True)], "photo")
    back = Filing(f"{folder}/身份证_反面.jpg", [_card_side(head, world, front=False)], "photo")
    return [front] if "head_back" in world.omitted else [front, back]


def _card_side(person: Person, world: World, front: bool) -> Paper:
    """One side on a half sheet with the applicant's seal under it."""
    paper = id_card.side(person, front)
    small = paper.pages[0]
    sheet = Page(419.5, 400.0, list(small.marks), dict(small.boxes))
    paper.pages = [sheet]
    return sealed(paper, world, 330, 80)


def _articles(world: World, plan: Plan) -> list[Filing]:
    paper = sealed(
        articles.draw(lapses.with_articles_scope(world.company, world), plan.articles),
        world,
        300,
        240,
    )
    return [_one("03_公司章程", paper, plan.articles_surface)]


def _holders(world: World) -> list[Filing]:
    made: list[Filing] = []
    for company in corporate_holders(world.company):
        licence = sealed(business_licence.draw(company, "landscape_2019", copy_number="2-1"), world, 420, 92)
        made.append(Filing(f"04_股东证明材料/{company.name}_营业执照.pdf", [licence]))
        made.append(
            Filing(
                f"04_股东证明材料/{company.name}_章程.pdf",
                [sealed(articles.draw(company, "unruled"), world, 300, 240)],
            )
        )
    shown = {world.company.legal_representative.number}
    cards = [person for person in natural_holders(world.company) if person.number not in shown]
    made.append(
        Filing(
            "04_股东证明材料/自然人股东身份证.pdf",
            [sealed(id_card.draw(person, "two_pages"), world) for person in cards],
        )
    )
    return made


def _staff(world: World, plan: Plan) -> list[Filing]:
    layout = social_insurance.BY_PROVINCE[world.province.name]
    cards = [sealed(id_card.draw(member.person), world) for member in world.staff]
    if plan.insurance == "unit" and len({member.payer for member in world.staff}) == 1:
        listed = sealed(social_insurance.unit_list(world.staff, world.province), world, 230, 110)
        return [Filing("05_主要人员/身份证.pdf", cards), Filing("05_主要人员/单位参保证明.pdf", [listed])]
    proofs = [
        sealed(social_insurance.draw(member, layout, world.province), world, 96 if layout == "beijing" else 220, 92)
        for member in world.staff
    ]
    if plan.bundled:
        pairs = [paper for pair in zip(cards, proofs, strict=True) for paper in pair]
        return [Filing("05_主要人员/主要人员身份证及社保.pdf", pairs)]
    made = []
    for member, card, proof in zip(world.staff, cards, proofs, strict=True):
        folder = f"05_主要人员/{member.person.name}"
        made += [Filing(f"{folder}/身份证.pdf", [card], "scan"), Filing(f"{folder}/社保.pdf", [proof])]
    return made


def _qualifications(world: World, plan: Plan) -> list[Filing]:
    made: list[Filing] = []
    for place, member in enumerate(world.staff):
        folder = f"06_技术人员资质/{member.person.name}"
        papers = []
        for each in member.qualifications:
            if each.sort == "简历" and plan.word and place == 0:
                continue
            paper = qualification.draw(member, each, world)
            wide = paper.pages[0].width > paper.pages[0].height
            papers.append(sealed(paper, world, 400 if wide else 96, 122 if wide else 104))
        made.append(Filing(f"{folder}_学历资质.pdf", papers))
        if plan.word and place == 0:
            made.append(_word_curriculum(f"{folder}_简历.docx", world))
    return made


def _word_curriculum(path: str, world: World) -> Filing:
    member = world.staff[0]
    return Filing(
        path,
        [qualification.curriculum_truth(member)],
        "word",
        word=lambda: qualification.curriculum_docx(member, world),
    )


def _access(world: World, plan: Plan) -> list[Filing]:
    paper = access_agreement.draw(world, world.chosen.get("access", plan.access))
    return [_one("09_接入资源协议", paper, plan.access_surface)]


def _room(world: World, plan: Plan) -> list[Filing]:
    made: list[Filing] = []
    if world.room is not None:
        made.append(
            _one(
                "10_机房/机房租赁合同", premises.lease(world.room, world.company.code, plan.lease), plan.lease_surface
            )
        )
    if world.title is not None:
        made.append(
            _one(
                "10_机房/不动产权证", sealed(premises.property_title(world.title), world, 380, 96), plan.title_surface
            )
        )
    if plan.sublease and world.title is not None and world.room is not None:
        letter = premises.consent(world.title.owner, world.room.lessor, world.room.address, world.room.signed_on)
        made.append(Filing("10_机房/转租同意书.pdf", [sealed(letter, world)]))
    if world.fire is not None and "fire" not in world.omitted:
        made.append(
            _one("10_机房/消防验收文件", sealed(premises.fire_document(world.fire), world), plan.fire_surface)
        )
    made.append(
        _one("10_机房/办公场地租赁合同", premises.lease(world.office, world.company.code, plan.lease), "digital")
    )
    return made


def _letters(world: World, plan: Plan) -> list[Filing]:
    made = []
    if "commitment" not in world.omitted:
        made.append(_one("11_依法经营承诺书", letters.commitment(world), plan.letters_surface))
    subjects = [(world.company.name, world.company.code)]
    subjects += [(company.name, company.code) for company in corporate_holders(world.company)]
    subjects += [(person.name, person.number) for person in world.persons()]
    records = [
        sealed(letters.credit_record(name, number, world.records_on, serial), world)
        for serial, (name, number) in enumerate(subjects, 1)
    ]
    creator = world.chosen.get("records_made_by", PORTAL)
    return [*made, Filing("1B_信用查询记录.pdf", records, creator=creator)]


def _form(world: World, plan: Plan) -> list[Filing]:
    made = [Filing("12_申请表.pdf", [application_form.draw(world)], creator=PORTAL)]
    if "form_sealed" not in world.omitted:
        made.append(_one("12_申请表_盖章扫描件", application_form.draw(world, sealed=True), plan.form_surface))
    return made
