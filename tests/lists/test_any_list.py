"""Whatever is in a list, the check answers: findings with § and source, or faults with a way out; never a traceback."""

import io
import json
import os
import tempfile
from contextlib import redirect_stdout
from datetime import date, datetime, timedelta
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roster.checking.check import check
from roster.cli.check import run
from roster.cli.voice import Voice
from roster.domain.finding import Finding
from roster.domain.frame import Frame
from roster.domain.kinds import Employer, Tariff
from roster.exports.findings_json import report_json
from roster.reading.faults import Faults
from roster.reading.list_roster import Conditions, without_brief
from roster.reading.list_rows import Entry
from roster.reading.shift_list import ShiftList, read_shift_list
from roster.wording.findings import text
from roster.wording.in_order import in_order
from roster.workflow.check_asked import Asked

MANY = int(os.environ.get("ROSTERS", "1000"))
"""How many rosters, and lists, the slow tests draw: ``ROSTERS=10000`` takes some minutes."""
FIRST = datetime(2026, 10, 19)
"""A week before the clock goes back."""
HEADINGS = ("Navn", "Dato", "Fra", "Til", "Pause", "Hvile", "Vakt")
SAID = (
    "Kari", "ola", "", "04.01.2027", "2027-01-04", "4/1/2027", "07:30", "7", "24:00", "22.30", "0730", "0,3125", "46391",
    "46391,9", "07:30–15:00", "2027-01-04T07:30:00Z", "Fri", "F", "30", "0,5", "ja", "=1+1", '"', ";", "\t", "æøå", "-",
    "99999999999999999999", "31.12.9999 23:59", "00:00", "2027-03-28 02:30", "2026-10-25 02:30", "x" * 90, "\x0b",
)  # fmt: skip

cells = st.one_of(st.sampled_from(SAID), st.text(max_size=12))
texts = st.lists(st.lists(cells, max_size=8), max_size=6)


@st.composite
def entries(draw: st.DrawFn) -> tuple[Entry, ...]:
    """Rows of up to four people over up to ten weeks, among them autumn's change of clock; some at the same time."""
    made = []
    for number in range(draw(st.integers(1, 14))):
        start = FIRST + timedelta(minutes=15 * draw(st.integers(0, 4 * 24 * 70)))
        length = timedelta(minutes=draw(st.sampled_from([1, 60, 180, 450, 540, 541, 630, 750, 1440, 2880])))
        rests = draw(st.booleans()) and length > timedelta(hours=2)
        resting = ((start + timedelta(hours=1), start + timedelta(hours=2)),) if rests else ()
        pause = ((start, start + length / 2 if length < timedelta(hours=1) else start + timedelta(minutes=30)), False)
        whole = pause[0][1] > pause[0][0] and pause[0][1].second == 0
        breaks = draw(st.sampled_from([None, (), (pause,) if whole else ()]))
        who = draw(st.sampled_from(["Kari", "Ola", "P", "Å"]))
        made.append(Entry(f"linje {number + 2}", who, start, start + length, resting=resting, breaks=breaks))
    return tuple(made)


conditions = st.builds(
    Conditions,
    st.one_of(st.none(), st.sampled_from(Employer)),
    st.one_of(st.none(), st.sampled_from(Tariff)),
)


def is_whole(frame: Frame, one: Finding) -> bool:
    """A finding of law has paragraph and source; any has its sentence."""
    by_law = one.rule not in {"need-filled", "two-places", "availability", "skills", "employment", "contract-hours"}
    by_law = by_law and one.rule not in {"vedtak", "krav"}
    return bool(text(frame, one)) and (not by_law or ("§" in one.source.paragraph and bool(one.source.url)))


def judged(rows: tuple[Entry, ...], said: Conditions) -> None:
    roster = without_brief(ShiftList("vakter.csv", rows, frozenset(), ()), said).roster
    report = check(roster)
    assert report.findings
    assert all(is_whole(roster.frame, one) for one in report.findings)
    assert in_order(roster.frame, report.findings)
    assert json.loads(json.dumps(report_json(roster.frame, report.findings, report.assumptions)))["findings"]


def answered(content: bytes, suffix: str) -> None:
    """The command answers with one JSON object and a code it has promised; each fault has a way out."""
    said = io.StringIO()
    with tempfile.TemporaryDirectory() as folder, redirect_stdout(said):
        path = Path(folder) / f"vakter{suffix}"
        path.write_bytes(content)
        code = run(path, Asked(), Voice(json=True))
    answer = json.loads(said.getvalue())
    assert code in (0, 1, 2)
    if "faults" in answer:
        assert answer["faults"]
        assert all(one["what"] and one["way_out"] for one in answer["faults"])
    else:
        assert answer.get("findings") or answer["status"] == "not_covered"


@given(entries(), conditions)
@settings(max_examples=60, deadline=None)
def test_any_roster_is_judged_with_paragraph_and_source(rows: tuple[Entry, ...], said: Conditions) -> None:
    judged(rows, said)


@given(texts, st.sampled_from(";,\t"))
@settings(max_examples=150, deadline=None)
def test_any_rows_under_known_headings_are_read_or_refused(rows: list[list[str]], sign: str) -> None:
    lines = [HEADINGS, *rows]
    answered("\n".join(sign.join(line) for line in lines).encode("utf-8", "replace"), ".csv")


@given(st.binary(max_size=300), st.sampled_from([".csv", ".xlsx"]))
@settings(max_examples=60, deadline=None)
def test_any_bytes_are_read_or_refused(content: bytes, suffix: str) -> None:
    answered(content, suffix)


@pytest.mark.slow
def test_many_rosters_are_judged() -> None:
    """Drawn without hypothesis, which takes longer to draw them than we to judge."""
    draw = Random(0)
    for _ in range(MANY):
        said = Conditions(draw.choice((None, *Employer)), draw.choice((None, *Tariff)))
        roster = without_brief(ShiftList("vakter.csv", drawn(draw), frozenset(), ()), said).roster
        findings = check(roster).findings
        assert findings
        assert all(is_whole(roster.frame, one) for one in findings)


def drawn(draw: Random) -> tuple[Entry, ...]:
    """Rows of up to three people over up to four weeks, among them autumn's change of clock; some at the same time."""
    made = []
    weeks = draw.choice((1, 1, 1, 2, 4))
    for number in range(draw.randint(1, 10)):
        start = FIRST + timedelta(minutes=15 * draw.randrange(4 * 24 * 7 * weeks))
        length = timedelta(minutes=draw.choice((1, 60, 180, 450, 540, 541, 630, 750, 1440, 2880)))
        pause = ((start, start + min(length, timedelta(minutes=30))), False)
        resting = ((start + timedelta(hours=1), start + timedelta(hours=2)),) if length > timedelta(hours=2) else ()
        made.append(
            Entry(
                f"linje {number + 2}",
                draw.choice(("Kari", "Ola", "Å")),
                start,
                start + length,
                resting=draw.choice(((), resting)),
                breaks=draw.choice((None, (), (pause,))),
            )
        )
    return tuple(made)


@pytest.mark.slow
@given(texts, st.sampled_from(";,\t"))
@settings(max_examples=MANY, deadline=None)
def test_many_malformed_lists_are_read_or_refused(rows: list[list[str]], sign: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "vakter.csv"
        path.write_bytes("\n".join(sign.join(line) for line in [HEADINGS, *rows]).encode("utf-8", "replace"))
        try:
            entries = read_shift_list(path, {}).entries
        except Faults as faults:
            refused = faults.faults
        else:
            refused = ()
            assert all(one.start < one.end for one in entries)
        assert all(one.what and one.way_out for one in refused)


def test_a_year_of_twenty_people_is_judged() -> None:
    days = [datetime.combine(date(2027, 1, 4) + timedelta(days=n), datetime.min.time()) for n in range(364)]
    rows = tuple(
        Entry(f"linje {n}", f"P{who}", day + timedelta(hours=7), day + timedelta(hours=15))
        for n, (who, day) in enumerate((who, day) for day in days for who in range(20) if (day.toordinal() + who) % 3)
    )
    judged(rows, Conditions())
