"""The metadata packet of a dossier: title and language for everyone, the placement list for the proof.

The list is JSON, packed with zlib and written in base64: the packet itself stands unpacked in the file, as readers of
metadata expect it, and the list would make it four times as large.
"""

from __future__ import annotations

import base64
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
        packed = base64.b64encode(zlib.compress(listing.model_dump_json(exclude_defaults=True).encode(), 9)).decode()
        extra = f"<dossier:placement>{packed}</dossier:placement>\n"
    packet = PACKET.format(
        namespace=NAMESPACE, title=escape(title), language=LANGUAGE, producer=PRODUCER, extra=extra
    )
    pdf.Root.Metadata = pdf.make_stream(packet.encode(), Type=Name.Metadata, Subtype=Name.XML)
    pdf.docinfo = pdf.make_indirect(Dictionary(Title=title, Producer=PRODUCER))
    pdf.Root.Lang = LANGUAGE
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
