"""What is proven of a folder, what is not, and what has been changed, in words."""

from datetime import datetime
from zoneinfo import ZoneInfo

from roster.domain.clock import OSLO
from roster.wording.course_words import in_fours
from roster.wording.numbers import counted, short_date

ALL_AS_LOGGED = "Alle filene er slik loggen sier, og loggen henger sammen."
LOG_CUT_OFF = "Loggen er endret: den siste linja er ikke hel."
NOT_PROVEN = (
    "Dette er ikke bevist uten et fingeravtrykk fra papiret: at ikke noen har skrevet om både filene og loggen, eller"
    " tatt bort de siste linjene i loggen.",
    "Skriv av fingeravtrykket fra det som ble skrevet ut: roster verify MAPPE --against FINGERAVTRYKK.",
)
ONLY_VERSION = (
    "Det beviser versjonen, men ikke loggen. Skriv også loggens fingeravtrykk fra utskriften med --against for å bevise"
    " hvem som har gjort hva."
)
ONLY_LOG = "Det beviser loggen til og med den linja, og alle filene den nevner."


def not_a_fingerprint(typed: str, least: int) -> tuple[str, str]:
    shown = typed if len(typed) <= 80 else f"{typed[:77]}…"
    return (
        f"«{shown}» er ikke et fingeravtrykk.",
        f"Skriv minst {least} tegn av det som står på utskriften: tallene 0–9 og bokstavene a–f.",
    )


def log_broken(line: int, lines: int) -> str:
    if line == 1:
        return "Loggen er endret: den første linja er ikke begynnelsen på en logg."
    return f"Loggen er endret: linje {line} av {lines} henger ikke sammen med linja før, så en av dem er endret."


def file_gone(name: str) -> str:
    return f"{name} mangler, og loggen sier at den skal være der."


def file_changed(name: str) -> str:
    return f"{name} er endret etter at den ble lagret."


def file_unknown(name: str) -> str:
    return f"{name} er det ingen linje om i loggen."


def version_wrong(number: str, why: str) -> str:
    return f"Versjon {number} er ikke slik den ble lagret: {why}"


def version_not_as_logged(number: str) -> str:
    return f"Versjon {number} har et annet fingeravtrykk enn loggen sier."


def version_line(number: str, fingerprint: str) -> str:
    return f"Versjon {number} har fingeravtrykket {in_fours(fingerprint)}"


def head_line(lines: int, head: str) -> str:
    return f"Loggen har {counted(lines, 'linje', 'linjer')}, og fingeravtrykket {in_fours(head)}"


def proved_version(printed: str, number: str) -> str:
    return f"Fingeravtrykket {in_fours(printed)} er det versjon {number} har: den er som da den ble skrevet ut."


def proved_log(printed: str, line: int, when: datetime, later: int) -> str:
    at = when.astimezone(ZoneInfo(str(OSLO.zone)))
    said = (
        f"Fingeravtrykket {in_fours(printed)} er det loggen hadde etter linje {line},"
        f" {short_date(at.date())} kl. {at:%H.%M}."
    )
    more = f" {counted(later, 'linje er', 'linjer er')} kommet til etter det." if later else " Ingenting er kommet til."
    return said + more


def not_found(printed: str) -> str:
    return (
        f"Ingenting i mappa har fingeravtrykket {in_fours(printed)}."
        " Enten er det skrevet feil av, eller så er versjonen eller loggen endret etter utskriften."
    )


def wrong_title(number: int) -> str:
    return f"{counted(number, 'ting', 'ting')} er ikke slik det ble lagret:"
