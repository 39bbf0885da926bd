"""Who acts at once: small stories in which everything can go wrong."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import timedelta
from typing import Any

import attrs

from complaintflow import Complaint, Customer, Desk, Refused, commands as c
from complaintflow.desk.worker import Ticked
from complaintflow.policy.batches import Batches
from complaintflow.policy.sending import Sending
from complaintflow.record.keys import message_number
from tests import stories as s
from tests.stores.desks import told as told_of
from tests.stores.schedules.actors import here
from tests.stores.schedules.houses import Raw, Scene
from tests.stores.schedules.oracle import Part, Told
from tests.stores.schedules.steps import EVERYTHING, TIME, Step
from tests.stores.schedules.telling import Story

ORDER = "A-1001"


def _received(scene: Scene, name: str, **fields: Any) -> str:
    id = scene.desk("before").receive(s.receive(**{"order": ORDER, **fields}), by=s.SYSTEM).id
    scene.ids[name] = id
    return id


def _do(scene: Scene, id: str, *commands: c.Command) -> None:
    for command in commands:
        scene.desk("before").do(id, command, by=s.LI)


def _one(scene: Scene) -> None:
    """One complaint that is triaged; nothing waits."""
    _do(scene, _received(scene, "one"), s.triage(type="billing"))
    _calm(scene)


def _calm(scene: Scene) -> None:
    """Nothing is due and nothing waits."""
    scene.desk("before").tick()
    scene.desk("before").deliver()


# ── what people do


def note(text: str, complaint: str = "one", **more: Any) -> Part:
    """A note with a key."""

    def act(scene: Scene, desk: Desk) -> Complaint:
        return desk.do(scene.ids[complaint], c.Note(text), by=s.LI, key=text, **more)

    return Part(act, text, again=True)


def form(key: str, **fields: Any) -> Part:
    """The form of a web page, which may be sent twice."""

    def act(_: Scene, desk: Desk) -> Complaint:
        return desk.receive(s.receive(**{"order": ORDER, **fields}), by=s.SYSTEM, key=key)

    return Part(act, again=True)


def command(what: c.Command, complaint: str = "one", by: Any = s.LI, **more: Any) -> Part:
    return Part(lambda scene, desk: desk.do(scene.ids[complaint], what, by=by, **more))


TICK = Part(lambda _, desk: desk.tick())
TICK_ONE = Part(lambda _, desk: desk.tick(batch=1))
DELIVER = Part(lambda _, desk: desk.deliver())


# ── the stories


def _wishes(scene: Scene) -> None:
    """Two complaints about one order, for each of which a coupon is wanted."""
    for name in ("one", "other"):
        id = _received(scene, name)
        proof = c.AddEvidence("identity", "id card", "name and number agree")
        wish = s.compensate(50, "coupon", arrives=scene.now + timedelta(days=1))
        _do(scene, id, s.triage(type="billing"), proof, c.CheckEvidence("E1", "genuine"), wish)
    _calm(scene)


def _one_is_paid(_: Scene, told: Told, raw: Raw) -> Iterator[str]:
    answers = [one for one in told.actors.values() if one.done and not one.dead]
    refused = [one for one in answers if isinstance(one.error, Refused)]
    if not told.crashed and (len(refused) != 1 or len(raw.of("ApproveCompensation")) != 1):
        yield f"of two who pay, {len(refused)} were refused"


PAY = c.ApproveCompensation("C1")
PAYING = Story(
    "two pay one order", _wishes, {"li": command(PAY), "wang": command(PAY, "other", by=s.WANG)}, _one_is_paid
)


def _complain(_: Scene, desk: Desk) -> Complaint:
    return desk.receive(s.receive(customer=Customer("u-5")), by=s.SYSTEM)


COMPLAINING = Story("a complaint comes in while a tick looks", _one, {"page": Part(_complain), "tick": TICK})


def _one_form(_: Scene, told: Told, raw: Raw) -> Iterator[str]:
    answers = {one.answer.id for one in told.actors.values() if one.answered}
    answers |= {one.id for one in told.answers.values() if isinstance(one, Complaint)}
    if len(answers) > 1 or len(raw.complaints) != 2:
        yield f"doubled: one form became {len(raw.complaints) - 1} complaints, and was answered by {sorted(answers)}"
    failed = [one for one in told.answers.values() if isinstance(one, Exception)]
    if failed:
        yield f"who sent the form again was told: {failed[0]}"


FORMS = Story("a form is sent twice", _one, {"page": form("form-1"), "retry": form("form-1")}, _one_form)


def _know_each_other(_: Scene, told: Told, raw: Raw) -> Iterator[str]:
    """R5: the later one names the earlier, and that one has a sign of the later."""
    came = [one.complaint for one in raw.of("Receive") if raw.complaints[one.complaint]["customer"] == "u-5"]
    for nth, id in enumerate(came):
        own = next(one for one in raw.of("Receive") if one.complaint == id)
        named = set(map(str, own.changes.get("duplicates") or ()))
        if not {*came[:nth]} <= named:
            yield f"{id} does not say that it may repeat {came[:nth]}, but {sorted(named)}"
        signs = {one.data["source"] for one in raw.of("ComplainAgain") if one.complaint == id}
        if signs != {*came[nth + 1 :]}:
            yield f"{id} has no sign of {came[nth + 1 :]}, but {sorted(signs)}"


NEW = Customer("u-5")
REPEATING = Story(
    "a new customer complains twice",
    _one,
    {"page": form("form-1", customer=NEW), "phone": form("form-2", customer=NEW)},
    _know_each_other,
)

NOTING = Story("two write into one complaint", _one, {"li": note("first"), "wang": note("second")})


def _one_wins(_: Scene, told: Told, raw: Raw) -> Iterator[str]:
    if len(raw.of("Note")) > 1:
        yield "both wrote on what only one of them had seen"


def _seeing(text: str) -> Part:
    def act(scene: Scene, desk: Desk) -> Complaint:
        return desk.do(scene.ids["one"], c.Note(text), by=s.LI, expect=2)

    return Part(act, text)


SEEING = Story("two write on what they saw", _one, {"li": _seeing("first"), "wang": _seeing("second")}, _one_wins)


def _same_answer(_: Scene, told: Told, raw: Raw) -> Iterator[str]:
    for name, one in told.actors.items():
        if one.error:
            yield f"{name} asked with a key for what is done, and was told: {one.error}"


RETRYING = Story(
    "a client asks again before it was answered",
    _one,
    {"client": note("same", expect=2), "retry": note("same", expect=2)},
    _same_answer,
    _same_answer,
)


def _letters(scene: Scene) -> None:
    """Two letters to the customer wait."""
    _one(scene)
    _do(scene, scene.ids["one"], s.acknowledge("您的投诉我们记下了,请放心"), s.update())


SPEAKING = Story(
    "somebody writes to the customer while a worker delivers",
    _one,
    {"li": command(s.acknowledge()), "worker": DELIVER},
)


def _waiting_letter(scene: Scene) -> None:
    _one(scene)
    _do(scene, scene.ids["one"], s.acknowledge())


_WORKERS = {"worker-1": DELIVER, "worker-2": DELIVER}
DELIVERING = Story("two workers deliver a letter", _waiting_letter, _WORKERS)
ALONE = Story("a worker delivers a letter", _waiting_letter, {"worker": DELIVER})


def _two_minutes_later(scene: Scene, _: Desk) -> None:
    actor = here()
    if actor:
        actor.stop(Step(TIME, "2 minutes later", EVERYTHING, EVERYTHING, EVERYTHING))
    scene.later(minutes=2)


LATER = Part(_two_minutes_later)
SLOW = Story("a worker is slower than its lease", _waiting_letter, {**_WORKERS, "clock": LATER}, slow=True, most=1)


def _in_order(scene: Scene, _told: Told, _raw: Raw) -> Iterator[str]:
    first = dict.fromkeys(message_number(one.id) for one in scene.way.channel.calls)
    if [*first] != sorted(first):
        yield f"the customer read the letters {[*first]} in this order"


SHARING = Story("two workers deliver two letters", _letters, _WORKERS, _in_order, most=2)


def _at_most_one_an_hour(scene: Scene, _told: Told, _raw: Raw) -> Iterator[str]:
    keys = {one.key for one in scene.way.channel.calls}
    if len(keys) > 1:
        yield f"the customer got {len(keys)} messages in an hour that allows one"


def _two_updates(scene: Scene) -> None:
    """A letter about each of two complaints waits: of one complaint no two are on their way at once."""
    _one(scene)
    _do(scene, _received(scene, "other", order="A-2002"), s.triage(type="billing"))
    scene.clock.later(hours=2)
    _calm(scene)
    for id in scene.ids.values():
        _do(scene, id, s.update())


LIMITING = Story(
    "two workers deliver to a customer who wants few letters",
    _two_updates,
    {"worker-1": DELIVER, "worker-2": DELIVER},
    judge_before=_at_most_one_an_hour,
    policy=attrs.evolve(s.CHINA, sending=Sending(per_hour=1)),
    most=2,
)


def _due(scene: Scene) -> None:
    """The first response is late, so that staff are told."""
    for name in ("one", "other"):
        _do(scene, _received(scene, name, customer=Customer(f"u-{name}"), order=""), s.triage(type="billing"))
    _calm(scene)
    scene.clock.later(hours=30)


def _looked_once(_: Scene, told: Told, raw: Raw) -> Iterator[str]:
    ticks = {name: one.answer for name, one in told.actors.items() if isinstance(one.answer, Ticked)}
    if (
        not told.crashed
        and (looked := sum(one.checked for one in ticks.values())) > 2
        and len(ticks) == len(told.actors)
    ):
        yield f"doubled: {looked} looks at 2 complaints"


TICKING = Story("two workers tick", _due, {"tick-1": TICK, "tick-2": TICK}, judge_before=_looked_once)

RECALL = c.Recall("M1", "the wrong customer")


RECALLING = Story(
    "a letter is taken back while it is sent", _waiting_letter, {"li": command(RECALL), "worker": DELIVER}
)


def _alike(scene: Scene) -> None:
    """Two customers have the same problem, which makes it a batch."""
    for name in ("one", "other"):
        customer = Customer(f"u-{name}")
        _do(scene, _received(scene, name, customer=customer, order="", area="login", type="fault"))


def _one_incident(_: Scene, told: Told, raw: Raw) -> Iterator[str]:
    incidents = {id: one["incident"] for id, one in raw.complaints.items()}
    if len(set(incidents.values())) != 1 or "" in incidents.values():
        yield f"R12: the batch is not one incident: {incidents}"


_BATCHING = attrs.evolve(s.CHINA, batches=Batches(customers=2))
BATCHING = Story(
    "two ticks find a batch", _alike, {"tick-1": TICK_ONE, "tick-2": TICK_ONE}, _one_incident, policy=_BATCHING, most=1
)


def _first_alike(scene: Scene) -> None:
    _received(scene, "one", customer=Customer("u-one"), order="", area="login", type="fault")
    _calm(scene)


JOINING = Story(
    "a batch is complete while a tick looks",
    _first_alike,
    {"page": form("form-1", customer=Customer("u-other"), order="", area="login", type="fault"), "tick": TICK},
    _one_incident,
    policy=_BATCHING,
)


def _two_customers(scene: Scene) -> None:
    for name in ("one", "other"):
        _received(scene, name, customer=Customer(f"u-{name}"), order="")
    _calm(scene)


def _following(scene: Scene, desk: Desk) -> list[bytes]:
    """Reads the ledger twice, the second time behind what it has."""
    found = list[bytes]()
    for _ in range(2):
        with desk._units.reading() as session:
            found += session.links(len(found))
    return found


def _nothing_passed_over(scene: Scene, told: Told, raw: Raw) -> Iterator[str]:
    seen = told.actors["follower"].answer
    if seen is not None:
        with scene.desk("again")._units.reading() as session:
            there = [*session.links()][: len(seen)]
        if seen != there:
            yield f"skipped: who follows the ledger has {len(seen)} events, and not the first ones"


FOLLOWING = Story(
    "somebody follows the ledger",
    _two_customers,
    {"li": note("first"), "wang": note("second", "other"), "follower": Part(_following)},
    judge_before=_nothing_passed_over,
)

AUDITING = Story(
    "an audit looks while somebody writes",
    _one,
    {"audit": Part(lambda _, desk: desk.check_integrity()), "li": note("first")},
    judge_before=lambda _, told, raw: _sound(told, raw),
)


def _sound(told: Told, _raw: Raw) -> Iterator[str]:
    answer = told.actors["audit"].answer
    if answer is not None and not answer.sound:
        yield f"the audit found a fault that is none: {answer.breaches[0]}"


def _merging(scene: Scene) -> None:
    _one(scene)
    _do(scene, _received(scene, "other"), s.triage(type="billing"))
    _calm(scene)


def _word_is_heard(scene: Scene, told: Told, raw: Raw) -> Iterator[str]:
    """What the customer says goes to the target, or came before the merge."""
    if told.crashed:
        return
    kinds = raw.kinds(scene.ids["one"])
    if "Hear" in kinds and "Merge" in kinds and kinds.index("Hear") > kinds.index("Merge"):
        yield "the customer's word went into a complaint that was merged, where nobody looks"
    if not raw.of("Hear"):
        yield "lost: the customer's word"


def _merge(scene: Scene, desk: Desk) -> Complaint:
    return desk.do(scene.ids["one"], c.Merge(scene.ids["other"]), by=s.LI)


MERGING = Story(
    "a customer writes while the complaint is merged",
    _merging,
    {"li": Part(_merge), "customer": command(c.Hear("什么时候退款?"), by=s.CUSTOMER)},
    _word_is_heard,
)


def _told(scene: Scene) -> None:
    """The customer was told that it is solved, and has said nothing for 72 hours."""
    scene.ids["one"] = told_of(scene.desk("before")).id
    _calm(scene)
    scene.clock.later(hours=72, minutes=1)


def _no_end_by_silence(scene: Scene, _told: Told, raw: Raw) -> Iterator[str]:
    """R33: who has written was not silent."""
    kinds = raw.kinds(scene.ids["one"])
    if "Hear" in kinds and "Close" in kinds[kinds.index("Hear") :]:
        yield "a complaint was closed by silence after the customer had written"


SILENCE = Story(
    "a customer writes while silence ends the complaint",
    _told,
    {"tick": TICK, "customer": command(c.Hear("什么时候退款?"), by=s.CUSTOMER)},
    _no_end_by_silence,
)


def _whole(scene: Scene) -> None:
    """A letter waits, and something is due."""
    _one(scene)
    scene.clock.later(hours=30)
    _do(scene, scene.ids["one"], s.acknowledge())


WHOLE = Story("a desk and two workers", _whole, {"li": note("first"), "tick": TICK, "worker": DELIVER}, most=2)

STORIES: Mapping[str, Story] = {
    one.name: one
    for one in (
        PAYING,
        COMPLAINING,
        FORMS,
        REPEATING,
        NOTING,
        SEEING,
        RETRYING,
        SPEAKING,
        ALONE,
        DELIVERING,
        SLOW,
        SHARING,
        LIMITING,
        TICKING,
        RECALLING,
        BATCHING,
        JOINING,
        FOLLOWING,
        AUDITING,
        MERGING,
        SILENCE,
        WHOLE,
    )
}
