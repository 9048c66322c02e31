"""The new system: entries, display names and decimal balances under /v2/accounts/. Its answers keep the fields that clients read."""

import os
import sys

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
from server import Refused, serve  # noqa: E402


def locked(cursor, *numbers):
    """Locks accounts in order and returns what they hold, by number."""
    cursor.execute(
        "select number, balance, revision from accounts where number = any(%s) order by number for update", (list(numbers),)
    )
    rows = {row[0]: row[1:] for row in cursor.fetchall()}
    if len(rows) < len(set(numbers)):
        raise Refused(404, "no-such-account")
    return rows


def change(cursor, number, what, *values):
    cursor.execute(
        f"update accounts set {what}, revision = revision + 1 where number = %s returning revision", (*values, number)
    )
    return cursor.fetchone()[0]


def bump(cursor, number):
    return change(cursor, number, "number = number")


def add(cursor, number, given):
    revision = locked(cursor, number)[number][1]
    cursor.execute("select 1 from entries where reference = %s", (given["ref"],))
    if not cursor.fetchone():
        revision = bump(cursor, number)
        cursor.execute(
            "insert into entries (reference, account, body) values (%s, %s, %s)", (given["ref"], number, given["text"])
        )
    return 201, {"ref": given["ref"], "version": revision}


def drop(cursor, number, reference, _):
    revision = locked(cursor, number)[number][1]
    cursor.execute(
        "update entries set removed_at = now() where reference = %s and account = %s and removed_at is null",
        (reference, number),
    )
    return 200, {"version": bump(cursor, number) if cursor.rowcount else revision}


def display_name(cursor, number, given):
    locked(cursor, number)
    return 200, {"version": change(cursor, number, "display_name = %s", given["name"])}


def transfer(cursor, number, given):
    accounts = locked(cursor, number, given["to"])
    cursor.execute("select 1 from transfers where reference = %s", (given["ref"],))
    if cursor.fetchone():
        return 200, {"version": accounts[number][1]}
    if accounts[number][0] * 100 < given["cents"]:
        raise Refused(409, "not-enough")
    change(cursor, given["to"], "balance = balance + %s * 0.01", given["cents"])
    revision = change(cursor, number, "balance = balance - %s * 0.01", given["cents"])
    cursor.execute(
        "insert into transfers (reference, sender, receiver, amount) values (%s, %s, %s, %s * 0.01)",
        (given["ref"], number, given["to"], given["cents"]),
    )
    return 200, {"version": revision}


def show(cursor, number, _):
    cursor.execute("select display_name, (balance * 100)::bigint, revision from accounts where number = %s", (number,))
    found = cursor.fetchone()
    if not found:
        raise Refused(404, "no-such-account")
    return 200, {"name": found[0], "cents": found[1], "version": found[2]}


serve([
    ("GET", r"/v2/accounts/(\d+)", show),
    ("POST", r"/v2/accounts/(\d+)/entries", add),
    ("DELETE", r"/v2/accounts/(\d+)/entries/(\d+)", drop),
    ("PUT", r"/v2/accounts/(\d+)/display-name", display_name),
    ("POST", r"/v2/accounts/(\d+)/transfers", transfer),
])
