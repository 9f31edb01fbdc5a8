"""Lists written blind, first set: texts, tables of data, PDF, office files and scans."""

from __future__ import annotations

import datetime as dt
import io

import docx
import openpyxl
from docx.shared import Pt
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P

from tests.golden.blind.cast import cast, dated, made, text, told
from tests.golden.blind.draw import Put, column, pdf, picture, pictured_pdf, saved
from tests.golden.truth import Printed, Row

PDF = "application/pdf"


def honorary() -> Printed:
    """A port's consular corps: posts with addresses and districts, career and honorary officers, exequaturs."""
    lines, rows, state = ["CONSULAR CORPS OF PORTO VELMO", "", "January 2021", ""], [], None
    names = {"AR": "Consulate General of Argentina", "AT": "Honorary Consulate of Austria"}
    names |= {"HU": "Honorary Consulate of Hungary", "JP": "Consulate of Japan"}
    for p in cast("consuls"):
        if p.more["state"] != state:
            state = p.more["state"]
            lines += ["", names[state], "Quay Street 14, Porto Velmo", "Jurisdiction: the Northern Province"]
        lines.append(f"{p.polite}, {p.title} (exequatur granted {p.more['on']})")
        fields = {"sending": state, "mission_type": p.more["kind"], "honorific": p.hon}
        rows.append(told(p, p.western, dates=dated(p.more["iso"], "printed", "accredited", "appointed"), **fields))
    return text("honorary", lines, rows, as_of="2021-01")


def hanse() -> Printed:
    """A city's consuls in German: state in bold type, post, name; with office hours."""
    lines, rows = [(-14, "Konsularisches Korps in Hamburg"), (9, "Stand: 1. Oktober 2020"), (9, "")], []
    for p in cast("hk-de"):
        lines += [(-11, p.more["c"]), (9, f"{p.title}: {p.polite}"), (9, "Alsterufer 7, 20354 Hamburg")]
        lines += [(9, "Telefon 040 / 555 01 00"), (9, "Sprechzeit: Mo-Fr 9-12 Uhr"), (9, "")]
        rows.append(told(p, p.western, honorific=p.hon, sending=p.more["state"]))
    return made("hanse", "pdf", pdf([column(lines)]), rows, media_type=PDF, as_of="2020-10-01")


def semicolons() -> Printed:
    """Columns of data from a German office: family and given name apart, semicolons, the code page of Windows."""
    lines, rows = ["Land;Familienname;Vorname;Amtsbezeichnung;Dienstantritt"], []
    for p in cast("csv-de"):
        lines.append(f"{p.more['c']};{p.family};{p.given};{p.title};{p.more['on']}")
        day = dated(p.more["iso"], "arrived", "appointed", "printed")
        rows.append(told(p, (p.inverted, p.western), sending=p.more["state"], dates=day))
    body = "\r\n".join(lines).encode("cp1250")
    return made("semicolons", "csv", body, rows, media_type="text/csv")


def wide_tabs() -> Printed:
    """Tabs and two bytes a letter."""
    lines, rows = ["Страна\tФИО\tДолжность\tТелефон"], []
    for n, p in enumerate(cast("tsv-ru")):
        lines.append(f"{p.more['c']}\t{p.inverted}\t{p.title}\t+7 495 555-01-0{n}")
        rows.append(told(p, p.inverted, sending=p.more["state"]))
    return made("wide-tabs", "tsv", "\n".join(lines).encode("utf-16"), rows)


def seats() -> Printed:
    """A parliament as columns of data."""
    lines, rows = ["Member,Constituency,Party,Phone"], []
    for p in cast("mps"):
        seat = p.title.removeprefix("Member for ")
        lines.append(f"{p.western},{seat},Unity Party,555-0101")
        rows.append(told(p, p.western, mission_type="other", section=seat))
        for key in ("title", "rank"):
            rows[-1].pop(key)
    return made("seats", "csv", "\n".join(lines).encode(), rows)


def delegations() -> Printed:
    """Participants of a conference in several languages, state by state, name and office on two lines."""
    lines, rows, state = ["LIST OF PARTICIPANTS", "", "STATES", ""], [], None
    for p in cast("deleg"):
        if p.more["state"] != state:
            state = p.more["state"]
            lines += ["", p.more["c"], ""]
        lines += [f"  {p.polite}", f"  {p.title}", ""]
        rows.append(told(p, p.western, honorific=p.hon, sending=state))
        rows[-1].pop("rank")
    return text("delegations", lines, rows)


def parallel() -> Printed:
    """A corps accredited to an organization: front matter in two languages in parallel columns, then missions."""
    left = [
        (-12, "CORPS DIPLOMATIQUE"),
        (9, ""),
        (9, "Note: la présente liste est établie"),
        (9, "par le service du protocole sur la"),
        (9, "base des communications reçues."),
        (9, "Elle ne préjuge d'aucune question."),
        (9, "Avril 2004"),
    ]
    right = [
        (-12, "DIPLOMATIC CORPS"),
        (9, ""),
        (9, "Note: this list has been drawn up"),
        (9, "by the Protocol Service on the"),
        (9, "basis of notifications received."),
        (9, "It is without prejudice to any matter."),
        (9, "April 2004"),
    ]
    pages: list[list[Put]] = [[*column(left), *column(right, left=320)]]
    lines, rows, state = [], [], None
    for p in cast("front"):
        if p.more["state"] != state:
            state = p.more["state"]
            lines += [
                (9, ""),
                (-12, p.more["c"]),
                (9, "Rue de l'Exemple 5, 1040 Bruxelles"),
                (9, "Tél. / Tel. 02 555 01 00"),
                (9, ""),
            ]
        lines += [(10, p.polite), (9, p.title), (9, "")]
        rows.append(told(p, p.western, honorific=p.hon, sending=state))
    return made("parallel", "pdf", pdf([*pages, column(lines)]), rows, media_type=PDF, as_of="2004-04")


def continued() -> Printed:
    """A printed list as text: running heads, page numbers, missions that go on overleaf, spouses in a second line."""
    lines, rows, never, state = ["DIPLOMATIC LIST", "June 2012", "\f"], [], [], None
    for n, p in enumerate(cast("contd")):
        if n == 3:
            lines += ["", "- 2 -", "\f", "DIPLOMATIC LIST", "", f"{p.more['c']} (contd)", ""]
        if p.more["state"] != state:
            state = p.more["state"]
            lines += ["", p.more["c"], "", "Chancery: 8 Embassy Row. Tel: 555 0199", ""]
        lines += [p.polite, f"    {p.title}"]
        if spouse := p.more.get("spouse"):
            lines.append(spouse)
            never.append(spouse.removeprefix("Mrs. "))
        lines.append("")
        rows.append(told(p, p.western, honorific=p.hon, sending=state, accompanied="spouse" in p.more))
    return text("continued", lines, rows, as_of="2012-06", never=tuple(never))


def sideways() -> Printed:
    """A wide table on pages that lie on their side."""
    puts: list[Put] = [(60, 60, -14, "Embassy of Ireland in Chile")]
    rows = []
    for left, head in zip((60, 300, 560), ("Name", "Rank", "Date of arrival"), strict=True):
        puts.append((left, 95, -9, head))
    for n, p in enumerate(cast("rot")):
        puts += [
            (60, 120 + 22.0 * n, 9, p.polite),
            (300, 120 + 22.0 * n, 9, p.title),
            (560, 120 + 22.0 * n, 9, p.more["on"]),
        ]
        rows.append(told(p, p.western, honorific=p.hon, mission="IE/CL", dates=dated(p.more["iso"], "arrived")))
    return made("sideways", "pdf", pdf([puts], turned=90), rows, media_type=PDF)


def two_columns() -> Printed:
    """Two columns under states in capitals; a state goes on in the next column and says so."""
    halves: list[list[tuple[float, str]]] = [[], []]
    rows, state = [], None
    for n, p in enumerate(cast("cols")):
        half = halves[n > 5]
        if p.more["state"] != state or n == 6:
            half += [(9, ""), (-10, p.more["c"] + (" (cont'd)" if p.more["state"] == state else "")), (9, "")]
            state = p.more["state"]
        half += [(9, p.polite), (9, p.title), (9, "")]
        rows.append(told(p, p.western, honorific=p.hon, sending=state))
    puts = [(200.0, 40.0, -14.0, "Diplomatic List"), *column(halves[0], left=60), *column(halves[1], left=320)]
    return made("two-columns", "pdf", pdf([puts]), rows, media_type=PDF)


def wrapped() -> Printed:
    """A table on paper whose cells run over several lines."""
    puts: list[Put] = [
        (60, 60, -13, "Botschaft der Republik Namibia in Deutschland"),
        (60, 95, -9, "Name"),
        (260, 95, -9, "Funktion"),
    ]
    down, rows = 120.0, []
    for p in cast("wrap"):
        for left, words in ((60, p.polite), (260, p.title)):
            line, at = "", down
            for word in words.split():
                if len(line) + len(word) > 28:
                    puts.append((left, at, 9, line))
                    line, at = "", at + 11
                line = f"{line} {word}".strip()
            puts.append((left, at, 9, line))
        down += 45
        rows.append(told(p, p.western, honorific=p.hon, mission="NA/DE"))
    return made("wrapped", "pdf", pdf([puts]), rows, media_type=PDF)


def right_to_left() -> Printed:
    """Latin and Arabic names in two columns of a page."""
    puts: list[Put] = [(60, 60, -13, "Embassy of the Hashemite Kingdom of Jordan in Morocco")]
    rows = []
    for n, p in enumerate(cast("rtl")):
        down = 100 + 24.0 * n
        puts += [(60, down, 10, p.polite), (230, down, 10, p.title), (420, down, 10, p.more["x"][::-1])]
        rows.append(told(p, p.western, honorific=p.hon, mission="JO/MA"))
    return made("right-to-left", "pdf", pdf([puts]), rows, media_type=PDF)


def running_word() -> Printed:
    """A Word table with a row over all columns for each state; title and date stand in the page's header."""
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Diplomatic List – as of 15 March 2023"
    document.sections[0].footer.paragraphs[0].text = "State Protocol"
    table = document.add_table(rows=0, cols=3)
    rows, state = [], None
    for p in cast("docx-h"):
        if p.more["state"] != state:
            state = p.more["state"]
            cells = table.add_row().cells
            cells[0].merge(cells[2]).text = p.more["c"]
        cells = table.add_row().cells
        cells[0].text, cells[1].text, cells[2].text = p.hon, p.western, p.title
        rows.append(told(p, p.western, honorific=p.hon, sending=state))
    return made("running-word", "docx", _docx(document), rows, as_of="2023-03-15")


def broken_runs() -> Printed:
    """Word paragraphs with hand-set breaks and runs that split names."""
    document = docx.Document()
    document.add_paragraph("Embassy of the Kingdom of Thailand in Kenya").runs[0].font.size = Pt(18)
    rows = []
    for p in cast("wp"):
        paragraph = document.add_paragraph()
        for run in (p.hon + " " + p.given[:2], p.given[2:] + " ", p.family):
            paragraph.add_run(run).bold = True
        paragraph.add_run().add_break()
        paragraph.add_run(p.title)
        rows.append(told(p, p.western, honorific=p.hon, mission="TH/KE"))
    return made("broken-runs", "docx", _docx(document), rows)


def serial_days() -> Printed:
    """A workbook with days as bare numbers, and an older sheet that is hidden and empty but for its header."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Country", "Surname", "First name", "Rank", "Date of arrival"])
    rows = []
    for p in cast("serial"):
        year, month, day = map(int, p.more["iso"].split("-"))
        serial = (dt.date(year, month, day) - dt.date(1899, 12, 30)).days
        sheet.append([p.more["c"], p.family, p.given, p.title, serial])
        rows.append(told(p, (p.inverted, p.western), sending=p.more["state"], dates=dated(p.more["iso"], "arrived")))
    old = book.create_sheet("old")
    old.append(["Country", "Surname", "First name", "Rank", "Date of arrival"])
    old.sheet_state = "hidden"
    return made("serial-days", "xlsx", _xlsx(book), rows)


def sheet_each() -> Printed:
    """A workbook with a sheet for each state."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    rows = []
    for p in cast("sheets"):
        if p.more["c"] not in book.sheetnames:
            book.create_sheet(p.more["c"]).append(["Tratamiento", "Nombre completo", "Cargo"])
        book[p.more["c"]].append([p.hon, p.western, p.title])
        rows.append(told(p, p.western, honorific=p.hon, sending=p.more["state"]))
    return made("sheet-each", "xlsx", _xlsx(book), rows)


def departments() -> Printed:
    """An open document: department, name, post."""
    book = OpenDocumentSpreadsheet()
    table = Table(name="Blad1")
    lines = [["Nederlandse ambassade in Oslo"], [], ["Naam", "Functie", "Afdeling"]]
    lines += [[p.western, p.title, p.more["s"]] for p in cast("ods-nl")]
    for texts in lines:
        row = TableRow()
        for each in texts:
            cell = TableCell(valuetype="string")
            cell.addElement(P(text=each))
            row.addElement(cell)
        table.addElement(row)
    book.spreadsheet.addElement(table)
    out = io.BytesIO()
    book.save(out)
    rows = [told(p, p.western, section=p.more["s"], mission="NL/NO") for p in cast("ods-nl")]
    return made("departments", "ods", out.getvalue(), rows)


def photographed() -> Printed:
    """A picture of a page: name and post on two lines."""
    lines, rows = [(-16, "EMBASSY OF CANADA IN JAMAICA"), (12, ""), (13, "Diplomatic Staff"), (12, "")], []
    for p in cast("scan-en"):
        lines += [(-13, p.polite), (12, p.title), (12, "")]
        rows.append(told(p, p.western, honorific=p.hon, mission="CA/JM", section=("Diplomatic Staff", None)))
    return made("photographed", "png", saved(picture(column(lines)), "PNG"), rows)


def scanned_columns() -> Printed:
    """A PDF without a text layer, in two columns, one state in each."""
    halves: dict[str, list[tuple[float, str]]] = {}
    rows = []
    for p in cast("scan-de"):
        half = halves.setdefault(p.more["c"], [(-13, p.more["c"]), (10, "")])
        half += [(11, p.polite), (11, p.title), (11, "")]
        title = (p.title, p.title.replace("é", "e"))  # tesseract's German pack loses the accent
        rows.append(told(p, p.western, honorific=p.hon, sending=p.more["state"], title=title))
    left, right = halves.values()
    return made(
        "scanned-columns",
        "pdf",
        pictured_pdf([picture([*column(left), *column(right, left=320)])]),
        rows,
        media_type=PDF,
    )


def fax() -> Printed:
    """A TIFF of two pages in Cyrillic, names with a dash and the post."""
    people = cast("scan-ru")
    top = [(-14, "Посольство России в Румынии"), (12, "")]
    pages = [[*top, *((13, f"{p.inverted} – {p.title.lower()}") for p in people[:3])]]
    pages.append([(13, f"{p.inverted} – {p.title.lower()}") for p in people[3:]])
    first, second = (picture(column(lines, lead=12)) for lines in pages)
    rows = [told(p, p.inverted, title=p.title.lower(), mission="RU/RO") for p in people]
    return made("fax", "tiff", saved(first, "TIFF", second), rows)


def snapshot() -> Printed:
    """A JPEG of a table with a header."""
    puts: list[Put] = [
        (60, 60, -15, "Embassy of Canada in Jamaica"),
        (60, 100, -12, "Name"),
        (330, 100, -12, "Position"),
    ]
    for n, p in enumerate(cast("scan-en")):
        puts += [(60, 130 + 28.0 * n, 12, p.western), (330, 130 + 28.0 * n, 12, p.title)]
    rows: list[Row] = [told(p, p.western, mission="CA/JM") for p in cast("scan-en")]
    return made("snapshot", "jpg", saved(picture(puts), "JPEG"), rows)


def kinds() -> Printed:
    """A list that says of each mission what it is."""
    lines: list[tuple[float, str]] = [(-16, "Diplomatic Corps accredited to Malawi"), (9, "")]
    rows, heading = [], None
    for p in cast("types"):
        if p.more["h"] != heading:
            heading = p.more["h"]
            lines += [(9, ""), (-12, heading), (9, "P.O. Box 300, Lilongwe"), (9, "Tel: 01 555 010"), (9, "")]
        lines += [(10, p.polite), (9, p.title), (9, "")]
        mission = f"{p.more['state']}/MW"
        rows.append(told(p, p.western, honorific=p.hon, mission=mission, mission_type=p.more["kind"], city="Lilongwe"))
    return made("kinds", "pdf", pdf([column(lines, top=50, lead=3)]), rows, media_type=PDF)


def _docx(document: docx.document.Document) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _xlsx(book: openpyxl.Workbook) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


PAPERS = (
    honorary,
    hanse,
    semicolons,
    wide_tabs,
    seats,
    delegations,
    parallel,
    continued,
    sideways,
    two_columns,
    wrapped,
    right_to_left,
    running_word,
    broken_runs,
    serial_days,
    sheet_each,
    departments,
    kinds,
)
SCANS = (photographed, scanned_columns, fax, snapshot)
