"""What would make the impossible possible, in sentences that begin with the word «hvis» or «med»."""

from collections.abc import Callable, Iterable, Mapping
from typing import Protocol

from roster.domain.frame import Frame
from roster.wording.numbers import clock_said, listed
from roster.wording.plan_words import counted, person, shift_name
from roster.wording.why_not import skills_lacked


class WayOut(Protocol):
    """A change of the brief: its kind, whom it concerns, and the detail; ``tried``: we know that it is enough, and
    ``short``: that it is not enough alone.

    ``to``: the least number that is enough for the reasons it stands with; empty where it is not known.
    """

    @property
    def kind(self) -> str: ...
    @property
    def who(self) -> str: ...
    @property
    def what(self) -> str: ...
    @property
    def tried(self) -> bool: ...
    @property
    def to(self) -> str: ...
    @property
    def short(self) -> bool: ...


def way_out(frame: Frame, way: WayOut) -> str:
    """The way out in words; a kind that has none is named as it is."""
    return _said(frame, way, "")


def _said(frame: Frame, way: WayOut, whom: str) -> str:
    said = _WAYS.get(way.kind, _fallback)(frame, way) + whom
    return f"{said} (prøvd: da går det)" if way.tried else f"{said} (prøvd: det trengs mer også)" if way.short else said


def ways_out(frame: Frame, ways: Iterable[WayOut]) -> tuple[str, ...]:
    """The ways out of reasons that are said together, each once; one shift less on any of several days is one way.

    What any one of several people can do is one way. An agreement is said once, with what was sought for one of them.
    """
    every = tuple(ways)
    days = {way.what for way in every if way.kind == "less-need"}
    whom = " for én av dem" if len({way.who for way in every if way.who}) > 1 else ""
    agreed: dict[str, WayOut] = {}
    for way in every:
        best = agreed.setdefault(way.what, way) if way.kind == "agreement" else way
        if (way.tried, way.to != "") > (best.tried, best.to != ""):
            agreed[way.what] = way
    said: dict[tuple[str, bool], list[str]] = {}
    for way in every:
        name = person(frame.brief, way.who) if way.who else ""
        words = way_out(frame, way)
        if way.kind == "agreement":
            said.setdefault((_said(frame, agreed[way.what], whom), False), [])
        elif way.kind == "less-need" and len(days) > 1:
            said.setdefault(("hvis det holder med færre på noen av dagene", False), [])
        elif name and words.startswith(f"hvis {name} "):
            said.setdefault((words.removeprefix(f"hvis {name} "), True), []).append(name)
        else:
            said.setdefault((words, False), [])
    return tuple(
        f"hvis {listed(tuple(dict.fromkeys(names)), 'eller')} {words}" if named else words
        for (words, named), names in said.items()
    )


def _fallback(frame: Frame, way: WayOut) -> str:
    return f"hvis noe endres for {person(frame.brief, way.who)}" if way.who else "hvis grunnlaget endres"


def _agreement(frame: Frame, way: WayOut) -> str:
    number = f" om {clock_said(int(way.to))}" if way.to else ""
    return f"med avtale etter {way.what}{number}"


def _nights(frame: Frame, way: WayOut) -> str:
    ceiling = frame.brief.assistant(way.who).most_nights
    if not way.to or ceiling is None:
        return f"hvis {person(frame.brief, way.who)} tar én natt til"
    weeks = counted(ceiling.weeks, "uke", "uker")
    return f"hvis {person(frame.brief, way.who)} tar inntil {counted(int(way.to), 'natt', 'netter')} på {weeks}"


def _weekends(frame: Frame, way: WayOut) -> str:
    ceiling = frame.brief.assistant(way.who).most_weekends
    if not way.to or ceiling is None:
        return f"hvis {person(frame.brief, way.who)} tar én helg til"
    weeks = counted(ceiling.weeks, "uke", "uker")
    return f"hvis {person(frame.brief, way.who)} tar inntil {counted(int(way.to), 'helg', 'helger')} på {weeks}"


def _hours(frame: Frame, way: WayOut) -> str:
    ceiling = frame.brief.assistant(way.who).most_minutes
    if not way.to or ceiling is None:
        return f"hvis {person(frame.brief, way.who)} tar flere timer enn «høyst timer»"
    weeks = counted(ceiling.weeks, "uke", "uker")
    return f"hvis {person(frame.brief, way.who)} tar inntil {clock_said(int(way.to))} på {weeks} («høyst timer»)"


def _wants_more(frame: Frame, way: WayOut) -> str:
    number = f" inntil {way.to} %" if way.to else ""
    return f"hvis {person(frame.brief, way.who)} sier ja til flere timer («ønsker inntil»{number})"


def _bigger_position(frame: Frame, way: WayOut) -> str:
    if way.to:
        return f"hvis {person(frame.brief, way.who)} får {way.to} % stilling"
    if not way.what:
        return f"hvis {person(frame.brief, way.who)} får større stilling"
    part = way.what.replace(".", ",").rstrip("0").rstrip(",")
    whom = f"{person(frame.brief, way.who)} eller " if way.who else ""
    return f"med {part} stilling mer, til {whom}en ny assistent"


def _less_need(frame: Frame, way: WayOut) -> str:
    shift = frame.shift.get(way.what)
    if shift is None:
        return "hvis det holder med færre på vaktene"
    return f"hvis det holder med én færre på {shift_name(frame, shift)}"


def _drop_demand(frame: Frame, way: WayOut) -> str:
    return f"hvis kravet til {person(frame.brief, way.who)} blir et ønske" if way.who else "hvis kravet blir et ønske"


def _train(frame: Frame, way: WayOut) -> str:
    if way.who and frame.brief.assistant(way.who).alone_after and not skills_lacked(frame, way.who):
        return f"hvis {person(frame.brief, way.who)} får opplæringsvaktene før"
    skills = "kompetansen" if way.what in frame.shift or not way.what else f"kompetansen «{way.what}»"
    return f"hvis {person(frame.brief, way.who)} får {skills}" if way.who else f"hvis flere får {skills}"


def _available(frame: Frame, way: WayOut) -> str:
    return f"hvis {person(frame.brief, way.who)} kan arbeide på flere tider"


def _more_vedtak(frame: Frame, way: WayOut) -> str:
    return f"med flere timer i vedtaket som dekker {way.what}" if way.what else "med flere timer i vedtaket"


def _of(text: str) -> Callable[[Frame, WayOut], str]:
    """A way out that only names the person."""
    return lambda frame, way: text.format(name=person(frame.brief, way.who))


_WAYS: Mapping[str, Callable[[Frame, WayOut], str]] = {
    "agreement": _agreement,
    "bigger-position": _bigger_position,
    "wants-more": _wants_more,
    "more-nights": _nights,
    "more-weekends": _weekends,
    "more-hours": _hours,
    "more-available": _available,
    "employed-then": _of("hvis {name} er ansatt og kan gå vakt i hele planen"),
    "move-vacation": _of("hvis {name} flytter ferien"),
    "drop-demand": _drop_demand,
    "drop-pin": _of("hvis {name} ikke har fast vakt da"),
    "train": _train,
    "less-need": _less_need,
    "more-vedtak": _more_vedtak,
    "open-shifts": _of("hvis vakter kan stå åpne («når timene ikke rekker: åpne vakter»)"),
    "move-event": _of("hvis møtet eller opplæringen flyttes"),
    "less-elsewhere": _of("hvis {name} ikke har det andre arbeidet da"),
    "add-break": _of("hvis vaktene får lengre «pauser» i grunnlaget, eller blir kortere"),
    "more-people": lambda _, __: "hvis det blir flere å dele vaktene på",
    "someone-of-age": _of("hvis en som er fylt 18 år, tar vaktene"),
}


def still_open(frame: Frame, shift: str, missing: int) -> str:
    """A shift that nobody could be given."""
    return f"{shift_name(frame, frame.shift[shift])} mangler {counted(missing, 'assistent', 'assistenter')}."
