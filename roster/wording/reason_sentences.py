"""The sentence of each kind of reason, made from the brief and the numbers in force."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from roster.domain.brief import Brief, Wish
from roster.domain.finding import Owed
from roster.domain.frame import Frame
from roster.domain.kinds import Covers, EventSort
from roster.domain.shift import Shift, granted
from roster.rules import numbers
from roster.rules.breaks import kinds_without_breaks
from roster.rules.numbers import Number
from roster.rules.sundays import HALF, NEXT
from roster.rules.terms import Terms, terms
from roster.rules.total_hours import AVERAGE, WEEK
from roster.rules.vedtak import LINES
from roster.rules.vedtak_share import granted_for
from roster.rules.young import is_child
from roster.wording.findings import NAMES
from roster.wording.numbers import clock_said, from_to, percent, short_date
from roster.wording.plan_words import counted, days, hours, hours_words, listed, person, shift_name, when_words
from roster.wording.why_not import SHORTLY, skills_lacked


@dataclass(frozen=True, slots=True)
class About:
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


def sentence_of(about: About) -> str:
    """The reason in words; what has none of its own is named by its rule."""
    return _SENTENCES.get(about.rule, _fallback)(about)


def _fallback(about: About) -> str:
    """For what has no sentence of its own: the short form, or the bare name of the rule."""
    shortly = SHORTLY.get(about.rule)
    name = NAMES.get(about.rule, about.rule)
    whom = about.name if about.who else "alle"
    said = f"{about.name} {shortly}" if shortly else f"Regelen «{name}» gjelder for {whom}"
    where = listed([shift_name(about.frame, shift) for shift in about.shifts[:4]])
    return f"{said} ({where})." if where else f"{said}."


def _need(about: About) -> str:
    shifts = about.shifts
    if not shifts:
        kinds = [f"{kind.name} ({kind.code})" for kind in about.brief.kinds if kind.code in about.whats]
        return f"{listed(kinds) or 'Alle vakter'} skal være dekket alle dager det trengs."
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


def _owed(text: str, pick: Callable[[Terms], Owed | None]) -> Callable[[About], str]:
    """A sentence about a number in force for the person, with what it rests on."""

    def sentence(about: About) -> str:
        owed = pick(about.terms) if about.who else None
        if owed is None:
            return _fallback(about)
        amount = hours(owed.amount)
        return f"{about.name} {text.format(amount=amount)} ({listed(owed.basis)})."

    return sentence


def _total(about: About) -> str:
    """The day, a single week, or the average over eight weeks, of all work."""
    said: dict[str, Callable[[About], str]] = {
        WEEK: _owed("kan arbeide høyst {amount} timer i en uke i alt", lambda one: one.total_week),
        AVERAGE: _owed("kan arbeide høyst {amount} timer i uka i alt over åtte uker", lambda one: one.week_average),
    }
    day = _owed("kan arbeide høyst {amount} timer i døgnet i alt", lambda one: one.total_day)
    return said.get(about.whats[0] if about.whats else "", day)(about)


def _contract(about: About) -> str:
    if not about.who:
        return _fallback(about)
    one = about.brief.assistant(about.who)
    said = f"{about.name} har {percent(one.percent)} stilling, {hours(one.contract_week)} timer i uka"
    if one.wanted_week > one.contract_week:
        return f"{said}, og ønsker høyst {hours(one.wanted_week)}."
    return f"{said}, og har ikke sagt ja til mer (aml § 10-6 (1))."


def _availability(about: About) -> str:
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
    away = [from_to(gone.dates.first, gone.dates.last) for gone in one.absences]
    for leave in one.leaves:
        part = "" if leave.is_whole else f" med {percent(leave.percent)} av stillingen"
        away.append(f"{from_to(leave.dates.first, leave.dates.last)}{part}")
    if away and not (one.can or one.cannot or one.weekends):
        return f"{about.name} er borte {listed(away)}."
    return f"{about.name} kan {listed(said) or 'ikke arbeide til alle tider'}."


def _vacation(about: About) -> str:
    spans = [from_to(one.first, one.last) for one in about.brief.assistant(about.who).vacation]
    return f"{about.name} har ferie {listed(spans)}." if spans else f"{about.name} har ferie."


def _employment(about: About) -> str:
    one = about.brief.assistant(about.who)
    said = []
    if one.employed_from:
        said.append(f"er ansatt fra {short_date(one.employed_from)}")
    if one.employed_to:
        said.append(f"er ansatt til {short_date(one.employed_to)}")
    if one.may_work_from:
        said.append(f"kan gå vakt fra {short_date(one.may_work_from)}")
    return f"{about.name} {listed(said) or 'er ikke ansatt hele perioden'}."


def _skills(about: About) -> str:
    training = [shift for shift in about.shifts if shift.event is EventSort.TRAINING]
    if about.who and training:
        return _mentor(about, training)
    if not about.who:
        asked = sorted({skill for shift in about.shifts for skill in shift.skills})
        asked += sorted({one.skill for shift in about.shifts for one in shift.skill_needs})
        when = listed([shift_name(about.frame, shift) for shift in about.shifts[:4]])
        return f"Noen på {when or 'vaktene'} må ha {listed(asked) or 'kompetansen behovet ber om'}."
    said = []
    if lacking := skills_lacked(about.frame, about.who):
        said.append(f"mangler {listed(lacking)}")
    if (after := about.brief.assistant(about.who).alone_after) and not about.frame.cyclic:
        said.append(f"skal ha {counted(after, 'opplæringsvakt', 'opplæringsvakter')} før vakter uten fadder")
    return f"{about.name} {listed(said) or 'mangler kompetansen vaktene krever'}."


def _mentor(about: About, training: Sequence[Shift]) -> str:
    event = next(one for one in about.brief.events if one.id == training[0].id[11:])
    when = days(about.frame, (shift.start.date() for shift in training))
    kind = f" {event.kind}" if event.kind else ""
    mentor = person(about.brief, event.mentor or "")
    return f"{about.name} har opplæring {when}, og da må fadderen {mentor} være på vakt{kind}."


def _two_places(about: About) -> str:
    return f"{about.name} kan ikke være på to vakter samtidig."


def _event(about: About) -> str:
    if not about.shifts:
        return f"{about.name} skal være på noe som er bestemt på forhånd."
    shift = about.shifts[0]
    return f"{about.name} skal være på {shift_name(about.frame, shift)}."


def _vedtak(about: About) -> str:
    frame, what = about.frame, about.whats[0]
    if what == Covers.TWO_AT_ONCE:
        return "Vedtaket dekker ikke to assistenter samtidig (2:1)."
    if what in {one.value for one in Covers}:
        return f"Vedtaket har ikke nok timer til {what}."
    if what.startswith(LINES):
        return f"Vedtaket har ikke nok timer på {what}."
    given = Fraction(granted_for(frame) or 0)
    per_hour = frame.brief.settings.resting_granted
    need = Fraction(sum(granted(one, per_hour) * one.wanted for one in frame.shifts))
    said = f"Vedtaket gir {hours(given / frame.weeks)} timer i uka i planen"
    return f"{said}, og behovet er {hours(need / frame.weeks)}{f' ({what})' if what else ''}."


def _sundays(about: About) -> str:
    if not about.who:
        return _fallback(about)
    owed = about.terms.sunday_basis
    most = {
        HALF: "kan arbeide høyst halvparten av søndagene og helligdagene",
        NEXT: "skal ha fri neste søndag eller helligdag etter en med arbeid",
    }.get(about.whats[0], f"kan arbeide søndag eller helligdag høyst {counted(owed.amount, 'uke', 'uker')} på rad")
    return f"{about.name} {most} ({listed(owed.basis)})."


def _breaks(about: About) -> str:
    """What breaks the work needs, and the kinds of shifts that lack them by themselves."""
    on = about.frame.first_day
    lacking = tuple(kinds_without_breaks(about.frame))
    if not lacking:
        over = clock_said(numbers.BREAK_OVER.on(on))
        return f"{about.name} skal ha pause når vakter uten fri mellom til sammen er over {over} (aml § 10-9 (1))."
    said = [
        f"{'pause' if least == 1 else f'minst {clock_said(least)} pause'} på {kind.name} ({kind.code})"
        for kind, least in ((about.brief.kind(one.kind), needs) for one, needs in lacking)
    ]
    return f"{about.name} skal ha {listed(said)} (aml § 10-9 (1)), og så lange pauser har ikke vaktene."


def _young(text: str, paragraph: str, *amounts: tuple[Number, Number]) -> Callable[[About], str]:
    """A sentence about the young with the numbers of the law, each for those from 15 to 18 and for children."""

    def sentence(about: About) -> str:
        child = is_child(about.frame, about.brief.assistant(about.who), about.frame.first_day)
        numbers_in_force = [pair[child].on(about.frame.first_day) for pair in amounts]
        said = text.format(*map(clock_said, numbers_in_force))
        return f"{about.name} er under {15 if child else 18} år og {said} (aml § {paragraph})."

    return sentence


def _young_night(about: About) -> str:
    on = about.frame.first_day
    child = is_child(about.frame, about.brief.assistant(about.who), on)
    since = (numbers.CHILD_NIGHT_FREE_FROM if child else numbers.YOUNG_NIGHT_FREE_FROM).on(on)
    until = numbers.YOUNG_NIGHT_FREE_TO.on(on)
    hours_of_night = f"kl. {since // 60:02d} og {until // 60:02d}"
    return f"{about.name} er under {15 if child else 18} år og kan ikke arbeide mellom {hours_of_night} (aml § 11-3)."


def _krav(about: About) -> str:
    if not about.who:
        return _fallback(about)
    one = about.brief.assistant(about.who)
    sort, _, detail = about.whats[0].partition(":")
    ceilings = {"nights": one.most_nights, "weekends": one.most_weekends, "minutes": one.most_minutes}
    ceiling = ceilings.get(sort)
    if ceiling is not None:
        units = {"nights": ("natt", "netter"), "weekends": ("helg", "helger")}
        most = f"{hours(ceiling.most)} timer" if sort == "minutes" else counted(ceiling.most, *units[sort])
        return f"{about.name} tar høyst {most} på {counted(ceiling.weeks, 'uke', 'uker')}."
    if sort == "split":
        days_a_week = about.brief.settings.split_days_per_week
        return f"{about.name} kan ha delt dagsverk høyst {counted(days_a_week, 'dag', 'dager')} i uka."
    number = int(detail) if detail.isdecimal() else -1
    if sort == "pin" and 0 <= number < len(one.pins):
        pin = one.pins[number]
        return f"{about.name} har fast vakt {pin.kind} {when_words(pin.when)}."
    if sort == "wish" and 0 <= number < len(about.brief.wishes):
        return f"{about.name} har et krav: {wish_words(about.brief, about.brief.wishes[number])}."
    return f"{about.name} har et krav i grunnlaget."


def wish_words(brief: Brief, wish: Wish) -> str:
    """What is wished, as the brief says it."""
    said = wish.sort.value
    if wish.number is not None:
        said = f"{said} ({wish.number})"
    if wish.other:
        said = f"{said} {person(brief, wish.other)}"
    if wish.kind:
        said = f"{said}, {wish.kind}"
    return f"{said}, {when_words(wish.when)}" if wish.when else said


_SENTENCES: Mapping[str, Callable[[About], str]] = {
    "need-filled": _need,
    "open": _need,
    "daily-rest": _owed("skal ha {amount} timer fri på rad i hvert døgn", lambda one: one.daily_rest),
    "weekly-rest": _owed("skal ha {amount} timer fri på rad hver uke", lambda one: one.weekly_rest),
    "hours-day": _owed("kan arbeide høyst {amount} timer i døgnet", lambda one: one.day),
    "hours-week": _owed("kan arbeide høyst {amount} timer i uka", lambda one: one.week or one.average),
    "single-week": _owed("kan arbeide høyst {amount} timer i en enkelt uke", lambda one: one.week),
    "hours-average": _owed("kan arbeide høyst {amount} timer i uka i snitt", lambda one: one.average),
    "average-8-weeks": _owed("kan arbeide høyst {amount} timer i uka over åtte uker", lambda one: one.week_average),
    "total-hours": _total,
    "sundays": _sundays,
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
    "breaks": _breaks,
    "young-breaks": _young(
        "skal ha minst {} pause når arbeidet er over {}",
        "11-5 (1)",
        (numbers.YOUNG_BREAK, numbers.YOUNG_BREAK),
        (numbers.YOUNG_BREAK_OVER, numbers.YOUNG_BREAK_OVER),
    ),
    "young-hours": _young(
        "kan arbeide høyst {} i døgnet og {} i uka",
        "11-2",
        (numbers.YOUNG_DAY, numbers.CHILD_DAY),
        (numbers.YOUNG_WEEK, numbers.CHILD_WEEK),
    ),
    "young-night": _young_night,
    "young-rest": _young(
        "skal ha {} fri på rad i hvert døgn og {} hver uke",
        "11-5 (2) og (3)",
        (numbers.YOUNG_DAILY_REST, numbers.CHILD_DAILY_REST),
        (numbers.YOUNG_WEEKLY_REST, numbers.YOUNG_WEEKLY_REST),
    ),
}
"""Reasons by rule; what has none of its own is said by the short form."""
