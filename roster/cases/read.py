"""A file of cases: each is read by itself, so that one that cannot be read does not hide the rest."""

from collections.abc import Iterator
from pathlib import Path

from pydantic import ValidationError
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from roster.cases.case import Ask, Broken, Case, Expected, Given, Outside
from roster.cases.format import CaseRow, ExpectRow
from roster.cases.given import given
from roster.reading.faults import Fault, Faults


def read_cases(path: Path) -> Iterator[Case | Broken]:
    """The cases of the file in its order; raises ``Faults`` where the file is no list of cases."""
    try:
        listed = YAML(typ="safe", pure=True).load(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise Faults([Fault(path.name, "", f"Fila kan ikke leses: {error.strerror}.", "Sjekk navnet.")]) from None
    except (YAMLError, ValueError):
        raise Faults([Fault(path.name, "", "Fila er ikke gyldig YAML i UTF-8.", "Sjekk innrykk og kolon.")]) from None
    if not isinstance(listed, list):
        raise Faults([Fault(path.name, "", "Fila er ikke en liste av tilfeller.", "Begynn hvert med «- id: …».")])
    return (_read(one, number) for number, one in enumerate(listed, start=1))


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
    return Case(
        id=row.id,
        given=given(row),
        expected=tuple(map(_expected, expects)),
        outside=None if outside is None else Outside(outside),
        only=row.only or any(one.only for one in expects),
        ask=_ask(row),
    )


def _expected(row: ExpectRow) -> Expected:
    return Expected(row.rule, tuple(row.verdict), row.who, _whole(row.measured), _whole(row.limit))


def _whole(value: object) -> int | None:
    return None if value is None else round(float(str(value)))


def _ask(row: CaseRow) -> Ask | None:
    unknown = Outside.NOT_COVERED.value in (row.expect, row.answer)
    if row.ask is None or (row.answer is None and not unknown):
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
    return Ask(kind, str(value), answer, who)
