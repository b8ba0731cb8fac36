"""The fingerprint of a saved version: what the union approves is known again by it (RFC 8785, SHA-256)."""

from collections.abc import Mapping, Sequence
from hashlib import sha256

import rfc8785

FINGERPRINT = "fingerprint"
"""Key under which a version carries its own fingerprint; it is no part of what is reckoned."""

Json = None | bool | int | str | Sequence["Json"] | Mapping[str, "Json"]


def fingerprint(content: Mapping[str, Json]) -> str:
    """64 hexadecimal digits that any other content would differ in; the key ``FINGERPRINT`` is left out."""
    return sha256(canonical({key: value for key, value in content.items() if key != FINGERPRINT})).hexdigest()


def canonical(content: Json) -> bytes:
    """The one way to write this content as JSON, whatever program does it."""
    return rfc8785.dumps(content)
