"""What several parts of a package ask of one roster, reckoned once: its grid of codes, and what it comes to."""

from roster.domain.kept import Kept
from roster.domain.roster import Roster
from roster.domain.statistics import Statistics, statistics
from roster.exports.sheets.grid import Grid
from roster.exports.sheets.labels import Labels

_GRIDS: Kept[Grid] = Kept(2)
_COUNTED: Kept[Statistics] = Kept(2)


def grid_of(roster: Roster) -> Grid:
    return _GRIDS.of(roster, "grid", lambda: Grid(roster, Labels(roster)))


def counted_of(roster: Roster) -> Statistics:
    return _COUNTED.of(roster, "statistics", lambda: statistics(roster))
