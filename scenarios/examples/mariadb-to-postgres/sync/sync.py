"""The sync: what the triggers of one database listed is read there as it is now, written to the other, and taken off the list; both ways, all
the time. A row that was copied before is made equal, so nothing is lost or doubled if this program dies in between. Its own writes are marked,
and so not listed: else they would come back, and undo what was written meanwhile."""

import os
import time

import psycopg2
import pymysql
from pymysql.constants import CLIENT

from mapping import READ, WRITE

AT_ONCE = 500
PAUSE_SECONDS = 0.05
RETRY_SECONDS = 0.3
MARKED = {"both": ("old", "new"), "old": ("old",)}[os.environ["MARKS"]]
DIRECTIONS = {"both": (("old", "new"), ("new", "old")), "forward": (("old", "new"),)}[os.environ["DIRECTIONS"]]
DROPS_ZERO_DATES = os.environ["ZERO_DATES"] == "dropped"


def connect_old():
    host, port = os.environ["OLD_DB"].split(":")
    old = pymysql.connect(
        host=host, port=int(port), user="app", password="app", database="app", connect_timeout=2, read_timeout=5, write_timeout=5,
        client_flag=CLIENT.MULTI_STATEMENTS,
    )
    old.cursor().execute("set session transaction isolation level repeatable read")
    if "old" in MARKED:
        old.cursor().execute("set @sync = 1")
    return old


def connect_new():
    new = psycopg2.connect(f"postgresql://postgres@{os.environ['NEW_DB']}/app?connect_timeout=2")
    new.set_session(isolation_level="REPEATABLE READ")
    if "new" in MARKED:
        new.cursor().execute("set app.sync = 'yes'")
        new.commit()
    return new


def copy(source_side, source, target_side, target):
    """Copies what is listed; list and rows are read at one moment. Returns how much there was."""
    reading = source.cursor()
    reading.execute("select seq, kind, id from change_log order by seq limit %s", (AT_ONCE,))
    listed = reading.fetchall()
    if listed:
        writing = target.cursor()
        at_once(writing, [
            (statement, row)
            for kind in READ[source_side]
            for row in rows(reading, source_side, kind, tuple({one for _, what, one in listed if what == kind}))
            for statement in WRITE[target_side][kind]
        ])
        target.commit()
        reading.execute("delete from change_log where seq in %s", (tuple(seq for seq, _, _ in listed),))
    source.commit()
    return len(listed)


def rows(cursor, side, kind, ids):
    if not ids:
        return []
    cursor.execute(READ[side][kind], (ids,))
    names = [column[0] for column in cursor.description]
    found = [dict(zip(names, row)) for row in cursor.fetchall()]
    if DROPS_ZERO_DATES and side == "old" and kind == "loan":
        return [row for row in found if row["due"]]
    return found


def at_once(cursor, statements):
    """In one round trip: with one for each, a slow link or machine makes the sync fall behind."""
    texts = [cursor.mogrify(statement, row) for statement, row in statements]
    if texts:
        cursor.execute(";\n".join(text.decode() if isinstance(text, bytes) else text for text in texts))
        if isinstance(cursor, pymysql.cursors.Cursor):
            while cursor.nextset():  # where a later statement's failure shows
                pass


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
