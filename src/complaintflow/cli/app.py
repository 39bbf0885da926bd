"""The application: its commands, the options for all of them, and its exit codes."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextlib import redirect_stdout
from pathlib import Path
from typing import Annotated, Any, TextIO, cast

from cyclopts import CycloptsError, Parameter

from complaintflow._validation.faults import name_fault, trace_of
from complaintflow.cli.answer_stream import AnswerStream
from complaintflow.cli.failures import ANSWERED, EXIT_CODES, Code, code_of, document_of, sentence_of, unprinted
from complaintflow.cli.output import Output, escape_unencodable, open_missing_streams
from complaintflow.cli.remembering import RememberingApp
from complaintflow.cli.settings import Settings
from complaintflow.errors import ComplaintflowError

_EPILOGUE = "Exit codes: " + "; ".join(f"{int(code)} {meaning}" for code, meaning in EXIT_CODES.items()) + "."

SUBCOMMANDS = (
    "demo:demo",
    "intake:import_",
    "complaints:receive",
    "complaints:do",
    "complaints:list_",
    "complaints:show",
    "diagram:diagram",
    "checking:check",
    "rules:rules",
    "comparing:diff",
    "integrity:fsck",
    "anchors:head",
    "anchors:anchor",
    "anchors:verify_anchor",
    "receipts:receipt",
    "receipts:verify_receipt",
    "outbox:deliver",
    "inbound:hear",
    "outbox:outbox",
    "outbox:retry",
    "outbox:discard",
    "outbox:recall",
    "quarantine:quarantine",
    "quarantine:release",
    "clocks:tick",
    "worker:worker",
    "clocks:explain",
    "agenda:agenda",
    "insight:batches",
    "insight:effects",
    "insight:incident",
    "insight:respondents",
    "measures:measures",
    "report:report",
    "returning:return_",
    "log:log",
    "other_logs:replay",
    "other_logs:watch",
    "insight:sample",
    "insight:spikes",
    "migration:migrate",
    "backtest:backtest",
    "replay:replay_check",
    "erasing:erase",
    "erasing:retention",
    "erasing:export",
    "erasing:vacuum",
    "keys:keys",
    "knowledge:answers",
    "insight:advise",
    "profiles:profiles",
    "plugins:plugins",
    "db:db",
    "mcp:mcp",
)
"""The module and the function of each command, in the order of their list: loaded when somebody asks for it."""

app = RememberingApp(
    name="complaintflow",
    help="Complaints from intake to archive, by rules that nobody gets round.",
    help_epilogue=_EPILOGUE,
    help_format="plaintext",
    result_action="return_value",
    suppress_keyboard_interrupt=False,
    default_parameter=Parameter(negative_iterable=""),
)

for _path in SUBCOMMANDS:
    app.command(f"complaintflow.cli.{_path}")


@app.meta.default
def _launch(
    *tokens: Annotated[str, Parameter(show=False, allow_leading_hyphen=True)],
    store: Annotated[
        str, Parameter(env_var="COMPLAINTFLOW_STORE", help="memory://, sqlite:///…, postgresql://… or a plugin's.")
    ] = "sqlite:///complaints.db",
    policy: Annotated[
        tuple[str, ...],
        Parameter(
            help="A TOML file that says what differs from the default, or a profile (see `profiles`); repeatable: the "
            "stricter value of each key stands."
        ),
    ] = (),
    lifecycle: Annotated[Path | None, Parameter(help="A lifecycle in TOML; without it the built-in one.")] = None,
    former: Annotated[
        tuple[Path, ...],
        Parameter(help="A lifecycle before it in TOML, or 'default': complaints go on under theirs; repeatable."),
    ] = (),
    json: Annotated[bool, Parameter(help="JSON documents instead of tables; errors, too.", negative="")] = False,
    plugin: Annotated[tuple[str, ...], Parameter(help="An installed plugin, or 'installed'; repeatable.")] = (),
    chain_key: Annotated[Path | None, Parameter(help="A file with the key of the history's links.")] = None,
    keys: Annotated[
        str,
        Parameter(
            env_var="COMPLAINTFLOW_KEYS",
            help="Words lie encrypted: a file of root keys, 'store' for none, or 'none' only to check. Without it "
            "those of COMPLAINTFLOW_ROOT_KEYS, if there are any.",
        ),
    ] = "",
) -> int:
    command, bound, ignored = app.parse_args(tokens, exit_on_error=False, print_error=False)
    settings = Settings(store, policy, plugin, chain_key, Output(machine=json), keys, lifecycle, former)
    more = {"settings": settings} if "settings" in ignored else {}
    result: Any = command(*bound.args, **bound.kwargs, **more)
    return result if isinstance(result, int) else Code.OK


def run(arguments: Sequence[str]) -> int:
    """Run a command line; every error becomes a sentence or a document, and an exit code."""
    open_missing_streams()
    escape_unencodable(sys.stdout, sys.stderr)
    answer = AnswerStream(sys.stdout)
    with redirect_stdout(cast(TextIO, answer)):
        code = _run(arguments)
    answer.flush()
    if answer.lost is None or isinstance(answer.lost, BrokenPipeError):  # whoever reads no more has seen enough
        return code
    if code in ANSWERED:  # else it was not done, and has said so
        document, sentence = unprinted(answer.lost)
        Output("--json" in arguments, sys.stderr).emit(document, [f"complaintflow: {sentence}"])
    return Code.UNPRINTED if code == Code.OK else code


_STDIN = {"-": "./-"}
"""Standard input as a path that looks like no option: a file that may look like one takes the options before it."""


def _run(arguments: Sequence[str]) -> int:
    tokens = [_STDIN.get(one, one) for one in arguments]
    try:
        code = app.meta(tokens, exit_on_error=False, print_error=False, result_action="return_value")
    except BrokenPipeError:
        return Code.OK
    except (ComplaintflowError, CycloptsError) as error:
        output = Output("--json" in arguments, sys.stderr)
        output.emit(document_of(error), [f"complaintflow: {sentence_of(error)}"])
        return int(code_of(error))
    except KeyboardInterrupt:
        return Code.INTERRUPTED
    except Exception as error:
        sentence, trace = f"an error inside complaintflow or a plugin: {name_fault(error)}", trace_of(error)
        document = {"kind": "Unexpected", "message": sentence, "exit_code": int(Code.FAILED), "trace": trace}
        Output("--json" in arguments, sys.stderr).emit({"error": document}, [f"complaintflow: {sentence}", *trace])
        return Code.FAILED
    return int(code or 0)
