"""The pictures of the lifecycle are those of its table."""

from __future__ import annotations

import re

import pytest

from complaintflow import Lifecycle
from complaintflow.lifecycle import LifecycleBuilder
from complaintflow.lifecycle._machine import edges_of
from complaintflow.lifecycle.diagram import arrows, dot, mermaid
from complaintflow.lifecycle.rows import rows
from complaintflow.lifecycle.table import TABLE
from complaintflow.vocabulary import Effect, State
from tests.lifecycle.test_lifecycle import Inspect

ARROW = re.compile(r'^    "?(\w+)"? --?> "?(\w+)"? (?:: |\[label=")(.*?)(?:"\];)?$', re.MULTILINE)


def drawn(text: str) -> set[tuple[str, str, str]]:
    """Every move in a picture: command, from, to."""
    found: set[tuple[str, str, str]] = set()
    for source, target, label in ARROW.findall(text):
        for move in label.replace("\\n", ", ").split(", "):
            found.add((move.split()[0], source, target))
    return found


@pytest.mark.parametrize("staying", [False, True], ids=["moving", "staying"])
def test_machine_and_pictures_agree(staying: bool, lifecycle: Lifecycle) -> None:
    """Table and machine do in `test_lifecycle`; here both are what is drawn."""
    held = {edge for edge in edges_of(lifecycle.machine()) if staying or edge[1] != edge[2]}
    assert drawn(mermaid(lifecycle, staying=staying)) == held
    assert drawn(dot(lifecycle, staying=staying)) == held


def test_one_command_is_drawn_alone(lifecycle: Lifecycle) -> None:
    assert arrows(lifecycle, command="Agree") == [("proposed", "executing", ("Agree",))]
    assert mermaid(lifecycle, command="Verify", staying=True) == (
        "stateDiagram-v2\n"
        "    awaiting_confirmation --> awaiting_confirmation : Verify [passed]\n"
        "    awaiting_confirmation --> investigating : Verify [failed]\n"
        "    resolved --> investigating : Verify [failed]\n"
        "    resolved --> resolved : Verify [passed]\n"
    )


def test_moves_between_the_same_states_share_an_arrow(lifecycle: Lifecycle) -> None:
    assert "    declined --> received : Dispute, Recall [ends_it], Reopen, Unclose\n" in mermaid(lifecycle)
    assert '    "declined" -> "received" [label="Dispute\\nRecall [ends_it]\\nReopen\\nUnclose"];\n' in dot(lifecycle)


def test_the_picture_begins_with_the_blank_and_ends_with_the_archive(lifecycle: Lifecycle) -> None:
    lines = mermaid(lifecycle).splitlines()
    assert (lines[1], lines[-1]) == ("    [*] --> new", "    archived --> [*]")
    assert [line for line in dot(lifecycle).splitlines() if "peripheries" in line] == [
        '    "archived" [peripheries=2];'
    ]


def test_the_same_table_gives_the_same_picture(lifecycle: Lifecycle) -> None:
    """Whatever the order of its rows."""
    shuffled = Lifecycle(TABLE[::-1])
    assert (mermaid(shuffled), dot(shuffled)) == (mermaid(lifecycle), dot(lifecycle))


def test_a_state_of_ones_own_may_have_any_name() -> None:
    house = Lifecycle((*TABLE, *rows((Inspect, {State.TRIAGED}, 'in a "lab"', {Effect.SPEAKS}))))
    assert '    state "in a \\"lab\\"" as in_a__lab_\n' in mermaid(house)
    assert "    triaged --> in_a__lab_ : Inspect\n" in mermaid(house)
    assert '    "triaged" -> "in a \\"lab\\"" [label="Inspect"];\n' in dot(house)


def test_two_states_that_differ_only_by_a_sign_are_two_in_a_picture() -> None:
    rules = LifecycleBuilder.default().command("Hold").command("Freeze")
    for name in ("on hold", "on-hold"):
        rules.state(name, "investigating")
    rules.add("Hold", "triaged", "on hold").add("Freeze", "triaged", "on-hold")
    picture = mermaid(rules.build())
    assert '    state "on hold" as on_hold\n    state "on-hold" as on_hold_2\n' in picture
    assert "    triaged --> on_hold : Hold\n" in picture
    assert "    triaged --> on_hold_2 : Freeze\n" in picture
