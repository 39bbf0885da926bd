"""English words of a claim as hasty people write them: a letter lost, doubled or changed for its neighbour."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from complaintflow.wording.patterns import compile_late


def word_list(text: str) -> frozenset[str]:
    """The words of a text, each once."""
    return frozenset(text.split())


_OFTEN_MISSPELT = word_list(
    "solved resolved fixed repaired restored refunded reimbursed returned reversed corrected rectified sorted settled"
    " unlocked unblocked reinstated reactivated reconnected recovered cleared credited problem issue working works"
    " completed complete successfully already account everything again finished removed handled money fault"
)
_REAL = word_list(
    "solve resolve reverse competes sored soled revered restores settles handles setted handed finish clear"
    " correct credit"
    " refund return repair restore repaire issued issues faults problems works words word sort remove move"
    " removes moved fat"
    " cleaned cared leared fined stored stated unlicked sotted moneys monkey honey fix handle gain gains"
    " against shorted"
    " recover unlock unblock reimburse reactivate reconnect reinstate rectify settle workings worked"
)
_TEXTED = {
    "ur": "your",
    "thx": "thanks",
    "wrk": "work",
    "wrks": "works",
    "wrkng": "working",
    "wrking": "working",
    "workin": "working",
    "fixt": "fixed",
    "prob": "problem",
    "probs": "problems",
    "prblm": "problem",
    "slvd": "solved",
    "rslvd": "resolved",
    "sortd": "sorted",
    "fxd": "fixed",
    "rfnd": "refund",
    "acct": "account",
    "acc": "account",
    "bak": "back",
    "dun": "done",
    "alrdy": "already",
    "hv": "have",
    "bn": "been",
    "nw": "now",
    "gd": "good",
    "evrything": "everything",
    "fiksed": "fixed",
    "problm": "problem",
    "workng": "working",
    "wroking": "working",
}
_NEAR_KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")


def _slips(word: str) -> Iterator[str]:
    """The word with one slip: a letter left out, written twice, exchanged with the next, or hit beside."""
    for place in range(1 if len(word) > 5 else 2, len(word)):
        yield word[:place] + word[place + 1 :]
        yield word[:place] + word[place] + word[place:]
        yield word[: place - 1] + word[place] + word[place - 1] + word[place + 1 :]
        for row in _NEAR_KEYS:
            at = row.find(word[place])
            if at >= 0:
                yield from (word[:place] + key + word[place + 1 :] for key in row[max(at - 1, 0) : at + 2])


def _misspellings() -> dict[str, str]:
    slips = {slip: word for word in sorted(_OFTEN_MISSPELT) for slip in _slips(word)}
    for word in _OFTEN_MISSPELT | _REAL:
        slips.pop(word, None)
    return slips | _TEXTED


MISSPELT = _misspellings()
"""What each misspelling means."""
_WORD = compile_late("[a-z]+")


def spell(sentence: str, words: Sequence[str]) -> str:
    """The sentence of these words, with the misspelt ones as they are meant."""
    if MISSPELT.keys().isdisjoint(words):
        return sentence
    return _WORD.sub(lambda found: MISSPELT.get(found.group(), found.group()), sentence)
