"""Words that must be one of a few: the one meant, or a fault that names them."""

import re
from enum import StrEnum
from typing import TypeVar

from roster.reading.faults import Unreadable
from roster.reading.numbers import short
from roster.reading.suggest import nearest
from roster.wording.brief_choices import words_of

E = TypeVar("E", bound=StrEnum)


def choice(kind: type[E], text: str) -> E:
    """The choice that the word names, whatever its letter case, hyphens and spaces."""
    words = words_of(kind)
    found = {_bare(word): meant for word, meant in words.items()} | {_bare(meant.value): meant for meant in kind}
    if (meant := found.get(_bare(text))) is not None:
        return kind(meant)
    near = nearest(text, words)
    hint = f"Mente du «{near}»? " if near else ""
    raise Unreadable(f"«{short(text)}» er ikke et valg her.", f"{hint}Velg en av disse: {', '.join(words)}.")


def _bare(word: str) -> str:
    return re.sub(r"[\s_-]+", " ", word).strip().lower()
