"""What is said of a source file: one sentence in Chinese that names it, says what is wrong and what to do."""

from __future__ import annotations

from pathlib import PurePosixPath

from pipeline.engines.sniff import Sniffed
from pipeline.model.intake import FileState

SENTENCES = {
    "junk": "“{name}”是系统或临时文件，不是材料，已略过。",
    "link": "“{name}”不是普通文件（链接或设备），未读取。请放入文件本身。",
    "foreign_name": "“{name}”的文件名不是有效的 UTF-8 编码，未读取。请重命名后放入。",
    "unfinished": "“{name}”尚未下载完成。请下载完成后重新运行。",
    "changing": "“{name}”在读取时发生了变化，可能仍在复制或下载。请等复制完成后重新运行。",
    "empty": "“{name}”是空文件（0 字节）。请重新导出或重新下载后放入。",
    "encrypted": "“{name}”设有打开密码。请在 client.yaml 的 passwords 中填写密码，或去除密码后重新放入。",
    "locked": "“{name}”的加密方式无法识别，不能打开。请在原软件中另存为不加密的 PDF 后放入。",
    "damaged": "“{name}”已损坏或不完整，无法打开。请重新导出或重新扫描后放入。",
    "no_permission": "“{name}”没有读取权限，未读取。请修改文件权限或重新复制后放入。",
    "incomplete": "“{name}”不能完整转换。请在 Word 中另存为 PDF 后放入。",
    "no_pages": "“{name}”中没有页面。请重新导出后放入。",
    "too_many_bytes": "“{name}”有 {size} MB，超过单个文件 {most} MB 的上限。请拆分或降低扫描分辨率后放入。",
    "too_many_pages": "“{name}”的页数或尺寸过大（单个文件上限 {most} 页）。请拆分后放入。",
    "too_much_memory": "“{name}”打开时占用内存超过 {most} MB，已中止。请用原软件另存为 PDF 或重新扫描后放入。",
    "timed_out": "“{name}”在 {seconds} 秒内未能打开，已中止。请用原软件另存为 PDF 或重新扫描后放入。",
    "duplicate": "“{name}”与“{other}”内容完全相同，只使用后者。",
    "same_pages": "“{name}”与“{other}”每一页的画面都相同，只使用后者。",
    "unsupported": "“{name}”是 {format} 文件，不能直接使用。请在原软件中导出为 PDF 后放入。",
    "photo": "“{name}”是 {format} 图片，不能直接使用。请转存为 JPEG 或导出为 PDF 后放入。",
    "archive": "“{name}”是 {format} 压缩包，不会自动解压。请解压后把其中的文件放入。",
    "film": "“{name}”是 {format} 视频，不能作为材料。请改为放入材料的扫描件或照片。",
    "recording": "“{name}”是 {format} 录音，不能作为材料。请改为放入材料的扫描件或照片。",
    "shortcut": "“{name}”是快捷方式，文件本身不在这里。请放入它指向的文件。",
    "web_page": "“{name}”是网页文件，不能直接使用。请在浏览器中打印为 PDF 后放入。",
    "reader": "“{name}”是 {format} 文件，不能直接使用。请在 CAJViewer 中打印或另存为 PDF 后放入。",
    "locked_office": "“{name}”设有打开密码。请在原软件中去除密码，或导出为 PDF 后放入。",
    "unknown": "“{name}”的类型无法识别。请在原软件中导出为 PDF 后放入。",
}
NOTES = {
    "repaired": "文件结构有缺陷，已用修复后的副本，原件未改动。",
    "rasterised": "文件受损，已按可见画面重建副本，文字层丢失，建议重新导出。",
    "decrypted": "文件设有密码或权限限制，已用解密后的副本，原件未改动。",
}
ARCHIVES = frozenset({"ZIP", "RAR", "7Z", "GZ", "TAR"})
PHOTOS = frozenset({"HEIC", "HEIF", "AVIF"})
FAULTS = {
    **dict.fromkeys(ARCHIVES, "archive"),
    **dict.fromkeys(PHOTOS, "photo"),
    **dict.fromkeys(("MP4", "MOV", "M4V", "3GP", "AVI", "WEBM", "MKV", "WMV", "FLV", "MPG", "MPEG"), "film"),
    **dict.fromkeys(("MP3", "WAV", "M4A", "AMR", "AAC", "OGG", "WMA", "FLAC", "SILK"), "recording"),
    **dict.fromkeys(("LNK", "URL", "WEBLOC"), "shortcut"),
    **dict.fromkeys(("HTML", "HTM", "MHT", "MHTML"), "web_page"),
    **dict.fromkeys(("CAJ", "NH", "KDH"), "reader"),
}
"""What is said of formats that need more than 请在原软件中导出为 PDF."""
LOCKED_OFFICE = frozenset({"DOCX", "XLSX"})


def sentence(fault: str, name: str, **values: object) -> str:
    """The sentence for one fault of the file `name`."""
    return SENTENCES[fault].format(name=name, **values)


def refused(name: str, file_format: str) -> tuple[FileState, str]:
    """State and sentence for a format that is not read."""
    if file_format in LOCKED_OFFICE:  # a new Office file inside an old container is an encrypted one
        return "encrypted", sentence("locked_office", name)
    if not file_format:
        return "unsupported", sentence("unknown", name)
    return "unsupported", sentence(FAULTS.get(file_format, "unsupported"), name, format=file_format)


def noted(name: str, sniffed: Sniffed, repair: str, more: tuple[str, ...] = ()) -> str:
    """What is worth saying of a file that opened, empty for most."""
    remarks = []
    if not sniffed.named_so:
        extension = PurePosixPath(name).suffix or "（无）"
        remarks.append(f"“{name}”实际是 {sniffed.format} 文件，扩展名却是 {extension}，已按实际类型读取。")
    if repair in NOTES:
        remarks.append(f"“{name}”：{NOTES[repair]}")
    if more:
        remarks.append(f"“{name}”：{'；'.join(more)}。")
    return "".join(remarks)
