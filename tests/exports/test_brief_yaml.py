"""What is written as YAML is read as it was, whatever a user has written in it."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from roster.exports.yaml_parts import OneLine, part
from roster.reading.tree import Items, Node, Row, Text
from roster.reading.yaml_source import read_yaml

texts = st.one_of(
    st.text(
        st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn"), include_characters="\n\t"),
        max_size=12,
    ),
    st.sampled_from(("ja", "2027-01-04", "37,5", "~", "null", "- a", "a: b", "#", "[x", "{y}", "12 %", "&a", "*", "!")),
)
names = st.text("abcdefghåæø", min_size=1, max_size=6)
values = st.recursive(
    texts, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(names, inner, max_size=3), max_leaves=6
)


def said(node: Node) -> object:
    match node:
        case Text():
            return node.text
        case Items():
            return [said(one) for one in node.items]
        case Row():
            return {node.written[name]: said(one) for name, one in node.values.items()}


@settings(max_examples=30, deadline=None)
@example("to linjer\nog # mer: enn det")
@example({"navn": "Dag\nvakt", "kode": '"', "dager": ["man, tir", "'"]})
@given(values)
def test_a_part_is_read_as_it_was(value: object) -> None:
    assert said(read_yaml(part("del", value), "f.yaml").tree) == {"del": value}


@settings(max_examples=40, deadline=None)
@example({"a": "?0"})
@example({"a": ": a"})
@given(st.dictionaries(names, texts, min_size=1, max_size=4))
def test_a_row_on_one_line_is_read_as_it_was(row: dict[str, str]) -> None:
    assert said(read_yaml(part("del", [OneLine(row)]), "f.yaml").tree) == {"del": [row]}


def test_dates_and_numbers_stand_as_a_user_writes_them() -> None:
    row = OneLine({"vakt": "D", "dager": "man, tir", "antall": "1"})
    assert part("behov", [row]) == "behov:\n  - {vakt: D, dager: 'man, tir', antall: 1}\n"
    assert (
        part("periode", {"start": "2027-01-04", "røde dager": "ja"})
        == "periode:\n  start: 2027-01-04\n  røde dager: ja\n"
    )
