"""A page with a form for every command that is open: the fields that it needs here, from their schemas."""

from __future__ import annotations

import json
from html import escape
from typing import Any

from complaintflow import Actor, Customer, Desk, command_schema, to_data
from complaintflow.commands import Receive

LI = Actor("li", {"agent"}, "payments")


def page(steps: list[dict[str, Any]], language: str = "en") -> str:
    """The forms of the open steps, given as documents."""
    forms = "\n".join(form(step, language) for step in steps if step["status"] == "open")
    return f'<!DOCTYPE html><html lang="{language}"><meta charset="utf-8"><title>Steps</title>\n{forms}</html>'


def form(step: dict[str, Any], language: str) -> str:
    """One form: it posts the fields by their names, tables and lists as JSON."""
    about = command_schema(step["command"], language=language)
    fields = "\n".join(field(need, need["schema"]) for need in step["needs"])
    head = f"<h2>{escape(about['title'])}</h2><p>{escape(about['description'])}</p>"
    return (
        f'<form method="post" name="{step["command"]}">{head}\n{fields}<button>{escape(about["title"])}</button></form>'
    )


def field(need: dict[str, Any], schema: dict[str, Any]) -> str:
    """A list of choices, a box, or a line: as the schema says."""
    name, example = need["name"], need["example"]
    text = example if isinstance(example, str) else json.dumps(example, ensure_ascii=False)
    marks = f'name="{name}" data-example="{escape(text)}"'
    if "enum" in schema:
        labels = schema["x-labels"]
        options = "".join(f'<option value="{escape(one)}">{escape(labels[one])}</option>' for one in schema["enum"])
        control = f"<select {marks}>{options}</select>"
    elif schema.get("type") == "boolean":
        control = f'<input type="checkbox" {marks}>'
    elif schema.get("type") == "integer":
        control = f'<input type="number" {marks} min="{schema.get("minimum", "")}" max="{schema.get("maximum", "")}">'
    elif schema.get("type") == "string":
        control = f'<input {marks} maxlength="{schema.get("maxLength", "")}" required>'
    else:
        control = f'<textarea {marks} data-json="yes" required></textarea>'
    return f"<label>{escape(schema['title'])} {control}</label>"


if __name__ == "__main__":
    with Desk.open("memory://") as desk:
        customer = Customer("u-17", contact={"email": "wang@example.com"})
        complaint = desk.receive(Receive("app", customer, "I paid twice"), by=Actor.customer("u-17"))
        print(page(to_data(desk.steps(complaint.id, by=LI))))
