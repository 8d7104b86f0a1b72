from __future__ import annotations

import pytest

from pipeline.engines.glyphs import judge, plain


@pytest.mark.parametrize(
    ("text", "judgement"),
    [
        ("北京虚构云桥智联科技有限公司91110000MA", "trusted"),
        ("The quick brown fox, 12 %", "trusted"),
        ("", "none"),
        ("\x01\x02\x03\x04\x05\x06abc", "garbage"),
        ("\ue012\ue013\ue014营业", "garbage"),
        ("\ufffd\ufffd\ufffd姓名", "garbage"),
        ("±±¾©ÐéÔÚÔÆÇÅ¿Æ¼¼ÓÐÏÞ¹«Ë¾", "mojibake"),
        ("Société Générale, Paris; Škoda, Plzeň: déjà vu", "trusted"),
        ("姓名：±±¾©ÐéÔÚÔÆÇÅ", "trusted"),
    ],
)
def test_a_text_layer_is_trusted_only_when_it_says_what_is_seen(text: str, judgement: str) -> None:
    assert judge(text.replace(" ", ""))[0] == judgement


@pytest.mark.parametrize("text", ["\x01\x02", "", "±±¾©ÐéÔÚÔÆÇÅ"])
def test_what_is_not_trusted_has_a_reason(text: str) -> None:
    assert judge(text)[1]


@pytest.mark.parametrize(
    ("written", "meant"),
    [("⼈", "人"), ("⻋", "车"), ("金", "金"), ("⻢", "马"), ("人", "人"), ("A", "A"), ("①", "①")],
)
def test_look_alike_code_points_become_the_character(written: str, meant: str) -> None:
    assert plain(written) == meant
