"""The metadata packet of a dossier: title and language for everyone, the placement list for the proof."""

from __future__ import annotations

import zlib
from html import escape

from pikepdf import Dictionary, Name, Pdf

from pipeline.model.bundle import PlacementList

NAMESPACE = "urn:dossier-pipeline:placement:1"
PRODUCER = "dossier-pipeline"
LANGUAGE = "zh-CN"
PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" \
xmlns:dossier="{namespace}">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>{producer}</pdf:Producer>
{extra}</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""


def write(pdf: Pdf, title: str, listing: PlacementList | None = None) -> None:
    """Give `pdf` its metadata, in the packet and in the old dictionary."""
    extra = ""
    if listing is not None:
        extra = f"<dossier:placement>{escape(listing.model_dump_json(exclude_defaults=True))}</dossier:placement>\n"
    packet = PACKET.format(
        namespace=NAMESPACE, title=escape(title), language=LANGUAGE, producer=PRODUCER, extra=extra
    )
    stream = pdf.make_stream(b"", Type=Name.Metadata, Subtype=Name.XML)
    stream.write(zlib.compress(packet.encode()), filter=Name.FlateDecode)  # qpdf would leave it unpacked
    pdf.Root.Metadata = stream
    pdf.docinfo = pdf.make_indirect(Dictionary(Title=title, Producer=PRODUCER))
    pdf.Root.Lang = LANGUAGE
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
