"""``fetch``: the one command, beside ``places fetch``, that asks the network."""

import datetime as dt
from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from whoheld.cli.app import app
from whoheld.cli.terminal import err, out
from whoheld.publish.escaping import visible


@app.command()
def fetch(
    urls: Annotated[list[str], typer.Argument(help="Addresses of pages, or of RSS and Atom feeds.", show_default=False)],
    work: Annotated[Path, typer.Option("--work", "-w", help="The work folder that keeps the articles.", show_default=False)],
    most: Annotated[int, typer.Option("--limit", min=1, help="How many pages of one feed.")] = 50,
    contact: Annotated[
        str | None, typer.Option(help="An address that servers are told, so that their owners can reach you.")
    ] = None,
) -> None:
    """Bring pages, and those that feeds name, into a work folder over the network.

    Politely: robots.txt is kept, a host is asked once in two seconds, unchanged pages are not sent again, and nothing beyond
    10 MB or 60 s is waited for. Only the public internet is asked: an address that leads to this machine or its network, at any
    redirect, is refused. No proxy is used. A later version of a page is kept beside the earlier one, and known from today.

    Example: `whoheld fetch https://news.example/feed.xml --work euphrates`
    """
    from whoheld import workfolder
    from whoheld.fetching import Client, PoliteClient
    from whoheld.fetching import fetch as bring

    opened = workfolder.opened(work)
    today = dt.datetime.now(dt.UTC).date()
    with err.status("") as status:
        done = bring(
            urls,
            opened,
            PoliteClient(Client(contact)),
            day=today,
            most=most,
            progress=lambda url: status.update(Text(visible(url), overflow="ellipsis")),
        )
    for issue in done.issues:
        out.print(Text(visible(f"{issue.source}: {issue.message}")))
    out.print(Text(f"{done.new} new articles, {done.versions} of them new versions; {len(done.unchanged)} pages unchanged"))
    if done.issues and not done.new and not done.unchanged:
        raise typer.Exit(1)
