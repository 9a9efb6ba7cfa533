from __future__ import annotations

import importlib

import pytest

from tests.dossier.maak_invoer import WORTEL

PAGINAS = 60


@pytest.fixture(scope="module")
def maak_set():
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(WORTEL / "benchmarks"))
        yield importlib.import_module("maak_set")


def _bytes(map_):
    return {
        p.relative_to(map_).as_posix(): p.read_bytes()
        for p in map_.rglob("*")
        if p.is_file()
    }


def test_the_same_number_of_pages_gives_the_same_files(maak_set, tmp_path):
    maak_set.make_set(tmp_path / "a", PAGINAS)
    overzicht = maak_set.make_set(tmp_path / "b", PAGINAS)
    assert _bytes(tmp_path / "a") == _bytes(tmp_path / "b")
    assert overzicht.bestanden == len(_bytes(tmp_path / "b"))


@pytest.mark.parametrize("paginas", [1, 7, 60])
def test_pages_are_as_many_as_asked(maak_set, tmp_path, paginas):
    import openpyxl
    import pypdfium2

    overzicht = maak_set.make_set(tmp_path, paginas)
    bladen = sum(len(pypdfium2.PdfDocument(p)) for p in tmp_path.rglob("*.pdf"))
    werkbladen = sum(
        len(openpyxl.load_workbook(p).sheetnames) for p in tmp_path.rglob("*.xlsx")
    )
    assert overzicht.paginas == paginas == sum(overzicht.per_soort.values())
    assert (bladen, werkbladen) == (
        overzicht.per_soort["pdf"],
        overzicht.per_soort["xlsx"],
    )


def test_totals_of_the_generated_tables_add_up(maak_set):
    from random import Random

    _kop, *rijen, totaal = maak_set._figures(maak_set.Verteller(Random(3)), 10)  # noqa: S311  # sentences, no secrets
    assert all(a + b + c == som for _, a, b, c, som in rijen)
    assert [sum(rij[k] for rij in rijen) for k in range(1, 5)] == list(totaal[1:])
