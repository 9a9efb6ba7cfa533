"""What a person reads when a leak holds a release: which file, which page, what now."""

from __future__ import annotations

from dataclasses import replace

from lakbouw import A, stuk

from modellen.document import Leesstatus, Pagina
from modellen.lakblad import Beoordeling
from modellen.naloop import Ernst, Naloopbevinding, Vindplaats
from pipeline.lakken.ongelezen import check_looked_at
from pipeline.lakken.weigering import explain_leaks, explain_refusal


def test_a_leak_is_told_with_its_file_and_page_and_never_its_words():
    lek = Naloopbevinding(
        soort="tekst_onder_vlak", titel="Tekst onder een vlak", ernst=Ernst.LEK,
        wat="w", advies="Haal het bestand van de site.",
        bronnen=(
            Vindplaats(bestand="0003.pdf", woorden="Ilse Plas", pagina=2),
            Vindplaats(bestand="0003.pdf", woorden="Ilse Plas", pagina=2),
            Vindplaats(bestand="0004.pdf", woorden="Ilse Plas"),
        ),
    )  # fmt: skip
    eerste, raad = explain_leaks([lek, lek]).split("\n")
    assert eerste == "- Tekst onder een vlak (0003.pdf, bladzijde 2; 0004.pdf)."
    assert "nog niets openbaar" in raad
    assert "Plas" not in eerste + raad


def test_a_page_that_nobody_read_holds_a_paper_until_someone_judged_it():
    foto = replace(
        A,
        paginas=(
            Pagina(nummer=1, status=Leesstatus.TEKST),
            Pagina(nummer=2, status=Leesstatus.ONGELEZEN),
        ),
    )
    (controle,) = check_looked_at(stuk("0001", foto), foto)
    assert (controle.geslaagd, controle.pagina) == (False, 2)
    uitleg = explain_refusal("0001", "a.pdf", [controle])
    assert "bladzijde 2" in uitleg
    assert "beoordeling" in uitleg
    bekeken = stuk("0001", foto, beoordeling=Beoordeling.OPENBAAR)
    assert not list(check_looked_at(bekeken, foto))
    eerste = stuk("0001", foto, pagina_van=1, pagina_tot=1)
    assert not list(check_looked_at(eerste, foto))
