"""Weights of groups, for `likeness`. Written by `python -m tests.wording.learning --write`."""

GROUPS = {
    -4.11: (
        'started\t'
    ),
    -3.97: (
        'when the\t'
    ),
    -3.93: (
        'is not\t'
    ),
    -3.9: (
        'needs\tstill _ .\t'
    ),
    -3.82: (
        '^ which\t'
    ),
    -3.55: (
        'once the\twe _ no\t'
    ),
    -3.52: (
        '^ _ not\t'
    ),
    -3.47: (
        'far\t'
    ),
    -3.32: (
        'must\t'
    ),
    -3.23: (
        'being _ .\t'
    ),
    -3.12: (
        'has not\t'
    ),
    -3.11: (
        '^ an\t'
    ),
    -3.08: (
        "hasn't\t"
    ),
    -3.01: (
        'team _ $\t'
    ),
    -2.96: (
        'inspected\t'
    ),
    -2.88: (
        'is still\t'
    ),
    -2.82: (
        'we will\t'
    ),
    -2.8: (
        'security\t'
    ),
    -2.79: (
        'refunds\t'
    ),
    -2.78: (
        'help\t'
    ),
    -2.76: (
        'understand\t'
    ),
    -2.74: (
        "we'll\t"
    ),
    -2.73: (
        'been received\t'
    ),
    -2.7: (
        '^ has\t'
    ),
    -2.69: (
        'is being\t'
    ),
    -2.68: (
        'takes\t'
    ),
    -2.64: (
        'cannot\tfixed to\t'
    ),
    -2.61: (
        'hotline\treply\tyet\t'
    ),
    -2.59: (
        'we need\t'
    ),
    -2.58: (
        'stays\t'
    ),
    -2.56: (
        'tell us\t'
    ),
    -2.55: (
        'in progress\tnumber 0\t'
    ),
    -2.53: (
        'or\tto us .\t'
    ),
    -2.52: (
        'have _ a\tto our\t'
    ),
    -2.48: (
        'is _ by\t'
    ),
    -2.47: (
        'are _ it\tchecking\t'
    ),
    -2.45: (
        "haven't\twe'd\t"
    ),
    -2.42: (
        'the _ team\tuntil\t'
    ),
    -2.41: (
        'only\trefund request\tthat _ was\t'
    ),
    -2.4: (
        'escalated\t'
    ),
    -2.38: (
        'unfortunately\t'
    ),
    -2.37: (
        ', _ will\t0 days\t'
    ),
    -2.36: (
        'return label\tto _ this\t'
    ),
    -2.34: (
        'asked the\t'
    ),
    -2.33: (
        'solve\t'
    ),
    -2.32: (
        'compare\t'
    ),
    -2.31: (
        'that it\t'
    ),
    -2.3: (
        'examined\tforwarded\tnot fixed\t'
    ),
    -2.29: (
        '^ _ would\ta _ on\tthat _ .\t'
    ),
    -2.28: (
        'my _ .\ttried\t'
    ),
    -2.27: (
        'we _ .\t'
    ),
    -2.26: (
        'us that\t'
    ),
    -2.23: (
        'would be\t'
    ),
    -2.21: (
        "^ we don't\tmanager\tsorry _ $\tus the\t"
    ),
    -2.2: (
        'begun\t'
    ),
    -2.19: (
        'not _ to\t'
    ),
    -2.18: (
        "it isn't\tsubmitted\t"
    ),
    -2.17: (
        '^ a\t'
    ),
    -2.15: (
        'tonight\t'
    ),
    -2.14: (
        'older\t'
    ),
    -2.13: (
        'weeks\t'
    ),
    -2.11: (
        'noted\t'
    ),
    -2.1: (
        'tell\t'
    ),
    -2.09: (
        'when\t'
    ),
    -2.06: (
        'and we are\tsorry ,\t'
    ),
    -2.04: (
        '^ _ see\t'
    ),
    -2.02: (
        'question\t'
    ),
    -2.01: (
        'to be\tyour _ request\t'
    ),
    -2.0: (
        'a _ is\tafraid\tby friday\tneither\tpending\t'
    ),
    -1.99: (
        '^ is your\tis your\t'
    ),
    -1.98: (
        '^ _ return\tnobody\t'
    ),
    -1.97: (
        '^ _ server\t'
    ),
    -1.96: (
        '^ _ get\tis tested\tthe link\t'
    ),
    -1.95: (
        "can't be\t"
    ),
    -1.94: (
        'deadline\tis _ fixed\tour _ is\twe ask\twe have no\t'
    ),
    -1.93: (
        'a _ .\ttook over\t'
    ),
    -1.92: (
        'it _ ?\tsome\t'
    ),
    -1.9: (
        'provided\tto _ it\t'
    ),
    -1.89: (
        '^ _ received\t'
    ),
    -1.88: (
        'end of the\tengineers are\tnear\tunder _ .\t'
    ),
    -1.87: (
        'heard\t'
    ),
    -1.86: (
        '^ nothing has\tmediator\t'
    ),
    -1.85: (
        'thanks ,\t'
    ),
    -1.84: (
        "for two\ti've asked\tis attached\tread\tword\t"
    ),
    -1.83: (
        'he\t'
    ),
    -1.82: (
        'like to\trules\t'
    ),
    -1.81: (
        'keep\tto _ case\t'
    ),
    -1.8: (
        'after you\tgets\thave asked\tterms\t'
    ),
    -1.79: (
        '^ the first\ttomorrow\t'
    ),
    -1.78: (
        '^ if the\tdecision\tnot been\tphotos ,\t'
    ),
    -1.77: (
        'a note\thope\tnow ?\tnow ? $\t在\t'
    ),
    -1.76: (
        "we don't\t"
    ),
    -1.75: (
        'about your\tyet _ $\t'
    ),
    -1.74: (
        ', _ still\tcan you\t'
    ),
    -1.73: (
        'deleting\tsolved ?\tsolved ? $\t'
    ),
    -1.72: (
        '^ _ do\tchoose\tfor now\t'
    ),
    -1.71: (
        'has not been\tthe _ will\twill\tyou _ me\tyour feedback\t'
    ),
    -1.7: (
        'can be\t'
    ),
    -1.69: (
        '^ _ hope\tagree\tasking\tdelayed\tmeeting\tnot yet\tthe _ would\t'
    ),
    -1.68: (
        ", and we're\tbe _ at\tpossible\t"
    ),
    -1.67: (
        'and are\thas _ us\tregret\tthank _ .\tthank you .\tversion .\tversion . $\t'
    ),
    -1.66: (
        'be _ by\tby friday .\tcrew\tsays\t'
    ),
    -1.65: (
        'partner\trestore\tup to\t'
    ),
    -1.64: (
        'notes\torder number\tthe parcel\t'
    ),
    -1.63: (
        "can't\t"
    ),
    -1.62: (
        'another\tmechanic\tsaw it\t'
    ),
    -1.61: (
        '^ next\tgo back\tit into\tnext\tto see\tyou like\t'
    ),
    -1.6: (
        '^ can you\tanother _ .\tfell\tleft our\t'
    ),
    -1.59: (
        'we understand\t'
    ),
    -1.58: (
        'until it\t'
    ),
    -1.57: (
        'days\tuntil _ .\t'
    ),
    -1.56: (
        "0 of 0\t^ _ regret\tat _ time\texpected\tfull _ $\tisn't\tthe _ persists\ttry to\t"
    ),
    -1.55: (
        'follow\thave _ in\tis _ its\t'
    ),
    -1.54: (
        'been requested\thas _ requested\thas been requested\t'
    ),
    -1.53: (
        "i'd\tpart of\t"
    ),
    -1.52: (
        'a fixed\tif\tlooking\tnext _ .\tpriority\tunsolved\twill be\tyear\t'
    ),
    -1.51: (
        'among\tand will\tsoon\tthe data\t'
    ),
    -1.5: (
        '^ _ try\tit _ a\tthan\t'
    ),
    -1.49: (
        'are _ for\tsteps\twrong _ .\t'
    ),
    -1.48: (
        'him\tthat _ works\tthe _ $\tyet .\tyet . $\t'
    ),
    -1.47: (
        "^ we'll\tgoing through\tright _ .\t"
    ),
    -1.46: (
        'are you\t'
    ),
    -1.45: (
        "i can't\t"
    ),
    -1.44: (
        '^ once\thelp _ $\thomes\thours .\thours . $\toffer\tpermission\ttwice for\tyou say\t'
    ),
    -1.43: (
        'are not\tnothing has\tyour _ will\t'
    ),
    -1.42: (
        'ask\tprocessor\t'
    ),
    -1.41: (
        '^ _ ask\tagain ?\tagain ? $\tan invoice\tbeen confirmed\tcomplaints\tdays _ $\thas _ confirmed\tha'
        's been confirmed\tis in the\treach\tsafety\tthe classroom\t'
    ),
    -1.4: (
        'has four\tour log\treached us\tthen\t'
    ),
    -1.39: (
        ', or\t^ we regret\tcontacted\tdifferent\tlisted\tsend\twe regret\t'
    ),
    -1.38: (
        'answer\tlook into\tto 0 $\t'
    ),
    -1.37: (
        '^ _ could\t^ _ letter\t^ your letter\tcancel\tmay\ttomorrow .\ttomorrow . $\ttomorrow _ $\t'
    ),
    -1.36: (
        'by _ $\tlook _ the\trate _ fixed\tsolved _ the\tthe _ ?\t'
    ),
    -1.35: (
        'and then\tbe restored\tis with our\trequested _ the\trequested from\trequested from the\ttoo ear'
        'ly\t'
    ),
    -1.34: (
        'apologise\tbeen fixed to\tcan do\tdays .\tdays . $\tdocuments\tin march\tnot _ $\tnot _ your\tsay _'
        ' $\tyet ,\t'
    ),
    -1.33: (
        ', though\t^ _ want\t^ we will\tplease\tpolice\tthe _ to\tthe police\t'
    ),
    -1.32: (
        'we hope\t'
    ),
    -1.31: (
        'approval\tcould not\tis _ review\tpaid twice\tplanned\t'
    ),
    -1.3: (
        "^ _ say\ti'll\tordered\tshall\tthem _ .\t"
    ),
    -1.29: (
        'not solved\tnot solved $\toffer is\treceived your\tsay _ fixed\tyour _ by\t'
    ),
    -1.28: (
        'attention\tbe _ ,\tfive\tneed your\tof a\tother _ .\tthe examination\t'
    ),
    -1.27: (
        "^ one payment\tinformed\titems\tnot resolved\trestarted\tsorry .\tsorry . $\tthe _ isn't\tthe log\t"
        'to _ things\ttwice $\tyour fixed\t'
    ),
    -1.26: (
        '^ engineers\t^ engineers are\thamburg\thave not\twe have not\twork\t'
    ),
    -1.25: (
        'a _ after\ti _ tell\tremains _ .\t'
    ),
    -1.24: (
        'kind\ton _ !\ton it !\twould\t'
    ),
    -1.23: (
        'are listed\tstill _ on\t'
    ),
    -1.22: (
        'fill\thang\tis too\tprocessed\trefund $\trequest was\treview .\treview . $\treview _ $\t'
    ),
    -1.21: (
        '^ _ wish\tfeedback\tstarts\ttoo _ to\twill _ the\t'
    ),
    -1.2: (
        "cases\tis on its\tlamp _ $\tmissing .\tmissing . $\ton hold\trefundable\tsec\twe're still\t"
    ),
    -1.19: (
        '" resolved\t" resolved "\tmaintenance\tnothing _ been\tnothing has been\tresolved "\twe see\twe t'
        'ake\tyour case was\t'
    ),
    -1.18: (
        'could you\tis _ ?\tplease _ the\treports\tthe interest\t'
    ),
    -1.17: (
        "^ _ cannot\tfound .\tfound . $\tfound _ $\tfrankfurt\ti'm afraid\tin frankfurt\tother\tsignature ."
        '\tsignature . $\tsignature _ $\tsorry to\ttill the\t'
    ),
    -1.16: (
        ', _ i\tbe _ in\tmessage _ $\tthis to\t'
    ),
    -1.15: (
        "0 pm\t^ _ claim\t^ your claim\tby _ .\tfacts\tform\ti'm sending\tpayment in\tpm\trule 0\tthe facts\tt"
        'he part\twe _ that\tyou so\t'
    ),
    -1.14: (
        '^ _ thank\t^ has the\t^ we thank\tat _ workshop\tcache\thave _ fixed\tis 0 $\tlook\tunlock\twas you'
        'r\twe thank\twe thank you\t'
    ),
    -1.13: (
        'due\tget\tinto _ $\tplease _ us\tred\tthe _ shop\tthe flight\t'
    ),
    -1.12: (
        'compensation is\twe cannot\t'
    ),
    -1.11: (
        'crossed\thas _ received\thas been received\ti hear you\till\ttell me\t'
    ),
    -1.1: (
        "^ _ first\t^ _ offer\tbeen sent\tbit\tmonday and\tmonday's\treproduce\tthe battery\twhy\tyou want\t"
    ),
    -1.09: (
        '^ please\ta different\tapproval .\tapproval . $\tapproval _ $\tcountry\tfixed "\ti need\tit was fi'
        'xed\tlogs\tme\tnot\tyour _ ticket\t'
    ),
    -1.08: (
        '" _ "\t0 reopened\t^ provided\tafter the\tmany\tor _ money\trefund _ not\tthe form\twe\'d _ to\twe\'r'
        'e\tyour _ date\t'
    ),
    -1.07: (
        ', we will\t^ _ reminder\t^ thanks ,\t^ the server\tan _ .\tcompleted _ first\tin _ workshop\tin l'
        'eeds\tis stuck\tis stuck in\tmoment\topened\tplanned for\treproduced\tscanned\tsim card\tthe _ comp'
        'any\t'
    ),
    -1.06: (
        '^ we hope\ta _ to\tin a\tis a\tor _ .\tso far\tteam .\tteam . $\ttemporary\tthe _ came\twaive\twaive '
        'the\twas sent\twe _ two\t'
    ),
    -1.05: (
        '^ are\taccess _ the\taccess to the\tbeen passed\tbox _ $\tin _ second\tin the second\tminutes .\tm'
        'inutes . $\tminutes _ $\tnot _ the\topen _ $\twrong .\twrong . $\twrong _ $\t'
    ),
    -1.04: (
        ", _ please\tand i can\tbeen passed on\ti've _ a\tlonger than\tnot _ .\tout _ stock\tout of stock\t"
        "restarted the\tthe _ step\tto _ the\tunder review\tvendor\twe _ received\twe're _ on\tyour order "
        'number\t'
    ),
    -1.03: (
        ", about\t^ _ other\t^ another\t^ repair\t^ we'd\tbetween _ and\tdon't\tlabel _ $\tnone\toffice\tphot"
        'os _ the\t'
    ),
    -1.02: (
        ", so i\t^ _ change\t^ it is\tat _ depot\tcan _ this\tdesk .\tdesk . $\tdesk _ $\tis 0\tis it\tlet's\t"
        "line _ .\tlook at the\ton _ the\tsomewhere\tthe top\twhat's\t"
    ),
    -1.01: (
        "among those\tif you've\tknown\tlogging\ton it\tpart is\tthe shop\tthe update is\tupdate is\twant to"
        '\twas received\twill _ in\tyour report\t'
    ),
    -1.0: (
        ', still\t0 hours\t^ to\tabout 0\taim\taim to\tback by\tcopy of\tknow\tmessage .\tmessage . $\t'
    ),
    -0.99: (
        '^ _ take\ta _ fault\tbear\tbear with\tevening ,\texpert\tno _ has\ton its\twork again\t'
    ),
    -0.98: (
        '^ _ part\tbe\tbeen _ about\tbeen told\tclause\tclause 0\tdo _ know\tfound two\tget the\tombudsman\tp'
        'arcel in\tthe ombudsman\tturns\twithin 0\t'
    ),
    -0.97: (
        "^ i'd\thave _ all\tone more\tregistered _ .\t"
    ),
    -0.96: (
        '^ _ us\ta\tand should\tbeen ordered\tcard left\tcard left .\tcarrier\tdays to\tdocuments _ the\thas'
        ' _ ordered\thas been ordered\tnot .\tnot . $\tpart\treceived and\tsay .\tsay . $\tyour claim .\t'
    ),
    -0.95: (
        "escalated to\tproof .\tproof . $\tproof _ $\tthat it works\tupload\twe'll _ you\tyour case\t"
    ),
    -0.94: (
        '^ unfortunately\ta repair\tdate for\tfails\tfor order\thas to\tonly after\tright ?\tright ? $\tthe '
        'transfer has\ttwo\tvisa\twrite _ you\twrite to you\t'
    ),
    -0.93: (
        "^ i'll\t^ your solved\thave told\tin _ queue\tin the queue\tis _ early\tlooking _ your\tpick it\tp"
        'ick it up\tsearching\tsorry that\tthen _ .\ttop right\ttrying\ttrying to\twelcome to\tyour _ arriv'
        'ed\tyour solved\t'
    ),
    -0.92: (
        '^ can\tappointment\tbefore\tbefore _ is\tbeing\tit _ be\ton _ for\t'
    ),
    -0.91: (
        'about a\tat home\tdispute _ now\tdispute is now\ti know that\tisolated\tpretend\tprevious\trestore'
        ' your\tset by\ttonight _ 0\ttrace\tyear _ $\t'
    ),
    -0.9: (
        "^ _ haven't\t^ _ the\tand _ be\tday .\tday . $\tdon't _ the\tfor 0\tit ?\tit ? $\tlooking into\tno a"
        'ccess\tsent to\tthat _ ?\tto _ everything\tto second\tto your case\twaiting for\t'
    ),
    -0.89: (
        ", _ afraid\t, i'm afraid\t: 0 -\t^ not solved\t^ some\tare processed\tat the depot\tavailable\tbee"
        'n recorded\tdate\tfourteen\tit down\tlamp .\tlamp . $\tthe _ did\tthe _ working\tthe cache\tthe cou'
        'rier\twant\tyour deadline\t'
    ),
    -0.88: (
        '?\t? $\t^ _ added\tbe _ for\texplains\tinspection\tit works now\treceipt .\treceipt . $\tsecond _ $'
        '\tspecialists .\tspecialists . $\tspecialists _ $\tstep\tto refund\t'
    ),
    -0.87: (
        'appeal\tbeen opened\texamined .\texamined . $\texamined _ $\tis now with\tlast _ has\tletters\tsti'
        'll in\ttesting\tto _ to\tto read\t'
    ),
    -0.86: (
        "^ _ chat\t^ _ don't\t^ money\tand found\tbe _ after\tbeen placed\tbeen received .\tbefore you\tcom"
        'paring\tfor _ visit\tinsurer\ton monday and\tout _ $\trequest _ .\tturn\twe look\twish\t'
    ),
    -0.85: (
        ", we're\t^ _ afraid\t^ reference\t^ we take\tcard _ the\tdiagnostic\tis set\tlabel .\tlabel . $\tly"
        "on\tmistake , your\tmore than\tof _ has\train\treally\tthe _ hasn't\tthe diagnostic\tthe rain\tthe "
        'receipt\ttwo _ $\t'
    ),
    -0.84: (
        ', advised\t^ last\t^ your cancellation\tanyone\tcentre\terror still\tholding\tknow if\tmy\tour syst'
        'em .\tpart _ the\tpart of the\tpending .\tpending . $\tpending _ $\tusers\twe _ about\t'
    ),
    -0.83: (
        ', and they\t, yours\t^ _ at\t^ please sign\tabout _ .\tand tell\tbox .\tbox . $\teach\thappened\tmy '
        '_ is\tplease sign\trequest for\trestoring\tsee two\tsnow\tthat it was\tthe _ right\ttold the\tyour '
        'request for\t'
    ),
    -0.82: (
        '"\t^ _ dispute\t^ _ file\t^ let\'s\tanswer .\tanswer . $\tanswer _ $\tbrowser\tby _ end\tby the end\t'
        'courier $\thave no\tmissing _ $\tno _ is\tthe moment\tthe next\t'
    ),
    -0.81: (
        "^ _ decision\t^ _ send\tanother customer\tfar .\tfar . $\tfar _ $\ti'm _ sorry\tin march .\tlet us"
        '\tmeasured the\tpassed to\tphotos , which\tphotos _ which\tstill _ for\tthe earlier\twould _ like'
        '\twould you like\t'
    ),
    -0.8: (
        '^ _ parcel\tabout _ delivery\tanything .\tanything . $\tare _ on\tfirst .\tfirst . $\tfirst _ $\tf'
        'or _ ?\treopened\tsee _ the\tso far .\tthe _ needs\twe want\twhy .\twhy . $\twhy _ $\twill _ to\twit'
        'h an\tyours is\t'
    ),
    -0.79: (
        ', expected\t^ _ documents\t^ _ hear\t^ _ resolution\tare working\taround\tat any\tbe _ once\tbeen '
        "reported\tcame back .\tcan _ a\tcan't _ that\tcharged _ for\tdepartment .\tdepartment . $\tdepart"
        'ment _ $\thas _ reported\thas _ sent\thas been reported\tif the\tit may\tme ,\tone _ is\tour _ are'
        '\tshows _ parcel\twe _ asked\twe have asked\t'
    ),
    -0.78: (
        "0 _ unless\t^ _ ordered\t^ i see\t^ please don't\tbeen informed\tbeen submitted\tbefore the\tboxe"
        's\tdelete\tfourteen days\thas _ submitted\thas been submitted\tis delayed\tmean\tour workshop\tple'
        "ase don't\tsince tuesday\tto solve\tupset\tupset .\tupset . $\tupset _ $\tus that the\tyour _ so\ty"
        'our _ yet\t'
    ),
    -0.77: (
        '" ,\t, _ only\t^ had\t^ nobody\t^ thanks\tabout\tam sorry\tbehind\teither\tfor maintenance\thave arr'
        'ived\ti am sorry\tinvestigating\tnumber _ $\tour fraud\treport _ been\treport has\treport has bee'
        'n\tthat _ refund\tthe line\tthe parcel was\tthe refund is\tunder this\twas _ since\twill _ restor'
        'ed\twill be restored\t'
    ),
    -0.76: (
        '" was\t- 0 $\t- _ $\t^ let\tat present\tbeen registered\tdepartment\tdoesn\'t cover\tfor _ money\tfo'
        'r your money\tgive us\thas _ registered\thas been registered\thave _ received\thave been receiv'
        'ed\tid\tour _ rules\tprevious _ was\treceipt _ your\treceipt of your\tthe status\tthis email\twhat'
        ' happened\t'
    ),
    -0.75: (
        "^ sorry ,\t^ we're\tagrees\tfor _ order\thanded to the\thonestly\tis no longer\tis planned\tis pla"
        'nned for\ton it $\tplumber\tpost .\tpost . $\tqueue .\tqueue . $\tqueue _ $\tread your\tred .\tred .'
        ' $\tred _ $\tsection 0\tshift\tshops\tsolved ,\tstop it\tthe _ agrees\tthe depot\tthis _ not\ttonigh'
        "t ,\tunder review .\twe're checking\tyou ?\tyou ? $\t"
    ),
    -0.74: (
        ', _ us\t^ _ allow\t^ _ upload\t^ please allow\taccept _ sincere\taccept our sincere\taccounting\t'
        'allow\tcalled\tfinance\tform .\tform . $\tform _ $\tis _ our\tis repaired ,\tit _ resolved\tmight\tp'
        'lease allow\treach you\trestaurant\tstarted _ 0\tthe _ remains\tthe bank .\tthe restaurant\tto _ '
        'file\t'
    ),
    -0.73: (
        '^ refunds\t^ you need\ta ticket\tan _ has\tboard .\tboard . $\tboard _ $\tcase\tcase has\tcourier\tf'
        'ar from\tforwarded to\thow\thow to\tidentity\tin an\tincomplete\tincomplete .\tincomplete . $\tinco'
        'mplete _ $\tleft _ ,\tpublic _ .\tsee if\tthe developers\twarehouse\twill have\tyour case has\t'
    ),
    -0.72: (
        ", i'm\t^ _ come\t^ our fixed\t^ part\t^ tested\tappeal _ been\tappeal has\tappeal has been\tare lo"
        'oking\tdisputes\testimated\thas _ opened\thas been opened\tissue was\tknow whether\tlet us know\to'
        'r _ it\tour fixed\tpage _ "\tparcel was\tplug\trefund is\tsecond _ to\tthe _ files\tthe _ from\tthe'
        ' issue was\tthose _ .\tup to the\tus know\tyour appeal has\t'
    ),
    -0.71: (
        '0 - 0\tcan have\tcustomer .\tcustomer . $\tcustomer _ $\tdone _ the\tfollow the\tfor _ of\thave _ '
        'right\thours\tif _ works\tis _ for\tpassed\tscreenshot\tsolve _ .\ttake\ttested .\ttested . $\tteste'
        "d _ $\tthe _ turned\tturned on\twe're _ .\twith our\tyour account has\t"
    ),
    -0.7: (
        '^ _ log\t^ what\tand it should\tattention .\tattention . $\tattention _ $\tcheck is\tfixed _ are\t'
        "i've got your\tmaintains\tmaintains that\tmust be\tnobody _ .\tnot _ you\tperiod\trefund the\tsec "
        ',\tsolved _ we\tthe _ cancelled\tthe _ rate\tthis _ because\ttry\twe _ into\twe look into\twhat is'
        "\tyou've _ .\t"
    ),
    -0.69: (
        'and _ still\tanswered .\tanswered . $\tanswered _ $\tcapacity\tcapacity .\tcapacity . $\tcapacity'
        ' _ $\tcontract $\tcooking\tdye\texchange\texpect\tfirst step\tget _ sorted\thim .\thim . $\thim _ $\t'
        'i will\tplease use\tregion\tregistered\tthe first step\tthe item\tunable\tunable to\tusing the\twe '
        '_ for\t'
    ),
    -0.68: (
        '^ _ does\t^ it may\t^ we could\ta _ before\tadded _ the\tan _ from\tas _ say\tas you say\tbefore i'
        "t\tchecking .\tchecking . $\tchecking _ $\tcome .\tcome . $\tcome _ $\tcompany\tdon't _ that\tentry"
        ' .\tentry . $\tentry _ $\teur\tfor _ while\tlast month\tme a\tnumber 0 $\toffice .\toffice . $\toffi'
        'ce _ $\torders _ $\trefund of the\ttest\tthe _ about\tto _ us\tto have it\ttwo weeks\twe know\tyou '
        'say .\t'
    ),
    -0.67: (
        ', _ let\t, can\t^ _ called\t^ nobody has\ta phone\tbe credited\tbeen passed to\tearly to\tgo .\tgo '
        ". $\ti'd _ to\tinto\tis far\tis too early\tit _ too\tit is too\tmove\tnobody has\tour _ will\tpassed"
        ' _ the\tpassed to the\tpending _ your\ttechnician _ on\tto now\tto now .\ttoo early to\ttwo _ .\tu'
        'p _ now\tup to now\twas solved ,\twe _ searching\t'
    ),
    -0.66: (
        ', _ may\t, cause\t, you may\t^ _ appointment\t^ _ cancellation\t^ the parcel\t^ waiting\t^ waitin'
        'g for\ta fix is\tagain tomorrow\tagain tomorrow .\tcontract .\tcontract . $\tfew\tfiled\tfrom _ ar'
        'chive\tif we\tis _ longer\tis needed\tmention\tnot refunded\tplease try\trestore _ account\trestor'
        'e your account\tshe\tthe cause .\twhy the\tyou mention\tyour _ left\tyour _ resolved\t'
    ),
    -0.65: (
        ', so please\t0 pm .\t^ are you\t^ new\t^ the status\taccording\taccording to\tafraid ,\tand _ noth'
        'ing\tbank $\tbest\tcan fix\tcan fix this\tconnected\tfor holding\tfor holding ,\thave solved\theard'
        " _ the\tholding ,\ti'm _ ,\ti'm afraid ,\tlook _ it\tof _ steps\tover from\tplease tell\tpm .\tpm ."
        ' $\tpm _ $\tso please\tstand\tstatus page\tsteps _ done\tstill\tthanks _ holding\tthanks for holdi'
        'ng\tthat the problem\tthe _ says\tthe bank $\tto sign\twait _ $\twe can fix\tyour cancellation\t'
    ),
    -0.64: (
        '^ _ enclosed\t^ _ promise\t^ the enclosed\t^ we promise\tamount on\tamount on your\tcall you\tche'
        'cking _ the\tdays $\tfull .\tfull . $\tgets _ .\tgood _ ?\ttaken from\tthe _ request\tthe amount o'
        "n\tticket was\ttrace _ it\ttrace of it\twas taken from\twe promise\twe've asked\tyou before\tyou t"
        'hat it\t'
    ),
    -0.63: (
        ', handed\t, handed to\t- 0 :\t- _ :\t^ _ feedback\t^ your feedback\ta technician\tacknowledge _ o'
        "f\tacknowledge receipt\tacknowledge receipt of\tand _ don't\tcome _ the\tcome from\tcome from th"
        'e\tcontact\tdescribe\textend\ti look\tlooking _ this\tlooking into this\tnow _ into\tof purchase\tp'
        'roof _ purchase\tproof of purchase\trebuild\trebuild _ 0\trebuild at\trebuild at 0\tremarks\trevi'
        'ewed\tsee _ charges\tsee two charges\tthat _ error\tthe text\ttoo , and\ttoo _ and\tyear .\tyear .'
        ' $\tyour remarks\t'
    ),
    -0.62: (
        ", our\t, yours is\t^ asked\t^ i can't\t^ please confirm\tbeen _ before\tbroken .\tbroken . $\tbrok"
        "en _ $\tchasing\tchasing the\tdeclined .\tdeclined . $\tdeclined _ $\tdo not\thasn't been\ti'm _ i"
        't\tit up .\tlost _ .\tmissing lamp .\tno ,\ton _ earlier\tpayments $\tplease confirm\tsix _ $\tthe '
        '_ come\tthe investigation\tthis one\ttwo payments\twith _ receipt\tyour _ lamp\tyour missing lam'
        'p\t'
    ),
    -0.61: (
        ', _ ?\t^ we cannot\ta date\tare sorry\tbecause\tbeen waiting\tbetween 0\tbetween 0 and\tcame on\tca'
        'se _ open\tchanges\tcheck\tgoods .\tgoods . $\tgoods _ $\tis _ a\tis cleared\tlost .\tlost . $\tlost'
        ' _ $\topen again\tour warehouse\towner _ .\treceipt\treturned _ .\triders\tsent us\tsoftware\tsure\t'
        'tax _ .\tthe _ manager\ttold us that\twe _ sorry\twe are sorry\t'
    ),
    -0.6: (
        '^ did the\t^ we tried\ta _ in\tagree _ $\tat any time\tbag _ $\tbe corrected\tcup\tends _ the\terro'
        "rs _ .\tfor thursday\thave you\ti'm\tignore\tignore this\tis _ when\tjoin\tpacked\trecorded and\tref"
        'und _ a\tsend us\tsent _ a\ttraced\ttraced to\tuntil the\tupdate at\twe _ consider\twe are\twe trie'
        'd\twith another\t'
    ),
    -0.59: (
        '- up\t^ _ restarted\t^ _ status\t^ not fixed\t^ until\t^ we restarted\ta voucher\tand sign\tand si'
        'gn in\tcheck the\tdecides\tduly\tflight\tfor _ seconds\thas reached us\tis .\tis . $\tlast update\tl'
        'ength\tlink\tlong .\tlong . $\tlong _ $\tmanufacturer .\tmanufacturer . $\tmanufacturer _ $\tmay b'
        'e\tmay have\tneeded .\tneeded . $\tneeded _ $\tnot _ that\tplease _ out\tplease sign out\treached '
        'us .\tsays it\tseconds\tsee whether\tsign out\tsorry\tthe _ crew\tthe last update\tthe manufacture'
        'r .\tto the\ttold _ the\twas _ twice\twe restarted\t'
    ),
    -0.58: (
        '^ _ checking\t^ if it\t^ restoring\ta _ number\tan\tbe _ until\tcan reproduce\tget 0\ti hear\tis un'
        'der\tit _ refunded\tonce and\tpapers\trule\tsorting\tthe _ centre\tthe rate\tthis week\twhat\tyour p'
        'apers\tyour size\t'
    ),
    -0.57: (
        ', _ or\t^ only\ta fix\ta refund\tan invoice from\tand _ for\tbe cancelled\tcan tell\tcan tell you\t'
        "earliest\tgot _ .\tin june\tinvoice from\tit won't\tlaw\tour specialists .\tquestions .\tquestions"
        ' . $\tquestions _ $\treceived _ $\tsee why\tsent _ the\tshare\tsounds\tthe earliest\tthe plumber\tw'
        "e're _ the\twere told\tyou paid for\tyou were told\tyour id\t"
    ),
    -0.56: (
        ", on\t0 of\tand _ won't\tas well .\tby the\tdepot in\tdoes not\tfile _ with\tfor me ,\tfor now .\tgo"
        'ing\thappened _ $\ti took\tmay ,\tno _ of\tprovided the\trules ,\tserial\tseriously\tseriously .\tse'
        'riously . $\tseriously _ $\tsorry _ this\tthe _ fix\tthe _ number\tthe depot in\tthe restart\tthe'
        ' test\tthe top right\ttonight .\ttonight . $\ttonight _ $\twas received .\twe shall\twell .\twell '
        '. $\twithout a\tworkshop .\tworkshop . $\tworkshop _ $\t'
    ),
    -0.55: (
        '" _ $\t, _ i\'ve\t^ _ rule\t^ have your\t^ platform\t^ platform rule\ta bit\ta photo\tapplies to\tbe'
        'en sent to\tbilling team\tchose\tcomplaints .\tcomplaints . $\tcomplaints _ $\tdrops\tfare _ chos'
        "e\tfare you chose\tfibre\tgot _ complaint\tgot your complaint\thappened to\thas been sent\ti won'"
        't\tin may\tinformed .\tinformed . $\tinformed _ $\titem is\tlog shows\tmay _ a\tof _ card\tplatform'
        ' _ 0\tplatform rule\tplatform rule 0\trefund _ is\treported the\tsomewhere between\tstaff\tthat r'
        'ight ?\tthe billing team\tthis for\tyou chose\tyour _ that\tyour inhaler\t'
    ),
    -0.54: (
        '^ a technician\t^ is\t^ once the\ta note on\tan agent\tas soon\tas soon as\tat _ home\tat your hom'
        'e\tbeen examined\tbeen examined .\tbetween\tbut i\tconnected with\tdelivery .\tdelivery . $\tdeliv'
        'ery _ $\tdoctor\texpired .\texpired . $\texpired _ $\tfor _ is\tfull _ .\thave sent\tis with the\ti'
        't _ the\tnote on\ton a\tpartly\tpasswords\tpicking _ .\tpicking up .\tpromised to\tpurchase .\tpurc'
        'hase . $\tpurchase _ $\treading the\trepair\tsettings\tsoon as\tthat is\tthe _ board\tthe _ first\t'
        "the second\tus .\tus . $\twe have sent\twe'd _ the\twill _ you\twrong to\tyour doctor\t"
    ),
    -0.53: (
        '^ _ keep\t^ _ me\t^ one\t^ the file\tand forwarded\tat home .\tbe returned\tbe solved\tbeen moved\t'
        'cancel the\tflagged\tfully _ .\thas _ started\ti _ do\ti can do\tif _ still\till .\till . $\till _ '
        '$\tis _ so\tnoted and\ton _ $\tphotos of\tphotos of the\trepair _ is\tsimilar\tstore\tthe status pa'
        'ge\tthe voucher from\tticket _ is\ttight\twarehouse .\twarehouse . $\twarehouse _ $\twe _ to\twe w'
        'ant to\twere you\twill _ out\t'
    ),
    -0.52: (
        ", _ it's\t0 _ $\t^ _ passed\t^ _ working\t^ i've passed\ta password\tapp _ again\tare trying\tare "
        'trying to\tasked _ a\tasked for a\tbank agrees\tbeen asked\tcall the\tcard _ you\tcollected ,\tcou'
        "ld\tdepends\tdepends _ the\tdepends on\tdepends on the\tgoodwill\thas _ asked\thas been asked\the'"
        "s\ti've passed\tin _ ?\tin our workshop\tin review .\tlee\tmanager .\tmanager . $\tmanager _ $\ton "
        '_ between\ton to\tparcel\tplease keep\tpriority .\tpriority . $\tpriority _ $\tprovider\trefund ,\t'
        'restarted _ server\trestarted the server\tshown _ the\tthe bank agrees\tthis _ a\tto _ taken\tun'
        'der _ ,\tunless\twaits\twaits for\twe _ trying\twe are trying\twe can\tyou _ ?\tyour parcel is\t'
    ),
    -0.51: (
        ', _ is\t^ _ intend\t^ case 0\t^ if\t^ we intend\tbeen placed on\tbeen successfully\tchange\tcorrec'
        'tion\tdelete the\tget you\thas _ placed\thas been placed\tintend\tintend to\tis our\tleft _ wareho'
        'use\tlink _ the\tmarch , and\tmarch _ and\topen .\topen . $\tpassword _ $\tphones\tphotos _ been\tp'
        'lans\tregret that\treplacement is\tseller _ that\tsincere\tsincere apologies\tspecialists\tthat _'
        ' should\tthis _ ?\tthis kind\ttwo .\ttwo . $\twas _ because\twas fixed at\tway to\twe intend\twe in'
        "tend to\twe've found the\twithin a\tyou _ that\tyour previous\t"
    ),
    -0.5: (
        "^ _ box\t^ _ read\t^ after the\t^ let us\tafter _ had\tafter you had\tand are now\tand i'll\task f"
        "or\tbe _ back\tbeen filed\tbut _ can't\tbut i can't\tcan't _ it\tcard was\tcomes back\tcopy of you"
        'r\tdouble _ go\tdouble payments\tdouble payments go\teither ,\tgo back $\tgutted\tgutted _ you\tgu'
        'tted for\tgutted for you\thas _ filed\thas been filed\thope to\tiban\tin _ file\tjune _ $\tlook af'
        'ter\tmeets on\tpaid twice .\tpayments _ back\tpayments go back\tplease write\tso _ .\tstone\ttell '
        "_ if\tthe _ link\tthe _ size\tthe coupon\ttomorrow _ 0\tyour _ before\tyour _ isn't\t"
    ),
    -0.49: (
        ", this one\t0 homes\t^ _ long\t^ _ protection\t^ buyer\t^ buyer protection\t^ you'll hear\talread"
        'y been\tcard\tchecks .\tchecks . $\tchecks _ $\tcomplaint _ you\tdriver _ ,\tfix .\tfix . $\tgoing '
        'to\thear _ ,\tinterrupted\tis wrong .\tmodem\tour _ department\tour _ specialists\tsince tuesday '
        ',\tso sorry\tstill on\tthe _ goes\tthe _ show\tthe second box\tthe system\ttrace of\twithin _ days'
        "\tyou _ this\tyou confirm\tyou'll _ from\tyou'll hear\tyou'll hear from\tyour _ if\t"
    ),
    -0.48: (
        ', explain\t^ _ confirm\t^ _ tell\t^ apologise\t^ apologise ,\taccount _ been\taccount has\taccoun'
        't has been\tagree .\tagree . $\tapologise ,\tapologise , explain\tapologise _ explain\tare _ tha'
        "t\tbegin\tcan begin\tcould be\tdevelopers\tdigit\tdoes\thaven't got\ti wish\tis _ out\tis _ the\tit w"
        'orks again\tits way .\tleft _ the\tleft on the\tnear _ .\tread it\treceived .\treceived . $\trepai'
        'red ,\tsold\tstill see\tthat _ issue\tthat the issue\tthe power\tthis sorted\tto ring\ttraceroute\t'
        'we _ reproduce\tyou _ get\tyou _ move\tyou describe\tyou still see\t'
    ),
    -0.47: (
        ', _ when\t, and we\t^ _ company\t^ _ requested\t^ supply\t^ the company\t^ your documents\tairlin'
        'e\tbeen informed about\tbeen ordered .\tby us .\tchecks\tdelivered _ the\tengineers _ on\tenginee'
        'rs are on\tfee is\tfirst\tfix it\tgone _ your\tgoods\thas _ informed\thas been informed\tid photo\t'
        'informed _ the\tinformed about\tinformed about the\tinto it\tis _ in\tis _ right\tis no\tis pendi'
        'ng\tit as\tknow _ .\tlike yours\tlooked\tmanual\tmonth _ $\tof it\treplacement _ $\treported to\tsol'
        'ved , we\ttesting .\ttesting . $\ttesting _ $\tthe airline\tthe cause\tthe file .\twant your\twas '
        'broken\twe apologise\twe check\twhen your\twhile _ check\twhile we check\tyou agree\tyour _ photo'
        '\tyour id photo\t'
    ),
    -0.46: (
        ', not by\t0 _ nobody\t^ _ data\t^ _ premium\t^ could\t^ could you\t^ fixing\t^ fixing this\t^ no f'
        'ix\t^ your data\ta screenshot\tand _ whether\tand see whether\tare kept\tare kept for\tback order'
        '\tbe taken off\tbreak\tdamage .\tdamage . $\tdamage _ $\tdocuments .\tdocuments . $\tdocuments _ $'
        '\texamination\tfixing this\tis attached .\tkept for\tlike _ $\tmaintains _ the\tmaintains that th'
        'e\tmessage\tminutes\tno _ yet\tno fix\tnot by\toffice is\ton back\ton back order\tonly .\tonly . $\to'
        'nly _ $\tour _ team\tprefer\treference\trequested the\tresolved _ a\tsee whether the\tso _ keep\ts'
        'uccessfully\tsuspected\tthe seller ,\tyou able\tyou able to\tyou prefer\t'
    ),
    -0.45: (
        ', but i\t, two\t^ you want\ta code\ta copy\ta copy of\tand _ me\tand have a\tare working on\taware\t'
        'aware _ the\taware of\taware of the\tback the\tbe _ .\tbe _ if\tcheck _ .\tdocuments have\tdocumen'
        'ts have been\tearlier\temail .\temail . $\temail _ $\tfor him\tfor him .\tget it\thigh\tis new\tis n'
        'ew .\tlog _ $\tlooking _ the\tmake sure\tneed\tnot _ yet\tnotes .\tnotes . $\tnotes _ $\ton _ .\tpar'
        'tial\tplatform\tscheme\tscheme .\tscheme . $\tscheme _ $\tstands ,\tthe _ can\tthe _ never\tthe _ o'
        'ffice\tthe _ scheme\tthe _ turns\tthe damage\tthe notes\tthe notes .\tthis _ solved\tto have\tto r'
        'estore\tto six\tto six .\tturned _ the\tturned down\tturned down the\ttwo _ on\tunder clause\tunde'
        'r clause 0\tverifying\tworking _ it\tworking on it\t'
    ),
    -0.44: (
        '0 and 0\t^ _ give\t^ _ narrowed\t^ _ ping\t^ _ thanks\t^ happy\t^ how\t^ many\t^ many thanks\t^ ran'
        "\t^ we've narrowed\ta _ about\task the\tbe unlocked\tbut not\tcan't _ a\tcan't _ an\tcompared\tdo y"
        'ou\tends\tfixed , but\tfixed _ but\tgoes _ .\tgoes on\tgoes on .\thanded _ the\thas expired\thold .'
        "\thold . $\thold _ $\thotline is\tin touch\tis done\tisn't fixed\tit down to\tlist of\tmany _ for\tm"
        'any thanks\tmany thanks for\tmay ;\tmay ; $\tnarrowed\tnarrowed _ down\tnarrowed it\tnarrowed it '
        'down\tnow , we\torder $\tping\tpower\trelease\tseems\tseems to\ttells\ttells us\tthat you were\tthe _'
        ' twice\tthe bag\tthe list of\tthe recovery\tthe seller\tthe team has\tthere _ a\tthere is a\twe _ '
        "offer\twe need to\twe regret that\twe've narrowed\twe've narrowed it\twhich _ address\twill _ ag"
        'ain\tyour order $\t'
    ),
    -0.43: (
        ", not\t: _ the\t^ _ are\t^ _ normal\t^ _ previous\t^ does\t^ i took\t^ i've asked\t^ please upload"
        "\t^ should the\t^ you'd\t^ yours\tand _ report\tand i\tasked _ bank\tasked the bank\tcall\tchange t"
        'he\tcosts\tcustomer to\tfar _ solved\tfar from solved\tfrom solved\tfrom solved .\thas _ told\thas'
        ' been told\there ,\ti _ find\tin _ contract\tis far from\tlink _ sent\tnext _ ,\tnumber\topinion\tp'
        'lease upload\tprivate\treproduce the\trestored ;\trestored ; $\tring us\tsaid it\tshould the\tshow'
        's up\tstick\tthe _ desk\tthe warehouse .\tthe workshop .\ttwice .\ttwice . $\ttwo years\twhat _ .\t'
        'your letter\tyour purchase\t'
    ),
    -0.42: (
        '^ _ from\t^ do\t^ i will\t^ please tell\ta message\tadded to the\tare committed\tare committed to'
        '\tas complete\tassigned\tbeen assigned\tbutton _ ten\tbutton _ the\tbutton for\tbutton for ten\tby'
        ' mistake ,\tcause of\tcause of the\tcloses _ itself\tcloses by\tcloses by itself\tcommitted\tcomm'
        'itted to\tconfirm that\tdecide\tdigging\tfirst _ three\tfirst of three\tfixed _ march\tfixed in m'
        'arch\tfor approval\tfor approval .\tfor ten seconds\tfrom _ courier\tfrom the courier\thas _ ass'
        'igned\thas been assigned\thas confirmed\thave received\thave received your\tif your\tlook into i'
        't\tmoves\tnight shift\topen and\tour _ partner\trecorded _ $\trestore the\tsent to your\tsettings '
        '.\tsettings . $\tsettings _ $\tshoes ,\tshoes , and\tshoes _ and\tswapped _ ,\tten seconds\tthe _ '
        'arrived\tthe _ closes\tthe _ moves\tthe _ of\tthe shoes\tthe shoes ,\tthe team\tto sign in\twarnin'
        'g\twe _ committed\twe _ find\twe are committed\twe have received\twith _ invoice\tyour home\tyour'
        ' message\t'
    ),
    -0.41: (
        '" .\t" . $\t^ _ again\t^ _ call\t^ _ look\t^ _ may\t^ never\t^ three\taccount remains\tan estimate\t'
        'are _ this\task _ your\task for your\tattached\tbe lifted\tbe made\tbeen cleared\tdone is\tending\t'
        'estimate\tfor one\thas started\thave every\thave every right\tid .\tid . $\tinvestigation\tis paid'
        '\tis that\tissue _ .\torders .\torders . $\tpayment has\tpin _ anyone\tproduct\tproduct _ .\tremain'
        's unresolved\tremains unresolved .\tresolved tickets\treturned goods\treturned goods .\tsaw\tsen'
        't you a\tstep _ .\tten days\tthe _ ;\tthe _ goods\tthe logs\tthe returned goods\tthree weeks\ttime'
        ' _ the\tunresolved\tunresolved .\tunresolved . $\tunresolved _ $\twhether\twill _ your\tyou do\tyo'
        'ur _ remains\tyour account remains\tyour stay\tyours was\t'
    ),
    -0.4: (
        ", and i've\t, could\t, could you\t, sorry !\t0 back\t^ _ investigation\t^ _ isn't\t^ _ remains\t^ "
        "it isn't\t^ keep\t^ the investigation\t^ ugh\t^ ugh ,\ta sec\ta sec ,\talter\tan order\tand i've\tan"
        'd needs\tare right that\tbased\tbecause of\tbroke\tchat .\tchat . $\tchat _ $\tfaulty _ .\tfor _ re'
        "view\there\tin our\tis _ twice\tis _ without\tisn't _ .\tit might\tmonth .\tmonth . $\tneed the\tno "
        'such\tnot fixed $\toff until\ton your line\tplumber is\tpull\treceipt of\trespond\tsix .\tsix . $\ts'
        'ooner\tsooner .\tsooner . $\tsooner _ $\tsorry !\tsorry ! $\tsorry _ the\tsubject\tsubject to\tthat'
        ' _ can\tthat he\tthe _ cable\tthe _ say\tthe light\tthe rights\tticket 0\tto change\tto your file\t'
        'ugh\tugh ,\tus _ you\tvalid in\twe should\twith _ specialists\twith our specialists\tyou are righ'
        't\tyour _ stays\tyour _ whether\tyour power\tyour region\tyour report has\t'
    ),
    -0.39: (
        ', thank\t, thank you\t0 hours to\t^ _ to\t^ sorry for\t^ your dispute\tadvice\tafter 0\tand get\tan'
        "d i won't\tbeen _ on\tcan't see\tcharacters\tcharacters .\tcharacters . $\tcharacters _ $\tchecki"
        'ng the\tclose _ case\tclose the case\tcomment\tcould _ log\tcover\tdata is\thas _ that\thave you u'
        'p\thours to\tin _ days\tis red\tis waiting for\tit _ again\tit is resolved\tknow _ $\tlog\tlong _ i'
        't\tmade .\tmade . $\tmade _ $\tnumber _ -\tof the card\ton an\topen , and\topen _ and\treceipt _ $\t'
        'receiving bank\trefund on\treports _ the\treports that\treports that the\tshow\tthank you\tthe ca'
        'rd\tthe receiving\tthe receiving bank\tthis resolved\tthree _ is\tthrough\tto _ courier\tto get\tt'
        'o the courier\tuntil _ is\tup ?\tup ? $\tus _ !\twas returned to\twere _ able\twill _ back\twill t'
        "ell\twon't pretend\tyou up\tyou up and\tyour _ fell\tyour dispute\t"
    ),
    -0.38: (
        ", and i'll\t, the amount\t0 h\t0 h .\t^ _ comparing\t^ _ doctor\t^ _ hand\t^ _ step\t^ temporary\t^"
        ' your doctor\tamount _ be\tare _ those\tare among\tare among those\tare in\tat _ end\tbeen _ ;\tbe'
        'en asked for\tbeen checked\tbeen forwarded\tbeen forwarded to\tcard issuer\tcomplaint _ yours\tc'
        'omplaint of yours\tcompleted the first\tflight _ been\tfree _ $\tgo _ to\thad _ same\thad the sa'
        'me\thas _ forwarded\thas been forwarded\tin the file\tinstance _ still\tinstance is\tinstance is'
        ' still\tis booked for\tissuer\tmemory\tmoney back ,\tnot _ ,\tof _ checks\ton _ way\ton its way\ton'
        'ce _ year\tonly when\tour workshop .\trule 0 :\trule _ :\truns _ the\tsafe\tsafe on\tthat the char'
        'ge\tthe _ solved\tthe bank\tthe file\tthe modem\tthursday .\tthursday . $\tthursday _ $\tto _ deve'
        'lopers\tto _ two\tto date\tto date .\tversion _ $\twe _ not\twhat _ paid\tworking _ of\tworking da'
        'ys\tyour _ issuer\tyour card issuer\tyour flat\tyour instance is\t'
    ),
    -0.37: (
        ", _ call\t, _ reading\t, i'm reading\t, please call\t- ticket\t^ assuming\t^ assuming the\tand _ "
        'part\tassuming\tassuming the\tat _ earliest\tat our workshop\tat the earliest\tat the end\tclient'
        ' _ $\tconcerning\tdays after\tdelay\tdevice _ the\tdevice from\tget _ working\tget this sorted\tha'
        'd _ it\thas _ examined\thas _ up\thas arrived ,\thas been examined\thave _ further\thave _ passe'
        "d\thave been passed\thave this\ti'm reading\tin testing\tis _ testing\tis in testing\tis under re"
        'view\toff ,\told _ will\tour _ desk\toutside the\tpassed _ .\tpassed on\tpassed on .\tplease call\t'
        'proof\tregret _ the\tregret that the\trun out\tshe _ the\tsolved - ticket\tsolved _ ticket\tsoon '
        '_ the\tsoon as the\tspring _ $\tstill open\ttell _ whether\tthis sorted for\tto have this\tto ref'
        "und the\ttold\twasn't\twe restarted the\twe sent you\tyou , sir\tyou _ sir\tyour _ hasn't\t"
    ),
    -0.36: (
        ", _ need\t, _ we're\t^ _ for\t^ hang\t^ logs\t^ looking\t^ your neighbour\tairline's\tare shown\tba"
        'ck after\tbe back in\tbe seen\tboard\tby thursday\tcard _ 0\tcard ending\tcard ending 0\tcomplaint'
        ' _ reached\tcomplaint has reached\tconfirm _ your\tconfirm that your\tdate was\tdown\tending 0\tf'
        'eedback _ the\tfeedback on\tfeedback on the\tgive _ your\thappy to\thave _ .\thave opened\thave t'
        'old the\tinvestigate\tinvestigate _ $\tis _ unreachable\tis an\tis it working\tis safe\tis still '
        'unreachable\tits own\tkeep the\tmain\tmeasured\ton _ own\ton its own\topened ,\tpatch is\tprocedure'
        '\tpublic\trepair the\trequest _ received\trequest was received\treset the\tstill _ the\tstill unr'
        "eachable\ttake _ while\ttake a while\ttechnician is\ttell us if\tthe _ once\tthe airline's\tthe p"
        'art is\tunreachable\twaiting\twe investigate\twhich _ are\twhile _ investigate\twhile we investi'
        'gate\tyour _ still\tyour feedback on\t'
    ),
    -0.35: (
        ", _ that's\t, _ write\t, and it's\t, and yours\t, so that's\t, though it\t^ _ partner\t^ gimme\t^ "
        'please keep\t^ the box\t^ will\ta _ reviewer\ta _ with\ta human\ta similar\taccount _ still\taccou'
        'nt is still\tagain $\tagrees .\tagrees . $\tagrees _ $\tand _ need\tand _ us\tand tell me\tare slo'
        'w\tat _ post\tbeen _ that\tbeen started\tbox _ been\tbox has\tbox has been\tby line\tcut in\tdate .'
        '\tdate . $\tdevelopers .\tdevelopers . $\tdevelopers _ $\tdomain .\tdomain . $\tdomain _ $\teu\tfor'
        ' proof\tfour\tgimme\thas been started\thave been completed\thuman\tid to\tif _ bank\tif the bank\ti'
        "n line\tin may .\tis in review\tis needed .\tis that right\tisn't _ in\tlast year\tline _ line\tli"
        'ne by\tline by line\tmay take\tnew _ ?\told _ stays\ton _ ?\ton _ phones\tone ?\tone ? $\tour _ .\tp'
        'hones .\tphones . $\tphones _ $\tpost office\tpower _ in\tpower cut\tpower cut in\tproblem for\tpr'
        'omise .\tpromise . $\tpromise _ $\trestored by\treviewer\tstays _ until\tthanks for the\tthe _ wr'
        'ites\tthe developers .\tthe eu\tthe month .\tthe warranty\tthis _ you\tthis chat\tthis for you\tth'
        "ough it\tticket _ been\tticket has\tticket has been\tto _ seller\tto the seller\tunless it's\twe "
        "could not\twe'll have\twill _ it\twrites that\tyou need\tyour id to\t"
    ),
    -0.34: (
        ', _ bear\t, _ of\t, _ unknown\t, cause unknown\t, is that\t^ _ calls\t^ _ delay\t^ _ one\t^ _ reco'
        "very\t^ data\t^ let's get\t^ the delay\t^ the missing\t^ we're working\tand _ 0\tassessor\tbear _ "
        'us\tbear with us\tbefore it is\tcalled the\tcause _ .\tcause unknown\tcause unknown .\tcomes\tdama'
        'ge\tdelay _ your\tdepot _ leeds\tdepot in leeds\tentitled\tentitled to\tfor _ parcel\tfor _ to\tfo'
        'r that\tforgotten\tforgotten _ .\tforgotten you\tforgotten you .\thas _ be\thas _ passed\thas bee'
        'n passed\thas run\thas to be\thave _ ?\tif it works\tin _ meantime\tin the meantime\tis _ known\ti'
        "t on the\tits _ is\tlet's get\tlists\tlists the\tmade without\tmeantime\tmoney was\tnot be\toff ?\to"
        'ff ? $\tour _ that\tout to the\tplease keep the\tpost _ $\treached _ to\treached out\treached out'
        ' to\treading\tref\trepair shop\trepair shop is\tright now\tsee what\tsend _ the\tshop is\tstore _ .'
        '\ttap the\tthat we can\tthe _ .\tthe _ as\tthe _ form\tthe meantime\tthe repair shop\tto _ 0\tto kn'
        "ow\ttwice\tunknown\tunknown .\tunknown . $\tunknown _ $\twaiting _ the\twants\twe're working\twe're"
        ' working on\twednesday .\twednesday . $\twednesday _ $\twithout _ and\t'
    ),
    -0.33: (
        ", _ with\t^ _ tight\t^ _ yet\t^ we've found\ta _ by\ta faulty\tand see\tbe _ touch\tbe in\tbe in to"
        'uch\tbeen verified\tbeen verified ,\tboard ,\tcard ?\tcard ? $\tcause .\tcause . $\tcause _ $\tcorr'
        "ect .\tcorrect . $\tfixed _ week\tfixed last week\ti see that\ti've sent the\tis correct .\tis se"
        't for\tis solved ?\tlabel\tmast .\tmast . $\tmast _ $\tmonday at\tmonday at 0\tnot _ it\tonly if\tpo'
        "wer _ for\tpower button\tpower button for\tread _ .\tread it .\treinstalling\treturn\tsee _ you'r"
        "e\tsee why you're\tsending\tsends\tsends a\tset for\tshop _ it\tsorry _ your\tteam will\tten minute"
        's .\tthe check is\tthe mast .\tthe power button\tthe request\tthis solved\tto _ if\tto look\tto my'
        "\tto read it\twe're waiting\twe've found\twhy you're\tworking on\twrite _ the\tyet to\tyou say tha"
        't\tyour balance is\tyour card ?\t'
    ),
    -0.32: (
        '0 _ if\t^ _ close\t^ _ collected\t^ _ failed\t^ _ fraud\t^ customer\t^ is that\t^ it would\t^ retu'
        "rn\t^ what's\t^ you paid\t^ you'd get\t^ your appointment\ta possible\tafter\tand _ ask\tand _ tim"
        'e\tand we ask\tbeing _ by\tbeing looked\tcan\tcancels\tcancels ,\tdispute\tdown the\terror is\tf\tfou'
        'r _ of\thas _ refunded\thas been refunded\thave _ sent\thouse .\thouse . $\thouse _ $\tis _ block'
        'ed\tis _ looked\tis being looked\tis still blocked\tit would be\tjune .\tjune . $\tnumber ,\trecor'
        'ded\treturned when\tsay\tsearch _ your\tsearch for\tsearch for your\tsend them\tstanding\tstep 0\ts'
        'till _ after\tstill blocked\tstill down\tstill down .\tthe _ -\tthe _ email\tthe _ maintains\tthe'
        " fee is\tthe search\tthis isn't\tto respond\tto respond .\tvan\twas reported\twe _ them\tyou'd get"
        '\tyour _ were\tyour appointment\tyour house .\tyour mailbox\t'
    ),
    -0.31: (
        ", card\t, next\t: _ account\t: your account\t^ _ escalated\t^ _ reply\t^ is it\t^ we've asked\t^ y"
        'ikes\t^ yikes ,\ta _ for\ta _ solution\tagainst the\tanswer you\tare sorry .\tback at\tbecause _ a'
        'ccount\tbecause the account\tbegin .\tbegin . $\tbegin _ $\tcan begin .\tcancelled _ you\tcard nu'
        'mber\tdown at\tdrop\terror ?\terror ? $\tfix _ to\tfor reporting\tform _ attached\tform is attache'
        'd\tfound _ possible\thave identified\there , so\there _ so\there and\tlocked _ we\tlove to\tno tim'
        'e\tnow with\tof 0 february\tof _ february\tour new\trepaired ;\trepaired ; $\treply is\trequest\tse'
        'ller .\tseller . $\tseller _ $\tsign\tstop\ttaken off\ttested on\tthanks _ reporting\tthanks for r'
        'eporting\tthe carrier\tthe error ?\tthe label .\tthe seller .\tthe weekend\tthem ?\tthem ? $\tto a'
        "ccept\ttry logging\twas repaired ;\twe _ identified\twe have identified\twe've asked the\tweak\tw"
        'ill _ on\twith _ bank\tyikes\tyikes ,\tyou _ is\tyour documents have\t'
    ),
    -0.3: (
        ', on the\t, so only\t- mail\t^ _ reported\t^ i do\t^ planned\t^ planned :\t^ we need\t^ we want\ta '
        'green\taccording _ the\taccording to the\tad\tapologies .\tapologies . $\tare now\task _ the\tat _'
        ' order\tat your order\tawaiting\tbank _ and\tbe _ before\tbe called\tbefore your\tbegun .\tbegun .'
        ' $\tbegun _ $\tcan _ .\tcan find\tcare\tcompleted form\tcrew has\tdoes the\te - mail\te _ mail\tgoes'
        " _ on\tgoes live\thas begun\thas begun .\thasn't _ .\tis fully\tlonger _ we\tlonger than we\tmissi"
        'ng _ .\tnot sorted\tnumber was\tof these\tonly _ can\tor your\tor your money\tplanned :\tplease _ '
        '$\tprocess\treply .\treply . $\treply _ $\tring\tsee _ same\tsee the same\tso only\tstarted .\tstart'
        'ed . $\tstarted _ $\tstop _ .\tstop it .\tthan we\tthank\tthat sounds\tthe card you\tthe completed'
        '\tthe completed form\tthe list\tthe resolution\tthe resolution of\tthese _ .\tthink it\tthis is a'
        '\tthought\tthought .\tthought . $\tthought _ $\tto _ called\tto be called\ttracing\tuntil it is\twa'
        'nt _ money\twhich _ describe\twhich of\twhich of the\twhich you describe\twho\twork on\tyet _ to\t'
        'yet how\tyou think\tyou think it\tyour data\tyour reply\tyour reply .\t'
    ),
    -0.29: (
        ", _ be\t, _ left\t, about a\t, have you\t, you will\t^ _ can't\t^ according\t^ according to\t^ acc"
        'ount\t^ the cause\t^ the part\ta _ from\ta technician has\tabout _ third\tabout a third\tan _ onc'
        'e\tarrived ,\tbe refunded\tbeen booked for\tcancelled as\tcard _ $\tcase _ been\tcase has been\tch'
        'arge under\tcharges _ your\tcharges on\tcharges on your\tclaimed\tcome\tcould _ check\tcould you '
        "check\tcredit or\tdesk\tdown ,\terasure\texplain\tfor erasure\tgps\thasn't answered\thotline _ open"
        "\thotline is open\tis _ 0\tis open from\tit isn't fixed\tmoney _ not\tnight _ $\tof stock\topen fr"
        'om\tplease _ with\treceived _ the\trequest _ erasure\trequest for erasure\tsee no\tserver\tsincer'
        'e _ for\tsincere apologies for\tsolved for you\ttechnician _ been\ttechnician has\ttechnician h'
        'as been\tth _ the\tthanks\tthe account\tthe money was\tthe settings\tthis fixed .\tto look at\ttwo'
        ' charges on\tuntil we\tuploaded ,\twe _ do\tyet _ .\tyou check\tyour id .\t'
    ),
    -0.28: (
        '0 may ,\t@ _ no\t^ your order\taccount _ be\tarrival\tas urgent\tbilling\tcharge _ correct\tcharge'
        " is correct\tchecked ,\tcredit _ the\tdelivered ;\tdelivered ; $\teight\tfailed\thave found\ti'd l"
        "ike\ti'd like to\tin our system\tin your letter\tinto _ .\tis one\tis why\tit _ urgent\tit as urge"
        'nt\tmay , 0\tmay _ 0\tnumber _ gave\tnumber _ in\tnumber you\tnumber you gave\tof _ kind\tof docum'
        'ents\ton our server\topen _ 0\tor the money\torder _ and\tover _ night\tparcel _ arrived\tprivate'
        ' sellers\trefund of\trouter _ $\tsellers\tseveral\tslow _ .\tslow today\tslow today .\tsolve this\t'
        'solve this .\tthan it\tthat _ money\tthe queue .\tthese\tthey _ it\tthis as solved\tto _ fixed\tto'
        ' be fixed\ttom\ttwo boxes\ttwo of\turgent\tus in\twas _ off\twas refunded ,\twe _ one\twe _ solved\t'
        "we haven't\tweek .\tweek . $\twhich _ the\twhich _ why\twhich is why\twill call\twill call you\tyo"
        'u to\tyour _ to\tyour account $\t'
    ),
    -0.27: (
        ', and i\t, so we\t, sorry .\t0 days $\t^ _ cancelled\t^ _ device\t^ _ know\t^ _ love\t^ _ porting\t'
        "^ _ year's\t^ last year's\t^ money back\tand _ handed\tassessment .\tassessment . $\tassessment "
        '_ $\tattached ,\temail\tfor assessment\tfor assessment .\tget _ ?\tget it ?\tgoes\tgot the\thas _ c'
        'leared\thas been cleared\thave _ to\thear _ the\thigher\tif _ return\tin _ shop\tis _ solved\tis a'
        "ttached ,\tit's _ a\tit's fixed .\tknow more\tknow more .\tlabel _ attached\tlabel is attached\tl"
        "ast year's\tlonger _ .\tmanager _ to\tmay have been\tmoney by\tneeds a\tobliged\tobliged to\ton da"
        'y\ton day 0\ton monday\topened _ ,\tordered .\tordered . $\tordered _ $\tplease _ again\tplease st'
        'ick\tplease stick it\tplease try again\tplease upload it\tporting\tporting request\trefunds for\t'
        'return label is\tshows a\tstatement _ the\tstick it\tstuck in\ttake _ .\tthanks _ the\tthe _ card'
        '\tthe night\tthe tax\tunder _ reference\tunder that\tupload it\tus ?\tus ? $\tus _ 0\twe _ know\twe '
        "asked\twe're sorry\twhat _ see\twhat you see\tyear's\tyear's _ was\tyou get it\tyou paid twice\tyo"
        'u would\tyour bank .\tyour invoice\tyour return label\t'
    ),
    -0.26: (
        '^ _ grade\t^ _ mr\t^ _ on\t^ dear mr\t^ only the\t^ replication\t^ unfortunately the\ta word\tabou'
        "t the\tafter you've\tall _ ?\tand 0 $\tare _ the\tare on it\tbeen credited by\tcan still\tcredited"
        ' by\tdays ,\tdear mr\tdelay .\tdelay . $\tdelay _ $\tfor one order\tfor you ?\tforwarded _ our\tfor'
        'warded to our\thas a\thas already\tin _ area\tin which\tin which you\tin your area\tit is our\tit '
        'up\tlast complaint\tlast complaint has\tlooking for\tmailbox\tmay _ $\tme what\tneed _ pay\tneed a'
        '\tnight shift .\tof our\tokafor\tone _ a\tone order\tpaid twice for\tpayment _ been\tpayment has b'
        'een\tplease _ me\treplication\tright to\truns until\tsale\tshift .\tshift . $\tshift _ $\tsorry _ h'
        "ear\tsorry to hear\tstreet _ $\tsupervisor\ttell me what\tthat _ problem\tthat's not\tthe _ label"
        '\tthe case\tthe payment\tthe product\tthe queue\tto _ an\tto _ supervisor\tto restore your\tto ver'
        'ify\ttwice _ one\ttwice for one\tunderstanding\tunfortunately the\tvendor _ 0\tverify\twant the\tw'
        "e _ call\twe won't\twe're not\twhat's the\twith _ .\tyou want the\tyour _ complaint\tyour _ debit"
        '\tyour _ form\tyour direct\tyour direct debit\tyour last complaint\t'
    ),
    -0.25: (
        "%\t, they're\t, three\t, whose\t0 %\t^ _ enclose\t^ _ go\t^ _ paid\t^ _ shop\t^ _ tried\t^ does the\t"
        '^ let me\t^ none\t^ none of\t^ we enclose\t^ when\tadded a\tan investigation\tand send\tapproved _'
        ' refund\tapproved the refund\tare checking\tas well\tat our\tbe taken\tbeen seen\tbooked .\tbooked'
        ' . $\tbooked _ $\tcall this\tcan do for\tcomplete .\tcomplete . $\tdeclaration\tdeployed to\tdid y'
        'ou\tenclose\tengineering\tfor _ next\tfor _ statement\tfor our\tfor reimbursement\tfor reimbursem'
        "ent of\tfound no\thad a\thas _ ,\thave _ seen\thave been seen\thear _ crackling\ti'm sorry\tin pro"
        'gress ,\tis paid on\tit had been\tmatters _ us\tmatters to\tmatters to us\tme whether\tnext updat'
        'e\tnone of\tnope\tnope ,\tnope , not\tnope _ not\tnowhere\tone sec\tor is\totherwise\tpassword is\tpe'
        'rsists\tprogress ,\tpromised a\tquestions\trelease ,\treplace\treport\treset _ router\treset the r'
        'outer\trules .\trules . $\trules _ $\tset _ at\tset up at\tsolved before\tsorry that your\ttell _ '
        'more\ttell _ so\ttell me whether\ttell you so\tthe _ left\tthe _ must\tthe _ myself\tthe _ releas'
        'e\tthe bill .\tthe delay\tthe delivery\tthe refund ,\tthis _ before\tto _ payment\ttried _ the\tun'
        "lock your\tus if you\twe _ checking\twe _ see\twe are checking\twe can reproduce\twe enclose\twe'"
        've got your\twhose\twithin _ week\twithin a week\tyou _ far\tyou so far\tyou use\tyour _ from\tyou'
        'r _ matters\t'
    ),
    -0.24: (
        "\t, _ don't\t, _ go\t, a\t, but don't\t, i'll\t0 eur\t^ _ appeal\t^ _ didn't\t^ _ let\t^ _ settled\t^"
        " i'm so\t^ not\t^ we\t^ we didn't\t^ your appeal\ta screenshot of\tand _ asked\tand _ promised\tar"
        'chive\tarchive .\tarchive . $\tarchive _ $\tare _ into\tare looking into\tas _ as\tat _ moment\tat'
        " the moment\tbeen _ $\tbeen approved\tbut _ region\tbut don't\tbut your region\tcleared the\tclea"
        'ring\tclearing _ cache\tclearing the\tclearing the cache\tfor _ safety\tfor me\tfor your safety\t'
        "go _ with\thave _ tried\thave you tried\thim ,\ti _ asked\ti have asked\ti'm so\ti'm so sorry\tin "
        'it\tis _ yet\tis not yet\tlogs _ ,\tmonth\tmoved to\tnot work\tnot work .\tof _ error\tof the error'
        '\tof this\ton _ logging\ton order\ton order .\tonly _ when\torder _ 0\tour partner\tphotos\tpromise'
        'd _ ring\tpromised to ring\tscreenshot _ the\tscreenshot of\tscreenshot of the\tsee .\tsee . $\ts'
        'ee _ it\tsee if it\tso sorry ,\tsolved by\tsome users\tthat the error\tthe _ fixed\tthe board\tthe'
        'm with\tthirty days\tthis resolved .\tto the case\tto this\tto unlock\ttold _ that\ttoo _ for\tunl'
        'ock _ account\tvoucher _ your\twhich is\tyou can have\tyou tried\tyour _ could\tyour bill is\tyou'
        'r safety\t'
    ),
    -0.23: (
        ", _ answer\t, thanks ,\t, we've\t: _ -\t^ _ deserve\t^ _ gone\t^ _ matter\t^ _ patch\t^ _ trial\t^ "
        'before\t^ reproduced\t^ the patch\t^ we see\t^ which of\t^ you deserve\ta _ plan\ta paid\ta paid p'
        'lan\taccept .\taccept . $\taccept _ $\tan electrician\tand 0\tapplies\tat 0\tat the workshop\tbeen '
        'started and\tbench\tbench ,\tblocked .\tblocked . $\tblocked _ $\tcame .\tcame . $\tcame _ $\tcouri'
        'er .\tcourier . $\tcourier _ $\tday of\tdescribe the\tdeserve\telectrician\tfile .\tfile . $\tfile '
        '_ $\tfile is\tfixed ?\tfixed ? $\tfor _ bank\tfor the bank\thas _ refund\thas repaired\thas repair'
        'ed it\thave _ checked\thave called\thave opened an\ti looked\tin testing .\tin with\tinsurer _ th'
        'e\tinto _ paid\tinto a\tinto a paid\tis open again\tknow which\tlasts\tlasts _ than\tleft our ware'
        'house\tlodged\tmakes\tmanufacturer\tmentioned\tmobile\tmust have\ton _ bench\tone is\topened an\tor '
        'returned\tor returned .\tpaid _ on\tpaid plan\tpaid plan on\tparcel _ our\tparcel left\tparcel le'
        'ft our\tpart has\tpassed it\tpatch _ in\tpatch is in\tplan on\tproblem _ be\tsay when\tseen _ .\tsi'
        'x _ .\tspare part\tstaging\tstaging only\tstarted and\ttaking\tten minutes\tthank you ,\tthe _ !\tt'
        'he courier .\tthe customer\tthe documents\tthe manufacturer\tthe other\tthe patch is\tthis with\t'
        'to us\ttold that\ttrial _ into\ttrial turns\ttrial turns into\tturns _ a\tturns into\tturns into '
        'a\tunderstand how\twaiting _ approval\twaiting for approval\twarehouse _ .\twe _ opened\twe have'
        ' opened\twe see two\tweek _ $\twill be back\twill review\tyou deserve\tyour _ file\tyour _ letter'
        '\tyour refund request\t'
    ),
    -0.22: (
        ', _ open\t^ _ assessor\t^ _ is\t^ may\t^ no decision\ta _ issue\ta _ under\ta known\ta known issue'
        '\tall good\tanswer _ the\tare refunded\tassessor has\tbank needs\tcannot _ that\tcheck .\tcheck . '
        '$\tcheck _ $\tconcert\tcourier at\tday _ $\tdelay was\tfault _ far\tfi\tfirm\tfixed fee\tfor another'
        "\tfor returning\tfor returning the\tgreen ?\tgreen ? $\thasn't gone\ti _ sorry\ti'll be\tif that\ti"
        'n ,\tinstalments\tis a known\tkeys\tknown issue\tmeantime ?\tmeantime ? $\tmeantime _ $\tmistake ,'
        '\tmore _ before\tneed _ know\tneed to know\tno decision\tnote _ your\toh\toh _ ,\toh no\toh no ,\ton'
        'e payment\tonly _ it\topened _ ticket\tordered ,\tour _ on\toutage at\tphoto\tput up\tquestion abo'
        'ut\tremains _ until\trepaired , and\trepaired _ and\treturning the\tscheduled\tshoot\tthat everyt'
        'hing works\tthe assessor\tthe assessor has\tthe bank needs\tthe billing\tthe company\tthe concer'
        't\tthe courier at\tthe damage .\tthe delay was\tthe hotline\tthe ledger\tthe meantime ?\tthe no\tt'
        'he no -\tthe present\tthe technician is\tthree of\tto change the\tto decide\tto get this\tto rese'
        't\tto reset the\tto the developers\ttried to\tuntil six\tvan .\tvan . $\tvan _ $\tvery _ .\twas set'
        'tled\twe check .\twe have to\twill _ credited\twill be credited\twork _ the\twrote\tyour wheelcha'
        'ir\t'
    ),
    -0.21: (
        '" , but\t" _ but\t, we\'d\t0 _ from\t0 metres\t0 metres from\t^ _ label\t^ _ neighbour\'s\t^ _ under'
        "stand\t^ _ vendor\t^ on\t^ please try\t^ return label\t^ your neighbour's\t^ your return\ta _ com"
        'plaint\tabout 0 metres\tabout _ metres\taddress _ $\tafter _ minutes\tafter ten\tafter ten minut'
        'es\talert\tan earlier\tan email\tanswered\tapp _ it\tat _ request\tattached _ $\tback _ release\tba'
        'ck the release\tbeen received and\tbilling team ,\tby noon\tcare _ $\tcase only\tcaught\tcode _ $'
        '\tearlier _ of\tfees _ be\tfor ten\tfraud _ .\tfrom _ house\tfrom your house\tgas\thas _ moved\thas'
        ' been moved\thold _ power\thold the power\thow _ was\tif i\tinspection _ $\tlight turns\tlong\tmet'
        'res\tmetres _ your\tmetres from\tmetres from your\tnext week\tnext week .\tnight .\tnight . $\tnum'
        "ber 0 -\tof _ delay\tof the bill\tof the delay\tof yours ,\ton _ page\ton the page\tpart's\tpart's"
        " _ in\tpart's stuck\tpart's stuck in\trestored _ noon\trestored by noon\tsay _ you\tseconds _ th"
        'e\tseconds until\tseconds until the\tside _ well\tside as\tside as well\tslow\tsolved _ you\tten _'
        ' until\tten seconds until\tthe _ line\tthe _ only\tthe _ stuck\tthe case only\tthe light turns\tt'
        "he part's\tthe part's stuck\tthe photos\tthe release\ttouch _ monday\tuntil _ light\tuntil the l"
        "ight\tused _ $\tversion 0 ,\tversion _ ,\twe _ take\twe're _ for\twere _ ;\twhat _ the\twhat does\t"
        'what does the\twith _ fraud\twith our fraud\twith your\t'
    ),
    -0.2: (
        ", we'll\t, you would\t- rate\t: tap\t: tap the\t^ full\t^ gimme a\t^ the previous\t^ your bill\ta _"
        ' minutes\ta _ was\ta few\ta few minutes\ta year\taccount _ of\tadded\taffects\tagree ,\tand _ am\tan'
        'd _ apologise\tand given\tand i am\tand tell us\tapplies _ you\tare unable\tare unable to\tarrive'
        'd _ our\tarrived at our\tbe _ contact\tbe replaced\tbe set\tbe your\tbe your contact\tbeen moved '
        "to\tbeen noted\tby hand ,\tcan't take\tcard .\tcard . $\tcomplaint _ to\tcomplete _ $\tdifferent _"
        ' .\tearly ,\tfew _ .\tfew minutes\tfew minutes .\tfix has\tfor _ minutes\tform _ .\tgimme _ sec\tgi'
        'mme a\tgimme a sec\thand ,\thappened .\thappened . $\thas _ noted\thas been noted\thave identifie'
        "d the\there _ see\there and see\ti _ confirm\ti _ this\ti don't\ti need your\tidentified _ cause\t"
        "identified the\tidentified the cause\tisn't .\tisn't . $\tisn't _ $\tisn't _ those\tisn't among\t"
        "isn't among those\tit isn't .\tlet _ ask\tlet me ask\tlike .\tlike . $\tmarked _ as\tme ask\tmomen"
        't .\tmoment . $\tmoment _ $\tmr\tnothing gets\toff and\torder again\tpaid _ is\trefund _ order\trep'
        "lacement _ was\trestored in\tsee the\tsent to the\tset to\tsettled\tso _ asked\tso i've asked\ttha"
        't right\tthe deadline\tthe previous\tthings\tto _ over\twe _ more\twe _ unable\twe are unable\twe '
        'rolled\twhen it\twill be your\tyou _ an\tyou found\tyou like .\tyou post\tyour _ first\tyour _ pas'
        'sword\tyour contact\tyour request .\t'
    ),
    -0.19: (
        ', _ do\t, _ meets\t, which meets\t^ _ answer\t^ _ credit\t^ _ level\t^ _ over\t^ _ place\t^ _ sorr'
        'y\t^ the shop\t^ until it\t^ we asked\t^ your invoice\t^ your parcel\ta _ fix\tand _ being\tappeal'
        ' against\tappeal against the\tare made\tarrived at the\tbe _ off\tbit of\tboard , which\tboard _ '
        "which\tcancelled as you\tcheck _ it\tchecked _ and\tchoose between\tcrew is\tcustomer's _ ,\tdoes"
        ' _ $\tfixed it $\tgets fixed\tgo to\tgo to the\tguy\thow long\tif it\tinstead _ the\tinstead of the'
        '\tis awaiting\tis due\tit _ our\tit gets\tit gets fixed\tlike _ hear\tlike to hear\tline now\tmiddl'
        'e\tmiddle of\tmr _ ,\tnew version\tnot _ us\tnot by us\tof next\ton _ laptop\tor is it\tout ?\tout ?'
        ' $\toutside your\tplate\tplease send\tpromise\tquestion ,\trather have\treceived ✓\tregistered _ n'
        'umber\tsearch\tsee the error\tseen\tseller\tso _ ,\tso that we\tsolved , the\tspend\ttake _ to\tthat'
        ' _ had\tthat it had\tthe _ below\tthe cable\tthe form .\tthe middle\tthe middle of\tthe new versi'
        'on\tthe return\tto _ attention\tto write to\ttwelve\twhich meets\twhich meets on\twill _ fixed\twi'
        'll tell you\twith _ courier\twith the courier\twithin 0 days\tworkshop _ .\twould _ paid\twould '
        '_ rather\twould you rather\tyou _ choose\tyou more\tyou rather\tyou rather have\tyour identity\ty'
        'our screen is\t'
    ),
    -0.18: (
        ', _ fill\t, please fill\t, will\t0 th and\t^ _ id\t^ _ your\t^ bear\t^ bear with\t^ did\t^ half\t^ h'
        'alf of\t^ i hope\t^ my\t^ not yet\t^ pending\t^ provided that\t^ your id\ta _ flight\tand have\tand'
        ' nobody\tarrived ?\tarrived ? $\tarrives\tback _ stock\tbackup _ sunday\tbackup from\tbackup from'
        ' sunday\tbank has\tbear _ me\tbear with me\tbug you\tcause _ the\tcaused\tcaused by\tcomes _ the\tc'
        'omes from\tcomes from the\tday\tdepot\tdirect\tdirect debit\tfailed .\tfailed . $\tfailed _ $\tfee '
        '_ been\tfee has been\tfor security\tfor the next\tfrom sunday\tgood question\thalf _ the\thalf of'
        " the\thave the\thear you\thear you ,\thow annoying\ti could\ti hope\ti'd be\tin _ system\tin now ?\t"
        "in stock\tit !\tit ! $\tit can\tit can be\tit's _ delivered\tit's been delivered\tknows\tknows the"
        '\tlate .\tlate . $\tlate _ $\tlet\tmonday\tmy supervisor\tof _ passport\tof that\tof your passport\t'
        'open ,\totherwise .\totherwise . $\totherwise _ $\tpassed _ to\tphone number\tplease fill\tprovid'
        'ed that\treads\trefund arrived\trefund you .\tresolved we\tsecond\tsecurity _ .\tstill to\tsurge\tt'
        "ested\ttested _ .\tth and\tthanks , i've\tthanks _ i've\tthe _ tells\tthe backup from\tthe bug yo"
        'u\tthe button\tthe hotfix\tthe server\tto _ sure\tto a\tto my supervisor\tto put\ttoday at\tunderst'
        'and _ annoying\tunderstand how annoying\twas _ from\twe _ fixed\twe ask for\twe call\twe call yo'
        "u\twe've put\twhen a\twill _ corrected\twill be corrected\twill test\twith me\tyou remember\tyou r"
        'emember the\tyou soon\tyour _ this\tyour car\tyour case .\tyour photos of\tyour plan\t'
    ),
    -0.17: (
        ", _ i'd\t, _ system's\t, and i'd\t, the system's\t^ _ mentioned\t^ _ raised\t^ i've raised\t^ the"
        ' old\t^ you could\t^ you mentioned\ta _ ?\ta photo of\ta temporary\ta week .\tabout yours\taccount'
        " remains locked\tan exchange\tand _ ,\tand i'd\tand will be\tanswer ,\tare _ sure\tasked\tavailabl"
        "e .\tavailable . $\tavailable _ $\tbackup\tbe back\tbeen opened .\tbilling _ .\tby 0\tcan't _ canc"
        "elled\tcan't be cancelled\tcase was\tclaims that\tclear\tdevelopers have\tdo _ use\tdo you use\tdo"
        'ing\teverything is\tfiles .\tfiles . $\tfiles _ $\tfind a\tfixed , we\tfixed _ we\thave added\thave'
        " found the\the _ it\thome .\thome . $\ti _ no\ti've raised\tif _ are\tif you are\tinvestigation _ "
        'been\tinvestigation has\tinvestigation has been\tis _ back\tis missing .\tis off .\tkeep _ the\tk'
        'eep using\tkeep using the\tkit\tlog .\tlog . $\tlooked _ by\tmade _ a\tmay _ this\tmay _ to\tmentio'
        'ned that\tmoved\tno sign\tno sign of\tnormal _ you\tnot _ in\ton your bill\topen again .\tparcel w'
        'as delivered\tphoto of\tphoto of the\tpick _ up\tpromised _ that\tpromised you that\tremains loc'
        "ked\tright now .\tsecurity we\tshow _ $\tsign of\tsome _ .\tsorry _ i\tstudio\tswapped the\tsystem'"
        "s\tthe investigation has\tthe lock is\tthe month\tthe report\tthe studio\tthe system's\tthe techn"
        "ician\tthen _ $\tturned up\tus\tus your\twe _ sent\twhether _ is\twhether that's\twithin\tworking _"
        ' to\twould _ at\twould like\tyou could\tyou mentioned\tyou mentioned that\tyour order is\t'
    ),
    -0.16: (
        ', _ they\t, keep\t, so a\t, though your\t: a\t^ _ asked\t^ _ scan\t^ _ shall\t^ _ statement\t^ hell'
        "o\t^ no refund\t^ reminder :\t^ some of\t^ they\t^ we apologise\t^ we can\t^ we haven't\t^ we're s"
        'orry\t^ your new\t^ your statement\ta _ would\ta code by\tagent\tand on\tand on again\tare _ missi'
        'ng\tbecause it\tby text\tcan _ see\tcan you see\tcannot _ it\tcase _ is\tcode _ text\tcode by\tcode'
        " by text\tdigging _ the\tdigging for\tdigging for the\texpires\tforward\tfraud\tgateway\thasn't _ "
        "the\thave not refunded\ti _ give\ti'm _ them\tif _ no\tif you've no\tin the\tit $\tit to our\tit's "
        '_ good\tleft .\tleft . $\tnews _ .\tno refund\tnot refunded you\toff _ on\toff and on\ton _ march\t'
        'open\torder _ on\torder number and\tpatience\tprint\trefund _ on\trefund is on\trefund will\tremin'
        'der :\tset _ 0\tso a\tsome of\tspare\tstrike\tteam is\tthe _ expires\tthe _ shows\tthe cause of\tthe'
        ' gateway\tthe offer\tthe refund will\tthe room\tthe router\tthe strike\tthe vendor\tthem back\tthe'
        'm back .\tthere _ no\tthough your\ttoo\ttry _ it\tunder number\tunder number 0\twaiting for the\tw'
        "e had\twe'd love\twe'd love to\twill visit\twith _ payment\tyou _ with\tyou better\tyou see the\ty"
        "ou've no\t"
    ),
    -0.15: (
        ", _ between\t, and you\t, he's\t, which is\t, you'd\t- 0\t0 june .\t^ _ it'll\t^ _ mailbox\t^ _ soo"
        'n\t^ as soon\t^ the working\t^ your mailbox\ta possible solution\ta refund on\taccount stays\tacr'
        "oss\tagain after the\tamong _ yet\tand _ one\tand we'll\tand we're\tanother browser\tany time\tare"
        ' 0\tare 0 to\tare checking .\task you\tbalance is\tbank details\tbe resolved\tbeen able\tbeen able'
        ' to\tbeen refunded .\tbeen uploaded\tben\tboss\tby _ 0\tby the 0\tby your\tcan _ older\tcan give\tco'
        'de\tdone by\tdown _ the\telse _ can\tfive _ .\tfix the\tfixed yet\tfor\tgets _ ,\thas _ approved\tha'
        's _ uploaded\thas been approved\thas been uploaded\thas the\thours _ our\thours of our\ti unders'
        "tand\ti'll _ to\tis scheduled\tit repaired\tlet me\tlifted _ the\tline still\tmade once\tmail that"
        '\tmy boss\tneed _ more\tnot _ them\tokay now\ton _ line\tone -\torders\town _ .\tpeople\tplace\tpossi'
        'ble solution\tran\trefunded ;\trefunded ; $\treserved\trestart _ $\trung\tscanned .\tscanned . $\ts'
        'canned _ $\tso we\tstill _ to\tsuccessfully _ to\ttaken _ your\ttell you\ttext _ .\ttext message\t'
        "text message .\tthe _ before\tthe _ didn't\tthe _ sends\tthe _ until\tthe discount\tthe inspecti"
        'on\tthe mail that\tthe theft\tthe theft ,\tthe working\tthe working hours\ttheft\ttheft ,\tthere y'
        'et\tthings _ .\tthirty _ .\tthirty days .\ttime\ttwo -\tunder _ 0\tversion\twas fixed .\twe can do\t'
        "we're _ there\twere refunded ;\twhat _ can\twhat i\twhat i can\tworking hours\tworking hours of\t"
        'yet _ be\tyet to be\tyou _ charged\tyou ask\tyou describe the\tyou on\tyour _ failed\tyour bank d'
        'etails\tyour money is\tyours _ not\t'
    ),
    -0.14: (
        ', as you\t, sent to\t0 _ at\t: the\t^ _ takes\t^ _ wrote\t^ a new\t^ ask\t^ ask the\t^ for your\t^ t'
        "he premium\ta _ test\ta nice\taccept\taccept our\taddress is\tan answer\tan email .\tand i'm\tapple"
        '\tappointment _ been\tappointment has\tappointment has been\tare _ ,\tare _ at\tasked _ your\tbe '
        "delivered\tbefore any\tbranch\tby _ ,\tby noon .\tcan't _ .\tcase _ $\tcomment .\tcomment . $\tcomm"
        'ent _ $\tdecide .\tdecide . $\tdecide _ $\tdesk ,\tdoes it\temergency\tenrolment\terrors _ your\tfe'
        'e has\tfor _ ,\tfor _ users\tfor _ week\tfraud desk\tfraud desk .\tfrom _ .\tfrom _ within\thang t'
        'ight\thave _ nice\thave a nice\ti do\tin review\tinvoice _ you\tinvoice from you\tis _ down\tis po'
        "ssible\tit solved\tit's back\tlab\tlast _ .\tlena\tlink to\tlooking at your\tmatches\tmatter _ sett"
        'led\tmatter to\tmodel\tmuch\tnot _ resolved\tnot yet resolved\tof _ letter\tof your letter\ton fri'
        'day\tonly the\torder number ,\tour fraud desk\tour legal\tpassword link\tphoto _ a\tpipe\tplease .'
        '\tplease . $\tplease accept our\trefund .\trefund . $\trejected _ the\tsays _ repaired\tsays _ wa'
        's\tsays it was\tseems _ be\tseems to be\tsend _ a\tsend us the\tsent them\tsettle\tsettled _ is\tsh'
        'ow a\tsorry for the\tstates\tstates that\tsupplier\ttake .\ttake . $\ttake _ $\ttake _ days\ttake t'
        'his\ttariff\ttechnician\tthat it is\tthe _ states\tthe error still\tthe original\tthe replacement'
        '\tthe settings .\tthe show\ttheir\tto _ order\tto _ them\tto decide .\tto have the\tto your order\t'
        "told it\ttoo ,\tvery seriously\tvery seriously .\twe take this\twe're _ it\twere _ it\twere told "
        'it\twhile _ look\twhile we look\twill _ an\twith ?\twith ? $\twithin 0 h\twithin _ h\tyet resolved'
        '\tyou it was\tyour appeal\tyour profile\tyour ticket 0\t'
    ),
    -0.13: (
        ', but it\t, or do\t, we need\t^ _ about\t^ _ bill\t^ _ changes\t^ _ crew\t^ _ game\t^ as long\t^ we'
        " would\t^ we've put\t^ you said\ta day .\ta fix .\taccounts\tafter _ ,\tagain , the\tam _ that\tam "
        "sorry that\tand _ old\tand a\tand i apologise\tand i don't\tanswer from\tanswer from the\tare _ i"
        'f\tare still\tas long\tas long as\tbeen _ under\tbeen completed\tbooked a\tcheck _ done\tcheck is '
        'done\tclaim .\tclaim . $\tclaim _ $\tcompensation _ on\tcompensation depends\tcompensation depen'
        'ds on\tcorrected _ .\tcourt\tcredit of\tcrew _ on\tcrew is on\tcustomer _ .\tdo\tdocuments _ been\t'
        "doesn't\tdon't know\tdropped\tearly\tengineering .\tengineering . $\tengineering _ $\tfor _ patie"
        'nce\tfrom _ bank\tfrom the bank\tgood now\thas _ days\thave _ ,\thotel has\ti am\tidentity check\ti'
        'n _ wrong\tin the wrong\tinto this\tit takes\tits _ to\tix\tlength _ the\tlength of\tlength of the'
        '\tlong as\tlooking at the\tlooking into it\tlose\tmast\tmeets\tmerchant _ that\tmoney _ .\tmoney _ '
        'sent\tmoney was sent\tnot _ on\tof _ missing\ton _ length\ton the length\topen _ .\tor do\tor do y'
        'ou\tour _ service\tour _ shows\tour technicians have\toutside\tpaid _ .\tpaid _ for\tpart _ been\t'
        'part has been\tpart on\tpatience _ $\tpayment ,\tpharmacist\tphone _ in\tplan _ $\tplease _ your\t'
        'premium\tpressure\tprogress\trequest .\trequest . $\treturn is\tsent back\tshared\tsorry _ read\tso'
        'rry to read\tstill _ be\tstill to be\ttechnicians have\ttells _ it\ttells us it\tthat _ courier\t'
        'that the courier\tthe _ told\tthe code\tthe hotel has\tthe identity\tthe identity check\tthe len'
        'gth\tthe length of\tthe mast\tthe return is\tto _ report\tto engineering\tto engineering .\tto yo'
        'ur report\ttop\twait _ the\twait for\twait for the\twarranty _ .\twas wrong .\twe _ looking\twe ar'
        "e looking\twe can't\tweekend\twill _ within\twill be fixed\twill take\twithin _ month\twork ?\twor"
        'k ? $\tx\tyet , but\tyet _ but\tyou ;\tyou ; $\tyou today\tyour bank\tyour next\tyour order\tyour or'
        'ders\tyours ?\tyours ? $\t'
    ),
    -0.12: (
        ", who'll\t0 mb\t0 to 0\t^ _ of\t^ _ restaurant\t^ _ suitcase\t^ _ this\t^ _ two\t^ a ticket\t^ deli"
        'very is\t^ hang on\t^ parcel\t^ the repair\t^ the restaurant\t^ the transfer\t^ we have\t^ your s'
        'uitcase\ta _ answer\ta _ signal\ta reset\ta reset signal\tall _ in\talthough your\tand _ should\ta'
        'nd _ until\tand we\tare testing\tat the\tbattery\tbe credited .\tbeen scanned\tbetween a\tby _ res'
        'tart\tcan reproduce the\tchat\tchoose _ a\tchoose between a\tcome back\tday ,\tdelivery is\tfor _ '
        '0\tfor _ part\tfor proof .\tform received\thang on\thave _ days\thave _ out\thope _ get\thope you\t'
        "hope you get\thours _ $\ti've sent a\tin payments\tinformation\tis scheduled for\tis to\tit has n"
        'ot\tit is\tit solved by\tit was solved\tits _ and\tleak in\tlevel _ 0\tliability\tmade a\tmb\tmeter '
        ',\tnever\tnext _ :\tnext bill\tnext bill ,\tof _ app\tof the app\tonce a\tor 0\tour answer\tour comp'
        'laints\tpaid for\tpayments _ made\tpayments are made\tplease tell me\tplease tell us\tpreferred\t'
        'preferred date\trate\treason\treset _ to\treset signal\treset signal to\trollback\trow\tscheduled '
        'for\tsent _ reset\tsent a reset\tsettlement\tsignal _ your\tsignal to\tsignal to your\tsolved by '
        'the\tsomeone\tstays _ .\tsubmitted _ the\ttaken _ the\ttechnician on\ttest it\tthe _ subtitles\tth'
        "e check\tthe device\tthe driver\tthe driver's\tthe trouble\tthe van\tthis with the\tticket 0 is\tt"
        'ickets\tto _ email\tto _ made\tto your email\ttomorrow ,\tunder settings\tuntil _ have\tvendor .\t'
        "vendor . $\tvendor _ $\tversion of\tversion of the\twas scanned\twe _ receipt\twe can't take\twe "
        "need a\twe're _ out\twhen _ is\twho'll\twill test it\tyou _ now\tyou see .\tyour preferred\tyour p"
        'referred date\tyour understanding\t'
    ),
    -0.11: (
        ', _ out\t, for\t- _ with\t0 days ,\t0 hours .\t: your claim\t^ _ apologise\t^ _ gas\t^ _ second\t^ '
        "_ still\t^ i wish\t^ i'd be\t^ please answer\t^ please send\t^ restore\t^ the matter\ta day\ta thi"
        'rd\taccounts _ $\tadded your\tadvised\tagain , and\tagain _ and\tand _ can\tand _ like\tannoying _'
        ' is\tannoying this\tannoying this is\tanswer , and\tanswer _ and\tanswer _ email\tanswer this\tan'
        'swer this email\tapp .\tapp . $\tare _ as\tare comparing\tare on\tare sorry that\tat your request'
        '\tbe done\tbe done by\tby tonight\tcharges\tclaims _ .\tcoming\tconfirm that the\tcorrect\tcustoms '
        'office\tdisplay\tdo _ have\tdo you have\tdone _ we\tescalated _ to\tescalated this\tescalated thi'
        's to\texpect it\tfee\tfee for\tfor _ we\tget an\tget paid\tget this\thad _ repaired\thad been repai'
        "red\thang _ ,\the fixed\the fixed it\thow _ this\thow annoying this\thow it\ti\ti _ i\ti wish i\ti'm"
        ' _ your\tin _ ,\tin error ,\tinforms\tinforms _ that\tinforms us\tinforms us that\tinstead\tinstea'
        "d of\tis missing\tit fixed ?\tit wasn't\tit wasn't .\tits\tkeep _ posted\tknow about\tlogs collect"
        'ed\tlogs collected ,\tmatter _ resolved\tmidnight\tmoney _ ,\tnext step\tnormal ,\tnot in\tnudged\t'
        'of 0\tof _ parcel\tof six\ton 0 march\ton the phone\ton thursday between\ton wednesday .\torder _'
        ' ,\torder number .\torder was\torders are\tour plumber\tplanned _ the\tplanned for the\tplease an'
        'swer\tplease choose\tplease send us\tposted _ $\trather _ the\trather have the\trefund _ the\tref'
        "und form\trepaired _ ,\tsafety team\tseller ,\tsend us a\tshown\tshows\tshows your\tso that's\tsorr"
        'y for\tspend _ $\tstill see the\tsure that\ttake _ of\ttechnician _ us\ttechnician told\ttechnici'
        'an told us\tten _ days\tten working\tten working days\tthe _ informs\tthe _ phone\tthe _ service'
        '\tthe bank has\tthe cold\tthe customs office\tthe date\tthe issue\tthe moment .\tthe refund form\t'
        'the technician told\tthis _ so\tthis as\tthis is .\tthree days\tthursday _ 0\tthursday between\tt'
        'hursday between 0\tto normal ,\tto restore the\ttold _ he\ttold us he\ttoo _ .\ttrying _ get\ttry'
        "ing to get\tunderstand that\tus _ fixed\tus he\tus he fixed\tvoucher _ a\twas sent to\twasn't .\tw"
        "asn't . $\twasn't _ $\twe _ comparing\twe _ have\twe are comparing\tweek\twill get\twish _ could\t"
        'wish i\twish i could\tyou , and\tyou can\tyou get paid\tyou may\tyou on friday\tyou on thursday\ty'
        "ou will get\tyou're _ that\tyour _ have\tyour _ no\tyour _ say\tyour receipt\t"
    ),
    -0.1: (
        ", _ which\t, i need\t, in\t, send\t0 march\t^ _ completely\t^ _ they\t^ an engineer\t^ can't\t^ don"
        'e\t^ firmware\t^ i completely\t^ it will\t^ once your\t^ please check\t^ thanks for\t^ the scan\t^'
        " we rolled\t^ we'd love\ta _ request\table _ fix\table to fix\taccount was\tan engineer\tand _ yo"
        'u\tare\tare not sure\tback at the\tbe _ as\tbe repaired\tbefore i\tbelieve it\tboth parties\tbox _ '
        'delivered\tbut _ on\tby phone\tcalled _ .\tcan _ corrected\tcan be corrected\tcar\tcard will\tcard'
        ' will be\tcase ,\tcause\tcome to\tcomparing _ with\tcompletely _ how\tcompletely understand\tcomp'
        'letely understand how\tcould _ the\tcredited _ your\tdatabase .\tdatabase . $\tdatabase _ $\tdep'
        'artment has\tdepot .\tdepot . $\tdepot _ $\tdispute _ been\tdispute has\tdispute has been\tdoes a'
        'nything\tengineer will\tfixed _ ?\tfixed _ friday\tfixed by friday\tgiven back\tgoal\tgood _ .\tgo'
        'odwill _ .\thappens\thappens .\thappens . $\thappens _ $\thave _ order\thave _ us\thave asked the'
        '\thave forwarded\thave two\thave your order\thear _ you\thear from you\ti _ understand\ti complet'
        "ely\ti completely understand\ti've _ the\tin _ flat\tin your flat\tinsurance\tis _ until\tis up t"
        'o\tis with\tis wrong\tit was a\tit will\tit will be\tknow _ it\tknown ,\tlast _ ,\tlast _ ?\tlast mo'
        'nth ,\tlater\tletter\tlevel _ .\tlooked into\tlooking at\tmissing lamp\tmr okafor\tneeds to\tneighb'
        "our's _ was\tnext month\tnot fixed yet\tnot sure\tof _ deposit\tof next month\tof the\tof the dep"
        'osit\tokafor ,\ton _ one\ton _ yet\ton there yet\tonce your\towing\towing to\tparcel _ the\tparties'
        '\trefunded _ up\trefunded is\trefunded is up\treplaced on\trequested .\trequested . $\trequested '
        '_ $\trespond .\trespond . $\trespond _ $\tsay _ it\tsay that the\tshould _ it\tshows .\tshows . $\t'
        'shows _ $\tsign _ again\tsign in again\tsim\tsix\tsorry _ had\tstays _ while\tstays suspended\tsta'
        'ys suspended while\tsuspended while\ttell _ the\tthe _ charged\tthe _ had\tthe depot .\tthe labe'
        'l\tthe morning\tthe property\tthe website\tthe word\tthe wrong\tthen .\tthen . $\tthere is\tthinks\t'
        'thinks the\tthis _ my\tthis to my\tto the card\ttwo charges\tuse ?\tuse ? $\tvalid\twas _ today\twa'
        's declined .\twas successful\tway _ the\tway to the\twe _ forwarded\twe are not\twe have forward'
        'ed\twe received\twe received your\twhether you\twhile your\twork _ your\twork on your\tworking da'
        'y\twould a\tyou _ cancel\tyou when\tyour dispute has\t'
    ),
    -0.09: (
        ", _ letters\t, _ our\t, and for\t, and that\t, please .\t, since\t, then\t, you're\t0 $\t0 pounds ."
        '\t^ _ access\t^ _ accounts\t^ _ earlier\t^ _ expect\t^ _ plan\t^ _ sign\t^ our\t^ our decision\t^ t'
        'he technician\t^ two\t^ we do\t^ we expect\t^ your photos\ta _ priority\ta fee\ta higher\ta higher'
        ' priority\ta part\ta right\ta solution .\taccount _ locked\tall _ now\tand _ in\tand _ no\tand _ w'
        'as\tand for\tanything _ $\tapproved _ the\tare _ only\tas we\tat _ bank\taway at\taway at the\tbank'
        ' statement\tbe _ right\tbe fixed .\tbeen _ a\tbetter\tby law\tclosed until\tconsideration\tcorrect'
        'ion of\tcould _ you\tdays _ return\tdays to return\tdispute was\tdraft\tdriver has\tend of\terror '
        '_ the\tfirmware 0\tfor _ leak\tfor the leak\tfrom two\tfully restored\tgiven a\tgiven back .\thand'
        'ed\thidden\thigher _ .\thigher priority\thigher priority .\ti apologise\ti can\tif _ inspection\ti'
        "f _ isn't\tif it isn't\tif the inspection\tin _ letter\tin any\tin lisbon\tinto it .\tis holding\t"
        'is running\tis scanned\tis stable again\tit _ ;\tit is not\tit should\tit work\tknow .\tknow . $\tk'
        'now if the\tleak .\tleak . $\tleak _ $\tlegal\tlisbon\tlogging _ your\tlogging for\tlogging for yo'
        'ur\tmattress\tmedicines\tmissing _ and\tmonday _ $\tmoney _ ?\tmoney back ?\tmost\tmove _ the\tmove'
        ' to\tmove to the\tname _ $\tnew _ .\tnot able\tnot able to\tnote of\tnumber _ i\tof _ month\tof the'
        ' steps\tof three\ton .\ton . $\ton yours\tonce _ got\topen on\topened the\tor a\torder 0\torder and\t'
        'our _ apologies\tour decision\tour engineers are\tour sincere\tour sincere apologies\tpage _ $\t'
        'phone _ .\tpolicy\tpossible _ .\tpresent .\tpresent . $\tpresent _ $\tpromised\trefund _ ?\trefund'
        ' _ has\trefund _ this\trefund arrived ?\trefund has not\trefund of $\trefund on this\tremains\tre'
        'turn _ scanned\treturn is scanned\tright _ ,\tscan\tseller claims\tsender\tshow .\tshow . $\tso _ '
        'we\tsource\tstable again\tstable again .\tsteps are\tsteps are done\tstill open on\ttake up\ttake '
        'up to\ttest _ ,\ttesting _ possible\ttesting a\ttesting a possible\tthat _ need\tthe _ "\tthe _ c'
        'heck\tthe _ date\tthe _ department\tthe _ for\tthe _ plate\tthe _ reads\tthe end of\tthe file is\t'
        'the leak .\tthe seller claims\tthe sender\tthe source\tthe steps\tthe steps are\tthe van .\tthey '
        'have\tthis message\tthis message .\tto _ exchange\tto _ shop\tto see it\tto take\tto the exchange'
        '\tturned\tturned away\tturned away at\tturning\tuntil monday\tus _ $\twas changed\twe _ working\twe'
        " are working\twe do\twe do not\twe expect\twe tried to\twe're testing\twhat _ do\twill _ be\tyou _"
        " has\tyou _ new\tyou _ turning\tyou a new\tyou won't\tyou're good\tyour _ of\tyour _ provider\tyou"
        'r dispute was\tyour group\tyour last\tyour order and\tyour parcel in\t'
    ),
    -0.08: (
        ', as our\t, please write\t0 march ,\t0 october\t: _ with\t^ _ merchant\t^ _ page\t^ _ rolled\t^ _ '
        'system\t^ delivery\t^ the merchant\t^ the page\t^ we received\ta visit\taccounts .\taccounts . $\t'
        'amount _ your\tand _ at\tarrival .\tarrival . $\tarrival _ $\tas our\tbut _ want\tbut we want\tcan'
        'cel _ plan\tcancel the plan\tchecked\tcleared _ your\tdigits\tdigits _ the\tdigits of\tdigits of '
        'the\tdoes _ work\tfor _ photos\tfor the photos\tfour digits\tfour digits of\tfriday .\tfriday . $'
        "\tfriday _ $\tgive me\tgive me a\thad been fixed\ti'm _ .\tis _ before\tis not .\tis still down\tit"
        ' has been\tit is .\tit takes a\tlast _ digits\tlast four\tlast four digits\tlocked while\tlocked '
        "while we\tmistake _ your\tneed _ order\tneed your order\tneighbour's line\tnote\tof _ problem\tof"
        ' the month\tof the problem\tpick\tplease _ to\tproblem _ with\tproblem solved\treference _ $\trep'
        'aired on\tseems _ have\tseems to have\tshould _ been\tshould have been\tsize\tsorted yet\tstreet '
        ',\tstuck\tsuccessfully .\tsuccessfully . $\tsuccessfully _ $\ttakes a\tthat _ our\tthat have\tthat'
        ' in\tthat in our\tthe _ four\tthe _ kettle\tthe _ network\tthe last four\tthe premium\tthe remind'
        "er\tto _ !\tto waive\tto waive the\ttwo _ ,\twe _ on\twe _ refund\tweek's\tweek's _ .\twhich _ of\tw"
        "ith the\tyou _ told\tyour neighbour's line\tyour new\tyour question\tyour street ,\tyours _ $\t"
    ),
    0.08: (
        ', 0\t, _ single\t, confirmed\t, every single\t, is yours\t, was\t- _ the\t0 _ by\t0 _ not\t^ _ invo'
        "ice\t^ _ line\t^ _ pension\t^ done !\t^ final\t^ it's fixed\t^ your pension\ta new\tamended and\tan"
        'd _ first\tand refunded\tand yours\tas settled\tasked , and\tasked _ and\tbeen amended and\tbeen '
        'booked\tbeen waived\tbeen waived and\tbug _ kept\tclaim was\tcluster\tcorrected ,\tcredited _ acc'
        'ount\tcredited your\tcredited your account\teur 0\teven\tevery single\tfinal _ :\tfixed this\tfree'
        'zer is\tgot _ sorted\tgot that\thas\thas _ .\thas _ booked\thas _ waived\thas been booked\thas bee'
        "n waived\thas passed\tholds its\ti've _ with\tin one\tin one place\tinventory ,\tis _ full\tis bac"
        "k with\tis closed .\tis restored\tit and\tit's fixed now\tlist came\tlocated _ suitcase\tlocated "
        'your suitcase\tlock\tmissing\tonce .\tonce . $\tone place\topening\toverpaid\tphoto ,\tplace again\t'
        'placed upon\tplaced upon your\tprivileges\tput _ missing\tput the missing\trecalculated and\trec'
        'alculated and the\treceiving\trefunded _ full\treinstated _ full\tremoved the\trepair of your\ts'
        'ignature ,\tsignature , so\tsignature _ so\tsince our\tsingle _ .\tso _ whole\tspam\tsuch a\tteam '
        ',\tthe _ button\tthe _ placed\tthe late\tthe restriction\tto _ as\tto spend .\tvisit .\tvisit . $\t'
        "visit _ $\twere wrong ,\twho _ you\twon't _ charged\twon't be charged\twonderful\twrong _ has\tyo"
        "u at\tyou out ;\tyou won't be\tyour _ contract\tyour _ limit\tyour _ record\tyour cluster\tyour f"
        'reezer\tyour freezer is\tyour inventory ,\tyour seats\tyour ticket\t'
    ),
    0.09: (
        ', _ :\t, _ any\t, _ child\t, _ signed\t, _ way\t, customer\t, the refund\t, the way\t, you\t^ _ con'
        'nection\t^ _ engineers\t^ _ got\t^ _ policy\t^ _ returned\t^ in settlement\t^ okay ,\t^ our engin'
        'eers\t^ the connection\t^ the fresh\t^ your policy\t^ your refund\t^ your webhook\ta _ !\ta _ nig'
        'ht\taccident\taccount today\taccount today .\tactive again\tadded _ your\taddress ,\taddress pin\t'
        'after a\tagain !\tagain ! $\tall done ,\tand _ fault\tand back\tand installed\tand the fault\tarri'
        'ved at\tas _ .\tas _ noon\tas of noon\tback ,\tbeen changed\tbeen fixed ,\tbeen put back\tboiler\tb'
        'ooking ,\tbooking _ is\tbrought to\tbuild 0 $\tbuyer _ .\tcard $\tcart\tcome _ to\tcomplaint _ the'
        '\tconsider it\tcorrect _ and\tcorrected :\tdark\tdelivered _ installed\tdelivered and installed\t'
        'did ,\tdown .\tdown . $\te\terror _ gone\tfailed transfer\tfee ?\tfee ? $\tfinish\tfix _ $\tfolders\t'
        'for waiting\tfrom _ bill\tgems _ in\tgems are in\tget your\tgone _ to\tgone back\tgone back to\tha'
        'nded _ to\thas paid\thave completed\thave completed the\thiccup\ti _ ,\tin _ name\tin settlement\t'
        'in settlement of\tin your name\tis _ normally\tis back up\tis standing\tis there\tis wrong with\t'
        "it _ by\tit _ solved\tit's _ ,\titem _ been\titem has\titem has been\tits _ again\tits full\tkept "
        '_ you\tlate _ has\tlate fee\tlate fee has\tlonger crashes\tlonger needed\tlonger occurs\tmachine '
        'has\tmade on\tmoney is\tmore lag\tmorning\tname on\tno _ crashes\tno _ lag\tno _ occurs\tno longer '
        'crashes\tno longer needed\tno longer occurs\tno more lag\tnormal .\tnormal . $\tnormal _ $\tnothi'
        'ng _ wrong\tnothing is wrong\tnow that i\tof noon\toff _ card\toff your card\tokay ,\told _ addre'
        'ss\ton _ login\ton your login\tone of the\torder you placed\tphoto _ .\tplace _ .\tpoints and\tpol'
        'icy _ been\tpolicy has\tpolicy has been\tprofile _ $\trefund was\treissued ,\tremoved from your\t'
        'reported _ $\tresolve the\trestored _ the\treturned .\treturned . $\treturned _ $\tsettled and\ts'
        'ettled and the\tsettlement _ your\tsettlement of\tsettlement of your\tshow that\tso _ good\tso y'
        'ou\tstudent\tsuccessful\tswapped for the\tthe _ back\tthe _ driver\tthe _ log\tthe access\tthe ad\t'
        'the address\tthe building\tthe change\tthe failed transfer\tthe fresh\tthe warehouse\tthe wrongf'
        'ul\tthis _ we\tthrough _ $\tto hear\tto resolve the\tto send\tup on\tvanished _ the\twas decided f'
        'or\twas swapped for\twatched it\twe _ this\twebsite _ up\twebsite is up\twhich _ bank\twhich was\t'
        'which your\twhich your bank\twith _ your\tworries\twrong _ is\twrongful\tyou _ :\tyou _ your\tyou '
        "disputed\tyou'll see\tyour _ was\tyour account today\tyour address pin\tyour connection\tyour do"
        'or ,\tyour policy has\tyour refund\tyour request\tyour webhook\t'
    ),
    0.1: (
        ', _ least\t, _ right\t, at\t, at least\t, it works\t, priya\t, sir ,\t, sorted\t, try\t- sent and\t^'
        " _ commission\t^ _ full\t^ _ it\t^ _ reservation\t^ _ suspended\t^ hey ,\t^ nothing is\t^ that's "
        'been\t^ the commission\t^ you are\t^ your reservation\t^ your suspended\ta _ ;\ta second\table _ '
        'resolve\table to resolve\taccepts _ password\taccepts your password\tadjusted\tafter the update'
        '\tall eleven\tall functions\tall functions are\tand _ match\tand _ over\tand all 0\tand handed ov'
        'er\tand is in\tand running\tare back .\tarea is\tarrived _ the\tat least ,\tback _ ,\tback _ and\tb'
        'ack for\tbank _ on\tbearing\tbeen released to\tbeen set\tbill _ right\tbill is right\tbox office\t'
        "came _ you\tcame to you\tcan sign\tcan sign in\tcan use\tcan't _ the\tchannel\tclose\tconnection _"
        ' stable\tconnection is stable\tdefect has\tdo _ ,\tended at 0\terror .\terror . $\teverything wor'
        'ks\teverywhere\tfake\tfault is repaired\tfree to\tfrom _ profile\tfunctions\tfunctions _ availabl'
        'e\tfunctions are\tfunctions are available\thad vanished\thanded over to\thas _ set\thas arrived\t'
        'has arrived .\thas been set\they , your\they _ your\thooray\thooray ,\tin _ app\tin its\tinvoice _'
        ' been\tinvoice has\tinvoice has been\tis deleted\tis yours\tit in the\tit last\tit the\tlag _ $\tla'
        'st night .\tleast ,\tlist _ $\tlonger _ :\tlost\tmerged ,\tnow carries\tof _ complaint\tof your co'
        'mplaint\toff _ .\told _ back\ton _ network\ton the network\tone _ them\tone of them\topen to\topen'
        ' to you\tour systems\tout with\tover _ the\tover to you\tpaid _ you\tpaid into\tpaid into your\tpa'
        'id out .\tpassword again\tpayment is\tpayment returned\tpoints ,\tportal _ your\tportal accepts\t'
        'portal accepts your\tproper _ .\treached you on\treadings\tregard\tresolve _ problem\trestored _'
        " $\trestored to your\tright ,\tright one is\tright with\tseats are\tso the\ttaxi\tthat's _ taken\tt"
        "hat's been\tthe box office\tthe commission\tthe defect has\tthe network\tthe video\tthe wallet\tt"
        'hree _ the\ttold you\tundo\tup _ .\tuploaded\tuser\twallet on\twanted .\twanted . $\twanted _ $\twas'
        ' _ mistake\twas a\twe _ return\twere\twith it .\twith the bank\twith us\tyou _ sign\tyou _ whole\ty'
        'ou again .\tyou are\tyou can sign\tyou that your\tyou the whole\tyou yesterday ,\tyour _ machine'
        '\tyour _ payment\tyour _ top\tyour area is\tyour flat is\tyour list\tyour password again\tyour re'
        'cord\tyour room\tyour suspended\tyour two\tyour wallet on\t'
    ),
    0.11: (
        ', _ for\t, ticket\t, took\t, we have\t, your money\t- _ payment\t- in payment\t0 -\t0 _ and\t0 retu'
        'rned to\t: solved\t: solved .\t^ _ credited\t^ _ lena\t^ _ neighbour\t^ _ solar\t^ closing\t^ give'
        '\t^ reminder\t^ rest\t^ whatever\t^ whatever the\t^ whether it\ta _ ,\ta look at\ta test\table _ lo'
        'g\table to log\taddress\taddress _ your\taddress on your\tagain on every\tand _ card\tand _ were\t'
        'are being\tbeen reinstated with\tbilled .\tbilled . $\tbilled _ $\tboarding\tboth _ .\tbuild\tbut\t'
        'calendar _ the\tcan tap\tcase _ .\tcaught _ and\tcaught up\tcaught up and\tcent .\tcent . $\tcent '
        '_ $\tchanged _ 0\tcompensation of\tcomplaint _ $\tcomplete\tcorrected _ ,\tdeleted _ you\tdeleted'
        ' as\tdeleted as you\tdone and\tdropouts\tevery device\tfrom _ workshop\tgive _ the\tgive you the\t'
        'glitch is\tgot _ $\thappy .\thappy . $\thappy _ $\thas _ added\thas been added\thas caught up\ti _'
        ' taken\ti have taken\tin _ account\tin _ balance\tin payment\tin your account\tin your balance\ti'
        's _ on\tis online and\tits cost\tlast cent\tlast cent .\tmistake or\tmistake or the\tmoney is in\t'
        "month's\tnow _ 0\tnow resolved .\told _ ?\ton every device\tone _ 0\tonline and\tour _ or\tour _ p"
        'oints\tour mistake or\tout _ .\tparcel _ delivered\tpast\tpatience _ we\tpatience while\tpatience'
        ' while we\tpayment _ .\tpoints .\tpoints . $\tpoints _ $\tprinter is\tproof _ the\treadable again'
        '\trefund you\treinstated with\trepaired from\treplaced _ $\trequested , and\trequested _ and\tres'
        'triction placed\tright _ :\tsetting\tsolar\tsolved _ .\tstreet _ ,\tth _ you\tthat _ astray\tthat '
        'charge\tthat went astray\tthe _ bug\tthe _ cent\tthe _ held\tthe crash\tthe end .\tthe last cent\t'
        "the sum\tthermostat ,\tthis month's\ttime zone\tto _ last\tto call\tto log\tto log in\tto the last"
        '\twas booked\twas refunded\twas wrong by\twe cleared\twe cleared the\twe refunded\twent astray\twh'
        'ether _ was\twhether it was\twrong by\tyou got\tyou is\tyour bill now\tyour billing\tyour patienc'
        'e while\tyour printer is\tyour screen\t'
    ),
    0.12: (
        ', _ .\t, _ gone\t, _ last\t, _ now\t, and it\t, crash\t, crash gone\t, difference\t, money\t, money'
        ' back\t- _ is\t0 , your\t0 euros to\t^ [\t^ _ :\t^ _ accomplished\t^ _ colleague\t^ _ domain\t^ _ r'
        "ecord\t^ _ you\t^ further\t^ further to\t^ it's all\t^ mission\t^ mission accomplished\t^ patched"
        ' build\t^ the crash\t^ the domain\t^ the fix\t^ the glitch\t^ we replaced\t^ your meter\taccompli'
        'shed\taccomplished _ your\taccount _ more\taccount any more\tagain now\talong\tand _ overpaid\tan'
        'd _ owe\tand the money\tand the overpaid\tand you owe\tany more ,\taway\tback to its\tbalance _ b'
        'een\tbalance has\tbalance has been\tbe _ on\tbeen carried\tbeen carried out\tbeen charged\tbeen p'
        'aid out\tbeen taken\tblame\tcan put\tcharged _ error\tcharged in error\tcoming in\tconfirm _ the\t'
        'corrected _ the\tcrash gone\tdifference of\tenjoy _ $\teuros _ in\teuros to\tfault on your\tfind '
        '_ in\tfrom its\tfurther _ your\tfurther to your\tgap\tgot to\thad _ ,\thad expired\thave _ it\thave'
        ' _ pay\thave been refunded\thave to pay\thistory _ $\tin _ library\tin at\tin lisbon is\tin your '
        'library\tinventory .\tinventory . $\tis _ !\tit _ $\titself\tkept\tknow _ the\tlisbon _ reinstated'
        '\tlisbon is\tlisbon is reinstated\tlogin loop\tlonger _ your\tlonger have\tlonger have to\tmercha'
        'nt\tmerged\tmission\tmission accomplished\tmore ,\tno _ have\tno longer have\tour _ mended\tour mi'
        'stake\towe _ .\towe nothing\towe nothing .\tpaid .\tpaid . $\tpass _ paid\tpass you\tpass you paid'
        '\tpatched build\tpictures\treinstated _ the\trestored\tseller has\tshipping\tsince 0\tsince 0 :\tsi'
        "nce _ :\tten _ .\ttest _ of\ttest payment\ttest payment of\tthat's you sorted\tthe _ glitch\tthe "
        '_ pass\tthe _ zone\tthe damaged\tthe export\tthe fault on\tthe login loop\tthe repair\tthe seller'
        ' has\tthe sound\tthe ticket\tthe time zone\tthe €\tthe € 0\tthree _ .\tticket is\tto pay the\tto re'
        'turn\tto return the\tto the right\twallet _ the\twas called\twas called off\twas closed\twas deli'
        'vered\twent through on\twere right\twrong _ was\tya\tyou _ full\tyou _ put\tyou can put\tyou owe n'
        'othing\tyou were right\tyour _ about\tyour basket\tyour case is\tyour inventory .\tyour money .\t'
    ),
    0.13: (
        '$ 0 credited\t$ _ credited\t, _ done\t, _ site\t, _ was\t, exactly\t, exactly as\t, your site\t- _'
        ' room\t- out\t0 _ yours\t0 is\t0 is yours\t0 was\t: _ .\t^ _ charge\t^ _ lost\t^ _ standing\t^ _ sys'
        "tems\t^ all systems\t^ having\t^ i've moved\t^ latency\t^ the payment\ta _ one\taccount _ the\tacc"
        'ount and\tall systems\tand everything works\tare green\tare over\tasked whether\tback _ faulty\tb'
        'ack the faulty\tbank _ the\tbarred\tbeen released\tbeen returned .\tbelow .\tbelow . $\tbelow _ $'
        '\tbill _ the\tbirth\tclaim for\tcompensation has\tcompensation has been\tcomplete :\tcorrect date'
        '\tcorrected and the\tcorrectly _ all\tcorrectly from\tcorrectly from all\tcredited .\tcredited .'
        ' $\tcredited _ $\tdate _ birth\tdate of\tdate of birth\tdelivery fee\texactly\texactly as\texchang'
        'ed _ a\texchanged for a\tfee back .\tfixed and you\tfrom all\tfull name\tgone .\tgone . $\tgood on'
        "\thappy _ tell\thappy to tell\thas _ to\thas left\thas left the\ti _ your\ti've moved\tin your inv"
        'oice\tironed _ the\tironed out the\tis _ alone\tis barred\tis resolved\tis restored .\tis yours a'
        'lone\tit is solved\tlatency\tlocker\tmatter _ closed\tmatter is closed\tmistake , and\tmistake _ '
        'and\tmix - up\tmix _ up\tmoney has\tname _ the\tnow :\tof birth\tof which\tplaced twice\trefund wen'
        't\trefund went through\trefunded you\treleased .\treleased . $\treleased _ $\tresolves _ from\tre'
        'solves correctly\tresolves correctly from\trestart the\truns _ .\tsame _ .\tsecond _ .\tsent you'
        '\tsixty\tsolved .\tsolved . $\ttax _ is\tthe 0 euros\tthe _ finished\tthe _ out\tthe automatic\tthe'
        ' compensation has\tthe correct date\tthe delivery fee\tthe kettle\tthe kettle on\tthe locker\tth'
        'e page .\tthis _ settled\tthis time\tto _ bank\tto resolve\tto spend\tto the bank\ttry .\ttry . $\t'
        'us about\twas completed\twas missing\twas missing from\twas replaced\twe _ put\twe rolled back\tw'
        'hole _ is\twith _ on\tworkshop\tyou asked whether\tyou collected\tyou with\tyour _ off\tyour acco'
        'unt ;\tyour complaint ,\tyour full\tyour full name\tyour gas\tyour voucher has\tyours alone\t'
    ),
    0.14: (
        ', _ room\t, receipt\t, so that\t, that\t, yet\t- order\t^ _ acknowledge\t^ _ lock\t^ _ works\t^ bug'
        '\t^ problem :\t^ sorry it\t^ the problem\t^ this\t^ we acknowledge\taction\tall there\tall there a'
        'gain\tamount _ in\tan end .\tand it has\tapologies ;\tapologies ; $\tapp _ longer\tapp no\tapp no '
        'longer\tare all there\tare available\tarrived _ your\tback , and\tback with you\tbe a\tbeen _ off'
        '\tbeen dealt\tbeen dealt with\tbeen eliminated .\tbeen unblocked\tcalling\tcertificate _ renewed'
        '\tchapter\tdead _ $\tdebt\tdevice _ .\tdrawer\teliminated .\teliminated . $\tfixed now .\tfor you a'
        'nd\tfound _ in\tfound your\tgarage\tgreat\thas _ stopped\thas _ unblocked\thas been stopped\thas b'
        "een unblocked\thave now been\they _ ,\tis live again\tit in\tit'll\tlogin _ is\tlogin is\tlost _ h"
        'as\tmachine runs\tmoney _ with\tmoney is with\tnow have\tof _ $\tof _ files\toff _ list\tour apolo'
        'gies ;\tour bank\toutstanding _ your\toutstanding on\toutstanding on your\tparking\tphotos _ all'
        '\tphotos are all\tproblem :\tprogress _ .\tprogress intact\tprogress intact .\trefund _ .\tremove'
        'd .\tremoved . $\trenewed ,\trenewed , so\trenewed _ so\trepaired _ .\tresolved .\tresolved . $\tr'
        'ight _ is\tsame price\tsame price .\tsave file\tshould be all\tside .\tside . $\tsince noon\tsorry'
        " _ took\tsorry it\tsorry it took\tsorted out .\tstatus :\tstuck _ has\tsuccessfully _ the\tthat's"
        ' _ .\tthe _ euros\tthe _ transfer\tthe _ vase\tthe app no\tthe drawer\tthe fee\tthe garage\tthe £\t'
        'the £ 0\tticket _ $\tto sell\tvase\twas decided\twe acknowledge\tyou can see\tyou just\tyou now ha'
        "ve\tyou'd\tyour card has\tyour evening .\tyour saved\t"
    ),
    0.15: (
        ", _ photos\t, has\t, if\t, it's all\t, just as\t- up has\t0 june and\t^ _ ball\t^ _ mail\t^ the bal"
        'l\taccount is\taddress _ is\tagain _ you\tagain for you\tall _ -\tall regions\tall your\talone .\ta'
        'lone . $\talone _ $\tand _ further\tand no further\tappears\tapplied _ your\tapplied to your\tare'
        ' yours again\tas good\tas good as\tat _ :\tbadge\tball\tball is\tbe _ to\tbeen applied to\tbeen cre'
        'dited\tbeen ported\tbeen put\tbeen taken off\tbeen undone .\tbelieve\tcase closed ,\tclosed _ the'
        "\tcold\tcommission\tdon't have\teasy ,\tenjoy your\tfinished .\tfinished . $\tfinished _ $\tfound _"
        ' lost\tfound your lost\tfriday\tgave _ the\tgave you the\tgone through .\tgood _ :\tgood news :\tg'
        'reen again .\tgrievance\thas _ on\thas _ ported\thas been ported\tis _ .\tis fine\tis up again\tit'
        ' _ fine\tit today\tjune and\tlast _ your\tliving\tliving room\tmatches _ passport\tmatches your\tm'
        'atches your passport\tmeter _ been\tmeter has\tmeter has been\tmoved you\tnow _ you\tof $ 0\tof €'
        '\tof € 0\ton your new\tplease _ it\treceived on\trefunded _ $\treinstated at\treleased to\trelease'
        'd to you\tsent your\tsir _ $\tso _ can\tsorted ,\tswapped _ the\tthat _ matter\tthat the matter\tt'
        "he _ door\tthe _ yours\tthe ball\tthe ball is\ttill _ .\ttoday's _ .\tup has\tup the\twanted it\twa"
        'rning _ gone\twarning is\twarning is gone\twe _ glad\twe are glad\twe changed\twe changed the\twe'
        ' corrected\twe paid your\twhether the\tworry\twrong , and\twrong _ and\ty\tyes , the\tyes _ the\tyo'
        'u requested ,\tyou still\tyou wanted it\tyour _ opens\tyour _ pass\tyour _ room\tyour game\tyour '
        'living\tyour living room\tyour login works\tyour profile is\tyour washing\t✓\t'
    ),
    0.16: (
        "0 _ credited\t0 _ now\t^ _ records\t^ _ won't\t^ access\t^ is the\t^ our records\t^ you have\t^ yo"
        "ur forty\tand _ profile\tand _ take\tand paid\tapp , you'll\tapp _ you'll\tas _ now\tbeen given b"
        'ack\tcharged in\tcorrectly .\tcorrectly . $\tcorrectly _ $\tdelivered _ .\tdelivered and\tdiscoun'
        't is\teverything\teverything _ in\teverything is in\texists .\texists . $\texists _ $\tfilms\tfor '
        'good ,\tfound _ solution\tgone ahead\tgone ahead and\thas _ fully\thas been fully\thave restored'
        '\tin _ a\tis gone from\tit _ it\tit _ through\tit and it\tit works .\tlonger exists .\tmaria\tmix\tm'
        'ix -\tmonday ,\tmoved _ off\tmoved you off\tname was\tnow _ all\tnow _ i\tour _ show\tour apologie'
        's for\tour records show\tout ;\tout ; $\tpaid _ once\tpicture\tplay\tpleased _ say\tpleased to say'
        '\tquarantine\trecords show\trefunded\trolled _ the\trolled back\trolled back the\truns _ $\tshould'
        ' be .\tsince _ moved\tso _ one\tso this one\tsupply is\tsync\ttelling us\tthat _ defect\tthat the '
        'defect\tthat we\tthe _ group\tthe postage\tto normal .\tto you on\tup and the\tvirtual\twe _ resto'
        "red\twe have restored\twe're _ !\twent _ on\twith a\tworks at\tyou had\tyou off\tyou off the\tyou'r"
        "e the\tyou've _ the\tyour _ been\tyour first\tyour forty\tyour virtual\t"
    ),
    0.17: (
        ", along\t, along with\t, but\t^ _ bank\t^ _ flowers\t^ _ refund\t^ _ worries\t^ solved !\t^ that's"
        ' sorted\t^ wrong\t^ you will\t^ your address\taccount _ has\taccount any\taccount in\taccounts ,\t'
        'accounts , so\taccounts _ so\tagain _ every\tall _ have\talong with\tand _ by\tapproved\tastray\tb'
        'ack _ business\tback in business\tbasket\tbeen _ with\tbeen handed\tbefore we\tbetween _ two\tboo'
        'king _ ,\tbooking fee ,\tbug _ the\tbug in the\tcancelled on\tcancelled on the\tcycles\tcycles ,\t'
        'data _ been\tdevice .\tdevice . $\tdevice _ $\tdrive\texist _ more\texist any\texist any more\tfee'
        's\tfix is\tfor it .\tfor you $\tgone $\tgood\thave _ an\thome\ti tested\tin business\tinventory _ $\t'
        "is _ ;\tis _ her\tis corrected .\tis fine now\tis now in\tis out\tit's\tleak\tlonger blocked\tlost "
        'in the\tmembership\tmissing _ are\tmistake _ the\tmistake and has\tmoney back $\tno _ blocked\tno'
        " longer blocked\toff your bill\ton _ mother's\ton every\ton your mother's\tonline\tout ,\tpaid yo"
        'u\tplace ,\tpoints _ back\tpoints are back\tput\tresolved _ all\tright _ this\tright amount .\tser'
        "vice\tservice has\tsession\tstraight _ .\tthat were\tthat's _ for\tthat's sorted\tthat's sorted f"
        'or\tthe _ been\tthe _ threw\tthe _ went\tthe way it\tthe workshop\tthrough and\tto _ letter\tto co'
        'nfirm\ttrouble _ $\tturned _ and\tturned up and\tup again .\twas cancelled on\tway _ should\tway '
        "it\tway it should\twe _ still\twe are still\twent _ .\twere missing\twon't find\twrong _ away\tyou"
        " won't find\tyou your money\tyour account any\tyour account in\tyour delivery\tyour delivery ad"
        'dress\tyour deposit\tyour number is\t£ 0 is\t£ _ is\t'
    ),
    0.18: (
        ', _ missing\t, _ return\t, as the\t, the missing\t- star\t^ _ hacked\t^ _ scam\t^ _ took\t^ _ we\t^'
        ' right ,\t^ the hacked\t^ the login\t^ the scam\ta _ item\table\table to\taccount is open\tall 0 ,'
        '\talready paid\tand enjoy\tany\tare home\tarrived .\tarrived . $\tback _ $\tback your\tbank card\tbe'
        'tween the\tbirth _ your\tbirth in\tbirth in your\tbut _ have\tbut we have\tcancelled the\tcertifi'
        'cate was\tcharge _ you\tcleared and\tcomplaint is settled\tconnection is\tcracked\tdeducted _ yo'
        'ur\tdeducted from\tdeducted from your\tdelivered _ you\tdelivered to you\tfaulty one\tfolder .\tf'
        'older . $\tfolder _ $\tgo , the\tgone _ $\thacked\thacked _ is\thas _ reimbursed\thas been reimbu'
        'rsed\thas gone\tin _ now\tis _ resolved\tis _ where\tis as it\tis back where\tis now resolved\tis '
        'visible again\tit _ noon\tit at noon\tits place\tjust _ .\tjust as\tjust fixed\tlonger _ to\tmoved'
        ' _ the\tmoved to the\tnow resolved\tof birth in\tof last week\toff and your\tout _ ,\tout _ good\t'
        'out for good\tpaid _ money\tpaid the money\tpayouts\tproblem _ solved\tproblem was solved\tprofi'
        'le\tprofile , and\tput back\treceived _ you\treceived by you\trecorded _ your\trecovered _ are\tr'
        'ecovered and are\trefund has\trunning at\tsigned _ it\tsigned for it\tso .\tso . $\tstar\tstreet n'
        'ow\ttariff you\tteacher\tthat _ your\tthat double charge\tthat vanished\tthe _ lock\tthe _ ticket'
        '\tthe faulty one\tthe hacked\tthe tariff you\tthe wrong date\tthx\tthx _ ur\ttime .\ttime . $\tto c'
        'ard\tur patience\tvisible again\tvisible again ,\tvoid ,\twe _ ,\twe got\twe put\twhere _ belong\tw'
        "rong _ of\twrong date\twrong date of\tyou reported\tyou'll\tyour bill has\tyour classroom\tyour t"
        'ickets\t£ 0 for\t£ _ for\t问\t问题\t题\t'
    ),
    0.19: (
        ", 0 and\t, row\t, tested\t- _ for\t0 on your\t:\t: it's\t: misrouted\t^ _ outage\t^ both of\t^ the a"
        'pp\t^ the outage\t^ there you\t^ we swapped\t^ yup\tand has\tare all\tas _ again\tavailable to\tbe '
        'able\tbe able to\tbeen returned\tbeen stopped\tbelongs .\tbelongs . $\tbelongs _ $\tboth of\tcharg'
        'e and\tcharge for the\tconfirms that\tcorrect again\tcorrect now\tcorrect now .\tcredited _ 0\tde'
        'leted\tdifference _ .\tdone !\tdone ! $\tdouble _ for\tdouble charge for\teliminated _ $\tentry _'
        ' the\tentry in\tentry in the\tfamily\tfault _ cleared\tfault is cleared\tfee and\tfixed in\tflag\tf'
        'lowers ,\tfull\thad it\thas _ exchanged\thas _ reinstated\thas _ your\thas been exchanged\thas be'
        'en reinstated\thave remedied\thave remedied the\tin _ with\tincluded .\tincluded . $\tincluded _'
        " $\tis cleared ,\tit _ :\tit belongs .\tit's in\tits old\tlast _ on\tlike _ working\tlike it's\tlik"
        "e it's working\tline _ at\tlogged\tlooks _ it's\tlooks like it's\tmisrouted\tmore _ on\tname\tneig"
        "hbour's\tnew _ works\ton saturday ,\tone _ was\tpage .\tpage . $\tpaid back to\tpassword _ ;\tpaym"
        'ent issue\tpayslip\tpayslip _ right\tpayslip is\tpayslip is right\tpoints _ been\tpoints have\tpo'
        'ints have been\tport\treached _ yesterday\treached you yesterday\trectified _ our\tregister _ b'
        'een\tregister has\tregister has been\tremoved from the\trepaired _ is\trepaired and is\troot\troo'
        't cause\tseller sent\tsince _ ,\tspeed\tswallowed\ttenant\tthe _ bill\tthe _ listing\tthe _ regist'
        'er\tthe _ sent\tthe checkout\tthe seller sent\tthe service is\tthere _ go\tthere you\tthere you g'
        'o\tthrough _ the\tthrough _ your\tto _ hotel\tto your hotel\twas _ with\twas given\twe replaced t'
        "he\twe swapped\twe've refunded\twith its\twrong _ on\tyou _ amount\tyou and the\tyou go ,\tyou're "
        '_ .\tyour _ -\tyour money has\tyour payslip\tyour payslip is\tyup\tyup ,\t'
    ),
    0.2: (
        ", all 0\t, as your\t, customer happy\t, customer's\t, thanks for\t, you're in\t- booked\t0 june ,"
        "\t^ _ bug\t^ _ login\t^ _ seller\t^ _ stuck\t^ i write\t^ the charger\t^ y'all are\t^ yay\t^ yay ,\t"
        '^ your tickets\taccounted\taccounted for\tand _ active\tand is active\tare operational\tare oper'
        'ational .\tas _ $\tas _ was\tas it was\taway _ your\tbeen charged .\tbeen exchanged ,\tbeen refun'
        'ded in\tbuilding\tby itself\tcomplete and\tcompleted _ $\tcontract was\tcustomer happy\tcustomer '
        'happy .\tdamaged\tdollars for\tdomain\texchanged ,\tfor _ and\tfull $\tgroceries\ti write\ti write '
        'to\tin her\tincident is\tis complete and\tissue _ resolved\tjune ,\tleak _ your\tlost ,\tlost lugg'
        'age\tmade it right\tminute\tno _ needed\tnow reads\toff _ bill\ton tuesday .\toperational .\topera'
        'tional . $\toperational _ $\torder again .\tour apologies\tour records .\toutside your house\tpa'
        'id _ claim\tpaid _ your\tpaid your claim\tplease be\tput into\trecords .\trecords . $\trecords _ '
        '$\tremoved _ $\trequest is\tresolved _ $\treturned _ its\treturned to its\tright name\tsince _ mo'
        'rning\tsince this\tsince this morning\tstreetlight _ your\tstreetlight outside\tstreetlight out'
        "side your\tthat _ complaint\tthat _ wrong\tthat the wrong\tthat your complaint\tthat's it\tthat'"
        's it ,\tthe _ purchase\tthe _ sum\tthe charger\tthe incident is\tthe merchant\tthe right name\tth'
        "e sofa\tthe streetlight outside\tthe whole\tthey've _ the\tto _ for\tto _ was\tto say the\ttook i"
        "t\tur _ $\tvalue\twe _ back\twe found\twe've made it\twere _ from\twithdrawn 0\twithdrawn 0 :\twith"
        "drawn _ :\twritten\ty'all are\tyay\tyay ,\tyou requested\tyou're in .\tyour contract was\tyour pro"
        'file has\tyour site\t'
    ),
    0.21: (
        ', _ returned\t, and no\t-\t/\t0 ,\t0 _ the\t^ _ gave\t^ _ matchmaking\t^ _ profile\t^ _ voucher\t^ _'
        " was\t^ dns for\t^ hey\t^ player's\t^ the invoice\t^ we gave\t^ your profile\taccount already .\ta"
        'gain for\tand _ has\tand no\tare there\tback ?\tback ? $\tbad sensor\tbut _ is\tcalls\tcard _ again'
        '\tcase is\tcharge _ .\tcompensation _ been\tconnection .\tconnection . $\tconnection _ $\tcounter'
        " on\tdns _ your\tdns for\tdns for your\tdon't _ any\televen\teverything _ as\tgive you\tgot _ fixe"
        'd\thands\thas _ returned\thas been returned\thas had\tis reinstated\tis void .\tit ,\tlonger exist'
        's\tmailing\tmatchmaking\tmill\tno _ exists\tno longer exists\tof $\told\torder _ placed\tover _ $\tp'
        'roblem is solved\tproperly now\tproperly now .\trefund completed\trefunded .\trefunded . $\trefu'
        'nded _ your\trefunded to your\tregister\treplaced ,\treported is\tsee\tshows _ right\tshows the r'
        'ight\tsim is\tsubscription _ been\tsubscription has\tsubscription has been\tthe _ claim\tthe _ d'
        'epot\tthe _ repaired\tthe _ sensor\tthe bad\tthe bad sensor\tthe trick\tthis _ now\tthis is now\tt'
        'rick\ttrouble _ your\tvanished\tvoid .\tvoid . $\tvoid _ $\twas fixed\twrong _ your\twrong with\twr'
        "ong with your\tyesterday and\tyou at 0\tyou lost\tyou reported is\tyou this\tyou was\tyou've had "
        'the\tyour _ ;\tyour cancelled\tyour old\tyour pictures\tyour router ,\tyour sim is\t'
    ),
    0.22: (
        ", _ closes\t, and you'll\t, which has\t0 on\t: _ got\t: you got\t^ _ hereby\t^ be\t^ closing this\t"
        "^ even\t^ gone\t^ i've refunded\t^ patched\t^ that broken\t^ the direct\t^ we hereby\t^ your gift"
        '\tback on ,\tbeen laid\tbeen laid to\tbeen undone\tbrought _ a\tbrought to a\tby _ ;\tchanged and\t'
        'credited to\tdebit _ has\tdiscount _ been\tdiscount has\tdiscount has been\texchanged for\tfixed'
        ' last\tfrom _ site\tfrom the site\thas _ laid\thas _ undone\thas been\thas been laid\thas been un'
        "done\thave paid\thereby\ti've refunded\ti've refunded the\tis _ complete\tis now complete\tis out"
        ' of\tit _ try\tit should .\tlaid\tlaid _ rest\tlaid to\tlaid to rest\tlevel 0\tnow complete\tnow co'
        'mplete .\ton _ road\tpage was\tproper\treturn the\treview\trouter at\tsell\tsent a\tthat broken\ttha'
        't kept\tthe _ checkout\tthe _ debit\tthe _ trouble\tthe direct\tthe direct debit\tthe discount h'
        'as\tthe lock on\tthe site .\tthe turnstile\tthere again .\tto _ :\tto _ wallet\tto rest\tto worry\t'
        'to your wallet\tturnstile\tunder _ old\tunder your\tupdate _ we\twas swapped\twe fixed the\twe he'
        'reby\twere _ to\twhich has\tworkshop _ the\twrong _ address\tyou $\tyou _ need\tyou by\tyou have n'
        "ow\tyou're back in\tyour _ again\tyour _ resolves\tyour _ since\tyour _ today\tyour account ,\tyo"
        'ur library\tyour visa\t'
    ),
    0.23: (
        ', _ app\t, good\t, have a\t, together\t, together with\t0 november\t: new\t^ _ deleted\t^ _ ghost\t'
        '^ _ set\t^ dear\t^ sweet\t^ the ghost\t^ unless you\talone\tand _ three\tand has been\tback _ they'
        '\tback up .\tback where they\tbeen repaid\tbeen repaid .\tbeen restored\tbeen restored .\tbeen re'
        'voked\tbefore _ .\tcancelled .\tcancelled . $\tcancelled _ $\tcancelled _ ,\tdear\tdo _ still\tdo '
        'you still\teffect _ 0\teffect from 0\tengineer repaired\tengineer repaired the\tfor _ cancelled'
        '\tfor you .\tfrom our\tfrom today\tghost\thas _ its\thas _ repaid\thas _ repaired\thas _ revoked\th'
        'as been repaid\thas been repaired\thas been revoked\tin _ right\tin the right\tinvestigation ,\t'
        'is fixed\tit _ and\tlisting is visible\tmarked as\tmoney and\tnovember\torder _ your\torder has b'
        'een\tour investigation\tour investigation ,\toutage affecting\toutage affecting your\tpaid you '
        'back\tpayment of $\tproblem _ been\tproblem has been\tproblem solved $\tput right\trefunded your'
        '\tsir\tsquared _ .\tsquared away\tsquared away .\tstanding order\tstands _ .\tstopped _ we\tstore '
        '_ and\tstreak back\tsweet\tthe _ accepts\tthe double\tthe engineer repaired\tthe ghost\tthe outag'
        'e affecting\tthe second subscription\tthis _ $\tto _ a\ttogether with\ttrouble with the\tuntil _'
        ' end\tuntil the end\twashing machine\twe refunded your\twhere they\twith _ credit\twith the cred'
        'it\tyou _ streak\tyou _ tuesday\tyou a\tyou on tuesday\tyour _ has\tyour standing\tyour standing '
        'order\t'
    ),
    0.24: (
        ', _ consider\t, it\t, we consider\t, wiped\t0 rd\t0 rd .\t: _ bug\t: the bug\t^ _ defect\t^ _ made\t'
        "^ it shouldn't\t^ quick\t^ quick update\t^ so the\t^ the defect\t^ you're back\tagain and\talthou"
        'gh\tan _ ago\tan hour ago\tand _ right\tand calls\tand released\tand the right\tapi\tapplied to\tba'
        'ck on that\tbill .\tbill . $\tbug\tclaim is\tclaims\tconcluded\tconfirmation\tconsider the\tdevice '
        'again\terror 0\terror _ now\tfault _ the\tfix is in\tfully resolved\tgiven away\thave _ removed\th'
        "ave been removed\thour ago\tissue fixed ,\tit _ myself\tit shouldn't\tlive _ ,\tlive again ,\tlos"
        't _ and\tmade _ you\tmandate\tmerged _ released\tmerged and released\tmore trouble\tmore trouble'
        ' with\tnoise _ your\tnow .\tnow . $\ton _ right\ton the right\tpension\tported\tquick _ :\tquick up'
        'date\tquick update :\trd .\trd . $\trd _ $\treplacement phone\tright side\tright side of\tshould b'
        'e\tsorry we\tstable _ .\tstudent discount\tswitched\tthat closes\tthe 0 rd\tthe _ made\tthe _ or\tt'
        'he _ rd\tthe _ status\tthe arrears\tthe replacement phone\tthe right side\tthe undelivered\tthe '
        'unfair\tthere with\tthrew\ttickets _ $\ttime _ on\ttime zone on\ttransformer\ttuesday .\ttuesday .'
        ' $\ttuesday _ $\tundelivered\tupdate : the\tusd\tused _ .\tvisible in\twas renewed\tway of\twe cons'
        'ider the\twhich _ not\twith _ account\twith your account\tyou have the\tyou were\tyour _ went\tyo'
        'ur mail\tyour pension\tyour student discount\tzone on\t'
    ),
    0.25: (
        ", _ syncs\t, check\t, check your\t, i've just\t^ _ calendar\t^ _ dr\t^ _ exam\t^ _ tickets\t^ the "
        'seller\ta week ,\taddress on\tagain , thanks\tagain _ thanks\tagain _ we\tallowance _ been\tallow'
        'ance has\tallowance has been\tand handed\tand now it\tand your file\tas _ wanted\tas it\tas you w'
        'anted\tback _ you\tbeen corrected to\tbeen found and\tbeen topped\tcharge\tcheck _ card\tcheck yo'
        'ur card\tconsider _ done\tconsider it done\tcorrect _ again\tcorrected to\tcracked _ .\tcracked '
        'it\tcracked it .\tdata _ has\tdata allowance\tdata allowance has\tdoor _ noon\tdown to\tdr\texam _'
        ' has\tfirst _ this\tgive _ a\thas _ fixed\thas _ topped\thas been topped\thistory .\thistory . $\t'
        'in your app\tis _ fully\tis now fully\tissue has\tissued _ the\tit done\tjust seen\tkey _ been\tke'
        'y has\tkey has been\tlanded in\tlanded in your\tleak under\tmorning ,\tnight\tnothing stands\tnow '
        'fully\tnumber off the\told price .\toriginally\tpaid for is\tplan is\tprofile _ and\trenewed\trepa'
        'ired _ afternoon\trequest _ $\trunning .\trunning . $\trunning _ $\truns fine\tsay _ .\tsecond _ '
        'has\tsend the\tshipment\tsink\tsink _ repaired\tsink was\tsink was repaired\tstale _ on\tstale tok'
        'en on\tstands in\ttaken _ number\ttaken your number\tthat went\tthe _ gave\tthe _ lost\tthe error'
        ' you\tthe hold\tthe leak under\tthe locked\tthe register\ttickets _ been\ttickets have\ttickets h'
        "ave been\ttoday's _ ,\ttoken on\tunder _ sink\tus _ it\tuse the\twas returned\twe can confirm\twer"
        'e _ this\twithout _ error\tyou originally\tyour _ allowance\tyour _ and\tyour app .\tyour data a'
        'llowance\tyour heating\tyour number off\tzone\t'
    ),
    0.26: (
        ', 0 gems\t, _ gems\t, _ included\t, as\t, right\t, tom\t0 credited to\t0 gems\t0 was credited\t^ _ '
        'boiler\t^ i got\t^ no further\t^ nothing more\t^ right\t^ we paid\t^ your premium\taccount ;\tacco'
        'unt ; $\tagain since we\tand _ file\tand delivered\tand delivered it\tapp _ $\tare _ back\tarrive'
        'd _ you\tarrived with\tarrived with you\tat _ till\tat the till\tback from\tbeen removed from\tbo'
        'arding pass\tby _ and\tcan hear\tcan see it\tcorrect _ .\tcredited _ .\tdelivered it\tdiscount\tdo'
        'uble\tepisode\tfixed _ ,\tfixed and\tfor _ was\tfor _ with\tfor an hour\tfraudulent _ is\tgood aga'
        'in\tgot _ of\tgot _ two\tgot rid\tgot rid of\tin _ hands\tin and\tis _ left\tis left on\tis nothing'
        ' left\tis running again\tis solved ,\tlast night\tlike\tlobby\tlobby .\tlobby . $\tlobby _ $\tlogin'
        ' ,\tlovely ,\tmade _ right\tmeter _ ;\tmeter reading ;\tmissing _ ,\tmore _ pay\tmore to\tmore to '
        'pay\tnight again\tnothing more to\tof _ fraudulent\tof the fraudulent\tonce again .\tonline .\ton'
        'line . $\tonline _ $\tpremium plan\treading ;\treading ; $\trepair _ $\trestored to\treturn _ mon'
        'ey\trunning _ .\tshowing .\tshowing . $\tshowing _ $\tside now\tsigned in\tsound is\tsurcharge\tswa'
        'pped _ and\tsystem .\tsystem . $\tsystem _ $\tthe failed\tthe faulty\tthe order you\tthe past\tthe'
        ' sound is\tthe till\tto 0 ,\twallet _ been\twallet has\twallet has been\twhere\twill not\tyou .\tyo'
        'u . $\tyour _ wallet\tyour account .\tyour login ,\tyour photos has\tyour premium\tyour premium '
        'plan\tyours again .\t'
    ),
    0.27: (
        '$ 0 ,\t$ _ ,\t, _ fault\t, _ further\t, points\t: your\t^ _ match\t^ all done\t^ i lifted\t^ it too'
        'k\t^ that did\t^ those\tagain _ of\tagain as\tagain as of\tamount to\tback on the\tbeen _ .\tbeen e'
        'liminated\tclosing _ ticket\tcolleague\tdeducted\tdid _ trick\tdid the trick\terror and\tevents\tf'
        'ast\tfix _ in\tfixed in 0\tgone _ the\thello\ti lifted\ti lifted the\tis _ off\tis closed as\tit _ '
        'us\tit took us\tlift\tlifted .\tlifted . $\tlifted _ $\tline _ live\tline is live\tmade whole\tmess'
        'age of\tmistake _ been\tmistake _ has\tmistake has\tmistake has been\tno charge\tnormally again '
        '$\tnotice _ the\tof the 0\told email\tpaid for .\tproblem was\tproperly .\tproperly . $\tproperly '
        '_ $\trefund _ gone\trefund _ through\tright _ you\tright amount\tright for\tright for you\tshould'
        " _ all\tso _ closing\tso i'm closing\tstorm\ttell _ what\tterminated\tthat _ for\tthat did\tthat d"
        'id the\tthe _ that\tthe right amount\tthis ticket is\tticket as\tto _ new\ttook _ mistake\ttook b'
        'y\ttook by mistake\ttook us\ttopped up\twaiting _ your\twas rectified\twe _ by\twe took by\tworks '
        "_ it\tworks as\tworks as it\tyou'll _ that\tyou've been\tyour _ email\tyour _ out\tyour _ rights\t"
        'your old email\t'
    ),
    0.28: (
        ', _ every\t, _ no\t, _ we\t, but this\t, no more\t0 lessons\t^ _ already\t^ _ anything\t^ _ broken'
        '\t^ _ glitch\t^ _ internet\t^ _ irregularity\t^ _ need\t^ _ phone\t^ _ told\t^ _ unblocked\t^ card'
        ' unblocked\t^ fixed .\t^ if anything\t^ merged\t^ remember\t^ stuck\t^ the bank\t^ the irregulari'
        'ty\t^ your internet\t^ your prepaid\tanything _ comes\tanything else comes\tbe working\tbeen rec'
        'tified .\tbuild 0\tbut _ problem\tbut this\tbut this problem\tby hand and\tcard unblocked\tcard u'
        'nblocked .\tcare of\tcomes _ ,\tcomes up\tcomes up ,\tdan\telse _ up\telse comes\telse comes up\ten'
        "gineer's\tevery _ again\tfixed ,\tfor _ days\th .\th . $\th _ $\thand and\thas _ with\thave _ $\thav"
        'e _ made\thave returned\thave returned the\thave taken\thear _ us\thear from us\tif _ else\tif an'
        'ything else\tinternet _ back\tinternet is back\tirregularity\tis _ thing\tis a thing\tit _ three'
        '\tit took three\tkey works\tmade _ by\tof last\toff _ your\tout now\tpaid the\tpin is\trectified .\t'
        'rectified . $\trectified _ $\trefund _ arrived\trefund has arrived\tremoved _ your\tshopping\tsh'
        'ould _ working\tshould be working\tshows _ your\tsubtitles _ your\tthat double\tthe hold on\tthe'
        ' irregularity\tthis problem\tthree _ ,\tto _ neighbour\tto your neighbour\ttook three\tunder _ s'
        'ame\tunder the same\tup , write\tup _ write\twas _ at\tyou _ wrongly\tyour _ myself\tyour _ shoul'
        'd\tyour line this\tyour prepaid\t'
    ),
    0.29: (
        '$ 0 returned\t$ _ returned\t, _ have\t, and the\t, is\t, the broken\t^ _ address\t^ _ entry\t^ _ o'
        'ur\t^ i put\t^ not any\t^ root\t^ root cause\t^ sorted .\t^ you no\t^ your lost\talready .\talready'
        ' . $\talready _ $\tand _ !\tbeen _ good\tbeen made good\tbeen reversed\tbefore _ ,\tbill\tbill _ $'
        '\tbrought\tcarries your\tcheers\tconversation\tcrashing\tdelivered 0\tdelivered 0 :\tdelivered _ :'
        '\tfaulty _ ,\tfee back\tfor _ us\tfor flagging\tfrom _ 0\tfully operational\tgood .\tgood . $\thas '
        '_ reversed\thas been reversed\thas sent\thave _ look\thave a look\there _ the\ti put\tit _ not\tli'
        'brary .\tlibrary . $\tlibrary _ $\tmade good .\tmissing _ back\tmore\tmore _ i\tnot _ more\tnot an'
        'y\tnot any more\tnow shows the\told tariff\tplan was\tpopped\tprofile _ been\tprofile has\tprofile'
        ' has been\trental\treplacement _ has\treport that the\tsolved ;\tsolved ; $\tthanks _ flagging\tt'
        'hanks for flagging\tthat _ to\tthat dodgy\tthe 0\tthe doorbell\ttook _ a\tup _ ,\tus a\twe _ toget'
        'her\tworking _ now\tworking _ your\tworking fine\tworking fine now\tworking on your\tyour buildi'
        'ng\tyour library .\tyour own\t'
    ),
    0.3: (
        '0 may has\t: _ billing\t: _ repaired\t: double billing\t: we repaired\t^ _ damaged\t^ _ delivere'
        'd\t^ _ doorbell\t^ _ replaced\t^ _ request\t^ _ though\t^ even though\t^ the damaged\t^ your list'
        'ing\ta _ ago\ta minute ago\taccess\taction _ on\taction needed\taction needed on\tand you have\tar'
        'e ,\tautomatic _ is\tautomatic renewal\tautomatic renewal is\tback _ full\tback from the\tbut we'
        '\tcamera _ at\tcamera records\tcamera records at\tcomplained about\tdebit is\tdirect _ is\tdirect'
        ' debit is\tdoorbell _ records\tdoorbell camera\tdoorbell camera records\tdouble billing\teven _'
        ' the\teven though the\teverything in it\tfor _ been\tfor has\tfor has been\tfor you !\tfriday , a'
        'nd\tfriday _ and\tfurther action\thad not\thas _ removed\thas been removed\thas stopped\tit is fi'
        'xed\tlisting is\tmay has\tmay has been\tminute ago\tminute ago .\tmoney _ been\tmoney has been\tne'
        'eded _ your\tneeded on\tneeded on your\tnewsletters .\tnewsletters . $\tnewsletters _ $\tno _ ac'
        'tion\tno further action\tnow $\tnow : we\tover :\tpass _ $\trecords _ night\trecords at\trecords a'
        't night\trenewal is\trepaired your\tresolve\tshould _ .\tside _ $\tsignal _ back\tsignal is back\t'
        'so _ all\tstolen\tthe _ meter\tthe _ renewal\tthe automatic renewal\tthe duplicate\tthin\tto _ ba'
        'rs\tto _ that\twe repaired your\tyesterday .\tyesterday . $\tyesterday _ $\tyou !\tyou ! $\tyou co'
        'mplained about\tyou had not\tyou requested .\tyour _ yesterday\tyour account and\tyour listing '
        'is\tyour part .\t'
    ),
    0.31: (
        ', _ full\t, and with\t, so no\t, without\t, £\t, £ 0\t0 _ have\t^ _ as\t^ _ erroneous\t^ _ free\t^ g'
        'lad\t^ glad we\t^ normal\t^ normal service\t^ the erroneous\ta _ but\ta credit\ta stale\ta while b'
        'ut\tabroad\taccordance\taccordance with\taccount is unlocked\tbeen struck from\tbelonged\tbelonge'
        'd to\tbilled\tcashback _ $\tcashback of\tcashback of $\tcomplaint is\tcompleted .\tcompleted . $\t'
        'erroneous\terroneous entry\tfine now .\tfor it\tfound _ fixed\tfound and fixed\tfunds\tglad _ cou'
        "ld\tglad we\tglad we could\thas _ put\thas been put\thear from\ti'm _ to\tin _ inventory\tin _ the"
        '\tin accordance\tin accordance with\tin your inventory\tis history .\tis switched off\tis unlock'
        'ed .\tit sorted\tjune _ been\tnormal _ has\tnormal service\tnormal service has\tnormally again\tn'
        'ow has\tnow has the\tof _ a\toff _ $\ton all\tone on\tour side .\tpaid back\tpayment reversed\tpaym'
        'ent reversed ,\tpushed\treservation\troot _ was\troot cause was\tsaturday\tsee that error\tso no\t'
        'struck from\tswitched off\tthat error\tthe $\tthe $ 0\tthe double booking\tthe erroneous\tthe err'
        'oneous entry\tthe new\tthis matter\ttook _ while\ttook a while\tus $\twhile but\twhile we\twith us'
        " $\twon't see\twon't see that\tyou won't see\tyou're _ in\tyour _ returned\tyour complaint is\tyo"
        'ur subscription\t'
    ),
    0.32: (
        ', is on\t0 : 0\t^ _ deposit\t^ _ greg\t^ _ off\t^ _ regard\t^ _ save\t^ the bug\t^ we regard\t^ you'
        "'re good\t^ your transfer\taccount you\taccount's\tall .\tall . $\tand sent you\tare _ normally\ta"
        's for\tas for the\tas resolved\tat _ premises\tat your premises\tbank account\tbe happy\tbe happy'
        ' to\tbeen corrected in\tbeen fixed\tbeen reimbursed for\tcase _ solved\tcloses\tdecided _ you\tde'
        'cided for\tdecided for you\tdomain was\tfor the taxi\tgreg\thappy _ hear\thappy to hear\thold _ o'
        'ff\thold is\thold is off\tin _ usual\tin as usual\tis stable\tleak _ the\tleft to\tloop is\tmeter _'
        ' your\tmissing now\tnever wanted\tnever wanted is\tnothing left to\tnow that the\tof _ account\to'
        'f _ photo\tof your photo\toff for\ton _ tablet\ton at your\ton your tablet\treached you .\treimbu'
        'rsed _ the\treimbursed for\treimbursed for the\trow _ ,\tsee _ .\tshowing\tthe 0 ,\tthe _ outside'
        '\tthe account you\tthe bug\tthe display\tthe extra\tthe fault\tthe site\tthe taxi\tthrew the\tto _ '
        'old\tup again $\twanted is\twas _ back\twe threw\twe threw the\twith it\twould you\tyou _ 0\tyou _ '
        "wanted\tyou can pay\tyou never wanted\tyou'll _ happy\tyou'll be happy\tyou've _ reimbursed\tyou"
        "'ve been reimbursed\tyour _ on\tyour bank account\tyour kitchen\tyour number has\tyour premises"
        '\tyour reservation\tyour tablet\tyour transfer\t'
    ),
    0.33: (
        ", and your\t0 again\t^ _ i\t^ looks\t^ looks like\t^ okay\t^ ur\tand _ it's\tand now it's\tas _ dem"
        'anded\tas you demanded\tbeen fixed and\tbeen recovered .\tbug _ $\tcall _ your\tcustoms charge\te'
        'liminated\textra\tfee _ waived\tfee was waived\tfixed _ :\tgot you\thave _ put\tinconvenience\tis '
        "void\tlooks like\tmembership is\tmoney's\tmorning with\tnew _ we\tnothing _ it\tnothing of\tnothin"
        'g of it\tour second\tout and your\tpicked ,\ts\tsame seats\tsame seats .\tseats .\tseats . $\tseats'
        ' _ $\tservices\tswapped\ttaken in\tthe _ open\tthe box\tthe customs charge\tthe fee was\tthe incon'
        "venience\tthe verification\tthis is settled\tthis morning with\ttogether\twas _ ;\twe've stopped"
        "\twith full\twithdrawal _ the\tyou demanded\tyou should\tyou should be\tyou're _ set\tyou're all "
        'set\tyour supply\t'
    ),
    0.34: (
        ", _ $\t, heating on\t^ _ bike\t^ _ restart\t^ the bike\t^ we squared\tafter today's\tany _ .\tare "
        '_ longer\tare no longer\tas they should\tback\tback where it\tbackup and\tbank confirms\tbank tra'
        'nsfer\tbe _ that\tbeen reissued\tbill _ been\tbill has\tbill has been\tboiler _ been\tboiler has\t'
        'boiler has been\tby _ transfer\tby bank\tby bank transfer\tcollected _ you\tcredited to your\tde'
        'bited\tdeliveries\tengineers\tevery one\tevery one of\teverything away\tfee ,\tfrom _ file\tfrom y'
        'our file\tfull sum\tgot\tgot it\thas _ applied\thas _ reissued\thas been applied\thas been reissu'
        'ed\tissue\tlandline\tname _ been\tname has\tname has been\tnow , as\tnow ;\tnow ; $\tnow _ as\tof po'
        'cket\tour books\tout _ pocket\tout of\tout of pocket\tpaid _ to\tpaid to\tpass\tremitted\tsquared _'
        " away\tsquared everything\tsquared everything away\tstruck _ your\tthe full sum\tthe stranger's"
        '\tthe warning\tthere now\tthey should\twe _ everything\twe squared\twe squared everything\twere d'
        "elivered\twith this\tyes , it's\tyes _ it's\tyou _ find\tyou _ getting\tyou'll _ your\tyour landl"
        'ine\tyour name has\t'
    ),
    0.35: (
        ", _ up\t: 0 and\t: _ and\t: it is\t^ _ calling\t^ _ son's\t^ i'm calling\t^ your son's\t^y\t^yo\t^yo"
        'u\ta _ conclusion\ta satisfactory\ta satisfactory conclusion\taccident is\tall back\tand will no'
        't\tare all back\tat _ statement\tat your door\tat your statement\tbad _ and\tbank _ it\tbe please'
        'd\tbe pleased to\tbeen _ -\tbeen credited to\tbeen re\tbeen re -\tbutton _ what\tbutton does\tbutt'
        'on does what\tby accident is\tcalling _ let\tcalling to\tcalling to let\tcancelled\tcharger\tconc'
        'lusion .\tconclusion . $\tconclusion _ $\td$\tdue _ you\tdue to you\ted$\terased\texport _ does\tex'
        'port button does\tha\thas _ brought\thas _ re\thas been brought\thas been re\thas since been\thou'
        "se is\ti reset\ti'm _ that\ti'm calling\ti'm calling to\tin this\tis already\tis back to\tis healt"
        'hy .\tit _ still\tlock _ your\tlock on\tlock on your\tmiles\tmonth and\told username\torder _ as\to'
        'ur records\tpaid out\tplaced _ accident\tplaced by accident\tproblem has\tproblem is\tprofile wa'
        's\tr\treconnected\treissued .\treissued . $\treissued _ $\tri\tsatisfactory\tsatisfactory _ .\tsati'
        'sfactory conclusion\tsatisfactory conclusion .\tsensor\tsince been\tsorted your\tthat your orde'
        'r\tthing\tthis _ with\tthrough on\tto _ satisfactory\tto a satisfactory\ttry _ $\tus :\tuse _ card'
        '\tusername\twaiting ,\twas cancelled\twe paid\twill _ pleased\twill be pleased\tworks now .\tyou ,'
        ' so\tyou _ person\tyou have\tyou in person\tyou no\tyou no longer\tyou placed by\tyour _ username'
        '\tyour house is\tyour old username\t'
    ),
    0.36: (
        ", _ access\t, _ you'll\t, your access\t/ s\t0 _ /\t0 _ you\t0 euros\t0 mbit /\t^ _ crash\t^ _ given"
        "\t^ _ overpayment\t^ _ re\t^ _ undone\t^ the overpayment\t^ we've\t^ we've given\t^ would you\taff"
        'ecting your\tarrived melted\tarrived melted .\tbeen lifted\tconsider\tcream _ arrived\tcream tha'
        't\tcream that arrived\tfor by\tfrom _ account\tfrom your account\tgiven _ back\tgiven you back\th'
        'ave sorted out\tin _ place\tletterbox _ $\tlifted and\tlive _ .\tlovely _ .\tluggage\tmbit /\tmbit'
        ' / s\tmbit _ s\tmelted .\tmelted . $\tmelted _ $\tmore _ your\tnews :\torder _ is\trefunded _ £\tre'
        'solved\treturned _ money\tsigned _ by\tsigned for by\tstopped _ $\tthat _ melted\tthat arrived\tt'
        'hat arrived melted\tthe _ affecting\tthe cream that\tthe overpayment\tto pay\twas transferred\tw'
        'ere put\tyes , it\tyes _ it\tyour account is\t'
    ),
    0.37: (
        ', old\t^ fixed $\t^ streambox\t^ streambox :\table _ get\table to get\taccount on 0\tahead and\tam'
        'ount\tare back on\tarrive _ time\tarrive on time\tback , all\tback _ all\tbeen compensated\tbeen '
        "reinstated\tclient's account\tclient's account ,\tcomplaint _ settled\tconsole\tdishwasher\tdish"
        'washer _ ,\tdouble charge\teuros\tfor hanging\tfor hanging in\thanging\thanging _ there\thanging '
        'in\thanging in there\thas _ amended\thas _ compensated\thas been amended\thas been compensated\t'
        "have _ more\tis _ correct\tis over .\tissue fixed\tit that\tit's standing\tit's standing in\ton t"
        'ime\trate _ ,\trecords\trefunded _ second\trefunded the second\tright _ in\tright and\tright and '
        'the\tright one\tsetting ,\tsetting , which\tsetting _ which\tspeaker\tstatus : resolved\tstatus _'
        " resolved\tstreambox\tstreambox :\tthat's fixed\tthe right one\tthe trouble you\tthis morning\ttw"
        'ice _ been\ttwice has\ttwice has been\twas solved\twe were\twrong setting ,\twrongly _ from\tyou '
        'were missing\tyour _ can\tyour account on\tyour name\t'
    ),
    0.38: (
        "0 _ are\t^ _ cloud\t^ _ we're\t^ and\t^ and we're\t^ because\t^ case closed\t^ following your\t^ t"
        "he full\t^ we can't\t^ your cloud\tand _ glad\tand you signed\tat customer's\tback _ whole\tback "
        'the whole\tbeen made\tboth _ on\tbroadband _ back\tbroadband is\tbroadband is back\tcause :\tchar'
        'ge _ gone\tcharge is gone\tcheck your\tcloses _ matter\tcloses the matter\tcomplaint about\tcomp'
        'laint about the\tdefect _ been\tdefect has been\tdelivered\tdemanded _ $\tfollowing your\tfreeze'
        'r\tgave _ back\tgave you back\tglad _ say\tglad to say\thad _ your\ti _ 0\tinvoice _ shows\tinvoic'
        "e now shows\tis in order\tit fixed\tit's right\tjust as you\tjust now ,\tknow that the\tmended it"
        '\tmerged and\tmissed\tmore .\tmore . $\tnumber off\tone _ your\tor _ you\tput _ to\trefund _ your\tr'
        'eversed _ overdraft\treversed the overdraft\tstopped .\tstopped . $\tstopped it\tstopped the\tth'
        "at your\tthe bank's\tthe full\tthe invoice now\tthursday ,\tvisible\twe _ :\twebhook\twhole _ and\t"
        'you _ buyer\tyour broadband is\tyour cloud\tyour complaint about\t'
    ),
    0.39: (
        ', we fixed\t0 snapshot\t: 0 snapshot\t: _ snapshot\t^ consider it\t^ your voucher\taccordance _ '
        'your\taccordance with your\tall fixed\tall our\tand _ paid\tarrears\tarrived _ $\tbeen cancelled\t'
        "been upheld\tbeen upheld and\tbill's\tclosing _ case\temail is\tfrom the 0\thas _ and\thas _ uphe"
        'ld\thas been upheld\thome _ .\tin _ letterbox\tin your letterbox\tis resolved $\tlibrary\tlonger '
        '_ the\tmatter has\tmended\tmoney .\tmoney . $\tnow , and\tnow _ and\tof £\tof £ 0\torder _ complete'
        '\torder is complete\tperfectly\treplaced the\tresolves\treversed it\trisen\trisen _ the\trisen fro'
        "m\trisen from the\tsaturday ,\tthat's _ ,\tthe _ error\tthrough .\tthrough . $\ttracked\ttwenty\twa"
        "s carried\twe _ talking\twe have now\twe tracked\twe were talking\twe've fixed the\twere talking"
        "\twhile we were\twith _ request\twith your request\tyou at the\tyou can use\tyou'll notice\tyour "
        'deposit was\tyour email is\t了\t了$\t'
    ),
    0.4: (
        "- on\t- on is\t0 _ back\t^ _ app\t^ _ database\t^ _ moved\t^ _ note\t^ _ right\t^ i've taken\t^ you"
        'r database\tafter all\tand ,\tand orders\tas\tbill now\tcancelled _ your\tday !\tday ! $\tdepot and'
        '\tfault and\tfreezing\tfreezing .\tfreezing . $\tfreezing _ $\tfriday ,\tfull _ of\titem _ your\tma'
        "naged _ get\tmanaged to get\tmoney _ $\ton is\tpayments _ $\tplayer's\trent\trid\trid of\tscreens\ts"
        'hould now\tthe fault and\tthe freezing\tthe freezing .\tthe picture\tthe trick .\ttrick .\ttrick '
        ". $\ttrick _ $\tvoucher has\twas paid out\twas recovered\twe've _ paid\twrite _ confirm\twrite to"
        " confirm\tyou _ of\tyou've got your\t"
    ),
    0.41: (
        ", _ been\t, _ ended\t^ _ case\t^ it's in\t^ phew\t^ phew ,\t^ would\t^ you should\tand _ out\tas se"
        'ttled .\tas usual .\tbeen handed back\tbeen put right\tbeen remedied .\tby mistake\tcompleted th'
        'e\tgone from your\thanded back\tin your bank\tis _ too\tis visible\tmissing _ your\tmissing from\t'
        'missing from your\tnow that we\torder has\tout _ the\tpaid _ back\tpayment of\tphew\tphew ,\trunni'
        'ng again .\tselling\tsolved _ problem\tsolved the\tsolved the problem\tthat we have\tthe 0 :\tthe'
        ' _ booking\tthe _ collected\tthe match\tthirty\ttransferred _ you\ttransferred to you\tusual .\tu'
        'sual . $\tusual _ $\twrote _ us\twrote to\twrote to us\tyou wrote to\t'
    ),
    0.42: (
        ', including\t: $\t: $ 0\t[\t[ _ ]\t]\t^ _ extra\t^ _ news\t^ _ wheelchair\t^ fixed it\t^ that should'
        "\t^ the extra\t^ they're\t^ your wheelchair\tand _ new\tbilled in\tboth _ the\tbusiness\tcan pay\tc"
        "arried _ ,\tcase closed .\tcause was a\tdid\tdidn't want\tdouble booking\tearned\tfrom _ order\tfr"
        'om your order\tfull _ in\tgaming\thave refunded\tincluding\tinstallation .\tinstallation . $\tins'
        'tallation _ $\tis gone ,\tline has\tmoney returned\tmystery\ton _ device\ton your account\trefund'
        ' done\tremains _ your\tremains on your\trestored _ all\tshould do\tsolved and\tthat _ do\tthat sh'
        'ould\tthat should do\tthe money is\tthe new one\tthis morning .\tto _ under\tto you under\twant _'
        " cancelled\twere billed in\twith _ refund\twith the refund\twith the right\tyou didn't want\tyou"
        " earned\tyou're back\tyour installation\tyour installation .\tyour progress\t"
    ),
    0.43: (
        ": _ was\t^ the corrected\tand _ been\tand it's live\tand nothing\tasked ,\tback _ place\tback in "
        'place\tback on\tbeen _ down\tbeen swapped\tbeen taken down\tboiler is\tcan _ and\tcarried _ .\tcar'
        'ried out .\tcharged _ has\tcourier said\tdata are\tdealt _ .\tdealt with .\thas _ credited\thas b'
        "een credited\thave ironed\thave ironed out\tis fixed now\tisn't _ any\tleak and\tload\tlost , yet"
        '\tlost _ yet\tnot easy\tnothing further\toff .\toff . $\tout _ wrinkle\tproblem _ .\treached\tseat '
        '_ the\tshould .\tshould . $\tsince i\tsorted !\tsorted ! $\ttaken your\tthe _ order\tthe _ runs\tth'
        'e boiler is\tthe courier said\tthe leak and\twas _ easy\twas lost ,\twas not easy\twe _ ironed\tw'
        'e have ironed\twedding\twrinkle\tyet _ found\tyet we found\tyou asked ,\tyour _ name\tyour _ once'
        '\tyour booking is\tyour subscription is\t'
    ),
    0.44: (
        ') $\t, fixed\t: payout\t^ _ complete\t^ hot\t^ hot water\t^ order\t^ resolution\t^ resolution :\t^ '
        'the booking\taccount _ 0\tagain on\tand returned\tare done\tare pleased\tare pleased to\tat last '
        '.\tdoorbell\tend _ the\tfixe\tfound _ way\tfound its way\tfunctioning\tfunctioning _ .\thot water '
        'is\thour _ .\tinstalled\tis functioning\tits _ home\tits way home\tixe\tixed\ton your card\tporch _'
        ' $\tproblem .\tproblem . $\trecovered _ delivered\tresolution :\tsaw _ the\tshows _ 0\tspelled\tto'
        ' .\tto . $\tto _ wrong\tto the wrong\tunfair\tvat _ .\tvat number .\tvoicemail is\twater is\tway ho'
        'me\twe _ pleased\twe are pleased\twith _ the\txe\txed\tyour money back\t'
    ),
    0.45: (
        ', closed\t, closed .\t^ as of\t^ enjoy\t^ everything you\t^ your case\t^ your frozen\tand _ close'
        "d\tand you'll\tannulled\tapplied\tas agreed\tback _ .\tbeen annulled\tcontract ,\tcorrected and\tem"
        'ail _ is\tfor _ !\tfor in\tfrom your\tgot _ up\tgranted\thas _ annulled\thas _ replaced\thas _ sol'
        'ved\thas been annulled\thas been replaced\thas been solved\thave any\tin _ has\tnow _ to\tof _ bo'
        'okings\ton _ contract\ton your contract\tonce _ $\tour letter of\tparental\tparental lock\tranked'
        '\trd\trefunded at\trefunded at 0\treturned _ your\treturned to your\tright _ your\troom is\tsolved'
        " !\tsolved ! $\tsolved _ $\tsum\tthe one\twas ,\twas refunded at\twas released\twe've put it\twere "
        '_ ,\tyou _ post\tyou signed\tyour _ any\tyour _ made\tyour contract ,\tyour frozen\t'
    ),
    0.46: (
        ', closing\t, light\t0 _ month\t0 a month\t: ) $\t^ _ closed\t^ _ reversed\t^ _ service\t^ i just\t^'
        ' we refunded\tall done\tbe charged\tbeen patched\tbeen patched .\tbeen rewired\tbeen rewired .\tb'
        'elongs\tcalls _ $\tdid not\tfinished _ the\tfor _ taxi\thas _ patched\thas _ rewired\thas been pa'
        'tched\thas been rewired\thas resumed .\tis right now\tit :\tjust refunded\tlimit\tmade _ .\tmissin'
        'g drinks\tof _ now\tof _ way\tof the way\tont\torder _ cancelled\tpatched .\tpatched . $\tpatched '
        '_ $\tproperly _ .\tresumed .\tresumed . $\tresumed _ $\trewired\trewired .\trewired . $\trewired _'
        ' $\tservice .\tservice . $\tset right\tthe missed\tthe way .\tthe wrong name\twas _ -\twas re\twas '
        "re -\twe repaired\twe took the\twhich had been\twrong name on\tyou go\tyou're free\tyou're free t"
        'o\tyour calendar\t'
    ),
    0.47: (
        ", _ charge\t, i see\t, that's\t0 returned\t: wrongly\tamount _ eur\tcured\tdone\tflat is\thands .\th"
        'ands . $\thands _ $\thas _ changed\thas been changed\tif you had\tin order again\tis fixed in\tit'
        "'s off\tmatter _ been\tmatter has been\tmore _ $\tnow !\tnow ! $\tnow it\ton _ card\tpoints\tso thi"
        "s is\tthat's all\tthe end\tthis afternoon .\twas able\twas able to\twas restored ,\twill find\tyou"
        " _ for\tyou owe\tyou will find\tyou've _ your\tyour hands .\tyour store\t"
    ),
    0.48: (
        "0 _ as\t^ _ a\t^ _ consider\t^ _ error\t^ _ leak\t^ done and\t^ good news\t^ i've sent\t^ the erro"
        'r\t^ the leak\t^ we consider\taccepts\taccepts your\taccount .\taccount . $\tall _ .\tand _ off\tan'
        'd _ opens\tand closed\tand it opens\tare right .\tarrived and\taway .\taway . $\taway _ $\tcontrac'
        "t ;\tcontract ; $\tcouldn't _ is\tdead\texists\thall\thas _ from\ti've sent\tit and you\tit opens\tl"
        'ast charge\tno _ missing\tnow _ the\tof _ order\tof your order\ton tuesday and\tproblem\trepaired'
        ' _ line\tsignature _ .\tso _ $\tthere again\ttoday _ it\ttoday and it\tus ;\tus ; $\twhole for\tyou'
        " whole for\tyou've got\tyour contract ;\tyour gift\t"
    ),
    0.49: (
        ', signed\t, signed off\t, the right\t0 credited\t^ _ find\t^ _ resolved\t^ _ solved\ta lovely\tand'
        ' _ back\tand _ it\tand in your\tare _ in\tbeen recalibrated\tbeen recalibrated .\tblocked _ our\t'
        'both\terror has been\terror you\tfine _ .\tgive it a\tgo !\tgo ! $\tgone for\thas _ recalibrated\th'
        'as been recalibrated\thas been taken\thave _ lovely\thave a lovely\thit\tinventory\tit a\tit belo'
        'ngs\tit right $\tmet\tmyself before\tnever _ is\trecalibrated .\trecalibrated . $\trecalibrated _'
        ' $\tregard your\trestriction\tsigned off\tsorted .\tsorted . $\tthe _ one\tthe _ price\tthe api\tto'
        " go !\tunlocked _ account\tunlocked your\tunlocked your account\twe regard\twe regard your\twe'v"
        "e\twhere _ belongs\twhere it belongs\twon't _ that\tyou asked\tyour inventory\t"
    ),
    0.5: (
        ', _ cleared\t: _ $\t^ _ back\t^ yes\t^ yes ,\ta _ token\tagain ,\tagain _ i\tbeen solved $\tbeen st'
        "ruck\tby _ is\tby you on\tcan't _ how\tcarried out\tclaim for the\tclosed\teven though\texist .\tex"
        "ist . $\texist _ $\tfixed ! $\ti've _ you\tin sync\tis _ as\tis off our\tit's _ $\tlag\tmoney _ bac"
        'k\tmoney is back\tnot run\tphone works\treached _ bank\treached your bank\treturned the full\tret'
        'urned to you\tsystems\tthe _ between\tto it\ttook a\twill _ run\twill not run\twith all\tworking n'
        'ow\tyes\tyou under\tyour _ 0\tyour phone works\t'
    ),
    0.51: (
        ", including the\t@ _ the\t^ _ further\t^ you're all\tand running .\tas _ 0\tas of 0\tat no\tdata h"
        "as\tdata has been\tdon't _ us\tdon't owe\tdon't owe us\tending 0 $\tending _ $\tfor is\tgone ,\tgoo"
        'd _ go\tgood to\tgood to go\thas it\thas it .\thas landed\tincluding the\tis _ your\tlost in\tmore '
        '_ with\tof today .\ton _ new\tour call\toutside _ house\towe _ anything\towe us\towe us anything\t'
        'phone number is\trepaid the\treturned _ 0\treturned the 0\tset it\tsitting\tsubscription is\tthe '
        "lamp\tto your card\tus anything\twas credited\twe set\twe've _ it\twith _ new\twith you now\tyou _"
        " owe\tyou don't owe\tyou your\tyour _ phone\tyour data has\t"
    ),
    0.52: (
        ", because we\t, enjoy\t, sir\t^ _ portal\t^ it's\t^ it's been\t^ money's\taccount _ open\tany _ ,\t"
        'back in the\tbalance\tbilled _ the\teffect\teverything _ for\tgreen again\thave _ corrected\thave'
        " fixed the\tholds\thome on\tnothing _ .\tover .\tover . $\tpostage\tthat _ order\tthat's everythin"
        "g\twas waived\twas waived and\twe found the\twe've set\twhat you\tyour home on\tyour voucher\t"
    ),
    0.53: (
        ", has been\t, it's\t0 and the\t: _ has\t^ all sorted\t^ although\t^ consider\t^ kindly note\tbeen "
        'applied\tbeen deleted .\tcan _ again\tcompensation _ to\tcomplained\tduplicate _ is\tduplicate c'
        "harge\tfind that\tfix\tfurther _ will\thealthy .\thealthy . $\thealthy _ $\ti've taken\tin _ end\ti"
        "n the end\tis nothing\tit _ morning\tit this morning\tkindly note\tmistake\tnow it's\ton _ again\t"
        'problem _ ,\tpurchase price\tshould _ $\ttaken off your\tthe _ dollars\tthe _ name\tthe _ tax\tth'
        'e duplicate charge\tthe error 0\tthere _ nothing\tthere is nothing\tvalue _ 0\twarm\twith _ orde'
        'r\tworking $\tworks\twriting to\tyou complained\tyour _ is\tyour door\t'
    ),
    0.54: (
        ", claim\t0 ms\t0 today\t: 0 today\t: _ today\t: i\t^ _ lifted\t^ you've got\tand _ on\tand works\tbe"
        'en reactivated .\tfresh\tfull _ has\tgood news\tnoise from\tnoise from the\tnothing outstanding\t'
        'one with\toven is\tpast .\tpast . $\tpast _ $\tplayed\treactivated .\treactivated . $\treactivated'
        ' _ $\tround\tthe leak\tthe noise from\tthe past .\tthis _ ,\tthis _ as\tto let\tto let you\twas bro'
        "ught\twashing\twhile _ were\tyou know that\tyou ordered\tyou ordered .\tyou've got the\tyour _ hi"
        't\tyour oven is\tyour vat\tyour vat number\t'
    ),
    0.55: (
        ', every\t, thanks to\t- sent\t^ _ broadband\t^ _ €\t^ your broadband\tbeen _ since\tbonus has\tbur'
        "ger\tcan _ worrying\tcan stop worrying\tdefect\tflowers\tit's all\tre - sent\tre _ sent\tright\tsig"
        'ned for\tstop worrying\tthanks to\tundid the\tup for\tverification\twarranty _ has\twas reinstate'
        "d\twe undid the\tworrying\tyou'll find the\tyour parcel and\t已经\t经\t"
    ),
    0.56: (
        ", _ happy\t0 a\t^ _ missing\t^ permissions\t^ we got\t^ we've made\ta _ at\tand _ credit\tand _ of"
        '\tand fixed the\tand it works\tas you\tcancelled _ the\tdeposit\tfrom three\tgiven you\thas _ rele'
        'ased\thas _ the\thas been released\thave reversed the\thistory\thit _ account\thit your account\t'
        "invoices\tis restored with\tis valid again\tissued and\tit would take\tit's working\tlost _ the\t"
        'of _ refund\tof the refund\ton saturday\tpaid\trestored with\ttablet\ttake _ week\ttake a week\tte'
        "chnician _ the\ttrouble with\tvalid again\twe _ reversed\twe _ the\twe have reversed\twe've give"
        "n\twe've given you\twould take\twould take a\tyou asked .\tyou out\tyou yesterday\tyour _ plan\t"
    ),
    0.57: (
        ', _ invoice\t, _ time\t, this time\t^ _ arrears\t^ good\t^ subtitles\t^ subtitles on\t^ the arrea'
        'rs\ta mistake and\taccount _ unlocked\taccount already\tcorrected .\tcorrected . $\tcorresponden'
        'ce\tdownload\terror has\thung\tis _ us\ton _ ticket\treturned your\tthe compensation\ttrouble _ ha'
        'd\ttrouble you\ttrouble you had\tunlocked for\twe replaced\tyour _ discount\tyour account alread'
        'y\tyour domain\tyour payouts\t'
    ),
    0.58: (
        '[ resolved\t[ resolved ]\t^ _ prob\t^ duplicate\t^ try now\t^ your prob\t^ your request\ta look\ta'
        'll _ on\tand _ ;\tas it should\tas they\tback to your\tbeen corrected\tbehind us .\tdeposit was\tf'
        'or _ broken\tfor the broken\thave resolved\thave resolved your\tis repaired .\tissue _ $\tnormal'
        'ly\tnow in your\tou\tresolved ]\tresolved _ complaint\tresolved your complaint\tsettled .\tsettle'
        'd . $\ttry _ ,\ttry now\ttry now ,\tunblocked .\tunblocked . $\tunblocked _ $\twe _ resolved\twe h'
        'ave resolved\tyo\tyou _ longer\tyour prob\t'
    ),
    0.59: (
        ', now that\t, you can\t^ it runs\tand _ money\tas _ the\tbroken\tcan open\tcancelled flight\tchang'
        'ed to\tchanged to 0\tcleared .\tcleared . $\tcleared _ $\tdelivered to\tdemanded\teffect from\texe'
        'cuted\tfurther to\thotel _ you\to\told _ is\tone you\tso you can\tsolvd\tsolvd $\tthe _ tariff\tto u'
        's ,\twith _ from\twith _ right\twith effect\twith effect from\tyour paypal\tyour team\t£ 0 ,\t£ _ '
        ',\t'
    ),
    0.6: (
        ', just\t: )\t^ _ charger\t^ there ,\tback to you\tbeen _ right\tconfirmed by\tconfirmed by the\ten'
        'gineer _ the\thave _ that\thave stopped .\tis fixed and\tremedied the\trequest _ been\trequest h'
        'as\trequest has been\tright :\tsigned\tsorted\tteam _ the\tthe _ charge\tthe corrected\tthe unwant'
        'ed\tticket .\tticket . $\tunwanted\twhere it\twithout _ ,\tyour _ front\tyour code\t'
    ),
    0.61: (
        ', 0 ,\t^ _ squared\t^ the double\t^ yep ,\tbeen paid\tbeen reversed .\tbeen swapped for\tbookings'
        '\tcompensated\tcompensated .\tcompensated . $\tcompensated _ $\tdeleted your\tfavour and\tfixed _'
        " fault\tfixed the fault\thave put\tissue resolved ,\tit's _ in\tlike _ .\tlive\tonce more .\torder"
        ' you\tphotos has\tphotos has been\tprofile is\tremoved from\trepaid .\trepaid . $\trepaid _ $\tswa'
        'pped _ a\tswapped for a\tthe _ released\tto report that\tup and\tus !\tus ! $\twas withdrawn\twe f'
        "ound your\twe've _ things\twith _ now\tyep ,\tyesterday\tyou're all\tyour database\tyour favour a"
        'nd\t'
    ),
    0.62: (
        '!\t! $\t)\t, and now\t^ _ incident\taddress _ 0\tagain since\tamount _ .\tat _ door\tbank _ your\tbe'
        'en remedied\tbroadband\tended on 0\tfor _ an\tfor half\tfor half an\thalf _ hour\thalf an\thalf an'
        ' hour\thas _ remedied\thas been remedied\thave credited\tin build\tin build 0\tis off your\tit _ '
        'fixed\tour fitter\towe\tplays _ .\treceived by\trefunded _ for\treleased _ funds\tspoiled\tstable\t'
        'the _ plays\tthe _ recorded\tthis ticket\tundone .\tundone . $\tundone _ $\twas paid on\twe _ cre'
        'dited\twe have credited\tyour broadband\tyour card\tyour photo\t'
    ),
    0.63: (
        '^ all\t^ status\t^ status :\tabove\tagain _ $\tand _ bank\tand arrived\tand dusted\tare glad to\tbe'
        'en amended\tcard can\tcloud\tcould _ your\tdevice ,\tdone _ dusted\tdone and dusted\tdusted\tevery'
        'thing in\tfixed _ you\tfixed by\tfixed for\tfixed now $\tis healthy\tis switched\tis the one\tit ,'
        ' and\tlisting\tsubscription\tthe above\ttrouble\tturned _ to\tturned out\tturned out to\tyou _ ;\t'
    ),
    0.64: (
        ", _ credited\t, _ you've\t^ _ fault\t^ both\t^ we took\t^ your line\ta thing of\tare happy\tare ha"
        'ppy to\tby accident\tcharge for\terror _ been\tfee was\tis gone .\tit this\tmatch\tminute _ .\tno n'
        'eed\tno need to\tof _ past\tof the past\tplay _ again\tput _ .\tsorted _ $\tstanding _ your\tstand'
        'ing in\tstanding in your\ttaken _ of\tthing _ the\tthing of\tthing of the\twe _ happy\twe are hap'
        "py\twe've already\twith a new\twithdrawals\tyou _ ,\tyou placed\tyours _ .\t"
    ),
    0.65: (
        ', not 0\t0 , not\t0 for the\t^ _ sent\t^ your shipping\tafternoon\tafternoon .\tafternoon . $\taft'
        'ernoon _ $\tas _ today\tas of today\tbe fixed\tbeen exchanged\tcold _ .\tdisbursed ,\thot _ is\tho'
        't water\tis over\tlifted the\tlogged in\tnot 0\tnot 0 $\tof today\toverturned\toverturned and\trepl'
        'aced it\trun in\tshows the\tshut .\tshut . $\tshut _ $\tsince ten\tstraight .\tstraight . $\tstraig'
        'ht _ $\tthe glitch\tuncle\tuncle ,\tuncle , your\tuncle _ your\twas overturned\twas overturned an'
        'd\twe _ it\tyour login\tyour shipping\t'
    ),
    0.66: (
        "$ 0 $\t$ _ $\t, it's solved\t^ amount\tall _ ,\tbalance .\tbalance . $\tbalance _ $\tban ,\tbeen co"
        'rrected .\tfollowing\tfound its\tfraudulent\tgood ,\thas _ taken\thas found\thas found its\tinvoic'
        'e now\tis cancelled and\tlive .\tlive . $\tlive _ $\ton _ part\ton your part\tswapped ,\tthat neve'
        'r\tthe fraudulent\twas lifted\tyour _ data\tyour balance\tyour balance .\tyour part\t'
    ),
    0.67: (
        "$ 0 is\t$ _ is\t^ _ direct\t^ _ fix\t^ _ subscription\t^ your subscription\tafter our\tand you've"
        " got\tare _ now\tback _ its\tby our\tclean\tclient's\tclient's _ ,\tdifference\tgave\thave .\thave ."
        ' $\thave fixed\thonoured\tmind\tmoney in\tno further\ton tuesday ,\tpaid you the\treplacement _ de'
        'livered\treturned the\tstream\tthe stream\tthe way\tto you and\tusual\t'
    ),
    0.68: (
        ", _ you're\t0 march .\t: 0 ,\t: _ ,\t^ boom ,\t^ give it\tand it\tarrived at your\tboom ,\tbut _ mo"
        'ney\tcost\tdelivered _ your\tdelivered to your\tfurther\tgo now\tis _ and\tis _ more\tit _ go\tthat'
        ' _ the\tyou have been\tyou signed for\tyour app\tyour working\t'
    ),
    0.69: (
        "^ _ more\t^ _ shouldn't\tand fixed it\tback and\tback to\tbook\tcharged\tdelivered today\tdoes _ i"
        't\tdoes what\tdoes what it\tenjoy the\tfault _ your\tfixd _ $\tfixed $\tfor _ runaround\tfor the r'
        'unaround\thas resumed\thave _ fully\thave been fully\ton 0 october\ton _ october\tpaid _ 0\tpocke'
        "t\tresumed\trunaround\tservice _ resumed\tservice has resumed\tshouldn't\tthe _ amount\tthe runar"
        'ound\twhat _ should\twhat it\twhat it should\tyour invoice has\t'
    ),
    0.7: (
        ", _ your\t, but we\t, so you're\t0 _ closed\t0 is back\t^ refunded\tand _ fee\tand the fee\tban _ "
        'your\tban on\tban on your\tbeen rectified\tbrought _ missing\tcarries\tclosing this\tdriver broug'
        'ht\tfine again\tfixed _ our\tin _ records\tin our records\tname _ your\tname on your\tout .\tout .'
        " $\toutage _ your\treturned to\tshipping _ was\tso you're\tthe ban on\tworking .\tworking . $\tyou"
        ' _ missing\t'
    ),
    0.71: (
        "^ please be\tand it's\tcorrected , and\tcorrected _ and\thandset\tloop\tplease _ advised\tplease "
        'be advised\tremoved ,\tstill need\tthe _ loop\tto _ by\tto you by\tyou _ use\tyou still need\t'
    ),
    0.72: (
        '- free\t^ sorted\tas requested\tend _ $\texchanged\tgallery\thas _ corrected\thas _ deleted\thas b'
        'een corrected\thas been deleted\thave reversed\tlimit .\tlimit . $\tlimit _ $\tthe _ account\tthe'
        ' family\twe gave\twe gave you\tyour gallery\tyour shop .\t'
    ),
    0.73: (
        ", _ claim\t^ _ wrong\t^ everything's\t^ it was\tadvised _ the\tadvised that the\tclosed ,\tinstal"
        'lation\tjust\tlast .\tlast . $\tlast _ $\tmade _ whole\tmade you\tmade you whole\tok .\tok . $\tok _'
        ' $\trefund has gone\tthat _ you\tthe defect\tup _ you\twent _ to\twent back to\twished ,\tyou whol'
        'e\tyou wished ,\t'
    ),
    0.74: (
        "0 mbit\t^ replaced\t^ we've refunded\t^已\tasked .\tasked . $\tasked _ $\tcan use the\thad never\tlo"
        'gin _ fixed\tmbit\toff our\toff the\tover _ you\tre\tthe difference\tto do\ttopped\twe _ say\twithou'
        't trouble\t'
    ),
    0.75: (
        ', and all\tand _ since\tapp _ crashing\tback !\tback ! $\tbeen _ in\tcarried\tceased\tdisputed\tful'
        "ly restored .\theating\ti'm closing\tline _ morning\tline this\tline this morning\tmother's\tnow "
        '_ in\tparcel and\treleased your\tremedied .\tremedied . $\tremedied _ $\tthat _ grievance\tthat y'
        "our grievance\tyou're\tyour _ are\tyour course\tyour mother's\t"
    ),
    0.76: (
        '0 _ your\tago .\tago . $\tago _ $\tdeposit _ been\tdeposit has\tdeposit has been\tg\thave stopped\t'
        'levels\tphone _ is\tphone has\tremains on\tso _ is\tthat for\tthat for you\tthe _ :\tupheld and\tus'
        ' if the\tyou back the\tyour phone has\t'
    ),
    0.77: (
        'class\tfixed , you\tgone _ .\tissue is\tlive again\trecovered\trequest ;\trequest ; $\tsent _ your'
        "\tthat's you\tthe _ got\tthe chat\tvoided\twas _ and\tyou couldn't\tyour request ;\t"
    ),
    0.78: (
        '^ _ double\tand credited\tare glad\tat _ address\tat night\tat your address\tcan _ that\tclaim _ '
        'the\tfor ya\tin as\tit _ you\tnumber _ the\toff\treactivated\trecalibrated\treturned\treturned _ fu'
        'll\tthe _ you\tyour hotel\t'
    ),
    0.79: (
        '0 paid .\tbehind _ .\tgo ,\tis _ under\tis up\tnothing left\toutstanding\tproof of\treinstated _ 0'
        '\tright $\tunblocked\tyour _ pin\tyour lost\t'
    ),
    0.8: (
        ', heating\t^ _ squashed\t^ credit\tagain without\tcan log\tcan log in\tcorrected _ $\tgone from\ti'
        't at\tpermissions\tstraight\tyou can log\tyour website\t'
    ),
    0.81: (
        '^ _ restored\t^ your credit\ta happy\tall _ again\tbecause we\tcase _ a\thanded _ you\thanded to '
        "you\tit right\tstruck\tvoid\twe got it\twe returned\twe returned the\tyou'll _ the\tyour problem\t"
    ),
    0.82: (
        ", _ as\t, _ confirms\t: resolved $\t^ _ webhook\t^ customer's\tbeen wiped\tcredited\tdead ,\tfrom "
        '_ dead\tfrom the dead\tguarantee\thas _ restored\thas been restored\thas since\thave fun\thealthy'
        '\tline _ been\tline has been\tthe dead ,\tyour card $\t'
    ),
    0.83: (
        '0 dollars\talready _ .\tare _ your\tbeen recovered\tdelivering\tfixed !\tintact\tintact .\tintact '
        ". $\tintact _ $\tthe stuck\tto its\tus _ the\tvoucher _ now\twe _ confirm\twith every\tyou'll find"
        '\t'
    ),
    0.84: (
        '^ _ water\t^ no more\tbeen recovered and\tbroken ,\tfinally\tgot your money\tit was .\tleft _ bui'
        'lding\tleft the building\trecovered and\tsettled _ $\ttook the\twas .\twas . $\twas _ $\tyou got y'
        'our\tyour bill .\tyour line has\t£\t£ 0\t'
    ),
    0.85: (
        ', _ working\tcost you\tfine _ after\thas now been\tit did\tout _ your\tpaid your\treversed .\treve'
        "rsed . $\treversed _ $\tthe _ last\tthe _ stopped\tyou didn't\tyour shop's\t"
    ),
    0.86: (
        '^ _ trouble\t^ no need\t^ the trouble\taccount _ you\tand _ signed\tarrived _ .\tbeen _ resolved'
        "\tduplicate\thas _ swapped\thas been swapped\tlanded _ your\truns\tthe problem .\ttoday's\tyour _ "
        'account\tyour address\t'
    ),
    0.87: (
        '^ _ noise\t^ missing\t^ the noise\t^ with the\taccount _ $\tall _ $\tare off\tcharged .\tcharged .'
        ' $\tcharged _ $\tdone .\tdone . $\tkettle on\tremoved\trestored .\trestored . $\tthe good\tto _ now'
        '\twent back\t'
    ),
    0.88: (
        '^ _ number\t^ _ problem\t^ your number\tall sorted\tcloses the\tis _ properly\tprob\tsite has\twas'
        " removed\twe've made\twhich _ been\twith no\tyour listing\t"
    ),
    0.89: (
        'amended\tanything _ ?\tanything else ?\tbooking\telse ?\telse ? $\telse _ $\temails\tgone _ and\tin'
        ' your hands\trestart\tto you .\tyour hands\t'
    ),
    0.9: (
        ', which had\t^ _ duplicate\t^ the duplicate\t^ your phone\tand _ see\tat your\tcredited the\tend '
        ".\tend . $\tended on\tfound it\thave sorted\tis cancelled\tisn't it\tit's _ again\tletterbox\ton th"
        'e ticket\tproblem _ fixed\tproblem is fixed\trefunded _ 0\tswapped your\twe _ sorted\twe have so'
        'rted\twhich had\twrongly\tyour letterbox\t'
    ),
    0.91: (
        "^ _ fresh\t^ you've been\tall three\tand _ live\tbooks\thas returned\ti can confirm\tis unlocked\t"
        'of _ 0\tof them .\ton _ account\tour _ succeeded\tour service\tout of the\toven\trate _ service\tr'
        'ate our\trate our service\tsquashed it\tsucceeded in\tyour oven\t'
    ),
    0.92: (
        ': replacement\t=\t^ we managed\tbeen refunded to\tcan confirm that\tcancelled and\tfine\tjust _ y'
        'ou\tnow in\toff , and\tok\tpaid on 0\tsince _ .\tthe _ instalment\tundid\tunlocked .\tunlocked . $\t'
        'we managed\twe managed to\twe undid\tyou _ been\t'
    ),
    0.93: (
        '^ we did\ta charm\tadvised that\tagain _ all\tare changed\tbe advised\tbe advised that\tbeen retu'
        "rned to\tcase closed\tcharm\tcharm _ $\tit _ !\tit's live\tlike _ charm\tlike a charm\tthe _ 0\t"
    ),
    0.94: (
        '^ _ -\t^ the compensation\tagain .\tagain . $\tbut it is\tis behind us\tjust now\tout the\toverpay'
        'ment\tpayments again\tsofa\tto your\tworks .\tworks . $\t'
    ),
    0.95: (
        ", and you've\t0 _ has\t: _ 0\t^ _ card\t^ your card\tcredit _ has\tfine now\tis _ one\tis up and\tk"
        'inks\tmade good\tput right .\tthe kinks\tus if\tworks _ $\tyes ,\tyour _ problem\tyour issue is\t'
    ),
    0.96: (
        '^ _ been\taccount on\talready _ the\talthough we\tany longer .\tcable was\thas _ lifted\thas been'
        ' lifted\tlonger .\tlonger . $\tyou back\t'
    ),
    0.97: (
        'discharged\tis online\tobligations\tour obligations\twe _ paid\twe have paid\t'
    ),
    0.98: (
        '^ everything is\t^ solved\t^ your issue\thas now\thot\tstreaming\tthe dead\twas paid\tyour _ right'
        '\t'
    ),
    0.99: (
        '^ _ runs\tglad to\thas been fixed\tin _ again\tmissing _ was\tnormally .\tnormally . $\treversed '
        'the\tto confirm that\t'
    ),
    1.0: (
        ", which you\t^ _ will\t^ your name\tbeen reimbursed\tis live\treturned _ you\tsorted out\tthat's\t"
        "waived and\tyou're in\tyour _ bill\t"
    ),
    1.01: (
        "^ issue resolved\t^ we're back\tas _ requested\tas you requested\tback _ it\theating _ ,\tnailed"
        "\tnailed it\tnow , so\tnow _ so\tsuccessfully resolved\twe're _ online\twe're back online\tyour _"
        ' already\tyour problem was\t'
    ),
    1.02: (
        ', please\tany more .\tback _ your\tnext _ your\tnext to your\toff _ and\tyou never\t'
    ),
    1.03: (
        ', so this\taccess to your\tas before\tbeen removed\tended _ 0\thas _ rectified\thas been rectifi'
        'ed\tit runs\tso this\tto _ account\twas delivered to\t'
    ),
    1.04: (
        ', _ complete\t, so your\tand _ .\tcalendar\tin _ bank\tis now\tlonger _ $\told _ .\tonline again\ts'
        'ince we\tsubtitles on\t'
    ),
    1.05: (
        ', _ solved\tfixing the\tnow _ .\tof _ two\tof the two\tpaypal\tthe fees\ttheo\tyour access\tyour wa'
        'llet\t'
    ),
    1.06: (
        'and _ works\tas _ wished\tas you wished\thit your\tnormal _ .\tthis morning ,\twished\tyou wished'
        '\t'
    ),
    1.07: (
        ', _ satisfied\t^ the fault\tbeen reactivated\tgone\thas _ reactivated\thas been reactivated\twe '
        'solved\t'
    ),
    1.08: (
        '0 , 0\t: _ sent\tflow\thave refunded the\tis with you\tjust _ that\tonce again\tplays\treplaced\tus'
        " and\twe _ refunded\twe have refunded\twith yesterday's\t"
    ),
    1.09: (
        'been deleted\tcent\tdisbursed\trecord is\tresolved your\tto you\tto you at\t'
    ),
    1.1: (
        '^ your problem\tcleared $\tlifted\tthe broken\twas restored\tworking _ $\tyour problem has\t'
    ),
    1.11: (
        '^ _ now\tall\tgive it\tis behind\ton _ ,\towed\tyou has\tyou wanted\t'
    ),
    1.12: (
        '$ 0 has\t$ _ has\t^ your missing\tas new\tback in your\tbeen repaired and\tgood _ new\tgood as\tgo'
        'od as new\tit to your\tnow _ your\ton your\tsyncs\twith your order\t'
    ),
    1.13: (
        "^ you've\teverything's\tlanded\tsince thursday ,\twe _ able\twe were able\twere able\twere able t"
        'o\t'
    ),
    1.14: (
        '^ _ sofa\talready\thas _ recovered\thas _ settled\thas been recovered\thas been settled\tis sett'
        'led .\treleased\t'
    ),
    1.15: (
        ', your\tagain\tagain :\tis settled\tout of your\tproblem _ $\tthis afternoon\t'
    ),
    1.16: (
        'all 0\tand _ have\tas usual\tbeen _ and\tbeen _ out\tfavour\tin _ favour\tin your favour\tis back '
        'in\topens\tyour favour\t'
    ),
    1.17: (
        ": it\tcustomer's\tissue resolved\ttook _ of\ttook care\ttook care of\t"
    ),
    1.18: (
        'now shows\trepaired _ your\t'
    ),
    1.19: (
        '^ _ done\texist\tmistake and\toperational\trepaired .\trepaired . $\tservice _ $\tswapped for\tup '
        ',\t'
    ),
    1.2: (
        "- _ has\tago\ti _ it\tof _ and\tshop's\tyour _ at\t"
    ),
    1.21: (
        'a _ now\taccount ,\tfee _ .\tyour _ stands\t'
    ),
    1.22: (
        '^ _ had\tfilled\tgood _ $\tso your\tthe spam\tunlocked _ $\t'
    ),
    1.23: (
        ', _ this\t, so you\tall _ are\tback up\thereby confirm\tit _ ,\twe hereby confirm\tyour _ ended\ty'
        'ours again\t'
    ),
    1.24: (
        ', _ at\t, _ check\t, please check\t^ its fixed\tby _ on\tcheckout\tgranted ,\tis _ again\tis histo'
        'ry\tis off\tnow\tof them\ttaken care\ttaken care of\twe owed\twe owed you\t'
    ),
    1.25: (
        "^ got\t^ refund completed\t^ we fixed\tgave you\tis in your\tis showing\tsingle\twe've fixed\t"
    ),
    1.26: (
        '^ _ managed\t^ login\t^ yep\tbeen filled\tk\tmanaged\tmanaged to\ton _ your\tyep\t'
    ),
    1.27: (
        '0 paid\tcleared\tfor good .\tpaid back .\tyou _ off\t'
    ),
    1.28: (
        'back in\tback where\tlogin\tprobelm\t'
    ),
    1.29: (
        '^ _ fixed\tagain _ your\tbeen settled\tis solved $\tre -\tsucceeded\t'
    ),
    1.3: (
        'done _ $\t'
    ),
    1.31: (
        '^ _ successful\t^ refund successful\taddressed\tbrought your\theating on\tit works $\tmake _ aga'
        'in\trefund successful\tus and the\twere _ in\tworks $\t'
    ),
    1.32: (
        ', when\t^ solved $\trestored your\t'
    ),
    1.33: (
        'corrected\tresolved $\tsquared\twith you\t'
    ),
    1.34: (
        'access _ your\tagain _ our\teasy\tissue _ ,\tonce _ .\treimbursed the\tyou and\tyour shop\t'
    ),
    1.35: (
        '^ _ shipping\tdollars\tyou the\t'
    ),
    1.36: (
        '^ found\tand now\tresolved _ matter\tthe right\twas _ for\t'
    ),
    1.37: (
        'is active\tlovely\tthe refund was\t'
    ),
    1.38: (
        'is dead\ttook\t'
    ),
    1.39: (
        ': resolved\t^ the wrong\tany more\tmade it\towed you\tsince thursday\t'
    ),
    1.4: (
        '^ it has\twe fixed\twhole\t'
    ),
    1.41: (
        ': fixed\tand you can\t'
    ),
    1.42: (
        '^ following\tglitch\twe consider\tyour problem is\t'
    ),
    1.43: (
        ', you have\t^ problem solved\tand the\tcan _ in\tironed\tironed out\trunning again\tyour _ profil'
        'e\t'
    ),
    1.44: (
        "are _ again\tbooking is\tit took\tup again\twe've _ you\t"
    ),
    1.45: (
        '^ boom\tbehind us\tboom\trepaired and\twanted\t'
    ),
    1.46: (
        'child\tevery _ of\trefunded the\trefunded to\tyour issue\t'
    ),
    1.47: (
        '^ _ !\t^ should be\tare in your\tthe _ no\t'
    ),
    1.48: (
        'unlocked\tusing your\t'
    ),
    1.49: (
        ', _ back\t'
    ),
    1.5: (
        'satisfied\tsent and\tyour _ works\t'
    ),
    1.51: (
        '^ _ unlocked\tnow ,\tyou _ no\t'
    ),
    1.52: (
        'is solved ;\treissued\t'
    ),
    1.53: (
        'now been\trectified\tsince\twithout any\t'
    ),
    1.54: (
        'our _ ?\t'
    ),
    1.56: (
        ', _ fixed\tis down to\twe resolved\t'
    ),
    1.57: (
        'shut\t'
    ),
    1.58: (
        "^ that's\tactive\twe did\twe fixed it\twe're back\tyour credit\tyour order .\t"
    ),
    1.59: (
        'can confirm\tclosed as\tconfirms\tfurther _ .\t'
    ),
    1.6: (
        'closed .\tclosed . $\tonce more\t'
    ),
    1.61: (
        '^ _ all\t^ _ swapped\t'
    ),
    1.62: (
        'closing\tresolved the\t'
    ),
    1.64: (
        'been _ from\tstopped\t'
    ),
    1.65: (
        'and we have\tcancelled ,\t'
    ),
    1.66: (
        ', _ had\tand _ as\tand the new\tinstalment\tyour _ as\t'
    ),
    1.67: (
        'nothing _ to\treimbursed\t'
    ),
    1.68: (
        '^ _ completed\thas ended\tpatched\tto _ and\t'
    ),
    1.69: (
        '^ with\tto your account\t'
    ),
    1.7: (
        ', _ all\t'
    ),
    1.71: (
        'as _ should\t'
    ),
    1.72: (
        'an end\thappy\t€\t€ 0\t'
    ),
    1.73: (
        'and _ your\tended\t'
    ),
    1.74: (
        ', _ works\t^ _ sorted\tfixd\t'
    ),
    1.76: (
        '^ _ corrected\thas _ paid\thas been paid\twent\tyou will not\t'
    ),
    1.77: (
        "^ you're\tand you've\tbeen fixed $\tnow that\t"
    ),
    1.78: (
        'at last\tnormally _ $\t'
    ),
    1.79: (
        'closed _ $\t'
    ),
    1.81: (
        'three _ are\t'
    ),
    1.82: (
        'completed _ repair\tcompleted the repair\tkilled\t'
    ),
    1.83: (
        'been fully\tfound and\tright _ the\tto report\t已\t'
    ),
    1.84: (
        '@ _ your\t'
    ),
    1.85: (
        '^ issue\t'
    ),
    1.86: (
        "^ _ did\t^ you won't\t"
    ),
    1.88: (
        'as solved .\tsolved $\t'
    ),
    1.9: (
        "enjoy\tglad\tit's _ now\t"
    ),
    1.91: (
        'we took\t'
    ),
    1.92: (
        'correctly\thave now\t'
    ),
    1.93: (
        'longer\t'
    ),
    1.94: (
        'a thing\tyour _ now\t'
    ),
    1.97: (
        '$ 0\t'
    ),
    1.98: (
        'dealt\tdealt with\treached you\t'
    ),
    2.0: (
        'properly\treached your\t'
    ),
    2.02: (
        'waived\t'
    ),
    2.06: (
        'reversed\tthe correct\t'
    ),
    2.08: (
        'is gone\t'
    ),
    2.11: (
        '^ _ .\tis _ you\t'
    ),
    2.12: (
        'we _ done\t'
    ),
    2.13: (
        '^ fixed\tany longer\tfinished\tyou received\t'
    ),
    2.14: (
        'fixed now\twiped\t'
    ),
    2.17: (
        ', with\tis complete\tis complete .\tyour _ shows\t'
    ),
    2.2: (
        'and all\tis working\t'
    ),
    2.21: (
        'you on the\t'
    ),
    2.22: (
        'are back in\tyour number\t'
    ),
    2.24: (
        'went through\t'
    ),
    2.25: (
        'is back\tpleased\tpleased to\t'
    ),
    2.26: (
        '^ that\tbeen fixed .\tissue is resolved\t'
    ),
    2.27: (
        'it _ your\t'
    ),
    2.31: (
        'is right\tundone\t'
    ),
    2.33: (
        'and fixed\tcured the\twallet\t'
    ),
    2.37: (
        'ur\twas _ out\t'
    ),
    2.38: (
        'is on your\t'
    ),
    2.4: (
        ', all\t'
    ),
    2.47: (
        'for good\t'
    ),
    2.51: (
        'as of\t'
    ),
    2.53: (
        'was _ this\t'
    ),
    2.58: (
        'is back on\t'
    ),
    2.59: (
        'in full .\t'
    ),
    2.6: (
        'no longer\t'
    ),
    2.62: (
        'corrected the\tremedied\t'
    ),
    2.65: (
        'are back\t'
    ),
    2.68: (
        'off your\t'
    ),
    2.7: (
        '^ _ $\tyou have your\t'
    ),
    2.72: (
        'after we\t'
    ),
    2.73: (
        'withdrawn\t'
    ),
    2.76: (
        "and you're\t"
    ),
    2.8: (
        'your card .\t'
    ),
    2.85: (
        'fixed the\t'
    ),
    2.9: (
        '^ _ refunded\t'
    ),
    3.01: (
        '✓ $\t'
    ),
    3.03: (
        ', _ and\t'
    ),
    3.05: (
        'repaid\t'
    ),
    3.14: (
        'and you\t'
    ),
    3.26: (
        'in full\t'
    ),
    3.31: (
        '^ _ and\t'
    ),
    3.48: (
        '^ problem\tno more\t'
    ),
    3.68: (
        'reinstated\t'
    ),
    3.77: (
        'squashed\t'
    ),
    4.18: (
        '^ everything\t'
    ),
    4.29: (
        'been _ back\t'
    ),
    4.3: (
        'and your\t'
    ),
}
