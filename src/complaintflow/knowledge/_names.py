"""Names of people in a text, in Chinese and English: by what stands beside them, the commonest ones by themselves."""

from __future__ import annotations

import re

_HAN = "\u4e00-\u9fff"
_DOUBLE = (
    "欧阳|歐陽|司马|司馬|上官|诸葛|諸葛|夏侯|慕容|皇甫|尉迟|尉遲|令狐|东方|東方|公孙|公孫|司徒|端木|独孤|獨孤|南宫|南宮"
)
_SINGLE = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕张孔曹严华金魏陶姜谢邹喻柏窦章苏潘葛范彭鲁韦马苗凤方俞任袁"
    "柳鲍史唐费廉岑薛雷贺倪汤"
    "滕殷罗毕郝邬康伍余顾孟黄穆萧尹姚邵汪祁毛狄戴宋庞熊纪舒屈祝董梁杜阮蓝闵席季贾江童颜郭梅林钟徐邱骆高夏"
    "蔡田樊胡凌霍虞万柯卢莫房"
    "丁邓郁洪包诸左石崔吉龚程邢裴陆荣翁荀甄封储靳段巫乌焦谷车侯宁仇甘武刘景詹龙叶司黎乔白蒲邰赖卓蔺池谭温"
    "庄晏柴瞿阎连艾易廖耿"
    "趙錢孫吳鄭馮陳衛蔣韓楊許呂張嚴華謝鄒竇蘇魯韋馬鳳鮑費賀湯羅畢鄔顧黃蕭龐紀藍閔賈顏鍾駱萬盧鄧諸龔陸榮儲"
    "烏車寧劉龍葉喬賴藺譚溫莊閻連於于曾关關向涂"
)
_SURNAME = f"(?:{_DOUBLE}|[{_SINGLE}])"
_GIVEN = f"(?:(?![位个個名些该該此本另各的是])[{_HAN}])"
_COURTESY = "先生|女士|小姐|太太|夫人|同学|同學|阿姨|叔叔|大爷|大爺|大哥|大姐|师傅|師傅|老师|老師"
_OFFICE = "经理|經理|主任|医生|醫生|店长|店長|主管|律师|律師|教授|警官|护士|護士|院长|院長|校长|校長|工程师|工程師"
_BEFORE = (
    "姓名|联系人|聯繫人|聯絡人|收件人|收货人|收貨人|户名|戶名|我叫|名叫|叫做|签收人|簽收人|经办人|經辦人|持卡人"
    "|乘客|投诉人|投訴人|申请人|申請人"
    "|客户|客戶|顾客|顧客|用户|用戶|同事|专员|專員|客服|快递员|快遞員|骑手|騎手|司机|司機"
)
_AFTER = (
    f"反映|反馈|反饋|来电|來電|投诉|投訴|表示|要求|申请|申請|提出|称|稱|说|說|的|在|已|您|与|與|和|致电|致電"
    f"|[^{_HAN}]|$"
)
_NOT_NAMES = (
    "黄金|黃金|高级|高級|金牌|白金|金额|金額|高铁|高鐵|何时|何時|任何|任务|任務|方案|方式|方面|向我|万元|萬元"
    "|白名|连接|连续|关于|關於|封号|易用"
)
_CHINESE = (
    rf"{_SURNAME}{_GIVEN}{{0,2}}?(?:{_COURTESY})",
    rf"{_SURNAME}(?:{_OFFICE})",
    rf"{_SURNAME}[总總](?=[^{_HAN}]|$|您好)",
    rf"(?:(?<=[^{_HAN}])|^)[小老阿]{_SURNAME}(?=[^{_HAN}]|$|您好|你好|已|说|說|来|來)",
    rf"(?<=亲爱的|親愛的|尊敬的){_SURNAME}{_GIVEN}{{1,2}}?(?=[^{_HAN}]|$|您)",
)
_MARKED = re.compile(
    rf"((?:{_BEFORE})(?:名字)?(?:是|为|為|叫|名"
    rf"|[:：\s]){{0,3}})(?!{_NOT_NAMES})({_SURNAME}{_GIVEN}{{1,2}}?)(?={_AFTER})"
)
_TITLES = (
    "Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Madam|Mister|Lady|Lord|Herr|Frau|Mme|Monsieur|Madame|Señora?|Sra?|Capt|Rev"
)
_CAPITAL = r"[A-ZÀ-ÖØ-Þ](?:[\w'’-]{0,30})"
_NAMED = rf"{_CAPITAL}(?:[ \t]{_CAPITAL}){{0,2}}"
_GREETINGS = r"[Dd]ear|[Hh]i|[Hh]ello|[Hh]ey|HI|HELLO|DEAR"
_CALLED = (
    r"[Mm]y name is|[Nn]ame(?: is)?:?|[Cc]alled|[Nn]amed|[Cc]ustomer|[Cc]lient|[Cc]olleague|[Aa]gent|[Cc]ardholder|"
    r"[Aa]ttn:?|[Rr]ecipient:?|[Cc]ontact:|[Ss]igned by|[Ss]poke (?:to|with)|[Tt]his is|[Tt]hanks,|[Ss]incerely,?"
    r"|[Rr]egards,?"
)
_WORDS = (
    "Team|Service|Support|Customer|Care|Sir|Madam|All|Valued|There|Account|Number|Name|Order|The|Your|You|We|Our"
    "|A|An|It|"
    "This|That|Please|If|For|To|In|On|At|And|Or|Desk|Center|Centre|Department|Email|Phone|Relations|Reference|ID"
    "|Id|Code"
)
_NOT_WORDS = rf"(?!(?:{_WORDS})\b)"
_COMMON = "|".join(
    re.findall(
        r"\S+",
        """
Lee Smith Johnson Williams Jones Garcia Miller Davis Rodriguez Martinez Hernandez Lopez Gonzalez Wilson Anderson
Thomas Taylor Moore Martin Jackson Thompson Thornton Harris Sanchez Clark Ramirez Lewis Robinson Nguyen Patel
Singh Khan Kim Park Chen Wang Zhang Liu Yang Huang Zhao Zhou Wu Xu Zhu Lin Guo Luo Gao Tang Deng Feng Cheng Cao
Peng Zeng Xiao Pan Yuan Dong Tian Jiang Chan Wong Cheung Lau Leung Lam Kowalski Schmidt Schneider Fischer Weber
Meyer Wagner Becker Schulz Hoffmann Müller Mueller Rossi Ferrari Silva Santos O'Brien O'Connor Murphy Kelly
Sullivan McCarthy MacDonald Campbell Stewart Murray Evans Edwards Collins Morris Rogers Peterson James John
Robert Michael David William Richard Joseph Charles Christopher Daniel Matthew Anthony Donald Steven Andrew Paul
Joshua Kenneth Kevin Brian George Timothy Ronald Jason Edward Jeffrey Ryan Jacob Nicholas Eric Jonathan Stephen
Larry Justin Scott Brandon Benjamin Samuel Gregory Alexander Patrick Peter Henry Mary Patricia Jennifer Linda
Elizabeth Barbara Susan Jessica Sarah Karen Lisa Nancy Sandra Ashley Emily Kimberly Margaret Donna Michelle
Carol Amanda Melissa Deborah Stephanie Rebecca Laura Sharon Cynthia Kathleen Amy Angela Shirley Anna Brenda
Pamela Emma Nicole Helen Samantha Katherine Christine Rachel Carolyn Janet Maria Olivia Heather Diane Julie
Joyce Victoria Kelly Christina Joan Evelyn Lauren Judith Megan Andrea Cheryl Hannah Jacqueline Martha Wei
Xiaoming Bob Alice
""",
    )
)
_ENGLISH = (
    rf"\b(?:{_TITLES})\.?[ \t\xa0]{{1,2}}{_NOT_WORDS}{_NAMED}",
    rf"(?<![\w'’-])(?:{_COMMON})(?:[ \t]{_NOT_WORDS}{_CAPITAL}){{0,2}}(?:['’]s)?(?![\w-])",
)
_AFTER_A_WORD = re.compile(rf"\b((?:{_GREETINGS}|{_CALLED})[ \t\n]{{1,3}}){_NOT_WORDS}({_NAMED})")
_PATTERNS = tuple(re.compile(one) for one in (*_CHINESE, *_ENGLISH))


def hide_names(text: str, hidden: str) -> str:
    """The text with this sign for every name that it finds."""
    text = _AFTER_A_WORD.sub(rf"\g<1>{hidden}", text)
    text = _MARKED.sub(rf"\g<1>{hidden}", text)
    for pattern in _PATTERNS:
        text = pattern.sub(hidden, text)
    return text
