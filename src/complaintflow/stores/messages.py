"""The message of a letter as it is stored.

A text is made of the fields of its letter, so most of these stand in it word by word. Such a field is kept as its place
in the text, and what is as in any letter is left out: a third of the bytes that a letter takes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import attrs
import msgspec

from complaintflow.plugins import CustomerMessage, Message, StaffMessage

_KINDS: Mapping[str, type[Message]] = {"customer": CustomerMessage, "staff": StaffMessage}
_PLACES = "in_text"
_MARK = f'"{_PLACES}":'.encode()
_LEAST = 24
"""A shorter text takes no more than its place."""


def audience_of(message: Message) -> str:
    """Whom a message is for."""
    return "customer" if isinstance(message, CustomerMessage) else "staff"


def encode_message(message: Message) -> bytes:
    """The message without what the decoder knows."""
    audience = audience_of(message)
    data = {
        name: value
        for name, default in _DEFAULTS[audience]
        if (value := getattr(message, name)) is not default and value != default
    }
    places = {name: place for name, value in message.fields.items() if (place := _place(value, message.text))}
    if places:
        data |= {"fields": {**message.fields, **dict.fromkeys(places, "")}, _PLACES: places}
    return _encode(data)


def decode_message(audience: str, stored: bytes) -> Message:
    """The message. Raises `KeyError`, `ValueError` or `msgspec.MsgspecError` for anything else."""
    if _MARK not in stored:
        return _DECODERS[audience](stored)
    data = msgspec.json.decode(stored, type=dict[str, Any])
    places = msgspec.convert(data.pop(_PLACES, {}), dict[str, tuple[int, int]])
    read: Message = _DECODERS[audience](_encode(data))
    if not all(0 <= begin < end <= len(read.text) for begin, end in places.values()):
        raise ValueError(places)
    fields = {**read.fields, **{name: read.text[begin:end] for name, (begin, end) in places.items()}}
    return attrs.evolve(read, fields=fields)


def _place(value: object, text: str) -> tuple[int, int] | None:
    """Where it stands in the text, if it does, and is long."""
    if not isinstance(value, str) or len(value) < _LEAST:
        return None
    begin = text.find(value)
    return None if begin < 0 else (begin, begin + len(value))


def _decoder(kind: type[Message]) -> Callable[[bytes], Message]:
    return msgspec.json.Decoder(kind, dec_hook=lambda _, value: value).decode


def _defaults(kind: Any) -> list[tuple[str, Any]]:
    """Each field with what it is where nobody says anything."""
    return [
        (one.name, one.default.factory() if hasattr(one.default, "factory") else one.default)
        for one in attrs.fields(kind)
    ]


_encode = msgspec.json.Encoder(enc_hook=dict).encode
_DECODERS = {audience: _decoder(kind) for audience, kind in _KINDS.items()}
_DEFAULTS = {audience: _defaults(kind) for audience, kind in _KINDS.items()}
