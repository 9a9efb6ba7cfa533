from __future__ import annotations

import os
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.errors import InvoerError
from pipeline.readers import kind_of, read_file
from pipeline.readers.bijlagen import safe_name, unique_names
from pipeline.settings import Grenzen

MINI = "<w:p><w:r><w:t>Een alinea met woorden.</w:t></w:r></w:p>"


def test_an_empty_file_is_named_with_advice(tmp_path, lees):
    pad = tmp_path / "leeg.pdf"
    pad.touch()
    with pytest.raises(InvoerError, match=r"leeg\.pdf is leeg.*opnieuw"):
        lees(pad)


def test_content_decides_not_the_extension(docx_van, tmp_path, lees):
    pad = docx_van(MINI, naam="eigenlijk_word.pdf")
    document = lees(pad).documenten[0]
    assert document.bron.formaat == "docx"
    assert document.tekst == "Een alinea met woorden."


@pytest.mark.parametrize(
    ("inhoud", "tip"),
    [
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 50, "afbeelding"), (b"MZ" + b"\0" * 50, "programma"),
        (b"zomaar wat tekst zonder kop", "kent"), (b"PK\x03\x04kapot", "beschadigd"),
        (b"%PDF-1.7\nkapot", "beschadigd"), (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "kent"),
    ],
)  # fmt: skip
def test_unknown_or_broken_content_gets_advice(tmp_path, lees, inhoud, tip):
    pad = tmp_path / "raar.docx"
    pad.write_bytes(inhoud)
    with pytest.raises(InvoerError, match=tip):
        lees(pad)


def test_every_truncation_is_a_message_or_a_document(docx_van, tmp_path, lees):
    heel = docx_van(MINI * 30).read_bytes()
    for deel in range(1, len(heel), 97):
        pad = tmp_path / "half.docx"
        pad.write_bytes(heel[:deel])
        with pytest.raises(InvoerError):
            lees(pad)


def test_an_encrypted_office_file_says_so(ole_van, lees):
    pad = ole_van(
        {"EncryptedPackage": b"x" * 100, "EncryptionInfo": b"y" * 100},
        naam="geheim.docx",
    )
    with pytest.raises(InvoerError, match="versleuteld met een wachtwoord"):
        lees(pad)


def test_a_bomb_is_stopped_while_it_unpacks(tmp_path, lees):
    pad = tmp_path / "bom.docx"
    with zipfile.ZipFile(pad, "w", zipfile.ZIP_DEFLATED) as archief:
        archief.writestr("word/document.xml", b" " * 80_000_000)
    with pytest.raises(InvoerError, match="zip-bom"):
        lees(pad)


def test_a_bomb_that_lies_about_its_size_is_stopped(tmp_path, lees):
    pad = tmp_path / "leugen.docx"
    with zipfile.ZipFile(pad, "w", zipfile.ZIP_DEFLATED) as archief:
        archief.writestr(
            "word/document.xml", b"<w:document xmlns:w='x'>" + b"a" * 3_000_000
        )
    ruw = bytearray(pad.read_bytes())
    gids = ruw.rindex(b"PK\x01\x02")
    ruw[gids + 24 : gids + 28] = (100).to_bytes(4, "little")
    pad.write_bytes(ruw)
    with pytest.raises(InvoerError):
        lees(pad, Grenzen(uitgepakt=1_000_000))


def test_paths_in_a_package_lead_nowhere(docx_van, tmp_path, lees):
    pad = docx_van(MINI)
    with zipfile.ZipFile(pad, "a") as archief:
        archief.writestr("../../buiten.txt", "x")
        archief.writestr("/absoluut.txt", "x")
    assert lees(pad).documenten[0].tekst == "Een alinea met woorden."
    assert not (tmp_path.parent / "buiten.txt").exists()


def test_a_folder_and_a_pipe_are_refused_before_they_are_opened(tmp_path, lees):
    with pytest.raises(InvoerError, match="geen gewoon bestand"):
        lees(tmp_path)
    if not hasattr(os, "mkfifo"):
        pytest.skip("dit systeem kent geen FIFO")
    os.mkfifo(tmp_path / "pijp.docx")
    with pytest.raises(InvoerError, match="geen gewoon bestand"):
        lees(tmp_path / "pijp.docx")


def test_a_file_that_is_gone_or_too_large_is_named(tmp_path, lees):
    with pytest.raises(InvoerError, match=r"weg\.docx"):
        lees(tmp_path / "weg.docx")
    (tmp_path / "groot.docx").write_bytes(b"x" * 2000)
    with pytest.raises(InvoerError, match="te groot"):
        lees(tmp_path / "groot.docx", Grenzen(bestand=1000))


@pytest.mark.parametrize(
    ("naam", "soort"),
    [("~$stuk.docx", "noise"), (".DS_Store", "noise"), ("Thumbs.db", "noise"), (".verborgen.docx", "noise"),
     ("stuk.docx", "document"), ("foto.png", "document"), ("desktop.ini", "noise")],
)  # fmt: skip
def test_noise_in_a_folder_is_told_from_documents(naam, soort):
    assert kind_of(Path(naam)) == soort


@given(st.text(max_size=300))
def test_a_safe_name_is_always_one_plain_name(naam):
    veilig = safe_name(naam)
    assert veilig
    assert not set(veilig) & set('/\\:*?"<>|\0\n')
    assert veilig not in {".", ".."}
    assert not veilig.startswith(".")
    assert len(veilig) <= 160


@given(
    st.lists(
        st.sampled_from(["a.pdf", "A.PDF", "a (2).pdf", "", "../a.pdf", "b"]),
        max_size=12,
    )
)
def test_unique_names_differ_whatever_their_case(namen):
    uit = unique_names(namen)
    assert len({n.lower() for n in uit}) == len(namen)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(min_size=1, max_size=400))
def test_any_bytes_give_a_document_or_a_message(tmp_path, inhoud):
    for kop in (b"", b"From: a@b.nl\nSubject: x\n\n", b"%PDF-1.4\n"):
        pad = tmp_path / "iets"
        pad.write_bytes(kop + inhoud)
        try:
            assert read_file(pad, "iets", Grenzen()).documenten
        except InvoerError as fout:
            assert "iets" in str(fout)  # noqa: PT017 both outcomes are right
