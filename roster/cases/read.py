"""A file of cases: each is read by itself, so that one that cannot be read does not hide the rest."""

import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from pydantic import ValidationError
from ruamel.yaml import YAML
from ruamel.yaml.constructor import SafeConstructor
from ruamel.yaml.error import YAMLError

from roster.cases.case import Ask, Broken, Case, Expected, Given, Outside
from roster.cases.format import CaseRow, ExpectRow
from roster.cases.given import given
from roster.domain.finding import Verdict
from roster.domain.spans import HOUR
from roster.reading.faults import Fault, Faults
from roster.rules import RULES

HOURS_A_WEEK = 168
_KNOWN = frozenset(one.id for one in RULES)
NO_YAML = "Fila er ikke gyldig YAML i UTF-8."
YAML_FAULTS = (YAMLError, ValueError, RecursionError)


def read_cases(path: Path) -> Iterator[Case | Broken]:
    """The cases of the file in its order; raises ``Faults`` where the file is no list of cases."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise Faults([Fault(path.name, "", f"Fila kan ikke leses: {error.strerror}.", "Sjekk navnet.")]) from None
    except ValueError:
        raise Faults([Fault(path.name, "", NO_YAML, "Sjekk innrykk og kolon.")]) from None
    try:
        listed = _loaded(text)
    except YAML_FAULTS:
        return _one_by_one(path, text)
    if isinstance(listed, dict) and isinstance(listed.get("cases"), list):
        listed = listed["cases"]
    if not isinstance(listed, list):
        raise Faults([Fault(path.name, "", "Fila er ikke en liste av tilfeller.", "Begynn hvert med «- id: …».")])
    return (_read(one, number) for number, one in enumerate(listed, start=1))


def _loaded(text: str) -> object:
    """What the YAML holds, dates as they are written: one that does not exist is a fault of its case alone."""
    yaml = YAML(typ="safe", pure=True)
    yaml.Constructor = _DatesAsWritten
    return yaml.load(text)


class _DatesAsWritten(SafeConstructor):
    pass


_DatesAsWritten.add_constructor("tag:yaml.org,2002:timestamp", SafeConstructor.construct_yaml_str)


def _one_by_one(path: Path, text: str) -> Iterator[Case | Broken]:
    """The cases of a file that is no YAML as a whole: each that is, and those that are not as broken."""
    pieces = [one for one in re.split(r"(?m)^(?=- )", text) if one.startswith("- ")]
    if not pieces:
        raise Faults([Fault(path.name, "", NO_YAML, "Sjekk innrykk og kolon.")])
    return (_piece(one, number) for number, one in enumerate(pieces, start=1))


def _piece(text: str, number: int) -> Case | Broken:
    try:
        listed = _loaded(text)
    except YAML_FAULTS as error:
        named = re.match(r"- +id: *(\S+)", text)
        return Broken(named[1] if named else f"nr. {number}", f"unreadable: {type(error).__name__}")
    return _read(listed[0] if isinstance(listed, list) and listed else None, number)


def _read(raw: object, number: int) -> Case | Broken:
    name = str(raw.get("id", f"nr. {number}")) if isinstance(raw, dict) else f"nr. {number}"
    try:
        row = CaseRow.model_validate(raw)
        return _case(row)
    except ValidationError as error:
        first = error.errors()[0]
        if isinstance(raw, dict) and raw.get("expect") == Outside.INPUT_FAULT.value and _of_input(error):
            return Case(name, Given(None, Outside.INPUT_FAULT, str(first["msg"])), outside=Outside.INPUT_FAULT)
        return Broken(name, f"unreadable: {'.'.join(map(str, first['loc']))}: {first['msg']}")
    except (ValueError, ArithmeticError) as error:
        return Broken(name, f"unreadable: {error}")


def _of_input(error: ValidationError) -> bool:
    """What cannot be read is all in what is given, not in what is asked of it."""
    return all(one["loc"][:1] in (("given",), ("shifts",)) for one in error.errors())


def _case(row: CaseRow) -> Case:
    expects = [] if isinstance(row.expect, str) else row.expect
    outside = row.expect if isinstance(row.expect, str) else None
    if row.answer == Outside.NOT_COVERED.value:
        outside = Outside.NOT_COVERED.value
    case = Case(
        id=row.id,
        given=given(row),
        expected=tuple(_expected(one.rule, one) for one in expects if _names_rule(one)),
        outside=None if outside is None else Outside(outside),
        only=row.only or any(one.only for one in expects),
        ask=_ask(row),
    )
    if not (case.expected or case.outside or case.only or case.ask):
        raise ValueError("the case expects nothing")
    return case


def _names_rule(row: ExpectRow) -> bool:
    """A row without a rule says that nothing else may fail, and no more: anything else it expects is of no rule."""
    if row.rule is None and (not row.only or row.model_fields_set - {"only", "who"}):
        raise ValueError("an expectation names no rule")
    return row.rule is not None


def _expected(rule: str | None, row: ExpectRow) -> Expected:
    """What must be said of the rule; one without a verdict asks for the numbers alone."""
    if rule not in _KNOWN:
        raise ValueError(f"{rule} is no rule")
    verdicts = tuple(row.verdict) or tuple(Verdict)
    per_unit = HOUR if (row.unit or "").startswith(("h", "t")) else 1
    return Expected(rule, verdicts, row.who, _whole(row.measured, per_unit), _whole(row.limit, per_unit))


def _whole(value: Decimal | None, per_unit: int) -> int | None:
    return None if value is None else round(value * per_unit)


def _ask(row: CaseRow) -> Ask | None:
    unknown = Outside.NOT_COVERED.value in (row.expect, row.answer)
    if (row.ask is None) is (row.answer is not None) and not unknown:
        raise ValueError("ask and answer go together")
    if row.ask is None:
        return None
    asked = dict(row.ask)
    named = asked.pop("who", None)
    who = None if named is None else str(named)
    if len(asked) != 1:
        raise ValueError("ask names one amount")
    kind, value = next(iter(asked.items()))
    answer = row.answer
    if answer is None or isinstance(answer, str):
        return Ask(kind, str(value), None, who)
    if kind == "full_time_week" and answer > HOURS_A_WEEK:
        answer /= HOUR  # written in minutes, or as 37:30
    return Ask(kind, str(value), answer, who)
