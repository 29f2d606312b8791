"""Takes a workbook's task rows into SQLite with openpyxl and sqlite3: read, checked, saved in one transaction.

rows_import.py openpyxl BOOK DATABASE; tells seconds and rows as JSON.
"""
import json
import sqlite3
import sys
import time

import openpyxl

COLUMNS = [
    "Nr", "Oppgave", "Kategori", "Tidsintervall", "Dager", "Antall", "Per", "Minutter", "Minutter per gruppe", "Minutter lav", "Minutter høy",
    "Personer", "Bundet", "Fleksibel", "Minstekrav", "Bare", "I dag", "Låst til", "Samme gruppe hele uka", "Opplæring", "Prioritet",
    "Helsefaglig", "Merknad",
]
NUMBERS = {"Antall": 100_000, "Minutter": 10_080, "Minutter lav": 10_080, "Minutter høy": 10_080, "Personer": 99}
NEEDED = {"Oppgave", "Kategori", "Tidsintervall", "Antall", "Minstekrav"}


def peak():
    """The most memory that this process has held, MB; what it inherited at its start isn't counted."""
    with open("/proc/self/status") as status:
        return next(int(line.split()[1]) / 1024 for line in status if line.startswith("VmHWM"))


def names(book, sheet, column):
    rows = book[sheet].iter_rows(values_only=True)
    at = next(rows).index(column)
    return {row[at] for row in rows if row[at] is not None}


def main():
    book_path, database = sys.argv[2], sys.argv[3]
    start = time.perf_counter()
    book = openpyxl.load_workbook(book_path, read_only=True, data_only=True)
    groups = names(book, "Yrkesgrupper", "Kode")
    rows = book["Oppgaver"].iter_rows(values_only=True)
    header = [str(cell).strip() if cell is not None else "" for cell in next(rows)]
    at = [header.index(name) if name in header else None for name in COLUMNS]
    faults = []
    categories, intervals = set(), set()

    def checked():
        for number, row in enumerate(rows, start=2):
            values = [row[i] if i is not None and i < len(row) else None for i in at]
            if all(value is None for value in values):
                continue
            by = dict(zip(COLUMNS, values))
            bound = by["Bundet"] == "ja"
            for name in NEEDED:
                if by[name] is None and not (bound and name == "Antall"):
                    faults.append((number, name, "missing"))
            for name, most in NUMBERS.items():
                value = by[name]
                if value is not None and not (isinstance(value, (int, float)) and 0 <= value <= most):
                    faults.append((number, name, "number"))
            for name in ("Minstekrav", "I dag", "Låst til"):
                if by[name] is not None and any(code.strip() not in groups for code in str(by[name]).split(";")):
                    faults.append((number, name, "group"))
            categories.add(by["Kategori"])
            intervals.add(by["Tidsintervall"])
            yield values

    found = list(checked())
    if faults:
        sys.exit(f"{len(faults)} faults: {faults[:5]}")
    read = time.perf_counter() - start
    connection = sqlite3.connect(database, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    columns = ", ".join(f'"{name}"' for name in COLUMNS)
    connection.execute(f"CREATE TABLE task (id INTEGER PRIMARY KEY, {columns})")
    connection.execute("BEGIN IMMEDIATE")
    marks = ", ".join("?" * len(COLUMNS))
    connection.executemany(f"INSERT INTO task ({columns}) VALUES ({marks})", found)
    connection.execute("COMMIT")
    seconds = time.perf_counter() - start
    (count,) = connection.execute("SELECT count(*) FROM task").fetchone()
    memory = peak()
    print(json.dumps({"seconds": seconds, "read": read, "rows": count, "memory": memory}))


main()
