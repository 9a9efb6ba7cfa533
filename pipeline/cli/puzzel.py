"""``verwerk puzzel``: the puzzle built anew from the forms that came in."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from pipeline.cli.omgeving import Datum, Omgeving, open_store, with_omgeving

if TYPE_CHECKING:
    from datetime import date

    from pipeline.flows.puzzel import Gelegd


@click.command(short_help="Leg de puzzel opnieuw uit de ingekomen formulieren.")
@click.option(
    "--stand", type=Datum(), help="De dag tot en met welke formulieren tellen."
)
@click.option(
    "--jaar",
    type=click.IntRange(2000, 2100),
    metavar="JAAR",
    help="Het jaar van de opgave.  [standaard: dat van de laatste tabel]",
)
@with_omgeving
def puzzel(stand: date | None, jaar: int | None, *, omgeving: Omgeving) -> None:
    """Leg de puzzel opnieuw: per gemeente en thema, met formules die meerekenen.

    De opgave komt uit de laatste puzzeltabel, het voorstel uit de formulieren. Wat
    ontbreekt, blijft open en staat op een eigen blad; elk getal noemt zijn bron.
    """
    from pipeline.flows.puzzel import lay_puzzel

    instellingen = omgeving.instellingen
    dag = stand or instellingen.datum
    with open_store(omgeving) as archief:
        gelegd = lay_puzzel(archief, instellingen, dag, jaar)
    _tell(gelegd, omgeving)


def _tell(gelegd: Gelegd, omgeving: Omgeving) -> None:
    p = gelegd.puzzel
    if omgeving.als_json:
        waarden = {
            "bestand": str(gelegd.pad),
            "stand": p.stand.isoformat(),
            "jaar": p.jaar,
            "regels": [
                {
                    "gebied": r.gebied,
                    "opgave": {t: f"{w:f}" for t, w in r.opgave.items()},
                    "voorstel": {t: f"{w:f}" for t, w in r.voorstel.items()},
                    "formulier": r.formulier,
                }
                for r in p.regels
            ],
            "opmerkingen": [
                {"gebied": o.gebied, "soort": o.soort, "tekst": o.tekst}
                for o in p.opmerkingen
            ],
        }
        click.echo(json.dumps(waarden, ensure_ascii=False, indent=2))
        return
    binnen = sum(r.formulier is not None for r in p.regels)
    omgeving.say(f"Puzzel {p.jaar}, stand {p.stand:%d-%m-%Y}")
    omgeving.say(f"Formulieren   {binnen} van de {len(p.regels)} gemeenten")
    zonder = [r.gebied for r in p.regels if r.formulier is None]
    if zonder:
        omgeving.say(f"Ontbreekt     {', '.join(zonder)}")
    for o in p.opmerkingen:
        if o.soort != "ontbreekt" or o.gebied not in zonder:
            omgeving.say(f"  {o.gebied}: {o.tekst}")
    omgeving.say(f"Geschreven    {gelegd.pad}")
