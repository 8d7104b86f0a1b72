"""Invented people, companies and the contracts between them: the world that the papers are drawn from."""

from __future__ import annotations

from dataclasses import dataclass, field

LONG_TERM = "长期"


@dataclass(frozen=True)
class Province:
    """A province, its digits, the city its specimens live in and its operators' branch suffix."""

    name: str
    digits: str
    city: str
    short: str

    @property
    def authority(self) -> str:
        """The bureau that grants a licence inside the province."""
        return f"{self.name}通信管理局"

    @property
    def place(self) -> str:
        """Province and city as an address begins."""
        return self.name if self.name == self.city else self.name + self.city


@dataclass
class Person:
    """A natural person and the two sides of the identity card."""

    name: str
    sex: str
    ethnicity: str
    birth: str
    address: str
    number: str
    issuer: str
    valid_from: str
    valid_to: str
    mobile: str


@dataclass
class Holder:
    """One shareholder's row of the articles; amounts in yuan, the share in percent."""

    owner: Person | Company
    amount: str
    share: str
    method: str = "货币"
    due_on: str = "2027-05-09"

    @property
    def number(self) -> str:
        """The resident number or credit code."""
        return self.owner.number if isinstance(self.owner, Person) else self.owner.code


@dataclass
class Company:
    """A company as its licence and articles tell it."""

    name: str
    code: str
    sort: str
    legal_representative: Person
    capital: str
    founded: str
    term_to: str
    address: str
    scope: str
    issuer: str
    issued_on: str
    holders: list[Holder] = field(default_factory=list)
    articles_on: str = ""
    head_label: str = "法定代表人"

    @property
    def term_from(self) -> str:
        """The term starts on the day of foundation."""
        return self.founded


@dataclass
class Qualification:
    """One certificate, report or curriculum."""

    sort: str
    title: str
    major: str = ""
    issuer: str = ""
    number: str = ""
    issued_on: str = ""
    verify_code: str = ""
    verify_until: str = ""


@dataclass
class Staff:
    """An employee: post, insurance and qualifications."""

    person: Person
    roles: tuple[str, ...]
    title: str
    email: str
    payer: str
    payer_code: str
    insured_from: str
    insured_to: str
    printed_on: str
    qualifications: list[Qualification] = field(default_factory=list)
    last_state: str = ""


@dataclass
class Access:
    """The agreement with the operator; bandwidth in Mbit/s."""

    operator: str
    customer: str
    number: str
    circuit: str
    bandwidth: str
    ip_count: str
    location: str
    exchange: str
    term_from: str
    term_to: str
    signed_on: str
    auto_renewal: bool = True
    hosting_only: bool = False
    own_use: bool = False
    annexed: bool = True


@dataclass
class Lease:
    """A lease of a machine room or an office; area in m², rent in yuan a month."""

    premises: str
    lessor: str
    lessee: str
    address: str
    use: str
    area: str
    rent: str
    term_from: str
    term_to: str
    signed_on: str
    number: str
    renewal: bool = True
    lessor_sealed: bool = True


@dataclass
class PropertyTitle:
    """A title to real estate."""

    owner: str
    address: str
    use: str
    area: str
    number: str
    unit: str
    issued_on: str


@dataclass
class FireDocument:
    """What the fire inspection said."""

    sort: str
    number: str
    project: str
    builder: str
    address: str
    area: str
    conclusion: str
    issuer: str
    issued_on: str


@dataclass
class World:
    """Everything about one applicant that papers tell."""

    seed: int
    province: Province
    coverage: list[str]
    short_name: str
    submit_on: str
    company: Company
    staff: list[Staff]
    access: Access
    room: Lease | None
    title: PropertyTitle | None
    fire: FireDocument | None
    office: Lease
    addressee: str
    commitment_on: str
    form_on: str
    records_on: str
    change_on: str
    answers: dict[str, object]
    postal_code: str
    service_phone: str
    omitted: set[str] = field(default_factory=set)
    chosen: dict[str, str] = field(default_factory=dict)

    def persons(self) -> list[Person]:
        """Every natural person once: representative, staff, shareholders of any level."""
        found = [self.company.legal_representative, *(member.person for member in self.staff)]
        found += natural_holders(self.company)
        return list({person.number: person for person in found}.values())


def natural_holders(company: Company) -> list[Person]:
    """Natural persons among the shareholders at any depth."""
    found: list[Person] = []
    for holder in company.holders:
        found += [holder.owner] if isinstance(holder.owner, Person) else natural_holders(holder.owner)
    return found


def corporate_holders(company: Company) -> list[Company]:
    """Companies among the shareholders at any depth, nearer ones first."""
    found = [holder.owner for holder in company.holders if isinstance(holder.owner, Company)]
    return found + [deeper for company_ in found for deeper in corporate_holders(company_)]
