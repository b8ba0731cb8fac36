"""Words of the package for where the dates differ from the grunnturnus: each week at a glance, then its sentences."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from roster.domain.frame import Frame
from roster.domain.plan import Change
from roster.domain.reason import Reason
from roster.wording.numbers import from_to
from roster.wording.sheet_words import cells_changed

WEEKS_TITLE = "Uke for uke"
WEEK_HEADINGS = ("Uke", "Datoer", "Endrede ruter", "Hvem, og hvor mange", "Hvorfor, det vanligste først")
_REASONS: Sequence[tuple[str, frozenset[str]]] = (
    ("ferie", frozenset({"vacation"})),
    ("ikke ansatt da", frozenset({"employment"})),
    ("F3, F4 eller F5", frozenset({"F3", "F4", "F5"})),
    ("et annet behov", frozenset({"red-day", "need-changed"})),
    ("røde dager delt jevnere", frozenset({"red-share"})),
    ("vakt som sto åpen", frozenset({"was-open"})),
    ("noen kan ikke", frozenset({"availability", "event", "krav", "skills"})),
    ("søndager og røde dager", frozenset({"sundays"})),
    ("avtalt tid", frozenset({"agreed-hours", "contract-hours", "position-extra"})),
    ("hvile", frozenset({"daily-rest", "weekly-rest", "compensating-rest", "two-places"})),
    ("endret for hånd", frozenset({"by-hand"})),
)
_RULE = "timer i uka eller i snitt"
_EVEN = "timer og ønsker fordelt jevnere"


def summary(number: int) -> str:
    return cells_changed(
        number,
        "Tabellen viser ukene med endringer. Under den står hver endring i en setning, uke for uke: Før pila står "
        "grunnturnusen, etter pila det som gjelder på datoen.",
    )


def week_title(week: Sequence[date]) -> str:
    """«Uke 18 (03.05.2027–09.05.2027)»."""
    return f"Uke {week[0].isocalendar().week} ({from_to(week[0], week[-1])})"


def week_row(frame: Frame, week: Sequence[date], changes: Sequence[Change]) -> tuple[str, ...]:
    """The week, how many cells of whom, and why, the most frequent first."""
    each = Counter(one.who for one in changes)
    who = ", ".join(f"{one.alias} {each[one.id]}" for one in frame.people if each[one.id])
    return (
        str(week[0].isocalendar().week),
        from_to(week[0], week[-1]),
        str(len(changes)),
        who,
        ", ".join(_why(changes)),
    )


def _why(changes: Iterable[Change]) -> Iterable[str]:
    """What is no mere consequence of other changes, each once; where all is that, the sharing of hours and wishes."""
    rules: Counter[str] = Counter()
    for one in changes:
        for reason in (Reason.of(key) for key in one.because or ("by-hand||",)):
            rule = (reason.what if reason.rule in ("covers", "kept") else reason.rule).partition(":")[0]
            if rule and rule != "changed":
                rules[next((said for said, those in _REASONS if rule in those), _RULE)] += 1
    return [said for said, _ in rules.most_common()] or [_EVEN]
