"""R3: the bureau's complaints are read row by row; none is lost, and none stops the others."""

from __future__ import annotations

import csv
import io
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from complaintflow.intakes import sample_csv
from complaintflow.intakes._records import LINE_CHARS, read_records
from complaintflow.intakes.cfpb import CHANNELS, COLUMNS, CfpbIntake, open_csv
from complaintflow.plugins import Incoming, Intake, Unreadable

ROW = {
    "complaint_id": "37224",
    "date_received": "2012-04-04",
    "date_sent_to_company": "2012-04-25",
    "product": "Mortgage",
    "sub_product": "FHA mortgage",
    "issue": "Settlement process",
    "sub_issue": "Costs",
    "narrative": "They took {$400.00}\ntwice.",
    "company": "Company 001",
    "state": "NY",
    "tags": "Older American",
    "submitted_via": "Web",
    "company_response": "Closed with explanation",
    "timely_response": "Yes",
    "consumer_disputed": "No",
}
HEADER = ",".join(COLUMNS) + "\n"
Read = list[Incoming | Unreadable]


def read(text: str) -> Read:
    intake: Intake = CfpbIntake()
    return list(intake.read(io.StringIO(text, newline="")))


def line(**changes: str) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerow({**ROW, **changes}.values())
    return out.getvalue()


def one(**changes: str) -> Incoming:
    (found,) = read(HEADER + line(**changes))
    assert isinstance(found, Incoming)
    return found


def reason(**changes: str) -> str:
    (found,) = read(HEADER + line(**changes))
    assert isinstance(found, Unreadable)
    assert found.line == 2
    return found.reason


@pytest.fixture(scope="module")
def all_rows() -> Read:
    with open_csv(sample_csv()) as source:
        return list(CfpbIntake().read(source))


def test_all_500_rows_of_the_sample_are_read(all_rows: Read) -> None:
    assert Counter(type(row) for row in all_rows) == {Incoming: 500}


def test_every_key_of_the_sample_is_its_own(all_rows: Read) -> None:
    assert len({row.key for row in all_rows if isinstance(row, Incoming)}) == 500


def test_a_line_number_is_that_of_the_file(all_rows: Read) -> None:
    lines = sample_csv().read_text(encoding="utf-8").split("\n")
    for row in all_rows:
        assert isinstance(row, Incoming)
        assert lines[row.line - 1].startswith(row.key.removeprefix("cfpb:") + ",")


def test_the_sample_is_read_the_same_way_twice(all_rows: Read) -> None:
    with open_csv(sample_csv()) as source:
        assert list(CfpbIntake().read(source)) == all_rows


def test_every_column_of_the_sample_is_kept_somewhere() -> None:
    found = one()
    kept = {**found.command.data(), **found.command.snapshot, **found.outcome, "channel": "Web", "key": "37224"}
    assert {value for value in ROW.values() if value not in kept.values()} == set()


def test_three_complaints_of_the_sample_were_sent_before_they_were_received(all_rows: Read) -> None:
    noted = [row for row in all_rows if isinstance(row, Incoming) and "note" in row.command.snapshot]
    assert len(noted) == 3


def test_the_customer_is_named_by_the_complaint_and_answered_through_the_portal() -> None:
    customer = one().command.customer
    assert (customer.id, customer.language) == ("cfpb:37224", "en")
    assert dict(customer.contact) == {"portal": "cfpb:37224"}


def test_the_fields_are_those_of_the_row() -> None:
    command = one().command
    found = (command.respondent, command.product, command.category, command.region, command.description)
    assert found == ("Company 001", "Mortgage", "FHA mortgage", "NY", "They took {$400.00}\ntwice.")


def test_the_key_is_the_id_of_the_bureau() -> None:
    assert one().key == "cfpb:37224"


@pytest.mark.parametrize(("way", "channel"), CHANNELS.items())
def test_each_way_in_has_its_channel(way: str, channel: str) -> None:
    assert one(submitted_via=way).command.channel == channel


def test_the_ways_in_are_these() -> None:
    assert set(CHANNELS.values()) == {"web", "referral", "phone", "post", "fax", "email"}


def test_type_and_area_stay_blank_since_the_bureau_has_neither() -> None:
    assert (one().command.type, one().command.area) == ("", "")


def test_the_time_of_the_incident_is_not_made_up() -> None:
    assert one().command.occurred_at is None


def test_the_snapshot_keeps_the_original_dates_and_labels() -> None:
    names = ("date_received", "date_sent_to_company", "issue", "sub_issue", "tags")
    assert dict(one().command.snapshot) == {name: ROW[name] for name in names}


def test_what_became_of_it_is_in_the_outcome_alone() -> None:
    found = one()
    names = ("company_response", "timely_response", "consumer_disputed")
    assert dict(found.outcome) == {name: ROW[name] for name in names}
    assert not set(names) & set(found.command.snapshot)


def test_what_the_source_left_blank_is_left_out() -> None:
    found = one(tags="", consumer_disputed="", date_sent_to_company="")
    assert not {"tags", "date_sent_to_company"} & set(found.command.snapshot)
    assert "consumer_disputed" not in found.outcome


def test_a_complaint_without_narrative_is_described_by_its_labels() -> None:
    command = one(narrative=" ").command
    expected = "No narrative was published. Product: Mortgage / FHA mortgage. Issue: Settlement process / Costs."
    assert command.description == expected
    assert command.snapshot["narrative"] == "not published"


def test_a_label_that_is_missing_is_called_so() -> None:
    command = one(narrative="", issue="", sub_issue="").command
    assert command.description.endswith("Issue: not named.")


def test_sent_before_received_is_kept_with_a_note() -> None:
    snapshot = one(date_sent_to_company="2012-04-03").command.snapshot
    assert snapshot["date_sent_to_company"] == "2012-04-03"
    assert snapshot["note"] == "sent to the company before it was received"


def test_sent_on_the_day_it_was_received_needs_no_note() -> None:
    assert "note" not in one(date_sent_to_company="2012-04-04").command.snapshot


def test_the_narrative_and_the_contact_are_not_shown_in_a_log() -> None:
    shown = repr(one())
    assert "took" not in shown
    assert "portal" not in shown


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"complaint_id": ""}, "complaint_id is no number: nothing"),
        ({"complaint_id": "x1"}, "complaint_id is no number: 'x1'"),
        ({"complaint_id": "٣"}, "complaint_id is no number: '\\u0663'"),
        ({"date_received": ""}, "date_received is no date: nothing"),
        ({"date_received": "2012-02-30"}, "date_received is no date: '2012-02-30'"),
        ({"date_received": "2012-W14-3"}, "date_received is no date: '2012-W14-3'"),
        ({"date_sent_to_company": "04/25/2012"}, "date_sent_to_company is no date: '04/25/2012'"),
        ({"narrative": "", "product": "", "issue": " "}, "neither narrative nor product nor issue"),
        ({"narrative": "a\0b"}, "narrative is not a text without NUL characters"),
        ({"company_response": "a\udcffb"}, "company_response is not a text without lone surrogates"),
    ],
)
def test_a_row_that_cannot_be_read_says_why(changes: dict[str, str], expected: str) -> None:
    assert reason(**changes) == expected


def test_an_unknown_way_in_is_not_guessed() -> None:
    assert reason(submitted_via="Owl").startswith("submitted_via is none of Web, Referral")


def test_everything_that_is_wrong_with_a_row_is_named_at_once() -> None:
    assert len(reason(complaint_id="", date_received="", submitted_via="").split("; ")) == 3


def test_a_reason_shows_little_of_what_slipped_into_the_wrong_column() -> None:
    assert reason(date_received="My name is Mary and I live in") == "date_received is no date: 'My name is Mary a...'"


def test_an_id_that_was_seen_before_is_unreadable() -> None:
    first, second = read(HEADER + line() + line())
    assert isinstance(first, Incoming)
    assert second == Unreadable(4, "complaint_id 37224 stands in line 2 already")


def test_a_narrative_over_several_lines_moves_the_lines_after_it() -> None:
    assert [row.line for row in read(HEADER + line() + "\n" + line(complaint_id="2"))] == [2, 5]


def test_a_row_with_too_few_columns_is_unreadable_and_the_next_is_read() -> None:
    broken, good = read(HEADER + "1,2\n" + line())
    assert broken == Unreadable(2, "2 columns instead of 15")
    assert isinstance(good, Incoming)


def test_a_stray_quote_does_not_swallow_the_rows_after_it() -> None:
    stray = line(complaint_id="1").replace('twice."', "twice.")
    rows = read(HEADER + line() + stray + line(complaint_id="2") + line(complaint_id="3"))
    assert [type(row) for row in rows] == [Incoming, Unreadable, Incoming, Incoming]
    broken = rows[1]
    assert isinstance(broken, Unreadable)
    assert broken.reason.endswith("(lines 4 to 5)")


def test_a_stray_quote_in_the_last_row_is_reported() -> None:
    assert read(HEADER + '7,"never closed') == [Unreadable(2, "unexpected end of data")]


def test_a_field_that_is_too_long_for_csv_is_reported_and_the_next_row_is_read() -> None:
    broken, good = read(HEADER + line(narrative="a" * 200_000) + line(complaint_id="2"))
    assert isinstance(broken, Unreadable)
    assert "field" in broken.reason
    assert isinstance(good, Incoming)


@pytest.mark.parametrize("text", ["", "\n", "\r\n\n"])
def test_an_empty_file_lacks_every_column(text: str) -> None:
    (found,) = read(text)
    assert isinstance(found, Unreadable)
    assert (found.line, found.reason.count("no column")) == (1, 15)


def test_a_wrong_header_is_one_row_that_names_every_problem() -> None:
    found = read(HEADER.replace("tags", "state").replace("issue,", "Issue,", 1) + line())
    expected = "no row was read: no column issue; no column tags; an unknown column 'Issue'; 2 columns state"
    assert found == [Unreadable(1, expected)]


def test_a_broken_header_is_reported() -> None:
    assert read('"complaint_id') == [Unreadable(1, "no row was read: unexpected end of data")]


def test_the_columns_may_stand_in_any_order() -> None:
    turned = ",".join(reversed(COLUMNS)) + "\n"
    out = io.StringIO()
    csv.writer(out).writerow(reversed(ROW.values()))
    assert [row.command for row in read(turned + out.getvalue()) if isinstance(row, Incoming)] == [one().command]


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm() -> None:
    (found,) = read("\ufeff" + (HEADER + line(narrative="one line")).replace("\n", "\r\n"))
    assert isinstance(found, Incoming)


def test_a_bad_byte_spoils_its_own_row_only(tmp_path: Path) -> None:
    file = tmp_path / "bad.csv"
    file.write_bytes((HEADER + line(narrative="BAD") + line(complaint_id="2")).encode().replace(b"BAD", b"\xff"))
    with open_csv(file) as source:
        broken, good = CfpbIntake().read(source)
    assert broken == Unreadable(2, "narrative is not a text without lone surrogates")
    assert isinstance(good, Incoming)


def test_a_source_that_cannot_be_decoded_says_where_it_ended() -> None:
    head = (HEADER + line()).encode()
    source = io.TextIOWrapper(io.BytesIO(head + b" " * 10_000 + b"\n\xff\n"), encoding="utf-8", newline="")
    found = list(CfpbIntake().read(source))
    assert isinstance(found[0], Incoming)
    last = found[-1]
    assert isinstance(last, Unreadable)
    assert last.reason == "not utf-8, and nothing after it can be read"


@given(st.text())
def test_no_text_at_all_stops_the_reading(text: str) -> None:
    assert [type(row) for row in read(text)] == [Unreadable]  # none of them begins with the header


PIECE = st.sampled_from([*'",\n\r x\0', "\ud800", "2012-04-04", "37224", "Web", line(), line(complaint_id="5")])


@given(st.lists(PIECE, max_size=30).map("".join))
def test_every_line_belongs_to_exactly_one_row(body: str) -> None:
    found = read(HEADER + body)
    lines = [row.line for row in found]
    assert lines == sorted(set(lines))
    assert bool(found) == bool(body.strip("\r\n"))


@given(st.lists(st.fixed_dictionaries({name: st.text(max_size=8) for name in COLUMNS}), max_size=6))
def test_well_formed_csv_gives_as_many_rows_as_it_has(rows: list[dict[str, str]]) -> None:
    out = io.StringIO()
    csv.writer(out, quoting=csv.QUOTE_ALL).writerows(row.values() for row in rows)
    assert len(read(HEADER + out.getvalue())) == len(rows)


@given(st.integers(0, 9), st.integers(0, 300), st.sampled_from(['"', ',"', "\0", ",", "\n", '\n"\n']))
def test_dirt_in_one_row_leaves_the_rows_after_it_whole(place: int, at: int, dirt: str) -> None:
    rows = [line(complaint_id=str(100 + number), narrative=f"My {number}. loan") for number in range(10)]
    row = rows[place]
    rows[place] = row[: at % len(row)] + dirt + row[at % len(row) :]
    found = {row.key for row in read(HEADER + "".join(rows)) if isinstance(row, Incoming)}
    assert {f"cfpb:{100 + number}" for number in range(10) if number != place} <= found


def test_a_file_without_line_ends_is_read_in_pieces(tmp_path: Path) -> None:
    file = tmp_path / "one.csv"
    file.write_text(",".join(COLUMNS) + "\n" + "x" * (3 * LINE_CHARS) + "\n", encoding="utf-8")
    with open_csv(file) as source:
        records = [*read_records(source, lambda _: False)]
    assert len(records) > 2
    assert all(record.broken for record in records[1:])
