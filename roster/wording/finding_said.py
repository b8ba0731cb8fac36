"""A finding with the words its sentence is made of: names, days, stretches of time, amounts."""

from collections.abc import Callable, Sequence
from datetime import date

from roster.domain.finding import Finding, Unit, Verdict
from roster.domain.frame import Frame
from roster.wording.numbers import clock_said, inside, listed, long_date, time_of_day, weekday


class Said:
    """A finding with the words its sentence is made of."""

    def __init__(self, frame: Frame, finding: Finding, by_id: bool) -> None:
        self.frame, self.finding, self.by_id = frame, finding, by_id
        self.fine = finding.verdict is Verdict.OK

    @property
    def who(self) -> str:
        return "Planen" if self.finding.who is None else self.name(self.finding.who)

    def name(self, who: str) -> str:
        return who if self.by_id else self.frame.brief.assistant(who).alias

    def fact(self, key: str) -> str:
        return str(self.finding.facts.get(key, ""))

    @property
    def kind(self) -> str:
        """The shift by the name of its kind, as it stands inside a sentence."""
        return self.kind_of(self.fact("kind"))

    def kind_of(self, code: str) -> str:
        return inside(next((one.name for one in self.frame.brief.kinds if one.code == code), code or "vakta"))

    def amount(self, value: int | None) -> str:
        """An amount of time with its unit; counts are bare."""
        if value is None:
            return "ingen grense"
        if self.finding.unit in (Unit.MINUTES, Unit.MINUTES_A_WEEK):
            return clock_said(value)
        return str(value)

    @property
    def measured(self) -> str:
        return self.amount(self.finding.measured)

    @property
    def twice(self) -> str:
        """What to say of a day with more hours than it lasts: somebody was in two places at once."""
        span, measured = self.finding.span, self.finding.measured
        over = span is not None and measured is not None and measured > span.minutes
        return " Vakter som overlapper, er regnet med hver for seg." if over and not self.fine else ""

    @property
    def limit(self) -> str:
        return self.amount(self.finding.limit)

    def day(self, minute: int) -> str:
        moment = self.frame.clock.wall(minute)
        return self.day_of(moment.date())

    def day_of(self, day: date) -> str:
        if self.frame.cyclic:
            week = (day - self.frame.first_day).days // 7 % self.frame.weeks + 1
            return f"uke {week}, {weekday(day)}"
        return long_date(day)

    def at(self, minute: int) -> str:
        return f"{self.day(minute)} kl. {time_of_day(self.frame.clock.wall(minute))}"

    @property
    def when(self) -> str:
        """«fra mandag … kl. 22.00 til tirsdag … kl. 08.59», or one day with its times."""
        span = self.finding.span
        if span is None:
            return "i hele planen"
        start, end = self.frame.clock.wall(span.start), self.frame.clock.wall(span.end)
        if start.date() == end.date():
            return f"{self.day(span.start)} kl. {time_of_day(start)}–{time_of_day(end)}"
        return f"fra {self.at(span.start)} til {self.at(span.end)}"

    @property
    def days(self) -> str:
        """«mandag …», or «fra mandag … til og med onsdag …»: the whole days that the time touches."""
        span = self.finding.span
        if span is None:
            return "i hele planen"
        first, last = self.day(span.start), self.day(span.end - 1)
        return first if first == last else f"fra {first} til og med {last}"

    @property
    def week(self) -> str:
        """The week that a finding counts from the first: «i uka fra mandag …», «i uke 2»."""
        number = int(self.fact("week") or 1)
        if self.frame.cyclic:
            return f"i uke {number}"
        return f"i uka fra {self.day(self.frame.week_spans[number - 1].start)}"

    @property
    def weeks(self) -> str:
        """«uka fra mandag …», «8 uker fra mandag …»."""
        span = self.finding.span
        if span is None:
            return "i hele planen"
        count = int(self.fact("weeks") or 1)
        first = self.day(span.start)
        if self.frame.cyclic:
            first = first.split(",")[0]
            return f"i {first}" if count == 1 else f"i {count} uker fra {first}"
        return f"{'i uka' if count == 1 else f'i {count} uker'} fra {first}"

    @property
    def a_week(self) -> str:
        """«i uka i snitt i 8 uker fra mandag …»; of one week there is no average."""
        return self.weeks if self.fact("weeks") == "1" else f"i uka i snitt {self.weeks}"

    @property
    def dates(self) -> str:
        """«fra mandag … til og med søndag …»; in a cycle there is only the average."""
        span = self.finding.span
        if span is None or self.frame.cyclic:
            return "i uka i snitt" if self.frame.cyclic else "i hele planen"
        return f"fra {self.day(span.start)} til og med {self.day(span.end - 1)}"


class SaidWithoutTime(Said):
    """The same words for every time: what two findings share that differ in nothing else."""

    @property
    def when(self) -> str:
        return ""

    days = week = weeks = dates = when


MOST_TIMES, FIRST_TIMES = 20, 10
"""Where more times than this are alike, the first are said: the Kontroll sheet and JSON have every one."""


class SaidOfMany(Said):
    """The words of the first of some findings that differ only in time, with the times of all."""

    def __init__(self, frame: Frame, findings: Sequence[Finding]) -> None:
        super().__init__(frame, findings[0], by_id=False)
        self.each = [Said(frame, one, by_id=False) for one in findings]

    @property
    def when(self) -> str:
        return self._every(lambda one: one.when)

    @property
    def days(self) -> str:
        return self._every(lambda one: one.days)

    @property
    def week(self) -> str:
        return self._every(lambda one: one.week)

    @property
    def weeks(self) -> str:
        return self._every(lambda one: one.weeks)

    @property
    def dates(self) -> str:
        return self._every(lambda one: one.dates)

    def _every(self, time: Callable[[Said], str]) -> str:
        times = list(dict.fromkeys(time(one) for one in self.each))
        if len(times) <= MOST_TIMES:
            return all_times(times)
        return f"{all_times(times[:FIRST_TIMES])} (og {len(times) - FIRST_TIMES} ganger til)"


def all_times(times: Sequence[str]) -> str:
    """«mandag 4., tirsdag 5. og onsdag 6. januar 2027 kl. 08.00–19.00»: what all begin or end with is said once.

    Stretches from one time to another are said whole.
    """
    different = list(dict.fromkeys(times))
    if len(different) < 2 or any(" til " in one for one in different):
        return listed(different)
    words = [one.replace(",", "").split(" ") for one in different]
    shortest = min(map(len, words)) - 1
    numbered = next((at for at, word in enumerate(words[0]) if word[0].isdigit()), shortest)
    most = 0 if words[0][0] == "uke" else min(numbered, shortest)
    ahead = next((at for at in range(most) if len({one[at] for one in words}) > 1), most)
    after = next((at for at in range(shortest - ahead) if len({one[-1 - at] for one in words}) > 1), shortest - ahead)
    apart = [" ".join(one[ahead : len(one) - after]) for one in words]
    last = words[-1]
    return " ".join([*words[0][:ahead], listed(apart), *last[len(last) - after :]])
