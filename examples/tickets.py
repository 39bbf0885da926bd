"""Tickets of a helpdesk and their complaints, in one transaction: `uvicorn --app-dir examples tickets:app`.

It needs the extras `fastapi` and `sql`; with `HELPDESK_DATABASE=postgresql://…` the extra `postgresql`.
"""

import os

from fastapi import FastAPI, HTTPException
from pydantic import BaseModel
from sqlalchemy import create_engine
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column

from complaintflow import Actor, ComplaintflowError, Customer, Desk, problem
from complaintflow.commands import Close, Receive

URL = os.environ.get("HELPDESK_DATABASE", "sqlite+sql:///helpdesk.db")
LI = Actor("li", roles={"agent"}, team="payments")  # here stands whoever your login knows

desk = Desk.open(URL)
engine = create_engine(URL.replace("postgresql:", "postgresql+psycopg:").replace("sqlite+sql:", "sqlite:"))
app = FastAPI(title="Tickets")


class Base(DeclarativeBase):
    """The tables of the house."""


class Ticket(Base):
    """A ticket, with the complaint that it is about."""

    __tablename__ = "tickets"
    number: Mapped[str] = mapped_column(primary_key=True)
    complaint: Mapped[str]
    open: Mapped[bool] = mapped_column(default=True)


class Filed(BaseModel):
    """What a form sends."""

    number: str
    customer: str
    words: str


Base.metadata.create_all(engine)


@app.post("/tickets")
def file_ticket(filed: Filed) -> dict[str, str]:
    """A number that is taken fails at the flush, when the complaint is there already: both are taken back."""
    try:
        with Session(engine) as session, session.begin():
            complaint = desk.on(session).receive(Receive("app", Customer(filed.customer), filed.words), by=LI)
            session.add(Ticket(number=filed.number, complaint=complaint.id))
    except IntegrityError:
        raise HTTPException(409, "this number is taken") from None
    return {"complaint": complaint.id}


@app.post("/tickets/{number}/close")
def close_ticket(number: str) -> dict[str, str]:
    """The ticket stays open as long as the rules keep the complaint open."""
    with Session(engine) as session, session.begin():
        ticket = session.get_one(Ticket, number)
        ticket.open = False
        try:
            desk.on(session).do(ticket.complaint, Close(), by=LI)
        except ComplaintflowError as error:
            raise HTTPException(409, problem(error)) from None
        return {"complaint": ticket.complaint}
