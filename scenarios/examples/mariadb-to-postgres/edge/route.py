"""Routes the first so many of the 100 buckets to new and the others to old: a new version of HAProxy's map, which counts all at once."""

import os
import re
import socket
import sys

HOST, PORT = os.environ["ADMIN"].split(":")
MAP = os.environ["MAP"]


def ask(command):
    """Sends one command to the runtime socket and returns its answer; what it does not like, it says in words."""
    with socket.create_connection((HOST, int(PORT)), timeout=5) as admin:
        admin.sendall(f"{command}\n".encode())
        answer = b"".join(iter(lambda: admin.recv(4096), b"")).decode().strip()
    return answer


def told(command):
    answer = ask(command)
    if answer:
        sys.exit(f"{command.splitlines()[0]}: {answer}")


buckets = int(sys.argv[1])
prepared = re.fullmatch(r"New version created: (\d+)", ask(f"prepare map {MAP}"))
if not prepared:
    sys.exit(f"HAProxy makes no new version of {MAP}")
version = prepared.group(1)
if buckets:
    entries = "".join(f"{bucket} new\n" for bucket in range(buckets))
    told(f"add map @{version} {MAP} <<\n{entries}")
told(f"commit map @{version} {MAP}")
