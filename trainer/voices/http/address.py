"""Which servers may be spoken with: this machine's own, unless the trainee said otherwise."""

from __future__ import annotations

import ipaddress
import os
from urllib.parse import urlsplit, urlunsplit

from trainer.errors import UsageError
from trainer.text import safe_line

KEY_VARIABLE = "COOLHEAD_API_KEY"
"""Environment variable with the server's key, where it wants one; it is never written anywhere."""

EXAMPLE = "Such as: --url http://127.0.0.1:8080"


def api_base(url: str, *, allow_remote: bool = False) -> str:
    """The address under which ``/chat/completions`` stands. Raises UsageError with the reason an address is refused."""
    shown = safe_line(url, 100)
    try:
        parts = urlsplit(url.strip())
        host, _ = parts.hostname, parts.port
    except ValueError:
        raise UsageError(f"'{shown}' is not an address of a server.", EXAMPLE) from None
    if parts.scheme not in ("http", "https") or not host:
        raise UsageError(f"'{shown}' is not an address of a server; it begins with http:// or https://.", EXAMPLE)
    if parts.username or parts.password:
        raise UsageError("An address with a name or password in it is not taken.", f"Give the server's key by the variable {KEY_VARIABLE}")
    if not (allow_remote or is_loopback(host)):
        raise UsageError(
            f"{safe_line(host, 60)} is another machine, and what a trainee writes would leave this one.",
            "Where that is meant, add --allow-remote",
        )
    path = parts.path.rstrip("/").removesuffix("/chat/completions")
    return urlunsplit((parts.scheme, parts.netloc, path or "/v1", "", ""))


def is_loopback(host: str) -> bool:
    """Whether a host is this machine, by its name alone: nothing is looked up."""
    if host.lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def key() -> str:
    """The server's key; empty where there is none, or it could not stand in a header."""
    found = os.environ.get(KEY_VARIABLE, "").strip()
    return found if found.isascii() and found.isprintable() else ""
