"""Every fixed word that the dossier prints, in one place, so that the fonts hold their characters."""

from __future__ import annotations

from typing import Final

HEADING: Final = "电信业务经营许可申请材料"
FILE_TITLE: Final = "{applicant}{heading}"
COVER_LABELS: Final = {
    "licence": "申请业务",
    "coverage": "业务覆盖范围",
    "applicant": "申请单位",
    "code": "统一社会信用代码",
    "authority": "受理机关",
    "day": "申报日期",
    "annexes": "附件",
    "pages": "页数",
}
COVER_PAGES: Final = "全卷共 {pages} 页，含封面、目录"
DAY: Final = "{day.year}年{day.month}月{day.day}日"
SEALING_PENDING: Final = "待盖章稿，不得上传"
SEALING_PENDING_MORE: Final = "打印并加盖公章、扫描后替换，再行上传"
SEALING_COMPLETE: Final = "已盖章稿"
SEALING_COMPLETE_MORE: Final = "盖章件已逐页核对"
DRAFT: Final = "草稿"
DRAFT_BANNER: Final = "草稿，不得提交"
DRAFT_BANNER_MORE: Final = "材料尚未齐备或核对未通过，详见核对报告"

CONTENTS: Final = "目录"
CONTENTS_HEADING: Final = "目　录"
CONTENTS_CONTINUED: Final = "目　录（续）"
COLUMN_NUMBER: Final = "序号"
COLUMN_TITLE: Final = "材料及文件"
COLUMN_PAGES: Final = "页码"
PAGES_TO: Final = "–"
INSERTS_TO: Final = "至"
SIGNED_NOTE: Final = "电子签章以原件为准"
MISSING_NOTE: Final = "缺"
NOTES: Final = " · "  # between notes of one row

COVER: Final = "封面"
MATERIAL: Final = "材料"
DIVIDER_PAGES: Final = "第 {first} 页至第 {last} 页"
DIVIDER_DOCUMENTS: Final = "本项文件"
PLACEHOLDER: Final = "缺：第{number}项 {title}"
PLACEHOLDER_MORE: Final = "本页为占位页，补齐材料后自动替换"

STAMP: Final = "第 {page} 页 / 共 {pages} 页"
STAMP_MATERIAL: Final = "材料{number}　"
STAMP_ALPHABET: Final = "第页共材料草稿封面目录/·—-　 0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"

SEMICOLON: Final = "；"
ELLIPSIS: Final = "…"
UNDRAWABLE: Final = "〓"  # the geta mark: printers' sign for a character that no font has

WHY_SCALED: Final = "页边无空白，缩至 {percent}%"
WHY_ENLARGED: Final = "页面过小，放大版面"
WHY_ENCLOSED: Final = "页面内容残缺，整体封装"
WHY_PHOTOGRAPHED: Final = "页面内容损坏，转为图像"
WHY_FLATTENED: Final = "表单、批注按外观压平"

WHY_REDRAWN: Final = "表单值无外观，重新排印"

GONE: Final = {
    "uri": "外部链接",
    "action": "动作或脚本",
    "file": "嵌入文件",
    "media": "多媒体或三维内容",
    "hidden": "隐藏的批注",
    "bare": "无外观的批注",
    "link": "指向未收录页的链接",
}


def characters() -> str:
    """Every character of the fixed words."""
    found: set[str] = set()
    for value in globals().values():
        if isinstance(value, str):
            found.update(value)
        elif isinstance(value, dict):
            found.update(*(text for text in value.values() if isinstance(text, str)))
    return "".join(sorted(found))
