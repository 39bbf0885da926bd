"""The report as one page of HTML: no script, no network, and each number is a link to its complaints."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from importlib.resources import files

import attrs

from complaintflow.contrib.report.attention import Alarm, alarms
from complaintflow.contrib.report.charts import draw_bars, draw_columns
from complaintflow.contrib.report.gathering import Gathered
from complaintflow.contrib.report.markup import Html, element, empty, join
from complaintflow.contrib.report.numbers import tell, tell_moment, tell_spread
from complaintflow.contrib.report.sections import Chart, Number, Row, Section, sections
from complaintflow.contrib.report.texts import text
from complaintflow.insight import Cell, FigureQuery, MeasureTable
from complaintflow.vocabulary import language_of

_TAGS = {"zh": "zh-CN", "en": "en"}
_SAFE = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
"""What a browser may load for this page: nothing."""
_NAMED = 1000
"""So many ids are named in a list."""


def write_report(gathered: Gathered, language: str = "en") -> str:
    """The page in `zh` or `en`. The same figures make the same page.

    It holds numbers, names from the record such as areas and teams, and the ids of complaints; nothing else of anybody.
    """
    return _Page(gathered, language_of(language)).write()


@attrs.define
class _List:
    """The complaints behind a number: where the number stands, and what it is of."""

    anchor: str
    title: str
    ids: Sequence[str]


@attrs.define
class _Page:
    """A page while it is written. `lists` are those that its numbers link to, so far."""

    gathered: Gathered
    language: str
    lists: list[_List] = attrs.field(factory=list[_List])

    def write(self) -> str:
        """All of it, the lists last: then it is known which there are."""
        body = element("body", element("header", *self._head()), element("main", *self._main()))
        html = element("html", element("head", *self._meta()), body, lang=_TAGS[self.language])
        return f"<!DOCTYPE html>\n{html}\n"

    def _text(self, name: str, /, **fields: object) -> str:
        return text(name, self.language, **fields)

    def _title(self) -> str:
        return f"{self._text('title')} · {self._period()}"

    def _period(self) -> str:
        query = self.gathered.whole.query
        since, until = tell_moment(query.since, query.zone), tell_moment(query.until, query.zone)
        return self._text("period", since=since, until=until, zone=query.zone)

    def _meta(self) -> Iterator[Html]:
        yield empty("meta", charset="utf-8")
        yield empty("meta", http_equiv="Content-Security-Policy", content=_SAFE)
        yield empty("meta", name="viewport", content="width=device-width, initial-scale=1")
        yield empty("meta", name="color-scheme", content="light dark")
        yield element("title", self._title())
        yield Html(f"<style>{files('complaintflow.contrib.report').joinpath('page.css').read_text('utf-8')}</style>")

    def _head(self) -> Iterator[Html]:
        whole = self.gathered.whole
        yield element("h1", self._text("title"))
        yield element("p", self._period(), class_="period")
        yield element("p", self._text("as_of", at=tell_moment(whole.at, whole.query.zone)), class_="note")
        if choices := [*self._choices(whole.query)]:
            yield element("p", self._text("narrowed", what="; ".join(choices)), class_="note")

    def _choices(self, query: FigureQuery) -> Iterator[str]:
        given: tuple[tuple[str, Mapping[str, frozenset[str]]], ...] = (("only", query.only), ("without", query.without))
        for name, choices in given:
            for field, values in sorted(choices.items()):
                yield self._text(name, field=field, values=", ".join(sorted(values)))

    def _main(self) -> Iterator[Html]:
        parts = sections(self.gathered, self.language)
        attention = self._attention()
        middle = [self._section(part) for part in parts]
        names = ("attention", *(part.name for part in parts), "measures", "limits", "definitions", "lists")
        yield attention
        yield self._contents(names)
        yield from middle
        yield self._measures()
        yield self._part("limits", element("p", self._text("limits_note")))
        yield self._definitions()
        yield self._part("lists", self._note("lists"), *map(self._list, self.lists))

    def _contents(self, names: tuple[str, ...]) -> Html:
        links = [element("li", element("a", self._text(name), href=f"#{name}")) for name in names]
        return element("nav", element("ul", *links), aria_label=self._text("contents"))

    def _part(self, name: str, *children: str) -> Html:
        head = element("h2", self._text(name), id=f"{name}-head")
        return element("section", head, *children, id=name, aria_labelledby=f"{name}-head")

    def _note(self, name: str, **fields: object) -> Html:
        return element("p", self._text(f"{name}_note", **fields), class_="note")

    def _attention(self) -> Html:
        found = alarms(self.gathered)
        items = [element("li", *self._alarm(one)) for one in found if one.number]
        calm = self._text("comma").join(self._text(one.name) for one in found if not one.number)
        if not items:
            return self._part("attention", element("p", self._text("all_calm")), self._calm(calm))
        rest = (self._calm(calm),) if calm else ()
        return self._part("attention", self._note("attention"), element("ul", *items, class_="alarms"), *rest)

    def _calm(self, names: str) -> Html:
        return element("p", self._text("calm", names=names), class_="note")

    def _alarm(self, alarm: Alarm) -> tuple[Html, ...]:
        name = self._text(alarm.name)
        number = self._link(Number(str(alarm.number), alarm.complaints), name)
        return element("strong", number), Html(" "), element("span", name)

    def _section(self, part: Section) -> Html:
        if not part.rows:
            return self._part(part.name, element("p", self._text("nothing"), class_="note"))
        table = self._table(part)
        if not part.charts:
            return self._part(part.name, self._note(part.name), table)
        charts = element("div", *(self._chart(part, place, one) for place, one in enumerate(part.charts, 1)))
        return self._part(part.name, self._note(part.name), element("div", charts, table, class_="beside"))

    def _chart(self, part: Section, place: int, chart: Chart) -> Html:
        """A chart under its summary, and under its title where the section has several."""
        draw = draw_columns if chart.columns else draw_bars
        title = (element("b", chart.title), Html(" ")) if len(part.charts) > 1 else ()
        caption = element("figcaption", *title, chart.summary)
        return element("figure", caption, draw(f"{part.name}-chart-{place}", chart.title, chart.summary, chart.bars))

    def _table(self, part: Section) -> Html:
        title, heads = self._text(part.name), tuple(map(self._text, part.heads))
        rows = [self._row(title, heads, row) for row in part.rows]
        return self._grid(title, heads, rows, part.name)

    def _grid(self, title: str, heads: tuple[str, ...], rows: list[Html], kind: str) -> Html:
        top = element("tr", *(element("th", head, scope="col") for head in heads))
        caption = element("caption", title)
        return element("table", caption, element("thead", top), element("tbody", *rows), class_=kind)

    def _row(self, title: str, heads: tuple[str, ...], row: Row) -> Html:
        named = zip(heads[1:], row.numbers, strict=True)
        cells = [element("td", self._link(number, f"{title}: {row.name}, {head}")) for head, number in named]
        return element("tr", element("th", element("bdi", row.name), scope="row"), *cells)

    def _link(self, number: Number, title: str) -> Html:
        """A number, as a link to the list of its complaints where it has any."""
        if not number.complaints:
            return join((number.told,))
        anchor = str(len(self.lists) + 1)
        self.lists.append(_List(anchor, title, number.complaints))
        return element("a", number.told, href=f"#list-{anchor}", id=f"number-{anchor}", title=title)

    def _measures(self) -> Html:
        heads = tuple(map(self._text, ("measure", "number", "figure")))
        rows = [row for table in self.gathered.whole.tables.values() for row in self._measure(table)]
        if not rows:
            return self._part("measures", element("p", self._text("nothing"), class_="note"))
        table = self._grid(self._text("measures"), heads, rows, "measures")
        return self._part("measures", self._note("measures", least=self.gathered.whole.query.least), table)

    def _measure(self, table: MeasureTable) -> Iterator[Html]:
        """Its whole; of money, each currency."""
        for cell in table.shown:
            title = " ".join((table.defined.title(self.language), *cell.key))
            link = element("a", title, href=f"#about-{table.measure}")
            number = self._link(Number(str(cell.number), cell.complaints), title)
            yield element(
                "tr", element("th", link, scope="row"), element("td", number), element("td", *self._figure(table, cell))
            )

    def _figure(self, table: MeasureTable, cell: Cell) -> Iterator[str]:
        """The figure, a link where it is of some of the complaints, and what is told beside it."""
        unit = table.defined.unit
        title = f"{table.defined.title(self.language)}, {self._text('so')}"
        yield self._link(Number(tell(cell, unit, self.language), () if cell.too_few else cell.hits), title)
        if beside := tell_spread(cell, unit, self.language):
            yield element("small", beside)

    def _definitions(self) -> Html:
        tables = self.gathered.whole.tables.values()
        return self._part("definitions", element("dl", *(piece for one in tables for piece in self._definition(one))))

    def _definition(self, table: MeasureTable) -> Iterator[Html]:
        measure = table.defined
        yield element("dt", measure.title(self.language), id=f"about-{measure.name}")
        heads = map(self._text, ("counts", "leaves_out", "dated"))
        for head, words in zip(heads, measure.definition(self.language), strict=True):
            yield element("dd", element("b", head), f" {words}")

    def _list(self, one: _List) -> Html:
        ids = [element("li", element("code", id)) for id in one.ids[:_NAMED]]
        more = len(one.ids) - _NAMED
        told = (element("p", self._text("more", number=more)),) if more > 0 else ()
        back = element(
            "a", self._text("back"), href=f"#number-{one.anchor}", aria_label=self._text("back_to", what=one.title)
        )
        head = element("h3", f"{one.title} ({len(one.ids)})")
        return element(
            "div", head, element("ul", *ids, class_="ids"), *told, back, id=f"list-{one.anchor}", class_="list"
        )
