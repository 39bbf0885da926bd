"""What packages of others log while they send says nothing about whom they send to."""

from __future__ import annotations

import logging

import pytest

from complaintflow.channels import AppriseChannel
from complaintflow.channels._hushed import hushed
from complaintflow.vocabulary import ReceiptStatus
from tests.channels.messages import to_customer

PHONE = "13800138000"


@pytest.mark.parametrize(
    "service",
    ["json://127.0.0.1:9/{phone}/?token=s3cret", "jsons://s3cret:s3cret@127.0.0.1:9/{phone}", "sns://{phone}"],
)
def test_a_customers_phone_is_in_no_log_when_a_service_fails(service: str, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(1)
    outcome = AppriseChannel(service).send(to_customer(to={"phone": PHONE}))
    assert outcome.status is ReceiptStatus.FAILED
    said = " ".join(f"{record.__dict__} {record.getMessage()}" for record in caplog.records)
    assert PHONE not in said + repr(outcome)
    assert "s3cret" not in said + repr(outcome)


def test_a_logger_says_that_it_was_hushed_and_speaks_again_afterwards(caplog: pytest.LogCaptureFixture) -> None:
    below = logging.getLogger("talkative.below")
    with hushed("talkative"):
        try:
            raise ValueError(PHONE)
        except ValueError:
            below.exception("%s", PHONE)
    below.error("done")
    first, second = caplog.records
    assert (PHONE in f"{first.__dict__}", "talkative.below" in first.getMessage()) == (False, True)
    assert second.getMessage() == "done"
