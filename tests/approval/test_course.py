"""A version on its way: kladd, hos arbeidsgiver, drøftet, tatt i bruk, with agreements signed apart."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from roster.cli import clock
from roster.domain.course import Stage
from roster.domain.days import When
from roster.domain.finding import Verdict
from roster.domain.frame import frame_of
from roster.domain.help_needed import Need
from roster.domain.kinds import Cause, Tariff
from roster.domain.plan import Plan
from roster.domain.roster import Roster
from roster.reading.faults import Faults
from roster.rules import plan_notice
from roster.workflow.begins import Begins
from roster.workflow.check import check_file
from roster.workflow.discuss import Told, discuss
from roster.workflow.send_back import send_back
from roster.workflow.sign import sign
from roster.workflow.status import status
from roster.workflow.submit import submit
from roster.workflow.use import Wish
from tests.approval.arrangement import LONG, LONGER_DAY, NOW, START, brief_of, plan_of, saved, swapped
from tests.approval.steps import IN_TIME, into_use, sent, standing, talked, with_first_later
from tests.cli.typed import typed

LATE = START - timedelta(days=13)


def stage(folder: Path) -> Stage:
    return standing(folder).stage


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    saved(tmp_path / "t", plan_of(brief_of()))
    return tmp_path / "t"


def test_a_version_goes_from_kladd_to_use(folder: Path) -> None:
    found = [stage(folder)]
    for step in (sent, talked, into_use):
        step(folder)
        found.append(stage(folder))
    assert found == [Stage.DRAFT, Stage.EMPLOYER, Stage.DISCUSSED, Stage.IN_USE]
    told = standing(folder)
    assert [one.by for one in told.steps] == ["arbeidsleder", "arbeidsleder", "arbeidsgiver", "arbeidsgiver"]
    assert (told.lines, len(told.head), len(told.fingerprint)) == (4, 64, 64)


@pytest.mark.parametrize("step", [talked, into_use])
def test_no_step_is_jumped_over(folder: Path, step: Callable[[Path], object]) -> None:
    with pytest.raises(Faults, match="kan ikke"):
        step(folder)
    assert stage(folder) is Stage.DRAFT


def test_a_plan_that_needs_no_agreement_runs_after_drofting_with_disagreement(folder: Path) -> None:
    sent(folder)
    talked(folder, agreed=False)
    into_use(folder)
    assert stage(folder) is Stage.IN_USE


def test_a_plan_that_rests_on_an_agreement_runs_only_when_it_is_signed(tmp_path: Path) -> None:
    folder = tmp_path / "t"
    saved(folder, plan_of(brief_of(LONGER_DAY, kind=LONG)))
    sent(folder)
    talked(folder)
    with pytest.raises(Faults, match=r"«langvakt».*ikke signert"):
        into_use(folder)
    assert sign(folder, "langvakt", date(2026, 12, 1), None, "arbeidsgiver", NOW).left == ()
    into_use(folder)


def test_other_terms_are_not_signed_by_an_old_signature(tmp_path: Path) -> None:
    folder = tmp_path / "t"
    saved(folder, plan_of(brief_of(LONGER_DAY, kind=LONG)))
    sign(folder, "langvakt", date(2026, 12, 1), None, "arbeidsgiver", NOW)
    saved(folder, plan_of(brief_of(LONGER_DAY, kind=LONG, tariff=Tariff.VIRKE_BPA)))
    assert status(folder, START).ready.unsigned == ()
    shorter = replace(LONGER_DAY, values={**LONGER_DAY.values, "day_h": Decimal(12)})
    saved(folder, plan_of(brief_of(shorter, kind=LONG)))
    assert status(folder, START).ready.unsigned == ("langvakt",)


def test_a_new_version_is_one_that_nobody_has_approved(folder: Path) -> None:
    for step in (sent, talked, into_use):
        step(folder)
    saved(folder, swapped(plan_of(brief_of())))
    assert stage(folder) is Stage.DRAFT
    assert stage(folder / "versjoner" / "0001") is Stage.IN_USE
    assert standing(folder).discussion is None
    changes = status(folder, START).changes
    assert changes is not None
    assert sorted(one.who for one in changes.changes) == ["A1", "A1", "A2", "A2"]
    assert status(folder / "versjoner" / "0001", START).changes is None


def test_a_plan_sent_back_is_kladd_with_the_reason_and_must_be_discussed_again(folder: Path) -> None:
    sent(folder)
    talked(folder)
    assert send_back(folder, "Kari har ferie", "arbeidsgiver", NOW).sent_back == "Kari har ferie"
    sent(folder)
    assert stage(folder) is Stage.EMPLOYER
    assert standing(folder).discussion is None
    with pytest.raises(Faults, match="mangler hvorfor"):
        send_back(folder, "  ", "arbeidsgiver", NOW)


# -- § 10-3 ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("on", "fails"), [(IN_TIME, False), (LATE, True)])
def test_fourteen_days_are_counted_from_drofting_to_start(folder: Path, on: date, fails: bool) -> None:
    sent(folder)
    found = talked(folder, on, now=NOW + timedelta(days=5))
    assert found.notice.verdict.fails is fails
    assert found.notice.measured == (START - on).days


def test_thirteen_days_put_the_start_off_by_one(folder: Path) -> None:
    sent(folder)
    talked(folder, LATE, now=NOW + timedelta(days=5))
    with pytest.raises(Faults, match=r"13 dager før 04\.01\.2027(?s:.)*--from 2027-01-05"):
        into_use(folder)
    assert into_use(folder, Wish(since=date(2027, 1, 5))).use.since == date(2027, 1, 5)


def test_the_notice_of_a_change_of_what_runs_is_to_the_first_week_that_it_changes(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The days before are discussed and in use already. Here Kari and Ola exchange their last two shifts."""
    for step in (sent, talked, into_use):
        step(folder)
    plan = plan_of(brief_of())
    one, other = (shift.id for shift in plan.roster.frame.shifts[-2:])
    works = plan.roster.works - {("A1", one), ("A2", other)} | {("A2", one), ("A1", other)}
    saved(folder, Plan(plan.brief, Roster(plan.roster.frame, works)))
    sent(folder)
    found = talked(folder)
    assert (found.begins, found.notice.measured) == (Begins(START + timedelta(days=7), "0001"), 21)
    said = "Drøftet 21 dager før 11.01.2027. Loven krever minst 14 (aml § 10-3). Fram til da er planen lik versjon 0001"
    assert said in typed(capsys, "status", folder).out
    assert next(one for one in check_file(folder).report.findings if one.rule == plan_notice.ID).measured == 21
    assert into_use(folder).use.since == START + timedelta(days=7)


def test_only_a_tariffavtale_gives_shorter_notice(tmp_path: Path) -> None:
    for name, tariff, says in (("a", Tariff.NONE, "Uten tariffavtale"), ("b", Tariff.KS_HTA, "")):
        folder = tmp_path / name / "t"
        folder.parent.mkdir()
        saved(folder, plan_of(brief_of(tariff=tariff)))
        sent(folder)
        talked(folder, LATE, now=NOW + timedelta(days=5))
        if says:
            with pytest.raises(Faults, match=says):
                into_use(folder, Wish(notice_by="HTA"))
        else:
            assert into_use(folder, Wish(notice_by="HTA")).notice.verdict is Verdict.NEEDS_AGREEMENT


def test_a_day_before_the_version_was_made_is_said_to_be_about_another(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sent(folder)
    talked(folder, NOW.date() - timedelta(days=1))
    assert standing(folder).discussed_unseen
    assert "kan det ikke være denne versjonen de har sett" in typed(capsys, "status", folder).out
    send_back(folder, "på nytt", "arbeidsgiver", NOW)
    sent(folder)
    talked(folder, NOW.date())
    assert not standing(folder).discussed_unseen


def test_the_first_of_several_meetings_counts(folder: Path) -> None:
    sent(folder)
    talked(folder, IN_TIME, agreed=False)
    assert not talked(folder, IN_TIME + timedelta(days=3), now=NOW + timedelta(days=5)).notice.verdict.fails
    assert [one.agreed for one in standing(folder).discussions] == [False, True]


def test_drofting_has_a_day_that_has_been_and_an_outcome(folder: Path) -> None:
    sent(folder)
    with pytest.raises(Faults, match="enige eller uenige"):
        talked(folder, agreed=None)
    with pytest.raises(Faults, match="etter i dag"):
        talked(folder, NOW.date() + timedelta(days=1))


def test_without_elected_reps_it_is_discussed_with_the_assistants_and_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "t"
    saved(folder, plan_of(brief_of(reps=False)))
    sent(folder)
    with pytest.raises(Faults, match="skal stå hva assistentene sa"):
        talked(folder)
    assert not discuss(folder, Told(IN_TIME, True, note="Alle er fornøyde."), "arbeidsgiver", NOW).discussion.with_reps
    said = typed(capsys, "status", folder)
    assert "Ingen tillitsvalgte er valgt" in said.out
    assert "drøftet 21.12.2026 med assistentene" in said.out


# -- what follows a plan in use (D38) ---------------------------------------------------------------------


def test_a_swap_is_taken_into_use_without_drofting_and_nothing_else_is_called_a_swap(folder: Path) -> None:
    for step in (sent, talked, into_use):
        step(folder)
    plan = plan_of(brief_of())
    saved(folder, swapped(plan))
    used = into_use(folder, Wish(cause=Cause.SWAP))
    assert used.use.cause is Cause.SWAP
    assert used.before == "0001"
    assert used.changes is not None
    assert [one.notice(NOW.date()) for one in used.changes.changes] == [14, 14, 15, 15]
    assert stage(folder / "versjoner" / "0001") is Stage.REPLACED
    who, shift = min(plan.roster.works)
    saved(folder, Plan(plan.brief, Roster(plan.roster.frame, plan.roster.works - {(who, shift)})))
    for cause, says in ((Cause.SWAP, "ikke bare bytte"), (Cause.EXTRA, "ikke bare ekstravakter"), (Cause.MOVED, "HTA")):
        with pytest.raises(Faults, match=says):
            into_use(folder, Wish(cause=cause))
    assert stage(folder) is Stage.DRAFT


def test_a_shift_given_away_for_nothing_is_no_swap(folder: Path) -> None:
    for step in (sent, talked, into_use):
        step(folder)
    plan = plan_of(brief_of())
    who, shift = min(plan.roster.works)
    saved(folder, Plan(plan.brief, Roster(plan.roster.frame, plan.roster.works - {(who, shift)} | {("A3", shift)})))
    with pytest.raises(Faults, match="ikke bare bytte"):
        into_use(folder, Wish(cause=Cause.SWAP))


def test_an_extra_shift_takes_none_from_anybody(folder: Path) -> None:
    for step in (sent, talked, into_use):
        step(folder)
    brief = brief_of()
    more = replace(brief, needs=(*brief.needs, Need("D", When(frozenset({5})), 1)))
    frame = frame_of(more)
    saturday = next(one.id for one in frame.shifts if one.start.weekday() == 5)
    saved(folder, Plan(more, Roster(frame, plan_of(brief).roster.works | {("A3", saturday)})))
    assert into_use(folder, Wish(cause=Cause.EXTRA)).use.cause is Cause.EXTRA


@pytest.mark.parametrize("cause", [Cause.SWAP, Cause.EXTRA, Cause.MOVED])
def test_more_weeks_or_no_change_at_all_are_a_new_plan_by_any_name(folder: Path, cause: Cause) -> None:
    for step in (sent, talked, into_use):
        step(folder)
    brief = brief_of()
    saved(folder, plan_of(replace(brief, period=replace(brief.period, weeks=10))))
    with pytest.raises(Faults, match="andre datoer"):
        into_use(folder, Wish(cause=cause, note="lokal avtale"))
    saved(folder, plan_of(replace(brief, discussed=date(2026, 12, 1))))
    with pytest.raises(Faults, match="Ingen vakter er endret"):
        into_use(folder, Wish(cause=cause, note="lokal avtale"))
    assert stage(folder) is Stage.DRAFT


def test_a_forskyvning_gives_no_shift_to_another(folder: Path) -> None:
    for step in (sent, talked, into_use):
        step(folder)
    plan = plan_of(brief_of())
    who, shift = min(plan.roster.works)
    saved(folder, Plan(plan.brief, Roster(plan.roster.frame, plan.roster.works - {(who, shift)} | {("A3", shift)})))
    with pytest.raises(Faults, match="ikke bare forskyvning"):
        into_use(folder, Wish(cause=Cause.MOVED, note="lokal avtale"))


def test_a_forskyvning_needs_a_tariffavtale(tmp_path: Path) -> None:
    folder = tmp_path / "t"
    plan = plan_of(brief_of(tariff=Tariff.NONE))
    saved(folder, plan)
    for step in (sent, talked, into_use):
        step(folder)
    saved(folder, with_first_later(plan))
    with pytest.raises(Faults, match="Uten tariffavtale er det ingen forskyvning"):
        into_use(folder, Wish(cause=Cause.MOVED, note="lokal avtale"))


def test_nothing_is_a_change_of_what_is_not_in_use(folder: Path) -> None:
    with pytest.raises(Faults, match="Ingen versjon er i bruk"):
        into_use(folder, Wish(cause=Cause.SWAP))


def test_a_plan_that_was_in_force_may_be_again_without_new_notice(folder: Path) -> None:
    for step in (sent, talked, into_use):
        step(folder)
    saved(folder, swapped(plan_of(brief_of())))
    into_use(folder, Wish(cause=Cause.SWAP))
    into_use(folder / "versjoner" / "0001")
    assert stage(folder / "versjoner" / "0001") is Stage.IN_USE
    assert stage(folder) is Stage.REPLACED


# -- the commands ---------------------------------------------------------------------------------------


def test_the_commands_answer_in_words_and_in_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "t"
    saved(folder, plan_of(brief_of(LONGER_DAY, kind=LONG)))
    minutes = tmp_path / "protokoll møte.txt"
    minutes.write_text("Vi er enige.")
    assert "sendt til arbeidsgiveren" in typed(capsys, "submit", folder).out
    day = clock.today().isoformat()
    said = typed(capsys, "discuss", folder, "--agree", "--date", day, "--present", "Kari, Ola", "--minutes", minutes)
    assert "enige" in said.out
    paper = folder / "papirer" / "0003-protokoll_møte.txt"
    assert paper.read_text() == "Vi er enige."
    assert "Mente du «langvakt»?" in typed(capsys, "sign", folder, "langvak").err
    assert "«langvakt» er signert" in typed(capsys, "sign", folder, "langvakt", "--date", day).out
    content = json.loads(typed(capsys, "status", folder, "--json").out)
    assert (content["stage"], content["unsigned"], content["log"]["lines"]) == ("drøftet", [], 4)
    assert content["steps"][2]["about"]["present"] == ["Kari", "Ola"]
    assert content["steps"][2]["papers"] == ["papirer/0003-protokoll_møte.txt"]
    assert typed(capsys, "use", folder, "--because", "tull").code == 2
    assert "ikke mappa til en turnus" in typed(capsys, "status", tmp_path).err
    assert "finnes ikke" in typed(capsys, "status", tmp_path / "nei").err


def test_a_turnus_changed_by_hand_is_a_version_of_its_own_when_it_is_sent(tmp_path: Path) -> None:
    folder = tmp_path / "t"
    saved(folder, plan_of(brief_of()), workbook=True)
    file = tmp_path / "endret.xlsx"
    file.write_bytes((folder / "versjoner" / "0001" / "turnus.xlsx").read_bytes())
    with pytest.raises(Faults, match="skriv hvilken mappe med --into"):
        submit(file, None, "arbeidsleder", NOW)
    with pytest.raises(Faults, match="allerede lagret som versjon 0001"):
        submit(file, folder, "arbeidsleder", NOW)
    book = openpyxl.load_workbook(file)
    book["Vakter"]["G2"].value = "A3"
    book.save(file)
    found = submit(file, folder, "medarbeidsleder", NOW)
    assert (found.version.number, found.made, stage(folder)) == ("0002", True, Stage.EMPLOYER)
    origin = found.version.plan.origin
    assert origin is not None
    assert origin.changed_from == standing(folder / "versjoner" / "0001").fingerprint
