import pytest

from facilitation.erasing import ErasePerson
from facilitation.people import Join
from facilitation.proposing import DropQuestion, TakeAnswersBack
from rooms.ids import OptionId, ParticipantId, QuestionId
from rooms.permissions import Role
from rooms.registration import (
    AnswerQuestions,
    Asking,
    AskQuestion,
    EditQuestion,
    Registration,
    RegistrationQuestion,
    Tier,
    registration_id,
)
from tests.cast import Cast
from tests.secrecy import all_staff, assert_known_only_to
from tests.table import Person

CENTRE, STATION = OptionId("1"), OptionId("2")


def ask(cast: Cast, title: str = "Quartier", required: bool = False, tier: Tier = Tier.ORDINARY) -> QuestionId:
    asking = Asking(title=title, options=("Centre", "Gare"), required=required, tier=tier)
    return cast.made(RegistrationQuestion, cast.farid, AskQuestion(asking=asking)).id


def answers(cast: Cast, person: Person) -> dict[QuestionId, OptionId] | None:
    registration = cast.state.maybe(Registration, registration_id(person.id))
    return registration.answers if registration else None


def test_questions_stand_in_the_order_in_which_they_are_asked(cast: Cast) -> None:
    first, second = ask(cast), ask(cast, "Âge")
    every = sorted(cast.state.all(RegistrationQuestion), key=lambda question: question.order)
    assert [question.id for question in every] == [first, second]
    assert all(cast.sees(person, every[0]) for person in (cast.ana, cast.vera, cast.farid))


def test_whoever_joins_answers_what_has_to_be_answered(cast: Cast) -> None:
    needed, free = ask(cast, required=True), ask(cast, "Âge")
    join = Join(participant=ParticipantId("zoe"), name="Zoé")
    refused = cast.refused(None, join)
    assert (refused.code, refused.details) == ("answers_needed", {"questions": [needed]})
    assert cast.code(None, Join(participant=ParticipantId("zoe"), name="Zoé", answers={needed: OptionId("9")})) == (
        "unknown"
    )
    cast.do(None, Join(participant=ParticipantId("zoe"), name="Zoé", answers={needed: STATION}))
    assert answers(cast, Person(ParticipantId("zoe"), Role.PARTICIPANT)) == {needed: STATION}
    assert free not in cast.state.find(Registration, registration_id("zoe")).answers


def test_viewers_and_staff_are_asked_nothing(cast: Cast) -> None:
    ask(cast, required=True)
    for name, role in (("Vic", Role.VIEWER), ("Fay", Role.FACILITATOR)):
        assert answers(cast, cast.join(name, role)) is None


def test_answers_are_known_to_their_person_and_staff(cast: Cast) -> None:
    asking = Asking(title="Quartier", options=("Centre", "Gare"))
    question = cast.made(RegistrationQuestion, cast.farid, AskQuestion(asking=asking))
    cast.do(cast.ana, AnswerQuestions(answers={question.id: STATION}))
    own = registration_id(cast.ana.id)
    assert_known_only_to(cast, own, [cast.ana], all_staff(cast))


def test_people_change_and_take_back_what_they_answered(cast: Cast) -> None:
    question = ask(cast)
    cast.do(cast.ana, AnswerQuestions(answers={question: CENTRE}))
    cast.do(cast.ana, AnswerQuestions(answers={question: STATION}))
    assert answers(cast, cast.ana) == {question: STATION}
    cast.do(cast.ana, AnswerQuestions(answers={}))
    assert answers(cast, cast.ana) is None
    cast.do(cast.bob, AnswerQuestions(answers={question: CENTRE}))
    cast.do(cast.bob, TakeAnswersBack())
    assert answers(cast, cast.bob) is None


def test_who_is_erased_has_no_answers_left(cast: Cast) -> None:
    question = ask(cast)
    cast.do(cast.ana, AnswerQuestions(answers={question: CENTRE}))
    cast.do(cast.ana, ErasePerson(person=cast.ana.id))
    assert answers(cast, cast.ana) is None


def test_answers_stay_with_the_options_that_keep_their_words(cast: Cast) -> None:
    question = ask(cast)
    cast.do(cast.ana, AnswerQuestions(answers={question: CENTRE}))
    cast.do(cast.bob, AnswerQuestions(answers={question: STATION}))
    cast.do(cast.farid, EditQuestion(asked=question, asking=Asking(title="Où", options=("Port", "Gare"))))
    assert (answers(cast, cast.ana), answers(cast, cast.bob)) == (None, {question: STATION})
    options = cast.state.find(RegistrationQuestion, question).options
    assert [(option.id, option.text) for option in options] == [("3", "Port"), ("2", "Gare")]


def test_a_question_is_dropped_with_its_answers(cast: Cast) -> None:
    question, other = ask(cast), ask(cast, "Âge")
    cast.do(cast.ana, AnswerQuestions(answers={question: CENTRE, other: CENTRE}))
    cast.do(cast.bob, AnswerQuestions(answers={question: CENTRE}))
    cast.do(cast.farid, DropQuestion(asked=question))
    assert (answers(cast, cast.ana), answers(cast, cast.bob)) == ({other: CENTRE}, None)


def test_nobody_has_to_say_what_is_sensitive(cast: Cast) -> None:
    asking = Asking(title="Santé", options=("Oui", "Non"), required=True, tier=Tier.SENSITIVE)
    assert cast.code(cast.farid, AskQuestion(asking=asking)) == "sensitive_required"


@pytest.mark.parametrize(("options", "code"), [(("Oui", " Oui "), "same_options"), (("Oui", " "), "empty")])
def test_options_are_told_apart(cast: Cast, options: tuple[str, ...], code: str) -> None:
    assert cast.code(cast.farid, AskQuestion(asking=Asking(title="?", options=options))) == code
