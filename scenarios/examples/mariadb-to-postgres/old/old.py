"""The old system: loans, labels, holders and deposits of library cards, below /card/. Everything that is not read is a POST."""

import os
import sys

import pymysql

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
from server import Refused, serve  # noqa: E402

HOST, PORT = os.environ["DB"].split(":")
DUPLICATE_KEY = 1062


def connect():
    return pymysql.connect(
        host=HOST, port=int(PORT), user="app", password="app", database="app",
        connect_timeout=2, read_timeout=3, write_timeout=3,
    )


def locked(cursor, *cards):
    """Locks cards in order and returns deposit and revision by card; refuses if another system has one of them."""
    cursor.execute("select card, here, deposit, revision from card where card in %s order by card for update", (cards,))
    found = {row[0]: row[1:] for row in cursor.fetchall()}
    if len(found) < len(set(cards)):
        raise Refused(404, "no-such-card")
    if not all(row[0] for row in found.values()):
        raise Refused(503, "moved")
    return {card: row[1:] for card, row in found.items()}


def change(cursor, card, revision, what="holder = holder", *values):
    cursor.execute(f"update card set {what}, revision = %s where card = %s", (*values, revision + 1, card))
    return 200, {"version": revision + 1}


def done(cursor, table, ref):
    cursor.execute(f"select 1 from {table} where ref = %s", (ref,))
    return cursor.fetchone()


def lend(cursor, card, given):
    revision = locked(cursor, card)[card][1]
    if done(cursor, "loan", given["ref"]):
        return 200, {"loan": given["ref"], "version": revision}
    cursor.execute(
        "insert into loan (ref, card, title, due) values (%s, %s, %s, %s)", (given["ref"], card, given["title"], given["due"])
    )
    return 200, {"loan": given["ref"], **change(cursor, card, revision)[1]}


def bring_back(cursor, card, given):
    revision = locked(cursor, card)[card][1]
    changed = cursor.execute(
        "update loan set returned = now() where ref = %s and card = %s and returned = '0000-00-00 00:00:00'",
        (given["loan"], card),
    )
    return change(cursor, card, revision) if changed else (200, {"version": revision})


def label(cursor, card, given):
    revision = locked(cursor, card)[card][1]
    if done(cursor, "label", given["ref"]):
        return 200, {"version": revision}
    try:
        cursor.execute("insert into label (ref, card, label) values (%s, %s, %s)", (given["ref"], card, given["label"]))
    except pymysql.IntegrityError as failure:
        if failure.args[0] == DUPLICATE_KEY:
            raise Refused(409, "taken") from failure
        raise
    return change(cursor, card, revision)


def holder(cursor, card, given):
    return change(cursor, card, locked(cursor, card)[card][1], "holder = %s", given["holder"])


def give(cursor, card, given):
    cards = locked(cursor, card, given["to"])
    deposit, revision = cards[card]
    if done(cursor, "gift", given["ref"]):
        return 200, {"version": revision}
    cursor.execute("select %s < cast(%s as decimal(12, 2))", (deposit, given["amount"]))
    if cursor.fetchone()[0]:
        raise Refused(409, "not-enough")
    change(cursor, given["to"], cards[given["to"]][1], "deposit = deposit + %s", given["amount"])
    cursor.execute(
        "insert into gift (ref, card, partner, amount) values (%s, %s, %s, %s)", (given["ref"], card, given["to"], given["amount"])
    )
    return change(cursor, card, revision, "deposit = deposit - %s", given["amount"])


def show(cursor, card, _):
    cursor.execute("select holder, cast(deposit as char), revision from card where card = %s", (card,))
    found = cursor.fetchone()
    if not found:
        raise Refused(404, "no-such-card")
    return 200, {"holder": found[0], "deposit": found[1], "version": found[2]}


serve(connect, pymysql.MySQLError, [
    ("GET", r"/card/(\d+)", show),
    ("POST", r"/card/(\d+)/lend", lend),
    ("POST", r"/card/(\d+)/bring-back", bring_back),
    ("POST", r"/card/(\d+)/label", label),
    ("POST", r"/card/(\d+)/holder", holder),
    ("POST", r"/card/(\d+)/give", give),
])
