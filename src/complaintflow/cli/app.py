"""The commands: each reads its words, asks the desk, and shows the answer."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from contextlib import closing
from io import TextIOWrapper
from pathlib import Path
from typing import Annotated, Any, Literal, TextIO, cast

import attrs
from cyclopts import App, CycloptsError, Parameter
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from complaintflow.cli import advising, clocks, documents, fields, inbound, outbox, views
from complaintflow.cli.failures import EXIT_CODES, Code, code_of, document_of, sentence_of
from complaintflow.cli.output import Output, console_on, harmless, prepared
from complaintflow.cli.setting import Given, Setting, readable
from complaintflow.cli.who import Who
from complaintflow.commands import Receive
from complaintflow.desk.desk import Desk
from complaintflow.desk.importing import read_rows, take_in
from complaintflow.errors import ComplaintflowError, InvalidInput, Problem
from complaintflow.intakes import open_csv
from complaintflow.lifecycle import diagram
from complaintflow.lifecycle.lifecycle import Lifecycle
from complaintflow.messages import Templates
from complaintflow.policy.policy import Policy
from complaintflow.record.complaint import Complaint
from complaintflow.vocabulary import Grade, language_of

_EPILOGUE = "Exit codes: " + "; ".join(f"{int(code)} {meaning}" for code, meaning in EXIT_CODES.items()) + "."

app = App(
    name="complaintflow",
    help="Complaints from intake to archive, by rules that nobody gets round.",
    help_epilogue=_EPILOGUE,
    help_format="plaintext",
    result_action="return_value",
    suppress_keyboard_interrupt=False,
    default_parameter=Parameter(negative_iterable=""),
)


@Parameter(name="*")
@attrs.frozen
class Filters:
    """Which complaints: every one that is given must be equal."""

    state: str | None = None
    grade: str | None = None
    type: str | None = None
    area: str | None = None
    team: str | None = None
    owner: str | None = None
    customer: str | None = None
    order: str | None = None
    channel: str | None = None
    open: Annotated[bool | None, Parameter(negative="--ended", help="Only what is open; or only what is not.")] = None
    since: Annotated[str | None, Parameter(help="Received at or after this time, like 2026-01-31T09:00+00:00.")] = None

    def wanted(self, states: Sequence[str]) -> dict[str, Any]:
        """As `Desk.find` takes it. Raises `InvalidInput` for a state or grade that there is not."""
        known: dict[str, Sequence[str]] = {"state": states, "grade": [str(grade) for grade in Grade]}
        wrong = [
            Problem(name, repr(value), "one of " + ", ".join(words))
            for name, words in known.items()
            if (value := getattr(self, name)) is not None and value not in words
        ]
        if wrong:
            raise InvalidInput(tuple(wrong))
        given = {name: value for name, value in attrs.asdict(self).items() if value is not None}
        return {{"since": "received_since"}.get(name, name): value for name, value in given.items()}


@app.command
def demo(
    *,
    rows: Annotated[int, Parameter(help="How many of the sample's rows, spread over it.")] = 500,
    file: Annotated[
        Path | None, Parameter(help="The new SQLite file; by default one in a new temporary folder.")
    ] = None,
    given: Given,
) -> int:
    """Take 500 real complaints through the lifecycle, and try every guard."""
    from complaintflow.demo import run as play

    report = play(console_on(sys.stdout, quiet=given.machine, piped_width=100), rows, file)
    if given.machine:
        given.out.document(documents.demo(report))
    return Code.OK if report.ok else Code.FAILED


@app.command(name="import")
def import_(
    file: Annotated[Path, Parameter(help="The file to read; - is standard input.", allow_leading_hyphen=True)],
    /,
    *,
    intake: Annotated[str, Parameter(help="The reader of this format.")] = "cfpb",
    triage: Annotated[str, Parameter(help="Triage each by this classifier, for example rules.")] = "",
    given: Given,
) -> int:
    """Take in complaints from a file. Reading it again takes in only what is new."""
    with given.desk(new=True) as desk, closing(_source(file)) as source:
        progress = Progress(
            SpinnerColumn(), TextColumn("{task.description} {task.completed} rows"), TimeElapsedColumn(),
            console=console_on(sys.stderr, quiet=not sys.stderr.isatty()), transient=True,
        )  # fmt: skip
        with progress:
            done = list(progress.track(take_in(desk, read_rows(desk, intake, source), triage), description="taking in"))
    if given.machine:
        given.out.document({"rows": [documents.row(row) for row in done]})
    else:
        views.show_rows(given.out, done)
    return Code.LEFT_OUT if any(row.reason for row in done) else Code.OK


def _source(file: Path) -> TextIO:
    if str(file) == "-":
        return TextIOWrapper(sys.stdin.buffer, encoding="utf-8", errors="surrogateescape", newline="")
    return open_csv(readable(file, "file"))


@app.command
def receive(
    *words: Annotated[str, Parameter(help="Fields of Receive: channel=phone description='paid twice' …")],
    data: Annotated[str, Parameter(help="Fields as a JSON object.")] = "",
    key: Annotated[str | None, Parameter(help="The same key again returns the first result.")] = None,
    language: Literal["en", "zh"] = "en",
    who: Annotated[Who, Parameter()] = Who(),
    given: Given,
) -> int:
    """Take in one complaint. The customer is JSON: customer='{"id": "u-17"}'."""
    command = fields.command("Receive", words, data, {"Receive": Receive})
    with given.desk(new=True) as desk:
        _show_change(given, desk.receive(cast("Receive", command), by=who.actor(), key=key), language, desk.policy)
    return Code.OK


@app.command
def do(
    id: str,
    command: Annotated[str, Parameter(help="The command's name, for example Triage.")],
    /,
    *words: Annotated[str, Parameter(help="Its fields: field=value; lists and tables as JSON.")],
    data: Annotated[str, Parameter(help="Fields as a JSON object.")] = "",
    expect: Annotated[int | None, Parameter(help="The version you saw: a newer one is a conflict.")] = None,
    key: Annotated[str | None, Parameter(help="The same key again returns the first result.")] = None,
    language: Literal["en", "zh"] = "en",
    who: Annotated[Who, Parameter()] = Who(),
    given: Given,
) -> int:
    """Ask for a command: complaintflow do C-1 Resolve summary='paid back' --by li --role agent."""
    by = who.actor()
    with given.desk() as desk:
        asked = fields.command(command, words, data, desk.lifecycle.commands)
        _show_change(given, desk.do(id, asked, by=by, expect=expect, key=key), language, desk.policy)
    return Code.OK


def _show_change(given: Setting, complaint: Complaint, language: str, policy: Policy) -> None:
    if given.machine:
        given.out.document({"complaint": documents.whole(complaint, policy)})
    else:
        views.show_changed(given.out, complaint, language, policy)


@app.command(name="list")
def list_(
    *,
    filters: Annotated[Filters, Parameter()] = Filters(),
    limit: Annotated[int, Parameter(help="How many on a page.")] = 20,
    after: Annotated[int, Parameter(help="Where the page begins, as the page before says.")] = 0,
    language: Literal["en", "zh"] = "en",
    given: Given,
) -> int:
    """List complaints, the oldest first."""
    with given.desk() as desk:
        page = desk.find(**filters.wanted(desk.lifecycle.states), limit=limit, after=after)
        if given.machine:
            found = [documents.summary(one, desk.policy) for one in page.complaints]
            given.out.document({"complaints": found, "next": page.next})
        else:
            views.show_page(given.out, page.complaints, page.next, language, desk.policy)
    return Code.OK


@app.command
def show(
    id: str,
    /,
    *,
    history: Annotated[bool, Parameter(help="Its events.", negative="")] = False,
    steps: Annotated[
        bool, Parameter(help="What every command would get now (by --by, or an agent).", negative="")
    ] = False,
    brief: Annotated[bool, Parameter(help="The war room's page.", negative="")] = False,
    customer: Annotated[bool, Parameter(help="What the customer may see.", negative="")] = False,
    language: Annotated[Literal["en", "zh"] | None, Parameter(help="Default: the customer's.")] = None,
    who: Annotated[Who, Parameter()] = Who(),
    given: Given,
) -> int:
    """Show one complaint; several parts may be asked for at once."""
    with given.desk() as desk:
        complaint = desk.get(id)
        spoken = language or language_of(complaint.customer.language)
        looks = _Looks(desk, complaint, spoken, who)
        chosen = {"history": history, "steps": steps, "brief": brief, "customer": customer}
        parts = [name for name, wanted in chosen.items() if wanted] or ["complaint"]
        if given.machine:
            given.out.document({name: getattr(looks, name)() for name in parts})
        else:
            for name in parts:
                looks.print(name, given.out)
    return Code.OK


@attrs.frozen
class _Looks:
    """The ways to look at one complaint: for each part its document, and how it is printed."""

    desk: Desk
    of: Complaint
    language: str
    who: Who

    def complaint(self) -> Any:
        return documents.whole(self.of, self.desk.policy)

    def history(self) -> Any:
        return [documents.event(one) for one in self.desk.history(self.of.id)]

    def steps(self) -> Any:
        return [documents.step(one) for one in self.desk.steps(self.of.id, by=self.who.or_an_agent())]

    def brief(self) -> str:
        return self.desk.brief(self.of.id, self.language)

    def customer(self) -> Any:
        return attrs.asdict(self.desk.customer_view(self.of.id, self.language))

    def print(self, part: str, out: Output) -> None:
        id, desk = self.of.id, self.desk
        printers: dict[str, Callable[[], None]] = {
            "complaint": lambda: views.show_complaint(out, self.of, self.language, desk.policy),
            "history": lambda: views.show_history(out, desk.history(id)),
            "steps": lambda: views.show_steps(out, desk.steps(id, by=self.who.or_an_agent())),
            "brief": lambda: out.line(self.brief()),
            "customer": lambda: out.line(str(desk.customer_view(id, self.language))),
        }
        printers[part]()


@app.command(name="diagram")
def diagram_(
    form: Literal["mermaid", "dot"] = "mermaid",
    /,
    *,
    command: Annotated[str, Parameter(help="The moves of this command alone.")] = "",
    staying: Annotated[bool, Parameter(help="Also the moves that leave the state.", negative="")] = False,
    given: Given,
) -> int:
    """Draw the lifecycle as text for Mermaid or Graphviz."""
    lifecycle = Lifecycle.default(given.rules())
    if command and command not in lifecycle.commands:
        known = "one of " + ", ".join(sorted(lifecycle.commands))
        raise InvalidInput((Problem("command", repr(command), known),))
    draw = diagram.mermaid if form == "mermaid" else diagram.dot
    text = draw(lifecycle, command=command, staying=staying)
    if given.machine:
        given.out.document({"format": form, "diagram": text})
    else:
        sys.stdout.write(text)
    return Code.OK


@app.command
def fsck(
    id: Annotated[str | None, Parameter(help="One complaint only; without it everything, and the ledger.")] = None,
    /,
    *,
    anchor: Annotated[str | None, Parameter(help="A head that was anchored outside.")] = None,
    given: Given,
) -> int:
    """Check chains, ledger, anchor, and replay against snapshots."""
    if id and anchor:
        raise InvalidInput((Problem("anchor", "an anchor for one complaint", "no ID: a head is of the whole store"),))
    with given.desk() as desk:
        found = desk.check_integrity(id, anchor)
    if given.machine:
        given.out.document(documents.integrity(found))
    else:
        views.show_integrity(given.out, found)
    return Code.OK if found.sound else Code.BREACHED


@app.command
def head(*, given: Given) -> int:
    """Print the chain's head, to be anchored outside."""
    with given.desk() as desk:
        text = desk.head()
    if given.machine:
        given.out.document({"head": text})
    else:
        given.out.line(text)
    return Code.OK


@app.command
def deliver(
    *,
    limit: Annotated[int, Parameter(help="How many messages at most.")] = 100,
    templates: Annotated[Path | None, Parameter(help="A folder of your own templates; it may be empty.")] = None,
    given: Given,
) -> int:
    """Send what waits in the outbox, and record what became of it."""
    with given.desk(renderer=_renderer(templates, given)) as desk:
        done = desk.deliver(limit)
    if given.machine:
        given.out.document(documents.delivery(done))
    else:
        views.show_delivery(given.out, done)
    return Code.STORE if done.failures else Code.OK


def _renderer(folder: Path | None, given: Setting) -> Templates | None:
    """What writes by templates, when a folder is named."""
    if folder is None:
        return None
    if not folder.is_dir():
        raise InvalidInput((Problem("templates", str(folder), "a folder that is there"),))
    policy = given.rules()
    return Templates(folder, zone=policy.zone, staff_language=policy.staff_language)


for _about_messages in (inbound.hear, outbox.outbox, outbox.retry, outbox.discard):
    app.command(_about_messages)
for _about_clocks in (clocks.tick, clocks.explain, clocks.agenda, clocks.batches, clocks.migrate):
    app.command(_about_clocks)
for _advising in (advising.answers, advising.advise, advising.plugins):
    app.command(_advising)


@app.meta.default
def _launch(
    *tokens: Annotated[str, Parameter(show=False, allow_leading_hyphen=True)],
    store: Annotated[
        str, Parameter(env_var="COMPLAINTFLOW_STORE", help="memory://, sqlite:///file.db or a plugin's.")
    ] = "sqlite:///complaints.db",
    policy: Annotated[Path | None, Parameter(help="A TOML file that says what differs from the default.")] = None,
    json: Annotated[bool, Parameter(help="JSON documents instead of tables; errors, too.", negative="")] = False,
    plugin: Annotated[tuple[str, ...], Parameter(help="An installed plugin, or 'installed'; repeatable.")] = (),
    chain_key: Annotated[Path | None, Parameter(help="A file with the key of the history's links.")] = None,
) -> int:
    command, bound, ignored = app.parse_args(tokens, exit_on_error=False, print_error=False)
    more = {"given": Setting(store, policy, json, plugin, chain_key)} if "given" in ignored else {}
    result: Any = command(*bound.args, **bound.kwargs, **more)
    return result if isinstance(result, int) else Code.OK


def run(arguments: Sequence[str]) -> int:
    """The command line, with every error as a sentence or a document."""
    prepared(sys.stdout, sys.stderr)
    try:
        code = app.meta(arguments, exit_on_error=False, print_error=False, result_action="return_value")
        sys.stdout.flush()
    except BrokenPipeError:
        return _quiet()
    except (ComplaintflowError, CycloptsError) as error:
        return _failed(error, machine="--json" in arguments)
    except KeyboardInterrupt:
        return Code.INTERRUPTED
    return int(code or 0)


def _failed(error: Exception, machine: bool) -> int:
    if machine:
        Output(machine).document(document_of(error), sys.stderr)
    else:
        print(f"complaintflow: {harmless(sentence_of(error))}", file=sys.stderr)
    return int(code_of(error))


def _quiet() -> int:
    """Who reads has had enough: nothing is wrong, and nothing more can be said."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return Code.OK
