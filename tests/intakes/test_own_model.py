"""R6: a house may put a model of its own behind the port; whatever it does, no complaint is lost by it."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Mapping
from typing import TextIO

import attrs
import pytest

from complaintflow import Actor, Customer, Desk, Signals
from complaintflow.commands import Receive
from complaintflow.desk import read_rows, take_in
from complaintflow.intakes import RuleClassifier
from complaintflow.plugins import Classifier, Incoming, Intake, Suggestion, Unreadable, hookimpl

Predict = Callable[[str], tuple[str, float]]


@attrs.frozen
class Model:
    """A model behind the port: it abstains when it is not sure."""

    predict: Predict

    def classify(self, received: Receive) -> Suggestion | None:
        type, sure = self.predict(received.description)
        return Suggestion(type, "", Signals(), (f"sure by {sure:.0%}",)) if sure >= 0.8 else None


def unreachable(text: str) -> tuple[str, float]:
    raise ConnectionError("the model does not answer")


class Lines:
    def read(self, source: TextIO) -> Iterator[Incoming | Unreadable]:
        for line, text in enumerate(source, 1):
            yield Incoming(line, f"line:{line}", Receive("chat", Customer(f"u-{line}"), text))


@attrs.frozen(eq=False)
class House:
    predict: Predict
    name: str = "house"

    @hookimpl
    def classifiers(self) -> Mapping[str, Classifier]:
        return {"model": Model(self.predict), "rules": RuleClassifier()}

    @hookimpl
    def intakes(self) -> Mapping[str, Intake]:
        return {"lines": Lines()}


SURE: Predict = lambda text: ("billing", 0.9)  # noqa: E731
UNSURE: Predict = lambda text: ("billing", 0.3)  # noqa: E731


@pytest.mark.parametrize(
    ("predict", "said"), [(SURE, {"model", "rules"}), (UNSURE, {"rules"}), (unreachable, {"rules"})]
)
def test_a_model_that_abstains_or_fails_hides_no_other_suggestion(predict: Predict, said: set[str]) -> None:
    with Desk.open("memory://", plugins=[House(predict)]) as desk:
        complaint = desk.receive(Receive("app", Customer("u-1"), "卡被盗刷了"), by=Actor.system())
        found = desk.suggest(complaint.id)
        assert set(found) == said
        assert found["rules"].signals.hazards == {"funds_lost"}


@pytest.mark.parametrize(("predict", "state"), [(SURE, "triaged"), (UNSURE, "received"), (unreachable, "received")])
def test_an_import_goes_on_when_the_model_abstains_or_fails(predict: Predict, state: str) -> None:
    with Desk.open("memory://", plugins=[House(predict)]) as desk:
        rows = list(take_in(desk, read_rows(desk, "lines", io.StringIO("扣了两次钱\n在吗\n")), "model"))
        assert [row.status for row in rows] == ["new", "new"]
        assert {complaint.state for complaint in desk.find().complaints} == {state}


def test_a_hazard_without_a_type_is_triaged_at_once_and_the_rest_waits_for_a_person() -> None:
    class Alarmed:
        def classify(self, received: Receive) -> Suggestion | None:
            hazards = frozenset({"funds_lost"}) if "钱" in received.description else frozenset[str]()
            return Suggestion("", "", Signals(hazards=hazards), ("a guess",))

    class Guard(House):
        @hookimpl
        def classifiers(self) -> Mapping[str, Classifier]:
            return {"alarm": Alarmed()}

    with Desk.open("memory://", plugins=[Guard(SURE)]) as desk:
        list(take_in(desk, read_rows(desk, "lines", io.StringIO("钱不见了\n在吗\n")), "alarm"))
        assert [(one.state, one.grade) for one in desk.find().complaints] == [("triaged", "E"), ("received", None)]
