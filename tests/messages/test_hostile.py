"""Templates and hostile words: HTML, Jinja, line ends, turned directions, far too much text; and hostile templates."""

from __future__ import annotations

import re
import sys
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from complaintflow.errors import DefinitionError, Problem
from complaintflow.messages import RenderedPage, Templates, _jinja, sms
from complaintflow.messages.catalogue import PAGES, VARIABLES, PageKind
from complaintflow.messages.forms import CHAT_LENGTH, FORMS as WAYS, SMS_PARTS, SUBJECT_LENGTH
from complaintflow.messages.proving import check_variables
from complaintflow.vocabulary import LANGUAGES
from tests.messages.samples import FORMS, LINKS, PAGES_AND_LANGUAGES, fields_of, leaves, texts, written

TAG, JINJA = "<script>alert(1)</script><img src=x onerror=y>", "{{ 7 * 7 }}{% for x in y %}{# gone #}"
BREAKS = "\r\nBcc: all@example.com\x0b\x0c\x85\u2028\u2029Subject: other"
TURNS = "\u202eevil\u2066\x00\x1b[31m"
HOSTILE = f"{TAG}{JINJA}{BREAKS}{TURNS}"
TAGS = {"html", "head", "meta", "title", "style", "body", "div", "h1", "h2", "p", "a", "b", "strong", "ul", "li", "br"}


@pytest.fixture(scope="module")
def templates() -> Templates:
    return Templates(zone="Asia/Shanghai", staff_language="zh")


def attacked(templates: Templates, name: str, language: str, form: str, attack: str) -> RenderedPage:
    fields = leaves(fields_of(PAGES[name], language), lambda text: text + attack)
    return written(templates, name, language, form, fields)


class Tags(HTMLParser):
    """What a reader's mail program would make of it."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}


@pytest.mark.parametrize(("name", "language"), PAGES_AND_LANGUAGES)
def test_hostile_words_stay_words(templates: Templates, name: str, language: str) -> None:
    """HTML is escaped, Jinja is not evaluated, the subject is one line, and nothing turns the direction."""
    for form in FORMS:
        page = attacked(templates, name, language, form, HOSTILE)
        assert not re.search("[\x00-\x1f\x7f-\x9f\u2028\u2029]", page.subject)
        assert len(page.subject) <= SUBJECT_LENGTH
        for text in texts(page):
            assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]", text)
            assert "49" not in text.replace("749", "")
    tags = Tags()
    tags.feed(attacked(templates, name, language, "mail", HOSTILE).html)
    assert tags.tags <= TAGS
    assert tags.attributes <= {"lang", "charset", "name", "content", "class", "dir", "href"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_hostile_words_are_told_letter_by_letter(templates: Templates, language: str) -> None:
    """They are escaped, not dropped: what a customer wrote is never lost in silence."""
    page = attacked(templates, "update", language, "mail", TAG + JINJA)
    assert page.text.count(TAG + JINJA) >= 4
    assert "&lt;script&gt;" in page.html
    assert "{{ 7 * 7 }}" in page.html


def test_marks_of_a_chat_do_nothing(templates: Templates) -> None:
    """No link, no heading, nobody is called."""
    text = attacked(templates, "reminder", "en", "chat", "[x](https://evil.example) @all @所有人\n# big").text
    assert "](https" not in text
    assert "@all" not in text
    assert "@所有人" not in text
    assert "\n# " not in text


@pytest.mark.parametrize(
    "link", ["javascript:alert(1)", 'https://a.example/"onclick="x', "https://a.example/ b", "//a"]
)
def test_a_link_that_is_no_web_address_is_refused(templates: Templates, link: str) -> None:
    with pytest.raises(DefinitionError, match="no web address"):
        written(templates, "solved", "zh", "mail", notice("zh"), {**LINKS, "confirm": link})


def notice(language: str) -> dict[str, Any]:
    return fields_of(PAGES["solved"], language)


SHORT = {"confirm": "https://a.example/1", "dispute": "https://a.example/2", "survey": "https://a.example/3"}


@pytest.mark.parametrize("form", ["chat", "sms"])
@pytest.mark.parametrize(("name", "language"), PAGES_AND_LANGUAGES)
def test_ten_thousand_characters_keep_the_limit_of_their_form(
    templates: Templates, name: str, language: str, form: str
) -> None:
    """Whatever comes in, a short message stays short, and the next time is whole."""
    large = ("汉字" if language == "zh" else "word ") * (10_000 // len(PAGES[name].variables))
    fields = leaves(fields_of(PAGES[name], language), lambda text: text + large)
    page = written(templates, name, language, form, fields, SHORT)
    assert len(page.text) <= CHAT_LENGTH if form == "chat" else sms.parts(page.text) <= SMS_PARTS
    assert len(page.subject) <= SUBJECT_LENGTH
    if "next_at" in PAGES[name].needs:
        assert "17:02" in page.text


PIECES = ("\n", "\r\n", "\n ", " ", "\t", "\\", "1", "1.\n", "- \n", "@", "@all ", "[", "a:", "\u0301", "\u200d")


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("piece", PIECES)
def test_no_text_takes_work_beyond_its_length(templates: Templates, form: str, piece: str) -> None:
    """Ten times the text calls at most ten times as many functions, and is at most ten times as long."""
    few, short = work(templates, form, piece * (300 // len(piece)))
    many, long = work(templates, form, piece * (3_000 // len(piece)))
    assert many <= 11 * few
    assert len(long.text) <= 11 * len(short.text)
    assert len(long.html) <= 11 * len(short.html)
    assert len(long.text) <= (CHAT_LENGTH if form in {"chat", "sms"} else 150_000)
    assert long.text.startswith(written(templates, "handoff", "zh", form, fields_of(PAGES["handoff"], "zh")).text[:9])


def work(templates: Templates, form: str, attack: str) -> tuple[int, RenderedPage]:
    """How many functions, those in C as well, are called to render a page under attack."""
    calls = 0

    def count(frame: object, event: str, arg: object) -> None:
        nonlocal calls
        calls += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        page = attacked(templates, "handoff", "zh", form, attack)
    finally:
        sys.setprofile(before)
    return calls, page


def test_what_was_said_instead_of_a_time_may_be_cut(templates: Templates) -> None:
    """A time is kept whole; "when the shop opens, ..." has no end."""
    due = [{"what": "needed_by", "at": "开门的时候" * 1000}]
    page = written(templates, "handoff", "zh", "sms", {**fields_of(PAGES["handoff"], "zh"), "deadlines": due})
    assert sms.parts(page.text) <= SMS_PARTS


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", ["technical", "solved", "suggestion"])
def test_a_link_is_never_cut(templates: Templates, name: str, form: str) -> None:
    """Rather too long than a link that leads nowhere."""
    links = {one: f"https://help.example.com/c/{one}?t={'k' * 300}" for one in LINKS}
    page = written(templates, name, "zh", form, leaves(fields_of(PAGES[name], "zh"), lambda text: text * 400), links)
    assert links["confirm"] in page.text
    assert links["dispute"] in page.text
    assert "17:02" in page.text


@pytest.mark.parametrize("form", ["plain", "mail"])
def test_a_mail_has_room_for_any_text(templates: Templates, form: str) -> None:
    large = "汉<" * 5_000
    page = written(templates, "update", "zh", form, {**fields_of(PAGES["update"], "zh"), "done": large})
    assert large in page.text
    assert (large.replace("<", "&lt;") in page.html) == (form == "mail")


# ── templates of your own


def own(folder: Path, **files: str) -> Templates:
    """Templates with these files: `update_zh` is `update.zh.j2`."""
    for name, text in files.items():
        (folder / f"{name.replace('_', '.')}.j2").write_text(text, encoding="utf-8")
    return Templates(folder)


def saying(page: PageKind, *, without: str = "") -> str:
    """A template of one line for each part that the page needs."""
    lists = {name for name in page.needs if isinstance(VARIABLES[name].sample, list)}
    lines = [f"{{{{ row('{name}', {name}) }}}}" for name in page.needs if name not in {*lists, "links", without}]
    lines += ["{{ say('in work') if not judged }}"] if "judged" in page.needs and without != "judged" else []
    lines += [f"{{{{ items('{name}', {name}) }}}}" for name in lists if name != without]
    lines += [] if without == "links" or "links" not in page.needs else ["{{ button('yes', links.confirm) }}"]
    return "\n".join(["A subject", *lines, "end"])


def problems_of(page: PageKind, text: str) -> list[Problem]:
    """What is wrong with the variables of this template, as it is found when it is loaded."""
    file = f"{page.name}.zh.j2"
    return list(check_variables(page, file, _jinja.Reader({file: text}).variables(file)))


@pytest.mark.parametrize("name", PAGES)
def test_a_template_without_what_its_rule_demands_is_a_problem(name: str) -> None:
    """R16, R17 and the others: it names the file, the part and the rule."""
    page = PAGES[name]
    for need in page.needs:
        [problem] = problems_of(page, saying(page, without=need))
        assert (problem.path, need in problem.found, page.rule in problem.expected) == (f"{name}.zh.j2", True, True)


@pytest.mark.parametrize("name", ["update", "suggestion", "view", "handoff"])
def test_a_template_with_a_problem_is_refused_when_it_is_loaded(tmp_path: Path, name: str) -> None:
    with pytest.raises(DefinitionError) as refused:
        own(tmp_path, **{f"{name}_zh": "A subject"})
    assert list(refused.value.problems) == problems_of(PAGES[name], "A subject")


@pytest.mark.parametrize("name", ["update", "technical", "compensation", "decline"])
def test_a_template_that_names_a_part_and_does_not_say_it_is_refused(tmp_path: Path, name: str) -> None:
    hidden = "\n".join(f"{{% if not {need} %}}{{{{ {need} }}}}{{% endif %}}" for need in PAGES[name].needs)
    with pytest.raises(DefinitionError, match=rf"{name}\.zh\.j2.*does not say"):
        own(tmp_path, **{f"{name}_zh": f"A subject\n{hidden}"})


@pytest.mark.parametrize("form", WAYS)
def test_a_template_for_one_form_must_say_as_much(tmp_path: Path, form: str) -> None:
    """R16: an SMS is short, and still says all five parts."""
    named = "{% if understood and judged and done and next and next_at %}{% endif %}"
    with pytest.raises(DefinitionError, match=rf"update\.zh\.{form}\.j2.*does not say understood, judged, done, next"):
        own(tmp_path, **{f"update_zh_{form}": f"A subject\n{{{{ say('您好') }}}}{named}"})


UNJUDGED = ["{{ row('判断', judged) }}", "{{ say('判断', judged) }}", "{% if judged %}{{ say(judged) }}{% endif %}"]


@pytest.mark.parametrize("judgement", UNJUDGED)
@pytest.mark.parametrize("name", ["update", "suggestion"])
def test_a_template_that_is_silent_about_an_open_judgement_is_refused(
    tmp_path: Path, name: str, judgement: str
) -> None:
    """R16: that it is still being checked is a part of the news."""
    text = saying(PAGES[name], without="judged")
    with pytest.raises(DefinitionError, match=r"when judged is blank.*R1[67]"):
        own(tmp_path, **{f"{name}_zh": f"{text}\n{judgement}"})


def test_a_template_that_says_that_it_is_still_checked_is_taken(tmp_path: Path) -> None:
    judged = "{{ row('判断', judged or '仍在核实') }}"
    pages = {f"{name}_zh": f"{saying(PAGES[name], without='judged')}\n{judged}" for name in ("update", "suggestion")}
    own(tmp_path, **pages)


FRAMES = [
    "{% if body %}{% endif %}",
    "{{ body | lower }}",
    "{{ body | trim | length }}",
    "{{ body if language == 'en' }}",
]


@pytest.mark.parametrize("body", FRAMES)
def test_a_frame_that_keeps_or_changes_the_body_is_refused(tmp_path: Path, body: str) -> None:
    with pytest.raises(DefinitionError, match=r"frame\.html\.j2.*body as given"):
        own(tmp_path, frame_html=f"<html>{{{{ subject }}}}{body}</html>")


INTERNAL = ("by", "complaint_record", "deadlines", "grade", "harm", "hazards", "owner", "summary", "team")


@pytest.mark.parametrize("name", [name for name, page in PAGES.items() if not page.staff])
def test_no_customers_template_can_name_what_is_internal(name: str) -> None:
    """Promise 6: the page knows no such variable."""
    named = "".join(f"{{{{ {secret} }}}}" for secret in INTERNAL)
    [problem] = problems_of(PAGES[name], f"{saying(PAGES[name])}\n{named}")
    assert problem.found == f"the variables {', '.join(INTERNAL)}"


def test_a_file_of_the_same_name_takes_the_place_of_ours(tmp_path: Path) -> None:
    ours, mine = Templates(), own(tmp_path, update_zh=saying(PAGES["update"]))
    fields = fields_of(PAGES["update"], "zh")
    assert written(mine, "update", "zh", "plain", fields).subject == "A subject"
    assert "next: 请您看一下账户" in written(mine, "update", "zh", "sms", fields).text
    for language, name in (("en", "update"), ("zh", "plan")):
        same = fields_of(PAGES[name], language)
        assert written(mine, name, language, "plain", same) == written(ours, name, language, "plain", same)


def test_a_file_for_one_form_changes_no_other(tmp_path: Path) -> None:
    ours, mine = Templates(), own(tmp_path, update_zh_sms=saying(PAGES["update"]))
    fields = fields_of(PAGES["update"], "zh")
    assert written(mine, "update", "zh", "sms", fields).text != written(ours, "update", "zh", "sms", fields).text
    assert written(mine, "update", "zh", "mail", fields) == written(ours, "update", "zh", "mail", fields)


def test_a_part_of_your_own_stands_in_every_page_that_includes_it(tmp_path: Path) -> None:
    mine = own(tmp_path, greeting_zh="{{ say('亲爱的', name) }}")
    for name in ("update", "plan", "closure"):
        assert "亲爱的李瑞" in written(mine, name, "zh", "plain", fields_of(PAGES[name], "zh")).text


def test_a_frame_of_your_own_holds_every_mail(tmp_path: Path) -> None:
    mine = own(tmp_path, frame_html="<html lang='{{ language }}'><b>{{ subject }}</b>{{ body }}</html>")
    page = attacked(mine, "general", "zh", "mail", TAG)
    assert page.html.startswith("<html lang='zh'><b>您的投诉 C-260302-0a1b2c&lt;script")
    with pytest.raises(DefinitionError, match="body"):
        own(tmp_path, frame_html="{{ subject }}")


EMPTY_LOOPS = "{% for a in questions %}{% for b in questions %}{% endfor %}{% endfor %}"
UNREADABLE = {
    "no end": "A\n{% if message %}",
    "a sum": "A\n{{ message * 7 }}",
    "a sum that no machine can work out": "A\n{{ 'a' * 10000000000000 }}",
    "an assignment": "A\n{% set a = message %}",
    "a macro": "A\n{% macro a() %}{% endmacro %}",
    "a loop over numbers": "A\n{% for a in range(9) %}{{ a }}{% endfor %}",
    "a loop in a loop": "A\n{% for a in links %}{% for b in links %}{% endfor %}{% endfor %}",
    "an include in a loop": "A\n{% for a in links %}{% include 'thanks.zh.j2' %}{% endfor %}",
    "a recursive loop": "A\n{% for a in links recursive %}{{ a }}{% endfor %}",
    "a method": "A\n{{ message.upper() }}",
    "a global": "A\n{{ lipsum(9) }}",
    "a filter that is not there": "A\n{{ message | join(message) }}",
    "what grows": "A\n{{ say(message) }}{{ say(say(message) | upper) }}",
    "what grows in another way": "A\n{{ say(message) }}{{ say(say(message) ~ '') }}",
    "a template by a variable": "A\n{% include message %}",
    "a template that is not there": "A\n{% include '/etc/passwd' %}",
    "an import": "A\n{% import 'update.zh.j2' as a %}",
    "too long": "A\n" + "x" * (_jinja.TEMPLATE_LENGTH + 1),
    "brackets": "A\n{{ " + "(" * 20_000 + "message" + ")" * 20_000 + " }}",
}
"""What is refused when it is read."""
UNTRUE = {
    "conditions": "A\n" + "{% if message %}" * 150 + "{{ message }}" + "{% endif %}" * 150,
    "the insides": "A\n{{ message.__class__ }}",
    "itself": "A\n{% include 'general.zh.j2' %}",
    "no subject": "\n{{ say(message) }}",
    "an unknown variable": "A\n{{ message }}{{ password }}",
    "a fault in what it does": "A\n{{ message }}{{ button('x', message) }}",
}
"""What is refused when it is put together or tried."""


def with_message(text: str) -> str:
    return text if "message" in text.split("\n", 1)[1] else f"{text}{{{{ message }}}}"


@pytest.mark.parametrize("text", UNREADABLE.values(), ids=UNREADABLE)
def test_a_template_that_is_no_template_of_ours_is_refused_when_it_is_read(text: str) -> None:
    with pytest.raises(DefinitionError) as refused:
        _jinja.Reader({"general.zh.j2": with_message(text), "thanks.zh.j2": "", "update.zh.j2": ""})
    assert all(problem.path.startswith("general.zh.j2") for problem in refused.value.problems)


@pytest.mark.parametrize("text", [UNREADABLE["no end"], UNREADABLE["a macro"], *UNTRUE.values()])
def test_a_broken_template_is_refused_when_it_is_loaded(tmp_path: Path, text: str) -> None:
    """With its file, and never later, when a customer waits."""
    with pytest.raises(DefinitionError) as refused:
        own(tmp_path, general_zh=with_message(text))
    assert all(problem.path.startswith("general.zh.j2") for problem in refused.value.problems)


def test_templates_that_include_each_other_again_and_again_are_refused(tmp_path: Path) -> None:
    """Ten of the next, which has ten of the next ...: nothing is written, and it would not end."""
    chain = ["greeting", "thanks", "survey", "alert", "news", "brief"]
    files = {f"{name}_en": f"{{% include '{after}.en.j2' %}}\n" * 10 for name, after in pairwise(chain)}
    with pytest.raises(DefinitionError, match=f"more than {_jinja.FAMILY_SIZE} templates"):
        own(tmp_path, **files)


def test_what_writes_without_end_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The limit holds for what a customer's words make of a template that passed with an example."""
    mine = own(tmp_path, general_zh="A\n" + "{{ say(message) }}\n" * 30)
    monkeypatch.setattr(_jinja, "OUTPUT_LENGTH", 100_000)
    fields = {**fields_of(PAGES["general"], "zh"), "message": "汉" * (100_000 // 29)}
    with pytest.raises(DefinitionError, match=r"general\.zh\.j2.*100000"):
        written(mine, "general", "zh", "plain", fields)


def test_a_file_of_an_unknown_name_is_refused(tmp_path: Path) -> None:
    """A slip of the pen would otherwise change nothing, in silence."""
    with pytest.raises(DefinitionError, match=r"updates\.zh\.j2"):
        own(tmp_path, updates_zh="A\n")


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / "update.zh.j2").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(DefinitionError, match="UTF-8"):
        Templates(tmp_path)


def test_a_link_out_of_the_folder_brings_no_file_of_the_machine_into_a_letter(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("A\nGeheim-ö-1", encoding="utf-8")
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "general.zh.j2").symlink_to("../secret")
    with pytest.raises(DefinitionError, match=r"general\.zh\.j2: found a link out of the folder") as refused:
        Templates(tmp_path / "mine")
    assert "Geheim" not in str(refused.value)


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DefinitionError, match="nowhere"):
        Templates(tmp_path / "nowhere")


@pytest.mark.parametrize("form", WAYS)
def test_every_form_leaves_finished_text_alone(form: str) -> None:
    """Nothing is escaped twice."""
    once = WAYS[form].fit(HOSTILE)
    assert WAYS[form].fit(once) == once
