"""The tables. Texts hold JSON where a column is called body, put, drop or command; times are epoch milliseconds.

No column needs COLLATE "C": what is kept in order by fractional index is inside the bodies, sorted in Python.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Index, Integer, LargeBinary, MetaData, Table, Text, text

SCHEMA = 2
"""Version of what the JSON in the rows means. A kind of entity that was not there raises it; a field with a default
does not."""

metadata = MetaData(
    naming_convention={
        "pk": "%(table_name)s_key",
        "uq": "%(table_name)s_%(column_0_name)s_unique",
        "ix": "%(table_name)s_%(column_0_N_name)s_index",
    }
)

MODERATION = text("type = 'moderation'")

workshop = Table(
    "workshop",
    metadata,
    Column("id", Text, primary_key=True),
    Column("head", BigInteger, nullable=False),  # seq of its last change; a batch holds this row
    Column("epoch", Text, nullable=False),  # another one when history was rewritten
    Column("created_at", BigInteger, nullable=False),
    Column("schema", Integer, nullable=False),
    sqlite_with_rowid=False,
)

entity = Table(
    "entity",
    metadata,
    Column("workshop", Text, primary_key=True),
    Column("id", Text, primary_key=True),
    Column("type", Text, nullable=False),
    Column("rev", BigInteger, nullable=False),
    Column("body", Text, nullable=False),
    # Of few rows: what is counted for everybody is found without a look at all that people wrote.
    Index("entity_moderation_index", "workshop", sqlite_where=MODERATION, postgresql_where=MODERATION),
    # SQLite: bodies lie in the order they came, found by a slim index. Ids are random: in one tree with the bodies,
    # each would be on a page of its own, and a batch would write twice as many.
)
"""What a workshop is made of now; the only place of names and addresses."""

change = Table(
    "change",
    metadata,
    Column("workshop", Text, primary_key=True),
    Column("seq", BigInteger, primary_key=True, autoincrement=False),
    Column("at", BigInteger, nullable=False),
    Column("actor", Text),  # null: the system, or somebody who wrote anonymously
    Column("command", Text, nullable=False),  # its type
    Column("put", Text, nullable=False),  # entities, private fields blank
    Column("drop", Text, nullable=False),  # ids
    Column("schema", Integer, nullable=False),
    sqlite_with_rowid=False,
)
"""What happened, in order and without holes."""

command = Table(
    "command",
    metadata,
    # First in the key because PostgreSQL, before it has counted the rows, would read all commands of the workshop.
    Column("key", LargeBinary, primary_key=True),  # hash of whose and which command
    Column("workshop", Text, primary_key=True),
    Column("seq", BigInteger, nullable=False),
    Column("at", BigInteger, nullable=False),
    Index(None, "at"),
    sqlite_with_rowid=False,
)
"""Accepted commands of the last day, so that a repeated one is answered and not done again."""

sealed_ballot = Table(
    "sealed_ballot",
    metadata,
    Column("workshop", Text, primary_key=True),
    Column("poll", Text, primary_key=True),
    Column("id", Text, primary_key=True),  # random, another one whenever somebody votes
    Column("body", Text, nullable=False),
    sqlite_with_rowid=False,
)
"""What people chose in secret polls: no person, no time, no order; see persistence/ballots.py."""

due = Table(
    "due",
    metadata,
    Column("workshop", Text, primary_key=True),
    Column("id", Text, primary_key=True),
    Column("at", BigInteger, nullable=False),
    Column("command", Text, nullable=False),
    Index(None, "at"),
    sqlite_with_rowid=False,
)
"""Commands the system gives at a time."""

document_update = Table(
    "document_update",
    metadata,
    Column("workshop", Text, primary_key=True),
    Column("conclusion", Text, primary_key=True),
    Column("seq", BigInteger, primary_key=True, autoincrement=False),  # of the change it came with
    Column("at", BigInteger, nullable=False),
    Column("author", Text),  # null: what is left of several people when history was forgotten
    Column("client", BigInteger, nullable=False),  # under which id of Yjs
    Column("body", LargeBinary, nullable=False),  # empty: the client is the author's from now on
    Index(None, "workshop", "seq"),
    sqlite_with_rowid=False,
)
"""What people write together, change by change: with it goes who wrote what."""

document_checkpoint = Table(
    "document_checkpoint",
    metadata,
    Column("workshop", Text, primary_key=True),
    Column("conclusion", Text, primary_key=True),
    Column("seq", BigInteger, primary_key=True, autoincrement=False),  # of the last update in it
    Column("body", LargeBinary, nullable=False),
    Column("kept", Text, nullable=False),
    sqlite_with_rowid=False,
)
"""What the updates up to one make together: to begin from, and never more than that."""

link = Table(
    "link",
    metadata,
    Column("id", Text, primary_key=True),
    Column("workshop", Text, nullable=False),
    Column("role", Text, nullable=False),
    Column("code", Text, unique=True),  # short enough to be typed; null for staff
    Column("label", Text, nullable=False),
    Column("created_at", BigInteger, nullable=False),
    Column("expires_at", BigInteger),
    Column("revoked_at", BigInteger),
    Column("uses", Integer, nullable=False),  # how many people have come in by it
    Column("participant", Text),  # whose way back it is; null for those by which anybody comes in
    Index(None, "workshop"),
    Index(None, "participant"),
    sqlite_with_rowid=False,
)
"""Ways into a workshop; their tokens are signed from the id and stand nowhere."""

session_end = Table(
    "session_end",
    metadata,
    Column("workshop", Text, primary_key=True),
    Column("participant", Text, primary_key=True),
    Column("sid", Text, primary_key=True),  # empty: all that they have
    Column("not_before", BigInteger, primary_key=True, autoincrement=False),
    Column("until", BigInteger, nullable=False),
    sqlite_with_rowid=False,
)
"""Until when the tokens of a session hold that were issued before another was used, or before it was ended."""

minutes = Table(
    "minutes",
    metadata,
    Column("workshop", Text, primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("state", Text, nullable=False),
    Column("edition", Integer, nullable=False),
    Column("language", Text, nullable=False),
    Column("names", Integer, nullable=False),
    Column("head", BigInteger, nullable=False),
    Column("made_at", BigInteger, nullable=False),
    Column("document", Text, nullable=False),
    Column("wording", Text, nullable=False),
    Column("final", Text),
    Column("checksum", Text, nullable=False),
    Column("opened_at", BigInteger),
    Column("amend_until", BigInteger),
    Column("approved_at", BigInteger),
    Column("published_at", BigInteger),
    Column("superseded_at", BigInteger),
)
"""Versions of the minutes, see `facilitation.minutes.versions`; facts, words and both, approved, as JSON."""

minutes_file = Table(
    "minutes_file",
    metadata,
    Column("workshop", Text, primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("format", Text, primary_key=True),
    Column("sha256", Text, nullable=False),
    Column("size", Integer, nullable=False),
    Column("body", LargeBinary, nullable=False),
)
"""What was published, to the byte."""

amendment = Table(
    "amendment",
    metadata,
    Column("workshop", Text, primary_key=True),
    Column("id", Text, primary_key=True),
    Column("version", Integer, nullable=False),
    Column("section", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("author", Text),  # null once erased
    Column("at", BigInteger, nullable=False),
    Column("state", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("decided_at", BigInteger),
    sqlite_with_rowid=False,
)
"""What attendees ask to have added to a version of the minutes."""

setting = Table(
    "setting",
    metadata,
    Column("key", Text, primary_key=True),
    Column("value", Text, nullable=False),
    sqlite_with_rowid=False,
)
"""What the installation made up once and keeps, such as its secret."""

process = Table(
    "process",
    metadata,
    Column("id", Text, primary_key=True),
    Column("slug", Text, nullable=False, unique=True),
    Column("version", Integer, nullable=False),  # counts its changes and its phases'; whoever writes holds this row
    Column("body", Text, nullable=False),
    Column("created_at", BigInteger, nullable=False),
    sqlite_with_rowid=False,
)
"""Consultations in time."""

phase = Table(
    "phase",
    metadata,
    Column("process", Text, primary_key=True),
    Column("id", Text, primary_key=True),
    Column("place", Integer, nullable=False),
    Column("body", Text, nullable=False),
    Index(None, "id", unique=True),
    sqlite_with_rowid=False,
)
"""What a process consists of, each with one method."""

contribution = Table(
    "contribution",
    metadata,
    Column("phase", Text, primary_key=True),
    Column("id", Text, primary_key=True),
    Column("at", BigInteger, nullable=False),
    Column("body", Text, nullable=False),
    Index(None, "id", unique=True),
)
"""What a phase has gathered or decided, as it is handed to later ones."""

tally = Table(
    "tally",
    metadata,
    Column("phase", Text, primary_key=True),
    Column("id", Text, primary_key=True),
    Column("at", BigInteger, nullable=False),
    Column("body", Text, nullable=False),
)
"""Counted answers of a phase."""

studio_link = Table(
    "studio_link",
    metadata,
    Column("id", Text, primary_key=True),
    Column("label", Text, nullable=False),
    Column("created_at", BigInteger, nullable=False),
    Column("expires_at", BigInteger),
    Column("revoked_at", BigInteger),
    sqlite_with_rowid=False,
)
"""Ways into the studio, where all processes and workshops are; tokens are signed from the id, as links' are."""

agenda = Table(
    "agenda",
    metadata,
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False, unique=True),  # its title, as titles are compared
    Column("body", Text, nullable=False),
    Column("created_at", BigInteger, nullable=False),
)
"""The organization's own agendas to begin from, each as its file says it."""

colleague = Table(
    "colleague",
    metadata,
    Column("id", Text, primary_key=True),
    Column("email", Text, nullable=False, unique=True),  # in small letters
    Column("name", Text, nullable=False),
    Column("role", Text, nullable=False),
    Column("invited_at", BigInteger, nullable=False),
    Column("invitation", Text),  # a mark that its link bears; null once it was accepted
    Column("invitation_until", BigInteger),
    Column("joined_at", BigInteger),
    Column("revoked_at", BigInteger),
    Column("issuer", Text),  # who vouched for them by OpenID Connect, and under which name of its own
    Column("subject", Text),
    Column("epoch", Integer, nullable=False),  # counts what ended their sessions
    sqlite_with_rowid=False,
)
"""People of the organization who come into the studio in their own name."""

studio_session = Table(
    "studio_session",
    metadata,
    Column("id", Text, primary_key=True),  # hash of the token that the browser shows
    Column("colleague", Text, nullable=False),
    Column("created_at", BigInteger, nullable=False),
    Column("expires_at", BigInteger, nullable=False),
    Column("id_token", Text),  # to sign out of the provider too
    Index(None, "colleague"),
    sqlite_with_rowid=False,
)
"""Colleagues who are signed in."""

sign_in = Table(
    "sign_in",
    metadata,
    Column("id", Text, primary_key=True),  # hash of what only the browser that asked knows
    Column("expires_at", BigInteger, nullable=False),
    Column("tries", Integer, nullable=False),
    Column("body", Text, nullable=False),
    sqlite_with_rowid=False,
)
"""Attempts to sign in that are under way."""

mail = Table(
    "mail",
    metadata,
    Column("id", Text, primary_key=True),
    Column("address", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("html", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("only_colleagues", Integer, nullable=False),  # nobody else is written to: looked up when it is sent
    Column("created_at", BigInteger, nullable=False),
    Column("due_at", BigInteger, nullable=False),
    Column("until", BigInteger, nullable=False),  # of no use after
    Column("tries", Integer, nullable=False),
    Column("failed_at", BigInteger),  # given up; address and words are gone
    Index(None, "due_at"),
    sqlite_with_rowid=False,
)
"""What is still to be sent: a row goes with its letter."""

act = Table(
    "act",
    metadata,
    Column("id", Text, primary_key=True),  # in the order of time
    Column("at", BigInteger, nullable=False),
    Column("who", Text, nullable=False),  # a colleague, a way into the studio, or staff of a workshop
    Column("act", Text, nullable=False),
    Column("object", Text, nullable=False),  # the id of what it was about
    sqlite_with_rowid=False,
)
"""What staff did in the studio, and took out of it: ids alone."""

beat = Table(
    "beat",
    metadata,
    Column("id", Text, primary_key=True),
    Column("at", BigInteger, nullable=False),
    Column("body", Text, nullable=False),
    sqlite_with_rowid=False,
)
"""Signs of life of the processes that serve."""
