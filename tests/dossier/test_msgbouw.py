from __future__ import annotations

import io
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.dossier.cfb import make_cfb
from tests.dossier.msgbouw import Bericht, make_msg

VERZONDEN = datetime(2025, 12, 9, 14, 20, tzinfo=UTC)


def test_outlook_message_opens_with_all_it_was_given():
    oxmsg = pytest.importorskip("oxmsg")
    bijlage = bytes(range(256)) * 40
    msg = oxmsg.Message.load(
        io.BytesIO(
            make_msg(
                Bericht(
                    onderwerp="Überleg – café",
                    van=("Ada Proef", "ada@proef.example"),
                    aan=(
                        ("Bo Test", "bo@test.example"),
                        ("Cy Test", "cy@test.example"),
                    ),
                    verzonden=VERZONDEN,
                    tekst="Dag Bo,\nwil jij dit nakijken?",
                    bijlagen=(("lijst.pdf", bijlage), ("leeg.docx", b"x")),
                )
            )
        )
    )
    assert (msg.subject, msg.sender) == (
        "Überleg – café",
        '"Ada Proef" <ada@proef.example>',
    )
    assert msg.sent_date == VERZONDEN
    assert msg.body == "Dag Bo,\r\nwil jij dit nakijken?"
    assert [r.email_address for r in msg.recipients] == [
        "bo@test.example",
        "cy@test.example",
    ]
    assert [(a.file_name, a.file_bytes) for a in msg.attachments] == [
        ("lijst.pdf", bijlage),
        ("leeg.docx", b"x"),
    ]


NAMEN = st.lists(
    st.text("abcdefghijklmnop_019", min_size=1, max_size=20),
    min_size=1,
    max_size=12,
    unique=True,
)


@settings(max_examples=30, deadline=None)
@given(NAMEN, st.integers(0, 9000))
def test_every_stream_comes_back_from_a_compound_file(namen, lengte):
    olefile = pytest.importorskip("olefile")
    stromen = {
        f"map{i % 3}/{n}": (n.encode() * lengte)[: lengte + i]
        for i, n in enumerate(namen)
    }
    with olefile.OleFileIO(io.BytesIO(make_cfb(stromen))) as ole:
        assert {"/".join(p) for p in ole.listdir()} == set(stromen)
        assert {n: ole.openstream(n).read() for n in stromen} == stromen
        assert ole.parsing_issues == []
