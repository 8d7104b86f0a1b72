"""Answers to the profile's questions, consistent with what the papers of the same applicant say."""

from __future__ import annotations

from decimal import Decimal

from tests.specimens.company import World

Answer = str | int | list[str]


def answers(world: World) -> dict[str, Answer]:
    """One answer for every question that every applicant is asked."""
    room, access = world.room, world.access
    rent = Decimal(room.rent if room else "20000") * 12 / 10000
    district = world.company.address[: world.company.address.index("区") + 1]
    return {
        "existing_licences": "无",
        "official_verification": "经办人 2026-12-01 已在官方平台逐份核验（虚构）",
        "vie": "否",
        "self_built_room": "否",
        "employees_total": 16 + world.seed % 9,
        "existing_business": "公司目前从事企业网络系统集成与运维服务，为本地园区企业提供局域网建设、设备维护和驻场支持，现有长期服务客户三十余家。",
        "regional_need": f"{district}的产业园区以软件、设计和电子商务类小微企业为主，现有接入以家庭宽带为主，上行速率不足，缺少固定公网地址和到场维护，企业希望有一家能够按园区集中开通、统一报修的接入服务商。",
        "target_markets": [
            "园区中小企业 | 对称速率、固定公网地址、快速报修",
            "商务楼宇小微租户 | 开通快、按月付费、可随租约退订",
            "酒店和公寓 | 集中接入、无线覆盖、按房间开通",
        ],
        "competitors": [
            "基础电信企业自营宽带 | 网络覆盖广、品牌强，小微企业响应较慢 | 提供到场维护和一站式服务",
            "其他接入服务商 | 价格较低，服务水平参差 | 公开服务指标并按月通报",
        ],
        "market_sources": [
            "公司对目标园区企业的走访记录（2026年6月至9月）",
            "园区管理方提供的入驻企业名册",
            "当地统计部门公开的统计公报",
        ],
        "expected_users_year1": 600,
        "expected_users_year2": 1400,
        "expected_users_year3": 2400,
        "products": [
            "企业互联网专线 | 50M、100M、200M、500M | 园区企业",
            "楼宇共享宽带 | 100M、300M | 小微企业、商户",
            "公寓集中接入 | 每房间100M | 酒店和公寓",
        ],
        "access_modes": ["光纤专线", "以太网LAN", "WLAN"],
        "last_mile": "楼内线路由楼宇产权方建设并提供使用，节点至楼宇的传输电路向基础电信企业租用，公司不自建用户驻地网。",
        "tariffs": [
            "企业互联网专线 | 50M | 700 | 月",
            "企业互联网专线 | 100M | 1200 | 月",
            "企业互联网专线 | 200M | 2000 | 月",
            "楼宇共享宽带 | 100M | 1680 | 年",
            "楼宇共享宽带 | 300M | 2880 | 年",
            "公寓集中接入 | 每房间100M | 40 | 月",
        ],
        "equipment": [
            "接入服务器（BRAS） | 型号A | 2 | 拟购 | 用户接入、认证与地址分配，主备各一",
            "核心路由器 | 型号B | 2 | 拟购 | 出口路由与上联",
            "汇聚交换机 | 型号C | 4 | 拟购 | 用户侧汇聚",
            "防火墙 | 型号D | 2 | 拟购 | 边界防护",
            "认证计费服务器（RADIUS） | 型号E | 2 | 拟购 | 账号认证与计费",
            "日志服务器 | 型号F | 2 | 拟购 | 上网日志留存",
            "网管与安全监测服务器 | 型号G | 1 | 拟购 | 监控、告警与安全审计",
        ],
        "public_ipv4_count": int(access.ip_count),
        "authentication": "专线用户采用静态地址绑定，共享宽带用户采用PPPoE加RADIUS认证，一户一账号，账号与实名登记信息一一对应",
        "room_facilities": [
            "机柜 | 6个标准机柜",
            "供电 | 双路市电加UPS，由机房出租方保障",
            "空调 | 机房专用空调两台，一主一备",
            "消防设施 | 气体灭火与烟感",
            "门禁监控 | 门禁刷卡、视频监控",
        ],
        "duty_roster": "两班制，每班一人在岗、一人备勤，节假日由部门负责人带班",
        "service_targets": [
            "业务开通时限 | 城镇不超过5日",
            "网络可用率 | 不低于99.9%",
            "网内平均时延 | 不超过30毫秒",
            "丢包率 | 不超过0.5%",
            "障碍修复时限 | 城镇不超过24小时，农村不超过48小时",
            "计费差错率 | 不超过万分之一",
        ],
        "milestones": [
            "设备采购与安装 | 1 | 2",
            "系统建设与对接 | 2 | 4",
            "技术评测与整改 | 4 | 5",
            "试运行与业务开通 | 6 | 7",
            "推广与扩容 | 8 | 12",
        ],
        "investment": [
            "网络与安全设备 | 96 | 24 | 24",
            "管理系统建设与评测 | 28 | 6 | 6",
            "机房线缆与配套 | 12 | 2 | 2",
        ],
        "operating_costs": [
            "带宽与电路 | 42 | 60 | 78",
            f"机房租金 | {rent.normalize():f} | {rent.normalize():f} | {rent.normalize():f}",
            "人员 | 86 | 104 | 122",
            "维护与市场 | 18 | 22 | 26",
        ],
        "funding": ["股东实缴出资 | 160", "经营积累 | 40"],
        "revenue_per_user": 240,
        "mlps_level": "第二级",
        "log_retention_months": 12,
        "complaint_email": "jubao@company.example",
        "emergency_contacts": [
            "上联运营商客户网络响应 | 000-00000001",
            "机房值班室 | 000-00000002",
            "属地公安网安部门 | 000-00000003",
        ],
        "outsourcing": "无",
        "cross_border_data": "否",
    }
