"""The report as a browser shows it: offline, without script, on a desk and on a phone."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import justmytype_intl_cjk
import pytest
from playwright.sync_api import Browser, Page, Route, sync_playwright

from tests.unit.reports.outcomes import built, finding, outcome, place, result
from tests.unit.reports.pages import source

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking")
WIDTHS = (390, 1280)
LONG = "北京市虚构区云桥路36号院2号楼" * 8 + "X" * 90
"""A value that has no place to break."""
FONTS = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{folder}</dir><cachedir>{cache}</cachedir></fontconfig>"""

pytestmark = pytest.mark.skipif(
    not any(map(shutil.which, BROWSERS)), reason="no Chromium on this machine (apt-get install chromium)"
)


class Seen:
    """A page with everything that it asked for or complained about."""

    def __init__(self, page: Page, file: Path) -> None:
        self.page = page
        self.complaints: list[str] = []
        self.requests: list[str] = []
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.route("**/*", self._only_the_file)
        page.goto(file.as_uri())

    def _only_the_file(self, route: Route) -> None:
        address = route.request.url
        if address.startswith(("file:", "data:")):
            route.continue_()
        else:
            self.requests.append(address)
            route.abort()

    def resize(self, width: int) -> None:
        self.page.set_viewport_size({"width": width, "height": 900})

    def sideways(self) -> int:
        """By how many pixels the page is wider than the window."""
        return self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")

    def open_all(self) -> int:
        """Click every closed summary, as a person does; how many stay closed."""
        closed = self.page.locator("details:not([open]) > summary:visible")
        for _ in range(self.page.locator("details").count()):
            if not closed.count():
                break
            closed.first.click()
        return self.page.locator("details:not([open])").count()


@pytest.fixture(scope="module")
def browser(tmp_path_factory) -> Iterator[Browser]:
    fonts = Path(justmytype_intl_cjk.__file__).parent / "fonts/ofl/notosanssc"
    home = tmp_path_factory.mktemp("fonts")
    (home / "fonts.conf").write_text(FONTS.format(folder=fonts, cache=home), encoding="utf-8")
    program = next(found for name in BROWSERS if (found := shutil.which(name)))
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(
            executable_path=program, args=list(ARGUMENTS), env={"FONTCONFIG_FILE": str(home / "fonts.conf")}
        )
        yield running
        running.close()


@pytest.fixture(scope="module", params=["blocked", "built"])
def seen(request, browser, tmp_path_factory) -> Iterator[Seen]:
    folder = tmp_path_factory.mktemp(request.param)
    hard = (*outcome().results, result("SI-05", finding("5151ff", LONG, (place(LONG, text=LONG),), remedy=LONG)))
    told = outcome(results=hard) if request.param == "blocked" else built(folder)
    (folder / "report.html").write_text(source(told), encoding="utf-8")
    context = browser.new_context(offline=True)
    context.set_default_timeout(5000)
    yield Seen(context.new_page(), folder / "report.html")
    context.close()


def test_it_opens_without_a_complaint_and_asks_nobody_for_anything(seen):
    seen.page.wait_for_load_state("load")
    assert (seen.complaints, seen.requests) == ([], [])
    assert seen.page.locator("h1").inner_text() == "云桥（虚构）网络有限公司"


def test_its_own_style_sheet_passes_its_policy(seen):
    verdict = seen.page.locator(".verdict")
    assert verdict.evaluate("each => getComputedStyle(each).backgroundColor") in {
        "rgb(179, 38, 30)",
        "rgb(26, 107, 59)",
    }


@pytest.mark.parametrize("width", WIDTHS)
def test_it_never_scrolls_sideways_closed_or_open(seen, width):
    seen.page.reload()
    seen.resize(width)
    assert seen.sideways() == 0
    assert seen.open_all() == 0
    assert seen.sideways() == 0


def test_every_link_leads_to_something_that_is_then_in_view(seen):
    seen.page.reload()
    seen.resize(1280)
    links = seen.page.locator("a[href^='#']:visible")
    assert links.count() > 0
    for target in {link.get_attribute("href") for link in links.all()}:
        seen.page.locator(f"a[href='{target}']").first.click()
        assert seen.page.evaluate("location.hash") == target
        shown = seen.page.locator(f"[id='{target[1:]}']")
        assert shown.count() == 1
        assert shown.evaluate("each => each.getBoundingClientRect().top < innerHeight"), target


def test_a_script_that_got_in_would_not_run(seen):
    seen.page.reload()
    with seen.page.expect_console_message() as refusal:
        seen.page.evaluate(
            "() => { const bad = document.createElement('script'); bad.textContent = 'document.title = \"run\"';"
            " document.body.append(bad); }"
        )
    assert "Content Security Policy" in refusal.value.text
    assert seen.page.title() != "run"
    seen.complaints.clear()


def test_pictures_are_shown_and_stay_inside_the_page(seen):
    seen.page.reload()
    seen.resize(390)
    seen.open_all()
    widths = seen.page.locator("img:not(.table img)").evaluate_all(
        "all => all.map(each => [each.naturalWidth, each.getBoundingClientRect().right])"
    )
    assert widths
    assert all(natural > 0 and right <= 390 for natural, right in widths)


def test_what_is_printed_holds_the_findings_and_no_navigation(seen):
    seen.page.reload()
    seen.page.emulate_media(media="print")
    assert not seen.page.locator("nav").is_visible()
    assert all(card.is_visible() for card in seen.page.locator("#client article, #handler article").all())
    seen.page.emulate_media(media="screen")
