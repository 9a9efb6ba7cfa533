from __future__ import annotations

import email
import io
import os
import stat
import zipfile
import zlib
from email import policy
from pathlib import Path

import pytest

from tests.dossier import kapot_mail, kapot_pdf, kapot_zip
from tests.slechte_bestanden import SLECHT, Gevolg, clear_slechte, make_slechte


@pytest.fixture(scope="module")
def map_(tmp_path_factory):
    doel = tmp_path_factory.mktemp("slecht")
    make_slechte(doel)
    yield doel
    clear_slechte(doel)


def test_every_record_that_was_made_stands_in_the_folder(tmp_path):
    gemaakt = make_slechte(tmp_path)
    clear_slechte(tmp_path)
    assert all(os.path.lexists(tmp_path / s.naam) for s in gemaakt)
    assert {Gevolg.MELDING, Gevolg.RUIS, Gevolg.GELEZEN} <= {
        g for s in gemaakt for g in s.gevolg
    }


def test_names_are_given_once():
    assert len({s.naam for s in SLECHT}) == len(SLECHT)


@pytest.mark.parametrize("soort", ["docx", "xlsx"])
def test_bomb_is_small_on_disk_and_says_how_large_it_becomes(map_, soort):
    pad = map_ / "bom" / f"bom.{soort}"
    with zipfile.ZipFile(pad) as zip_:
        assert sum(lid.file_size for lid in zip_.infolist()) > 2_000_000_000
    assert pad.stat().st_size < 3_000_000


@pytest.mark.parametrize("soort", ["docx", "xlsx"])
def test_lying_bomb_claims_little_and_unpacks_to_much(map_, soort):
    with zipfile.ZipFile(map_ / "bom" / f"bom die liegt.{soort}") as zip_:
        groot = max(zip_.infolist(), key=lambda lid: lid.compress_size)
        assert sum(lid.file_size for lid in zip_.infolist()) < 1_000_000
        assert groot.compress_size > 1_900_000


def test_bomb_is_a_true_archive_when_it_is_small():
    klein = kapot_zip.make_bomb("docx", megabytes=3)
    with zipfile.ZipFile(io.BytesIO(klein)) as zip_:
        assert zip_.testzip() is None
        assert len(zip_.read("word/document.xml")) > 3 * kapot_zip.MB


@pytest.mark.parametrize("naam", ["rc4 40.pdf", "rc4 128.pdf", "aes 256.pdf"])
def test_locked_pdf_asks_for_a_password(map_, naam):
    pdfium = pytest.importorskip("pypdfium2")
    with pytest.raises(pdfium.PdfiumError, match=r"[Pp]assword"):
        pdfium.PdfDocument(map_ / "slot" / naam)


@pytest.mark.parametrize(
    ("inhoud", "bladzijden"),
    [
        (kapot_pdf.make_rc4(128, ""), 1),
        (kapot_pdf.make_wrong_table(), 1),
        (kapot_pdf.make_empty_pages(50), 50),
    ],
    ids=["owner password only", "wrong table", "empty pages"],
)
def test_odd_pdf_that_can_be_read(inhoud, bladzijden):
    pdfium = pytest.importorskip("pypdfium2")
    pdf = pdfium.PdfDocument(inhoud)
    assert len(pdf) == bladzijden
    pdf.close()


def test_locked_office_document_is_a_container_with_one_encrypted_stream():
    olefile = pytest.importorskip("olefile")
    with olefile.OleFileIO(io.BytesIO(kapot_zip.make_locked())) as ole:
        assert {tuple(p) for p in ole.listdir()} == {
            ("EncryptedPackage",),
            ("EncryptionInfo",),
        }


def test_cut_files_do_not_open(map_):
    for naam in ("afgebroken.docx", "afgebroken.xlsx"):
        with pytest.raises(zipfile.BadZipFile):
            zipfile.ZipFile(map_ / "af" / naam)


def test_laughing_document_would_grow_without_bound():
    with zipfile.ZipFile(io.BytesIO(kapot_zip.make_laughs())) as zip_:
        xml = zip_.read("word/document.xml").decode()
    assert xml.count("<!ENTITY") == 10
    assert len(zlib.compress(xml.encode())) < 1000


def test_evil_names_reach_the_reader_of_the_message():
    post = email.message_from_bytes(kapot_mail.make_evil_names(), policy=policy.default)
    namen = [deel.get_filename() for deel in post.iter_attachments()]
    assert len(namen) == len(kapot_mail.BOZE_NAMEN)
    assert namen[:3] == ["../../boos.docx", "..\\..\\boos.docx", "C:\\x.docx"]
    assert max(map(len, namen)) > 300


def test_nested_message_is_thirty_deep():
    post = email.message_from_bytes(kapot_mail.make_nested(), policy=policy.default)
    diepte = sum(deel.get_content_type() == "message/rfc822" for deel in post.walk())
    assert diepte == 30


def test_message_with_rtf_alone_opens():
    oxmsg = pytest.importorskip("oxmsg")
    assert oxmsg.Message.load(io.BytesIO(kapot_mail.make_bare_msg())).body in {None, ""}
    msg = oxmsg.Message.load(io.BytesIO(kapot_mail.make_bare_msg(rtf=True)))
    assert msg.subject == "Zonder tekst"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="dit systeem kent geen pijpen")
def test_pipe_is_no_ordinary_file(map_):
    assert stat.S_ISFIFO((map_ / "schijf" / "pijp.docx").lstat().st_mode)


def test_links_point_where_they_should(map_):
    uit = map_ / "schijf" / "naar buiten.docx"
    if not uit.is_symlink():
        pytest.skip("dit systeem staat geen snelkoppelingen toe")
    assert not uit.resolve().is_relative_to(map_.resolve())
    assert (map_ / "schijf" / "terug").resolve() == map_.resolve()
    assert (map_ / "schijf" / "kring").readlink() == Path("kring")
