"""Red days by name, and why somebody has F3, F4 or F5, as reps write it."""

from datetime import date

from roster.domain.days import red_names
from roster.wording.numbers import inside, weekday


def red_day(day: date) -> str:
    """«langfredag 26.3.», «søndag 4.4.»."""
    return f"{inside(red_names(day.year).get(day, weekday(day)))} {day.day}.{day.month}."


def day_off(code: str, red: date, worked: date | None = None) -> str:
    """Why the shift is off with pay; ``red`` is the red day that it lies on or that gave it."""
    match code:
        case "F3" if worked is not None:
            return f"Arbeider {red_day(worked)} Følgende røde dag er {red_day(red)} → F3, fri med lønn."
        case "F3":
            return (
                f"Skal ha halvparten av de røde dagene fri i snitt. Vakta hører til {red_day(red)} → F3, fri med lønn."
            )
        case "F4":
            return f"Tar ut tillegget for {red_day(red)} som fri → F4, fri med lønn."
        case _:
            return f"Ukefridagen (F1) i grunnturnusen falt på {red_day(red)} → F5, ny fridag med lønn."
