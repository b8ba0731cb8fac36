"""A workbook that came back, which may be no package of ours."""

from openpyxl import Workbook

from roster.reading.package_workbook import printed_in
from roster.wording.package_words import FRONT, SHEETS


def test_a_chart_by_the_name_of_the_front_is_no_package() -> None:
    book = Workbook()
    book.create_chartsheet(SHEETS[FRONT])
    assert printed_in(book) is None
