from __future__ import annotations

import re

import pytest
from lxml import html

from pipeline.model.bundle import Renumbering, UploadForecast
from pipeline.model.case import FilingLimit, FilingWindow
from pipeline.model.document import Part
from pipeline.model.findings import WaiverNote
from pipeline.model.values import Text
from pipeline.reports.page import hash_of
from pipeline.reports.words import FILING_REASONS
from tests.unit.reports import outcomes
from tests.unit.reports.outcomes import built, case, finding, outcome, place, result
from tests.unit.reports.pages import page, section, source, words

HOSTILE = '<script>alert(1)</script>"onload="alert(2)\'><img src=x onerror=alert(3)>{{ 7*7 }}'


def hostile_outcome():
    paper = outcomes.LICENCE_PAPER.model_copy(
        update={
            "heading": HOSTILE,
            "why": HOSTILE,
            "gaps": (HOSTILE,),
            "parts": (Part(file=f"papers/{HOSTILE}", sha256="", first=1, last=1),),
            "fields": (outcomes.field("name", HOSTILE, HOSTILE),),
        }
    )
    found = finding(
        "abcdef",
        HOSTILE,
        (place(f"papers/{HOSTILE}", text=HOSTILE),),
        remedy=HOSTILE,
        waiver=WaiverNote(sort="waiver", by=HOSTILE, text=HOSTILE),
    )
    name = outcomes.LEDGER.facts[0].model_copy(update={"value": Text(value=HOSTILE)})
    ledger = outcomes.Ledger(facts=(name, *outcomes.LEDGER.facts[1:]))
    told = case(client=outcomes.client(short_name=HOSTILE), documents=(paper, *outcomes.DOCUMENTS[1:]), ledger=ledger)
    return outcome(
        case=told,
        results=(result("SI-04", found), result("ID-05", finding("fedcba", HOSTILE, outcome="unknown"))),
        files=tuple(each.model_copy(update={"path": HOSTILE, "why": HOSTILE}) for each in outcome().files),
    )


def test_a_hostile_value_stays_a_value():
    told = page(hostile_outcome())
    assert told.xpath("//script | //*[@onload] | //*[@onerror] | //img[@src='x']") == []
    assert HOSTILE in told.findtext(".//title")
    assert "{{ 7*7 }}" in words(told)


def test_the_page_has_no_script_and_a_policy_that_allows_none():
    told = page(outcome())
    handlers = [name for each in told.iter() if isinstance(each.tag, str) for name in each.attrib if name[:2] == "on"]
    assert told.xpath("//script | //iframe | //object | //embed | //form | //link | //base") == []
    assert handlers == []
    (policy,) = told.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    parts = dict(part.split(maxsplit=1) for part in policy.split("; "))
    assert parts["default-src"] == "'none'"
    assert parts["img-src"] == "data:"
    assert "script-src" not in parts
    assert "unsafe" not in policy


def test_the_policy_allows_the_page_s_own_style_and_no_other():
    told = page(outcome())
    (style,) = told.xpath("//style/text()")
    (policy,) = told.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert f"style-src '{hash_of(style)}'" in policy
    assert told.xpath("//*[@style]") == []


def test_nothing_is_fetched_from_anywhere(tmp_path):
    for text in (source(outcome()), source(built(tmp_path))):
        assert re.findall(r"url\(|@import", text) == []
        addresses = html.document_fromstring(text).xpath("//@*[name() != 'content' and (name() != 'alt')]")
        assert [each for each in addresses if "//" in each and not each.startswith("data:image/")] == []


def test_the_page_is_the_same_again():
    assert source(outcome()) == source(outcome())


def test_every_finding_appears_once():
    told = page(outcome())
    anchors = [f"{each.rule}-{one.id}" for each in outcomes.RESULTS for one in each.findings]
    assert sorted(each for each in told.xpath("//@id") if "-" in each) == sorted(anchors)


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        ("client", {"SI-04-a1b2c3", "PK-01-ab12cd", "ID-05-e5e5e5"}),
        ("handler", {"CM-02-b0b0b0"}),
        ("advice", {"MR-05-f00d00"}),
        ("note", {"QU-01-0e0e0e"}),
        ("decided", {"TL-01-77b01e", "CM-01-c0ffee"}),
    ],
)
def test_what_each_person_has_to_do_is_kept_apart(part, expected):
    assert {each for each in section(outcome(), part).xpath(".//@id") if "-" in each} == expected


def test_a_finding_of_a_broader_rule_on_the_same_place_is_folded_under_the_specific_one():
    (card,) = page(outcome()).xpath("//article[@id='SI-04-a1b2c3']")
    assert card.xpath(".//details[@class='folded']//@id") == ["ID-05-e5e5e5"]


def test_the_agenda_at_the_top_leads_to_every_item_of_the_client_and_the_handler():
    told = page(outcome())
    links = told.xpath("//div[@class='agenda']//li/a/@href")
    assert links == ["#SI-04-a1b2c3", "#PK-01-ab12cd", "#CM-02-b0b0b0"]
    assert all(told.get_element_by_id(each.removeprefix("#")) is not None for each in links)


def test_what_is_to_be_printed_and_sealed_heads_the_page_once_the_papers_are_in_order(tmp_path):
    (agenda,) = page(built(tmp_path)).xpath("//div[@class='agenda']")
    assert "请打印盖章 1 07 07_业务发展计划书_云桥_待盖章.pdf 16 页" in words(agenda)
    assert "01_公司营业执照副本_云桥.pdf" not in words(agenda)
    assert "请打印盖章" not in words(page(outcome()))


def test_a_long_agenda_is_cut_and_says_so():
    many = tuple(
        result("SI-04", finding(f"{number:06x}", f"问题 {number}", severity="blocker")) for number in range(14)
    )
    told = page(outcome(results=many))
    assert len(told.xpath("//div[@class='agenda']//li")) == 10
    assert "其余 4 项见下" in words(told)


def test_all_links_inside_the_page_lead_somewhere(tmp_path):
    for told in (page(outcome()), page(built(tmp_path))):
        targets = set(told.xpath("//@id"))
        assert {each.removeprefix("#") for each in told.xpath("//a/@href")} <= targets
        assert len(told.xpath("//@id")) == len(targets)


def test_waivers_and_confirmations_are_shown_with_their_author_their_words_and_their_end():
    decided = words(section(outcome(), "decided"))
    for expected in ("窗口已答复", "张三", "至 2026-12-31", "仅本项", "原件有签字", "王五"):
        assert expected in decided
    whole = finding("77b01e", "旧", waiver=WaiverNote(sort="waiver", by="张三", text="都行", scope="rule"))
    assert "整条规则" in words(section(outcome(results=(result("TL-01", whole, outcome="waived"),)), "decided"))


def test_the_page_says_how_to_confirm_a_doubt_and_to_waive_what_may_be_waived():
    told = page(outcome())
    (confirm,) = told.xpath("//article[@id='CM-02-b0b0b0']//details[@class='register']//code/text()")
    assert confirm.startswith("- {rule: CM-02, of: b0b0b0, saw:")
    (waive,) = told.xpath("//article[@id='PK-01-ab12cd']//details[@class='register']//code/text()")
    assert waive.startswith("- {rule: PK-01, of: ab12cd, until:")
    never = page(outcome(results=(result("DR-01", finding("d0d0d0", "有空缺")),)))
    assert never.xpath("//article[@id='DR-01-d0d0d0']//details[@class='register']") == []


def test_a_finding_without_a_place_on_the_page_shows_the_whole_page():
    (card,) = page(outcome()).xpath("//article[@id='CM-02-b0b0b0']")
    assert len(card.xpath(".//figure[@class='whole']/img[starts-with(@src, 'data:image/')]")) == 1


def test_the_picture_of_its_place_stands_at_every_reading():
    papers = section(outcome(), "papers")
    rows = papers.xpath(".//table[@class='values']//tr[not(@class)]")
    assert len(rows) == 5
    assert all(each.xpath("./td[@class='crop']/img[starts-with(@src, 'data:image/')]") for each in rows)
    assert len(papers.xpath(".//figure[@class='table']/img")) == 1


def test_low_confidence_corrections_repairs_and_gaps_are_marked():
    papers = section(outcome(), "papers")
    by_field = {row.xpath("string(./th/code)"): words(row) for row in papers.xpath(".//table[@class='values']//tr")}
    assert "识读不可靠" in by_field["capital"]
    assert "另读：10万元" in by_field["capital"]
    assert "1,000,000 元" in by_field["capital"]
    assert "张三 更正" in by_field["address"]
    assert "识读不可靠" not in by_field["address"]
    assert "按校验位修正，原读 9199999gMA00000000" in by_field["code"]
    assert "没有读到 未见“营业期限”" in by_field["term_to"]
    assert "识读不可靠" not in by_field["name"]


def test_every_file_is_listed_with_what_became_of_it():
    rows = section(outcome(), "files").xpath(".//tbody/tr")
    assert [each.findtext("th") for each in rows] == [path for path, _, _ in outcomes.FILES]
    told = {each.findtext("th"): words(each) for each in rows}
    assert "无法读取" in told["papers/locked.pdf"]
    assert "请在 client.yaml 的 passwords 中写明" in told["papers/locked.pdf"]
    assert "05 社保证明" in told["papers/05/si.pdf"]


def test_facts_in_dispute_come_first_with_who_says_otherwise():
    facts = section(outcome(), "facts")
    (dispute,) = facts.xpath("./article")
    assert words(dispute.xpath(".//h4")[0]).startswith("公司名称")
    (other,) = dispute.xpath(".//div[@class='side no']")
    assert words(other).startswith("✗ 社保证明 虚构人力有限公司")
    assert other.xpath("./img")
    assert "company.name" not in words(facts.xpath("./details")[0])
    assert "技术负责人" in words(facts.xpath("./details")[0])


def test_the_head_says_between_which_days_to_file_and_which_paper_says_so():
    paper = outcomes.DOCUMENTS[0]
    place = paper.place().model_copy(update={"text": "2026-11-20"})
    latest = FilingLimit(
        day=outcomes.date(2026, 12, 20), reason="stale", document=0, field="printed_on", evidence=place
    )
    told = page(outcome(case=case(window=FilingWindow(latest=latest))))
    (shown,) = [words(each) for each in told.xpath("//p[contains(@class, 'window')]")]
    assert shown.startswith("最晚安全提交日： 2026-12-20")
    assert f"“2026-11-20”，{FILING_REASONS['stale']}" in shown
    assert paper.title in shown
    assert page(outcome()).xpath("//p[contains(@class, 'window')]") == []


def test_both_ways_of_counting_are_shown_the_one_in_force_and_that_days_are_estimated():
    told = words(section(outcome(), "timeline"))
    for day in ("2026-12-15", "2026-12-22", "2027-03-23", "2027-03-16", "2027-04-07"):
        assert day in told
    assert "自受理起算 采用" in told
    assert "自收到申请起算 采用" not in told
    assert "估算" in told
    sure = outcomes.TIMELINE.model_copy(update={"estimated": False, "decide_by": outcomes.date(2027, 3, 16)})
    told = words(section(outcome(case=case(timeline=sure)), "timeline"))
    assert "估算" not in told
    assert "自收到申请起算 采用" in told


def test_settings_show_what_is_not_verified_and_which_difference_they_decide():
    told = section(outcome(), "settings")
    doubtful, chosen = told.xpath("./details")[:2]
    settings = tuple(outcomes.settings_of(outcome()))
    assert len(doubtful.xpath(".//tbody/tr")) == sum(each.setting.status is not None for each in settings)
    assert all("待核" in words(row) for row in doubtful.xpath(".//tbody/tr"))
    assert all(re.search(r"D-\d\d", words(row)) for row in chosen.xpath(".//tbody/tr"))
    assert len(told.xpath(".//tbody/tr")) == len(settings)


def test_open_questions_and_the_gaps_of_drafts_are_listed(tmp_path):
    told = section(built(tmp_path), "questions")
    assert "【待补：产品】" in words(told)
    keys = told.xpath("./table[1]//code/text()")
    assert "expected_users_year1" not in keys
    assert "products" in keys


def test_the_built_package_and_its_proof_are_shown(tmp_path):
    told = words(section(built(tmp_path), "output"))
    for expected in ("dossier.pdf", "2.5 MB", "独立校验通过", "01_公司营业执照副本_云桥.pdf", "图片压缩至 150 dpi"):
        assert expected in told
    assert page(outcome()).xpath("//*[@id='output']") == []


def test_what_the_upload_files_will_be_is_shown_where_none_were_made(tmp_path):
    foreseen = UploadForecast(
        material="09", title="协议", pages=9, size=9_000_000, least=6_000_000, most=5_000_000, over=("甲",)
    )
    told = words(section(outcome(forecast=(foreseen,)), "output"))
    for expected in ("预估", "09 协议", "9.0 MB", "预计压缩至 6.0 MB", "“甲”单独一份仍超过上限", "超过上传限制"):
        assert expected in told
    made = built(tmp_path).model_copy(update={"forecast": (foreseen,)})
    assert "预计" not in words(section(made, "output"))


def test_volumes_are_shown_each_with_its_proof_and_what_was_renumbered(tmp_path):
    listing = outcomes.ASSEMBLED.listing.model_copy(update={"renumbering": Renumbering(inserted=("88-1", "88-2"))})
    files = tuple(
        outcomes.ASSEMBLED.model_copy(
            update={"pdf": outcomes.PDF.model_copy(update={"name": f"dossier-{n}.pdf"}), "listing": listing}
        )
        for n in (1, 2)
    )
    files = (files[0].model_copy(update={"told": ("第 1 册超过单册上限",)}), files[1])
    bound = outcomes.DOSSIER.model_copy(update={"files": files, "proofs": outcomes.DOSSIER.proofs * 2})
    told = words(section(built(tmp_path).model_copy(update={"dossier": bound}), "output"))
    for expected in ("共 2 册", "dossier-1.pdf", "dossier-2.pdf", "第 1 册超过单册上限", "插页 2 页：88-1、88-2"):
        assert expected in told


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ({"verdict": "blocked"}, "不能提交"),
        ({"verdict": "confirm"}, "待人工核对"),
        ({"verdict": "ready"}, "材料核对通过"),
        ({"verdict": "ready", "dossier": outcomes.DOSSIER}, "可打印盖章"),
        ({"verdict": "ready", "dossier": outcomes.DOSSIER, "sealing": "complete"}, "可上传"),
    ],
)
def test_the_verdict_says_what_may_be_done_now(told, expected):
    assert page(outcome(**told)).findtext(".//div[@class='verdict " + told["verdict"] + "']/strong") == expected


def test_a_client_of_whom_nothing_was_read_has_a_page_too():
    bare = case(
        client=outcomes.client(),
        documents=(),
        ledger=outcomes.Ledger(),
        timeline=None,
        inventory=outcomes.Inventory(),
    )
    told = page(outcome(case=bare, files=(), results=()))
    assert told.findtext(".//h1") == "云桥"
    assert told.xpath("//*[@id='timeline']") == []
