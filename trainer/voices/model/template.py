"""A folder's chat template: messages to tokens, and what the template will not have. Runs in the child only."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

Messages = Sequence[dict[str, str]]

_PROBE = "QZKX"


class Template:
    """Renders with the model's own template, never twice over, with control tokens in anybody's words made plain text."""

    def __init__(self, tokenizer: Any) -> None:
        self._tokenizer = tokenizer

    def ids(self, messages: Messages) -> list[int]:
        """The prompt as tokens, ready for the model's turn. Raises what the template raises."""
        rendered = self._tokenizer.apply_chat_template(
            list(messages), add_generation_prompt=True, tokenize=True, return_dict=True, sanitize_control_tokens=True, enable_thinking=False
        )
        return list(rendered["input_ids"])

    def shared(self, one: Messages, other: Messages) -> list[int]:
        """The tokens both prompts begin with: with two that part where the rep's next words stand, what every next prompt begins with."""
        a, b = self.ids(one), self.ids(other)
        same = next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
        return a[:same]

    def quirks(self) -> dict[str, bool]:
        """What this template will not have, found by trying."""
        system, user, own = ({"role": role, "content": f"{_PROBE}{n}"} for n, role in enumerate(("system", "user", "assistant")))
        has_system = self._shows([system, user], f"{_PROBE}0")
        talk = [system, user, own, user] if has_system else [user, own, user]
        text = self._text(talk) or ""
        return {
            "system": has_system,
            "system_last": has_system and text.find(f"{_PROBE}0") > text.find(f"{_PROBE}2"),
            "own_first": self._shows([*([system] if has_system else []), own, user], f"{_PROBE}2"),
            "same_twice": self._shows([*([system] if has_system else []), user, user], f"{_PROBE}1"),
            "thinks": "<think>" in (self._text([user], enable_thinking=True) or "") or "think" in (self._tokenizer.chat_template or ""),
        }

    def _shows(self, messages: Messages, words: str) -> bool:
        return words in (self._text(messages) or "")

    def _text(self, messages: Messages, **options: Any) -> str | None:
        """The prompt as text, None where the template refuses it."""
        try:
            return str(self._tokenizer.apply_chat_template(list(messages), add_generation_prompt=True, tokenize=False, **{"enable_thinking": False, **options}))
        except Exception:  # a template raises what it likes
            return None
