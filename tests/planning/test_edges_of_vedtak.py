"""Only what is charged draws on the vedtak, by night and where two are at work at once."""

from dataclasses import replace
from datetime import date

import pytest

from roster.domain.days import DateSpan, When
from roster.domain.help_needed import Event
from roster.domain.kinds import Covers, EventSort
from roster.domain.roster import Roster
from roster.domain.vedtak import Vedtak, VedtakLine
from tests.planning.loads import FORMS, HOUR
from tests.planning.readings import at_the_edge, refused
from tests.rules.builders import roster_of

ALWAYS = DateSpan(date(2026, 1, 1), date(2027, 12, 31))
MEETING = Event("E1", "Møte", EventSort.MEETING, When(frozenset({4})), 600, 180, ("kari", "ola"), charged=True)


def vedtak(*covers: Covers, per_week: int = 9000) -> Vedtak:
    return Vedtak((VedtakLine("V", ALWAYS, per_week=per_week, covers=frozenset(covers)),))


@FORMS
@pytest.mark.parametrize("charged", ["", "D", "N", "DN"])
@pytest.mark.parametrize("covers", [(), (Covers.TWO_AT_ONCE,), (Covers.WAKING_NIGHT,)])
def test_what_is_not_charged_needs_no_line_that_covers_it(covers, charged, cycle):
    given = {"vedtak": vedtak(*covers), "events": (MEETING,)}
    for kari, ola in (("D - N -", "D - - -"), ("D - N -", "- D - -"), ("D - - -", "12-20 - - -")):
        made = roster_of(kari=kari, ola=ola, cycle=cycle, brief=given)
        shifts = tuple(replace(one, charged=one.kind in charged) for one in made.frame.shifts)
        refused("vedtak", Roster(replace(made.frame, shifts=shifts), made.works))


@FORMS
def test_a_meeting_draws_on_all_the_lines_and_on_none_for_nights(cycle):
    def make(minutes: int) -> Roster:
        night = VedtakLine("N", ALWAYS, per_week=1000 - minutes, covers=frozenset({Covers.WAKING_NIGHT}))
        day = VedtakLine("V", ALWAYS, per_week=4000)
        return roster_of(
            kari="N - N -", ola="D", cycle=cycle, brief={"vedtak": Vedtak((day, night)), "events": (MEETING,)}
        )

    assert at_the_edge("vedtak", make, 0, 990) == 1000 - 16 * HOUR + 1


@FORMS
def test_a_line_that_is_all_on_record_gives_no_more(cycle):
    over = VedtakLine("V", DateSpan(date(2026, 1, 1), date(2027, 1, 13)), per_week=9000, through=date(2027, 1, 13))
    made = roster_of(kari="- - - D", cycle=cycle, brief={"vedtak": Vedtak((over,))})
    assert refused("vedtak", made) is not cycle


def test_a_meeting_on_record_draws_no_more_on_the_rest_of_the_plan():
    """Used through Wednesday are Monday's three hours; Thursday's shift and Friday's meeting are still to be drawn."""
    meetings = replace(MEETING, when=When(frozenset({0, 4})), who=("kari",))
    week = DateSpan(date(2027, 1, 11), date(2027, 1, 17))

    def make(minutes: int) -> Roster:
        line = VedtakLine("V", week, per_week=20 * HOUR - minutes, used=3 * HOUR, through=date(2027, 1, 13))
        return roster_of(kari="- - - D", brief={"vedtak": Vedtak((line,)), "events": (meetings,)})

    assert at_the_edge("vedtak", make, 0, 16 * HOUR) == 20 * HOUR - 3 * HOUR - 11 * HOUR + 1
