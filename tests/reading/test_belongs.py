"""Words that are chosen in rows of a part, written as a part or a field of their own."""

from pathlib import Path

import pytest

from tests.reading.small import changed, faults_of, only


@pytest.mark.parametrize(
    ("word", "where"),
    [
        ("ferie", "«tilgjengelighet»: lag en rad der med «gjelder: ferie»."),
        ("Fast vakt", "«tilgjengelighet»: lag en rad der med «gjelder: fast vakt»."),
        ("sykefravær", "«fravær»: lag en rad der med «gjelder: sykefravær»."),
        ("opplæring", "«hendelser»: lag en rad der med «slag: opplæring»."),
    ],
)
def test_a_word_that_is_chosen_elsewhere_is_told_where(word: str, where: str, tmp_path: Path) -> None:
    as_part = only(faults_of(changed("vakter:\n", f"{word}: [2027-01-11]\nvakter:\n"), tmp_path))
    assert (as_part.what, as_part.way_out) == (f"Ukjent del «{word}».", f"Det står i delen {where}")
    as_field = only(faults_of(changed("tid: 8–14", f"tid: 8–14, {word}: ja"), tmp_path))
    assert (as_field.what, as_field.way_out) == (f"Ukjent felt «{word}».", f"Det står i delen {where}")
