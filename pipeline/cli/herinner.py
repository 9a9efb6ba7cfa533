"""``verwerk herinner``: what is due, for each owner, ready to mail."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from pipeline.cli.omgeving import Datum, Omgeving, open_store, with_omgeving

if TYPE_CHECKING:
    from datetime import date


@click.command(short_help="Maak per actiehouder een herinnering, en een agenda (.ics).")
@click.option("--tot", type=Datum(), help="Alleen wat uiterlijk die dag klaar moet.")
@with_omgeving
def herinner(*, tot: date | None, omgeving: Omgeving) -> None:
    """Schrijf per actiehouder een mailtekst, en termijnen.ics voor in uw agenda.

    Er wordt niets verstuurd.
    """
    from pipeline.flows.herinneren import write_herinneringen

    open_store(omgeving).sluit()
    klaar = write_herinneringen(tot, omgeving.instellingen)
    if omgeving.als_json:
        per = {h.wie: [g.nummer for g in h.acties] for h, _ in klaar.brieven}
        click.echo(json.dumps(per, ensure_ascii=False, indent=2))
        return
    vandaag = omgeving.instellingen.datum
    for herinnering, pad in klaar.brieven:
        laat = sum(
            1
            for g in herinnering.acties
            if g.actie.termijn and g.actie.termijn < vandaag
        )
        te_laat = f", {laat} over de termijn" if laat else ""
        wie = herinnering.wie or "zonder actiehouder"
        omgeving.say(f"{wie}: {len(herinnering.acties)} open{te_laat}")
        omgeving.say(f"    {pad}")
    omgeving.say(f"Agenda  {klaar.agenda}")
