"""Why it cannot be done, in sentences: each reason with people, days, numbers and paragraph."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from roster.domain.brief import Brief, Wish
from roster.domain.finding import Owed
from roster.domain.frame import Frame
from roster.domain.reason import Reason
from roster.domain.shift import Shift, granted
from roster.rules.terms import Terms, terms
from roster.rules.vedtak_share import granted_for
from roster.wording.findings import NAMES
from roster.wording.numbers import percent, short_date
from roster.wording.plan_words import counted, days, hours, hours_words, listed, person, shift_name


@dataclass(frozen=True, slots=True)
class Grouped:
    """Reasons that differ only in detail, said in one sentence."""

    sentence: str
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class _About:
    """Reasons of one rule for one person: what a sentence is made of."""

    frame: Frame
    rule: str
    who: str
    whats: tuple[str, ...]

    @property
    def brief(self) -> Brief:
        return self.frame.brief

    @property
    def name(self) -> str:
        return person(self.brief, self.who) if self.who else "Alle"

    @property
    def shifts(self) -> tuple[Shift, ...]:
        """The shifts that the details name."""
        return tuple(self.frame.shift[what] for what in self.whats if what in self.frame.shift)

    @property
    def terms(self) -> Terms:
        return terms(self.brief, self.who)


def reason(frame: Frame, one: Reason) -> str:
    """One reason by itself."""
    return _sentence(_About(frame, one.rule, one.who, (one.what,)))


def grouped(frame: Frame, reasons: Iterable[Reason]) -> tuple[Grouped, ...]:
    """The reasons in their order, those of one rule for one person (and need for one kind of shift) together."""
    together: dict[tuple[str, str, str], list[Reason]] = {}
    for one in reasons:
        shift = frame.shift.get(one.what)
        kind = f"{shift.kind} {shift.wanted}" if shift is not None and one.rule in _BY_KIND else ""
        apart = one.what if one.rule in _ONE_BY_ONE else kind
        together.setdefault((one.rule, one.who, apart), []).append(one)
    return tuple(
        Grouped(_sentence(_About(frame, rule, who, tuple(one.what for one in all_of))), tuple(all_of))
        for (rule, who, _), all_of in together.items()
    )


def why_not(frame: Frame, because: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """Why an open shift is nobody's: people with the same reasons are named together."""
    by_reason: dict[tuple[str, ...], list[str]] = {}
    for who, rules in because.items():
        by_reason.setdefault(tuple(rules), []).append(who)
    for rules, people in by_reason.items():
        names = listed([person(frame.brief, who) for who in people])
        said = listed([SHORTLY.get(rule, f"regelen «{rule}»") for rule in rules])
        yield f"{names}: {said or 'kunne hatt den, men da går ikke resten opp'}."


SHORTLY: Mapping[str, str] = {
    "already-there": "er alt på vakta",
    "agreed-hours": "har fylt stillingen sin",
    "contract-hours": "har fylt stillingen sin",
    "availability": "kan ikke da",
    "average-8-weeks": "ville fått over grensen for åtte uker",
    "compensating-rest": "skal ha kompenserende hvile",
    "daily-rest": "ville fått for kort hvile mellom vaktene",
    "employment": "er ikke ansatt eller kan ikke gå vakt da",
    "hours-average": "ville fått for mange timer i snitt",
    "hours-day": "ville fått for mange timer i døgnet",
    "hours-week": "ville fått for mange timer i uka",
    "krav": "har et krav som hindrer det",
    "night-average": "ville fått for mange timer som nattarbeider",
    "night-strain": "kan ikke ha så lang nattevakt",
    "single-week": "ville fått for mange timer i en enkelt uke",
    "skills": "mangler kompetansen",
    "sundays": "skal ha søndagsfri",
    "total-hours": "ville fått for mange timer i alt",
    "two-places": "er på en annen vakt",
    "vacation": "har ferie",
    "vedtak": "vedtaket har ikke flere timer",
    "weekly-rest": "ville fått for kort ukefri",
}
"""Why somebody cannot have a shift, said of the person."""


# -- sentences ----------------------------------------------------------------------------------------

_BY_KIND = frozenset({"need-filled", "open"})
_ONE_BY_ONE = frozenset({"krav", "event"})


def _sentence(about: _About) -> str:
    return _SENTENCES.get(about.rule, _fallback)(about)


def _fallback(about: _About) -> str:
    """For what has no sentence of its own: the short form, or the bare name of the rule."""
    shortly = SHORTLY.get(about.rule)
    name = NAMES.get(about.rule, about.rule)
    whom = about.name if about.who else "alle"
    said = f"{about.name} {shortly}" if shortly else f"Regelen «{name}» gjelder for {whom}"
    where = listed([shift_name(about.frame, shift) for shift in about.shifts[:4]])
    return f"{said} ({where})." if where else f"{said}."


def _need(about: _About) -> str:
    shifts = about.shifts
    if not shifts:
        return "Alle vakter skal være dekket."
    kind = about.brief.kind(shifts[0].kind)
    people = counted(shifts[0].wanted, "assistent", "assistenter")
    skills = listed([f"{one.count} med {one.skill}" for one in shifts[0].skill_needs])
    asked = f"{people}, og {skills}," if skills else people
    when = days(about.frame, (one.start.date() for one in shifts))
    clock = f"{shifts[0].start:%H.%M}–{shifts[0].end:%H.%M}"
    if len(shifts) == 1:
        return f"{kind.name} ({kind.code}) {when} kl. {clock} trenger {asked}.".replace(",.", ".")
    number = counted(len(shifts), "dag", "dager")
    return f"{kind.name} ({kind.code}) kl. {clock} trenger {asked} på {number}: {when}.".replace(",.", ".")


def _owed(text: str, pick: Callable[[Terms], Owed | None]) -> Callable[[_About], str]:
    """A sentence about a number in force for the person, with what it rests on."""

    def sentence(about: _About) -> str:
        owed = pick(about.terms) if about.who else None
        if owed is None:
            return _fallback(about)
        amount = hours(owed.amount)
        return f"{about.name} {text.format(amount=amount, number=owed.amount)} ({listed(owed.basis)})."

    return sentence


def _contract(about: _About) -> str:
    if not about.who:
        return _fallback(about)
    one = about.brief.assistant(about.who)
    said = f"{about.name} har {percent(one.percent)} stilling, {hours(one.contract_week)} timer i uka"
    if one.wanted_week > one.contract_week:
        return f"{said}, og ønsker høyst {hours(one.wanted_week)}."
    return f"{said}, og har ikke sagt ja til mer (aml § 10-6 (1))."


def _availability(about: _About) -> str:
    one = about.brief.assistant(about.who)
    said = []
    if about.shifts:
        said.append(f"ikke arbeide {days(about.frame, (shift.start.date() for shift in about.shifts))}")
    else:
        if one.can:
            said.append(f"bare arbeide {listed([hours_words(times) for times in one.can])}")
        if one.cannot:
            said.append(f"ikke arbeide {listed([hours_words(times) for times in one.cannot])}")
    if one.weekends is not None:
        said.append(f"bare arbeide hver {one.weekends.every}. helg, første gang i uke {one.weekends.first}")
    return f"{about.name} kan {listed(said) or 'ikke arbeide til alle tider'}."


def _vacation(about: _About) -> str:
    spans = [f"{short_date(one.first)}–{short_date(one.last)}" for one in about.brief.assistant(about.who).vacation]
    return f"{about.name} har ferie {listed(spans)}." if spans else f"{about.name} har ferie."


def _employment(about: _About) -> str:
    one = about.brief.assistant(about.who)
    said = []
    if one.employed_from:
        said.append(f"er ansatt fra {short_date(one.employed_from)}")
    if one.employed_to:
        said.append(f"er ansatt til {short_date(one.employed_to)}")
    if one.may_work_from:
        said.append(f"kan gå vakt fra {short_date(one.may_work_from)}")
    return f"{about.name} {listed(said) or 'er ikke ansatt hele perioden'}."


def _skills(about: _About) -> str:
    asked = sorted({skill for shift in about.shifts for skill in shift.skills})
    asked += sorted({one.skill for shift in about.shifts for one in shift.skill_needs})
    if not about.who:
        when = listed([shift_name(about.frame, shift) for shift in about.shifts[:4]])
        return f"Noen på {when or 'vaktene'} må ha {listed(asked) or 'kompetansen behovet ber om'}."
    held = {one.name for one in about.brief.assistant(about.who).skills}
    lacking = [skill for skill in asked if skill not in held] or [what for what in about.whats if what]
    return f"{about.name} mangler {listed(lacking) or 'kompetansen vaktene krever'}."


def _two_places(about: _About) -> str:
    return f"{about.name} kan ikke være på to vakter samtidig."


def _event(about: _About) -> str:
    if not about.shifts:
        return f"{about.name} skal være på noe som er bestemt på forhånd."
    shift = about.shifts[0]
    return f"{about.name} skal være på {shift_name(about.frame, shift)}."


def _vedtak(about: _About) -> str:
    frame = about.frame
    given = Fraction(granted_for(frame) or 0)
    per_hour = frame.brief.settings.resting_granted
    need = Fraction(sum(granted(one, per_hour) * one.wanted for one in frame.shifts))
    weeks = frame.weeks
    return f"Vedtaket gir {hours(given / weeks)} timer i uka i planen, og behovet er {hours(need / weeks)}."


def _krav(about: _About) -> str:
    if not about.who:
        return _fallback(about)
    one = about.brief.assistant(about.who)
    sort, _, detail = about.whats[0].partition(":")
    ceilings = {"nights": one.most_nights, "weekends": one.most_weekends, "minutes": one.most_minutes}
    ceiling = ceilings.get(sort)
    if ceiling is not None:
        units = {"nights": "netter", "weekends": "helger", "minutes": "timer"}
        most = hours(ceiling.most) if sort == "minutes" else str(ceiling.most)
        return f"{about.name} tar høyst {most} {units[sort]} på {counted(ceiling.weeks, 'uke', 'uker')}."
    if sort in ("rhythm", "weekend-rhythm") and one.weekends is not None:
        return f"{about.name} arbeider bare hver {one.weekends.every}. helg, første gang i uke {one.weekends.first}."
    if sort == "pin":
        return f"{about.name} har faste vakter som er bestemt i grunnlaget."
    wish = _wish(about.brief, detail or sort)
    if wish is not None:
        return f"{about.name} har et krav: {wish_words(about.brief, wish)}."
    return f"{about.name} har et krav i grunnlaget."


def _wish(brief: Brief, number: str) -> Wish | None:
    return brief.wishes[int(number)] if number.isdecimal() and int(number) < len(brief.wishes) else None


def wish_words(brief: Brief, wish: Wish) -> str:
    """What is wished, as the brief says it."""
    said = wish.sort.value
    if wish.number is not None:
        said = f"{said} ({wish.number})"
    if wish.other:
        said = f"{said} {person(brief, wish.other)}"
    if wish.kind:
        said = f"{said}, {wish.kind}"
    return said


_SENTENCES: Mapping[str, Callable[[_About], str]] = {
    "need-filled": _need,
    "open": _need,
    "daily-rest": _owed("skal ha {amount} timer fri på rad i hvert døgn", lambda one: one.daily_rest),
    "weekly-rest": _owed("skal ha {amount} timer fri på rad hver uke", lambda one: one.weekly_rest),
    "hours-day": _owed("kan arbeide høyst {amount} timer i døgnet", lambda one: one.day),
    "hours-week": _owed("kan arbeide høyst {amount} timer i uka", lambda one: one.week or one.average),
    "single-week": _owed("kan arbeide høyst {amount} timer i en enkelt uke", lambda one: one.week),
    "hours-average": _owed("kan arbeide høyst {amount} timer i uka i snitt", lambda one: one.average),
    "average-8-weeks": _owed("kan arbeide høyst {amount} timer i uka over åtte uker", lambda one: one.week_average),
    "total-hours": _owed("kan arbeide høyst {amount} timer i døgnet i alt", lambda one: one.total_day),
    "sundays": _owed("kan arbeide høyst {number} søndager på rad", lambda one: one.sunday_basis),
    "night-average": _owed("kan som nattarbeider arbeide {amount} timer i døgnet i snitt", lambda one: one.night_day),
    "agreed-hours": _contract,
    "contract-hours": _contract,
    "availability": _availability,
    "vacation": _vacation,
    "employment": _employment,
    "skills": _skills,
    "two-places": _two_places,
    "event": _event,
    "vedtak": _vedtak,
    "krav": _krav,
}
