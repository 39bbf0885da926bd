"""Spans of OpenTelemetry (extra `otel`): one for each call of a desk, and one within it for each letter that is sent.

A span says which commands were asked for, on which complaint, and by which rules they were refused. It holds no words
of anybody, no address and no message of an error. The provider, and where spans go, is your program's business.
"""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from typing import Any

try:
    from opentelemetry.trace import Span, SpanKind, StatusCode, TracerProvider, get_tracer
except ImportError as error:
    raise ImportError("spans need the extra: pip install 'complaintflow[otel]'") from error

from complaintflow import DeskCall, Refused

__all__ = ["Tracing"]

_NAME = "complaintflow"
_COUNTED = ("done", "failed", "outcomes", "failures", "unreadable")
"""What ticks and deliveries answer with, of which a span has the numbers."""


class Tracing:
    """Makes a span for each call that it watches."""

    def __init__(self, provider: TracerProvider | None = None) -> None:
        self._tracer = get_tracer(_NAME, tracer_provider=provider)

    @contextmanager
    def watch(self, call: DeskCall) -> Generator[Any, None, None]:
        """A span around the call."""
        kind = SpanKind.PRODUCER if call.name == "send" else SpanKind.INTERNAL
        named = {"commands": call.commands, "channel": call.channel, "complaint": call.complaint}
        attributes: dict[str, Any] = {f"{_NAME}.{key}": value for key, value in named.items() if value}
        with self._tracer.start_as_current_span(
            f"{_NAME}.{call.name}",
            kind=kind,
            attributes=attributes,
            record_exception=False,  # its message may be private
            set_status_on_exception=False,
        ) as span:
            try:
                yield lambda answer: _tell(span, answer)  # pyright: ignore[reportUnknownLambdaType]
            except Refused as refused:
                span.set_attribute(f"{_NAME}.refused", [one.rule for one in refused.refusals])
                raise
            except BaseException as error:
                span.set_attribute("error.type", type(error).__name__)
                span.set_status(StatusCode.ERROR)
                raise


def _tell(span: Span, answer: Any) -> None:
    """The numbers of an answer, and how a letter ended."""
    if status := getattr(answer, "status", ""):
        span.set_attribute(f"{_NAME}.outcome", str(status))
    for name in _COUNTED:
        many = getattr(answer, name, None)
        if isinstance(many, tuple):
            span.set_attribute(f"{_NAME}.{name}", len(many))  # pyright: ignore[reportUnknownArgumentType]
