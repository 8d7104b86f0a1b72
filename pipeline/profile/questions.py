"""Which of the profile's questions are still open for a client."""

from __future__ import annotations

from pipeline.model.client import Client
from pipeline.profile.profile import Profile
from pipeline.profile.records import Question


def open_questions(profile: Profile, client: Client) -> tuple[Question, ...]:
    """The questions that concern the client and that client.yaml does not answer."""
    return tuple(
        each
        for each in profile.questions
        if each.required and concerns(each, client) and client.answer(each.id) is None
    )


def concerns(question: Question, client: Client) -> bool:
    """Whether a question is one for this client."""
    match question.when:
        case "cross_province":
            return client.nationwide
        case "foreign_pilot":
            return client.foreign_route == "pilot_2024"
        case _:
            return True


def stray_answers(profile: Profile, client: Client) -> tuple[str, ...]:
    """Answers that no question of the profile asks for."""
    asked = {each.id for each in profile.questions}
    return tuple(name for name, _ in client.answers if name not in asked)
