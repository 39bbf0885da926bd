"""A tiny helpdesk: one complaint about a double payment, on SQLite in the present folder.

Run it with `python examples/helpdesk.py`; it writes helpdesk.db and prints what happens, a refusal too.
"""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

from complaintflow import Actor, Customer, Desk, Option, Policy, Refused, commands as c

LI = Actor("li", roles={"agent"}, team="payments")
WANG = Actor("wang", roles={"agent"}, team="payments")
CUSTOMER = Actor.customer("u-17")


def ask(desk: Desk, id: str, *commands: c.Command, by: Actor) -> None:
    """Ask for the commands and print what came of it."""
    names = " + ".join(type(command).__name__ for command in commands)
    try:
        complaint = desk.do(id, *commands, by=by)
    except Refused as refused:
        print(f"{by.id:>5}: {names} → refused")
        for refusal in refused.refusals:
            print(f"       {refusal}")
    else:
        print(f"{by.id:>5}: {names} → {complaint.state}")


def main() -> None:
    """From intake to closing."""
    notice = c.Notify(
        understood="您的订单扣了两次款",
        judged="支付网关重复扣款",
        done="第二笔已退回您的账户",
        next="请您查看账户余额",
        next_at=datetime.now(UTC) + timedelta(days=1),
    )
    words = c.Receive("app", Customer("u-17"), "我付了两次款", order=f"A-{uuid4().hex[:8]}")
    policy = Policy.from_toml('sending.reaching = ["log"]')  # here the log plays the customer's phone
    with Desk.open("sqlite:///helpdesk.db", policy=policy) as desk:
        id = desk.receive(words, by=Actor.system()).id
        ask(desk, id, c.Triage("billing", "payment"), by=LI)
        ask(desk, id, c.AddEvidence("log", "网关", "10:02 两次扣款"), c.CheckEvidence("E1", "属实"), by=LI)
        ask(desk, id, c.Propose([Option("refund", "平台规则第 7 条", "两天内到账", "无", "接受")]), by=LI)
        ask(desk, id, c.Agree("O1", "好的"), by=CUSTOMER)
        who = c.AddEvidence("identity", "身份证", "姓名一致"), c.CheckEvidence("E2", "属实")
        pay = c.Compensate("退款", 88, "CNY", datetime.now(UTC) + timedelta(days=2), "退回原支付账户")
        ask(desk, id, *who, pay, c.ApproveCompensation("C1"), by=LI)  # an option that pays is a payment
        ask(desk, id, c.Resolve("第二笔已退回"), notice, by=LI)  # nobody has verified it
        ask(desk, id, c.Resolve("第二笔已退回"), by=LI)
        ask(desk, id, c.Verify(True, "账本", "只剩一笔扣款"), notice, by=WANG)
        ask(desk, id, c.Close(), by=LI)  # the customer has not said so
        ask(desk, id, c.Confirm("收到了,谢谢"), by=CUSTOMER)
        ask(desk, id, c.Close(), by=LI)
        print(f"{len(desk.deliver().outcomes)} messages sent; {desk.check_integrity()}")


if __name__ == "__main__":
    main()
