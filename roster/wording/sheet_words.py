"""Titles, headings and summaries of the sheets about persons, changes and the vedtak."""

from roster.domain.assistant import Assistant
from roster.domain.roster import Roster
from roster.domain.statistics import PersonStatistics
from roster.rules.series import red_series
from roster.wording.legend import AS_AGREED, difference_words
from roster.wording.numbers import counted, hours_said, percent
from roster.wording.numbers import hours_decimal as hours

# -- Per assistent ------------------------------------------------------------------------------------

SUMMARY_HEADINGS = (
    "Kode",
    "Fra–til",
    "Netto timer",
    "Antall",
    "Timer i alt",
    "Kveld 17–21",
    "Natt 21–06",
    "Lør/søn",
    "Rød dag",
)


def person_title(assistant: Assistant) -> str:
    """«Kari (A1): 71 % stilling, 25,2 timer i uka avtalt»."""
    name = f"{assistant.alias} ({assistant.id})" if assistant.alias != assistant.id else assistant.id
    week = hours(assistant.contract_week)
    return f"{name}: {percent(assistant.percent)} stilling, {assistant.position.value}, {week} timer i uka avtalt"


def person_summary(roster: Roster, one: PersonStatistics) -> str:
    """Hours against the position, weekends, nights and red days, in a sentence or two."""
    difference = float(-one.short) / 60
    word = difference_words(difference)
    against = word if word == AS_AGREED else f"{hours_said(abs(one.short))} {word}"
    weekends = f"{counted(one.weekends, 'helg', 'helger')} arbeidet av {one.weekends_of}"
    nights = counted(one.nights, "natt", "netter")
    series = red_series(roster, one.who)
    worked, every = len(series.worked_days), len(series.days)
    red = f"{worked} av {every} søndager og røde dager arbeidet, {every - worked} fri"
    return f"{hours_said(one.paid)}, {against}. {weekends}, {nights}. {red}."


# -- Endringer ----------------------------------------------------------------------------------------

CHANGES_TITLE = "Endringer fra grunnturnusen"
CHANGE_HEADINGS = ("Dato", "Ukedag", "Person-id", "Navn", "Linje", "Vakt", "Hvorfor")
BEFORE = "grunnturnus"
AFTER = "på datoen"
FREE = "fri"
SEVERAL = " og "


def changes_summary(number: int) -> str:
    return cells_changed(number, "Første linje er grunnturnusen, den neste det som gjelder på datoen.")


def cells_changed(number: int, how_told: str) -> str:
    """How many cells of the dates differ from the grunnturnus, and how these are told."""
    if number == 0:
        return "Turnusen med datoer er lik grunnturnusen hver dag."
    return f"{counted(number, 'rute er endret', 'ruter er endret')}. {how_told}"


# -- Vedtak -------------------------------------------------------------------------------------------

VEDTAK_TITLE = "Vedtaket: innvilget, planlagt og igjen, i timer"
VEDTAK_HEADINGS = (
    "Vedtakslinje",
    "Fra og med",
    "Til og med",
    "Timer per uke",
    "Timer per år",
    "Brukt før planen",
    "Ført til og med",
    "Gjelder",
)
ACCOUNT_HEADINGS = ("For", "Planen kan bruke", "Planlagt", "Igjen", "I ord", "Åpne vakter")
OVERDRAWN = "for mye planlagt"
LEFT = "innenfor"
WEEKS_TITLE = "Uke for uke. «Jevn del» er det planen kan bruke, delt likt på ukene."
WEEK_HEADINGS = ("Uke", "Fra", "Planlagt", "Jevn del", "Forskjell", "Igjen så langt")

CHART_AXIS = "timer"


def year_title(year: int) -> str:
    return f"Timekonto for {year}, måned for måned"


def account_name(year: int | None) -> str:
    return "hele grunnturnusen" if year is None else f"planens dager i {year}"
