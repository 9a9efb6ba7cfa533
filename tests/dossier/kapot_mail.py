"""Messages that do not keep to the rules, or carry names that must never become paths."""

from __future__ import annotations

import base64
from datetime import UTC, datetime
from email.message import EmailMessage
from email.policy import SMTP

from tests.dossier.kapot_zip import ZIN, make_docx
from tests.dossier.msgbouw import Bericht, make_msg

BOZE_NAMEN = (
    "../../boos.docx",
    "..\\..\\boos.docx",
    "C:\\x.docx",
    "/tmp/boos.docx",  # noqa: S108  # the name is the attack
    "CON.docx",
    "a\x00b.docx",
    "lang" * 75 + ".docx",
    "links\u202excod.exe.docx",
    "dubbel.docx",
    "dubbel.docx",
    " .docx",
)


def make_mail(onderwerp: str = "Overleg maart", tekst: str = ZIN) -> EmailMessage:
    """A sound message."""
    post = EmailMessage(policy=SMTP)
    post["From"] = "Ada Proef <ada@proef.example>"
    post["To"] = "Bo Test <bo@test.example>"
    post["Subject"] = onderwerp
    post["Date"] = "Mon, 02 Mar 2026 09:00:00 +0100"
    post.set_content(tekst)
    return post


def make_evil_names() -> bytes:
    """Sound documents as attachments, under names that try to leave the folder."""
    grens, regels = "----grens", []
    inhoud = base64.encodebytes(make_docx()).decode().replace("\n", "\r\n")
    for naam in BOZE_NAMEN:
        veilig = naam.replace("\\", "\\\\").encode("utf-8", "replace").decode("latin-1")
        regels += [
            f"--{grens}",
            "Content-Type: application/octet-stream",
            "Content-Transfer-Encoding: base64",
            f'Content-Disposition: attachment; filename="{veilig}"',
            "",
            inhoud,
        ]
    kop = _kop(f'multipart/mixed; boundary="{grens}"')
    begin = [f"--{grens}", "Content-Type: text/plain", "", ZIN]
    return "\r\n".join([*kop, "", *begin, *regels, f"--{grens}--", ""]).encode(
        "latin-1"
    )


def make_nested(diepte: int = 30) -> bytes:
    """A message in a message in a message, so many deep."""
    post = make_mail("binnenste")
    for laag in range(diepte):
        buiten = make_mail(f"laag {laag}")
        buiten.add_attachment(post)
        for deel in buiten.walk():
            if deel.is_multipart() and deel.get_content_maintype() == "multipart":
                deel.set_boundary(deel.get_boundary() or f"----laag{laag}")
        post = buiten
    return post.as_bytes()


def make_broken_charset() -> bytes:
    """A text in a character set that does not exist."""
    kop = _kop('text/plain; charset="utf-99"', "8bit")
    return "\r\n".join([*kop, "", ZIN, "Caf\xe9 is geen \x81 teken.", ""]).encode(
        "latin-1"
    )


def make_broken_base64() -> bytes:
    """A text whose base64 holds letters that are none, and stops halfway."""
    goed = base64.b64encode(ZIN.encode()).decode()
    kop = _kop('text/plain; charset="utf-8"', "base64")
    return "\r\n".join([*kop, "", f"{goed[:20]}!!{goed[20:41]}", ""]).encode()


def make_cut_mail() -> bytes:
    """A message that ends in the middle of its attachment."""
    post = make_mail()
    post.add_attachment(
        make_docx(),
        maintype="application",
        subtype="octet-stream",
        filename="stuk.docx",
    )
    post.set_boundary("----afgebroken")
    inhoud = post.as_bytes()
    return inhoud[: len(inhoud) * 6 // 10]


def make_bare_msg(*, rtf: bool = False) -> bytes:
    """An Outlook message without a plain body; with ``rtf`` it has one in RTF only."""
    tekst = rb"{\rtf1\ansi Het overleg van donderdag gaat door.}"
    # MS-OXRTFCP: size of the rest, size of the text, "MELA" for uncompressed, no checksum
    pak = (len(tekst) + 12).to_bytes(4, "little") + len(tekst).to_bytes(4, "little")
    return make_msg(
        Bericht(
            onderwerp="Zonder tekst",
            van=("Ada Proef", "ada@proef.example"),
            aan=(("Bo Test", "bo@test.example"),),
            verzonden=datetime(2026, 3, 2, 8, 0, tzinfo=UTC),
            tekst=None,
            rtf=pak + b"MELA" + bytes(4) + tekst if rtf else None,
        )
    )


def _kop(soort: str, codering: str = "7bit") -> list[str]:
    return [
        "From: Ada Proef <ada@proef.example>",
        "To: Bo Test <bo@test.example>",
        "Subject: Overleg maart",
        "Date: Mon, 02 Mar 2026 09:00:00 +0100",
        "MIME-Version: 1.0",
        f"Content-Type: {soort}",
        f"Content-Transfer-Encoding: {codering}",
    ]
