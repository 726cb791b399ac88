"""What an installation may set, read once from the environment. Only web/app.py and web/cli.py look at it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from email.utils import parseaddr
from ipaddress import ip_address
from pathlib import Path

from rooms.agenda import PLENARY_MOST
from web.logs import Form

MEDIA_PORT = 10_000
LEVELS = ("debug", "info", "warning", "error")
SMTP_PORTS = {"starttls": 587, "tls": 465, "off": 25}
ATOM = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
MAILBOX = re.compile(rf"(?=[^@]{{1,64}}@.{{1,253}}$){ATOM}(\.{ATOM})*@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*")
"""An address for letters, as far as it can be told without sending one."""


class BadSetting(Exception):
    """One line for whoever runs the server."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MediaSettings:
    """Voice and video: where their worker is, by which addresses browsers reach it, what may help them to."""

    worker: str = "off"
    """`spawn`: one of our own; `off`: none; else `host:port` or a socket's path, where `palabre media` listens."""
    secret: str = ""
    """Shared with a worker that is not our own."""
    port: int = MEDIA_PORT
    is_port_set: bool = False
    """Then no other is taken where it is in use."""
    announced: tuple[str, ...] = ()
    """`ip` or `ip:port` instead of the machine's own addresses."""
    stun: tuple[str, ...] = ()
    turn: tuple[str, ...] = ()
    turn_secret: str = ""

    @staticmethod
    def read(environment: Mapping[str, str]) -> MediaSettings:
        """Raises BadSetting."""
        worker = environment.get("PALABRE_MEDIA") or "spawn"
        secret = environment.get("PALABRE_MEDIA_SECRET") or ""
        if worker not in ("spawn", "off"):
            worker_address(worker)
            if not secret:
                raise BadSetting("PALABRE_MEDIA is the address of a worker, which needs the same PALABRE_MEDIA_SECRET")
        turn = ice_urls("PALABRE_TURN", environment, ("turn:", "turns:"))
        turn_secret = environment.get("PALABRE_TURN_SECRET") or ""
        if turn and not turn_secret:
            raise BadSetting("PALABRE_TURN needs PALABRE_TURN_SECRET, the static-auth-secret of coturn")
        port = environment.get("PALABRE_MEDIA_PORT")
        return MediaSettings(
            worker=worker,
            secret=secret,
            port=whole_number("PALABRE_MEDIA_PORT", port) if port else MEDIA_PORT,
            is_port_set=bool(port),
            announced=tuple(map(announced, words(environment.get("PALABRE_MEDIA_ADDRESS")))),
            stun=ice_urls("PALABRE_STUN", environment, ("stun:", "stuns:")),
            turn=turn,
            turn_secret=turn_secret,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class MailSettings:
    """Who carries letters. Without a `host` they are printed into the log."""

    host: str = ""
    port: int = 0
    security: str = "starttls"
    """`starttls`; `tls` from the first byte; or `off`, for a server on the same machine."""
    user: str = ""
    password: str = ""
    sender: str = ""
    """`name@example.org`, or `The City <name@example.org>`."""

    @staticmethod
    def read(environment: Mapping[str, str]) -> MailSettings:
        """Raises BadSetting."""
        given = environment.get("PALABRE_SMTP") or ""
        if not given:
            return MailSettings()
        security = environment.get("PALABRE_SMTP_SECURITY") or "starttls"
        if security not in SMTP_PORTS:
            raise BadSetting(f"PALABRE_SMTP_SECURITY is {security!r}: starttls, tls or off")
        host, _, port = given.rpartition(":") if given.count(":") == 1 else (given, "", "")
        sender = environment.get("PALABRE_MAIL_FROM") or ""
        if not MAILBOX.fullmatch(parseaddr(sender)[1]):
            raise BadSetting("PALABRE_SMTP needs PALABRE_MAIL_FROM, the address that letters come from")
        return MailSettings(
            host=host,
            port=whole_number("PALABRE_SMTP", port) if port else SMTP_PORTS[security],
            security=security,
            user=environment.get("PALABRE_SMTP_USER") or "",
            password=environment.get("PALABRE_SMTP_PASSWORD") or "",
            sender=sender,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenIdSettings:
    """Who may vouch for colleagues. Without an `issuer` nobody does."""

    issuer: str = ""
    client_id: str = ""
    client_secret: str = ""
    name: str = ""
    """What people know it by: stands on the button."""
    scope: str = "openid email"
    prompt: str = ""
    acr: str = ""
    """How sure it must be, as the provider calls it (`eidas1` of FranceConnect): one of these, with spaces between."""
    trusts_email: bool = False
    """Its addresses are checked, though it does not say so of each (FranceConnect, ProConnect)."""

    @staticmethod
    def read(environment: Mapping[str, str]) -> OpenIdSettings:
        """Raises BadSetting."""
        issuer = environment.get("PALABRE_OIDC_ISSUER") or ""
        if not issuer:
            return OpenIdSettings()
        if not issuer.startswith(("https://", "http://127.0.0.1", "http://localhost")):
            raise BadSetting(f"PALABRE_OIDC_ISSUER is {issuer!r}, which does not begin with https://")
        client_id = environment.get("PALABRE_OIDC_CLIENT_ID") or ""
        if not client_id:
            raise BadSetting("PALABRE_OIDC_ISSUER needs PALABRE_OIDC_CLIENT_ID")
        return OpenIdSettings(
            issuer=issuer,
            client_id=client_id,
            client_secret=environment.get("PALABRE_OIDC_CLIENT_SECRET") or "",
            name=environment.get("PALABRE_OIDC_NAME") or "OpenID Connect",
            scope=environment.get("PALABRE_OIDC_SCOPE") or "openid email",
            prompt=environment.get("PALABRE_OIDC_PROMPT") or "",
            acr=environment.get("PALABRE_OIDC_ACR") or "",
            trusts_email=environment.get("PALABRE_OIDC_TRUST_EMAIL") == "1",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Every field has a value that works on a laptop. Paths are absolute."""

    data: Path
    """Where the database lies unless it is elsewhere, and the files people upload: what to back up."""
    database: str
    redis: str | None = None
    url: str
    """How people reach the server: stands in links and QR codes, and is the one origin sockets are accepted from."""
    host: str = "127.0.0.1"
    port: int = 8000
    proxies: str = "127.0.0.1"
    """Addresses whose X-Forwarded-For is believed, as uvicorn wants them."""
    organization: str = "Palabre"
    media: MediaSettings = MediaSettings()
    mail: MailSettings = MailSettings()
    openid: OpenIdSettings = OpenIdSettings()
    may_poll: bool = False
    """Browsers that open no WebSocket here may ask over HTTP instead."""
    own_url: str = ""
    """Where this server reaches itself; empty: as people do."""
    certificate: Path | None = None
    """Made here, and to be trusted by what this server starts."""
    plenary_most: int = PLENARY_MOST
    """How many people a new workshop's plenary holds while everybody in it may be heard and seen."""
    metrics_token: str = ""
    """What Prometheus shows for /metrics; without one there are none."""
    log: Form = Form.LOGFMT
    log_level: str = "info"

    @property
    def files(self) -> Path:
        return self.data / "files"

    @staticmethod
    def read(environment: Mapping[str, str]) -> Settings:
        """Raises BadSetting."""
        data = Path(environment.get("PALABRE_DATA") or "data").resolve()
        port = whole_number("PORT", environment.get("PORT") or "8000")
        return Settings(
            data=data,
            database=environment.get("PALABRE_DATABASE") or f"sqlite:///{data / 'palabre.sqlite3'}",
            redis=environment.get("PALABRE_REDIS") or None,
            url=address(environment.get("PALABRE_URL") or f"http://localhost:{port}"),
            host=environment.get("PALABRE_HOST") or "127.0.0.1",
            port=port,
            proxies=environment.get("PALABRE_PROXIES") or "127.0.0.1",
            organization=environment.get("PALABRE_ORGANIZATION") or "Palabre",
            media=MediaSettings.read(environment),
            plenary_most=people(environment.get("PALABRE_PLENARY") or str(PLENARY_MOST)),
            mail=MailSettings.read(environment),
            openid=OpenIdSettings.read(environment),
            metrics_token=environment.get("PALABRE_METRICS_TOKEN") or "",
            log=Form(one_of("PALABRE_LOG", environment.get("PALABRE_LOG") or Form.LOGFMT, tuple(Form))),
            log_level=one_of("PALABRE_LOG_LEVEL", environment.get("PALABRE_LOG_LEVEL") or "info", LEVELS),
        )


def whole_number(name: str, text: str) -> int:
    if not text.isdecimal() or not 0 <= int(text) <= 65_535:
        raise BadSetting(f"{name} is {text!r}, not the number of a port")
    return int(text)


def one_of(name: str, text: str, known: Sequence[str]) -> str:
    if text not in known:
        raise BadSetting(f"{name} is {text!r}, none of {', '.join(known)}")
    return text


def people(text: str) -> int:
    if not text.isdecimal() or not 0 < int(text) <= 10_000:
        raise BadSetting(f"PALABRE_PLENARY is {text!r}, not a number of people from 1 to 10000")
    return int(text)


def address(url: str) -> str:
    if not url.startswith(("http://", "https://")):
        raise BadSetting(f"PALABRE_URL is {url!r}, which begins with neither http:// nor https://")
    return url.rstrip("/")


def words(text: str | None) -> tuple[str, ...]:
    """Separated by commas or spaces."""
    return tuple((text or "").replace(",", " ").split())


def worker_address(text: str) -> None:
    """Raises BadSetting for what is neither a path nor `host:port`."""
    host, _, port = text.rpartition(":")
    if "/" not in text and not (host and port.isdecimal() and 0 < int(port) <= 65_535):
        raise BadSetting(f"PALABRE_MEDIA is {text!r}: spawn, off, host:port, or the path of a socket (with a slash)")


def announced(text: str) -> str:
    """`ip`, `ip:port` or `[ip]:port`. Browsers are given numbers: they look up no name for a server without one."""
    host, separator, port = text.rpartition(":") if text.count(":") == 1 or text.startswith("[") else (text, "", "")
    if text.endswith("]"):
        host, separator, port = text, "", ""
    try:
        ip_address(host.removeprefix("[").removesuffix("]"))
    except ValueError:
        raise BadSetting(f"PALABRE_MEDIA_ADDRESS has {text!r}, which is no IP address, nor one with :port") from None
    if separator:
        whole_number("PALABRE_MEDIA_ADDRESS", port)
    return text


def ice_urls(name: str, environment: Mapping[str, str], schemes: tuple[str, ...]) -> tuple[str, ...]:
    urls = words(environment.get(name))
    for url in urls:
        if not url.startswith(schemes):
            raise BadSetting(f"{name} has {url!r}, which does not begin with {' or '.join(schemes)}")
    return urls
