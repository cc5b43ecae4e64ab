"""The application that the commands join."""

from typing import Annotated

import typer

import whoheld

app = typer.Typer(
    name="whoheld",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="markdown",
    pretty_exceptions_enable=False,
    help=(
        "Who held which place, when, according to whom?\n\n"
        "Reads news articles, takes out every claim of territorial control with the sentence that makes it, finds the place, "
        "folds all claims into dated intervals, and writes dated map layers.\n\n"
        "Start with:  `whoheld build ARTICLES... --theatre syria --out out/`"
    ),
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"whoheld {whoheld.__version__}")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")] = False,
) -> None:
    """Options of the program itself."""
    del version
