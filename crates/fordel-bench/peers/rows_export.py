"""Writes the task rows that SQLite holds to a workbook with XlsxWriter or openpyxl.

rows_export.py xlsxwriter|openpyxl BOOK DATABASE; tells seconds and rows as JSON.
"""
import json
import sqlite3
import sys
import time


def peak():
    """The most memory that this process has held, MB; what it inherited at its start isn't counted."""
    with open("/proc/self/status") as status:
        return next(int(line.split()[1]) / 1024 for line in status if line.startswith("VmHWM"))


def with_xlsxwriter(path, header, rows):
    book = xlsxwriter.Workbook(path, {"constant_memory": True})
    bold = book.add_format({"bold": True})
    sheet = book.add_worksheet("Oppgaver")
    sheet.freeze_panes(1, 0)
    sheet.write_row(0, 0, header, bold)
    count = 0
    for count, row in enumerate(rows, start=1):
        for column, value in enumerate(row):
            if value is not None:
                # As text where it is text: never a formula.
                if isinstance(value, str):
                    sheet.write_string(count, column, value)
                else:
                    sheet.write_number(count, column, value)
    book.close()
    return count


def with_openpyxl(path, header, rows):
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Oppgaver")
    sheet.freeze_panes = "A2"
    cells = []
    for name in header:
        cell = openpyxl.cell.WriteOnlyCell(sheet, value=name)
        cell.font = openpyxl.styles.Font(bold=True)
        cells.append(cell)
    sheet.append(cells)
    count = 0
    for count, row in enumerate(rows, start=1):
        sheet.append(row)
    book.save(path)
    return count


which, book_path, database = sys.argv[1:4]
if which == "xlsxwriter":
    import xlsxwriter

    write = with_xlsxwriter
else:
    import openpyxl
    import openpyxl.cell
    import openpyxl.styles

    write = with_openpyxl
start = time.perf_counter()
connection = sqlite3.connect(database)
rows = connection.execute("SELECT * FROM task ORDER BY id")
header = [column[0] for column in rows.description][1:]
count = write(book_path, header, (row[1:] for row in rows))
seconds = time.perf_counter() - start
memory = peak()
print(json.dumps({"seconds": seconds, "rows": count, "memory": memory}))
