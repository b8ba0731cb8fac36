"""What a need by the clock comes to, in sentences and rows: hours, vedtak, the right to BPA, and kinds of shift."""

from roster.domain.kinds import Sort

CODES = {
    Sort.DAY: ("D", "Dagvakt"),
    Sort.EVENING: ("K", "Kveldsvakt"),
    Sort.NIGHT: ("N", "Nattevakt"),
    Sort.RESTING_NIGHT: ("HN", "Hvilende natt"),
    Sort.ROUND: ("DØ", "Døgnvakt"),
}
"""The letter and the name of each sort of kind that is proposed."""

PASSIVE_BECAUSE = "Assistenten kan i hovedsak sove"
