"""The tables, once for all engines. What was read is above; what linking made of it is below.

Tables of readings are filled by ``put`` from the current record of a report; tables of links are written
whole by one run of ``wortlaut.link``. ``migrations/`` has the same tables as steps of SQL.
"""

from __future__ import annotations

from sqlalchemy import (
    Column,
    Float,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
)

metadata = MetaData()


def _text(name: str, *, key: bool = False, null: bool = False) -> Column[str]:
    return Column(name, Text, primary_key=key, nullable=null and not key)


# what was received and read: nothing here is overwritten

change = Table(
    "change",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    _text("at"),
    _text("what"),
    _text("report"),
    Column("version", Integer, nullable=False),
)
version = Table(
    "version",
    metadata,
    _text("report", key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    _text("digest"),
    _text("received"),
    Index("version_by_digest", "report", "digest"),
)
place = Table(
    "place", metadata, _text("place", key=True), _text("report"), Index("place_by_report", "report")
)
reading = Table(
    "reading",
    metadata,
    _text("report", key=True),
    Column("version", Integer, primary_key=True, autoincrement=False),
    _text("program", key=True),
    Column("record", LargeBinary, nullable=False),
)
report = Table(
    "report",
    metadata,
    Column("row", Integer, primary_key=True),
    _text("id"),
    Column("version", Integer, nullable=False),
    _text("program"),
    _text("url", null=True),
    _text("heading"),
    _text("title", null=True),
    _text("outlet", null=True),
    _text("published", null=True),
    _text("language"),
    Column("origin", LargeBinary, nullable=True),
    ForeignKeyConstraint(
        ["id", "version", "program"], ["reading.report", "reading.version", "reading.program"]
    ),
    Index("report_by_id", "id", unique=True),
    Index("report_by_url", "url"),
    Index("report_by_day", "published"),
)

# findings of the current reading of each report, to be looked up

actor = Table(
    "actor",
    metadata,
    _text("report", key=True),
    _text("id", key=True),
    _text("name"),
    _text("kind"),
    _text("wikidata", null=True),
)
statement = Table(
    "statement",
    metadata,
    Column("row", Integer, primary_key=True),
    _text("report"),
    _text("id"),
    _text("speaker", null=True),
    _text("act"),
    _text("day", null=True),
    _text("words"),
    Index("statement_by_report", "report", "id", unique=True),
    Index("statement_by_day", "day"),
)
spoken_of = Table(
    "spoken_of",
    metadata,
    _text("report", key=True),
    _text("statement", key=True),
    _text("actor", key=True),
    Index("spoken_of_by_actor", "report", "actor"),
)
contact = Table(
    "contact",
    metadata,
    _text("report", key=True),
    _text("id", key=True),
    _text("kind"),
    _text("day", null=True),
    _text("status"),
)

contact_party = Table(
    "contact_party", metadata, _text("report", key=True), _text("contact", key=True), _text("actor", key=True)
)

# what linking found; ``reasons`` is a JSON list of words

entity = Table(
    "entity",
    metadata,
    _text("id", key=True),
    _text("name"),
    _text("kind"),
    _text("wikidata", null=True),
    Column("reports", Integer, nullable=False),
    Column("reasons", LargeBinary, nullable=False),
)
entity_of = Table(
    "entity_of",
    metadata,
    _text("report", key=True),
    _text("actor", key=True),
    _text("entity"),
    Index("entity_of_by_entity", "entity"),
)
origin = Table("origin", metadata, _text("id", key=True), _text("name", null=True))
origin_of = Table(
    "origin_of", metadata, _text("report", key=True), _text("origin"), Index("origin_of_by_origin", "origin")
)
copy = Table(
    "copy",
    metadata,
    _text("report", key=True),
    _text("of", null=True),
    _text("kind"),
    Column("confidence", Float, nullable=False),
    Column("reasons", LargeBinary, nullable=False),
    Index("copy_by_of", "of"),
)
utterance = Table(
    "utterance",
    metadata,
    _text("id", key=True),
    _text("entity", null=True),
    _text("day", null=True),
    Column("confidence", Float, nullable=False),
    Column("reasons", LargeBinary, nullable=False),
)
utterance_of = Table(
    "utterance_of",
    metadata,
    _text("report", key=True),
    _text("statement", key=True),
    _text("utterance"),
    Index("utterance_of_by_utterance", "utterance"),
)
meeting = Table(
    "meeting",
    metadata,
    _text("id", key=True),
    _text("kind"),
    _text("when", null=True),
    _text("day", null=True),
    _text("status"),
    Index("meeting_by_day", "day"),
)
meeting_of = Table(
    "meeting_of",
    metadata,
    _text("report", key=True),
    _text("contact", key=True),
    _text("meeting"),
    Column("confidence", Float, nullable=False),
    Column("reasons", LargeBinary, nullable=False),
    Index("meeting_of_by_meeting", "meeting"),
)
meeting_party = Table(
    "meeting_party",
    metadata,
    _text("meeting", key=True),
    _text("entity", key=True),
    Index("meeting_party_by_entity", "entity"),
)
dispute = Table(
    "dispute",
    metadata,
    _text("id", key=True),
    _text("about"),
    _text("kind"),
    _text("day", null=True),
    Column("confidence", Float, nullable=False),
    Column("reasons", LargeBinary, nullable=False),
)
dispute_side = Table(
    "dispute_side",
    metadata,
    _text("dispute", key=True),
    _text("side", key=True),
    _text("report", key=True),
    _text("item", key=True),
    Index("dispute_side_by_report", "report"),
)
story = Table(
    "story",
    metadata,
    _text("id", key=True),
    _text("title"),
    _text("day", null=True),
    Index("story_by_day", "day"),
)
story_of = Table(
    "story_of", metadata, _text("report", key=True), _text("story"), Index("story_of_by_story", "story")
)
vector = Table("vector", metadata, _text("digest", key=True), Column("numbers", LargeBinary, nullable=False))
linked = Table("linked", metadata, Column("change", Integer, primary_key=True), _text("program"))
