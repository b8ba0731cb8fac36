"""``roster holidays``, ``vacation`` and ``special``: some weeks of a turnus changed, told as form 3 tells it."""

from collections.abc import Sequence
from typing import Any

from roster.cli import clock
from roster.cli.answers import refused
from roster.cli.exits import Exit
from roster.cli.report import failing, report_json, say_findings, sentences
from roster.cli.voice import Voice
from roster.cli.waiting import run_until_stopped
from roster.cli.why_not import say_why, why_json
from roster.exports.two_lines import TwoLines
from roster.planning.special_weeks import Special
from roster.reading.faults import Faults
from roster.wording import form3_changes, red_counts, run_words
from roster.wording import special_words as words
from roster.wording.change_words import exchanges, why
from roster.wording.form3_status import not_placed
from roster.workflow.special import OnSearch, SpecialAsked, SpecialRun, holidays

MOST_ALIKE = 8
"""Kontrollpunkter of one verdict that are said."""


def run(asked: SpecialAsked, voice: Voice) -> Exit:
    now = clock.now()
    try:
        went = run_until_stopped(lambda stop: holidays(asked, now, stop, planning(voice)), lambda: None)
    except Faults as faults:
        return refused(voice, faults)
    if went.special is None:
        return found_none(voice, went)
    code = ended(went)
    voice.answer({**special_json(went, code), "about": list(went.about)})
    say_special(voice, went, (*went.about, "") if went.about else ())
    return code


def planning(voice: Voice) -> OnSearch:
    """Say that it is being planned, and how it is stopped: not before all that was asked could be read."""
    return lambda: voice.aside(run_words.PLANNING)


def found_none(voice: Voice, went: SpecialRun) -> Exit:
    """No lawful roster: that there is none, and why, or that none was found in the time given."""
    dates = {"first": f"{went.within.first}", "last": f"{went.within.last}"}
    if went.why is not None:
        voice.answer({"status": "impossible", **dates, "why": why_json(*went.why)})
        say_why(voice, *went.why)
        voice.say("", run_words.NOTHING_SAVED)
        return Exit.IMPOSSIBLE
    voice.answer({"status": "out_of_time", **dates})
    voice.say(*words.NO_PLAN)
    return Exit.OUT_OF_TIME


def ended(went: SpecialRun) -> Exit:
    assert went.checked is not None
    return Exit.FINDINGS if failing(went.checked) else Exit.FINE


def say_special(voice: Voice, went: SpecialRun, first: Sequence[str] = ()) -> None:
    """The answer in sentences, or on a terminal with the counts as a table."""
    assert went.special is not None
    assert went.checked is not None
    assert went.version is not None
    frame, within = went.special.now.frame, went.within
    voice.say(words.title(went.kind, frame.brief.arrangement.alias, within), "", *first)
    if went.kind is words.Kind.HOLIDAYS:
        _say_red_days(voice, went.special, went)
    lines = TwoLines(went.special.plan, went.special.usual, within, went.special.changes)
    said = (
        *form3_changes.change_sentences(frame, went.special.changes, lines),
        *form3_changes.back_sentences(frame, went.special.back),
    )
    voice.say(form3_changes.WHY_TITLE, *(f"- {one}" for one in said or (form3_changes.NOTHING_CHANGED,)))
    voice.say(*words.open_said([one for one in went.special.now.open if one[0].start.date() in within]))
    voice.say("", *sentences(went.checked))
    if not voice.quiet:
        say_findings(voice, went.checked, MOST_ALIKE)
    voice.say("", *run_words.where(str(went.version), went.files))


def _say_red_days(voice: Voice, special: Special, went: SpecialRun) -> None:
    frame, within, given = special.now.frame, went.within, went.given or {}
    voice.say(words.red_days_listed(frame, within), *(f"- {one}" for one in words.day_lines(special.now, within)))
    voice.say("", words.basis_said(frame, within))
    rows = red_counts.counted_rows(frame, went.counts, given, special.owed, within, went.shares)
    if voice.rich:
        voice.table(red_counts.COUNT_HEADINGS, [red_counts.count_row(frame, row) for row in rows])
    else:
        voice.say(*(f"- {red_counts.count_sentence(frame, row)}" for row in rows))
    voice.say(*not_placed(frame, special.owed, within))
    voice.aside(red_counts.average_said(went.counts))
    voice.say("")


def special_json(went: SpecialRun, code: Exit) -> dict[str, Any]:
    """All in whole minutes."""
    assert went.special is not None
    assert went.checked is not None
    assert went.version is not None
    frame, special = went.special.now.frame, went.special
    given, shares = went.given or {}, went.shares or {}
    among = exchanges(special.changes)
    return {
        "status": "findings" if code is Exit.FINDINGS else "made",
        "kind": went.kind.value,
        "first": went.within.first.isoformat(),
        "last": went.within.last.isoformat(),
        "seconds": round(special.seconds, 2),
        "proven": special.proven,
        "red_days": [
            {
                "who": one.who,
                "days": one.days,
                "holidays": one.holidays,
                "usual": one.usual,
                "worked": one.worked,
                "free": one.free,
                "holidays_worked": one.holidays_worked,
                "holidays_in_plan": shares[one.who].had,
                "share_in_plan": round(float(shares[one.who].fair), 4),
                "f3_given": given.get(one.who, 0),
                "f3_by_main_rule": one.by_main_rule,
                "f3_by_average": one.by_average,
                "in_26_weeks": {"had": one.had, "of": one.of, "most": one.most},
                "f4_minutes": special.owed[one.who].supplement_minutes if one.who in special.owed else 0,
                "f5_days": [day.isoformat() for day in special.owed[one.who].replaced]
                if one.who in special.owed
                else [],
            }
            for one in went.counts
        ],
        "paid_off": [
            {"who": person.id, "day": off.day.isoformat(), "code": off.code.value, "minutes": off.minutes}
            for person in frame.people
            for off in person.paid_off
            if off.day in went.within
        ],
        "changes": [
            {
                "who": one.who,
                "day": one.day.isoformat(),
                "before": list(one.before),
                "after": list(one.after),
                "because": list(one.because),
                "text": why(frame, one, among),
            }
            for one in special.changes
        ],
        "back": [
            {"who": one.who, "day": one.day.isoformat(), "before": list(one.before), "after": list(one.after)}
            for one in special.back
        ],
        "open": [
            {"shift": shift.id, "missing": missing}
            for shift, missing in special.now.open
            if shift.start.date() in went.within
        ],
        "folder": str(went.version.parent.parent),
        "version": went.version.name,
        "files": list(went.files),
        **report_json(went.checked),
    }
