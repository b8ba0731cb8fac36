"""What is said of faults besides the faults themselves."""


def more_faults(number: int) -> str:
    """Faults that are not said one by one."""
    return f"Og {number} feil til. Rett disse først, og prøv igjen."
