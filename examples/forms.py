"""A page with a form for every command that is open, from the schemas; and what is not open, with the reasons.

`python examples/forms.py > page.html` prints one. `submit` does what a form of the page posted, and answers with the
next page; a refusal stands at its top.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable, Mapping
from html import escape
from typing import Any

from complaintflow import Actor, ComplaintflowError, Customer, Desk, command_schema, from_data, problem, to_data
from complaintflow.commands import Receive

LI = Actor("li", {"agent"}, "payments")
STYLE = """
body { font: 1rem/1.5 sans-serif; max-width: 40rem; margin: 0 auto; padding: 1rem; overflow-wrap: anywhere }
form, section { border: 1px solid #999; border-radius: .5rem; padding: 0 1rem 1rem; margin: 1rem 0 }
section { border-color: #c60 }
h2 { font-size: 1.1rem; margin: 1rem 0 0 }
label { display: block; margin: .7rem 0 }
input:not([type=checkbox]), select, textarea { display: block; width: 100%; box-sizing: border-box; font: inherit }
textarea { min-height: 5rem }
button { font: inherit; padding: .4rem 1rem }
"""
WORDS = {
    "en": {"refused": "Not yet", "json": "as JSON", "utc": "in UTC"},
    "zh": {"refused": "还不能", "json": "JSON 格式", "utc": "UTC 时间"},
}


def page(steps: Collection[Mapping[str, Any]], language: str = "en", error: Mapping[str, Any] | None = None) -> str:
    """The forms of the open steps, given as documents, and the reasons of the refused ones. The others are left out."""
    found = [step for step in steps if step["status"] == "open"]
    forms = "\n".join(form(step, language) for step in found)
    waits = "\n".join(reasons(step, language) for step in steps if step["status"] == "refused")
    told = refusal(error) if error else ""
    return f"""<!DOCTYPE html>
<html lang="{language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Steps</title><style>{STYLE}</style></head><body>
{told}{forms}
{waits}</body></html>"""


def form(step: Mapping[str, Any], language: str) -> str:
    """One form: it posts the fields by their names."""
    title, about = told(step["command"], language)
    fields = "\n".join(field(need, language) for need in step["needs"])
    button = f"<button>{title}</button>"
    return f'<form method="post" name="{step["command"]}"><h2>{title}</h2><p>{about}</p>\n{fields}{button}</form>'


def reasons(step: Mapping[str, Any], language: str) -> str:
    """Why a command is refused now, and what helps."""
    title, _ = told(step["command"], language)
    return f"<section><h2>{WORDS[language]['refused']}: {title}</h2>{why(step['refusals'])}</section>"


def refusal(error: Mapping[str, Any]) -> str:
    """What the answer to a form was, when it is no: problem details."""
    listed = why(error.get("refusals", ())) or f"<p>{escape(error.get('detail', ''))}</p>"
    return f'<section role="alert"><h2>{escape(error["title"])}</h2>{listed}</section>\n'


def why(refusals: Iterable[Mapping[str, Any]]) -> str:
    """Each reason with its remedy."""
    rows = (f"<li>{escape(one['why'])}<br>→ {escape(one['remedy'])}</li>" for one in refusals)
    return f"<ul>{listed}</ul>" if (listed := "".join(rows)) else ""


def told(command: str, language: str) -> tuple[str, str]:
    """The title of a command and what it means, in which each field has its title for its name."""
    about = command_schema(command, language=language)
    titles = {name: schema["title"] for name, schema in about["properties"].items()}
    means = re.sub("`(\\w+)`", lambda name: f"“{titles.get(name[1], name[1])}”", about["description"])
    return escape(about["title"]), escape(means)


def field(need: Mapping[str, Any], language: str) -> str:
    """A list of choices, a box, or a line: as the schema says. `data-example` is what a tester may type."""
    name, schema, words = need["name"], need["schema"], WORDS[language]
    control, hint = f'name="{name}" data-example="{escape(typed(need["example"], schema))}"', ""
    if "enum" in schema:
        labels = schema["x-labels"]
        options = "".join(f'<option value="{escape(one)}">{escape(labels[one])}</option>' for one in schema["enum"])
        control = f"<select {control}>{options}</select>"
    elif schema.get("type") == "boolean":
        control = f'<input type="hidden" name="{name}" value="false"><input type="checkbox" {control} value="true">'
    elif schema.get("type") == "integer":
        control = f'<input type="number" {control} min="{schema.get("minimum", "")}" max="{schema.get("maximum", "")}">'
    elif schema.get("format") == "date-time":
        control, hint = f'<input type="datetime-local" step="1" {control} required>', words["utc"]
    elif "string" in schema.get("type", ()):
        known = "".join(f'<option value="{escape(one["value"])}">' for one in need["choices"])
        listed = f'<datalist id="{name}-known">{known}</datalist>' if known else ""
        control = f'<input {control} list="{name}-known" maxlength="{schema.get("maxLength", "")}" required>{listed}'
    else:
        control, hint = f"<textarea {control} required></textarea>", words["json"]
    return f"<label>{escape(schema['title'])}{f' ({hint})' if hint else ''} {control}</label>"


def typed(value: Any, schema: Mapping[str, Any]) -> str:
    """A value as somebody types it into its field."""
    if schema.get("format") == "date-time":
        return str(value)[:19]
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def read(command: str, posted: Mapping[str, str]) -> dict[str, Any]:
    """What a form said, as data: each field by its schema. Of a name that stands twice, the last counts."""
    schemas: Mapping[str, Mapping[str, Any]] = command_schema(command)["properties"]
    return {name: untyped(text, schemas.get(name, {})) for name, text in posted.items()}


def untyped(text: str, schema: Mapping[str, Any]) -> Any:
    """A value as the form has it."""
    kinds = [schema, *schema.get("anyOf", ())]
    if any(one.get("format") == "date-time" for one in kinds):
        return f"{text}Z" if len(text) in {16, 19} else text
    texts = [one for one in kinds if "string" in one.get("type", ()) or "enum" in one]
    if schema in texts or (texts and not text.startswith(("{", "["))):
        return text
    try:
        return json.loads(text)
    except ValueError:
        return text  # which the command refuses, and says what it expects


def submit(desk: Desk, id: str, command: str, posted: Mapping[str, str], by: Actor, language: str = "en") -> str:
    """Do what a form posted. The next page; above it why not, when the rules refuse it."""
    mine, error = desk.acting(by), None
    try:
        mine.do(id, from_data(read(command, posted), kind=command))
    except ComplaintflowError as refused:
        error = problem(refused, language=language)
    return page(to_data(mine.steps(id), language=language), language, error)


if __name__ == "__main__":
    with Desk.open("memory://") as desk:
        customer = Customer("u-17", contact={"email": "wang@example.com"})
        complaint = desk.receive(Receive("app", customer, "I paid twice"), by=Actor.customer("u-17"))
        print(page(to_data(desk.steps(complaint.id, by=LI))))
