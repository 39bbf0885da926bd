"""A secret of a webhook is long enough and spelled as the convention says."""

import base64

import pytest

from complaintflow import DefinitionError
from complaintflow._validation.secrets import as_secrets, check_signing_secrets, is_one_of, sign, webhook_secret


def test_a_long_secret_is_one() -> None:
    secret = "whsec_" + base64.b64encode(bytes(24)).decode()
    assert webhook_secret(secret) == secret


@pytest.mark.parametrize(
    "secret", [None, "", "whsec_", "whsec_???", "whsec_c2hvcnQ=", base64.b64encode(bytes(24)).decode()]
)
def test_what_is_none_is_refused_and_not_shown(secret: object) -> None:
    with pytest.raises(DefinitionError, match="secret: found a private value, expected whsec_"):
        webhook_secret(secret)


@pytest.mark.parametrize("secrets", [(), (b"short",), ("text" * 10,), (b"x" * 32, b"y" * 31)])
def test_ours_that_are_missing_or_short_are_refused_and_not_shown(secrets: tuple[object, ...]) -> None:
    with pytest.raises(DefinitionError) as caught:
        check_signing_secrets(secrets)
    assert not any(str(one) in str(caught.value) for one in secrets)


def test_ours_of_32_bytes_each_are_sound() -> None:
    check_signing_secrets((b"x" * 32, b"y" * 40))


def test_one_of_ours_may_stand_alone() -> None:
    assert as_secrets(b"one") == as_secrets([b"one"]) == (b"one",)


@pytest.mark.parametrize(("given", "genuine"), [("a", True), ("b", True), ("", False), ("c", False), ("\ud800", False)])
def test_a_signature_is_genuine_when_any_secret_made_it(given: str, genuine: bool) -> None:
    assert is_one_of(given, iter(("a", "b"))) is genuine


def test_a_signature_counts_for_one_purpose_and_one_secret() -> None:
    signed = sign(b"one", "message id", "C-1/1/0/M1")
    assert len({signed, sign(b"one", "confirm link", "C-1/1/0/M1"), sign(b"two", "message id", "C-1/1/0/M1")}) == 3
    assert sign(b"one", "message id", "\ud800") == sign(b"one", "message id", "?")
