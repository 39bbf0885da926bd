"""A service for time stamps (RFC 3161) on this machine: real answers, signed by an authority of the tests.

It can be made to answer wrongly, in each way that a test asks for.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

import attrs
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

NOW = datetime.now(UTC).replace(microsecond=0)
YEAR = timedelta(days=365)
Key = ec.EllipticCurvePrivateKey


# ── DER


def der(tag: int, *parts: bytes) -> bytes:
    body = b"".join(parts)
    if len(body) < 0x80:
        return bytes((tag, len(body))) + body
    size = len(body).to_bytes((len(body).bit_length() + 7) // 8, "big")
    return bytes((tag, 0x80 | len(size))) + size + body


def number(value: int) -> bytes:
    return der(0x02, value.to_bytes(value.bit_length() // 8 + 1, "big"))


def oid(dotted: str) -> bytes:
    first, second, *rest = map(int, dotted.split("."))
    signs = bytes((40 * first + second,))
    for one in rest:
        parts = [one & 0x7F]
        while one := one >> 7:
            parts.append(0x80 | (one & 0x7F))
        signs += bytes(reversed(parts))
    return der(0x06, signs)


def seq(*parts: bytes) -> bytes:
    return der(0x30, *parts)


def octets(data: bytes) -> bytes:
    return der(0x04, data)


def attribute(dotted: str, value: bytes) -> bytes:
    return seq(oid(dotted), der(0x31, value))


def parts_of(data: bytes) -> list[tuple[int, bytes]]:
    """The tags and the bodies that stand in these bytes one after the other."""
    found = list[tuple[int, bytes]]()
    while data:
        size, start = data[1], 2
        if size & 0x80:
            start += size & 0x7F
            size = int.from_bytes(data[2:start], "big")
        found.append((data[0], data[start : start + size]))
        data = data[start + size :]
    return found


SHA256 = seq(oid("2.16.840.1.101.3.4.2.1"))
TST_INFO = "1.2.840.113549.1.9.16.1.4"


# ── certificates


@attrs.frozen
class Authority:
    """A root, and the certificate of a service that it signed."""

    root: x509.Certificate
    certificate: x509.Certificate
    key: Key

    @property
    def roots(self) -> bytes:
        return self.root.public_bytes(serialization.Encoding.PEM)


def authority(
    begin: datetime = NOW - YEAR, end: datetime = NOW + YEAR, usage: x509.ObjectIdentifier | None = None
) -> Authority:
    """A root of its own with a service, whose certificate is valid so long and for this use."""
    root_key, key = ec.generate_private_key(ec.SECP256R1()), ec.generate_private_key(ec.SECP256R1())
    root_name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "root of the tests")])
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "time stamps of the tests")])
    root = _signed(root_name, root_name, root_key, root_key, NOW - 3 * YEAR, NOW + 3 * YEAR, None)
    used = usage or ExtendedKeyUsageOID.TIME_STAMPING
    return Authority(root, _signed(name, root_name, key, root_key, begin, end, used), key)


def _signed(
    name: x509.Name,
    issuer: x509.Name,
    key: Key,
    by: Key,
    begin: datetime,
    end: datetime,
    usage: x509.ObjectIdentifier | None,
) -> x509.Certificate:
    builder = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(begin)
        .not_valid_after(end)
        .add_extension(x509.BasicConstraints(ca=usage is None, path_length=None), critical=True)
    )
    if usage is not None:
        builder = builder.add_extension(x509.ExtendedKeyUsage([usage]), critical=True)
    return builder.sign(by, hashes.SHA256())


# ── answers


@attrs.define
class Service:
    """What the service answers; a test changes what it lies about."""

    authority: Authority = attrs.field(factory=authority)
    at: datetime = NOW
    nonce: Callable[[bytes], bytes] = lambda asked: asked
    digest: Callable[[bytes], bytes] = lambda asked: asked
    damage: Callable[[bytes], bytes] = lambda answer: answer
    status: int = 0
    http: int = 200
    certificates: bool = True
    asked: list[bytes] = attrs.field(factory=list)

    def answer(self, request: bytes) -> bytes:
        """The answer to a request in DER."""
        self.asked.append(request)
        ((_, body),) = parts_of(request)
        _, (_, imprint), *more = parts_of(body)
        digest = self.digest(parts_of(imprint)[1][1])
        nonce = self.nonce(next(one for tag, one in more if tag == 0x02))
        info = seq(
            number(1),
            oid("1.3.6.1.4.1.99999.1"),
            seq(SHA256, octets(digest)),
            number(len(self.asked)),
            der(0x18, f"{self.at:%Y%m%d%H%M%SZ}".encode()),
            der(0x02, nonce),
        )
        if self.status:
            return seq(seq(number(self.status)))
        return self.damage(seq(seq(number(self.status)), self._token(info)))

    def _token(self, info: bytes) -> bytes:
        certificate = self.authority.certificate
        encoded = certificate.public_bytes(serialization.Encoding.DER)
        said = (
            attribute("1.2.840.113549.1.9.3", oid(TST_INFO)),
            attribute("1.2.840.113549.1.9.4", octets(hashlib.sha256(info).digest())),
            attribute("1.2.840.113549.1.9.16.2.47", seq(seq(seq(octets(hashlib.sha256(encoded).digest()))))),
        )
        signed = b"".join(sorted(said))
        signature = self.authority.key.sign(der(0x31, signed), ec.ECDSA(hashes.SHA256()))
        signer = seq(
            number(1),
            seq(certificate.issuer.public_bytes(), number(certificate.serial_number)),
            SHA256,
            der(0xA0, signed),
            seq(oid("1.2.840.10045.4.3.2")),
            octets(signature),
        )
        certificates = (der(0xA0, encoded),) if self.certificates else ()
        content = seq(oid(TST_INFO), der(0xA0, octets(info)))
        return seq(
            oid("1.2.840.113549.1.7.2"),
            der(0xA0, seq(number(3), der(0x31, SHA256), content, *certificates, der(0x31, signer))),
        )


@contextmanager
def serving(service: Service, slowly: Callable[[Any, bytes], None] | None = None) -> Iterator[str]:
    """The URL at which the service answers; `slowly` writes the answer in its own way."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            answer = service.answer(self.rfile.read(int(self.headers["content-length"])))
            self.send_response(service.http)
            self.end_headers()
            (slowly or (lambda out, told: out.write(told)))(self.wfile, answer)

        def log_message(self, *_: object) -> None:
            """Nothing is printed."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/tsa"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
