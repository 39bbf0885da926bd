"""The default clocks, with their calendars and levels.

The comments mark as "ours" what the requirements leave open.
"""

from __future__ import annotations

from complaintflow._validation.structure import FrozenMap
from complaintflow.policy.clock_rules import SILENT_AFTER, UNANSWERED_AFTER, CalendarRule, ClockRule, Level
from complaintflow.vocabulary import Then

_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

CALENDARS = FrozenMap(
    {
        "awake": CalendarRule(hours=FrozenMap(dict.fromkeys(_DAYS, ("08:00-22:00",)))),
        "office": CalendarRule(hours=FrozenMap(dict.fromkeys(_DAYS[:5], ("09:00-12:00", "13:00-18:00")))),
    }
)
"""`office` is Monday to Friday, `awake` every day from 08:00 to 22:00. `always` needs no rule."""

LEVELS = (Level("lead", 0, ("lead",)), Level("manager", 100, ("manager",)))
"""The lead is told at the breach, the manager after the same time again (ours)."""

# Commands stand here by name, because the policy must not import them. `tests/policy/test_policy.py` checks the names.
CLOCKS = FrozenMap(
    {
        # R2: a person answers; for an ordinary customer of an instant channel the automatic reply counts as well
        "first_response_vip": ClockRule(
            "R2",
            ("received",),
            ("answered_by_person",),
            budget="promises.first_response_instant_vip",
            only=("instant", "vip"),
            pauses=False,
            warn=(50,),
        ),
        "first_response_instant": ClockRule(
            "R2",
            ("received",),
            ("acknowledged", "answered_by_person"),
            budget="promises.first_response_instant",
            only=("instant", "not vip"),
            pauses=False,
            warn=(50,),
        ),
        "first_response": ClockRule(
            "R2",
            ("received",),
            ("answered_by_person",),
            budget="promises.first_response_asynchronous",
            only=("asynchronous",),
            pauses=False,
        ),
        # R33: what came from the customer and no person has handled yet, after the end as well (the times are ours)
        "next_response_vip": ClockRule(
            "R33",
            ("reply_awaited",),
            ("reply_settled",),
            cancelled=(),
            budget="promises.next_response_instant_vip",
            only=("instant", "vip"),
            pauses=False,
            warn=(50,),
        ),
        "next_response_instant": ClockRule(
            "R33",
            ("reply_awaited",),
            ("reply_settled",),
            cancelled=(),
            budget="promises.next_response_instant",
            only=("instant", "not vip"),
            pauses=False,
            warn=(50,),
        ),
        "next_response": ClockRule(
            "R33",
            ("reply_awaited",),
            ("reply_settled",),
            cancelled=(),
            budget="promises.next_response_asynchronous",
            only=("asynchronous",),
            pauses=False,
            warn=(50, 80),
        ),
        # R9: counted from the beginning of the cycle; a new grade recalculates them and restarts nothing
        "mitigation": ClockRule(
            "R9",
            ("begun",),
            ("mitigated",),
            budget="promises.emergency_mitigated",
            only=("grade E",),
            pauses=False,
            warn=(50, 80),
        ),
        "cause": ClockRule(
            "R9", ("begun",), ("FindCause",), budget="promises.high_cause_found", only=("grade A",), warn=(50, 80)
        ),
        "closure": ClockRule(
            "R9", ("begun",), ("notice_delivered",), budget="promises.medium_closed", only=("grade B",)
        ),
        "direction": ClockRule(
            "R9", ("begun",), ("direction_told",), budget="promises.low_answered", only=("grade C",)
        ),
        # R15: how often the customer gets news (hours by grade are ours), R28: every 6 h while a party works on it
        "customer_news": ClockRule(
            "R15",
            ("triaged", "untold"),
            ("answered",),
            cancelled=("ended", "notice_delivered"),
            by_grade=FrozenMap({"E": "2h", "A": "6h", "B": "24h", "C": "72h"}),
            renews=True,
        ),
        "third_party_news": ClockRule(
            "R28",
            ("Refer",),
            ("answered",),
            budget="promises.third_party_news",
            only=("party waits",),
            pauses=False,
            renews=True,
        ),
        # R26a: a time named to the customer is a deadline
        "named_time": ClockRule("R26a", ("named_next",), ("answered",), named="next_at", pauses=False),
        "compensation": ClockRule(
            "R26a",
            ("Compensate",),
            ("payment_proved",),
            cancelled=("RefuseCompensation", "given_up"),
            named="arrives",
            each="compensation",
            merged=True,
        ),
        "plan": ClockRule(
            "R26a",
            ("ExplainPlan",),
            ("plan_kept", "Resolve"),
            cancelled=("ExplainPlan", "disputed", "given_up"),
            named="expected_by",
        ),
        "task": ClockRule("R27", ("AddTask",), ("FinishTask", "CancelTask"), cancelled=(), named="due", each="task"),
        "referral": ClockRule("R28", ("Refer",), ("PartyReply",), named="expected_by", each="referral"),
        "feedback": ClockRule("R28", ("Refer",), ("answered",), named="feedback_at", each="referral"),
        "stakeholder_news": ClockRule(
            "R15", ("Watch",), ("stakeholders_told",), budget="24h", pauses=False, renews=True, tells=("owner",)
        ),
        "daily_progress": ClockRule(
            "R29",
            ("team_joined",),
            ("team_progress",),
            cancelled=("team_left",),
            budget="daily 10:00",
            each="team",
            pauses=False,
            renews=True,
        ),
        # R21: as early as possible (the times are ours), counted from the moment it became serious
        "call_first": ClockRule(
            "R21",
            ("serious",),
            ("called",),
            by_grade=FrozenMap({"E": "15min", "A": "1h"}),
            only=("serious",),
            pauses=False,
        ),
        "review": ClockRule(
            "R30",
            ("triaged",),
            ("breakthrough", "RecordReview"),
            budget="promises.review_after",
            tells=("service lead", "technical lead", "product manager"),
        ),
        # the review is called by `Escalate`, and when `review` is missed; this clock asks daily for its decision (ours)
        "review_decision": ClockRule(
            "R30",
            ("review_called",),
            (),
            settled=("breakthrough", "RecordReview"),
            budget="24h",
            renews=True,
            tells=("service lead", "technical lead", "product manager"),
        ),
        # what we wait for from the customer (days are ours), once the question is proved to have arrived
        "answer": ClockRule(
            "R3",
            ("asked",),
            ("Answer",),
            cancelled=("ended", "unasked"),
            budget="3d",
            each="question",
            pauses=False,
            tells=("customer",),
        ),
        # R3: an unanswered question ends the complaint, with the recourse told; not after it is solved
        "unanswered": ClockRule(
            "R3",
            ("asked",),
            ("Answer",),
            cancelled=("ended", "Resolve", "unasked"),
            budget=UNANSWERED_AFTER,
            each="question",
            pauses=False,
            warn=(),
            tells=("customer",),
            then=Then.DECLINE,
        ),
        "agreement": ClockRule(
            "R25",
            ("Propose",),
            ("Agree", "Object"),
            cancelled=("ended", "offer_lapsed"),
            budget="3d",
            pauses=False,
            tells=("customer",),
        ),
        # R33: the silent window runs from delivery; nothing that the customer says moves it
        "silence": ClockRule(
            "R33",
            ("notice_delivered",),
            ("closed",),
            cancelled=("ended", "disputed", "untold"),
            budget=SILENT_AFTER,
            pauses=False,
            warn=(66,),
            tells=("customer",),
            then=Then.CLOSE,
        ),
    }
)
"""Each clock by its name."""

WORKING_HOURS = FrozenMap(dict.fromkeys(("service lead", "technical lead", "product manager"), "office"))
"""The calendar by which each of those who are told works."""
