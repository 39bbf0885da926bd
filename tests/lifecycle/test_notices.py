"""Notices of an edge: who is told when it is taken, what may be written, and what the checker and a comparison see."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import attrs
import msgspec
import pytest

from complaintflow import Ask, DefinitionError, Lifecycle, Policy, Refusal, Refused, commands as c
from complaintflow.commands.clocks import about_notice, notice_of
from complaintflow.errors import NotPossible
from complaintflow.lifecycle import TABLE, LifecycleBuilder, Notice, read_lifecycle
from complaintflow.lifecycle.checking.check import check
from complaintflow.lifecycle.checking.comparing import compare
from complaintflow.lifecycle.checking.slices import command_slice
from complaintflow.lifecycle.diagram import mermaid
from complaintflow.lifecycle.notices import say_notices, tell_unsaid
from tests import stories as s

DOCUMENT = """
[states.parts]
stage = "investigating"
pauses = "party"

[commands.OrderPart]
fields = { part = "text" }

[templates.ordered]
zh = "投诉{complaint}：我们已订购配件，到货后会告诉您。"
en = "Complaint {complaint}: we have ordered the part, and tell you when it is here."

[templates.look]
zh = "配件已订购，请跟进。"
en = "A part is ordered: keep an eye on it."

[[edges]]
command = "OrderPart"
from = "triaged investigating"
to = "parts"
notices = [
  { audience = "customer", template = "ordered", channel = "email" },
  { audience = "owner", template = "look" },
]

[[edges]]
command = "AddEvidence"
from = "parts"
to = "investigating"
"""
LIFE = read_lifecycle(DOCUMENT)
OrderPart: Any = LIFE.commands["OrderPart"]
ORDERED, LOOK = LIFE.decide(
    s.triaged(LIFE).complaint, OrderPart("screen"), by=s.LI, at=s.T0
).notices  # what the edge that is read from the document tells


def problems(build: Callable[[], object]) -> list[str]:
    """The problems of what cannot be built, each as a line."""
    with pytest.raises(DefinitionError) as wrong:
        build()
    return [f"{one.path}: {one.found}: {one.expected}" for one in wrong.value.problems]


def telling(*audiences: str, zh: str = "已记下", en: str = "noted", command: str = "Park") -> LifecycleBuilder:
    """A builder with an edge that tells them."""
    rules = LifecycleBuilder.default().template("note", zh=zh, en=en)
    notices = [{"audience": one, "template": "note"} for one in audiences]
    return rules.add(command, "triaged", notices=notices)


def said(story: s.Story, *audiences: str, policy: Policy | None = None) -> list[c.Remind]:
    """What the last event of a story would say, if its edge told them."""
    notices = [attrs.evolve(LOOK, audience=one) for one in audiences]
    event = LIFE.decide(story.complaint, c.Park("nobody knew"), by=s.LI, at=story.at).events[0]
    after = LIFE.evolve(story.complaint, [event])
    return [command for _, command in say_notices(after, event, notices, policy or Policy())]


# ── what an edge carries


def test_a_decision_says_who_is_told_that_the_edge_was_taken() -> None:
    assert [str(one) for one in (ORDERED, LOOK)] == ["customer ordered email", "owner look"]
    assert (LOOK.zh, LOOK.en) == ("配件已订购，请跟进。", "A part is ordered: keep an eye on it.")


def test_who_is_refused_tells_nobody() -> None:
    decision = LIFE.decide(s.triaged(LIFE).complaint, OrderPart("screen"), by=s.STRANGER, at=s.T0)
    assert decision.refusals
    assert decision.notices == ()


def test_only_the_edges_that_name_notices_have_some() -> None:
    assert LIFE.decide(s.triaged(LIFE).complaint, c.Park("nobody knew"), by=s.LI, at=s.T0).notices == ()


def test_the_moves_and_the_diagram_name_who_is_told() -> None:
    told = {move[-1] for move in LIFE.moves() if move[0] == "OrderPart"}
    assert told == {"tells(customer ordered email) tells(owner look)"}
    assert "    triaged --> parts : OrderPart (tells customer ordered and owner look)" in mermaid(LIFE).splitlines()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("配件已订购，", "配件已下单，"),
        ("A part is", "Some part is"),
        ('"owner"', '"lead"'),
        (', channel = "email"', ""),
    ],
)
def test_a_changed_notice_is_another_lifecycle(old: str, new: str) -> None:
    """Else a complaint would be told what its own rules do not say."""
    assert read_lifecycle(DOCUMENT.replace(old, new)).own_digest != LIFE.own_digest


def test_an_edge_of_the_built_in_table_that_tells_somebody_is_no_built_in_one() -> None:
    rows = [row for row in TABLE if row.command is c.Park]
    notice = Notice("owner", "note", "已记下", "noted")
    told = [attrs.evolve(row, notices=(notice,)) if row in rows else row for row in TABLE]
    assert Lifecycle(told).own_digest
    assert not Lifecycle([*TABLE]).own_digest


# ── what is wrong with one


def test_all_problems_come_at_once_each_with_its_file_line_and_key(tmp_path: Path) -> None:
    wrong = (
        DOCUMENT.replace('audience = "owner", template = "look"', 'audience = "boss", template = "gone"')
        .replace('channel = "email"', 'channel = "e mail"')
        .replace('en = "A part', 'en = "{order}')
        .replace("tell you when it is here", "your problem is solved")
        + '\n[[edges]]\ncommand = "Park"\nfrom = "triaged"\nnotices = [{ audience = "boss", template = "look" }]\n'
    )
    file = tmp_path / "life.toml"
    file.write_text(wrong, encoding="utf-8")
    found = problems(lambda: read_lifecycle(file))
    assert [one.partition(")")[0] for one in found] == [
        "templates.look.en (life.toml:line 15",
        "edges[0].notices[1].template (life.toml:line 21",
        "edges[0].notices[0].channel (life.toml:line 21",
        "templates.ordered.en (life.toml:line 11",
        "edges[2].notices[0].audience (life.toml:line 34",
    ]


def test_no_edge_tells_the_customer_that_it_is_solved() -> None:
    """R32: only `Notify` does, with its proof, also where the fix was proved when the edge is taken."""
    (english,) = problems(telling("customer", en="Your problem is solved").build)
    assert english.startswith("templates.note.en: ")
    assert "R32" in english
    (chinese,) = problems(telling("customer", zh="您的问题已解决").build)
    assert chinese.startswith("templates.note.zh: ")
    assert "Notify" in chinese
    assert telling("owner", zh="问题已解决", en="the problem is solved").build().own_digest


def test_jargon_is_refused_in_what_the_customer_reads_and_by_each_policy() -> None:
    """R43."""
    policy = Policy()
    term = sorted(policy.terms)[0]
    (only, *_) = problems(telling("customer", en=f"the {term} is late").build)
    assert only.startswith("templates.note.en: ")
    assert telling("owner", en=f"the {term} is late").build().own_digest


@pytest.mark.parametrize("command", ["Import", "Migrate", "Erase", "Remind", "Receipt"])
def test_edges_that_would_tell_without_end_or_nobody_tell_nobody(command: str) -> None:
    """A notice of a receipt has a receipt itself; what another system knew is no news."""
    rules = LifecycleBuilder.default().template("note", zh="已记下", en="noted")
    source = "new" if command == "Import" else "triaged"
    target = "received" if command == "Import" else "stay"
    rules.add(command, source, target, who="system", notices=[{"audience": "owner", "template": "note"}])
    assert f"edges[0].notices: an edge of {command}" in "\n".join(problems(rules.build))


def test_an_edge_tells_nobody_where_the_system_may_say_nothing() -> None:
    """Else the notice could never be said, and every such command would fail."""
    rules = LifecycleBuilder.default().state("kept", "archived").command("Shelve")
    rules.template("note", zh="已记下", en="noted")
    rules.add("Shelve", "closed", "kept", notices=[{"audience": "owner", "template": "note"}])
    (only,) = problems(rules.build)
    assert only == "Shelve.notices: kept: states in which the system may ask for Remind and Receipt"


def test_a_table_without_reminders_tells_nobody() -> None:
    """Whoever makes a table by hand hears it; a builder gives each state what the system has to say there."""
    rules = LifecycleBuilder().template("note", zh="已记下", en="noted")
    rules.add("Receive", "new", "received", who="customer", notices=[{"audience": "team", "template": "note"}])
    (told,) = (row for row in rules.build().table if row.kind == "Receive")
    assert problems(lambda: Lifecycle((told,))) == [
        "Receive.notices: received: states in which the system may ask for Remind and Receipt"
    ]


SHAPES: list[tuple[Any, str]] = [
    ("mail", "edges[0].notices: 'mail'"),
    (["mail"], "edges[0].notices[0]: 'mail'"),
    ([{"audience": "owner"}], "edges[0].notices[0].template: nothing"),
    ([{"audience": "owner", "template": "note", "by": "x"}], "edges[0].notices[0].by: an unknown key"),
    ([{"audience": 3, "template": "note"}], "edges[0].notices[0].audience: 3"),
    ([{"audience": "owner", "template": "other"}], "edges[0].notices[0].template: 'other': one of the templates: note"),
    ([{"audience": "owner", "template": "note"}] * 2, "edges[0].notices[1]: owner note: each notice once"),
    ([{"audience": "owner", "template": "note", "channel": "sms"}], "edges[0].notices[0].channel: 'sms': no channel"),
]


@pytest.mark.parametrize(("notices", "first"), SHAPES, ids=range(len(SHAPES)))
def test_a_notice_of_another_shape_is_told(notices: Any, first: str) -> None:
    rules = LifecycleBuilder.default().template("note", zh="已记下", en="noted")
    found = problems(rules.add("Park", "triaged", notices=notices).build)
    assert found[0].startswith(first)


@pytest.mark.parametrize(
    ("name", "zh", "en", "first"),
    [
        ("a b", "已记下", "noted", "templates.a b: 'a b'"),
        ("note", "", "noted", "templates.note.zh: ''"),
        ("note", "已记下", " - ", "templates.note.en: ' - '"),
        ("note", "{name}您好", "noted", "templates.note.zh: {name}"),
    ],
)
def test_a_template_that_says_nothing_or_asks_for_more_is_told(name: str, zh: str, en: str, first: str) -> None:
    (only,) = problems(LifecycleBuilder.default().template(name, zh=zh, en=en).build)
    assert only.startswith(first)


def test_a_template_that_is_no_text_is_told_with_its_line() -> None:
    found = problems(lambda: read_lifecycle("[templates.note]\nzh = 3\nen = 'noted'\nfr = 'noté'\n"))
    assert found == [
        "templates.note.fr (line 4): an unknown key: one of zh, en",
        "templates.note.zh (line 2): 3: a text",
    ]


def test_an_edge_names_one_of_the_templates_that_there_are() -> None:
    rules = LifecycleBuilder.default().add("Park", "triaged", notices=[{"audience": "owner", "template": "x"}])
    assert problems(rules.build) == ["edges[0].notices[0].template: 'x': one of the templates: there are none"]


def test_a_channel_is_one_that_the_policy_knows_where_it_closes_the_list() -> None:
    closed = Policy.from_toml('closed_names = ["channel"]')
    text = DOCUMENT.replace('"email"', '"pigeon"')
    assert read_lifecycle(text).own_digest
    assert read_lifecycle(DOCUMENT.replace('"email"', '"Email"'), closed).own_digest
    (only,) = problems(lambda: read_lifecycle(text, closed))
    assert only.startswith("edges[0].notices[0].channel (line 21): 'pigeon': one of ")
    assert problems(lambda: read_lifecycle(text).under(closed))[0].startswith("OrderPart.notices[0].channel: 'pigeon'")


# ── what is said


def test_the_customer_is_told_in_their_language_with_the_id_of_the_complaint() -> None:
    event = LIFE.decide(s.triaged(LIFE).complaint, OrderPart("screen"), by=s.LI, at=s.T0).events[0]
    after = LIFE.evolve(s.triaged(LIFE).complaint, [event])
    chinese = attrs.evolve(after, facts=after.facts)
    ((_, english),) = say_notices(chinese, event, [ORDERED], Policy())
    assert english.message.startswith("Complaint C-1: we have ordered the part")
    assert (english.audience, english.way, english.tells) == ("customer", "email", ())
    assert notice_of(english.about) == "ordered"


def test_staff_are_told_in_the_language_of_the_staff() -> None:
    story = s.triaged(LIFE).do(c.Assign("li"))
    assert [one.message for one in said(story, "owner")] == [LOOK.en]
    assert [one.message for one in said(story, "owner", policy=s.CHINA)] == [LOOK.zh]


def test_each_audience_is_whom_its_word_means() -> None:
    story = s.triaged(LIFE).do(
        c.Assign("li"),
        c.Watch("zhang", "business"),
        c.AddTask("look", "wang", s.LATER),
        c.AddTask("see", "qian", s.LATER),
    )
    owner, team, stakeholders, collaborators, lead = said(
        story, "owner", "team", "stakeholders", "collaborators", "lead"
    )
    assert owner.tells == ("li",)
    assert team.tells == (story.facts.team,)
    assert stakeholders.tells == tuple(sorted(story.facts.watchers))
    assert collaborators.tells == ("qian", "wang")
    assert lead.tells == ("lead",)


def test_without_an_owner_the_team_is_told_and_without_a_team_the_lead() -> None:
    received = s.received(LIFE)
    assert received.facts.team == ""
    assert [[one.tells for one in said(received, who)] for who in ("owner", "team")] == [[("lead",)], [("lead",)]]
    assert [one.tells for one in said(s.triaged(LIFE), "owner")] == [(s.triaged(LIFE).facts.team,)]


def test_who_is_named_twice_is_told_once() -> None:
    """Else the owner hears that the second notice was not sent, though everybody was told."""
    story = s.triaged(LIFE).do(c.Assign("li"))
    assert [one.tells for one in said(story, "owner", "li", story.facts.team, "team")] == [
        ("li",),
        (story.facts.team,),
    ]


def test_nobody_is_told_where_nobody_watches_or_helps() -> None:
    story = s.triaged(LIFE)
    assert not story.facts.watchers
    assert said(story, "stakeholders", "collaborators") == []


def test_an_erased_customer_is_told_nothing() -> None:
    """GDPR art. 17: there is no address left."""
    story = s.triaged(LIFE)
    gone = attrs.evolve(story, complaint=attrs.evolve(story.complaint, facts=_erased(story)))
    assert said(story, "customer")
    assert said(gone, "customer") == []
    assert said(gone, "owner")


def _erased(story: s.Story) -> Any:
    return msgspec.structs.replace(story.facts, erased=s.T0)


def test_each_notice_is_said_once() -> None:
    """It is named by the event, so a second run of the same would be refused."""
    story = s.triaged(LIFE).do(c.Assign("li"))
    (remind,) = said(story, "owner")
    again = story.do(remind, by=s.SYSTEM)
    assert again.refused(remind, s.SYSTEM) == {"reminded-once"}
    assert notice_of(about_notice(2, 7, "ordered", "customer")) == "ordered"
    assert notice_of("cause/1/1@late") == ""


@pytest.mark.parametrize(
    ("policy", "told"),
    [
        (Policy(), "The notice ordered to the customer was not sent: no move"),
        (s.CHINA, "通知“ordered”（收件方：客户）未发出：no move"),
    ],
)
def test_the_owner_hears_what_was_not_sent_and_why(policy: Policy, told: str) -> None:
    story = s.triaged(LIFE).do(c.Assign("li"))
    event = LIFE.decide(story.complaint, OrderPart("screen"), by=s.LI, at=s.T0).events[0]
    refused = Refused("C-1", "Remind", (Refusal("x", "no move", "none"),))
    remind = tell_unsaid(story.complaint, event, ORDERED, refused, policy)
    assert (remind.message, remind.tells, remind.audience) == (told, ("li",), "team")
    impossible = tell_unsaid(story.complaint, event, ORDERED, NotPossible("C-1", "Remind", "parts", ()), policy)
    assert "parts" in impossible.message
    assert impossible.about == remind.about != say_about()


def say_about() -> str:
    """What the notice itself would be about."""
    return about_notice(1, 3, "ordered", "customer email")


# ── what the checker and a comparison see


def no_words(ask: Ask) -> Refusal | None:
    """A rule of the house that lets the system say nothing to the customer."""
    if isinstance(ask.command, c.Remind) and ask.command.audience == "customer":
        return Refusal("no-words", "the house does not write", "call")
    return None


SMALL = """
extends = "nothing"

[commands.Shelve]

[templates.ordered]
zh = "已订购"
en = "ordered"

[[edges]]
command = "Receive"
from = "new"
to = "received"
who = "customer staff"

[[edges]]
command = "Remind"
from = "received"
who = "system"

[[edges]]
command = "Receipt"
from = "received"
who = "system"

[[edges]]
command = "Shelve"
from = "received"
notices = [{ audience = "customer", template = "ordered" }]
"""


def small(*guards: str) -> Lifecycle:
    """A lifecycle of a few edges with these guards for what speaks to the customer."""
    return read_lifecycle(f"{SMALL}\n[guards]\nspeaks = {[*guards]}\n", guards={"no-words": no_words})


def test_the_checker_asks_for_every_notice_and_finds_one_that_a_rule_refuses() -> None:
    report = check(small("no-words"), [])
    (finding,) = [one for one in report.findings if one.kind == "notice-refused"]
    assert (finding.name, finding.what) == ("ordered", "refused by no-words")
    assert finding.story is not None
    *_, before, last = finding.story.lines
    assert (before.command, last.command, last.refused) == ("Shelve", "Remind", ("no-words",))
    names: dict[str, Any] = {}
    exec(finding.story.as_code(), names)
    assert names["outcome"](small("no-words")) == (len(finding.story.lines), ["no-words"])


def test_a_notice_that_no_rule_refuses_is_no_finding() -> None:
    report = check(small(), [])
    assert not [one for one in report.findings if one.kind in {"notice-refused", "broken-promise"}]
    assert report.decisions > 0


EMAIL = "customer ordered email"
CHANGES = [
    ("配件已订购，", "配件已下单，", "templates.look.zh", "notices.owner look.zh"),
    ("we have ordered", "somebody ordered", "templates.ordered.en", f"notices.{EMAIL}.en"),
    ('"owner", template', '"lead", template', "OrderPart from investigating, triaged", "notices"),
    (', channel = "email"', "", "OrderPart from investigating, triaged", "notices"),
]


@pytest.mark.parametrize(("old", "new", "place", "fact"), CHANGES, ids=range(len(CHANGES)))
def test_a_comparison_names_a_changed_notice(old: str, new: str, place: str, fact: str) -> None:
    changed = read_lifecycle(DOCUMENT.replace(old, new))
    comparison = compare(LIFE, changed, [command_slice(LIFE, OrderPart)])
    [change] = [one for one in comparison.changes if one.place == place]
    assert change.noticed
    assert change.old != change.new
    assert comparison.verdict == "neither"
    assert fact in {one.fact for difference in comparison.differences for one in difference.facts}


@pytest.mark.uncounted  # counted, it is twice as slow; the tests around it reach as much
def test_a_notice_that_is_gone_is_named_without_its_words() -> None:
    """A line of a comparison is short: it says which notice, and then which words."""
    changed = read_lifecycle(DOCUMENT.replace('  { audience = "owner", template = "look" },\n', ""))
    comparison = compare(LIFE, changed, [command_slice(LIFE, OrderPart)])
    assert {(one.fact, one.old, one.new) for told in comparison.differences for one in told.facts} >= {
        ("notices", "owner look", "")
    }
    told = comparison.differences[0]
    assert "notices: owner look → —" in told.text()
    names: dict[str, Any] = {}
    exec(told.as_test(), names)
    [test] = [value for name, value in names.items() if name.startswith("test_")]
    test(LIFE, changed)


def test_a_comparison_asks_about_an_edge_that_differs_in_its_notices_alone() -> None:
    """A command of the library is the same on both sides, and so is all else that is written of the edge."""
    old, new = telling("owner").build(), telling("lead").build()
    comparison = compare(old, new, [command_slice(old, c.Park)])
    assert {one.name for one in comparison.differences} == {"otherwise Park from triaged"}
    assert not comparison.unnoticed


def test_equal_notices_are_no_difference() -> None:
    assert compare(LIFE, read_lifecycle(DOCUMENT), [command_slice(LIFE, OrderPart)]).same


def test_a_name_is_given_once() -> None:
    """Or the last one counts, and whoever wrote the first one sees nothing of it."""
    rules = (
        LifecycleBuilder.default().template("note", zh="已记下", en="noted").template("note", zh="已看到", en="seen")
    )
    rules.command("Shelve").command("Shelve", {"way": ["by post"]}).add("Shelve", "triaged")
    assert problems(rules.build) == [
        "templates.note: note: a name that no other template has",
        "commands.Shelve: Shelve: a name that no other command has",
    ]
