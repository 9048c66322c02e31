"""The old system: notes, names and cents of accounts under /a/."""

import os
import sys

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
from server import Refused, serve  # noqa: E402


def touch(cursor, account, change="name = name", values=()):
    """Locks an account, changes it, and returns its new version."""
    cursor.execute(f"update account set {change}, version = version + 1 where id = %s returning version", (*values, account))
    found = cursor.fetchone()
    if not found:
        raise Refused(404, "no-such-account")
    return found[0]


def version(cursor, account):
    cursor.execute("select version from account where id = %s for update", (account,))
    found = cursor.fetchone()
    if not found:
        raise Refused(404, "no-such-account")
    return found[0]


def add(cursor, account, given):
    now = version(cursor, account)
    cursor.execute("select 1 from note where ref = %s", (given["ref"],))
    if not cursor.fetchone():
        now = touch(cursor, account)
        cursor.execute("insert into note (ref, account, text) values (%s, %s, %s)", (given["ref"], account, given["text"]))
    return 201, {"ref": given["ref"], "version": now}


def drop(cursor, account, ref, _):
    now = version(cursor, account)
    cursor.execute("update note set gone = true where ref = %s and account = %s and not gone", (ref, account))
    return 200, {"version": touch(cursor, account) if cursor.rowcount else now}


def name(cursor, account, given):
    return 200, {"version": touch(cursor, account, "name = %s", (given["name"],))}


def move(cursor, account, given):
    now = {one: version(cursor, one) for one in sorted((account, given["to"]))}
    cursor.execute("select 1 from move where ref = %s", (given["ref"],))
    if cursor.fetchone():
        return 200, {"version": now[account]}
    cursor.execute("select cents from account where id = %s", (account,))
    if cursor.fetchone()[0] < given["cents"]:
        raise Refused(409, "not-enough")
    touch(cursor, given["to"], "cents = cents + %s", (given["cents"],))
    after = touch(cursor, account, "cents = cents - %s", (given["cents"],))
    cursor.execute(
        "insert into move (ref, account, partner, cents) values (%s, %s, %s, %s)",
        (given["ref"], account, given["to"], given["cents"]),
    )
    return 200, {"version": after}


def show(cursor, account, _):
    cursor.execute("select name, cents, version from account where id = %s", (account,))
    found = cursor.fetchone()
    if not found:
        raise Refused(404, "no-such-account")
    return 200, {"name": found[0], "cents": found[1], "version": found[2]}


serve([
    ("GET", r"/a/(\d+)", show),
    ("POST", r"/a/(\d+)/notes", add),
    ("DELETE", r"/a/(\d+)/notes/(\d+)", drop),
    ("PUT", r"/a/(\d+)/name", name),
    ("POST", r"/a/(\d+)/moves", move),
])
