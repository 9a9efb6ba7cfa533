"""Hold an export of the program to the truth: ``python tests/dossier/toets.py EXPORT.json``.

The export is what ``verwerk exporteer`` writes (ONTWERP 5.2) after ``verwerk invoer/``.
"""

from __future__ import annotations

import json
import sys
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

WAARHEID = Path(__file__).parent / "waarheid.toml"
Tabel = dict[str, Any]


@dataclass(slots=True)
class Oordeel:
    """Per subject how many of the truth were found, what was missed, and what was too much."""

    goed: dict[str, int] = field(default_factory=dict)
    totaal: dict[str, int] = field(default_factory=dict)
    gemist: list[str] = field(default_factory=list)
    teveel: list[str] = field(default_factory=list)

    def tel(self, onderwerp: str, wat: str, *, goed: bool) -> None:
        """Count one thing of the truth."""
        self.totaal[onderwerp] = self.totaal.get(onderwerp, 0) + 1
        self.goed[onderwerp] = self.goed.get(onderwerp, 0) + goed
        if not goed:
            self.gemist.append(f"{onderwerp}: {wat}")

    def deel(self, onderwerp: str) -> float:
        """The share of the truth that was found, from 0 to 1."""
        return self.goed.get(onderwerp, 0) / max(1, self.totaal.get(onderwerp, 0))


def judge(export: Tabel, waarheid: Tabel | None = None) -> Oordeel:
    """Compare an export with the truth of the dossier."""
    boek = waarheid or tomllib.loads(WAARHEID.read_text(encoding="utf-8"))
    per_pad = {b["pad"]: b for b in boek["bestand"]}
    oordeel = Oordeel()
    for bestand in boek["bestand"]:
        tweeling = per_pad.get(bestand.get("gelijk_aan", ""), {})
        inhoud = _contents(export, bestand["pad"])
        if tweeling:
            # A decision in two forms of one paper is kept once, with the first as its source.
            inhoud["besluit"] += _contents(export, tweeling["pad"])["besluit"]
        _judge_documenten(oordeel, bestand, inhoud)
        for soort in ("actie", "besluit"):
            waar = _records(bestand, soort) or _records(tweeling, soort)
            niet = bestand.get(f"geen_{soort}") or tweeling.get(f"geen_{soort}", [])
            _judge_records(oordeel, bestand["pad"], soort, waar, inhoud)
            _judge_false(oordeel, bestand["pad"], soort, niet, inhoud)
        _judge_meetings(oordeel, bestand, inhoud)
    return oordeel


def _contents(export: Tabel, pad: str) -> Tabel:
    """The documents and records of a file and of what is attached to it."""
    documenten = [
        d
        for d in export["documenten"]
        if d["bestand"] == pad
        or d["bestand"].endswith(f"/{pad}")
        or f"{pad}/" in d["bestand"]
    ]
    ids = {d["id"] for d in documenten}
    soorten = {
        "actie": "acties",
        "besluit": "besluiten",
        "vergadering": "vergaderingen",
    }
    records = {
        een: [r for s in export[meer] for r in _statements(s) if r["document"] in ids]
        for een, meer in soorten.items()
    }
    return {"documenten": documenten, **records}


def _statements(record: Tabel) -> list[Tabel]:
    """An action as each document states it; any other record is itself."""
    return record.get("vermeldingen") or [record]


def _records(bestand: Tabel, soort: str) -> list[Tabel]:
    return [r for d in bestand.get("document", ()) for r in d.get(soort, ())]


def _judge_documenten(oordeel: Oordeel, bestand: Tabel, inhoud: Tabel) -> None:
    over = list(inhoud["documenten"])
    for waar in bestand["document"]:
        soorten = [waar["soort"]] if isinstance(waar["soort"], str) else waar["soort"]
        wat = f"{bestand['pad']} ({waar['soort']})"
        past = [d for d in over if d["soort"] in soorten and _same_day(d, waar)]
        oordeel.tel("document", wat, goed=bool(past))
        if past:
            over.remove(past[0])
            _judge_document(oordeel, wat, waar, past[0])


def _judge_document(oordeel: Oordeel, wat: str, waar: Tabel, document: Tabel) -> None:
    if "paginas" in waar:
        gevonden = [document["pagina_van"], document["pagina_tot"]]
        oordeel.tel("pagina's", f"{wat} {gevonden}", goed=gevonden == waar["paginas"])
    if "concept" in waar:
        oordeel.tel("concept", wat, goed=document["concept"] is waar["concept"])
    if "titel" in waar:
        titel = (document["titel"] or "").lower()
        oordeel.tel("titel", wat, goed=all(w.lower() in titel for w in waar["titel"]))


def _same_day(document: Tabel, waar: Tabel) -> bool:
    return "datum" not in waar or document["datum"] == waar["datum"].isoformat()


def _judge_records(
    oordeel: Oordeel, pad: str, soort: str, waarheid: list[Tabel], inhoud: Tabel
) -> None:
    over = list(inhoud[soort])
    for waar in waarheid:
        past = [r for r in over if _holds(r, waar["woorden"])]
        wat = f"{pad}: {' '.join(waar['woorden'])}"
        vorm = "" if waar.get("expliciet", True) else " (impliciet)"
        oordeel.tel(f"{soort}{vorm}", wat, goed=bool(past))
        if past:
            beste = min(past, key=lambda r: len(_faults(r, waar)))
            over.remove(beste)
            for veld in ("houder", "termijn", "status", "resultaat"):
                if veld in waar:
                    oordeel.tel(
                        veld,
                        f"{wat} {waar[veld]}",
                        goed=veld not in _faults(beste, waar),
                    )
    oordeel.teveel += [f"{soort}: {pad}: {r['omschrijving'][:70]}" for r in over]


def _holds(record: Tabel, woorden: list[str]) -> bool:
    tekst = f"{record['omschrijving']} {record['citaat']}".lower()
    return all(w.lower() in tekst for w in woorden)


def _faults(record: Tabel, waar: Tabel) -> set[str]:
    """The fields of a record that differ from the truth."""
    fout = set()
    if "houder" in waar:
        houders = " ".join(record["actiehouders"]).lower()
        fout |= (
            {"houder"} if waar["houder"] and waar["houder"] not in houders else set()
        )
        dag = waar["termijn"] and waar["termijn"].isoformat()
        fout |= {"termijn"} if (record["termijn"] or "") != dag else set()
        fout |= (
            {"status"}
            if record["status"] != waar.get("status", record["status"])
            else set()
        )
    elif record["resultaat"] != waar["resultaat"]:
        fout.add("resultaat")
    return fout


def _judge_false(
    oordeel: Oordeel, pad: str, soort: str, niet: list[list[str]], inhoud: Tabel
) -> None:
    for woorden in niet:
        gevonden = any(_holds(r, woorden) for r in inhoud[soort])
        oordeel.tel(f"geen {soort}", f"{pad}: {' '.join(woorden)}", goed=not gevonden)


def _judge_meetings(oordeel: Oordeel, bestand: Tabel, inhoud: Tabel) -> None:
    for waar in _records(bestand, "vergadering"):
        op_dag = [
            v for v in inhoud["vergadering"] if v["datum"] == waar["datum"].isoformat()
        ]
        wat = f"{bestand['pad']} {waar['datum']}"
        oordeel.tel("vergadering", wat, goed=bool(op_dag))
        for veld in ("begin", "eind"):
            if op_dag and veld in waar:
                tijden = [(v[veld] or "")[:5] for v in op_dag]
                oordeel.tel("tijd", f"{wat} {waar[veld]}", goed=waar[veld] in tijden)


def main() -> None:
    """Print the score and what was missed or too much."""
    oordeel = judge(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")))
    for onderwerp, totaal in sorted(oordeel.totaal.items()):
        sys.stdout.write(
            f"{onderwerp:>22}  {oordeel.goed[onderwerp]:>3} van {totaal}\n"
        )
    for kop, regels in (("gemist", oordeel.gemist), ("te veel", oordeel.teveel)):
        sys.stdout.write(
            f"\n{kop} ({len(regels)})\n" + "".join(f"  {r}\n" for r in regels)
        )


if __name__ == "__main__":
    main()
