"""Asking about open shifts, in words: whom next, what they have said, and who got the shift."""

from collections.abc import Iterator, Sequence

from roster.domain.frame import Frame
from roster.domain.replies import Reply, Said
from roster.domain.shift import Shift
from roster.wording.numbers import counted, listed
from roster.wording.plan_words import person, shift_name

NO_FOLDER = (
    "Svarene lagres i mappa til turnusen, og vaktene må ha datoer.",
    "Velg mappa som har «versjoner» i seg, med en turnus som har datoer.",
)
NONE_OPEN = "Ingen vakter står åpne."
HOW = (
    'Skriv hva de svarer: roster ask {} --shift "{}" --yes {}. Eller --no, eller --asked når de er spurt.'
    " Den første som sier ja, og kan, får vakta."
)
BY_OVERTIME = "{} tar vakta som overtid. Overtid står ikke i planen. Før den i timelista når den er gått."


def has_it(frame: Frame, shift: Shift, who: str) -> tuple[str, str]:
    return (
        f"{person(frame.brief, who)} har alt vakta {shift_name(frame, shift)}.",
        "Velg en annen vakt eller assistent.",
    )


def shift_lines(frame: Frame, number: int, shift: Shift, able: Sequence[str], said: Sequence[Reply]) -> Iterator[str]:
    """The shift, what those who were asked have said, and the order of the others."""
    yield f"{number}. {shift_name(frame, shift)}"
    for kind, words in (
        (Said.ASKED, "Spurt, ikke svart"),
        (Said.NO, "Sagt nei"),
        (Said.YES, "Sagt ja, men fikk den ikke"),
    ):
        people = [person(frame.brief, one.who) for one in said if one.said is kind]
        if people:
            yield f"   {words}: {listed(people)}."
    asked = {one.who for one in said}
    left = [person(frame.brief, one) for one in able if one not in asked]
    if left:
        yield f"   Spør i denne rekkefølgen: {', '.join(left)}."
    elif able:
        yield "   Alle som kan, er spurt."
    else:
        yield "   Ingen kan ta den etter reglene. Se hvorfor med «roster who»."


def proposed_title(version: str) -> str:
    return f"Foreslått i versjon {version}, som ikke er i bruk:"


def proposed_line(frame: Frame, shift: Shift, who: str, said: Said | None) -> str:
    """A shift that the change gives, and what whoever gets it has said of it."""
    answer = {None: "ikke spurt", Said.ASKED: "spurt, ikke svart", Said.YES: "har sagt ja", Said.NO: "har sagt nei"}[
        said
    ]
    return f"- {shift_name(frame, shift)}: {person(frame.brief, who)}, {answer}."


def again(folder: str, base: str | None) -> str:
    """What to do when somebody has said no to what a change gives them."""
    at = f"{folder}/versjoner/{base}" if base else folder
    return f"Lag forslaget på nytt, så får noen andre vakta: «roster change {at}» med det samme som før."


def stands(version: str) -> str:
    return f"Vakta står på dem i versjon {version}. Ta den i bruk når alle har sagt ja."


def more_line(number: int) -> str:
    return f"Og {counted(number, 'åpen vakt', 'åpne vakter')} senere."


def written(frame: Frame, shift: Shift, reply: Reply) -> str:
    """What the log says now."""
    name, what = person(frame.brief, reply.who), shift_name(frame, shift)
    return {
        Said.ASKED: f"{name} er spurt om {what}.",
        Said.NO: f"{name} har sagt nei til {what}.",
        Said.YES: f"{name} har sagt ja til {what}.",
    }[reply.said]


def given(version: str, cause: str) -> str:
    return f"Vakta er gitt i versjon {version} ({cause})."


def taken(frame: Frame, holders: Sequence[str]) -> str:
    """Somebody else was before them."""
    who = listed([person(frame.brief, one) for one in holders])
    return f"Vakta har alt {who}." if who else "Noen andre har alt fått vakta."


def cannot(said: str) -> str:
    return f"Men vakta kan ikke gis etter reglene: {said}"


def leaves(frame: Frame, shift: Shift) -> str:
    """Why a yes that moves another shift is not given at once."""
    name = shift_name(frame, shift)
    return f"det går bare hvis {name} blir gitt til en annen. Gi den bort først, med «roster change --give»."
