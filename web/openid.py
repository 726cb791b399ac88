"""Signing in with OpenID Connect: where to send a browser, and whom the provider vouches for when it comes back."""

from __future__ import annotations

import hmac
from dataclasses import dataclass
from typing import Any

import httpx2
from authlib.common.errors import AuthlibBaseError
from authlib.common.security import generate_token
from authlib.common.urls import add_params_to_uri
from authlib.integrations.httpx_client import AsyncOAuth2Client
from authlib.oidc.core import CodeIDToken
from joserfc import jwt
from joserfc.errors import InvalidKeyIdError, JoseError
from joserfc.jwk import KeySet
from joserfc.jws import JWSRegistry

from persistence.signing import ByOpenId
from rooms.refusal import Refused
from web.settings import OpenIdSettings

PATIENCE_S = 10
LEEWAY_S = 60
SIGNED = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA", "Ed25519")
"""A key that both sides know would let whoever has our settings vouch for anybody."""


@dataclass(frozen=True, slots=True)
class Vouched:
    """`email` is None unless the provider has checked it."""

    subject: str
    email: str | None
    id_token: str


class Provider:
    """Raises Refused: "provider_unreachable", "sign_in_failed", "sign_in_weak"."""

    def __init__(self, settings: OpenIdSettings, redirect: str) -> None:
        self._settings = settings
        self._redirect = redirect
        self._metadata: dict[str, Any] | None = None
        self._keys: Any = None

    @property
    def name(self) -> str:
        return self._settings.name

    @property
    def issuer(self) -> str:
        return self._settings.issuer

    async def begin(self, again: bool = False) -> tuple[str, ByOpenId]:
        """Where to send the browser, and what to know when it comes back."""
        metadata = await self._discovered()
        way = ByOpenId(state=generate_token(43), nonce=generate_token(43), verifier=generate_token(64))
        asked = {"nonce": way.nonce}
        if prompt := "login" if again else self._settings.prompt:
            asked["prompt"] = prompt
        if self._settings.acr:
            asked["acr_values"] = self._settings.acr
        async with self._client(metadata) as client:
            url, _ = client.create_authorization_url(
                metadata["authorization_endpoint"], state=way.state, code_verifier=way.verifier, **asked
            )
        return str(url), way

    async def finish(self, way: ByOpenId, state: str, code: str, iss: str | None) -> Vouched:
        if not hmac.compare_digest(way.state.encode(), state.encode()):
            raise Refused("sign_in_failed")
        # The answer of another provider must not be taken for this one's (RFC 9207).
        if iss is not None and iss != self._settings.issuer:
            raise Refused("sign_in_failed")
        metadata = await self._discovered()
        try:
            async with self._client(metadata) as client:
                token = await client.fetch_token(
                    metadata["token_endpoint"], code=code, code_verifier=way.verifier, grant_type="authorization_code"
                )
                claims = await self._claims(client, metadata, token, way.nonce)
        except httpx2.HTTPError as error:
            raise Refused("provider_unreachable") from error
        except (AuthlibBaseError, JoseError, KeyError, ValueError, TypeError) as error:
            raise Refused("sign_in_failed") from error
        self._require_level(claims.get("acr"))
        return Vouched(str(claims["sub"]), self._checked_email(claims), str(token["id_token"]))

    def _require_level(self, acr: object) -> None:
        """What `acr_values` asks for a provider may leave out, or answer with less (OpenID Connect Core, 3.1.2.1): then
        it lets nobody in. Raises Refused("sign_in_weak")."""
        asked = self._settings.acr.split()
        if asked and acr not in asked:
            raise Refused("sign_in_weak")

    async def end(self, id_token: str | None, back: str) -> str | None:
        """Where to send the browser to sign out there too; None where the provider has no such place."""
        if id_token is None:
            return None
        endpoint = (await self._discovered()).get("end_session_endpoint")
        if not endpoint:
            return None
        asked = {
            "id_token_hint": id_token,
            "post_logout_redirect_uri": back,
            "state": generate_token(20),
            "client_id": self._settings.client_id,
        }
        return str(add_params_to_uri(endpoint, asked))

    async def _claims(self, client: Any, metadata: dict[str, Any], token: Any, nonce: str) -> dict[str, Any]:
        """Of the id token, and where it names no address, of who may be asked for it."""
        read = await self._read(client, metadata, token["id_token"])
        claims = CodeIDToken(
            read.claims,
            read.header,
            {
                "iss": {"essential": True, "value": self._settings.issuer},
                "aud": {"essential": True, "value": self._settings.client_id},
                "nonce": {"essential": True, "value": nonce},
            },
            {"nonce": nonce, "client_id": self._settings.client_id, "access_token": token["access_token"]},
        )
        claims.validate(leeway=LEEWAY_S)
        found = dict(read.claims)
        if "email" not in found and metadata.get("userinfo_endpoint"):
            told = await self._asked(client, metadata)
            if told.get("sub") != found["sub"]:
                raise Refused("sign_in_failed")
            # How somebody signed in is what the id token says of it.
            found = {**told, "acr": None, **found}
        return found

    async def _asked(self, client: Any, metadata: dict[str, Any]) -> dict[str, Any]:
        """FranceConnect and ProConnect sign what they tell here."""
        answer = await client.get(metadata["userinfo_endpoint"])
        answer.raise_for_status()
        if answer.headers.get("content-type", "").startswith("application/jwt"):
            claims = dict((await self._read(client, metadata, answer.text.strip())).claims)
            aud = claims.get("aud")
            if claims.get("iss") != self._settings.issuer or self._settings.client_id not in (
                aud if isinstance(aud, list) else [aud]
            ):
                raise Refused("sign_in_failed")
            return claims
        told = answer.json()
        if not isinstance(told, dict):
            raise Refused("sign_in_failed")
        return told

    async def _read(self, client: Any, metadata: dict[str, Any], signed: str) -> Any:
        registry = JWSRegistry(algorithms=list(SIGNED), strict_check_header=False)
        if self._keys is None:
            await self._fetch_keys(client, metadata)
        try:
            return jwt.decode(signed, self._keys, registry=registry)
        except InvalidKeyIdError:
            # The provider has changed its keys.
            await self._fetch_keys(client, metadata)
            return jwt.decode(signed, self._keys, registry=registry)

    async def _fetch_keys(self, client: Any, metadata: dict[str, Any]) -> None:
        answer = await client.request("GET", metadata["jwks_uri"], withhold_token=True)
        answer.raise_for_status()
        self._keys = KeySet.import_key_set(answer.json())

    def _checked_email(self, claims: dict[str, Any]) -> str | None:
        email, checked = claims.get("email"), claims.get("email_verified")
        is_checked = checked in (True, "true") or (checked is None and self._settings.trusts_email)
        return email.strip().lower() if isinstance(email, str) and is_checked else None

    async def _discovered(self) -> dict[str, Any]:
        if self._metadata is None:
            url = f"{self._settings.issuer.rstrip('/')}/.well-known/openid-configuration"
            try:
                async with httpx2.AsyncClient(timeout=PATIENCE_S) as client:
                    answer = await client.get(url)
                    answer.raise_for_status()
                    found = answer.json()
            except (httpx2.HTTPError, ValueError) as error:
                raise Refused("provider_unreachable") from error
            # Another issuer's endpoints would be trusted as this one's (OpenID Connect Discovery, 4.3).
            if not isinstance(found, dict) or found.get("issuer") != self._settings.issuer:
                raise Refused("provider_unreachable")
            self._metadata = found
        return self._metadata

    def _client(self, metadata: dict[str, Any]) -> Any:
        known = metadata.get("token_endpoint_auth_methods_supported") or ["client_secret_basic"]
        secret = self._settings.client_secret
        preferred = ("client_secret_basic", "client_secret_post") if secret else ("none",)
        return AsyncOAuth2Client(
            client_id=self._settings.client_id,
            client_secret=secret or None,
            scope=self._settings.scope,
            redirect_uri=self._redirect,
            code_challenge_method="S256",
            token_endpoint_auth_method=next((each for each in preferred if each in known), preferred[0]),
            timeout=PATIENCE_S,
        )
