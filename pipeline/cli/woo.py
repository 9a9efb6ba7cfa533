"""``verwerk woo``: proposals, a person decides, and the release."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Literal, cast

import click
from click.core import ParameterSource

from pipeline.cli.naloop import naloop
from pipeline.cli.omgeving import Omgeving, with_omgeving
from pipeline.cli.scherm import make_voortgang
from pipeline.cli.woodossier import besluit, nieuw, samenvoegen, stand, verdaag
from pipeline.cli.woorden import count, name_failure
from pipeline.cli.woozienswijze import zienswijze
from pipeline.errors import Uitgang

if TYPE_CHECKING:
    from pipeline.flows.woo import Uitkomst
    from pipeline.flows.woovoorstel import Voorstel


_taalmodel = click.option(
    "--taalmodel",
    metavar="NAAM",
    help="Een ander geïnstalleerd spaCy-model dan dat van verwerk, zoals "
    "nl_core_news_lg; 'geen' voor alleen de regels.",
)


@click.group(short_help="Stel voor wat gelakt wordt, en lak wat besloten is.")
def woo() -> None:
    """Stel voor wat gelakt wordt, en lak wat besloten is; u beslist."""


woo.add_command(naloop)


@woo.command()
@click.argument("pad", type=click.Path(path_type=Path, exists=True), metavar="PAD")
@click.option("--heel", is_flag=True, help="Houd samengestelde pdf's heel.")
@click.option(
    "--zonder-meelezen",
    is_flag=True,
    help="Maak geen kopieën om mee te lezen; sneller.",
)
@_taalmodel
@with_omgeving
def voorstel(
    pad: Path,
    *,
    heel: bool,
    zonder_meelezen: bool,
    taalmodel: str | None,
    omgeving: Omgeving,
) -> int:
    """Lees PAD en schrijf het lakblad: per markering de tekst, de grond en de reden.

    Besluiten die u al nam, blijven staan als u het voorstel opnieuw maakt.
    """
    from pipeline.flows.woovoorstel import propose

    gedaan = propose(
        pad,
        omgeving.instellingen,
        voortgang=make_voortgang(zichtbaar=not (omgeving.stil or omgeving.als_json)),
        heel=heel,
        taalmodel=taalmodel,
        meelezen=not zonder_meelezen,
    )
    _tell(gedaan, omgeving)
    return int(Uitgang.DEELS if gedaan.mislukt else Uitgang.KLAAR)


@woo.command()
@click.argument("map_", type=click.Path(path_type=Path, exists=True), metavar="MAP")
@_taalmodel
@with_omgeving
def personen(map_: Path, *, taalmodel: str | None, omgeving: Omgeving) -> int:
    """Toon wie er in MAP voorkomen, en wie om hun ambt leesbaar blijft.

    Alles staat ook in personen.xlsx. Kies daar per persoon 'leesbaar' of 'lakken'; het
    volgende voorstel in dezelfde uitvoermap houdt zich eraan.
    """
    from pipeline.cli.personen import show_people
    from pipeline.flows.woovoorstel import list_people

    doel, gevonden, mislukt = list_people(
        map_, omgeving.instellingen, taalmodel=taalmodel
    )
    show_people(gevonden, mislukt, doel, omgeving)
    return int(Uitgang.DEELS if mislukt else Uitgang.KLAAR)


@woo.command()
@click.argument(
    "lakblad",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    metavar="LAKBLAD",
)
@click.option(
    "--aanvaard-voorstellen",
    is_flag=True,
    help="Neem elk voorstel over, behalve wat alleen een mens mag beslissen; concept.",
)
@click.option(
    "--stijl",
    type=click.Choice(["code", "letter"]),
    default="code",
    show_default=True,
    help="Op elk vak de code van de grond, of de letter ervan.",
)
@click.option(
    "--rooster",
    type=click.FloatRange(0.5, 72),
    default=1.0,
    show_default=True,
    metavar="PUNTEN",
    help="Stapgrootte van de breedte van een vak.",
)
@click.option(
    "--zonder-zienswijze",
    default="",
    metavar="REDEN",
    help="Wacht niet op zienswijzen van derden; de reden komt in de verantwoording.",
)
@click.option(
    "--streng-breedte",
    is_flag=True,
    help="Maak het document opnieuw op met vakken van één breedte: niets verraadt dan "
    "hoe lang een naam was. De opmaak gaat verloren; afbeeldingen waar niets op ligt "
    "blijven.",
)
@click.option(
    "--eerder",
    multiple=True,
    type=click.Path(path_type=Path, exists=True),
    metavar="MAP",
    help="Map met een eerdere vrijgave; de naloop leest die mee. Mag vaker.",
)
@with_omgeving
def lakken(  # noqa: PLR0913 one parameter for each option
    lakblad: Path,
    *,
    aanvaard_voorstellen: bool,
    stijl: str,
    rooster: float,
    zonder_zienswijze: str,
    eerder: tuple[Path, ...],
    streng_breedte: bool,
    omgeving: Omgeving,
) -> None:
    """Lak wat op LAKBLAD besloten is; er komt alleen iets vrij als alles klopt."""
    from pipeline.flows.lakstuk import Lakopdracht
    from pipeline.flows.woo import release

    opdracht = Lakopdracht(
        stijl=cast("Literal['code', 'letter']", stijl),
        rooster=rooster,
        aanvaard=aanvaard_voorstellen,
        zonder_zienswijze=zonder_zienswijze,
        eerder=eerder,
        vaste_breedte=streng_breedte,
    )
    _tell_where(lakblad, omgeving)
    voortgang = make_voortgang(zichtbaar=not (omgeving.stil or omgeving.als_json))
    uitkomst = release(lakblad, omgeving.instellingen, opdracht, voortgang)
    uitgaven = uitkomst.uitgaven
    vakken = sum(len(u.vrijgave.uitslag.geplaatst) for u in uitgaven)
    beelden = sum(len(u.vrijgave.uitslag.gerasterd) for u in uitgaven)
    lekken = sum(len(u.vrijgave.uitslag.bronlekken) for u in uitgaven)
    if omgeving.als_json:
        click.echo(json.dumps({"documenten": len(uitgaven), "vakken": vakken}))
    omgeving.say(
        f"{count(len(uitgaven), 'document', 'documenten')} vrijgegeven in "
        f"{lakblad.parent / 'vrijgave'}: {count(vakken, 'vak', 'vakken')}, "
        "elke controle geslaagd."
    )
    punten = _count_doubts(lakblad.parent / "nacontrole.json")
    if punten:
        omgeving.say(
            f"De naloop vindt {count(punten, 'ernstig punt', 'ernstige punten')} om na "
            "te kijken; zie 'naloop' in nacontrole.json."
        )
    if beelden:
        omgeving.say(
            f"{count(beelden, 'bladzijde is', 'bladzijden zijn')} een beeld geworden; "
            "zie nacontrole.json."
        )
    if lekken:
        omgeving.say(
            f"Let op: de bron zelf lekte op {count(lekken, 'plaats', 'plaatsen')} "
            "(tekst onder een vlak of een markering die nooit is toegepast). In de "
            "vrijgave is dat weg; zie nacontrole.json."
        )
    if aanvaard_voorstellen:
        omgeving.say(_tell_decided(uitkomst))


def _tell_decided(uitkomst: Uitkomst) -> str:
    """What of a draft a person decided, and what was accepted unseen."""
    ongezien, door_mens = uitkomst.ongezien, uitkomst.besloten
    begin = (
        f"Dit is een concept: {count(ongezien, 'voorstel is', 'voorstellen zijn')} "
        "aanvaard zonder dat iemand erover besloot"
    )
    if not door_mens and not uitkomst.personen:
        return f"{begin}; een mens besloot nog nergens over."
    return (
        f"{begin}. Een mens besloot over "
        f"{count(door_mens, 'markering', 'markeringen')} en "
        f"{count(uitkomst.personen, 'persoon', 'personen')}."
    )


def _tell_where(lakblad: Path, omgeving: Omgeving) -> None:
    """Say that a release comes beside its sheet, to who asked for another folder."""
    bron = click.get_current_context().get_parameter_source("uitvoer")
    anders = omgeving.instellingen.uitvoer.resolve() != lakblad.parent.resolve()
    if anders and bron is not ParameterSource.DEFAULT:
        omgeving.say(
            f"--uitvoer telt hier niet: de vrijgave komt naast {lakblad.name}, in "
            f"{lakblad.parent / 'vrijgave'}."
        )


def _count_doubts(nacontrole: Path) -> int:
    """How many serious points the reading of the release as a stranger gave."""
    stukken = json.loads(nacontrole.read_text("utf-8"))
    return sum(p["ernst"] == "ernstig" for s in stukken for p in s["naloop"])


def _tell(gedaan: Voorstel, omgeving: Omgeving) -> None:
    regels = gedaan.blad.regels
    passages = sum(1 for r in regels if r.passage)
    if omgeving.als_json:
        uit = {"documenten": len(gedaan.blad.documenten), "markeringen": len(regels)}
        click.echo(json.dumps(uit))
    omgeving.say(
        f"{count(len(gedaan.blad.documenten), 'document', 'documenten')}, "
        f"{count(len(regels) - passages, 'markering', 'markeringen')} voorgesteld, "
        f"{count(passages, 'passage', 'passages')} waarover alleen een mens beslist."
    )
    if gedaan.herkend:
        zijn = count(gedaan.herkend, "bladzijde is", "bladzijden zijn")
        omgeving.say(f"{zijn} met tekstherkenning gelezen, die fouten maakt: lees na.")
    if gedaan.beelden:
        zijn = count(gedaan.beelden, "bladzijde staat", "bladzijden staan")
        omgeving.say(
            f"Op {zijn} beelden die niet gelezen zijn: bekijk ze, of installeer "
            "Tesseract met Nederlands (nld) en maak het voorstel opnieuw."
        )
    for mislukking in gedaan.mislukt:
        omgeving.say(
            f"Niet gelezen: {name_failure(mislukking.bestand, mislukking.reden)}"
        )
    if gedaan.vervallen:
        gaan = count(gedaan.vervallen, "eerder besluit gaat", "eerdere besluiten gaan")
        omgeving.say(
            f"{gaan} over tekst die er niet meer is; het vorige lakblad staat in "
            f"{gedaan.vorige}."
        )
    meelezen = gedaan.pad.parent / "meelezen"
    if meelezen.is_dir():
        omgeving.say(f"Lees mee, met de voorstellen in geel: {meelezen}")
    omgeving.say(f"Vul het lakblad in: {gedaan.pad}")
    omgeving.say(f"Daarna: verwerk woo lakken {gedaan.pad}")


for opdracht in (nieuw, verdaag, stand, zienswijze, besluit, samenvoegen):
    woo.add_command(opdracht)
