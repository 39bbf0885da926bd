"""R36: the customer rates the handling by a link, while it is closed and in the archive."""

from __future__ import annotations

import attrs

from complaintflow.commands import Receive, Survey
from complaintflow.desk.unit_of_work import UnitOfWork
from complaintflow.errors import Refused
from complaintflow.plugins import SurveyLink
from complaintflow.record.complaint import Complaint
from complaintflow.values import Actor
from complaintflow.vocabulary import State


def rate(work: UnitOfWork, link: SurveyLink, survey: Survey, language: str, new_id: str) -> Complaint:
    """Record it. Nobody answers what is written in an archived record, so that is a complaint of its own."""
    complaint, by = work.load(link.complaint), Actor.customer(link.customer)
    if refusal := link.check_current(complaint):
        raise Refused(link.complaint, Survey.__name__, (refusal.in_language(language),))
    if complaint.stage != State.ARCHIVED or not survey.wants_answer:
        return work.do(link.complaint, (survey,), by)
    facts = complaint.facts
    follow_up = Receive(facts.channel, complaint.customer, survey.comment, follows=complaint.id)
    rated = work.do(link.complaint, (attrs.evolve(survey, comment=""),), by)
    work.receive(new_id, follow_up, by)
    return rated
