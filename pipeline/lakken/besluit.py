"""The text of the concept-besluit: the facts of the dossier in set words."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from modellen.besluit import Alinea, Stijl
from modellen.lakblad import Beoordeling
from modellen.woodossier import Zienswijzestatus

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from modellen.inventaris import Inventarisregel, Organisatie
    from modellen.lakblad import Lakregel
    from modellen.lakken import Grondslag
    from modellen.woodossier import Reactie, Termijn, Woodossier, Zienswijze

BESLUIT = "woo/besluit.toml"
_VIJF_JAAR = 5
_OPVATTING = ("5.2.1", "5.2.2")
_ZONDER_TERMIJN = ("5.1.1", "5.4")
"""Grounds to which the five years of art. 5.3 do not apply."""

_BESTUURDERS = ("commissaris van de koning", "gedeputeerde", "college", "burgemeester",
                "wethouder", "cdk")  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Besluitstof:
    """All that a decision is written from."""

    organisatie: Organisatie
    dossier: Woodossier | None
    termijn: Termijn | None
    inventaris: Sequence[Inventarisregel]
    regels: Sequence[Lakregel]
    gronden: Mapping[str, Grondslag]
    vandaag: date


def compose_besluit(
    stof: Besluitstof, woorden: Mapping[str, Any]
) -> tuple[Alinea, ...]:
    """The paragraphs of a decision, with blanks where only a person can write.

    ``woorden`` are the sentences of ``regels/woo/besluit.toml``. Woo art. 4.4, 5.1 lid
    3, 5.2 lid 3 and 5.3; Awb art. 4:8 and 6:7.
    """
    velden = _fields(stof)
    return (
        Alinea(stijl=Stijl.TITEL, tekst=woorden["titel"]),
        *_texts(woorden["aanhef"]["alineas"], velden),
        *_section(woorden["verzoek"], velden),
        *_course(stof, woorden["procesverloop"], velden),
        *_section(woorden["besluit"], velden),
        *_motives(stof, woorden),
        *_advice(stof, woorden["bestuurders"]),
        *_views(stof, woorden["zienswijzen"]),
        *_publication(stof, woorden["openbaarmaking"], velden),
        *_section(woorden["bezwaarclausule"], velden),
        *_texts(woorden["slot"]["alineas"], velden),
    )


def _fields(stof: Besluitstof) -> dict[str, Any]:
    dossier = stof.dossier
    telling = Counter(r.beoordeling for r in stof.inventaris)
    in_verzoek = len(stof.inventaris) - telling[Beoordeling.BUITEN]
    kenmerk = dossier.kenmerk if dossier else ""
    reikwijdte = dossier.reikwijdte if dossier else ""
    return {
        "ontvangen": _day(dossier.ontvangen) if dossier else "[vul in: datum]",
        "verzoek": dossier.verzoek if dossier else "[vul in: het verzoek]",
        "kenmerk": f"Uw verzoek heeft kenmerk {kenmerk}. " if kenmerk else "",
        "reikwijdte": f"Wij hebben dit zo opgevat: {reikwijdte}" if reikwijdte else "",
        "totaal": in_verzoek,
        "openbaar": telling[Beoordeling.OPENBAAR],
        "deels": telling[Beoordeling.DEELS],
        "niet": telling[Beoordeling.NIET],
        "reeds": telling[Beoordeling.REEDS],
        "bestuursorgaan": stof.organisatie.bestuursorgaan,
        "postadres": stof.organisatie.postadres,
        "plaats": stof.organisatie.plaats,
    }


def _texts(alineas: Sequence[str], velden: Mapping[str, Any]) -> Iterator[Alinea]:
    for alinea in alineas:
        tekst = alinea.format_map(velden).strip()
        if tekst.startswith("- "):
            yield Alinea(stijl=Stijl.PUNT, tekst=tekst[2:])
        elif tekst:
            yield Alinea(stijl=Stijl.TEKST, tekst=tekst)


def _section(deel: Mapping[str, Any], velden: Mapping[str, Any]) -> Iterator[Alinea]:
    yield Alinea(stijl=Stijl.KOP, tekst=deel["kop"])
    yield from _texts(deel["alineas"], velden)


def _course(
    stof: Besluitstof, deel: Mapping[str, Any], velden: Mapping[str, Any]
) -> Iterator[Alinea]:
    """What happened when, by the dossier; without one a person fills it in."""
    yield Alinea(stijl=Stijl.KOP, tekst=deel["kop"])
    dossier, termijn = stof.dossier, stof.termijn
    if dossier is None or termijn is None:
        yield Alinea(stijl=Stijl.TEKST, tekst="[vul in: het procesverloop met de data]")
        return
    eerste = termijn.uitleg[0].rsplit(" ", 1)[-1]
    regels = [deel["ontvangen"].format_map({**velden, "eerste_termijn": eerste})]
    if dossier.verdaagd:
        regels.append(
            deel["verdaagd"].format(
                verdaagd=_day(dossier.verdaagd), verdaging_reden=dossier.verdaging_reden
            )
        )
    regels += [_asked(z, deel["zienswijze"]) for z in dossier.zienswijzen]
    if termijn.opgeschort:
        regels.append(deel["opgeschort"].format(dagen=termijn.opgeschort))
    regels.append(deel["slot"].format(uiterlijk=_day(termijn.uiterlijk)))
    yield from _texts(regels, velden)


def _asked(zienswijze: Zienswijze, zin: str) -> str:
    afloop = {
        Zienswijzestatus.ONTVANGEN: "Die is ontvangen"
        + (f" op {_day(zienswijze.ontvangen)}." if zienswijze.ontvangen else "."),
        Zienswijzestatus.VERSTREKEN: "Die is niet ontvangen.",
    }
    return zin.format(
        gevraagd=_day(zienswijze.gevraagd),
        partij=zienswijze.partij,
        aantal=len(zienswijze.documenten),
        termijn=_day(zienswijze.termijn),
        afloop=afloop.get(zienswijze.status, ""),
    )


def _motives(stof: Besluitstof, woorden: Mapping[str, Any]) -> Iterator[Alinea]:
    """Per ground what the law asks: its kind, the weighing, the passing of time."""
    deel = woorden["motivering"]
    yield Alinea(stijl=Stijl.KOP, tekst=deel["kop"])
    yield Alinea(stijl=Stijl.TEKST, tekst=deel["inleiding"])
    gebruikt: dict[str, list[Inventarisregel]] = defaultdict(list)
    for regel in stof.inventaris:
        for code in regel.gronden:
            gebruikt[code].append(regel)
    for code, grond in stof.gronden.items():
        if code not in gebruikt:
            continue
        yield Alinea(stijl=Stijl.TUSSENKOP, tekst=f"{grond.artikel}: {grond.kort}")
        nummers = ", ".join(r.nummer for r in gebruikt[code])
        eigen = woorden["gronden"].get(code, f"{grond.tekst} {{motivering}}")
        motivering = _by_person(stof.regels, code) or deel["motivering_mens"]
        teksten = [
            deel["toegepast"].format(documenten=nummers),
            deel[grond.soort.value],
            eigen.format(motivering=motivering),
        ]
        oud = [r.nummer for r in gebruikt[code] if _is_old(r, code, stof)]
        if oud:
            teksten.append(deel["oud"].format(documenten=", ".join(oud)))
        yield from (Alinea(stijl=Stijl.TEKST, tekst=t) for t in teksten)


def _by_person(regels: Sequence[Lakregel], code: str) -> str:
    """What a person wrote on the sheet about a ground, each text once."""
    teksten = dict.fromkeys(
        r.motivering for r in regels if r.grond == code and r.motivering
    )
    return " ".join(teksten)


def _is_old(regel: Inventarisregel, code: str, stof: Besluitstof) -> bool:
    """Whether art. 5.3 asks why the ground still outweighs: older than five years."""
    if regel.datum is None or code.startswith(_ZONDER_TERMIJN):
        return False
    return _years_before(stof.vandaag, _VIJF_JAAR) > regel.datum


def _years_before(dag: date, jaren: int) -> date:
    try:
        return dag.replace(year=dag.year - jaren)
    except ValueError:
        return dag.replace(year=dag.year - jaren, day=28)


def _advice(stof: Besluitstof, deel: Mapping[str, Any]) -> Iterator[Alinea]:
    """Art. 5.2 lid 3: opinions in papers for formal decisions of office holders."""
    nummers = [
        r.nummer
        for r in stof.inventaris
        if set(r.gronden) & set(_OPVATTING)
        and (r.soort == "memo" or any(b in r.ontvanger.lower() for b in _BESTUURDERS))
    ]
    if nummers:
        yield from _section(deel, {"documenten": ", ".join(nummers)})


def _views(stof: Besluitstof, deel: Mapping[str, Any]) -> Iterator[Alinea]:
    yield Alinea(stijl=Stijl.KOP, tekst=deel["kop"])
    zienswijzen = stof.dossier.zienswijzen if stof.dossier else ()
    zinnen = {
        Zienswijzestatus.ONTVANGEN: deel["ontvangen"],
        Zienswijzestatus.VERSTREKEN: deel["verstreken"],
        Zienswijzestatus.GEVRAAGD: deel["wacht"],
    }
    regels = [
        zinnen[z.status].format(
            partij=z.partij, datum=_day(z.ontvangen), termijn=_day(z.termijn)
        )
        for z in zienswijzen
        if z.status in zinnen
    ]
    yield from _texts(regels or [deel["geen"]], {})
    for zienswijze in zienswijzen:
        for reactie in zienswijze.reacties:
            if reactie.bezwaar:
                yield Alinea(stijl=Stijl.PUNT, tekst=_objection(zienswijze, reactie))


def _objection(zienswijze: Zienswijze, reactie: Reactie) -> str:
    """That a party objects; its own words may hold what the documents mask."""
    grond = f", met een beroep op {reactie.grond}" if reactie.grond else ""
    return (
        f"{zienswijze.partij} heeft bedenkingen bij document {reactie.nummer}{grond}. "
        "[vul in: wat daarin staat en wat wij ermee doen]"
    )


def _publication(
    stof: Besluitstof, deel: Mapping[str, Any], velden: Mapping[str, Any]
) -> Iterator[Alinea]:
    yield Alinea(stijl=Stijl.KOP, tekst=deel["kop"])
    bezwaar = (
        any(z.bezwaar for z in stof.dossier.zienswijzen) if stof.dossier else False
    )
    yield from _texts([deel["bezwaar" if bezwaar else "gewoon"]], velden)


def _day(dag: date | None) -> str:
    return f"{dag:%d-%m-%Y}" if dag else "[vul in: datum]"
