"""The page behind a confirm link: a GET shows, a POST acts. Run it with `python examples/confirm_page.py`.

It solves a complaint, prints the link that the customer gets, and serves the page until you stop it.
"""

import secrets
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

from complaintflow import Actor, ComplaintflowError, Customer, Desk, commands as c
from complaintflow.inbound import ConfirmLinks
from complaintflow.plugins import CustomerMessage, Outcome, hookimpl
from complaintflow.vocabulary import ReceiptStatus


class Page(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.answer(lambda token: f"<form method=post>{escape(desk.read_link(token).complaint)} <button>好</button>")

    def do_POST(self) -> None:
        self.answer(lambda token: escape(desk.accept_link(token).id) + ": 谢谢")

    def answer(self, act: Callable[[str], str]) -> None:
        try:
            status, body = 200, act(parse_qs(urlsplit(self.path).query).get("token", [""])[0])
        except ComplaintflowError as error:
            status, body = 409, escape(str(error.in_language("zh")))
        self.send_response(status)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Referrer-Policy", "no-referrer")  # the address holds the token,
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(body.encode())

    def log_message(self, *args: object) -> None: ...  # and stays out of the log


class Screen:
    @hookimpl
    def channels(self) -> dict[str, object]:
        return {"app": self}

    def send(self, message: CustomerMessage) -> Outcome:
        print(message.links["confirm"], flush=True)
        return Outcome(ReceiptStatus.DELIVERED)


server = ThreadingHTTPServer(("127.0.0.1", 0), Page)
links = ConfirmLinks(f"http://127.0.0.1:{server.server_port}/", secrets.token_bytes(32))
desk = Desk.open("sqlite:///confirm.db", plugins=[Screen()], linker=links)
done = (c.Triage("billing"), c.Resolve("已退", "own_system"), c.Verify(True, "账本", "只剩一笔"))
told = c.Notify("扣了两次款", "网关重复", "已退一笔", "请查看", datetime.now(UTC) + timedelta(days=1), "多扣了")
desk.receive(c.Receive("app", Customer("u-17"), "扣了两次"), *done, told, by=Actor("li", roles={"agent"}))
desk.deliver()
server.serve_forever()
