"""What is said of where a version stands, after whatever step it took."""

from roster.cli.voice import Voice
from roster.domain.course import Standing
from roster.wording import course_words as words


def say_unseen(voice: Voice, stands: Standing) -> None:
    if stands.discussed_unseen:
        voice.say(words.DISCUSSED_UNSEEN)


def say_next(voice: Voice, stands: Standing) -> None:
    voice.aside(words.next_line(stands.stage))
