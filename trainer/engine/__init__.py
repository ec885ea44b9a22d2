"""The engine: what the customer feels and does next, as pure functions of scenario, seed and events.

``open_call`` and ``step`` are the whole surface, with ``use`` for the desk and ``leave`` for a rep who goes.
"""

from trainer.engine.desk import use
from trainer.engine.endings import deserted, leaving
from trainer.engine.state import State
from trainer.engine.steps import ENGINE, leave, open_call, step

__all__ = ["ENGINE", "State", "deserted", "leave", "leaving", "open_call", "step", "use"]
