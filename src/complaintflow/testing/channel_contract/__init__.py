"""What every channel must do: subclass `ChannelContract` or `StaffChannelContract`, and give a `Line` to look at."""

from __future__ import annotations

from typing import Any

from complaintflow.plugins import Channel, CustomerMessage, StaffChannel, StaffMessage
from complaintflow.testing.channel_contract.arriving import Arrives
from complaintflow.testing.channel_contract.failing import SaysWhatFails
from complaintflow.testing.channel_contract.line import TO, Line, to_customer, to_staff
from complaintflow.testing.channel_contract.private import KeepsSecrets
from complaintflow.testing.promises import keeps
from complaintflow.vocabulary import Audience

__all__ = ["ChannelContract", "Line", "StaffChannelContract", "to_customer", "to_staff"]

INTERNAL = "internal: 内部备注, the customer is a nuisance"
CONTACT = "It writes to the contact of its own kind, to no other, and to none that it remembers."


class ChannelContract(Arrives[CustomerMessage], SaysWhatFails[CustomerMessage], KeepsSecrets[CustomerMessage]):
    """Every test here hands messages to a `Channel` and looks at its far end.

    Override the fixture `line` with a channel and a real far end: a server that the test starts, a file, a list.
    """

    def message(self, line: Line, number: int, text: str = "您好 hello", **fields: Any) -> CustomerMessage:
        """A message to a customer."""
        return to_customer(line, number, text, **fields)

    @keeps(Channel, CONTACT)
    def test_without_an_address_nothing_is_claimed(self, line: Line) -> None:
        """Either it needs none and the message arrives, or it says that it failed."""
        attempt = self.attempt(line, self.message(line, 1, to={}))
        assert attempt.sent == (len(line.arrived()) == 1), f"it says {attempt.answer!r}, and that is not so"

    @keeps(Channel, CONTACT)
    def test_the_address_is_that_of_the_message_and_not_of_the_one_before(self, line: Line) -> None:
        needs_none = self.attempt(line, self.message(line, 1, to={})).sent
        self.send(line, self.message(line, 2))
        before = len(line.arrived())
        attempt = self.attempt(line, self.message(line, 3, "for somebody without an address", to={}))
        assert attempt.sent == needs_none, f"after another message it answers {attempt.answer!r}"
        assert len(line.arrived()) - before == needs_none, "it wrote to the one before"

    @keeps(Channel, CONTACT)
    def test_the_contact_of_its_own_kind_is_taken_and_not_any(self, line: Line) -> None:
        """The contacts of a customer come in any order, and a phone number is no address for mail."""
        contacts = {**TO, **line.to}
        if self.attempt(line, self.message(line, 1, to={})).sent:
            return  # it needs no address
        taken = [
            kind
            for number, (kind, address) in enumerate(contacts.items(), 2)
            if self.attempt(line, self.message(line, number, to={kind: address})).sent
        ]
        assert len(taken) < len(contacts), f"it takes any contact for its own: {', '.join(taken)}"
        for number, kind in enumerate(taken, 20):
            mine = {kind: contacts[kind]}
            others = {other: address for other, address in contacts.items() if other != kind}
            self.send(line, self.message(line, number, to={**mine, **others}))
            self.send(line, self.message(line, number + 20, to={**others, **mine}))

    @keeps(Channel, "It can only be handed what is meant for them.")
    def test_nothing_internal_reaches_the_customer(self, line: Line) -> None:
        """Promise 6: what staff were sent before, through the same parts, is not in the next message."""
        if line.beside is not None:
            line.beside.send(to_staff(line, 1, INTERNAL))
        before = len(line.arrived())
        self.send(line, self.message(line, 2))
        internal = [one for one in line.arrived()[before:] if "internal" in one or "内部" in one]
        assert not internal, f"a customer reads {internal}"


class StaffChannelContract(Arrives[StaffMessage], SaysWhatFails[StaffMessage], KeepsSecrets[StaffMessage]):
    """The same for a `StaffChannel`: the fixture `line`, whose channel takes what staff read."""

    def message(self, line: Line, number: int, text: str = "您好 hello", **fields: Any) -> StaffMessage:
        """A message to a team."""
        return to_staff(line, number, text, **fields)

    @keeps(StaffChannel, "It writes to each audience: a team and the stakeholders, one recipient or several.")
    def test_each_audience_is_written_to(self, line: Line) -> None:
        stakeholders = str(Audience.STAKEHOLDERS)
        for number, recipients in enumerate((("payments",), ("payments", "li")), 2):
            self.send(line, self.message(line, number, audience=stakeholders, recipients=recipients))
        assert len(line.arrived()) == 2
