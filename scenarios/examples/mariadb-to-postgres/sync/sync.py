"""The sync: what the triggers of one database listed is read there as it is now, written to the other, and taken off the list; both ways, all
the time. A row that was copied before is made equal, so nothing is lost or doubled if this program dies in between. Its own writes are marked,
and so not listed: else they would come back, and undo what was written meanwhile."""

import os
import time

import psycopg2
import pymysql

from mapping import READ, WRITE

AT_ONCE = 500
PAUSE_SECONDS = 0.05
RETRY_SECONDS = 0.3
MARKED = os.environ["MARKS"] == "own"
DIRECTIONS = {"both": (("old", "new"), ("new", "old")), "forward": (("old", "new"),)}[os.environ["DIRECTIONS"]]
DROPS_ZERO_DATES = os.environ["ZERO_DATES"] == "dropped"


def connect_old():
    host, port = os.environ["OLD_DB"].split(":")
    old = pymysql.connect(
        host=host, port=int(port), user="app", password="app", database="app", connect_timeout=2, read_timeout=5, write_timeout=5
    )
    if MARKED:
        old.cursor().execute("set @sync = 1")
    return old


def connect_new():
    new = psycopg2.connect(f"postgresql://postgres@{os.environ['NEW_DB']}/app?connect_timeout=2")
    new.set_session(isolation_level="REPEATABLE READ")
    if MARKED:
        new.cursor().execute("set app.sync = 'yes'")
        new.commit()
    return new


def copy(source_side, source, target_side, target):
    """Copies what is listed, in order; list and rows are read at one moment. Returns how much there was."""
    reading = source.cursor()
    reading.execute("select seq, kind, id from change_log order by seq limit %s", (AT_ONCE,))
    listed = reading.fetchall()
    writing = target.cursor()
    for kind in READ[source_side]:
        ids = tuple({number for _, what, number in listed if what == kind})
        if ids:
            reading.execute(READ[source_side][kind], (ids,))
            names = [column[0] for column in reading.description]
            for row in reading.fetchall():
                write(kind, dict(zip(names, row)), source_side, WRITE[target_side][kind], writing)
    target.commit()
    if listed:
        reading.execute("delete from change_log where seq in %s", (tuple(seq for seq, _, _ in listed),))
    source.commit()
    return len(listed)


def write(kind, row, source_side, statements, target):
    if DROPS_ZERO_DATES and kind == "loan" and source_side == "old" and row["due"] is None:
        return
    for statement in statements:
        target.execute(statement, row)


def work():
    sides = {"old": connect_old(), "new": connect_new()}
    try:
        while True:
            if not sum(copy(source, sides[source], target, sides[target]) for source, target in DIRECTIONS):
                time.sleep(PAUSE_SECONDS)
    finally:
        for connection in sides.values():
            connection.close()


while True:
    try:
        work()
    except (pymysql.MySQLError, psycopg2.Error) as failure:
        print(f"again in {RETRY_SECONDS} s: {failure}", flush=True)
        time.sleep(RETRY_SECONDS)
