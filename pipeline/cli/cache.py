"""The commands about what earlier runs made of documents."""

import typer

from pipeline.cli.language import said

app = typer.Typer(help="Look after what runs remember.", no_args_is_help=True)


@app.callback()
def about() -> None:
    """Look after what runs remember: the tables of each document, so that it is read once."""


@app.command()
def where() -> None:
    """Print the folder of the cache."""
    from pipeline.run.cache import default_folder

    typer.echo(default_folder())


@app.command()
def clear() -> None:
    """Remove what earlier runs remember. The next run reads every document anew."""
    from pipeline.run import cache

    folder = cache.default_folder()
    typer.echo(said("{folder}: {number} documents forgotten", folder=folder, number=cache.clear(folder)))
