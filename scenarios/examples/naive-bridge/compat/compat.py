"""Answers requests of the old contract by asking the new system: what a proxy would need to send them there. It keeps nothing."""

import http.client
import json
import os
from datetime import datetime
from decimal import Decimal
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from zoneinfo import ZoneInfo

BERLIN = ZoneInfo("Europe/Berlin")
READS = {"/shop/read-customer", "/shop/read-orders"}

# Path of the old contract: method, path and body of the new one.
REQUESTS = {
    "/shop/place-order": lambda old: ("POST", "/orders", {
        "customerId": old["custNo"], "sku": old["sku"], "quantity": old["qty"], "unitPrice": amount(old["unitC"]), "note": old["note"],
    }),
    "/shop/change-email": lambda old: ("PUT", f"/customers/{old['custNo']}/email", {"email": old["email"]}),
    "/shop/transfer-credit": lambda old: ("POST", "/transfers", {
        "from": old["fromCust"], "to": old["toCust"], "amount": amount(old["amtC"]),
    }),
    "/shop/pay-order": lambda old: ("POST", f"/orders/{old['ordNo']}/payment", None),
    "/shop/cancel-order": lambda old: ("POST", f"/orders/{old['ordNo']}/cancellation", None),
    "/shop/read-customer": lambda old: ("GET", f"/customers/{old['custNo']}", None),
    "/shop/read-orders": lambda old: ("GET", f"/customers/{old['custNo']}/orders", None),
}

# Problem of the new contract: status and return code of the old one.
PROBLEMS = {
    "customer-not-found": (200, 10),
    "order-not-found": (200, 11),
    "insufficient-credit": (200, 20),
    "email-taken": (200, 21),
    "order-state": (200, 22),
    "payment-declined": (200, 23),
    "malformed": (200, 30),
    "internal": (500, 50),
    "dependency": (503, 51),
}


def amount(cents):
    return cents / 100  # written in decimals as it was meant, up to 15 digits


def cents(decimal):
    return int(decimal * 100)


def day(instant):
    return instant and datetime.fromisoformat(instant).astimezone(BERLIN).strftime("%Y%m%d")


def same(value):
    return value


# Field of the new contract: that of the old one, and how its value is said there.
FIELDS = {
    "householdVersion": ("ver", same),
    "orderNumber": ("ordNo", same),
    "sku": ("sku", same),
    "quantity": ("qty", same),
    "unitPrice": ("unitC", cents),
    "total": ("amtC", cents),
    "placedAt": ("ordDt", day),
    "status": ("st", lambda status: status[0]),
    "note": ("note", same),
    "fullName": ("name", same),
    "email": ("email", same),
    "credit": ("creditC", cents),
    "registeredAt": ("regDt", day),
    "fromCredit": ("fromCreditC", cents),
    "toCredit": ("toCreditC", cents),
    "orders": ("orders", lambda orders: [said(order) for order in orders]),
}


def said(new):
    return {FIELDS[name][0]: FIELDS[name][1](value) for name, value in new.items() if name in FIELDS}


def ask(method, path, body, operation):
    """Status, headers and JSON body of new's answer."""
    headers = {"Content-Type": "application/json"}
    if operation:
        headers |= {"Idempotency-Key": operation, "Operation-Id": operation}
    connection = http.client.HTTPConnection(os.environ["NEW"], timeout=2)
    try:
        connection.request(method, path, None if body is None else json.dumps(body), headers)
        response = connection.getresponse()
        return response.status, response.headers, json.loads(response.read(), parse_float=Decimal)
    finally:
        connection.close()


def answer(path, old):
    """Status, headers and body as the old system would answer."""
    method, rest, body = REQUESTS[path](old)
    operation = None if path in READS else old["opId"]
    status, headers, new = ask(method, f"/households/{old['hhNo']}{rest}", body, operation)
    served_by = {"X-Served-By": headers["X-Served-By"]}
    if status < 300:
        return 200, served_by, {"rc": 0, "msg": "OK"} | said(new)
    status, code = PROBLEMS[new["type"].removeprefix("urn:shop:problem:")]
    return status, served_by, {"rc": code, "msg": new["detail"]}


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        self.send(200 if self.path == "/health" else 404, {}, {})

    def do_POST(self):
        old = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        try:
            answered = answer(self.path, old)
        except (OSError, http.client.HTTPException) as failure:
            answered = 502, {}, {"rc": 52, "msg": str(failure)}
        self.send(*answered)

    def send(self, status, headers, body):
        text = json.dumps(body).encode()
        self.send_response(status)
        for name, value in {"Content-Type": "application/json", "Content-Length": len(text), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(text)

    def log_message(self, *ignored):
        """Says nothing of single requests."""


ThreadingHTTPServer.request_queue_size = 128
ThreadingHTTPServer.daemon_threads = True
ThreadingHTTPServer((os.environ["HOST"], int(os.environ["PORT"])), Handler).serve_forever()
