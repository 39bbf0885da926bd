"""Jinja2, kept small (extra `templates`): the only module that knows it.

Operators write templates. We trust them with words, not with the machine. Each template is read against a list of
what it may contain: no arithmetic, no assignment, no macro, no method, no import. So its output grows with its values
and never by itself. The output is counted while it is written, as are the turns of its loops and the texts that it puts
together, and each is stopped at a limit.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from jinja2 import DictLoader, StrictUndefined, TemplateError, TemplateSyntaxError, meta, nodes, pass_context
from jinja2.filters import FILTERS as ALL_FILTERS
from jinja2.runtime import Context, markup_join, str_join
from jinja2.sandbox import SandboxedEnvironment
from jinja2.tests import TESTS as ALL_TESTS

from complaintflow._validation.structure import is_list
from complaintflow.errors import DefinitionError, Problem
from complaintflow.messages.forms import FORMS, FUNCTIONS, Form
from complaintflow.messages.spans import Fitted, join

FILTERS = ("capitalize", "default", "first", "last", "length", "lower", "title", "trim", "upper")
TESTS = ("defined", "eq", "equalto", "in", "ne", "none", "sameas", "string")
OUTPUT_LENGTH = 20_000_000
"""Characters that one rendering may write: far above the longest message, far below what hurts."""
TEMPLATE_LENGTH = 100_000
"""Characters of one template."""
FAMILY_SIZE = 100
"""How many templates may make up one page, each counted as often as it is read."""
TURNS = 100_000
"""How often the loops of one rendering may turn, all together; also those that write nothing."""
_WORK = "_work"

_ALLOWED = (
    *(nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Const, nodes.Getattr, nodes.Getitem),
    *(nodes.Call, nodes.Keyword, nodes.Filter, nodes.Test, nodes.Compare, nodes.Operand, nodes.And, nodes.Or),
    *(nodes.Not, nodes.CondExpr, nodes.Concat, nodes.If, nodes.For, nodes.Include, nodes.Extends, nodes.Block),
)
_FAILURES = (TemplateError, ArithmeticError, LookupError, RecursionError, SyntaxError, TypeError, ValueError)
"""What a template may raise while it is compiled or writes."""
_LANGUAGE = (
    "text, variables, if, for over a variable, include, extends and block, the functions "
    f"{', '.join(FUNCTIONS)} and the filters {', '.join(FILTERS)}"
)


class Engine:
    """The templates of one form."""

    def __init__(self, sources: Mapping[str, str], form: Form) -> None:
        self._environment = _environment(sources, form, _Counting)

    def render(self, name: str, values: Mapping[str, Any]) -> Fitted:
        """The text of a template. Raises `DefinitionError` that names it when it fails or does not end."""
        try:
            template = self._environment.get_template(name)
            return join(*_count(template.generate({**values, _WORK: _Work(name)}), name))
        except _FAILURES as error:
            raise _failure(name, str(error) or type(error).__name__) from error


class Reader:
    """The contents of the templates, read once.

    Raises `DefinitionError` with the file and line of everything that a template must not contain.
    """

    def __init__(self, sources: Mapping[str, str]) -> None:
        self._environment = _environment(sources, FORMS["plain"], SandboxedEnvironment)
        self._variables: dict[str, frozenset[str]] = {}
        self._parts: dict[str, tuple[str, ...]] = {}
        problems = [problem for name, source in sources.items() for problem in self._read(name, source)]
        for name, parts in self._parts.items():
            lost = sorted(set(parts) - set(sources))
            problems += [Problem(name, f"the template {part!r}, which is not there", "one that is") for part in lost]
        if problems:
            raise DefinitionError(tuple(problems))

    def _read(self, name: str, source: str) -> Iterator[Problem]:
        if len(source) > TEMPLATE_LENGTH:
            yield Problem(name, f"{len(source)} characters", f"at most {TEMPLATE_LENGTH}")
            return
        try:
            tree = self._environment.parse(source, name)
            nodes_of_tree = (tree, *tree.find_all(nodes.Node))
            found = [(node, _find_fault(node)) for node in nodes_of_tree]
            faults = [Problem(f"{name}:{node.lineno}", fault, _LANGUAGE) for node, fault in found if fault]
            if faults:
                yield from faults
                return
            self._variables[name] = frozenset(meta.find_undeclared_variables(tree)) - set(FUNCTIONS)
            self._parts[name] = tuple(filter(None, meta.find_referenced_templates(tree)))
        except TemplateSyntaxError as error:
            yield Problem(f"{name}:{error.lineno}", str(error.message), "a template")
        except RecursionError:
            yield Problem(name, "brackets within brackets without end", "a template")

    def family(self, name: str) -> frozenset[str]:
        """The names of a template and of all that it includes and extends.

        Raises `DefinitionError` for one that includes itself, or so many that it would not end either.
        """
        members = tuple(islice(self._family(name, ()), FAMILY_SIZE + 1))
        if len(members) > FAMILY_SIZE:
            raise _failure(name, f"more than {FAMILY_SIZE} templates in one")
        return frozenset(members)

    def _family(self, name: str, above: tuple[str, ...]) -> Iterator[str]:
        if name in above:
            raise _failure(name, "a template that includes itself")
        yield name
        for part in self._parts[name]:
            yield from self._family(part, (*above, name))

    def variables(self, name: str) -> frozenset[str]:
        """The variables that a template names, with what it includes and extends."""
        return frozenset[str]().union(*(self._variables[one] for one in self.family(name)))


class _Work:
    """What one rendering has done so far."""

    def __init__(self, name: str) -> None:
        self._name, self._turns, self._joined = name, 0, 0

    def turn(self, items: Iterable[Any]) -> Iterator[Any]:
        """The items of a loop. Raises `DefinitionError` beyond the limit."""
        for one in items:
            self._turns += 1
            if self._turns > TURNS:
                raise _failure(self._name, f"more than {TURNS} turns of its loops")
            yield one

    def join(self, parts: Sequence[Any], autoescape: bool) -> str:
        """The texts as one. Raises `DefinitionError` beyond the limit."""
        self._joined += sum(len(str(part)) for part in parts)
        if self._joined > OUTPUT_LENGTH:
            raise _failure(self._name, f"more than {OUTPUT_LENGTH} characters put together")
        return markup_join(parts) if autoescape else str_join(parts)


@pass_context
def _turn(context: Context, items: Iterable[Any]) -> Iterator[Any]:
    work: _Work = context[_WORK]
    return work.turn(items)


@pass_context
def _join(context: Context, *parts: Any) -> str:
    work: _Work = context[_WORK]
    return work.join(parts, bool(context.eval_ctx.autoescape))


class _Counting(SandboxedEnvironment):
    """Templates whose loops and joined texts are counted."""

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        for loop in tree.find_all(nodes.For):
            loop.iter = _call("_turn", [loop.iter])
        _count_joins(tree)
        return tree


def _count_joins(node: Any) -> Any:
    """The tree, with a call that counts in the place of every text that is put together."""
    if not isinstance(node, nodes.Node):
        return node
    fields: list[tuple[str, Any]] = list(node.iter_fields())
    for name, field in fields:
        setattr(node, name, [_count_joins(one) for one in field] if is_list(field) else _count_joins(field))
    return _call("_join", node.nodes) if isinstance(node, nodes.Concat) else node


def _call(name: str, arguments: list[Any]) -> nodes.Call:
    return nodes.Call(nodes.Name(name, "load"), arguments, [], None, None, lineno=arguments[0].lineno)


def _environment(sources: Mapping[str, str], form: Form, kind: type[SandboxedEnvironment]) -> SandboxedEnvironment:
    @pass_context  # without it Jinja would fold constants into the template's own text, and their line ends with it
    def fit(context: object, value: object) -> Fitted:
        return form.fit(value)

    environment = kind(
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        finalize=form.fit if form.markup else fit,
        autoescape=form.markup,
        optimized=False,  # what is written out is not worked out while it is read
        loader=DictLoader(sources),
        auto_reload=False,
        cache_size=-1,
    )
    environment.globals = {name: getattr(form, name) for name in FUNCTIONS}
    environment.globals.update(_turn=_turn, _join=_join)
    environment.filters = {name: ALL_FILTERS[name] for name in FILTERS}
    environment.tests = {name: ALL_TESTS[name] for name in TESTS}
    return environment


def _find_fault(node: nodes.Node) -> str:
    """What is not allowed in a node, or a blank text."""
    if not isinstance(node, _ALLOWED):
        return type(node).__name__.lower()
    rule = _RULES.get(type(node))
    return rule(node) if rule else ""


def _call_fault(node: Any) -> str:
    named = isinstance(node.node, nodes.Name) and node.node.name in FUNCTIONS
    return "" if named and node.dyn_args is None and node.dyn_kwargs is None else "a call of something else"


def _loop_fault(node: Any) -> str:
    """Loops within loops would multiply what is given."""
    if next(node.find_all(_REPEATED), None):
        return "a loop, a block or a template within a loop"
    return "" if isinstance(node.iter, nodes.Name | nodes.Getattr) and not node.recursive else "a loop over no variable"


def _finished_fault(node: Any) -> str:
    """A written text is not changed again: escaped once more, it would grow each time."""
    return "a call within what changes a text" if next(node.find_all(nodes.Call), None) else ""


def _constant_fault(node: Any) -> str:
    return "" if isinstance(node.template, nodes.Const) else "a template whose name is not written out"


_REPEATED = (nodes.For, nodes.Block, nodes.Include, nodes.Extends)
_RULES: Mapping[type[nodes.Node], Callable[[Any], str]] = {
    nodes.Call: _call_fault,
    nodes.Concat: _finished_fault,
    nodes.Filter: _finished_fault,
    nodes.For: _loop_fault,
    nodes.Include: _constant_fault,
    nodes.Extends: _constant_fault,
}


def _count(parts: Iterator[str], name: str) -> Iterator[str]:
    written = 0
    for part in parts:
        written += len(part)
        if written > OUTPUT_LENGTH:
            raise _failure(name, f"more than {OUTPUT_LENGTH} characters")
        yield part


def _failure(name: str, what: str) -> DefinitionError:
    return DefinitionError((Problem(name, what, "a page that comes to an end"),))
