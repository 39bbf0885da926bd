"""Files on their way in: what a house keeps is named by a URI, and complaints hold only this."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import IO
from urllib.parse import quote

import attrs
from anyio.to_thread import run_sync
from starlette.datastructures import UploadFile

from complaintflow import Actor, Attachment

_CHUNK = 2**16
_URN = "urn:complaintflow:file:"
_KEPT = re.compile(rf"{_URN}((?:[\w~-]|%[0-9A-F]{{2}})+):([0-9a-f]{{64}})", re.ASCII)
"""No dot and no slash, so nothing that leads out of the folder."""


@attrs.frozen
class Upload:
    """A file of this complaint that somebody sends. What the sender says of it is data: believe neither name nor type.

    `size` is in bytes, `digest` is `sha256:` and 64 hexadecimal digits: both were counted here. `name` has no folders,
    and may be blank.
    """

    complaint: str
    by: Actor
    name: str = attrs.field(repr=False)
    media_type: str
    size: int
    digest: str = attrs.field(repr=False)
    _file: UploadFile = attrs.field(repr=False)

    async def chunks(self) -> AsyncIterator[bytes]:
        """Its bytes, piece by piece, from the begin."""
        async for chunk in read_chunks(self._file):
            yield chunk

    def attachment(self, uri: str) -> Attachment:
        """The file as a complaint names it."""
        return Attachment(uri, self.media_type, self.size, self.digest, self.name)


Keep = Callable[[Upload], Awaitable[str]]
"""Keeps a file and gives its URI. A file that is sent again gets the same URI, so that a retry is the same question."""


async def read_chunks(file: UploadFile) -> AsyncIterator[bytes]:
    """The bytes of a file, from the begin."""
    await file.seek(0)
    while chunk := await file.read(_CHUNK):
        yield chunk


async def take_up(file: UploadFile, complaint: str, by: Actor) -> Upload:
    """The file with its size and digest."""
    counted, size = hashlib.sha256(), 0
    async for chunk in read_chunks(file):
        counted.update(chunk)
        size += len(chunk)
    said = Attachment(
        "urn:", (file.content_type or "")[:200], size, f"sha256:{counted.hexdigest()}", file.filename or ""
    )
    return Upload(complaint, by, said.name, said.media_type, said.size, said.digest, file)


class FileFolder:
    """Keeps files in a folder of this machine: `router(desk, who=who, files=FileFolder("files"))`.

    Each complaint has a folder of its own, and a file the name of its digest: so the same file sent again is there
    once, and no name that came from outside names a path. Files are for their owner alone (0600), are on the disk
    before a complaint names them, and are never run or shown by this class: `path_of` is for a route of yours.
    """

    def __init__(self, folder: str | os.PathLike[str]) -> None:
        self._folder = Path(folder)

    async def __call__(self, upload: Upload) -> str:
        """Keep the file, whole or not at all. Raises `OSError`."""
        place = self._place(upload.complaint, upload.digest.partition(":")[2])
        await run_sync(_make_folder, place.parent)
        part = await run_sync(_begin, place.parent)
        try:
            async for chunk in upload.chunks():
                await run_sync(part.write, chunk)
            await run_sync(_finish, part, place)
        except BaseException:
            part.close()
            Path(part.name).unlink(missing_ok=True)
            raise
        return f"{_URN}{place.parent.name}:{place.name}"

    def path_of(self, uri: str) -> Path | None:
        """Where the file lies that has this URI, or None for what is not kept here."""
        found = _KEPT.fullmatch(uri)
        place = self._folder / found[1] / found[2] if found else None
        return place if place and place.is_file() else None

    def _place(self, complaint: str, name: str) -> Path:
        return self._folder / quote(complaint, safe="").replace(".", "%2E") / name


def _make_folder(folder: Path) -> None:
    """Both for their owner alone: the names of the folders are those of complaints."""
    folder.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    folder.mkdir(mode=0o700, exist_ok=True)


def _begin(folder: Path) -> IO[bytes]:
    """A file that has no name yet; it is made for its owner alone."""
    return NamedTemporaryFile(dir=folder, prefix=".part-", delete=False)


def _finish(part: IO[bytes], place: Path) -> None:
    """On the disk, then under its name."""
    part.flush()
    os.fsync(part.fileno())
    part.close()
    Path(part.name).replace(place)
    if flag := getattr(os, "O_DIRECTORY", 0):  # where a folder can be synced
        folder = os.open(place.parent, os.O_RDONLY | flag)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
