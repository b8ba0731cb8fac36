"""An entry of a month's record as the bytes of its file."""

import json

from roster.domain.closing import Closing
from roster.exports.plain import objects


def closing_json(one: Closing) -> bytes:
    """The same entry gives the same bytes."""
    return (json.dumps(objects(one), ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()
