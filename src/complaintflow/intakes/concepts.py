"""What people name in their own words, each concept in Chinese and English; and which of them together are a danger.

`CONCEPTS` says how a concept is named (in the notation of `phrases`); `TOGETHER` which concepts, within two sentences
in a row and in any order, mean what (`a + b - c`: a and b and no c). So a thing and a harm suffice,
whatever stands between.
"""

from __future__ import annotations

from collections.abc import Mapping

from complaintflow._validation.structure import FrozenMap
from complaintflow.intakes.lexicon import PAID, VANISHED
from complaintflow.intakes.rule import Rule

_MINE = "my|his|her|their|our|the"
_ONES = (
    "me|us|him|her|my (wife|husband|mother|mom|mum|father|dad|son|daughter|kids?|child|children|girl|boy|baby|"
    "brother|sister|friend|girlfriend|boyfriend|partner|neighbou?r|gran|grandma|grandad|roommate|flatmate|\\d+|elderly|little|young|old|teenage|pregnant)"
)
_BODY_EN = (
    "arms?|legs?|hands?|fingers?|thumb|head|face|eyes?|eyelids?|lips?|throat|tongue|ribs?|teeth|tooth|skin|back|knees?|"
    "toes?|foot|feet|neck|nose|gums?|mouth|wrist|ankle|shoulder|elbow|collarbone|scalp|chest|cheek|chin|forehead|palm|"
    "forearm|airway"
)

CONCEPTS: Mapping[str, str] = FrozenMap(
    {
        # ── who
        "carrier": """
            司机 / 师傅 / 快递员 / 快递小哥 / 骑手 / 外卖员 / 外送员 / 送餐员 / 小哥 / 代驾 / 保安 / 房东 / 教练
            技师
            按摩师 / 工作人员 / 店员 / 服务员 / 安装工 / 维修工 / 工人 / 搬家 / 配送员 / 送货的? / 送外卖的 / 车主
            (他|那人|那个男|男的|陌生男|一个男) / 收派员 / 中介 / 导游 / 老板 / 经理
            driver* / taxi* / cab / cabs / (cab|van|moving|removal|pizza|grocery) (guy|man|men|driver) / courier*
            rider / riders / delivery (guy|man|boy|person|woman|bloke|dude) / deliveroo guy / postman
            technician / engineer / plumber / electrician / repair ?man / installer / fitter / landlord / host / guard
            bouncer / instructor / masseur / masseuse / therapist / trainer / mover / movers / cabbie / chauffeur
            (man|guy|bloke|dude|fella) (who|that|from|you sent) / the man / this man / that man / some man / staff
            cashier / waiter / doorman / cleaner / manager / tutor / conductor
        """,
        "other": """
            小偷 / 贼 / 前任 / 他自己
            前(男友|女友|夫|妻) / 室友 / 同事 / 谁
            my ex / ex-?(husband|wife|boyfriend|girlfriend) / room ?mate / flatmate / some number / anybody
            有人 / 别人 / 陌生人 / 他人 / 骗子 / 对方 / 小偷 / 黑客 / 不是我 / 不明 / 谁
            someone / somebody / some (guy|stranger|kid|one|dude|random|creep) / stranger* / hacker* / thief / thieves
            crook* / fraudster* / they / another person / whoever / not me / wasn't me / an unknown / he / she
        """,
        "child": """
            孩子 / 小孩 / 宝宝 / 宝贝 / 婴儿 / 女儿 / 儿子 / 闺女 / 娃 / 孙子 / 孙女 / 外孙 / 幼儿
            baby / toddler / infant / newborn
            my (little |young*|small |\\d+ ?-?)?(son|daughter|kid|kids|boy|girl|child|
            children|grandson|granddaughter|nephew|niece) / year ?-?old / little one / months? ?-?old
        """,
        # ── money
        "money": """
            比特币 / 以太 / 加密货币 / 虚拟币 / 定期 / 基金 / 卡 / 车费 / 全款
            isa / 401k / pension / bitcoin / ether / nft*
            (paid|sent|lost|gave|took|transferred|wired|spent|out|owe) \\d\\d+ / tokens / usdt / btc / eth / thousand*
            hundred* / deposit of
            钱 / 余额 / 存款 / 积蓄 / 养老 / 退休金 / 账户里 / 账上 / 卡(上|里|被|突然|显示) / 零钱 / 理财 / 银行卡
            信用卡
            工资 / 点券 / 金币 / 学费 / 款 / 生活费 / 压岁钱
            (\\d|一|两|二|三|四|五|六|七|八|九|十|几|多)+(块|元|万|千|百)
            money / savings / balance / wallet / funds / bank account / account* / card / pension / cash / deposit
            credits
            (\\$|£|€|¥) ?\\d / \\d+ ?(k|dollars|euros?|pounds|quid|bucks|grand|usd|eur|gbp|eth|btc|usdt) / grand
            crypto
            life savings / coins / rent money / wages / tokens
        """,
        "emptied": """
            提(前)?支取 / (被)?(人)?(取|提|领)(走|光|空) / 没按过同意
            empt(y|ied|ying) (my|our|his|her|the|out)
            复制 / 克隆 / 侧录 / 被扣光 / 被(人)?(转|刷|取|提|划|套)(出|走|光|现) / 转出
            (left|leave|leaves|leaving|gone out of|went out of|going out of|out of) (my|the|our|his|
            her) (\\w+ )?(account|wallet|card|balance|savings)
            (tokens|coins|money|funds|btc|eth) (left|went|moved|gone|were sent|was sent) / cloned / skimmed
            duplicated / swept
            (全|都)(没|花|用|转|刷|卖|取)(光|掉|完|走)?了 / 卖光 / 洗空 / 亏空
            (钱|余额|存款)[^,]{0,5}(没了|不见|飞了|少了|去哪) / 偷刷 / 刷爆 / 透支 / 搬空
            (is|was|are|been|got|all) (all )?(spent|stolen|taken|swiped|nicked|pinched|drained|robbed|raided|looted|
            gone) / spent (it all|all of|everything|my) / raided / nicked / pinched / scooped / maxed (out)?
            overdrawn / racked up / ran up / (took|taken|take|lifted|withdrew|moved|
            helped themselves to|made off with|grabbed) ~(grand|thousand*|hundred*|everything|all my|all of|savings|
            \\$|£|€|lot|whole) / down to (pennies|nothing|zero|\\d)
            (lost|losing) ~(savings|\\$|£|€|money|grand|thousands|everything to)
            归零 / 变成?(了)?0 / 只剩(下)?(0|零|几|不到|\\d) / 清零 / 清空 / 掏空 / 刷空 / 转空 / 转光 / 取光 / 刷光
            划空
            (全|都|就|一下子?|突然|莫名|凭空|下午|一夜)(没|空|不见)了 / 不翼而飞 / 凭空(消失|少) / 蒸发 / 洗劫 / 少了
            一分(都)?(不剩|没剩) / (被)?(划|转|刷|卷|盗|偷|提|取|骗|扣)走 / 往外(转|划|汇) / 被盗 / 盗刷 / 被刷 / 被转
            (is|was|are|were|at|to|says|say|now|showed|shows|reads|down to) (0|zero|nil|nothing|empty|gone|\\$ ?0|
            £ ?0)
            emptied / cleaned ~out / drained / wiped (out|clean) / vanished / disappeared / siphon* / stolen
            missing from
            stole / bled dry / nothing left / cleared out / looted / not a (penny|cent|dime) left
            helped (himself|themselves)
            went (through my|on a spending) / hoover* / gone (overnight|from)
        """,
        "deal": """
            打车费? / 网购 / 房费 / 酒店 / 机票 / 外卖单
            rides? / trips? / nights? / top up / gift cards? / fares? / uber eats / purchases of
            (刷|买|取)了 / uber* / pickup / pick-up / spree / order / orders / subscription i / loan* / payday
            flight* / hotel* / bookings? / top-?ups? / takeout orders
            消费 / 刷卡 / 扣款 / 支出 / 取款 / 取现 / 转账 / 交易 / 划走 / 转走 / 扣走 / 刷走 / 往外转 / 订单 / 笔
            贷款 / 网贷 / 借款
            charge / charges / purchase / purchases / withdraw* / transaction* / transfer* / debit* / payments?
            spent
            bought / cash machine / atm / statement / spending / order* / loan
        """,
        "notmine": """
            (do not|don't|dont|didn't|never) (know|saw|seen|met|recognise|recognize) (any|that|this|him|her|them|it|
            the|before) / i never (saw|met|knew) / without my ~(permission|consent|knowledge) / 完全不认识
            第二天就多 / 没(有)?(赠送|同意|授权|签)过? / 不是我(买|刷|转|点|借)
            护照都没(有)? / 没出过国 / 没去过 / 从没(点|办|借|买|申请|开)过 / 名下 / 我在.{1,6}(刷|消费|买|取)
            不(知道|清楚)(谁|怎么) / 从没 / 从来没 / 没有(操作|授权|同意|申请) / 未经(我)?(本人)?(同意|授权)
            (i'm|i am|im|i was|i live|we live|we are|we're|based) in / which i~(never|not) / (not|never) (by|from) me
            some other (player|person|name) / didn't (order|authori*|make|do|buy|spend|take)
            did not (order|authori*|make|do|buy|spend|take)
            don't (know|own|have) (anyone|anybody|him|them|that|a car|a|any) / isn't (mine|me|us) / i('ve| have) never
            never (owned|used|ordered|visited|left|bought|applied|signed up)
            weren't made by / wasn't made by / who (is|are) (that|they|this)
            我(根本|从来|压根|都|也|从)?(没|没有|未)(操作|刷|买|去过|消费|用过|下过|点过|付过|转过|借过|办过|签过|
            贷过|申请)
            (不是|并非|绝非)(我|本人)(?!们) / 非本人 / 本人(没|未|并未|不在|在) / 莫名(其妙)? / 无缘无故 / 凭空
            不翼而飞
            我(人|一直|明明)*(都)?(在|还在)(家|国内|北京|上海|台北|香港|成都|广州|公司|医院|睡|上班|飞机) / 我人在
            境外 / 国外 / 海外 / 半夜 / 凌晨 / 睡(着|觉|一觉|醒) / 不认识 / 没听(说)?过 / 陌生 / 没去过
            自己(往外|扣|转|动)
            (i|we) (have |had |had*n't |haven't |did |certainly )?(never|not|didn't|did not) (made|make|authori*|
            approve*|
            touch*|place*|do|did|bought|buy|been|spent|spend|use|used|go|went|visit*|heard|swiped|took out|done|even)~
            neither~(i|me|we)
            (not|isn't|aren't|wasn't|weren't|none of (them|it|these)( are| is| were)?) (mine|ours|me|by me)
            (never|not) (been (to|in|there)|set foot|authori*|heard of) / don't recogni[sz]e / do not recogni[sz]e
            didn't recogni[sz]e / unrecogni[sz]ed / unknown to me
            without my (consent|permission|knowledge|say|approval|ok)
            while i (was|slept) / out of nowhere / cloned / skimmed / unauthori[sz]ed / abroad / overseas
            foreign country
            in my (drawer|purse|pocket|wallet|hand) / woke up / in my sleep / country i / town i / city i / place i
        """,
        "crime": """
            盗刷 / 盗用 / 冒名 / 冒用 / 非法(扣|转|划)
            fraudulent* / unauthori[sz]ed / (not|never|didn't|did not) authori[sz]e*
        """,
        "belongings": """
            包裹 / 行李 / 手提包
            purse / handbag / parcel / package / luggage / suitcase / bag / backpack / bicycle
        """,
        "usual": """
            会员 / 续费 / 话费 / 增值 / 套餐 / 订阅 / 手续费 / 试用 / 年费 / 月租 / 保费 / 违约金 / 花呗利息
            subscription* / premium / trial / renew* / plan / membership / fee / fees / surcharge / monthly / yearly
            annual / upgrade* / twice / double / tariff / insurance
        """,
        "paid": f"({PAID})"
        + """
            货到付款的钱 / 收了(我|款|钱) / 打了 / 交了 / 付完 / 付款后 / 转了 / 打给 / 转给 / 汇给 / 收款后 / 收完钱
            尾款
            paid / payed / put down / (走|点)?链接付 / sent / transferred / wired / deposit / prepaid
            took (my|the|our|his|her) (cash|money|payment|deposit)
            took payment / collected (the|my) (cash|money) / handed over / rent / booking / ordered / bought / tuition
            venmo* / zelle* / my (money|cash|\\$|£|€)~
        """,
        "gone": f"({VANISHED})"
        + """
            荒地 / 没卖家 / 没(这|有)个?(人|店|房|车) / 不干了 / 把大家.{0,3}踢 / 空地 / 人影都没
            closed (its|their|the) (doors|shop|office) / no (seller|shop|office|house|such|one there|company)
            blocked (everyone|all of us) / empty (farmyard|warehouse|garage|building|room)
            封条 / 打过去是空 / 下线(了)? / 不回(话|信|消息|我|微信) / 页面打不开 / 打不通 / 关机 / 停业 / 大门紧锁
            换了(招牌|老板) / 卷款 / 贴了 / 门(也|都)?关了 / 没(了)?(音讯|消息|踪|回音) / 查无此(人|店) / 退(了)?群
            注销了
            (an|an? completely) empty (unit|shop|office|lot|field|house|building|plot) / boarded up
            shutters? (are |were )?down / padlock* / letters scraped / (rings|rang) out / voicemail / switched off
            not in service / disconnect* / no trace / closed down / bust / liquidat*
            administration / insolven* / bankrupt / can't (find|reach|trace) / cannot (find|reach|trace)
            (isn't|wasn't|not) (real|there|a real) / didn't turn up / won't (answer|pick up)
            doesn't (answer|pick up) / stopped (replying|answering|responding) / went quiet
            (deleted|deactivated) (account|profile|listing)
            unmatched / gone silent / has(n't| not) been seen / a scam / turned out to be / fake
            released (my|the) (coins|money|payment|funds) ~to
            没(有)?这(套|个|家)(房|店|公司|酒店|人|地址) / 根本(没|不存在) / 提示不存在 / 不存在 / 已注销 / 人去
            查无 / 没了
            下架跑 / 关店 / 删(了)?我 / 找谁要 / 跑路 / 不回了 / 把我踢 / 踢出群 / 没下文 / 群(也|都)?(解散|没)
            (is|are|was|has|had|have|just|now|completely|simply|then|and) (vanished|disappeared|gone|dead|deleted|
            evaporated)
            vanished / disappeared / no longer exist* / (doesn't|does not|doesnt|didn't|did not|never) exist*
            blocked (me|us|my)
            blocked and / never (heard|seen|saw|came back|showed|turned up|existed) / ghosted / cleared out
            went dark
            shut (down|up shop) / unreachable / skipped town / did a runner / ran off / took off with / made off
            nobody (lives|works|picks|by that) / no such (flat|apartment|house|address|company|person|place|hotel)
            page (is|was) gone / shop (is|was) gone / number (is|was)~(dead|disconnected|out) / a car ?park
            an empty lot
            blocked / deleted (his|her|their|the) / wiped (his|her|their) / taken down / radio silence
        """,
        "trick": """
            换号 / (是|才知道是|原来是)(假|骗)的? / 头像加我 / 冒(名|认) / 手机坏了
            (on|from) a new number / before (i|she|he|we) (realis|realiz)ed / (it )?wasn't (me|him|her|really)
            pretending / hi (mum|mom|dad) / new number
            (让|叫|要|教|指导|指示)(我|她|他|我妈|我爸|老人)(下载|转|打|点|扫|开|把|走链接|加|交|输|提供|屏幕|买)
            说.{0,4}涉嫌 / 涉嫌洗钱 / 安全账户 / 洗钱 / 公检法 / (警察|民警|警官|检察|公安)(打|说|来电) / 走链接
            高回报 / 内幕 / 稳赚 / 回本 / 兑换不了
            lured / sweet-?talk* / (told|asked|instructed|made|got|convinced|persuaded|pressured|ordered|guided) (me|
            her|him|us|my \\w+) (to|into) (move|mov*|transfer*|send*|shift*|buy*|download*|install*|pay*|click*|wire*|
            share|verify|withdraw*|approve) / (from|with) (your|the|my) (fraud|security|bank)
            (it|that|which|this|he|she|they|all) (was|is|were) (all )?(a )?(lie|lies|con|fake|hoax|fraud|fraudster*|
            impostor*|imposter*) / holding account
            (wasn't|weren't|isn't|not) (really |actually )?(you|your|the bank|from you|legit) / fell for
            clicked (a|the|on) / qr code
            fraud* / deceiv* / crook* / cheated (me|us|out) / phony / bogus / catfish* / blackmail* / extort*
            sextort*
            哄 / 诱导 / 诱骗 / 冒充 / 假扮 / 假装 / 共享屏幕 / 屏幕共享 / 远程控制 / 刷单 / 导师 / 杀猪 / 钓鱼
            保证金 / 解冻费
            骗(我|走|了|去|取|光|老人|我妈|我爸|她|他) / 被骗 / 诈骗 / 点数卡? / 自称 / 谎称 / 套路贷 / 资金盘
            带我(投资|炒)
            交.{0,6}才(能|给|让)(提|出|取) / 假客服 / 假网站 / 假的?(链接|短信) / 验证码(告诉|给|报|念) / 扫了.{0,8}码
            scam* / conned / con (man|artist) / swindl* / duped / tricked / fooled / talked ~into / pretend*
            posing as
            posed as / impersonat* / phish*
            fake (site|website|link|text|seller|ticket*|agent|landlord|profile|bank|job)
            remote (viewer|access|desktop|control) / anydesk / teamviewer / screen ?shar* / gift cards?
            typed (in )?(the|my) code
            gave (him|her|them|out)~code / read (him|her|them|out)~code / who (rang|called|phoned)~(me|us)
            claimed to be
            safe account / release fee / unlock(ing)? fee / to (release|unlock) my / romance / ponzi / pyramid
            recovered the account / chargeback after / double your / guaranteed returns
        """,
        # ── accounts
        "identity": """
            新设备 / 支付密码 / 提现银行卡 / 卖家 / 礼品卡 / 好友
            payouts? / bank details / pin / photo / seller account / gmail / apple id / icloud
            店铺 / 后台 / 收款 / 群 / 绑定的? / 支付宝 / LINE / line / telegram / whats ?app / 登录设备 / 订单和地址
            recovery (phone|email) / tablet / device* / handle / page / channel / shop / store / replacement / line
            chat* / gamertag / steam / username / credentials / authenticator
            账号 / 帐号 / 账户 / 号(?!称|召) / 密码 / 手机号 / 邮箱 / SIM / sim / 电话卡 / 手机卡 / 身份证 / 登录
            登入 / 绑定
            设备 / 微信 / 头像 / 昵称 / 店铺后台
            account* / login* / log ?-?in / password* / pw / passcode / sim / my number / phone number / profile
            email
            e-?mail (address|on) / 2fa / identity / my shop / my page / inbox / my phone
        """,
        "seized": """
            改成(他|她|自己|别) / 进了我 / 给(所有|全部)?好友发 / 向(我)?(好友|朋友|家人)(借|要) / 新设备登(录|入)
            new login* / dm'?ing / begging / put (his|her|their) own / bank details
            has my (old )?(number|account|phone|login)
            携号转网 / 转网 / 修改成功 / 登了我 / 踢(了|光|人) / 在卖 / 邮箱改 / 手机改 / 被(换|绑|解绑|注销|停)
            冒充
            changing my password / password (was |has been |been )?changed / ported out / kicked (all|every|my)
            is selling / sold (my|all|every) / forward(s|ing|ed)? (rule|my) / sim ?-?swap / verif* code* i
            log ?-?in alert* / sign ?-?in (alert|attempt)* / logged into
            (被|让)(谁|人|别人).{0,4}(换|改|登|删) / 换成 / 被改 / 登出 / 能看(到)?我的 / 借钱
            多了?(一)?(台|个).{0,6}(设备|手机|平板) / 一台我不认识 / 在用我的 / 掉线 / 被登
            (been|was|were|got) (updated|changed|replaced|added|removed|reset|linked|moved|transferred|switched|
            altered|renamed|sold) / collected a / inside my / in my (account|inbox|email) / reads? my / knows every
            listed / added (a|an|their|his|another|new) / renamed / deleted my / asking (everyone|my|people|friends)
            sending / is talking / begging / someone else('s)? (name|picture|face)
            换绑 / 改(了|掉)(?!版) / 被改 / 顶(下|掉|替) / 踢(下|出|掉|我) / 补办 / 补卡 / 异地
            别的?(设备|手机|地方|城市|人登)
            别的?装置 / 陌生(设备|地点|IP|ip) / (在|帮我?)发.{0,8}(广告|链接|消息|借钱) / 冒用 / 被盗
            盗(号|了|用|走)
            不对了 / 登(录|入|陆)?了我 / 解绑 / 过户 / 密码突然 / 挂失 / 转移到 / 偷登 / 撞库 / 接管 / 抢走
            换成了?(别|他|陌生)
            changed / changing / reset / resets / logged in / logging in / signed in / sign-?ins? / logins? / got into
            gets into / getting into / took over / taken over / take over / moved / ported / port-?out / swapped
            new sim
            sim swap* / kicked (me|us) / locked me / posting / posts / messag* / playing on / hijack* / hacked / stole
            stolen / compromis* / linked / replaced / broke into / broken into / new device* / unknown device*
            in control
            impersonat* / using my / used my / switched
        """,
        "away": """
            登不(进|上|入) / 没(有)?这种(手机|设备) / 号没了
            can(no|')?t log (back )?in / cant log in / i own a / lost my ~account
            莫名(其妙)? / 无缘无故 / 没服务 / 可我(根本)?没 / 没改过 / 越南 / 泰国 / 缅甸 / 柬埔寨 / 俄罗斯 / 美国
            韩国 / 登不(上|进) / 进不(去|来)
            without my ~(permission|consent|knowledge) / no service / did not change / didn't change / haven't changed
            in (vietnam|russia|china|india|brazil|nigeria|turkey|thailand|indonesia|ukraine|germany|another)
            can't get (back )?(in|into)
            不(知道|晓得)被?谁 / 不认识 / 前(男友|女友|夫|妻) / 借钱 / 被(登出|踢|下线|改) / 不是本人 / 「我」
            我没(改|换|登|动|操作)
            not by me / (i )?(don't|dont|do not) (own|recogni[sz]e|have|know) / some (number|address|email|guy)
            isn't mine / wasn't i / i was (in|at|asleep|abroad) / my ex / a number ending / ask(ing|s|ed) ~for money
            no idea who / who is this / nobody else has / when i was / while i was / i (never|didn't|did not)
            i sold nothing / not my / locked out / kicked out / won't let me in / says wrong password
            异地 / 不是我 / 我(根本)?没 / 广西 / 境外 / 国外 / 外地 / 陌生 / 收到.{0,6}验证码 / 进不去 / 登不上
            登不进 / 半夜
            换绑 / 没(了)?信号 / 发(赌博|广告|借钱|黄|链接)
            (isn't|aren't|wasn't|not) (me|mine|by me) / didn't (ask|request|do|change|make|order)
            didnt (ask|request|do|change)
            did not (ask|request|do|change|make) / never (asked|requested|did|changed|been|touched)
            from (another|a different|a new|
            lagos|russia|china|brazil|nigeria|vietnam|india|moscow|a phone|a device|abroad) / somewhere else
            another (phone|
            device|country|city|state|sim) / i live in / i('m| am) in / no longer works / can't get (back )?in
            locked out
            can't log in / lost signal / no signal / \\.ru / crypto / ads that / strange (device|login|ip)
        """,
        # ── things that hurt
        "device": """
            取暖器 / 毯 / 壁炉 / 投影 / 剃须刀 / 电动牙刷 / 音箱 / 无人机 / 玩具 / 车(?!费|票|位) / 油烟机 / 浴霸
            足浴 / 蒸 / 煲 / 保温杯 / 杯 / 瓶
            drone* / lipo / lithium / hot water bottle / blender / speaker / tool / drill / mower / strimmer / shaver
            toothbrush / projector / radiator / fireplace / firepit / lights / wire* / outlet / strip / waffle
            rice cooker / slow cooker / instant pot / bottle / jar / thermos / mug / glass / pan / dish / pyrex / can
            aerosol / cylinder / canister / tablet / controller / headset / mattress / unit / motor / transformer
            inverter / solar / pump / shower
            充电宝 / 电池 / 插座 / 插头 / 插线板 / 排插 / 吹风机 / 电热 / 锅 / 空调 / 冰箱 / 热水器 / 热水袋 / 手机
            充电器 / 电动车
            电瓶车? / 数据线 / 电暖 / 暖风 / 台灯 / 灯 / 烤箱 / 微波炉 / 洗衣机 / 烘干机 / 电脑 / 笔记本 / 平衡车
            滑板车 / 路由器
            水壶 / 烧水壶 / 加湿器 / 电视 / 耳机 / 手表 / 打火机 / 燃气灶 / 煤气 / 灶 / 卷发棒 / 直发器 / 电吹风
            按摩 / 玻璃
            charger* / battery / batteries / kettle / heater / dryer / hair ?dryer / straightener* / curling / oven
            laptop
            phone / plug / socket / bike / e-?bike / scooter / toaster / blanket / bulb / lamp / power ?bank / cable
            adapter
            adaptor / microwave / fryer / iron / boiler / hob / stove / cooker / tv / fridge / freezer
            washing machine
            dishwasher / vacuum / hoverboard / earbud* / headphones / watch / vape / extension (lead|cord) / fan
            humidifier
            lighter / candle* / pad / console / car / barbecue / grill / pressure / fairy lights / air ?fryer
            monitor
        """,
        "heat": """
            蓝火 / 被打飞 / 整个人.{0,4}(飞|弹|麻) / 没接地 / 喷火
            thrown back* / thrown across / not (earthed|grounded) / flame / went off like / shot out
            喷 / 滚烫 / 浇 / 窜火 / 火苗 / 冒电 / 打火 / 起泡
            flames / on fire / overheat*~(burn*|smok*|melt*|swell*|explod*) / blew (off|open|apart|out|its) / flew off
            burst open / hot (oil|stew|soup|coffee|steam|water) / steam / burned a / burnt a
            焦(味|了|黑) / 砰 / 震碎 / 黑了一 / 呛 / 冒火 / 火光 / 喷(出|火|油|到) / 爆了 / 炸锅 / 通红 / 发红 / 烤
            糊了 / 燎 / 跳闸.{0,6}(火|烟|电)
            smoulder* / smolder* / vent(ed|ing)? (itself|gas|smoke) / black hole / blackened / went pop
            popped (loudly|and|like) / (loud|huge|almighty) (bang|pop|crack) / (a|the) bang / burst / detonat*
            erupt* / fizz* / sizzl* / sprayed / spat (hot|boiling) / boiling (water|oil|soup) / red-?hot / ember*
            flaming / livewire / live wire / arced / arcing / stank (of burn*|for|of smoke) / caught my / tripped the
            冒.{0,2}烟 / 白烟 / 黑烟 / 浓烟 / 着(了)?火 / 起火 / 失火 / 烧(了|着|起|穿|焦|黑|坏|掉|伤|出|个|成) / 自燃
            燃(烧|了)
            (?<!大)炸(了|开|裂|飞|得|伤|出|掉|$) / 爆炸(?!优惠|性|价|福利|活动) / 爆(开|裂|燃|了) / 火花 / 火星 / 火苗
            漏电 / 触电
            电(到|了一下|了我|得|麻|击) / 麻了 / 发麻 / 弹开 / 熔 / 烧焦 / 焦味 / 焦糊 / 糊味 / 熏黑
            烫(到|伤|出|个|了|得) / 鼓包
            spark* / smok(e|ed|ing|y) / (on|caught|catch|catching|a|small|the) fire / flame* / in flames
            burn(t|ed|ing|s)?
            melt(ed|ing|s)? / explod* / explosion / blew up / blown up / went (up|off) (like|in|with) / went bang
            a (loud )?bang
            scorch* / sing(ed|eing) / (caught|catch|went) (light|alight) / alight / fumes / electrocut*
            electric shock* / (got|gave|felt|get|gives|had)~a ~shock / shock (from|off) / shocked (me|him|her|my|us)
            jolt(ed)? / zap(ped)? / too hot to / red hot / swollen / bulging / glowing / firework
            fire (brigade|department|
            truck|engine|service|crew) / firefighter* / scald* / charred / soot / tingl* / current (went|ran)
            hissing
        """,
        "figure": """
            价格 / 优惠 / 排位 / 游戏 / 皮肤 / 装备 / 卡得 / 剧情 / 辣 / 味道 / 人气 / 流量 / 朋友圈炸 / 手机号
            game / level / boss / ping / lag / price* / deal / sale / track / song / album / season / playlist / movie
            lyrics / film / novel / series / wallpaper / spicy / hot sauce / roast / coffee
        """,
        "wound": f"""
            肩 / 舌 / 髋 / 胸口 / 掌 / 嘴里 / 喉
            大腿 / 胸 / 屁股 / 脑袋 / 后脑 / 脚趾 / 手臂 / 手腕 / 舌头 / 虎口 / 手心 / 手背
            (my|his|her|their|both|the|left|right) (thighs?|stomach|belly|hip|hips|spine|skull|jaw|eyebrow|ears?|shin|
            calf|calves|heel|brow|temple|knuckles?|wrists?|ankles?|shoulders?|fingertips?|nails?)
            (left|right|both) (eye|hand|leg|arm|foot|ear)
            ({_MINE}|both|left|right|son's|daughter's|dad's|mum's|mom's|wife's|husband's|child's|baby's|kid's|two|
            three|
            four|one|broke|broken|cracked|fractured|lost|a|few) (left |right |whole |upper |lower |little |big |
            front |index |
            )({_BODY_EN})
            手(?!机|续|工|动|表|感|法|段|册|环|办|柄|写|慢|游|机号) / 手指 / 胳膊 / 小?腿 / 脚 / 额头
            头(?!像|条|疼死|发) / 脸 / 眼睛
            眼皮 / 嘴唇 / 嘴 / 牙 / 鼻 / 耳 / 膝 / 腰 / 背 / 脖子 / 皮肤 / 身上 / 肋骨 / 锁骨 / 下巴 / 喉咙 / 舌
        """,
        "harm": """
            扎
            (went|goes|going|driven|stuck|embedded|lodged|stabbed|jabbed|poked|pierced) (right |straight |
            clean )?(into|through|in)
            掉皮 / 掉了一块 / 痛(?!快) / 疼(?!爱) / 伤 / 烧 / 破皮 / 血 / 瘀 / 青了 / 折了 / 裂 / 刮
            second degree / third degree / ripped / shredded / slashed / sore / agony / excruciating / wound* / hurt*
            injur* / pain / hole in / gouge* / sliced / split (open)? / black and blue / purple / pulled off
            in a cast / plaster cast / surgery / nerve damage / limp / stitche* / numb*
            肿 / 流血 / 出血 / 骨折 / 断了 / 摔断 / 砸(到|伤|中|断|破) / 夹(到|伤|断|住) / 割(到|伤|破|了|开)
            划(破|伤|开|了.{0,3}口)
            扎(进|到|伤|破|了) / 刺(破|伤|进) / 缝(了)?.{0,3}针 / 水泡 / 起泡 / 烫(伤|红|出|到|脱)
            撞(到|伤|破|断|头) / 压(到|断|伤)
            摔(伤|断|破|下|倒|了|成) / 崩(了|掉|断) / 磕(掉|破|到|伤) / 麻(?!烦|辣|将|木) / 抖 / 睁不开 / 过敏 / 红疹
            起疹 / 烂
            溃烂 / 脱皮 / 骨头 / 淤青 / 脑震荡 / 扭伤 / 咬(伤|破|了) / 灼伤 / 毁容 / 瘫 / 抓伤
            cut / cuts / sliced / slit / gash* / bleed* / bled / blood / broke / broken / fractur* / crack(s|ed|ing)?
            swell* / swollen
            swelled / puffed up / burn(t|ed|s|ing)? / blister* / bruis* / numb / stitches / sprain* / crush* / sever*
            raw
            rash* / hives / itch* / sting* / stung / closed (up|over) / snapped / torn / tore / dislocat* / chipped
            lost
            scar* / welts / peel* / concuss* / scald* / skin came off / black eye / wouldn't open / smash* / trapped
            bitten
            scratched / punctur* / impal* / went through / stabbed / shards
        """,
        "rescue": """
            救护车 / 叫(了)?120 / 打(了)?120 / 急诊 / 昏迷 / 晕倒 / 晕过去 / 休克 / 抽搐 / 消防(队|员|车)? / 119
            窒息 / 抢救 / 送医 / 急救
            ICU / icu / 洗胃 / 昏过去 / 喘不(上|过)
            ambulance / paramedic* / urgent care / a ?& ?e / (the|to|in) er / emergency room / casualty
            fire (brigade|department|crew)
            firefighter* / passed out / blacked out / fainted / collapsed / unconscious / seizure* / epipen / epi-?pen
            intensive care / resuscitat* / defibrillat* / couldn't breathe / can't breathe / struggl* to breathe
            poison control
            stopped breathing / turned blue / went blue / called 911 / called 999 / rushed (to|him|her|me)
        """,
        # ── what people do to people
        "attack": f"""
            摸(我|了我|她|大腿|腿|手|胸) / 亲我 / 搂 / 抱住 / 动手动脚 / 动手(打|推)? / 打(了)?(我|人|她|他|伤)
            推(我|倒|了我|搡|了一把)
            掐 / 踹 / 踢(我|了我) / 扇(我|了我|巴掌|耳光) / 威胁 / 恐吓 / 弄死 / 杀(了|我|你) / 砍
            拿.{{0,2}}(刀|棍|扳手|锤) / 扳手
            (堵|拦)(住)?(我|在|门) / 跟踪 / 尾随 / 站在我 / 守在 / 蹲(守|在|点) / (在|到)我家(楼下|门口) / 骚扰 / 偷拍
            裸 / 露出 / 下体
            (喝|酗)了?.{{0,2}}酒 / 酒气 / 酒驾 / 醉 / 睡着 / 打(瞌睡|盹) / 闯红灯 / 超速 / 逆行
            锁(了|上|住)?.{{0,2}}门 / 门(被|给)?锁 / 把门锁
            不(让|给|许)(我)?(下车|走|离开|出去) / 知道(我|你)(家)?住 / 弄你 / 打断.{{0,2}}腿 / 等着瞧 / 加我微信
            脱(我|衣服) / 强(吻|奸|暴)
            猥亵 / 性骚扰 / 扒 / 泼 / 砸(我|门|车) / 逼停 / 别车 / 斗气 / 飙车 / 撞(了|上|护栏|到|人)
            发(短信|消息|讯息|微信).{{0,8}}(骂|威胁|想我)
            (shov*|push*|hit|hits|punch*|slap*|kick*|grab*|grop*|touch*|strok*|kiss*|spat|spit*|threat*|follow*|
            stalk*|chas*|
            corner*|attack*|assault*|beat|headbutt*|drag*|pinn*|strangl*|chok*|swung|bit|ran|force*|trapp*|film*|
            photograph*|
            rub*|hug*|wave*|rape*|molest*|exposed|flash*|lunge*|pull*|manhandl*|brush*|put his|putting his|threw~at|
            messag*|text*|harass*) ~({_ONES})
            locked the (doors?|car) / (doors? were|door was) locked / wouldn't let (me|us) (out|leave|go) / knife
            baseball bat / weapon
            (a|his|the) (gun|machete|crowbar|wrench|hammer|blade)
            outside my (building|house|home|door|flat|apartment|window|
            work|gate) / outside our / knows? where (i|we|you) (live|sleep|work)
            (drunk|drinking|reek*|stank|smell* of (alcohol|
            booze|beer|weed)|stoned|high as) / (nodding|nodded|dozing|dozed) off / asleep at / fell asleep / swerv*
            red light*
            speeding / \\d+ ?mph / wrong side / video call* while / on his phone while / texting (and|while)
            watching (videos|tiktok)
            kill (me|us|you) / hurt (me|us|you) / break (my|your|our) / burn (my|your|our) / come back (for|to|with)
            masturbat* / naked
            his (pants|trousers|hand on|hands on|hand up|fly) / (my|her) (knee|thigh|breast*|bum|bottom|waist|leg)
            spit in
            racial slur* / cornered / wanted my number / asked me~(out|kiss|sex|naked|alone) / follow(ed|ing) me
            in my garden
            let himself in / through my window / punched / slapped / strangled / stalking / rear-?ended / off the road
            crashed
        """,
        "mute": """
            parcel over / thumbs / lovely / friendly / careful / polite / kind / good mood / on hold / great
            apologi*
            人很好 / 态度好 / 很客气 / 热情
        """,
        "menace": """
            挥拳 / 出现在.{0,8}(学校|家|公司|单位)(门口|楼下) / 站在(我们?)?(床|门|窗)
            (自己|擅自|私自|偷偷)(开门|进来|进屋|拿钥匙) / 轧(过|了)我 / 骑车撞 / 换号加我
            swung (a|his|her) / fist / makes new accounts / (now )?(he's|he is|they're) outside
            (stood|standing|sat) (at|by|over|beside|on) (the foot of |my |our )?(the |my |our )?bed
            (ran|run|drove|rode) over my / let (himself|herself|themselves) in
            while (we|i) (slept|was asleep|was sleeping|showered) / (kerb|curb|pavement|sidewalk) twice
            收拾我 / 叫(兄弟|人)(来|过来|打|弄) / 走着瞧 / (让|要)我好看 / 找人(打|弄|砍|收拾|来) / 废了我
            烧(了)?我家 / 见一次打一次 / 能?找到我(家|公司|单位) / 吐口水 / 盯着我 / 在楼下等 / 跳车
            抓(着|住)(我|头发|她|他) / 拖(我|出去|出店) / 打(了)?(我|他|她|人)(一)?(巴掌|耳光|拳)
            (said|says|saying|told me|threatened|swore|warned|promised) (that )?(he|she|they|he's|they're)('d|'ll|
             will| would| is going to| are going to| was going to)~(find|kill|hurt|come|burn|smash|break|beat|get|
            slash|shoot|bring|deal|make me|teach)
            or else / make me (pay|regret|sorry) / teach me a lesson / raised his fist / squared up / in my face
            (will|would|going to|gonna|can) find (me|us|my|out where) / by the hair / jumped out (of|and) / ran for
            (dragged|pulled|yanked|grabbed|hauled|threw|pushed) my / smash my / slash(ed)? my
            come(s)? back with (his|some|a|friends)
            (摸|掐|打|踹|踢|搂|抱|亲|扇|砍|捅|撞)(了|过|住|着)?我(?!们的?电话) / 动手动脚 / 手伸(进|到) / 跟踪我?
            尾随 / 恐吓 / 弄死 / 杀(了)?(我|你)(?!个) / 猥亵 / 性骚扰 / 强奸
            (进了|闯进|闯入|赖在|守在|站在|蹲在|等在|找到|来到|跑到|堵在|徘徊在|敲)我们?(家|公司|单位|宿舍|楼|小区|门)
            不肯(走|离开) / 一个人住 / 带(了)?人(来|到) / 堵我 / 偷拍我?
            知道(我|你)(们)?(家)?住(哪|在) / 知道(我|你)孩子 / 小心(点|你) / 别让我(碰|遇|见) / 给我(等着|小心)
            拿(着)?(刀|棍|棒|扳手|铁)
            (grop*|molest*|rape*|stalk*|fondl*|grabb*|punch*|slapp*|shov*|headbutt*|chok*|strangl*|assault*|spat (at|
            on)|spit on|kicked|stabbed) ~(me|us|him|her|my)
            (would not|wouldn't|refus* to|won't) (leave|let (me|us) (out|go|leave)|get out of|go away|unlock)
            (turned|shows?|showed|shown|came|comes|keeps? coming|popped) ?(up)? (at|to|outside|by|round) (my|
            our) (door|house|home|flat|
            work|workplace|school|office|place|apartment|job)
            (waiting|sitting|standing|parked|loitering|hanging|lurking) (around )?(outside|near|by|in front of) (my|
            our)
            knows? (where|what school|which school|my home|our home) ~(live|lives|sleep|goes|address|daughter|kids)
            hand (over|on|up|down|under) (my|her|his) (mouth|thigh|knee|leg|skirt|shirt|throat|neck|bum|back|waist|
            chest) / locked ~doors?
            (creepy|obscene|sexual|filthy|lewd|threatening|disgusting|dirty) (message*|text*|
            photo*|picture*|remark*|comment*|call*|gesture*)
            (sent|sends|sending|took|taking|has|have) ~(picture|pictures|photo|photos|video) of my (car|house|home|
            door|kids|daughter|child|wife|window|legs|body|chest) / if i live alone / live alone / followed (me|us|my)
            following me
            (won't|wont|doesn't|didn't|never) stop (messaging|texting|calling|contacting|following|staring)
            i('ll| will) (find|get|kill|hurt|come for) you / watch your back
            break (my|your) (legs|arms|face|neck|kneecaps|windows)
            (death|bomb) threat* / threat* (to|me|us|my|her|him|with) / pulled (out )?a (knife|gun|blade)
            pinned (me|him|her) / dragged (me|him|her) / dog bit / bit (me|my (leg|arm|hand|son|daughter|kid))
        """,
        "reckless": """
            啤酒 / 白酒 / 马路牙子 / 撞(上|了|倒)
            lager / beer / vodka / whisky / drunk / kerb / curb / pavement / sidewalk / knees
            看(着)?(短)?视频 / 玩手机 / 刷(抖音|手机|视频) / 开(到|了)(一百|\\d{3}|一二|二百) / 求他慢 / 压(着)?线
            打瞌睡 / 打盹 / 闯.{0,2}红灯 / 酒 / 逆行 / 超速 / 飙 / 边开 / 差点(撞|翻|追尾) / 急刹
            (did|doing|going|at|hit) \\d{2,3}(mph|kmh|kph)? ~(on|in|down|through|past|road)
            \\d{2,3} ?(mph|km/?h|kph|kmh) / on his phone / on her phone
            watch* ~(football|video*|tiktok|netflix|match|movie|youtube) / begg* (him|her|them) to (stop|slow)
            slow down / (two|three|a|the|several|every) red (light*)? / wrong (way|side)
            nearly (hit|killed|crashed|ran) / almost (hit|killed|crashed|ran) / weav* / tailgat* / eyes (kept )?clos*
            beer (can|bottle) / joint / smelled of / smelt of / no seat ?belt / run* over
        """,
        "camera": """
            摄像头 / 镜头 / 针孔 / 监控 / 偷拍 / 红点
            camera* / webcam / lens / recording device / filming
        """,
        "private": """
            试衣 / 更衣室 / 厕格
            locker room / guest house / rental / in the wall / vent
            床 / 浴室 / 卫生间 / 厕所 / 卧室 / 试衣间 / 更衣 / 插座里 / 藏 / 洗澡 / 民宿 / 酒店房间
            hidden / hid / bathroom / bedroom / shower / changing room / fitting room / smoke (alarm|detector)
            in the clock
            pointed at (the|my|our) bed / airbnb / toilet / undress* / spy / peephole / secret*
        """,
        "despair": """
            绳子.{0,4}(买|准备) / 买(好)?(了)?(绳|农药|安眠药) / 不用再(发|催|找)(我|函)了
            (bought|have|got|tied) ~(rope|noose|pills|razor) / the rope / (you can|no need to) stop writing
            从.{0,6}(桥|楼|窗|阳台|天台).{0,4}(跳|下去|翻) / 天台 / 半瓶 / 吃了.{0,4}瓶
            告诉(我)?(妈|爸|爸妈|孩子|女儿|儿子|家人).{0,6}(对不起|爱) / 对不起(爸|妈|孩子|家人) / 别找我 / 再见了
            来生 / 没(什么)?好?留恋 / 活着(还|真|好)?.{0,4}(干|累|苦) / 熬不下去 / 结束一切 / 自残 / 割(自己|手腕)
            (by|at|near|into) the (river|bridge|tracks|cliff|ledge|sea|edge) ~~(sorry|goodbye|last|tell)
            tell my (sister|brother|mum|mom|dad|kids|wife|husband|family|daughter|son|mother) ~(sorry|i love|love)
            say(ing)? goodbye to (my|everyone) / forgive me / (life|living) (is|isn't|not) ~(worth|over)
            not worth living / want(ed)? to (die|disappear|end) / ready to (die|go|end)
            thinking (of|about) (ending|dying|doing something stupid) / something stupid / cut(ting)? myself
            can't do (this|it) any ?more / don't want to be here / give up on life / took ~pills
            what's the point (of|in) (living|going on|life|anything) / the world (is|would be) better
            i'm done with life / nobody would (care|notice) if i
            不想活 / 活不下去 / 活着.{0,4}(没|意思|累) / 没(有)?(意义|必要)(再)?活 / 遗书 / 跳楼 / 跳(下去|河|江|桥)
            自杀 / 轻生 / 撑不下去
            一了百了 / 安眠药 / 割腕 / 喝农药 / (死给|不如死|去死算了|死了算|死了干净|死了一了)
            结束(自己|生命|这一切) / 从.{0,6}楼.{0,2}跳 / 上吊
            来世 / 下辈子 / 了断 / 寻短见 / 最后一(条|次)(消息|留言|联系|发) / 照顾(好)?我(爸|妈|孩子|女儿|儿子)
            活够 / 不想再醒
            (don't|do not|can't|cannot|no longer|dont|cant) (see|find|have) ~(reason|point) to~(wake|live|go on|
            be here|carry on|exist)
            (don't|do not|dont|no longer) want to (live|be here|wake up|be alive|exist) / can't go on / cannot go on
            cant go on
            (nobody|no one|noone|no-one) (would|will|will even) miss / better off (dead|without me|if i was|if i were)
            end it
            end (it all|my life|everything tonight) / kill(ing)? myself / suicid* / jump off / jump from / overdos*
            wish i (was|were) dead
            hurt(ing)? myself / harm(ing)? myself / goodbye (letter|note)
            last (message|email|time you) (you|anyone|i) / take my (own )?life
            not be (here|around) (tomorrow|much longer|anymore|by) / bottle of pills / all my pills / slit my
            hang myself
            nothing left to live / no reason to live / rather be dead / won't be here / disappear forever
            on the (bridge|ledge|roof)
        """,
        # ── failures that throw people
        "thrown": """
            甩(出|飞|下|了) / 翻(下|倒|出|车) / 滚(下|落) / 摔(?!坏|碎了?(屏|机)) / 跌(倒|下|落|破|伤) / 飞出去 / 弹飞
            栽(下|倒) / 坠 / 掀翻 / 掉下(来|去) / 砸(到|中|在|下|伤) / 撞(到|上|破|伤)
            flung / hurled / thrown (off|from|across|into|out|forward) / threw (me|him|her|us) (off|across|into|over)
            tumbled / tumbling / (went|sent) ~flying / fell (down|off|from|through|backwards|out|headfirst|on)
            knocked ~(over|down|out|unconscious|back)
            landed (hard|on|head|face) / hit (my|his|her) (head|face)
            (banged|cracked|smacked|split) (my|his|her) (head|skull|chin|lip|face) / crashed (into|down|onto|on)
            came down on / toppled / trapped under / crushed / on top of (me|my|him|her)
        """,
        "burnt": """
            (二|三|深二|2|3)度(烫|烧)伤 / 烫掉皮 / 起了?(一)?(片|串|排|手|脚)?.{0,2}水泡
            像被.{0,6}(开水|火|烫|浇|烧) / 触电 / 电击
            (second|third|first|2nd|3rd)[- ]degree / burns? (on|to|all over|down|across) (my|his|her|both|the)
            scald* / skin (graft*|came|coming|peel*) / electrocut* / (got|had|have) burn(ed|t)~(badly|my|hand|skin)
            smoulder* / smolder*
            (caught|catch|catches|catching|on) fire / (up|burst|went|erupted) (up )?(in|into) flames / burst into
            (smoke|flames|sparks) ~(pour*|com*|came|shot|shoot*|billow*|fill*|flew|flying|everywhere|out)
            set ~(on fire|alight|fire to) / burn(t|ed|ing)? (smell|hole|plastic|through)
            smell* ~burn* / smell of burning / house (nearly |almost )?burn* / carbon monoxide / gas leak / blew up in
            exploded (in|on|next|near|and|while|all) / shards (of|all|every|in|flew)
            shatter* (in|all over|over|on) (my|me|her|him|his)
        """,
        "eyes": """
            看不(清|见)(?!字|楚字|客服|余额|订单|页面|图|价|内容) / 失明 / 刺痛 / 眼.{0,4}(瞎|红肿|灼)
            (could|can|couldn't|can't|cannot) (barely |hardly )?see (out|anything|from|with) / barely see
            lost (my |the )?(sight|vision) / blurr(y|ed) vision / vision ~(blur*|gone|went) / (gone|went|going) blind
            eyes? (burn*|sting*|stung|on fire|streaming)
        """,
        "sharp": """
            针 / 刀片 / 钉 / 玻璃 / 铁钉 / 碎片 / 毛刺 / 铁片 / 刀刃 / 图钉
            needle / pin / pins / nail / nails / glass / blade / shard* / splinter* / razor / staple* / sharp / tack
            screw / wire / spike / burr / jagged
        """,
        "sank": """
            扎 / 刺 / 割 / 划 / 戳 / 血 / 伤
            cut / cuts / sliced / slashed / into / through / bleed* / bled / blood / stabbed / pierced / punctur*
            jabbed / stitches / stuck in / embedded / gash*
        """,
        "pester": """
            一直(打|发|加|给我发|给我打|骚扰) / 每天(打|发|给我) / 加(我|了我)(微信|好友|WhatsApp|LINE|line)
            (问|说).{0,4}(单身|男朋友|喜欢我|想我|约我|一个人) / 半夜.{0,4}(打|发|敲) / 二十多个(电话)?
            (keeps?|kept|been|wont stop|won't stop|started|constantly) ~(calling|texting|messaging|ringing|dm*|
            following|staring|sending|contacting) / missed calls / added me on
            asked (for my number|if i (am|was) single|me out|to come in) / saved my number / got my number
            took my number / from the label / love messages / hearts / flirt* / at midnight / at night / at \\d ?am
        """,
        "neglect": """
            走失 / 走丢 / (忘|落|丢|锁|关)(在|了在).{0,3}(车|校车|教室|店|电梯|房间|厕所) / 要.{0,6}(照片|裸照|视频)
            裸聊 / 成人(内容|视频|网站) / 色情 / 约.{0,4}见面 / 打(孩子|我儿子|我女儿|娃) / 体罚 / 虐待 / 掐
            (left|forgot|lost|locked|abandoned|alone|unattended|wandered|missing)~(bus|car|alone|unattended|outside|
            behind|street|park|room|playground|hour*|minutes|toilet) / (nude*|naked|sexual*|groom*|porn*|explicit|
            adult men|grown men|pictures of herself|photos of herself|meet (him|her) up|meet up)
            (hit|slapped|smacked|shook|pinched|bruis*|bite marks|hurt) ~(him|her|my|son|daughter|child|kid)
        """,
        "toxic": """
            甲醛 / 刺鼻 / 塑料味 / 气味 / 油漆味 / 农药 / 有毒 / 铅 / 汞 / 味道(大|重|很)
            formaldehyde / lead paint / mercury / toxic / chemical smell / fumes / pesticide* / smell / paint
            solvent / off-?gas*
        """,
        "poisoned": """
            头晕 / 头昏 / 恶心 / 流鼻血 / 咳(嗽|个|血) / 喘 / 呼吸 / 眼睛(疼|辣|红) / 超标 / 昏
            dizzy / headache* / nosebleed* / nausea* / wheez* / cough* / breath* / faint* / light-?headed / threw up
            burning eyes / eyes water* / tested positive / above the limit
        """,
        "prepaid": """
            年卡 / 会员卡 / 预付 / 储值 / 课时 / 节课 / 学费 / 次卡 / 课程 / 定金 / 订金 / 押金 / 装修款 / 首付 / 月卡
            余额 / 门票
            membership / lessons / sessions / classes / gift card / voucher* / tuition / prepaid / deposit / annual
            upfront / up front / season ticket / course / tickets? / tix / booking
        """,
        "abroad": """
            曼谷 / 雅加达 / 河内 / 吉隆坡 / 马尼拉 / 澳门 / 香港 / 东京 / 首尔 / 新加坡 / 纽约 / 伦敦 / 巴西 / 美国
            日本 / 韩国 / 越南 / 缅甸 / 柬埔寨 / 俄罗斯 / 印度 / 尼日利亚 / 迪拜 / 境外 / 国外 / 外地
            bogota / madrid / lagos / jakarta / moscow / london / paris / dubai / manila / delhi / texas / florida
            ohio / miami / new york / california / vegas / mexico / brazil / spain / italy / france / turkey / poland
            romania / hong kong / singapore / tokyo / seoul / bangkok / kyiv / nairobi / cairo / istanbul / berlin
            abroad / overseas / another (state|country|city|continent)
        """,
        "here": """
            我(人|一直|明明|现在)*(都|就)?在.{1,5}(上班|家|上学|呢|睡|啊|好吗|[,。!]) / 我(人)?在
            没(有)?(出过国|护照|去过|这种手机|这个设备) / 护照都
            (i'm|i am|im|we're|we are|i was|we were|i live|we live|i've been|based|sat|sitting|stuck|live|home) ~(in|
            at) / (never|not) (been|left|travel*) / (never|don't|do not|didn't) (own*|have|had) a
        """,
        "carried": """
            栏杆 / 围栏 / 卡榫 / 床边 / 滑梯 / 攀爬 / 楼梯 / 吊床 / 折叠 / 健身器 / 单杠 / 器械 / 弹力绳 / 拉力 / 座椅
            马桶 / 浴缸 / 货架 / 招牌 / 地板 / 吊 / 车门 / 卷帘
            gate / stair* / climbing / slide / rope / strap / hook / rack / cabinet / drawers
            tv (mount|stand|bracket) / bracket / mount / barrier / step / steps / platform / door / sink / toilet
            sunbed / deck ?chair / sofa / recliner / tricycle / skateboard / skates / surfboard / parachute / saddle
            seat / frame / crutch* / walker / wheelchair / resistance band / dumbbell / barbell / bar / sign / floor
            escalator / bouncy castle / ride
            刹车 / 方向盘 / 安全座椅 / 儿童座椅 / 餐椅 / 婴儿车 / 推车 / 梯子 / 床 / 柜 / 书架 / 吊灯 / 吊扇 / 电梯
            扶梯 / 椅 / 凳 / 秋千 / 缆车
            过山车 / 轮胎 / 车把 / 自行车 / 前叉 / 护栏 / 安全带 / 头盔 / 跑步机 / 滑板 / 天花板 / 吊顶 / 玻璃 / 茶几
            门 / 镜子 / 阳台
            brake* / steering / wheel / wheels / ladder / chair / stool / bed / bunk / shelf / bookcase / wardrobe
            dresser / car ?seat
            seat ?belt* / buckle / harness / helmet / scooter / stroller / pram / high ?chair / bike / tyre / tire
            swing / trampoline
            treadmill / lift / elevator / escalator / handlebar* / fork / ceiling / railing / balcony / crib / cot
            glass / mirror
            table / oven door / shower (door|screen) / hammock / rollercoaster / zip ?line / carabiner / jack / bench
            accelerator
            throttle / airbag* / pedal / chain
        """,
        "collapse": """
            失灵 / 断(了|开|裂|掉|成) / 掉(下|了下|落) / 松(开|脱|了) / 塌 / 倒(下|了|塌) / 坠 / 散架 / 翻(了|倒|车)
            自己(炸|爆|开|弹|松) / 自爆
            炸(了|开|裂) / 脱落 / 飞(出|了出) / 弹(开|出) / 夹(住|到) / 失控 / 困(在|住) / 爆胎
            fail* / snapped / snaps / snap / collaps* / came (off|undone|loose|apart) / gave way / gave out / folded
            tipped / fell
            shatter* / explod* / detach* / broke / buckled / sheared / popped open / unlatched / locked up
            stopped working / seized
            stuck / dropped / plunged / opened (by itself|on its own) / burst / didn't (work|lock|deploy|stop)
            wouldn't stop
        """,
        "body": f"""
            (with|on|under|over|onto|hit|hitting|landed on|around|threw|missed|crushed|trapped|beneath) ~({_ONES})
            i (fell|went|was on|landed|flew|hit|crashed|nearly|almost|ended|was riding|was standing|was sitting)
            off work / downhill
            mph / km/h / motorway / highway / traffic / face first / over the (bars|handlebars) / hospital
            inches from / on top of
            by itself / on its own / for no reason / at speed / with the baby / baby in it / nearly killed
            could have (died|killed|been)
            摔 / 砸 / 夹 / 压 / 撞 / 扎 / 伤 / 缝 / 手 / 腿 / 头 / 孩子 / 宝宝 / 儿子 / 女儿 / 娃 / 下坡 / 高速 / 差点
            吓 / 自己 / 困
        """,
        "choked": """
            咽(到|下|了) / 喉咙里 / 抠下来 / 倒过来拍
            upside down / heimlich / back blows / was in his throat / was in her throat
            噎 / 咬(下|掉).{0,6}(吞|咽) / 塞(进|到) / 缠(住|到|在)(脖|颈)
            in (his|her) (mouth|throat|nose|airway) / (round|around) (his|her|the) neck / gagg* / turned blue
            couldn't breathe / put it in / ate (it|one|the|a) / lodged
            吞 / 误食 / 误吞 / 卡(在|住)(了)?.{0,3}(喉|嗓|气管|脖) / 呛 / 窒息 / 卡喉 / 塞进(嘴|鼻) / 咽下
            勒(住|到)?脖
            swallow* / chok* / in (his|her) mouth / down (his|her) throat / in (his|her) (nose|ear|windpipe)
            strangl* / suffocat*
        """,
        "choker": """
            眼睛 / 玩偶 / 贴纸
            sticker / bear / plush / doll / bead / googly
            磁铁 / 磁力 / 磁珠 / 纽扣电池 / 电池 / 小零件 / 零件 / 珠子 / 螺丝 / 眼珠 / 扣子 / 绳 / 玩具 / 奶嘴
            magnet* / button (battery|cell) / battery / bead* / small parts? / screw* / toy / dummy / pacifier
            teether / rattle
            cord / string / blind / plastic / button / piece / eye / coin
        """,
        # ── medicine and what goes on the skin
        "medicine": """
            儿童药 / 药水 / 婴儿.{0,3}药
            ibuprofen / paracetamol / calpol / tylenol / aspirin / infant drops / adult (pills|tablets|dose)
            减肥 / 保健品 / 毫克 / 药盒 / 补品 / 中药
            \\d+ ?mg / vitamins / weight ?-?loss / slimming / herbal / gummies / powder / hormone*
            眼药水 / 滴眼 / 药水 / 药膏 / 膏药 / 吸入器 / 血压 / 心脏 / 安瓿 / 药片 / 针
            eye ?drops / ointment / patch* / epi-?pens? / inhalers? / infusion / hearing aid / pacemaker / chemist
            vitamin* / supplement* / diet pills / lens solution / thermometer / oxygen / heart (pills|meds) / meds
            blister pack / statin* / steroid*
            药(?!妆) / 胰岛素 / 疫苗 / 针剂 / 剂量 / 处方 / 胶囊 / 药房 / 退烧 / 注射 / 隐形眼镜 / 血糖 / 试纸
            pill / pills / tablets / medicine* / medication* / insulin / prescri* / pharmac* / dose / doses / dosage
            syrup / inhaler
            injection* / vaccine* / antibiotic* / painkiller* / drops / capsules / blood (pressure|sugar)
            contact lens* / warfarin
        """,
        "misdosed": """
            大人吃的 / 成人(用|吃|装|剂) / 寄(错|来)大人 / 喂下去
            adult / instead of / wrong (one|box|drug|patient|strength)
            昏 / 心慌 / 手抖 / 违禁 / 掺 / 急诊 / 送医 / 里面(是|装)
            banned / inside are / palpitation* / in the er / ended up in / shaking / seizure* / rash / swelled
            vomit* / nearly died / overdose / stimulant / laced / recalled
            开封过 / 拆过 / 浑浊 / 破损 / 没有?标签 / 刺痛 / 看不清 / 呕 / 胃出血 / 不是我的药 / 成分 / 反应 / 住院
            cloudy / seal / cut open / discolou?red / crumbl* / barely see / blind / sick / hospital / paramedic*
            ambulance / fainted / blacked out / adult (dose|strength) / for (dogs|adults|children|horses)
            label* (said|for|was|with) / unlabel* / lumps / powder / leaking / broken / cracked / smell* / thawed
            frozen / hot / liquid / room temperature / hypo / sugar (hit|dropped|went|was)
            发错 / 拿错 / 配错 / 弄错 / 给错 / 过期 / 晕 / 抽搐 / 常温 / 化了 / 没冰 / 失效 / 别人的 / 假药
            吃完.{0,8}(吐|疼|痛|难受|晕|抽|肿|昏)
            变质 / 双倍 / 十倍 / 剂量(错|不对) / 变色 / 心慌 / 发黑
            wrong / someone else* / somebody else* / another (patient|person)* / expired / out of date / warm / melted
            double / \\d+x
            strength / mixed up / mix-?up / passed out / counterfeit / opened / tampered / not (cold|refrigerated)
            overdos* / incorrect
            collaps* / hallucinat* / dizzy / reaction / should have been / instead of / dangerous* / heart rac*
        """,
        "cosmetic": """
            膏 / 霜(?!.{0,1}降) / 发膜 / 水光针 / 医美 / 玻尿酸 / 隆鼻 / 美容 / 睫毛 / 花露水 / 贴片 / 香水 / 祛痘
            身体乳
            gel / oil / peel / scrub / facial / filler* / botox / beautician / salon / extensions / henna / tattoo
            piercing / ring / earrings / necklace / bracelet / leggings / bra / bedding / sheets / socks / trainers
            insoles / strap
            面膜 / 面霜 / 染发 / 护肤 / 洗发 / 精华 / 化妆品 / 眼影 / 口红 / 粉底 / 防晒 / 洗面奶 / 乳液 / 卸妆 / 沐浴
            爽肤水 / 祛斑 / 美白 / 脱毛
            洗衣液 / 尿不湿 / 纸尿裤 / 卫生巾 / 湿巾 / 纹身 / 美甲
            cream / serum / mask / shampoo / dye / lotion / moisturi[sz]er / sunscreen / spf / lipstick / mascara
            foundation / wax
            cleanser / toner / deodorant / soap / nappy / nappies / diaper* / wipes / perfume / conditioner / lash*
            nail glue / balm
            detergent / make-?up / body wash / bath bomb / hair removal / eye ?shadow / eyeliner
        """,
        "reacted": """
            像被.{0,4}(浇|烫|烧) / 掉皮 / 疙瘩 / 流脓 / 流水 / 发炎 / 红肿 / 疼 / 灼烧
            welt* / oozing / weeping / pus / infect* / inflam* / spots all
            like (sandpaper|a lobster|a balloon|sunburn) / flar* / scarring / clumps / bald (patch|spot)* / fell out
            falling out / chemical burn* / skin came / on fire / eye infection
            肿 / 烂 / 红(疹|肿|了一片|得|点|斑|痒) / 痒 / 疹 / 掉头发 / 睁不开 / 过敏 / 皮炎 / 灼 / 刺痛 / 火辣 / 脱皮
            起泡 / 水泡 / 毁容 / 烧(伤|脸)
            blister* / burn* / swell* / swollen / swelled / rash* / hives / itch* / welts / peel* / raw / dermatitis
            allergic
            hair (fell|came|is falling|falling) / bald / red and / bright red / reaction / stinging / sores / bumps
            eyes? (shut|closed)
        """,
        # ── food
        "ate": """
            柠檬水 / 车厘子 / 樱桃 / 葡萄 / 草莓 / 蓝莓 / 粥 / 套餐 / 鸡块 / 果汁
            lemonade / cherries / lentil* / soda / cola / pop / squash / blueberries / plums / mango* / avocado*
            cucumber* / nuggets
            优格 / 凉皮 / 果泥 / 嘴里 / 入口 / 面 / 米 / 串 / 丸
            pouch / yoghurts? / yogurts? / smoothies? / wedding guests / in (his|her|my) mouth / deli / ravioli
            burrata / paneer / toast / jerky / broth / stir ?-?fry / fillets?
            烤鸭 / 卤 / 凉菜 / 生蚝 / 牡蛎 / 蛤 / 毛蚶 / 龙虾 / 煎饼 / 甜品 / 冰 / 糕 / 菠菜 / 生菜 / 蔬菜 / 果 / 罐
            猫粮 / 狗粮 / 嚼 / 菜品 / 餐 / 喂 / 酒席 / 婚宴 / 宵夜 / 早餐 / 牛肉 / 猪 / 羊 / 三文鱼 / 刺身
            spinach / lettuce / brie / greens / vegetable* / veg / tomato* / potato* / apple* / berries / strawberr*
            raspberr* / grapes / yoghurt / hummus / falafel / tikka / masala / korma / biryani / naan / pad thai
            sashimi / ceviche / mayo / dressing / bacon / ham / turkey / duck / lamb / kebab / gyro* / quesadilla
            nachos / fried / grilled / roasted / bbq / ribs / brisket / pancake* / waffle* / croissant / bun
            doughnut / donut* / pastry / trifle / tiramisu / ice ?cream / gelato / lolly / candy / sweets / gummies
            bar / granola / oats / porridge / muesli / peanut butter / jam / honey / syrup / water / tea / latte
            bottle of / jar / tin / can of / packet / pack of / box of / starter / main / dessert / tapas / catering
            caterer / platter / sample / pet food / dog food / cat food / kibble / baby (rice|food|milk) / bottle feed
            canap[eé]*
            吃 / 喝 / 外卖 / 饭 / 菜(?!鸟) / 肉 / 鸡 / 鱼 / 虾 / 海鲜 / 奶粉 / 奶茶 / 牛奶 / 面包 / 蛋糕 / 便当 / 火锅
            汤 / 粥 / 面条 / 粉 / 辅食
            零食 / 饺子 / 包子 / 水果 / 饮料 / 沙拉 / 寿司 / 咖啡 / 酸奶 / 自助 / 食堂 / 团餐 / 盒饭 / 火腿 / 罐头
            汉堡 / 烧烤 / 月饼 / 粽子
            food / meal / dinner / lunch / breakfast / takeaway / takeout / meat / chicken / beef / pork / burger
            fish / seafood / prawns?
            shrimps? / oysters? / salad / sushi / pizza / pasta / noodle* / rice / soup / sandwich / wrap / kebab
            curry / sauce / bread / cake
            cookie* / biscuit* / snack* / chips / fries / cereal / milk / yogh?urt / cheese / cream / eggs? / formula
            puree / fruit / juice
            drink* / coffee / taco* / burrito* / nugget* / sausage* / lasagn[ae] / ramen / dumpling* / pie / stew
            steak / wings / mussels
            tuna / salmon / crab / popcorn / meal kit / smoothie / chocolate / buffet / restaurant / cafe / canteen
            ate / eat / eaten / eating
            drank / bit into / bite / mouthful / chewed / chewing / swallowed / sip / spoonful / plate / leftovers
            shawarma / pho / muffin
        """,
        "sick": """
            火辣 / 发白 / 漂白(水|剂) / 洗洁精 / 消毒水 / 清洁剂 / 农药
            bleach / detergent / cleaning fluid / chemical* / caustic / washing[- ]up liquid / throat is raw
            being sick / burning throat
            肚子.{0,4}(疼|痛|翻|不对|绞|难受) / 一直吐 / 吐(了)?(一|两|三|几|整)?(天|晚|夜|宿) / 食物中毒 / 班都没上
            住(了)?院
            vomiting / vomited / came down with / food ?poisoning / stomach flu / lost a shift / missed work
            palpitations
            虚脱 / 没离开(过)?(马桶|厕所) / 马桶 / 闹肚子 / 翻江倒海 / 不舒服 / 喊(肚|疼|痛) / 喷(射|了) / 住院 / 急诊
            胆汁 / 打点滴 / 站不(起|住) / 吐(?!槽|露|司|血)
            (floor|seat) of the ~(toilet|bathroom|loo) / (toilet|bathroom|loo) (for|all|the whole|since|every)
            (couldn't|didn't|can't|not|never|barely) (leave|left|get off|come out of) the (toilet|loo|bathroom|bed)
            spew* / chunder* / barf* / heav(ed|ing) / squits / gastro* / bug / campylobacter / listeria / e-?coli
            hepatitis / bloody stool* / stool / violently / running to the / ran to the (loo|toilet|bathroom)
            worshipping / praying to / exorcist / coming out (of )?(both|the other) / shivering / 39 / 40 degrees
            fever* / hospital* / emergency / off school / collapsed / fainted / lost \\d ?(kg|lb|kilos|pounds)
            拉(了|肚|稀|到|得|一|个不停)(?!黑) / 腹泻 / 肚子(疼|痛|绞|难受|不舒服) / 肚痛 / 腹痛 / 绞痛
            胃(疼|痛|绞|难受) / 呕吐 / 吐(了|到|得|个|惨)
            上吐 / 中毒 / 肠胃炎 / 肠炎 / 输液 / 点滴 / 吊瓶 / 挂水 / 洗胃 / 跑厕所 / 蹲厕所 / 马桶 / 脱水 / 发烧
            高烧 / 休克 / 过敏 / 喘不 / 喉咙.{0,3}(肿|紧)
            (been|got|was|were|made|felt|feel*|being|fell|so|all|violently|really|badly) (me |us |him |her |
            my \\w+ )?(sick|ill|unwell|queasy|poorly)
            vomit* / threw up / throw* up / puk* / the runs / diarr* / stomach cramps? / cramps / poison* / nause*
            hug* the (toilet|bowl)
            (on|over|to|in|around) the (toilet|loo|bathroom|bathroom floor|porcelain|bowl) / both ends / on a drip
            dehydrat* / salmonella
            e ?\\.? ?coli / food poison* / keep (anything|nothing|food|water) down / doubled over
            gut* (ache|wrench*|exploded) / stomach (pump*|bug|ache)
            (night|weekend|day|saturday|sunday|hours) (in|on|over|hugging|with my head in|bent over) the / anaphyl*
            epipen / throat ~(clos*|swell*|tight*)
            brought (it|everything) (all )?(back )?up / came (back|straight) (up|out) / hives / norovirus
            in and out of the (loo|toilet|bathroom)
            lips ~(swell*|tingl*|blue) / bent double / hospital / gagging / retch*
        """,
        "foreign": """
            东西在动 / 会动 / 条虫
            wriggl* / squirm* / crept / something moved
            毛毛虫 / 屑 / 渣 / 刀 / 铁片 / 毛
            shavings / splinter* / swarf / filings / grub* / mite* / thread / needle* / nails / chunk of / hairs
            壁虎 / 蟾蜍 / 青蛙 / 手套 / 口罩 / 小块 / 纸 / 胶 / 皮筋 / 棉签 / 钩 / 骨头渣 / 黑点 / 活物 / 鼠 / 屎 / 蛇
            鸟 / 蚯蚓 / 飞蛾 / 蚊
            gecko / lizard / frog / toad / snake / bird / critter / caterpillar / earwig / millipede / centipede
            aphids / eggs? of / dropping* / poo / paper ?clip / elastic / tape / string / cotton / cigarette butt
            fag end / tack / pin / drill bit / nut and bolt / bracelet / earring / ring / contact lens / condom
            plaster / bandage / scab / blood / tail / antenna* / wings / thing with / rat / mice / mould
            something (black|green|grey|furry|soft)
            虫 / 蛆 / 苍蝇 / 蟑螂 / 小强 / 老鼠 / 头发 / 钢丝 / 铁丝 / 钉 / 玻璃 / 碎片 / 塑料 / 金属 / 铁屑 / 刀片
            针 / 指甲 / 创可贴 / 异物 / 石子 / 石头
            沙子 / 绿毛 / 白毛 / 黑毛 / 长毛 / 烟头 / 蚂蚁 / 螺丝 / 橡皮 / 牙齿 / 蜈蚣 / 壁虎 / 纱布 / 牙签 / 毛发
            羽毛
            glass / metal / plastic / wire / hair / bug / bugs / insect* / worm* / maggot* / cockroach* / roach*
            (a|dead|live|the) fly / flies
            mouse / rat / needle / screw / stone / pebble / rubber / feather* / blade / band-?aid / plaster / staple
            shard* / larva* / weevil*
            ants / slug / snail / spider / beetle / moth / fingernail / finger nail / toenail / glove / bolt / tooth
            bone / cigarette / legs
            something (hard|sharp|moving|alive|crunchy|with legs) / moving / wriggl* / crawling / chewing gum
            droppings / razor
        """,
        "found": """
            在动 / 数了
            i counted / counted / in the cherries
            一看(是|竟|居然) / 吃着吃着 / 吐出来 / 居然有 / 竟然有 / 上面(有|爬|全是) / 里头 / 藏 / 一层 / 一截
            半(只|截|条|个)
            (dead|live|alive|half an?|entire|whole) ~ / in (his|her|their|our|my|the|every|one of) / at the bottom
            stuck (to|in) / inside / surprise / underneath / between / hidden / pic* attached
            (got|had|has|with) (a|an|some) / i thought (it|that) was / thought it was / legs
            吃(到|出|着) / 喝(到|出) / 嚼(到|出) / 咬(到|出) / 里(面)?(有|竟|居然|还|发现|捞|吃|混|夹) / 捞(出|起|到)
            吸(上|到|出) / 爬 / 发现 / 漂 / 浮 / 飞出 / 挑出
            打开.{0,4}有 / 混(着|有|进) / 夹着 / 藏着 / 蠕动 / 活(的)?虫 / 带着 / 粘着
            found / finding / there('s| is| was| were) / bit (into|down|on) / crunch* / in my / in the / in his
            in her / in our / inside / floating
            crawl* / chew* / staring / looking at me / wriggl* / moving / poking out / came with / bits of
            pieces? of / pulled out / spat out / mixed in
            full of / swimming / baked into / whole
        """,
        "spoilt": """
            黑点 / 发黏 / 粘(手|液) / 过了?(保质|日期|期) / 冷的中间 / 中间.{0,3}(生|冷|红) / 日期(改|涂|刮) / 臭味
            结块 / 白毛 / 一层.{0,3}(毛|霉|白|黑)
            (days|weeks|months|years|a week|a month|a year) (past|over|after|beyond) (the|its|it's)
            past (the|its|it's) (date|best|use|sell) / best (before|by) / sell-?by / dated / growing
            blue (bits|fuzz|spots) / black (bits|spots) / bleeding / cold in the middle / frozen in the middle / pinky
            jelly-?like / stringy / bubbling / swollen (tin|can|lid|pack*) / bulging (tin|can|lid|pack*)
            scratched off / relabel* / warm (to the touch|on arrival|when) / defrosted / refrozen / turned / putrid
            foul / festering / stinking / stinks / reek*
            发霉 / 霉 / 长.{0,2}毛 / 变质 / 馊 / 臭 / 腐 / 烂 / 酸了 / 发酸 / 过期 / 没熟 / 不熟 / 半生 / 生的 / 血水
            带血 / 粉红 / 异味 / 拉丝 / 胀(气|包|袋) / 不新鲜
            夹生 / 发绿 / 发黑 / 保质期
            mou?ld* / furry / slimy / rotten / rancid / spoil(ed|t) / expired / out of date / use-?by / undercooked
            uncooked / still raw / (was|were|is|are) raw
            raw (inside|in) / pink (in|inside|and) / (was|were|still|is|bright) pink / gone off / gone bad / went off
            contaminat* / curdled / sour milk / green (bits|spots|fuzz|patches)
            past its / bloody (in|inside) / smelled (off|rotten|like death) / blood in / fuzz / turned green / stank
        """,
        "allergen": """
            过敏 / 花生 / 坚果 / 麸质 / 乳糖 / 海鲜过敏
            allerg* / peanut* / nuts / gluten / celiac / coeliac / lactose / sesame / shellfish
        """,
        "swell": """
            肿 / 喘 / 休克 / 120 / 急诊 / 红疹 / 起疹 / 呼吸 / 医院 / 荨麻疹 / 抢救
            throat / swell* / swollen / epipen / epi-?pen / hives / hospital / ambulance / breath* / anaphyl* / wheez*
            reaction / rash / lips
        """,
        "gas": """
            煤气 / 燃气 / 天然气 / 一氧化碳 / 液化气
            gas / carbon monoxide / co alarm
        """,
        "leak": """
            漏 / 泄 / 中毒 / 臭味 / 报警
            leak* / smell* / alarm / poison* / headache*
        """,
        # ── only supposed: what follows in the sentence does not count
        "asking": """
            如果(?!不|你们|再|没|继续|还|今天|明天) / 假如 / 万一 / 会不会 / 想(先)?了解 / 先问 / 问清楚
            要是.{0,6}(丢了|被盗|被偷|坏了)
            (do|does) (your|the|these|this|any|all) / 能带上? / 安不安全 / 有没有(危险|风险)
            just (asking|curious|wondering) / (what|who)~(if|happens if|when) my / (does|do|will|would)~(cover|insure)
            how would i / wondering (if|whether)
            what if / what happens (if|when) / is (it|this|that|the)~safe
            (if|in case) (someone|somebody|my|a|anything|one of)~(would|could|can|will|do|how|what|am)
            (would|do) ?n(o|')t want / to avoid / can (a|the|it|this|my|someone)~(without|while)
        """,
    }
)

IDIOMS = """
    要命 / 要(我)?的?命 / 钱包.{0,3}(掏空|哭|瘪|疼) / 掏空(钱包|我的钱包) / 谋杀 / 心脏病 / 被(价格|账单).{0,3}吓
    要打(?!我|死|断)
    drown* in / train wreck / should be shot / heart (skipped|sank|stopped|dropped) / slaughter*
    (got|getting) (wrecked|destroyed|smashed|stomped|killed) / criminal / jaw drop*
    bloody (hell|awful|useless|thing|app|ridiculous|annoying)
    吓死人 / 价格.{0,4}爆炸 / (信息|流量|人气|销量|朋友圈|颜值|口碑|评论区|弹幕)爆炸
    爆炸(头|优惠|性|福利|好|多|价|输出) / 想死(?!了算) / 刀死
    被电话 / 杀(我|人|他)个措手 / 抢钱 / 烧钱 / 吐血 / 血(赚|亏|本|拼|压) / 滴血 / 毒(唯|奶|鸡汤) / 颜色.{0,2}毒
    坑死 / 卡死 / 烦死 / 笑死 / 累死 / 饿死 / 急死
    热死 / 冷死 / 冻死 / 贵死 / 慢死 / 气死 / 气炸 / 心态.{0,3}[炸崩] / 炸裂 / 喷火 / 杀价 / 砍(价|单|一刀) / 秒杀
    捅刀 / 火(爆|了一把|起来) / 剁手 / 吃土 / 流血(价|甩卖) / 跳楼(价|大甩卖|清仓)
    打脸 / 吃瓜 / 杀猪价 / 宰(客|人) / 烧脑 / 点燃 / 燃爆 / 燃起来 / 炸街 / 杀疯 / 被割韭菜 / 头(疼|痛|大|皮发麻)
    心(疼|痛|碎|梗)
    killing me / dying (to|for) / die for / died (laughing|\\d+ times) / i die(d)?
    dead (tired|slow|end|pixel*|on arrival|line) / murder* (my|the)
    (daylight|highway) robbery / blew my mind / mind blow* / arm and a leg / pain in the (neck|ass|butt|arse|backside)
    stab* in the back / back ?stab*
    slap in the face / kick in the teeth / punch in the (gut|face) / blood boil* / my blood pressure
    (sick|tired) (and tired )?of / fire sale* / (you|got|be|should be|were|was) fired
    fire (tv|stick|hd|tablet) / hurt a fly / what a steal / a steal / stole the show / steal* my (time|heart|thunder)
    hijack* my (day|weekend|evening|time|screen|browser)
    burn* (through|a hole in) / shocked (at|by|to|that|when|how) / a shock to (see|find) / (bill|price|sticker) shock
    looks like blood / blood red / heart (attack|broken|break*) / broke my heart
    bleeding edge / breath of fresh / down (my|our) throats? / breathing down / cost* ~an arm / hand over fist
    second ?-?hand / on the other hand / give (me|us) a hand
    (hands|thumbs) down / crime against / jump for joy
    (drives?|driving|drove) (me|us) (mad|crazy|nuts|insane|up the wall) / twist* my arm / bite me
    shoot* (me|us|you|over) an? (email|message)
    torture / nightmare / (wallet|bank account|purse) ~(cry|cries|crying|weep*|hurts?|bleed*|scream*) / bombard*
    explod* (with|in popularity) / blow* up (my|the) (phone|inbox|group) / poison pill
    (got|get|gets|getting) (roasted|burned by)~(reviews|chat) / killer (deal|app|feature|price)
    killed (the|my) (vibe|mood|battery|weekend|evening|day|data|fps) / sick (beat|track|skin|deal)
    (rash|raw) (decision|deal|data|file|material*|denim|footage|image*) / head* (hurts|ache|spin*|around)
    face (value|id) / face ?-?to ?-?face / on the face of / in the face of / broken promise*
"""
"""What sounds like a danger and says none. It is left out before anything else is looked for."""

HARMS = frozenset(
    {
        "emptied",
        "seized",
        "heat",
        "harm",
        "rescue",
        "attack",
        "collapse",
        "choked",
        "misdosed",
        "reacted",
        "sick",
        "foreign",
        "spoilt",
        "swell",
        "leak",
        "trick",
    }
)
"""Concepts that do not count where the words before deny them."""

SUPPOSED = "asking"
"""The concept after which, in the same sentence, something is only asked or supposed."""

ALWAYS = frozenset({"despair"})
"""Concepts that count even so: who says what they might do to themselves must be heard."""

_TOGETHER: Mapping[tuple[str, str], str] = {
    ("funds_lost", "account_security"): """
        money + emptied - usual - belongings
        money + crime - usual
        deal + notmine + money - usual
        abroad + here + deal
    """,
    ("funds_lost", ""): """
        paid + gone + money
        trick + money
        prepaid + gone
    """,
    ("account_takeover", "account_security"): """
        other + identity + seized
        identity + seized + away
        abroad + here + identity + seized
    """,
    ("personal_safety", "product_quality"): """
        device + heat - figure
        wound + harm - figure - carrier
        carried + collapse + body - figure
        thrown + carried - figure
        thrown + child - figure
        burnt - figure
        sharp + wound + sank - figure
        child + neglect
        toxic + poisoned
        eyes + medicine
        eyes + cosmetic
        child + choker + choked
        medicine + misdosed
        cosmetic + reacted
        gas + leak
    """,
    ("personal_safety", "service"): """
        carrier + attack - mute
        carrier + reckless
        carrier + pester
        menace
        camera + private
    """,
    ("personal_safety", ""): """
        despair
        rescue
    """,
    ("food_safety", "product_quality"): """
        ate + sick
        ate + foreign + found
        ate + spoilt
        allergen + swell
    """,
}

TOGETHER = tuple(
    Rule("together", pattern, type=type, hazard=hazard, weight=8) for (hazard, type), pattern in _TOGETHER.items()
)
