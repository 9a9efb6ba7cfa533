from __future__ import annotations

import subprocess

import pytest

from pipeline.errors import InvoerError
from pipeline.readers import libreoffice

RTF = rb"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0 Arial;}}\f0\fs22 De ge\'efnde bijdrage\par Tweede alinea\par}"
ZONDER = libreoffice.find_libreoffice() is None
nodig = pytest.mark.skipif(ZONDER, reason="LibreOffice is hier niet")


@pytest.fixture
def rtf(tmp_path):
    pad = tmp_path / "oud stuk.rtf"
    pad.write_bytes(RTF)
    return pad


def test_without_libreoffice_the_advice_names_both_ways(rtf, lees, monkeypatch):
    monkeypatch.setattr(libreoffice, "find_libreoffice", lambda: None)
    with pytest.raises(
        InvoerError,
        match=r"LibreOffice is niet gevonden; installeer het of sla het bestand op als docx",
    ):
        lees(rtf)


@nodig
def test_an_rtf_is_read(rtf, lees):
    document = lees(rtf).documenten[0]
    assert [b.tekst for b in document.blokken] == [
        "De geïnde bijdrage",
        "Tweede alinea",
    ]
    assert document.bron.formaat == "rtf"


@nodig
@pytest.mark.parametrize("soort", ["doc", "odt"])
def test_old_and_open_documents_are_read_by_content(rtf, lees, tmp_path, soort):
    opdracht = [
        libreoffice.find_libreoffice(),
        "--headless",
        f"-env:UserInstallation={(tmp_path / 'p').as_uri()}",
        "--convert-to",
        soort,
        "--outdir",
        str(tmp_path),
        str(rtf),
    ]
    subprocess.run(opdracht, check=True, capture_output=True)
    vreemd = tmp_path / "zonder-uitgang"
    (tmp_path / f"oud stuk.{soort}").rename(vreemd)
    document = lees(vreemd).documenten[0]
    assert document.bron.formaat == soort
    assert "De geïnde bijdrage" in document.tekst


@nodig
def test_a_broken_old_document_is_a_message(ole_van, lees):
    pad = ole_van({"WordDocument": b"\xec\xa5" + b"\0" * 5000}, naam="kapot.doc")
    with pytest.raises(InvoerError, match="kapot.doc"):  # noqa: RUF043 the dot is no matter
        lees(pad)
