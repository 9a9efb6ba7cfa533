"""Text that is drawn twice is read once, and a name in it is never overlooked."""

from __future__ import annotations

import io

import pikepdf
import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth

from pipeline.extraction.persoonsgegevens import find_persoonsgegevens
from pipeline.pdf.controle.naalden import Vangnet, fold
from pipeline.readers import read_file
from pipeline.rulebook import Regelboek
from pipeline.settings import Grenzen
from tests.hulp.lakproef import line, make_pdf, redact

BOEK = Regelboek()
ZIN = "Mevrouw Willemien Kolk belt met de heer Bill Tol"


def letters(tekst, x, y, grootte=12):
    """Each letter an object of its own, as browsers draw text with a shadow."""
    for teken in tekst:
        if teken != " ":
            yield line(teken, round(x, 3), y, grootte)
        x += stringWidth(teken, "Helvetica", grootte)


def twice(tekst, dx, dy, *, beurtelings):
    een, twee = letters(tekst, 72, 700), letters(tekst, 72 + dx, 700 + dy)
    if beurtelings:
        return "".join(a + b for a, b in zip(een, twee, strict=True))
    return "".join([*twee, *een])


def in_form(inhoud):
    def bouw(pdf, pagina):
        vorm = pdf.make_stream(
            inhoud.encode(),
            Type=pikepdf.Name.XObject,
            Subtype=pikepdf.Name.Form,
            BBox=[0, 0, 595, 842],
            Resources=pagina.obj.Resources,
        )
        pagina.obj.Resources.XObject = pikepdf.Dictionary(Fm1=vorm)

    return make_pdf("/Fm1 Do\n" + line("Slotregel.", y=600), bouw=bouw)


def lees(tmp_path, inhoud):
    pad = tmp_path / "stuk.pdf"
    pad.write_bytes(inhoud)
    return read_file(pad, "stuk.pdf", Grenzen()).documenten[0]


SCHUIVEN = [(0, 0), (0.75, -0.75), (1.5, -1.5), (2, -2), (-1.5, 1.5)]


@pytest.mark.parametrize("beurtelings", [True, False])
@pytest.mark.parametrize("schuif", SCHUIVEN)
def test_a_line_that_is_drawn_twice_is_read_once(tmp_path, schuif, beurtelings):
    inhoud = make_pdf(twice(ZIN, *schuif, beurtelings=beurtelings))
    document = lees(tmp_path, inhoud)
    assert document.tekst == ZIN
    namen = [
        g.herkomst.citaat for g in find_persoonsgegevens([document], BOEK).gegevens
    ]
    assert namen == ["Willemien Kolk", "Bill Tol"]


def test_a_line_that_is_drawn_twice_in_a_form_is_read_once(tmp_path):
    inhoud = in_form(twice(ZIN, 1.5, -1.5, beurtelings=False))
    assert lees(tmp_path, inhoud).tekst.splitlines() == [ZIN, "Slotregel."]


def test_two_letters_of_a_word_stay_two(tmp_path):
    zin = "Willem III alle effen bellen zetten 1100 2200 AABBCC verre tillen"
    maten = range(7, 13)
    inhoud = [t for m in maten for t in letters(zin, 72, 40 * m, m)]
    document = lees(tmp_path, make_pdf("".join(inhoud)))
    assert document.tekst.splitlines() == [zin] * len(maten)


def test_both_drawings_of_a_marked_name_go():
    inhoud = make_pdf(twice(ZIN, 1.5, -1.5, beurtelings=False))
    vrijgave = redact(inhoud, "Willemien Kolk", "Bill Tol")
    assert vrijgave.in_orde, [c for c in vrijgave.controles if not c.geslaagd]
    with pikepdf.open(io.BytesIO(vrijgave.inhoud)) as pdf:
        over = pdf.pages[0].Contents.read_bytes()
    assert b"K" not in over.replace(b"BMC", b"")


@pytest.mark.parametrize("beurtelings", [True, False])
@pytest.mark.parametrize("naald", ["Willemien Kolk", "Willemien"])
def test_a_name_that_is_drawn_twice_does_not_pass_the_check(naald, beurtelings):
    inhoud = make_pdf(
        line("Lea Tol was erbij.", y=600) + twice(ZIN, 2, -2, beurtelings=beurtelings)
    )
    vrijgave = redact(inhoud, "Lea Tol", naalden=["Lea Tol", naald])
    fout = {c.naam for c in vrijgave.controles if not c.geslaagd}
    assert fout == {"naalden"}


def test_a_word_of_which_each_letter_stands_twice_is_the_word():
    net = Vangnet(["Willemien Kolk", "06-12345678"])
    assert set(
        net.doubled(fold("WWiilllleemmiieenn KKoollkk,, 0066--1122334455667788"))
    ) == {
        "Willemien Kolk",
        "06-12345678",
    }
    assert list(net.doubled(fold("Willemien Kolk, 06-12345678"))) == []
    assert list(net.doubled(fold("Willlemien Kolk heeft zaak 11223344"))) == []
