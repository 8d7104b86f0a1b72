"""Provinces and cities, and the levels of an address."""

from __future__ import annotations

from pathlib import Path

import pytest
import stdnum.cn

from pipeline.text.addresses import Address, AddressKind, compare_addresses, parse_address
from pipeline.text.agreement import Agreement
from pipeline.text.regions import (
    MUNICIPALITIES,
    PROVINCE_CODES,
    PROVINCE_OF_CITY,
    place_named,
    province_of,
    province_of_region,
)


@pytest.mark.parametrize(
    ("text", "province"),
    [
        ("北京市海淀区中关村大街1号", "北京市"),
        ("深圳市", "广东省"),
        ("广东", "广东省"),
        ("内蒙古呼和浩特", "内蒙古自治区"),
        ("北京市通信管理局", "北京市"),
        ("中国电信股份有限公司北京分公司", "北京市"),
        ("中国移动通信集团广东有限公司", "广东省"),
        ("中国联合网络通信有限公司深圳市分公司", "广东省"),
        ("云桥（北京）网络有限公司", "北京市"),
        ("中国（上海）自由贸易试验区世纪大道1号", "上海市"),
        ("上海市浦东新区北京路1号", "上海市"),
        ("上海市北京路1号", "上海市"),
        ("吉林市昌邑区", "吉林省"),
        ("海南藏族自治州共和县", "青海省"),
        ("朝阳市双塔区", "辽宁省"),
        ("苏州工业园区星湖街", "江苏省"),
        ("香港特别行政区中环", "香港特别行政区"),
        ("全国", None),
        ("", None),
        ("朝阳区建国路1号", None),
        ("河北区中山路1号", None),
        ("北京路12号", None),
        ("长春路12号", None),
        ("北京市、上海市", None),
        ("京沪高速公路", None),
    ],
)
def test_the_province_of_a_text_is_the_one_it_starts_with_or_names_alone(text: str, province: str | None) -> None:
    assert province_of(text) == province


def test_the_table_holds_every_prefecture_of_the_public_code_list() -> None:
    lines = (Path(stdnum.cn.__file__).parent / "loc.dat").read_text(encoding="utf-8").splitlines()
    listed: dict[str, str] = {}
    province = ""
    for line in lines:
        code, _, quoted = line.strip().partition(" ")
        name = quoted.partition('="')[2].rstrip('"')
        if line[:1].isdigit():
            province = name
        elif code.endswith("00") and code != "0000":
            current = [
                each.rpartition("]")[2] for each in name.split(",") if not each.startswith("[") or "-]" in each
            ]
            listed |= dict.fromkeys(current, province)
    cities = {name: within for name, within in listed.items() if name.endswith(("市", "自治州", "地区", "盟"))}
    assert len(cities) > 330
    assert {name: PROVINCE_OF_CITY.get(name) for name in cities} == cities


def test_each_province_has_its_code_and_its_cities_lie_in_a_known_province() -> None:
    assert len(PROVINCE_CODES) == 34
    assert [province_of_region(code + "0100") for code in PROVINCE_CODES.values()] == list(PROVINCE_CODES)
    assert province_of_region("119999") == "北京市"
    assert province_of_region("830000") == "台湾省"
    assert province_of_region("99") is None
    assert set(PROVINCE_OF_CITY.values()) == set(PROVINCE_CODES) - set(MUNICIPALITIES) - {
        "香港特别行政区",
        "澳门特别行政区",
    }


def test_short_names_of_places_are_known_and_others_are_not() -> None:
    assert place_named("延边") == ("吉林省", "延边朝鲜族自治州")
    assert place_named("重庆") == ("重庆市", "重庆市")
    assert place_named("吉林") == ("吉林省", None)
    assert place_named("海淀") is None


@pytest.mark.parametrize(
    ("text", "address"),
    [
        (
            "北京市海淀区中关村大街1号海龙大厦3层301室",
            Address(
                "北京市", "北京市", "海淀区", road="中关村大街", number="1", floor="3", room="301", names="海龙大厦"
            ),
        ),
        (
            "北京市北京市海淀区学院路甲5号2号楼平房B座1层1035号",
            Address(
                "北京市",
                "北京市",
                "海淀区",
                road="学院路",
                number="甲5",
                building=("2", "B"),
                floor="1",
                room="1035",
                names="平房",
            ),
        ),
        (
            "上海市浦东新区张江路88弄12号301室",
            Address("上海市", "上海市", "浦东新区", road="张江路", number="弄88", building=("12",), room="301"),
        ),
        (
            "江苏省昆山市玉山镇中山路三号",
            Address("江苏省", None, "昆山市", town="玉山镇", road="中山路", number="3"),
        ),
        (
            "成都高新区天府大道中段1268号1栋11层2-6号",
            Address(
                "四川省",
                "成都市",
                None,
                "高新区",
                road="天府大道中段",
                number="1268",
                building=("1",),
                floor="11",
                room="2-6",
            ),
        ),
        (
            "北京市昌平区回龙观镇二拨子村一组12号",
            Address("北京市", "北京市", "昌平区", town="回龙观镇", road="二拨子村1组", number="12"),
        ),
        (
            "哈尔滨市道里区友谊路1号地下1层B101",
            Address("黑龙江省", "哈尔滨市", "道里区", road="友谊路", number="1", floor="-1", room="B101"),
        ),
        (
            "北京市朝阳区建国路88号院9号楼15层1807（集中办公区）",
            Address(
                "北京市",
                "北京市",
                "朝阳区",
                road="建国路",
                number="88",
                building=("9",),
                floor="15",
                room="1807",
                virtual=True,
            ),
        ),
        ("重庆市县城口县土城路1号", Address("重庆市", "重庆市", "城口县", road="土城路", number="1")),
        ("", Address()),
    ],
)
def test_an_address_is_taken_apart(text: str, address: Address) -> None:
    assert parse_address(text) == address


@pytest.mark.parametrize(
    ("kind", "agreement"),
    [
        ("北京市海淀区中关村大街1号", Agreement.SAME),
        ("北京市海淀区中关村大街2号", Agreement.DIFFERENT),
        ("北京市海淀区中关村大街1号2层", Agreement.UNSURE),
        ("", Agreement.UNSURE),
    ],
)
def test_the_agreement_of_addresses_has_three_values(kind: str, agreement: Agreement) -> None:
    assert compare_addresses("北京市海淀区中关村大街1号", kind).agreement is agreement


def test_a_contradiction_above_outweighs_what_is_missing_below() -> None:
    answer = compare_addresses("北京市海淀区学院路1号3层", "北京市朝阳区学院路1号")
    assert answer == (AddressKind.CONTRADICTION, "district")
