"""``coolhead schema``: the schema of scenario or voice files for editors, and the reference of every key for people."""

from __future__ import annotations

from pathlib import Path

from trainer.authoring.writing import put
from trainer.errors import Exit, UsageError, say


def give_schema(output: Path | None, *, voice: bool, markdown: bool) -> int:
    """Print the schema or reference, or write it to a file. Only a schema written by this command is ever replaced."""
    if markdown:
        from trainer.authoring.reference import reference

        text = reference()
    else:
        from trainer.authoring.schema import as_text, scenario_schema, voice_schema

        text = as_text(voice_schema() if voice else scenario_schema())
    if output is None:
        print(text, end="")
        return Exit.DONE
    _write(output, text)
    say(f"Written to {output}.")
    if not markdown:
        say(f"Let the first line of a {'voice' if voice else 'scenario'} beside it be: # yaml-language-server: $schema={output.name}")
    return Exit.DONE


def _write(output: Path, text: str) -> None:
    from trainer.authoring.schema import is_ours

    if output.is_file() and is_ours(output):
        output.unlink()
    if not put(output, text):
        raise UsageError(f"There is a file {output} already, and it stays as it is.", "Name another file, or move that one away.")
