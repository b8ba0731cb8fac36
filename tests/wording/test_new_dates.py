"""A version with more weeks than the one that runs has the same shifts only on the days that both have."""

from datetime import date

from roster.domain.difference import difference
from roster.domain.plan import Plan
from roster.wording.difference_words import new_dates
from tests.rules.builders import roster_of


def test_the_dates_after_the_last_that_both_have_are_told() -> None:
    one, two = (
        Plan(made.frame.brief, made)
        for made in (roster_of(kari="D - - - - - -"), roster_of(kari="D - - - - - - | - D"))
    )
    last = two.dated.frame.dates[-1]
    assert last == date(2027, 1, 24)
    found = difference(one, two)
    assert not found.changes
    assert list(new_dates(found, last)) == ["Mandag 18. januar 2027–søndag 24. januar 2027 er nye datoer."]
    assert list(new_dates(difference(two, one), one.dated.frame.dates[-1])) == []
