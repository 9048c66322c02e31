"""The new system: cards with loans, labels and transfers as resources below /v1/cards/, each write under an Idempotency-Key. Its answers keep
the fields that clients read."""

import os
import sys
from decimal import Decimal

import psycopg2
from psycopg2 import errors

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
from server import Refused, serve  # noqa: E402

# What makes two labels one. By default as in the old database: case, accents and spaces at the end do not count.
ONCE = {"alike": "rtrim(label) collate alike", "exactly": 'label collate "C"'}[os.environ["LABELS"]]


def connect():
    return psycopg2.connect(f"postgresql://postgres@{os.environ['DB']}/app?connect_timeout=2")


def locked(cursor, *numbers):
    """Locks cards in order and returns deposit and revision by number; refuses if another system has one of them."""
    cursor.execute(
        "select number, here, deposit, revision from cards where number = any(%s) order by number for update", (list(numbers),)
    )
    found = {row[0]: row[1:] for row in cursor.fetchall()}
    if len(found) < len(set(numbers)):
        raise Refused(404, "no-such-card")
    if not all(row[0] for row in found.values()):
        raise Refused(503, "moved")
    return {number: row[1:] for number, row in found.items()}


def change(cursor, number, what="holder = holder", *values):
    cursor.execute(f"update cards set {what}, revision = revision + 1 where number = %s returning revision", (*values, number))
    return {"version": cursor.fetchone()[0]}


def done(cursor, table, ref):
    cursor.execute(f"select 1 from {table} where reference = %s", (ref,))
    return cursor.fetchone()


def lend(cursor, number, given):
    revision = locked(cursor, number)[number][1]
    if done(cursor, "loans", given["idempotency-key"]):
        return 201, {"loan": given["idempotency-key"], "version": revision}
    due = None if given["due"] == "0000-00-00" else given["due"]
    cursor.execute(
        "insert into loans (reference, number, title, due) values (%s, %s, %s, %s)",
        (given["idempotency-key"], number, given["title"], due),
    )
    return 201, {"loan": given["idempotency-key"], **change(cursor, number)}


def bring_back(cursor, number, reference, _):
    revision = locked(cursor, number)[number][1]
    cursor.execute(
        "update loans set returned = now() where reference = %s and number = %s and returned is null", (reference, number)
    )
    return 200, change(cursor, number) if cursor.rowcount else {"version": revision}


def label(cursor, number, given):
    revision = locked(cursor, number)[number][1]
    if done(cursor, "labels", given["idempotency-key"]):
        return 201, {"version": revision}
    try:
        cursor.execute(
            "insert into labels (reference, number, label) values (%s, %s, %s)",
            (given["idempotency-key"], number, given["label"]),
        )
    except errors.UniqueViolation as failure:
        raise Refused(409, "taken") from failure
    return 201, change(cursor, number)


def holder(cursor, number, given):
    locked(cursor, number)
    return 200, change(cursor, number, "holder = %s", given["holder"])


def transfer(cursor, number, given):
    cards = locked(cursor, number, given["to"])
    deposit, revision = cards[number]
    if done(cursor, "transfers", given["idempotency-key"]):
        return 201, {"version": revision}
    if deposit < Decimal(given["amount"]):
        raise Refused(409, "not-enough")
    change(cursor, given["to"], "deposit = deposit + %s", Decimal(given["amount"]))
    cursor.execute(
        "insert into transfers (reference, sender, receiver, amount) values (%s, %s, %s, %s)",
        (given["idempotency-key"], number, given["to"], given["amount"]),
    )
    return 201, change(cursor, number, "deposit = deposit - %s", Decimal(given["amount"]))


def show(cursor, number, _):
    cursor.execute("select holder, deposit::text, revision from cards where number = %s", (number,))
    found = cursor.fetchone()
    if not found:
        raise Refused(404, "no-such-card")
    return 200, {"holder": found[0], "deposit": found[1], "version": found[2]}


with connect() as first, first.cursor() as schema:
    schema.execute(f"create unique index if not exists label_once on labels (number, ({ONCE}))")
first.close()

serve(connect, psycopg2.Error, [
    ("GET", r"/v1/cards/(\d+)", show),
    ("POST", r"/v1/cards/(\d+)/loans", lend),
    ("DELETE", r"/v1/cards/(\d+)/loans/(\d+)", bring_back),
    ("POST", r"/v1/cards/(\d+)/labels", label),
    ("PUT", r"/v1/cards/(\d+)/holder", holder),
    ("POST", r"/v1/cards/(\d+)/transfers", transfer),
])
