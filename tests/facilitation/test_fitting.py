from facilitation.constraints import Bounds
from facilitation.fitting import Fitting

TWO = (Bounds(), Bounds())


def test_who_comes_late_goes_where_their_answers_are_missing() -> None:
    fitting = Fitting(TWO, (0, 0, 0, 1, 1, 1), ((0, 0, 0, 1, 1, 1),))
    assert fitting.order((0,)) == [1, 0]
    assert fitting.order((1,)) == [0, 1]
    assert fitting.order((2,)) == [0, 1]


def test_who_comes_late_does_not_make_groups_uneven() -> None:
    assert Fitting(TWO, (0, 1, 1, 1), ((0, 1, 1, 1),)).order((0,)) == [0, 1]


def test_who_comes_late_finds_no_full_group() -> None:
    bounds = (Bounds(most=1), Bounds(least=2), Bounds())
    assert Fitting(bounds, (0, 2), ()).order(()) == [1, 2]
    assert Fitting(bounds, (0, 1, 1, 2), ()).order(()) == [2, 1]


def test_many_who_come_late_are_counted_on_as_if_all_were_counted_anew() -> None:
    places, given = [0, 0, 1], [0, 1, 0]
    fitting = Fitting(TWO, tuple(places), (tuple(given),))
    for value in (0, 1, 1, 0, 2, 1, 0, 0):
        best = fitting.order((value,))[0]
        assert fitting.order((value,)) == Fitting(TWO, tuple(places), (tuple(given),)).order((value,))
        fitting.enter(best, (value,))
        places.append(best)
        given.append(value)
