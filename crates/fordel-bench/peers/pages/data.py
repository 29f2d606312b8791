"""What the peers' pages show, from Fordel's own database: one connection for each thread, statements that SQLite keeps ready,
and how far a unit's mapping has come counted once for each revision of it, as Fordel does.
"""
import hashlib
import json
import os
import sqlite3
import threading
import time

DATABASE = os.environ["DATABASE"]
IDLE, LONGEST, NOTED = 10 * 3_600_000, 24 * 3_600_000, 60_000
COLUMNS = [
    "Nr", "Oppgave", "Kategori", "Tidsintervall", "Dager", "Antall", "Per", "Minutter", "Minutter per gruppe", "Minutter lav", "Minutter høy",
    "Personer", "Bundet", "Fleksibel", "Minstekrav", "Bare", "I dag", "Låst til", "Samme gruppe hele uka", "Opplæring", "Prioritet",
    "Helsefaglig", "Merknad",
]
STANDS = {"decided": ("Vedtatt", "success"), "proposed": ("Har forslag", "info"), "empty": ("Tom", ""), "mapped": ("Kartlagt", "info")}
here = threading.local()
counted = {}


def connection():
    if not hasattr(here, "connection"):
        here.connection = sqlite3.connect(DATABASE, isolation_level=None, cached_statements=256, check_same_thread=False)
        here.connection.execute("PRAGMA synchronous = FULL")
        here.connection.execute("PRAGMA busy_timeout = 5000")
    return here.connection


def signed_in(key):
    """The person whose session this is: number, organisation, name; or nobody."""
    if not key:
        return None
    ask = connection().execute
    row = ask(
        "SELECT s.id, s.created, s.seen, s.second_step_done, p.id, p.organisation, p.name FROM session s JOIN person p ON p.id = s.person "
        "WHERE s.token_hash = ? AND p.ended IS NULL",
        (hashlib.sha256(key.encode()).digest(),),
    ).fetchone()
    now = int(time.time() * 1000)
    if row is None or now - row[2] > IDLE or now - row[1] > LONGEST or not row[3]:
        return None
    if now - row[2] > NOTED:
        ask("UPDATE session SET seen = ? WHERE id = ?", (now, row[0]))
    return row[4:]


def tree(person, organisation):
    """The branches of the organisation in their order, each with what is above it and the person's role there."""
    ask = connection().execute
    given = dict(ask("SELECT branch, role FROM role WHERE person = ?", (person,)))
    below = {}
    for branch in ask(
        "SELECT id, parent, kind, name, revision FROM branch WHERE organisation = ? ORDER BY position DESC, id DESC", (organisation,)
    ):
        below.setdefault(branch[1], []).append(branch)
    found, left = [], [(top, [], None) for top in below.get(None, [])]
    while left:
        branch, above, role = left.pop()
        role = role or given.get(branch[0])
        if role:
            found.append((branch, above, role))
        left.extend((child, above + [branch[3]], role) for child in below.get(branch[0], []))
    return found


def completeness(unit, revision):
    kept = counted.get(unit)
    if kept is None or kept[0] != revision:
        lines, missing = connection().execute(
            "SELECT count(*), sum(json_extract(cells, '$.Minutter') IS NULL AND json_extract(cells, '$.Bundet') IS NULL) FROM row "
            "WHERE unit = ? AND sheet = 'Oppgaver' AND removed = 0 AND json_extract(cells, '$.Oppgave') IS NOT NULL",
            (unit,),
        ).fetchone()
        kept = counted[unit] = (revision, lines, missing or 0)
    return kept[1:]


def units(person, organisation):
    """Where each unit stands."""
    ask = connection().execute
    of = "JOIN branch b ON b.id = x.unit WHERE b.organisation = ?"
    proposals = dict(ask(f"SELECT x.unit, count(*) FROM proposal x {of} GROUP BY x.unit", (organisation,)))
    objections = dict(ask(f"SELECT x.unit, count(*) FROM objection x {of} AND x.answer IS NULL GROUP BY x.unit", (organisation,)))
    last = f"SELECT x.unit, max(x.number), x.held_on FROM decision x {of} GROUP BY x.unit"
    decided = {unit: (number, held_on) for unit, number, held_on in ask(last, (organisation,))}
    result = []
    for (unit, _, kind, name, revision), above, role in tree(person, organisation):
        if kind != "unit":
            continue
        lines, missing = completeness(unit, revision)
        stands = "decided" if unit in decided else "proposed" if unit in proposals else "mapped" if lines else "empty"
        word, color = STANDS[stands]
        result.append(
            {
                "unit": unit, "name": name, "above": above, "path": " › ".join(above[1:]), "role": role, "lines": lines,
                "missing_minutes": missing, "proposals": proposals.get(unit, 0), "decided": decided.get(unit),
                "open_objections": objections.get(unit, 0), "word": word, "color": color, "revision": revision,
            }
        )
    return result


def front(person, organisation):
    found = units(person, organisation)
    (name,) = connection().execute("SELECT name FROM branch WHERE id = ?", (organisation,)).fetchone()
    below = [(b[0], b[3]) for b, _, _ in tree(person, organisation) if b[2] != "unit"]
    return {"title": name, "units": found, "waiting": sum(u["open_objections"] for u in found), "below": below}


def mapping(person, unit):
    """A unit's task rows, if the person has a role on it or above it; or nothing."""
    ask = connection().execute
    way = ask(
        "WITH RECURSIVE above (id, parent, name, kind, revision, step) AS (SELECT id, parent, name, kind, revision, 0 FROM branch WHERE id = ?1 "
        "UNION ALL SELECT b.id, b.parent, b.name, b.kind, b.revision, a.step + 1 FROM branch b JOIN above a ON b.id = a.parent) "
        "SELECT a.name, a.kind, a.revision, r.role FROM above a LEFT JOIN role r ON r.branch = a.id AND r.person = ?2 ORDER BY a.step",
        (unit, person),
    ).fetchall()
    if not way or way[0][1] != "unit" or all(step[3] is None for step in way):
        return None
    reviews = dict(ask("SELECT v.row, v.state FROM review v JOIN row r ON r.id = v.row WHERE r.unit = ?", (unit,)))
    own = [header for (header,) in ask("SELECT header FROM own_column WHERE unit = ? AND sheet = 'Oppgaver' ORDER BY position", (unit,))]
    columns = COLUMNS + own
    rows = []
    sql = "SELECT id, cells FROM row WHERE unit = ? AND sheet = 'Oppgaver' AND removed = 0 ORDER BY position, id"
    for row, cells in ask(sql, (unit,)):
        cells = json.loads(cells)
        rows.append((row, [cells.get(column, "") for column in columns], reviews.get(row, "open")))
    lines, missing = completeness(unit, way[0][2])
    proposals = ask("SELECT count(*) FROM proposal WHERE unit = ?", (unit,)).fetchone()[0]
    path = [step[0] for step in reversed(way)]
    return {
        "title": "Kartlegging", "unit": unit, "path": path, "columns": columns, "rows": rows, "lines": lines, "missing": missing,
        "revision": way[0][2], "proposals": proposals,
    }
