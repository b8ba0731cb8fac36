"""What is better, and by how much: one table of points (D28, D29).

A point is about what it is worth to move one minute of work from a vikar to a permanent position.
"""

from roster.domain.kinds import Position, Worth

OPEN_MINUTE = 200
"""A minute of need left open: dearer than everything else that the shift could cost."""

SHORT_MINUTE = 150
"""A minute under contract, beyond half a shift over the plan: half an hour outweighs any wish or weekend (D28)."""

BEYOND_MINUTE = {
    Position.PERMANENT: 1,
    Position.TEMPORARY: 2,
    Position.SUBSTITUTE: 3,
    Position.ON_CALL: 4,
}
"""A minute beyond contract: first to part-timers who want more (§ 14-3), then in the order of D29."""

LOST_MINUTE = 3
"""A minute of a permanent position not worked that the vedtak has hours and the need a place for: as one to a vikar."""

OTHER_WEEK = 1500
"""A full-time week other than the roster gives, for each who has one: what they are paid for is not what they work."""

WISH = {Worth.IMPORTANT: 1500, Worth.WISH: 300}
"""A wish not met, for each time."""

SPLIT_WEEKEND = 1500
SINGLE_NIGHT = 1300
LONE_DAY = 1000
LONE_FREE_DAY = 60
QUICK_RETURN = 1200
BACKWARD = 40
LONG_RUN = 120
LONG_RUN_DAYS = 5
LONG_NIGHTS = 120
LONG_NIGHTS_ROW = 4

UNEVEN = {"weekends": 900, "red": 400, "nights": 60, "evenings": 30}
"""An occasion above or below the fair share."""

UNEVEN_RED_DAYS = 2000
"""The same for red days where a turnus is made to share them: some changes of other days are worth it."""

TIME_OFF = 2500
"""A day off that red days have given (F4, F5) and that is not placed: dear, but no reason to leave need open."""

LOOSE_REST = 1000
"""A weekly rest that covers no whole calendar day of its week: disputed, so allowed and dear (D2, D13)."""

SEVEN_DAYS = 300
"""A start of work with no weekly rest in the seven days from it, by the stricter reading; each in a row counts."""

CHANGED = 150
"""A cell of the roll-out that differs from the grunnturnus (D27)."""

HANDOVER = 2000
"""A shift of a trip that somebody else has the next day: worth some changes and a wish, but no hours of contract."""

CHANGED_SHIFT, CHANGED_PERSON = 150, 450
"""A shift somebody gets or loses beside a former roster, and a person for whom anything is otherwise (D38)."""

SWAPPED_SHIFT, SWAPPED_PERSON = 3000, 6000
"""The same where somebody asks for one change: dearer than any wish, so that nothing else is put in order with it."""
