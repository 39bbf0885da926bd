"""The recorded history under other rules.

Told again, under another policy: what people said and did, and the rest follows anew. Decided anew, by the present
version: every command by itself, over the facts that stood before it.
"""

from complaintflow.desk.backtesting.deciding import replay_check
from complaintflow.desk.backtesting.outcome import Backtest, Difference, OtherFact, ReplayCheck, Unrepeated
from complaintflow.desk.backtesting.people import People, nobody
from complaintflow.desk.backtesting.retelling import backtest

__all__ = [
    "Backtest",
    "Difference",
    "OtherFact",
    "People",
    "ReplayCheck",
    "Unrepeated",
    "backtest",
    "nobody",
    "replay_check",
]
