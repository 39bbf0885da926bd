"""English: sentences that state a result instead of the work: the fault is over, it works, you can do it again.

Each is a subject (a fault, a service, the customer), a predicate, and where the predicate alone says little, a mark of
the result ("again", "as intended"). `english` has the phrases of the work itself, and what takes a claim back.
"""

from __future__ import annotations

from complaintflow.wording.english_spelling import word_list
from complaintflow.wording.patterns import compile_late

FAULT = (
    r"(?:problem|issue|fault|bug|error|glitch|trouble|outage|defect|failure|case|complaint|matter|ticket|prob"
    r"|disruption|disturbance|interruption|crash(?:e(?=s))?|freez(?:ing|e)|lag|loop|leak|noise|hum|flicker(?:ing)?"
    r"|delay|mix-up|mess|misunderstanding|hiccup|snag|flaw|malfunction|blockage|bottleneck|downtime|overcharge"
    r"|duplicate|discrepanc(?:y|ie(?=s))|irregularit(?:y|ie(?=s))|mistake|incident|wrinkle|kink|gremlin|breakdown"
    r"|dispute|stutter(?:ing)?|buffering|symptom|mishap|inconvenience|difficult(?:y|ie(?=s))|nuisance|backlog"
    r"|congestion|timeout|warning|message|drop-?out|headache|concern|query|smell|crackling|static"
    r"|double (?:charge|booking))s?"
)
_BE = r"(?:is|are|was|were|has|have|had|'s|'re|'ve|been|be|seems?|looks?|now|should be|appears? to be)"
_HAS = r"(?:is |are |has |have |was |were |now |been |all |fully |finally |came |come )*"
_ADVERB = (
    r"(?:(?:now|all|both|also|fully|completely|finally|since|again|once more|entirely|already|just|well|truly"
    r"|[a-z]{2,14}ly) ){0,3}"
)
_AGAIN = r"(?:again|once more|once again)"
_SMOOTHLY = (
    r"(?:errors?|problems?|issues?|interruptions?|trouble|delays?|hiccups?|hitch|drop-?outs?|crash(?:es|ing)?"
    r"|glitch(?:es)?|faults?)"
)
_MARK = (
    rf"(?:{_AGAIN}|now|normally|properly|correctly|fine|perfectly|smoothly|reliably|flawlessly|nicely|beautifully"
    r"|as (?:it should|they should|expected|usual|before|normal|specified|designed|intended|planned|always|new)"
    rf"|without (?:any |further |a |more )*{_SMOOTHLY}|like (?:new|a charm|clockwork|a dream)"
    r"|at full (?:speed|strength|capacity))(?![a-z])"
)
_WORKING = (
    r"(?:working|running|functioning|operating|operational|functional|online|live|stable|accessible|reachable|usable"
    r"|responsive|active|healthy|loading|syncing|printing|charging|connected|in sync|in service|in use)"
)
BROKEN = (
    r"(?:down|broken|late|full|busy|wrong|not|once|here|over|dead|offline|out|gone|sold|missing|delayed|blocked"
    r"|locked|failing|checking|looking|working on|investigating|testing|trying|asking|calling|reviewing|happening"
    r"|having|getting|seeing|experiencing|facing|crashing|freezing|very|so|sorry|asked|contacting|writing|waiting"
    r"|affected|talking|speaking|up|open)"
)
"""Words before an "again" that make it a bad one."""
_GONE = (
    r"(?:gone|over(?! to| the)|ended|stopped|ceased|disappeared|vanished|cleared|subsided|no more|history|behind|past"
    r"|finished|(?<!complaint is )(?<!complaint was )closed|at an end|done with|out of the (?:way|world)"
    r"|a thing of|ancient|put to (?:bed|rest)"
    r"|laid to rest|water under|off the table|dead and buried|put behind|went away|gone away|resolved itself)"
)
_SEE = (
    r"(?:see|get|have|experience|encounter|run into|come across|notice|face|suffer|receive|hit|find|hear|meet|worry"
    r"|be (?:charged|billed|bothered|asked|kicked|logged|disconnected|affected|interrupted|locked))"
)
_NO_MORE = r"(?:any ?more|again|any longer|going forward|from now on|from here on|in (?:the )?future)"
_THING = (
    r"(?:phone|line|internet|connection|service|game|gaming|app|account|access|subscription|device|laptop|computer"
    r"|broadband|wi-?fi|network|tv|stream|shows?|calls?|car|washing machine|dishwasher|fridge|heating|boiler|router"
    r"|printer|tablet|console|headphones|premium|membership|site|website|purchase|order"
    r"|(?:new|working|repaired|fixed|restored) [a-z]+)"
)
_FIX = r"(?:fix|patch|hot ?fix|correction|cure|remedy|workaround)"
_OURS = (
    r"(?:your|the|all|both|every[a-z]*|it|that|this|they|these|those|missing|supply|power|electricity|water|gas"
    r"|heating|internet|broadband|e-?mail|payroll|access|login|sync|search|checkout|playback|sound|audio|video"
    r"|picture|streaming|service|latency|traffic|voice|data|roaming|coverage|signal|reception|[a-z]{3,}s)"
)
_CHARGE = (
    r"(?:block|ban|lock|hold|charges?|fees?|suspension|restriction|limit|penalty|penalties|fines?|freeze|debt|flag"
    r"|strike|surcharge|error|cause|fault|entry|virus|malware|payments?|transaction|debit|booking|levy|interest)"
)


# Each row: words of which one is in every such phrase, and the phrases.
_ROWS = (
    # The fault is over.
    (
        "gone over ended stopped ceased disappeared vanished cleared subsided more history behind past"
        " finished closed"
        " end done way world thing ancient bed rest water table buried away itself",
        rf"\b{FAULT}(?: (?:you|that you|which you|we|with|on|in|at|of|from)(?: [a-z0-9#'.-]+){{1,7}}?)?"
        rf"(?: (?:is|are|was|were|has|have|had|been|seems to be|should be)|'s) {_ADVERB}{_GONE}\b(?! due)"
        rf"|\b{FAULT} (?:has |have |now |finally )*"
        r"(?:stopped|ended|ceased|disappeared|vanished|went away|cleared up|cleared itself)\b",
    ),
    (
        "gone disappeared vanished",
        r"\b(?:the|that|this) (?!money|data|photos?|files?|parcel|points|credit|funds|points|items?|signal)[a-z-]+"
        r" (?:is|are|has|have) (?:now |finally )*(?:gone|disappeared|vanished)(?= *$)",
    ),
    (
        "longer",
        r"\b(?!we |i )[a-z]+ (?:is |are |do |does |should |will |can )?no longer (?!available|valid|supported|sold"
        r"|produced|made|offered|possible|able|in stock|with us|employed|have|has|need|wish|want|exist\b)[a-z]+",
    ),
    (
        "more further longer other any remaining open outstanding rid",
        r"\b(?:no|zero|free of|free from|without|rid of)"
        rf" (?:(?:more|further|longer any|other|any|any more|remaining|open|outstanding) )+{FAULT}"
        r"|\b(?:got|getting|gotten|is|are) rid of|^no more (?!than|news|information|details|time|to)[a-z]+"
        r"|\bnot any ?more$",
    ),
    (
        "again anymore more longer forward now here future",
        r"\b(?:won't|will not|shouldn't|should not|don't|do not|needn't|need not) (?:have to |need to )?"
        rf"{_SEE}\b(?: [a-z0-9']+){{0,6}}? {_NO_MORE}"
        rf"|\b(?:{FAULT}|it) (?:won't|will not|shouldn't|should not|does not|doesn't|can't|cannot)"
        r" (?:occur|come back|return|appear|reappear|recur|happen|show up|pop up|crash|freeze|bother you|affect you)"
        r"(?: [a-z]+){0,3}? (?:any ?more|any longer)\b",
    ),
    (
        "nothing solution end conclusion close worries wait waiting ordeal nightmare saga troubles easy owe",
        r"\bnothing (?:is |else is )?(?:broken|wrong|amiss|missing|outstanding|left to fix|stands in (?:the"
        r"|your) way)\b"
        r"|\bfound its solution\b|\bto an? (?:happy|good|successful|satisfactory|positive) (?:end|conclusion|close)\b"
        r"|\b(?:worries|wait|waiting|ordeal|nightmare|saga|troubles) (?:is|are) (?:now |finally )*over\b"
        r"|\brest easy\b"
        r"|\byou (?:owe|don't owe|do not owe)(?: us)? (?:nothing|anything)\b",
    ),
    (
        "closed status marked flagged set recorded logged registered closing done resolved solved fixed completed",
        r"\bcases? (?:is |now )*closed\b|\bstatus ?[:=-]? ?(?:closed|done|completed?|ok)\b"
        r"|\b(?:marked|flagged|set|closed|recorded|logged|registered) (?:it )?(?:as|to)"
        r" (?:solved|resolved|done|completed?|fixed|closed|settled)\b"
        r"|\bclos(?:ing|ed) (?:this |it |your |the )?(?:[a-z]+ ){0,3}?"
        r"(?:as (?:completed?|fixed|solved|resolved|done|settled)|since|because|out)\b"
        r"|[(\[]\W?(?:done|resolved|solved|fixed|closed|completed)\W?[)\]]"
        r"|^(?:ok |okay |so |and |yes |yep |yup |now |issue |all )*(?:fixed|solved|resolved|repaired|refunded"
        r"|corrected"
        r"|restored|handled|done)(?= (?:in|as|since|with|on|this|for|now|today|last|via|under)\b)",
    ),
    # It works.
    (
        "again once now normally properly correctly fine perfectly smoothly reliably flawlessly nicely beautifully"
        " should expected usual before normal specified designed intended planned always new charm clockwork dream"
        " without speed strength capacity",
        rf"\b{_BE} (?:[a-z]+ ){{0,2}}?{_WORKING} (?:[a-z]+ ){{0,4}}?{_MARK}"
        r"|\b(?:works|runs|functions|responds|loads|plays|performs|behaves|opens|starts|prints|syncs|connects|boots"
        r"|charges|rings|heats|flows|shows(?: up)?|displays|arrives|sends|saves|adds up|comes through|goes through"
        r"|(?<=s )(?:work|run|load|play|open|start|print|sync|connect|arrive|show|appear|display|ring"
        r"|function|respond"
        rf"|perform|behave|flow|send)) (?:[a-z]+ ){{0,4}}?{_MARK}",
    ),
    (
        "operational functional healthy fully",
        rf"\b{_BE} {_ADVERB}(?:(?:operational|functional|healthy)\b"
        r"|fully (?:live|stable|active|usable|accessible|working))",
    ),
    (
        "again once",
        rf"(?:\b(?:is|are|has been|have been|can be|may be)|'s|'re) (?!{BROKEN}\b)(?:now |all |fully )*"
        rf"(?!{BROKEN}\b)[a-z-]+(?: (?!to )[a-z0-9'-]+){{0,4}}? {_AGAIN}\b(?! (?:and tell|tomorrow|soon|in))",
    ),
    (
        "again once should trouble",
        rf"^(?!.*\b(?:{BROKEN}|{FAULT}|try|call|sorry|apologi[sz]e|thank|please|ask|check|contact|crash|fails?|failed"
        r"|breaks?|broke|happened|happens|lost|appeared|postponed|wait|takes|once again,)\b)"
        rf"(?:[a-z]+ ){{0,3}}?{_OURS} (?:[a-z0-9'-]+ ){{1,12}}?"
        rf"(?P<mark>{_AGAIN}|(?:as|what|the way) (?:it|they) should|without (?:any )?trouble)(?![a-z])",
    ),
    (
        "resumed restored back flowing normal where usual full regular",
        r"\b(?:service|work|operations?|deliver(?:y|ies)|traffic|supply|power|water|gas|streaming|playback"
        r"|production)s?"
        rf" {_HAS}(?:resumed|restored|back|flowing|normal)\b|\bresumed (?:normal )?(?:service|operations?|working)"
        r"|(?<!problem)(?<!issue)(?<!error)(?<!fault)(?<!outage)"
        rf"(?:\b(?:is|are|has come|have come|came)|'s|'re) {_ADVERB}back(?= *(?:$|[!)]|now|again|with (?:us"
        rf"|you)|where"
        r"|how|and|in (?:your|action|full|working|place)|at (?:full|work)|from|for you|as|up|to (?:where|its"
        r"|their|the|your|full|100)))|\band back (?:where|in|on)\b"
        r"|\b(?:return(?:ed)?|come|came|back|down|recovered) to (?:(?:its|their|the) )?"
        r"(?:normal|usual|where (?:it|they) (?:was|were)|full|regular)\b",
    ),
    (
        "working going running up online moving sorted straight fixed done",
        r"\b(?:got|have|getting|has|had|managed to get|able to get|succeeded in getting)"
        r" (?:it|that|this|them|everything|things|(?:your|the)(?: [a-z]+){1,3}?)"
        r" (?:all |back |now )*(?:working|going|running|up|online|moving|sorted|straight|fixed|done)\b(?! on)"
        r"|\bup and (?:going|about|on)\b",
    ),
    (
        "back",
        r"\b(?:bring|brought|put|get|got|turned|switched|taken|set|moved|placed|gave|given)"
        r" (?:it |that |this |you |everything |(?:your|the) (?:[a-z]+ ){1,4}?)?back (?:on(?:line)?|up"
        r"|in(?:to)?(?: (?:place|your|service|order|action|operation|working))"
        r"|to (?:normal|life|work|where|how|the way|its|your|full)|in order|on track|together)\b",
    ),
    (
        "should belongs belong before be",
        r"(?<!with )\b(?:as|the way|how|where) (?:it|they) (?:(?:should|ought to) be|was before|were before"
        r"|used to be"
        r"|belongs?)\b",
    ),
    (
        "order place shape clear before okay ok fine good shipshape rain peachy hunky-dory squared green",
        r"\b(?:is|are|it's|all|everything(?:'s| is| looks)?|that's|things are) (?:now |all |once more |once again )*"
        r"(?:in order|in place|in shape|in the clear|as before|okay|ok now|fine now|good again|shipshape"
        r"|(?:as )?right as rain|peachy|hunky-dory|squared away|green(?: again)?)\b",
    ),
    (
        "out green go clear passed back clean successful pass trick job nicely do",
        r"\b(?:everything|it|all|that) (?:now )?(?:checks|checked) out\b|\ball (?:is |are |lights "
        r"|systems )*(?:green|go|clear)\b"
        rf"|\b(?:tests?|checks?|diagnostics?|line test|self-test) {_HAS}(?:passed|back clean|successful|clean"
        rf"|green)\b"
        r"(?! (?:to|on))|\b(?:does|did|should do) the (?:trick|job)\b|\bshould do (?:it|nicely)\b",
    ),
    (
        "now",
        rf"\b{_OURS} (?:[a-z0-9'-]+ ){{0,6}}?now (?:correctly |properly |also |finally )?(?:matches|match"
        rf"|reflects?|shows?"
        r"|displays?|reads?|accepts?|opens?|loads?|contains?|includes?|works?|fits?|holds?|lists?|connects?"
        r"|runs?|adds up)\b",
    ),
    (
        "clean correct right accurate valid normal spotless whole roadworthy complete right ready correctly date",
        r"\byour (?:[a-z-]+ ){1,4}?(?:is|are|looks?|reads?|shows?) (?:now |all |once more ){0,2}(?:clean"
        r"|correct|right"
        r"|accurate|valid|normal|spotless|whole|roadworthy|complete again|right now|correctly|up to date"
        r"|ready (?:to (?:use|go|play|drive|wear)|for use))(?= *$|[)!]| again| now| and)",
    ),
    # The customer can.
    (
        "again once now normally properly correctly fine perfectly smoothly usual before without expected",
        r"\byou(?: can|'re able to| are able to| should be able to| may| will be able to|'ll be able to|'re free to"
        r"| are free to)(?: now| once more| once again| finally| safely)* (?!call us|write|contact|try|apply|reopen"
        rf"|reply|ask|check|follow|track|upload|send us|tell|expect)[a-z]+(?: [a-z0-9'-]+){{0,7}}? {_MARK}",
    ),
    (
        "back again once",
        r"\byou(?:'ve got|'ve|'re| have| are| got) (?:now )?(?:your |full |the |complete )*(?:access|money|connection"
        r"|line|number|account|data|files|photos|signal|internet|funds|points)(?: to [a-z ]{1,20}?)?"
        r" (?:back|again|once more)",
    ),
    (
        "in covered connected unblocked reconnected online back logged squared sorted straight set good clear date"
        " verified through golden sorted",
        r"\byou(?:'re| are) (?:now |all |both |back |already |fully )*(?:in again|back in|in$|golden|covered again"
        r"|connected(?! (?:with|to) (?:an?|our|the))|unblocked|reconnected|online|back|logged in|squared away|sorted"
        r"|straight|set(?= ?$| now| to go| up and| again)|good(?= to go| now| again| ?$)|in the clear|up to date)\b",
    ),
    (
        "enjoy fun most happy",
        r"\b(?:enjoy|have fun with|make the most of)(?: using| playing| watching| listening to)? (?:your|the)"
        rf" (?:[a-z-]+ ){{0,2}}?{_THING}\b|\bhappy (?:gaming|shopping|streaming|surfing|watching|playing|browsing"
        r"|listening|reading|printing|travell?ing|trading|calling|coding|cooking|driving)\b",
    ),
    (
        "part side end needed required necessary do left",
        r"\b(?:no|nothing|any) (?:further |more |other |else )?(?:action|steps?|thing)? ?(?:is |are )?"
        r"(?:needed|required|necessary|left)?(?: to be done)? ?(?:on|from|by) your (?:part|side|end)\b"
        r"|\bno (?:further|more|other) (?:action|steps?) (?:is |are )?(?:needed|required|necessary)"
        r"|\bnothing (?:further|more|else) (?:is |for you )?(?:needed|required|to do|left)",
    ),
    # It was dealt with.
    (
        "handled fulfilled undone unbanned unstuck unjammed unclogged unrestricted unmuted unpaused uncapped unlinked"
        " untangled unbarred unsuspended overcome debugged revived rebuilt reverted wrapped cleaned sewn"
        " buttoned made"
        " bed rest brought turned switched put conquered stamped rooted weeded eradicated wiped amended"
        " rewired resynced"
        " reprovisioned whitelisted swapped honoured honored concluded finalised finalized accomplished seen attended"
        " tackled tied cracked kicked knocked nipped stabilised stabilized normalised normalized addressed satisfied"
        " answered set up",
        r"\b(?:is|are|was|were|been|'s|'re|'ve|have|has|had|we|i|now|all|just|it|already|got|team) "
        rf"{_ADVERB}(?:handled|fulfilled|un(?:done|banned|stuck|jammed|clogged|restricted|muted|paused|capped|linked"
        r"|tangled|barred|suspended)|overcome|debugged|revived|rebuilt|reverted|wrapped (?:it |this |that "
        r"|things )?up"
        r"|cleaned (?:it |this |that )?up|sewn up|buttoned up|made good|put to (?:bed|rest)|brought back"
        r"|turned back on|switched back on|put back(?! to)|conquered|stamped out|rooted out|weeded out|eradicated"
        r"|wiped out|amended|rewired|resynced|reprovisioned|whitelisted|swapped(?: out)? for (?:the right"
        r"|a (?:new|working))"
        r"|honou?red|concluded|finali[sz]ed|accomplished|seen to|attended to|tackled|tied up|cracked|kicked"
        r"|knocked on the head|nipped in the bud|stabili[sz]ed|normali[sz]ed|addressed(?! to)|satisfied"
        r"|answered in full|brought to (?:a|an) (?:end|close|conclusion|happy|good)|set up (?:again|anew"
        r"|correctly))\b",
    ),
    (
        "complete completed fulfilled done finished",
        r"\b(?:request|order|claim|job|task|work) (?:is|has been|was) (?:now |all |fully )*"
        r"(?:complete|completed|fulfilled|done|finished)\b",
    ),
    (
        "fix patch hotfix correction cure remedy workaround",
        rf"\b(?:a|the|our|your|this|last night's|today's) (?:[a-z]+ )?{_FIX} (?:is|has|was|went|'s)"
        r" (?:been |now |already |all )*(?:live|out\b|applied|deployed|pushed|shipped|released|installed|rolled out"
        r"|in(?= *$| place| production| and)|active|verified|working|effective|merged)"
        r"|\b(?:applied|pushed|shipped|put in|rolled out|installed|deployed|released|delivered|merged)"
        rf" (?:a|an|the|this|our) (?:[a-z]+ )?{_FIX}\b",
    ),
    (
        "fixes solves resolves cures repairs settles corrects removes fixed solved cured stopped ended",
        r"\b(?:this|that|update|patch|version|release|hot ?fix|build|change|replacement) (?:fixes|solves"
        r"|resolves|cures"
        r"|repairs|settles|corrects|removes|fixed|solved|cured|stopped|ended) (?:it|this|that|the|your|all"
        r"|everything)\b",
    ),
    (
        "fixed repaired solved resolved mended cured cleared sorted rectified remedied restored corrected unblocked"
        " unlocked reinstated reactivated reconnected settled",
        r"(?<!you )(?<!they )(?<!to )(?<!customers )\b(?!you |they |not |never )[a-z]+ (?:fixed|repaired"
        r"|solved|resolved"
        r"|mended|cured|cleared up|sorted out|rectified|remedied|restored|corrected|unblocked|unlocked|reinstated"
        r"|reactivated|reconnected|settled) (?:it|that|this|the|your|everything|all)\b",
    ),
    (
        "lifted removed cancelled dropped struck deleted erased cleared reversed undone wiped annulled withdrawn",
        r"\b(?:we|i|have|has|'ve|team|just) (?:now |also |just |already |since )*(?:lifted|removed|cancelled|dropped"
        r"|struck|deleted|erased|cleared|reversed|undone|wiped|annulled|withdrawn) (?:the|your|that|this|all|both)"
        rf" (?:[a-z-]+ ){{0,3}}?{_CHARGE}\b|\b{_CHARGE} (?:was|were|is|are|has been|have been) {_ADVERB}"
        r"(?:lifted|removed|cancelled|dropped|deleted|erased|cleared|reversed|undone|annulled|withdrawn"
        r"|struck (?:out|off))\b",
    ),
    (
        "given handed taken topped added paid moved sent annulled quashed written struck overturned killed squished"
        " crushed zapped nuked sealed plugged rebooked cured won found turned reappeared resurfaced",
        r"\b(?:has|have|was|were|is|are|'s|'ve|been) (?:now |all |just |already |fully )*(?:given back|handed back"
        r"|taken (?:out of|off)|topped up|added back|paid\b(?! (?:by|on|monthly|in advance))|moved back"
        r"|sent back to you"
        r"|annulled|quashed|written off|struck (?:out|off)|overturned|killed|squished|crushed|zapped|nuked"
        r"|sealed|plugged"
        r"|rebooked|cured|won\b|turned up|reappeared|resurfaced|found and (?:returned|delivered|handed|sent))",
    ),
    (
        "killed squished crushed zapped nuked cracked nailed smashed cured sealed plugged fixed solved sorted mended"
        " corrected refunded topped refilled replenished",
        r"\b(?:killed|squished|crushed|zapped|nuked|cracked|nailed|smashed|cured|sealed|plugged|fixed|solved|sorted"
        r"|mended|corrected|refunded) (?:it|that|the (?:bug|leak|fault|problem|issue|rattle))\b"
        r"|\b(?:topped up|refilled|replenished) your\b",
    ),
    (
        "recovery restoration resolution reinstatement repair return settlement whole good payout",
        r"\b(?:full|complete|successful|entire) (?:recovery|restoration|resolution|reinstatement|repair|return"
        r"|settlement) of\b|\b(?:paid|made) you whole\b|\bmade (?:good|up for) (?:on )?(?:it|the|your)\b",
    ),
    (
        "again",
        r"(?<!\bwe )(?<!\bi )\bcan (?:now |all |finally )*(?!try|call|ask|write|contact|check|happen|occur"
        r"|fail|break|look|test)"
        r"[a-z]+(?: [a-z0-9'-]+){0,6}? again\b",
    ),
    (
        "longer",
        r"\b(?:you|they) no longer (?:have|need) to (?:pay|worry|wait|fear|put up|suffer|restart|reset|use)\b",
    ),
    (
        "way gone history vanished fixed better dead caught end stop unaffected",
        r"^(?:all |and |now |poof )*(?:gone|history|vanished|fixed)(?= *$)|\ball better\b|(?:\b(?:is|are)"
        r"|'s) (?:now |all |finally )*out of the way\b"
        rf"|\b{FAULT} (?:is|are) (?:now |finally )*dead\b"
        r"|\b(?:has|have|is|are) (?:now |all |fully )*caught up\b|\bput (?:an end|a stop) to\b|\b(?:is"
        r"|are) (?:now )?unaffected\b",
    ),
    (
        "back",
        r"\b(?:gave|given|brought|handed|returned|restored|sent|got) (?:you )?(?:back )?(?:all )?(?:your"
        r"|the)(?: [a-z]+){1,3}? back\b|\bgave (?:it )?back (?:your|to you)"
        r"|\bgave you back\b",
    ),
    (
        "should",
        r"\byou should (?:see|have|find|notice) (?:(?:your|the|all)(?: [a-z]+){1,4}|it|them"
        r"|everything) (?:now|again|back)\b"
        r"|\byou should now (?:see|have|find|notice) (?:your|the|all|it)\b",
    ),
    (
        "properly correctly normally should expected intended reliably flawlessly smoothly perfectly",
        r"(?:\b(?:is|are)|'s|'re) (?:now |all )*[a-z]+ing (?:[a-z]+ ){0,3}?(?:properly|correctly|normally"
        r"|reliably|flawlessly|smoothly"
        r"|perfectly|as (?:it should|they should|expected|intended))\b",
    ),
    (
        "replaced exchanged renewed swapped",
        r"\b(?:was|were) (?:also |both |all )*(?:replaced|exchanged|renewed|swapped)\b(?! (?:by|in the past|last))",
    ),
    (
        "showing there",
        r"\b(?:is|are) (?:now (?:showing|there)|there (?:now|again))\b",
    ),
    (
        "back",
        r"\b(?:able to|managed to) get (?:it|them|all|(?:your|the)(?: [a-z]+){1,3}?) back\b",
    ),
    (
        "delivered returned handed brought",
        r"\b(?:delivered|returned|handed|brought) (?:it|them)(?= (?:back|to you|home|this|today|yesterday|at"
        r"|over|on)|$)",
    ),
    (
        "balance list works worked over",
        r"\bbalance is (?:now )?(?:zero|nil|even|0)|\boff the (?:[a-z]+ )?list\b"
        rf"|\b{_FIX} (?:works|worked)\b|\b(?:it's|it is|all|that's) (?:all )?over(?: now)?(?= *$)",
    ),
    (
        "back",
        r"\byou(?: have|'ve got|'ve| got) (?:now )?(?:your|the)(?: [a-z]+){1,3}? back\b",
    ),
    (
        "sent paid wired transferred hit reached",
        r"\b(?:sent|paid|wired|transferred) you (?:back )?(?:your|the) (?:money|refund|amount|sum|deposit|difference)"
        r"|\b(?:refund|money|transfer|payment|payout|amount)s? (?:has |have |now |finally )*(?:hit"
        r"|reached) (?:you|the)",
    ),
    (
        "stopped",
        r"\b(?:the|your|it|app|that)(?: [a-z]+){0,3} (?:has |have |now |finally )*stopped (?!working"
        r"|responding|loading"
        r"|functioning|running|playing|printing|sending|receiving|syncing|charging|connecting|paying|being"
        r"|showing)[a-z]+ing\b",
    ),
    (
        "delivered handed given returned brought arrived reached turned with",
        r"\b(?:has|have|was|were|been|is|are|it) (?:now |all |safely |just |already |since )*(?:delivered"
        r"|handed(?: over)?|given back"
        r"|returned|brought|brought back|arrived with|reached|turned up with)(?: (?:back|home"
        r"|over))? (?:to )?you\b|\b(?:is|are) (?:back )?with you(?= now| again| *$)"
        r"|\b(?:has |have )?handed you (?:the|your)\b",
    ),
    (
        "closes settles concludes square visible carried ends",
        r"\b(?:that|this|which|it) (?:closes|settles|concludes|ends) (?:the|this|your|it|everything)\b"
        r"|\b(?:all|we're|you're|now) square\b"
        r"|\b(?:is|are) now visible\b|\b(?:request|order|instruction|wish)s?(?: (?:to|for"
        r"|of) [a-z -]{1,40})? (?:is|are|has been|was|were) "
        r"(?:now |all |fully )*carried out\b",
    ),
    (
        "through",
        r"\b(?!we |i )[a-z]+ (?:has |have |just |now |finally |all )*(?:went|gone|came|come"
        r"|got) through\b(?! (?:to|the|your))",
    ),
    (
        "in go voila boom bingo hooray hurray yay woohoo tada",
        r"\byou're in$|^(?:there (?:you|we) go|(?:et )?voila|ta-?da|boom|bingo|hooray|hurray|yay|woohoo)\b",
    ),
    (
        "able managed succeeded",
        r"\b(?:managed to|were able to|was able to|succeeded in) (?:retriev|revers|undo|lift|clear|remov|unblock"
        r"|reconnect|reinstat|clos|settl|bring|turn|reactivat|rescu|sav|cancel|stop)(?:e|ing)?\b",
    ),
)
STATES = tuple((word_list(words), phrases) for words, phrases in _ROWS)
"""The phrases of a result, each with words of which one is in it."""

STEPS = word_list(
    "accepted acknowledged added addressed adjourned advised affected agreed alerted allocated analysed analyzed"
    " announced appealed applied appointed approved archived arranged asked assembled assessed assigned attached"
    " attempted attended attributed authorised authorized begged begun billed blocked booked bought briefed"
    " budgeted bundled calculated called canceled cancelled categorised categorized caused cautioned changed"
    " charged checked classified closed collected commissioned compared completed confirmed considered"
    " consulted contacted converted copied counted covered created damaged dated deactivated debited declared"
    " declined decreased deducted deferred delayed delegated delivered demanded denied described designed detained"
    " detected determined developed diagnosed disabled disassembled disconnected discovered discussed dismantled"
    " dispatched disrupted distributed double-checked downloaded drafted drained dug duplicated earned emailed"
    " enclosed encouraged engaged escalated estimated evaluated examined exchanged expected experienced"
    " explained exported extended failed fenced fetched filed finished flagged forwarded gained gathered greeted"
    " handed harmed hired hoped identified ignored imported included increased informed initiated inspected"
    " instructed interrupted interviewed introduced investigated invited invoiced involved isolated issued joined"
    " labelled launched learned limited linked listed loaded located locked lodged logged looked mailed mapped"
    " marked measured mentioned met mirrored mishandled missed monitored moved narrowed needed nominated noted"
    " notified numbered observed obtained offered opened ordered overlooked parked passed paused phoned"
    " photographed picked pinpointed placed planned plugged polled posted postponed prepared preserved pressed"
    " printed prioritised prioritized processed prolonged promised proofed proposed protected published purchased"
    " pushed queried questioned queued quizzed quoted raised reached rebooted received recommended recorded"
    " redirected reduced referred refreshed refused registered reinstalled rejected reminded removed reopened"
    " replaced reported reproduced requested rerouted rescheduled researched reset restarted restricted resumed"
    " reviewed roped routed sampled saved scanned scheduled secured served shared shipped signed"
    " sourced staffed stamped started stated stored studied submitted suggested summoned supplied"
    " suspended swabbed switched tabled tagged talked taped tasked tested thanked towed traced tracked trained"
    " transferred translated tried triggered turned unaffected unchanged unloaded unpacked updated upgraded"
    " uploaded urged used valued verified visited wanted warned watched weighed witnessed worked"
    " flooded hacked overcharged cracked scratched dented dropped leaked spilled jammed crashed infected"
    " vandalised robbed mixed"
    " confused doubled omitted skipped soiled cut based supposed meant related born allowed permitted"
    " entitled pleased"
    " surprised disappointed annoyed shocked concerned worried involved mixed named titled aimed required connected"
)
"""What is done on the way. Every other deed, told in the perfect, is taken for the end of it."""
STILL = word_list(
    "being under with in on at open waiting pending due looking working a an the our your not offline down"
    " number for awaiting"
    " late known clear one two three four five six seven eight nine ten part up over of to by from as too so"
    " very more"
    " less most only still able about because since likely unlikely possible impossible sure certain confident aware"
    " underway afraid sorry wrong broken bad worse slow slower busy full empty missing lost stuck dead out"
    " away near close"
    " closer nearer first second third last next before behind between among without within and or that this there"
    " available clearer subject responsible in-progress ongoing partly half required necessary needed"
)
"""What follows "is now" where nothing is over yet."""
DEED = compile_late(
    rf"\bbeen {_ADVERB}(?P<passive>[a-z-]+ed|done|met|put right|redone|rewritten)\b(?! (?:to|at|by) )"
    r"|\b(?:was|were) (?:now |all |both |fully |finally |since |duly |successfully ){0,2}"
    r"(?P<past>(?!mis|over|dis|un|mal)[a-z-]+ed)\b(?! (?:to|at|by|from|in|on|when|while|as|because|due"
    r"|wrongly|incorrectly|badly|twice|late|too|only|not|out|off|with|for|under|over|into|onto|against|last"
    r"|almost) |(?: wrongly| incorrectly| twice| late)$)"
    r"|\b(?<!we )(?<!i )(?<!they )(?<!you )(?:is|are) (?P<then>(?![a-z]+ing\b)[a-z-]+) now(?= *$)"
    r"|(?<!\bwe )(?<!\bi )(?<!\bthey )\b(?:is|are) now (?:all |fully |also |again "
    r"|safely ){0,2}(?P<state>(?![a-z]+ing\b)[a-z-]+)"
    r"|\b(?:we|i|team|[a-z]+ers?)(?:'ve| have| has)"
    r" (?:now |just |also |already |since |finally |successfully |fully ){0,2}"
    r"(?P<active>[a-z-]+ed) (?:(?:up|out|off|back|away) )?(?:your|the|that|this|it|all|both|every[a-z]*)\b"
)
"""Something was done to what is the customer's: "has been annulled", "we have merged your", "is now valid"."""
