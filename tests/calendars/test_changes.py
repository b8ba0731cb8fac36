"""Whatever is taken into use after what: who subscribes sees the roster, and only what changed has changed."""

from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from roster.domain.event_ids import CalendarEvent, Entry, Feed, Spell, taken_into_use
from roster.domain.frame import frame_of
from roster.domain.moved import moved_shift, with_moved
from roster.domain.plan import Plan
from roster.domain.roster import Roster
from roster.exports.calendar import KEPT_CANCELLED, Whose, feeds, in_use
from tests.calendars.subscriber import (
    AUTUMN,
    DAY,
    SPRING,
    Subscriber,
    around,
    at,
    events,
    in_roster,
    open_in_roster,
    plan_of,
    raw,
    shown,
)

EVER = datetime(2000, 1, 1, tzinfo=UTC)
BRIEFS = tuple(around(first) for first in (SPRING, AUTUMN))
PEOPLE = ("A1", "A2")
WHOSE: tuple[Whose, ...] = ((Feed.LEADER, ""), (Feed.OPEN, ""), *((Feed.OWN, who) for who in PEOPLE))


@st.composite
def courses(draw: st.DrawFn) -> list[Plan]:
    """Rosters one after the other: each somewhat like the last, some with a shift at another time of the day."""
    brief = draw(st.sampled_from(BRIEFS))
    frame = frame_of(brief)
    names = [one.id for one in frame.shifts]
    works = {(who, name) for name in names for who in draw(st.sets(st.sampled_from(PEOPLE), max_size=2))}
    found = []
    for _ in range(draw(st.integers(2, 4))):
        for name in draw(st.lists(st.sampled_from(names), max_size=4)):
            who = draw(st.sampled_from(PEOPLE))
            works ^= {(who, name)}
        plan = plan_of(brief, frozenset(works))
        if draw(st.booleans()):
            plan = with_one_moved(plan, draw(st.integers(0, 40)), draw(st.sampled_from((-60, 30, 120))))
        found.append(plan)
    return found


def with_one_moved(plan: Plan, number: int, minutes: int) -> Plan:
    """One of the day shifts begins and ends at another time, as when it was moved by hand."""
    frame = plan.roster.frame
    theirs = sorted(one for one in plan.roster.works if frame.shift[one[1]].kind == DAY.code)
    if not theirs:
        return plan
    who, name = theirs[number % len(theirs)]
    usual, by = frame.shift[name], timedelta(minutes=minutes)
    moved = moved_shift(frame, DAY, usual.start + by, usual.end + by)
    works = plan.roster.works - {(who, name)} | {(who, moved.id)}
    return Plan(plan.brief, Roster(with_moved(frame, [moved], works), works))


def written(known: tuple[CalendarEvent, ...], day: int) -> dict[Whose, bytes]:
    return feeds(known, PEOPLE, at(day))


@settings(max_examples=25, deadline=None)
@given(courses(), st.data())
def test_a_subscriber_sees_the_roster_after_any_changes(course: list[Plan], data: st.DataObject) -> None:
    fetched = {whose: Subscriber() for whose in WHOSE}
    known: tuple[CalendarEvent, ...] = ()
    for day, plan in enumerate(course):
        known = in_use(known, plan, EVER, at(day))
        made = written(known, day)
        everybody = sum((in_roster(plan, who) for who in PEOPLE), open_in_roster(plan) - open_in_roster(plan))
        wanted = {(Feed.LEADER, ""): everybody, (Feed.OPEN, ""): open_in_roster(plan)}
        wanted |= {(Feed.OWN, who): in_roster(plan, who) for who in PEOPLE}
        for whose in WHOSE:
            assert shown(made[whose]) == wanted[whose]
            # Some have not read every version that was in use.
            if day == 0 or day == len(course) - 1 or data.draw(st.booleans()):
                fetched[whose].fetches(made[whose])
                assert fetched[whose].sees() == wanted[whose]


@settings(max_examples=25, deadline=None)
@given(courses())
def test_only_what_changed_rises_in_sequence_and_moves_in_time(course: list[Plan]) -> None:
    known: tuple[CalendarEvent, ...] = ()
    before: dict[Whose, bytes] = dict.fromkeys(WHOSE, b"")
    for day, plan in enumerate(course):
        old = {one.uid: one for one in known}
        known = in_use(known, plan, EVER, at(day))
        assert in_use(known, plan, EVER, at(day + 1)) == known
        assert len({one.uid for one in known}) == len(known)
        assert old.keys() <= {one.uid for one in known}
        for one in known:
            had = old.get(one.uid)
            if had is None:
                assert (one.sequence, one.created, one.modified) == (0, at(day), at(day))
            elif (had.entry, had.gone) == (one.entry, one.gone):
                assert one == had
            else:
                assert (one.sequence, one.modified) == (had.sequence + 1, at(day))
                assert not had.gone
        now = written(known, day)
        for whose in WHOSE:
            texts = raw(now[whose])
            for uid, text in raw(before[whose]).items():
                same = old[uid] in known
                assert (texts[uid] == text) is same
        before = now


@settings(max_examples=25, deadline=None)
@given(courses())
def test_an_id_stays_with_the_person_that_day_and_first_with_the_same_need(course: list[Plan]) -> None:
    known: tuple[CalendarEvent, ...] = ()
    for day, plan in enumerate(course):
        old = {(one.entry.feed, one.entry.who, one.entry.day, one.entry.need): one.uid for one in known if not one.gone}
        known = in_use(known, plan, EVER, at(day))
        new = {(one.entry.feed, one.entry.who, one.entry.day, one.entry.need): one.uid for one in known if not one.gone}
        assert {key: uid for key, uid in new.items() if key in old} == {
            key: uid for key, uid in old.items() if key in new
        }
        owners = {uid: key[:3] for key, uid in old.items()}
        assert all(owners.get(uid, key[:3]) == key[:3] for key, uid in new.items())
        if day:
            # As many are new as cannot be one of those that were there on that day.
            for feed, who, date_ in {key[:3] for key in (*old, *new) if key[0] is not Feed.OPEN}:
                had = [uid for key, uid in old.items() if key[:3] == (feed, who, date_)]
                has = [uid for key, uid in new.items() if key[:3] == (feed, who, date_)]
                assert len(set(had) & set(has)) == min(len(had), len(has))


def plan_with(*works: tuple[str, int]) -> Plan:
    """Who works which of the shifts of the first days, by number."""
    brief = BRIEFS[0]
    names = [one.id for one in sorted(frame_of(brief).shifts, key=lambda one: one.start)]
    return plan_of(brief, frozenset((who, names[number]) for who, number in works))


def test_a_swap_is_a_cancellation_for_one_and_a_new_event_for_the_other() -> None:
    known = in_use((), plan_with(("A1", 0), ("A2", 4)), EVER, at(0))
    first = written(known, 0)
    second = written(in_use(known, plan_with(("A2", 0), ("A1", 4)), EVER, at(1)), 1)
    for who in ("A1", "A2"):
        had = {one["UID"]: one for one in events(first[Feed.OWN, who]) if "Vakt" in one["SUMMARY"]}
        has = {one["UID"]: one for one in events(second[Feed.OWN, who]) if "Vakt" in one["SUMMARY"]}
        gone, new = [has[uid] for uid in had], [one for uid, one in has.items() if uid not in had]
        assert [(one["STATUS"], int(one["SEQUENCE"])) for one in gone] == [("CANCELLED", 1)]
        assert [(one["STATUS"], int(one["SEQUENCE"])) for one in new] == [("CONFIRMED", 0)]


def test_a_shift_that_comes_back_is_another_event() -> None:
    known = in_use((), plan_with(("A1", 0)), EVER, at(0))
    known = in_use(known, plan_with(), EVER, at(1))
    known = in_use(known, plan_with(("A1", 0)), EVER, at(2))
    theirs = [one for one in known if one.entry.feed is Feed.OWN and "Vakt" in one.entry.summary]
    assert [(one.gone, one.sequence) for one in sorted(theirs, key=lambda one: one.created)] == [(True, 1), (False, 0)]
    assert len({one.uid for one in theirs}) == 2


def test_what_was_taken_away_is_cancelled_for_sixty_days_and_until_it_would_be_over() -> None:
    known = in_use((), plan_with(("A1", 0)), EVER, at(0))
    known = in_use(known, plan_with(), EVER, at(1))
    (gone,) = (one for one in known if one.gone and one.entry.feed is Feed.OWN)
    over = gone.entry.end
    assert over > gone.modified + KEPT_CANCELLED

    def there(now: datetime, event: CalendarEvent = gone) -> bool:
        return gone.uid in raw(feeds([event], PEOPLE, now)[Feed.OWN, "A1"])

    assert there(over - timedelta(seconds=1))
    assert not there(over)
    late = in_use(in_use((), plan_with(("A1", 0)), EVER, over), plan_with(), EVER, over + timedelta(days=1))
    (gone,) = (one for one in late if one.gone and one.entry.feed is Feed.OWN)
    assert there(gone.modified + timedelta(days=60, seconds=-1), gone)
    assert not there(gone.modified + timedelta(days=60), gone)


def test_a_calendar_looks_no_older_when_what_was_cancelled_is_forgotten() -> None:
    def changed(known: tuple[CalendarEvent, ...], day: int) -> str:
        head = written(known, day)[Feed.OWN, "A1"].split(b"BEGIN:VTIMEZONE")[0].decode()
        return next(line for line in head.split("\r\n") if line.startswith("LAST-MODIFIED"))

    known = in_use((), plan_with(("A1", 0)), EVER, at(0))
    known = in_use(known, plan_with(), EVER, at(1))
    assert changed(known, 1) == changed(known, 400) == f"LAST-MODIFIED:{at(1):%Y%m%dT%H%M%SZ}"


def test_what_is_forgotten_in_the_calendar_keeps_its_id_from_others() -> None:
    known: tuple[CalendarEvent, ...] = ()
    ids = set()
    for turn in range(3):
        known = in_use(known, plan_with(("A1", 0)), EVER, at(400 * turn))
        (now,) = (one for one in known if not one.gone and one.entry.feed is Feed.OWN and "Vakt" in one.entry.summary)
        ids.add(now.uid)
        known = in_use(known, plan_with(), EVER, at(400 * turn + 1))
    assert len(ids) == 3


def test_a_clock_that_was_set_back_makes_no_change_older_than_the_one_before() -> None:
    known = in_use((), plan_with(("A1", 0)), EVER, at(5))
    known = in_use(known, plan_with(), EVER, at(3))
    assert {(one.sequence, one.modified) for one in known if one.gone and one.entry.feed is not Feed.OPEN} == {
        (1, at(5))
    }


def test_what_began_before_the_day_it_takes_effect_stays() -> None:
    known = in_use((), plan_with(("A1", 0), ("A1", 6)), EVER, at(0))
    second = max(one.entry.start for one in known if one.entry.who == "A1" and "Vakt" in one.entry.summary)
    now = in_use(known, plan_with(), second, at(1))
    assert {one.entry.start == second for one in now if one.gone and one.entry.feed is Feed.OWN} == {True}
    assert [one for one in known if one.entry.start < second] == [one for one in now if one.entry.start < second]


def entry(feed: Feed, who: str, need: str, hour: int) -> Entry:
    start = datetime(2027, 5, 3, hour, tzinfo=UTC)
    return Entry(feed, who, need, start, start + timedelta(hours=6), need)


def after(old: list[Entry], new: list[Entry]) -> dict[str, tuple[str, bool]]:
    """What each id stands for when the one follows the other, and whether it is gone."""

    def fresh(one: Entry, number: int) -> str:
        return f"{one.need} {number}"

    known = taken_into_use((), old, Spell(EVER), at(0), fresh)
    return {one.uid: (one.entry.need, one.gone) for one in taken_into_use(known, new, Spell(EVER), at(1), fresh)}


def test_the_same_need_goes_before_the_nearest_start() -> None:
    had = [entry(Feed.OWN, "A1", "D", 6), entry(Feed.OWN, "A1", "A", 14)]
    assert after(had, [entry(Feed.OWN, "A1", "D", 13)]) == {"D 1": ("D", False), "A 1": ("A", True)}


def test_an_open_shift_that_is_filled_is_not_another_that_is_open_that_day() -> None:
    had = [entry(Feed.OPEN, "", "D", 6)]
    assert after(had, [entry(Feed.OPEN, "", "A", 7)]) == {"D 1": ("D", True), "A 1": ("A", False)}
    assert after(had, [entry(Feed.OPEN, "", "D", 7)]) == {"D 1": ("D", False)}


def test_of_two_shifts_a_day_each_keeps_the_id_of_the_nearest_when_needs_are_others() -> None:
    old = in_use((), plan_with(("A1", 0), ("A1", 3)), EVER, at(0))
    entries = [one.entry for one in old if one.entry.feed is Feed.OWN and "Vakt" in one.entry.summary]
    by = timedelta(minutes=15)
    others = [
        type(one)(one.feed, one.who, f"annet {number}", one.start + by, one.end + by, one.summary)
        for number, one in enumerate(entries)
    ]
    new = taken_into_use(old, others, Spell(EVER), at(1), lambda entry, number: f"{entry.need} {number}")
    kept = {one.uid: one.entry.start for one in new if not one.gone}
    assert kept == {one.uid: one.entry.start + by for one in old if one.entry in entries}
