"""An application that loads a command when it is asked for, and works out once what the command takes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from copy import copy

from cyclopts import App, Argument, ArgumentCollection, Parameter, default_name_transform
from rich.console import Console


class RememberingApp(App):
    """cyclopts reads the signature of a command anew several times for each line that it runs. That took most of the
    time of a short command of a program that runs many."""

    def assemble_argument_collection(
        self, *, default_parameter: Parameter | None = None, parse_docstring: bool = False
    ) -> ArgumentCollection:
        """What the command takes, and nothing that was given to it."""
        known: dict[tuple[object, ...], ArgumentCollection] = vars(self).setdefault("_known", {})
        inherited = repr(self.app_stack.default_parameter)
        asked = (self.default_command, inherited, repr(default_parameter), parse_docstring)
        if asked not in known:
            known[asked] = super().assemble_argument_collection(
                default_parameter=default_parameter, parse_docstring=parse_docstring
            )
        return _blank(known[asked])

    def help_print(self, tokens: str | Iterable[str] | None = None, *, console: Console | None = None) -> None:
        """A page that lists commands says what each does, in the words of its function."""
        _, pages, _ = self.parse_commands(tokens)
        pages[-1].resolved_commands()
        super().help_print(tokens, console=console)


def subcommand(function: Callable[..., int | None]) -> RememberingApp:
    """A function as a command of its name, for the table of the application."""
    made = RememberingApp(name=default_name_transform(function.__name__))
    made.default(function)
    return made


def _blank(arguments: ArgumentCollection) -> ArgumentCollection:
    """The same arguments, and the parts of which some consist, to which nothing was given."""
    again = {id(argument): copy(argument) for argument in arguments}
    for argument in again.values():
        argument.tokens = []
        argument.children = _collected(argument.children, again)
    return _collected(arguments, again)


def _collected(arguments: ArgumentCollection, again: Mapping[int, Argument]) -> ArgumentCollection:
    found = arguments.copy()
    found[:] = [again[id(argument)] for argument in arguments]
    return found
