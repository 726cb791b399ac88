"""The `palabre` command."""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

import segno

from facilitation.staff import StaffRole
from media.addresses import lan_address
from persistence import archive, migrate
from persistence.archive import ArchiveRefused
from persistence.colleagues import Colleagues
from persistence.engine import open_engine
from persistence.journal import Busy
from persistence.links import Link
from persistence.restoring import begin_again
from persistence.studio import Kept, StudioLinks
from rooms.agenda import Workshop
from rooms.ids import WorkshopId
from rooms.permissions import Role
from rooms.refusal import Refused
from rooms.text import one_line
from web import demo, demo_process, lan, minutes, proxy, purging
from web.app import LOCALES, create_app, epoch_ms, media_worker, open_house, worker_arguments
from web.brand import KEY as BRANDING
from web.brand import Brand
from web.codes import spoken
from web.codes_by_mail import mailbox
from web.house import House
from web.languages import LANGUAGES, Catalogues
from web.letters import Letters
from web.logs import log_to_stderr
from web.opening import links_for_all, make_link, new_id, open_workshop
from web.serving import CannotListen, listen, serve
from web.settings import BadSetting, Settings
from web.studio.colleagues import Invitations
from web.studio.doors import new_studio_link

DAY_MS = 24 * 60 * 60 * 1000
SAMPLE = "Démonstration"
ANY_ADDRESS = ("0.0.0.0", "::")
T = TypeVar("T")


NOT_IMPORTED = {
    "already_there": "it is here already",
    "archive_damaged": "the archive is not as it was written",
    "archive_foreign": "this is no archive of Palabre, or it holds what does not belong there",
    "archive_invalid": "the archive holds what this version does not understand",
    "archive_newer": "a later version wrote the archive; upgrade first",
    "archive_public": "a public archive has no names, so it cannot be imported",
    "archive_too_big": "the archive is larger than any workshop",
    "archive_truncated": "part of the archive is missing",
}


class Stopped(Exception):
    """One line for whoever typed the command."""


def main(arguments: Sequence[str] | None = None) -> None:
    words = parser().parse_args(arguments)
    try:
        settings = Settings.read(os.environ)
        log_to_stderr(settings.log, settings.log_level)
        words.run(settings, words)
    except (Stopped, BadSetting, CannotListen) as stopped:
        sys.exit(f"palabre: {stopped}")
    except Refused as refused:
        sys.exit(f"palabre: refused, {refused.code} {refused.details or ''}".rstrip())
    except Busy as busy:
        sys.exit(f"palabre: the database does not answer ({busy})")


def parser() -> argparse.ArgumentParser:
    palabre = argparse.ArgumentParser(prog="palabre", description="A server for real-time deliberation and workshops.")
    commands = palabre.add_subparsers(required=True, metavar="command")

    def command(name: str, run: Callable[[Settings, argparse.Namespace], None], help: str) -> argparse.ArgumentParser:
        added = commands.add_parser(name, help=help, description=help)
        added.set_defaults(run=run)
        return added

    serving = command("serve", run_serve, "Serve, after bringing the database up to date.")
    serving.add_argument("--host", help="the address to listen on (PALABRE_HOST, 127.0.0.1)")
    serving.add_argument("--port", type=int, help="the port to listen on (PORT, 8000)")
    serving.add_argument("--demo", action="store_true", help="with a sample workshop ready to join; prints its links")
    serving.add_argument(
        "--lan", action="store_true", help="for people in the same network, over https with a certificate made here"
    )
    command("media", run_media, "Carry voice and video for web processes elsewhere (PALABRE_MEDIA says where).")
    command("migrate", run_migrate, "Bring the database up to date.")
    add_nginx(command("nginx", run_nginx, "Write how nginx stands before web processes: a site for its configuration."))
    command("restored", run_restored, "Say that the database is a restored backup, so that browsers begin again.")
    command("demo", run_demo, "Make the sample workshop, once, and print its links.")
    opening = command("new", run_new, "Open a workshop and print its links.")
    opening.add_argument("title")
    opening.add_argument("--language", choices=sorted(LANGUAGES), default="fr")
    opening.add_argument("--time-zone", default="Europe/Paris", help="as the IANA calls it (Europe/Paris)")
    linking = command("link", run_link, "Make a link, for a new organizer unless told otherwise, and print it.")
    linking.add_argument("--workshop", help="its id, where there are several")
    linking.add_argument("--role", choices=[role.value for role in Role], default=Role.ORGANIZER.value)
    linking.add_argument("--studio", action="store_true", help="into the studio: all processes and workshops")
    linking.add_argument("--label", default="", help="whose way into the studio it is, seen by colleagues")
    linking.add_argument("--days", type=int, help="how long one may come in by it")
    inviting = command("invite", run_invite, "Invite a colleague into the studio by mail, and print where it leads.")
    inviting.add_argument("email")
    inviting.add_argument("--name", required=True, help="as colleagues see it")
    inviting.add_argument("--role", choices=[role.value for role in StaffRole], default=StaffRole.ADMINISTRATOR.value)
    inviting.add_argument("--language", choices=sorted(LANGUAGES), default="fr")
    add_robots(command("robots", run_robots, "Send scripted participants in, for a rehearsal."))
    command(
        "purge", run_purge, "Delete what has been kept for as long as people were told; a server does so by itself."
    )
    add_minutes(command("minutes", run_minutes, "Write a workshop's minutes."))
    archiving = commands.add_parser("archive", help="Take a workshop out whole, or in.").add_subparsers(
        required=True, metavar="export|import"
    )
    add_export(archiving.add_parser("export", help="Write a workshop into one file."))
    add_import(archiving.add_parser("import", help="Read a workshop from such a file."))
    return palabre


# -- serving ------------------------------------------------------------------------------------------------------


def run_serve(settings: Settings, words: argparse.Namespace) -> None:
    port = words.port if words.port is not None else settings.port
    if not 0 <= port <= 65_535:
        raise Stopped(f"{port} is not the number of a port")
    listening = listen(words.host or ("0.0.0.0" if words.lan else settings.host), port)
    port = listening.getsockname()[1]
    if "PALABRE_URL" not in os.environ:
        settings = replace(settings, url=f"http://localhost:{port}")
    prepare(settings)
    certificate: lan.Certificate | None = None
    if words.lan:
        settings, certificate = in_the_hall(settings, words.host, port)
        settings = replace(settings, certificate=certificate.path)
    else:
        own_host = words.host or settings.host
        settings = replace(settings, own_url=f"http://{'127.0.0.1' if own_host in ANY_ADDRESS else own_host}:{port}")
    links: dict[Role, Link] = within(settings, made_sample) if words.demo else {}
    house = open_house(settings)
    has_workshops = bool(house.journal.heads())

    def say() -> None:
        print(f"Palabre runs on {settings.url}", flush=True)
        if certificate is not None:
            print(lan.advice(certificate), flush=True)
        if links:
            print_links(house, links, demo.TITLE)
            print_sample(house)
        elif not has_workshops:
            print('There is no workshop yet. Open one: palabre new "Its title", or a sample: palabre demo', flush=True)

    app = create_app(house, media=media_worker(settings.media))
    serve(app, listening, settings.proxies, say, certificate.path if certificate else None)


def in_the_hall(settings: Settings, host: str | None, port: int) -> tuple[Settings, lan.Certificate]:
    """Links, pictures and media name the address that others in the same network reach.

    Safari opens no WebSocket over a certificate made here, whatever was accepted (WebKit bug 145819): pages may poll.
    """
    address = host if host and host not in ANY_ADDRESS else lan_address()
    if address is None:
        raise Stopped("this machine is in no local network; join one, or name its address with --host")
    try:
        certificate = lan.certificate_for(address, settings.data, datetime.now(UTC))
    except ValueError:
        raise Stopped(f"--lan needs the number of an address, not {address}") from None
    announced = settings.media.announced or (address,)
    where = f"[{address}]" if ":" in address else address
    media = replace(settings.media, announced=announced)
    return replace(settings, url=f"https://{where}:{port}", media=media, may_poll=True), certificate


def run_media(settings: Settings, words: argparse.Namespace) -> None:
    """This process becomes the worker: what was loaded until now is of no use to it."""
    if settings.media.worker in ("spawn", "off"):
        raise Stopped(
            "set PALABRE_MEDIA to where web processes reach this worker (127.0.0.1:7000, or the path of a socket), "
            "and PALABRE_MEDIA_SECRET, the same there and here"
        )
    arguments = worker_arguments(settings.media).words()
    worker = [sys.executable, "-m", "media.worker", "--control", settings.media.worker, *arguments]
    os.execv(sys.executable, worker)


def prepare(settings: Settings) -> None:
    settings.data.mkdir(parents=True, exist_ok=True)
    migrate(settings.database)


def within(settings: Settings, act: Callable[[House], Awaitable[T]]) -> T:
    """Act on a house of its own, closed afterwards. A server may run beside it."""

    async def acted() -> T:
        house = open_house(settings)
        try:
            return await act(house)
        finally:
            await house.close()

    return asyncio.run(acted())


def run_migrate(settings: Settings, words: argparse.Namespace) -> None:
    prepare(settings)


def run_restored(settings: Settings, words: argparse.Namespace) -> None:
    prepare(settings)
    engine = open_engine(settings.database)
    try:
        count = begin_again(engine)
    finally:
        engine.dispose()
    print(f"{count} workshops go on from here; every browser begins again")


def add_nginx(words: argparse.ArgumentParser) -> None:
    words.add_argument("ports", type=int, nargs="+", help="where the web processes listen")
    words.add_argument("--certificate", default="", help="a file of PEM, with its chain; without one there is no https")
    words.add_argument("--key", default="", help="and its key")
    words.add_argument("--listen", type=int, help="the port for people (443, or 80 without a certificate)")


def run_nginx(settings: Settings, words: argparse.Namespace) -> None:
    if bool(words.certificate) != bool(words.key):
        raise Stopped("--certificate and --key come together")
    listening = words.listen or (443 if words.certificate else 80)
    print(proxy.site(settings.url, words.ports, listening, words.certificate, words.key), end="")


# -- workshops and links ------------------------------------------------------------------------------------------


async def made_sample(house: House) -> dict[Role, Link]:
    await demo.make_sample(house)
    await asyncio.to_thread(demo_process.make_process, house)
    return await asyncio.to_thread(links_for_all, house, demo.ID)


def run_demo(settings: Settings, words: argparse.Namespace) -> None:
    async def act(house: House) -> None:
        print_links(house, await made_sample(house), demo.TITLE)
        print_sample(house)

    prepare(settings)
    within(settings, act)


def run_new(settings: Settings, words: argparse.Namespace) -> None:
    async def act(house: House) -> None:
        id = new_id()
        await open_workshop(house, id, words.title, words.language, words.time_zone)
        print_links(house, await asyncio.to_thread(links_for_all, house, id), words.title)

    prepare(settings)
    within(settings, act)


def run_link(settings: Settings, words: argparse.Namespace) -> None:
    if words.studio:
        prepare(settings)
        within(settings, lambda house: asyncio.to_thread(print_studio_link, house, words))
        return

    async def act(house: House) -> None:
        workshop = await the_workshop(house, words.workshop)
        expires_at = house.now() + words.days * DAY_MS if words.days else None
        link = await asyncio.to_thread(make_link, house, workshop, Role(words.role), expires_at)
        print(house.addresses.of(link) + (f"   {spoken(link.code)}" if link.code else ""))

    prepare(settings)
    within(settings, act)


def print_studio_link(house: House, words: argparse.Namespace) -> None:
    """A new one for a colleague."""
    now = house.now()
    expires_at = now + words.days * DAY_MS if words.days else None
    link = StudioLinks(house.engine).create(new_studio_link(now, words.label, expires_at))
    print(house.addresses.studio(link.id))


def run_invite(settings: Settings, words: argparse.Namespace) -> None:
    """The letter is sent by a server that runs, or by the next one."""
    prepare(settings)

    def invite(house: House) -> None:
        brand = Brand(Kept(house.engine, BRANDING), settings.organization)
        brand.read()
        letters = Letters(Catalogues(LOCALES, "letters"), brand)
        invitations = Invitations(Colleagues(house.engine), letters, house.addresses, house.now)
        print(invitations.send(mailbox(words.email), one_line(words.name), StaffRole(words.role), words.language))

    within(settings, lambda house: asyncio.to_thread(invite, house))


def print_sample(house: House) -> None:
    """Where the sample process is read, and where it is written."""
    links = StudioLinks(house.engine)
    valid = (link for link in links.all() if link.label == SAMPLE and link.revoked_at is None)
    link = next(valid, None) or links.create(new_studio_link(house.now(), SAMPLE))
    print(f"  {'process':<12} {house.settings.url}/p/{demo_process.FACE.slug}")
    print(f"  {'studio':<12} {house.addresses.studio(link.id)}\n", flush=True)


async def the_workshop(house: House, id: str | None) -> WorkshopId:
    """The one meant. Raises Stopped where that is not clear."""
    known = await asyncio.to_thread(house.journal.heads)
    if id is not None and id in known:
        return WorkshopId(id)
    if id is None and len(known) == 1:
        return next(iter(known))
    if not known:
        raise Stopped('there is no workshop yet; palabre new "Its title" opens one')
    rows = [f"  {workshop}  {await title_of(house, workshop)}" for workshop in known]
    raise Stopped("\n".join(["which workshop? --workshop takes one of these:", *rows]))


async def title_of(house: House, workshop: WorkshopId) -> str:
    state = (await house.gateway.open(workshop)).state
    return next((found.title for found in state.all(Workshop)), "")


def print_links(house: House, links: dict[Role, Link], title: str) -> None:
    """The picture is the participants': the one shown in the hall."""
    print(f"\n{title}")
    for role in reversed(Role):
        link = links[role]
        print(f"  {role.value:<12} {house.addresses.of(link)}" + (f"   code {spoken(link.code)}" if link.code else ""))
    print()
    if sys.stdout.isatty():
        segno.make(house.addresses.short(links[Role.PARTICIPANT]), micro=False).terminal(compact=True, border=2)
    sys.stdout.flush()


# -- robots, minutes, archives ------------------------------------------------------------------------------------


def add_robots(words: argparse.ArgumentParser) -> None:
    words.add_argument("count", type=int, help="how many")
    words.add_argument("link", help="the participants' link; with --story an organizer's")
    words.add_argument("--texts", type=Path, help="a CSV file with a column comment-body: what they write")
    words.add_argument("--minutes", type=float, default=5, help="how long they stay (5)")
    words.add_argument("--rate", type=float, default=6, help="commands of each a minute, roughly (6)")
    words.add_argument("--seed", type=int, default=0, help="the same seed, the same behaviour (0)")
    words.add_argument("--story", action="store_true", help="play the whole agenda in --minutes, to public minutes")
    words.add_argument("--talk", action="store_true", help="they speak too, one at a time mostly")
    words.add_argument("--faces", type=int, default=0, metavar="N", help="so many of them show a face; all talk")


def run_robots(settings: Settings, words: argparse.Namespace) -> None:
    # Here, for the codecs of voices and faces would cost every server 40 MB.
    from web import robots

    try:
        plan = robots.Plan(
            count=words.count,
            link=words.link,
            texts=robots.read_texts(words.texts) if words.texts else (),
            minutes=words.minutes,
            rate=words.rate,
            seed=words.seed,
            talk=words.talk,
            faces=words.faces,
            story=words.story,
        )
        started_at = time.monotonic()
        summary = asyncio.run((robots.play if plan.story else robots.run)(plan, print))
    except (robots.NotJoined, robots.Failed, OSError) as error:
        raise Stopped(str(error)) from error
    print(f"{summary}\n{'after':>18}  {time.monotonic() - started_at:.0f} s")
    if not summary.is_sound:
        sys.exit(1)


def add_minutes(words: argparse.ArgumentParser) -> None:
    words.add_argument("--workshop", help="its id, where there are several")
    words.add_argument("--format", choices=[format.value for format in minutes.Format], default="md")
    words.add_argument("--language", choices=sorted(LANGUAGES), help="the workshop's own unless told otherwise")
    words.add_argument("--without-names", action="store_true", help="to be published")
    words.add_argument("--output", type=Path, help="the file to write (standard output)")


def run_minutes(settings: Settings, words: argparse.Namespace) -> None:
    prepare(settings)
    workshop = within(settings, lambda house: the_workshop(house, words.workshop))
    # Here, for typesetting and office formats would cost every server their memory.
    from web.minutes.writers import write

    format = minutes.Format(words.format)
    with tempfile.TemporaryDirectory(prefix="palabre-minutes-") as folder:
        write(
            minutes.Job(
                database=settings.database,
                workshop=workshop,
                folder=folder,
                formats=(format,),
                now_ms=epoch_ms(),
                language=words.language,
                names=not words.without_names,
            )
        )
        write_out((Path(folder) / format.value).read_bytes(), words.output)


def write_out(body: bytes, path: Path | None) -> None:
    if path is None:
        sys.stdout.buffer.write(body)
        return
    try:
        path.write_bytes(body)
    except OSError as error:
        raise Stopped(f"cannot write {path}: {error.strerror}") from error


def run_purge(settings: Settings, words: argparse.Namespace) -> None:
    prepare(settings)
    done = within(settings, purging.purge)
    for id in done.closed:
        print(f"{id}: closed, for nothing had happened in it for half a year")
    for id, proof in done.data:
        counts = ", ".join(f"{many} {kind}" for kind, many in proof.counts.items()) or "there was nothing"
        print(f"{id}: {proof.data} deleted ({counts})")
    if done.files:
        print(f"{done.files} files deleted that nothing names any more")
    if not done.is_swept:
        raise Stopped("what was deleted may still lie in free space of the database, which others use; try again later")


def add_export(words: argparse.ArgumentParser) -> None:
    words.add_argument("file", type=Path, help="the file to write, a .zip")
    words.add_argument("--workshop", help="its id, where there are several")
    words.add_argument("--public", action="store_true", help="without names, to be published; it cannot be imported")
    words.set_defaults(run=run_export)


def run_export(settings: Settings, words: argparse.Namespace) -> None:
    prepare(settings)
    workshop = within(settings, lambda house: the_workshop(house, words.workshop))
    job = archive.Job(
        database=settings.database,
        files=str(settings.files),
        workshop=workshop,
        out=str(words.file),
        now_ms=epoch_ms(),
        public=words.public,
    )
    try:
        archive.run(job)
    except ArchiveRefused as refused:
        raise Stopped("nothing was written: people vote in secret just now") from refused
    except OSError as error:
        raise Stopped(f"cannot write {words.file}: {error.strerror}") from error


def add_import(words: argparse.ArgumentParser) -> None:
    words.add_argument("file", type=Path, help="an archive that is not a public one")
    words.set_defaults(run=run_import)


def run_import(settings: Settings, words: argparse.Namespace) -> None:
    prepare(settings)
    engine = open_engine(settings.database)
    try:
        workshop = archive.import_(engine, settings.files, words.file)
    except ArchiveRefused as refused:
        why = NOT_IMPORTED.get(refused.code, refused.code)
        details = ", ".join(f"{name} {value}" for name, value in refused.details.items())
        raise Stopped(f"nothing was imported: {why}{f' ({details})' if details else ''}") from refused
    except OSError as error:
        raise Stopped(f"cannot read {words.file}: {error.strerror}") from error
    finally:
        engine.dispose()
    print(f"{workshop} is here. palabre link --workshop {workshop} lets an organizer in.")
