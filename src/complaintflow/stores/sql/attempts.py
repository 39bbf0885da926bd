"""One transaction from its first look to its commit, and what is said when others were faster."""

from __future__ import annotations

from collections.abc import Callable, Generator
from contextlib import contextmanager, suppress
from threading import local

from complaintflow.errors import Overtaken, StoreError, UnreadableRecord
from complaintflow.stores.sql.session import Session


class Attempts:
    """The transactions of a store. When one is overtaken, the next one of its thread takes its turn at once.

    `knows_words` is what its sessions know of encrypted words: see `Turns`.
    """

    def __init__(self, *, knows_words: bool = False) -> None:
        self._late = local()
        self._knows_words = knows_words

    @contextmanager
    def deciding(
        self, session: Session, commit: Callable[[], object], take_back: Callable[[], object]
    ) -> Generator[Session, None, None]:
        """Within the block somebody reads and writes; then it is committed, or all is taken back.

        What was refused by what stands no more is decided again.
        """
        session.knows_words = self._knows_words
        try:
            if session.writes and self._was_late():
                session.take_turn()
            yield session
            if session.writes:
                session.finish()
            commit()
            self._knows_words = session.knows_words
        except BaseException as error:
            misled = session.writes and _may_be_misled(error) and _is_misled(session)
            with suppress(StoreError):
                take_back()
            self._late.here = misled or isinstance(error, Overtaken)
            if misled:
                raise Overtaken(session.database, "what it had read was changed meanwhile", "try again") from None
            raise
        finally:
            session.end()

    def _was_late(self) -> bool:
        late, self._late.here = getattr(self._late, "here", False), False
        return bool(late)


def _may_be_misled(error: BaseException) -> bool:
    """Whether it may be said for what was read: a refusal, and not a fault of the database."""
    return isinstance(error, Exception) and (isinstance(error, UnreadableRecord) or not isinstance(error, StoreError))


def _is_misled(session: Session) -> bool:
    with suppress(StoreError):
        return session.was_misled()
    return False
