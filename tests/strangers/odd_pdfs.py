"""PDFs that are odd in one way each, made here: what must become of each is told beside it."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from tests.strangers.raw import CONTENT, Objects, flate, objects, stream, updated, written

Made = Callable[[], bytes]


def changed(change: Callable[[Objects], None], pages: int = 1, page: bytes = b"") -> bytes:
    """A plain PDF with one of its objects changed."""
    made = objects(pages, page)
    change(made)
    return written(made)


def with_page(**entries: object) -> bytes:
    """A plain PDF of one page with these entries."""

    def set_them(pdf: pikepdf.Pdf) -> None:
        for key, value in entries.items():
            pdf.pages[0].obj[f"/{key}"] = value

    return edited(set_them)


def edited(change: Callable[[pikepdf.Pdf], None], pages: int = 1, **saving: object) -> bytes:
    """A plain PDF changed by pikepdf."""
    with pikepdf.open(io.BytesIO(written(objects(pages)))) as pdf:
        change(pdf)
        out = io.BytesIO()
        pdf.save(out, **saving)
    return out.getvalue()


def box(edges: str) -> bytes:
    return written(objects(box=f"[{edges}]".encode()))


def cyclic_tree() -> bytes:
    def make(made: Objects) -> None:
        made[2] = b"<< /Type /Pages /Kids [4 0 R 2 0 R] /Count 2 >>"

    return changed(make)


def cyclic_parents() -> bytes:
    def make(made: Objects) -> None:
        made[2] = b"<< /Type /Pages /Kids [4 0 R] /Count 1 /Parent 2 0 R >>"
        made[4] = made[4].replace(b"/MediaBox [0 0 595 842]", b"")

    return changed(make)


def wrong_count() -> bytes:
    def make(made: Objects) -> None:
        made[2] = made[2].replace(b"/Count 3", b"/Count 77")

    return changed(make, pages=3)


def negative_count() -> bytes:
    def make(made: Objects) -> None:
        made[2] = made[2].replace(b"/Count 3", b"/Count -3")

    return changed(make, pages=3)


def tree_with_nulls() -> bytes:
    def make(made: Objects) -> None:
        made[2] = b"<< /Type /Pages /Kids [null 4 0 R 99 0 R 6 0 R] /Count 4 >>"

    return changed(make, pages=2)


def a_page_twice() -> bytes:
    def make(made: Objects) -> None:
        made[2] = b"<< /Type /Pages /Kids [4 0 R 4 0 R] /Count 2 >>"

    return changed(make)


def kid_that_is_a_number() -> bytes:
    def make(made: Objects) -> None:
        made[2] = b"<< /Type /Pages /Kids [4 0 R 7] /Count 2 >>"

    return changed(make)


def missing_endobj() -> bytes:
    return written(objects(2)).replace(b"endobj\n", b"")


def without_table() -> bytes:
    return written(objects(2)).split(b"xref\n")[0]


def shifted_table() -> bytes:
    return written(objects(2), shift=13)


def without_stream_lengths() -> bytes:
    return written({number: body.replace(b"/Length", b"/Langth") for number, body in objects(2).items()})


def wrong_stream_lengths() -> bytes:
    return written({number: body.replace(b"/Length ", b"/Length 9") for number, body in objects(2).items()})


def length_that_is_itself() -> bytes:
    def make(made: Objects) -> None:
        made[5] = b"<< /Length 5 0 R >>\nstream\n" + CONTENT + b"\nendstream"

    return changed(make)


def leading_junk() -> bytes:
    return b"HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\n\r\n" + written(objects(2))


def much_leading_junk() -> bytes:
    return b"\0" * 3000 + written(objects(2))


def trailing_junk() -> bytes:
    return written(objects(2)) + b"\0" * 4096 + b"<html>download finished</html>"


def two_in_one() -> bytes:
    return written(objects(2)) + written(objects(3))


def many_updates() -> bytes:
    whole = written(objects(1))
    for number in range(40):
        whole = updated(whole, {5: stream(CONTENT.replace(b"one", b"%d" % number))}, 6)
    return whole


def previous_table_is_itself() -> bytes:
    whole = written(objects(1))
    at = whole.rsplit(b"startxref\n", 1)[1].split()[0]
    return whole.replace(b"/Size", b"/Prev " + at + b" /Size")


def cut(keep: float, **saving: object) -> bytes:
    whole = edited(lambda pdf: None, 4, **saving)
    return whole[: int(len(whole) * keep)]


def linearised_and_cut() -> bytes:
    return cut(0.7, linearize=True)


def packed_objects_and_cut() -> bytes:
    return cut(0.6, object_stream_mode=pikepdf.ObjectStreamMode.generate)


def wrong_widths() -> bytes:
    whole = edited(lambda pdf: None, 2, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return whole.replace(b"/W [ 1 2 1 ]", b"/W [ 9 9 9 ]")


def object_stream_in_itself() -> bytes:
    made = objects(1)
    made[6] = flate(b"6 0 7 10 << /A 1 >> << /B 2 >>", b"/Type /ObjStm /N 2 /First 9 /Extends 6 0 R")
    return written(made)


def encrypted(user: str, owner: str, level: int) -> bytes:
    return edited(
        lambda pdf: None,
        2,
        encryption=pikepdf.Encryption(user=user, owner=owner, R=level, metadata=level > 3, aes=level > 3),
    )


def deep_tree() -> bytes:
    made = objects(1)
    deepest = 900
    made[2] = b"<< /Type /Pages /Kids [10 0 R] /Count 1 >>"
    for level in range(deepest):
        kid = 11 + level if level < deepest - 1 else 4
        made[10 + level] = b"<< /Type /Pages /Parent %d 0 R /Kids [%d 0 R] /Count 1 >>" % (
            2 if level == 0 else 9 + level,
            kid,
        )
    made[4] = made[4].replace(b"/Parent 2 0 R", b"/Parent %d 0 R" % (9 + deepest))
    return written(made)


def hundred_thousand_pages() -> bytes:
    made = objects(1)
    made[2] = b"<< /Type /Pages /Kids [" + b"4 0 R " * 100_000 + b"] /Count 100000 >>"
    return written(made)


def claims_a_million_pages() -> bytes:
    def make(made: Objects) -> None:
        made[2] = made[2].replace(b"/Count 1", b"/Count 1000000")

    return changed(make)


def flate_bomb() -> bytes:
    inner = zlib.compress(b"0 0 m " * 4_000_000, 9)
    made = objects(1)
    made[5] = stream(inner, b"/Filter /FlateDecode")
    return written(made)


def nested_flate_bomb() -> bytes:
    inner = zlib.compress(zlib.compress(bytes(2_000_000_000), 9), 9)
    made = objects(1)
    made[5] = stream(inner, b"/Filter [/FlateDecode /FlateDecode]")
    return written(made)


def picture(entries: bytes, content: bytes = b"", filters: bytes = b"/Filter /FlateDecode") -> bytes:
    made = objects(1, content=b"q 400 0 0 400 72 300 cm /P Do Q")
    made[4] = made[4].replace(b"/Font <<", b"/XObject << /P 6 0 R >> /Font <<")
    made[6] = stream(content or zlib.compress(bytes(64 * 64)), b"/Type /XObject /Subtype /Image " + entries + filters)
    return written(made)


def huge_picture() -> bytes:
    return picture(
        b"/Width 60000 /Height 60000 /ColorSpace /DeviceGray /BitsPerComponent 8 ", zlib.compress(bytes(10_000_000))
    )


def jbig2_bomb() -> bytes:
    """A page information segment of 2³¹ − 1 by 2³¹ − 1 dots, and a generic region of as many."""
    page = bytes.fromhex("00000000300001000000137fffffff7fffffff0000000000000000000000")
    region = bytes.fromhex("00000001260001ffffffff7fffffff7fffffff0000000000000000000400ff")
    return picture(
        b"/Width 2147483647 /Height 2147483647 /ColorSpace /DeviceGray /BitsPerComponent 1 ",
        page + region,
        b"/Filter /JBIG2Decode",
    )


SIXTY_FOUR = b"/Width 64 /Height 64 /BitsPerComponent 8 "


def forms_in_a_ring() -> bytes:
    made = objects(1, content=CONTENT + b" /X Do")
    made[4] = made[4].replace(b"/Font <<", b"/XObject << /X 6 0 R >> /Font <<")
    made[6] = stream(
        b"/X Do 100 100 50 50 re f",
        b"/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /X 6 0 R >> >>",
    )
    return written(made)


def forms_that_multiply() -> bytes:
    """Ten forms, each drawing the next ten times: ten thousand million squares."""
    made = objects(1, content=CONTENT + b" /X Do")
    made[4] = made[4].replace(b"/Font <<", b"/XObject << /X 6 0 R >> /Font <<")
    for level in range(10):
        drawn = b"/X Do " * 10 if level < 9 else b"1 1 5 5 re f"
        made[6 + level] = stream(
            drawn,
            b"/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /X %d 0 R >> >>"
            % (7 + level),
        )
    return written(made)


def many_squares() -> bytes:
    made = objects(1)
    made[5] = flate(CONTENT + b" 10 10 500 800 re S" * 4_000)
    return written(made)


def name_tree_ring(pdf: pikepdf.Pdf) -> None:
    node = pdf.make_indirect(Dictionary())
    node.Kids = Array([node])
    pdf.Root.Names = Dictionary(Dests=node, EmbeddedFiles=node, JavaScript=node)


def outline_ring(pdf: pikepdf.Pdf) -> None:
    one, two = pdf.make_indirect(Dictionary(Title=String("一"))), pdf.make_indirect(Dictionary(Title=String("二")))
    one.Next, two.Next, one.First, two.First = two, one, one, two
    one.Dest = Array([pdf.pages[0].obj, Name.Fit])
    pdf.Root.Outlines = pdf.make_indirect(Dictionary(Type=Name.Outlines, First=one, Last=two, Count=2))


def deep_outline(pdf: pikepdf.Pdf) -> None:
    item = pdf.make_indirect(Dictionary(Title=String("底"), Dest=Array([pdf.pages[0].obj, Name.Fit])))
    for level in range(2000):
        item = pdf.make_indirect(Dictionary(Title=String(f"层 {level}"), First=item, Last=item, Count=1))
    pdf.Root.Outlines = pdf.make_indirect(Dictionary(First=item, Last=item, Count=1))


def annotation(**entries: object) -> Made:
    def add(pdf: pikepdf.Pdf) -> None:
        note = Dictionary(Type=Name.Annot, Rect=Array([100, 100, 300, 200]), **entries)
        pdf.pages[0].obj.Annots = Array([pdf.make_indirect(note)])

    return lambda: edited(add)


def look(content: bytes = b"1 0 0 rg 0 0 200 100 re f", **entries: object) -> Callable[[pikepdf.Pdf], None]:
    """A stamp annotation with this appearance."""

    def add(pdf: pikepdf.Pdf) -> None:
        form = pdf.make_stream(content, Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 200, 100]))
        note = Dictionary(
            Type=Name.Annot,
            Subtype=Name.Stamp,
            Rect=Array([100, 100, 300, 200]),
            F=4,
            AP=Dictionary(N=form),
            **entries,
        )
        pdf.pages[0].obj.Annots = Array([pdf.make_indirect(note)])

    return add


def field(**entries: object) -> Callable[[pikepdf.Pdf], None]:
    """A form field with a value."""

    def add(pdf: pikepdf.Pdf) -> None:
        widget = pdf.make_indirect(
            Dictionary(
                Type=Name.Annot,
                Subtype=Name.Widget,
                FT=Name.Tx,
                T=String("name"),
                V=String("云桥网络"),
                DA=String("/Helv 12 Tf 0 g"),
                Rect=Array([100, 100, 300, 130]),
                F=4,
                **entries,
            )
        )
        pdf.pages[0].obj.Annots = Array([widget])
        pdf.Root.AcroForm = pdf.make_indirect(Dictionary(Fields=Array([widget]), NeedAppearances=True))

    return add


def fields_in_a_ring(pdf: pikepdf.Pdf) -> None:
    field()(pdf)
    widget = pdf.pages[0].obj.Annots[0]
    widget.Parent, widget.Kids = widget, Array([widget])


def only_xfa(pdf: pikepdf.Pdf) -> None:
    pdf.Root.AcroForm = Dictionary(Fields=Array(), XFA=pdf.make_stream(b"<xdp:xdp/>"))
    pdf.Root.NeedsRendering = True


def attachments(pdf: pikepdf.Pdf) -> None:
    pdf.attachments["virus.exe"] = pikepdf.AttachedFileSpec(pdf, b"MZ", filename="virus.exe")
    pdf.Root.PageMode = Name.UseAttachments
    pdf.Root.Collection = Dictionary(Type=Name.Collection)


def a_layer_off(pdf: pikepdf.Pdf) -> None:
    layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("印章")))
    pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary(OFF=Array([layer]), Order=Array([layer])))
    page = pdf.pages[0].obj
    page.Resources.Properties = Dictionary(MC0=layer)
    drawn = pdf.make_stream(b"/OC /MC0 BDC 1 0 0 rg 200 200 200 200 re f EMC")
    page.Contents = Array([page.Contents, drawn])


def metadata_of_a_person(pdf: pikepdf.Pdf) -> None:
    pdf.trailer.Info = pdf.make_indirect(Dictionary(Author=String("王某某\0\1"), Producer=Array([1])))
    pdf.Root.Metadata = pdf.make_stream(b"<x:xmpmeta><broken", Type=Name.Metadata)


def contents_are(body: bytes, extra: bytes = b"") -> Made:
    def make() -> bytes:
        made = objects(1)
        made[4] = made[4].replace(b"/Contents 5 0 R", b"/Contents " + body)
        if extra:
            made[5] = extra
        return written(made)

    return make


def resources_are(body: bytes) -> Made:
    return lambda: written(
        {
            n: b.replace(b"/Resources << /Font << /F1 3 0 R >> >>", b"/Resources " + body)
            for n, b in objects(1).items()
        }
    )


def inherited_all() -> bytes:
    made = objects(2)
    entries = b"/MediaBox [-50 -60 545 782] /CropBox [0 0 500 700] /Rotate 90 /Resources << /Font << /F1 3 0 R >> >> "
    made[2] = made[2].replace(b"/Type /Pages", b"/Type /Pages " + entries)
    for at in (4, 6):
        made[at] = b"<< /Type /Page /Parent 2 0 R /Contents %d 0 R >>" % (at + 1)
    return written(made)


def thousand_content_streams() -> bytes:
    made = objects(1)
    made[4] = made[4].replace(b"/Contents 5 0 R", b"/Contents [" + b"5 0 R " * 1000 + b"]")
    return written(made)


def split_in_a_word() -> bytes:
    made = objects(1)
    made[4] = made[4].replace(b"/Contents 5 0 R", b"/Contents [5 0 R 6 0 R]")
    made[5], made[6] = stream(CONTENT[:30]), stream(CONTENT[30:])
    return written(made)


ODD_PDFS: dict[str, tuple[Made, int | str]] = {
    "missing endobj": (missing_endobj, 2),
    "no cross-reference table": (without_table, 2),
    "shifted cross-reference table": (shifted_table, 2),
    "no stream lengths": (without_stream_lengths, 2),
    "wrong stream lengths": (wrong_stream_lengths, 2),
    "a length that is its own stream": (length_that_is_itself, 1),
    "a page tree in a ring": (cyclic_tree, "1 or damaged"),
    "parents in a ring, box inherited": (cyclic_parents, 1),
    "a tree that counts too many": (wrong_count, 3),
    "a tree that counts below nought": (negative_count, 3),
    "nulls among the pages": (tree_with_nulls, "2 or damaged"),
    "a number among the pages": (kid_that_is_a_number, "1 or damaged"),
    "one page object twice": (a_page_twice, 2),
    "a tree nine hundred deep": (deep_tree, "1 or damaged"),
    "a hundred thousand pages": (hundred_thousand_pages, "too_large"),
    "claims a million pages": (claims_a_million_pages, "1 or too_large"),
    "no pages": (lambda: written(objects(0)), "no_pages"),
    "no catalogue": (lambda: written({n: b for n, b in objects(1).items() if n != 1}), "1 or damaged"),
    "junk before": (leading_junk, 2),
    "much junk before": (much_leading_junk, "2 or damaged"),
    "junk behind": (trailing_junk, 2),
    "two files in one": (two_in_one, "2 or 3"),
    "forty updates": (many_updates, 1),
    "the table before is itself": (previous_table_is_itself, 1),
    "linearised, cut off": (linearised_and_cut, "4 or damaged"),
    "packed objects, cut off": (packed_objects_and_cut, "4 or damaged"),
    "cross-reference stream of wrong widths": (wrong_widths, 2),
    "an object stream in itself": (object_stream_in_itself, 1),
    "needs a password, RC4": (lambda: encrypted("geheim", "x", 3), "encrypted"),
    "needs a password, AES-256": (lambda: encrypted("geheim", "x", 6), "encrypted"),
    "owner's password only, RC4": (lambda: encrypted("", "x", 3), 2),
    "owner's password only, AES-128": (lambda: encrypted("", "x", 4), 2),
    "owner's password only, AES-256": (lambda: encrypted("", "x", 6), 2),
    "a media box of no size": (lambda: box("0 0 0 0"), 1),
    "a media box upside down": (lambda: box("595 842 0 0"), 1),
    "a media box far from the origin": (lambda: box("-10000 -10000 -9405 -9158"), 1),
    "a media box of three numbers": (lambda: box("0 0 595"), 1),
    "a media box of words": (lambda: box("/a (b) true null"), 1),
    "a media box of enormous numbers": (lambda: box("0 0 1e9 99999999999999999999"), "1 or too_large or damaged"),
    "a page of fourteen thousand points": (lambda: box("0 0 14400 14400"), 1),
    "a page like a ribbon": (lambda: box("0 0 164 14000"), 1),
    "a page like a hair": (lambda: box("0 0 2 800"), 1),
    "a receipt 58 mm wide": (lambda: box("0 0 164 600"), 1),
    "A3": (lambda: box("0 0 1191 842"), 1),
    "a crop box outside": (lambda: with_page(CropBox=Array([2000, 2000, 3000, 3000])), 1),
    "a crop box half outside": (lambda: with_page(CropBox=Array([-100, 300, 400, 900])), 1),
    "a crop box of no size": (lambda: with_page(CropBox=Array([100, 100, 100, 100])), 1),
    "turned by 45": (lambda: with_page(Rotate=45), 1),
    "turned by -90": (lambda: with_page(Rotate=-90), 1),
    "turned by 810": (lambda: with_page(Rotate=810), 1),
    "turned by a real number": (lambda: with_page(Rotate=pikepdf.Object.parse(b"90.0")), 1),
    "turned by a word": (lambda: with_page(Rotate=Name.Left), 1),
    "a user unit of 2.5": (lambda: with_page(UserUnit=2.5), 1),
    "a user unit of nought": (lambda: with_page(UserUnit=0), 1),
    "a user unit of a million": (lambda: with_page(UserUnit=1_000_000), "1 or too_large or damaged"),
    "boxes, turn and resources inherited": (inherited_all, 2),
    "no contents": (contents_are(b"null"), 1),
    "contents that are not there": (contents_are(b"99 0 R"), 1),
    "contents that are a dictionary": (contents_are(b"<< /A 1 >>"), 1),
    "contents in lists of lists": (contents_are(b"[[5 0 R]]"), 1),
    "a thousand content streams": (thousand_content_streams, 1),
    "contents cut within a word": (split_in_a_word, 1),
    "contents by an unknown filter": (contents_are(b"5 0 R", stream(CONTENT, b"/Filter /Zstd")), 1),
    "contents whose packing is cut": (
        contents_are(b"5 0 R", stream(zlib.compress(CONTENT * 200)[:60], b"/Filter /FlateDecode")),
        1,
    ),
    "contents in letters": (
        contents_are(b"5 0 R", stream(CONTENT.hex().encode() + b">", b"/Filter /ASCIIHexDecode")),
        1,
    ),
    "unbalanced saves": (lambda: written(objects(1, content=b"q q q " + CONTENT + b" Q Q Q Q Q Q 1 0 0 rg")), 1),
    "a scale left behind": (lambda: written(objects(1, content=b"0.1 0 0 0.1 0 0 cm " + CONTENT)), 1),
    "a clip left behind": (lambda: written(objects(1, content=CONTENT + b" 0 0 10 10 re W n")), 1),
    "a string that never ends": (lambda: written(objects(1, content=CONTENT + b" BT (never")), 1),
    "text left open": (lambda: written(objects(1, content=CONTENT + b" BT /F1 9 Tf")), 1),
    "marked content left open": (lambda: written(objects(1, content=b"/OC /Gone BDC " + CONTENT)), 1),
    "an inline picture that never ends": (
        lambda: written(objects(1, content=CONTENT + b" BI /W 9 /H 9 /BPC 8 /CS /G ID xxxx")),
        1,
    ),
    "no resources": (resources_are(b"null"), 1),
    "resources that are a list": (resources_are(b"[1 2]"), 1),
    "a font that is not there": (resources_are(b"<< /Font << /F1 99 0 R >> >>"), 1),
    "a font without a name": (resources_are(b"<< /Font << /F1 << /Type /Font /Subtype /TrueType >> >> >>"), 1),
    "a font that is its own descendant": (
        resources_are(
            b"<< /Font << /F1 << /Type /Font /Subtype /Type0 /Encoding /Identity-H /DescendantFonts [4 0 R] >> >> >>"
        ),
        1,
    ),
    "a bomb of Flate": (flate_bomb, "1 or too_large or timed_out or damaged"),
    "a bomb of Flate in Flate": (nested_flate_bomb, "1 or too_large or timed_out or damaged"),
    "a bomb of JBIG2": (jbig2_bomb, "1 or too_large or timed_out or damaged"),
    "a picture of 3,600 megapixels": (huge_picture, "1 or too_large or timed_out or damaged"),
    "a picture without a size": (lambda: picture(b"/ColorSpace /DeviceGray /BitsPerComponent 8 "), 1),
    "a picture of an unknown colour space": (lambda: picture(SIXTY_FOUR + b"/ColorSpace /Foo "), 1),
    "a picture of a cyclic colour space": (
        lambda: picture(SIXTY_FOUR + b"/ColorSpace [/Indexed [/Indexed /DeviceRGB 1 <00>] 255 <00>] "),
        1,
    ),
    "a picture of a cut ICC profile": (lambda: picture(SIXTY_FOUR + b"/ColorSpace [/ICCBased 5 0 R] "), 1),
    "a picture masked by itself": (lambda: picture(SIXTY_FOUR + b"/ColorSpace /DeviceGray /SMask 6 0 R "), 1),
    "a picture with less than it says": (
        lambda: picture(SIXTY_FOUR + b"/ColorSpace /DeviceRGB ", zlib.compress(b"\x40" * 500)),
        1,
    ),
    "forms in a ring": (forms_in_a_ring, 1),
    "forms that multiply": (forms_that_multiply, "1 or too_large or timed_out or damaged"),
    "four thousand squares": (many_squares, 1),
    "name trees in rings": (lambda: edited(name_tree_ring), 1),
    "outlines in rings": (lambda: edited(outline_ring), 1),
    "outlines two thousand deep": (lambda: edited(deep_outline), 1),
    "a launch action": (annotation(Subtype=Name.Link, A=Dictionary(S=Name.Launch, F=String("cmd.exe"))), 1),
    "a web link": (annotation(Subtype=Name.Link, A=Dictionary(S=Name.URI, URI=String("http://e.x"))), 1),
    "an attachment on the page": (annotation(Subtype=Name.FileAttachment, Name=Name.PushPin), 1),
    "a film": (annotation(Subtype=Name.RichMedia), 1),
    "a note without a look": (annotation(Subtype=Name.FreeText, Contents=String("改"), DA=String("/Helv 9 Tf")), 1),
    "a note without a place": (annotation(Subtype=Name.Square, C=Array([1, 0, 0])), 1),
    "a stamp": (lambda: edited(look()), 1),
    "a stamp of torn content": (lambda: edited(look(b"1 0 0 rg 0 0 200 100 re f (never")), 1),
    "a stamp on a turned page": (
        lambda: edited(lambda pdf: (look()(pdf), pdf.pages[0].rotate(90, relative=False))[0]),
        1,
    ),
    "annotations that are numbers": (lambda: with_page(Annots=Array([1, 2, String("x")])), 1),
    "annotations that are a dictionary": (lambda: with_page(Annots=Dictionary(A=1)), 1),
    "a filled field without a look": (lambda: edited(field()), 1),
    "a filled field in a ring": (lambda: edited(fields_in_a_ring), 1),
    "a field of no height": (lambda: edited(field(MK=Dictionary(R=90))), 1),
    "XFA only": (lambda: edited(only_xfa), 1),
    "embedded files as a portfolio": (lambda: edited(attachments), 1),
    "a layer that is off": (lambda: edited(a_layer_off), 1),
    "broken metadata": (lambda: edited(metadata_of_a_person), 1),
    "a PDF of one line": (lambda: b"%PDF-1.4", "damaged"),
    "a PDF of zeros": (lambda: b"%PDF-1.4\n" + bytes(5000), "damaged"),
    "HTML named PDF": (lambda: b"<!DOCTYPE html><html><body>404</body></html>", "damaged or unsupported"),
}
