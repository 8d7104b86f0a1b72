"""The fixed words of volumes, inserts and blanks: apart from the others, so that a plain dossier's fonts stay as small."""

from __future__ import annotations

from typing import Final

VOLUME: Final = "第 {volume} 册"
VOLUME_OF: Final = "第 {volume} 册　共 {volumes} 册"
TITLE_OF: Final = "{title}（第{volume}册，共{volumes}册）"
CONTINUED: Final = "{title}（续）"
COVER_PAGES: Final = "本册第 {first}–{last} 页，全卷共 {total} 页，含封面、目录"
INSERTED: Final = "插页 {count} 页：{numbers}"
REPLACED: Final = "换页 {count} 页：{numbers}"
VACANT: Final = "撤页 {count} 页：{numbers}"
UPLOADS: Final = "分件上传：{files}"
BLANK: Final = "空白"
BLANK_PAGE: Final = "（本页空白，不编页码）"
TOO_LONG: Final = "第 {volume} 册 {pages} 页，超过单册上限 {most} 页：{why}"
TOO_LARGE: Final = "第 {volume} 册 {size:.1f} MB，超过单册上限 {most:g} MB：{why}"
ONE_PAPER: Final = "“{title}”一份文件不能拆开"
AS_BEFORE: Final = "沿用已报送的编号，不另行分册"


def characters() -> str:
    """Every character of these words."""
    return "".join(sorted({c for value in globals().values() if isinstance(value, str) for c in value}))
