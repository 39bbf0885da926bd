"""What is made when somebody asks for it: names of a package, and what attrs makes of a frozen class.

attrs compiles the methods of a class at each start of a program: that was half of the time of `import complaintflow`,
for two hundred classes of which a desk uses few. Ours are completed when the first of a kind is made, or when somebody
asks for the fields.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from importlib import import_module
from inspect import Signature, signature
from operator import attrgetter
from types import CellType
from typing import TYPE_CHECKING, Any

import attrs


def lazy(package: str, modules: Mapping[str, str]) -> Callable[[str], object]:
    """A `__getattr__` for this package: `modules` says which of its modules has each name.

    Mail, HTTP and templates take as long as all the rules.
    """

    def load(name: str) -> object:
        if name not in modules:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        return getattr(import_module(f"{package}.{modules[name]}"), name)

    return load


@attrs.frozen
class _Frozen:
    """Lends its methods: what attrs does where somebody sets a field of a frozen record."""


class Record:
    """Compares, hashes, prints and pickles by the fields of its class, as attrs would do."""

    __slots__ = ()
    __setattr__ = _Frozen.__setattr__
    __delattr__ = _Frozen.__delattr__

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        kind: Any = type(self)
        read = _values_of(kind)
        return bool(read(self) == read(other))

    def __hash__(self) -> int:
        kind: Any = type(self)
        return hash((kind.__qualname__, _values_of(kind)(self)))

    def __repr__(self) -> str:
        kind: Any = type(self)
        shown = [f"{field.name}={getattr(self, field.name)!r}" for field in attrs.fields(kind) if field.repr]
        return f"{kind.__qualname__}({', '.join(shown)})"

    def __getstate__(self) -> dict[str, Any]:
        kind: Any = type(self)
        return {field.name: getattr(self, field.name) for field in attrs.fields(kind)}

    def __setstate__(self, state: Mapping[str, Any]) -> None:
        for name, value in state.items():
            object.__setattr__(self, name, value)


@cache
def _values_of(kind: Any) -> Callable[[Any], Any]:
    """Reads the fields of a record of this kind that count when two are compared."""
    names = [field.name for field in attrs.fields(kind) if field.eq]
    return attrgetter(*names) if names else lambda record: ()


class _Late:
    """An attribute of a class that attrs makes: whoever reads it has the class completed."""

    def __init__(self, complete: Callable[[], type], name: str) -> None:
        self._complete, self._name = complete, name

    def __get__(self, instance: object, kind: type | None = None) -> Any:
        return getattr(self._complete(), self._name)


class _Signature:
    """What the class takes; a class that inherits this has its own."""

    def __init__(self, complete: Callable[[], type], name: str) -> None:
        self._complete, self._name = complete, name

    def __get__(self, instance: object, kind: type | None = None) -> Signature:
        if kind is None or kind.__qualname__ != self._name:
            raise AttributeError(self._name)
        return signature(self._complete())


def _frozen(written: type) -> type:
    """The class with its slots, as `attrs.frozen` gives it back, and without what attrs has to compile."""
    fields = [name for name, hint in written.__annotations__.items() if not hint.startswith("ClassVar")]
    body = {name: one for name, one in vars(written).items() if name not in {*fields, "__dict__", "__weakref__"}}
    weak = () if any("__weakref__" in vars(one) for one in written.__mro__[1:]) else ("__weakref__",)
    own = [name for name in fields if not any(name in vars(one).get("__slots__", ()) for one in written.__mro__[1:])]

    @cache
    def complete() -> type:
        """What attrs makes of the class. Its methods work on ours, which has the same slots."""
        made: type = attrs.frozen(eq=False, repr=False, init=True)(written)
        for name in (*_LATE, "__init__"):
            setattr(kind, name, vars(made)[name])
        return made

    def begin(self: Any, *given: Any, **named: Any) -> None:
        """For the first one of its kind."""
        init: Any = vars(complete())["__init__"]
        init(self, *given, **named)

    name = written.__qualname__
    body |= {
        "__qualname__": name,
        "__slots__": (*own, *weak),
        "__init__": begin,
        "__signature__": _Signature(complete, name),
    }
    body |= {one: _Late(complete, one) for one in _LATE}
    body |= {one: method for one, method in vars(Record).items() if callable(method) and one not in body}
    kind: type = type(written)(written.__name__, written.__bases__, body)
    for cell in _cells_of(body.values()):
        if cell.cell_contents is written:
            cell.cell_contents = kind
    return kind


def _cells_of(members: Iterable[Any]) -> Iterator[CellType]:
    """What the methods close over: a `super()` in one looks there for the class in which it stands."""
    for one in members:
        function = one.fget if isinstance(one, property) else getattr(one, "__func__", one)
        yield from getattr(function, "__closure__", None) or ()


def is_record(kind: Any) -> bool:
    """Whether it is a class of attrs, which need not be completed to say so."""
    return isinstance(kind, type) and any("__attrs_attrs__" in vars(one) for one in kind.__mro__)


_LATE = ("__attrs_attrs__", "__match_args__")

if TYPE_CHECKING:
    from attrs import frozen as frozen  # noqa: PLC0414  # others take it from here
else:
    frozen = _frozen
