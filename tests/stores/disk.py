"""A disk that writes down what SQLite does to it, that can fail, and whose power can be cut.

SQLite reaches its files by a table of functions (a VFS). Here the functions that change files are replaced by ones that
ask this module first; all others, the locks among them, stay those of the system. What is written down are the real
writes, with their bytes, in their order, so the states of a disk after a power cut can be built from them.

What a cut leaves is a model. It takes for granted that a sync means what it says, that a write changes no byte outside
itself, and that the first sync of a new file syncs its folder and all names in it (as SQLite and `make_private` do).
All that was not synced may be there or not: each write by itself, in any order, torn at any sector of 512 bytes; a cut
of the length and a removal likewise (a file that is removed and made again is either of the two). It does not model
disks that lie about a sync, or that lose what was synced.
"""

from __future__ import annotations

import _sqlite3
import ctypes as ct
import random
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, ClassVar

import attrs

SECTOR = 512
FULL, CANNOT_OPEN = 13, 14
IO_ERROR = {"read": 266, "write": 778, "sync": 1034, "truncate": 1546, "delete": 2570, "map": 5386}
_POINTER = ct.c_void_p
_OPEN = ct.CFUNCTYPE(ct.c_int, _POINTER, _POINTER, _POINTER, ct.c_int, _POINTER)
_DELETE = ct.CFUNCTYPE(ct.c_int, _POINTER, ct.c_char_p, ct.c_int)
_READ = _WRITE = ct.CFUNCTYPE(ct.c_int, _POINTER, _POINTER, ct.c_int, ct.c_int64)
_TRUNCATE = ct.CFUNCTYPE(ct.c_int, _POINTER, ct.c_int64)
_SYNC = ct.CFUNCTYPE(ct.c_int, _POINTER, ct.c_int)
_MAP = ct.CFUNCTYPE(ct.c_int, _POINTER, ct.c_int, ct.c_int, ct.c_int, _POINTER)


class _Vfs(ct.Structure):
    _fields_: ClassVar = [
        *((name, ct.c_int) for name in ("version", "size_of_file", "longest_path")),
        *((name, _POINTER) for name in ("next", "name", "data", "open", "delete", "access", "full_path")),
        *((f"more_{number}", _POINTER) for number in range(12)),
    ]


class _Methods(ct.Structure):
    _fields_: ClassVar = [
        ("version", ct.c_int),
        *((name, _POINTER) for name in ("close", "read", "write", "truncate", "sync")),
        *((f"more_{number}", _POINTER) for number in range(7)),
        ("map", _POINTER),
        *((f"last_{number}", _POINTER) for number in range(5)),
    ]


class _File(ct.Structure):
    _fields_: ClassVar = [("methods", ct.POINTER(_Methods))]


@attrs.frozen
class Done:
    """Something that was done to a file: `write`, `truncate`, `sync`, `delete`; or a mark of the test."""

    what: str
    path: str = ""
    place: int = 0
    text: bytes = b""


Fault = Callable[[str, str], int]
"""Asked before each call by its kind and its file: 0, or the error that SQLite is to get instead."""


@attrs.define
class Disk:
    """What was done to it, in order. `fault` may let calls fail; a write that fails has written its first half."""

    done: list[Done] = attrs.Factory(list)
    fault: Fault = lambda what, path: 0

    def mark(self, text: str) -> None:
        """The test got an answer here."""
        self.done.append(Done("mark", text=text.encode()))


def library() -> Any:
    """The SQLite that Python uses, or None where it cannot be reached."""
    found = ct.CDLL(getattr(_sqlite3, "__file__", None))
    return found if hasattr(found, "sqlite3_vfs_register") else None


@contextmanager
def watched(disk: Disk) -> Iterator[None]:
    """All databases that are opened within the block lie on this disk. They must be closed within it as well."""
    sqlite = library()
    sqlite.sqlite3_vfs_find.restype = ct.POINTER(_Vfs)
    system = sqlite.sqlite3_vfs_find(None)
    shim = _Shim(disk, system.contents)
    sqlite.sqlite3_vfs_register(ct.byref(shim.vfs), 1)
    try:
        yield
    finally:
        sqlite.sqlite3_vfs_unregister(ct.byref(shim.vfs))
        sqlite.sqlite3_vfs_register(system, 1)


class _Shim:
    """The functions of the system with ours before them."""

    def __init__(self, disk: Disk, system: _Vfs) -> None:
        self._disk = disk
        self._names: dict[int, str] = {}
        self._tables: dict[int, tuple[_Methods, list[Any]]] = {}
        self._open, self._delete = _OPEN(system.open), _DELETE(system.delete)
        self._kept = [_OPEN(self.open), _DELETE(self.delete), ct.create_string_buffer(b"watched")]
        self.vfs = _Vfs.from_buffer_copy(system)
        self.vfs.name = ct.addressof(self._kept[2])
        self.vfs.open, self.vfs.delete = (ct.cast(one, _POINTER).value for one in self._kept[:2])

    def open(self, vfs: int, name: int | None, file: int, flags: int, out: int) -> int:
        path = ct.string_at(name).decode() if name else ""
        if wrong := self._disk.fault("open", path):
            _File.from_address(file).methods = ct.POINTER(_Methods)()
            return wrong
        code = int(self._open(vfs, name, file, flags, out))
        if code == 0 and path:
            self._names[file] = path
            _File.from_address(file).methods = ct.pointer(self._patched(_File.from_address(file).methods))
        return code

    def delete(self, vfs: int, name: bytes, sync: int) -> int:
        if wrong := self._disk.fault("delete", name.decode()):
            return wrong
        code = int(self._delete(vfs, name, sync))
        if code == 0:
            self._disk.done.append(Done("delete", name.decode(), sync))
        return code

    def _patched(self, methods: Any) -> _Methods:
        """A table of functions like this one. It is kept: files point to it."""
        address = ct.addressof(methods.contents)
        if address not in self._tables:
            table = _Methods.from_buffer_copy(methods.contents)
            ours = list(self._functions(methods.contents))
            for name, function in ours:
                setattr(table, name, ct.cast(function, _POINTER).value)
            self._tables[address] = table, ours
        return self._tables[address][0]

    def _functions(self, system: _Methods) -> Iterator[tuple[str, Any]]:
        disk, names = self._disk, self._names
        read, write, sync = _READ(system.read), _WRITE(system.write), _SYNC(system.sync)
        truncate, map_ = _TRUNCATE(system.truncate), _MAP(system.map) if system.map else None

        def our_read(file: int, into: int, count: int, place: int) -> int:
            return disk.fault("read", names[file]) or int(read(file, into, count, place))

        def our_write(file: int, text: int, count: int, place: int) -> int:
            wrong = disk.fault("write", names[file])
            length = count // 2 if wrong else count
            code = int(write(file, text, length, place)) if length else 0
            disk.done.append(Done("write", names[file], place, ct.string_at(text, length)))
            return wrong or code

        def our_truncate(file: int, size: int) -> int:
            if wrong := disk.fault("truncate", names[file]):
                return wrong
            disk.done.append(Done("truncate", names[file], size))
            return int(truncate(file, size))

        def our_sync(file: int, flags: int) -> int:
            if wrong := disk.fault("sync", names[file]):
                return wrong
            code = int(sync(file, flags))
            disk.done.append(Done("sync", names[file]))
            return code

        def our_map(file: int, region: int, size: int, extend: int, out: int) -> int:
            return disk.fault("map", names[file]) or map_(file, region, size, extend, out)  # type: ignore[misc]

        yield from {"read": _READ(our_read), "write": _WRITE(our_write), "sync": _SYNC(our_sync)}.items()
        yield "truncate", _TRUNCATE(our_truncate)
        if map_:
            yield "map", _MAP(our_map)


# ── a power cut


@attrs.define
class _Content:
    """What of a file is surely on the disk (None: no file), and what was done to it since the last sync."""

    sure: bytes | None = None
    since: list[Done] = attrs.Factory(list)

    def do(self, done: Done) -> None:
        self.since.append(done)
        if done.what == "sync" or (done.what == "delete" and done.place):
            content: bytearray | None = None if self.sure is None else bytearray(self.sure)
            for one in self.since:
                content = _after(content, one)
            self.sure, self.since = None if content is None else bytes(content), []

    def sync_names(self) -> None:
        """The folder was synced: what was removed stays so."""
        removed = [place for place, one in enumerate(self.since) if one.what == "delete"]
        if removed:
            self.sure, self.since = None, self.since[removed[-1] + 1 :]

    def left(self, chance: random.Random) -> bytes | None:
        """What a cut leaves: of what was not synced nothing, all, the first part, or anything."""
        content: bytearray | None = None if self.sure is None else bytearray(self.sure)
        how = chance.choice(("nothing", "all", "first", "any", "any"))
        ends = {"nothing": 0, "first": chance.randint(0, len(self.since))}.get(how, len(self.since))
        for place, one in enumerate(self.since[:ends]):
            if one.what == "delete" and how == "any" and chance.random() < 0.5:
                break  # what has the name afterwards is another file, which has not got it yet
            torn = how == "any" or (how == "first" and place == ends - 1)
            content = _partly_after(content, one, chance) if torn else _after(content, one)
        return None if content is None else bytes(content)


def _after(content: bytearray | None, done: Done) -> bytearray | None:
    if done.what == "delete":
        return None
    content = bytearray() if content is None else content
    if done.what == "truncate":
        return content[: done.place].ljust(done.place, b"\0")
    if done.what == "write":
        content.extend(bytes(max(done.place - len(content), 0)))
        content[done.place : done.place + len(done.text)] = done.text
    return content


def _partly_after(content: bytearray | None, done: Done, chance: random.Random) -> bytearray | None:
    """A write may be torn at each border of a sector; a cut of the length happened or not."""
    if done.what != "write":
        return _after(content, done) if done.what == "delete" or chance.random() < 0.5 else content
    place = done.place
    for text in _by_sectors(done):
        if chance.random() < 0.5:
            content = _after(content, Done("write", done.path, place, text))
        place += len(text)
    return content


def _by_sectors(done: Done) -> Iterator[bytes]:
    begin = 0
    while begin < len(done.text):
        end = begin + SECTOR - (done.place + begin) % SECTOR
        yield done.text[begin:end]
        begin = end


@attrs.define
class Replay:
    """Goes through what was done, and says at any moment what a power cut would leave."""

    files: dict[str, _Content] = attrs.Factory(dict)
    marks: list[str] = attrs.Factory(list)

    def do(self, done: Done) -> None:
        if done.what == "mark":
            self.marks.append(done.text.decode())
            return
        file = self.files.setdefault(done.path, _Content())
        if done.what == "sync" and file.sure is None:
            for one in self.files.values():  # with the name of the new file those go that were removed
                one.sync_names()
        file.do(done)

    def cut(self, chance: random.Random) -> Mapping[str, bytes]:
        """The files, by their names."""
        left = {Path(path).name: content.left(chance) for path, content in self.files.items()}
        return {name: content for name, content in left.items() if content is not None}
