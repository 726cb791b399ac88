"""What of the database an archive holds. A test fails when a column or a kind of entity is in neither list."""

from __future__ import annotations

from typing import get_args

from facilitation.workshop import AnyEntity
from persistence import tables
from rooms.entity import Entity

KINDS: dict[str, type[Entity]] = {str(kind.__struct_config__.tag): kind for kind in get_args(AnyEntity)}
"""Every kind of entity has a resource of its own, with all its fields."""

EXPORTED = {
    "workshop.id": "datapackage.json: workshop",
    "workshop.head": "datapackage.json: head",
    "workshop.epoch": "datapackage.json: epoch; an import makes a new one",
    "workshop.created_at": "datapackage.json: created_at",
    "workshop.schema": "datapackage.json: schema_version",
    "entity.id": "entities: id",
    "entity.type": "entities: the name of the resource",
    "entity.rev": "entities: rev",
    "entity.body": "entities: all fields",
    "change.seq": "history: seq",
    "change.at": "history: at",
    "change.actor": "history: actor",
    "change.command": "history: command",
    "change.put": "history: put",
    "change.drop": "history: drop",
    "change.schema": "history: schema",
    "due.id": "dues: id",
    "due.at": "dues: at",
    "due.command": "dues: command",
    "sealed_ballot.poll": "sealed_ballots: poll",
    "sealed_ballot.id": "sealed_ballots: id",
    "sealed_ballot.body": "sealed_ballots: answer",
    **{f"minutes.{column.name}": f"minutes.json: {column.name}" for column in tables.minutes.columns},
    **{
        f"amendment.{column.name}": f"amendments.json: {column.name}"
        for column in tables.amendment.columns
        if column.name != "workshop"
    },
    "minutes_file.number": "minutes/: the name of the file",
    "minutes_file.format": "minutes/: the name of the file",
    "minutes_file.sha256": "datapackage.json: hash",
    "minutes_file.size": "datapackage.json: bytes",
    "minutes_file.body": "minutes/: the file",
    **{
        f"document_update.{name}": f"documents: {name}"
        for name in ("conclusion", "seq", "at", "author", "client", "body")
    },
    "link.id": "links: id",
    "link.role": "links: role",
    "link.label": "links: label",
    "link.created_at": "links: created_at",
    "link.expires_at": "links: expires_at",
    "link.revoked_at": "links: revoked_at",
    "link.uses": "links: uses",
}

EXCLUDED = {
    **{
        f"{table}.workshop": "an archive holds one workshop, named in datapackage.json"
        for table in (
            "entity",
            "change",
            "due",
            "link",
            "sealed_ballot",
            "document_update",
            "minutes_file",
            "amendment",
        )
    },
    "link.code": "a secret: whoever reads it may come in",
    "link.participant": "one person's way back: such links stay out, since they hold in one installation only",
    **{
        f"command.{column.name}": "kept for a day to answer repeated commands, and would tell who wrote anonymously"
        for column in tables.command.columns
    },
    **{
        f"document_checkpoint.{column.name}": "made again from the updates"
        for column in tables.document_checkpoint.columns
    },
    **{f"setting.{column.name}": "the installation's own, its secret among them" for column in tables.setting.columns},
    **{
        f"{table.name}.{column.name}": "of a process, whose own export has it: an archive holds one workshop"
        for table in (tables.process, tables.phase, tables.contribution, tables.tally)
        for column in table.columns
    },
    **{
        f"{table.name}.{column.name}": "a way into the whole installation, not into one workshop"
        for table in (tables.studio_link, tables.colleague, tables.studio_session, tables.sign_in)
        for column in table.columns
    },
    **{
        f"session_end.{column.name}": "of sessions, which hold in one installation only"
        for column in tables.session_end.columns
    },
    **{
        f"agenda.{column.name}": "of the installation's library, which exports each to a file"
        for column in tables.agenda.columns
    },
    **{f"mail.{column.name}": "letters to people, gone once they are sent" for column in tables.mail.columns},
    **{f"act.{column.name}": "of the installation's staff, who read and export it" for column in tables.act.columns},
    **{f"beat.{column.name}": "of the processes that serve now" for column in tables.beat.columns},
}
