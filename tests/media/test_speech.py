from __future__ import annotations

from media.speakers import ACTIVITY_S, PACKET_S, SPEAKING
from media.speech import FIRST_S, PAUSE_S, SpeechMeter
from rooms.ids import ParticipantId, RoomId

ANA, BEN = ParticipantId("ana"), ParticipantId("ben")
HALL, LIBRARY = RoomId("hall"), RoomId("library")


def speak(
    meter: SpeechMeter, who: ParticipantId, room: RoomId, since: float, until: float, every: float = 0.02
) -> None:
    for count in range(round((until - since) / every) + 1):
        meter.hear(who, room, since + count * every)


def test_speech_is_told_once_by_person_and_room() -> None:
    meter = SpeechMeter()
    speak(meter, ANA, HALL, 10.0, 11.0)
    speak(meter, BEN, HALL, 10.0, 10.5)
    speak(meter, ANA, LIBRARY, 20.0, 20.1)
    assert meter.take() == {(ANA, HALL): 1020, (BEN, HALL): 520, (ANA, LIBRARY): 120}
    assert meter.take() == {}


def test_silence_between_is_not_counted() -> None:
    meter = SpeechMeter()
    speak(meter, ANA, HALL, 10.0, 10.5)
    speak(meter, ANA, HALL, 15.0, 15.5)
    assert meter.take() == {(ANA, HALL): 1040}


def test_being_told_in_between_loses_nothing() -> None:
    meter = SpeechMeter()
    told = 0
    for second in range(10):
        speak(meter, ANA, HALL, 10.0 + second, 10.98 + second)
        told += sum(meter.take().values())
    assert abs(told - 10_000) <= 10


def test_many_packets_count_no_more_than_the_time_they_fill() -> None:
    meter = SpeechMeter()
    speak(meter, ANA, HALL, 10.0, 11.0, every=0.0005)
    assert abs(meter.take()[ANA, HALL] - 1020) <= 1


def test_longer_packets_count_as_much() -> None:
    meter = SpeechMeter()
    speak(meter, ANA, HALL, 10.0, 11.2, every=0.06)
    assert abs(meter.take()[ANA, HALL] - 1220) <= 1


def test_the_shortest_mute_is_longer_than_a_pause_that_counts() -> None:
    found_speaking_after = 0.0
    share = 0.0
    while share < SPEAKING:
        share += (1 - share) * PACKET_S / ACTIVITY_S
        found_speaking_after += PACKET_S
    assert found_speaking_after > PAUSE_S
    assert FIRST_S == PACKET_S
