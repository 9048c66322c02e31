"""The sync: a batch script that makes one database hold what the other holds. `forward` copies old to new, `back` new to old, and `changes`
from whichever is open to the other. Only one copies at a time, in one transaction of the side that it writes to."""

import os
import sys

import psycopg2

ONE_AT_A_TIME = 4711

# What one side holds in the other's terms: read here, written there.
READ = {
    "old": {
        "accounts": "select id, partner_id, name, cents, version from account order by id",
        "notes": "select ref, account, text, gone from note order by id",
        "moves": "select ref, account, partner, cents from move order by id",
    },
    "new": {
        "accounts": "select number, partner, display_name, (balance * 100)::bigint, revision from accounts order by number",
        "notes": "select reference, account, body, removed_at is not null from entries order by entry",
        "moves": "select reference, sender, receiver, (amount * 100)::bigint from transfers order by transfer",
    },
}

WRITE = {
    "old": {
        "accounts": "insert into account (id, partner_id, name, cents, version) values (%s, %s, %s, %s, %s) on conflict (id)"
        " do update set partner_id = excluded.partner_id, name = excluded.name, cents = excluded.cents, version = excluded.version",
        "notes": "insert into note (ref, account, text, gone) values (%s, %s, %s, %s)",
        "gone": "update note set gone = true where ref = %s and account = %s",
        "moves": "insert into move (ref, account, partner, cents) values (%s, %s, %s, %s)",
    },
    "new": {
        "accounts": "insert into accounts (number, partner, display_name, balance, revision) values (%s, %s, %s, %s * 0.01, %s)"
        " on conflict (number) do update set partner = excluded.partner, display_name = excluded.display_name,"
        " balance = excluded.balance, revision = excluded.revision",
        "notes": "insert into entries (reference, account, body, removed_at) values (%s, %s, %s, case when %s then now() end)",
        "gone": "update entries set removed_at = now() where reference = %s and account = %s",
        "moves": "insert into transfers (reference, sender, receiver, amount) values (%s, %s, %s, %s * 0.01)",
    },
}


def connect(side):
    name = side.upper()
    address = os.environ[name + "_DB"]
    return psycopg2.connect(f"postgresql://postgres@{address}/app?connect_timeout=3", password=os.environ[name + "_PASSWORD"])


def rows(cursor, side, table):
    cursor.execute(READ[side][table])
    return cursor.fetchall()


def is_open(cursor):
    cursor.execute("select open from serving")
    return cursor.fetchone()[0]


def copy(source, target, source_side, target_side):
    there = set(rows(target, target_side, "accounts"))
    for account in rows(source, source_side, "accounts"):
        if account not in there:
            target.execute(WRITE[target_side]["accounts"], account)
    known = {row[:2]: row for row in rows(target, target_side, "notes")}
    for note in rows(source, source_side, "notes"):
        if note[:2] not in known or os.environ["COPIES"] == "twice":
            target.execute(WRITE[target_side]["notes"], note)
        elif note[3] and not known[note[:2]][3]:
            target.execute(WRITE[target_side]["gone"], note[:2])
    known = {row[:2] for row in rows(target, target_side, "moves")}
    for move in rows(source, source_side, "moves"):
        if move[:2] not in known:
            target.execute(WRITE[target_side]["moves"], move)


def run(direction):
    with connect("old") as old, connect("new") as new:
        old.set_session(isolation_level="REPEATABLE READ")
        new.set_session(isolation_level="REPEATABLE READ")
        lock = connect("new")
        with lock, lock.cursor() as turn:
            turn.execute("select pg_advisory_xact_lock(%s)", (ONE_AT_A_TIME,))
            copy_in_turn(direction, old.cursor(), new.cursor())
            # Committed before the next one has its turn.
            old.commit()
            new.commit()


def copy_in_turn(direction, old, new):
    if direction == "changes":
        direction = "forward" if is_open(old) else "back" if is_open(new) else "none"
    if direction == "forward":
        copy(old, new, "old", "new")
    elif direction == "back":
        copy(new, old, "new", "old")


run(sys.argv[1])
