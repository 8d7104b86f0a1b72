"""Provinces and prefecture-level cities of China by their printed names and codes (GB/T 2260, as of 2024)."""

from __future__ import annotations

import re
from typing import NamedTuple

from pipeline.text.normal import squeeze

PROVINCE_CODES = {
    "北京市": "11", "天津市": "12", "河北省": "13", "山西省": "14", "内蒙古自治区": "15",
    "辽宁省": "21", "吉林省": "22", "黑龙江省": "23",
    "上海市": "31", "江苏省": "32", "浙江省": "33", "安徽省": "34", "福建省": "35", "江西省": "36", "山东省": "37",
    "河南省": "41", "湖北省": "42", "湖南省": "43", "广东省": "44", "广西壮族自治区": "45", "海南省": "46",
    "重庆市": "50", "四川省": "51", "贵州省": "52", "云南省": "53", "西藏自治区": "54",
    "陕西省": "61", "甘肃省": "62", "青海省": "63", "宁夏回族自治区": "64", "新疆维吾尔自治区": "65",
    "台湾省": "71", "香港特别行政区": "81", "澳门特别行政区": "82",
}  # fmt: skip
"""Printed name → the first two digits of its region codes, in the official order."""

MUNICIPALITIES = ("北京市", "天津市", "上海市", "重庆市")
"""Provinces that are cities (直辖市)."""

_CITIES = {
    "河北省": "石家庄市 唐山市 秦皇岛市 邯郸市 邢台市 保定市 张家口市 承德市 沧州市 廊坊市 衡水市",
    "山西省": "太原市 大同市 阳泉市 长治市 晋城市 朔州市 晋中市 运城市 忻州市 临汾市 吕梁市",
    "内蒙古自治区": (
        "呼和浩特市 包头市 乌海市 赤峰市 通辽市 鄂尔多斯市 呼伦贝尔市 巴彦淖尔市 乌兰察布市 兴安盟 "
        "锡林郭勒盟 阿拉善盟"
    ),
    "辽宁省": ("沈阳市 大连市 鞍山市 抚顺市 本溪市 丹东市 锦州市 营口市 阜新市 辽阳市 盘锦市 铁岭市 朝阳市 葫芦岛市"),
    "吉林省": "长春市 吉林市 四平市 辽源市 通化市 白山市 松原市 白城市 延边朝鲜族自治州",
    "黑龙江省": (
        "哈尔滨市 齐齐哈尔市 鸡西市 鹤岗市 双鸭山市 大庆市 伊春市 佳木斯市 七台河市 牡丹江市 黑河市 "
        "绥化市 大兴安岭地区"
    ),
    "江苏省": ("南京市 无锡市 徐州市 常州市 苏州市 南通市 连云港市 淮安市 盐城市 扬州市 镇江市 泰州市 宿迁市"),
    "浙江省": "杭州市 宁波市 温州市 嘉兴市 湖州市 绍兴市 金华市 衢州市 舟山市 台州市 丽水市",
    "安徽省": (
        "合肥市 芜湖市 蚌埠市 淮南市 马鞍山市 淮北市 铜陵市 安庆市 黄山市 滁州市 阜阳市 宿州市 "
        "六安市 亳州市 池州市 宣城市"
    ),
    "福建省": "福州市 厦门市 莆田市 三明市 泉州市 漳州市 南平市 龙岩市 宁德市",
    "江西省": "南昌市 景德镇市 萍乡市 九江市 新余市 鹰潭市 赣州市 吉安市 宜春市 抚州市 上饶市",
    "山东省": (
        "济南市 青岛市 淄博市 枣庄市 东营市 烟台市 潍坊市 济宁市 泰安市 威海市 日照市 临沂市 德州市 "
        "聊城市 滨州市 菏泽市"
    ),
    "河南省": (
        "郑州市 开封市 洛阳市 平顶山市 安阳市 鹤壁市 新乡市 焦作市 濮阳市 许昌市 漯河市 三门峡市 "
        "南阳市 商丘市 信阳市 周口市 驻马店市"
    ),
    "湖北省": (
        "武汉市 黄石市 十堰市 宜昌市 襄阳市 鄂州市 荆门市 孝感市 荆州市 黄冈市 咸宁市 随州市 恩施土家族苗族自治州"
    ),
    "湖南省": (
        "长沙市 株洲市 湘潭市 衡阳市 邵阳市 岳阳市 常德市 张家界市 益阳市 郴州市 永州市 怀化市 "
        "娄底市 湘西土家族苗族自治州"
    ),
    "广东省": (
        "广州市 韶关市 深圳市 珠海市 汕头市 佛山市 江门市 湛江市 茂名市 肇庆市 惠州市 梅州市 汕尾市 "
        "河源市 阳江市 清远市 东莞市 中山市 潮州市 揭阳市 云浮市"
    ),
    "广西壮族自治区": (
        "南宁市 柳州市 桂林市 梧州市 北海市 防城港市 钦州市 贵港市 玉林市 百色市 贺州市 河池市 来宾市 崇左市"
    ),
    "海南省": "海口市 三亚市 三沙市 儋州市",
    "四川省": (
        "成都市 自贡市 攀枝花市 泸州市 德阳市 绵阳市 广元市 遂宁市 内江市 乐山市 南充市 眉山市 "
        "宜宾市 广安市 达州市 雅安市 巴中市 资阳市 阿坝藏族羌族自治州 甘孜藏族自治州 凉山彝族自治州"
    ),
    "贵州省": (
        "贵阳市 六盘水市 遵义市 安顺市 毕节市 铜仁市 黔西南布依族苗族自治州 黔东南苗族侗族自治州 黔南布依族苗族自治州"
    ),
    "云南省": (
        "昆明市 曲靖市 玉溪市 保山市 昭通市 丽江市 普洱市 临沧市 楚雄彝族自治州 红河哈尼族彝族自治州 "
        "文山壮族苗族自治州 西双版纳傣族自治州 大理白族自治州 德宏傣族景颇族自治州 怒江傈僳族自治州 "
        "迪庆藏族自治州"
    ),
    "西藏自治区": "拉萨市 日喀则市 昌都市 林芝市 山南市 那曲市 阿里地区",
    "陕西省": "西安市 铜川市 宝鸡市 咸阳市 渭南市 延安市 汉中市 榆林市 安康市 商洛市",
    "甘肃省": (
        "兰州市 嘉峪关市 金昌市 白银市 天水市 武威市 张掖市 平凉市 酒泉市 庆阳市 定西市 陇南市 "
        "临夏回族自治州 甘南藏族自治州"
    ),
    "青海省": (
        "西宁市 海东市 海北藏族自治州 黄南藏族自治州 海南藏族自治州 果洛藏族自治州 玉树藏族自治州 "
        "海西蒙古族藏族自治州"
    ),
    "宁夏回族自治区": "银川市 石嘴山市 吴忠市 固原市 中卫市",
    "新疆维吾尔自治区": (
        "乌鲁木齐市 克拉玛依市 吐鲁番市 哈密市 昌吉回族自治州 博尔塔拉蒙古自治州 巴音郭楞蒙古自治州 "
        "阿克苏地区 克孜勒苏柯尔克孜自治州 喀什地区 和田地区 伊犁哈萨克自治州 塔城地区 阿勒泰地区"
    ),
    "台湾省": "台北市 新北市 桃园市 台中市 台南市 高雄市",
}

_KIND_WORD = re.compile(r"(?:特别行政区|(?:壮族|回族|维吾尔)?自治区|省|市)$")
_PEOPLES = (
    "蒙古族?|藏族|回族|朝鲜族|土家族|苗族|羌族|彝族|布依族|侗族|哈尼族|壮族|傣族|白族|景颇族|傈僳族|柯尔克孜|哈萨克"
)
_CITY_KIND = re.compile(rf"(?:(?:{_PEOPLES})*自治州|地区|盟|市)$")
PROVINCE_OF_CITY = {city: province for province, names in _CITIES.items() for city in names.split()}
"""Printed name of each prefecture-level city, prefecture, league and autonomous prefecture → its province."""
PROVINCE_BY_SHORT = {_KIND_WORD.sub("", name): name for name in PROVINCE_CODES}
"""北京 → 北京市, 内蒙古 → 内蒙古自治区."""
CITY_BY_SHORT = {
    short: name
    for name in PROVINCE_OF_CITY
    if len(short := _CITY_KIND.sub("", name)) > 1 and short not in PROVINCE_BY_SHORT
}
"""深圳 → 深圳市, 延边 → 延边朝鲜族自治州; without the names that are a province's too (吉林, 海南)."""

_NOT_A_PLACE = (
    r"(?![东西南北中]?(?:大?道|路|街|巷)|里|村|桥|湖|小区|花园|家园|苑|大厦|大楼|广场|公寓|饭店|酒店|区|市|县|旗)"
)
_FULL = re.compile("|".join(map(re.escape, sorted([*PROVINCE_CODES, *PROVINCE_OF_CITY], key=len, reverse=True))))
_SHORT_NAMES = sorted([*PROVINCE_BY_SHORT, *CITY_BY_SHORT], key=len, reverse=True)
_SHORT = re.compile(f"(?:{'|'.join(map(re.escape, _SHORT_NAMES))}){_NOT_A_PLACE}")
_CODE_TO_PROVINCE = {code: name for name, code in PROVINCE_CODES.items()} | {"83": "台湾省"}


class Place(NamedTuple):
    """A province and, where named, a city of it."""

    province: str
    city: str | None


def place_named(name: str) -> Place | None:
    """The place that is called exactly so, in full or short: 广东, 深圳, 延边朝鲜族自治州."""
    province = name if name in PROVINCE_CODES else PROVINCE_BY_SHORT.get(name)
    if province is not None:
        return Place(province, province if province in MUNICIPALITIES else None)
    city = name if name in PROVINCE_OF_CITY else CITY_BY_SHORT.get(name)
    return Place(PROVINCE_OF_CITY[city], city) if city is not None else None


def place_at_start(text: str) -> tuple[Place, int] | None:
    """The place whose full or short name a folded text starts with, and the name's length."""
    found = _FULL.match(text) or _SHORT.match(text)
    place = place_named(found.group()) if found is not None else None
    return None if found is None or place is None else (place, found.end())


def province_of(text: str) -> str | None:
    """The printed name of the province that a text lies in or speaks of; None when it names none or several.

    What a text starts with decides (an address, 北京市通信管理局); else full names, else short ones (…深圳分公司).
    """
    written = re.sub(r"[()]", "", squeeze(text)).removeprefix("中华人民共和国").removeprefix("中国")
    if (first := _FULL.match(written) or _SHORT.match(written)) is not None and not _spans_more(written, first):
        return _province(first.group())
    for pattern in (_FULL, _SHORT):
        named = {_province(found.group()) for found in pattern.finditer(written)}
        if named:
            return named.pop() if len(named) == 1 else None
    return None


def province_of_region(region: str) -> str | None:
    """The province of a region code by its first two digits, those of residents of Taiwan (83) included."""
    return _CODE_TO_PROVINCE.get(region[:2])


def _province(name: str) -> str | None:
    place = place_named(name)
    return None if place is None else place.province


def _spans_more(written: str, first: re.Match[str]) -> bool:
    """Whether a list of places stands there (北京市、上海市), which has no one province."""
    rest = written[first.end() :]
    return re.match(r"[、,和及]", rest) is not None and _FULL.match(rest[1:]) is not None
