import ast

from realtime.refusals import codes_in, refusals
from realtime.typescript import COMMANDS, ENTITIES, FILE, printed


def test_the_browsers_types_are_those_of_the_server() -> None:
    assert FILE.read_text() == printed(), "run `python -m realtime.typescript`"


def test_every_command_and_every_entity_that_travels_is_printed() -> None:
    lines = printed().splitlines()
    for kind in (*COMMANDS, *ENTITIES):
        assert f"export interface {kind.__name__} {{" in lines
        assert f'  type: "{kind.__struct_config__.tag}";' in lines


def test_keys_behind_pseudonyms_do_not_travel() -> None:
    assert "Pseudonyms" not in printed()


def test_fields_with_a_default_may_be_left_out_by_the_browser_only() -> None:
    question, draft = (interface(name) for name in ("Question", "QuestionDraft"))
    assert "  most: number;" in question
    assert "  most?: number;" in draft
    assert "  text: string;" in draft


def test_refusal_codes_are_found_wherever_they_are_raised_or_answered() -> None:
    source = """
raise Refused('one' if late else 'other', at=1)
raise refusal.Refused('third')
raise Refused(code)
Refusal(code='fourth')
"""
    assert set(codes_in(ast.parse(source))) == {"one", "other", "third", "fourth"}
    assert {"unknown", "poll_closed", "workshop_full"} <= refusals()


def interface(name: str) -> list[str]:
    lines = printed().splitlines()
    start = lines.index(f"export interface {name} {{")
    return lines[start : lines.index("}", start)]
