"""The map of another system's log: all that is wrong is said at once, each with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from complaintflow import DefinitionError
from complaintflow.conformance import read_log_map
from complaintflow.conformance.log_map import Condition
from tests.conformance.logs import MAP, UCI_MAP

WRONG = """
case = "id"
time = 5
activity = "what"
zone = "Mars/Olympus"
arrives = "yes"
colour = "red"
actors.customer = { roles = ["agent"] }

[actors.agent]
roles = ["boss"]

[[moves]]
do = "Receive"
by = "nobody"

[[moves]]
activity = "told"
do = "Notify"
by = "agent"
state = "nowhere"
with = { understood = "late", nonsense = 1 }
from = { understood = "text" }
after = { next_at = "soon" }

[[moves]]
activity = ["joined", 3]
first = "perhaps"
do = "Merge"
by = "agent"
with = { into = "2" }

[[ignore]]
activity = "seen"
"""


def problems(text: str) -> dict[str, str]:
    with pytest.raises(DefinitionError) as raised:
        read_log_map(text)
    return {one.path: one.found for one in raised.value.problems}


def test_everything_that_is_wrong_is_told_at_once_with_its_line() -> None:
    assert problems(WRONG) == {
        "system": "nothing",
        "time (line 3)": "5",
        "zone (line 5)": "'Mars/Olympus'",
        "arrives (line 6)": "'yes'",
        "colour (line 7)": "an unknown name",
        "actors.customer (line 8)": "a name that is taken",
        "actors.agent.roles (line 11)": "'boss'",
        "moves[0] (line 13)": "no condition",
        "moves[0].by (line 15)": "'nobody'",
        "moves[0].do (line 14)": "Receive without description",
        "moves[1].state (line 21)": "'nowhere'",
        "moves[1].with.nonsense (line 22)": "an unknown field",
        "moves[1].from.understood (line 23)": "a field that with names as well",
        "moves[1].after.next_at (line 24)": "'soon'",
        "moves[2].activity (line 27)": "['joined', 3]",
        "moves[2].first (line 28)": "'perhaps'",
        "moves[2].do (line 29)": "Merge",
        "ignore[0].why (line 33)": "nothing",
    }


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("system = [", "map"),
        ("x = " + "[" * 900, "map"),
        (MAP.replace("[[ignore]]", "[ignore]"), "ignore (line 57)"),
        (MAP.split("[[moves]]", maxsplit=1)[0], "moves"),
        ('actors = "li"\n' + MAP.replace("[actors.agent]", "[others]"), "actors (line 1)"),
        ('actors.li = "agent"\n' + MAP.replace("[actors.agent]", "[others]"), "actors.li (line 1)"),
        ("moves = [1]\n" + MAP.split("[[moves]]", maxsplit=1)[0], "moves[0] (line 1)"),
    ],
)
def test_what_is_no_map_is_refused_with_its_place(text: str, path: str) -> None:
    assert path in problems(text)


def test_a_map_that_is_no_utf_8_is_refused_as_a_map_and_not_as_a_policy(tmp_path: Path) -> None:
    file = tmp_path / "map.toml"
    file.write_text('system = "工单"', encoding="gb18030")
    with pytest.raises(DefinitionError) as raised:
        read_log_map(file)
    assert [one.path for one in raised.value.problems] == ["map"]


def test_a_field_that_the_map_says_itself_is_checked_before_the_first_row() -> None:
    wrong = MAP.replace('method = "test"', "method = 3")
    assert [path.partition(" ")[0] for path in problems(wrong)] == ["moves[3].with.method"]


def test_a_move_that_looks_at_two_cases_is_no_move_of_a_log() -> None:
    with pytest.raises(DefinitionError, match="each is read alone"):
        read_log_map(MAP.replace('do = "Close"', 'do = "Unmerge"'))


def test_the_map_of_the_example_is_right_and_names_all_its_columns() -> None:
    found = read_log_map(UCI_MAP)
    assert (found.system, len(found.moves)) == ("ServiceNow", 12)
    assert found.columns == {
        *("number", "updated_at", "incident_state", "assignment_group", "category", "impact", "urgency"),
    }


@pytest.mark.parametrize(
    ("condition", "cells", "before", "holds"),
    [
        (Condition(activity=("new",)), {}, None, True),
        (Condition(activity=("old",)), {}, None, False),
        (Condition(first=True), {}, None, True),
        (Condition(first=True), {}, {}, False),
        (Condition(first=False), {}, {}, True),
        (Condition(values={"a": ("1", "2")}), {"a": "2"}, None, True),
        (Condition(values={"a": ("1", "2")}), {"a": "3"}, None, False),
        (Condition(before={"a": ("1",)}), {"a": "2"}, {"a": "1"}, True),
        (Condition(before={"a": ("1",)}), {"a": "1"}, {"a": "2"}, False),
        (Condition(before={"a": ("",)}), {"a": "1"}, None, False),
        (Condition(changes=("a",)), {"a": "1"}, {"a": "2"}, True),
        (Condition(changes=("a",)), {"a": "1"}, {"a": "1"}, False),
        (Condition(changes=("a",)), {"a": "1"}, None, False),
        (Condition(grows=("a",)), {"a": "10"}, {"a": "9"}, True),
        (Condition(grows=("a",)), {"a": "9"}, {"a": "10"}, False),
        (Condition(grows=("a",)), {"a": "1"}, {"a": ""}, True),
    ],
)
def test_a_condition_compares_a_row_with_the_one_before_it(
    condition: Condition, cells: dict[str, str], before: dict[str, str] | None, holds: bool
) -> None:
    assert condition.holds("new", cells, before) is holds
