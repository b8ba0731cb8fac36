"""The words of the workbook: titles, what letters and codes mean, and the terms that reps use."""

from datetime import timedelta

from roster.domain.brief import Brief
from roster.domain.finding import Verdict
from roster.domain.frame import Frame
from roster.domain.kinds import Form, Lines
from roster.domain.shift import Shift
from roster.wording.finding_words import VERDICTS
from roster.wording.numbers import counted, long_date, short_date

AS_AGREED = "som avtalt"
TOO_LITTLE = "for lite"
TOO_MUCH = "mer enn avtalt"
HINT = (
    "Bokstavene er vakter, F1 er ukefri og F2 annen fridag: se bladet Tegnforklaring."
    " L og S er lørdag og søndag. En tom rute er en dag uten vakt."
)
COVER_TITLE = "Dekning per dag"
COVER_HINT = "Hvor mange som er satt på hver vakt, og under det hvor mange som trengs. Etter dagene: antall i uka."
COVER_BEFORE = "Tallene for dekningen står under ukene, på sidene foran."
MISSING_ROW = "Mangler"


def on_duty(kind: str) -> str:
    return f"Satt: {kind}"


def needed(kind: str) -> str:
    return f"Behov: {kind}"


def period_title(frame: Frame) -> str:
    """What the plan is and when: «Fjellrev: kalenderplan, 12 uker fra mandag 4. januar 2027»."""
    brief = frame.brief
    start = long_date(frame.first_day)
    weeks = counted(frame.weeks, "uke", "uker")
    if frame.cyclic:
        walk = "rullerende" if brief.period.lines is Lines.COMMON else "egne turnuslinjer"
        return f"{brief.arrangement.alias}: grunnturnus, {weeks}, {walk}, fra {start}"
    form = "utrullet grunnturnus" if brief.period.form is Form.CYCLE else "kalenderplan"
    return f"{brief.arrangement.alias}: {form}, {weeks} fra {start}"


def short_mark(fingerprint: str) -> str:
    """The first 16 digits of a fingerprint, said to be its start, as they stand on every page."""
    return f"Fingeravtrykket begynner med {' '.join(fingerprint[start : start + 4] for start in range(0, 16, 4))}"


def week_title(frame: Frame, week: int) -> str:
    """«Uke 2», with the calendar's week where there are dates."""
    if week >= frame.weeks:
        return "Siste døgn"
    if frame.cyclic:
        return f"Uke {week + 1}"
    number = frame.dates[week * 7].isocalendar().week
    return f"Uke {week + 1}" if number == week + 1 else f"Uke {week + 1} (kalenderuke {number})"


def first_time(frame: Frame, week: int) -> str:
    """«Uke 2, først 11.01.2027 (kalenderuke 2)» in a grunnturnus; with dates as ``week_title``."""
    if not frame.cyclic or week >= frame.weeks:
        return week_title(frame, week)
    day = frame.dates[week * 7]
    return f"{week_title(frame, week)}, først {short_date(day)} (kalenderuke {day.isocalendar().week})"


def times(shift: Shift) -> str:
    """«07.30–15.00»."""
    return f"{shift.start:%H.%M}–{shift.end:%H.%M}"


def difference_words(difference: float) -> str:
    """The difference in hours in a word, so that its sign is not all."""
    if abs(difference) < 0.05:
        return AS_AGREED
    return TOO_LITTLE if difference < 0 else TOO_MUCH


def one_in(weekends: int, every: int) -> str:
    """Every how many weekends are worked: «1/3», or «9 av 12» where that is no whole number."""
    if not weekends:
        return "ingen"
    return f"1/{every // weekends}" if every % weekends == 0 else of_all(weekends, every)


def of_all(number: int, every: int) -> str:
    return f"{number} av {every}"


CODE_HEADINGS = (
    "Kode",
    "Navn",
    "Fra–til",
    "Slag, pauser og hvile",
    "Lengde timer",
    "Betalte timer",
    "Betalt t:min",
    "Arbeidstid timer",
    "Vedtakstimer",
)
LEGEND_TITLE = "Tegnforklaring"
CODES_TITLE = "Vakter og hendelser. Tallene her er det summene i Turnus regnes av."
FREE_TITLE = "Fridager"
VERDICT_TITLE = "Ordene i bladet Kontroll"
TERMS_TITLE = "Andre ord og tall"
FREE_DAYS = {
    "F1": (
        "Ukefridag",
        "Den ukentlige arbeidsfrien etter aml § 10-8 (2): minst 35 timer fri på rad, 28 der det er avtalt."
        " Nøyaktig én i hver uke, søndag når det går. I ei ferieuke kan den være skjult av FE. Ei uke uten F1 har"
        " ukefrien i ei fri tid uten et helt kalenderdøgn: se kontrollen av ukentlig hvile.",
    ),
    "F2": ("Ekstra ukefridag", "Den andre fridagen i uka. Den har ingen fast lengde, og ligger helst inntil F1."),
    "F3": (
        "Helgedagsfri",
        "Fri med lønn på en rød dag i stedet for ei vakt i grunnturnusen, fordi assistenten arbeider den forrige røde"
        " dagen, eller skal ha halvparten av dem fri.",
    ),
    "F4": ("Godtgjøringsfri", "Fri med lønn i stedet for tillegg for en rød dag. Avtales med leder."),
    "F5": ("Erstatningsfridag", "Fri med lønn fordi F1 i grunnturnusen falt på en rød dag som ikke er søndag."),
    "FR": ("Fravær", "Borte, etter grunnlaget eller meldt siden. Timene skal ikke arbeides inn."),
    "FE": (
        "Ferie",
        "Ferie som står i grunnlaget. Timene skal ikke arbeides inn: de trekkes fra det stillingen skal fylle.",
    ),
}
EMPTY_CELL = ("tom rute", "Dag uten vakt", "Ingen vakt begynner denne dagen, men ei nattevakt kan slutte på den.")
MOVED = ("*", "Stjerne", "Vakta er flyttet for hånd og har andre tider enn koden. Tidene står i tabellen over.")
TERMS = (
    (
        "Betalte timer",
        "Klokketid uten pauser som ikke er arbeidstid. Hvilende tid regnes med den faktoren avtalen har."
        " Alle summer i Turnus er betalte timer.",
    ),
    (
        "Arbeidstid",
        "Tiden som faktisk går, hvilende tid én til én. Grensene i loven måles med den. Når klokka stilles,"
        " har natta én time mer eller mindre enn klokketida.",
    ),
    ("Vedtakstimer", "Timene vakta trekker av vedtaket: klokketid, hvilende tid med vedtakets faktor."),
    ("Snitt t/uke", "Gjennomsnitt: sum timer delt på antall uker i planen."),
    ("Avtalt t/uke", "Stillingsprosent ganger timer i full stilling per uke."),
    (
        "Differanse",
        "Sum timer minus det stillingen skal fylle. Minus og «for lite» betyr at timer mangler,"
        " pluss og «mer enn avtalt» at det er flere timer enn stillingen.",
    ),
    ("Hvilken dag", "En vakt hører hel til dagen og uka den begynner i. Ei natt står på kvelden den begynner."),
    (
        "Helger arbeidet",
        "En helg er arbeidet når en vakt begynner lørdag eller søndag, eller fredag etter kl. 18."
        " 1/3 betyr hver tredje helg.",
    ),
    (
        "Søndag, rød dag",
        "Søndager og helligdager med arbeid, av alle i planen. Helga begynner kl. 18 dagen før (kl. 15 jul-, påske- og"
        " pinseaften) og slutter kl. 22 (aml § 10-10). En vakt telles på den røde dagen der det meste av den røde tida"
        " ligger, så ei vakt fra lørdag kveld kan telle som søndag. Kontroll legger vakta på samme dag, men teller for"
        " seg i hver periode på 26 uker der snitt er avtalt (aml § 10-8 (4)).",
    ),
    ("Korteste hvile", "Den korteste av de lengste fristundene i de 24 timene etter hver gang arbeidet begynner."),
    (
        "Kveld, natt, lør/søn",
        "Klokketimer uten pauser som ikke er arbeidstid: mellom 17 og 21, mellom 21 og 06, og fra lørdag kl. 00 til"
        " søndag kl. 24.",
    ),
    (
        "Rød dag",
        "Likedan på helligdager, 1. og 17. mai, kl. 00–24. En rød søndag står også under lør/søn.",
    ),
    (
        "Vakter",
        "Bladet Vakter er det som teller når fila leses inn igjen. Du kan flytte en vakt ved å endre dato, start,"
        " slutt eller person-id, sette en person på en åpen vakt, slette en rad eller legge til en."
        " Ukedag, navn og timer regnes ut på nytt.",
    ),
    ("Summer", "Summene i Turnus er formler. De regner med kodene i rutene og timene i tabellen over."),
)
VERDICT_MEANINGS = {
    Verdict.BREACH: (
        "Ulovlig, og arbeidsgiveren kan ikke rette på det med en avtale her. Står det «Bare mulig med», er det noe som"
        " ligger utenfor ordningen: tariffavtale, fagforening med innstillingsrett (aml § 10-12 (4)) eller"
        " Arbeidstilsynet."
    ),
    Verdict.NEEDS_AGREEMENT: "Det kan tillates med en avtale. Den er nevnt, med hvem som må skrive under.",
    Verdict.MISSING: "Et krav fra grunnlaget er ikke oppfylt, for eksempel at en vakt står åpen.",
    Verdict.CONSIDER: "Loven kan leses på flere måter, eller en strengere lesning ville ikke tillatt det.",
    Verdict.OK: "Regelen er kontrollert og holdt. Målt verdi og grense står ved siden av.",
}


def verdicts() -> list[tuple[str, str]]:
    """The words of ``Kontroll`` with what they mean."""
    return [(VERDICTS[verdict], meaning) for verdict, meaning in VERDICT_MEANINGS.items()]


def name_of(name: str, moved: bool) -> str:
    return f"{name}, flyttet for hånd" if moved else name


def about(brief: Brief, shift: Shift) -> str:
    """The kind of a shift, with its breaks and resting parts, in words."""
    said = [shift.event.value if shift.event else shift.sort.value]
    kind = next((one for one in brief.kinds if one.code == shift.kind), None)
    if kind is not None and shift.event is None:
        said += [f"hviler {_within(shift, part.start, part.end)}" for part in kind.resting]
        for one in kind.breaks or ():
            sort = "er arbeidstid" if one.working else "er ikke arbeidstid"
            said.append(f"pause {_within(shift, one.start, one.end)}, {sort}")
        if kind.breaks == ():
            said.append("ingen pause")
    return "; ".join(said)


def _within(shift: Shift, start: int, end: int) -> str:
    return f"{shift.start + timedelta(minutes=start):%H.%M}–{shift.start + timedelta(minutes=end):%H.%M}"
