"""Why a limit is there: the rule, whom it concerns, and of what it speaks; the solver carries it as a key."""

from dataclasses import dataclass

_BAR = "|"


@dataclass(frozen=True, slots=True, order=True)
class Reason:
    """``rule`` is a rule id or the name of something worth having; ``who`` an assistant id or empty;
    ``what`` the detail: a shift id, a number in a list, a week. No part holds a bar."""

    rule: str
    who: str = ""
    what: str = ""

    @property
    def key(self) -> str:
        return _BAR.join((self.rule, self.who, self.what))

    @classmethod
    def of(cls, key: str) -> "Reason":
        rule, who, what = key.split(_BAR, 2)
        return cls(rule, who, what)
