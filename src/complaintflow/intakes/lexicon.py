"""What people say, in Chinese and English, and what that may mean: data of the classifier, to be read and extended.

Each row is a list of phrases (see `phrases`) with one meaning. Weights: 6 decides, 4 is typical, 2 is a hint, and a
hint alone is enough only when nothing speaks against it. Hazards come first and weigh most: they lean to a false alarm.
Traditional characters are folded before anything is looked for, so only simplified ones stand here.
"""

from __future__ import annotations

from complaintflow.intakes.rule import Rule

_SECURITY = "account_security"

_FOOD = (
    "饭|菜(?!鸟)|(?<!送)餐|肉|鱼|虾|蟹|鸡|鸭|(?<!混)蛋|牛奶|酸奶|奶粉|奶茶|奶油|豆浆|饮料|水果|西瓜|面包|蛋糕|点心|"
    "饼|馒头|包子|饺|粥|汤|面条|米线|螺蛳粉|麻辣烫|火锅|烧烤|烤串|外卖(?!小哥|员|骑手|平台|车)|零食|辣条|薯片|坚果|"
    "瓜子|糖|巧克力|月饼|粽子|罐头|香肠|火腿|豆腐|凉皮|炸串|烤肉|饼干|瓶底|瓶口|寿司|披萨|汉堡|沙拉|卤味|滷味|鸭脖|"
    "串串|冒菜|炒饭|炒面|米饭|拌面|拉面|馄饨|汤圆|年糕|酱|醋|腐乳|咸菜|泡菜|鱼丸|肉丸|肠粉|蛋挞|布丁|果冻|蜂蜜|"
    "保健品|奶片|母乳|鲜奶|豆奶|茶饮|冰淇淋|雪糕|辅食|米糊|果泥|食品|食物|食材|海鲜|咖啡|果汁|矿泉水|桶装水|啤酒|"
    "酒席|自助|便当|吃(?!到饱|亏|灰|惊|相|力)|喝"
)
_ILL = (
    "拉肚子|拉稀|窜稀|一直拉|拉了(一|两|三|几|好)|拉(脱水|到|个不停)|腹泻|肚子(疼|痛|绞|不舒服|难受|不对劲)|肚痛|"
    "腹痛|绞痛|胃(疼|痛|不舒服|难受|绞)|呕吐|吐(了|个|得|到|惨|一)|狂吐|又吐又|上吐|反胃|中毒|过敏|肠胃炎|肠炎|医院|"
    "急诊|输液|点滴|吊针|挂水|吊水|洗胃|发烧|高烧|起疹|休克|打滚|抱着肚子|疼得|痛得|吐(?!槽|露|司|丝|出的?气|字)|"
    "跑厕所|上厕所|厕所|一坨一坨|结块|絮状|沉淀|漂着|漂浮|脱水|头晕|嘴麻|食道|卡(喉|嗓|住|在)|(崩|硌|磕|断|掉|碎)(掉|"
    "了|坏|断)?.{0,3}牙|牙.{0,3}(硌|崩|磕|断|碎|掉)"
)
_FOREIGN = (
    "虫|蛆|苍蝇|蟑螂|小强|老鼠|头发|毛发|钢丝|铁丝|钉子?|玻璃|碎片|塑料|金属|铁屑|铁片|刀片|针头|指甲|创可贴|异物|"
    "木屑|木刺|石子|石头|沙子|蛾|蜈蚣|蚯蚓|黑毛|绿毛|白毛|霉斑|蜗牛|蟑螂腿|幼虫|飞虫|蚊子|皮筋|手套|口罩|扣子|铁|"
    "毛发|带血|血丝|羽毛|烟头|蚂蚁|蜘蛛|螺丝|橡皮|线头|胶布|牙齿|不明物|硬物"
)
_SPOILT = (
    "发霉|霉|长毛|变质|馊|臭|腐|烂了|发酸|酸了|发黑|发绿|发黏|拉丝|胀(气|包|袋)|过期|没熟|不熟|没烤熟|没炸熟|半生|"
    "血水|异味|怪味|变味|坏了|坏的|坏掉|不新鲜"
)
_MONEY = (
    "余额|存款|钱|积蓄|养老金|退休金|资金|账户|账上|卡里|卡上|银行卡|信用卡|储蓄卡|工资卡|零钱|理财|基金|定期|活期|"
    "余额宝|公积金|医保|点券|装备|\\d(元|块|万|千)|(一|两|二|三|四|五|六|七|八|九|十|几)(万|千)"
)
PAID = (
    "保证金|服务费交|费用交|会费|房租|租金|中介费|加盟费|报名费|办了卡|充了?卡|储值|付了|交了|付款|付钱|打款|打钱|"
    "打过去|转账|转了|转过去|汇款|汇了|交了|交钱|充了|充值|充的|年卡|会员卡|预付|定金|订金|押金|学费|课时|首付|货款"
)
VANISHED = (
    "拉黑|把我删|删了我|删好友|失联|联系不(上|到)|人(也|都|就)?(找不|不见|没了|跑)|找不(到|着)人|跑路|跑了|消失|关门|"
    "倒闭|锁了|人去楼空|搬空|搬走|停机|空号|人影|蒸发|一夜之间|连夜|没着落|打水漂|要不回|追不回|拿不回|卷铺盖|"
    "不见踪影|没踪影|玩失踪|人间蒸发|再也没|不知去向|老板换"
)
_HURT = (
    "脱臼|疙瘩|红斑|红疹|皮疹|流水|疤|脱发|掉发|秃|淤|肿|疼|痛|麻了|划|割|刺|扎|烫|烧|灼|砸|夹|磕|摔|撞|压|咬|扭|断|"
    "裂|折|破|肿|青了|紫了|起泡|起了?.{0,2}泡|水泡|流血|出血|流脓|溃烂|烂了|脱皮|过敏|缝|骨折|石膏|掉了?.{0,2}颗"
)
_BODY = (
    "手(?!机|续|工|动|表|感|法|段|册|环|办|柄|电|提|写)|手指|胳膊|腿|(?<!椅)(?<!桌)脚|额头|头上|头部|头皮|脸|眼睛|"
    "眼角|嘴唇|门牙|鼻子|耳朵|膝盖|腰|后背|脖子|皮肤|身上|屁股|肋骨|下巴"
)
_EAT_EN = (
    "food|meal|dinner|lunch|breakfast|takeaway|takeout|meat|chicken|beef|pork|burger|fish|fish fingers|seafood|"
    "prawns?|shrimps?|oysters?|salad|sushi|pizza|pasta|noodles?|rice|soup|sandwich|wrap|kebab|curry|sauce|bread|cake|"
    "cookies?|biscuits?|snacks?|chips|crisps|fries|cereal|granola|milk|yogh?urts?|cheese|cream|butter|eggs?|formula|"
    "baby food|puree|fruit|berries|strawberries|vegetables?|lettuce|juice|drinks?|coffee|beer|wine|tacos?|burritos?|"
    "nuggets?|hot ?dogs?|sausages?|lasagn[ae]|ramen|dumplings?|bagel|donuts?|pie|stew|steak|ribs?|wings|mince|ham|"
    "turkey|tuna|salmon|crab|lobster|mussels|peanuts?|popcorn|lunchbox|meal kit|canteen|oatmeal|porridge|spinach|"
    "beans|tofu|smoothie|soda|bottled water|diner|chocolate|candy|nuts|jar|tin of|can of|ready meal|restaurant|"
    "buffet|cafe|deli|ate|eat|eaten|eating|drank|drinking|bite"
)
_ILL_EN = (
    "sick|ill|vomit*|threw up|throwing up|throw* up|puk*|the runs|diarr*|stomach*|cramps?|tummy|poison*|nause*|"
    "allergic|anaphyl*|hospital|emergency room|the er|bathroom|toilet|the loo|gut|belly|unwell|queasy|epipen|"
    "ambulance|hives|dehydrat*|on a drip|fever|choked|choking|chipped|cracked (a|my) tooth"
)
_FOREIGN_EN = (
    "glass|metal|plastic|wire|hair|bugs?|insects?|worms?|maggots?|cockroach(es)?|roach(es)?|fly|flies|mouse|mice|"
    "rats?|nail|needle|screw|stone|pebble|rubber|pieces? of|part of a|bits? of|mouse droppings|feather|eggshell|bone|"
    "blade|band-?aid|staple|shards?|larva*|weevils?|ants|slug|snail|spider|beetle|moth|fingernail|glove|"
    "something (hard|sharp|moving|alive)"
)
_SPOILT_EN = (
    "mou?ld|mou?ldy|fuzzy|furry|green and|slimy|rotten|rancid|spoil*|expired|out of date|past its|raw|undercooked|"
    "bloody|gone off|went off|smelled off|smelt|stank|contaminat*|sour|pink and|pink inside|pink in|still frozen|"
    "frozen inside|cold inside|not cooked|uncooked|half cooked|blood in|bleeding"
)
_WHO_EN = "someone|somebody|some one|a stranger|strangers?|thief|thieves|some guy|criminals?|whoever|a person|people"

HAZARDS = (
    Rule(
        "phrases",
        """
            (不认识|没去过|没见过|没听过|没买过|没用过|没听说过|不知道是?什么|陌生|来历不明)的?.{0,8}(店|商户|
            加油站|平台|公司|地方|东西|消费|扣款|交易|商家|账户) / 笔.{0,20}(我在睡|我没|不是我|都不是|睡觉|没操作)
            (扣款|扣费|消费|支出|交易)~~(我在睡|睡觉|我没|不是我|没用过|没操作|人在家|卡在(手|身))
            扫码~~(转走|没了|刷走|扣了|转光) / 验证码.{0,6}(告诉|给了|念|发给|报给)
            先(交|付|转|打).{0,12}(保证金|押金|手续费|解冻费|会员费|定金|税)
            (学费|会费|预付款|余额|卡里的钱|货款|定金|押金|钱)~(没着落|打水漂|要不回|追不回|拿不回|没处要|没人退|
            找谁要) / 再也(联系不上|没(回|见)|找不到) / 连夜(搬|跑|撤) / 一夜之间.{0,6}(搬|关|空|没|跑)
            (被人|有人|被别人)(用|花|刷|借|取|提|转|消费)(掉|了|走|去)?.{0,8}(\\d|一|二|三|四|五|六|七|八|九|十|几|
            百|千|万) / 卡(上|里)(的钱)?(少|没|只剩|就剩) / 一笔一笔
            收(完|了).{0,8}(款|钱|定金).{0,8}(不来|不见|不干|跑|消失|没人|不管|失踪|没影)
            地址(是|都是)?(空|假|不存在) / 空壳公司 / 皮包公司 / 按.{0,6}(说的|指示|提示|要求)(操作|做|点|填)
            (doesn't|does not|didn't|never) exist* / number (is|was|has been)? ?(dead|out of service|disconnected)
            (sent|moved|transferred|taken|withdrawn|gone)~from my (wallet|account|savings|card)
            while i was (asleep|sleeping|at work|away|abroad) / nothing left (on|in) (it|my|the|there) / maxed out
            (in|from) another (state|country|city)
            (read|reading|give|gave|giving|tell|told|hand*)~(code|codes|pin|otp|password|card number|card details|
            passcode)
            (said|says|claim*|pretend*|posing|pose*|impersonat*)~(from|as|be) (my|the|your|a)? ?(bank|fraud|police|
            irs|hmrc|tax|microsoft|amazon|support) / bogus / phony / phoney / sham (company|site|business)
            fake (website|site|seller|shop|store|landlord|agent|ad|invoice|tickets?|listing|job|charity)
            gone in (seconds|minutes|ten|five|an hour|one)
            (paid|sent|gave|took|handed)~~(upfront|up front|in advance|bank transfer|wire|cash)~~(down|
            nobody answers|no answer|disappeared|vanished|gone|ghosted|never|stopped|unreachable|blocked)
            (transactions?|purchases?|charges?|withdrawals?|payments?)~(overnight|i never|not mine|abroad|overseas|
            while i was)
            (\\d+|two|three|four|five|ten|twenty|forty|several|multiple|dozens of|a bunch of|
            lots of) (transactions?|purchases?|withdrawals?)~(in|from|at|overnight|that|to)
            (lost|losing|out of pocket)~(savings|pension|everything|thousands|grand|money to)
        """,
        hazard="funds_lost",
        weight=6,
    ),
    Rule(
        "phrases",
        """
            (收款账户|提现账户|收款码|绑定|地址|资料|邮箱|手机号?|密码|昵称|头像)(都|也|全|已|已经)?(被|让|遭)(人|
            别人|他人|谁|陌生人)?.{0,2}(改|换|篡|删|动) / 密码(也|都|突然)?(不对|变了|失效|不正确)
            (多(了|出)|冒出)~(信用卡|贷款|网贷|欠款|账户|公司|户头)
            身份证.{0,4}(丢|被|遗失|泄|借)~~(贷|卡|开|欠|注册|法人) / 从.{0,8}(登录|登陆|登入|上线|登了)
            (登录|登陆|登入)(了)?我的?(账|帐|号|店|后台|邮箱|微信) / 冒充我 / 假冒我 / 顶着我的(名|头像)
            法人(代表)?~不知情
            改密通知 / 收到我的(借款|借钱|消息|转账|红包|链接)
            (老板|朋友|同事|亲戚|好友|家人|群).{0,8}收到.{0,6}(借|转账|红包|验证码) / pretending to be (me|us|my)
            (somebody|someone) else (has|is|reset|changed|got|uses|logged)~
            (using|used|has|have|got|stole|stolen|use) my (profile|account|identity|name|social|ssn|id|details|
            photos?|login|password|passport|number)
            (never|didn't|did not) (ask*|request*|want*|appl*|open*|order*|sign*)~(card|loan|account|credit|phone|
            line|contract)
            (card|loan|account|line of credit|contract|debt)~(i )?(never|didn't|did not|haven't) (ask*|request*|
            appl*|open*|sign*|take|took|made|had)
            messag*~my (friends|contacts|followers|family)~(money|asking|pretending|for) / locked me out of
            kicked me out of my
        """,
        type=_SECURITY,
        hazard="account_takeover",
        weight=6,
    ),
    Rule(
        "phrases",
        """
            按在(地|墙)上? / (顶|压|掐|勒)(着|住)我 / 冒(蓝光|电|火|烟|泡) / 手指头?.{0,4}麻 / 起(了)?(个)?(大)?包
            像被.{0,6}(烫|火烧|电|烧) / 安全带.{0,6}(断|失|松|扣不|弹)
            (座椅|婴儿车|推车|滑板车|平衡车|自行车).{0,8}(断|塌|翻|散|开|失) / 摔下 / 被.{0,4}(狗|蛇|猫)咬
            脱臼 / 飞出去 / 甩出去 / 摔出去 / 吞(下去|下了|进去|进了|掉|了(一|电池|磁)) / 误(吞|食) / 气管
            呛(到|水) / 晕(倒|过去|厥) / 昏(倒|迷|过去) / 留疤 / 毁容 / 红疙瘩 / 红疹 / 皮炎 / 失明
            被.{0,8}(咬|烫|砸|夹|割|划|扎|刺|烧|炸|电|撞)(了|到|伤|破|的|出|断)
            (碎片|玻璃|热水|开水|油|火|液体|酸|电池液)~(崩|溅|喷|扎|烫|飞)(到|进|出|了|起|伤)
            突然.{0,4}(停住|爆了?|炸|冒|弹|塌|断|裂|掉|翻) / 掉下来 / 砸下来 / 塌(了|下|陷) / 爆了 / 裂开
            喷(火|出来|到) / 漏(液|酸|油烫) / 一氧化碳 / 中暑 / 煤气
            burst / chunk out of / (pulled|fell|tipped|toppled|came|falling|tipping)~over on
            put (me|us|him|her|my *|two|three|both)~in (the er|er|hospital|a&e|intensive care) / headlock
            (cracked|broken|bruised|fractured) (ribs?|jaw|skull|spine|pelvis|toe|thumb|bone|cheek)
            (reversed|backed|crashed|drove|ploughed|plowed) into (my|me|a|our|his|her|the)
            (came|come|fell|falls|falling|fall) (down|off|on|onto)~(me|head|us|my|him|her|asleep|foot|toe|child|
            baby|son|daughter)
            missed (my|his|her|our) head / swollen / swelling / skin~(peel*|raw|burn*|itch*|red|rash|blister*)
            itch* / fumes / dizzy / lightheaded / gash / bled / bleeding / stepped on / zapped
            (toppled|tipped|snapped|shattered|collapsed)~(on|over|under|while|and|when) / swallow* / suffocat*
            drown* / (it|he|she|they|dog) bit (me|my|him|her)
        """,
        type="product_quality",
        hazard="personal_safety",
        weight=2,
    ),
    Rule(
        "phrases",
        """
            (从|往).{0,6}(桥|楼|窗|顶|阳台|崖).{0,4}(下去|跳|下来) / 今晚就.{0,4}(死|跳|走)
            (三|几|两|四|一帮|一群|\\d)个?(人|大汉|男的).{0,6}(来|上门|堵|踹|围) / 踹门 / 叫我滚
            砸(了)?(我|玻璃|门|窗|店)
            (剪刀|菜刀|刀子?|棍子?|铁棍|砖头?|酒瓶|枪)~(指|对着|砍|捅|威胁|架|挥|扔|砸|追) / 指着我(的)?(鼻子|说|骂)
            再(闹|投诉|来|敢|说|bb|啰嗦).{0,4}(试试|一次试|看我|就|打) / 试试看 / 要我(好看|命|死)
            弄(你|我)(一顿)? / 找(到|上)我(家|门|单位|公司) / (上|来|去)(我|你)家(来|找|闹|打)? / 我家(地址|门口)
            (电话|照片|信息|地址|住址).{0,6}(发到|挂到?|贴到?)(网|群|朋友圈) / 骂我全家
            (打|扇|掐|踢|踹|推|拽|扯|拉扯|推搡)(了)?(我|人|他|她|孩子|老人|顾客|一巴掌|一耳光) / 吐(我)?(口水|痰)
            锁(在|门不让) / 跟着我 / 不想活 / 想死 / 活着没 / 寻短见 / 自残 / 一死了之 / 死了算
            (touching|touched|rubbing|rubbed|stroking|stroked|groping) (my|me|her|his)~ / stop touching
            (pulled|waved|showed|drew|carr*)~(gun|knife|weapon|bat|machete) / sort (me|you|him|her|us) out
            (has|have|got|knows?|found) (my|our|your) (home )?address
            (don't|do not|can't|cannot) see (a|the|any) point~(living|going on|life|anymore|any more)
            no point (in )?(living|going on|being here) / point in (going on|living) / end it
            taken everything from me
            (wish|wished) i (was|were) dead / (put|had) (me|him|her) in a
            (came|coming|run|ran|running) at (me|us)~
            (shook|shaking|waved|waving|pointed|pointing) (his|her|a|the)~(fist|finger|knife|gun|stick|bat)
            (grabbed|yanked|twisted|squeezed) (my|me|her|his) / sexual* / inappropriate* touch* / leered
            follow(ed|ing|s) me
        """,
        type="service",
        hazard="personal_safety",
        weight=3,
    ),
    # Two things in one sentence that together are a danger.
    Rule(
        "phrases",
        f"""
            ({_FOOD})~~({_ILL}) / ({_ILL})~~(吃了|喝了|吃完|喝完|食物|食品|餐厅|你们家) / ({_FOOD})~({_FOREIGN})
            ({_FOOD})~({_SPOILT})
            ({_FOREIGN})~(在|从).{{0,3}}(饭|菜|汤|面|碗|杯|瓶|嘴)里
            (发霉|过期|变质|臭了?|馊了?|坏了?)的.{{0,6}}({_FOOD})
            ({_EAT_EN})~~({_ILL_EN}) / ({_ILL_EN})~~(after|from|because of)~({_EAT_EN})
            ({_EAT_EN})~({_FOREIGN_EN})~(in|inside|found|with|it|them|on)
            ({_FOREIGN_EN})~(in|inside|out of|on)~({_EAT_EN}) / ({_EAT_EN})~~({_SPOILT_EN})
            ({_SPOILT_EN})~({_EAT_EN})
        """,
        type="product_quality",
        hazard="food_safety",
        weight=7,
    ),
    Rule(
        "phrases",
        f"""
            ({_MONEY})~(没了|没啦|没有了|不见|不翼而飞|消失|飞了|蒸发|清空|归零|为零|只剩|就剩|仅剩|一分不|少了|
            丢了|打了?水漂|被(人)?(转|盗|偷|刷|划|取|提|骗|套|卷))
            ({_MONEY})~(转走|转出|转光|刷走|刷掉|刷光|取走|提走|盗|偷走|套走|骗)
            (转|刷|扣|消费|支出|取款|交易|少了)~~(不是我|我没(有)?(操作|转|刷|买|消费|授权)|谁(转|刷|花|消费|操作)|
            不知情|我根本没|我都不知道|没操作|非本人|不是本人|说是我自己)
            ({PAID})~~({VANISHED}) / 骗~(转|存款|钱|万|块|元|付|汇|打款)
            自称.{{0,6}}(警察|公安|客服|银行|法院|检察|领导|平台|老师) / 假(客服|警察|公安|网站|链接|二维码)
            (刷单|兼职)~~(垫|返|本金|提不|钱) / (理财|投资|平台|项目)~~(提不出|取不出|崩盘|爆雷|暴雷|无法提现|本金)
            传销 / 套路贷
            (account|savings|balance|money|funds|pension|miles|points|crypto|wallet|pounds|dollars|card)~~(at zero|
            is zero|emptied|gone|missing|vanished|disappeared|stolen|drained|wiped|cleared out|cleaned out|
            nothing left)
            ({_WHO_EN})~(moved|took|transferred|withdrew|spent|booked|bought|ordered|sent|cashed|stole|emptied|
            drained|used|got)~(my|our|everything|money|account|card|savings)
            (booked|bought|ordered|spent|used|taken|made|withdrawn|moved) by (a stranger|someone|somebody|
            a third party|persons? unknown)
            (purchases?|payments?|transactions?|charges?|withdrawals?|orders?|spent|transfers?)~~(i live in|
            never been (to|there)|wasn't me|was not me|not me|(i've|i have) never (been|made|used|bought|ordered|
            visited|heard|shopped)|i don't know|don't recogni[sz]e|do not recogni[sz]e|never made|didn't make|
            did not make|not mine|weren't mine|aren't mine|weren't me)
            (deposit|money|paid|cash|fees?|payment)~~(not been seen|hasn't been seen|never (came back|heard from|
            seen again)|disappeared|vanished|phone is (off|dead|disconnected)|blocked me|ghosted|website is gone|
            no longer exists|gone bust|closed for good|shut (up )?shop|went under|bankrupt)
        """,
        hazard="funds_lost",
        weight=7,
    ),
    Rule(
        "phrases",
        f"""
            有人(用|拿|冒|盗|以|顶)~我~(信息|名字|身份|名义|身份证|手机号|号码|账号|资料|证件)~(借|贷|开|注册|办|买|
            签|租|登|下单|实名|绑|骗|申请)
            有人(登|上|在用|进)(了|录|陆|入)?我
            (登录|登陆|登入|登我)~~(不是我|非本人|不是本人|我人在|我在家|没登|没有登|外地|异地|境外|国外)
            (名下|征信)~(多|莫名|冒出|突然)~(贷款|卡|账户|公司|号|欠款|担保)
            (号|账号|帐号|账户|微信)(被|让|给)(人|别人)?.{{0,3}}(盗|偷|黑|登|顶|挤|找回|改密)
            (没|没有|从没|从来没|从未)(贷|办|申请|开|注册|签|借)过~~(贷款|贷|信用卡|账户|户|欠款|逾期|征信)
            不是(我)?本人(办|申请|签|开|注册|贷|登)
            (email|password|phone|number|address|details|pin|username)~(was|were|has been|have been|got|been|is now|
            just) ~(changed|reset|switched|swapped|replaced)
            ({_WHO_EN})~(logged|signed|got|getting|broke|hacked|in) ?(in|into|to)?~(my|our) (account|email|profile|
            page) / (login|log-?in|sign-?in)~~(wasn't me|was not me|not me|never been)
            (loan|contract|account|credit card|card|credit|finance|debt|phone line|policy|mortgage)~~(never|didn't|
            did not|not) (took|taken|take|opened|open|signed|sign|applied|apply|asked for|agreed)
            (never|didn't|did not) (took|taken|take|opened|open|signed|applied|apply)~(out|up for|for)? ?(a|this|
            that|any|the|such) (loan|contract|account|card|credit)
        """,
        type=_SECURITY,
        hazard="account_takeover",
        weight=7,
    ),
    Rule(
        "phrases",
        f"""
            ({_BODY})(上|都|被|给|全|也|就|直接|里|部)*.{{0,3}}({_HURT})
            把(我|孩子|宝宝|老人|女儿|儿子|老婆|老公|我.)?.{{0,4}}({_BODY}).{{0,3}}({_HURT}) / 门牙 / 石膏 / 水泡
            流脓 / 化脓
            (突然|忽然)(加速|断|塌|倒|掉下|失控|起火|爆|炸|断裂|弹出|松脱) / 刹不住
            烧(了|出|成|穿|黑)(一)?个?(大)?(洞|窟窿) / 烧(坏|化|穿|断|黑|糊) / 火苗 / 火星 / 明火 / 短路 / 跳闸
            (烫|电|炸|伤|砸|夹|压|扎|割|撞|绊|摔)(到|着|了|伤|得)(我|孩子|宝宝|老人|女儿|儿子|人|小孩|手|脚|腿|脸|
            一跤) / 把.{{0,6}}(撞|砸|烫|摔|绊|压|夹|割|电)(了|倒|伤|到|飞|破) / 触碰后?麻
            (住院|抢救|急救|救护车|icu|送医|急诊) / 差一?点(就)?(没命|死|出事|烧|炸|摔|砸|噎|窒息|出人命|撞)
            (burn|burnt|burned|burning|burns|scald*|scorch*)~(leg|arm|hand|hands|face|skin|finger*|son|daughter|
            child|kid|baby|me|myself|bed|carpet|floor|table|hole|house|flat) / alight / so hot / too hot to
            touch / gave way / in a cast / plaster cast / lost (a|two|three|my|his|her)~(tooth|teeth|finger|toe|eye)
            black eye / needed surgery / operated on / ended up in (hospital|a&e|the er|er)
            (doors?|gate|lid|lift)~(on|onto|into|against) (my|me|her|his|our)~(arm|hand|leg|head|foot|mother|son|
            daughter|finger*) / (threw|throws) (me|him|her) off / skin (peel*|came off|graft)
        """,
        type="product_quality",
        hazard="personal_safety",
        weight=2,
    ),
    Rule(
        "phrases",
        """
            走夜路 / 带人(来|上门|堵|过来) / 找人(来)?(打|弄|收拾|堵|砍|教训) / 弄(死|残)我? / 整死 / 往死里
            (要|想|就要|说要)(打|动手|砍|杀|揍|弄)(我|人|死)? / 揍 / 动粗 / 拿(着|起)?(刀|棍|砖|酒瓶|凳子)
            蹲(点|守|我|在|女儿|孩子) / 天天~(蹲|堵|守) / (踹|砸)(门|我|店|车|窗) / (让|叫)我(小心|等着|后悔|走着瞧)
            别想(活|好过) / 住哪 / 人肉 / 裸照 / 搂 / 抱住 / 强吻 / 小黑屋 / 限制(我)?(人身)?自由
            不让.{0,3}(走|离开|下车|出门)
            kick* (the|my|our|in)~door / bring (his|her|their|some)? ?(friends|mates|boys|lads|people)
            next time (he|she|they|i)~ / smash* (my|the|our) / (his|a|her) fist* / swung at / lunged
            chased (me|us) / intimidat* / blackmail* / extort* / nudes / pinned (me|him|her) / dragged (me|him|her)
            spat (at|on) / threw~at (me|us|my) / cornered (me|us)
            (came|comes|come|coming|turned up|shows up|showing up) (to|at) my (home|house|door|work|flat)
        """,
        type="service",
        hazard="personal_safety",
        weight=3,
    ),
    Rule(
        "phrases",
        """
            (余额|存款|钱|积蓄|养老钱|退休金|血汗钱|资金|账户里?|账上|卡里?|卡上|钱包|零钱|理财|公积金|点券|装备|
            积分|话费|工资|本金)~(被转|转走|转出去|划走|划转|取走|盗|偷|骗走|骗光|卷走|清空|扣光|刷走|刷光|刷掉|
            提走|套走|掏空|洗劫|挪用|吞了|侵吞)
            (余额|存款|钱|积蓄|资金|账户|账上|钱包|零钱|卡里|卡上)~(不翼而飞|凭空|不见了|不见$|消失|没有了|一分不剩|
            归零|清零|变成?(0|零)|蒸发|只剩)
            钱(就|全|都|全都|突然|莫名其妙|一下子|怎么)*(没了|没啦|不见|飞了|少了)
            少了(好)?(几|两|三|一|\\d+)(百|千|万)
            (被|遭|遭到|遭遇|给人|让人)(人)?(盗刷|盗取|盗用|诈骗|骗)(了|走|去)? / 盗刷 / 资损 / 资金损失 / 诈骗
            被骗 / 骗走 / 骗了我 / 上当受骗 / 杀猪盘 / 受骗 / 骗(光|我钱|钱) / 骗取 / 骗子把
            (不是|非)(我)?本人(操作|交易|消费|刷|支付|转账) / 没(有)?(操作|授权|消费|买)过~(扣|转|刷|消费|支出|支付)
            (多|有|出现)(了)?(几|两|三|四|好几|一|\\d+)?笔(我)?(不认识|陌生|没见过|不明|没做过|莫名)
            (不认识|陌生|没见过|不明)的?(商户|消费|扣款|交易|支出|转账) / 商户名?我?(见都没见过|不认识|没听过)
            境外(消费|交易|刷) / 异常(消费|交易|转账)
            未经(我)?(授权|同意|许可)~(扣款|转账|支付|刷|扣了|划) / 私自(扣|划|转)(款|走|账|钱) / 偷偷(转|划)(走|了)
            (商家|店家|老板|店铺|店|公司|平台|机构|健身房|卖家|中介|房东|培训班|理发店|美容院|人)(都|已经|已|也|就|
            卷款|直接)*(跑路|跑了|失联|人间蒸发|卷款|消失|不见了|倒闭|关门了|关店|人去楼空|联系不上了) / 跑路 / 卷款
            卷钱 / 携款 / 人去楼空 / 人间蒸发 / 爆雷 / 非法集资 / 庞氏
            (转账|打款|付款|付了钱|给了钱|汇款|交了?钱|收了?钱|定金|订金|收款)~~(拉黑|失联|消失|不见人|跑了|
            联系不上|不发货了?人就|人间蒸发|没人影)
            转走 / 转出去了 / 屏幕共享~转 / 共享屏幕 / 克隆卡 / 卡被复制 / 冒充(客服|公安|银行|警察|领导|你们)
        """,
        hazard="funds_lost",
        weight=8,
    ),
    Rule(
        "phrases",
        """
            (money|funds|savings|balance|pension|cash|crypto|points|bitcoin|deposit|salary|wages|account|wallet|
            miles|card)~(stolen|drained|emptied|wiped|cleaned out|vanish*|disappear*|gone missing|siphon*|swiped|
            taken out|embezzl*)
            (my|our|all|her|his|the) (money|funds|savings|balance|pension|cash|crypto|coins)~(is|was|are|were|has|
            have|just|all)? ?(gone|missing|disappeared|vanished)
            (stole|stolen|steal*|drain*|emptied|empty*|wiped|wipe*|cleaned|cleared|siphon*|hijack*) ~(money|funds|
            savings|account|wallet|card|balance|pension|points|crypto|bank)
            (drained|emptied|cleaned) (me|us|him|her|my|our|out|it|everything)
            scam / scams / scammed / scammer* / con artist* / conned / swindl* / defraud* / fraudster* / ponzi
            phished / rug pull* / fell (for|victim) ~(fraud|phishing|trick)
            ripped (me|us|my *) off (of|for)
            (robbed|cheated|tricked|conned|duped|fooled) (me|us|out|my|him|her|into)~(money|pay*|transfer*|send*|
            savings|out of|\\d)
            cheated out of
            (tricked|talked|duped|conned|pressured) (me|us|him|her|my *) into (mov*|send*|transfer*|wir*|pay*|buy*)
            fraudulent (charge|transaction|withdrawal|transfer|payment|purchase|activity|order)s?
            unauthori[sz]ed ~(charge|transaction|withdrawal|transfer|payment|purchase|debit|order|use)s?
            (charge|transaction|withdrawal|transfer|payment|purchase|order)s?~(i|we) (didn't|did not|never|don't|
            do not|haven't|have not) (make|made|do|did|authori[sz]e*|approve*|recogni[sz]e*|place*|agree*|initiat*|
            do)
            (charge|transaction|withdrawal|transfer|payment|purchase|debit)s? (was|were|is|are) (unauthori[sz]ed|
            fraud*|not mine|not made by) / (didn't|did not|never) authori[sz]e*
            (withdrawal|withdrew|withdrawn|taken|transfer*|sent)~without (my|our) (knowledge|permission|consent|
            authori*)
            (owner|seller|merchant|shop|store|company|contractor|landlord|agent|he|she|they|gym|studio|
            trader)~(vanished|disappeared|ran off|run off|took off|skipped town|done a runner|went dark|ghosted|
            shut down overnight|closed down overnight|gone bust|went bust)
            (took|taken|take|with|has|have|got|kept) (my|our|the|all|everyone*) ~(money|deposit*|fee*|cash|savings|
            payment*)~(ran|run|vanish*|disappear*|gone|left|blocked|ghosted)
            (paid|sent|wired|transferred|deposit*)~~(vanished|disappeared|ghosted|blocked me|blocked us|ran off|
            never heard from)
            (card|cards) (was|were|got|has been|have been|is|been) (cloned|skimmed|copied|compromised|used by)
            cloned (my )?card / sim (swap|swapped|swapping) / ((debit|credit) )?card (fraud|cloned)
            gift cards with
            emptied my / wiped me out / cleaned (me|us) out / cleaned out my
            lost (all|everything|my life) ~savings
        """,
        hazard="funds_lost",
        weight=8,
    ),
    Rule(
        "phrases",
        """
            盗号 / 被盗号
            (账号|账户|帐号|帐户|号|微信|qq|line|游戏号|邮箱|会员号|店铺|后台|淘宝|支付宝|脸书|ig)(又|也|都|好像|
            可能|疑似|怀疑|应该|居然|是不是|是否|会不会|已经|刚刚|突然)*(被|遭|遭到|让|给)(人|别人|他人|黑客|骗子|
            谁|陌生人)*(盗|偷|黑|入侵|登|异地登|改密|改了密|换绑|破解|劫持|接管|冒用)
            异地登(录|陆|入)
            (陌生|不认识的?|不明|未知|国外|海外|外地|别的)(的)?(设备|手机|ip|地方|地点|地区|电脑|人)~(登|在线|上线)
            在(国外|外地|海外|别处|别的地方)(被)?登
            (密码|手机号|手机|邮箱|绑定|验证方式|密保|安全手机)(都|也|被|被人|让人|给)*(改掉|改了|改成|更改|篡改|
            修改|换绑|换掉|换了|换成|变成)(了|过|掉)?~~(人|我|没|不是|进不|登不|别人|盗|号|谁|了)
            改密 / 被改密码 / 密码被改 / 密码~被(人)?改 / 换绑 / 被(人|别人|他人)(登录|登陆|登入|登了|登走) / 踢下线
            挤下线 / 撞库 / 被黑 / 黑客 / 木马 / 钓鱼(网站|链接|短信)
            冒用 / 冒名 / 盗用(我|他|身份|信息|名义|账号|本人)
            (用|拿|借|盗)(着|了)?我的?(名义|名字|身份证?|身份信息|证件|信息|号码?)(去|来|在|上|给)?~(开户|开了户|
            办卡|办了|贷|注册|申请|补办|登录|借钱|开通|签|购)
            (不是我|我没|我没有|我从来没|我从没|没有?)(本人)?(申请|办|开|注册)过?~(开了?户|贷款|账户|账号|信用卡|
            白条|卡)~(怎么|却|居然|名下|有人|竟) / 名下(多|莫名|突然|怎么)(了|出|有)?~(贷款|卡|账户|公司|号)
            补办了(卡|我的) / (拿|用)我(去|来)?(跟|向|给|找)(我)?(的)?(朋友|亲戚|同事)~借钱
            (跟|向|给|找|群发)~(朋友|好友|亲友|家人)(群)?~借钱
            有人登(录|陆|了|入|着|上)?(了)?我的?(号|账|帐|微信|邮箱)
            (登|登录|登着)(着|了|过)?我的?(号|账号|账户|微信)
            (账号|账户|帐号|帐户|号|订单记录|购买记录)(里|中|上|内)~(不是|并非)(我|本人)(自己)?(下|买|点|订|充|发|操作)
            (积分|里程|会员卡?|余额|优惠券|礼品卡|游戏币)~被(别人|他人|人|陌生人|谁)~(花|用|刷|兑|领|换)(光|掉|完|了|走)
            (收货地址|绑定的?手机|邮箱)~(变成|换成|改成)(了)?(陌生|不认识|别人|他人)
        """,
        type=_SECURITY,
        hazard="account_takeover",
        weight=8,
    ),
    Rule(
        "phrases",
        """
            hack / hacked / hacker* / hacking / hijacked
            (account|email|e-mail|profile|login|phone|number|page|channel|shop|store)~(hacked|hijacked|taken over|
            compromised|breached|stolen|broken into|got into|cloned)
            (someone|somebody|some one|a stranger|stranger|they|thief|thieves|he|she|criminal*|person|people|
            who)~(changed|reset|switched|swapped|replaced|took over|takes over|taken over|got into|broke into|
            logged in*|log in*|signed in*|accessed|access to|guessed)~(password|email|e-mail|phone|number|address|
            account|profile|login|details|pin)
            (password|e-?mail|recovery *|phone number|address|details|pin)~(was|were|is|got|has been|have been|
            had been|been) (changed|switched|swapped|replaced|reset|altered|now changed|not mine)~
            (email|phone|number|address) (on|in|for|attached to|linked to) (it|my account|the account|there|
            file)~(isn't|is not|not) mine / not mine anymore
            (login|log in|log-in|logged in|sign in|sign-in|signed in|signin|access*)~(from|in) (russia|china|
            nigeria|vietnam|brazil|india|another (country|city|state|place)|abroad|a (country|city|state|place|
            device|location)|overseas|an unknown|unknown|a strange|unfamiliar|somewhere|a different)
            (device|phone|computer|location|ip|person|session)s?~(don't|do not|didn't|did not|never|can't|
            cannot) (recogni[sz]e|know|own|use*)~(log|sign|account|access*|on)s?
            (unknown|unfamiliar|unrecogni[sz]ed|strange|suspicious|new|another) (device|login|log in|sign in|
            sign-in|location|session)s?~(log*|sign*|access*|account|from|my|in)
            (opened|opening|took|taken|take|applied|signed|registered|created|got|used|using)~(in|under|using|
            with) my (name|identity|id|ssn|social|details|passport|info*)
            my (identity|id|ssn|social security) (was|has been|got|is|been|were) (stolen|used|compromised)
            identity (theft|thief|fraud|was stolen|stolen) / stole* (all )?(of )?my (id|identity) / impersonat*
            account takeover / taken over my / took over my / sim (swap|swapped|swapping)
            (never|didn't|did not) (applied|apply|open*|sign* up|request*)~(loan|card|account|line of credit)s?
        """,
        type=_SECURITY,
        hazard="account_takeover",
        weight=8,
    ),
    Rule(
        "phrases",
        """
            食物中毒 / 食品安全 / 食品中毒 / 上吐下泻 / 吃坏(了)?(肚子|东西|人) / 变质 / 馊 / 腐烂 / 腐败 / 胀包
            胀袋 / 涨袋 / 鼓包的?(罐头|牛奶|酸奶|食|,|。|还好) / 罐头~鼓包 / 长(了)?(绿|白|黑|霉)毛 / 长毛了 / 长蛆
            生蛆 / 蛆 / 生虫 / 长虫 / 苍蝇 / 蟑螂 / 小强 / 老鼠 / 虫卵 / 臭鸡蛋 / 地沟油 / 病死猪
            (吃|喝|食用|用餐|聚餐|喂|饮|宵夜|外卖|餐|饭|菜|肉|奶|海鲜|自助|火锅|烧烤|酒席)~~(拉肚子|腹泻|肚子疼|
            肚子痛|肚痛|腹痛|呕吐|吐了|狂吐|一直吐|吐得|拉了|拉稀|窜稀|中毒|过敏|肠胃炎|肠炎|进医院|去医院|送医|
            挂水|打点滴|住院|急诊|发烧|起疹|食道|卡喉|卡嗓|不舒服|胃疼|胃痛|难受|头晕|恶心)
            (拉肚子|腹泻|呕吐|上吐下泻|肠胃炎|过敏)~~(吃了|喝了|吃完|喝完|食物|食品|你们家的?饭|餐厅)
            (吃|喝|咬|嚼)(出|到|着|到了)(了)?~(头发|钢丝|铁丝|玻璃|虫|石头|石子|塑料|金属|铁|刀片|指甲|牙|创可贴|
            异物|碎片|钉|渣|针|木屑|烟头|蜘蛛|蚂蚁|毛)
            (吃出|喝出|吃到异物|食品异物|异物)
            (饭|菜|汤|粥|面|面包|馒头|包子|饺子|奶|奶粉|牛奶|酸奶|水|饮料|奶茶|咖啡|罐头|肉|鱼|海鲜|虾|盒饭|便当|
            外卖|火锅|蛋糕|月饼|零食|米|油|辅食|副食品|果汁|沙拉|寿司|披萨|汉堡|火腿|香肠|坚果|水果|蔬菜|巧克力|糖|
            食品|食物|餐)~(虫|发霉|霉|有异物|头发|钢丝|玻璃|碎片|塑料|金属|铁屑|刀片|过期|发臭|臭了|酸了|坏了|坏掉|
            没熟|是生的肉|不熟|生肉|异味|怪味|老鼠|钉|针|蚂蚁)
            (发霉|过期|变味|临期|霉变|没熟|不新鲜)的?~(饭|菜|面包|奶|饮料|食品|食物|零食|肉|鱼|罐头|米|油|饼|糕|糖|
            吃|喝|酸奶|月饼|辅食|药)
            (发霉|过期)~~(吃|喝|宝宝|孩子|卖)
        """,
        type="product_quality",
        hazard="food_safety",
        weight=8,
    ),
    Rule(
        "phrases",
        """
            food poison* / food safety / salmonella / e coli / e\\. coli / listeria / norovirus / botulism
            stomach bug after
            (ate|eat|eaten|eating|food|meal|meat|chicken|burger|salad|sushi|fish|seafood|shrimp|oyster*|pizza|
            sandwich|dinner|lunch|buffet|takeaway|takeout|milk|yogh?urt|cheese|formula|drink|drank|drinking|soup|
            rice|egg*|dish|restaurant|snack|cake|bread|snack|kebab|curry)~~(sick|ill|vomit*|threw up|throw* up|puk*|
            diarr*|stomach|cramps|poison*|nause*|allergic|anaphyl*|hospital|er|emergency room|epipen|ambulance|
            hives|food bug)
            (vomit*|threw up|throwing up|diarr*|sick|ill|poisoned)~~(after|from|because of) (eat*|ate|your|the|a|
            drink*|hav*)~(food|meal|chicken|salad|burger|sushi|fish|seafood|restaurant|buffet|dinner|lunch|milk|
            yogh?urt|sandwich|pizza|it)
            (mold|mould|moldy|mouldy|rotten|rancid|spoiled|spoilt|expired|out of date|past its|maggot*|contaminated|
            raw|undercooked|gone off|sour|rotting|slimy)~(food|meal|bread|milk|meat|chicken|fish|cheese|fruit|
            yogh?urt|formula|cake|berries|eggs?|sandwich|salad|snack|baby|soup|use by|best before|sell by|date|
            inside|pork|beef|burger)s?
            (bread|milk|meat|chicken|fish|cheese|fruit|yogh?urt|formula|cake|berries|egg*|sandwich|salad|soup|rice|
            cereal|chocolate|jar|can|food|strawberries|pork|beef|burger|turkey|ham|juice|puree|lettuce|veg*|tin|
            pizza)~(mold|mould|moldy|mouldy|rotten|rancid|spoiled|spoilt|expired|out of date|past its|maggot*|
            contaminated|raw|undercooked|went off|gone off|was off|bugs|worm*|insect*|hair|stank|smelled off|
            pink inside)
            (found|find|discovered|bit|bite|biting|chewed|swallowed|was|were|there was|noticed|had|saw|contain*|
            with)~(glass|metal|plastic|hair|bug|bugs|insect|worm|worms|maggot*|roach|cockroach|fly|mouse|rat|nail|
            needle|screw|wire|stone|bone|blade|bandaid|band-aid|plaster|tooth|staple|shard|larva*|weevil*|
            ants?)~~(food|meal|salad|soup|rice|noodles|bread|burger|sandwich|pizza|formula|puree|bar|cereal|milk|
            drink|coffee|snack|dish|pasta|chocolate|jar|can|bottle|baby|ice cream|curry|cake|yogh?urt|bite|my mouth|
            tooth|teeth|dinner|lunch|beans|chips|fries|juice)
            (food|meal|salad|soup|rice|noodles|bread|burger|sandwich|pizza|formula|puree|bar|cereal|milk|coffee|
            dish|pasta|chocolate|jar|baby food)~~(glass|metal|plastic|hair in|bug|insect|worm|maggot*|roach|
            cockroach|mouse|needle|screw|shard|larva*|weevil*)
            (mold|mould|maggots|cockroach|roach|rat droppings|mouse droppings|weevils) / nut allergy
            allergic reaction / anaphyla* / (contain*|had) (nuts|peanuts|gluten|dairy) / past its (use|sell|best)
            chipped (a|my) tooth
        """,
        type="product_quality",
        hazard="food_safety",
        weight=8,
    ),
    Rule(
        "phrases",
        """
            起火 / 着火 / 失火 / 火灾 / 烧起来 / 烧着 / 烧毁 / 烧没 / 烧焦 / 自燃 / 冒烟 / 冒火 / 火花 / 爆炸 / 炸了
            炸开 / 炸裂 / 爆裂 / 自爆 / 漏电 / 触电 / 电击 / 电到 / 被电 / 电了(一下|我) / 煤气泄漏 / 燃气泄漏
            漏气 / 漏煤气 / 一氧化碳 / 甲醛中毒
            (刹车|制动|方向盘|气囊)~(失灵|失效|没反应|没弹) / 翻车 / 失控 / 坍塌 / 倒塌 / 塌了 / 断裂
            (电梯|扶梯|缆车|设备|过山车|摩天轮)~(坠|困|夹|停|掉|卡|急坠)
            婴儿床
            (护栏|栏杆|椅子|凳子|梯子|床|架子|柜子|支架|门|天花板|灯)~(断了?|塌|砸|掉下来|倒下来|倒了|垮)~~(摔|伤|
            砸|包|人|孩子|宝宝|头)
        """,
        type="product_quality",
        hazard="personal_safety",
        weight=8,
    ),
    Rule(
        "phrases",
        """
            (划|割|刺|扎|烫|烧|砸|摔|撞|夹|灼|咬|抓|碰|弄|压|磕)(伤|破) / 受伤 / 受了伤 / 伤到 / 致伤 / 流血 / 出血
            缝了?~针 / 骨折 / 骨裂 / 扭伤 / 脑震荡 / 昏迷 / 晕倒 / 休克 / 窒息 / 噎 / 抽搐 / 二度 / 灼伤 / 毁容
            烂脸 / 脸(都|全|就)?(烂|肿|毁) / 破相 / 截肢 / 瘫痪在床 / 残废 / 致残 / 死亡 / 丧命 / 要命 / 出人命
            人命 / 差点(没命|死|出事|摔|烧)
            (用|戴|穿|涂|擦|敷|抹|玩|坐|骑|睡|做)(了|完|过)?~~(过敏|红肿|起疹|起泡|皮疹|溃烂|肿|头皮|皮炎|烂了|烫|
            灼)
            (孩子|宝宝|小孩|女儿|儿子|老人|我妈|我爸|我家人|家人|人|皮肤|头皮|嘴唇|眼睛)~(住院|送医|送急诊|急诊|
            抢救|急救|送医院|进医院|去医院|icu|救护车|红肿|过敏肿|起泡|溃烂)
            (手|头|脚|腿|脸|眼|膝盖|胳膊|额头|手指|嘴)~(划|割|扎|刺|烫|烧|砸|夹)(了|伤|破|到|开|个|出)~(口子|血|针|
            伤|破|泡|肿|包)?
            人身安全 / 生命安全 / 危及安全 / 安全隐患 / 不敢(洗澡|回家|出门|睡)
        """,
        type="product_quality",
        hazard="personal_safety",
        weight=1,
    ),
    Rule(
        "phrases",
        """
            (撞|轧|碾|砸|压)(到|了|倒|伤|飞|着|上)(了)?~(我|人|老人|孩子|小孩|妈|爸|行人|奶奶|爷爷|腿|脚|头|手)
            撞人 / (滑|摔|跌|绊)(倒|了一跤|伤|下来|下楼)~~(骨|伤|血|医院|缝|疼|痛|站不起|住院|断)
            (driver|courier|van|truck|car|taxi|cab|bus|rider|bike|scooter|employee|staff|guard|bouncer|worker|guy|
            man|he|she)~(hit|struck|knocked|ran over|ran into|run over|rear ended|crashed into) (me|my|us|a|him|her|
            the|into|down|someone|an|our)~
            hit me / hit my (son|daughter|child|kid|wife|husband|mother|father|mom|mum|dad|dog|face|head) / hit by
            ran me over / ran over my / knocked (me|him|her|my) (down|over|off) / slipped (on|and|in)
            (tripped|fell) (over|down|on|and|off|through)~(broke|hurt|hit|wrist|hip|back|head|knee|floor|stair*|
            injur*|ankle)
        """,
        type="service",
        hazard="personal_safety",
        weight=3,
    ),
    Rule(
        "phrases",
        """
            威胁 / 恐吓 / 恫吓 / 人身攻击 / 扬言 / 放话 / 走着瞧 / 小心点 / 给我等着 / 等着瞧 / 弄死 / 打死
            杀了(我|你|他)? / 砍(死|人|我) / 捅(死|了|我) / 收拾(我|你|他|一顿|全家|我们)
            对(我|我们|他|她|孩子|小孩|家人|我家人|我小孩|我孩子)(不利|不客气|下手|动手|动粗)
            (上门|来家里?|到家里?|来公司|找上门|堵)~(打|闹|砸|堵|威胁|报复|骂|泼|要债|讨债) / 来堵(我|你|门)
            堵(我|你|家)?(门|在) / 报复 / 泼(油漆|红漆|粪|水)
            知道(我|你)(住|家|孩子|小孩|在哪|们家)~(哪|里|址|住|上学|学校)? / 跟踪 / 尾随
            骚扰我?(女儿|本人|短信骚扰) / 性骚扰
            动手(打|推|了|打人|推人)? / 动手动脚 / 打人 / 打了我 / 打我 / 殴打 / 推倒 / 推了?我 / 推我
            扇(了)?(我|耳光|巴掌) / 耳光 / 掐(我|脖子) / 拳 / 踹(我|了|门) / 被打 / 挨打 / 拖(出|下)~(车|店|门)
            猥亵 / 强奸 / 非礼 / 摸我 / 咸猪手 / 偷拍 / 绑架 / 非法拘禁 / 不让我?(走|离开|下车) / 锁在(车|屋|里)
            自杀 / 轻生 / 跳楼 / 跳下去 / 不想活 / 活不下去 / 活不了 / 活着没意思 / 死给你 / 死了算 / 割腕 / 自残
            寻死 / 以死 / 一了百了 / 家破人亡 / 逼死
        """,
        type="service",
        hazard="personal_safety",
        weight=5,
    ),
    Rule(
        "phrases",
        """
            caught fire / catch* fire / on fire / set fire / burst into flames / in flames / flames / fire brigade
            fire department / firefighter* / exploded / explod* / explosion / blew up / blew off / blown up
            electrocut* / electric shock / electric shocks / shocked me / gave me a shock / got a shock / sparks
            sparking / smoking / started (to )?smok* / smoke (came|coming|pour*|from) / melted / overheat*
            burst battery / gas leak / leaking gas / gas smell / smell of gas / carbon monoxide / short circuit*
            brake* (fail*|failed|gave out|stopped|didn't|did not|went|don't) / brakes on~fail*
            (collapsed|collapse|gave way|snapped|tipped over|fell apart|came loose|broke off|shattered|fell off|
            flew off)~~(hurt|injur*|stitches|hospital|head|leg|arm|hand|face|er|cut|fell|me|bruis*|baby|son|
            daughter|child)
            chok* / (toxic|lead|asbestos|recalled) (paint|fumes|chemical*|product|toy)s?
            (elevator|lift|escalator|ride)~(dropped|fell|stuck|trapped|stopped)
        """,
        type="product_quality",
        hazard="personal_safety",
        weight=8,
    ),
    Rule(
        "phrases",
        """
            injur* / (got|was|were|been|is|badly|seriously|get|someone|me|him|her|i'm|almost) hurt
            hurt (me|my|him|her|myself|badly|someone|his) / hospital* / emergency room / er visit / (in|to) the er
            a and e / a&e / ambulance* / stitches / concussion / unconscious / passed out / fainted / fractur*
            broken (bone|arm|leg|wrist|hip|ankle|nose|rib|tooth|finger|collarbone)s?
            broke (my|his|her) (bone|arm|leg|wrist|hip|ankle|nose|rib|tooth|finger|back|collarbone|foot)s? / sprain*
            bleed* / blood / burn unit / burn(ed|t|s)? (my|me|his|her|on|to|hand*|skin|face|all)
            (chemical|second degree|third degree|2nd degree|severe) burn* / burns / blister* / rash / scar*
            cut (my|his|her|myself|open|me) / sliced (my|open) / (bruise*|bruising) / swollen / blind* in / whiplash
            (could|might|would|nearly|almost) (have )?(been )?(kill*|die|died|burn*) / killed
            (he|she|mother|father|mom|mum|dad|wife|husband|son|daughter|man|woman|dog|cat|patient|baby|people|
            nearly|almost|someone|who)~died / death of / (dangerous|safety hazard|fire hazard|unsafe)
        """,
        type="product_quality",
        hazard="personal_safety",
        weight=1,
    ),
    Rule(
        "phrases",
        """
            threat*
            (kill|hurt|harm|beat|punch|slap|attack*|assault*|shoot|stab|strangle|choke|shov*|push*|grab*|spat|grop*|
            molest*|raped?|slapp*|punch*|kick*|spit) (me|you|us|my|him|her|at me|him|their|on me)~
            (assault*|grop*|molest*|attacked|stalk*) / beat* (me|him|her|up|you)
            come (to|after|for|by) (my|your) (house|home|family|kids|work)
            break (my|your|his) (legs|neck|arm|face|bones)
            (knows|know) where (i|you|we|my|your) ~(live*|go*|work*|school) / watch (my|your) back
            you'?ll (regret|be sorry|pay for this) / waiting outside my / follow* me (home|to|around)
            creepy (message*|text*|call*) / sexual* / touched me
            (wouldn't|won't|would not|refused to) let (me|us) (out|go|leave) / locked (me|us) in
            pulled (a|out a) (knife|gun|weapon) / gun / weapon / (with|held|holding|had|has) a knife
            (at|through) my door (with|at night)
            kill (myself|himself|herself) / suicid* / end (my|his|her|it all|his) ?(life|all)?
            ending (my|his|her) life / ending it all / take my own life / want to die / don't want to live
            do not want to live / rather (be dead|die) / no reason to live / self harm* / harm myself / jump off
            can't go on living
        """,
        type="service",
        hazard="personal_safety",
        weight=5,
    ),
)
"""R11: danger to people, loss of money, a stolen account."""

TYPES = (
    Rule(
        "phrases",
        """
            (扣|收|划|多)(了|我|走了?)+.{0,4}\\d / 套餐.{0,14}(扣|收|变|涨|改) / 划走 / 怎么(比|多|贵|高)
            比上(个)?月(多|高|贵) / 从\\d+.{0,6}(涨|变|调)(到|成) / 一直在(扣|收) / 被扣(了|掉)
            (费|钱)是怎么(算|来)
            two payments
            (took|taken|taking|takes) (two|another|a second|an extra|more|\\d) ~(payment|money|out|from|charge)*
            fee on (every|each|all|my) / (convenience|processing|handling|resort|cleaning|admin) fees?
            (went|gone|jumped|increased|raised|rose) (up )?from~to
            paying for (two|three|something|things|a service|lines)
            (twice|double) (in|on) (the same|one) (day|month) / price (went|has gone|increase)
            my subscription~(went|price|cost|renew*|from)
        """,
        type="billing",
        weight=3,
    ),
    Rule(
        "phrases",
        """
            (上|前)(周|天|个?礼拜|星期).{0,6}的?(件|单|货|快递|包裹).{0,8}(没|还) / (只|就)给我?(送|发|寄)(来|了)?
            到现在(都|还|也)?(没|未)(送|到|发|寄|见) / 揽收 / 点了(送达|签收|已送达) / 驿站 / 自提柜 / 中转 / 派件
            改地址 / 拒收
            where (on earth |the hell |the heck )?(is|are) (my|our|the)~(sofa|order|stuff|things|package|parcel|
            book|bed|table|delivery|item|items|box|shoes)* / tried to deliver
            (came|arrived|turned up|delivered|showed up) (a|one|two|three|four|\\d+) (day|days|week|weeks|hour|
            hours) (after|late) / (in|by|behind|on) the (bin|porch|doorstep|bushes|shed|rain)
            left (it|the parcel|my parcel|the package|my package) / out for delivery / home all day
            weeks? (and|,) (where|still|nothing)
        """,
        type="delivery_delay",
        weight=3,
    ),
    Rule(
        "phrases",
        """
            (吊牌|包装|标签).{0,10}(没拆|都在|还在|完好) / 影响(二次|再次)销售 / 没(有)?配件
            修(了)?(半|一|两|三|\\d)(个)?(月|天|周|年) / 来回扯 / 不同意.{0,4}(退|换) / 拖着不 / 寄回(去|来)?
            检测(费|结果|中) / 退回(去|来|给我) / 补发 / 重发
            promised (a|me a|my|the) (full |partial )?refund
            (pay|paying) for (the )?(return )?(shipping|postage)~(back|faulty|return|broken|them)
            sent (it|the|them|my) ~back / (guarantee|warranty)~(doesn't|does not|won't|not) cover / wasn't received
            return label / no parts / waiting for (a )?parts? / (full|partial) refund
        """,
        type="after_sales",
        weight=3,
    ),
    Rule(
        "phrases",
        """
            连不上 / 网速(慢|卡|差) / 一打开就 / 卡在 / 启动页 / 过不去 / 没反应 / 点不(了|动|开) / 系统繁忙
            (找回|重置).{0,8}(没|收不到) / 升级(以后|之后|后|完) / 视频(都|也)?(看不|卡|加载)
            (does|do|did|doing) nothing
            (logged|logs|logging|kicks?|kicked|kicking) (me|us|people|team|users|everyone) (out|off)
            (wipes?|wiped|deletes?|deleted|erases?|lost|loses) (everything|my|all|the|what i)~ / cut(s|ting)? out
            says? my account doesn't exist
            (every time|whenever|when|each time) i (hit|press|click|tap|try|open|save)
            (keeps?|kept) (freezing|crashing|disconnecting|dropping|cutting|loading|buffering|restarting|logging|
            kicking|asking|saying|spinning) / (button|page|link|form|screen)~(nothing|dead|broken|blank|greyed)
        """,
        type="fault",
        weight=3,
    ),
    Rule(
        "phrases",
        """
            爱(搭|答)不理 / 玩手机 / 一问三不知 / 不知道$ / 回电 / 坐席忙 / 人工 / 没人接 / 一直占线 / 懒得 / 不屑
            翻脸 / 摔(东西|门|单) / 催也没用 / 推我去 / 让我(等|找|自己) / 忙不过来 / 说没空 / 敷衍 / 工作人员
            (no|not a|still no|never a) (human|person|one|single)~(repl*|answer*|respond*|speak|help*|contact*)
            talked down / talk* down to / slammed / snapped at
            (waited|waiting) (\\d+|two|three|four|hours?|ages|forever)~(at|in|for|hours?|then)
            (girl|lady|woman|guy|man|boy|person|people) (at|on|behind) the (counter|desk|phone|till|reception|door)
            written to you / (third|fourth|fifth|3rd|4th|5th) time i
            (they|she|he) (just )?(closed|shut|walked away|shrugged|laughed|ignored) / queue* / ignored
            (waitress|waiter|barista|bartender|host|hostess|usher)
        """,
        type="service",
        area="service",
        weight=3,
    ),
    Rule(
        "phrases",
        """
            (轮子|把手|盖子?|涂层|内胆|画面|屏幕|镜头|电源|按钮|开关|线|扣子|纽扣|鞋底|鞋面|鞋跟|布料|表面|底部|
            水管|喷头|马桶|花洒|龙头|充电(线|器|头)|遥控|音响|音质|风扇|叶片|键盘|鼠标).{0,8}(掉|坏|断|裂|松|黄|黑|
            暗|花|卡|不灵|失灵|接触不良|没反应|不亮|不转|漏|堵|破|脱|锈|响|吵|杂音|异响) / 接触不良
            用了(一|两|三|几|没几|不到|\\d)+(天|周|个月|个礼拜|次|星期)~(就|便|画面|开始|坏|不)
            (legs?|cushions?|handle|wheel*|hinge|drawer*|door|lid|strap|sole|heel|button*|zip|screen|seat|frame|
            cover|lining|seam*|pocket|cord|plug)~(wobbl*|flat|came off|comes off|fell off|broke|snapped|loose|
            cracked|ripped|missing|bent|stuck|squeak*|crooked|split)
            (leaked|leaks|leaking|ripped|tore|shrank|faded|ran|peeled|bobbled|rusted|warped|snapped) (on|in|after|
            at) (the|a|my|one|two)~(first|wash|night|day|week|use|month)* / colou?rs? (ran|run|faded|bled)
            came off in my / (second|first|third) (day|time|use|wash|night|week|wear)
        """,
        type="product_quality",
        weight=3,
    ),
    Rule(
        "phrases",
        """
            (标着|标的是|写的是|写着|写的|说是|号称|吊牌|页面写|活动页)~~(扫码|一查|结果|拆开|里面|其实|付款|没打折|
            一烧|小作坊|不是|没有|却|居然|并不) / (第二件半价|买一送|满.{0,4}减|折).{0,14}(没|不) / 没打折 / 产地
            (sale|advertised|listed|online|quoted|promo*) price~(wasn't|not|isn't|refus*|honou?r*|different)
            (wasn't|weren't|not|never) honou?red / quoted~(charged|paid|billed|bill|then|but)
            (says?|said|listed|described|sold|marked) (it's |it was |as )?(it is )?(a |an )?("|')?(new|genuine|
            leather|gold|silver|organic|waterproof|oak|wool|silk|original|brand new|handmade|pure)~~(but|clearly|is|
            it's|used|fake|plastic|polyester|not|actually)
            ("|')(leather|gold|silver|organic|new|solid|genuine|handmade|fresh|free)("|') ~(is|was|are|turned|my)
        """,
        type="false_advertising",
        weight=4,
    ),
    Rule(
        "phrases",
        """
            要是能.{0,20}(方便|好了|更好|完美|多好) / 如果能.{0,20}(方便|好了|更好|完美|多好)
            能不能(加|增|多|出|改成|做|搞|弄)(一)?(个|点|些)? / 希望.{0,10}(能|可以)?(多|加|增|改|放|摆|设|开)
            可否(增加|加|考虑)
            any chance (of|you) / could (the|your|we|it)~(please|have|show|be|include|get|list)
            (please|pls) (add|bring back|consider|make|let|allow|show|include)
            it (would|could|might) (help|be easier) / (should|ought to) (have|add|let|offer|allow) / bring back
        """,
        type="suggestion",
        urgency="none",
        weight=4,
    ),
    Rule(
        "phrases",
        """
            有什么(优惠|活动|区别|要求|条件|限制)(吗|呢)? / 要怎么(弄|办|做|搞|操作|改|申请)
            该怎么(弄|办|做|操作|改|申请) / (几点|什么时候|多久|哪天|哪里|怎么|多少)~(呀|呢|吗|啊|\\?)
            想把~(改|降|升|换|转|绑) / 我想(改|换|降|升|办|开|查|问|绑)
            are you open
            (can|could|may) i (change|move|use|get|pay|cancel|book|bring|return|switch|have|add|order|collect|pick)
            is there (a|an|any|some) ~(way|fee|limit|option|branch|store|discount|deadline)
            what('s| is) the (best|difference|cost|price|policy|limit|deadline|phone|number) / opening hours
            do i (need|have) to / (which|what) (day|days|time|date|kind|type|number)
        """,
        type="inquiry",
        weight=3,
    ),
    # ── account security, without a hazard
    Rule(
        "phrases",
        """
            (个人|客户|用户|订单|隐私|我的?)(的)?(信息|资料|数据|隐私|电话|手机号|地址|个资)~(泄露|泄漏|外泄|外流|
            卖给|被卖|倒卖|贩卖|流出|曝光) / (泄露|外泄|泄漏|倒卖|贩卖)(了)?~(信息|资料|隐私|个资|数据|电话|地址)
            信息安全 / 把(我|我的)?~(信息|资料|电话|号码|个资)~(卖|给了|泄|外)
            (leak*|sold|shar*|expos*|breach*)~(data|information|details|email|number|info|address)
            data (breach|leak|protection|privacy)
            (data|details|info*|address|number) (was|were|got|been|has been|have been) (leaked|sold|shared|exposed|
            breached) / phishing / gdpr / spoof* / my privacy
            (留着|保留|存着)(我)?的?(资料|信息|数据) / 账号安全 / 账户安全 / 可疑(登录|链接|短信|邮件|电话)
            诈骗(电话|短信)
        """,
        type=_SECURITY,
        area="account",
        weight=6,
    ),
    # ── money taken or asked for
    Rule(
        "phrases",
        """
            (多|重复|乱|错|误|双|二次|私自|偷偷|擅自|强行|恶意|莫名|连续|再次|又|直接|还|多次|被|继续|自动|还在)(地|
            其妙|被)?(扣|收|划扣|计费|扣了|收了)(了|我|款|费|钱|取|两|一|几|三|\\d|掉|年费)
            扣(了|我)?(两|2|二|三|3|好几|多|几)(次|笔|遍|回|份) / 扣费 / 乱收费 / 多收
            收(了|我)(两|2|二)(次|笔|遍|份) / 付了(两|2|二)(次|笔|遍|回) / 重复(收|付|缴|扣)
            收费(不合理|太高|过高|混乱|标准|不明|离谱) / 天价 / 多算 / 算错 / 算成 / 少算 / 加价 / 涨价 / 偷跑
            乱扣 / 扣错 / 错扣 / 误扣 / 扣我~(钱|块|元|费)
            自动(续费|扣|续订|续期|扣款|订阅|续) / 连续包月 / 免密 / 代扣 / 年费 / 违约金 / 滞纳金 / 手续费 / 服务费
            超额费 / 管理费 / 罚息 / 利息 / 小额付费 / 增值业务 / 彩铃 / 套餐费 / 超套 / 流量费 / 漫游费? / 月租
            附加费 / 打包费 / 停车~收
            (账单|话费|电费|水费|燃气费|物业费|宽带费|月租|套餐|流量|电信账单|费用)~(不对|对不上|不符|多了|多出|
            异常|翻倍|翻了|暴涨|高|不明|错|多收|\\d倍|三倍|两倍|莫名|贵|扣)
            (发票|开票|抬头|税号)~(错|不给|不开|没开|拒|不肯|重开|一直) / 不(给|肯|开)(开|我)?~发票
            结算~(不对|错|差|少) / 少结 / 拖欠货款 / (货款|结算款|佣金|工资|稿费)~(没|未|不)(打|到|结|发|给|拨|付)
            (积分|里程|点数)~(清零|扣|少了|没了|过期了?没) / 取消~(还|仍|继续|照样)~(扣|收|续)
            (还款|还清|提前还)~~(违约金|手续费|还|逾期|利息)
            账单 / 计费 / 扣款 / 收费 / 扣钱
        """,
        type="billing",
        area="payment",
        weight=4,
    ),
    Rule(
        "phrases",
        """
            (charged|billed|debited|paid|invoiced|took|taken|payment*|direct debit)~(twice|two times|double|
            three times|thrice|again|every month|multiple times|2x) / double (charge*|bill*|payment|charged|billed)
            overcharg* / over charged / overbill*
            (incorrect|wrong|erroneous|unexpected|extra|mystery|hidden|bogus|surprise|unexplained|ridiculous|crazy|
            random) (charge|charges|fee|fees|amount|bill|bills|billing|invoice|cost|costs)
            keep* (charging|billing|taking) / (still|continu*) (charg*|bill*|being charged|being billed|tak*|debit*)
            (never|didn't|did not|don't) (sign|signed|agree*|subscrib*|order*|ask*) (up )?(to|for|it|that|
            this)~(charge|fee|subscription|plan|billed|pay)s?
            (charge|charges|fee|fees|bill|billing|invoice|invoiced|statement|bills|surcharge|interest|penalty|
            tariff|roaming|overdraft|auto-?renew*|renewed|renewal|direct debit)~(wrong|incorrect|tripled|doubled|
            higher|too high|more than|nobody|explain|dispute|unfair|no reason|without|error|twice|never|on my|again|
            month|says|for|still|of)
            late fee*
            (cancellation|service|hidden|annual|monthly|maintenance|balance|admin|booking|transaction|foreign|early|
            termination|exit|restocking) fee* / minimum balance / auto-?renew* / renewed (my|our|the|without|it|me)
            (billing|invoice|statement) (error|mistake|issue|problem|is wrong|department|dispute)
            charge* (me|us|my) / (charged|billed) (for|\\$|£|€|\\d|my card|an?|me)
            (price|rate) (increase|hike|went up|jumped) / payout* / overpaid / in-?(game|app) (coin*|purchase*)
            roaming / seats / invoiced
        """,
        type="billing",
        area="payment",
        weight=4,
    ),
    # ── goods and food
    Rule(
        "phrases",
        """
            假货 / 假的 / 仿冒 / 山寨 / 高仿 / 冒牌 / 正品~(不是|假|吗|存疑|怀疑) / 不是正品 / 次品 / 残次 / 瑕疵
            劣质 / 质量(问题|差|太差|不好|不行|堪忧|有问题|真差|太烂|垃圾|不过关) / 做工(差|粗|烂|太) / 翻新
            二手(货|的)?(当|冒充) / 三无 / 伪劣 / 以次充好 / 偷工减料 / 用料 / 甲醛 / 异味
            味道(大|刺鼻|很冲|重|难闻|怪) / 刺鼻 / 掉漆 / 掉色 / 褪色 / 起球 / 开线 / 脱线 / 走线 / 脱胶 / 开胶
            缩水 / 变形 / 开裂 / 裂(缝|开|了|纹|痕) / 划痕 / 破损 / 破洞 / 生锈 / 漏水 / 漏油 / 卡顿 / 死机 / 黑屏
            花屏 / 充不(进|上)电 / 开不了机 / 不制冷 / 不加热 / 不通电 / 没声音 / 电池~(鼓包|不耐用|虚|一天|掉电)
            尺码~(不|偏|小|大) / 偏(小|大)(了)?(一|两|三|\\d)?(个)?码 / 太咸 / 不甜 / 不新鲜 / 难吃 / 不好吃 / 发霉
            过期 / 变味 / 缺斤(少|短)两 / 短斤 / 不足秤 / 少两
            (用|穿|戴|买|装|骑|开|洗|才|刚)(了|过)?(没|不到|才|就|一|两|三|几|第一|\\d+)(几|个)?(天|周|星期|次|个月|
            礼拜|月|回|俩礼拜)~(坏|断|掉|破|裂|开|不行|没声|黑屏|失灵|不转|不亮|出问题|故障|起球|褪色|变形)
            (收到|到手|打开|拆开|拆封|开箱|刚拆|买的|新买的|收到的)~~(坏的|是坏|就坏|坏了|碎|裂|破|脏|旧的|用过|
            有问题|不能用|没反应|缺|瑕疵|划|异味|不亮|没声|不转)
            (拉链|按键|屏幕|轮子|把手|鞋底|电池|电机|压缩机|马达|遥控器|耳机|椅脚|门|盖子|接口|表带|镜片)~(坏|断|掉|
            失灵|不亮|关不|脱|松|裂|没声|不转|碎|鼓)
            坏了 / 坏的 / 坏掉 / 质量 / 防伪
        """,
        type="product_quality",
        area="product",
        weight=4,
    ),
    Rule(
        "phrases",
        """
            fake / fakes / counterfeit* / knock-?off* / replica* / not (genuine|authentic|original|real) / defect*
            faulty
            (poor|bad|terrible|awful|low|shoddy|cheap|horrible) (quality|workmanship|build|stitching|material*|
            plastic) / quality (is|was|control|issue*|problem*)
            (broke|broken|died|stopped working|quit working|fell apart|failed|cracked|ripped|tore|torn|snapped|
            shrank|shrunk|faded|peeled|peeling|rusted|leaked|leaks|leaking|melted|warped|bent|doesn't work|
            does not work|didn't work|did not work|not working|won't turn on|wouldn't turn on|won't charge|
            doesn't charge|dead on arrival|sags|sagging|came off|fell off|wore out|unusable|useless|scratched|
            dented|chipped|stained|damaged goods|wobbl*|freez*)~(after|within|in|the first|first|already|day*|week*|
            month*|wash|use|time|out of the box|on arrival|straight away|immediately|when|over|middle)
            (blender|kettle|phone|laptop|tv|charger|toaster|vacuum|washer|washing machine|fridge|freezer|oven|
            microwave|camera|speaker|headphone*|earbud*|headset|keyboard|mouse|monitor|screen|tablet|watch|drone|
            printer|router|battery|mattress|sofa|couch|chair|table|desk|bed|shoe*|boot*|sneaker*|jacket|dress|shirt|
            jeans|bag|backpack|zip|zipper|strap|sole|button|toy|bike|scooter|stroller|lamp|drill|heater|fan|lens|
            pan|cooker|blanket|coat|coffee machine|dishwasher|dryer|console|hair dryer|umbrella|glasses|necklace|
            ring)~(broke|broken|died|dead|stopped|quit|won't|doesn't|didn't|don't|isn't|wouldn't|cracked|cracks|
            ripped|tore|torn|fell apart|faulty|defective|damaged|failed|leaks|leaking|scratched|faded|shrank|fake|
            smell*|sag*|fell off|came off|dead pixel*|loose|falling apart|peeling|wobbl*)
            dead pixels / smells (like|of|bad|awful|weird)
            (too|so|way too|way) (salty|sour|bland|cold to eat|greasy) / tasteless / inedible
            (stitching|seam*|finish|material|fabric) (is|was|came|are|were) / out of the box
            a piece of (junk|crap|garbage|rubbish) / (seam*|stitching|paint) (rip*|split*|peel*|a joke)s?
            not as (sturdy|good) / size runs / dead on arrival / stopped working / fell apart
            arrived (broken|in pieces|shattered|cracked|smashed)
        """,
        type="product_quality",
        area="product",
        weight=4,
    ),
    # ── what was promised or shown
    Rule(
        "phrases",
        """
            虚假(宣传|广告|折扣|促销|描述) / 夸大(宣传|其词|效果) / 误导(消费者|消费|人|我|性) / 货不对(板|版)
            (与|和|跟)~(描述|图片|宣传|详情|照片|介绍|页面|实物|样品|广告)~(不符|不一样|不一致|差太|差很|差得|完全|
            两回事|严重|对不上|两个)
            (图片|照片|实物|详情页|描述|宣传图|图)(跟|和|与)~(差|不符|不一样|两|完全|对不上) / 图文不符 / 名不副实
            欺骗消费者 / 消费欺诈 / 价格欺诈 / 先涨后降 / 虚标 / 假一赔 / 挂羊头 / 诱导(消费|下单|付款|办|开通)
            套路
            (宣传|广告|标注|标称|号称|声称|写的|写着|页面|详情|直播间|主播|当初|说好|说是|说的|承诺|标价|标的|海报|
            销售说|业务员?说|推销|口头)~~(结果|实际|根本|却|其实|收到|到手|一看|不是|没有|屁用|不给|变成|合同里?(写|
            没)|完全不|减不了|并没|才发现|鉴定|不一样|限速|不算数|用不了|假的)
            (买一送一|满减|满\\d+减|折扣|优惠|活动|免费|零利息|包邮|赠品|礼品|保价|最低价|秒杀|半价|首单)~~(没有|
            没给|不给|减不了|不能用|用不了|结束了|取消|不算|反而|却|根本|变|不认|不发|没收到|缩水|扣费|无法|没减|
            无效)
            跟(业务|销售|宣传|说的|描述|广告)~(不一样|不符|不同) / 无效(果)? / 没(有)?效果 / 假一罚
        """,
        type="false_advertising",
        weight=4,
    ),
    Rule(
        "phrases",
        """
            (false|misleading|deceptive|fake|dishonest) (advert*|ad|ads|claim*|description*|listing*|promotion*|
            price*|discount*|marketing|promise*|info*) / falsely (advertis*|described|claim*)
            advertised (as|at|for|price|rate|is|was|it)~ / mislead* / misled / misrepresent* / bait and switch
            not as (described|advertised|pictured|shown|listed|promised)
            (nothing|not|isn't|wasn't|looks? nothing|anything) like (the|in the|your|what)~(photo*|picture*|image*|
            description|listing|ad|advert*|described|website|pic*)
            (different|differ*|doesn't match|does not match|didn't match|did not match|far|not match*)~(photo*|
            picture*|description|listing|advert*|ad|image*|website|shelf|shown)
            (advert*|ad|listing|description|website|brochure|poster|sign|label|page|photo*|site|commercial|salesm*n|
            sales rep|shelf)~(said|says|claims|claimed|promised|states|stated|showed|shows|promis*)~~(but|actually|
            instead|turned out|got|in fact|not|was|wasn't|is|final|contract|i)
            (the |a |"|')?free (trial|gift|shipping|delivery|return*)~~(took|charged|not|but|my foot|never|paid|
            bill*) / price at the (till|checkout|register)
            (promo*|discount|coupon|voucher|code|sale price|offer|deal)~(didn't|not|doesn't|expired|won't|invalid|
            wasn't|refus*|never) (work*|appl*|honou?r*|accept*|before|valid|given)s? / sold as ~
            supposed to be~but / (claim*|advert*) (to be|it is|it was)~~(but|not|isn't|actually)
            what a (rip-?off|scam of an ad)
        """,
        type="false_advertising",
        weight=4,
    ),
    # ── delivery
    Rule(
        "phrases",
        """
            (没|未|不|没有|还没|迟迟不|一直不|还未|仍未|尚未|一直没|一直没有|延迟|延期|拖着不|拒不|
            就是不)(给)?(发货|出货|送货|送到|派送|配送|送达|收到货|到货|发出|寄出|送来|揽收)
            催(了)?(好几次|几次|多次|三次|两次)?发货 / 没(有)?收到(货|包裹|快递|东西|餐|外卖|订单|件|商品|书)
            (压根|根本|并|都|从来|完全|一直)(就)?没(有)?收到 / 少发 / 漏发 / 错发 / 发错(货|款|颜色|了|尺码|型号)?
            送错(了|地址|餐|货|人)? / 寄错 / 丢件 / 丢包
            (包裹|快递|件|货|东西)~(丢了|丢失|不见了|弄丢|寄丢|遗失|被偷|被人拿) / 寄丢 / 弄丢
            (物流|快递|包裹|订单|货)~(没更新|不更新|不动|停|卡在|滞留|没动静|不见|显示签收|慢|石沉|没有?信息|龟速|
            还在路上|一直在|退回) / 显示(已)?签收 / 虚假签收 / 被签收 / 代签
            (超时|迟到|晚到|晚了|迟了|送晚|延误|姗姗来迟)(了)?(一|两|三|半|\\d|几)?
            (天|周|星期|礼拜|小时|月)(多|了|都)*(还)?(没|未|不|没有)(到|送到|发货|收到|送来|出货|送|来)
            才(送来|送到|到|收到|发货|派送)~
            (快递员?|骑手|配送员?|外卖员?|司机|物流|送货员?|派送员?|代收点|驿站|菜鸟|顺丰|圆通|中通|申通|韵达|京东|
            闪送|跑腿)~(扔|丢|不送|不打电话|没打电话|放门口|擅自|退回|送错|晚|迟|拒送|要加|加钱|不上楼|洒|漏|少)
            送货上(门|楼) / 放(在)?(门口|驿站|快递柜|代收) / 约好~送 / 预计送达 / 外卖~(凉|冷|洒|少|晚|漏|迟)
            (汤|饭|菜|餐|餐点|饮料)(都|全)?(洒|凉|冷|坨|漏)(了|透|光)? / 凉透
            少(了)?(一|两|三|\\d)(份|件|个|盒|瓶|样|袋|箱|包)
            (到手|箱子|包裹|外包装|包装|盒子)~(压|烂|碎|破|湿|变形|摔|撞|瘪) / 摔坏 / 压坏 / 压烂 / 化了 / 全化
            待发货 / 爆仓 / 快递 / 物流 / 配送 / 派送 / 包裹
        """,
        type="delivery_delay",
        area="delivery",
        weight=4,
    ),
    Rule(
        "phrases",
        """
            (never|hasn't|has not|haven't|have not|didn't|did not|not|hasnt|havent|didnt|still) (yet )?(arriv*|
            shown up|show up|showed up|show|turned up|turn up|come|came|been delivered|delivered|shipped|
            received (my|the|it|any)|receive (my|the|it)|get (my|the) (order|package|parcel|item|delivery)|
            been shipped|got (my|the) (order|package|parcel|item)|dispatched|been dispatched|left the (warehouse|
            depot))
            (order|package|parcel|delivery|shipment|item|box|letter|groceries|food|courier|driver|mail|post|pizza|
            meal|sofa|book*|gift|present|flowers|tracking|crib|it)~(late|delayed|delay|lost|missing|never|stuck|
            hasn't|hasnt|not arrived|still not|wrong address|not here|nowhere|overdue|misplaced|stolen from|
            sitting in|hours late|days late|nothing here|somebody else|someone else|wrong house|left in the rain|
            out for delivery|in transit|went missing|cold|isn't here)
            (late|delayed|slow|missed|failed|wrong|botched|no) (delivery|deliveries|shipping|shipment|package|
            parcel|order)
            (marked|says|shows|showing|listed|status)~(delivered|shipped|out for delivery|in transit|processing|
            pre-?transit) / tracking (number|says|shows|hasn't|hasnt|has|stopped|info|page|is|stuck)s?
            (delivered|left|dropped|sent) (it )?(to|at|with) (the wrong|a wrong|wrong|my neighbou?r|someone|
            somebody|another)~ / wrong (address|house|door|item|colou?r|size|order|product|model|parcel)
            (sent|got|received|shipped|delivered) (me )?(the )?(wrong|only one|half|one of) ~
            (missing|only) (item*|part*|piece*|half|one of|from my order|from the order)s?
            half (of )?(the|my) (groceries|order|items) / (hours|days|weeks|minutes) late / stone cold
            (courier|driver|delivery (guy|man|driver|person)|mailman|postman) (threw|chucked|left|dumped|dropped|
            shrugged|never|didn't|refused|lost|kept)~ / over the fence / on the (porch|doorstep)
            in (a|the) (puddle|rain|bushes) / when will (it|this|my)~(ship|arrive|come|deliver*|be here)
            where('s| is) my (order|package|parcel|stuff|delivery|food) / out of stock after / (warehouse|depot) for
            parcel / courier / couriers / shipping / shipment / delivery
            (came|arrived) (two|three|four|five|a|\\d+|on|hours|days|late)~
        """,
        type="delivery_delay",
        area="delivery",
        weight=4,
    ),
    # ── after sales
    Rule(
        "phrases",
        """
            (退款|退钱|退费|退货|退押金|退票|退单|换货|退换|退订|退课|退房|退定金|退订金|保修|维修|理赔|赔付|赔偿|
            返修|退换货|退运费|售后|仅退款)~(不|没|拒|拖|慢|难|未|被拒|驳回|失败|推|卡|还没|迟迟|到账|进度|申请|
            一个|半个|周|天|月|处理|说|要求|找)
            (死活|就是|一直|拒绝|拒不|坚决|硬是|迟迟|还|死|说什么都|怎么都|各种|不肯|不愿|不能|不予|不让|不给|无法|
            不支持|没有?|未)(给|我|肯|能|予)*(退款|退钱|退货|退费|退押金|退票|退换|换货|保修|维修|赔|退$|退,|退。|
            退!|退还|换新|退我|退回来?|修) / 不(给|肯|让|予|能|支持)?退
            (钱|款|押金|定金|票款|费用|运费|课时费|房费|保证金)~(没退|不退|未退|不给退|退不|还没退|没到账|还没到|
            没有到账|没收到|不肯退|不还|没返|扣着|退回来) / 退(不了|不回|不成|不掉|不下) / 换回来
            七天(无理由|鉴赏) / 无理由退? / 三包 / 保修 / 质保 / 返修 / 送修
            (售后|师傅|维修)~(没来|不来|不接|推|敷衍|没人|三次|一直|不管|找不到|约|爽约|不修|修不好|还没修)
            修了(三|两|几|好几|四|\\d|多)(次|回|遍) / 修(不好|好又坏|完又) / 寄回(去)?~(没|不|还|检测|石沉)
            要求(全额)?(退|赔|换|退款|退货|换货|赔偿) / 我要(退|换|退款|退货|退钱|赔偿)
            给我(退|换|重发|换新|退款|退钱) / 人为损坏 / 平台介入 / 想(退|换)(货|款|一个|新|掉)?
            换(个|一个|台|一台)?新 / 能不能退 / 退掉 / 押金 / 退款 / 退货 / 退费 / 换货 / 售后 / 赔偿 / 替代机
        """,
        type="after_sales",
        area="refund",
        weight=4,
    ),
    Rule(
        "phrases",
        """
            (refund*|reimburse*|money back|my deposit|the deposit|our deposit|deposit back)~(wait*|never|not|hasn't|
            hasnt|haven't|still|no|refus*|denied|deny|declin*|week*|month*|day*|where|when|ignored|reject*|process*|
            yet|promised|pending|want|long|back|escalated|said|keep*)
            (wait*|still|no|never|refus*|denied|deny|declin*|want|need|demand*|request*|owe*|give|where|asked|
            asking|promised|get|getting|reject*|get me|chas*)~(refund*|my money back|money back|reimburse*|
            our money back|deposit back|my deposit)
            (refus*|won't|wouldn't|not|deny|denied|declin*|reject*|no|can't|cannot|don't|didn't)~(return|returns|
            returned|exchange|replace*|take (it |them )?back|take back|warranty|repair|fix it|swap|honou?r)
            (warranty|guarantee)~(void|denied|refus*|claim|expired|honou?r*|cover*|repair|period|under|says|week*|
            reject*) / under warranty
            (sent|returned|took|brought|shipped) (it|them|my|the|back)~~(for repair|back|repair|refund|weeks|months|
            no news|no money|replacement|nothing)
            (return*|exchang*|replac*) (the|my|it|this|them|item*|policy|label|window|request)s?
            (third|second|another|2nd|3rd) (replacement|repair|exchange)
            repair* (shop|centre|center|took|has|is|was|it|my|team)s? / store credit
            (only|just) (offer*|give*|gave)~(voucher*|credit|coupon*)
            (don't|do not) want (credit|a voucher|vouchers) / keep*(s)? (the|my|our) (deposit|money)
            want (an exchange|a replacement|it replaced|to return|my money|cash|a new one) / like a replacement
            refund / refunds / refunded / refunding / reimburse*
        """,
        type="after_sales",
        area="refund",
        weight=4,
    ),
    # ── technical faults
    Rule(
        "phrases",
        """
            闪退 / 崩溃 / 崩了 / 瘫痪 / 瘫了 / 宕机 / 挂了(一|半|两|整) / 服务器 / 白屏 / 打不开 / 打不了
            进不(去|了|来) / 转圈 / 卡死 / 卡住 / 加载(不|失败|半天|中|很慢|慢) / 刷新不 / 报错
            错误(代码|码|提示|信息) / 系统(错误|异常|繁忙|故障|问题|老|出错|bug|崩|升级后|维护) / bug
            网络(异常|错误|不稳|断|故障|很差|太差|慢|断线|差) / 断网 / 断线 / 断流 / 断了~(天|小时|周)
            没(有)?(信号|网|网络) / 信号(差|不好|太差|弱|没有|没|一格) / 网速 / 掉线 / 超时(?!费|了?~送) / 接口
            同步(不|失败|慢|出错) / 上传(不|失败) / 下载(不|失败) / 导(不)?出(不|失败|来|错) / 打印~(不|失败)
            数据(丢|没了|不见|错|全丢|异常) / 全丢 / 更新(完|后|之后|了)~(闪|不能|无法|打不开|卡|崩|登|慢|没|用不)
            卡顿 / 马赛克 / 花屏
            无法(使用|打开|连接|加载|提交|保存|下载|上传|支付|付款|登录|登陆|登入|下单|显示|播放|安装|注册|绑定|
            验证) / 用不了 / 连不上 / 点(了)?(没|不|无)(反应|动) / 没反应 / 失灵 / 50[0-9]\\b / 404 / 故障
            (登录|登陆|登入|登)(不|失败|异常|不了|不上|不进|总是|一直|老是|报错|提示)(上|了|去|进|来)?
            (账号|密码|后台|系统)~(登不|进不|登入不) / 登不(上|进|了|去|入) / 登入不
            验证码~(收不到|没收到|不发|错误|失效|过期|无效|死活|一直|没来|没有) / 收不到(验证码|短信|邮件|通知|推送)
            重置(邮件|密码|链接)~(收不到|失败|无效|不|没) / 忘(记)?了?密码
            (付款|支付|结账|结帐|提现|充值|下单|扫码|提交|提款|转账)(页面|一直|总是|老是|时|成功|显示|界面)*(失败|
            不了|转圈|报错|卡|出错|未付款|跑不出|不成功|没反应|超时|打不开|不到账|没到账|未到账)
            (付|支付)(不了|不出去|不成)款? / (钱|款)扣了~(订单|没|不) / (充|充值|充了)~(没到账|未到账|不到账|没到)
            (app|网站|网页|系统|页面|小程序|软件|客户端|后台|机顶盒|宽带|光纤|路由器|网银|pos机?|公众号)~(崩|卡|慢|
            打不开|闪|进不|登不|错|异常|白屏|故障|断|不动|不能用|用不|没反应|坏|不上|转)
        """,
        type="fault",
        weight=4,
    ),
    Rule(
        "phrases",
        """
            (app|site|website|web site|page|system|portal|dashboard|server|software|platform|tool|program|checkout|
            api|integration|service|screen|browser|update|cart|form|export|import|sync|internet|broadband|wifi|
            wi-?fi|network|connection|signal|phone line|line|router|tv box|webhook*|login|sso|upload|download|
            search|map|plugin|database|crm|pos|till)~(crash*|down|freez*|frozen|hang*|spinning|spins|broken|slow|
            error*|fail*|bug|buggy|glitch*|not load*|won't load|doesn't load|not work*|doesn't work|isn't working|
            won't open|stopp*|timeout|times out|timed out|timing out|blank|unavailable|unusable|lag*|drops|dropp*|
            500|502|503|504|404|disappear*|outage|stuck|unresponsive|not respond*|doesn't respond|keeps|offline|
            unreachable)
            crash* / outage* / glitch* / bug / bugs / buggy / error (message|code|\\d*|page|when|every)s?
            (50[0-4]|404) (error|about|page|when)s? / returns \\d\\d\\d / blank (page|screen) / white screen
            freezes
            (can't|cannot|cant|can not|couldn't|could not|unable to|not able to|won't let (me|us)|impossible to|
            nobody can|no one can|doesn't let me) ~(log ?in|sign ?in|log on|access|open (the|my|it)|load|connect|
            upload|download|save|check ?out|place (an |my )?order*|submit|complete|install|sync|export|print|reset|
            verify|pay online|add to cart|get into|get in|use the|see my|view)
            (log ?in|sign ?in|password reset|reset (link|email|code)|verification (code|email)|2fa|otp|sms code|
            captcha|sso|activation)~(fail*|not|never|doesn't|won't|broken|expired|invalid|loop*|error|keeps|isn't|
            hasn't|no longer|wrong|stopped) / (reset|verification|confirmation) (email|code|link|text)~
            invalid (token|session|code|credentials|password) / forgot my password / locked out
            no (signal|internet|service|connection|dial tone|reception|coverage)
            (internet|wifi|broadband|signal|calls?)~(down|out|drop*|slow|cut|since|lost|bad|cuts) / calls? drop*
            (data|work|records|orders|files|contacts|messages)~(lost|gone|missing|disappeared|duplicat*|dropped|
            wiped|drops) / lost (a day|hours|all|our|my|days)~(work|data|files|records)
            (payment|transaction|card|checkout|order)~(went through but|declin*|fail*|error|didn't go|not go|
            won't go|spinning|hang*|timed)
            (since|after) (the|your|this|that|last|an|version) ~(update|upgrade|version|release|patch|migration)s?
            topped up / balance still shows / doesn't work (on|with|in) / screen reader
            withdrawal*~(stuck|pending|fail*)
        """,
        type="fault",
        weight=4,
    ),
    # ── how people are treated
    Rule(
        "phrases",
        """
            态度 / 敷衍 / 推诿 / 推卸 / 推脱 / 踢皮球 / 皮球 / 互相推 / 推来推去 / 推给 / 扯皮 / 打太极 / 甩锅
            不(理|管|作为|处理|解决|负责|耐烦|回复|答复|回应|接电话|理人|认账|搭理|闻不问|尊重)(人|我|睬|了|事)?
            没人(管|理|接|回|处理|负责|解决|回复|来|跟进|答|搭理|应) / 没有人(管|理|接|回|处理|负责|解决|回复|来)
            无人(接|管|理|处理|应答|回复) / 已读不回 / 石沉大海 / 不了了之 / 爱答不理 / 爱理不理 / 爱买不买
            阴阳怪气 / 冷嘲热讽 / 嘲讽 / 讽刺 / 歧视 / 侮辱 / 辱骂 / 骂(我|人|了|街|客户|骂咧) / 吼(我|人) / 翻白眼
            白眼 / 脸(臭|色|难看) / 臭脸 / 摆脸 / 甩脸 / 粗鲁 / 无礼 / 没礼貌 / 素质 / 恶劣 / 蛮横 / 嚣张 / 傲慢
            凶(我|人|巴巴) / 瞧不起 / 看不起 / 挂(我)?(了)?(我)?电话 / 自动挂断 / 挂断 / 打不通 / 占线 / 转人工
            人工客服 / 机器人 / 复制粘贴 / 罐头回复 / 话术 / 模板回复 / 套话 / 答非所问 / 一问三不知 / 拖延
            一拖再拖 / 拖拖拉拉 / 说话不算 / 言而无信 / 出尔反尔 / 承诺~(没|不|未)(兑现|做到|算|认|履行|打) / 放鸽子
            爽约 / 白跑 / 跑了~(趟|次|回) / 排(了)?(队)?~(小时|半天|个队) / 等了~(分钟|小时) / 下班了不 / 不给办
            不办 / 刁难 / 为难 / 强制(消费|搭售|捆绑|购买|办) / 搭售 / 捆绑 / 强买强卖 / 绕路 / 拒载 / 甩客
            中途~(赶|下车) / 赶(我)?下车 / 违规(处罚|封) / 骚扰电话 / 推销 / 骚扰 / 催收 / 催债 / 讨债 / 爆通讯录
            打到~单位 / 打给(我)?(家人|家里人|同事|亲戚|通讯录) / 不给转 / 不让(转|办|注销)
            服务(差|态度|太差|不好|真差|恶劣|意识|很差|极差|不到位)
            客服(根本|也|都|就|一直|永远|还|太|很|真|说话|完全)*(不|没|差|垃圾|敷衍|推|挂|骗|摆|只会|只让|让我|凶|
            骂|吼|阴)
            (客服|服务员|店员|业务员|经理|营业员|柜员|柜台|保安|司机|窗口|前台|工作人员|技师|导购|收银员?|护士|物业|
            管家|顾问|客户经理)~(骂|吼|凶|不耐烦|态度|臭|翻|推|冷|傲|敷衍|拒|不理|挂|嘲|瞪|说谎|撒谎|骗我|不专业|
            不办|不认|失职|玩手机|素质|不给|脸)
            (投诉|反映|申诉|反馈)(了)?(三|两|几|多|好几|四|五|无数|\\d)(次|回|遍) / 打了?~(次|个|遍)(客服|热线|电话)
        """,
        type="service",
        area="service",
        weight=4,
    ),
    Rule(
        "phrases",
        """
            rude* / impolite / disrespect* / unprofessional* / condescending / patroni[sz]* / dismissive / hostile
            arrogant / attitude / discriminat* / racist / sexist / insult* / swore at / sworn at / cursed at / yell*
            shout* / scream* at / laughed at / mocked / rolled (her|his|their) eyes
            called me (a|an|stupid|names|fat|ugly|liar) / humiliat* / hung up / hang* up on / hang up / on hold
            hold for / (long|endless) (wait|hold|queue)s?
            wait* (on the phone|in line|in queue|forever|for hours|for an hour|for someone)
            (customer|client) (service|support|care)~(awful|terrible|horrible|bad|poor|useless|joke|worst|
            non-?existent|rude|pathetic|appalling|disgrace*|never|won't|doesn't|hung)
            (terrible|awful|horrible|bad|poor|worst|useless|appalling|disgusting|pathetic|shocking|
            lousy) (customer )?(service|support|experience|treatment|staff)
            (nobody|no one|noone|none of you|never|nothing|not once) ~(answer*|repl*|respond*|call* back|
            call* me back|got back|gets back|care*|help*|pick* up|return*|listen*|explain*)
            (don't|didn't|doesn't|do not|did not|won't|not|haven't|hasn't) (answer*|repl*|respond*|call* (me )?back|
            return (my|our)|get back to|got back to|care|help*|listen*|explain*|acknowledge*) / ignor(ed|e|es|ing)
            no (response|reply|answer|callback|call back|explanation|one came)
            (passed|transferred|bounced|sent|pushed|fobbed|shunted) (around|from|between|back and forth|me (from|
            between|around|in)|off|to another)~ / run ?around / in circles / department to department
            (chatbot|bot|chat bot|automated)~ / reach a (human|person|real) / speak to (a|someone|a human)
            (promised|promise*|said|supposed) ~(call*|ring|get) (me )?back
            (lied|lying|liar*|lies) (to me|to us|about)s?
            (technician|engineer|plumber|installer|agent|electrician|fitter) ~(no show|no-show|never|didn't|late|
            not turn|not show|rude) / no.show / stood (me|us) up / took (a|the) day off
            (pressur*|push*|forc*|talked)~(into|to buy|to sign|to take)~(insurance|contract|plan|policy|upgrade|
            buy*|sign*)s?
            (agent|rep|representative|manager|staff|employee|cashier|clerk|teller|waiter|waitress|nurse|doctor|
            receptionist|supervisor|advisor|driver|assistant|salesman|operator|guard|attendant)~(rude|lied|refused|
            yelled|shouted|laughed|ignored|hung|swore|attitude|snapped|argued|rolled|called me|unhelpful|
            incompetent|clueless|sighed|sneered|dismiss*|smirk*|was awful|shrugged|accused|promised) / unhelpful
            incompetent / clueless / made me feel / felt so small / treat* (me|us|like|customers)~ / collector*
            debt collect* / harass* / telemarket* / cold call* / spam (call*|text*)
            (closed|deactivated|suspended|terminated|banned) (my|our) (seller |shop |store )?(account|shop|store)~
            (ticket|case|complaint|email*|emails|calls|messages)~(ignored|unanswered|open since|no reply|
            no response|no answer|closed without|nobody)
            (called|phoned|rang|emailed|written|wrote|contacted|call) (you |them |in )?(\\d+|three|four|five|six|
            seven|eight|nine|ten|several|many|countless|multiple|so many|a dozen)~times / no explanation
            kept me waiting / left me~(minutes|hour*|waiting|sitting)
        """,
        type="service",
        area="service",
        weight=4,
    ),
    # ── wishes and questions
    Rule(
        "phrases",
        """
            建议(你们|贵公司|贵司|平台|增加|加|新增|能|优化|改|添加|可以|把|在|开通|推出|以后|您们|将|改进|,)
            提(个|一个|点|些|一点)(小)?(建议|意见)
            希望(你们)?(能|可以|能够|将来|以后|后续|早日|尽快)?(增加|加|新增|推出|添加|出个|出一个|开通|支持|优化|
            改进|改成|提供|开发|上线|多开) / 能(否|不能)(增加|加|新增|推出|添加|出|开通|支持|优化|改进)
            (要是|如果|假如)~(就好了|就更好|就完美|会更好|更方便|就方便) / 最好(能|加|增加) / 可以考虑
            期待(能|增加|新增|推出) / 盼(能|望)?(增加|推出) / 优化一下 / 改进一下
            加(个|一个|上)(功能|选项|按钮|夜间|深色|暗黑) / 夜间模式 / 深色模式 / 黑暗模式 / 建议
            suggest* / suggestion* / feature request
            (would|might|could) be (nice|great|good|helpful|handy|useful|lovely|cool|better|awesome) (if|to|have|
            for|with)s? / would love (to see|if|it|an?|to have)
            (wish|hope) (you|there|the app|it)~(would|could|had|was|were|offer*|add*)
            (please|maybe|perhaps|could you|can you|you (could|should|might|ought)) (consider|add|think about|
            introduce|offer|include|bring|make it possible|support|implement)~
            (you|maybe you) (could|should) (add|offer|have|consider|let|allow|introduce)
            have you (considered|thought) / how about (add*|a|mak*|offer*|hav*) / (dark|night) (mode|theme)
            it'd be (nice|great|good|helpful|handy)
            (let|allow) us (sort|filter|choose|pick|change|see|export|edit) / bigger font / one (small|little) thing
            improvement idea* / an idea / love the app / keep up the good work
        """,
        type="suggestion",
        urgency="none",
        weight=5,
    ),
    Rule(
        "phrases",
        """
            请问 / 想问(下|一下|问)? / 问(一)?下 / 问个 / 咨询 / 请教 / 想(了解|知道|咨询) / 了解一下 / 麻烦问
            (怎么|如何|怎样|咋)(办理|申请|使用|开|改|换|查|绑|解绑|取消|注册|修改|设置|操作|兑换|退订|预约|缴|充|
            激活|打印|办|查询|领|用|买|联系|防止|避免|注销|开通|购买|邮寄|寄|收费|计算|算|下单|参加)
            (什么时候|何时|几点|多久)(能)?(过期|到期|开|调整|上线|发售|补货|有货|营业|关门|开门|恢复营业)
            支持~(吗|么|嘛) / 能(不能|否)?(用|改|换|寄|开|叠加|带|一起|刷|退|办)~(吗|么|嘛|不|呢|\\?)
            可以(用|改|换|寄|开|叠加|带|一起|刷|分期|自提|货到付款|兑换|转让|提前)~(吗|么|嘛|不|\\?)
            有没有(货|优惠|活动|现货|分店|门店|折扣|学生) / 是(不是|否)(可以|支持|包邮|正品|需要|要|有) / 多少钱
            几折 / 什么(条件|材料|手续|证件|时候能) / 需要(什么|哪些|准备)
            在哪(里|儿)?(办|查|看|打印|买|改|开|取|领|可以) / 去哪(里|儿)? / 哪里(办|打印|查|可以|能) / 会不会影响
            (谁|哪方)(出|承担|付|负责)
            (how|where|when|what|which|who|can|could|do|does|is|are|may) (do|can|could|should|would|may|does|is|are|
            will|the|much|many|long|it|i|we|you|there|this|my|documents|cards?|kind|time|a)+ (i|we|you|your|it|
            there|the|my|a|documents|cards?|ship|deliver|accept|offer|have|need|does|take|return|change|cancel|use|
            protect|get|find|apply|order|update|set|know|tell|jacket|any|this|that|is|please|be|to|do)~
            could (you|someone|anyone) (please )?(tell|let|explain|clarify|confirm|advise|send me)~
            can (you|someone|anyone) (please )?(tell|let me know|clarify|advise|confirm)
            (wondering|wonder) (if|what|how|whether|when|about) / (quick|general|simple|one) question*
            question (about|regarding|on) / i('d| would) like to (know|ask|find out|enquire|inquire)
            (enquir*|inquir*) / just (wondering|asking|curious)
            do you (ship|deliver|accept|offer|have|sell|stock|take|do|support|know|still)
            what (documents|time|is the|are the|do i|happens|are your|is your|size) / how do i / how can i
            is (it|there|the|this) ~(possible|available|machine|compatible|included|refundable|allowed|ok to|
            okay to|waterproof|vegan|open) / which (cards|payment|size|plan|one|model)
            let me know (how|if|what|when|whether) / please (advise|clarify)
        """,
        type="inquiry",
        weight=3,
    ),
)
"""R6: what it is about, by what people say."""

AREAS = (
    Rule(
        "phrases",
        """
            支付 / 付款 / 付不了 / 扣款 / 扣费 / 刷卡 / 信用卡 / 银行卡 / 提现 / 转账 / 充值 / 余额 / 钱包 / 账单
            话费 / 发票 / 结算 / 货款 / 微信扣 / 支付宝 / 收费 / 手续费 / 打款 / 扫码 / 电费 / 收我 / 结账 / 免密
            工资 / 定金 / 续费 / 违约金 / 盗刷 / (的|张|行|用)卡 / 卡(被|里|上) / 被骗 / 诈骗 / 转走 / 划走
            (的|有|把)钱 / 钱(没|不|都|全|被|就) / 资金 / 存款
            pay / paid / paying / payment* / charge / charged / charges / charging / billed / bill / bills / billing
            fee / fees / invoice* / card / debit / checkout / withdraw* / transfer* / payout* / wallet
            direct debit / overcharg* / renewed / price / statement / top up / topped up / refund to my card / money
            funds / savings / scam* / crypto / fraudulent
        """,
        area="payment",
        weight=3,
    ),
    Rule(
        "phrases",
        """
            登录 / 登陆 / 登入 / 登不 / 密码 / 验证码 / 踢下线 / 绑定手机 / 绑定邮箱 / 换绑 / 单点登录
            log ?in / log-in / logging in / logged in / sign ?in / sign-in / signed in / password* / 2fa / otp / sso
            verification code / locked out / username
        """,
        area="login",
        weight=4,
    ),
    Rule(
        "phrases",
        """
            退款 / 退钱 / 退货 / 退费 / 退票 / 退押金 / 押金 / 不退 / 退不 / 退我 / 退回 / 换货 / 售后 / 保修 / 维修
            赔偿 / 返修 / 送修 / 退房 / 给退
            refund* / money back / return / returns / returned / exchange / replacement / warranty / repair*
            deposit back / reimburs* / take back / voucher* / my deposit
        """,
        area="refund",
        weight=4,
    ),
    Rule(
        "phrases",
        """
            会员 / 积分 / 点数 / 权益 / 优惠券 / 里程 / 续费 / 订阅
            member* / loyalty / reward points / points / subscription* / subscribe* / rewards / coupon* / miles
            family plan / free trial
        """,
        area="membership",
        weight=3,
    ),
    Rule(
        "phrases",
        """
            快递 / 物流 / 配送 / 派送 / 发货 / 出货 / 送货 / 包裹 / 骑手 / 外卖 / 外送 / 收货 / 签收 / 运费 / 寄
            驿站 / 面单 / 少发 / 发错 / 送到 / 送来 / 送餐 / 代收
            deliver* / ship / ships / shipp* / shipment / courier* / parcel* / package* / tracking / driver / depot
            warehouse / arrived / arrive / wrong item / wrong colo* / groceries
        """,
        area="delivery",
        weight=3,
    ),
    Rule(
        "phrases",
        """
            质量 / 假货 / 坏了 / 坏的 / 发霉 / 过期 / 食品 / 商品 / 产品 / 掉漆 / 褪色 / 瑕疵 / 破损 / 正品 / 仿冒
            尺码 / 耳机 / 手机 / 衣服 / 鞋 / 电饭煲 / 冰箱 / 充电宝 / 奶粉 / 面包 / 起火 / 冒烟 / 爆炸 / 漏电 / 描述
            图片 / 实物
            product* / quality / fake / broke / broken / defect* / faulty / item / items / food / battery / charger
            size / zipper / screen / stitching / material / photos / machine washable / mattress / shoes / jacket
            toy
        """,
        area="product",
        weight=2,
    ),
    Rule(
        "phrases",
        """
            账号 / 账户 / 帐号 / 帐户 / 封号 / 注销 / 实名 / 冻结 / 停权 / 封我 / 个人信息 / 信息泄露 / 个资 / 盗号
            风控 / 冒名 / 身份证 / 开户 / 解封 / 绑定
            account* / hack* / identity / frozen / froze / suspended / banned / my data / profile / privacy
            data breach / in my name / personal data
        """,
        area="account",
        weight=3,
    ),
    Rule(
        "phrases",
        """
            客服 / 态度 / 热线 / 投诉 / 敷衍 / 推诿 / 踢皮球 / 服务员 / 店员 / 业务员 / 司机 / 窗口 / 师傅 / 保安
            排队 / 不理 / 没人管 / 人工 / 推销 / 经理 / 前台 / 柜台 / 物业 / 服务
            service / support / rude / agent / rep / representative / staff / manager / cashier / technician
            hung up / on hold / chatbot / helpline / hotline / nobody answers / branch / callback / call back
            emails
        """,
        area="service",
        weight=2,
    ),
    Rule(
        "phrases",
        """
            贷款 / 房贷 / 车贷 / 网贷 / 还款 / 借款 / 利率 / 利息 / 分期 / 提前还 / 放款 / 借呗 / 花呗 / 白条 / 年化
            loan* / mortgage* / lender / lending / interest rate / repayment* / refinanc*
        """,
        area="loan",
        weight=4,
    ),
    Rule(
        "phrases",
        """
            催收 / 催债 / 催款 / 讨债 / 逾期 / 爆通讯录
            debt collect* / collector* / collection agency / collections / a debt / bailiff*
        """,
        area="collection",
        weight=5,
    ),
    Rule(
        "phrases",
        """
            征信 / 信用报告 / 信用记录
            credit (report|score|bureau|file|history|record)s? / experian / equifax / transunion
        """,
        area="credit_report",
        weight=4,
    ),
)
"""R6: the area, by the things that are named."""

SIGNALS = (
    # ── R10: held up
    Rule(
        "phrases",
        """
            (下|买|订|充|转|取|提)不(了|出|进)(单|款|钱|货|票|账|来|去|现)?
            (下单|提款|提现|取款|转账|充值)(不了|一直|总是|老是|都)?失败
            没法(登录|登入|下单|提现|付款|取款|用) / (提现|提款|付款|下单|支付).{0,4}(灰|点不)
            (cant|can not|cannot|can't|couldn't|unable to|not able to) (even |i |you |we )?(log ?in|login|sign ?in|
            order|withdraw|buy|transfer|pay|check ?out|cash out|place an order|access)
            (won't|wont|doesn't|does not) let (me|us) (order|buy|log|sign|pay|withdraw|transfer|check|cash)
            (withdraw*|order|pay|checkout|cash ?out|login|payout) (button )?(is )?(greyed|grayed|
            disabled|missing|broken|dead)
            (登|登录|登陆|登入)(不上|不了|不进|不上去|不进去|失败) / 登不(上|进|了|去|入) / 登入不(了|上) / 进不去
            验证码~(收不到|没收到|不来|没来|错误) / 收不到验证码 / 取不(出|了) / 领不出 / 提现~(失败|不了|卡|不到账)
            提不(出|了) / (被|遭|给|还|都|全)?(冻结|冻着|封号|封店|停权|下架|限制登录|锁了|锁定|封禁|封我)
            号被(封|风控|锁|停)
            (无法|不能|没法|没办法)(提现|取款|支付|付款|登录|登陆|登入|使用|下单|打开|上网|营业|开店|接单|收款)
            (付|支付)不了 / 付不出 / 付款~转圈 / 用不了 / 打不开 / 闪退 / 断网 / 断线 / 断了~(天|小时) / 没(有)?信号
            一点信号 / 一单都接不了 / 接不了单 / 瘫痪 / 瘫了 / 崩了 / 宕机 / 白屏 / 停(电|水|气|机|服|业) / 急用
            等着(用钱|救命|发工资) / 发不(出|了)工资 / 交不起房租 / 什么都干不了 / 全丢了 / 拿什么发 / 登不进
            进不(了|来)系统 / 打电话都打不出 / 货款~(扣|冻|不拨|不给|没打) / 不通过
            can't (log|sign|access|withdraw|use|pay|get in|get into|open|place|check out|work|call|reach my|connect|
            print|take payments|process) ~
            cannot (log|sign|access|withdraw|use|pay|get in|get into|open|place|work|connect) ~
            (unable|not able) to (log|sign|access|withdraw|use|pay|get in|open|place|work|connect) ~
            could(n't| not) (log|sign|access|withdraw|use|pay|get in|open|place|connect) ~
            won't let me (log|sign|in|pay|access|withdraw|check) / locked (me )?out / no access to
            account (is|was|has been|got) (locked|frozen|suspended|blocked|banned|closed|restricted|disabled)
            (froze|frozen|blocked|locked|suspended|closed|banned|disabled|restricted|deactivated) (my|our|his|
            her) ~(account|card|funds|money|shop|store|profile|access)
            (holding|hold|give me) my (funds|money|account)
            (withdrawal*|payout*)~(stuck|pending|fail*|landed|late|missing|hasn't)
            crash* (every|on|as soon|when|at) / (is|are|was|been|went|goes|has been) down
            (internet|broadband|wifi|network|phone|power|service) (is |has been |was )?(down|out|dead)
            no (signal|internet|service|connection|power|water|heating|dial tone)
            (nobody|no one|none of us|everyone) ~can('t)? (log|sign|place|order|pay|access|work|use)
            card (is |was |gets |keeps )?(declined|blocked|rejected)
            (can't|cannot) pay (rent|my rent|my bills|the bills|my) / checkout~(spinning|fail*|broken|hang*|crash*)
            (foreclos*|evict*|garnish*|homeless|repossess*) / sso is broken / code never arrives / stopped firing
            (lost|drops) ~(day of work|data|rows) / reset (link|email)~(expired|never|doesn't)
        """,
        urgency="blocked",
    ),
    Rule(
        "phrases",
        """
            系统瘫痪 / 全站 / 全(部|国|网|平台|公司)(都|全)?(瘫|崩|用不了|无法|登不|打不开|付不了|挂了)
            所有(人|用户|商家|客户|店|门店|订单)(都|全|全都)*(付不了|登不|用不了|无法|不能|打不开|下不了|瘫|崩|没法|
            受影响)
            (几百|上百|成千上万|数百|几千|上千)(个|名|家)?(商家|用户|客户|人|店)~(瘫|崩|付不了|用不了|登不)
            (system|site|platform|nation|country|company)-?( )?wide outage
            (whole|entire) (system|site|platform|network) (is |was )?(down|crash*|offline)
            nobody (at all )?can (place|order|pay|check) ~order*
            (all|every) (customers|users|merchants|sellers|orders)~(can't|cannot|fail*|down|unable|affected)
        """,
        impact="all",
        urgency="critical",
    ),
    Rule(
        "phrases",
        """
            (大量|大批|很多|许多|多位|多名|好多|不少|无数|几十|上百|几百|数百|上千)(个|名|位|家)?(用户|客户|商家|人|
            顾客|店|业主|网友|家长|消费者|同事|邻居)
            我们(公司|店|单位|学校|小区|整栋楼|全公司|全班)(二十|几十|十|上百|\\d+)?(几)?(个)?(人|都|全|一单)
            (整个|全)(小区|公司|村|楼|校|班|城市|办公室|部门) / 完全公司 / 大面积 / 都登不 / 这个小区 / 整条街
            群里~都 / 一单都接不了 / 导致(客户|用户|顾客)
            (thousands|hundreds|dozens) of
            (whole|entire) (street|company|office|building|neighbou?rhood|town|city|team|area|family of customers|
            estate|village|school)
            (nobody|no one|everyone|everybody) (in|at) (our|the|my) (office|company|team|building|street|shop|
            neighbou?rhood)
            (many|lots of|plenty of|all our|our|several|all the) (customers|users|people|colleagues|clients|sellers|
            merchants|neighbou?rs|tenants|employees|stores|orders)~(same|too|also|affected|can't|not getting|
            furious|complain*|report*|are) / sellers are furious / customers not getting
        """,
        impact="many",
    ),
    Rule(
        "phrases",
        """
            (其他|别的|另外几个|也有)(用户|客户|商家|顾客|人|买家|邻居|同事|业主) / 不止我(一个)?
            我(朋友|同事|邻居|室友|家人)也 / (十几|七八|好几|几|五六|三四)(个)?(人|用户|同事|邻居)(都|也)
            other (customers|consumers|victims|borrowers|users|people|buyers|neighbou?rs) / class action
            not the only one / my (friend|neighbou?r|colleague)s? (too|also|had the same|has the same)
        """,
        impact="some",
    ),
    Rule(
        "phrases",
        """
            紧急 / 救命 / 十万火急 / 马上止付 / 立即止付 / 立刻冻结
            emergency / life-threatening / urgent help / need help now
        """,
        severity="urgent",
    ),
    Rule(
        "phrases",
        """
            老人 / 老年 / 孕妇 / 怀孕 / 残疾 / 未成年 / 小孩玩手机 / 熊孩子 / 聋哑 / 盲人 / 婴儿 / 宝宝
            elderly / disabled / pregnant / wheelchair / toddler / newborn / infant / baby
        """,
        severity="important",
    ),
    # ── R10: emotion
    Rule(
        "phrases",
        """
            忍无可忍 / 怒不可遏 / 暴怒 / 气炸 / 气疯 / 气死 / 气得(发抖|浑身|吐血|睡不) / 欺人太甚 / 丧尽天良
            不得好死 / 王八蛋 / 混蛋 / 畜生 / 他妈 / 妈的 / 尼玛 / 操你 / 滚蛋 / 狗屁 / 去死 / 人渣 / 没完
            跟你们拼 / 鱼死网破 / 血债
            furious / livid / enraged / outraged / fuming / seething / boiling / infuriat* / fucking / fuck
            bullshit / disgrace* / go to hell
            worst (company|service|experience|app|bank|airline|store|shop)~(ever|in my life|i have|i've)
            sick and tired / had enough / fed up to
        """,
        emotion="furious",
    ),
    Rule(
        "phrases",
        """
            愤怒 / 气愤 / 生气 / 恼火 / 火大 / 太过分 / 过分 / 无耻 / 不要脸 / 垃圾 / 恶心 / 坑人 / 坑爹 / 坑货
            太坑 / 黑心 / 奸商 / 骗子 / 骗人 / 抢钱 / 霸王条款 / 流氓 / 无良 / 无赖 / 凭什么 / 什么态度 / 岂有此理
            可恶 / 可恨 / 太差了 / 差劲 / 忽悠 / 耍我 / 耍人 / 玩我 / 欺负人 / 当猴耍 / 丧心病狂 / 缺德 / 坑我
            别想 / 必须给(我|个)?说法 / 给我个说法 / 老子 / 吃相
            angry / anger / mad at / pissed / outrageous / disgust* / ridiculous / unacceptable / absurd / shameful
            shame on / appalling / ripped? ?off / rip-?off / crooks / thieves / liars / garbage / trash company
            terrible / horrible / awful / pathetic / useless / a joke / are you kidding / how dare / unbelievable
            nonsense / you people / damn / crap / hell
        """,
        emotion="angry",
    ),
    Rule(
        "phrases",
        """
            失望 / 不满 / 着急 / 急死 / 焦急 / 担心 / 害怕 / 无语 / 无奈 / 郁闷 / 委屈 / 难受 / 崩溃 / 烦死 / 烦人
            心累 / 心寒 / 寒心 / 糟心 / 闹心 / 投诉 / 死活 / 根本 / 压根 / 到底 / 怎么(办|回事|还) / 居然 / 竟然
            莫名其妙 / 无缘无故 / 受不了 / 还没 / 一直 / 被骗 / 耽误 / 白跑 / 浪费 / 谁来管 / 没人管 / 太久
            什么意思 / 说法 / 过了.{0,6}还 / 催了 / 上当 / 怎么这样 / 拖了 / 算谁的
            frustrat* / upset / disappoint* / embarrass* / annoy* / worr* / anxious / scared / afraid / terrified
            stress* / duress / ruin* / unhappy / dissatisf* / fed up / tired of / sad / crying / cried / in tears
            desperate / nightmare / waste of / wasted / let down
            still (no|not|waiting|haven't|hasn't|nothing|says|billing) / never / nobody / refus* / keeps?
            been waiting / every time / again and again / for nothing / complain* / not happy / harass* / dread
            hopeless / how long
        """,
        emotion="upset",
    ),
    # ── R10: who else is looking
    Rule(
        "phrases",
        """
            12315 / 12345 / 12321 / 12378 / 银保监 / 金管局 / 监管 / 消协 / 消保 / 消委会 / 工商 / 市监局 / 市场监督
            市场监管 / 食药监 / 工信部 / 通管局 / 邮管局 / 邮政管理 / 人民银行 / 央行 / 信访 / 仲裁 / 法院 / 起诉
            律师 / 法律途径
            attorney general / ftc / cfpb / fca / ofcom / ofgem / fcc / bbb / better business bureau / ombudsman
            regulator* / trading standards / small claims / federal trade / consumer protection
            (my|a|our) (attorney|lawyer|solicitor) / (suing|sue) (you|them|the) / legal action / litigation
            (go|going|take|taking) ~to court
        """,
        exposure="regulator",
    ),
    Rule(
        "phrases",
        """
            曝光 / 媒体 / 记者 / 微博 / 抖音 / 快手 / 小红书 / 热搜 / 发朋友圈 / 发网上 / 黑猫投诉 / 知乎 / 电视台
            315 / 网上曝
            (on|over|to|all over) (twitter|facebook|instagram|tiktok|reddit|youtube|linkedin|x) / facebook and
            social media / the press / newspaper* / journalist* / go(ing)? viral / trustpilot
            (bad|negative|one star|1 star|1-star) review* / local news / tv station
        """,
        exposure="public",
    ),
)
"""R10: how much it holds people up, whom it reaches, how they feel, and who else is looking."""

CARE = (
    Rule(
        "phrases",
        """
            (七|八|九)十(多|几|来)?(岁|了) / (七|八|九)十(多|几|来|出头) / (7|8|9)\\d岁 / 高龄 / 年纪大 / 年龄大
            年事已高 / 老年人 / 老人家 / 独居老人
            老两口 / 耄耋 / 空巢 / 养老院
            elderly / pensioner* / (aged|is|i'm|am|turned|he's|she's) (7|8|9)\\d / (7|8|9)\\d ?-?years? old / 70s
            80s / 90s / senior citizen
            my (gran|nan|grandma|grandmother|grandfather|grandpa) / care home / nursing home
        """,
        vulnerable="age",
    ),
    Rule(
        "phrases",
        """
            化疗 / 放疗 / 癌 / 透析 / 重病 / 绝症 / 卧床 / 残疾 / 聋哑 / 聋人 / 听障 / 盲人 / 视障 / 失明 / 看不见
            听不见 / 轮椅 / 孕妇 / 怀孕 / 坐月子 / 中风
            痴呆 / 抑郁症 / 精神病 / 自闭症 / 刚做完手术 / 做(了|完)手术
            cancer / chemo* / dialysis / disabled / disability
            (i'm|am|is) (blind|deaf|bedridden|terminally ill|pregnant) / wheelchair / screen reader
            (had|after|since) (a|my|his|her) (stroke|surgery|heart attack) / dementia / alzheimer* / autis*
            mental (health|illness) / seriously ill / pregnant
        """,
        vulnerable="illness",
    ),
    Rule(
        "phrases",
        """
            自杀 / 轻生 / 不想活 / 活不下去 / 跳楼 / 跳下去 / 抑郁 / 绝望 / 走投无路 / 精神崩溃 / 整夜(睡不着|失眠)
            天天失眠 / 逼疯 / 家破人亡
            (刚|才)去世 / 刚走 / 家里(刚)?办丧事 / 揭不开锅
            suicid* / kill myself / (end|ending) my life / depress* / panic attack*
            can't (take|cope|go on)~(any ?more|any longer|with) / nervous breakdown / hopeless
            at (my|the) wits' end / late (husband|wife|father|mother) / passed away / bereave* / grieving
            can't feed my
        """,
        vulnerable="distress",
    ),
    Rule(
        "phrases",
        """
            (不会|不太会|不懂|看不懂|听不懂)(说|讲|看)?(中文|汉语|普通话|英文|英语|汉字) / 不识字 / 不认字
            不认识字 / 中文(不好|不太好|很差) / 文盲
            (my|the) english (is )?(no|not|bad|poor|isn't) / english (no|not) good
            (don't|do not|doesn't|can't|cannot) (speak|read|understand) (english|chinese|the language)
            not my first language / poor english / sorry for my english / need an interpreter / illiterate
        """,
        vulnerable="language",
    ),
)
"""R48: who needs particular care, and why."""

LEXICON = (*HAZARDS, *TYPES, *AREAS, *SIGNALS, *CARE)
