"""PDF files that no reader should stumble over: locked, cut off, going round in circles."""

from __future__ import annotations

import hashlib
import io

from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from tests.dossier.kapot_zip import ZIN


def make_pdf(paginas: int = 1, slot: StandardEncryption | None = None) -> bytes:
    """Sound pages of one sentence, locked when asked for."""
    uit = io.BytesIO()
    doek = Canvas(uit, pagesize=A4, invariant=1, encrypt=slot)
    for nummer in range(1, paginas + 1):
        doek.drawString(72, 760, f"{ZIN} Bladzijde {nummer}.")
        doek.showPage()
    doek.save()
    return uit.getvalue()


def make_rc4(sterkte: int, gebruiker: str = "geheim") -> bytes:
    """A page under RC4 of 40 or 128 bits; without ``gebruiker`` anyone may read it."""
    return make_pdf(slot=StandardEncryption(gebruiker, "eigenaar", strength=sterkte))


def make_aes() -> bytes:
    """A page under AES of 256 bits, with a password that nobody has."""
    sleutel = [hashlib.sha256(bytes([i])).hexdigest() for i in range(5)]
    slot = (
        "<< /Filter /Standard /V 5 /R 6 /Length 256 /P -4 /EncryptMetadata true"
        f" /O <{sleutel[0]}{sleutel[1][:32]}> /U <{sleutel[2]}{sleutel[3][:32]}>"
        f" /OE <{sleutel[1]}> /UE <{sleutel[3]}> /Perms <{sleutel[4][:32]}>"
        " /CF << /StdCF << /AuthEvent /DocOpen /CFM /AESV3 /Length 32 >> >>"
        " /StmF /StdCF /StrF /StdCF >>"
    )
    return write_objects(
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
            slot,
        ],
        f"/Encrypt 4 0 R /ID [<{sleutel[0][:32]}> <{sleutel[0][:32]}>]",
    )


def make_circle() -> bytes:
    """A tree of pages that is its own branch."""
    return write_objects(
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Pages /Parent 2 0 R /Kids [2 0 R 3 0 R] /Count 1000000 >>",
        ]
    )


def make_empty_pages(aantal: int = 5000) -> bytes:
    """So many pages with nothing on them."""
    kinderen = " ".join(f"{i} 0 R" for i in range(3, aantal + 3))
    blad = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>"
    return write_objects(
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            f"<< /Type /Pages /Kids [{kinderen}] /Count {aantal} >>",
            *[blad] * aantal,
        ]
    )


def make_wrong_table() -> bytes:
    """A sound page whose table of objects points nowhere."""
    return make_pdf().replace(b"startxref\n", b"startxref\n9")


def write_objects(objecten: list[str], extra: str = "") -> bytes:
    """A file of numbered objects; the first is the catalogue."""
    uit = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    plekken = []
    for nummer, tekst in enumerate(objecten, 1):
        plekken.append(len(uit))
        uit += f"{nummer} 0 obj\n{tekst}\nendobj\n".encode()
    tabel = len(uit)
    aantal = len(objecten) + 1
    uit += f"xref\n0 {aantal}\n0000000000 65535 f \n".encode()
    uit += b"".join(b"%010d 00000 n \n" % plek for plek in plekken)
    staart = f"trailer\n<< /Size {aantal} /Root 1 0 R {extra} >>\nstartxref\n{tabel}\n%%EOF\n"
    return bytes(uit) + staart.encode()
