"""The application: its commands, the options for all of them, and its exit codes."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextlib import redirect_stdout
from pathlib import Path
from typing import Annotated, Any, TextIO, cast

from cyclopts import CycloptsError, Parameter

from complaintflow._validation.faults import name_fault, trace_of
from complaintflow.cli.agenda import agenda
from complaintflow.cli.anchors import anchor, head, verify_anchor
from complaintflow.cli.answer_stream import AnswerStream
from complaintflow.cli.backtest import backtest
from complaintflow.cli.checking import check
from complaintflow.cli.clocks import explain, tick
from complaintflow.cli.comparing import diff
from complaintflow.cli.complaints import do, list_, receive, show
from complaintflow.cli.db import db
from complaintflow.cli.demo import demo
from complaintflow.cli.diagram import diagram
from complaintflow.cli.erasing import erase, export, retention, vacuum
from complaintflow.cli.failures import ANSWERED, EXIT_CODES, Code, code_of, document_of, sentence_of, unprinted
from complaintflow.cli.inbound import hear
from complaintflow.cli.insight import advise, batches, effects, incident, respondents, sample, spikes
from complaintflow.cli.intake import import_
from complaintflow.cli.integrity import fsck
from complaintflow.cli.keys import keys as keys_commands
from complaintflow.cli.knowledge import answers
from complaintflow.cli.log import log
from complaintflow.cli.mcp import mcp
from complaintflow.cli.measures import measures
from complaintflow.cli.migration import migrate
from complaintflow.cli.other_logs import replay, watch
from complaintflow.cli.outbox import deliver, discard, outbox, recall, retry
from complaintflow.cli.output import Output, escape_unencodable, open_missing_streams
from complaintflow.cli.plugins import plugins
from complaintflow.cli.profiles import profiles
from complaintflow.cli.quarantine import quarantine, release
from complaintflow.cli.receipts import receipt, verify_receipt
from complaintflow.cli.remembering import RememberingApp
from complaintflow.cli.replay import replay_check
from complaintflow.cli.report import report
from complaintflow.cli.returning import return_
from complaintflow.cli.rules import rules
from complaintflow.cli.settings import Settings
from complaintflow.cli.worker import worker
from complaintflow.errors import ComplaintflowError

_EPILOGUE = "Exit codes: " + "; ".join(f"{int(code)} {meaning}" for code, meaning in EXIT_CODES.items()) + "."

app = RememberingApp(
    name="complaintflow",
    help="Complaints from intake to archive, by rules that nobody gets round.",
    help_epilogue=_EPILOGUE,
    help_format="plaintext",
    result_action="return_value",
    suppress_keyboard_interrupt=False,
    default_parameter=Parameter(negative_iterable=""),
)

app.command(demo)
app.command(import_, name="import")
app.command(receive)
app.command(do)
app.command(list_, name="list")
app.command(show)
app.command(diagram)
app.command(check)
app.command(rules)
app.command(diff)
app.command(fsck)
app.command(head)
app.command(anchor)
app.command(verify_anchor)
app.command(receipt)
app.command(verify_receipt)
app.command(deliver)
app.command(hear)
app.command(outbox)
app.command(retry)
app.command(discard)
app.command(recall)
app.command(quarantine)
app.command(release)
app.command(tick)
app.command(worker)
app.command(explain)
app.command(agenda)
app.command(batches)
app.command(effects)
app.command(incident)
app.command(respondents)
app.command(measures)
app.command(report)
app.command(return_, name="return")
app.command(log)
app.command(replay)
app.command(watch)
app.command(sample)
app.command(spikes)
app.command(migrate)
app.command(backtest)
app.command(replay_check)
app.command(erase)
app.command(retention)
app.command(export)
app.command(vacuum)
app.command(keys_commands)
app.command(answers)
app.command(advise)
app.command(profiles)
app.command(plugins)
app.command(db)
app.command(mcp)


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
