"""The commands in the order in which a user meets them, under the headings of the help."""

from collections.abc import Mapping, Sequence

COMMAND_GROUPS: Mapping[str, Sequence[str]] = {
    "Lag en turnus": ("new", "needs", "staff", "plan", "explain"),
    "Les, kontroller og del": ("show", "check", "why", "diff", "export", "rules"),
    "Når noe endrer seg": ("who", "ask", "change"),
    "Røde dager, ferie og andre uker": ("holidays", "vacation", "special", "fairness"),
    "Når måneden er over": ("worked", "saldo"),
    "Følg med på vedtaket": ("hours",),
    "Regn ut lønn og kostnader": ("cost", "payroll"),
    "Få planen drøftet, signert og tatt i bruk": (
        "package", "submit", "discuss", "agreements", "sign", "return", "use", "status", "verify",
    ),
}  # fmt: skip
