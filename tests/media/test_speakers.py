from __future__ import annotations

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from media.speakers import GONE_S, KEPT_S, SMALLEST, Loudest
from rooms.ids import ParticipantId

ANA, BEN, CLO, DAN, EVE = map(ParticipantId, ("ana", "ben", "clo", "dan", "eve"))
PACKET_MS = 20
SOUND = 80
TICK_MS = 40
SILENT = 90


class Meeting:
    """Time passes in packets of 20 ms; `says` are the levels of those who send."""

    def __init__(self, places: int = 3) -> None:
        self.loudest = Loudest(places)
        self.ms = 1_000_000
        self.began_ms = self.ms

    def heard(self) -> tuple[ParticipantId, ...]:
        return self.loudest.heard

    def dominant(self) -> ParticipantId | None:
        return self.loudest.dominant

    def passes(self, ms: int, **says: int) -> Meeting:
        self.until(ms, lambda: False, **says)
        return self

    def until(self, most_ms: int, is_so: Callable[[], bool], **says: int) -> int:
        """How many milliseconds it takes until it is so."""
        for passed in range(0, most_ms, PACKET_MS):
            for who, level in says.items():
                self.loudest.hear(ParticipantId(who), level, False, SOUND, self.ms / 1000)
            if self.ms % TICK_MS == 0:
                self.loudest.tick(self.ms / 1000)
            if is_so():
                return passed
            self.ms += PACKET_MS
        return most_ms


def full() -> Meeting:
    """Three are heard, and have just spoken one after the other."""
    return Meeting().passes(500, ana=25).passes(500, ben=25).passes(500, clo=25)


def test_at_first_nobody_is_heard_or_speaks() -> None:
    loudest = Loudest()
    assert not loudest.tick(1.0)
    assert (loudest.heard, loudest.speaking, loudest.dominant) == ((), (), None)


def test_while_there_is_room_even_the_silent_are_heard_so_that_no_first_word_is_cut() -> None:
    meeting = Meeting().passes(20, ana=SILENT, ben=SILENT)
    assert meeting.heard() == (ANA, BEN)
    assert meeting.loudest.speaking == ()


def test_the_first_word_of_a_fourth_is_heard_at_once_when_somebody_has_long_been_silent() -> None:
    meeting = Meeting().passes(3000, ana=SILENT, ben=25, clo=25)
    assert meeting.until(500, lambda: DAN in meeting.heard(), ben=25, clo=25, ana=SILENT, dan=30) == 0
    assert meeting.heard() == (DAN, BEN, CLO)


def test_who_is_heard_keeps_the_same_place() -> None:
    meeting = full()
    meeting.passes(1000, ana=25, clo=25, dan=18)
    assert meeting.heard() == (ANA, DAN, CLO)


def test_three_who_speak_are_not_driven_out_by_one_who_is_not_clearly_louder() -> None:
    meeting = Meeting().passes(500, ana=25, ben=25, clo=25)
    meeting.passes(3000, ana=25, ben=25, clo=25, dan=21)
    assert meeting.heard() == (ANA, BEN, CLO)


def test_one_who_is_clearly_louder_comes_in_after_three_packets() -> None:
    meeting = Meeting().passes(1000, ana=20, ben=32, clo=24)
    took = meeting.until(1000, lambda: DAN in meeting.heard(), ana=20, ben=32, clo=24, dan=22)
    assert 40 <= took <= 80
    assert meeting.heard() == (ANA, DAN, CLO)


def test_a_short_noise_drives_nobody_out() -> None:
    meeting = Meeting().passes(1000, ana=25, ben=25, clo=25)
    for _ in range(10):
        meeting.passes(40, ana=25, ben=25, clo=25, dan=16).passes(60, ana=25, ben=25, clo=25, dan=SILENT)
    assert meeting.heard() == (ANA, BEN, CLO)


def test_drawing_breath_costs_nobody_the_place() -> None:
    meeting = Meeting().passes(1000, ana=25, ben=25, clo=25)
    meeting.passes(600, ana=SILENT, ben=25, clo=25, dan=25)
    assert ANA in meeting.heard()


def test_a_fourth_voice_need_not_wait_long_for_the_place_of_one_who_is_silent() -> None:
    meeting = full()
    assert meeting.until(2000, lambda: DAN in meeting.heard(), ana=SILENT, ben=SILENT, clo=25, dan=25) < 800
    assert meeting.heard() == (DAN, BEN, CLO)


def test_a_quiet_voice_gets_the_place_of_one_who_stopped_once_it_is_no_longer_kept() -> None:
    meeting = Meeting().passes(1000, ana=16, ben=16, clo=16)
    took = meeting.until(5000, lambda: DAN in meeting.heard(), ana=SILENT, ben=16, clo=16, dan=34)
    assert 1500 <= took <= KEPT_S * 1000 + 100


def test_silence_drives_nobody_out() -> None:
    meeting = full().passes(5000, ana=SILENT, ben=SILENT, clo=SILENT, dan=SILENT)
    assert meeting.heard() == (ANA, BEN, CLO)


def test_the_dominant_speaker_is_always_heard() -> None:
    meeting = Meeting().passes(1000, ana=30)
    meeting.passes(20, ana=30, ben=16, clo=16)
    while meeting.dominant() == ANA and meeting.ms < 1_010_000:
        meeting.passes(20, ana=30, ben=16, clo=16, dan=16, eve=16)
        assert meeting.dominant() in meeting.heard()
    assert meeting.dominant() != ANA


def test_who_sends_nothing_any_more_makes_room() -> None:
    meeting = Meeting().passes(1000, ana=25, ben=25)
    meeting.passes(int(GONE_S * 1000) + 200, ana=25)
    assert meeting.heard() == (ANA,)
    meeting.passes(40, ana=25, ben=SILENT)
    assert meeting.heard() == (ANA, BEN)


def test_who_is_forgotten_is_neither_heard_nor_speaking_nor_dominant() -> None:
    meeting = Meeting().passes(1000, ana=25, ben=30)
    assert meeting.dominant() == ANA
    meeting.loudest.forget(ANA)
    meeting.loudest.forget(EVE)
    assert meeting.heard() == (BEN,)
    assert meeting.dominant() is None
    assert not meeting.loudest.is_speaking(ANA)
    meeting.passes(100, ben=30)
    assert meeting.dominant() == BEN


def test_somebody_who_begins_is_told_as_speaking_and_dominant_within_300_ms() -> None:
    meeting = Meeting().passes(2000, ana=SILENT, ben=SILENT)
    assert meeting.until(1000, lambda: meeting.dominant() == BEN, ana=SILENT, ben=30) <= 200
    assert meeting.loudest.speaking == (BEN,)


def test_when_one_stops_and_another_begins_that_is_told_within_300_ms() -> None:
    meeting = Meeting().passes(5000, ana=20, ben=SILENT)
    assert meeting.until(1000, lambda: meeting.dominant() == BEN, ana=SILENT, ben=34) <= 240


def test_a_word_thrown_in_changes_nothing() -> None:
    meeting = Meeting().passes(3000, ana=25, ben=SILENT).passes(500, ana=25, ben=22).passes(500, ana=25, ben=SILENT)
    assert meeting.dominant() == ANA
    assert meeting.loudest.speaking == (ANA,)


def test_who_drowns_the_other_out_for_a_while_becomes_dominant() -> None:
    meeting = Meeting().passes(3000, ana=32, ben=SILENT)
    took = meeting.until(3000, lambda: meeting.dominant() == BEN, ana=32, ben=20)
    assert 600 <= took <= 1000


def test_in_silence_the_last_one_stays_dominant_but_speaks_no_more() -> None:
    meeting = Meeting().passes(1000, ana=25, ben=SILENT).passes(2000, ana=SILENT, ben=SILENT)
    assert meeting.dominant() == ANA
    assert meeting.loudest.speaking == ()


def test_short_pauses_between_words_do_not_make_it_flicker() -> None:
    meeting = Meeting().passes(1000, ana=25)
    for _ in range(10):
        meeting.passes(160, ana=SILENT)
        assert meeting.loudest.speaking == (ANA,)
        meeting.passes(240, ana=25)
        assert meeting.loudest.speaking == (ANA,)


def test_packets_that_no_longer_come_are_silence() -> None:
    meeting = Meeting().passes(1000, ana=25).passes(500)
    assert meeting.loudest.speaking == ()


def test_nothing_is_told_as_changed_when_nothing_has() -> None:
    meeting = Meeting().passes(1000, ana=25, ben=SILENT)
    changes = [meeting.loudest.tick(meeting.ms / 1000)]
    for _ in range(50):
        meeting.passes(20, ana=25, ben=SILENT)
        changes.append(meeting.loudest.tick(meeting.ms / 1000))
    assert True not in changes


def test_a_quiet_voice_counts_when_its_sender_found_it_to_be_one() -> None:
    loudest = Loudest()
    for count in range(50):
        loudest.hear(ANA, 42, True, SOUND, count * 0.02)
        loudest.hear(BEN, 42, False, SOUND, count * 0.02)
    assert loudest.is_speaking(ANA)
    assert not loudest.is_speaking(BEN)


def test_a_claim_of_voice_is_not_believed_of_packets_that_hold_none() -> None:
    loudest = Loudest()
    for count in range(100):
        loudest.hear(ANA, 0, True, SMALLEST - 1, count * 0.02)
    loudest.tick(2.0)
    assert not loudest.is_speaking(ANA)
    assert loudest.dominant is None


def test_a_claim_of_voice_is_not_believed_of_too_few_packets() -> None:
    loudest = Loudest()
    for count in range(50):
        loudest.hear(ANA, 0, True, SOUND, count * 0.2)
        loudest.tick(count * 0.2)
        assert not loudest.is_speaking(ANA)


def test_many_packets_weigh_no_more_than_few() -> None:
    loudest = Loudest()
    for count in range(100):
        loudest.hear(ANA, 0, True, SOUND, 10 + count * 0.001)
    assert not loudest.is_speaking(ANA)


def test_who_claims_the_loudest_voice_does_not_drive_out_those_who_speak_up() -> None:
    meeting = Meeting().passes(1000, ana=18, ben=18, clo=18)
    meeting.passes(5000, ana=18, ben=18, clo=18, dan=0)
    assert meeting.heard() == (ANA, BEN, CLO)
    assert meeting.dominant() != DAN


def test_a_microphone_that_tells_no_level_is_heard_like_any_other() -> None:
    loudest = Loudest()
    for count in range(20):
        loudest.hear(ANA, None, False, SOUND, count * 0.02)
    assert loudest.is_speaking(ANA)


sends = st.tuples(st.sampled_from([ANA, BEN, CLO, DAN, EVE]), st.integers(0, 127), st.booleans(), st.integers(0, 200))
steps = st.lists(st.one_of(sends, st.sampled_from([ANA, BEN, CLO]), st.integers(0, 5000)), max_size=200)


@given(st.integers(1, 3), steps)
def test_whatever_comes_at_most_so_many_are_heard_each_in_one_place_that_is_never_swapped(
    places: int, comes: list[tuple[ParticipantId, int, bool, int] | ParticipantId | int]
) -> None:
    loudest = Loudest(places)
    known: set[ParticipantId] = set()
    now = 100.0
    for each in comes:
        before = loudest.heard
        if isinstance(each, int):
            now += each / 1000
            loudest.tick(now)
        elif isinstance(each, tuple):
            loudest.hear(each[0], each[1], each[2], each[3], now)
            known.add(each[0])
        else:
            loudest.forget(each)
            known.discard(each)
        after = loudest.heard
        assert len(after) == len(set(after)) <= places
        assert set(after) | set(loudest.speaking) | {loudest.dominant} <= known | {None}
        stayed = [one for one in before if one in after]
        assert [one for one in after if one in stayed] == stayed
