"""Signing in: codes by mail, OpenID Connect with a real provider, invitations; and what none of them gives away."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
import pytest_asyncio

from tests.provider import OpenIdProvider, openid_provider
from tests.web.site import refusal
from tests.web.studio.town_hall import AWA, CLAIRE, TownHall, town_hall
from web.codes_by_mail import SIGN_IN_MS, TRIES
from web.settings import Settings
from web.studio.signing import SESSION_MS


async def test_a_code_by_mail_lets_a_colleague_in(hall: TownHall) -> None:
    await hall.invite()
    attempt = await hall.ask_code(f" {CLAIRE.upper()} ")
    code = await hall.code()
    office = hall.of(await hall.post("/code/session", attempt=attempt, code=f"{code[:3]} {code[3:]}"))
    studio = await office.done("GET", "")
    assert (studio["label"], studio["role"]) == ("Claire", "organizer")


async def test_nobody_learns_whether_an_address_is_known(hall: TownHall) -> None:
    await hall.invite()
    known, unknown = [await hall.post("/code", email=email) for email in (CLAIRE, "nobody@ville.test")]
    assert (known.status_code, known.json().keys()) == (unknown.status_code, unknown.json().keys())
    await hall.code()
    wrong = [await hall.post("/code/session", attempt=each.json()["attempt"], code="x") for each in (known, unknown)]
    assert wrong[0].json() == wrong[1].json()
    await hall.join(AWA, "Awa")
    assert hall.mail.letters == []


async def test_a_code_is_for_the_browser_that_asked_for_it(hall: TownHall) -> None:
    await hall.invite()
    theirs, mine = await hall.ask_code("nobody@ville.test"), await hall.ask_code()
    code = await hall.code()
    assert refusal(await hall.post("/code/session", attempt=theirs, code=code)) == (422, "sign_in_code_wrong")
    assert refusal(await hall.post("/code/session", attempt=f"{mine}x", code=code)) == (410, "sign_in_over")
    assert (await hall.post("/code/session", attempt=mine, code=code)).status_code == 201


async def test_a_code_is_good_once_and_for_a_while(hall: TownHall) -> None:
    await hall.invite()
    attempt, code = await hall.ask_code(), await hall.code()
    assert (await hall.post("/code/session", attempt=attempt, code=code)).status_code == 201
    assert refusal(await hall.post("/code/session", attempt=attempt, code=code)) == (410, "sign_in_over")
    attempt, code = await hall.ask_code(), await hall.code()
    hall.site.clock.ms += SIGN_IN_MS
    assert refusal(await hall.post("/code/session", attempt=attempt, code=code)) == (410, "sign_in_over")


async def test_a_code_cannot_be_guessed(hall: TownHall) -> None:
    await hall.invite()
    attempt, code = await hall.ask_code(), await hall.code()
    wrong = f"{(int(code) + 1) % 1_000_000:06}"
    left = [
        (await hall.post("/code/session", attempt=attempt, code=wrong)).json()["refused"]["details"]["left"]
        for _ in range(TRIES)
    ]
    assert left == [4, 3, 2, 1, 0]
    assert refusal(await hall.post("/code/session", attempt=attempt, code=code)) == (410, "sign_in_over")


async def test_one_address_is_sent_few_letters(hall: TownHall) -> None:
    answers = [await hall.post("/code", email="nobody@ville.test") for _ in range(6)]
    assert [answer.status_code for answer in answers] == [201] * 5 + [429]


NO_ADDRESSES = (
    *("", "claire", "claire@ville.test\r\nBcc: x@y.test", "<a@b.test>", "a b@c.test", "a@b@c.test"),
    *("a..b@c.test", ".a@c.test", "é@c.test", "a@c..test", "a\x01@c.test", f"{'a' * 65}@c.test"),
)


async def test_what_is_no_address_is_refused(hall: TownHall) -> None:
    refused = [refusal(await hall.post("/code", email=email)) for email in NO_ADDRESSES]
    assert refused == [(422, "email_invalid")] * len(NO_ADDRESSES)


async def test_a_session_ends_by_hand_and_by_itself(hall: TownHall) -> None:
    office, other = await hall.join(), await hall.join(AWA, "Awa")
    assert await office.done("POST", "/session/end") == {"url": None}
    assert refusal(await office.ask("GET", "")) == (401, "session_unknown")
    assert (await other.ask("GET", "")).status_code == 200
    hall.site.clock.ms += SESSION_MS
    assert refusal(await other.ask("GET", "")) == (401, "session_unknown")


async def test_an_invitation_is_used_once_and_only_as_one(hall: TownHall) -> None:
    token = await hall.invite()
    assert refusal(await hall.post("/session", token=token)) == (404, "link_unknown")
    assert refusal(await hall.post("/invitation/session", token=f"{token}x")) == (404, "link_unknown")
    assert (await hall.post("/invitation/session", token=token)).status_code == 201
    assert refusal(await hall.post("/invitation/session", token=token)) == (410, "link_revoked")


# -- OpenID Connect -----------------------------------------------------------------------------------------------


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def provider() -> AsyncIterator[OpenIdProvider]:
    async with openid_provider() as running:
        await running.person("17", CLAIRE)
        await running.person("18", AWA, is_checked=False)
        yield running


@pytest_asyncio.fixture
async def vouched(settings: Settings, static: Path, provider: OpenIdProvider) -> AsyncIterator[TownHall]:
    async with town_hall(settings, static, provider.settings) as hall:
        yield hall


async def sent(hall: TownHall) -> tuple[str, str]:
    """The attempt, and the address at the provider."""
    answer = await hall.post("/openid")
    assert answer.status_code == 201, answer.text
    return answer.json()["attempt"], answer.json()["url"]


async def test_a_provider_lets_a_colleague_in_and_out(vouched: TownHall, provider: OpenIdProvider) -> None:
    await vouched.invite()
    attempt, url = await sent(vouched)
    asked = parse_qs(urlsplit(url).query)
    assert asked["code_challenge_method"] == ["S256"]
    assert asked["redirect_uri"] == ["http://palabre.test/studio/openid"]
    told = await provider.sign_in(url, "17")
    office = vouched.of(await vouched.post("/openid/session", attempt=attempt, state=told["state"], code=told["code"]))
    assert (await office.done("GET", ""))["label"] == "Claire"
    out = urlsplit((await office.done("POST", "/session/end"))["url"])
    assert f"{out.scheme}://{out.netloc}{out.path}" == f"{provider.url}/oauth2/end_session"
    assert parse_qs(out.query)["post_logout_redirect_uri"] == ["http://palabre.test/studio"]


@pytest.mark.parametrize("sub", ["18", "19"])
async def test_whom_nobody_has_invited_or_checked_stays_out(
    vouched: TownHall, provider: OpenIdProvider, sub: str
) -> None:
    await vouched.invite(AWA, "Awa")
    attempt, url = await sent(vouched)
    told = await provider.sign_in(url, sub)
    answer = await vouched.post("/openid/session", attempt=attempt, state=told["state"], code=told["code"])
    assert refusal(answer) == (403, "not_invited")


@pytest.mark.parametrize(
    ("changed", "refused"),
    [
        ({"state": "forged"}, (422, "sign_in_failed")),
        ({"code": "forged"}, (422, "sign_in_failed")),
        ({"iss": "https://elsewhere.test"}, (422, "sign_in_failed")),
        ({"attempt": "another"}, (410, "sign_in_over")),
    ],
)
async def test_an_answer_that_was_tampered_with_lets_nobody_in(
    vouched: TownHall, provider: OpenIdProvider, changed: dict[str, str], refused: tuple[int, str]
) -> None:
    await vouched.invite()
    attempt, url = await sent(vouched)
    told = await provider.sign_in(url, "17")
    body = {"attempt": attempt, "state": told["state"], "code": told["code"], **changed}
    assert refusal(await vouched.post("/openid/session", **body)) == refused
    if "attempt" not in changed:
        body = {"attempt": attempt, "state": told["state"], "code": told["code"]}
        assert refusal(await vouched.post("/openid/session", **body)) == (410, "sign_in_over")


async def test_the_answer_to_one_browser_is_of_no_use_to_another(vouched: TownHall, provider: OpenIdProvider) -> None:
    await vouched.invite()
    (mine, _), (_, url) = await sent(vouched), await sent(vouched)
    told = await provider.sign_in(url, "17")
    answer = await vouched.post("/openid/session", attempt=mine, state=told["state"], code=told["code"])
    assert refusal(answer) == (422, "sign_in_failed")


async def test_who_signed_in_less_surely_than_asked_stays_out(
    settings: Settings, static: Path, provider: OpenIdProvider
) -> None:
    async with town_hall(settings, static, replace(provider.settings, acr="eidas2 eidas3")) as hall:
        await hall.invite()
        for acr, code in ((None, 403), ("eidas1", 403), ("eidas2 eidas3", 403), ("eidas3", 201)):
            await provider.person("17", CLAIRE, acr=acr)
            attempt, url = await sent(hall)
            assert parse_qs(urlsplit(url).query)["acr_values"] == ["eidas2 eidas3"]
            told = await provider.sign_in(url, "17")
            answer = await hall.post("/openid/session", attempt=attempt, state=told["state"], code=told["code"])
            assert answer.status_code == code, answer.text
            if code == 403:
                assert refusal(answer) == (403, "sign_in_weak")


async def test_a_provider_that_is_away_is_said(settings: Settings, static: Path, provider: OpenIdProvider) -> None:
    away = replace(provider.settings, issuer="http://127.0.0.1:9")
    async with town_hall(settings, static, away) as hall:
        assert (await hall.site.http.get("/api/studio/ways")).json()["openid"] == "Agora"
        assert refusal(await hall.post("/openid")) == (502, "provider_unreachable")
