"""The sentences that a run says while it goes on and when it is over."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from roster.domain.finding import Finding
from roster.domain.plan import Plan
from roster.wording.numbers import hours_said
from roster.wording.plan_words import counted, seconds
from roster.wording.summary import summary

# -- during a run -----------------------------------------------------------------------------------


class Better(Protocol):
    """The best roster so far: ``open`` places, ``short`` minutes under contract, wishes not met of all."""

    @property
    def cost(self) -> int: ...
    @property
    def bound(self) -> int: ...
    @property
    def open(self) -> int: ...
    @property
    def short(self) -> int: ...
    @property
    def wishes_broken(self) -> int: ...
    @property
    def wishes(self) -> int: ...


def progress(spent: float, best: Better | None) -> str:
    """How far a run has come after so many seconds, in words."""
    if best is None:
        return f"{seconds(spent)} s: leter etter den første turnusen."
    said = ["alle vakter dekket" if best.open == 0 else f"{counted(best.open, 'plass', 'plasser')} uten folk"]
    said.append("alle har avtalt tid" if best.short == 0 else f"{hours_said(best.short)} under avtalt tid")
    if best.wishes:
        said.append(f"{best.wishes - best.wishes_broken} av {best.wishes} ønsker")
    return f"{seconds(spent)} s: {', '.join(said)}; {_how_far(best.cost, best.bound)}."


def _how_far(cost: int, bound: int) -> str:
    return "bedre går det ikke" if bound >= cost else "leter etter en bedre"


def looking_for_reasons(spent: float, best: Better | None) -> str:
    """How far an explanation has come."""
    return f"{seconds(spent)} s: leter etter hva som står i veien."


def looking_for_swap(spent: float) -> str:
    """How far ``roster why`` has come."""
    return f"{seconds(spent)} s: leter etter et bytte som gjør at det går."


STAGES: Mapping[str, str] = {
    "looking-on": "Noen vakter er ikke fylt ennå. Vi leter litt lenger enn du ba om, høyst ett minutt.",
    "alternatives": "Leter etter andre turnuser som er nesten like gode.",
    "dates": "Ruller grunnturnusen ut til datoer.",
}
"""What a run does after the search for its roster."""


def still(spent: float, stage: str) -> str:
    """The run is at the same stage after so many seconds."""
    return f"{seconds(spent)} s: {stage[:1].lower()}{stage[1:]}"


def looked_on(seconds_more: float) -> str:
    """Afterwards, that the run took longer than it was given."""
    return f"Vi lette {seconds(seconds_more)} sekunder lenger enn du ba om, siden vakter sto åpne."


STOPPING = "Stopper, og tar vare på den beste turnusen. Trykk Ctrl-C en gang til for å avbryte helt."
BROKEN_OFF = "Avbrutt. Ingenting er lagret."
PLANNING = "Lager turnus. Trykk Ctrl-C når den er god nok."


# -- after a run ------------------------------------------------------------------------------------


def outcome(plan: Plan, findings: Iterable[Finding], rollout: Iterable[Finding] | None) -> tuple[str, ...]:
    """The sentence that says it all; of a grunnturnus, another for its dates."""
    said = summary(plan.roster, findings)
    return (said,) if plan.rollout is None else (said, on_dates(plan, rollout))


def on_dates(plan: Plan, findings: Iterable[Finding] | None) -> str:
    """The same of the roll-out of a grunnturnus; empty where there is none."""
    return "" if plan.rollout is None else f"På datoer: {summary(plan.rollout, findings)}"


def stopped(spent: float) -> str:
    return f"Du stoppet etter {seconds(spent)} sekunder. Den beste turnusen så langt er tatt vare på."


def stopped_with_nothing(spent: float) -> tuple[str, ...]:
    """Ctrl-C came before the first roster."""
    return (f"Du stoppet etter {seconds(spent)} sekunder, før det var funnet noen turnus. Ingenting er lagret.",)


def not_in_time(spent: float) -> tuple[str, ...]:
    """Neither a roster nor a reason."""
    return (
        f"Vi fant ingen turnus på {seconds(spent)} sekunder, og vi vet ikke om det går.",
        "Prøv med mer tid, for eksempel --seconds 600, eller skriv «roster explain» for å se om noe står i veien.",
    )


def quick_dates(stopped_by_user: bool, missing: int) -> str:
    """The dates of a grunnturnus are a copy, less the shifts that rules, vacation or red days stand in the way of."""
    why = "Siden du stoppet" if stopped_by_user else "Siden tiden var ute"
    said = f"{why}, er datoene bare en kopi av grunnturnusen, uten vaktene som ikke går på datoen."
    if not missing:
        return f"{said} Alle vakter er dekket også på datoene."
    places = counted(missing, "plass er åpen", "plasser er åpne")
    return f"{said} {places} på datoene. Lag den på nytt med mer tid for å fylle dem, for eksempel --seconds 600."


def open_in_time(missing: int) -> str:
    """Need is open, and nothing shows that it has to be."""
    places = counted(missing, "plass er ikke fylt", "plasser er ikke fylt")
    return f"{places}, og vi vet ikke om det går. Prøv med mer tid, for eksempel --seconds 600."


def how_good(proven: bool) -> str:
    """What the solver knows about better rosters; its points are for programs, and stand in the JSON."""
    return "Det finnes ingen bedre turnus etter disse ønskene." if proven else "Mer tid kan gi en bedre turnus."


def where(version: str, files: Sequence[str]) -> tuple[str, ...]:
    """Where the files are; many calendars are one line."""
    single = [name for name in files if "/" not in name]
    folders = sorted({name.rsplit("/", 1)[0] for name in files if "/" in name})
    lines = [f"Turnusen ligger i {version}:", *(f"  {name}" for name in single)]
    for folder in folders:
        number = sum(name.startswith(f"{folder}/") for name in files)
        lines.append(f"  {folder}/ ({counted(number, 'kalender', 'kalendere')}, som utkast)")
    return tuple(lines)


def written(folder: str, files: Sequence[str]) -> tuple[str, ...]:
    """What was exported."""
    return (f"Skrevet i {folder}:", *(f"  {name}" for name in files))


def made_brief(path: str) -> tuple[str, ...]:
    """A starter file is there."""
    return (f"{path} er laget.", f"Fyll den ut, og skriv «roster check {path}» for å se om noe mangler.")


NOT_SETTLED = "Vi rakk ikke å finne ut om det går. Gi mer tid med --seconds, eller lag turnusen med «roster plan»."
NOTHING_IN_THE_WAY = "Vi fant ingenting som står i veien for en turnus."
NOTHING_SHOWN = "Lag den med «roster plan»."
SHEETS_DIFFER = "Arkene i arbeidsboka sier ikke det samme. Dette er kontrollert slik det står i Vakter:"
BRIEF_IS_FINE = "Grunnlaget har ingen feil."

# -- when it cannot be done ---------------------------------------------------------------------------

IMPOSSIBLE = "Det går ikke, fordi dette ikke kan gjelde samtidig:"
MAYBE_FEWER = "Det kan være færre grunner enn dette. Vi rakk ikke å prøve alle. Gi mer tid med --seconds."
OPEN_AS_ASKED = "Vedtaket rekker ikke til alle vaktene, og grunnlaget sier at de da kan stå åpne."
NOTHING_SAVED = "Det ble ingen turnus, så ingenting er lagret."
BEST_LEAVES_OPEN = "Disse vaktene står åpne i den beste turnusen som går an:"
STILL_OPEN = "Disse vaktene sto åpne da tiden var ute. Mer tid kan fylle flere, for eksempel --seconds 600:"
SOME_STAY_OPEN = "Disse vaktene står åpne. Noen må stå åpne, men mer tid kan gi færre:"


def more_open(number: int) -> str:
    if number == 1:
        return "1 vakt til står åpen. Den står i arbeidsboka."
    return f"{number} vakter til står åpne. De står i arbeidsboka."


def way_out_line(said: str) -> str:
    return f"Det kan gå {said}."


STOPPED_LOOKING = "Du stoppet før vi visste om noe står i veien."
