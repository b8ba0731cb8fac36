"""What the plan draws of the vedtak: the whole plan, and month by month of each year."""

from collections.abc import Iterator

from roster.domain.plan import Plan
from roster.domain.roster import Roster
from roster.domain.timekonto import timekonto
from roster.exports.package.paper import Block, Section, Table, Text
from roster.rules.vedtak_share import drawn, shares
from roster.wording import hours_text, legend, sheet_words
from roster.wording import package_words as words
from roster.wording.numbers import MONTHS
from roster.wording.numbers import hours_decimal as hours


def account_section(plan: Plan) -> Section:
    """The accounts of the plan and of every year it touches.

    Used hours are as the version has them, summed up when it was planned: what is signed is printed the same again,
    whatever timesheets have come since.
    """
    return Section(words.VEDTAK, tuple(_blocks(plan)), None, wide=False)


def _blocks(plan: Plan) -> Iterator[Block]:
    rosters = (plan.roster,) if plan.rollout is None else (plan.roster, plan.rollout)
    for roster in rosters:
        rows = tuple(_shares(roster))
        yield Table(legend.period_title(roster.frame), words.SHARE_HEADINGS, rows, (5, 3, 3, 3, 4, 3))
    years = plan.years
    if not years:
        yield Text(words.NO_DATES)
    for year in years:
        konto = timekonto(plan.brief, year, plan.dated)
        rows = tuple(
            (MONTHS[one.first.month - 1], *map(hours, (one.granted, one.used, one.planned, one.expected, one.left)))
            for one in konto.months
        )
        sums = (
            hours(sum(getattr(one, name) for one in konto.months))
            for name in ("granted", "used", "planned", "expected")
        )
        every = (hours_text.IN_ALL, *sums, hours(konto.ledger.left()))
        yield Table(
            sheet_words.year_title(year),
            hours_text.MONTH_HEADINGS,
            (*rows, every),
            (4, 3, 3, 3, 3, 4),
            bold=frozenset({len(rows)}),
        )
        yield Text(hours_text.account(konto))
    if years:
        yield Text(hours_text.ABOUT_HEADINGS)


def _shares(roster: Roster) -> Iterator[tuple[str, ...]]:
    """What the plan may draw against what it draws, for each calendar year it touches."""
    frame = roster.frame
    for share in shares(frame):
        planned = sum(drawn(frame, shift, share.year) for one in frame.people for shift in roster.duties(one.id))
        open_minutes = sum(drawn(frame, shift, share.year) * missing for shift, missing in roster.open)
        left = share.minutes - planned
        yield (
            sheet_words.account_name(share.year),
            hours(share.minutes),
            hours(planned),
            hours(left),
            sheet_words.OVERDRAWN if left < 0 else sheet_words.LEFT,
            hours(open_minutes),
        )
