"""The recorded history under another policy: what people said and did is told again, the rest follows anew."""

from complaintflow.desk.backtesting.outcome import Backtest, Difference, Unrepeated
from complaintflow.desk.backtesting.retelling import People, backtest

__all__ = ["Backtest", "Difference", "People", "Unrepeated", "backtest"]
