"""The roots of phrases, for `roots`. Written by `python -m tests.wording.roots --write`."""

DENIES_WORDS = (
    'again\tbarely\tbefore\tbroken\tbug\tbugs\tcame\tcannot\tcant\tcontrary\tcouldnt\tdidnt\tdisagree\t'
    'dissatisfied\tdoesnt\tdont\tdoubt\terror\terrors\tfake\tfar\tfault\tfaults\tfed\tfirst\tgive\tgot\thadnt\t'
    'half\thardly\thasnt\thavent\tisnt\tissue\tissues\tjoking\tkeep\tkidding\tleave\tlie\tlied\tlies\tmissing\tn\t'
    'nah\tnever\tno\tnobody\tnope\tnot\tnothing\tonly\tpart\tpartially\tpartly\tproblem\tproblems\trefuse\treject\t'
    'same\tsome\tstill\tsue\tt\tunable\tunacceptable\tunhappy\tunresolved\tunsolved\tuseless\twant\twas\twasnt\t'
    'were\twerent\twont\tworse\twouldnt\twrong\tyesterday\tyet\t'
)
DENIES_PARTS = (
    '一个样\t一半\t一度\t一开始\t一样\t上周\t不\t之前\t什么\t仅修\t仅到\t仅收到\t仅给\t仅补\t仅解决\t仅赔\t仅退\t'
    '仍\t以前\t依旧\t依然\t假的\t再次失败\t出现\t刚刚\t刚才\t别\t前几天\t前天\t卡\t原先\t原来\t原样\t又坏\t又失败\t'
    '又来\t反对\t发生\t只修\t只到\t只收到\t只给\t只补\t只解决\t只赔\t只退\t同样\t否\t响\t哪有修\t哪有到\t哪有解决\t'
    '哪有退\t哪里\t哪门子\t唔同意\t唔得\t唔系\t啥\t太久\t太慢\t太晚\t头\t少发\t少给\t少退\t屁\t差\t并非\t弹\t当时\t'
    '必须\t我要\t才到\t才怪\t才收到\t才给\t才退\t扣\t扯淡\t报错\t拒绝\t掉\t接着\t搞唔掂\t撒谎\t故障\t敷衍\t断\t'
    '无法\t无解决\t早上\t昨天\t昨日\t昨晚\t木有\t未\t本来\t没\t漏\t照旧\t照样\t白搭\t瞎说\t糊弄\t给我\t继续\t'
    '老样子\t胡扯\t胡说\t要求\t说谎\t谁说\t起先\t起初\t还\t部分修\t部分到\t部分恢复\t部分解决\t部分退\t锤子\t闪退\t'
    '问题\t骗\t鬼\t黑屏\t'
)
NO_YES_WORDS = (
    'aint\tbadly\tbarely\tbefore\tcame\tcannot\tcant\tcontinue\tcouldnt\tcrashes\tcrashing\tdamaged\tdefective\t'
    'didnt\tdied\tdoesnt\tdont\tempty\tescalate\tevery\teverytime\tfail\tfails\tfar\tfaulty\tfirst\tfraud\tgot\t'
    'hadnt\thalf\thardly\thasnt\thavent\tif\tisnt\tjoke\tjoking\tkeep\tkeeps\tkidding\tlate\tlawyer\tless\tlog\t'
    'logs\tlost\tmanager\tmissing\tnah\tneither\tnever\tno\tnobody\tnone\tnonsense\tnope\tnor\tnot\tnothing\tonce\t'
    'only\tpart\tpartial\tpartially\tpartly\tpathetic\treceived\treopen\trest\tridiculous\trubbish\tsame\tscam\t'
    'short\tsome\tsue\tt\twas\twasnt\twere\twerent\twhatever\twithout\twont\twouldnt\twrong\tyesterday\t'
)
NO_YES_PARTS = (
    '12315\tcrap\tdisappoint\t一度\t一开始\t一直在\t一直报\t一直显示\t一直等\t一直转\t一部分\t上周\t不\t东西\t'
    '严重\t个头\t个寂寞\t个屁\t个毛\t个球\t个锤子\t个鬼\t主管\t举报\t之前\t仅一半\t仅修\t仅到\t仅收\t仅有一\t仅给\t'
    '仅补\t仅解决\t仅赔\t仅退\t仍\t以前\t仲\t休想\t依旧\t依然\t做梦\t再给我\t凭什么\t凭啥\t出现\t刚刚\t刚才\t别\t'
    '前几天\t前天\t剩下的\t勿\t包裹\t卡\t厉害\t原先\t原来\t又\t发生\t只一半\t只修\t只到\t只收\t只有一\t只给\t只补\t'
    '只解决\t只赔\t只退\t呃人\t告\t呵呵\t响\t唔\t坏\t坑人\t坑我\t垃圾\t天天\t失望\t少\t就\t屏幕\t工信部\t差\t并无\t'
    '弹\t当时\t忽悠\t怎么可能\t总是\t恶心\t慢\t才一半\t才修\t才到\t才收\t才有一\t才给\t才补\t才解决\t才赔\t才退\t'
    '扣\t投诉\t报错\t拉倒吧\t拒\t拖延\t掉\t推卸\t搞笑\t断\t无人\t无效\t无果\t无法\t无济\t无用\t无语\t旧的\t早上\t'
    '昨天\t昨日\t昨晚\t是错\t曝光\t未\t本来\t机器\t每天\t毫无\t气死\t没\t消协\t漏\t照样\t狠\t申诉\t白修\t白弄\t'
    '白搞\t白等\t白说\t白跑\t离谱\t空的\t糟\t经理\t维权\t老是\t莫\t被停\t被封\t被锁\t见你们\t谁同意\t谁要\t货\t赢\t'
    '起先\t起初\t起诉\t踢皮球\t转圈\t过分\t还在等\t还错\t这叫\t追究\t逗我\t部分到\t部分好\t部分解决\t部分退\t'
    '银保监\t闪退\t闭嘴\t领导\t鬼才\t黑屏\t'
)
POSTPONES_WORDS = (
    'check\td\tfirst\tfix\tget\tgive\tif\till\tlater\tlet\tll\tlook\tmaybe\tmight\tneed\tonce\tonly\tpay\tpays\t'
    'perhaps\tpossibly\treceive\treplace\tsee\tsend\ttest\tthink\ttry\tunless\tuntil\twhat\twhen\twhere\twheres\t'
    'will\twould\t'
)
POSTPONES_PARTS = (
    '?\t不清楚\t不知道\t不确定\t假如\t先\t再用用\t到底\t前提是\t去哪\t同意\t吗\t呢\t哪去\t回头再\t在哪\t如果\t想\t'
    '撤\t改天再\t晚点\t没\t看\t确认\t等\t结\t考虑\t观察\t议\t试\t说\t过几天\t除非\t'
)
CHINESE_RESERVES_WORDS = (
    ''
)
CHINESE_RESERVES_PARTS = (
    '一般\t不\t也许\t些\t什么\t仿佛\t估计\t似乎\t但愿\t何何\t何来\t何谈\t倒霉\t偶尔\t兴许\t再\t凑合\t几乎\t厉害\t'
    '只能\t叫\t可真\t可能\t吧\t哪\t唉\t喜欢\t嘴上\t基本\t多\t大体\t大概\t大约\t大致\t大部分\t好\t对\t就\t希望\t'
    '应该\t开心\t强\t恐怕\t想必\t感觉\t懒得\t或许\t按理\t无所谓\t是\t暂时\t有时\t有的时\t求但其\t求但啦\t求其其\t'
    '求其啦\t没\t治标\t满意\t点\t现在看\t理论上\t目前看\t看上去\t看心情\t看情况\t看样子\t看着办\t看起来\t真有你\t'
    '真有您\t真要\t离解决\t称得上\t稍微\t等\t算\t行\t表面上\t觉得\t认了\t认栽\t说\t谈何\t谈来\t谈谈\t貌似\t赢\t'
    '过得去\t那么回事\t配\t随你\t随便\t随您\t面子上\t马马虎虎\t高兴\t'
)
WANTS_WORDS = (
    'again\talso\talthough\tanother\tbut\tcan\tcould\texcept\thope\thow\thowever\tif\tmissing\tneed\tother\t'
    'please\tshould\tstill\tuntil\twant\twhat\twhen\twhere\twhether\twho\twhy\twill\twish\twould\twrong\tyet\t'
)
WANTS_PARTS = (
    '?\t不过\t也\t什么\t但\t何时\t其他\t其它\t再\t又\t另\t只是\t可是\t吗\t呢\t多扣\t如果\t少了\t希望\t应当\t应该\t'
    '建议\t怎么\t是否\t然而\t能否\t请\t还\t错\t除了\t需要\t麻烦\t？\t'
)
RESERVES_EACH = (
    ('almost\t', ''),
    ('kinda\t', ''),
    ('sorta\t', ''),
    ('kind\t', ''),
    ('sort\t', ''),
    ('less\t', ''),
    ('somewhat\t', ''),
    ('theory\t', ''),
    ('paper\t', ''),
    ('way\t', ''),
    ('point\t', ''),
    ('extent\t', ''),
    ('halfway\t', ''),
    ('just\t', ''),
    ('enough\t', ''),
    ('off\t', ''),
    ('off\t', ''),
    ('now\t', ''),
    ('far\t', ''),
    ('sometimes\t', ''),
    ('depends\t', ''),
    ('meh\t', ''),
    ('most\tparts\t', ''),
    ('issue\tone\tpart\tproblem\t', ''),
    ('could\tmay\tmight\tshould\t', ''),
    ('would\t', ''),
    ('work\t', ''),
    ('used\t', ''),
    ('getting\t', ''),
    ('much\t', ''),
    ('better\t', ''),
    ('bit\tlittle\t', ''),
    ('seem\tseems\t', ''),
    ('appear\tappears\t', ''),
    ('looks\t', ''),
    ('believe\tguess\tsuppose\tthink\t', ''),
    ('suppose\t', ''),
    ('n\t', ''),
    ('no\tor\tyes\t', ''),
    ('', '/\t'),
    ('of\tout\t', 'of\t'),
    ('', '/\t'),
    ('hope\t', ''),
    ('hopefully\t', ''),
    ('hoping\t', ''),
    ('fingers\t', ''),
    ('only\t', ''),
    ('according\tallegedly\tclaimed\tclaims\tinsist\tinsists\tpromise\tpromises\tsaid\tsays\t', ''),
    ('claim\tsay\tthink\t', ''),
    ('heard\t', ''),
    ('supposed\t', ''),
    ('meant\t', ''),
    ('told\t', ''),
    ('if\tinsist\tlike\tmakes\tmust\tsay\tthink\t', ''),
    ('whatever\t', ''),
    ('like\twish\t', ''),
    ('up\t', ''),
    ('call\t', ''),
    ('suit\t', ''),
    ('cares\t', ''),
    ('give\t', ''),
    ('surrender\t', ''),
    ('bothered\t', ''),
    ('enough\t', ''),
    ('choice\t', ''),
    ('call\t', ''),
    ('call\t', ''),
    ('call\t', ''),
    ('great\t', ''),
    ('joy\toh\t', ''),
    ('good\t', ''),
    ('kind\tlovely\tnice\t', ''),
    ('who\t', ''),
    ('yeah\t', ''),
    ('jan\t', ''),
    ('good\tgrief\tjoke\tluck\t', ''),
    ('nice\t', ''),
    ('clap\t', ''),
    ('bravo\t', ''),
    ('lol\t', ''),
    ('lmao\t', ''),
    ('', 'hah\t'),
    ('wow\t', ''),
    ('solution\tsome\t', ''),
    ('dreams\t', ''),
    ('pigs\t', ''),
    ('pope\t', ''),
    ('arse\tass\tfoot\t', ''),
)
ACTS_EACH = (
    ('agree\tagreed\t', ''),
    ('accept\tacceptable\taccepted\t', ''),
    ('confirm\tconfirmed\tconfirming\tconfirms\t', ''),
    ('approved\t', ''),
    ('affirmative\t', ''),
    ('withdraw\t', ''),
    ('ahead\t', ''),
    ('closed\t', ''),
    ('closed\t', ''),
    ('thumbs\t', ''),
    ('cancel\tclose\tdrop\t', ''),
    ('consider\t', ''),
    ('close\t', ''),
    ('looks\tsounds\t', ''),
    ('stars\t', ''),
    ('exactly\t', ''),
    ('mistake\tmistaken\t', ''),
    ('misread\t', ''),
    ('misunderstood\t', ''),
    ('my\t', ''),
    ('option\t', ''),
    ('close\tlet\tsettle\t', ''),
    ('do\tthatll\t', ''),
    ('send\t', ''),
    ('coupon\toffer\toption\treplacement\ttake\tvoucher\t', ''),
    ('thank\tthanks\t', ''),
    ('complaint\tcomplaints\tfeelings\tobjection\tobjections\tworries\t', ''),
    ('action\tclaim\tclaims\tcomplaint\tcomplaints\tdropout\tdropouts\terror\terrors\tfurther\tissue\tissues\tmore\tother\tproblems\tquestion\tquestions\trequest\trequests\ttrouble\t', ''),
    ('need\t', ''),
    ('needed\t', ''),
    ('add\telse\tfurther\tneeded\tnothing\t', ''),
    ('bother\tneed\tt\twant\tworry\t', ''),
)
RESULTS_EACH = (
    ('resolved\tsolved\t', ''),
    ('fixed\t', ''),
    ('sorted\t', ''),
    ('repaired\t', ''),
    ('mended\t', ''),
    ('restored\t', ''),
    ('refunded\t', ''),
    ('credited\t', ''),
    ('reimbursed\t', ''),
    ('settled\t', ''),
    ('replaced\t', ''),
    ('canceled\tcancelled\t', ''),
    ('removed\t', ''),
    ('reversed\t', ''),
    ('works\t', ''),
    ('working\t', ''),
    ('', 'worked\t'),
    ('arrived\t', ''),
    ('delivered\t', ''),
    ('happy\t', ''),
    ('satisfied\t', ''),
    ('pleased\t', ''),
    ('content\t', ''),
    ('delighted\t', ''),
    ('glad\t', ''),
    ('longer\t', ''),
    ('running\t', ''),
    ('runs\t', ''),
    ('runs\tsmoothly\t', ''),
    ('came\twent\t', ''),
    ('turned\t', ''),
    ('trick\t', ''),
    ('charm\t', ''),
    ('good\t', ''),
    ('again\tback\tnormal\tnow\tonline\tup\t', ''),
    ('better\thappier\t', ''),
    ('connect\tcould\thear\tlog\topen\torder\tplay\tprint\tsign\tuse\twatch\t', ''),
    ('can\t', ''),
    ('able\tam\t', ''),
    ('i\t', ''),
    ('see\t', ''),
    ('balance\tfile\tfiles\tmy\torders\tphoto\tphotos\tsee\tthem\t', ''),
    ('came\tdriver\titem\titems\tpackage\t', ''),
    ('an\tissue\tproblem\t', ''),
    ('stable\t', ''),
    ('stable\t', ''),
    ('does\t', ''),
    ('now\t', ''),
    ('both\thave\titem\titems\tmoney\tmy\torder\tordered\tpackage\tparcel\tparcels\trefund\treplacement\twanted\t', ''),
    ('hit\tlanded\treached\t', ''),
    ('great\tlooks\t', ''),
    ('logged\t', ''),
    ('there\t', ''),
    ('full\t', ''),
    ('appeared\tcame\tcome\tcrashed\tfailed\thappened\tnot\toccurred\t', ''),
    ('never\tthought\t', ''),
    ('single\t', ''),
    ('both\thad\tmy\treceived\t', ''),
    ('error\terrors\tfault\tfaults\tissue\tissues\tproblem\tproblems\ttrouble\t', ''),
    ('stopped\t', ''),
    ('t\t', ''),
    ('received\t', ''),
    ('got\tmy\t', ''),
    ('all\tare\teverything\tfeel\tfeels\tis\tnow\tquite\tre\ts\tso\tvery\t', ''),
)
