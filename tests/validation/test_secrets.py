"""A secret of a webhook is long enough and spelled as the convention says."""

import base64

import pytest

from complaintflow import DefinitionError
from complaintflow._validation.secrets import webhook_secret


def test_a_long_secret_is_one() -> None:
    secret = "whsec_" + base64.b64encode(bytes(24)).decode()
    assert webhook_secret(secret) == secret


@pytest.mark.parametrize(
    "secret", [None, "", "whsec_", "whsec_???", "whsec_c2hvcnQ=", base64.b64encode(bytes(24)).decode()]
)
def test_what_is_none_is_refused_and_not_shown(secret: object) -> None:
    with pytest.raises(DefinitionError, match="secret: found a private value, expected whsec_"):
        webhook_secret(secret)
