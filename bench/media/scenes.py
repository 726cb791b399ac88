"""Who is in which room, and what each of them sends: the loads that are measured."""

from __future__ import annotations

from dataclasses import dataclass

from bench.media.recording import Recording, record


@dataclass(frozen=True, slots=True)
class Person:
    name: str
    room: int
    microphone: bool = False
    camera: bool = False
    listens: bool = True


@dataclass(frozen=True, slots=True)
class Scene:
    """Everybody is given all voices and faces of their room."""

    title: str
    people: tuple[Person, ...]
    recording: Recording

    @property
    def speakers(self) -> list[Person]:
        return [person for person in self.people if person.microphone]

    @property
    def listeners(self) -> list[Person]:
        return [person for person in self.people if person.listens]

    @property
    def rooms(self) -> int:
        return 1 + max(person.room for person in self.people)

    def others(self, person: Person) -> list[Person]:
        """Whose voices and faces are theirs to hear and see."""
        return [each for each in self.speakers if each.room == person.room and each is not person]


def plenary(listeners: int) -> Scene:
    """One is seen and heard, two more are heard: 120 packets of video a second and 150 of audio, to each listener."""
    panel = (
        Person("speaker", 0, microphone=True, camera=True, listens=False),
        Person("second", 0, microphone=True, listens=False),
        Person("third", 0, microphone=True, listens=False),
    )
    audience = tuple(Person(f"listener {number}", 0) for number in range(listeners))
    return Scene(f"1 video and 3 voices to {listeners}", panel + audience, record(pieces=6, key_pieces=50))


def groups(rooms: int, people: int) -> Scene:
    """Everybody is seen and speaks: 60 packets of video a second and 50 of audio, from each."""
    seated = tuple(
        Person(f"{number} of group {room}", room, microphone=True, camera=True)
        for room in range(rooms)
        for number in range(people)
    )
    return Scene(f"{rooms} rooms of {people}, all to all", seated, record(pieces=3, key_pieces=24))
