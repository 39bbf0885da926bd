"""The schema of a command says what its checks do."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st
from jsonschema import Draft202012Validator

from complaintflow import command_schema, to_data
from complaintflow.commands import BUILTIN, Command

FEW = settings(max_examples=3, deadline=None, suppress_health_check=[*HealthCheck])


@pytest.mark.parametrize("kind", BUILTIN.values(), ids=lambda kind: kind.__name__)
@FEW
@given(data=st.data())
def test_every_command_fits_its_own_schema(kind: type[Command], data: st.DataObject) -> None:
    schema = command_schema(kind)
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(to_data(data.draw(st.from_type(kind))))


def titles(schema: Any) -> list[str]:
    inner = schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ()
    mine = [schema["title"]] if isinstance(schema, dict) and isinstance(schema.get("title"), str) else []
    return [*mine, *(title for one in inner for title in titles(one))]


@pytest.mark.parametrize("kind", BUILTIN)
def test_a_chinese_form_has_no_english_titles(kind: str) -> None:
    found = [title for title in titles(command_schema(kind, language="zh")) if title.isascii() and title != "URI"]
    assert found == []
