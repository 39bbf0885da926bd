"""Evidence with its files: one form, whose files go to the house and whose fields go to the desk."""

from __future__ import annotations

import re
from collections.abc import AsyncGenerator, Mapping
from contextlib import aclosing
from typing import Any

import attrs
from fastapi import HTTPException, Request, Response
from starlette.datastructures import FormData, Headers, UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser

from complaintflow import AsyncDesk, Attachment, InvalidInput, Problem, Refused, from_data, to_json
from complaintflow.commands import AddEvidence
from complaintflow.contrib.fastapi.answers import answer, tag_of
from complaintflow.contrib.fastapi.asking import Asking, actor_of
from complaintflow.contrib.fastapi.bodies import LARGEST, header, read_expected
from complaintflow.contrib.fastapi.uploads import Keep, take_up

FILES = "attachments"
FIELDS = ("kind", "source", "content", "compensation", "came_with")
_KIND = AddEvidence.__name__
_FORM = re.compile(
    r"multipart/form-data\s*;(?:.*;)?\s*boundary=(\"?)([\w'()+,./:=? -]{1,70})\1\s*(?:;.*)?", re.ASCII | re.IGNORECASE
)


class Evidence(Asking):
    """Evidence that comes with files, which the house keeps."""

    def __init__(self, desk: AsyncDesk, keep: Keep) -> None:
        super().__init__(desk)
        self._keep = keep

    async def add(self, request: Request, id: str) -> Response:
        """Add evidence with its files: the fields of an `AddEvidence`, and files as `attachments`.

        The key is needed: it makes a retry safe, and no form of another site can send it.
        """
        form, key = _read_form_type(request), header(request, "idempotency-key")
        if key is None:
            raise HTTPException(400, "Idempotency-Key is needed")
        await self._check_open(request, id)
        with_files = await self._read(request, form)
        try:
            return await self._add(request, id, with_files, key)
        finally:
            await with_files.close()

    async def _check_open(self, request: Request, id: str) -> None:
        """Whether this actor may add evidence here, before any file is read."""
        for step in await self._as(request).steps(id, by=actor_of(request)):
            if step.command == _KIND and step.refusals:
                raise Refused(id, _KIND, step.refusals)

    async def _read(self, request: Request, form: str) -> FormData:
        """The form: its fields in memory, its larger files in temporary ones, all of them within their bounds."""
        limits = self._policy.limits
        told, largest = header(request, "content-length") or "", limits.upload_bytes + LARGEST
        if told.isdecimal() and int(told[:18]) > largest:
            raise _too_large(largest)
        async with aclosing(_bounded(request, largest)) as stream:
            parser = MultiPartParser(
                Headers({"content-type": form}),
                stream,
                max_files=limits.attachments,
                max_fields=len(FIELDS),
                max_part_size=LARGEST,
            )
            try:
                return await parser.parse()
            except MultiPartException as error:
                raise HTTPException(400, error.message) from None

    async def _add(self, request: Request, id: str, form: FormData, key: str) -> Response:
        fields, files = _divide(form, self._policy.limits.file_bytes)
        words: AddEvidence = from_data(fields, kind=_KIND)  # what is wrong is told before anything is kept
        by, attachments = actor_of(request), list[Attachment]()
        for file in files:
            upload = await take_up(file, id, by)
            attachments.append(upload.attachment(await self._keep(upload)))
        command = attrs.evolve(words, attachments=tuple(attachments))
        mine = self._as(request)
        complaint = await mine.do(id, command, by=by, key=key, expect=read_expected(request))
        seen = await mine.customer_view(id) if by.is_customer else complaint
        return answer(to_json(seen, policy=self._policy), etag=tag_of(complaint))


def _read_form_type(request: Request) -> str:
    """Only a form with files; of what its header says, only where the parts end."""
    found = _FORM.fullmatch(header(request, "content-type") or "")
    if not found:
        raise HTTPException(415, "multipart/form-data is expected")
    return f'multipart/form-data; boundary="{found[2]}"'


async def _bounded(request: Request, largest: int) -> AsyncGenerator[bytes, None]:
    """The body, of at most so many bytes; a longer one is not read to its end."""
    read = 0
    async with aclosing(request.stream()) as parts:
        async for part in parts:
            read += len(part)
            if read > largest:
                raise _too_large(largest)
            yield part


def _too_large(largest: int) -> HTTPException:
    return HTTPException(413, f"at most {largest} bytes")


def _divide(form: FormData, largest: int) -> tuple[dict[str, str], list[UploadFile]]:
    """The fields and the files. A browser sends a file without name and bytes where nobody chose one."""
    fields, files, problems = dict[str, str](), list[UploadFile](), list[Problem]()
    for name, value in form.multi_items():
        if isinstance(value, str):
            problems += [Problem(name, "a name twice", "each name once")] if name in fields else []
            fields[name] = value
        elif value.filename or value.size:
            problems += _file_problems(name, value, largest)
            files.append(value)
    if problems:
        raise InvalidInput(tuple(problems))
    return fields, files


def _file_problems(name: str, file: UploadFile, largest: int) -> list[Problem]:
    if name != FILES:
        return [Problem(name[:60], "a file", f"files as {FILES}")]
    size = file.size or 0
    return [Problem(FILES, f"{size} bytes", f"at most {largest} bytes (limits.file_bytes)")] if size > largest else []


def form_schema(schema: Mapping[str, Any]) -> dict[str, Any]:
    """The form for the description of the API, of the schema of the command."""
    binary = {"type": "string", "format": "binary"}
    fields = {name: one for name, one in schema["properties"].items() if name in FIELDS}
    files = {"type": "array", "items": binary, "maxItems": schema["properties"][FILES]["maxItems"]}
    return {"type": "object", "properties": {**fields, FILES: files}, "required": schema["required"]}
