"""A template that never ends, or fills the memory, is stopped: also when it writes nothing."""

from __future__ import annotations

from time import process_time

import pytest

from complaintflow import DefinitionError
from complaintflow.messages import _jinja
from complaintflow.messages.forms import FORMS

LONG = "投诉" * 10_000


@pytest.mark.parametrize("form", ["plain", "html"])
@pytest.mark.parametrize(
    ("template", "told"),
    [
        ("{% for a in text %}{% endfor %}" * 60, "turns of its loops"),
        ("{% for a in text if a == 'b' %}{% endfor %}" * 60, "turns of its loops"),
        ("{% for a in text %}{% if a == 'b' %}x{% endif %}{% endfor %}" * 60, "turns of its loops"),
        ("{{ text" + " ~ text" * 1_000 + " }}", "characters put together"),
        ("{% if (text" + " ~ text" * 1_000 + ") == 'a' %}{% endif %}", "characters put together"),
        ("{% if text ~ text == 'a' %}{% endif %}" * 200, "characters put together"),
        ("{{ text }}" * 600, "characters"),
    ],
    ids=lambda one: one[:30],
)
def test_a_template_that_would_not_end_is_stopped(
    template: str, told: str, form: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_jinja, "OUTPUT_LENGTH", 2_000_000)
    monkeypatch.setattr(_jinja, "TURNS", 50_000)
    engine = _jinja.Engine({"a.j2": template}, FORMS[form])
    begin = process_time()
    with pytest.raises(DefinitionError, match=told):
        engine.render("a.j2", {"text": LONG})
    assert process_time() - begin < 8


@pytest.mark.parametrize("form", ["plain", "html"])
def test_what_a_template_may_do_it_still_does(form: str) -> None:
    files = {
        "a.j2": "{% for a in words %}{{ loop.index }}{{ a ~ '-' ~ b }} {% else %}none{% endfor %}{% include 'b.j2' %}",
        "b.j2": "{% for a in words %}{{ a }}{% endfor %}{{ b ~ b|upper }}",
    }
    engine = _jinja.Engine(files, FORMS[form])
    assert str(engine.render("a.j2", {"words": ["x", "y"], "b": "z"})) == "1x-z 2y-z xyzZ"
    assert str(engine.render("a.j2", {"words": [], "b": "z"})) == "nonezZ"


def test_each_rendering_begins_anew() -> None:
    engine = _jinja.Engine({"a.j2": "{% for a in text %}{% endfor %}done"}, FORMS["plain"])
    for _ in range(8):
        assert str(engine.render("a.j2", {"text": LONG})) == "done"
