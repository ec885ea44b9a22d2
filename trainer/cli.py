"""The ``coolhead`` command: which view or command runs, and how every kind of fault leaves.

The bare command is the game, and its first frame waits for nothing: no command parser, no model, no store is imported on
that path. Everything else goes through the parser in ``subcommands``. stdout is data, stderr is words.
"""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Sequence

from trainer.errors import CoolheadError, Exit, PrerequisiteError, say, write_bug_report
from trainer.opening import open_game, wants_plain

NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EIO)
"""What the system says when it is the disk's fault and not ours."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code (see ``Exit``)."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    _let_every_character_through()
    try:
        code = run(arguments)
        sys.stdout.flush()
    except KeyboardInterrupt:
        say("\nStopped.")
        return Exit.INTERRUPTED
    except BrokenPipeError:
        _forget_stdout()
        return Exit.DONE  # whoever read us has what they wanted
    except CoolheadError as error:
        return _explain(error)
    except ModuleNotFoundError as error:
        return _explain_missing(error, arguments)
    except OSError as error:
        if error.errno not in NO_ROOM:
            return _report(error, arguments)
        _forget_stdout()
        return _explain(PrerequisiteError(f"The output could not be written: {error.strerror}.", "Free some space, or write it elsewhere."))
    except Exception as error:  # the last door: whatever comes here is ours
        return _report(error, arguments)
    return code


def run(arguments: Sequence[str]) -> int:
    """Choose between the game and a command. Faults are raised, not printed."""
    if not arguments:
        return open_game(plain=wants_plain())
    if list(arguments) == ["--plain"]:
        return open_game(plain=True)
    from trainer.subcommands.app import run_command

    return run_command(arguments)


def _let_every_character_through() -> None:
    """What cannot be shown, or read, is replaced by a mark; it must not end the call. A closed stream is an empty one."""
    sys.stdin = sys.stdin or open(os.devnull, encoding="utf-8")  # noqa: SIM115 - stands for the whole run
    sys.stdout = sys.stdout or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(errors="replace")


def _explain(error: CoolheadError) -> int:
    from trainer.text import safe_text

    say(safe_text(str(error)))
    return error.exit


def _explain_missing(error: ModuleNotFoundError, arguments: Sequence[str]) -> int:
    package = (error.name or "").split(".")[0]
    if not package or package in ("trainer", "scoring", "scenarios"):
        return _report(error, arguments)
    return _explain(PrerequisiteError(f"Coolhead needs the package {package}, which is not installed.", "Install it with: pip install --upgrade coolhead"))


def _report(error: Exception, arguments: Sequence[str]) -> int:
    from trainer.records.locations import reports_folder

    report = write_bug_report(error, reports_folder(), "coolhead " + " ".join(arguments))
    say("Something went wrong inside Coolhead. It is not your fault, and every turn of a call under way was kept.")
    say(f"What happened is written in {report}" if report else f"{type(error).__name__}: no report could be written.")
    return Exit.BUG


def _forget_stdout() -> None:
    """Point stdout at nothing, so that the interpreter's own last flush fails quietly."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):
        return


if __name__ == "__main__":
    sys.exit(main())
