"""``coolhead export``: results out to a file or stdout, only on the learner's word. What will be in it is said first; nothing is sent."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from urllib.parse import urlsplit

from trainer.errors import Exit, UsageError, say
from trainer.exporting.form import Form
from trainer.exporting.forms import CALLED, WITH_WORDS, form_of, made
from trainer.exporting.results import Account, Result, gathered
from trainer.rubrics import not_compared
from trainer.subcommands.attempts import open_store
from trainer.subcommands.handing_over import refuse_if_there, write_out
from trainer.text import safe_line
from trainer.words import count

LONGEST_NAME = 80
OUT = "--out"


def export_attempts(named: Sequence[str], out: Path | None, form: Form | None, *, name: str, account: Account, yes: bool, replace: bool = False) -> int:
    """Write these attempts in one form, once the learner has agreed."""
    chosen, learner, known_as = form_of(out, form), _name(name), _account(account)
    refuse_if_there(out, OUT, replace=replace)
    with open_store() as store:
        results, left_out = gathered(store, named, learner, known_as)
    for line in (*_contents(results, chosen, learner, out), *left_out):
        say(safe_line(line))
    if not (yes or _agreed()):
        say("Nothing was written.")
        return Exit.DONE
    _hand_over(made(results, chosen), out, replace=replace)
    return Exit.DONE


def export_joined(files: Sequence[Path], out: Path | None, form: Form | None, *, replace: bool = False) -> int:
    """Write what several learners exported as one; what was handed over already is not asked about again."""
    from trainer.exporting.joining import joined

    chosen = form_of(out, form)
    refuse_if_there(out, OUT, replace=replace)
    data, told = joined(files, chosen, out)
    for line in told:
        say(safe_line(line))
    _hand_over(data, out, replace=replace)
    return Exit.DONE


def _hand_over(data: bytes, out: Path | None, *, replace: bool) -> None:
    if out is None:
        sys.stdout.write(data.decode())
    else:
        write_out(out, data, OUT, replace=replace)


def _account(given: Account) -> Account:
    """The account as it will stand in statements. Raises UsageError for a home page that is no address of the web."""
    parts = urlsplit(given.home)
    if parts.scheme not in ("http", "https") or not parts.netloc or safe_line(given.home) != given.home or " " in given.home:
        raise UsageError(f"'{safe_line(given.home, 80)}' is no address of a home page.", "Such as: --home-page https://learn.example.org")
    return Account(home=given.home, name=_name(given.name))


def _contents(results: Sequence[Result], form: Form, learner: str, out: Path | None) -> Iterator[str]:
    """What will leave, in a few lines."""
    titles = ", ".join(dict.fromkeys(one.row.scenario for one in results))
    yield f"This writes {count(len(results), 'call')} ({titles[:200]}) as {CALLED[form]} to {out or 'stdout'}."
    yield "In it: the four scores and what they rest on, the outcome, when it was played, practice or test, coached or not, rubric and reader."
    yield f"The learner's name: {learner or 'no; add it with --name'}. What the learner wrote: {'quoted with each point' if form in WITH_WORDS else 'no'}."
    if form in WITH_WORDS and not learner:
        yield "Where those words plainly give a name (“my name is …”, a signature) it is taken out; one that falls otherwise still stands there: read it through."
    if form is Form.XAPI:
        account = results[0].account
        yield f"Known there as: {account.name or learner or 'learner, like everybody without a name'}, at {account.home}."
    if people := list(dict.fromkeys(overrule.by for one in results for overrule in one.overrules)):
        yield f"Overrules with their reasons, by {', '.join(people)}."
    if mixed := not_compared(*(one.card.rubric for one in results)):
        yield mixed


def _agreed() -> bool:
    """Whether the person at the keyboard says yes. Raises UsageError where there is none to ask."""
    if not sys.stdin.isatty():
        raise UsageError("Results leave only on the learner's word, and there is nobody to ask.", "Add --yes if they agree.")
    print("Write it? Type yes:", end=" ", file=sys.stderr, flush=True)
    return sys.stdin.readline().strip().lower() in ("y", "yes")


def _name(name: str) -> str:
    found = safe_line(name)
    if len(found) > LONGEST_NAME:
        raise UsageError(f"The name is longer than {LONGEST_NAME} characters.")
    return found
