"""The load of plan-own-load.yaml, by the line protocol of docs/load.md: what users ask of the accounts, at the pace that the plan asks for."""

import http.client
import json
import os
import queue
import random
import sys
import threading
import time

TARGET = os.environ["CUTOVER_TARGET"].removeprefix("http://")
CHANCE = random.Random(int(os.environ["CUTOVER_SEED"]))
TIMEOUT = 2
ATTEMPTS = 3
USERS = 16
OK = {200, 201}
STORIES = [["show", "add"]] * 5 + [["add", "show", "drop"]] * 2 + [["name", "move", "show"]] * 3


class Over(Exception):
    """The testbed wants no more."""


class Testbed:
    """One line of JSON for each thing said. Every invoke is answered, in order; so whoever says one waits for its answer."""

    def __init__(self):
        self.lock = threading.Lock()

    def invoke(self, kind, key, subject=None):
        """Has the intent written down; the id of the operation that may be sent now."""
        said = {"kind": kind, "key": key} | ({"subject": subject} if subject else {})
        with self.lock:
            print(json.dumps({"invoke": said}), flush=True)
            answer = json.loads(sys.stdin.readline() or '{"stop": true}')
        if "stop" in answer:
            raise Over
        return answer["id"]

    def complete(self, operation, outcome, **more):
        with self.lock:
            print(json.dumps({"complete": {"id": operation, "outcome": outcome, **more}}), flush=True)


def ask(method, path, body):
    """One attempt: status, answer and who gave it; status 0 where nobody knows."""
    connection = http.client.HTTPConnection(TARGET, timeout=TIMEOUT)
    try:
        connection.request(method, path, body and json.dumps(body), {"Content-Type": "application/json"})
        response = connection.getresponse()
        return response.status, json.loads(response.read() or "{}"), response.headers.get("X-Served-By", "nobody")
    except (OSError, http.client.HTTPException, ValueError):
        return 0, {}, "nobody"
    finally:
        connection.close()


def judge(status, answer):
    """OK: it happened. REFUSED: it did not. All else is UNKNOWN."""
    if status in OK:
        return "OK"
    refused = status == 404 or (status, answer.get("code")) in {(409, "not-enough"), (503, "closed")}
    return "REFUSED" if refused else "UNKNOWN"


def request(kind, key, partner, note, operation):
    """Method, path, body, and whether it may be sent again in doubt: the server knows the operation by its id."""
    account = f"/a/{key}"
    return {
        "show": lambda: ("GET", account, None, False),
        "add": lambda: ("POST", f"{account}/notes", {"ref": int(operation), "text": "a note"}, True),
        "drop": lambda: ("DELETE", f"{account}/notes/{note}", None, True),
        "name": lambda: ("PUT", f"{account}/name", {"name": f"n-{operation}"}, False),
        "move": lambda: ("POST", f"{account}/moves", {"ref": int(operation), "to": int(partner), "cents": 17}, True),
    }[kind]()


def perform(testbed, kind, key, partner, note):
    """An operation with all its attempts; its id if it was acknowledged."""
    operation = testbed.invoke(kind, key, note if kind == "drop" else None)
    method, path, body, repeatable = request(kind, key, partner, note, operation)
    doubt = False
    for attempt in range(1, (ATTEMPTS if repeatable else 1) + 1):
        status, answer, server = ask(method, path, body)
        outcome = judge(status, answer)
        if outcome != "UNKNOWN":
            break
        doubt = True
    if doubt and outcome == "REFUSED":
        outcome = "UNKNOWN"  # refused now, but perhaps done by an attempt before
    testbed.complete(
        operation, outcome, status=status, version=answer.get("version", 0), servedBy=server, attempts=attempt
    )
    return operation if outcome == "OK" else None


def user(testbed, work, over):
    """Does what there is to do until there is no more, or the testbed wants no more."""
    try:
        for (key, partner), story in iter(work.get, None):
            note = None
            for kind in story:
                if kind != "drop" or note:
                    made = perform(testbed, kind, key, partner, note)
                    note = made if kind == "add" else note
    except Over:
        over.set()


def stories(arrivals):
    """What begins in each second, so that as many operations come as the plan asks for."""
    owed = 0
    for operations in arrivals:
        owed += operations
        begun = []
        while owed > 0:
            begun.append(CHANCE.choice(STORIES))
            owed -= len(begun[-1])
        yield begun


def main():
    with open(os.environ["CUTOVER_KEYS"], encoding="utf-8") as file:
        keys = [line.rstrip("\n").split("\t") for line in file][1:]
    with open(os.environ["CUTOVER_ARRIVALS"], encoding="utf-8") as file:
        arrivals = [int(line) for line in file]
    testbed, work, over = Testbed(), queue.Queue(), threading.Event()
    users = [threading.Thread(target=user, args=(testbed, work, over)) for _ in range(USERS)]
    for each in users:
        each.start()
    begin = time.monotonic()
    for second, begun in enumerate(stories(arrivals)):
        for number, story in enumerate(begun):
            if over.wait(max(0, begin + second + number / len(begun) - time.monotonic())):
                break
            work.put((CHANCE.choice(keys), story))
    for _ in users:
        work.put(None)


main()
