"""What is said of a roster that was made elsewhere, besides the findings."""

from roster.wording.numbers import counted


def after_plan(number: int) -> str:
    return f"{counted(number, 'vakt ligger', 'vakter ligger')} etter planen og er ikke med."


def before_list(number: int) -> str:
    return f"{counted(number, 'tidligere vakt', 'tidligere vakter')} er lest."


def past_of_others(number: int) -> str:
    one, many = "tidligere vakt er til en som", "tidligere vakter er til noen som"
    return f"{counted(number, one, many)} ikke er i planen, og er ikke med."


def in_plan(number: int) -> str:
    return f"{counted(number, 'vakt', 'vakter')} blant de tidligere ligger ikke før planen, og er ikke med."
