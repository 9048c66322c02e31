"""What both servers share: HTTP in, one transaction out. A write holds a share lock on the row that says whether the system is open, so whoever
closes it waits for writes under way, and no later one gets through."""

import json
import os
import queue
import re
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import psycopg2

IDLE = queue.LifoQueue()
DATABASE = f"postgresql://postgres@{os.environ['DB']}/app?connect_timeout=2"


class Refused(Exception):
    def __init__(self, status, code):
        super().__init__(code)
        self.status = status
        self.code = code


def transaction(work, writes):
    """Runs the work on a connection that is kept for the next one, unless it failed."""
    try:
        connection = IDLE.get_nowait()
    except queue.Empty:
        connection = psycopg2.connect(DATABASE)
    try:
        with connection, connection.cursor() as cursor:
            if writes:
                cursor.execute("select open from serving for share")
                if not cursor.fetchone()[0]:
                    raise Refused(503, "closed")
            return work(cursor)
    except psycopg2.Error:
        connection.close()
        raise
    finally:
        if not connection.closed:
            IDLE.put(connection)


def serve(routes):
    """routes: (method, path pattern, function of cursor, path groups and JSON body that returns status and answer). /health answers without
    the database."""
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
                    self.act(lambda cursor: act(cursor, *map(int, match.groups()), given))
                    return
            self.send(404, {"code": "no-such-path"})

        do_GET = do_POST = do_PUT = do_DELETE = answer

        def act(self, work):
            try:
                self.send(*transaction(work, self.command != "GET"))
            except Refused as refused:
                self.send(refused.status, {"code": refused.code})
            except psycopg2.Error as failure:
                self.send(500, {"code": "database", "message": str(failure)})

        def send(self, status, answer):
            text = b"" if answer is None else json.dumps(answer).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(text)))
            self.end_headers()
            self.wfile.write(text)

        def log_message(self, *ignored):
            """Says nothing of single requests."""

    ThreadingHTTPServer.request_queue_size = 128
    ThreadingHTTPServer.daemon_threads = True
    ThreadingHTTPServer((os.environ["HOST"], int(os.environ["PORT"])), Handler).serve_forever()
