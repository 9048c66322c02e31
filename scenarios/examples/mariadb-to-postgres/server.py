"""What both servers share: HTTP in, one transaction out."""

import json
import os
import queue
import re
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

IDLE = queue.LifoQueue()
# Who waits longer waits in vain; without an end to connections, a stall would take all that the database has.
CONNECTIONS = threading.BoundedSemaphore(24)
PATIENCE_SECONDS = 2


class Server(ThreadingHTTPServer):
    request_queue_size = 128
    daemon_threads = True

    def handle_error(self, request, client_address):
        """Of a connection that the bridge gave up, nothing is said."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


class Refused(Exception):
    """Nothing happened, and the client is told so."""

    def __init__(self, status, code):
        super().__init__(code)
        self.status = status
        self.code = code


def transaction(connect, work):
    """Runs the work on one of a few connections, which is kept for the next one unless the database or its driver failed."""
    if not CONNECTIONS.acquire(timeout=PATIENCE_SECONDS):
        raise Refused(503, "busy")
    try:
        return in_turn(connect, work)
    finally:
        CONNECTIONS.release()


def in_turn(connect, work):
    try:
        connection = IDLE.get_nowait()
    except queue.Empty:
        connection = connect()
    sound = False
    try:
        with connection.cursor() as cursor:
            answer = work(cursor)
        connection.commit()
        sound = True
        return answer
    except Refused:
        connection.rollback()
        sound = True
        raise
    finally:
        if sound:
            IDLE.put(connection)
        else:
            connection.close()


def serve(connect, failure, routes):
    """connect makes a connection, failure is what its driver throws; routes: (method, path pattern, function of cursor, path groups and what
    is given, that returns status and answer). /health answers without the database."""
    compiled = [(method, re.compile(pattern), act) for method, pattern, act in routes]

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def answer(self):
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            if self.path == "/health":
                self.send(200, {})
                return
            for method, pattern, act in compiled:
                match = pattern.fullmatch(self.path)
                if match and method == self.command:
                    given = json.loads(body) if body else {}
                    given["idempotency-key"] = self.headers.get("Idempotency-Key")
                    self.act(lambda cursor: act(cursor, *map(int, match.groups()), given))
                    return
            self.send(404, {"code": "no-such-path"})

        do_GET = do_POST = do_PUT = do_DELETE = answer

        def act(self, work):
            try:
                self.send(*transaction(connect, work))
            except Refused as refused:
                self.send(refused.status, {"code": refused.code})
            except failure as why:
                print(f"{self.command} {self.path}: {why}", flush=True)
                self.send(500, {"code": "database", "message": str(why)})

        def send(self, status, answer):
            text = json.dumps(answer).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(text)))
            self.end_headers()
            self.wfile.write(text)

        def log_message(self, *ignored):
            """Says nothing of single requests."""

    Server((os.environ["HOST"], int(os.environ["PORT"])), Handler).serve_forever()
