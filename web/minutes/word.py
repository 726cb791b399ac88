"""Minutes as a Word document (OOXML): named styles, header rows, pictures with words, both directions of writing."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO

import docx
from docx.document import Document as Sheet
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.table import _Cell
from docx.text.paragraph import Paragraph as Block

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
from web.minutes.office import caption, is_right_to_left, keepable, line, paragraphs

CHART_WIDTH = Cm(15)
WIDTH = Cm(16.4)
LEVELS = 9
TAB = 4
SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def word(document: Document, words: Texts, made_at: datetime, charts: list[bytes]) -> bytes:
    """`charts` are the pictures of its charts, in their order."""
    writer = _Writer(document, words, charts)
    writer.write(made_at)
    out = BytesIO()
    writer.sheet.save(out)
    return out.getvalue()


class _Writer:
    def __init__(self, document: Document, words: Texts, charts: list[bytes]) -> None:
        self.sheet: Sheet = docx.Document()
        self.document = document
        self.words = words
        self.charts = iter(charts)
        self.is_rtl = words.direction == "rtl"
        # Names of its own: Word's are short, and of letters and digits.
        named = enumerate(sorted(targets(document.parts)), 1)
        self.bookmarks = {anchor: f"place{number}" for number, anchor in named}
        self.styles: dict[str, str] = {}
        self.end = self.sheet.element.body.sectPr

    def write(self, made_at: datetime) -> None:
        document, words = self.document, self.words
        self._describe(made_at)
        _furnish(self.sheet, words.language)
        self.styles = {str(style.name): style.style_id for style in self.sheet.styles}
        section = self.sheet.sections[0]
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = Cm(2.3)
        if self.is_rtl:
            section._sectPr.find(qn("w:docGrid")).addprevious(OxmlElement("w:bidi"))
        self.say(words("minutes-title"), "Minutes Bar")
        self.say(document.date, "Minutes Soft")
        if document.standing:
            self.say(document.standing, "Minutes Soft")
        self.say(document.title, "Title")
        self.prose(document.lead, "Subtitle")
        if document.summary:
            self.say(words("minutes-summary"), "Heading 1")
            self.prose(document.summary)
        self.parts(document.parts, 1)
        self.say(document.made, "Minutes Proof")
        if document.checksum:
            self.say(words("minutes-checksum"), "Minutes Proof")
            self.say(document.checksum, "Minutes Proof")

    def _describe(self, made_at: datetime) -> None:
        about = self.sheet.core_properties
        about.title, about.language = line(self.document.title), self.words.language
        about.author, about.comments = "", ""
        about.created = about.modified = made_at.replace(tzinfo=None)

    # -- parts ----------------------------------------------------------------------------------------------------

    def parts(self, parts: tuple[Part, ...], level: int) -> None:
        for part in parts:
            match part:
                case Section():
                    self._section(part, level)
                case Paragraph():
                    self.prose(part.text, "Minutes Soft" if part.soft else "Normal")
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
                    self.say(part.title, "Minutes Pile")
                    for quote in part.quotes:
                        self._quote(quote)
                case Sources():
                    self._sources(part)

    def _section(self, section: Section, level: int) -> None:
        heading = self.say(section.title, f"Heading {min(level, LEVELS)}")
        if section.paper is not None:
            _shade(heading._p.get_or_add_pPr(), office.FILL[section.paper], office.EDGE[section.paper])
        self._bookmark(heading, section.key)
        if section.note:
            self.say(self.words("minutes-note"), "Minutes Label")
            self.prose(section.note, "Minutes Note")
        self.parts(section.parts, level + 1)
        if section.amendments:
            self.say(self.words("minutes-amendments"), "Minutes Label")
            for amendment in section.amendments:
                self._quote(amendment)

    def _table(self, table: Table) -> None:
        made = self.sheet.add_table(rows=1 + len(table.rows), cols=len(table.head), style="Minutes Table")
        if self.is_rtl:
            made._tbl.tblPr.find(qn("w:tblStyle")).addnext(OxmlElement("w:bidiVisual"))
        made.autofit = False
        widths = [round(WIDTH * share) for share in office.widths(table)]
        for column, width in zip(made.columns, widths, strict=True):
            column.width = width
        for number, (row, cells) in enumerate(zip(made.rows, (table.head, *table.rows), strict=True)):
            for column, (cell, plain) in enumerate(zip(row.cells, cells, strict=True)):
                cell.width = widths[column]
                self._cell(cell, plain, column in table.numbers, strong=number == 0)
            about = row._tr.get_or_add_trPr()
            _add(about, "w:cantSplit")
            if number == 0:
                _add(about, "w:tblHeader")
        self.say("", "Minutes Gap")

    def _cell(self, cell: _Cell, plain: str, is_figure: bool, strong: bool) -> None:
        block = cell.paragraphs[0]
        self._fill(block, plain, strong, at_end=is_figure)

    def _chart(self, chart: Chart) -> None:
        block = self.say("", "Normal")
        picture = block.add_run().add_picture(BytesIO(next(self.charts)), width=CHART_WIDTH)
        about = picture._inline.docPr
        about.set("descr", self.words("minutes-chart-alt"))
        about.set("title", line(chart.table.head[0]))
        self._table(chart.table)

    def _quote(self, quote: Quote) -> None:
        blocks = list(self.prose(quote.text, _note_style(quote.paper)))
        if blocks:
            self._bookmark(blocks[0], quote.anchor)
        if said := caption(quote):
            self.say(" · ".join(said), _note_style(quote.paper), strong=True)
        for reply in quote.replies:
            self.say(" — ".join(filter(None, (reply.text, reply.by))), "List Bullet 2")
        self.say("", "Minutes Gap")

    def _sources(self, sources: Sources) -> None:
        self.say(sources.label, "Minutes Label")
        for source in sources.items:
            block = self.say("", "List Bullet")
            if source.anchor in self.bookmarks:
                self._run(block, source.text)
                properties = block.runs[0]._r.get_or_add_rPr()
                _add(properties, "w:color", office.BRAND)
                _add(properties, "w:u", "single")
                link = _add(block._p, "w:hyperlink")
                link.set(qn("w:anchor"), self.bookmarks[source.anchor])
                link.append(block.runs[0]._r)
            else:
                self._run(block, source.text)

    # -- text -----------------------------------------------------------------------------------------------------

    def say(self, plain: str, style: str, strong: bool = False) -> Block:
        block = self._block(style)
        self._fill(block, plain, strong)
        return block

    def prose(self, plain: str, style: str = "Normal") -> list[Block]:
        """Its line breaks stay, empty lines part paragraphs."""
        return [self._rows(rows, style) for rows in paragraphs(plain)]

    def bullets(self, items: tuple[str, ...] | list[str]) -> None:
        for item in items:
            self.say(item, "List Bullet")

    def _rows(self, rows: list[str], style: str) -> Block:
        block = self._block(style)
        self._turn(block, " ".join(rows))
        for number, row in enumerate(rows):
            if number:
                _add(_add(block._p, "w:r"), "w:br")
            self._run(block, row)
        return block

    def _block(self, style: str) -> Block:
        """Put together by hand: python-docx would look through all styles and all blocks, six milliseconds each."""
        element = OxmlElement("w:p")
        _add(_add(element, "w:pPr"), "w:pStyle", self.styles[style])
        self.end.addprevious(element)
        return Block(element, self.sheet._body)

    def _fill(self, block: Block, plain: str, strong: bool = False, at_end: bool = False) -> None:
        self._turn(block, plain, at_end)
        if plain:
            self._run(block, line(plain), strong)

    def _turn(self, block: Block, plain: str, at_end: bool = False) -> None:
        """Written its own way, and standing where the lines of the document begin, or end.

        In a paragraph from right to left, Word's "right" is where its lines end: on the left.
        """
        is_rtl = is_right_to_left(plain) if plain else self.is_rtl
        if is_rtl:
            block._p.get_or_add_pPr().append(OxmlElement("w:bidi"))
        if (is_rtl != self.is_rtl) != at_end:
            block.alignment = WD_ALIGN_PARAGRAPH.RIGHT

    def _run(self, block: Block, plain: str, strong: bool = False) -> None:
        run = _add(block._p, "w:r")
        is_rtl = is_right_to_left(plain)
        if strong or is_rtl:
            properties = _add(run, "w:rPr")
            for name, is_on in (("w:b", strong), ("w:bCs", strong), ("w:rtl", is_rtl)):
                if is_on:
                    _add(properties, name)
        said = _add(run, "w:t")
        said.text = keepable(plain).expandtabs(TAB)
        said.set(SPACE, "preserve")

    def _bookmark(self, block: Block, anchor: str) -> None:
        """Where sources lead there."""
        if (name := self.bookmarks.get(anchor)) is None:
            return
        begin, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
        for mark in (begin, end):
            mark.set(qn("w:id"), name.removeprefix("place"))
        begin.set(qn("w:name"), name)
        block._p.insert(1 if block._p.pPr is not None else 0, begin)
        block._p.append(end)


def _add(parent: BaseOxmlElement, tag: str, value: str | None = None) -> BaseOxmlElement:
    """Last in it; python-docx looks for the place, half of the time of a document."""
    element: BaseOxmlElement = parent.makeelement(qn(tag))
    parent.append(element)
    if value is not None:
        element.set(qn("w:val"), value)
    return element


# -- styles -------------------------------------------------------------------------------------------------------


def _note_style(paper: Paper) -> str:
    return f"Minutes Note {paper.value.title()}"


def _furnish(sheet: Sheet, language: str) -> None:
    """The styles: what an office changes once to give all minutes another look."""
    _speak(sheet, language)
    _dress(sheet.styles["Normal"], 10.5, office.INK, after=6)
    _dress(sheet.styles["Title"], 26, office.INK, bold=True, after=6)
    _dress(sheet.styles["Subtitle"], 13, office.INK, after=12)
    title = sheet.styles["Title"].element.pPr
    title.remove(title.find(qn("w:pBdr")))
    for level, size in enumerate((17, 13.5, 11.5, *[10.5] * (LEVELS - 3)), 1):
        style = sheet.styles[f"Heading {level}"]
        _dress(style, size, office.INK, bold=True, before=22 if level == 1 else 12, after=6)
        if level == 1:
            _rule(style.element.get_or_add_pPr(), office.INK)
    for name in ("List Bullet", "List Bullet 2"):
        _dress(sheet.styles[name], 10.5, office.INK, after=2)
    for name, size, ink, bold in (
        ("Minutes Soft", 9.5, office.SOFT, False),
        ("Minutes Label", 9.5, office.BRAND, True),
        ("Minutes Note", 10.5, office.INK, False),
        ("Minutes Pile", 10.5, office.INK, True),
        ("Minutes Gap", 4, office.INK, False),
    ):
        _dress(_new(sheet, name), size, ink, bold=bold, after=0 if name == "Minutes Gap" else 4)
    bar = _new(sheet, "Minutes Bar")
    _dress(bar, 12, "FFFFFF", bold=True, after=8)
    _shade(bar.element.get_or_add_pPr(), office.BRAND, office.BRAND)
    proof = _new(sheet, "Minutes Proof")
    _dress(proof, 9.5, office.GOOD_INK, after=0)
    _shade(proof.element.get_or_add_pPr(), office.GOOD, office.GOOD)
    for paper in Paper:
        note = _new(sheet, _note_style(paper))
        _dress(note, 10.5, office.INK, after=0)
        _shade(note.element.get_or_add_pPr(), office.FILL[paper], office.EDGE[paper])
    _lay_table(sheet)


def _speak(sheet: Sheet, language: str) -> None:
    defaults = sheet.styles.element.find(qn("w:docDefaults"))
    properties = defaults.find(f"{qn('w:rPrDefault')}/{qn('w:rPr')}")
    for old in properties.findall(qn("w:lang")):
        properties.remove(old)
    lang = OxmlElement("w:lang")
    for name in ("w:val", "w:eastAsia", "w:bidi"):
        lang.set(qn(name), language)
    properties.append(lang)


def _new(sheet: Sheet, name: str) -> ParagraphStyle:
    style = sheet.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    assert isinstance(style, ParagraphStyle)
    style.base_style = sheet.styles["Normal"]
    return style


def _dress(
    style: ParagraphStyle, size: float, ink: str, *, bold: bool = False, before: float = 0, after: float = 0
) -> None:
    """Latin letters and Arabic ones have a size and a weight of their own each."""
    style.font.name, style.font.size, style.font.bold, style.font.italic = office.FONT, Pt(size), bold, False
    style.font.color.rgb = RGBColor.from_string(ink)
    properties = style.element.get_or_add_rPr()
    fonts = properties.rFonts
    for name in list(fonts.attrib):
        del fonts.attrib[name]
    for name in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(name), office.FONT)
    for tag in ("w:szCs", "w:bCs", "w:iCs", "w:spacing"):
        for old in properties.findall(qn(tag)):
            properties.remove(old)
    for tag, value in (("w:szCs", str(round(size * 2))), ("w:bCs", "1" if bold else "0"), ("w:iCs", "0")):
        element = OxmlElement(tag)
        element.set(qn("w:val"), value)
        properties.append(element)
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)


def _shade(properties: BaseOxmlElement, fill: str, edge: str) -> None:
    _rule(properties, edge, "24", around=fill)
    shade = OxmlElement("w:shd")
    shade.set(qn("w:val"), "clear")
    shade.set(qn("w:color"), "auto")
    shade.set(qn("w:fill"), fill)
    _put(properties, shade)


def _rule(properties: BaseOxmlElement, ink: str, size: str = "18", around: str | None = None) -> None:
    """Above it; `around` is the colour that goes a little further than its letters."""
    borders = OxmlElement("w:pBdr")
    for side in ("w:top", "w:left", "w:bottom", "w:right") if around else ("w:top",):
        border = _add(borders, side, "single")
        border.set(qn("w:sz"), size if side == "w:top" else "8")
        border.set(qn("w:space"), "4")
        border.set(qn("w:color"), ink if side == "w:top" or around is None else around)
    for old in properties.findall(qn("w:pBdr")):
        properties.remove(old)
    _put(properties, borders)


def _put(properties: BaseOxmlElement, element: BaseOxmlElement) -> None:
    """Where the schema wants it: before spacing and all that follows it."""
    followers = ("w:shd", "w:tabs", "w:bidi", "w:spacing", "w:ind", "w:contextualSpacing", "w:jc", "w:outlineLvl")
    for tag in followers:
        if (found := properties.find(qn(tag))) is not None and tag != f"w:{element.tag.rpartition('}')[2]}":
            found.addprevious(element)
            return
    properties.append(element)


def _lay_table(sheet: Sheet) -> None:
    style = sheet.styles.add_style("Minutes Table", WD_STYLE_TYPE.TABLE)
    properties = OxmlElement("w:tblPr")
    borders = OxmlElement("w:tblBorders")
    for side in ("w:bottom", "w:insideH"):
        border = OxmlElement(side)
        for name, value in (("w:val", "single"), ("w:sz", "4"), ("w:space", "0"), ("w:color", office.LINE)):
            border.set(qn(name), value)
        borders.append(border)
    properties.append(borders)
    style.element.append(properties)
    first = OxmlElement("w:tblStylePr")
    first.set(qn("w:type"), "firstRow")
    bold = OxmlElement("w:rPr")
    bold.append(OxmlElement("w:b"))
    bold.append(OxmlElement("w:bCs"))
    first.append(bold)
    style.element.append(first)
