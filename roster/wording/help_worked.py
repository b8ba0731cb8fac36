"""The help of what looks back: the roster of any date as it was known, and what was really worked."""

from collections.abc import Mapping

from roster.wording.help_parts import CommandHelp

WORKED_HELP: Mapping[str, CommandHelp] = {}

WORKED_OPTIONS: Mapping[str, str] = {
    "on": "En dato. Da leses uka den ligger i, av versjonen som gjaldt.",
    "known": "Sammen med --on: slik det var kjent denne dagen. Uten: slik det er kjent nå.",
}

WORKED_METAVARS: Mapping[str, str] = {
    "on": "ÅÅÅÅ-MM-DD",
    "known": "ÅÅÅÅ-MM-DD",
}

KNOWN_OF_WHAT = "--known trenger --on, som sier hvilken dato turnusen skal leses for."
ON_OR_WEEK = "Velg enten --on eller --week, for begge sier hvilken uke som leses."
