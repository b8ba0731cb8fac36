"""The checklist of the package names paragraphs of the law that holds for the employer, and no other."""

from roster.wording.package_by_hand import HOUSEHOLD, HOUSEHOLD_HINT, checklist


def test_an_undertaking_has_the_working_environment_act() -> None:
    points = dict(checklist(("Kari",), household=False))
    assert "færre enn fem ansatte" in points["Verneombudet"]
    assert points["Verneombudet"].endswith("(aml § 6-1 (1), § 6-2 (4)).")
    assert points["Alenearbeid"].endswith("(aml § 4-1 (3)).")
    assert points["Opplæring"].endswith("(aml § 3-2 (1) a).")
    assert "aml § 10-11 (8)" in points["Helsekontroll for nattarbeidere"]
    assert points["Helsekontroll for nattarbeidere"].endswith("Gjelder i denne planen: Kari.")


def test_a_private_person_has_the_regulation_instead() -> None:
    points = dict(checklist((), household=True))
    assert not any("(aml" in text for text in points.values())
    assert "Verneombudet" not in points
    assert f"({HOUSEHOLD} § 14)" in points["Helsekontroll for nattarbeidere"]
    assert "privatperson" in HOUSEHOLD_HINT
