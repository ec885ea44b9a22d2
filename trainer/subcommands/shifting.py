"""``coolhead shift``: begin or go on with one, play one from files with no one watching, or list how past ones went."""

from __future__ import annotations

from pathlib import Path

from trainer.errors import Exit, UsageError
from trainer.opening import open_game
from trainer.subcommands.output import emit, tell


def play_shift(*, calls: int | None, seed: int | None, plain: bool) -> int:
    """Open a shift. With a length or a seed a new one is drawn, which needs that none is under way."""
    if calls is not None or seed is not None:
        from trainer.finding import fresh_seed
        from trainer.records.store import Store
        from trainer.shift.kept import Shift
        from trainer.shift.plan import LENGTHS

        with Store.open() as store:
            if Shift.unfinished(store):
                raise UsageError("A shift is under way already.", "Go on with it, or end it there: coolhead shift")
            Shift.begin(store, calls=calls or LENGTHS["usual"], seed=fresh_seed() if seed is None else seed)
    return open_game(plain=plain, mode="shift")


def list_shifts() -> int:
    """How past shifts went, newest first, as JSON."""
    from trainer.records.store import Store
    from trainer.shift.kept import Shift
    from trainer.shift.results import result

    with Store.open() as store:
        emit([result(shift) for shift in Shift.past(store)])
    return Exit.DONE


def play_replies(folder: Path, *, calls: int | None, seed: int | None, as_json: bool) -> int:
    """Play a shift from the replies files of a folder."""
    from trainer.shift.headless import play_from
    from trainer.shift.looking_back import ended
    from trainer.shift.plan import LENGTHS
    from trainer.shift.results import whole

    state = play_from(folder, calls=calls or LENGTHS["usual"], seed=seed or 0)
    if as_json:
        emit(whole(state))
        return Exit.DONE
    for section in ended(state):
        tell(section.title)
        for line in section.lines:
            tell(f"  {line}")
    return Exit.DONE
