"""English: which words claim that it is solved, and which words around them take the claim back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from complaintflow.wording.english_spelling import MISSPELT, word_list
from complaintflow.wording.english_states import BROKEN, DEED, STATES, STEPS, STILL
from complaintflow.wording.patterns import compile_late

ADVERBS = (
    r"(?:(?:now|already|all|both|also|been|fully|completely|just|finally|successfully|since|promptly|safely"
    r"|again|totally"
    r"|entirely|properly|today|yesterday|certainly|indeed|duly|this morning|permanently|well|[a-z]{2,14}ly) ){0,3}"
)
_MENDED = (
    r"(?:(?:re)?solved|solvd|resovled|reslved|sovled|fixed|fixd|repaired|rectified|remedied|mended|sorted(?: (?:it"
    r"|that|this) )?(?: ?out)?"
    r"|(?:ironed|straightened|smoothed|worked) (?:it |that |everything )?out|taken care of|dealt with|(?:put"
    r"|set|made) (?:it |that |things |matters |this )?(?:right|straight)"
    r"|corrected|restored|re-?instated|re-?activated|re-?established|re-?connected|recovered|patched|eliminated"
    r"|redressed|re-?enabled|adjusted|settled|cleared(?: (?:up|that up|it up))?|squared (?:everything )?away"
    r"|unlocked|unblocked|unfrozen"
    r"|unsuspended|cured|squashed|nailed)"
    r"(?! (?:at|to(?! (?:completion|your|normal|its|the full|full|us|reflect|show|match|include|read|say"
    r"|display))|into|by (?!us|our|now|the team|hand"
    r"|my)|in the (?:warehouse|depot)|in the contract"
    r"|prices?|rates?|fees?|amounts?|terms?|lines?|costs?|dates?|assets|accounts|customer|tickets?|list"
    r"|cases? list|of old)\b)"
)
_PAID = (
    r"(?:refunded|reimbursed|repaid|compensated|paid(?: (?:you )?(?:back|out))?(?! by)|credited|returned"
    r"|reversed|waived|sent back|transferred"
    r"|added|applied|completed|given (?:you )?back|taken off|released|lifted|removed)"
)
_MONEY = (
    r"(?:money|refund|discount|miles|bonus|coins|gems|minutes|settlement|payout|dosh|quid|amount|sum|charges?"
    r"|payments?|transactions?|debits?|premium|fines?|penalty|penalties|bills?|invoices?|interest"
    r"|levy|surcharge|fare|booking|funds|price difference|purchase|deposit|fees?|balance|overpayment"
    r"|compensation|vouchers?|coupons?"
    r"|credits?|points|cash|postage|difference|block|hold|ban|suspension|freeze|limit|cause"
    r"|restriction|fault|error|dollars|pounds|euros?|eur"
    r"|usd|gbp|cny|yuan|request)"
)
_US = (
    r"(?:we|i|team|engineers?|technicians?|developers?|colleagues?|specialists?|staff|bank"
    r"|merchant|seller|shop|support)"
)
_HAVE = r"(?:'?ve|'?s| have| has| had)?"
_FAULT = (
    r"(?:problem|probelm|issue|fault|bug|error|glitch|trouble|outage|defect|failure|case|complaint"
    r"|matter|ticket|prob)s?"
)
_AGAIN = (
    r"(?:again|now|as (?:it should|expected|usual|before|it did before|normal|specified|designed"
    r"|intended)|normally|properly"
    r"|fine|perfectly|smoothly|like (?:new|a charm)|well)"
)
_USE = (
    r"(?:use|log ?in|sign ?in|log on|access|pay|make payments?|make calls?|order|place orders?|withdraw"
    r"|shop|call|send|receive|watch"
    r"|play|trade|continue|enjoy|open|connect|surf|check out|transfer|drive|print|book|stream|work)"
)
_END = r"(?= *(?:now|again|today|for (?:you|ya|good)|out|it|in full|[:;)(!\]✓]+|thanks?|sir|madam| )* *$)"
BARE = compile_late(rf"^(?:[a-z']{{1,16}} ){{0,6}}?{_MENDED}{_END}")
"""A clause that is little more than the word."""
_MADE_NOUN = (
    r"(?:repairs?|fix|correction|rollback|migration|switch|upgrade|porting|activation|clean-?up|swap|exchange"
    r"|return|adjustment|recovery|refund|resolution|restoration|replacement|installation|work"
    r"|job|unlock|transfer|reversal|process|payout|repayment|reimbursement)"
)

_MENDED_CLAIM = (
    r"(?<![a-z])(?:"
    rf"\b(?:is|are|was|were|been|got|gets|[a-z]{1, 12}'s|its|they're|you're|has|have|had|having|{_US}{_HAVE}"
    rf"|weve|ive|now|already"
    rf"|fully|completely|and|which|and then|then|who|consider it|has since|it) {ADVERBS}{_MENDED}"
    rf"|^(?:[a-z']{{1,16}} ){{0,6}}?{_MENDED}{_END}|^[^a-z]*{_MENDED} (?:it|that|this|your|the)\b"
    rf"|{_FAULT} ?[=\-\[(>]+ ?{_MENDED}|{_FAULT} {_MENDED}"
    r")"
)
# Something was mended: "has been fixed", "your account's unlocked", "all sorted".
_PAID_CLAIM = (
    r"(?<![a-z])(?:"
    rf"\b(?:is|are|was|were|been|{_US}{_HAVE}"
    rf"|it has|it|ive|weve|just|now|and|has|have) {ADVERBS}{_PAID}(?: (?!by\b)[a-z0-9.'-]{{1,16}}){{0,4}}?"
    rf" (?:{_MONEY}"
    rf"|you|to you|to your|on your|your (?:account|card|bank|bill))\b"
    rf"|\b{_MONEY}(?: (?!request|form|policy|of the)[a-z0-9$£€.-]+){{0,5}}? (?:is|are|was|were|been|has|have"
    rf"|had|got) {ADVERBS}{_PAID}"
    rf"|\b(?:you|we|i|just|been|now|and)(?: are|'re| were| have been|'ve been|'ve| have)? {ADVERBS}(?:refunded"
    rf"|reimbursed|repaid|compensated)\b"
    rf"|^{ADVERBS}(?:refunded|reimbursed)\b|\b(?:{_MONEY}|overcharge) (?:refunded|returned|repaid"
    rf"|reimbursed|waived)\b"
    rf"|\b{_MONEY}(?:'?s| is| are| was| has| have| went| came| landed| reached)?(?: been| now| already| just"
    rf"| both| all)*"
    r" (?:back\b|arrived|gone through|come through|went through|through|complete\b|completed|successful"
    r"|issued|processed|done\b|landed|cleared|reached (?:you|your)|on your (?:card|account)|in your (?:account|bank"
    r"|wallet))"
    rf"|\b(?:sent|gave|given|put|popped|paid|got|have|handed|wired) (?:you |your |the |all |all your ){{0,2}}(?:your "
    rf"|the )?{_MONEY} (?:back|again|in full)"
    r"|\b(?:issued|made|processed|completed|sent|paid out) (?:you )?(?:a |the |your )(?:full |partial "
    r"|complete )?(?:refund|payment|repayment)\b|\bpaid you back|\bsent you your money|\btook (?:it|that"
    r"|the charge) off|\bstopped it\b"
    r")"
)
# Money came back: "you have been refunded", "the money is back on your card".
_WORKS_CLAIM = (
    r"(?<![a-z])(?:"
    r"\bback (?:to normal|online|in business|in service|on track|in operation|up\b(?! to))|\b(?:is|are"
    r"|it's|'s|we're|you're|everything's|now) (?:back|up|live|online)(?: and running)? ?(?:on\b|again|now"
    r"|up)"
    r"|\bit'?s back(?= *(?:now|again)?$)|\bback (?:to|on|in|into) your (?:card|account|bank"
    r"|wallet)|\bnow (?:back )?(?:in|on) your (?:account|card|wallet|bank)|\b(?:is|are) "
    rf"(?!{BROKEN}\b)"
    r"[a-z]+ again\b|\bopen again\b|\bup and running|\bup again"
    r"|\bback (?:on|up|live)(?= *(?:now|sir"
    r"|madam|again)? *$)"
    rf"|\b(?:works|working|runs|running|functioning|functions|responds?|responding|performs?"
    rf"|performing|behaves?|rings?|loads?|operates) (?:[a-z]+ )?{_AGAIN}"
    rf"|\bit'?s (?:all )?working\b|\band it (?:works|runs)\b|(?<!how )(?<!if )\bit works *$|\beverything works\b"
    rf"|\bruns (?:fine|smoothly)|; it runs\b|\bis (?:now )?working\b"
    r"|\b(?:fully |all systems )(?:operational|functional)|\bin (?:full )?working order|\bis (?:operational"
    r"|stable|accessible|available) again|\bare available again|\boperational again"
    r"|\bgood to go\b|\b(?:you're|you are|we're|is|are)? ?all set\b|\ball (?:is |are )?(?:good|fine|sorted"
    r"|done|well again|clear)\b|\byou'?re (?:all )?good(?: now)?\b|\bas good as new|\bgood as new"
    rf"|\bno longer (?:exists?|occurs?|appears?|happens?|crash(?:es)?|there|an? (?:issue|problem)|charged"
    rf"|be charged|needed because)|\b(?:no more|free of) (?:errors?|problems?|trouble|crashes|issues|bugs)"
    rf"|\b{_FAULT} (?:is |has |have |'s |has now |is now )*(?:gone|over|ended|disappeared|vanished|history"
    rf"|behind|past)\b"
    r"|\bcome to an end|\ba thing of the past|\bnow history|\bbehind (?:us|you)\b|\bthat did the trick"
    r"|\bthat should do it|\bconsider it done|\bmission accomplished|\bdone and dusted|\bsorted that\b"
    r"|\bnormal service (?:has )?(?:been )?resumed|\bnothing is wrong|\bnothing left to do for you|\beverything(?: is"
    r"|'s| looks| seems)? (?:now )?(?:fine|ok|okay|in order|good|normal)\b|\b(?:all is|is all) well(?: again)?\b"
    r"|\b(?:in order|alright|all right) again"
    r"|\b(?:problem|issue|error|that|it) (?:again|any ?more)?, we've stopped|\bwon'?t (?:see|get|have) (?:that"
    r"|this|the|any)(?: [a-z]+)? (?:again|any ?more)|\bwon'?t be charged again|\bwill no longer be charged"
    r"|\bis off your list|\bclosed chapter"
    rf"|\byou (?:can|'re able to|are able to|should be able to) (?:now )?(?:{_USE}\b)(?: [a-z]+){{0,4}}? ?(?:again"
    rf"|now|as usual|normally|as before)|\byou can now {_USE}\b|\byou can {_USE}(?: it| the app)? again"
    rf"|\bshould (?:now )?(?:be |have )(?:all |now )*(?:{_MENDED} (?:now|again)|working|good"
    rf"|fine|ok)(?: [a-z]+){{0,4}}? ?(?:now"
    rf"|again|on your (?:side|end)|$)|\bworking on your (?:side|end)|\bshould (?:now )?(?:ring|work|run"
    rf"|load)(?: [a-z]+)? (?:again|now)|\bno more trouble"
    r")"
)
# It works: "back to normal", "you can use it again", "no longer an issue".
_OVER_CLAIM = (
    r"(?<![a-z])(?:"
    rf"\b{_MADE_NOUN}(?: of [a-z ]{{1,20}}?)?(?: is| was| has been| has| are| went"
    rf"| have been)? {ADVERBS}(?:complete\b"
    rf"|completed|finished|successful|carried out|in place|made\b|live\b|worked\b|done\b|over\b|through\b)"
    rf"|\b(?:successful|full) (?:resolution|repair|restoration)|\b(?:completed|finished|done with|concluded) (?:the "
    rf"|your |our )?{_MADE_NOUN}"
    r"|\b(?:managed to|were able to|was able to|succeeded in|finished|completed|done|are done) (?:fix|repair"
    r"|restor|resolv|solv|correct|unlock|mend|sort|recover|refund)(?:e|ing)?\b"
    rf"|\b(?:work|job|it|that|this|everything) (?:is|'s|was) (?:all )?(?:done|finished|completed|concluded)\b"
    rf"|\bmatter has been concluded|\bit'?s done\b|^{ADVERBS}done *$|^all done"
    r"|\b(?:has|have) been (?:installed|replaced|exchanged)|\b(?:has|have) been delivered to your"
    r"|\b(?:hot ?fix|fix|patch)(?: has been| was| is)? (?:deployed|released|rolled out)|\b(?:deployed"
    r"|released|shipped) (?:the|a) (?:hot ?fix|fix|patch)|\b(?:root )?cause (?:has been |was "
    r"|is )?(?:removed|eliminated)|\bdelivered and installed|\brolled it back, so it works"
    r"|\bfor good *$|\b(?:issued|has been issued) and credited"
    r"|\bcoupon is in your account"
    r")"
)
# The work on it is over: "the repair is complete", "we managed to fix it".

_REPORTER = (
    r"(?:you|they|he|she|some (?:customers|users)|customers?|users?|merchant|seller|shop|store|bank|courier"
    r"|carrier|supplier|vendor"
    r"|partner|technician|colleague|page|app|system|provider|operator|driver|warehouse|manufacturer|landlord"
    r"|agent|team there|it)"
)
OPEN = compile_late(
    rf"(?P<negated>\b(?:(?:should|could|would|might|ought to) (?=have (?:been |[a-z]{{3,}}ed\b|done|got"
    rf"|had))(?!.*\bnow\b)|{_FAULT} (?=(?:which |that |has |have |is |are |'s )?(?:came|come|comes|coming|is"
    rf"|are|has come|have come|was|occurs|happens|started|appeared|exists)? ?(?:now |just )?(?:back|here|there"
    rf"|again)\b(?! to normal))|not|never|cannot|nothing|none|nobody|no one|neither|nor|hardly|barely|far from"
    rf"|nowhere near"
    r"|without|unable|failed|no (?:proof|evidence|fix)|yet to be|isnt|arent|wasnt|werent|hasnt|havent|hadnt"
    r"|dont|doesnt|didnt|cant|couldnt|wont|wouldnt|only (?:say|close|tell)|would be lying)\b|n't\b|\bin?complete\b"
    r"|\bun$)"
    r"|(?P<conditional>\b(?:if|once(?! again)|when|whenever|as soon as|until|till|unless|whether|provided"
    r"|assuming|in case|as long as|the moment|even if|only if|before(?! you)(?! long))\b|^after (?=the"
    r"|your|it|we have|we've|that)|^should (?=it|the|your|this)|(?<!looked )(?<!look )\bafter (?=[^,]* (?:has"
    r"|have|is|are) )"
    r"|\bbefore it\b)"
    r"|(?P<future>\b(?:will|would|shall|could|might|may|must|'ll|going to|about to|due to|expected to|scheduled to"
    r"|planned to|can|'d)|\bto (?:be|have|get|see|keep|make)\b\b|(?:'ll|'d)\b)"
    r"|(?P<wished>\b(?:being|doubt|wonder|hope|wish|want|expect|try|trying|tries|aim|intend|plan|promise"
    r"|confident|committed"
    r"|deserve|like (?:this|it|to)|let's|working on|in order to|takes|need(?:s|ed)?|ask(?:ed)? (?:us|the"
    r"|for|them|him|her)|require[sd]?|rather|ready to|difficult|attempt(?:ing|ed)?|make sure|ensure|be sure"
    r"|be certain|proof that|test must|cause)\b)"
    r"|(?P<reported>\b(?!(?:we|i|he|she|team|engineers?|support|developers?|is|are|was|as|not|can|to)\b)[a-z]+"
    r" (?:told (?:you|us|me|them)|insists?|claims?|claimed|says|said|assured (?:you|us|me)|informed us|swears"
    r"|believes?) (?=that|it|the|your|everything|all)"
    rf"|\b{_REPORTER}(?: [a-z]+){{0,2}}? (?:says?|said|claims?|claimed|tells?|told|states?"
    rf"|stated|reports?|reported|mentioned|wrote|insists?|believes?|thinks?|think|shows?|reads?|informed"
    rf"|informs|confirms? to us|assured?|were told|suggests?|mean)\b|\baccording to\b|\ballegedly|\bsupposedly"
    rf"|\breportedly|\bwas reported|\bwere told|\bthis does not mean\b|\bthe word\b|\bstate in our\b)"
    r"|(?P<other>\b(?:your|the|an?) (?:last(?! of)|previous|other|earlier|former|first|different|neighbour's|old)\b"
    r"|\b(?:another|other) (?:customers?|users?|complaints?|orders?|tickets?|cases?)|\bsimilar\b|\bof this kind\b"
    r"|\bin the past\b|\blast (?:year|month|week)'?s?\b(?! we)|\bsuch (?:faults|cases|problems)|\bthe (?:issue"
    r"|problem) you reported last\b|\border [a-z]-?\d|\b(?:rate|price|date|fee|term|deadline|cost"
    r"|asset)s?(?: for [a-z ]{1,12})? (?:is|are|was|were|has been|have been) "
    r"(?=(?:[a-z]+ )?(?:fixed|settled|set|all set|adjusted)\b))"
    r"|(?P<general>\b(?:usually|normally|typically|generally|often|mostly|as a rule|in most cases|most cases"
    r"|cases like|always)\b)"
    r"|(?P<partial>\b(?:partly|partially|half|part of|some of|most of|first of|first step|one of|fixed (?:price"
    r"|rate|fee|cost|line)|a fixed|date for)\b)"
    r"|(?P<asked>^(?:and |so |or |please |could you |can you )*(?:is|are|was|were|has|have|had|did|do|does"
    r"|can|could|would|will|may i)\b(?! (?:been|now))|\bplease (?:check|tell|confirm|let us know|see|verify)\b"
    r"|\blet (?:us|me) know\b|\b(?:tell|ask) us\b|\bcheck (?:if|whether)\b|\bhow (?:do|it|the|we)\b)"
)
"""Words before a claim, in its clause, that take it back; the group is the reason."""

STILL_CLAIMS = compile_late(
    r"\b(?:(?:pleased|happy|glad|delighted|relieved) to|good news|let you know|calling to|can (?:now )?confirm"
    r"|to (?:tell|inform|report|confirm|say|let)\b|hereby confirm"
    r"|able to|(?:will|'ll) be (?:pleased|glad|happy|delighted|relieved) to|(?:will|'ll) (?:now )?(?:notice"
    r"|see|find)(?= (?:that )?(?:the|your|it))|without (?:any |further |a |more )*(?:errors?|problems?"
    r"|issues?|interruptions?|trouble|delays?|hitch|crash(?:es|ing)?)|to the|to your|to you|no longer|(?:you"
    r"|they) (?:reported"
    r"|mentioned|raised|described|complained)(?= (?:is|was|has|have|had|about|to us|on|in)\b)|not only"
    r"|(?:won't|will not|shouldn't|should not|don't|do not|needn't|need not|does not|doesn't|can't"
    r"|cannot) (?=(?:[a-z']+ ){1,8}?(?:any ?more|any longer)\b"
    r"|(?:have to |need to )?(?:see|get|have|experience|encounter|run into|face|notice|suffer|be charged"
    r"|be billed|be bothered)\b[a-z ]{1,40}?\b(?:again|going forward|from now on)\b)"
    r"|not to worry|no need|don't worry|nothing is wrong|nothing left|you were worried|it was not easy"
    r"|gone ahead|back to|managed to|were able|got to)\b"
)
"""Words that look like those of `OPEN` and take nothing back; they are taken out before."""

LATER = compile_late(
    r"\b(?:by|on|until|before|within|from) (?:mon|tues|wednes|thurs|fri|satur|sun|noon|tomorrow|next|\d"
    r"|the end)|\btomorrow\b|\bsoon\b|\bnext (?:week|month)\b|\b(?:within|in|after) (?:an?|one"
    r"|\d+(?! ?\.?\d)(?= [a-z])|two|three|a few|no time)\b|\byet\b *$"
)
"""A time to come, behind a claim."""
CHECKS = compile_late(
    r"\bso far\b|"
    r"\band (?:we )?(?:are|am|will|now|'re|'ll) (?:now |still |just |be )*(?:test|check|measur|verify|wait"
    r"|look|investigat|compar|try)(?:ing)?\b"
)
"""That the work goes on, behind a claim."""
DOUBT = compile_late(
    r"\bwe (?:are|'re) (?:still )?(?:checking|verifying|double-checking|looking|not sure|asking|testing)"
    r"|\bwe (?:will|'ll) (?:check|test|verify)|\bhave not tested|\bnot sure\b|\bwhich (?:was wrong|we are checking)"
    r"|\bis (?:in review|being checked|still open|in work|next)|\byours is\b|\bthis one\b|\bthe (?:one"
    r"|second|rest|new one)\b.*\b(?:is|has|in)\b|\baccording to\b|\bsays the\b|\byou are not\b|\bis an error\b"
    r"|\bour test is running"
    r"|\b(?:persists?|remains? (?:open|unclear|to be)|i wonder|want to (?:watch|check|wait|see|test)"
    r"|still (?:occurs?"
    r"|happens?|appears?|down|see|broken|not|missing|checking|testing))\b"
    r"|\b(?:errors?|problems?|issues?|faults?|complaints?) (?:remain|continue)s?\b"
)
"""What a later clause of the sentence says against it."""
POLITE = compile_late(
    r"\bif (?:you (?:have|need|want|like|wish|prefer|can)|there is|there's|possible|not|anything|any)|\bplease check"
    r"|\bwhen you (?:called|wrote|told|contacted)|\bbefore we\b|\bonce (?:again|more)|\bas promised|\bunless you see"
)
"""A condition of courtesy, and a past one: what follows it is none."""


_MENDED_WORDS = word_list(
    "solved resolved solvd resovled reslved sovled fixed fixd repaired rectified remedied mended sorted"
    " ironed straightened smoothed worked"
    " care dealt right straight corrected restored reinstated reactivated re-activated re-instated re-established"
    " reestablished reconnected"
    " recovered patched eliminated settled cleared squared unlocked unblocked unfrozen unsuspended cured"
    " squashed nailed redressed adjusted reenabled re-enabled"
)
_PAID_WORDS = word_list(
    "refunded reimbursed repaid compensated paid credited returned reversed waived back transferred off"
    " lifted removed arrived through given released added applied"
    " complete completed successful issued processed landed cleared stopped full reached again done"
)
_WORKS_WORDS = word_list(
    "back works working runs running functioning functions rings ring loads operates responds"
    " respond responding performs performing behaves open operational functional"
    " up live online stable"
    " accessible available go set good fine well sorted done clear new longer more free gone over ended"
    " disappeared vanished history behind past end trick"
    " accomplished dusted resumed wrong nothing normal normally ok okay again charged list chapter now"
    " see get stopped surf trouble alright"
    " work run load should"
) | {"in order", "working order"}
_OVER_WORDS = word_list(
    "complete completed finished successful carried place made live worked done over through concluded"
    " resolution managed able succeeded"
    " good installed replaced exchanged delivered deployed released shipped removed eliminated"
    " rolled issued repair fix restoration full coupon"
)
CLAIMS = (
    (_MENDED_WORDS, _MENDED_CLAIM),
    (_PAID_WORDS, _PAID_CLAIM),
    (_WORKS_WORDS, _WORKS_CLAIM),
    (_OVER_WORDS, _OVER_CLAIM),
    *STATES,
)
"""The phrases of a claim; each of them contains one of the words beside it."""
_PERFECT = frozenset({"been", "have", "has", "ve", "was", "were", "now"})
_DEEDS = frozenset({"done", "met", "put", "redone", "rewritten"})


def _places_by_word() -> dict[str, tuple[int, ...]]:
    """Which of `CLAIMS` a word tells."""
    found: dict[str, tuple[int, ...]] = {}
    for place, (telling, _) in enumerate(CLAIMS):
        found.update({word: (*found.get(word, ()), place) for word in telling})
    return found


_PLACES = _places_by_word()
_TELLING = _PLACES.keys() | MISSPELT.keys()
_ON_THE_WAY = STEPS | STILL


def tells(words: Sequence[str]) -> bool:
    """Whether a sentence of these words may claim something: most have none of the words."""
    return not _TELLING.isdisjoint(words) or (not _PERFECT.isdisjoint(words) and any(map(_is_deed, words)))


def _is_deed(word: str) -> bool:
    return (word.endswith("ed") or word in _DEEDS) and word not in STEPS


def find_claims(text: str) -> Iterator[tuple[int, int]]:
    """Where a clause says that something is done or works."""
    words = set(_WORDS.findall(text))
    for place in sorted({place for word in words for place in _PLACES.get(word, ())}):
        for found in _PATTERNS[place].finditer(text):
            yield found.span("mark" if found.lastgroup else 0)
    if not _PERFECT.isdisjoint(words):
        deeds = DEED.finditer(text)
        yield from (found.span() for found in deeds if found[str(found.lastgroup)] not in _ON_THE_WAY)


_PATTERNS = tuple(compile_late(phrase) for _, phrase in CLAIMS)
_WORDS = compile_late("in order|working order|[a-z-]+")
