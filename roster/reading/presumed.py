"""What a brief leaves unsaid and we presume, each in a sentence that starts with «forutsetning»."""

from datetime import timedelta

from roster.domain.brief import Brief
from roster.domain.help_needed import Need
from roster.domain.kinds import EventSort, Form, Lines, Sort, WhenShort
from roster.domain.rotation import groups
from roster.domain.spans import HOUR
from roster.reading.fixed_beforehand import at_once, nowhere, untrained
from roster.reading.structure import Rows
from roster.reading.weeks_outside import weeks_outside
from roster.wording.numbers import hours_decimal as hours
from roster.wording.numbers import listed


def presumed(rows: Rows, brief: Brief) -> tuple[str, ...]:
    return tuple(f"Forutsetning: {sentence}" for sentence in _sentences(rows, brief))


def _sentences(rows: Rows, brief: Brief) -> list[str]:
    said: list[str] = []
    unsaid = [row.id for row in rows.assistenter if row.full_time_week is None]
    if unsaid:
        week = next(one.full_time_week for one in brief.assistants if one.id == unsaid[0])
        said.append(f"heltidsuka er {hours(week)} timer for {', '.join(unsaid)}, fordi grunnlaget ikke sier noe annet.")
    start = brief.period.start
    years = [one.id for one in brief.assistants if isinstance(one.born, int) and one.born + 18 >= start.year]
    if years:
        said.append(
            f"bare fødselsåret er oppgitt for {', '.join(years)}; "
            "vi regner dem som under 18 til og med 31.12 det året de fyller 18."
        )
    unborn = [one.id for one in brief.assistants if one.born is None]
    if unborn:
        said.append(f"fødselsdato er ikke oppgitt for {', '.join(unborn)}; vi regner dem som over 18 år.")
    if not brief.history:
        said.append("ingen tidligere vakter.")
    if any(kind.resting for kind in brief.kinds):
        settings = rows.innstillinger
        if settings is None or settings.resting_paid is None:
            said.append(f"en hvilende time betales som {brief.settings.resting_paid} minutter.")
        if settings is None or settings.resting_granted is None:
            said.append(f"en hvilende time trekkes av vedtaket som {brief.settings.resting_granted} minutter.")
    period = brief.period
    weeks = period.rollout_weeks if period.form == Form.CYCLE else period.weeks
    ends = period.start + timedelta(weeks=weeks)
    away = [leave.dates for one in brief.assistants for leave in one.leaves]
    if any(one.last >= period.start and one.first < ends for one in away):
        said.append("timene til den som har fravær, tas ut av stillingen dag for dag, og skal ikke arbeides inn.")
    said += _charged(rows, brief)
    if rows.when_short is None:
        said.append(f"når timene i vedtaket ikke rekker: {WhenShort.STOP}.")
    if brief.period.form == Form.CYCLE and any(need.when.dates for need in brief.needs):
        said.append("behov med datoer gjelder først når grunnturnusen rulles ut.")
    said += [*_alone(brief), *_twice(brief), *weeks_outside(rows, brief.period)]
    said += [*nowhere(brief), *at_once(brief), *untrained(brief)]
    last = brief.period.start + timedelta(weeks=brief.period.weeks, days=-1)
    if all(last < line.dates.first or line.dates.last < brief.period.start for line in brief.vedtak.lines):
        said.append("ingen linje i vedtaket gjelder i perioden, så den har ingen timer.")
    asked = {skill.skill for need in brief.needs for skill in need.skills}
    asked |= {skill.skill for change in brief.changes for skill in change.skills}
    asked |= {skill for kind in brief.kinds for skill in kind.skills}
    held = {skill.name for one in brief.assistants for skill in one.skills}
    said.extend(f"ingen assistent har kompetansen «{skill}», som behovet ber om." for skill in sorted(asked - held))
    return said


def _alone(brief: Brief) -> list[str]:
    """Those who walk no common line where lines are rullerende: others would have a place in it that does not fit."""
    if brief.period.form is not Form.CYCLE or brief.period.lines is not Lines.COMMON:
        return []
    alone = [who for group in groups(brief) if len(group.members) == 1 for who in group.members]
    if not alone or len(brief.assistants) == 1:
        return []
    own = "hver sin egen linje" if len(alone) > 1 else "egen linje"
    return [
        f"{listed(alone)} går {own}. De som går samme linje, må ha samme stilling, kompetanse, tilgjengelighet og"
        " avtaler, og ingen av dem kan være under 18 år, ha helgerytme eller be om noe bare i noen uker."
    ]


def _twice(brief: Brief) -> list[str]:
    """Needs that are written twice: they may be meant so, or a row may have been copied and left as it was."""
    first: dict[Need, str] = {}
    return [
        f"behovet for {need.kind} står likt to ganger ({first[need]} og {need.place}), og de legges sammen."
        for need in brief.needs
        if first.setdefault(need, need.place) != need.place
    ]


def _charged(rows: Rows, brief: Brief) -> list[str]:
    """What the vedtak is charged with by default, where it makes a difference in this brief (D8)."""
    row, charging = rows.innstillinger, brief.settings.charging

    def unsaid(name: str) -> bool:
        return row is None or not row.gives(name)

    said = []
    events = {one.sort for one in rows.hendelser if one.charged is None}
    if events - {EventSort.TRAINING} and unsaid("meetings"):
        said.append(f"møter {_drawn(charging.meetings)}.")
    if EventSort.TRAINING in events and unsaid("training"):
        said.append(f"opplæring {_drawn(charging.training)}.")
    if unsaid("overlap") and _has_handovers(brief):
        said.append(f"overlapp mellom vakter {_drawn(charging.overlap)} for begge.")
    if unsaid("travel") and any(kind.sort is Sort.TRAVEL for kind in brief.kinds):
        said.append(f"reisevakter {_drawn(charging.travel)}.")
    return said


def _drawn(yes: bool) -> str:
    return "trekkes av vedtaket" if yes else "trekkes ikke av vedtaket"


def _has_handovers(brief: Brief) -> bool:
    day = 24 * 60
    return any(
        0 < (one.start + one.length - other.start) % day <= HOUR
        for one in brief.kinds
        for other in brief.kinds
        if one.code != other.code
    )
