"""Weights of groups, for `likeness`. Written by `python -m tests.wording.learning --write`."""

GROUPS = {
    -4.4: (
        'still _ .\t'
    ),
    -3.95: (
        'started\t'
    ),
    -3.77: (
        'far\t'
    ),
    -3.6: (
        'we _ no\t'
    ),
    -3.58: (
        'when the\t'
    ),
    -3.55: (
        'needs\t'
    ),
    -3.53: (
        'by friday\t'
    ),
    -3.49: (
        'is not\t'
    ),
    -3.45: (
        'takes\t'
    ),
    -3.44: (
        '^ which\t'
    ),
    -3.32: (
        'we will\t'
    ),
    -3.31: (
        'has not\t'
    ),
    -3.28: (
        '^ _ not\t'
    ),
    -3.26: (
        "hasn't\t"
    ),
    -3.14: (
        'being _ .\t'
    ),
    -3.12: (
        'once the\t'
    ),
    -3.04: (
        "we'll\t"
    ),
    -3.01: (
        'understand\t'
    ),
    -2.96: (
        'team _ $\t'
    ),
    -2.94: (
        'inspected\t'
    ),
    -2.93: (
        'is still\t'
    ),
    -2.92: (
        '^ _ get\t'
    ),
    -2.91: (
        'help\t'
    ),
    -2.85: (
        'must\t'
    ),
    -2.74: (
        'security\t'
    ),
    -2.71: (
        'refunds\t'
    ),
    -2.68: (
        '^ an\t'
    ),
    -2.63: (
        'have _ a\t'
    ),
    -2.61: (
        ', _ will\tin progress\ttell us\t'
    ),
    -2.59: (
        'checking\tor\t'
    ),
    -2.58: (
        '^ _ would\tare _ it\tcannot\t'
    ),
    -2.57: (
        "^ we don't\tfixed to\t"
    ),
    -2.55: (
        'until\t'
    ),
    -2.54: (
        '^ has\t'
    ),
    -2.53: (
        "haven't\t"
    ),
    -2.52: (
        'is _ by\tyet\t'
    ),
    -2.51: (
        "it isn't\t"
    ),
    -2.48: (
        'is being\tthat _ was\tto us .\t'
    ),
    -2.47: (
        'hotline\tnumber 0\twould be\t'
    ),
    -2.46: (
        'reply\t'
    ),
    -2.45: (
        'we need\t'
    ),
    -2.43: (
        'only\t'
    ),
    -2.4: (
        'for _ is\tunfortunately\t'
    ),
    -2.38: (
        'my _ .\tstays\tus the\t'
    ),
    -2.37: (
        'that it\t'
    ),
    -2.36: (
        'solve\t'
    ),
    -2.35: (
        "can't be\t"
    ),
    -2.34: (
        'a _ on\ttonight\t'
    ),
    -2.33: (
        'begun\tescalated\tto our\t'
    ),
    -2.32: (
        'been received\ttried\t'
    ),
    -2.29: (
        'return label\t'
    ),
    -2.28: (
        'forwarded\t'
    ),
    -2.27: (
        '^ a\t'
    ),
    -2.26: (
        'refund request\t'
    ),
    -2.24: (
        'a _ is\tcompare\t'
    ),
    -2.23: (
        "afraid\twe'd\t"
    ),
    -2.22: (
        'examined\tnot _ to\t'
    ),
    -2.21: (
        'and we are\t'
    ),
    -2.2: (
        'submitted\t'
    ),
    -2.18: (
        'when\t'
    ),
    -2.17: (
        'that _ .\t'
    ),
    -2.16: (
        'the _ team\tup to\t'
    ),
    -2.15: (
        'asked the\tquestion\t'
    ),
    -2.14: (
        'neither\tnot fixed\tthe _ will\twe _ .\t'
    ),
    -2.13: (
        'agree\t'
    ),
    -2.12: (
        'nobody\tyour _ request\t'
    ),
    -2.1: (
        'by _ $\tmanager\ttell\tto _ this\t'
    ),
    -2.09: (
        '^ _ see\tend of the\tthe link\t'
    ),
    -2.08: (
        'older\t'
    ),
    -2.06: (
        'us that\t'
    ),
    -2.05: (
        'so far\t'
    ),
    -2.03: (
        '^ is your\tis your\t'
    ),
    -2.02: (
        '^ _ server\t'
    ),
    -2.01: (
        'be _ at\t'
    ),
    -2.0: (
        'engineers are\t'
    ),
    -1.98: (
        'compared\t'
    ),
    -1.96: (
        'is _ fixed\t'
    ),
    -1.95: (
        '^ _ return\tis tested\t'
    ),
    -1.92: (
        'took over\tword\t'
    ),
    -1.91: (
        'our _ is\t'
    ),
    -1.9: (
        'and are\tto _ case\t'
    ),
    -1.89: (
        'keep\tweeks\tyour feedback\t'
    ),
    -1.88: (
        'noted\tpending\ttomorrow\t'
    ),
    -1.87: (
        'can you\tsolved ?\tsolved ? $\twill be\t'
    ),
    -1.86: (
        'deadline\tgets\tyet _ $\t'
    ),
    -1.85: (
        '^ the first\thope\twe have no\t'
    ),
    -1.84: (
        '^ _ try\tmediator\t'
    ),
    -1.83: (
        'after you\tsorry _ $\tthanks ,\t'
    ),
    -1.82: (
        'a _ .\tthe _ $\twe ask\t'
    ),
    -1.81: (
        'says\t'
    ),
    -1.8: (
        'a note\the\tis attached\tit _ ?\tlike to\t'
    ),
    -1.79: (
        'about your\thave asked\tnot yet\tterms\tthe _ would\tyear\t'
    ),
    -1.78: (
        "be _ by\ti've asked\t"
    ),
    -1.77: (
        'asking\tnear\t在\t'
    ),
    -1.76: (
        '^ _ say\tnot _ your\tthan\t'
    ),
    -1.75: (
        'days\tprovided\t'
    ),
    -1.74: (
        '0 days\t'
    ),
    -1.73: (
        'another _ .\tnotes\t'
    ),
    -1.72: (
        'heard\tthe data\t'
    ),
    -1.71: (
        'under _ .\t'
    ),
    -1.7: (
        '^ _ take\tdeleting\tnow ?\tnow ? $\trules\twill\t'
    ),
    -1.69: (
        '^ if the\tanother\twe take\t'
    ),
    -1.68: (
        '^ next\thas _ us\tis with our\tleft our\tlook _ the\t'
    ),
    -1.67: (
        '^ _ received\t^ can you\tand then\tchoose\tpartner\tyou _ me\t'
    ),
    -1.66: (
        'to _ it\t'
    ),
    -1.65: (
        'sorry ,\tthe parcel\t'
    ),
    -1.64: (
        '^ _ hope\tpart of\t'
    ),
    -1.63: (
        'some\t'
    ),
    -1.62: (
        "crew\ti'd\tread\tregret\tyou like\t"
    ),
    -1.59: (
        'at _ time\tsaw it\t'
    ),
    -1.58: (
        'delayed\tis _ its\torder number\t'
    ),
    -1.57: (
        'for now\tfull _ $\tmechanic\tnext _ .\trestore\tyet .\tyet . $\t'
    ),
    -1.56: (
        'expected\tis in the\tnot been\t'
    ),
    -1.55: (
        "^ paid\tphotos ,\ttry to\twe don't\t"
    ),
    -1.54: (
        'been requested\thas _ requested\thas been requested\t'
    ),
    -1.53: (
        '0 of 0\task\tit into\tyou say\t'
    ),
    -1.52: (
        "^ _ regret\tare not\ti can't\tpossible\tpriority\tprocessor\t"
    ),
    -1.51: (
        'are _ for\thave _ in\tthe _ persists\t'
    ),
    -1.5: (
        'meeting\tsend\tteam .\tteam . $\t'
    ),
    -1.49: (
        '^ _ letter\t^ your letter\tfollow\thas not been\thomes\t'
    ),
    -1.48: (
        ', _ still\tnext\treach\tthank _ .\tthank you .\t'
    ),
    -1.47: (
        ", and we're\thim\thours .\thours . $\tpermission\tright _ .\tsoon\t"
    ),
    -1.46: (
        'looking\tnot _ $\toffer\treceived your\tthen\tto be\t'
    ),
    -1.45: (
        "and will\tgoing through\tisn't\t"
    ),
    -1.44: (
        'be restored\titems\tlisted\tlook into\t'
    ),
    -1.43: (
        'decision\tgo back\tnothing has\ttomorrow .\ttomorrow . $\ttomorrow _ $\t'
    ),
    -1.42: (
        'help _ $\tour _ are\tunsolved\tversion .\tversion . $\t'
    ),
    -1.41: (
        "^ once\ta fixed\tapologise\tcan be\tfell\tget the\ti'm sending\tif\tthe classroom\t"
    ),
    -1.4: (
        '^ _ us\t^ we will\tapproval\tmay\t'
    ),
    -1.39: (
        ', or\tdifferent\tneed your\t'
    ),
    -1.38: (
        '^ _ could\tare you\tbeen confirmed\thas _ confirmed\thas been confirmed\tour log\trequest was\twe'
        ' hope\t'
    ),
    -1.37: (
        '" _ "\t, though\tfive\thas four\ti _ tell\trequested _ the\trequested from\trequested from the\tso'
        'rry to\tthe _ goes\twe understand\twrong _ .\t'
    ),
    -1.36: (
        '^ nothing has\tagain ?\tagain ? $\tgoes _ to\tgoes back\tgoes back to\treached us\tthis to\t'
    ),
    -1.35: (
        "^ _ ask\t^ we'll\tback by\tbe _ ,\thamburg\tlogs\tmessage _ $\trestarted\tuntil it\t"
    ),
    -1.34: (
        '^ to\tsteps\tyour _ by\t'
    ),
    -1.33: (
        "can't\tdays $\tin march\tkind\tpayment in\ttoo early\tyour fixed\t"
    ),
    -1.32: (
        '^ we regret\tamong\tbeen fixed to\tit was fixed\tnot solved\tnot solved $\tsolved _ the\twe regre'
        't\t'
    ),
    -1.31: (
        'attention\trate _ fixed\tto see\ttwo _ $\t'
    ),
    -1.3: (
        'for two\t'
    ),
    -1.29: (
        'may be\twithin\t'
    ),
    -1.28: (
        'lamp _ $\toffer is\ton _ !\ton it !\tpaid twice\tstarts\t'
    ),
    -1.27: (
        '^ _ wish\tsay _ $\t'
    ),
    -1.26: (
        'not\tpolice\tsafety\tthe police\ttwice for\tyet ,\t'
    ),
    -1.25: (
        "^ i'd\thang\tknown\tsec\tthe log\tto 0 $\tto _ things\t"
    ),
    -1.24: (
        "^ one payment\t^ we take\ti'll\tother\trefundable\tsorry .\tsorry . $\t"
    ),
    -1.23: (
        '^ engineers\t^ engineers are\t^ please\tis on its\tof a\tordered\tplanned\tshall\tunlock\tuntil _ .'
        '\t'
    ),
    -1.22: (
        'an invoice\tform\tinformed\tis too\treproduce\t'
    ),
    -1.21: (
        '^ _ claim\t^ thanks ,\t^ your claim\tis _ ?\tplanned for\tplease\twill _ the\twork\t'
    ),
    -1.2: (
        'complaints\tis 0 $\tyour _ will\t'
    ),
    -1.19: (
        '^ _ thank\t^ we thank\tby friday .\thas _ received\thas been received\tmissing .\tmissing . $\tno'
        't resolved\ton hold\tremains _ .\tstill _ on\tthe _ ?\tthe examination\twe _ that\twe thank\twe th'
        'ank you\twrong .\twrong . $\twrong _ $\t'
    ),
    -1.18: (
        'are listed\tcache\tcontacted\tdays _ $\thave not\tis _ review\tit _ a\tother _ .\trefund $\tsay _ f'
        'ixed\tscanned\tthe interest\twe have not\tyour case was\t'
    ),
    -1.17: (
        '^ has the\tfill\tfrankfurt\tin frankfurt\tmaintenance\tnone\tor _ .\tthat _ works\tthe _ company\tw'
        'as your\t'
    ),
    -1.16: (
        '^ _ part\ta _ after\tamong those\tbeen received .\tcarrier\tdays .\tdays . $\tin _ second\tin a\tin'
        ' the second\tlook at the\tnothing _ been\tnothing has been\tplease _ us\trestarted the\t'
    ),
    -1.15: (
        'approval .\tapproval . $\tapproval _ $\tbeen passed on\tby _ .\tcan do\tinsurer\tmessage .\tmessag'
        'e . $\tthem _ .\tupload\t'
    ),
    -1.14: (
        'minutes .\tminutes . $\tminutes _ $\treview .\treview . $\treview _ $\tyou so\t'
    ),
    -1.13: (
        ', we will\t^ _ want\ta different\tbe _ .\tbit\tdocuments _ the\tdue\tis 0\tmoment\tright ?\tright ? '
        "$\trule 0\tsignature .\tsignature . $\tsignature _ $\ttwice $\twe're still\twill _ in\t"
    ),
    -1.12: (
        "^ _ other\t^ i can't\t^ it is\tbeen opened\tpart is\treproduced\tthe _ isn't\t"
    ),
    -1.11: (
        '^ _ cannot\t^ another\tanswer\tcases\tfeedback\treceipt .\treceipt . $\ttell me\ttill the\t'
    ),
    -1.1: (
        "^ _ don't\tat _ workshop\tbe _ for\tmarch , and\tmarch _ and\tout _ stock\tout of stock\tprocesse"
        'd\twithin a\t'
    ),
    -1.09: (
        'me\toffice\tthe _ step\tto refund\t'
    ),
    -1.08: (
        '0 reopened\t^ we hope\thanded to the\tlogging\twe see\t'
    ),
    -1.07: (
        '0 pm\tcompensation is\tinto _ $\tpm\twas received\tyour _ arrived\t'
    ),
    -1.06: (
        '^ the server\tbe _ in\tbeen told\tfacts\thave _ fixed\ti hear you\tin leeds\topen _ $\tthe battery'
        '\tthe facts\tthe receipt\tunder review\twant to\tyour _ date\t'
    ),
    -1.05: (
        ', and they\tat _ depot\tbe\tcancel\tcrossed\tdesk .\tdesk . $\tdesk _ $\thave told\tin _ workshop\ts'
        'ee if\tthen _ .\twaive\twaive the\tyour _ ticket\t'
    ),
    -1.04: (
        "^ _ reminder\t^ provided\tbefore the\tfound .\tfound . $\tfound _ $\tthe flight\ttwo\twe're _ on\t"
    ),
    -1.03: (
        '0 - 0\t^ are\t^ repair\tbeen sent\tdo _ know\tmonday and\treally\treports\twork again\tyour case\tyo'
        'ur report\t'
    ),
    -1.02: (
        '^ _ offer\tbox _ $\tcountry\tgoods\till\tis stuck\tis stuck in\tknow\tletters\tmaintains\tmaintains '
        "that\tno _ has\topened\tperiod\tthe form\twe're\twrite _ you\twrite to you\t"
    ),
    -1.01: (
        "about 0\tcould not\tdocuments\thave _ all\tlabel _ $\tme ,\tnot _ .\tsee _ the\ttemporary\twhat's\t"
    ),
    -1.0: (
        '" resolved\t" resolved "\t, about\tabout a\tafter the\tand i can\tclause\tclause 0\tlook\tmany\treso'
        'lved "\tsim card\ttop right\ttrace\t'
    ),
    -0.99: (
        '^ _ decision\tbrowser\tget\tinspection\tlamp .\tlamp . $\tnot _ the\tthe _ shop\tthe bank .\tthe ne'
        'xt\tthe update is\tto _ everything\tupdate is\twe _ received\t'
    ),
    -0.98: (
        "a\ta _ fault\taim\taim to\tbeen ordered\tcompleted _ first\tdate for\tdon't\thas _ ordered\thas bee"
        'n ordered\tsame _ $\tthe part\tto _ the\tyou want\t'
    ),
    -0.97: (
        "^ i'll\tconditions\tevening ,\tit _ delivered\tlonger than\tparcel in\tpick it\tpick it up\tsomewh"
        'ere\tthe _ came\t'
    ),
    -0.96: (
        ", still\tbear\tbear with\tfar .\tfar . $\tfar _ $\thas _ opened\thas been opened\tmonday's\tpretend"
        '\trequest _ .\twe _ asked\twe have asked\twelcome to\tyour order number\t'
    ),
    -0.95: (
        "^ _ do\tand should\tcopy of\ti'm afraid\tis planned\tis planned for\tline _ .\tred\trefund _ not\tr"
        'egistered _ .\ttesting\ttoo _ to\twe cannot\t'
    ),
    -0.94: (
        ': 0 -\t^ _ parcel\t^ _ upload\ta repair\tbeen placed\tcard left\tcard left .\tends\texpert\tidentit'
        "y\tif you've\tor _ money\tso far .\twarehouse\t"
    ),
    -0.93: (
        ", we're\t^ _ chat\t^ sorry ,\tdispute _ now\tdispute is now\tdon't _ the\tgoes\ti've _ a\tif _ wor"
        "ks\tif the\tthe _ to\tthe cache\ttold us that\twe'd _ to\t"
    ),
    -0.92: (
        '^ refunds\ta _ to\tat the depot\tbetween _ and\tdo not\tis .\tis . $\tit works now\tno access\ton i'
        't\tor _ it\tthe shop\tthe top\ttrying\ttrying to\tturn\twe _ about\twhy .\twhy . $\twhy _ $\t'
    ),
    -0.91: (
        '^ please sign\tare processed\tbeen passed\tbefore _ is\tcan _ this\teach\tescalated to\tit down\tk'
        "now _ .\tlet's\tpart\tplease sign\tthat _ ?\tthat it was\twould\t"
    ),
    -0.9: (
        '"\t, _ only\t^ i see\tan _ .\tbefore\tbefore you\tlooking _ your\tphotos _ the\trestoring\tsay .\tsa'
        'y . $\tspecialists .\tspecialists . $\tspecialists _ $\tthat it works\tto _ us\tto second\tvendor'
        '\twe want\tyour claim .\t'
    ),
    -0.89: (
        '^ _ change\t^ had\t^ your solved\taccess _ the\taccess to the\tbeen _ about\tcan _ a\tdate\texamin'
        'ed .\texamined . $\texamined _ $\tis _ early\tis cancelled\tis now with\tone more\tour system .\tv'
        'isa\twas sent\twill _ to\tyou ?\tyou ? $\tyour solved\t'
    ),
    -0.88: (
        '?\t? $\tbe _ after\tfor _ of\tfound two\tnot .\tnot . $\ton _ for\tsearching\tsee two\tset by\tthe pa'
        'rcel was\tthe transfer has\t'
    ),
    -0.87: (
        "^ can\t^ thanks\tfails\ti'd _ to\tnobody _ .\ton _ the\tpart _ the\tpart of the\tplease _ the\tyour"
        ' deadline\t'
    ),
    -0.86: (
        'about _ .\tbeen recorded\tcould you\tinto\tlast _ has\tno ,\tombudsman\tsent to\tsince tuesday\tthe'
        ' _ working\tthe ombudsman\tthe refund is\tto your case\t'
    ),
    -0.85: (
        ", advised\t- 0 $\t- _ $\t^ _ dispute\t^ _ haven't\t^ unfortunately\tand _ be\tand tell\tcan have\tc"
        'ase has\tfor _ visit\thas _ sent\tin _ days\tis a\tit may\tprevious\tread your\twould _ like\twould'
        ' you like\tyour case has\t'
    ),
    -0.84: (
        'and found\tavailable\tfirst .\tfirst . $\tfirst _ $\tholding\tis repaired ,\tlyon\tmissing _ $\tple'
        'ase tell\tunder review .\tyours is\t'
    ),
    -0.83: (
        "^ not solved\t^ reference\t^ we'd\tcentre\tdays to\teither\texplains\tit ?\tit ? $\tlast month\tlet "
        'us\tof _ has\tpending .\tpending . $\tpending _ $\train\tsolve _ .\tthe rain\ttonight _ 0\ttry\t'
    ),
    -0.82: (
        ", _ i\t^ please don't\tat home\tbe _ once\tbeing\thas to\thave arrived\tlabel .\tlabel . $\tparcel "
        "was\tplease don't\treach you\treceipt _ your\treceipt of your\tsecond _ $\tshops\tstep\tthe contra"
        'ct\twant\twish\t'
    ),
    -0.81: (
        'appointment\tare _ on\tcard _ the\tin _ queue\tin march .\tin the queue\tplug\tproof .\tproof . $\t'
        "proof _ $\tstarted _ 0\tstop it\tthe _ manager\tunder this\twe've asked\t"
    ),
    -0.8: (
        '^ _ afraid\t^ _ into\t^ _ ordered\tanyone\tcame back .\tgive us\ti need\tis _ longer\tmaintains _ '
        'the\tmaintains that the\tmean\tno _ is\ton monday and\tone _ is\tour workshop\trefund is\treopened'
        "\trequest for\tstill _ the\tthe _ hasn't\tthe item\tusers\tyou agree\tyour _ so\tyour request for\t"
    ),
    -0.79: (
        '" ,\t, _ may\t, _ please\t, you may\t^ once the\tbe credited\tfor order\ti will\tinvestigating\tloo'
        'king _ the\tprevious _ was\tthe _ right\twe look\t'
    ),
    -0.78: (
        '^ _ called\t^ _ file\t^ _ first\t^ _ the\taccounting\tappeal\tat any\tbeen reported\tbilling team\t'
        'comparing\tfixed "\thas _ reported\thas been reported\tis delayed\tisolated\tmeasured the\ton its'
        '\tsays it\tsorry that\tstill\tthe _ ends\tthe billing team\ttold the\twith an\t'
    ),
    -0.77: (
        "^ _ allow\t^ _ resolution\t^ please allow\t^ we're\t^ you need\tallow\tand it should\tanything .\t"
        'anything . $\tcase\tdiagnostic\terror still\ti know that\tin an\tin may\tonly after\tplease allow\t'
        'region\ttested .\ttested . $\ttested _ $\tthe _ needs\tthe diagnostic\twe know\twhy\twill have\twit'
        'h our\t'
    ),
    -0.76: (
        "0 _ nobody\t^ last\t^ your cancellation\tan _ from\tand we'll\tappeal _ been\tappeal has\tappeal "
        'has been\tfor _ ?\tfor _ order\tfor that\tmight\trestaurant\tstill in\tthe moment\tthe restaurant\t'
        "we're _ .\twhat happened\twithin _ hour\twithin _ week\twithin a week\twithin an\twithin an hour"
        '\tyour appeal has\t'
    ),
    -0.75: (
        "^ _ added\t^ _ come\t^ let\t^ let's\t^ waiting\t^ waiting for\tafter 0\tboard ,\tby _ end\tby the e"
        'nd\tconnected\tcooking\tdepot in\tin _ contract\tis wrong .\tmy\tour _ rules\tsnow\tthe _ files\tthe'
        ' depot in\tthe earlier\tto now\tto now .\tto solve\tup _ now\tup to now\twas found\twe _ two\tyear '
        '_ $\t'
    ),
    -0.74: (
        'about\taccepts\tand _ me\tbefore it\tcustomer .\tcustomer . $\tcustomer _ $\tfor maintenance\thasn'
        "'t been\thave no\ton it $\tqueue .\tqueue . $\tqueue _ $\treport _ been\treport has\treport has be"
        "en\tseller _ to\twe'll _ you\t"
    ),
    -0.73: (
        '" was\t0 hours\t^ _ does\t^ _ log\ta bit\tam sorry\tat present\tbeen registered\tcan\'t _ that\testi'
        'mated\tfirst step\thas _ registered\thas been registered\ti am sorry\tincomplete\tincomplete .\ti'
        'ncomplete . $\tincomplete _ $\tmay ,\tnow _ into\trefund the\tsection 0\tsix _ $\tthe _ fixed\tthe'
        ' first step\tto have\twas _ since\t'
    ),
    -0.72: (
        ', so i\t^ it may\task for\tbe cancelled\tbe corrected\tdamage\thappened\thappened to\tleft _ ,\tlet'
        ' us know\tmy _ is\tno _ of\tour fraud\tpassed to\tsec ,\tthe _ from\tus know\twere told\tyou were t'
        'old\t'
    ),
    -0.71: (
        "0 pm .\t^ _ at\t^ _ send\tanother customer\taround\tbeen informed\tbegin\tbox .\tbox . $\tdoesn't c"
        "over\tforwarded to\thow\ti'm _ sorry\tid\tis set\tnumber 0 $\tpm .\tpm . $\tpm _ $\tregistered\tresto"
        "re your\tshows _ parcel\ttest\tthis _ because\ttonight ,\tunable\tunable to\twe're checking\t"
    ),
    -0.7: (
        ', _ conditions\t^ _ hear\t^ money\t^ our fixed\t^ paid to\t^ we would\taccept _ sincere\taccept o'
        'ur sincere\tcase _ open\tcompany\tconditions $\tcourier\tfinance\tfor _ money\tfor me ,\tfor thurs'
        "day\tfor your money\tfrom _ archive\tfull .\tfull . $\ti'm\ti'm _ .\tit up .\tit was delivered\tkno"
        'w whether\tlost _ .\torders _ $\tour fixed\tour warehouse\tpassed\tthe _ board\tto _ to\twill _ yo'
        'u\t'
    ),
    -0.69: (
        ', _ us\tattention .\tattention . $\tattention _ $\tback on the\tbe _ until\tbehind\tcapacity\tcapa'
        'city .\tcapacity . $\tcapacity _ $\tcontract $\tdepartment\tdescribe\tfourteen\tnot _ that\tonly w'
        'hen\tphotos , which\tphotos _ which\tplease use\tpublic _ .\tthe _ did\tthe _ rate\tthis _ not\tus'
        'ing the\tyour account has\t'
    ),
    -0.68: (
        'and get\tas soon\tas soon as\tboard .\tboard . $\tboard _ $\tday .\tday . $\tdepartment .\tdepartme'
        'nt . $\tdepartment _ $\tdisputes\tentry .\tentry . $\tentry _ $\tfixed _ are\tfor 0\tget _ sorted\t'
        'have _ received\thave been received\tis no longer\tmistake , your\trefund of the\treplacement i'
        's\tsoon as\tthat _ error\tthe _ remains\tthe line\tthis email\tto sign\twas _ twice\tyour _ yet\t'
    ),
    -0.67: (
        ", i'm\tchasing\tchasing the\tgo .\tgo . $\thave you\tis _ a\tis needed\tjoin\tlooking into\tout _ $\t"
        'owner _ .\tpending _ your\tpost .\tpost . $\trestore _ account\trestore your account\tsecond _ t'
        'o\ttell _ if\t'
    ),
    -0.66: (
        '0 _ unless\t^ nobody\t^ please confirm\ta copy\ta copy of\tan _ has\tan invoice from\tcharged _ f'
        'or\tdye\texchange\texpect\tfew\tgood _ ?\thim .\thim . $\thim _ $\thow to\tinvoice from\tmanufacturer'
        ' .\tmanufacturer . $\tmanufacturer _ $\tplease confirm\tred .\tred . $\tred _ $\tstand\ttechnician'
        ' _ on\tthat _ refund\tthe manufacturer .\tto read\tturned on\tus that the\twait _ $\twaiting for\t'
        'was solved ,\twhat is\tyour _ before\tyour _ resolved\t'
    ),
    -0.65: (
        ', _ or\t, cause\t^ _ checking\t^ _ working\ta fix is\tabout _ delivery\tamount on\tamount on your'
        '\tan\tissue was\tnumber _ $\tover from\tplumber\tprovided the\tsee _ charges\tsee two charges\tsorr'
        'y _ this\tstill to\tthank you ,\tthe amount on\tthe cause .\tthe investigation\tthe issue was\tth'
        'e seller\tthe test\tthis one\tto the\twe check\twe want to\twhile _ check\twhile we check\twhy the'
        '\tyour refund request\t'
    ),
    -0.64: (
        '^ _ cancellation\t^ _ promise\t^ did the\t^ new\t^ restoring\t^ some\t^ tested\t^ we promise\ta _ '
        'before\tacknowledge _ of\tacknowledge receipt\tacknowledge receipt of\tagrees\tare working\tbut '
        'i\tcorrection\tdecides\tearly to\tfiled\tis too early\tit _ too\tit is too\tlong .\tlong . $\tlong _'
        ' $\tnot _ you\tshift\tthe _ agrees\tthe _ crew\tthe _ first\ttight\ttoday $\ttoo early to\ttwo paym'
        "ents\twe _ searching\twe apologise\twe promise\twe're _ the\twithin 0\t"
    ),
    -0.63: (
        ", _ afraid\t, _ let\t, handed\t, handed to\t, i'm afraid\t- 0 :\t- _ :\tand tell me\tas _ say\tas y"
        'ou say\tbe lifted\tconnected with\tcopy of your\tdelete\tfollow the\tfor _ while\tgoing\tgoods .\tg'
        'oods . $\tgoods _ $\thave solved\theard _ the\ti _ do\ti can do\tif your\tlast update\tme a\tmentio'
        'n\treturned _ .\tstill _ for\ttake\tthe courier\tthe depot\tthe developers\tthe last update\tto _ '
        "taken\tto restore\twe _ find\tyou mention\tyou paid for\tyou say .\tyou've _ .\tyour _ still\tyour"
        ' question\t'
    ),
    -0.62: (
        ', can\t^ _ appointment\t^ _ tell\t^ are you\tand _ nothing\tand sign\tand sign in\task you\tat _ h'
        'ome\tbeen successfully\tchose\tcup\tdone _ the\tfare _ chose\tfare you chose\tfix .\tfix . $\tfor h'
        'olding\tfor holding ,\tgot _ .\thigh\tholding ,\ti look\tis _ for\tis _ when\tis no\ton _ between\tp'
        'lease _ out\tplease sign out\trebuild\trebuild _ 0\trebuild at\trebuild at 0\tsent us\tsign out\tt'
        'hanks _ holding\tthanks for holding\tthe _ request\tup to the\twith _ receipt\tyou chose\t'
    ),
    -0.61: (
        '^ could\t^ could you\t^ we tried\t^ what\ta phone\tare sorry\task _ your\task for your\tbest\tbut n'
        'ot\tby 0\tcome .\tcome . $\tcome _ $\tcome _ the\tcome from\tcome from the\tcontract .\tcontract . '
        '$\tdeclined .\tdeclined . $\tdeclined _ $\tfar from\tform .\tform . $\tform _ $\thappened _ $\thour'
        's\tlook _ it\tmeets on\tpharmacist\treceived _ $\tremarks\tso _ .\tthe text\tthose _ .\twe _ into\tw'
        'e _ sorry\twe are sorry\twe look into\twe tried\tyour remarks\t'
    ),
    -0.6: (
        ", yours\t^ your dispute\ta _ number\tand _ don't\tare looking\tat any time\tat your home\tbecause"
        '\tcan reproduce\tits way .\tlink\tnumber _ -\ton to\tonly .\tonly . $\tonly _ $\tpapers\tquestions .'
        '\tquestions . $\tquestions _ $\trefund _ a\treproduce the\treviewed\triders\tsee why\ttaken from\tt'
        'hat the problem\tthe _ about\tthe _ come\tthe second\tticket was\ttrace _ it\ttrace of it\tturns\t'
        'was taken from\twe _ for\twithout a\tyou before\tyour dispute\tyour papers\t'
    ),
    -0.59: (
        '^ _ enclosed\t^ have your\t^ the enclosed\ta voucher\tand _ for\tcame on\tcan fix\tcan fix this\tc'
        'an tell\tcan tell you\tfourteen days\tgot _ complaint\tgot your complaint\thas _ told\thas been '
        'told\thonestly\tignore\tignore this\tin our workshop\tis far\tmay ;\tmay ; $\tneeded .\tneeded . $\t'
        'needed _ $\toffice .\toffice . $\toffice _ $\tour _ will\trecorded and\tsent _ the\tthe _ cancell'
        'ed\ttoo , and\ttoo _ and\ttwo _ on\tus .\tus . $\twe can fix\t'
    ),
    -0.58: (
        ", expected\t^ _ read\t^ only\ta date\tand i\tare _ $\tcan't _ a\tcheck\tdrops\tduly\textend\tin june\t"
        'is _ our\tlog shows\tof _ steps\tsolved _ we\tsorry\tsorting\tsteps _ done\tthis _ solved\ttwo _ .'
        '\tupset\tupset .\tupset . $\tupset _ $\tyou by friday\t'
    ),
    -0.57: (
        '" _ $\t, and we\t, this one\t0 homes\t^ _ restarted\t^ after the\t^ the parcel\t^ we cannot\t^ we '
        "restarted\tassigned\tbeen assigned\tchanges\tdon't _ that\tgutted\tgutted _ you\tgutted for\tgutte"
        'd for you\thas _ assigned\thas been assigned\thas reached us\there , so\there _ so\tknow if\tlook'
        'ing _ this\tlooking into this\tnext _ ,\ton _ earlier\tour workshop .\treached us .\tseller _ th'
        'at\tthat is\tthe _ link\tthis _ a\tto _ file\ttraceroute\twe restarted\twhat _ .\tyou _ ?\tyour _ l'
        'eft\t'
    ),
    -0.56: (
        '^ _ documents\t^ _ me\t^ nobody has\t^ please tell\ta note on\tadded _ the\tare trying\tare tryin'
        'g to\tas well .\tby mistake ,\tby the\tdescribed .\tdescribed . $\tdescribed _ $\terrors _ .\texpi'
        "red .\texpired . $\texpired _ $\tfibre\tgets _ .\the's\ti hear\tinformed .\tinformed . $\tinformed "
        '_ $\tis _ the\titem is\tmissing lamp .\tnobody has\tnote on\tregret that\tsee whether\tsettings .\t'
        'settings . $\tsettings _ $\tsoftware\tstands ,\tthat _ can\tthe _ turned\tthis week\tto get\twas f'
        'ixed at\twe _ trying\twe are trying\twe can\twell .\twell . $\tworking days\tyou describe\tyour _ '
        'lamp\tyour missing lamp\tyour size\t'
    ),
    -0.55: (
        ", _ it's\t0 _ $\t^ _ $\t^ _ rule\t^ logs\t^ platform\t^ platform rule\tand forwarded\tanswered .\ta"
        'nswered . $\tanswered _ $\tbeen _ before\tbeen examined\tbeen examined .\tchange\tcourier $\tdeci'
        'de\tdevelopers\tfee is\tfile _ with\tfor now .\tif we\tis it\tnot be\tnoted and\tof purchase\tplatfo'
        'rm _ 0\tplatform rule\tplatform rule 0\tproof _ purchase\tproof of purchase\tsomewhere between\t'
        'the present\tthe rate\tthe voucher from\ttrace of\ttraced\ttraced to\tupdate at\twe _ to\twe are\t'
    ),
    -0.54: (
        '^ _ box\t^ not fixed\ta year\tafter _ had\tafter you had\tan answer\tand _ still\tanswer .\tanswer'
        " . $\tanswer _ $\tcan't _ it\tcontact\tdate was\tdelivered _ $\thave asked the\ti'm _ it\till .\til"
        'l . $\till _ $\tinto it\tit as\tjune _ $\tlong _ it\tmore than\topen .\topen . $\topinion\tpacked\tpa'
        'id twice .\tplease tell us\trules ,\tsimilar\tsolved by\tsure\tthe top right\tto _ fixed\tto be fi'
        'xed\tto have it\twe _ reproduce\tyear .\tyear . $\tyour previous\t'
    ),
    -0.53: (
        ", but i\t, our\t^ _ status\ta _ in\tand will be\tare shown\tcan't see\tcheck is\tcomplaint _ you\td"
        'oes not\tearliest\tin our\tit _ resolved\tmove\tpartly\tpassword _ $\tphotos _ been\tphotos of\tpho'
        'tos of the\trestarted _ server\trestarted the server\tsettings\tthat _ issue\tthat the issue\tth'
        "e _ centre\tthe _ fix\tthe account\tthe earliest\twrite _ the\tyour _ isn't\tyour id\t"
    ),
    -0.52: (
        "^ _ intend\t^ hang\t^ we intend\tand _ won't\tapp _ again\tbeen _ on\tbeen checked\tbeen sent to\t"
        'between 0\tbetween 0 and\tcomplaints .\tcomplaints . $\tcomplaints _ $\tdocuments .\tdocuments .'
        ' $\tdocuments _ $\tfully _ .\thanded _ the\thas been sent\thave _ right\thave received\thave rece'
        "ived your\ti've got your\tiban\tintend\tintend to\tlee\tmay _ a\tnumber\tone payment\tpicking _ .\tp"
        'icking up .\tplease write\treported the\tshe\tsince tuesday ,\tsoon _ the\tsoon as the\tstill _ b'
        'e\tstill to be\ttells\ttells us\tthat right ?\tthis _ ?\tthree _ is\twe have received\twe intend\tw'
        'e intend to\twrong to\tyou _ this\t'
    ),
    -0.51: (
        "answer by\tat home .\tbe taken off\tbroken .\tbroken . $\tbroken _ $\tconfirm that\tfirst\ti don't"
        "\ti won't\tin review .\tin two\tis _ out\tis our\tis red\tit won't\ton _ $\tplans\tprefer\tprovider\tp"
        'urchase .\tpurchase . $\tpurchase _ $\treceived .\treceived . $\trule\ttell us if\tthat _ should\t'
        "the _ can\tthe status\tto respond\tto respond .\twas received .\twe've found the\twere you\tyou p"
        'refer\t'
    ),
    -0.5: (
        ', _ when\t^ _ from\t^ _ to\t^ i will\ta technician\task _ to\tbag _ $\tbe unlocked\tboxes\tcase _ b'
        'een\tcase has been\tchecks .\tchecks . $\tchecks _ $\teur\tfirst _ three\tfirst of three\tflagged\t'
        'it works again\tmanager .\tmanager . $\tmanager _ $\tme what\trefund request has\trepair _ is\tsi'
        "ncere\tsincere apologies\tsounds\ttell _ the\ttell me what\tthe part is\ttold _ the\tunless\twe'd "
        '_ the\twhat\tyour parcel is\t'
    ),
    -0.49: (
        ', thank\t, thank you\t: _ the\t^ _ data\t^ _ previous\t^ your data\ta fix\ta message\tagain $\tas _'
        ' were\tbeen filed\tbeen ordered .\tbeen passed to\tcard\tcharge _ correct\tcharge is correct\tche'
        'ck _ .\tchecking .\tchecking . $\tchecking _ $\tdelivered _ the\tdescribe the\temail .\temail . $'
        '\temail _ $\tgoodwill\thas _ filed\thas been filed\thear _ ,\thotline is\tin touch\tit had been\tle'
        'ft _ warehouse\tlength\tlost .\tlost . $\tlost _ $\tmain\tmodem\tnear _ .\tno _ yet\ton _ .\ton a\tpa'
        'ssed _ the\tpassed to the\tpayments $\treplacement _ $\trequested the\tsend us\tstone\tthat _ had'
        '\tthat it had\tthat we can\tthe _ ;\tthe _ arrived\tthe recovery\tthe restart\tthree weeks\twaits\t'
        'waits for\twe regret that\tyou _ that\t'
    ),
    -0.48: (
        ", _ i've\t, _ write\t, on\t, yours is\t0 of\t^ _ confirm\t^ _ passed\t^ case 0\t^ i've passed\t^ no"
        " fix\t^ please upload\tand i don't\tand nothing\tback _ a\tbeen moved\tbeen placed on\tcall the\tc"
        'heck the\tchecks\tdouble _ go\tdouble payments\tdouble payments go\tfor _ seconds\tget 0\tgo back'
        " $\thas _ placed\thas been placed\ti've passed\tis pending\tno fix\tnot refunded\torder $\tparcel "
        'was delivered\tpartial\tpayments _ back\tpayments go back\tplease upload\tpromised to\treading t'
        'he\trefund _ is\trepaired ,\tseconds\tsolved ,\tstore\tthis chat\tthis kind\tway to\tyour order $\t'
    ),
    -0.47: (
        ', _ ?\t^ _ requested\taccount _ been\taccount has\taccount has been\tbe _ back\tbetween\tbutton _'
        ' the\tcard was\tdepends\tdepends _ the\tdepends on\tdepends on the\tearlier\teither ,\tflight\tis a'
        'ttached .\tlegal\tlink _ sent\tlist of\tminutes\tof _ card\tour _ department\tparcel\tpriority .\tp'
        'riority . $\tpriority _ $\treceiving bank\trefund ,\ttesting .\ttesting . $\ttesting _ $\tthe _ s'
        'ize\tthe coupon\tthe list of\tthe receiving\tthe receiving bank\tthe second box\t'
    ),
    -0.46: (
        ', _ bear\t^ _ look\t^ asked\t^ is that\t^ let us\t^ supply\taccording\taccording to\tanswer _ the\t'
        'are _ that\tbear _ us\tbear with us\tbreak\tcosts\tdelivered ;\tdelivered ; $\tdigit\tfix it\tfull '
        '_ .\thas started\thave sent\there\thold .\thold . $\thold _ $\tif it works\tin which\tin which you\t'
        'interrupted\tis _ in\tis cleared\tis new\tis new .\tit might\tlaw\tlogs _ ,\torder _ 0\tpage _ "\tpa'
        'sswords\tproduct\tproduct _ .\tproof\treceipt\treceipt of\trepair\truns _ the\tserial\tso _ keep\tta'
        'kes a\tthe carrier\tto _ if\tto ring\tturned _ the\tturned down\tturned down the\twarehouse .\twar'
        "ehouse . $\twarehouse _ $\twe _ consider\twe have sent\twe're not\twhether\twhich _ address\twill"
        ' _ on\tworkshop .\tworkshop . $\tworkshop _ $\tyour balance is\tyour cancellation\t'
    ),
    -0.45: (
        ', explain\t^ _ long\t^ _ premium\t^ apologise\t^ apologise ,\t^ the file\ta _ $\ta sec\ta sec ,\tan'
        ' agent\tapologise ,\tapologise , explain\tapologise _ explain\tare working on\tback the\tbank $\t'
        'delivered on\tdigging\tdone is\tending\tfar ,\thas _ started\tin _ file\tis under\tlog _ $\tmistake'
        ' ,\toff ,\ton order\ton order .\toutage at\tseems\tseems to\tso far ,\tthe _ never\tthe bank $\tthe '
        'cause\tthere _ a\tthere is a\tthink it\tto look\twas delivered on\tworking _ it\tworking on it\tyo'
        'u think\tyou think it\tyour _ that\tyour home\tyour inhaler\tyour letter\t'
    ),
    -0.44: (
        ", _ need\t, and i\t0 may ,\t^ _ can't\t^ _ company\t^ _ investigation\t^ _ ping\t^ happy\t^ i've a"
        'sked\t^ ran\t^ the company\t^ the investigation\t^ three\ta _ reviewer\ta code\talready been\tan o'
        'rder\tand _ part\tand _ report\tare kept\tare kept for\tat _ order\tat your order\tboard\tcalled\tc'
        'hecking _ the\tcomplaint _ yours\tcomplaint of yours\tday\tdoctor\tfixed ?\tfixed ? $\tget _ work'
        'ing\thas expired\ti took\tis with the\tit _ again\tkept for\tmanual\tmay , 0\tmay _ 0\toffice is\tou'
        'r _ partner\tphones\tping\tplatform\tplease _ $\tplumber is\treturned goods\treturned goods .\trev'
        'iewer\tsee what\tstep _ .\tstill on\tthe _ goods\tthe returned goods\tthe system\tticket _ is\tto '
        'sign in\tyou to\tyou use\tyour doctor\t'
    ),
    -0.43: (
        '" .\t" . $\t^ _ again\t^ _ delay\t^ _ protection\t^ buyer\t^ buyer protection\t^ does\t^ if\t^ part'
        '\t^ the delay\tand have a\taware\taware _ the\taware of\taware of the\tback after\tcard _ you\tconc'
        'erning\tdelay _ your\tdelete the\tdoes\tdriver _ ,\tfor _ next\tfor _ we\tfor him\tfor him .\tfor o'
        'ne\tgps\ti _ find\tnot fixed $\tplease try\trecorded _ $\treported to\treports _ the\treports that'
        '\treports that the\trestore the\tscheme\tscheme .\tscheme . $\tscheme _ $\tso sorry\tsorry _ the\tt'
        'echnician is\tthe _ form\tthe _ office\tthe _ says\tthe _ scheme\tthe _ twice\tthursday .\tthursd'
        'ay . $\tthursday _ $\twarning\twe _ offer\twe need to\twe shall\twill _ out\tyour _ whether\tyour '
        'message\tyour report has\t'
    ),
    -0.42: (
        ", _ reading\t, for\t, i'm reading\t0 and 0\t^ _ call\t^ _ thanks\t^ _ tight\t^ how\t^ many\t^ many "
        'thanks\tall _ ?\tand _ whether\tand needs\tand see whether\task the\task you to\tbank agrees\tbe r'
        "emoved\tchecking the\tcomes back\tcould\tfor _ review\ti'm reading\tis booked for\tit _ be\tit's _"
        ' a\tlike _ $\tmany _ for\tmany thanks\tmany thanks for\tneeds a\tnow , we\tone ?\tone ? $\torder _ '
        'and\tour _ specialists\tremains unresolved\tremains unresolved .\tsee whether the\tshoes ,\tshoe'
        's , and\tshoes _ and\tstatus page\tthe _ number\tthe bank agrees\tthe plumber\tthe shoes\tthe sho'
        'es ,\tthis for\ttwo .\ttwo . $\tunder clause\tunder clause 0\tunderstanding\tunresolved\tunresolve'
        'd .\tunresolved . $\tunresolved _ $\tuntil _ to\twas broken\twe should\twere _ able\twith another'
        '\twithout _ and\tyou do\tyou need\tyour bank .\t'
    ),
    -0.41: (
        "^ a technician\t^ you'll hear\ta ticket\tand _ ask\tand _ time\tand we ask\tapplies to\tare right"
        ' that\tbecause of\tbeen verified\tbeen verified ,\tbeen waiting\tcalled the\tcause of\tcause of t'
        'he\tconfirm _ your\tconfirm that your\teu\tfive _ .\thave _ passed\thave been passed\tis _ withou'
        "t\tis an\tisn't _ in\tissue _ .\tlink _ the\tlook after\tmake sure\tmessage\tmonth _ $\tour special"
        'ists .\toutside the\tpassed _ .\tpassed on .\tpatch is\tpayment has\tregret _ the\tregret that th'
        'e\tsaw\tsend _ the\tsending\tsix .\tsix . $\tsooner\tsooner .\tsooner . $\tsooner _ $\tswapped _ ,\tt'
        'ap the\tthan it\tthe _ say\tthe eu\tthe power\tthis resolved\tto six\tto six .\twas _ because\twe s'
        "ent you\twill _ again\tyou are right\tyou confirm\tyou'll _ from\tyou'll hear\tyou'll hear from\t"
    ),
    -0.4: (
        ", _ we're\t, _ which\t, though your\t, two\t^ _ narrowed\t^ _ remains\t^ not\t^ return\t^ the stat"
        "us\t^ we've asked\t^ we've narrowed\t^ you want\ta photo\taccount remains\tare _ this\tasked _ ba"
        'nk\tasked the bank\tbeen _ ;\tbeen forwarded\tbeen forwarded to\tbeing looked\tbroke\tcharges _ y'
        'our\tcharges on\tcharges on your\tchecked ,\tcloses _ itself\tcloses by\tcloses by itself\tcollec'
        'ted ,\tcomment\tdays ,\tfailed .\tfailed . $\tfailed _ $\tfixed , but\tfixed _ but\tfixed _ march\t'
        'fixed in march\tfor you ?\tfree _ $\thas _ forwarded\thas _ informed\thas been forwarded\thas be'
        'en informed\thave _ further\thave opened\there ,\tinvestigation\tis _ looked\tis being looked\tis'
        ' done\tit down to\tkeeps\tleft _ the\tleft on the\tlooked\tlove to\tnarrowed\tnarrowed _ down\tnarr'
        'owed it\tnarrowed it down\tnotes .\tnotes . $\tnotes _ $\topen , and\topen _ and\torders .\torders'
        ' . $\tour _ team\tpassed on\treceived and\trestored ;\trestored ; $\tsent _ a\tstanding\ttax _ .\tt'
        'en minutes .\tthe _ closes\tthe account is\tthe bag\tthe logs\tthe notes\tthe notes .\tthe seller'
        " ,\tthe team has\tthough your\ttwo charges on\tunder _ ,\tus _ 0\twe _ pay\twe've asked the\twe've"
        " narrowed\twe've narrowed it\twho\tyour _ hasn't\tyour _ remains\tyour account remains\t"
    ),
    -0.39: (
        ", _ is\t, so that's\t- mail\t- up\t^ _ are\t^ _ for\t^ _ give\t^ _ normal\t^ assuming\t^ assuming t"
        'he\t^ keep\t^ your neighbour\ta green\ta similar\tafraid ,\tand _ need\tare committed\tare committ'
        'ed to\tare in\tassuming\tassuming the\tback order\tbe returned\tbilling team ,\tcancel the\tcharac'
        'ters\tcharacters .\tcharacters . $\tcharacters _ $\tcommitted\tcommitted to\tdamage .\tdamage . $'
        '\tdamage _ $\tdelay\tdevice _ the\te - mail\te _ mail\tfrom _ courier\tfrom the courier\thas arriv'
        "ed ,\thas run\thave this\ti'm _ ,\ti'm afraid ,\tinvestigate\tinvestigate _ $\tis waiting for\tlik"
        'e yours\ton back\ton back order\tresolved tickets\tshown _ the\tthe _ label\tthe _ maintains\tthe'
        ' list\ttime\tto have this\tto look at\ttold that\tunder _ reference\tus _ you\twants\twe _ committ'
        'ed\twe are committed\twe investigate\twhen your\twhich _ describe\twhich you describe\twhile _ i'
        'nvestigate\twhile we investigate\twill _ restored\twill be restored\t'
    ),
    -0.38: (
        ", and i've\t, and it's\t^ _ feedback\t^ _ isn't\t^ _ tried\t^ data\t^ it isn't\t^ never\t^ one\t^ t"
        "he box\t^ your feedback\ta search\tagain _ an\tagree ,\tan estimate\tand _ asked\tand i've\tare on"
        ' it\tas complete\tasked _ a\tasked for a\tat _ post\tattached\tbe refunded\tbox _ been\tbox has\tbo'
        'x has been\tcame _ $\tcould be\tcourier .\tcourier . $\tcourier _ $\tdelivery .\tdelivery . $\tdel'
        'ivery _ $\tdevice from\tengineers _ on\tengineers are on\testimate\tfar _ solved\tfar from solve'
        'd\tfrom solved\tfrom solved .\thas _ examined\thas _ up\thas been examined\tid to\tin the file\tis'
        " far from\tisn't _ .\tits own\tmade .\tmade . $\tmade _ $\tof it\ton _ own\ton its own\ton monday\to"
        'nce and\tpin _ anyone\tpost office\tprivate\treceipt _ $\trun out\truns until\tseriously\tseriousl'
        'y .\tseriously . $\tseriously _ $\tthe courier .\tthe night\tthe theft\tthe theft ,\tthe weekend\t'
        'theft\ttheft ,\tto refund the\twe _ take\twe would\tweak\tyour id to\t'
    ),
    -0.37: (
        ", _ that's\t0 h\t0 h .\t^ _ hand\t^ _ may\t^ customer\t^ we could\ta _ with\ta password\tan earlier"
        '\tback at\tbe _ before\tcall\tclient _ $\tdown the\tearlier _ of\tfive days\tfor approval\tfor appr'
        'oval .\tforgotten\tforgotten _ .\tforgotten you\tforgotten you .\tget it\tgoes _ .\tgoes on\tgoes '
        "on .\thours _ $\ti'd like\ti'd like to\tif _ still\tis _ right\tis it working\tis paid\tis safe\tis"
        "n't fixed\tmast .\tmast . $\tmast _ $\tneed\tof yours ,\ton to the\tonly if\tpull\trelease\tsold\tsol"
        'ved , we\tsuspected\tthe _ must\tthe _ of\tthe _ once\tthe _ show\tthe case\tthe fee is\tthe mast '
        '.\tthe month .\tthe team\tthe warehouse .\tthis sorted\tthrough\tunder that\tup ?\tup ? $\twaiting '
        '_ the\twas delivered .\twe restarted the\twho has\tyour region\t'
    ),
    -0.36: (
        '- ticket\t^ _ one\t^ _ soon\t^ _ statement\t^ as soon\t^ gimme\t^ temporary\t^ the part\t^ ugh\t^ u'
        'gh ,\t^ you paid\t^ your statement\t^ yours\tadvice\tafter\tand _ am\tand i am\tare slow\tarrived ,'
        '\tat our workshop\tbe _ touch\tbe in\tbe in touch\tbeen asked\tby us .\tcard _ 0\tcard ending\tcard'
        ' ending 0\tcase ,\tchange the\tcorrect .\tcorrect . $\tdata is\tdown\tending 0\tentitled\tentitled '
        'to\tgimme\tgive _ your\tgo _ to\thas _ asked\thas _ be\thas been asked\thas confirmed\thas to be\ti'
        'nto _ .\tis correct .\tit is not\tlog\tmanager _ to\tour _ that\tshare\tsolved - ticket\tsolved _ '
        "ticket\tsuccessfully\tthanks , i've\tthanks _ i've\tthanks for the\tthat you were\tthe _ -\tthe f"
        'ile .\tthe modem\tthis as solved\tto _ 0\tto _ billing\tto _ developers\tto restore your\ttold\tto'
        'morrow _ 0\ttonight .\ttonight . $\ttonight _ $\tugh\tugh ,\twant your\twas _ off\twill _ it\twith '
        "_ courier\twith the courier\twon't pretend\tyou _ is\tyour _ fell\t"
    ),
    -0.35: (
        ", next\t^ _ recovery\t^ i took\t^ should the\t^ yikes\t^ yikes ,\tand i'll\tat _ end\tbased\tbeen _"
        " yet\tbeen cleared\tbeen informed about\tbefore it is\tby thursday\tcan't _ an\tcan't take\tcard "
        '?\tcard ? $\tcredit or\tfaulty _ .\tfor _ to\tfor the next\tform and\thouse .\thouse . $\thouse _ $'
        '\tid photo\tin may .\tinformed _ the\tinformed about\tinformed about the\tis _ known\tis needed .'
        '\tlook into it\tmonday at\tmonday at 0\tnew _ ?\tnight shift\toh\toh _ ,\toh no\toh no ,\torder _ ca'
        "ncelled\tparty\trespond\tsafe\tsays _ was\tsays it was\tsee _ you're\tsee why you're\tshould the\ts"
        'ide _ well\tside as\tside as well\ttake _ while\ttake a while\ttaken off\tten _ days\tten working'
        '\tten working days\tthank you\tthe bank\tthe goods\tthe ledger\tto _ so\tto my\ttwice .\ttwice . $\t'
        "two years\twhich of\twhich of the\twhy you're\tyikes\tyikes ,\tyou _ far\tyou _ move\tyou describe"
        ' the\tyou so far\tyour _ if\tyour _ photo\tyour card ?\tyour data\tyour flat\tyour house .\tyour i'
        'd photo\t'
    ),
    -0.34: (
        "- _ with\t^ _ love\t^ _ partner\t^ is\t^ it would\t^ the cause\t^ until\t^ we're working\t^ what's"
        "\t^ when\tadded to the\tand given\tand i won't\tat _ earliest\tat the earliest\tcan find\tcare\tdep"
        'ot _ leeds\tdepot in leeds\tdo you\tdrop\teight\tends _ the\tfor reporting\tget _ money\tgoing to\t'
        'had _ it\thas _ refund\tin _ shop\tin line\tin your letter\tinto your\tis in review\tit would be\t'
        'june .\tjune . $\tmade without\tmonth .\tmonth . $\tnot _ it\ton your line\tonce _ year\topen _ 0\t'
        'open again\tour _ desk\tpart has\treturn\tright now\tsecurity _ .\tsent to your\tspecialists\tthan'
        'ks _ reporting\tthanks for reporting\tthe _ cable\tthe _ desk\tto _ two\tto your file\ttom\tverif'
        "ying\twas settled\twe're waiting\twe're working\twe're working on\tyour _ to\t"
    ),
    -0.33: (
        ", _ call\t, please call\t, we'll\t: _ account\t: your account\t^ _ calls\t^ _ reply\t^ your appoi"
        'ntment\ta broken\ta refund\tand _ sorry\tand send\tat the end\tbe fixed .\tcomplete the\tdo _ use\t'
        'do you use\texplain\tfee _ back\tfee goes\tfee goes back\tfor _ bank\tfor the bank\tfound no\tfrau'
        "d _ .\thave _ .\thave _ us\ti looked\ti wish\ti've sent the\tis _ solved\tmeasured\tmissing _ and\t"
        'of the card\toutage _ our\tplease call\tput back\trecorded\treply is\trestored by\tsays that\tshow'
        's up\tsix _ .\tstaff\tstep 0\tstill open\tstreet ,\tthe _ as\tthe card\tthe fee goes\tthe queue\tthe'
        ' request\tthe warranty\tthe workshop .\tto complete\tto complete the\tvalid in\twe _ ask\twe have'
        "n't\twe would ask\twe've _ a\twill _ your\twill tell\twith _ fraud\twith our fraud\twould _ you\tw"
        'ould ask\twould ask you\tyet _ to\tyou able\tyou able to\tyou say that\tyour _ first\tyour appoin'
        'tment\tyour street ,\t'
    ),
    -0.32: (
        ', _ meets\t, which meets\t^ _ keep\t^ _ know\t^ _ step\t^ _ understand\t^ reproduced\tasking _ ba'
        'nk\tasking the\tasking the bank\tbe _ if\tbeen _ that\tbench\tbench ,\tboard , which\tboard _ whic'
        "h\tbut _ can't\tbut i can't\tcan give\tcause is\tcome\tcover\tcredit _ the\tdoes the\tf\tfix _ to\tfi"
        'xed _ week\tfixed last week\tfor our\thappy to\thas already\thas still\thas still to\thave _ sent'
        "\thaven't got\there and\thotline _ open\thotline is open\tin our system\tin testing\tis _ testing"
        "\tis in testing\tis open from\tis solved ?\tis that\tit has still\tit's _ delivered\tit's been de"
        'livered\tmay take\tof stock\told _ will\ton _ bench\ton an\topen from\tor the money\tpublic\trepair'
        ' shop\trepair shop is\treply .\treply . $\treply _ $\tsaid it\tsee no\tseller .\tseller . $\tseller'
        ' _ $\tshop is\ttake _ to\ttested on\tthe file\tthe repair shop\tthe rights\tthe seller .\tthe stat'
        "us page\tticket 0\tto _ days\ttold _ that\ttwo days\tunderstand how\twas returned to\twe're sorry"
        '\twednesday .\twednesday . $\twednesday _ $\twhich _ wrong\twhich meets\twhich meets on\twill _ c'
        'orrected\twill be corrected\twithin _ days\tyet how\tyour _ were\tyour bill is\tyour reply\tyour '
        'reply .\t'
    ),
    -0.31: (
        ", sorry .\t, you would\t^ _ didn't\t^ _ yet\t^ we didn't\t^ we've found\t^ will\t^ your documents"
        '\tback within\tbank _ and\tbe made\tbut _ want\tbut we want\tcall you\tcan\tcause .\tcause . $\tcaus'
        'e _ $\tclearing\tclearing _ cache\tclearing the\tclearing the cache\tcut in\tdevelopers .\tdevelo'
        'pers . $\tdevelopers _ $\tdispute _ been\tdispute has\tdispute has been\tdomain .\tdomain . $\tdo'
        'main _ $\tfor _ safety\tfor your safety\tget you\thas _ refunded\thas been refunded\thave _ chec'
        'ked\tinsurer _ the\tis _ yet\tis not yet\tline still\tlooking at the\tour _ .\tpower _ in\tpower c'
        'ut\tpower cut in\treading\trefund .\trefund . $\tresolved _ a\tsee _ it\tsee if it\tspring _ $\tsto'
        'p\tthanks\tthe _ "\tthe _ .\tthe developers .\tthe same\tthe word\tto the case\ttwo days $\tvalid f'
        "or\tversion _ $\twe've found\twill call\twill call you\tyet _ .\tyour dispute has\tyour safety\t"
    ),
    -0.3: (
        ", _ be\t, _ unknown\t, _ with\t, and yours\t, cause unknown\t, they're\t^ _ doctor\t^ _ failed\t^ "
        '_ on\t^ your doctor\ta _ answer\ta _ for\ta faulty\ta word\tagainst the\tand _ one\tand _ until\tan'
        'd see\tanswer from\tanswer from the\tat our\tbe lost\tbut _ on\tbutton _ ten\tbutton for\tbutton f'
        'or ten\tby 0 pm\tby _ pm\tcause _ .\tcause unknown\tcause unknown .\tchecked _ and\tcourier at\tex'
        'pected to\tfor ten seconds\tfrom _ bank\tfrom the bank\tgone _ your\thave every\thave every righ'
        't\thave told the\ti need your\tif _ problem\tif the problem\tis _ so\tis _ twice\tis expected\tis '
        'expected to\tit is our\tkeep the\tlast year\tmoves\tnight _ $\tnow with\tof these\told _ stays\tple'
        'ase upload it\tpost _ $\tproblem for\tquestions\tread it\tref\treinstalling\trule 0 :\trule _ :\tse'
        'nds\tsends a\tsolved , but\tsolved _ but\tstays _ until\tstill _ after\tstop _ .\tstop it .\tsubje'
        'ct\tsubject to\tten seconds\tthe _ moves\tthe courier at\tthese _ .\tthis is a\tthree days\tticket'
        ' _ been\tticket has\tticket has been\tto _ an\tto know\tunknown\tunknown .\tunknown . $\tunknown _'
        " $\tupload it\twant _ be\twant to be\twasn't\twe're _ out\t"
    ),
    -0.29: (
        '\t, not\t, will\t0 th and\t^ _ appeal\t^ before\t^ please try\t^ the money\t^ your appeal\t^ your b'
        'ill\ta _ by\taccount _ be\tassessor\tbe seen\tbeen started\tbilling\tbilling _ .\tcard issuer\tcarr'
        "ier's\tdown ,\tfees _ be\tfor one order\tform _ attached\tform is attached\thas been started\thas"
        ' until\thave you up\thear _ the\tis _ within\tis fully\tis paid on\tissuer\tlonger _ .\tmade after'
        '\tnew version\tone order\topen and\tor returned\tor returned .\tour legal\tour new\tpaid twice for'
        '\tprint\tprocedure\treference\trefund on\tsay\tsay when\tsearch _ your\tsearch for\tsearch for your'
        '\tseller\tsincere _ for\tsincere apologies for\tsorry _ read\tsorry _ your\tsorry to read\tstarte'
        "d .\tstarted . $\tstarted _ $\tth and\tthe _ before\tthe _ email\tthe card you\tthe carrier's\tthe"
        ' customer\tthe new version\tthe search\tthe settings\tthem back\tthem back .\ttime _ the\tto _ at'
        'tention\ttwice _ one\ttwice for one\tunlock your\tvan\twas reported\twhich _ are\twith _ bank\tyet'
        ' to\tyou _ get\tyou can have\tyou up\tyou up and\tyour _ issuer\tyour card issuer\tyour purchase\t'
    ),
    -0.28: (
        ', about a\t, have you\t^ _ reported\t^ _ two\t^ account\t^ planned\t^ planned :\t^ replication\t^ '
        "the order\ta human\tabout _ third\tabout a third\tafter you've\tairline\tas well\tassessment .\tas"
        'sessment . $\tassessment _ $\tcard _ $\tcharge under\tcheck .\tcheck . $\tcheck _ $\tclaimed\tdata'
        ' _ be\tdelay .\tdelay . $\tdelay _ $\terror is\texamination\tflight _ been\tfor assessment\tfor as'
        'sessment .\tfour\tgas\tget the money\tget this sorted\thalf _ the\thalf of the\thas _ that\thuman\t'
        "i _ confirm\ti'm _ them\tin it\tit up\tmissing _ .\tmoved to\ton _ logging\ton _ phones\ton _ way\t"
        'one _ a\torder is\totherwise\tpassword is\tphones .\tphones . $\tphones _ $\tplanned :\tpromise .\t'
        'promise . $\tpromise _ $\trecord _ that\treplication\treport\tsee _ same\tsee the same\tsent you '
        'a\tseveral\tsorry _ hear\tsorry to hear\tstill down\tstill down .\tstore _ .\tteam will\tthe _ per'
        'iod\tthe _ release\tthe airline\tthe damage\tthe payment\tthe product\tthis sorted for\tthree of\t'
        "to _ payment\ttrying _ get\ttrying to get\tus _ !\twe _ one\twe _ receipt\twe check .\twe won't\tw"
        "hat _ paid\twhat's the\twhich _ the\twill _ removed\twill be removed\tworking _ of\tworking on\ty"
        'ou , sir\tyou _ sir\tyour order is\t'
    ),
    -0.27: (
        '" , but\t" _ but\t, not by\t, the amount\t0 mb\t^ _ players\t^ _ porting\t^ let me\ta _ under\tamou'
        'nt _ be\tare sorry for\tare unable\tare unable to\tarrived _ our\tarrived at our\tbeen approved\t'
        'begun .\tbegun . $\tbegun _ $\tcall this\tcard .\tcard . $\tcard number\tcompleted form\tcompleted'
        " the first\tcustomer's _ ,\tday of\tdispute\tengineering\tfind a\tforwarded _ our\tforwarded to o"
        "ur\tgot the\thas begun\thas begun .\tinspection _ $\tis missing\tisn't .\tisn't . $\tisn't _ $\tit "
        "isn't .\tknow more\tknow more .\tknow which\tlast complaint\tlast complaint has\tmay have\tmb\tmem"
        'ory\tmoney by\tmonth\tmust be\tneed the\tnew one $\tnot by\tof _ checks\ton its way\tone $\tor is\tou'
        't to the\tparcel _ arrived\tplanned _ the\tplanned for the\tplayers\tplayers have\tporting\tporti'
        'ng request\tproblem _ not\treached _ to\treached out\treached out to\trefund _ has\trefund arriv'
        'ed\trepaired ;\trepaired ; $\tsay _ you\tset _ at\tset up at\tsettled\tsolved before\tstaging\tstag'
        'ing only\tstreet _ $\tsupervisor\ttake the\ttells _ it\ttells us it\tthank\tthanks _ the\tthe _ ca'
        'rd\tthe _ solved\tthe completed\tthe completed form\tthe pharmacist\tthis _ before\tthis fixed .'
        '\tthis solved\tthis with\tto _ seller\tto _ supervisor\tto date\tto date .\tto the seller\ttry log'
        'ging\ttwice\tunderstand that\tuploaded ,\twas repaired ;\twe _ call\twe _ them\twe _ unable\twe ar'
        "e unable\twhat _ the\twhat does\twhat does the\twhether that's\twhich is\twith _ invoice\twith _ "
        'specialists\twith our specialists\tyour _ complaint\tyour _ file\tyour _ form\tyour last compla'
        'int\tyours was\t'
    ),
    -0.26: (
        '%\t, and nothing\t0 %\t^ _ browser\t^ does the\t^ only the\t^ which browser\ta fire\talter\tand 0 $'
        '\tapologies .\tapologies . $\tat _ $\tback _ ?\tbank has\tbe back\tbe connected\tbeen submitted\tch'
        'at .\tchat . $\tchat _ $\tcould _ unplug\tcould you unplug\tdifferent _ .\tfailed\tfire\thad _ sam'
        'e\thad a\thad the same\thas _ submitted\thas been submitted\tif that\tin _ ?\tin with\tit _ the\tle'
        'ss\tlooked _ by\tlooking for\tmanufacturer\tnot on\tnumber ,\tnumber _ gave\tnumber you\tnumber yo'
        'u gave\toff ?\toff ? $\tordered .\tordered . $\tordered _ $\tour partner\tpayment _ been\tpayment '
        'has been\trefund of\trollback\trotterdam\trules .\trules . $\trules _ $\tthat he\tthat the charge\t'
        'the _ price\tthe board\tthe manufacturer\tthe technician is\tthem with\tthey _ it\tthis _ you\tth'
        'is for you\tthis resolved .\tto five\tto thirty\ttoo _ for\ttracing\ttwo boxes\tunplug\tus in\twant'
        ' the\twe ask for\twe can reproduce\twhat _ see\twhat you see\twhich _ do\twhich browser\twill _ c'
        'redited\twill be credited\twork on\tyou paid twice\tyou unplug\tyou want the\tyour _ password\tyo'
        'ur stay\t'
    ),
    -0.25: (
        ", _ do\t, and i'll\t, for which\t: tap\t: tap the\t^ _ deserve\t^ _ label\t^ _ paid\t^ _ patch\t^ _"
        " settled\t^ hang on\t^ none\t^ none of\t^ return label\t^ the patch\t^ you deserve\t^ you'd\ta _ f"
        'rom\tagree _ $\tall good\tand _ answer\tand are now\tas urgent\tassigned to\tat _ moment\tat the m'
        'oment\tbe _ with\tbeen _ $\tbeen assigned to\tbeen opened .\tcan begin\tcancelled _ you\tdeployed'
        ' to\tdeserve\tdesk\tdirect\tdirect debit\tdown at\terasure\tfile .\tfile . $\tfile _ $\tfor _ minute'
        's\tfor erasure\tfor its\tfor which\tfor which we\tforward\tfound _ possible\tfour _ of\thad been f'
        'ixed\thang on\thave _ to\thave _ tried\thave found\thave you tried\tif _ are\tif you are\tin progr'
        'ess ,\tinvestigation _ been\tinvestigation has\tinvestigation has been\tis that right\tis to\tis'
        ' under review\tis why\tit _ our\tit _ urgent\tit as urgent\tlate .\tlate . $\tlate _ $\tmay _ this'
        '\tmentioned\tnone of\tnot _ yet\tof _ kind\torder again\town _ .\tpage says\tpart on\tpassed _ to\tp'
        'atch _ in\tpatch is in\tprogress ,\trequest _ erasure\trequest for erasure\trespond .\trespond .'
        ' $\trespond _ $\tseconds _ $\tshe _ the\tshows a\ttaking\tten days\tthe _ for\tthe _ left\tthe dela'
        'y\tthe delivery\tthe investigation has\tthe no\tthe no -\tthe patch is\tthe return\tthem ?\tthem ?'
        ' $\tthree days .\tto _ restored\tto _ working\tto accept\tto this\turgent\tvoucher _ your\twe _ so'
        "lved\twe've got your\twhich _ apologise\twhich _ why\twhich is why\twhich we apologise\tworkshop"
        ' _ .\tyou deserve\tyou found\tyou tried\tyour _ debit\tyour _ letter\tyour direct\tyour direct de'
        'bit\tyour understanding\t'
    ),
    -0.24: (
        ", but it\t, so only\t, three\t^ _ comparing\t^ _ escalated\t^ _ gone\t^ _ matter\t^ _ neighbour's"
        "\t^ _ scan\t^ _ trial\t^ _ year's\t^ fixing\t^ fixing this\t^ last year's\t^ sorry for\t^ we\t^ you"
        "r neighbour's\t^ your parcel\ta _ plan\ta paid\ta paid plan\tagain tomorrow\tagain tomorrow .\tan"
        'd _ apologise\tapp _ it\task _ the\tbe taken\tbecause _ account\tbecause the account\tbeen seen\t'
        'been uploaded\tbefore your\tcaused\tcomplaint _ reached\tcomplaint has reached\temail\tfixing th'
        'is\tfor me\tgets fixed\tguy\thas _ uploaded\thas been uploaded\thave _ seen\thave added\thave been'
        ' seen\thave opened an\thow annoying\tinto _ paid\tinto a\tinto a paid\tis _ 0\tis one\tit gets\tit '
        "gets fixed\tit isn't fixed\tits _ is\tlast year's\tlists\tlists the\tlonger _ we\tlonger than we\t"
        'mailbox\tmoment .\tmoment . $\tmoment _ $\tnext update\ton day\ton day 0\tone sec\tonly _ can\topen'
        'ed an\tpaid _ on\tpaid plan\tpaid plan on\tplan on\tprivate sellers\treceived _ the\tremains _ un'
        'til\trepaired _ ,\treset the\trouter _ $\tsale\tscreenshot\tsee the error\tsellers\tsend them\tsett'
        'le\tsign\tslow _ .\tslow today\tslow today .\tso only\tstill see\tsubmitted _ the\tthan we\tthat so'
        "unds\tthe bank has\tthe billing\tthe queue .\tthere is no\tthis isn't\tthought\tthought .\tthought"
        ' . $\tthought _ $\tto _ of\tto change\tto the billing\ttrial _ into\ttrial turns\ttrial turns int'
        'o\tturns _ a\tturns into\tturns into a\tunderstand _ annoying\tunderstand how annoying\tunless i'
        "t's\tus if you\twaiting for the\twarehouse _ .\twere _ .\twhen a\tyear's\tyear's _ was\tyou still "
        'see\tyou would\tyour _ from\tyour mailbox\t'
    ),
    -0.23: (
        ", _ they\t, i'll\t0 _ from\t0 may\t0 metres\t0 metres from\t^ _ level\t^ _ raised\t^ do\t^ i've rai"
        'sed\t^ no refund\ta day\ta possible\tabout 0 metres\tabout _ metres\tagrees .\tagrees . $\tagrees '
        '_ $\tan electrician\tapplies _ you\tarchive\tarchive .\tarchive . $\tarchive _ $\tare _ back\tare '
        '_ into\tare looking into\tas _ only\tat _ request\tbank needs\tbe replaced\tbooked .\tbooked . $\t'
        'booked _ $\tbug you\tbut _ region\tbut your region\tby _ 0\tby the 0\tcame .\tcame . $\tcheck _ it'
        '\tclose _ case\tclose the case\tcomes _ the\tcomes from\tcomes from the\tdeclaration\tdeny\telectr'
        'ician\tfor reimbursement\tfor reimbursement of\tfrom _ house\tfrom your house\tgreen ?\tgreen ? '
        '$\thas _ ,\thas _ cleared\thas been cleared\thave _ ?\thave _ out\ti _ sorry\ti see that\ti unders'
        "tand\ti've raised\tif _ bank\tif the bank\tit can\tit can be\tknow _ $\tleft our warehouse\tmarked"
        ' _ as\tmetres\tmetres _ your\tmetres from\tmetres from your\tmoney back ,\tneed _ pay\tnight .\tni'
        'ght . $\tno refund\tno such\tnoon ,\tnothing gets\tnumber was\tokafor\ton _ ?\torder number and\tpa'
        'rcel _ our\tparcel left\tparcel left our\tpersists\tplease .\tplease . $\tpromised _ that\tpromis'
        'ed you that\trefund _ on\trefund is on\treturn is\tsecurity team\tso that we\tthat _ problem\tthe'
        ' bank needs\tthe bill .\tthe bug you\tthe hotfix\tthe return is\tthere _ no\tto reset\tto reset t'
        "he\tto you so\ttried to\tuntil six\twe _ see\twe can't take\twill review\tyou _ over\tyou agree ,\t"
        'your _ stays\tyour account $\tyour identity\t'
    ),
    -0.22: (
        ", _ go\t, as you\t, sent to\t^ _ close\t^ _ collected\t^ _ mr\t^ _ shop\t^ dear mr\t^ full\t^ let's"
        ' get\t^ looking\t^ on\t^ our decision\t^ the previous\ta _ fix\ta _ issue\ta day .\ta known\ta know'
        'n issue\tabout the\tafter _ minutes\tafter ten\tafter ten minutes\tan _ once\tand 0\tand _ promis'
        "ed\tand i'm sorry\tanswer you\tare made\tare now\tawaiting\tboss\tcan _ see\tcan you see\tclear\tcom"
        "es\tcrew has\tdear mr\tdoes _ $\tdon't pay\tenclosed form\tfee _ been\tfee has been\tget _ ?\tget i"
        't ?\tgo _ with\thappened .\thappened . $\thappens\thappens .\thappens . $\thappens _ $\thas _ move'
        "d\thas a\thas been moved\thasn't gone\thigher\ti could\ti'm sorry .\tis a known\tis missing .\tis v"
        "alid for\tit is .\tknown issue\tlabel\tlet's get\tmade _ a\tmatters _ us\tmatters to\tmatters to u"
        's\tmoney _ not\tmore _ before\tmy boss\tnot _ in\tobliged\tobliged to\tof value\toff until\ton duty'
        '\tonly when the\tour decision\toutside your\tover _ 0\tpassed it\tphoto\tphotos\tpower _ for\tpower'
        ' button\tpower button for\tprocess\tpromised _ ring\tpromised to ring\tproof _ value\tproof of v'
        'alue\trelease ,\treset _ router\treset the router\trestored in\tshoot\tsorry that your\tstuck in\t'
        'that the error\tthe device\tthe duplicate\tthe enclosed form\tthe money was\tthe power button\tt'
        'he resolution\tthe resolution of\tthere yet\ttoo _ .\ttwelve\tvalue .\tvalue . $\tvalue _ $\twe mi'
        'ssed\twith my\twith your\tyou get it\tyou see the\tyour _ matters\tyour wallet\tyour wheelchair\tz'
        'ero\t'
    ),
    -0.21: (
        '" is\t, or do\t^ _ let\t^ _ shall\t^ no decision\t^ other\t^ reminder :\t^ we do\t^ we need\tad\taff'
        'ects\tagain , the\tamount _ your\tand nobody\tapple\tapproved _ refund\tapproved the refund\tat t'
        'he workshop\tattached _ $\tbackup _ sunday\tbackup from\tbackup from sunday\tbe _ off\tbe _ righ'
        't\tby line\tby tomorrow\tby tomorrow .\tcancelled as\tcorrect\tcrew is\tearly ,\terror ?\terror ? $'
        '\tfi\tfix has\tfixed fee\tfixed it $\tfor another\tfor ten\tfraud desk\tfraud desk .\tfrom sunday\tg'
        'oal\tgoes _ on\tgoes live\there _ see\there and see\ti _ asked\ti _ no\ti _ this\ti can\ti have ask'
        'ed\tin _ area\tin _ system\tin your area\tinstance _ still\tinstance is\tinstance is still\tinste'
        "ad _ the\tinstead of the\tisn't _ those\tisn't among\tisn't among those\tit to our\tit's fixed ."
        '\tline _ line\tline by\tline by line\tlooking at\tmay _ have\tno decision\tof _ deposit\tof docume'
        'nts\tof the deposit\toff and\ton your bill\tone is\tor do\tor do you\tour fraud desk\tover _ night'
        "\tpart's\tpart's _ in\tpart's stuck\tpart's stuck in\tplease _ again\tplease try again\trather ha"
        've\treads\tregistered _ number\treminder :\tsafe on\tsee .\tsee . $\tseems _ have\tseems to have\ts'
        "een\tsigned .\tsigned . $\tsigned _ $\tso that's\tsoon .\tsoon . $\tsoon _ $\tsupplier\ttell _ more"
        '\ttell _ where\ttell _ whether\tthe _ stuck\tthe _ writes\tthe backup from\tthe error ?\tthe part'
        '\'s\tthe part\'s stuck\tthe photos\tthe refund ,\tthe word "\tthen _ $\tto unlock\tunlock _ account'
        '\tuntil we\tvendor _ 0\twas successful\twe do\twe do not\tweek\twill _ be\tword "\twould _ rather\tw'
        'ould you rather\twrites that\tyou ;\tyou ; $\tyou post\tyou rather\tyou rather have\tyour instanc'
        'e is\t'
    ),
    -0.2: (
        ", and only\t, card\t, who\t, you'd\t- rate\t0 back\t0 hours .\t0 hours to\t^ _ vendor\t^ according\t"
        '^ according to\t^ the repair\t^ you get\ta new one\tand _ being\tare _ the\tarrived ?\tarrived ? '
        '$\tat 0\tbeen asked for\tbit of\tbrings _ new\tby noon\tcare _ $\tcould _ log\tdays after\tdown _ t'
        'he\teverything is\tfirm\tfor _ week\tgets _ ,\thim ,\thours to\thow _ was\tin testing .\tis set for'
        '\tit on the\tit takes\tlasts\tlasts _ than\tnope\tnope ,\tnope , not\tnope _ not\tof 0 february\tof '
        '_ february\ton _ laptop\topen\topen again .\topened the\tor is it\tplate\tplease _ with\tpower\tput'
        ' up\trestored _ noon\trestored by noon\tright now .\tsecond\tsend us the\tserver\tset for\tsolve t'
        'his\tsolve this .\tstudio\ttell _ so\ttell you so\tthe button\tthe number\tthe room\tthe studio\tus'
        'ed _ $\tvalid\twait _ the\twait for\twait for the\twaiting\twaiting _ approval\twaiting for appro'
        "val\twas scanned\twe have to\twe're _ it\tweek .\tweek . $\twill tell you\twith _ .\tyou get\tyou m"
        'ore\tyour account ,\tyour appeal\t'
    ),
    -0.19: (
        ", _ letters\t, he's\t, on the\t, sorry !\t0 eur\t^ _ credit\t^ _ grade\t^ we're sorry\t^ you could"
        "\t^ you'd get\ta technician has\taccount _ of\tacknowledge\tadded your\talert\tan investigation\ta"
        'ppeal against\tappeal against the\tare _ those\tare among\tare among those\tarrived at the\tback'
        'up\tbeen booked for\tblocked .\tblocked . $\tblocked _ $\tbooked a\tby law\tcannot _ that\tconfirm'
        " that the\tcustomer to\tenrolment\tform _ .\thome .\thome . $\ti'll _ to\ti'm _ your\tif _ no\tif y"
        "ou've no\tin two days\tis _ unreachable\tis next\tis open again\tis still unreachable\tis wrong\t"
        'it !\tit ! $\tknown ,\tlast month ,\tline now\tlooking into it\tmakes\tmedicines\tmoney was\tmy sup'
        'ervisor\tneed _ know\tneed to know\tnext bill\tnext bill ,\tnight shift .\tnot _ solved\tnot been'
        ' solved\tnumber _ in\tof _ delay\tof the delay\tpart _ been\tpart has been\tread _ .\tread it .\tr'
        'efund you .\tsee the\tset to\tshift .\tshift . $\tshift _ $\tsome users\tsorry !\tsorry ! $\tstill '
        'unreachable\ttake _ .\ttechnician _ been\ttechnician has\ttechnician has been\tth _ the\tthat _ '
        'money\tthat have\tthe _ below\tthe cable\tthe company\tthe label .\tthe other\tthe tax\tthe techni'
        'cian\tthey\tto my supervisor\tto read it\tto ten\tto ten working\tto the developers\tto verify\tun'
        "reachable\tus\tverify\twe _ more\twe _ opened\twe have opened\twe're _ for\twould _ at\tyou could\t"
        "you'd get\tyou've no\tyour _ could\tyour next\t"
    ),
    -0.18: (
        ", _ answer\t, _ don't\t, but don't\t0 _ if\t0 days $\t0 june .\t^ _ assessor\t^ _ device\t^ _ is\t^"
        ' _ mentioned\t^ a new\t^ money back\t^ takes\t^ you mentioned\t^ your new\ta _ minutes\ta _ test\t'
        'a few\ta few minutes\taccept .\taccept . $\taccept _ $\tafraid , because\tafraid _ because\tasked'
        '\tassessor has\tback _ release\tback the release\tbe _ as\tbeen moved to\tbeen noted\tbeen starte'
        "d and\tblue\tbut don't\tcancelled as you\tcleared the\tcode _ $\tcomplete .\tcomplete . $\tconcert"
        "\tcould _ you\tfew _ .\tfew minutes\tfew minutes .\tfile is\thas _ noted\thas been noted\thaven't "
        "_ it\thear you\thear you ,\ti can't see\ti'd be\tis due\tit _ refunded\tit fixed ?\tkeep _ the\tkee"
        'p using\tkeep using the\tmay _ $\tmentioned that\tmr _ ,\tmust have\tnot _ ,\tokay now\ton the pho'
        'ne\totherwise .\totherwise . $\totherwise _ $\tour _ on\tour technicians have\tpage _ $\tphone nu'
        'mber\tpromised\treceived _ photos\treplacement _ was\tring us\tstarted and\ttechnicians have\ttha'
        't _ courier\tthat the courier\tthe _ tells\tthe _ until\tthe assessor\tthe assessor has\tthe che'
        'ck is\tthe concert\tthe damage .\tthe documents\tthe release\tthe report\tthe second payment\tto '
        '_ pharmacist\tto a\tto decide\tto the pharmacist\tto us\ttoday at\ttwo of\twe _ do\twe acknowledge'
        ' receipt\twe received\twe received your\twill _ back\twork _ the\tyou mentioned\tyou mentioned t'
        'hat\tyour _ dated\tyour power\t'
    ),
    -0.17: (
        ", _ looking\t, _ of\t, could\t, could you\t, i need\t, sorry\t, we'd\t- 0\t^ _ enclose\t^ _ go\t^ _ "
        "it'll\t^ _ place\t^ _ your\t^ did\t^ the shop\t^ we enclose\t^ you write\taccording _ the\taccordi"
        'ng to the\tand _ ,\tare _ sure\tasked us\tbe set\tbrowser _ you\tbrowser do\tbrowser do you\tbut n'
        "ot on\tcan't _ cancelled\tcan't be cancelled\tcase before\tcase was\tcaused by\tcheck _ done\tche"
        'ck is done\tcould _ the\tdate .\tdate . $\tdelay was\tdigging _ the\tdigging for\tdigging for the'
        '\tdisplay\tdoing\tenclose\texpires\tfeedback _ the\tfeedback on\tfeedback on the\tfor _ parcel\thas'
        " _ approved\thas been approved\thow long\ti _ see\tid .\tid . $\tidentity check\tis with\tit's _ g"
        'ood\tkeys\tkit\tlike .\tlike . $\tlong\tmeets\tneed a\tnext week\tnext week .\tno position\tno positi'
        'on on\tnot on your\tof _ missing\tof next\tof the bill\topen ,\torder _ on\tpeople\tphone _ not\tph'
        'one but\tphone but not\tposition on\tpromise\treserved\tring\trung\tsame\tscanned _ the\tshown\tsix '
        "_ ,\tso _ asked\tso i've asked\tsuccessfully _ to\tsurge\ttake _ position\ttake no\ttake no posit"
        'ion\tthat right\tthe _ expires\tthe _ sends\tthe cash\tthe delay was\tthe identity\tthe identity '
        'check\tthe month\tthe order is\tthe server\tthe settings .\tto _ driver\tto _ lost\tto _ over\tto '
        '_ them\tto fix\tto put\tto the driver\tturned up\tvan .\tvan . $\tvan _ $\twe enclose\twe take no\tw'
        'hich browser do\twill _ fixed\twrite that\tyou _ agree\tyou _ an\tyou _ there\tyou better\tyou li'
        'ke .\tyou write\tyou write that\tyour _ but\tyour feedback on\tyour phone but\tyour request .\t'
    ),
    -0.16: (
        ', keep\t: _ -\t^ _ fraud\t^ dear\t^ not yet\t^ your invoice\ta _ about\ta _ was\ta temporary\tacros'
        "s\tadded a\tagent\tall set\tand we're\tapplies\tare _ as\tare sorry that\tavailable .\tavailable . "
        '$\tavailable _ $\tbank details\tbefore i\tbeing _ by\tcan _ older\tcarrier _ that\tcaught\tcause _'
        ' the\tcharge has\tcorrected _ .\tcredit of\tdark _ $\tdear\tdelivery address\tfault was\tfee has\tf'
        'ix the\tfixed , we\tfixed _ we\tfor\tfor security\thave identified\tin _ meantime\tin the\tin the '
        'meantime\tit by\tkeep _ receipt\tless than\tlike _ hear\tlike to hear\tlog .\tlog . $\tlogging _ y'
        'our\tlogging for\tlogging for your\tlooking at your\tlose\tmade once\tmeantime\tneed _ more\ton th'
        'ursday between\tpatience\tpayment _ back\tpromised a\tquestion about\treplace\trequest\trestart _'
        ' $\tsearch\tshow a\tsorry for\tstates\tstates that\tstrike\tswapped the\ttake .\ttake . $\ttake _ $\t'
        'tested\tthe _ charged\tthe _ states\tthe insurer\tthe meantime\tthe previous\tthe result\tthe str'
        'ike\tthursday _ 0\tthursday between\tthursday between 0\tto _ courier\tto the courier\ttwo weeks'
        '\tunder settings\twas _ $\twas fixed .\twe _ fixed\twe _ identified\twe have identified\twork ?\tw'
        'ork ? $\twould a\twrong\twrote\tyou on thursday\tyou remember\tyou remember the\tyour bank detail'
        's\tyour car\t'
    ),
    -0.15: (
        ', _ open\t, please .\t, so a\t, the system\t, we need\t0 _ at\t^ _ asked\t^ _ bill\t^ _ completely'
        '\t^ _ mailbox\t^ _ restaurant\t^ _ takes\t^ _ wrote\t^ delivery\t^ hello\t^ i completely\t^ pendin'
        'g\t^ the old\t^ the premium\t^ the restaurant\t^ they\t^ we can\t^ we received\t^ your mailbox\tac'
        'cept\tadded\taddress _ $\tand i apologise\tannoying _ is\tannoying this\tannoying this is\tany ti'
        'me\tapp .\tapp . $\tat _ 0\tat number\tat number 0\tbe _ contact\tbe back in\tbe credited .\tbe you'
        'r\tbe your contact\tcan reproduce the\tcomplaint _ to\tcompletely _ how\tcompletely understand\t'
        'completely understand how\tcopy _ your\tcrew _ on\tcrew is on\tcustomer _ .\tdevelopers have\tdo'
        'cuments have\tdocuments have been\tdone by\tend of\tfor _ part\tfor proof\tget a\tgood now\thave t'
        'he\the _ it\thow _ this\thow annoying this\ti _ give\ti _ understand\ti am\ti completely\ti comple'
        "tely understand\tin payments\tis scanned\tmast\tmodel\tmonday\tneighbour's line\tnext _ :\tonce _ "
        'bank\topen _ .\topened _ ticket\tor your\tor your money\tpick _ up\tplan _ $\trefund _ order\tretu'
        'rn _ scanned\treturn is scanned\tscan\tsix\tso a\tsolved _ you\tsomeone\tsorry _ i\tsorry for the\t'
        'take up\ttake up to\ttaken it\tthan _ hours\tthan three\tthan three hours\tthat _ $\tthe _ down\tt'
        'he _ repair\tthe code\tthe date\tthe enclosed\tthe end of\tthe lock is\tthe mast\tthe receipt .\tt'
        "he refund .\tthings\tthis as\tthis is .\tthree hours\tthree hours .\twant _ money\twe rolled\twe'd"
        " love\twe'd love to\tweek _ $\twill be your\twill visit\twould _ paid\tyour case .\tyour contact\t"
        "your invoice\tyour neighbour's line\tyour plan\tyour profile\t"
    ),
    -0.14: (
        ", _ fill\t, _ nothing\t, or is\t, please fill\t, we've\t, whose\t^ _ crew\t^ _ fault\t^ _ id\t^ a r"
        'efund\t^ ask\t^ ask the\t^ gimme a\t^ we apologise\t^ we have\t^ we see\t^ your id\ta _ complaint\t'
        'a _ would\ta fix .\ta photo of\ta visit\taccept our\tagain after the\tan exchange\tand _ handed\ta'
        'nd _ should\tand on\tand on again\tare _ missing\tare no\tare refunded\tare testing\tbeen credite'
        'd by\tbeen refunded .\tben\tby _ ,\tby hand ,\tcan _ .\tcan do for\tcard is\tcase only\tcomplete _ '
        '$\tcorrection of\tcredited by\tdays , and\tdays _ and\tdid you\tdropped\tengineering .\tengineerin'
        'g . $\tengineering _ $\terrors _ your\tfault _ far\tfrom two\tgateway\tgimme _ sec\tgimme a\tgimme'
        " a sec\tgo to\tgo to the\thalf of\thand ,\thope to\ti understand that\ti'll be\ti'm still\tin revie"
        'w\tin the contract\tis _ back\tis _ now\tis lost\tits _ to\tknow about\tlater\tleft .\tleft . $\tlif'
        'ted _ the\tlooked into\tmay have been\tmerchant _ that\tmiddle\tmiddle of\tmoney _ .\tmr\tmust _ y'
        'ou\tnever\tnews _ .\tnot _ us\tnot by us\tnowhere\tnudged\tof _ app\tof the app\tof three\toff _ on\t'
        'off and on\ton _ yet\ton there yet\tonce a\tonly _ it\torder number .\toutside\tpatience _ $\tpaym'
        'ents _ made\tpayments are made\tphoto of\tphoto of the\tplease accept our\tplease fill\tpossible'
        ' _ .\tput _ on\tran\trepaired yesterday ,\tscheduled\tseconds .\tseconds . $\tshow\tshow _ $\tslow\t'
        "so _ ,\tso _ can't\tspend\tstick\ttaken _ your\ttariff\tteam is\ttechnician on\tten seconds .\ttest"
        ' _ ,\ttested _ .\ttesting _ possible\ttesting a\ttesting a possible\tthank _ ,\tthe _ network\tth'
        'e _ now\tthe _ only\tthe _ shows\tthe _ who\tthe case only\tthe gateway\tthe middle\tthe middle o'
        'f\tthe offer\tthe replacement\tthe wrong\tto change the\tto engineering\tto engineering .\ttomorr'
        'ow ,\ttouch _ monday\ttried _ reset\ttry _ it\tversion of\tversion of the\twas submitted\twe _ se'
        "nt\twe can't\twe see two\twe're testing\tweekend\twhen you\twhose\twith _ payment\tyour points\tyou"
        'r points are\t'
    ),
    -0.13: (
        ", _ between\t, says\t, so we\t, then\t, who'll\t0 pounds .\t^ _ looking\t^ _ sorry\t^ as long\t^ be"
        "ar\t^ bear with\t^ i'm so\t^ unfortunately the\t^ we haven't\t^ we want\t^ we're looking\ta _ sig"
        'nal\ta new\ta reset\ta reset signal\ta solution .\taccount stays\tagree to\tare comparing\tarrival'
        '\tas long\tas long as\tbalance is\tbear _ me\tbear with me\tbeen refunded\tbranch\tby _ restart\tby'
        " noon .\tcode is 0\tconsideration\tdoes it\tdon't know\tenclosed\thave found the\ti _ know\ti'm so"
        "\ti'm so sorry\ti've sent a\tin any\tinto it .\tis _ after\tis awaiting\tis off .\tit $\tit has not"
        '\tit should\tit solved\tit solved by\tit takes a\tix\tkey\tleak in\tlodged\tlong as\tmoney _ ?\tmoney'
        ' back ?\tnot _ resolved\tnot in\tnot yet resolved\tof 0\tof six\ton _ march\tonly the\topened ,\tpi'
        'pe\tplace\tplease _ me\tpoints are\tpreferred\tpreferred date\tpremium\tpressure\tprogress\trate\tre'
        'ceived ✓\treset _ to\treset signal\treset signal to\tring you\trow\truns until the\tsame day\tsee '
        'a\tsent _ reset\tsent a reset\tsent to the\tshows your\tsignal _ your\tsignal to\tsignal to your\t'
        'so sorry ,\tsolved by the\tsolved yet\tstill _ to\ttechnician\ttell you where\tthat it is\tthe _ '
        'day\tthe _ had\tthe _ line\tthe hotline\tthe owner\tthe same day\tthe show\tthe van\tthere is\tto _'
        ' report\tto five days\tto have the\tto your report\ttoo ,\ttoo long .\ttop\ttwo -\tunfortunately t'
        "he\tup _ five\tup to five\twas _ from\twe _ comparing\twe are comparing\twe're _ into\twe're look"
        "ing\twe're looking into\twhat _ can\twhat _ to\twhat happened to\twhat i\twhat i can\twhere _ is\t"
        "where it is\twhether _ is\twhich _ on\twhile _ look\twhile we look\twho'll\twith me\tx\tyet _ be\ty"
        'et resolved\tyet to be\tyou , and\tyou get the\tyou see\tyou that it\tyou where\tyour _ this\tyour'
        ' preferred\tyour preferred date\t'
    ),
    -0.12: (
        ', _ did\t, _ out\t, which the\t0 _ ,\t@ _ no\t^ _ about\t^ _ fee\t^ _ gas\t^ _ order\t^ _ page\t^ _ '
        'print\t^ i wish\t^ my\t^ parcel\t^ the page\t^ the transfer\t^ the working\t^ under\t^ we are\t^ wh'
        'ich of\t^ you said\ta correction\ta message .\ta nice\taccount was\taddress _ you\tagree .\tagree '
        ". $\tairline's\tall _ in\tand _ old\tand _ waiting\tand _ you\tand yours is\tare\tare 0\tare 0 to\ta"
        're checking\tasked _ your\tbeen _ under\tbilling specialists\tbilling specialists .\tcan i\tcase'
        ' _ $\tcode\tcompensation _ on\tcompensation depends\tcompensation depends on\tdid he\tearly\teith'
        'er _ $\tfix _ ?\tfix it ?\tfor checking\tform received\tfrom _ .\tgive me\tgive me a\thang tight\th'
        'as _ days\thas _ passed\thas been passed\thas yet\thave _ nice\thave a nice\thave been completed'
        "\thave had\thaven't got it\thours _ our\thours of our\ti _ i\ti wish i\tin _ letter\tin _ wrong\tin"
        ' the wrong\tinquiry\tinto this\tit is resolved\titem\tits\tlegal department\tlength _ the\tlength '
        'of\tlength of the\tletter dated\tletter dated 0\tmail that\tmatter _ resolved\tmatter _ settled\t'
        'matter to\tme whether\tmeter ,\tmobile\tmoney _ sent\tmoney was sent\tmuch\tno _ on\tnot _ on\tnot '
        'sorted\tof _ letter\tof that\tof your letter\ton _ length\ton _ profile\ton monday .\ton our serv'
        'er\ton the length\ton your profile\tone -\torder and\torder number ,\torders\tour _ service\tour b'
        'illing\tour billing specialists\tour engineers are\tour legal department\tpaid _ for\tphone _ i'
        'n\tpolicy\trejected _ the\trepair the\trepaired , and\trepaired _ and\trequest .\trequest . $\treq'
        'uest _ received\trequest was received\treturn the money\tseen _ .\tsent back\tshared\tshows .\tsh'
        "ows . $\tshows _ $\tsource\ttaken _ the\ttell me whether\tthe _ check\tthe airline's\tthe cold\tth"
        'e inspection\tthe length\tthe length of\tthe mail that\tthe mistake\tthe money .\tthe router\tthe'
        ' source\tthe vendor\tthe working\tthe working hours\tthen .\tthen . $\tthese\tthings _ .\tthis mes'
        'sage\tthis message .\ttickets\tto answer\ttoo\ttried _ the\ttwo charges\tup to ten\tus _ $\twe _ ch'
        "ecking\twe are checking\twe'd return\twe'd return the\twe've put\twhich the\twhom\twish _ could\tw"
        'ish i\twish i could\twithin 0 days\tworking _ to\tworking hours\tworking hours of\tyou _ six\tyou'
        "'ll have\tyour _ failed\tyour letter dated\tyour order\tyour order and\tyour ticket 0\t"
    ),
    -0.11: (
        ', a\t, which is\t0 october\t0 to 0\t^ _ game\t^ _ payments\t^ _ second\t^ _ suitcase\t^ both\t^ i u'
        "nderstand\t^ i'd be\t^ the matter\t^ the scan\t^ your suitcase\ta code by\ta neighbour\ta part\tab"
        'le _ fix\table to fix\taccount _ still\taccount is still\tadvised\tand _ fix\tand a fix\tapologis'
        'e .\tapologise . $\tapologise _ $\tare on\tarrives\tat _ warehouse\tat the\tat your request\tbank '
        'statement\tbe _ out\tbe all right\tbe done\tbe done by\tbe verified\tbeen able\tbeen able to\tbox\t'
        "bringing\tby phone\tby text\tby tonight\tcan't _ .\tcancels\tcancels ,\tcannot _ it\tclaims that\tc"
        'ode _ text\tcode by\tcode by text\tcome back\tdatabase .\tdatabase . $\tdatabase _ $\tdecide .\tde'
        "cide . $\tdecide _ $\tdoes anything\tdoesn't\tfile has\tfor _ leak\tfor _ patience\tfor the leak\t"
        "full amount\tget paid\thas 0\thave _ days\thope _ get\thope you\thope you get\ti\ti'm sorry\tin sto"
        'ck\tinsurance\tis _ blocked\tis stable again\tis still blocked\tknow if the\tlast _ .\tleak .\tlea'
        'k . $\tleak _ $\tlevel _ 0\tlocked _ we\tmidnight\tnext month\tno sign\tno sign of\tnot able\tnot a'
        'ble to\tnow _ $\tof next month\tof this\ton older\tonly on\tor 0\torder _ ,\tour _ shows\tour answe'
        'r\tpaid _ is\tphoto _ a\tplease choose\trather _ the\trather have the\tread _ the\treceived\trefun'
        'ded ;\trefunded ; $\trefunds for\trequest to\trest\treturned when\tright _ ,\tseller claims\tsettl'
        'ement\tshould _ it\tsign of\tsolved , the\tsolved for you\tspare part\tstable again\tstable again'
        " .\tstill blocked\tsuits\tsuits you\tthe _ didn't\tthe _ plate\tthe deadline\tthe driver's\tthe fo"
        'rm .\tthe full amount\tthe leak .\tthe moment .\tthe seller claims\tthe supplier\tthe time\tthis '
        '_ my\tthis to my\tto _ verified\tto be verified\tto decide .\tto restore the\tus ?\tus ? $\tvendor'
        " .\tvendor . $\tvendor _ $\tversion\twarranty _ .\twe _ working\twe are working\twe'd like\twe'd l"
        'ike to\twere refunded ;\twhen _ see\twhen it\twith ?\twith ? $\twith _ neighbour\twith a neighbou'
        'r\tyou _ charged\tyou _ now\tyou _ told\tyou ask\tyou get paid\tyou today\tyour _ have\tyour order'
        's\t'
    ),
    -0.1: (
        ", _ i'd\t, _ left\t, and i'd\t, in\t, is that\t, number\t, number 0\t, so please\t, thanks ,\t- ref"
        'undable\t: _ with\t: a\t^ _ access\t^ _ earlier\t^ _ kitchen\t^ have\t^ may\t^ no ,\t^ thanks for\t^'
        " the technician\t^ unless the\t^ we know\t^ we shall\t^ we'd love\tabout yours\taccounts\tan _ by"
        "\tan answer by\tand _ signed\tand got\tand i'd\tanswer _ tomorrow\tanswer by tomorrow\tanswers\tar"
        'e _ at\tare _ if\tasked us to\tback _ stock\tbattery\tbecause it\tbeen scanned\tbegin .\tbegin . $'
        '\tbegin _ $\tblock on\tcan begin .\tcause\tchoose between\tcleared _ your\tcomplaint .\tcomplaint '
        '. $\tcould _ check\tcould you check\tengineer will\texpect it\tfor _ answer\tfor _ photos\tfor th'
        'e photos\tfrom _ within\tgiven back\thave two\the fixed\the fixed it\thear _ crackling\thow it\ti '
        '_ that\tin _ ,\tinstead\tinstead of\tis _ -\tis non\tis non -\tit had\tlab\tlast _ ,\tlatest\tlena\tli'
        'ability\tlogs collected\tlogs collected ,\tmade a\tmeantime ?\tmeantime ? $\tmeantime _ $\tmoney '
        'is\tmorning and\tmoved\tnew _ .\tnon\tnon -\tnon - refundable\tnon _ refundable\tof _ passport\tof '
        'your passport\ton wednesday .\tone _ in\tonly _ the\tor _ ?\tour _ apologies\tour sincere\tour si'
        'ncere apologies\towing\towing to\tpaid _ your\tpaid to\tpassed it to\tpasses\tpay the\tpayment ,\tp'
        'lease _ your\tplease keep\tprice .\tprice . $\tproblem _ with\tproblem _ your\tproblem with your'
        '\tprofile for\trefund will\tremoved _ the\treturns\troaming\tsay that the\tscanned .\tscanned . $\t'
        "scanned _ $\tsettled _ is\tso _ we\tso please\tso we can't\ttechnician _ us\ttechnician told\ttec"
        'hnician told us\tthe _ date\tthe _ reads\tthe _ service\tthe _ takes\tthe cause of\tthe issue\tth'
        'e latest\tthe meantime ?\tthe order\tthe portal\tthe refund will\tthe technician told\tthe van .'
        '\tthe website\tthis .\tthis . $\tthis morning and\tthis with the\tto _ card\tto _ exchange\tto _ o'
        'rder\tto check\tto check the\tto the exchange\tto your order\ttold _ he\ttold us he\tu\tunless the'
        "\tus _ fixed\tus he\tus he fixed\twas _ today\tway _ the\tway to the\twe'll have\twhich _ of\twill "
        'be in\twill ring\twill ring you\twill take\twith _ own\twithin 0 h\twithin _ h\tyou _ choose\tyou '
        '_ has\tyou _ with\tyou asked us\tyou check\tyou had the\tyou see .\tyour profile for\tyour screen'
        ' is\tyours _ among\t'
    ),
    -0.09: (
        ', _ now\t, and that\t, as our\t, give\t, please write\t, without\t, would\t- fi\t^ _ apologise\t^ _'
        ' holding\t^ _ invoice\t^ _ of\t^ _ prepaid\t^ _ still\t^ _ this\t^ half\t^ half of\t^ i hope\t^ our'
        "\t^ restore\t^ we rolled\t^ we've put\t^ your order\t^ your return\ta _ request\ta fee\taccounting"
        " ,\tafter _ ,\tagain _ the\tam _ that\tam _ to\tam sorry that\tand have\tand i've asked\tand is be"
        'ing\tanswer ,\tanswered\tare not sure\tas our\tasked to\tat _ bank\tbe delivered\tbe repaired\tbe r'
        'esolved\tbe solved\tbelieve it\tbox was\tby your\tcan _ cancelled\tcan be cancelled\tcan still\tca'
        'r\tclaim .\tclaim . $\tclaim _ $\tcome to\tcomparing _ with\tcorrected _ your\tcourt\tdays _ retur'
        'n\tdays to return\tdid _ money\tdid the money\tdo\tfan\tfare you\tfor 0 may\tfor _ ,\tfor _ may\tfor'
        ' returning\tfor returning the\thas seen\thas the refund\thas yet to\thave called\thave identifie'
        "d the\thidden\ti apologise\ti hope\ti've _ the\tidentified _ cause\tidentified the\tidentified th"
        "e cause\tif _ isn't\tif i\tif it isn't\tis _ open\tis _ until\tis it fixed\tis still open\tit is\ti"
        "t wasn't\tit wasn't .\tkeep _ posted\tkeep the receipt\tlast _ ?\tletter\tlevel _ .\tmake _ right"
        '\tmake this\tmake this right\tmattress\tmay _ to\tmoney reach\tmr okafor\tname _ $\tneeds _ new\tne'
        'eds a new\tno time\tnormal _ you\tnot sure\tof the\tokafor ,\ton .\ton . $\ton wi\ton wi -\torder 0\t'
        'our complaints\tour plumber\tparcel _ the\tplease _ to\tposted _ $\tprepaid\tpresent .\tpresent .'
        ' $\tpresent _ $\tproblem solved\treason .\treason . $\treason _ $\trefund _ ?\trefund _ the\trefun'
        'd arrived ?\trepair .\trepair . $\trepairs\treproduce _ crash\treproduce the crash\treturning th'
        'e\tseller ,\tsent them\tservice _ be\tshop\tshows\tsign _ again\tsign in again\tsim\tsit\tso _ take\t'
        'sorry _ had\tspare\tspend _ $\tstays on\tsubmitted to\ttext _ .\ttext message\ttext message .\ttha'
        "t's not\tthe _ myself\tthe _ reach\tthe _ turns\tthe discount\tthe fare you\tthe money reach\tthe"
        ' original\tthe premium\tthe reason .\tthe reference\tthe repair .\tthinks\tthinks the\tthis right'
        ' .\tto _ email\tto _ made\tto _ shop\tto make this\tto repair\tto your email\tturning\tuntil _ is\t'
        "version 0 ,\tversion _ ,\twallet ,\twas submitted to\twasn't .\twasn't . $\twasn't _ $\twe _ look"
        'ing\twe _ on\twe _ restore\twe are looking\twe are not\twhether you\twhile your\twi\twi -\twi - fi\t'
        'wi _ fi\twill _ within\twork _ your\twork on your\tyou _ and\tyou _ log\tyou _ turning\tyou may\ty'
        "ou picked\tyou're good\tyour _ ,\tyour _ say\tyour documents have\tyour new\tyour receipt\tyour w"
        'allet ,\t'
    ),
    -0.08: (
        ', _ our\t^ _ restoration\t^ _ rider\t^ _ they\t^ firmware\t^ still\t^ your replacement\tagain , a'
        'nd\tagain _ and\tagrees ,\tand _ "\tand _ at\tapproved _ the\tbe _ without\tbeen resolved\tbefore '
        '_ can\tbelong\tcan now\tcase _ is\tclosed until\tdates _ you\tdepot\tdepot .\tdepot . $\tdepot _ $\t'
        "does _ work\tdoesn't _ .\tdoesn't work\tdone _ we\tfor _ 0\tgiven back .\tgood _ .\thanded\thas be"
        'en resolved\thear _ you\thear from you\tin ?\tin ? $\tin _ flat\tin it .\tin your flat\tinstalment'
        's\tis scheduled\tit was solved\tit work\tlooked at\tmove _ the\tmove to\tmove to the\tno trace\tno '
        'trace of\tnormal for\tnote\tof _ month\ton this\topened _ ,\torders are\tpaid into\tpaid into your'
        '\tphone _ .\tphoto .\tphoto . $\tphoto _ $\tphoto shows\trefund form\trefund of $\trestoration\tsaf'
        'ety team\tsay _ it\tsee what the\tset _ new\tset a\tset a new\tsize\tso we\tstill waiting for\tstuc'
        'k\ttake _ days\ttake _ seriously\ttake this\tteam has\tthe _ again\tthe _ box\tthe check\tthe depo'
        't .\tthe full\tthe refund form\tthe scan\ttheir\tticket 0 is\tto take\tto the card\tto your card\tv'
        'ery _ .\twe can do\twe had\twe take this\twhile\twill be back\tworking day\twould that\tyet , but\t'
        "yet _ but\tyou tomorrow\tyou've _ to\tyour membership\tyour replacement\t"
    ),
    0.08: (
        ', _ child\t, _ it\t, test\t- _ payment\t- in payment\t0 in\t0 went\t0 went back\t^ _ forty\t^ _ lin'
        "e\t^ _ put\t^ _ solar\t^ _ spare\t^ i re\t^ it's fixed\t^ the debt\t^ the spare\t^ we were\t^ your "
        'refund\t^ your webhook\tafter a\tagain now\tal\tand i have\tas _ wanted\tas you wanted\tbag\tbearin'
        'g _ us\tbearing with\tbearing with us\tbeen handed\tbill _ right\tbill is right\tbuffering\tcance'
        'lled by\tcompensation of\tcorrected :\tcorrectly _ all\tcorrectly from\tcorrectly from all\tcut\t'
        'damaged\tdropouts\terror .\terror . $\tevery _ .\teverything\tf ,\tfixed your\tfor bearing\tfor bea'
        'ring with\tfrom all\thands\ti _ -\ti re\ti re -\tin as of\tin payment\tis _ normally\tis live again'
        "\tis standing\tit's fixed now\tits full\tleak in your\tlonger crashes\tmachine has\tmay .\tmay . $"
        '\tmissing _ delivered\tmistake .\tmistake . $\tmoney back on\tno _ crashes\tno longer crashes\tno'
        'rmally again\tour letter\tpaid for\tphoto ,\tpoints and\tprice _ been\tprice has\tprice has been\t'
        'progress is\tproject\tpurchase price has\trecalculated\trefunded you\trepaired _ $\trequested , '
        'and\trequested _ and\tresolve the\tresolves _ from\tresolves correctly\tresolves correctly from'
        '\trow f\trow f ,\trunning _ .\tsee your\tshould _ see\tsolar\tspam\tstill _ ?\tstreak _ back\tstreak'
        " is\tstreak is back\tsuccessful\ttaken .\ttaken . $\ttaken _ $\tthat _ on\tthat's you sorted\tthe "
        'change\tthe debt\tthe leak in\tthe ticket\tthrough on the\tto _ again\tto resolve the\tto sell\tun'
        'der your\tuser\tvisa _ morning\tvisa this\tvisa this morning\twardrobe\twas removed from\twas wro'
        "ng by\twe put\twent out\twrong by\tyou _ :\tyou _ want\tyou will\tyou're _ as\tyou're in as\tyour _"
        ' two\tyour visa this\tyour webhook\t£ 0 went\t£ _ went\t'
    ),
    0.09: (
        ', _ done\t, it works\t0 _ not\t0 _ on\t: misrouted\t: solved\t: solved .\t^ _ an\t^ _ engineers\t^ '
        '_ you\t^ in settlement\t^ kindly\t^ nothing is\t^ our engineers\t^ reminder\t^ the fresh\t^ whate'
        'ver\t^ whatever the\ta _ conclusion\ta minute\ta satisfactory\ta satisfactory conclusion\ta seco'
        'nd\ta week\taccount _ the\taddress _ and\tadjusted\tagain !\tagain ! $\tall functions\tall functio'
        'ns are\tamount _ $\tamount _ the\tand _ a\tand _ has\tand _ missed\tand back\tand dropped\tarrived'
        ' at\tasked whether\tat full\tbank account .\tbe .\tbe . $\tbe used\tbeen\tboiler\tboth _ .\tbug _ ke'
        'pt\tbuild 0 $\tcan _ used\tcan be used\tclaim for\tcleared and\tcome _ to\tcomplaint _ $\tconclusi'
        'on .\tconclusion . $\tconclusion _ $\tcorrect _ ,\tdiscount _ been\tdiscount has\tdiscount has b'
        'een\tdone !\tdone ! $\teffect _ 0\teffect from 0\teverything _ in\teverything is in\tfault is rep'
        'aired\tfor _ delay\tfor it\tfor the delay\tfull name\tfunctions\tfunctions _ available\tfunctions'
        ' are\tfunctions are available\tgift _ went\tgot that\tgreat\thad expired\thas\thas _ brought\thas '
        "_ cancelled\thas _ it\thas been brought\thas been cancelled\thistory ,\thistory _ $\ti've _ with"
        '\timport\timport duty\tin error has\tin settlement\tin settlement of\tincident\tis gone ,\tis rest'
        "ored\tis there\tit in the\tit's right\tlag _ $\tline _ at\tlist _ $\tmade on\tme _ $\tmerged ,\tmisr"
        'outed\tmissing _ are\tmistake and has\tmix - up\tmix _ up\tmyself\tname on\tnow resolved .\tnow th'
        'at i\ton friday\tone of the\toutage\tpage was\tplaced twice\tplaced upon\tplaced upon your\tpoints'
        ' _ back\tpoints are back\tprivileges\tprogress _ .\tprogress intact\tprogress intact .\tput _ an'
        'd\tput right and\trate .\trate . $\trate _ $\treceived ,\trefund was\treinstated _ full\tremoved f'
        'rom your\treport that\trestored _ $\trestored to your\treversed _ your\tsatisfactory\tsatisfacto'
        'ry _ .\tsatisfactory conclusion\tsatisfactory conclusion .\tsave file\tsent\tsettled and\tsettle'
        'd and the\tsettlement _ your\tsettlement of\tsettlement of your\tshould be all\tsound\tstatus :\t'
        "such\tsupply is\ttax\tthat _ ,\tthat _ missing\tthat was\tthat's _ taken\tthe _ placed\tthe _ tran"
        'sfer\tthe building\tthe discount has\tthe end .\tthe fake\tthe fresh\tthe reason\tthe refund you\t'
        'the restriction\tthird\tthough\tto _ satisfactory\tto a satisfactory\tto have your\tup _ .\tw\twe '
        '_ return\twe _ this\twere _ from\twhere _ left\twhere you left\twrong _ ;\tyou _ your\tyou are\tyo'
        "u asked whether\tyou saw\tyou was\tyou've _ the\tyou've just\tyour _ are\tyour _ been\tyour _ pay"
        'ment\tyour _ since\tyour full\tyour full name\tyour playlist\tyour profile is\tyour ticket\t'
    ),
    0.1: (
        ", _ by\t, _ every\t, _ i'll\t, _ twenty\t, all twenty\t, the refund\t0 _ delivered\t0 _ the\t0 _ t"
        'o\t0 returned to\t: _ .\t: both\t^ _ commission\t^ _ connection\t^ _ domain\t^ _ neighbour\t^ _ su'
        'ccessfully\t^ as of\t^ i was\t^ the commission\t^ the connection\t^ the domain\ta _ night\table _'
        ' resolve\table to resolve\tactive again\tadded to your\taddress\taddress ,\tafter the update\taga'
        'in , because\tagain _ because\tall twenty\tall twenty -\talone\tamount _ in\tand _ by\tand _ got\t'
        'and _ hold\tand _ premium\tand all 0\tand refunded\tand the three\tand took the\tarrived _ the\ta'
        's before .\tbank _ on\tbe _ again\tbeen added\tbeen added to\tbeen paid out\tbeen put back\tboth '
        'tickets\tbox office\tbroken checkout\tbrought you\tbrought you the\tcancelled from\tcase _ .\tcha'
        'in\tclaim was\tclosed _ ,\tconfirmed ,\tconsider it\tcredited _ account\tcredited your\tcredited '
        'your account\tdid ,\tdid _ get\tdid you get\terror _ your\teven\teverywhere\tfalse\tflowers ,\tgive'
        ' _ the\tgive you the\thas arrived\thas arrived .\thave _ refunded\thooray\thooray ,\ti _ able\ti _'
        ' taken\ti have taken\ti was\ti was able\tin _ :\tip\tis back up\tis back with\tis over .\tis wrong '
        'with\tit came\tit the\tkettle\tletter of\tlocated _ suitcase\tlocated your suitcase\tmore lag\tno '
        '_ lag\tno more lag\tnothing _ wrong\tnothing is wrong\tnumber .\tnumber . $\tnumber _ been\tnumbe'
        'r has\tnumber has been\tof $\topening\tour _ brought\tout now\tover _ the\tparcel has been\tproper'
        ' _ .\tput\tput into\tresolve _ problem\treturned _ its\treturned to its\tright _ on\tright with\ts'
        'eats are\tsuch a\tswapped for the\tth _ you\tthat were\tthe _ been\tthe _ bug\tthe _ driver\tthe b'
        'ox office\tthe broken checkout\tthe commission\tthe late\tthe missing\tthe refund\tthe subscript'
        'ion\tthe €\tthe € 0\tthermostat ,\tthis _ settled\tthree _ the\tto call\tto spend\ttwenty -\tuntil '
        'the\tvirtual\tvisit .\tvisit . $\tvisit _ $\twas given\twas swapped for\twe refunded\twho _ you\tyo'
        'u reported\tyour _ machine\tyour _ off\tyour flat is\tyour room\tyour virtual\t'
    ),
    0.11: (
        ', _ least\t, _ right\t, at least\t, receipt\t, sorted\t, yet\t, your money\t- _ for\t- _ the\t- boo'
        'ked\t0 _ and\t^ okay ,\t^ the fix\t^ whether it\t^ you are\ta _ ;\ta look at\taccount in\tall eleve'
        "n\tall of\tan end .\tand _ cleared\tand _ last\tand running\tand the last\tand we've\tas _ noon\tas"
        ' good\tas good as\tas of noon\tas requested ,\tat least ,\taway\tbattle\tbattle pass\tbeen _ with\t'
        'been booked\tbeen changed\tbeen reinstated with\tbehind _ now\tbehind us now\tbill _ the\tbonus\t'
        'booking _ ,\tbooking _ 0\tbooking fee ,\tcent .\tcent . $\tcent _ $\tcharge and\tcharged\tclosed _'
        ' the\tcredited 0\tcredited _ .\tdan\tdate _ $\tdelivery fee\tduplicate charge\terror\tfake\tfee bac'
        'k .\tfinished .\tfinished . $\tfinished _ $\tfix this\tfor an hour\tfor good ,\tfree to\tfrom _ wo'
        'rkshop\tgap\tgave _ the\tgave you the\thappy .\thappy . $\thappy _ $\thas _ booked\thas been booke'
        'd\thave _ it\thave completed\thave completed the\they _ ,\ti _ your\tin _ app\tin at\tis _ on\tit _'
        ' $\tit should .\tit works .\titem _ been\titem has\titem has been\tlast cent\tlast cent .\tlast ni'
        'ght .\tleast ,\tlonger _ :\tlonger blocked\tlonger shows\tmerged\tmistake or\tmistake or the\tmix\t'
        "mix -\tmonth's\tnever _ has\tninth\tno _ blocked\tno _ shows\tno longer blocked\tno longer shows\t"
        'now :\tnow that the\tof noon\toff for\tokay ,\told _ ?\ton _ ninth\ton all\ton the ninth\tone _ 0\to'
        'pen to\topen to you\tour _ or\tour apologies for\tour mistake or\toverpaid\tpaid .\tpaid . $\tpass'
        'ed _ your\tphoto _ .\treached you .\trefunded _ your\trefunded to your\treinstated with\treporte'
        'd _ $\treservation in\trestart the\trestored _ the\tright ,\tright one is\tscrews\tsee it\tshow th'
        'at\tso you\tsquared _ .\tsquared away\tsquared away .\tsuspended _ is\tteacher\tthat _ your\tthe _'
        ' cent\tthe _ flag\tthe _ that\tthe _ trip\tthe crash\tthe delivery fee\tthe duplicate charge\tthe'
        " export\tthe last cent\tthe ninth\tthe service is\tthe transfer\tthis _ we\tthis month's\tticket "
        '_ $\tticket is\ttiers\tto _ for\tto _ last\tto _ wallet\tto the last\tto your wallet\ttracking\tus '
        "now\tus now .\tvalue\twas decided\twas replaced\twas reversed\twe've made you\twhere _ belong\twhe"
        'ther _ was\twhether it was\twhole .\twhole . $\twhole _ $\twithdrawn 0\twithdrawn 0 :\twithdrawn '
        '_ :\tworking _ on\tworking again on\tworries\tyou _ amount\tyou _ wrongly\tyou again .\tyou yeste'
        "rday ,\tyou'd\tyour _ was\tyour account in\tyour door ,\tyour number is\tyour reservation in\tyou"
        'r screen\t'
    ),
    0.12: (
        ', but\t, sir ,\t, was\t, we have\t- up has\t0 _ owed\t0 we owed\t^ _ :\t^ although\t^ problem :\t^ t'
        'he invoice\t^ we had\t^ your tickets\ta test\tagain _ we\tan apology\tand _ both\tand gave\tand in'
        'stalled\tapologies ;\tapologies ; $\tapology\tare back .\tarrived _ you\tarrived with\tarrived wi'
        'th you\tback ,\tback for\tblame\tcharge _ been\tcharge has been\tcorrect again\tcorrected version'
        '\tcycles\tcycles ,\tdeducted _ your\tdeducted from\tdeducted from your\tdelivered _ installed\tde'
        'livered and installed\tdevice _ .\tdown .\tdown . $\tended at 0\tenjoy _ $\tfault on\tfind the\tha'
        's passed\thave now been\thave restored\tin _ wallet\tin _ workspace\tin search again\tin your wa'
        'llet\tin your workspace\tis _ where\tis back where\tis online and\tis up again\tit _ is\tliving\tl'
        'iving room\tlogin _ now\tlogin loop\tlogin works now\tlonger needed\tluggage\tmarch _ has\tmember'
        'ship\tmissing now\tmonday ,\tnews ,\tno longer needed\tof _ files\ton _ network\ton the network\to'
        'nce .\tonce . $\tonline and\tour apologies ;\tover the\tpaid _ .\tpass _ paid\tpass is\tpass you\tp'
        'ass you paid\tpictures\tproblem :\trecalculated and\trecalculated and the\treceived on\tremoved '
        'the\treplaced , and\treplaced _ and\treplaces\treplaces it\trestored\tright about\tright about th'
        'e\tsearch again\tsir _ $\tso _ one\tso this one\tsolved _ .\tsorted ,\tsuccessfully _ the\ttell _ '
        'what\ttell you that\tthe _ accepts\tthe _ pass\tthe _ told\tthe corrected version\tthe login loo'
        "p\tthe network\tthe sound\tto _ as\tto card\ttoday's _ .\tturned _ and\tturned up and\tup and your"
        '\tup has\twe _ restored\twe _ talking\twe have restored\twe were talking\twere _ about\twere righ'
        't about\twere talking\twhile we were\tworking _ now\tworking fine\tworking fine now\twrong _ is\t'
        "wrong _ was\tya\tyou at\tyou that your\tyou'll see the\tyour _ no\tyour _ room\tyour cash\tyour li"
        'ving\tyour living room\tyour request\tyour stolen\t'
    ),
    0.13: (
        ', _ app\t, and a\t, and it\t, if\t^ [\t^ _ accomplished\t^ _ address\t^ _ already\t^ _ it\t^ _ lena'
        "\t^ _ lock\t^ dns for\t^ final\t^ give\t^ mission\t^ mission accomplished\t^ player's\t^ the crash"
        '\t^ you have\t^ your meter\table _ log\table to log\taccomplished\taccomplished _ your\taccount a'
        'nd\taddress _ your\taddress has\taddress on your\taddress pin\tagain , now\tagain _ now\tall done'
        ' ,\tall your\tand removed\tapp _ longer\tapp no\tapp no longer\tare being\tare over\tbe _ on\tbeen '
        'eliminated .\tbeen found and\tbeen given back\tbeen taken off\tbooked on\tby you\tcan tap\tcancel'
        'led on\tcancelled on the\tcertificate _ renewed\tchannel\tdebited _ your\tdebt\tdefect has\tdns _'
        ' your\tdns for\tdns for your\teliminated .\teliminated . $\teur 0\tfees\tfinal _ :\tfor _ been\tfor'
        ' has\tfor has been\tfor the right\tfor you and\tfreezer is\tfrom _ bill\tgood on\thanded it\thas _'
        ' stopped\thas been stopped\thas left\thas left the\ti ask\tin _ now\tin its\tintruder\tis closed .'
        '\tis gone from\tit in\tknow _ the\tlocker\tmay _ ask\tmay i ask\tmission\tmission accomplished\tmis'
        'take , and\tmistake _ and\tmorning\tnormal .\tnormal . $\tnormal _ $\tof €\tof € 0\ton saturday ,\t'
        'out _ good\tout for good\tpatience _ we\tpatience while\tpatience while we\tplaylist\tpoints .\tp'
        'oints . $\tpoints _ $\tproblem has\tprofile ,\trefund _ .\treissued ,\trepaired _ .\trestriction '
        'placed\treturned the full\treversed _ charge\treversed the charge\tsame price\tsame price .\tsen'
        't you\tsetting\tsigned in\tsince noon\tsince our\tsitting in\tsorted out .\tstanding _ has\tstandi'
        'ng order has\tstudent discount\tthat _ defect\tthat the defect\tthe _ button\tthe _ dollars\tthe'
        ' access\tthe app no\tthe defect has\tthe intruder\tthe locker\tthe new one\ttickets _ .\tto log\tt'
        'o log in\tto resolve\tup and the\tuse the\twanted .\twanted . $\twanted _ $\twarning _ gone\twarni'
        'ng is\twarning is gone\twas cancelled on\twe cleared\twe cleared the\twent through on\twith it .'
        "\tyou in full\tyou'll _ it\tyour address pin\tyour case is\tyour complaint ,\tyour first\tyour fr"
        'eezer\tyour freezer is\tyour gas\tyour patience while\tyour student discount\t£ 0 is\t£ 0 we\t£ _'
        ' is\t£ _ we\t'
    ),
    0.14: (
        ', _ .\t, _ closes\t- view\t- view room\t0 june and\t0 rd\t0 rd .\t0 to your\t0 was\t^ _ colleague\t^'
        " _ mrs\t^ _ records\t^ _ standing\t^ _ voucher\t^ bug\t^ closing\t^ corrected\t^ i've moved\t^ may"
        ' i\t^ our records\t^ the payment\t^ the problem\t^ those\tagain _ you\tagain for you\tall there\ta'
        'll there again\tand _ properly\tand everything works\tare all there\tare available\tarrived _ y'
        'our\tarrived melted\tarrived melted .\tas _ now\tback _ business\tback _ faulty\tback in busines'
        's\tback the faulty\tback to its\tbelow .\tbelow . $\tbelow _ $\tbooking _ gone\tbooking is gone\tb'
        'uild\tcard works\tcart\tcertificate was\tcloses properly\tcomplaint is settled\tcorrect date\tcor'
        'rectly .\tcorrectly . $\tcorrectly _ $\tcream _ arrived\tcream that\tcream that arrived\tdock\tdo'
        "ck _ ,\tdock again\tdock again ,\tdon't have\tdouble _ is\terased\tfault _ the\tfee ?\tfee ? $\tfin"
        "ds its\tfixed now .\tfound _ in\tglitch is\thad _ ,\thanded _ to\thave _ pay\thave to pay\ti've mo"
        'ved\tin business\tis _ resolved\tis fine now\tis now resolved\tis solved ,\tit still\tits cost\tit'
        'self\tjune and\tlicence\tlonger have\tlonger have to\tlost _ has\tlost in the\tlove\tmatter _ clos'
        'ed\tmatter is closed\tmay i\tmelted .\tmelted . $\tmelted _ $\tmistake _ has\tmoney has\tno _ have'
        '\tno longer have\tnow _ 0\tnow resolved\toff _ card\toff your card\ton our end\tour _ mended\tour '
        '_ show\tour bank\tour records show\tout with\toutstanding _ your\toutstanding on\toutstanding on'
        ' your\tpayment returned\tphotos _ all\tphotos are all\tproof _ the\trd .\trd . $\trd _ $\treached '
        '_ yesterday\treached you yesterday\treadings\trecords show\trefund you\trenewed ,\trenewed , so\t'
        'renewed _ so\treported is\treview\tsecond _ .\tsell\tsince _ morning\tsince this\tsince this morn'
        "ing\tson's\tsync\tthat _ astray\tthat _ melted\tthat arrived\tthat arrived melted\tthat went astr"
        'ay\tthe 0 euros\tthe 0 rd\tthe _ rd\tthe correct date\tthe cream that\tthe wallet\tthis time\ttill'
        ' _ .\ttime zone\tto pay the\tto the bank\tview room\twas _ at\twas a\twe _ a\twe rolled back\twelco'
        "me _ !\twelcome back\twelcome back !\twent astray\twhich was\twith _ ,\twith the bank\twon't _ ch"
        "arged\twon't be charged\tyou reported is\tyou won't be\tyour _ limit\tyour billing\tyour money ."
        "\tyour son's\t£ 0 to\t£ _ to\t"
    ),
    0.15: (
        ", _ find\t, and you'll\t, difference\t, has\t, money\t, money back\t, priya\t, tested\t, you'll fi"
        'nd\t0 was credited\t^ _ cancelled\t^ _ got\t^ be\t^ fixed .\t^ is the\taction\tan _ ago\tan hour ag'
        'o\tand _ more\tand enjoy\tand took\tand your balance\tany more ,\tarea is\tbadge\tbe _ to\tbe a\tbee'
        'n dealt\tbeen dealt with\tbeen put\tbeen released and\tbeen replaced\tbeen set right\tboth\tcase '
        'closed .\tclose\tcold\tcommission\tcomplete :\tconnection _ stable\tconnection is stable\tdrawer\t'
        'folder\tfound _ lost\tfound your lost\tfrom its\tgone .\tgone . $\thas _ eliminated\thas been eli'
        'minated\thave been refunded\thour _ .\thour ago\tin _ a\tin lisbon is\tin your\tis _ full\tis _ of'
        'f\tis cancelled as\tits place\tlisbon _ reinstated\tlisbon is\tlisbon is reinstated\tlost ,\tmade'
        ' it right\tmissed\tmore , your\tnow shows the\ton tuesday .\tour mistake\tpaid the\tpounds\tprinte'
        'r is\tregard\treinstated _ the\treleased .\treleased . $\treleased _ $\treleased and\tright _ is\t'
        'right _ this\truns _ .\tsame _ .\tsee\tsent your\tservice\tservice has\tshipping\tshopping\tside .\t'
        'side . $\tsolved .\tsolved . $\tstopped _ we\tswapped _ the\tten\tthe _ back\tthe _ finished\tthe '
        'drawer\tthe matter has\tthx\tthx _ ur\ttook _ wrong\ttook the wrong\tur patience\twe corrected\twe'
        "'ve made it\twhile we\twon't find\twork .\twork . $\tworkshop\ty\tyou have the\tyou won't find\tyou"
        'r _ opens\tyour area is\tyour printer is\t'
    ),
    0.16: (
        ", _ for\t, because we\t, it's all\t, old\t, that\t, which has\t: new\t^ _ ball\t^ _ scam\t^ _ went\t"
        "^ _ works\t^ access\t^ having\t^ i've refunded\t^ it's all\t^ solved !\t^ the ball\t^ the direct\t"
        '^ the glitch\t^ the scam\t^ we swapped\ta _ item\taccount , as\taccount _ as\tadded _ your\taddre'
        'ss on\tagain on every\talong\tand _ balance\tand _ profile\tasked , and\tasked _ and\taway _ your'
        '\tball\tball is\tbank _ the\tbeen restored .\tbug _ the\tbug in the\tby hand and\tcan use\tcancelle'
        'd the\tcharged _ error\tcharged in error\tdebit _ has\tevery device\tfully\thand and\thas _ fully'
        "\thas been fully\ti tested\ti've refunded\ti've refunded the\tin this\tis _ .\tis _ ;\tis as it\tis"
        " now in\tis resolved\tit _ fine\tit's\tlast _ your\tlook at\tmachine runs\tmore ,\tnow _ i\ton ever"
        'y device\ton site\ton your new\tparking\tpayment reversed\tpayment reversed ,\tpayouts\treadable '
        'again\trepaired _ is\trepaired and is\tseller has\tshould _ all\tshows _ right\tshows the right\t'
        'since _ ,\tso .\tso . $\tso the\tsubscription _ cancelled\tthat _ wrong\tthat the wrong\tthat we\t'
        'the _ debit\tthe _ status\tthe ball\tthe ball is\tthe direct\tthe direct debit\tthe page .\tthe s'
        'eller has\tthe way it\tto _ bank\tto _ on\twas completed\tway _ should\tway it\tway it should\twe '
        '_ glad\twe are glad\twe set\twe swapped\twent _ and\twhich has\tyou _ full\tyou with\tyour balance'
        '\tyour credit file\tyour library\tyour money has\tyour pictures\tyour saved\t✓\t'
    ),
    0.17: (
        ", 0 and\t, _ photos\t, _ return\t, _ site\t, _ was\t, and you're\t, customer\t, row\t, your site\t-"
        ' _ is\t0 , your\t0 _ back\t0 on your\t^ _ bank\t^ _ fraudulent\t^ _ lost\t^ _ suspended\t^ even\t^ '
        'further\t^ further to\t^ i credited\t^ latency\t^ the fraudulent\t^ the seller\t^ your suspended'
        '\taccount ;\taccount ; $\tafter all\tall 0 ,\tand paid\tand the money\tare still\tas _ was\tas for\t'
        'as for the\tas it was\tback _ you\tbad sensor\tbeen exchanged ,\tbeen stopped\tbelieve\tbetween _'
        ' two\tbut\tbut _ is\tcaught _ and\tcaught up\tcaught up and\tdead _ $\tdone and\texchanged ,\texcha'
        'nged _ a\texchanged for a\tfor _ and\tfor _ cancelled\tfraudulent transactions\tfriday\tfrom _ p'
        'rofile\tfull\tfurther _ your\tfurther to your\tgarage\thas caught up\thave _ an\ti credited\tis ba'
        'ck .\tit ,\tit _ noon\tit at noon\tjust fixed\tlatency\tlovely _ .\tmistake _ the\tmore _ on\told\to'
        'n every\tonce again .\torder _ placed\toutside your house\tpaid _ once\tpicture\tport\tproblem wa'
        's solved\tproper\trecorded _ your\tremoved .\tremoved . $\tresolved .\tresolved . $\treturned .\tr'
        'eturned . $\treturned _ $\trolled _ the\trolled back\trolled back the\troot\troot cause\tsend the'
        '\tso _ can\tstreetlight _ your\tstreetlight outside\tstreetlight outside your\tthe _ bill\tthe _'
        ' group\tthe _ sensor\tthe _ transactions\tthe bad\tthe bad sensor\tthe fraudulent transactions\t'
        'the garage\tthe order you\tthe streetlight outside\tthe workshop\tto _ that\ttold you\ttuesday .'
        "\ttuesday . $\ttuesday _ $\tup the\twas _ with\twas missing\twas missing from\twe _ put\twe're _ t"
        'o\twent _ on\tyou _ need\tyou collected\tyour _ with\tyour bill has\tyour evening .\tyour record\t'
        'your suspended\tyours again .\t'
    ),
    0.18: (
        '$ 0 back\t$ _ back\t, and the\t, customer happy\t0 for the\t0 gems are\t^ _ greg\t^ _ hacked\t^ _ '
        'record\t^ _ reservation\t^ _ worries\t^ i got\t^ stuck\t^ the hacked\t^ this\t^ your 0\t^ your res'
        'ervation\t^ yup\table\table to\taccounts ,\taccounts , so\taccounts _ so\tagain for\tall _ have\tan'
        'y\tare all\tas _ 0\tas of 0\tavailable to\tbeen released\tbeen taken\tbirth\tbut _ have\tbut we hav'
        'e\tcalling\tcharge\tcolleague\tcracked\tcustomer happy\tcustomer happy .\tdate _ birth\tdate of\tda'
        'te of birth\tdelivered _ .\tdevice .\tdevice . $\tdevice _ $\tdo _ ,\tentry\teverything works\texi'
        'st _ more\texist any\texist any more\tfaulty _ ,\tfixed in\tfor you $\tfrom _ site\tfrom the site'
        '\tgone through .\tgreg\thacked\thacked _ is\thad vanished\thas _ reimbursed\thas been reimbursed\t'
        "is _ !\tis fine\tit's in\tmeter _ been\tmeter has\tmeter has been\tname _ the\tnever wanted\tnever"
        ' wanted is\tnow have\tof birth\toff _ .\tonline\towed _ ,\tpast\tpayment of $\tpounds _ the\trefund'
        ' has\treinstated at\treport that the\tresolved _ all\tright name\tscreens\tstraight _ .\tthat cha'
        'rge\tthe _ door\tthe _ listing\tthe _ lost\tthe double\tthe hacked\tthe right name\tthe site .\tth'
        'rough and\tto confirm\ttook _ a\ttrouble with the\tup again .\tvanished _ the\twallet _ the\twant'
        'ed is\twas refunded\twith its\twritten\twrong _ on\tyou _ wanted\tyou have now\tyou never wanted\t'
        "you now have\tyou your money\tyou'll\tyour 0 ,\tyour list\tyour router ,\tyour washing\tyup\tyup ,"
        '\t问\t问题\t题\t'
    ),
    0.19: (
        ", good\t0 on\t: it's\t^ _ broken\t^ _ bug\t^ that's sorted\t^ the login\t^ there you\t^ your gift\t"
        'and _ are\tand _ owe\tand you owe\tare green\tback _ $\tback up .\tback where it\tbarred\tbeen por'
        'ted\tbeen reimbursed for\tbeen unblocked\tbelongs .\tbelongs . $\tbelongs _ $\tbetween the\tbroug'
        'ht _ a\tbrought to a\tby _ ;\tcharge _ you\tclosing _ ticket\tcomplete and\tcorrect now\tcorrect '
        'now .\tcorrected _ ,\tdeducted\tdeleted _ you\tdeleted as\tdeleted as you\tdiscount is\tdouble _ '
        'for\tdouble charge for\tenjoy your\terror 0\terror _ now\tfee back\tfor the taxi\tgive you\thands '
        '.\thands . $\thands _ $\thas _ ported\thas _ reinstated\thas _ unblocked\thas been ported\thas be'
        'en reinstated\thas been unblocked\thave remedied\thave remedied the\tin _ account\tin full $\tin'
        ' her\tin your account\tis barred\tis complete and\tis deleted\tissue has\tit belongs .\tit that\ti'
        "t today\tkept\tleak _ your\tlight\tlike _ working\tlike it's\tlike it's working\tlooks _ it's\tloo"
        "ks like it's\tmailing\tmore _ i\tmore trouble\tmore trouble with\tno charge\tnow _ you\tnow it's\t"
        'on _ evening\towe _ .\towe nothing\towe nothing .\tproblem _ solved\tpurchases\trefunded\trefunde'
        'd _ $\treimbursed _ the\treimbursed for\treimbursed for the\truns _ $\tshipment\tsixty\tspeed\tsta'
        "nds in\tstreet _ ,\tswitched\ttest _ of\ttest payment\ttest payment of\tthat's _ for\tthat's sort"
        "ed\tthat's sorted for\tthe _ euros\tthe _ gave\tthe _ out\tthe doorbell\tthe error you\tthe sofa\t"
        'the taxi\tthe trick\tthere _ go\tthere you\tthere you go\tthis _ $\tticket as\ttrick\ttrouble _ $\t'
        "visible in\tvoid ,\twas returned\twe paid your\twe're _ !\twere on\twere right\twhile _ were\tworr"
        "y\tyou can see\tyou go ,\tyou just\tyou lost\tyou owe nothing\tyou were\tyou were right\tyou've _ "
        "reimbursed\tyou've been reimbursed\tyour _ -\tyour delivery\tyour delivery address\tyour deposi"
        't\tyour hands .\tyour old\t'
    ),
    0.2: (
        ', 0\t, as your\t, exactly\t, exactly as\t, the broken\t0 ,\t0 _ as\t0 credited to\t^ _ match\t^ _ s'
        'ystems\t^ all systems\t^ closing this\t^ do you\t^ glad\t^ glad we\t^ sorry it\t^ we replaced\t^ y'
        'ay\t^ yay ,\t^ you will\tall regions\tall systems\talthough\tand _ right\tand the right\tappears\ta'
        'rrived .\tarrived . $\tas _ again\tbeen charged\tbuyer _ .\tcase closed ,\tcharge for the\tcompen'
        "sation has\tcompensation has been\tconfirmation\tdevice again\tdon't _ any\tdrive\tengineer repa"
        'ired\tengineer repaired the\tevents\texactly\texactly as\tfee _ all\tglad _ could\tglad we\tglad w'
        'e could\tgone $\thas _ repaired\thas _ your\thas been repaired\thas gone\tin _ place\tis _ her\tis'
        ' closed as\tis out\tit to you\tjust as\tlonger _ your\tmade _ right\tmaria\tmatches _ passport\tma'
        "tches your\tmatches your passport\tminute\tneighbour's\tnoise _ your\tnothing stands\tpayment is"
        'sue\tplan is\tplay\tpleased _ say\tpleased to say\treturn _ money\tsent a\tsorry _ took\tsorry it\t'
        "sorry it took\tstuck _ has\tsurcharge\tthat double charge\tthat's _ .\tthe _ lock\tthe _ repaire"
        'd\tthe compensation has\tthe engineer repaired\tthis ticket is\tthrough _ the\ttickets _ $\twhet'
        "her the\tyay\tyay ,\tyou and the\tyou at 0\tyou had\tyou still\tyou this\tyou were missing\tyou're "
        '_ .\tyour _ contract\tyour _ resolves\tyour card has\tyour own\t'
    ),
    0.21: (
        ", and no\t, as the\t, is on\t:\t: _ bug\t: the bug\t^ _ gave\t^ _ stuck\t^ _ we\t^ i'm\t^ quick\t^ qu"
        'ick update\t^ unless you\t^ we gave\tand is in\tand no\tand you signed\tapplied _ your\tapplied t'
        'o your\tare glad to\tarrived _ .\tbe able\tbe able to\tbeen applied to\tbeen refunded in\tbeen re'
        'turned\tbefore we\tbirth _ your\tbirth in\tbirth in your\tbuilding\tby _ and\tby _ has\tby mistake'
        ' has\tcalendar _ the\tcard _ again\tchanged and\tcharged in\tcompleted _ $\tconnection .\tconnect'
        'ion . $\tconnection _ $\tdifference of\teverything _ as\tfor _ with\tgot to\thad it\there _ the\th'
        'ome\tin _ right\tin the right\tinventory ,\tleak\tlevel 0\tlift\tlogged\tlogin is\tof birth in\ton _'
        ' basket\tpage .\tpage . $\tpayment is\tpayslip\tpayslip _ right\tpayslip is\tpayslip is right\tpro'
        'blem _ been\tproblem has been\tproblem solved $\tproperly now\tproperly now .\tquick _ :\tquick '
        'update\tquick update :\treplaced ,\tresolved _ $\tshould be .\tsum _ £\tsum of £\ttelling us\tthe '
        '_ entry\tthe _ ticket\tthe _ vase\tthe checkout\tthe extra\tthe sum of\tthe wrong date\tthis _ no'
        'w\tthis is now\tthrew\tthrough on your\ttook it\ttransformer\tuntil _ end\tuntil the end\tupdate :'
        ' the\tur _ $\tvase\twe _ still\twe _ together\twe are still\twe changed\twe changed the\twe got\twr'
        'ong _ of\twrong date\twrong date of\tyou _ mistake\tyou _ tuesday\tyou by mistake\tyou on tuesda'
        "y\tyou out ;\tyou're the\tyour _ a\tyour inventory ,\tyour payslip\tyour payslip is\tyour voucher"
        ' has\t'
    ),
    0.22: (
        '$ 0 returned\t$ _ returned\t, all 0\t, have a\t, wiped\t- _ room\t^ _ charge\t^ _ dr\t^ _ need\t^ _'
        ' set\t^ right ,\t^ root\t^ root cause\t^ so the\t^ your prepaid\ta _ ,\taddress _ is\tas _ $\tas it'
        "\tastray\tback and\tbeen credited\tbeen repaid\tbeen repaid .\tcan't _ the\tcashback _ $\tcashback"
        ' of\tcashback of $\tconnection is\tconsider _ done\tconsider it done\tcredited .\tcredited . $\tc'
        'redited _ $\tcredited _ 0\tdeleted\tdelivered and\tdouble\tdr\teasy ,\tfast\tfor flagging\tfound _ '
        'solution\tgot _ fixed\tgot _ two\thappy _ tell\thappy to tell\thas _ repaid\thas been repaid\thas'
        ' had\thas landed\thave taken\tin _ with\tin your app\tit _ and\tit _ still\tit done\tkey works\tlis'
        'ting is visible\tlogin ,\tlonger _ to\torder again .\tpass\tplease be\tproblem is solved\trefund '
        'completed\trefunded your\tside now\tsim is\tsir\tso _ all\tstale _ on\tstale token on\tstands _ .\t'
        'store _ and\tstreet now\tsubscription _ been\tsubscription has\tsubscription has been\tsystem .'
        '\tsystem . $\tsystem _ $\tthanks _ flagging\tthanks for flagging\tthe _ threw\tthe hold\tthe turn'
        'stile\tto normal .\ttoken on\tturnstile\ttwenty\twas rectified\twas renewed\twe found\twe refunded'
        ' your\twere _ this\twithout _ error\tworks _ it\tworks as\tworks as it\twrong _ away\tyes , the\ty'
        'es _ the\tyour _ ;\tyour _ today\tyour app .\tyour login ,\tyour prepaid\tyour sim is\tzone\t'
    ),
    0.23: (
        ', try\t^ _ doorbell\t^ _ ghost\t^ _ matchmaking\t^ _ re\t^ _ though\t^ even though\t^ the ghost\ta'
        'broad\taccount _ more\taccount any more\tas _ asked\tas _ this\tas of this\tas you asked\tbearing'
        '\tbeen restored\tbeen revoked\tbeen set\tcamera _ at\tcamera records\tcamera records at\tcancelle'
        'd\tdifference _ .\tdoorbell _ records\tdoorbell camera\tdoorbell camera records\televen\teven _ '
        'the\teven though the\tfix is\tfixed last\tghost\tgone _ the\thas _ revoked\thas _ set\thas been\tha'
        's been revoked\thas been set\tin your invoice\tincident is\titem _ your\tlifted .\tlifted . $\tli'
        'fted _ $\tmatchmaking\tmill\tmissing _ ,\tname\tnight\tof this morning\ton _ road\tpleased _ infor'
        'm\tpleased to inform\trecords _ night\trecords at\trecords at night\tremoved _ $\tright amount .'
        '\tright and\tright and the\trunning .\trunning . $\trunning _ $\tseller sent\tstable _ .\tthe 0 ,\t'
        'the _ or\tthe _ purchase\tthe _ sent\tthe arrears\tthe faulty\tthe ghost\tthe incident is\tthe lo'
        'ck on\tthe new\tthe seller sent\tus about\twas _ mistake\twas booked\twe _ ,\twe _ back\tworkshop '
        '_ the\twould you\tyour _ rights\tyour profile has\t'
    ),
    0.24: (
        ', _ missing\t, and with\t, it is\t, thanks for\t, the missing\t-\t/\t^ _ boiler\t^ _ cloud\t^ _ del'
        'ivered\t^ _ exam\t^ _ login\t^ that broken\t^ the app\t^ wrong\t^ your cloud\t^ your forty\t^ your'
        ' listing\tagain and\talready .\talready . $\talready _ $\tapproved\tare home\tare operational\tare'
        ' operational .\tare pleased\tare pleased to\tback on your\tbill .\tbill . $\tbroadband _ back\tbr'
        'oadband is\tbroadband is back\tbug\tby itself\tcancelled _ ,\tcase is\tcomplained about\tcomplain'
        't is\tdata _ been\tdomain\terror and\texam _ has\tfee ,\tgive _ a\tgone ahead\tgone ahead and\tis s'
        'olved for\tis void .\tissue fixed ,\tlive _ ,\tlive again ,\tlost _ and\tmade whole\tmandate\tmorn'
        'ing ,\ton at your\toperational .\toperational . $\toperational _ $\toutage affecting\toutage aff'
        'ecting your\tplace ,\treached _ on\trenewed\treplacement phone\trestored to\tset right\tso _ clos'
        "ing\tso i'm closing\tsolved _ good\tsolved for good\tswapped _ and\tsystems\tthat broken\tthe loc"
        'ked\tthe outage affecting\tthe register\tthe replacement phone\tthere with\tto _ hotel\tto your '
        'hotel\ttwice _ been\ttwice has\ttwice has been\tvisible\tvoid .\tvoid . $\tvoid _ $\twas swapped\tw'
        "e _ pleased\twe are pleased\twe've refunded\tyesterday and\tyou a\tyou complained about\tyour _ "
        'has\tyour broadband is\tyour cloud\tyour complaint is\tyour forty\tyour login works\t'
    ),
    0.25: (
        ", 0 ,\t, _ we\t, so no\t, you're in\t0 -\t0 may has\t: 0 and\t: _ and\t^ _ deleted\t^ _ right\t^ _ s"
        "um\t^ hey ,\t^ i lifted\t^ the sum\t^ y'all are\taccounted\taccounted for\tallowance _ been\tallow"
        'ance has\tallowance has been\tand delivered\tand delivered it\tbe happy\tbe happy to\tbeen _ wit'
        'hout\tbeen corrected in\tbeen topped\tbefore _ ,\tbuild 0\tclaim is\tcomplaint _ settled\tconfirm'
        ' _ the\tcorrect _ .\tdata _ has\tdata allowance\tdata allowance has\tdelivered it\tfirst _ this\t'
        'fix is in\tfixed ,\tfor you .\tfrom our\tfully resolved\tgiven away\tglad _ report\tglad to repor'
        't\tgood\thappy _ hear\thappy to hear\thas _ returned\thas _ topped\thas been returned\thas been t'
        'opped\they , your\they _ your\thistory _ your\ti lifted\ti lifted the\tinconvenience\tinvestigati'
        'on ,\tis _ fully\tis fixed\tis now fully\tit _ try\tmarked as\tmay has\tmay has been\tminutes ago\t'
        'now fully\tnow reads\tof which\toff _ your\told price .\tone _ your\toriginally\tour investigatio'
        'n\tour investigation ,\tour records .\tover .\tover . $\tpaid\tpaid for is\tpension\tput right\tput'
        ' the\trecords .\trecords . $\trecords _ $\trepair _ $\trequest is\trunning at\tsecond parcel\tshow'
        "ing .\tshowing . $\tshowing _ $\tso no\tstreak back\tsubtitles _ your\tthat vanished\tthat's it\tt"
        "hat's it ,\tthe inconvenience\tthe warehouse\tthey've _ the\tthing\ttime .\ttime . $\tto $\tto $ 0"
        "\tus _ it\tway of\twere delivered\twill not\twith _ account\twith your account\ty'all are\tyou _ s"
        "treak\tyou originally\tyou'll _ happy\tyou'll be happy\tyou're in .\tyour _ allowance\tyour data"
        ' allowance\tyour game\tyour pension\t'
    ),
    0.26: (
        ", _ gone\t, _ last\t, crash\t, crash gone\t, i've just\t, it\t0 we\t: _ got\t: _ repaired\t: we rep"
        'aired\t: you got\t^ _ reversed\t^ _ unblocked\t^ card unblocked\t^ gone\t^ patched build\t^ remem'
        "ber\t^ you're back\ta _ one\ta credit\taccount is unlocked\tand _ !\tback\tbalance _ been\tbalance"
        ' has\tbalance has been\tbeen rectified .\tbut we\tcard unblocked\tcard unblocked .\tchapter\tcras'
        "h gone\tcrashing\tcredited to\tdecided _ you\tdecided for\tdecided for you\tdidn't _ to\textra\tfi"
        'nished and\tfinished and the\tfixed in 0\tfrom _ account\tfrom your account\tgone _ $\tgood agai'
        'n\thas _ its\thas _ with\thave _ removed\thave been removed\thistory .\thistory . $\tis out of\tis'
        ' reinstated\tis unlocked .\tjust seen\tmade _ you\tno _ needed\tnow : we\tpaid you back\tpatched '
        'build\tprofile , and\trectified .\trectified . $\trectified _ $\trefund _ gone\tremoved from the'
        '\trepaired your\treport _ your\treport that your\tright side\tright side of\trouter at\tsay _ .\ts'
        'hould be\tsince _ 0\tthat _ complaint\tthat your complaint\tthe _ made\tthe _ outside\tthe ad\tth'
        'e right side\tthe undelivered\tthis is settled\tto _ a\tto _ letter\tundelivered\tused _ .\twas f'
        'ixed\twe repaired your\twith _ credit\twith the credit\tworking _ your\tworking on your\tyour _ '
        'myself\tyour site\t'
    ),
    0.27: (
        ', along\t, along with\t, and now\t, as\t, check\t, check your\t0 lessons\t^ _ as\t^ _ calendar\t^ _'
        ' credited\t^ _ damaged\t^ _ flowers\t^ _ off\t^ the damaged\t^ would\tahead and\talong with\tapi\tb'
        'ack _ they\tback to you\tback where they\tbeen _ .\tbeen fixed\tbeen removed from\tcancelled .\tc'
        'ancelled . $\tcancelled _ $\tcause :\tcheck _ card\tcheck your card\tclaims\tfix _ in\tfixed _ ,\t'
        'for _ days\tgo , the\thad not\thas _ exchanged\thas been exchanged\thas stopped\tironed _ the\tir'
        'oned out the\tis restored .\tis running again\tit sorted\tlast _ on\tlike\tlobby\tlobby .\tlobby .'
        ' $\tlobby _ $\tmiles\tmissing _ back\tmoney and\tmoved _ the\tmoved to the\tnumber off the\ton _ m'
        "other's\ton _ right\ton the right\ton your mother's\torder _ your\tplan was\tproblem was\trefund "
        'went\trefund went through\trefunded .\trefunded . $\tresolve\tstorm\tsum of\ttaken _ number\ttaken'
        ' your number\ttariff you\tthe $\tthe $ 0\tthe _ one\tthe display\tthe tariff you\tto 0 ,\ttold you'
        " that\twashing machine\twe can confirm\twhere\twhere they\tyes , it's\tyes _ it's\tyou had not\tyo"
        "u're back in\tyour $\tyour $ 0\tyour number off\t"
    ),
    0.28: (
        ', _ returned\t, right\t0 euros to\t^ _ restart\t^ sweet\t^ the bug\t^ your premium\tagain , thank'
        "s\tagain _ of\tagain _ thanks\tagain as\tagain as of\tagain since\tand _ three\tand you'll see\tap"
        "p , you'll\tapp _ you'll\tare glad\tbeen _ good\tbeen cancelled\tbeen made good\tcare of\tcoming "
        'in\tconfirms that\tdebit is\tdirect _ is\tdirect debit is\tdoor _ noon\terror _ and\teuros to\tfam'
        'ily\tfixed and you\tfound _ fixed\tfound and fixed\tfraudulent _ is\tgood .\tgood . $\tgot _ of\tg'
        'ot rid\tgot rid of\thas sent\thas since been\thave _ made\thear _ us\thear from us\tis back in\tis'
        ' left on\tit _ it\tit and it\tlandline\tlovely ,\tmade _ by\tmade good .\tmore\tof _ fraudulent\tof'
        ' last week\tof the fraudulent\ton friday ,\tpaid for .\tpaid you\tpremium plan\tright _ you\trigh'
        't for\tright for you\tsigned for\tsince been\tstanding order\tsweet\ttenant\tthe _ checkout\tthe _'
        ' yours\tthe failed\tthe missed\ttime _ on\ttime zone on\twaiting _ your\twatched it\twe fixed the'
        '\twrong _ your\twrong with\twrong with your\tyou , so\tyou .\tyou . $\tyour _ out\tyour landline\ty'
        'our premium\tyour premium plan\tyour standing\tyour standing order\tyour wallet .\tzone on\t'
    ),
    0.29: (
        ', _ have\t, heating on\t0 : 0\t: wrongly\t^ _ told\t^ _ undone\t^ no further\t^ not any\t^ nothing'
        ' more\t^ your transfer\t^y\t^yo\t^you\ta stale\tagain _ every\tagain on\tall _ -\tapp _ $\tat _ till'
        '\tat the till\tbeen credited to\tbill _ been\tbill has\tbill has been\tcalls\tcan hear\tcharged _ '
        'has\teliminated _ $\tgreen again .\tha\thas _ applied\thas _ removed\thas been applied\thas been '
        'removed\thave paid\tis stable\tlisting is\tloop is\tmore _ pay\tmore to\tmore to pay\tnot _ more\tn'
        'ot any\tnot any more\tnothing more to\tnow carries\toff _ $\tone _ was\tonline .\tonline . $\tonli'
        'ne _ $\tour records\trefund _ arrived\trefund has arrived\trefunded _ you\trefunded to you\tremo'
        'ved _ your\trequest _ $\tri\tright _ in\truns fine\tsame seats\tsame seats .\tseats .\tseats . $\ts'
        'eats _ $\tshould _ .\tsolved ;\tsolved ; $\tsound is\tstolen\tthat kept\tthe _ charge\tthe sound i'
        's\tthe till\tthe warning\tyour heating\tyour listing is\tyour photos has\tyour transfer\t'
    ),
    0.3: (
        '$ 0 credited\t$ 0 is\t$ _ credited\t$ _ is\t, _ $\t, _ further\t, is\t, points\t- star\t0 november\t'
        '^ _ entry\t^ _ phone\t^ the full\t^ you no\taction _ on\taction needed\taction needed on\tand _ h'
        "ad\tand released\tand you've had\tat _ statement\tat your statement\tback your\tbill\tbill now\tca"
        'll _ your\tcomplaint about\tcomplaint about the\tdo _ still\tdo you still\temail address is\teng'
        "ineer's\tepisode\tfixed _ :\tfolder .\tfolder . $\tfolder _ $\tfor _ taxi\tfrom _ 0\tgot it\th .\th "
        '. $\th _ $\thave _ look\thave _ more\thave a look\tis _ complete\tis _ thing\tis a thing\tis now c'
        'omplete\tleak under\tlibrary\tmerged _ released\tmerged and released\tmoved you\tneeded _ your\tn'
        'eeded on\tneeded on your\tnewsletters .\tnewsletters . $\tnewsletters _ $\tnovember\tnow complet'
        'e\tnow complete .\tof _ photo\tof your photo\torder _ complete\torder is complete\tported\trecove'
        'red _ are\trecovered and are\trepaired _ afternoon\tright one\tshould now\tsink\tsink _ repaired'
        '\tsink was\tsink was repaired\tstar\tstopped _ $\ttaken in\tthat double\tthe double booking\tthe l'
        'eak under\tthe past\tthe right one\tthirty\ttickets _ been\ttickets have\ttickets have been\tto w'
        "orry\tunder _ sink\tup _ ,\tupdate _ we\twere _ to\twere wrong ,\twhere it\tyou'll _ your\tyour _ "
        'should\tyour complaint about\tyour line this\tyour part .\t'
    ),
    0.31: (
        ', _ consider\t, _ way\t, the way\t, we consider\t^ _ deposit\t^ _ free\t^ _ took\t^ merged\t^ righ'
        't\t^ sorted .\t^ we paid\ta _ !\taccount _ has\taccount any\tall fixed\tand calls\tare back on\tare'
        ' there\tas resolved\tat _ premises\tat your premises\tbackup and\tbeen _ -\tbeen re\tbeen re -\tbr'
        'ought\tcase _ solved\tcharge _ .\tcharger\tcheers\tclaim for the\tcompensation _ been\tconcluded\t'
        'consider the\tcracked _ .\tcracked it\tcracked it .\tevery _ again\tfully operational\tgone _ to'
        '\tgone back\tgone back to\thas _ fixed\thas _ put\thas _ re\thas been put\thas been re\thas it\thas'
        ' it .\thave any\thave returned\thave returned the\tin _ the\tis history .\tis over\tit _ three\tit'
        ' took three\tlast night\tline _ live\tline is live\tmessage of\tname _ been\tname has\tname has b'
        'een\tnew _ reached\told _ address\torder _ as\tour side .\tprofile\tproperly .\tproperly . $\tprop'
        'erly _ $\tpushed\trectified _ our\treversed _ overdraft\treversed the overdraft\tsee that error'
        '\tsession\tside _ $\tthat _ for\tthat _ matter\tthat error\tthat the matter\tthe _ depot\tthe bug\t'
        'the site\tthis morning .\ttook three\tuse _ card\twallet .\twallet . $\twas _ ;\twe consider the\t'
        "we replaced the\twent _ .\twithdrawal _ the\twon't see\twon't see that\tworks at\tyou _ find\tyou"
        " _ person\tyou _ whole\tyou in person\tyou should\tyou should be\tyou the whole\tyou won't see\ty"
        'our account and\tyour account any\tyour name has\tyour premises\tyour subscription is\t'
    ),
    0.32: (
        ', _ ended\t, no more\t0 _ credited\t0 _ you\t0 is back\t: $\t: $ 0\t^ _ internet\t^ the bank\t^ ur\t'
        "^ your internet\taccess\tand _ closed\tare ,\tas settled .\tat customer's\tback _ full\tback from"
        '\tbeen reinstated\tdown to\tengineers\teverything in it\tfault _ cleared\tfault is cleared\tfor h'
        'anging\tfor hanging in\thanging\thanging _ there\thanging in\thanging in there\tin _ usual\tin as'
        ' usual\tincluded .\tincluded . $\tincluded _ $\tinternet _ back\tinternet is back\tis with you\tn'
        'ight again\told email\told tariff\ton your card\trent\treplacement _ has\trow _ ,\tselling\tshould'
        ' .\tshould . $\tsignal _ back\tsignal is back\tso _ closes\tso that closes\tthat closes the\tthe '
        '0\tthin\tto _ bars\tto _ new\twanted it\twas solved\twe _ the\twrong _ address\tyou _ getting\tyou '
        '_ post\tyou wanted it\tyour _ and\tyour _ email\tyour old email\tyours _ .\t'
    ),
    0.33: (
        ") $\t, _ you'll\t: _ billing\t: double billing\t: your\t^ _ glitch\t^ _ profile\t^ both of\t^ norm"
        'al\t^ normal service\t^ the charger\t^ you should\t^ your profile\tas they should\tbe working\tbe'
        'cause we\tboth of\tbutton _ what\tbutton does\tbutton does what\tcollected _ you\tcompleted .\tco'
        'mpleted . $\tconsole\tcounter on\tdouble billing\tentry _ the\tentry in\tentry in the\texport _ d'
        'oes\texport button does\tfurther action\thave refunded\thold _ off\thold is\thold is off\tis clea'
        "red ,\tit'll\tlanded in\tlanded in your\tmeter _ ;\tmeter reading ;\tnever _ is\tno _ action\tno f"
        'urther action\tnormal _ has\tnormal service\tnormal service has\tnow , and\tnow .\tnow . $\tnow _'
        ' and\ton _ tablet\ton your tablet\tout _ the\tout and your\tout of\tover :\tpaid back to\tpass _ $'
        '\treading ;\treading ; $\trecords\tregister _ been\tregister has\tregister has been\treturned _ f'
        'ull\tsaturday ,\tshould _ working\tshould be working\tshowing\ttaken off your\tthat went\tthe _ r'
        "egister\tthe charger\tthe stranger's\tthe trouble you\tthe unfair\tthey should\tthis matter\tto _"
        " neighbour\tto your neighbour\ttopped up\twe've stopped\twere put\twith _ since\twith you since\t"
        "you since\tyou'll _ that\tyou've got your\tyour _ yesterday\tyour subscription\tyour supply\tyou"
        'r tablet\t'
    ),
    0.34: (
        ', together\t, together with\t: payout\t^ looks\t^ looks like\ta _ but\ta while but\tand _ mail\tan'
        'd sent you\tand your mail\tapplied\tapplied to\tbank transfer\tbeen made\tbeen reversed\tbeen str'
        'uck from\tbelongs\tby _ transfer\tby bank\tby bank transfer\tcarries your\tchanged to\tchanged to'
        ' 0\tconversation\tcorrect _ again\tfee _ waived\tfee was waived\tgot you\thas _ reversed\thas bee'
        'n reversed\thave _ $\thear from\thome _ .\tis resolved $\tissue\tissue _ resolved\tit _ myself\tit'
        ' belongs\tleak _ the\tlibrary .\tlibrary . $\tlibrary _ $\tlooks like\tmended it\tmorning with\tou'
        "r second\tplayer's\tprofile _ been\tprofile has\tprofile has been\tprofile was\tregister\troot _ "
        'was\troot cause was\tsigned\tsince monday\tsince monday .\tstopped the\tstruck from\tthe fault\tth'
        'e fee was\tthe hold on\tthere again .\tthis morning with\tthrough _ your\tto _ old\tto it\ttogeth'
        'er with\ttook _ while\ttook a while\twas credited\twhere _ belongs\twhere it belongs\twhile but\t'
        "with full\tyou _ 0\tyou're _ set\tyou're all set\tyour _ on\tyour basket\tyour library .\tyour ti"
        'ckets\tyour visa\t'
    ),
    0.35: (
        ', including the\t^ _ hereby\t^ _ outage\t^ all done\t^ consider it\t^ i put\t^ i write\t^ the out'
        'age\t^ we hereby\t^ would you\ta lovely\taccepts _ password\taccepts your password\taccordance\ta'
        'ccordance with\tbank confirms\tbeen compensated\tbeen reissued\tbug _ $\tdoorbell\tdue _ you\tdue'
        ' to you\tfault on your\tfull _ of\tfunds\tgone ,\thas _ compensated\thas _ reissued\thas been com'
        'pensated\thas been reissued\thave _ lovely\thave a lovely\thave sorted out\thereby\ti put\ti writ'
        'e\ti write to\tin accordance\tin accordance with\tin and\tincluding the\tissued _ the\tissued and'
        '\tit is fixed\tjune _ been\tnormally again $\tof _ order\tof your order\torder has been\tpassword'
        ' again\tpicked ,\tpoints _ been\tpoints have\tpoints have been\tportal _ your\tportal accepts\tpo'
        'rtal accepts your\tprofile _ and\trd\tremitted\tright amount\tsee _ .\tspoiled\tswapped\tthe fault'
        " on\tthe right amount\tthe whole\tthe £\tthe £ 0\ttracked\twe hereby\twe tracked\twe've fixed the\t"
        'works now .\tyes , it\tyes _ it\tyesterday .\tyesterday . $\tyesterday _ $\tyou _ ,\tyou requeste'
        'd\tyour _ went\tyour cancelled\tyour password again\t'
    ),
    0.36: (
        '- sent and\t0 returned\t: it is\t^ _ a\t^ _ consider\t^ _ i\t^ _ request\t^ phew\t^ phew ,\t^ that '
        "should\t^ the booking\t^ we can't\t^ we consider\t^ we've\tand , according\tand _ according\tand "
        'arrived\tand handed\tand has been\tand in your\tas _ demanded\tas you demanded\tback from the\tde'
        'liveries\temail is\tfault and\tflag\tfriday , and\tfriday _ and\tgot\thas _ credited\thas _ solved'
        '\thas been credited\thas been solved\tin _ letterbox\tin your letterbox\tinvoice _ shows\tinvoic'
        'e now shows\tis switched\tis visible\tits old\tlock _ your\tlock on\tlock on your\tmanaged _ get\t'
        'managed to get\tmatter of\tmatter of the\tmembership is\tmonth and\tnew _ we\tnothing _ it\tnothi'
        'ng of\tnothing of it\ton _ card\torder _ is\tout ;\tout ; $\tparental\tparental lock\tphew\tphew ,\t'
        'problem is\ts\tshould do\tshows _ your\tspeaker\tstruck _ your\tthat _ do\tthat should\tthat shoul'
        'd do\tthat your order\tthe _ error\tthe _ meter\tthe _ went\tthe fault and\tthe invoice now\tthe '
        'match\tthe matter of\tthe verification\tthere now\tthree _ ,\tus :\twallet _ $\twas signed\twas si'
        "gned for\twe've _ paid\twebhook\twith it\tyou demanded\tyou no\tyou no longer\tyour email is\t"
    ),
    0.37: (
        '0 snapshot\t: 0 snapshot\t: _ snapshot\t^ _ made\t^ _ regard\t^ _ replaced\t^ _ service\t^ follow'
        "ing your\t^ that did\t^ we regard\taccident is\tamount\tand it's live\tand running .\tand your fi"
        'le\tarrears\tas _ the\tbad _ and\tbe _ that\tbeen charged .\tbelonged\tbelonged to\tby accident is'
        '\tcan _ again\tcan see it\tcloses\tcourier said\tdebited\tdid _ trick\tdid the trick\tfollowing yo'
        "ur\tfrom _ file\tfrom the 0\tfrom your file\thave _ put\thave ironed\thave ironed out\thello\ti'm "
        '_ that\tin error\tis already\tis void\tit and you\tline has\tlonger _ the\tlost , yet\tlost _ yet\t'
        'meter _ your\tmoney .\tmoney . $\tmoney _ been\tmoney has been\tmoved _ off\tmoved you off\tnorma'
        'lly\tnotice _ the\tof _ account\tout _ wrinkle\tplaced _ accident\tplaced by accident\tr\treserva'
        'tion\trisen\trisen _ the\trisen from\trisen from the\troom is\tservices\tsince _ moved\tthat did\tt'
        "hat did the\tthat dodgy\tthat's fixed\tthe courier said\tthis _ with\ttoday's _ ,\twas _ back\twa"
        's lost ,\twas recovered\twe _ ironed\twe have ironed\twe were\twrinkle\twrongly _ from\tyet _ fou'
        'nd\tyet we found\tyou can pay\tyou off\tyou off the\tyou out\tyou placed by\tyour _ again\tyour _ '
        'can\tyour booking is\t'
    ),
    0.38: (
        ', _ fault\t, _ signed\t, just as\t0 a\t^ _ broadband\t^ _ crash\t^ _ extra\t^ _ irregularity\t^ _ '
        "wheelchair\t^ hey\t^ it's\t^ okay\t^ the extra\t^ the irregularity\t^ we squared\t^ your broadban"
        'd\t^ your wheelchair\ta _ ago\ta minute ago\taffecting your\tand _ file\tand will not\tarrived _ '
        '$\tas you\tat no\tbe pleased\tbe pleased to\tbefore _ .\tcorrected .\tcorrected . $\td$\ted$\tevery '
        'one\tevery one of\teverything away\texchanged for\tfor you !\tirregularity\tis _ left\tis as\tis n'
        'othing left\tminute ago\tminute ago .\tmissing _ your\tmissing from\tmissing from your\tmore _ w'
        'ith\toff .\toff . $\tor _ you\tpayment of\tpin is\tplease _ it\treconnected\trefund done\tsaturday\t'
        'squared _ away\tsquared everything\tsquared everything away\tstopped .\tstopped . $\tthe _ affe'
        'cting\tthe irregularity\ttransferred _ you\ttransferred to you\tunder _ same\tunder the same\tus'
        ' ;\tus ; $\tvanished\twallet _ been\twallet has\twallet has been\twe _ everything\twe squared\twe '
        'squared everything\twhich _ not\twill _ pleased\twill be pleased\tyou !\tyou ! $\tyou requested '
        ".\tyou're _ in\tyou've been\tyour _ wallet\tyour card\t£ 0 ,\t£ _ ,\t"
    ),
    0.39: (
        ', but this\t^ _ anything\t^ done and\t^ if anything\ta _ has\tamount is\tanything _ comes\tanythi'
        'ng else comes\tas usual .\tback _ whole\tback the whole\tbeen recovered .\tbusiness\tbut _ probl'
        'em\tbut this\tbut this problem\tcomes _ ,\tcomes up\tcomes up ,\tdomain was\tearned\telse _ up\tels'
        'e comes\telse comes up\tfine now .\tfixed and\tfor _ us\tgave _ back\tgave you back\thas _ and\tif'
        ' _ else\tif anything else\tis _ too\tissue fixed\tletterbox _ $\tmended\tnothing further\trate _ '
        ',\tresolved\treturned the\tshows _ 0\tso this is\tthe _ booking\tthis problem\ttry _ $\tup , write'
        '\tup _ write\tusual .\tusual . $\tusual _ $\twe _ :\twhole _ and\twith the right\twith this\tyou ea'
        'rned\tyou have\tyour vat\tyour vat number\t了\t了$\t'
    ),
    0.4: (
        "/ s\t0 _ /\t0 mbit /\t^ _ calling\t^ _ tickets\t^ done .\t^ enjoy\t^ i'm calling\t^ they're\t^ you'"
        're good\tand _ glad\tas\tback on that\tbeen eliminated\tbilled in\tboiler _ been\tboiler has\tboil'
        'er has been\tboiler is\tcalling _ let\tcalling to\tcalling to let\tcan _ and\tday !\tday ! $\tdeal'
        't _ .\tdealt with .\tdelivered 0\tdelivered 0 :\tdelivered _ :\tdouble booking\tdouble charge\tfo'
        'und _ way\tfound its way\tfreezing\tfreezing .\tfreezing . $\tfreezing _ $\tfrom _ order\tfrom yo'
        "ur order\tfull _ has\tfull _ in\tglad _ say\tglad to say\ti _ 0\ti'm calling\ti'm calling to\tit _"
        ' :\tit fixed\tits _ home\tits way home\tjust now ,\tlive _ .\tmbit /\tmbit / s\tmbit _ s\tnow $\tnow'
        ' has\tnow has the\tnow in your\tof the 0\told username\tone on\tresolves\trestored _ all\tshould _'
        " $\tsolved and\tsorted your\tstatus : resolved\tstatus _ resolved\tsubscription is\tthat's every"
        'thing\tthe _ open\tthe boiler is\tthe end\tthe freezing\tthe freezing .\tthrough .\tthrough . $\tu'
        's $\tusername\twas released\tway home\twere billed in\twith _ new\twith us $\tyour _ username\tyou'
        'r deposit was\tyour kitchen\tyour number has\tyour old username\t'
    ),
    0.41: (
        ", _ been\t, we fixed\t^ _ database\t^ _ erroneous\t^ _ we're\t^ and\t^ and we're\t^ it's in\t^ pat"
        'ched\t^ the erroneous\t^ your database\ta _ token\tand it works\tany _ .\tbeen lifted\tbeen uphel'
        'd\tbeen upheld and\tboth _ on\tcompensation _ to\tdelivered _ you\tdelivered to you\tdemanded _ '
        '$\terroneous\terroneous entry\tfor in\tfound your\tgood _ :\tgood news :\thas _ upheld\thas been u'
        'pheld\tin order again\tis healthy .\tis in order\tmore .\tmore . $\tmystery\tnumber off\tof last\to'
        "ur books\trefund _ your\trepaired _ line\ttaken your\tthat's all\tthe erroneous\tthe erroneous e"
        'ntry\tthe picture\tthis morning\tto you on\tup again $\tusd\twe repaired\twith _ the\tyour _ once\t'
    ),
    0.42: (
        "$ 0 ,\t$ _ ,\t, _ access\t, _ up\t, including\t, your access\t[\t[ _ ]\t]\t^ _ son's\t^ _ €\t^ everyt"
        "hing you\t^ fixed it\t^ your son's\tat your door\tbank _ it\tbeen corrected to\tby mistake\tcorre"
        "cted to\texist .\texist . $\texist _ $\tflat is\tgaming\tgranted\ti reset\tincluding\tisn't _ any\ti"
        't :\tknow that the\tlifted and\tlost _ the\tlost in\tnow !\tnow ! $\tnow _ the\ton _ device\ton you'
        'r account\tporch _ $\trequest _ been\trequest has\trequest has been\treturned _ money\trunning a'
        'gain .\tsecond _ has\tsensor\tsetting ,\tsetting , which\tsetting _ which\tso _ $\tthe _ collecte'
        'd\tto pay\ttogether\twrong setting ,\tyou can use\tyour account .\tyour account is\t'
    ),
    0.43: (
        ', _ included\t, signed\t, signed off\t0 euros\t^ your frozen\taccordance _ your\taccordance with'
        " your\taccount's\tafter today's\tand _ it\tand now it\tarrive _ time\tarrive on time\tbeen _ down"
        '\tbeen corrected .\tbeen patched\tbeen patched .\tbeen put right\tbeen rewired\tbeen rewired .\tb'
        "een taken down\tbill's\tbilled\tblocked _ our\tdead\tdishwasher\tdishwasher _ ,\tfull $\thas _ pat"
        "ched\thas _ rewired\thas been patched\thas been rewired\tit's standing\tit's standing in\tleft t"
        'o\tnothing left to\ton time\torder has\tpaid back\tpatched .\tpatched . $\tpatched _ $\tproblem _ '
        ',\trewired\trewired .\trewired . $\trewired _ $\trid\trid of\tset it\tsigned off\tsolved !\tsolved !'
        " $\tsolved the\tspelled\tstopped it\tthat's _ ,\tthe bank's\twe paid\twith _ request\twith your re"
        'quest\tyour frozen\tyour progress\tyour reservation\t'
    ),
    0.44: (
        '- on\t- on is\t: _ was\t@ _ the\t^ _ defect\t^ _ save\t^ order\t^ the defect\t^ we refunded\tand _ '
        'out\tare done\tback , all\tback _ all\tback _ place\tback in place\tbasket\tbeen handed back\tbeen'
        " swapped\tbehind us .\tcheck your\tclaim _ the\tclient's account\tclient's account ,\tcompleted "
        'the\tconsider\tcustoms charge\tdiscount\terror you\tgot _ up\thall\thanded back\tin _ records\tin o'
        "ur records\tinstallation .\tinstallation . $\tinstallation _ $\tis cancelled and\tit _ not\tit's"
        ' working\tjust refunded\tleak and\tmade _ .\tnow , as\tnow _ as\tnow _ to\tof _ now\ton _ contract'
        '\ton is\ton your contract\torder you\tpayments _ $\tproblem _ .\trefunded _ second\trefunded the '
        'second\treissued .\treissued . $\treissued _ $\trental\tthe customs charge\tthe lamp\tthe leak an'
        'd\tthe wrong name\tthrew the\tthursday ,\ttook the\twas cancelled\twas transferred\twe threw\twe t'
        'hrew the\twrong name on\tyou _ of\tyour installation\tyour installation .\t'
    ),
    0.45: (
        ")\t, fixed\t0 again\t^ _ moved\t^ hot\t^ hot water\t^ you're all\t^ your lost\taccount already\tbac"
        'k _ .\tback _ it\tback to\tbeen applied\tcan sign\tcan sign in\tcomplained\tcontract ,\tcured\tfixe'
        '\thas _ replaced\thas been replaced\thot water is\tis _ correct\tit _ through\tixe\tixed\tmatter _'
        " been\tmatter has been\tmoney's\tmore _ $\tmore _ your\toven is\tperfectly\tproblem .\tproblem . $"
        '\tproperly _ .\tremains _ your\tremains on your\tright _ your\tservice .\tservice . $\tsorry we\tt'
        'hat your\tthe _ order\tthe _ runs\tvoicemail is\twater is\twe have now\twedding\twill find\twrong '
        ", and\twrong _ and\txe\txed\tyou _ sign\tyou can sign\tyou complained\tyou go\tyou will find\tyou'l"
        "l see\tyou're back\tyou've got\tyour _ returned\tyour account already\tyour contract ,\tyour ove"
        'n is\tyour store\t'
    ),
    0.46: (
        ', 0 gems\t, _ gems\t, _ no\t0 _ have\t0 _ month\t0 a month\t0 gems\t^ _ note\t^ _ resolved\t^ strea'
        'mbox\t^ streambox :\table _ get\table to get\taccount you\tand _ paid\tas agreed\tat last .\tbank '
        'account\tbeen _ since\tbeen fixed and\tcarried _ .\tcarried out .\tcause was a\tcloses _ matter\t'
        'closes the matter\tdefect _ been\tdefect has been\tgone for\thave _ that\tlag\tmerged and\tno _ m'
        'issing\toutside _ house\trepaid the\tstreambox\tstreambox :\tthe account you\tthis afternoon .\tt'
        "o your account\twe _ reversed\twe have reversed\twe returned\twe returned the\twe've\twe've put "
        "it\twrote _ us\twrote to\twrote to us\tyou wrote to\tyou'll notice\tyour bank account\tyour name\t"
    ),
    0.47: (
        ", _ cleared\t, i see\t^ _ overpayment\t^ consider\t^ i've taken\t^ it shouldn't\t^ the overpayme"
        'nt\t^ try now\tall back\tand closed\tare all back\taway .\taway . $\taway _ $\tbalance\tcancelled _'
        " your\tcloud\tfunctioning\tfunctioning _ .\tgiven _ back\tgiven you back\thas resumed .\ti've _ y"
        "ou\tis functioning\tis off our\tit shouldn't\tjust as you\tlimit\tmatter has\tof _ refund\tof _ wa"
        'y\tof the refund\tof the way\tphone number is\tput _ to\tranked\trefunded at\trefunded at 0\tresum'
        'ed .\tresumed . $\tresumed _ $\tsolved _ $\tthe 0 :\tthe _ tax\tthe overpayment\tthe trick .\tthe '
        'way .\ttrick .\ttrick . $\ttrick _ $\ttry _ ,\ttry now\ttry now ,\tundone .\tundone . $\tundone _ $'
        '\twas refunded at\twith all\tyou _ buyer\tyour _ made\t'
    ),
    0.48: (
        "^ _ bike\t^ _ direct\t^ _ given\t^ i just\t^ the bike\t^ we've given\ta _ at\ta mistake and\tall _"
        ' on\tamount _ eur\tand _ off\tbe charged\tbeen corrected\tbeen reactivated .\tbeen recalibrated\t'
        "been recalibrated .\tbeen remedied .\tboth _ the\tcan pay\tdidn't want\tdone\teliminated\terror h"
        'as been\thas _ amended\thas _ recalibrated\thas been amended\thas been recalibrated\tis fixed n'
        "ow\tit right $\tit's off\tlonger _ ,\ton _ again\tpaid out\tprofile is\treactivated .\treactivated"
        ' . $\treactivated _ $\trecalibrated .\trecalibrated . $\trecalibrated _ $\tsaw _ the\tsolved _ p'
        'roblem\tsolved the problem\tsorted !\tsorted ! $\tthe error 0\tto _ wrong\tto the wrong\ttrouble '
        "with\twant _ cancelled\twas carried\twith _ refund\twith the refund\twon't _ that\tyou didn't wa"
        "nt\tyou're free\tyou're free to\tyour building\t"
    ),
    0.49: (
        ', sir\t^ _ app\t^ _ duplicate\t^ _ further\t^ resolution\t^ resolution :\t^ the duplicate\tand _ '
        'money\tarrived and\tback in the\tback on\tbill _ $\tbilled _ the\tcalls _ $\tcarried _ ,\tcontract'
        ' ;\tcontract ; $\tdid not\tending 0 $\tending _ $\tfreezer\tfriday ,\tgive it a\tgo !\tgo ! $\tgood '
        '_ go\tgood to\tgood to go\tis corrected .\tis fixed in\tit a\tload\ton _ new\tone with\tpaid _ back'
        '\tpaid your\treceived by\tresolution :\trestriction\tsorted .\tsorted . $\tthe _ claim\tto go !\twa'
        "s able\twas able to\twe've _ it\twhole for\tworking now\tyou at the\tyou whole for\tyour _ discou"
        'nt\tyour contract ;\t'
    ),
    0.5: (
        ": _ $\t^ _ arrears\t^ _ case\t^ _ error\t^ _ sent\t^ case closed\t^ i've sent\t^ the arrears\t^ th"
        "e error\t^ yes\t^ yes ,\taccount ,\tand you've got\tannulled\tbeen annulled\tbeen struck\tbut _ mo"
        "ney\tcan't _ how\tdelivered to\tdid\tfor _ broken\tfor the broken\thas _ annulled\thas _ from\thas"
        " been annulled\thave fixed the\thave reversed the\ti've sent\tin _ has\tinstalled\tis valid agai"
        'n\tmet\tproblem\treached\trecovered _ delivered\tremedied the\tthe one\ttrouble _ had\ttrouble you'
        '\ttrouble you had\tvalid again\twas waived\twas waived and\tyour account on\tyour domain\t'
    ),
    0.51: (
        ', closed\t, closed .\t^ _ solved\t^ because\t^ your voucher\taccount _ unlocked\tagain _ i\tand _'
        " opens\tand it opens\tclosing _ case\tcouldn't _ is\tdepot and\teuros\tfor is\thave credited\tin y"
        "our hands\tit opens\tit's _ $\tnow that we\tof today .\told _ is\ton 0 october\ton _ october\ton t"
        'uesday ,\tour call\tsince i\tthat we have\tto _ under\tto you under\tunfair\twaiting ,\twas ,\twas '
        'restored ,\twe _ credited\twe have credited\twhich had been\tworking $\tyou _ longer\tyou _ miss'
        'ing\tyou yesterday\tyour _ phone\tyour gift\tyour hands\t'
    ),
    0.52: (
        ", light\t^ _ lifted\t^ the corrected\t^ your case\tdon't _ us\tdon't owe\tdon't owe us\tfurther _"
        ' will\thave _ corrected\thome on\tin sync\tis _ more\tis off your\tmissing drinks\tmoney _ $\tof _'
        ' bookings\ton _ ticket\tont\towe _ anything\towe us\towe us anything\trefund _ through\tthe _ nam'
        'e\tus anything\tvalue _ 0\twarm\twarranty _ has\twas reinstated\twith a new\tworks\twriting to\tyou'
        " _ owe\tyou don't owe\tyour _ hit\tyour calendar\tyour home on\t"
    ),
    0.53: (
        ", it's\tall done\tand all .\tbeen _ in\tbeen deleted .\tby _ is\tcan _ worrying\tcan stop worryin"
        "g\tcancelled _ the\tclosed ,\tflowers\thad _ your\thas been taken\thit\ti'm _ to\tinvoices\tmistake"
        '\tonce _ $\treached _ bank\treached your bank\treplaced the\tstop worrying\tthe _ between\tto say'
        " the\twe've set\tworrying\tyes\tyou _ for\t"
    ),
    0.54: (
        ", _ credited\t, closing\t0 today\t: ) $\t: 0 today\t: _ today\t^ _ portal\t^ you've got\tcarried o"
        'ut\tis fixed and\tis right now\tnothing _ .\tnow ;\tnow ; $\ton tuesday and\tou\tregard your\tright'
        '\tstable\tthat _ order\tthat closes\tthis _ as\ttoday _ it\ttoday and it\tunlocked _ account\tunlo'
        "cked your\tunlocked your account\tvoucher has\twe regard\twe regard your\twe've already\tyo\tyou "
        "your\tyou're all\tyour _ data\tyour money back\t"
    ),
    0.55: (
        ", customer's\t, that's\t, the right\t^ _ find\t^ _ leak\t^ the leak\tamount _ .\tand orders\tbeen "
        'returned .\tclosed\tdeposit\tend _ the\tfinished _ the\thas _ the\tif you had\tin _ end\tin the en'
        'd\tis restored with\tit _ morning\tit this morning\tmistake _ been\tmistake has\tmistake has bee'
        'n\tmyself before\tnoise from\tnoise from the\tpopped\trestored with\tseat _ the\tsignature _ .\tth'
        'e compensation\tthe noise from\tthis ticket\twe found the\t'
    ),
    0.56: (
        ', claim\t, enjoy\t, every\t, just\t, thanks to\t^ _ complete\t^ all sorted\taccount on 0\tand _ ;\t'
        'and dusted\tand fixed the\tare right .\tbeen solved $\tcorrespondence\tdone _ dusted\tdone and d'
        'usted\tdusted\terror has\teverything in\tfee and\tfix\tfrom your\thas _ changed\thas been changed\t'
        'hung\tin build\tin build 0\tis _ us\tis _ your\tnot run\tnothing outstanding\ton saturday\tone you'
        '\tsitting\tso you can\tthanks to\tundid the\twe undid the\twent _ to\twent back to\twill _ run\twil'
        "l not run\tyou under\tyou've got the\tyour _ name\tyour payouts\t"
    ),
    0.57: (
        ', _ invoice\t, but we\t0 ms\t: i\t^ all\t^ permissions\tand _ back\tand _ new\tany _ ,\tcan use the'
        '\tdata are\tdownload\teverything _ for\tfixed ! $\tfixed for\tfor _ !\tfrom three\tin _ inventory\t'
        'in your inventory\tmatch\tpaid _ to\tpast .\tpast . $\tpast _ $\tplayed\tsince we\tthe glitch\tthe '
        'past .\tticket .\tticket . $\tusual\twhat you\tyou asked .\tyour _ is\tyour app\t已经\t经\t'
    ),
    0.58: (
        ", _ you've\t[ resolved\t[ resolved ]\t^ kindly note\t^ subtitles\t^ subtitles on\t^ the double\ta"
        'gain _ $\tand _ credit\tban _ your\tban on\tban on your\tby accident\tcancelled flight\teffect\tho'
        'tel _ you\tis back to\tkindly note\tnews :\tno further\tour letter of\tout of the\trefunded _ for'
        '\tresolved ]\ttechnician _ the\tthe ban on\tthe leak\tto let\tto let you\twith _ order\twith _ rig'
        'ht\tyou know that\tyou placed\t'
    ),
    0.59: (
        ', _ happy\t^ _ prob\t^ your prob\tback with you\tburger\tconfirmed by\tconfirmed by the\tcould _ '
        'your\tdeposit was\tfind that\tfixed _ you\tfor by\tfresh\thave resolved\thave resolved your\thisto'
        'ry\tholds\thouse is\tit , and\tit would take\tlisting\tmoney returned\tphone works\tresolved _ com'
        'plaint\tresolved your complaint\tround\tsigned _ by\tsigned for by\tsolvd\tsolvd $\ttake _ week\tt'
        'ake a week\tunlocked for\tup for\tvat _ .\tvat number .\twas brought\twe _ resolved\twe have reso'
        'lved\twished ,\twith you now\twithdrawals\twould take\twould take a\tyou ordered\tyou ordered .\ty'
        'ou wished ,\tyour house is\tyour phone works\tyour prob\tyour working\t'
    ),
    0.6: (
        ', and all\t0 and the\t^ _ charger\t^ _ closed\t^ status\t^ status :\t^ your line\tand works\tbeen '
        'amended\tbonus has\tdefect\tenjoy the\thit _ account\thit your account\tnot easy\toverturned\tover'
        "turned and\ttablet\tteam _ the\tthat's you\tturned _ to\tturned out\tturned out to\twas _ easy\twa"
        's not easy\twas overturned\twas overturned and\twas paid out\tyou asked\tyour _ 0\tyour _ front\t'
        'your paypal\t'
    ),
    0.61: (
        "^ we've made\t^ yep ,\t^ your request\taccount .\taccount . $\tbeen swapped for\tbook\tcold _ .\tf"
        'ixed now $\thealthy .\thealthy . $\thealthy _ $\tof £\tof £ 0\tpurchase price\treached you on\trep'
        'lacement _ delivered\treturned _ 0\treturned the 0\tright :\tsince ten\tswapped _ a\tswapped for'
        " a\tthat _ grievance\tthat your grievance\tthis _ ,\tverification\twe _ it\twe've _ things\twere "
        '_ ,\tyep ,\tyour login\t'
    ),
    0.62: (
        '!\t! $\t, you can\t^ good\tand it\tcompensated .\tcompensated . $\tcompensated _ $\tcost\texecuted\t'
        'have stopped .\tissue _ $\to\treturned to you\tthe _ tariff\tthe api\tuncle\tuncle ,\tuncle , your'
        '\tuncle _ your\twashing\tyou owe\tyour database\tyour photo\t'
    ),
    0.63: (
        ', _ charge\t^ there ,\taccepts your\tafternoon .\tafternoon . $\tafternoon _ $\tare _ in\tbroken\t'
        'error _ been\tfine _ .\tfollowing\tgiven you\thave put\tminute _ .\tphotos has\tphotos has been\tp'
        'lay _ again\tproof of\treturned your\tthe _ recorded\tthe unwanted\tto us ,\tunblocked .\tunblock'
        "ed . $\tunblocked _ $\tunwanted\twas _ -\twas re\twas re -\twe've given\twe've given you\t"
    ),
    0.64: (
        ': _ has\tall .\tall . $\tand _ bank\tand _ been\tare _ your\tback !\tback ! $\tbank _ your\tbeen re'
        'versed .\tdemanded\tfee was\thonoured\tit _ fixed\tlifted the\tlonger exists\tno _ exists\tno long'
        'er exists\tnow it\tplays _ .\treleased your\tsettled .\tsettled . $\tthe _ plays\tthe _ released\t'
        "there again\tthrough on\twithout _ ,\tyou're\tyour code\t"
    ),
    0.65: (
        ", it's solved\t, not 0\t, so that\t0 , not\t0 credited\t^ replaced\t^ we got\tbehind _ .\tbookings"
        "\tclean\tclient's\tclient's _ ,\tended on 0\tgone from your\tgood ,\thas _ deleted\thas been delet"
        "ed\thave reversed\ti've taken\tlike _ .\tloop\tmoney in\tnot 0\tnot 0 $\toven\tsorted\tstraight .\tst"
        'raight . $\tstraight _ $\tthe _ loop\tus !\tus ! $\twrite _ confirm\twrite to confirm\tyour oven\t'
        'your team\tyour voucher\t'
    ),
    0.66: (
        ", _ time\t, so you're\t, this time\t0 march .\t^ _ fix\t^ _ news\t^ _ squared\t^ amount\t^ it runs"
        "\taccount _ 0\tand _ on\tand you'll\tcharge for\tcompensated\tdata has\tdata has been\tdeleted you"
        "r\tfixed _ fault\tfixed the fault\thot _ is\thot water\tis healthy\tissue resolved ,\tit's _ in\tl"
        'anded _ your\tlive\tlive .\tlive . $\tlive _ $\tout .\tout . $\tput _ .\treinstated _ 0\treleased _'
        " funds\trepaid .\trepaid . $\trepaid _ $\treturned to\tso you're\tstream\ttaken _ of\tthat never\tt"
        'he stream\twe took the\tyour _ plan\tyour data has\t'
    ),
    0.67: (
        '^ _ incident\t^ no more\ta look\ta thing of\tare happy\tare happy to\tas _ today\tas of today\tbee'
        'n recovered and\tby you on\tcan log\tcan log in\tcard can\temail _ is\teven though\tgave\tinventor'
        'y\tis _ and\tis nothing\tit right\tit this\tname _ your\tname on your\tno need\tno need to\tof _ pa'
        'st\tof the past\tof today\towe\trecovered and\tsorted _ $\tthere _ nothing\tthere is nothing\tthin'
        'g _ the\tthing of\tthing of the\twe _ happy\twe are happy\tyesterday\tyou can log\tyour door\tyour'
        ' inventory\t'
    ),
    0.68: (
        '0 _ closed\t^ _ back\t^ boom ,\tagain ,\tand _ of\tas it should\tboom ,\tcan _ that\tdelivered tod'
        'ay\tdisputed\tend _ $\tfixd _ $\tgo now\tline _ been\tline has been\treplaced it\tstill need\twith '
        '_ now\tyou still need\tyour _ any\t'
    ),
    0.69: (
        ", has been\t^ everything's\taddress _ 0\tafter our\tamended\tbeen exchanged\tcleared .\tcleared ."
        ' $\tcleared _ $\tengineer _ the\tfine now\tfor _ runaround\tfor the runaround\tfrom today\thas _ '
        "taken\thas since\thave _ fully\thave been fully\tis gone .\tis repaired .\tit's all\tlogged in\tof"
        'f our\tphone _ is\trunaround\tstanding _ your\tstanding in\tstanding in your\tthe _ account\tthe '
        'runaround\twas delivered to\twe replaced\tworking .\tworking . $\t'
    ),
    0.7: (
        '$ 0 $\t$ _ $\t, please\t: 0 ,\t: _ ,\t^ _ more\t^ give it\tabove\tand ,\tand returned\tcan open\tcanc'
        'elled and\tdisbursed ,\tfound it\tfurther to\thas resumed\tinstallation\tis _ as\tit _ go\tlimit .'
        "\tlimit . $\tlimit _ $\tlive again\tmother's\toff the\tour fitter\tresumed\trun in\tservice _ resum"
        "ed\tservice has resumed\tthe above\ttrouble\tyou have been\tyou signed for\tyour mother's\t"
    ),
    0.71: (
        ': )\t^ your shipping\tand fixed it\tand you have\tare _ now\tbeen _ right\tbeen returned to\tcorr'
        'ected , and\tcorrected _ and\tcredited to your\tfor _ an\tfor half\tfor half an\thalf _ hour\thal'
        'f an\thalf an hour\thave .\thave . $\trestart\twas withdrawn\twith every\tyour course\tyour mail\ty'
        'our shipping\t'
    ),
    0.72: (
        ", _ as\t^ money's\t^ please be\tand it's\tban ,\teffect from\tfault _ your\tfavour and\thave fixed"
        '\theating\tmind\tplease _ advised\tplease be advised\treturned\tthat _ the\tthat _ you\tus if the\t'
        'with _ from\twith effect\twith effect from\tyou and\tyou back the\tyour favour and\tyour website'
        '\t'
    ),
    0.73: (
        ', now that\t^ _ double\tclass\tclosing this\tdeposit _ been\tdeposit has\tdeposit has been\tdiffe'
        'rence\tfine _ after\tfixed , you\tfound its\tfully restored .\thas found\thas found its\tlast cha'
        'rge\tnow in\tshipping _ was\tswapped ,\tto _ by\tto you by\twe gave\twe gave you\tyou _ use\tyour _'
        ' pin\tyour line has\t'
    ),
    0.74: (
        ', which had\t- free\tadvised _ the\tadvised that the\tbrought _ missing\tdriver brought\tfixed b'
        'y\thas _ released\thas been released\tjust\tover _ you\tremedied .\tremedied . $\tremedied _ $\tth'
        "e difference\twas paid on\twhich had\tyou'll find the\tyour parcel and\t"
    ),
    0.75: (
        '0 _ your\t^ _ subscription\t^ _ wrong\t^ duplicate\t^ your subscription\tasked ,\tasked .\tasked '
        '. $\tasked _ $\tat night\tbeen paid\tbooks\tcarried\tg\thanded _ you\thanded to you\tit _ you\tphone'
        ' has\trefund has gone\trequest ;\trequest ; $\tstruck\tthe corrected\tthe family\tto your\tupheld '
        'and\tvoided\twas lifted\twe got it\tyou asked ,\tyour phone has\tyour request ;\t'
    ),
    0.76: (
        ", _ your\t, heating\t0 _ has\t^ credit\t^ it's been\tafternoon\tagain without\tall _ .\tbeen recti"
        'fied\tbeen wiped\tceased\tfine again\tin your bank\tline _ morning\tline this\tline this morning\t'
        'login _ fixed\tnow _ in\ton _ part\ton your part\tpaid _ 0\tsubscription\tthat for\tthat for you\t'
        'your part\t'
    ),
    0.77: (
        '0 _ are\t^ everything is\talready _ .\tarrived at your\tat _ door\tcarries\tcase closed\tcorrecte'
        'd _ $\tdoes _ it\tdoes what\tdoes what it\tgallery\tgood news\tof them .\toutstanding\tre\tremoved\t'
        'right $\tshows the\tthe _ stopped\tthe defect\twhat _ should\twhat it\twhat it should\tyour galle'
        'ry\t'
    ),
    0.78: (
        "^ _ restored\t^ sorted\tapp _ crashing\tbeen recovered\tbroadband\tfinally\tfor ya\thad never\ti'm"
        " closing\tnow , so\tnow _ so\trecovered\truns\tto report that\tup and\tyou couldn't\tyour broadban"
        'd\tyour listing\t'
    ),
    0.79: (
        '^ refunded\t^已\tall sorted\texists\thas _ restored\thas been restored\tis up\tlast .\tlast . $\tlas'
        't _ $\tnumber _ the\tonce more .\tthe _ got\tto .\tto . $\tto its\tus _ the\twithout trouble\t'
    ),
    0.8: (
        ", _ you're\t, so your\tagain _ all\tall three\talready _ the\tand _ since\tand credited\thave sto"
        'pped\tlevels\trecalibrated\tremains on\tshut .\tshut . $\tshut _ $\tthe _ 0\tthe _ last\twe _ say\ty'
        'our shop .\t'
    ),
    0.81: (
        '0 mbit\t^ we took\tby our\tcan confirm that\tdevice ,\thave fun\tis _ under\tmbit\tstraight\tthe ch'
        'at\tthe stuck\tup _ you\tyour _ account\t'
    ),
    0.82: (
        "^ _ shouldn't\t^ _ webhook\tall _ ,\tback _ its\tin as\tkettle on\toff your bill\tok .\tok . $\tok "
        "_ $\tpermissions\tshouldn't\tyou _ ;\tyour address\tyour hotel\t"
    ),
    0.83: (
        ", _ working\t- sent\t0 paid .\t^ _ number\t^ customer's\t^ your number\tas _ requested\tas you re"
        "quested\tcost you\tfixed _ our\thandset\tintact\tintact .\tintact . $\tintact _ $\tisn't it\toff\tre"
        ' - sent\tre _ sent\tso _ is\tswapped your\tto do\ttook a\tunblocked\tvoucher _ now\tyour _ problem'
        '\t'
    ),
    0.84: (
        ', _ claim\tcorrected and\tdead ,\tdone .\tdone . $\tend .\tend . $\tfrom _ dead\tfrom the dead\tgot'
        ' your money\tgreen again\thealthy\tissue is\tmade _ whole\tmade you\tmade you whole\tthe dead ,\ty'
        "ou didn't\tyou got your\tyou whole\tyou've _ your\tyour shop's\t"
    ),
    0.85: (
        '^ _ water\t^ the compensation\t^ with the\tand _ live\texchanged\tguarantee\thas _ swapped\thas b'
        'een swapped\tis unlocked\tit did\tleft _ building\tleft the building\ton the ticket\tsent _ your'
        '\tthe _ :\tvoid\twas removed\t'
    ),
    0.86: (
        ", and you've\t: resolved $\t^ _ squashed\t^ no need\tand _ fee\tand the fee\tanything _ ?\tanythi"
        'ng else ?\telse ?\telse ? $\telse _ $\thas _ recovered\thas been recovered\tnothing left\trestore'
        'd .\trestored . $\treturned _ your\treturned to your\tsquashed it\tthe good\twe _ confirm\twent b'
        'ack\t'
    ),
    0.87: (
        '^ _ problem\ta charm\tcharm\tcharm _ $\tgo ,\tis _ properly\tlike _ charm\tlike a charm\toutage _ '
        'your\tpaid you the\tprob\tthe problem .\ttopped\tyour bill .\t'
    ),
    0.88: (
        ': it\t^ we did\t^ your phone\ta happy\tare off\tcase _ a\tfixed !\thas _ corrected\thas been corre'
        'cted\tinvoice now\tjust now\twe found your\t'
    ),
    0.89: (
        ': _ 0\t=\t^ your credit\tago .\tago . $\tago _ $\tall _ again\tletterbox\tour _ succeeded\tproblem '
        '_ fixed\tproblem is fixed\treactivated\tsite has\tsucceeded in\tto confirm that\tus if\tworks _ $'
        '\tyour invoice has\tyour letterbox\t'
    ),
    0.9: (
        '0 dollars\t^ _ missing\tat _ address\tat your address\tbeen _ resolved\tbroken ,\tdischarged\tgon'
        "e _ .\tit _ !\tit at\tit's live\tobligations\toff _ bill\tour obligations\tout _ your\twith no\t"
    ),
    0.91: (
        ', _ confirms\t, so this\t^ _ noise\t^ good news\t^ the noise\tat your\tdelivered _ your\tdelivere'
        'd to your\thave sorted\tour service\trate _ service\trate our\trate our service\trefunded _ 0\tso'
        ' this\tso your\tundid\twaived and\twe _ sorted\twe have sorted\twe undid\tyour lost\t'
    ),
    0.92: (
        '^ your issue\taccount _ you\tadvised that\tbe advised\tbe advised that\ton _ account\treversed .'
        '\treversed . $\treversed _ $\tsettled _ $\tsyncs\twas _ and\twhich _ been\tyour problem\t'
    ),
    0.93: (
        'again .\tagain . $\tany more .\tbeen deleted\tbeen refunded to\tbut it is\tcharged .\tcharged . $'
        '\tcharged _ $\tfine\tfurther\tsubtitles on\tunlocked .\tunlocked . $\t'
    ),
    0.94: (
        "are changed\tas requested\tdelivering\tduplicate\thas been fixed\theating _ ,\tis behind us\tit's"
        ' _ again\tjust _ you\tkinks\tlanded\tonline again\tpayments again\tthe _ instalment\tthe kinks\tyo'
        'u _ been\tyour _ already\t'
    ),
    0.95: (
        "^ _ card\t^ we managed\t^ we've refunded\t^ your card\taccount _ $\tand _ works\temails\tended on"
        '\tgone _ and\tgone from\thas returned\tis online\topens\tparcel and\tremoved ,\tthe fees\tto you .\t'
        'we managed\twe managed to\tworking _ $\tyou back\t'
    ),
    0.96: (
        "i can confirm\toff , and\tthe way\twe've made\t"
    ),
    0.97: (
        '$ 0 has\t$ _ has\tbalance .\tbalance . $\tbalance _ $\tcable was\tfixed $\thas _ lifted\thas been '
        "lifted\ttoday's\twallet\tyour balance .\tyour problem was\t"
    ),
    0.98: (
        '^ _ fresh\taccess to your\tback in\tbooking\thot\tis up and\tmade good\tok\twe _ paid\twe have paid'
        '\tworks .\tworks . $\t'
    ),
    0.99: (
        ', _ at\t^ missing\tbeen remedied\tcloses the\thas _ remedied\thas been remedied\thave refunded t'
        "he\tnormally .\tnormally . $\tsofa\tthat's\tthe _ you\tthe dead\tto you\twe _ refunded\twe have ref"
        'unded\twith you .\tyes ,\t'
    ),
    1.0: (
        "^ _ -\t^ _ runs\t^ we're back\tcredited\texist\tit was .\told _ .\tpaid on 0\tput right .\tstreamin"
        "g\tthis morning ,\tto _ now\twas .\twas . $\twe're _ online\twe're back online\t"
    ),
    1.01: (
        "^ issue resolved\t^ you've been\tbeen _ and\tcent\tfraudulent\tgone\tis the one\tnow shows\tof _ t"
        'wo\tof the two\tthe fraudulent\twas paid\tyou never\t'
    ),
    1.02: (
        ", and your\t: replacement\teverything's\tsingle\tus and\t"
    ),
    1.03: (
        ', _ solved\tall 0\tfavour\tgive it\tin _ favour\tin your favour\toverpayment\tsorted out\tsuccessf'
        'ully resolved\tyour _ bill\tyour favour\tyours again\t£\t£ 0\t'
    ),
    1.04: (
        ', _ complete\t^ _ now\talready\tand _ .\tany longer .\tby _ on\tlonger .\tlonger . $\towed\t'
    ),
    1.05: (
        '0 , 0\t^ fixed $\talthough we\tcredited the\tit runs\tplays\ttheo\t'
    ),
    1.06: (
        ', _ satisfied\tagain :\tas new\tdisbursed\tfee _ .\tgood _ new\tgood as\tgood as new\tis now\tnext '
        '_ your\tnext to your\trecord is\t'
    ),
    1.07: (
        ', which you\tbeen removed\tis live\tnailed\tnailed it\tpaypal\t'
    ),
    1.08: (
        ': _ sent\tall _ $\tas before\tbeen _ out\tfixing the\tflow\tmistake and\t'
    ),
    1.09: (
        'are in your\tas _ wished\tas you wished\tin _ again\treplaced\twished\tyou wished\tyour problem h'
        'as\t'
    ),
    1.1: (
        "credit _ has\thas _ rectified\thas been rectified\tit _ ,\tjust _ that\tlifted\tre -\tyou'll find"
        '\t'
    ),
    1.11: (
        ', so you\t- _ has\t^ your missing\thas now been\tis _ again\tis _ you\tlonger _ $\t'
    ),
    1.12: (
        '^ _ sofa\toff _ and\treversed the\tyour access\t'
    ),
    1.13: (
        "^ your name\taccount on\tcalendar\tended _ 0\tnormal _ .\tproblem _ $\tyou're in\t"
    ),
    1.14: (
        'the spam\ttook _ of\ttook care\ttook care of\twe _ able\twe solved\twe were able\twere able\twere '
        'able to\tyour _ right\t'
    ),
    1.15: (
        'as usual\tbeen reactivated\thas _ reactivated\thas been reactivated\tis showing\tis solved $\tre'
        "leased\tshop's\twith yesterday's\t"
    ),
    1.16: (
        '^ _ been\tcleared $\tgood _ $\tissue resolved\tresolved $\tyou has\t'
    ),
    1.17: (
        '^ its fixed\tbeen reimbursed\tdollars\thas _ settled\thas been settled\tin _ bank\tis behind\tis '
        'in your\tit to your\tof _ and\tresolved your\tservice _ $\tswapped for\twith your order\t'
    ),
    1.18: (
        '^ _ had\t^ _ trouble\t^ the trouble\tbeen repaired and\tcleared\thereby confirm\tis _ one\tnow\tno'
        'w _ .\tonce again\tremoved from\trepaired _ your\twas restored\twe hereby confirm\tyou wanted\tyo'
        'ur issue is\t'
    ),
    1.19: (
        "^ you've\tgave you\tgranted ,\ton your\tout the\tsquared\tthe broken\tyour _ stands\t"
    ),
    1.2: (
        ', _ check\t, please check\t^ _ will\t^ the fault\t^ your problem\thit your\tmissing _ was\tout of'
        ' your\trepaired .\trepaired . $\tsince _ .\tthis afternoon\t'
    ),
    1.21: (
        'a _ now\tall\ti _ it\tyour _ ended\t'
    ),
    1.22: (
        '^ refund completed\tback _ your\tnow _ your\ton _ ,\ttook\twere _ in\t'
    ),
    1.23: (
        'filled\tis history\tof _ 0\tof them\tprobelm\tus and the\t'
    ),
    1.24: (
        'again\tcheckout\t'
    ),
    1.25: (
        'and now\tback where\theating on\toperational\trestored your\treturned _ you\t'
    ),
    1.26: (
        'succeeded\tunlocked _ $\tyour shop\t'
    ),
    1.27: (
        "^ _ done\t^ got\t^ login\t^ yep\tcustomer's\thas now\tis settled\tpaid back .\tyep\t"
    ),
    1.28: (
        ', your\tsince thursday ,\t'
    ),
    1.29: (
        'been filled\trunning again\ttaken care\ttaken care of\tyou _ off\t'
    ),
    1.3: (
        ', _ this\t^ _ managed\tall _ are\tlogin\tmanaged\tmanaged to\t'
    ),
    1.31: (
        '^ _ fixed\t^ _ successful\t^ it has\t^ refund successful\tfor good .\trefund successful\tthe _ n'
        'o\tyour problem is\t'
    ),
    1.32: (
        'access _ your\taddressed\tto you at\t'
    ),
    1.33: (
        'and _ see\tbeen settled\tdone _ $\tmake _ again\treissued\t'
    ),
    1.34: (
        '0 paid\t: fixed\t^ _ !\tagain _ your\tissue _ ,\ton _ your\t'
    ),
    1.35: (
        "^ the wrong\tbooking is\tis settled .\tk\tyou'll _ the\t"
    ),
    1.36: (
        '^ found\t^ we fixed\twrongly\t'
    ),
    1.37: (
        '^ _ shipping\tit works $\twe owed\twe owed you\tworks $\t'
    ),
    1.38: (
        ', you have\t^ problem solved\tonce _ .\tthe _ amount\t'
    ),
    1.39: (
        ', when\tbrought your\tyour _ as\t'
    ),
    1.4: (
        'again _ our\tback up\tevery _ of\tis dead\tresolved _ matter\tup ,\t'
    ),
    1.41: (
        'sent and\twe consider\tyour _ at\t'
    ),
    1.42: (
        ": resolved\t^ should be\tand _ have\tbeen _ from\tglad to\tusing your\twe've fixed\t"
    ),
    1.43: (
        '^ boom\tboom\tis active\tthe refund was\tyou the\t'
    ),
    1.44: (
        "any more\tlovely\tunlocked\twas _ for\twe've _ you\t"
    ),
    1.45: (
        'glitch\tis solved ;\tyour _ profile\t'
    ),
    1.46: (
        'rectified\twanted\tyour issue\t'
    ),
    1.47: (
        ', _ had\tcorrected\twe did\twithout any\t'
    ),
    1.48: (
        'child\tsatisfied\tto _ and\twe fixed it\tyou _ no\t'
    ),
    1.49: (
        "^ that's\tback in your\tfurther _ .\tis off\t"
    ),
    1.5: (
        ', _ all\t^ following\t'
    ),
    1.51: (
        'closed .\tclosed . $\twe fixed\t'
    ),
    1.52: (
        'easy\t'
    ),
    1.53: (
        '^ _ unlocked\tcan _ in\tclosed as\tmade it\tonce more\treimbursed the\trepaired and\t'
    ),
    1.54: (
        'and the\tyour order .\t'
    ),
    1.55: (
        'behind us\tit took\tthe right\t'
    ),
    1.56: (
        'now been\towed you\tsince thursday\twith you\t'
    ),
    1.57: (
        'are _ again\t'
    ),
    1.58: (
        "^ _ all\t^ solved\tup again\twe're back\t"
    ),
    1.59: (
        'confirms\tour _ ?\tsince\t'
    ),
    1.6: (
        'and you can\t'
    ),
    1.61: (
        'active\tinstalment\tironed\tironed out\trefunded the\t'
    ),
    1.63: (
        'resolved the\t'
    ),
    1.64: (
        'we resolved\twent\tyour _ works\t'
    ),
    1.65: (
        'nothing _ to\t'
    ),
    1.66: (
        'and _ as\twhole\tyour credit\t'
    ),
    1.67: (
        'and we have\tbeen fully\t'
    ),
    1.68: (
        '^ _ completed\tis down to\tnow that\t'
    ),
    1.69: (
        '^ _ corrected\tan end\tstopped\t'
    ),
    1.71: (
        ', _ back\tfixd\t'
    ),
    1.72: (
        '^ _ swapped\tclosed _ $\tcorrectly\t'
    ),
    1.73: (
        'as _ should\tclosing\t'
    ),
    1.75: (
        ', _ fixed\t, with\t^ with\tended\trefunded to\t'
    ),
    1.76: (
        'at last\t已\t'
    ),
    1.77: (
        'been fixed $\t'
    ),
    1.78: (
        ', _ works\tyou will not\t'
    ),
    1.79: (
        'happy\tshut\t'
    ),
    1.81: (
        '^ _ did\ta thing\thas ended\t'
    ),
    1.82: (
        'ago\tcompleted _ repair\tcompleted the repair\tpatched\t'
    ),
    1.83: (
        'found and\t'
    ),
    1.85: (
        'has _ paid\thas been paid\tkilled\tright _ the\tto report\twe took\t'
    ),
    1.86: (
        'can confirm\tthree _ are\t'
    ),
    1.87: (
        '@ _ your\t^ _ sorted\tas solved .\t'
    ),
    1.88: (
        'are back in\thave now\t'
    ),
    1.89: (
        '^ issue\t'
    ),
    1.9: (
        'properly\t'
    ),
    1.92: (
        'any longer\t'
    ),
    1.93: (
        'enjoy\twaived\t€\t€ 0\t'
    ),
    1.94: (
        'now ,\tthe correct\t'
    ),
    1.95: (
        'and _ your\t'
    ),
    1.96: (
        'dealt\tdealt with\tyour _ now\t'
    ),
    1.97: (
        "^ _ .\tand you've\treimbursed\t"
    ),
    1.99: (
        "^ you won't\t"
    ),
    2.0: (
        'longer\tyou on the\t'
    ),
    2.01: (
        "it's _ now\t"
    ),
    2.03: (
        "^ you're\t"
    ),
    2.05: (
        '$ 0\t'
    ),
    2.07: (
        'is complete\tis complete .\tnormally _ $\t'
    ),
    2.09: (
        'is back\tissue is resolved\t'
    ),
    2.1: (
        'reached you\t'
    ),
    2.11: (
        'is working\t'
    ),
    2.12: (
        'finished\t'
    ),
    2.14: (
        'and the new\t'
    ),
    2.15: (
        'reached your\tundone\twent through\twiped\tyour number\t'
    ),
    2.17: (
        'is right\twe _ done\t'
    ),
    2.18: (
        'is gone\t'
    ),
    2.2: (
        'it _ your\t'
    ),
    2.22: (
        'solved $\t'
    ),
    2.24: (
        'been fixed .\t'
    ),
    2.26: (
        'pleased\tpleased to\t'
    ),
    2.29: (
        '^ that\t'
    ),
    2.3: (
        'after we\tglad\t'
    ),
    2.31: (
        'and all\tyou received\t'
    ),
    2.32: (
        'was _ out\t'
    ),
    2.33: (
        '^ solved $\tcured the\tfixed now\twas _ this\t'
    ),
    2.4: (
        'corrected the\t'
    ),
    2.43: (
        '^ fixed\t'
    ),
    2.44: (
        'and fixed\t'
    ),
    2.45: (
        ', all\t'
    ),
    2.47: (
        'is on your\t'
    ),
    2.5: (
        'remedied\t'
    ),
    2.52: (
        'for good\t'
    ),
    2.55: (
        'your _ shows\t'
    ),
    2.56: (
        'reversed\t'
    ),
    2.58: (
        'withdrawn\t'
    ),
    2.62: (
        'off your\t'
    ),
    2.63: (
        'in full .\t'
    ),
    2.64: (
        'ur\t'
    ),
    2.68: (
        ', _ and\tare back\t'
    ),
    2.72: (
        'is back on\t'
    ),
    2.75: (
        "and you're\t"
    ),
    2.76: (
        'no longer\t'
    ),
    2.77: (
        'as of\t'
    ),
    2.84: (
        'fixed the\t'
    ),
    2.85: (
        'you have your\t'
    ),
    2.87: (
        '✓ $\t'
    ),
    3.04: (
        'and you\t'
    ),
    3.12: (
        '^ _ refunded\t'
    ),
    3.2: (
        '^ _ and\t'
    ),
    3.26: (
        'repaid\t'
    ),
    3.5: (
        'in full\t'
    ),
    3.55: (
        'your card .\t'
    ),
    3.66: (
        '^ problem\t'
    ),
    3.83: (
        'squashed\t'
    ),
    3.94: (
        'no more\t'
    ),
    3.95: (
        'reinstated\t'
    ),
    4.03: (
        'and your\t'
    ),
    4.26: (
        '^ everything\t'
    ),
    4.54: (
        'been _ back\t'
    ),
}
