"""Minutes as an OpenDocument text: named styles, header rows, pictures with words, both directions of writing."""

from __future__ import annotations

import struct
from datetime import datetime
from io import BytesIO
from typing import Any

from odf import dc, draw, meta, style, svg, table, text
from odf.opendocument import OpenDocumentText

from facilitation.minutes.document import (
    Bullets,
    Chart,
    Document,
    Figures,
    Paragraph,
    Part,
    Pile,
    Quote,
    Section,
    Sources,
    Table,
    targets,
)
from rooms.paper import Paper
from web.languages import Texts
from web.minutes import office
from web.minutes.office import caption, is_right_to_left, line, paragraphs

CHART_WIDTH_CM = 15.0
WIDTH_CM = 16.4
LEVELS = 10


def opendocument(document: Document, words: Texts, made_at: datetime, charts: list[bytes]) -> bytes:
    """`charts` are the pictures of its charts, in their order."""
    writer = _Writer(document, words, charts)
    writer.write(made_at)
    out = BytesIO()
    writer.sheet.write(out)
    return out.getvalue()


class _Writer:
    def __init__(self, document: Document, words: Texts, charts: list[bytes]) -> None:
        self.sheet = OpenDocumentText()
        self.document = document
        self.words = words
        self.charts = iter(charts)
        self.is_rtl = words.direction == "rtl"
        self.targets = targets(document.parts)
        self.pictures = 0
        self.columns: set[str] = set()

    def write(self, made_at: datetime) -> None:
        document, words = self.document, self.words
        about = self.sheet.meta
        about.addElement(dc.Title(text=line(document.title)))
        about.addElement(dc.Language(text=words.language))
        about.addElement(meta.CreationDate(text=made_at.isoformat(timespec="seconds")))
        _furnish(self.sheet, words)
        self.say(words("minutes-title"), "Bar")
        self.say(document.date, "Soft")
        if document.standing:
            self.say(document.standing, "Soft")
        self.say(document.title, "Title")
        self.prose(document.lead, "Subtitle")
        if document.summary:
            self.heading(words("minutes-summary"), 1)
            self.prose(document.summary)
        self.parts(document.parts, 1)
        self.say(document.made, "Proof")
        if document.checksum:
            self.say(words("minutes-checksum"), "Proof")
            self.say(document.checksum, "Proof")

    # -- parts ----------------------------------------------------------------------------------------------------

    def parts(self, parts: tuple[Part, ...], level: int) -> None:
        for part in parts:
            match part:
                case Section():
                    self._section(part, level)
                case Paragraph():
                    self.prose(part.text, "Soft" if part.soft else "Body")
                case Figures():
                    self.bullets([f"{number} {what}" for number, what in part.items])
                case Bullets():
                    self.bullets(part.items)
                case Table():
                    self._table(part)
                case Chart():
                    self._chart(part)
                case Quote():
                    self._quote(part)
                case Pile():
                    self.say(part.title, "Pile")
                    for quote in part.quotes:
                        self._quote(quote)
                case Sources():
                    self._sources(part)

    def _section(self, section: Section, level: int) -> None:
        self.heading(section.title, level, section.paper, section.key)
        if section.note:
            self.say(self.words("minutes-note"), "Label")
            self.prose(section.note, "Body")
        self.parts(section.parts, level + 1)
        if section.amendments:
            self.say(self.words("minutes-amendments"), "Label")
            for amendment in section.amendments:
                self._quote(amendment)

    def _table(self, part: Table) -> None:
        made = table.Table(stylename="Minutes-Table")
        for share in office.widths(part):
            made.addElement(table.TableColumn(stylename=self._column(share)))
        header = table.TableHeaderRows()
        header.addElement(self._row(part.head, part.numbers, "Minutes-Head", "Entry-Head"))
        made.addElement(header)
        for row in part.rows:
            made.addElement(self._row(row, part.numbers, "Minutes-Cell", "Entry"))
        self.sheet.text.addElement(made)
        self.say("", "Gap")

    def _row(self, cells: tuple[str, ...], numbers: tuple[int, ...], name: str, entry: str) -> Any:
        row = table.TableRow(stylename="Minutes-Row")
        for column, plain in enumerate(cells):
            cell = table.TableCell(stylename=name)
            cell.addElement(self._block(plain, f"{entry}-Figure" if column in numbers else entry))
            row.addElement(cell)
        return row

    def _column(self, share: float) -> str:
        """The style of a column as wide as this, which it is made to have."""
        name = f"Minutes-Column-{round(share * 1000)}"
        if name not in self.columns:
            made = style.Style(name=name, family="table-column")
            made.addElement(style.TableColumnProperties(columnwidth=f"{WIDTH_CM * share:.2f}cm"))
            self.sheet.automaticstyles.addElement(made)
            self.columns.add(name)
        return name

    def _chart(self, chart: Chart) -> None:
        png = next(self.charts)
        width, height = struct.unpack(">II", png[16:24])
        self.pictures += 1
        reference = self.sheet.addPicture(f"chart{self.pictures}.png", "image/png", png)
        frame = draw.Frame(
            name=f"chart{self.pictures}",
            anchortype="as-char",
            width=f"{CHART_WIDTH_CM}cm",
            height=f"{CHART_WIDTH_CM * height / width:.2f}cm",
        )
        frame.addElement(draw.Image(href=reference, type="simple", show="embed", actuate="onLoad"))
        frame.addElement(svg.Title(text=line(chart.table.head[0])))
        frame.addElement(svg.Desc(text=self.words("minutes-chart-alt")))
        block = text.P(stylename=self._name("Body"))
        block.addElement(frame)
        self.sheet.text.addElement(block)
        self._table(chart.table)

    def _quote(self, quote: Quote) -> None:
        name = _note_style(quote.paper)
        for number, rows in enumerate(paragraphs(quote.text)):
            block = self._rows(rows, name)
            if not number:
                self._bookmark(block, quote.anchor)
            self.sheet.text.addElement(block)
        if said := caption(quote):
            self.say(" · ".join(said), f"{name}-Caption")
        self.bullets([" — ".join(filter(None, (reply.text, reply.by))) for reply in quote.replies])
        self.say("", "Gap")

    def _sources(self, sources: Sources) -> None:
        self.say(sources.label, "Label")
        listed = text.List(stylename="Minutes-List")
        for source in sources.items:
            block = text.P(stylename=self._name("Body"))
            if source.anchor in self.targets:
                block.addElement(text.A(href=f"#{source.anchor}", type="simple", text=line(source.text)))
            else:
                block.addText(line(source.text))
            item = text.ListItem()
            item.addElement(block)
            listed.addElement(item)
        self.sheet.text.addElement(listed)

    # -- text -----------------------------------------------------------------------------------------------------

    def heading(self, plain: str, level: int, paper: Paper | None = None, anchor: str = "") -> None:
        name = f"Heading-{paper.value.title()}" if paper is not None else f"Heading-{min(level, LEVELS)}"
        block = text.H(outlinelevel=min(level, LEVELS), stylename=self._name(name, plain))
        block.addText(line(plain))
        self._bookmark(block, anchor)
        self.sheet.text.addElement(block)

    def say(self, plain: str, name: str) -> None:
        self.sheet.text.addElement(self._block(plain, name))

    def prose(self, plain: str, name: str = "Body") -> None:
        """Its line breaks stay, empty lines part paragraphs."""
        for rows in paragraphs(plain):
            self.sheet.text.addElement(self._rows(rows, name))

    def bullets(self, items: tuple[str, ...] | list[str]) -> None:
        if not items:
            return
        listed = text.List(stylename="Minutes-List")
        for plain in items:
            item = text.ListItem()
            item.addElement(self._block(plain, "Body"))
            listed.addElement(item)
        self.sheet.text.addElement(listed)

    def _block(self, plain: str, name: str) -> Any:
        block = text.P(stylename=self._name(name, plain))
        block.addText(line(plain))
        return block

    def _rows(self, rows: list[str], name: str) -> Any:
        block = text.P(stylename=self._name(name, " ".join(rows)))
        for number, row in enumerate(rows):
            if number:
                block.addElement(text.LineBreak())
            # Spaces in a row would be one when it is read again.
            block.addText(" ".join(row.split()))
        return block

    def _bookmark(self, block: Any, anchor: str) -> None:
        """Where sources lead there."""
        if anchor in self.targets:
            block.insertBefore(text.Bookmark(name=anchor), block.firstChild)

    def _name(self, name: str, plain: str = "") -> str:
        """Each text is written its own way, and stands where the lines of the document begin."""
        return f"Minutes-{name}{'-rtl' if (is_right_to_left(plain) if plain else self.is_rtl) else ''}"


def _note_style(paper: Paper) -> str:
    return f"Note-{paper.value.title()}"


# -- styles -------------------------------------------------------------------------------------------------------


def _furnish(sheet: Any, words: Texts) -> None:
    """The styles: what an office changes once to give all minutes another look. Each has a twin for the other way."""
    is_rtl = words.direction == "rtl"
    _lay_page(sheet, is_rtl)
    _speak(sheet, words.language)
    heads = {f"Heading-{level}": _heading(level) for level in range(1, LEVELS + 1)}
    for paper in Paper:
        heads[f"Heading-{paper.value.title()}"] = {**_heading(2), **_edged(paper), "padding": "0.15cm"}
    note = {"size": 10.5, "padding": "0.15cm"}
    blocks: dict[str, dict[str, Any]] = {
        "Body": {"after": 6},
        "Title": {"size": 26, "bold": True, "after": 6},
        "Subtitle": {"size": 13, "after": 12},
        "Soft": {"size": 9.5, "ink": office.SOFT, "after": 4},
        "Label": {"size": 9.5, "ink": office.BRAND, "bold": True, "after": 2},
        "Pile": {"bold": True, "after": 4},
        "Gap": {"size": 4},
        "Bar": {"size": 12, "ink": "FFFFFF", "bold": True, "fill": office.BRAND, "after": 8, "padding": "0.15cm"},
        "Proof": {"size": 9.5, "ink": office.GOOD_INK, "fill": office.GOOD, "padding": "0.15cm"},
        "Entry": {"size": 9.5},
        "Entry-Head": {"size": 9.5, "bold": True},
        "Entry-Figure": {"size": 9.5, "at_end": True},
        "Entry-Head-Figure": {"size": 9.5, "bold": True, "at_end": True},
        **heads,
    }
    for paper in Paper:
        blocks[_note_style(paper)] = {**note, **_edged(paper)}
        blocks[f"{_note_style(paper)}-Caption"] = {**note, "size": 9.5, "bold": True, "fill": office.FILL[paper]}
    for name, look in blocks.items():
        for mode in ("lr-tb", "rl-tb"):
            sheet.styles.addElement(_paragraph_style(name, look, mode, is_rtl))
    _lay_list(sheet)
    _lay_table(sheet, is_rtl)


def _heading(level: int) -> dict[str, Any]:
    size = {1: 17, 2: 13.5, 3: 11.5}.get(level, 10.5)
    look = {"size": size, "bold": True, "before": 22 if level == 1 else 12, "after": 6, "with_next": True}
    return {**look, "edge": office.INK, "padding": "0.1cm"} if level == 1 else look


def _edged(paper: Paper) -> dict[str, Any]:
    return {"fill": office.FILL[paper], "edge": office.EDGE[paper]}


def _paragraph_style(name: str, look: dict[str, Any], mode: str, begins_right: bool) -> Any:
    """Latin letters and Arabic ones have a size and a weight of their own each."""
    is_rtl = mode == "rl-tb"
    made = style.Style(name=f"Minutes-{name}{'-rtl' if is_rtl else ''}", family="paragraph")
    size, weight = f"{look.get('size', 10.5)}pt", "bold" if look.get("bold") else "normal"
    made.addElement(
        style.TextProperties(
            fontsize=size,
            fontsizecomplex=size,
            fontweight=weight,
            fontweightcomplex=weight,
            fontfamily=office.FONT,
            fontfamilycomplex=office.FONT,
            color=f"#{look.get('ink', office.INK)}",
        )
    )
    more: dict[str, Any] = {}
    if "fill" in look:
        more["backgroundcolor"] = f"#{look['fill']}"
    if "edge" in look:
        more["bordertop"] = f"2pt solid #{look['edge']}"
    if "padding" in look:
        more["padding"] = look["padding"]
    if look.get("with_next"):
        more["keepwithnext"] = "always"
    made.addElement(
        style.ParagraphProperties(
            writingmode=mode,
            # Sides, for what "start" means is not agreed on between offices.
            textalign="right" if begins_right != look.get("at_end", False) else "left",
            margintop=f"{look.get('before', 0)}pt",
            marginbottom=f"{look.get('after', 0)}pt",
            **more,
        )
    )
    return made


def _lay_page(sheet: Any, is_rtl: bool) -> None:
    layout = style.PageLayout(name="Minutes-Page")
    layout.addElement(
        style.PageLayoutProperties(
            pagewidth="21cm",
            pageheight="29.7cm",
            margintop="2.2cm",
            marginbottom="2.2cm",
            marginleft="2.3cm",
            marginright="2.3cm",
            writingmode="rl-tb" if is_rtl else "lr-tb",
        )
    )
    sheet.automaticstyles.addElement(layout)
    sheet.masterstyles.addElement(style.MasterPage(name="Standard", pagelayoutname=layout))


def _speak(sheet: Any, language: str) -> None:
    default = style.DefaultStyle(family="paragraph")
    country = {"fr": "FR", "en": "GB", "ar": "MA"}.get(language, "none")
    default.addElement(
        style.TextProperties(language=language, country=country, languagecomplex=language, countrycomplex=country)
    )
    sheet.styles.addElement(default)


def _lay_list(sheet: Any) -> None:
    listed = text.ListStyle(name="Minutes-List")
    bullet = text.ListLevelStyleBullet(level=1, bulletchar="•")
    place = style.ListLevelProperties(listlevelpositionandspacemode="label-alignment")
    place.addElement(style.ListLevelLabelAlignment(labelfollowedby="space", textindent="-0.4cm", marginleft="0.6cm"))
    bullet.addElement(place)
    listed.addElement(bullet)
    sheet.automaticstyles.addElement(listed)


def _lay_table(sheet: Any, is_rtl: bool) -> None:
    made = style.Style(name="Minutes-Table", family="table")
    wide = f"{WIDTH_CM}cm"
    made.addElement(style.TableProperties(writingmode="rl-tb" if is_rtl else "lr-tb", align="margins", width=wide))
    sheet.automaticstyles.addElement(made)
    row = style.Style(name="Minutes-Row", family="table-row")
    row.addElement(style.TableRowProperties(keeptogether="always"))
    sheet.automaticstyles.addElement(row)
    for name, border in (
        ("Minutes-Cell", f"0.5pt solid #{office.LINE}"),
        ("Minutes-Head", f"1.5pt solid #{office.INK}"),
    ):
        cell = style.Style(name=name, family="table-cell")
        cell.addElement(style.TableCellProperties(padding="0.1cm", borderbottom=border))
        sheet.automaticstyles.addElement(cell)
