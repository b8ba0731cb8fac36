"""The sheet ``Godkjenning``: what a rep fills in, under the same words when it is written and when it is read back."""

from roster.wording.numbers import listed

APPROVAL = "Godkjenning"
TITLE = "Godkjenning: svar på denne versjonen"
HOW = (
    "Fyll ut rutene under, lagre arbeidsboka og send den tilbake.",
    "Endre ikke noe i de andre arkene. Skriv heller en kommentar her, eller en merknad i ruta det gjelder.",
    "Svaret gjelder bare versjonen med fingeravtrykket under.",
    "Drøfting er ikke en avtale. Avtaler om arbeidstid signeres for seg.",
)
WITH_ASSISTANTS = "Ingen tillitsvalgte er valgt. Planen drøftes med assistentene (aml § 10-3)."
FINGERPRINT = "Fingeravtrykk"
AGREED = "Enig eller uenig"
DISCUSSED = "Dato for drøftingen"
PRESENT = "Til stede"
NAME = "Navn eller rolle"
DATE = "Dato for svaret"
COMMENT = "Kommentar til hele planen"
FIELDS = (AGREED, DISCUSSED, PRESENT, NAME, DATE, COMMENT)
HINTS = {
    AGREED: "enig eller uenig",
    DISCUSSED: "for eksempel 15.12.2026. La den stå tom når planen ikke er drøftet.",
    PRESENT: "roller eller navn, med komma mellom",
    NAME: "den som svarer",
    DATE: "for eksempel 16.12.2026",
    COMMENT: "",
}
YES, NO = "enig", "uenig"
COMMENTS_TITLE = "Kommentarer til rader eller ruter"
COMMENT_HEADINGS = ("Ark", "Rad eller rute", "Kommentar")
ROWS = 30
"""Empty rows for comments."""


# -- what is wrong with an answer -----------------------------------------------------------------------


NO_SHEET = (
    "Arket «Godkjenning» mangler.",
    "Svar i arbeidsboka fra mappa «versjoner», og la arket stå.",
)
NO_FIELD = ("Feltet «{}» mangler i arket.", "Skriv navnet på feltet inn igjen i kolonne A.")
NEITHER = ("Det står «{}», men svaret må være enig eller uenig.", "Velg enig eller uenig i lista.")
NO_DATE = ("«{}» er ikke en dato.", "Skriv for eksempel 15.12.2026.")
DISCUSSED_HOW = (
    "Det står når planen er drøftet, men ikke om dere er enige.",
    "Velg enig eller uenig i lista, eller la datoen stå tom hvis planen ikke er drøftet.",
)
CORRECT_DATE = "Rett datoen i arket Godkjenning."
EMPTY = (
    "Arket «Godkjenning» er ikke fylt ut: det er verken svar eller kommentarer.",
    "Fyll det ut, lagre og prøv igjen.",
)
DAMAGED = (
    "Arbeidsboka er skadet: delen {} er ikke hel.",
    "Be om å få den sendt på nytt.",
)
NOTHING_ELSE = "Alt i arbeidsboka utenom arket Godkjenning er som i versjonen."
CHANGED = "Endre det tilbake, eller lag en ny versjon av turnusen. Svaret kan ikke gjelde en annen turnus."
OTHER_LOG = (
    "Loggens fingeravtrykk på forsida er ikke noe loggen i denne mappa har hatt.",
    "Velg mappa som pakka kom fra, eller be om et svar på en ny pakke.",
)
NO_ORIGINAL = (
    "Versjonen har ingen arbeidsbok som er slik den ble lagret, så svaret kan ikke sammenlignes.",
    "Skriv «roster verify» for å se hva som er endret.",
)


def changed(before: str, after: str) -> str:
    """A cell that is not as in the version."""
    return f"Ruta er endret fra {before} til {after}."


def value_words(value: object) -> str:
    """What stands in a cell, shortened; «tom» when nothing does."""
    if value is None or value == "":
        return "tom"
    shown = f"{value:g}".replace(".", ",") if isinstance(value, float) else str(value)
    return f"«{shown if len(shown) <= 60 else shown[:57] + '…'}»"


def formula_words(formula: object) -> str:
    return f"formelen {value_words(formula)}" if formula else "ingen formel"


def more_cells(number: int) -> str:
    return f"Og {number} ruter til er endret."


def other_version(answers: str | None, asked: str) -> tuple[str, str]:
    """The answer is to another version than the one asked for; None: to none in the folder."""
    if answers is None:
        return (
            "Svaret gjelder en turnus som ikke er i denne mappa.",
            "Velg mappa som turnusen kom fra, eller be om et svar på den nye versjonen.",
        )
    return (
        f"Svaret gjelder versjon {answers}, ikke versjon {asked}.",
        f"Be om et svar på versjon {asked}, eller skriv mappa til versjon {answers}.",
    )


def sheets_changed(missing: list[str], added: list[str]) -> str:
    said = []
    if missing:
        said.append(f"arket {listed([f'«{one}»' for one in missing])} mangler")
    if added:
        said.append(f"arket {listed([f'«{one}»' for one in added])} er kommet til")
    return f"Arkene er ikke de samme: {' og '.join(said)}."
