"""What guards look at: small, hashable, and the same after a round trip through JSON."""

import itertools
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings, strategies as st

from complaintflow import Lifecycle
from complaintflow._validation.structure import FrozenMap
from complaintflow.record import facts as module
from complaintflow.record.facts import (
    Attempt,
    Claim,
    Cycle,
    Facts,
    Latest,
    Sign,
    Wait,
    decode_changes,
    decode_facts,
    encode_facts,
)
from complaintflow.record.keys import MessageKey
from complaintflow.testing import values
from complaintflow.vocabulary import Grade, SignKind, State
from tests import stories as s

RECORDS: list[type[Any]] = [Facts, Cycle, Wait, Claim, Attempt]
filled = values(Facts)


@settings(max_examples=30)
@given(filled)
def test_facts_are_the_same_after_encoding_and_decoding(facts: Facts) -> None:
    again = decode_facts(encode_facts(facts))
    assert again == facts
    assert hash(again) == hash(facts)
    assert encode_facts(again) == encode_facts(facts)


@settings(max_examples=30)
@given(filled)
def test_what_an_event_set_has_the_types_of_the_facts_again(facts: Facts) -> None:
    changes = {name: getattr(facts, name) for name in Facts.__struct_fields__}
    again = decode_changes(encode_facts(changes))
    assert again == changes
    assert msgspec.structs.replace(Facts(), **again) == facts


def test_a_name_that_is_no_fact_any_more_is_left_out() -> None:
    assert decode_changes(b'{"owner":"li","mood":"bad"}') == {"owner": "li"}


def test_blank_facts_need_no_room() -> None:
    assert encode_facts(Facts()) == b"{}"
    assert decode_facts(b"{}") == Facts()
    assert Facts().state == State.NEW


FACTORS = (("impact", "one", 0), ("tier", "vip", 5))


def test_what_complaints_have_alike_is_in_memory_once() -> None:
    cycle = Cycle(fixers=frozenset({"li"}))
    text = encode_facts(Facts(known=frozenset({"order", "type"}), factors=FACTORS, score=5, cycle=cycle))
    one, other = decode_facts(text), decode_facts(text)
    assert one.known is other.known
    assert one.factors is other.factors
    assert one.cycle.fixers is other.cycle.fixers


def test_factors_that_only_share_their_score_stay_apart() -> None:
    others = ((*FACTORS[1][:2], 0), ("impact", "many", 5))
    for factors in (FACTORS, others, FACTORS):
        assert decode_facts(encode_facts(Facts(factors=factors, score=5))).factors == factors


@pytest.mark.parametrize(
    "cycle", ['{"fix":1}', '{"working":[],"proved_by":[]}', '{"working":["li"],"proved_by":["E1"]}']
)
def test_facts_that_are_read_are_written_as_they_were(cycle: str) -> None:
    """Also a blank set, which is written or left out."""
    text = f'{{"state":"triaged","cycle":{cycle}}}'.encode()
    assert encode_facts(decode_facts(text)) == text


def test_what_is_shared_does_not_grow_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_MOST_SHARED", 3)
    for number in range(9):
        facts = Facts(known=frozenset({f"field-{number}"}), factors=FACTORS, score=number)
        assert decode_facts(encode_facts(facts)) == facts
        assert max(len(module._SETS), len(module._FACTORS)) <= 3


def test_what_was_read_or_written_last_is_decoded_once() -> None:
    latest, text = Latest(decode_facts, encode_facts), encode_facts(Facts(team="payments"))
    read = latest.read("C-1", text)
    assert latest.read("C-1", bytes(bytearray(text))) is read
    written = Facts(team="delivery")
    assert latest.read("C-1", latest.write("C-1", written)) is written


def test_other_bytes_are_decoded_anew_and_damaged_ones_refused() -> None:
    latest = Latest(decode_facts, encode_facts)
    latest.write("C-1", Facts(team="payments"))
    assert latest.read("C-1", b'{"team":"delivery"}').team == "delivery"
    with pytest.raises(msgspec.MsgspecError):
        latest.read("C-1", b'{"team":')
    assert latest.read("C-2", b'{"team":"stores"}').team == "stores"


def test_no_more_of_them_are_kept_than_there_is_room_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_MOST_LATEST", 3)
    latest = Latest(decode_facts, encode_facts)
    for number in range(9):
        latest.write(f"C-{number}", Facts(team=f"team {number}"))
        assert len(latest._found) <= 3


@pytest.mark.parametrize("lead", [s.archived, s.merged, s.paying, s.planned, s.unreachable, s.declined])
def test_facts_that_commands_led_to_are_those_that_are_read_to_their_types(
    lead: Callable[[Lifecycle], s.Story],
) -> None:
    """So it makes no difference whether a process wrote them itself."""
    facts = lead(Lifecycle.default(s.CHINA)).complaint.facts
    assert _typed(decode_facts(encode_facts(facts))) == _typed(facts)


def _typed(value: Any) -> Any:
    """A value with the types of all that is in it. In a field of texts a member of an enum is its text."""
    if isinstance(value, msgspec.Struct):
        return type(value).__name__, *(_typed(getattr(value, name)) for name in value.__struct_fields__)
    if isinstance(value, frozenset):
        return sorted(map(_typed, value))
    if isinstance(value, tuple):
        return [*map(_typed, value)]
    return "str" if isinstance(value, str) else type(value).__name__, value


def test_the_text_is_canonical_whatever_the_order_of_a_set() -> None:
    one, other = (Facts(known=frozenset(names)) for names in (["b", "a", "c"], ["c", "b", "a"]))
    assert encode_facts(one) == encode_facts(other) == b'{"known":["a","b","c"]}'


def test_r33_several_failed_attempts_are_encoded_in_order() -> None:
    days = [("phone", date(2026, 1, 2)), ("email", date(2026, 1, 2)), ("phone", date(2026, 1, 1))]
    attempts = [Attempt(channel, day) for channel, day in days]
    texts = {encode_facts(Facts(attempts=frozenset(some))) for some in itertools.permutations(attempts)}
    assert len(texts) == 1
    assert decode_facts(texts.pop()).attempts == frozenset(attempts)


def test_facts_of_a_plugin_are_hashable_after_decoding() -> None:
    facts = Facts(extra=FrozenMap({"shop.loyalty": FrozenMap({"points": 3, "levels": ("a", ("b",))})}))
    again = decode_facts(encode_facts(facts))
    assert again == facts
    assert hash(again) == hash(facts)


def test_what_is_no_fact_is_not_encoded() -> None:
    with pytest.raises(TypeError, match="object has no plain form"):
        encode_facts({"owner": object()})


def test_a_fact_of_an_unknown_kind_is_not_decoded() -> None:
    with pytest.raises(msgspec.ValidationError):
        decode_changes(b'{"evidence":"three"}')


@pytest.mark.parametrize("kind", RECORDS, ids=lambda kind: kind.__name__)
@settings(max_examples=3)
@given(data=st.data())
def test_a_record_of_facts_cannot_change(kind: type[Any], data: st.DataObject) -> None:
    record = data.draw(values(kind))
    for name in record.__struct_fields__:
        with pytest.raises(AttributeError):
            setattr(record, name, None)


def test_r32_the_latest_fix_is_proved_only_by_its_own_verification() -> None:
    assert not Cycle().proved
    assert not Cycle(fix=2, proof=1).proved
    assert Cycle(fix=2, proof=2).proved


def test_r22_an_identity_is_checked_when_evidence_of_it_was_found_genuine() -> None:
    assert not Facts(identity=frozenset({"E1"}), checked=frozenset({"E2"})).identity_checked
    assert Facts(identity=frozenset({"E1"}), checked=frozenset({"E1", "E2"})).identity_checked


COUNTED = Facts(evidence=2, questions=1, referrals=1, tasks=1, options=12, compensations=1, messages=1, blocks=1)


@pytest.mark.parametrize("part", ["E1", "E2", "Q1", "R1", "T1", "O12", "C1", "M1", "B1"])
def test_a_numbered_part_that_was_recorded_is_there(part: str) -> None:
    assert COUNTED.has_part(part)


NO_PARTS = ["", "E", "E0", "E3", "E01", "e1", "X1", "1", "E-1", "E1 ", "E1\n", "E١", "E" + "9" * 5000]


@pytest.mark.parametrize("part", NO_PARTS, ids=range(len(NO_PARTS)))
def test_any_other_part_is_not(part: str) -> None:
    assert not COUNTED.has_part(part)


@given(st.text())
def test_any_text_may_be_asked_for(part: str) -> None:
    assert isinstance(COUNTED.has_part(part), bool)


def test_words_and_times_have_their_types_again() -> None:
    now = datetime(2026, 3, 2, 9, tzinfo=UTC)
    again = decode_facts(encode_facts(Facts(grade=Grade.A, closed_at=now, waits=(Wait("R1", "party", "bank", now),))))
    assert again.grade is Grade.A
    assert again.closed_at == now
    assert again.waits[0].due == now


def test_only_a_frozen_map_is_a_kind_of_fact_of_our_own() -> None:
    with pytest.raises(NotImplementedError):
        module._hook(complex, 1)


SOLVED = Facts(told_solved=frozenset({"M2"}), cycle=Cycle(number=2, fix=1, proof=1))


@pytest.mark.parametrize(
    ("facts", "key", "holds"),
    [
        (SOLVED, MessageKey("C-1", 2, 1, "M2"), True),
        (SOLVED, MessageKey("C-1", 2, 1, "M1"), True),  # it claims nothing
        (SOLVED, MessageKey("C-1", 1, 1, "M2"), False),
        (msgspec.structs.replace(SOLVED, cycle=Cycle(number=2, fix=2, proof=1)), MessageKey("C-1", 2, 1, "M2"), False),
        (msgspec.structs.replace(SOLVED, state=State.MERGED), MessageKey("C-1", 2, 1, "M2"), False),
    ],
)
def test_what_says_that_it_is_solved_holds_as_long_as_its_proof(facts: Facts, key: MessageKey, holds: bool) -> None:
    """R32: else a customer reads on the page of a fix that was taken back."""
    assert facts.holds(key) is holds


def test_the_worst_grade_comes_first_in_a_list_and_none_comes_last() -> None:
    ranks = [Facts(grade=grade).rank for grade in (Grade.E, Grade.A, Grade.B, Grade.C, None)]
    assert ranks == [0, 1, 2, 3, 4]


def test_a_reply_is_awaited_since_the_first_sign() -> None:
    """Else who has waited longest is answered last."""
    first, second = (datetime(2026, 3, 2, hour, tzinfo=UTC) for hour in (9, 10))
    assert Facts().waits_since is None
    assert Facts(signs=(Sign(SignKind.WORDS, second), Sign(SignKind.EVIDENCE, first))).waits_since == first
