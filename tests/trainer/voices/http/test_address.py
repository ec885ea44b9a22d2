"""Which servers may be spoken with."""

from __future__ import annotations

import pytest

from trainer.errors import UsageError
from trainer.voices.http.address import api_base


@pytest.mark.parametrize(
    ("url", "base"),
    [
        ("http://127.0.0.1:8080", "http://127.0.0.1:8080/v1"),
        ("http://localhost:11434/v1/", "http://localhost:11434/v1"),
        ("http://[::1]:1234/v1/chat/completions", "http://[::1]:1234/v1"),
        ("  https://127.3.2.1/api?x=1#y ", "https://127.3.2.1/api"),
    ],
)
def test_this_machines_own_servers_may_be(url: str, base: str) -> None:
    assert api_base(url) == base


@pytest.mark.parametrize(
    "url",
    [
        "http://example.com:8080", "http://10.0.0.4/v1", "http://127.0.0.1.example.com/", "http://localhost.example.com", "http://0.0.0.0:80",
        "http://2130706433/", "ftp://127.0.0.1", "file:///etc/passwd", "127.0.0.1:8080", "http://", "http://u:p@127.0.0.1/", "http://[::1", "http://127.0.0.1:x/",
        "\x1b[31mhttp://", "",
    ],
)  # fmt: skip
def test_anything_else_is_refused_in_a_sentence(url: str) -> None:
    with pytest.raises(UsageError) as refused:
        api_base(url)
    assert "\x1b" not in str(refused.value)


def test_another_machine_may_be_where_it_is_meant() -> None:
    assert api_base("https://models.example.com", allow_remote=True) == "https://models.example.com/v1"
