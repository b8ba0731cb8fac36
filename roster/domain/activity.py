"""What active work logged in resting time is paid for (D8, D14)."""

from dataclasses import replace

from roster.domain.settings import Settings
from roster.domain.shift import Shift, less_paid


def with_activity(shift: Shift, settings: Settings) -> Shift:
    """The shift with the pay of what was logged in it: in full, or by begun stretches on top of the resting pay.

    Where the agreement knows a share of the resting time from which on all of it is active, the whole is paid so.
    """
    if not shift.active or shift.is_standby:
        return shift
    resting, per_hour = shift.resting_nominal, settings.resting_paid
    active = sum(one.minutes for one in shift.active)
    by = settings.activations
    if by is None:
        more = less_paid(resting, per_hour) - less_paid(max(0, resting - active), per_hour)
    elif by.are_all(active, resting):
        more = less_paid(resting, per_hour)
    else:
        more = sum(-(-one.minutes // by.step) * by.step for one in shift.active)
    return replace(shift, active_paid=more)
