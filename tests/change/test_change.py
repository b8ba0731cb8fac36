"""``roster change`` and ``roster ask``: a new version with least change, its cause, its messages, and who took it."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from roster.cli import clock
from roster.domain.days import DateSpan
from roster.domain.events import Events
from roster.domain.finding import Finding, Source, Unit, Verdict
from roster.domain.frame import frame_of
from roster.domain.kinds import Covers, Position
from roster.domain.plan import Plan
from roster.domain.roster import Roster
from roster.planning.happened import happened
from roster.planning.search import Search
from roster.workflow.change import Unlawful, lawful
from roster.workflow.change_said import Said, events_of
from roster.workflow.current import Current
from roster.workflow.files import Checked, checked
from roster.workflow.opening import read_plan
from tests.approval.arrangement import NOW, brief_of, plan_of, saved
from tests.cli.typed import Typed, typed

D = "2027-01-{:02} D".format
"""A day shift of the arrangement by its day in January."""


def works(folder: Path, version: str) -> frozenset[tuple[str, str]]:
    return read_plan(folder / "versjoner" / version).plan.dated.works


def plan() -> Plan:
    """Kari and Ola by turns in half positions, who want more, and Nora on call."""
    return plan_of(brief_of())


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(clock, "now", lambda: NOW)
    saved(tmp_path / "familie", plan())
    return Path("familie")


@pytest.fixture
def roster(folder: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., Typed]:
    return lambda name, *words: typed(capsys, name, folder, *words)


def test_who_is_sick_is_covered_by_who_has_the_first_right_and_nothing_else_is_otherwise(
    folder: Path, roster: Callable[..., Typed]
) -> None:
    said = roster("change", "--sick", "A1", "2027-01-06–2027-01-08", "--plain")
    assert said.code == 0, said.all
    assert said.out.startswith(
        "Kari (A1) er syk fra onsdag 6. januar 2027 til fredag 8. januar 2027. 2 vakter må dekkes"
    )
    assert "Det går ikke med færre endringer." in said.out
    assert "Årsak: fravær." in said.out
    before, after = works(folder, "0001"), works(folder, "0002")
    assert after == before - {("A1", D(6)), ("A1", D(8))} | {("A2", D(6)), ("A2", D(8))}
    assert "Kan du ta disse vaktene? Svar ja eller nei.\n- D onsdag 6." in (
        folder / "versjoner/0002/meldinger/A2.txt"
    ).read_text(encoding="utf-8")
    assert not (folder / "versjoner/0002/meldinger/A1.txt").exists()
    kept = (folder / "versjoner/0002/endring.txt").read_text(encoding="utf-8")
    assert kept.startswith("Kari (A1) er borte fra onsdag 6. januar 2027")
    assert "Årsak: fravær." in kept
    assert "syk" not in (folder / "logg.jsonl").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("when", "first", "last"),
    [
        ("onsdag 6.1. til fredag", "onsdag 6. januar 2027", "fredag 8. januar 2027"),
        ("uke 1", "mandag 4. januar 2027", "søndag 10. januar 2027"),
    ],
)
def test_days_are_typed_as_they_are_said_and_told_back_as_dates(
    when: str, first: str, last: str, folder: Path, roster: Callable[..., Typed]
) -> None:
    said = roster("change", "--left", "A1", "28. desember", "--sick", "A1", when, "--plain")
    assert f"Kari (A1) er syk fra {first} til {last}." in said.out
    assert "Kari (A1) slutter, siste dag mandag 28. desember 2026." in said.out


def test_who_was_sick_makes_up_for_nothing(folder: Path, roster: Callable[..., Typed]) -> None:
    roster("change", "--sick", "A1", "2027-01-06–2027-01-08")
    kari = read_plan(folder).plan.brief.assistant("A1")
    assert [(one.day.day, one.minutes) for one in kari.credits] == [(6, 450), (8, 450)]
    answer = json.loads(roster("check", "--json").out)
    assert not [one for one in answer["findings"] if one["rule"] == "contract-hours" and one["verdict"] == "mangel"]


def test_a_swap_is_a_bytte_and_touches_just_the_two(folder: Path, roster: Callable[..., Typed]) -> None:
    answer = json.loads(roster("change", "--swap", f"A1:{D(4)}", f"A2:{D(5)}", "--json").out)
    (one,) = answer["options"]
    assert (one["cause"], one["proven"]) == ("bytte", True)
    assert works(folder, "0001") ^ works(folder, "0002") == {(who, D(day)) for who in ("A1", "A2") for day in (4, 5)}


def test_ctrl_c_keeps_the_best_so_far_and_ends_as_plan_does(
    folder: Path, roster: Callable[..., Typed], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("roster.cli.change.run_until_stopped", lambda work, beat: work(lambda: True))
    said = roster("change", "--sick", "A1", "2027-01-06–2027-01-08", "--plain")
    assert said.code == 130, said.all
    assert "Du stoppet før vi var ferdige." in said.out
    assert not {("A1", D(6)), ("A1", D(8))} & works(folder, "0002")


def test_nothing_is_proven_when_it_is_planned_again_without_what_the_checker_would_not_have(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    before = checked(plan())
    what = happened(
        plan().roster, Events(sick=(("A1", DateSpan(date(2027, 1, 6), date(2027, 1, 6))),)), date(2026, 12, 20), 0
    )
    asked: list[object] = []

    def refuses_once(_: Checked, after: Checked) -> tuple[Finding, ...]:
        asked.append(after)
        rest = Finding("rest-daily", Verdict.BREACH, "A2", None, 0, 0, Unit.MINUTES, Source("", "", date.min))
        return (rest,) if ("A2", D(6)) in after.plan.dated.works else ()

    monkeypatch.setattr("roster.workflow.change.new_breaches", refuses_once)
    found = lawful(Current(plan(), Path()), before, what, Search(workers=1), 2.0)
    assert not isinstance(found, Unlawful)
    assert ("A3", D(6)) in found[0][0].works
    assert len(asked) > 1
    assert not any(one.proven or one.least for one, _ in found)


def test_what_the_law_does_not_allow_is_told_and_not_saved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nora has vacation that day."""
    monkeypatch.setattr(clock, "now", lambda: NOW)
    off = (DateSpan(date(2027, 1, 6), date(2027, 1, 6)),)
    people = tuple(replace(one, vacation=off) if one.id == "A3" else one for one in brief_of().assistants)
    saved(tmp_path / "familie", plan_of(replace(brief_of(), assistants=people)))
    said = typed(capsys, "change", tmp_path / "familie", "--give", D(6), "A3", "--plain")
    assert said.code == 1, said.all
    assert said.out.startswith("Det går ikke etter reglene, så ingenting er lagret. Da blir dette galt:\n- Nora")
    assert not (tmp_path / "familie/versjoner/0002").exists()


def test_a_shift_that_is_not_there_is_told_and_nothing_is_saved(folder: Path, roster: Callable[..., Typed]) -> None:
    said = roster("change", "--give", D(9), "A3", "--plain")
    assert said.code == 2
    assert "Det er ingen vakt D lørdag 9. januar" in said.err
    assert not (folder / "versjoner/0002").exists()


def test_hours_that_are_called_off_are_paid_and_nobody_is_short_of_them(
    folder: Path, roster: Callable[..., Typed]
) -> None:
    said = roster("change", "--away", "2027-01-11–2027-01-12", "--plain")
    assert said.code == 0, said.all
    assert "2 vakter er avlyst: 15 timer er betalt, men ikke brukt." in said.out
    assert works(folder, "0001") - works(folder, "0002") == {("A2", D(11)), ("A1", D(12))}
    assert "Disse vaktene er avlyst. Du får betalt for dem:" in (folder / "versjoner/0002/meldinger/A1.txt").read_text(
        encoding="utf-8"
    )


def test_who_leaves_is_covered_from_the_day_after_the_last(folder: Path, roster: Callable[..., Typed]) -> None:
    said = roster("change", "--left", "A2", "2027-01-12", "--plain")
    assert said.code == 0, said.all
    after = works(folder, "0002")
    assert {shift for who, shift in after if who == "A2"} == {D(5), D(7), D(11)}
    assert len({shift for _, shift in after}) == 10


def test_who_is_new_gets_the_hours_of_their_contract(folder: Path, roster: Callable[..., Typed]) -> None:
    words = ("--left", "A2", "2027-01-10", "--new", "A4 midlertidig 50 fra 2027-01-11", "--seconds", "5", "--plain")
    assert "A4 er ny, midlertidig 50 % fra mandag 11. januar 2027." in roster("change", *words).out
    after = works(folder, "0002")
    assert [who for who, _ in after].count("A4") >= 2
    assert {one for one in after if one[1] < D(10)} == {one for one in works(folder, "0001") if one[1] < D(10)}


def test_another_need_is_filled_and_what_is_less_is_called_off(folder: Path, roster: Callable[..., Typed]) -> None:
    brief = brief_of()
    line = replace(brief.vedtak.lines[0], covers=frozenset({Covers.TWO_AT_ONCE}))
    saved(folder, plan_of(replace(brief, vedtak=replace(brief.vedtak, lines=(line,)))))
    roster("change", "--need", "2027-01-11 D 2")
    assert len([who for who, shift in works(folder, "0003") if shift == D(11)]) == 2
    roster("change", "--need", "2027-01-11 D 0")
    assert not [who for who, shift in works(folder, "0004") if shift == D(11)]


def test_each_way_to_go_on_is_a_version_and_the_recommended_is_the_newest(
    folder: Path, roster: Callable[..., Typed], capsys: pytest.CaptureFixture[str]
) -> None:
    brief = brief_of()
    people = tuple(replace(one, percent=Decimal(25), wants_up_to=Decimal(40)) for one in brief.assistants[:2])
    more = tuple(
        replace(people[0], id=who, alias=who, position=position, percent=Decimal(percent), wants_up_to=wants)
        for who, position, percent, wants in (
            ("A3", Position.PERMANENT, 50, None),
            ("A4", Position.ON_CALL, 0, None),
        )
    )
    brief = replace(brief, assistants=(*people, *more))
    base = plan_of(brief)
    shifts = [one.id for one in base.roster.frame.shifts]
    given = {("A3" if at % 2 else ("A1", "A2")[at // 2 % 2], one) for at, one in enumerate(shifts)}
    other = folder.parent / "andre"
    saved(other, Plan(brief, replace(base.roster, works=frozenset(given))))
    answer = json.loads(typed(capsys, "change", other, "--sick", "A3", "2027-01-05–2027-01-15", "--json").out)
    aims = {one["aim"]: one for one in answer["options"]}
    assert next(iter(aims)) == "rights"
    assert {"A1", "A2", "A4"} <= {one["who"] for one in aims["rights"]["people"] if one["changes"]}
    assert [one["who"] for one in aims["few-people"]["people"] if one["changes"]] == ["A3", "A4"]
    assert answer["options"][0]["version"] == f"{len(aims) + 1:04}"


def test_a_no_is_remembered_and_the_first_lawful_yes_takes_the_shift(
    folder: Path, roster: Callable[..., Typed]
) -> None:
    brief = brief_of()
    saved(folder, Plan(brief, replace(plan().roster, works=plan().roster.works - {("A1", D(6))})))
    listed = roster("ask", "--plain")
    assert listed.code == 0
    assert "1. D onsdag 6. januar 2027 kl. 08.00–15.30" in listed.out
    assert "Spør i denne rekkefølgen: Kari (A1), Ola (A2), Nora (A3)." in listed.out
    assert roster("ask", "--shift", D(6), "--no", "A1").code == 0
    assert "Sagt nei: Kari (A1)." in roster("ask").out
    said = roster("ask", "--shift", D(6), "--yes", "A3")
    assert said.code == 0, said.all
    assert "Vakta er gitt i versjon 0003 (ekstravakt)." in said.out
    assert ("A3", D(6)) in works(folder, "0003")
    late = roster("ask", "--shift", D(6), "--yes", "A2")
    assert late.code == 1
    assert "Vakta har alt Nora (A3)." in late.out
    assert roster("ask").out == (
        "Foreslått i versjon 0003, som ikke er i bruk:\n"
        "- D onsdag 6. januar 2027 kl. 08.00–15.30: Nora (A3), har sagt ja.\n\n"
        "Ingen vakter står åpne.\n"
    )


def test_a_yes_that_is_not_lawful_is_written_down_and_told_why(folder: Path, roster: Callable[..., Typed]) -> None:
    brief = brief_of()
    nora = replace(brief.assistants[2], may_work_from=date(2027, 1, 10))
    works_now = plan().roster.works - {("A1", D(6))}
    base = plan_of(replace(brief, assistants=(*brief.assistants[:2], nora)))
    saved(folder, Plan(base.brief, replace(base.roster, works=works_now)))
    said = roster("ask", "--shift", D(6), "--yes", "A3")
    assert said.code == 1
    assert "Men vakta kan ikke gis etter reglene: Nora går dagvakt onsdag 6. januar" in said.out
    assert not (folder / "versjoner/0003").exists()


def test_what_a_change_gives_is_listed_with_what_they_say_and_a_no_is_planned_round(
    folder: Path, roster: Callable[..., Typed]
) -> None:
    roster("change", "--sick", "A1", "2027-01-06")
    listed = roster("ask").out
    assert listed.startswith("Foreslått i versjon 0002, som ikke er i bruk:\n- D onsdag 6. januar 2027")
    assert "Ola (A2), ikke spurt." in listed
    said = roster("ask", "--shift", D(6), "--no", "A2")
    assert "«roster change familie/versjoner/0001» med det samme som før" in said.out
    assert "Ola (A2), har sagt nei." in roster("ask").out


def test_who_said_no_is_not_proposed_again(folder: Path, roster: Callable[..., Typed]) -> None:
    roster("ask", "--shift", D(6), "--no", "A2")
    roster("change", "--sick", "A1", "2027-01-06")
    assert ("A3", D(6)) in works(folder, "0002")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "Det står ikke hva som er endret."),
        (("--sick", "A1", "snart"), "«snart» er ikke dager fra og til."),
        (("--sick", "A9", "i morgen"), "Ingen assistent heter «A9»."),
        (("--sick", "A1", "2027-01-08–2027-01-06"), "slutter før det begynner"),
        (("--away", "2028-01-01"), "er ikke i turnusen"),
        (("--swap", "A1", "A2"), "«A1» sier ikke hvem og hvilken vakt."),
        (("--swap", f"A2:{D(4)}", f"A1:{D(5)}"), "Ola (A2) har ikke vakta D mandag 4. januar 2027"),
        (("--need", "2027-01-11 X 2"), "sier ikke dager, vaktkode og hvor mange"),
        (("--new", "A1 fast 20"), "Det er alt en assistent som heter «A1»."),
        (("--new", "A4 sjef 20"), "sier ikke id, stilling og prosent"),
    ],
)
def test_what_is_typed_wrong_is_told(roster: Callable[..., Typed], words: tuple[str, ...], said: str) -> None:
    answer = roster("change", *words)
    assert answer.code == 2
    assert said in answer.err


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("i morgen i tre uker", 25),
        ("5.1. 3 uker", 25),
        ("2027-01-05–2027-01-07", 7),
        ("2027-01-05 til 7.1.", 7),
        ("5.1.2027 - 7.1.2027", 7),
        ("2027-01-05", 5),
    ],
)
def test_days_are_understood_as_they_are_said(folder: Path, text: str, last: int) -> None:
    events = events_of(Said(sick=(("Kari", text),)), plan(), date(2027, 1, 4), folder)
    ((who, dates),) = events.sick
    assert (who, dates.first, dates.last) == ("A1", date(2027, 1, 5), date(2027, 1, last))


@pytest.mark.parametrize(
    ("text", "today", "first", "last"),
    [
        ("28.12–10.1", date(2026, 12, 10), date(2026, 12, 28), date(2027, 1, 10)),
        ("28.12 i ti dager", date(2027, 1, 3), date(2026, 12, 28), date(2027, 1, 6)),
        ("10.1.–20.2.", date(2026, 12, 10), date(2027, 1, 10), date(2027, 2, 20)),
        ("10.1.–1.3.", date(2027, 12, 20), date(2028, 1, 10), date(2028, 3, 1)),
        ("28.12", date(2027, 9, 1), date(2027, 12, 28), date(2027, 12, 28)),
    ],
)
def test_a_day_without_a_year_is_the_nearest_of_the_plan_and_the_last_the_next_from_the_first(
    text: str, today: date, first: date, last: date
) -> None:
    """A plan from December over more than a year."""
    period = replace(brief_of().period, start=date(2026, 12, 7), weeks=58)
    made = Plan(brief := replace(brief_of(), period=period), Roster(frame_of(brief), frozenset()))
    ((_, dates),) = events_of(Said(sick=(("A1", text),)), made, today, Path()).sick
    assert (dates.first, dates.last) == (first, last)


def test_a_day_without_a_year_that_the_plan_has_not_is_told_with_the_days_of_the_plan(
    roster: Callable[..., Typed],
) -> None:
    said = roster("change", "--sick", "A1", "30.6", "--plain")
    assert said.code == 2
    assert "er ikke i turnusen" in said.err
    assert "30.2" in roster("change", "--sick", "A1", "30.2").err


@pytest.mark.parametrize("words", [("--yes", "A2"), ("--shift", D(6)), ("--shift", D(6), "--yes", "A2", "--no", "A3")])
def test_an_answer_is_of_one_about_one_shift(roster: Callable[..., Typed], words: tuple[str, ...]) -> None:
    said = roster("ask", *words)
    assert said.code == 2
    assert said.err.startswith("Skriv --shift sammen med --asked, --yes eller --no")


def test_a_yes_beyond_the_ordinary_week_is_overtime_and_stands_in_no_plan(
    folder: Path, roster: Callable[..., Typed]
) -> None:
    brief = brief_of()
    people = tuple(replace(one, percent=Decimal(100), wants_up_to=None) for one in brief.assistants[:2])
    line = replace(brief.vedtak.lines[0], covers=frozenset({Covers.TWO_AT_ONCE}), per_week=12000)
    brief = replace(
        brief,
        assistants=people,
        vedtak=replace(brief.vedtak, lines=(line,)),
        kinds=(replace(brief.kinds[0], length=540),),
        needs=(replace(brief.needs[0], count=2),),
    )
    base = plan_of(brief)
    days = [one.id for one in base.roster.frame.shifts]
    given = frozenset({("A1", one) for one in days} | {("A2", one) for one in days[1:]})
    saved(folder, Plan(brief, replace(base.roster, works=given)))
    said = roster("ask", "--shift", D(4), "--yes", "A2")
    assert said.code == 0, said.all
    assert "Ola (A2) tar vakta som overtid." in said.out
    assert not (folder / "versjoner/0003").exists()
    assert roster("ask").out == "Ingen vakter står åpne.\n"
    assert roster("ask", "--shift", D(4), "--asked", "A2").code == 0
    assert roster("ask").out == "Ingen vakter står åpne.\n"
    roster("ask", "--shift", D(4), "--no", "A2")
    assert "1. D mandag 4. januar" in roster("ask").out
    roster("ask", "--shift", D(4), "--yes", "A2")
    assert roster("ask").out == "Ingen vakter står åpne.\n"
    roster("change", "--sick", "A2", "2027-01-04")
    assert "1. D mandag 4. januar" in roster("ask").out
