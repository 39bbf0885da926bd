"""What the machine of the kit takes for a lost message, and what not."""

from datetime import timedelta

from complaintflow import Desk, commands as c
from complaintflow.testing import FrozenClock
from complaintflow.testing.message_log import MessageLog, announced_messages
from tests import stories as s


def test_news_that_a_dispute_overtook_is_dropped_on_record_and_so_not_lost() -> None:
    """Otherwise the machine would accuse every sound store and desk."""
    clock = FrozenClock(s.T0)
    with Desk.open("memory://", clock=clock) as desk:
        id = desk.receive(s.receive(), s.triage(), by=s.SYSTEM).id
        desk.do(id, c.AddEvidence("log", "gateway", "two captures"), c.CheckEvidence("E1", "true"), by=s.LI)
        desk.do(id, c.ExplainPlan("no part is left", "a new batch", s.T0 + timedelta(days=90)), by=s.LI)
        log = MessageLog()
        news = c.Update("customer", "you wait", None, "we asked", "we ask again", s.T0 + timedelta(days=1))
        desk.do(id, news, c.Dispute(s.HEARD), by=s.LI)
        histories = {id: desk.history(id)}
        assert announced_messages(histories)[-1] in log.find_lost(histories, visible=())
        desk.deliver()
        histories = {id: desk.history(id)}
        assert announced_messages(histories)[-1] not in log.find_lost(histories, visible=())
