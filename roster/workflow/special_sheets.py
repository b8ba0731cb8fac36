"""What form 3 has besides the two lines: what comes before them, and its other sheets."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from roster.checking.check import Report
from roster.domain.days import DateSpan
from roster.domain.fairness import Share
from roster.exports.form3 import Table
from roster.planning.special_weeks import Special
from roster.rules.red_days_off import RedCount
from roster.wording import form3_status, form3_tables, red_counts
from roster.wording import special_words as words


@dataclass(frozen=True, slots=True)
class Beside:
    """The weeks as they were made, with what the checker says of the dates and the fingerprint of the version.

    ``begins``: the day to which the notice of the plan is counted. ``counts`` are of a høytidsturnus; none where red
    days are as they were.
    """

    special: Special
    within: DateSpan
    begins: date
    report: Report
    mark: str
    today: date
    counts: tuple[RedCount, ...] = ()
    given: Mapping[str, int] | None = None
    shares: Mapping[str, Share] | None = None

    def about(self) -> Iterator[str]:
        """How far it has come, what has to be done, and of a høytidsturnus the rule of F3."""
        frame, special = self.special.now.frame, self.special
        yield form3_status.status(frame.brief, self.mark, self.today)
        to_do = form3_status.to_do(
            frame, self.within, self.begins, special.changes, special.owed, self.report.findings, self.today
        )
        yield "\n".join((f"{form3_status.DO_TITLE}:", *to_do))
        if self.counts:
            yield words.basis_said(frame, self.within)

    def first_tables(self) -> Iterator[Table]:
        """Of a høytidsturnus: who works on each red day, and the counts."""
        if not self.counts:
            return
        frame = self.special.now.frame
        days = tuple(words.day_rows(self.special.now, self.within))
        yield Table(words.DAYS_SHEET, words.DAYS_TITLE, words.ABOUT_DAYS, words.DAYS_HEADINGS, days, (34.0, 60.0, 50.0))
        yield Table(
            red_counts.COUNT_SHEET,
            red_counts.COUNT_TITLE,
            red_counts.about_counts(self.counts),
            red_counts.COUNT_HEADINGS,
            tuple(red_counts.count_row(frame, one) for one in self.counted),
            red_counts.COUNT_WIDTHS,
        )

    @property
    def counted(self) -> tuple[red_counts.Counted, ...]:
        """The counts with their shares by position."""
        frame, owed = self.special.now.frame, self.special.owed
        return red_counts.counted_rows(frame, self.counts, self.given or {}, owed, self.within, self.shares)

    def last_tables(self) -> Iterator[Table]:
        """Hours, rules, and the lines to sign on."""
        now = self.special.now
        hours = tuple(form3_tables.hours_rows(self.special.usual, now, self.within))
        yield Table(
            form3_tables.HOURS_SHEET,
            form3_tables.HOURS_TITLE,
            form3_tables.ABOUT_HOURS,
            form3_tables.HOURS_HEADINGS,
            hours,
            (16.0, 11.0, *(16.0,) * 6, 20.0),
        )
        yield Table(
            form3_tables.WEEKS_SHEET,
            form3_tables.WEEKS_TITLE,
            form3_tables.ABOUT_WEEKS,
            form3_tables.WEEKS_HEADINGS,
            tuple(form3_tables.week_rows(self.special.usual, now, self.within)),
            (16.0, 11.0, *(18.0,) * 5),
        )
        rules = tuple(form3_tables.rule_rows(now.frame, self.report.findings, self.within, self.begins))
        yield Table(
            form3_tables.RULES_SHEET,
            form3_tables.RULES_TITLE,
            form3_tables.ABOUT_RULES,
            form3_tables.RULES_HEADINGS,
            rules,
            (30.0, 24.0, 15.0, 70.0, 40.0),
        )
        yield Table(
            form3_status.SIGN_SHEET,
            form3_status.SIGN_TITLE,
            (
                form3_status.signed_for(now.frame.brief, self.within, self.begins, self.mark),
                form3_status.NOT_AN_AGREEMENT,
            ),
            form3_status.SIGN,
            tuple(form3_status.sign_rows(now.frame.brief)),
            (30.0, 40.0, 20.0, 50.0),
            row_high=26.0,
        )
