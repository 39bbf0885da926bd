"""Weights of groups, for `likeness`. Written by `python -m tests.wording.learning --write`."""

GROUPS = {
    -3.44: (
        'must\t'
    ),
    -3.32: (
        'we will\t'
    ),
    -2.9: (
        'soon\t'
    ),
    -2.81: (
        'days $\t'
    ),
    -2.8: (
        'stil _ $\t'
    ),
    -2.63: (
        'started\t'
    ),
    -2.51: (
        'insp\t'
    ),
    -2.38: (
        'far\t'
    ),
    -2.31: (
        'not been\t'
    ),
    -2.23: (
        'the _ team\t'
    ),
    -2.2: (
        'needs\twhen the\t'
    ),
    -2.09: (
        'to _ from\t'
    ),
    -2.0: (
        'until\t'
    ),
    -1.99: (
        'are _ it\t'
    ),
    -1.98: (
        '^ _ not\t'
    ),
    -1.97: (
        'the _ goes\tyet $\t'
    ),
    -1.93: (
        '^ _ get\t'
    ),
    -1.87: (
        'we need\t'
    ),
    -1.86: (
        'we take\t'
    ),
    -1.8: (
        'once the\t'
    ),
    -1.79: (
        'say $\t'
    ),
    -1.78: (
        'is _ by\trefund $\t'
    ),
    -1.77: (
        'understand\t'
    ),
    -1.74: (
        'fixe to\tfixed to\tis test\t'
    ),
    -1.7: (
        'when\t'
    ),
    -1.69: (
        '\t^ _ othe\tyet\t'
    ),
    -1.65: (
        'is not\t'
    ),
    -1.64: (
        'bein _ $\t'
    ),
    -1.63: (
        "a _ is\thasn\thasn't\t"
    ),
    -1.62: (
        'rate _ fixe\t'
    ),
    -1.61: (
        'complaints\t'
    ),
    -1.6: (
        'is _ its\t'
    ),
    -1.59: (
        'repl is\t'
    ),
    -1.58: (
        '^ has\tby frid\tby friday\t'
    ),
    -1.57: (
        'cann\tcannot\t'
    ),
    -1.55: (
        'examined\t'
    ),
    -1.53: (
        'sign $\t'
    ),
    -1.51: (
        'is stil\tis still\trevi $\t'
    ),
    -1.5: (
        '^ an\thas not\ttomorrow\t'
    ),
    -1.49: (
        'a _ on\tand then\the\t'
    ),
    -1.48: (
        'checking\thave _ a\tmeas the\trequested from\twoul be\twould be\t'
    ),
    -1.47: (
        '^ whic\t^ which\tnumb 0\tnumber 0\t'
    ),
    -1.45: (
        "we'd\t"
    ),
    -1.44: (
        'refunds\tsend\tyour _ date\t'
    ),
    -1.43: (
        'has _ us\tsorr $\tsorry $\tus that\t'
    ),
    -1.42: (
        "the _ isn'\t"
    ),
    -1.41: (
        "i'd\twill be\t"
    ),
    -1.38: (
        'anot _ $\tread your\t'
    ),
    -1.37: (
        'forwarded\tis bein\tis being\tonly\tpart of\t'
    ),
    -1.36: (
        'be _ at\ttook over\t'
    ),
    -1.35: (
        '^ _ wish\t'
    ),
    -1.34: (
        '" ,\t'
    ),
    -1.33: (
        "begu\tbegun\twe'l\twe'll\t"
    ),
    -1.32: (
        'or\t'
    ),
    -1.31: (
        'if the\tlook into\tnext\t'
    ),
    -1.3: (
        'not _ your\t'
    ),
    -1.29: (
        'near\tword\t'
    ),
    -1.27: (
        '^ _ hope\t'
    ),
    -1.26: (
        'not _ to\tthat _ was\t'
    ),
    -1.25: (
        'no fix\tnoth has\tnothing has\tpass _ the\t'
    ),
    -1.24: (
        ', _ will\tnoted\tyour feedback\t'
    ),
    -1.23: (
        '^ _ woul\tme ,\tso far\t'
    ),
    -1.22: (
        '^ _ than\thas _ read\tleft our\tpick it\t'
    ),
    -1.21: (
        'team $\t'
    ),
    -1.2: (
        'question\t'
    ),
    -1.19: (
        '?\t? $\tto our\t'
    ),
    -1.18: (
        'for now\tfor two\twait for\twithin\t'
    ),
    -1.17: (
        "can' _ that\tmarc _ and\tneit\tneither\tunde _ $\t"
    ),
    -1.16: (
        'its _ chec\tmessage $\tyour _ arri\t'
    ),
    -1.15: (
        'get _ mone\tsoon $\twe ask\t'
    ),
    -1.14: (
        'can you\tfound $\tget the\t'
    ),
    -1.13: (
        'and will\t'
    ),
    -1.12: (
        "haven't\tplea _ us\tprom to\tto _ case\t"
    ),
    -1.11: (
        'afra\tafraid\tbeen requ\tbeen requested\tdays to\thas _ requ\thelp\tmanager\trestarted\tthen _ $\twe'
        ' _ rece\twron $\twrong $\t'
    ),
    -1.1: (
        'him $\tin _ queu\treac us\trecorded and\tregret\twill\t'
    ),
    -1.09: (
        'crew\tmean\tthe _ woul\t'
    ),
    -1.08: (
        'compare\tminu $\tminutes $\tolde\tolder\tthe _ did\t'
    ),
    -1.07: (
        'case _ open\t'
    ),
    -1.06: (
        'not _ the\treport has\tus the\t'
    ),
    -1.05: (
        'best\tengi are\tengineers are\tplease\t'
    ),
    -1.04: (
        'as _ say\tchecking $\thas _ bloc\trefundable\trule 0\tsecurity\t'
    ),
    -1.03: (
        'agai ?\tagain ?\till\tin marc\tin march\tlamp $\t'
    ),
    -1.02: (
        'be _ by\tbe _ in\torde numb\torder number\tphotos ,\trefu requ\t'
    ),
    -1.01: (
        'at _ work\tbeen sent\tdeleting\thas _ rece\tnobo has\tnobody has\tnot yet\t'
    ),
    -1.0: (
        'esca\thope\tif\tif your\tlike to\tno sign\tstil _ on\t'
    ),
    -0.99: (
        "a note\tisn' _ $\tnow ?\tsubm\tsubmitted\t"
    ),
    -0.98: (
        "been read\tcan' be\tcan't be\tthe inve\t"
    ),
    -0.97: (
        'board $\toffi\tthe link\ttonight\t'
    ),
    -0.96: (
        'and tell\thave _ all\tment\tping\tthe _ to\t'
    ),
    -0.95: (
        '^ _ offe\tansw $\tat _ depo\tis tested\tmatt _ us\tpaym in\t'
    ),
    -0.94: (
        'ask for\thave aske\thave asked\tis _ fixe\tnotes\tthe mome\tthe moment\t'
    ),
    -0.93: (
        ', or\t^ refe\t^ reference\ttried\tyou say\tyour _ yet\t'
    ),
    -0.92: (
        ', _ may\tin _ seco\trestarted the\tships\tthe stat\t'
    ),
    -0.91: (
        '^ _ into\taske the\tasked the\tbeen orde\tbeen ordered\texam $\thotl\thotline\tno _ has\tplea tell\t'
        'please tell\tthe _ come\tto _ this\ttomo $\ttomorrow $\ttry to\t'
    ),
    -0.9: (
        "^ i'll\ta\texpected\thas four\thave not\ti look\tthe _ pers\ttoo _ to\t"
    ),
    -0.89: (
        "^ repair\ti've aske\ti've asked\tis _ revi\tnoth _ been\tor _ mone\trefund request\tthan ,\tthanks"
        ' ,\tyet ,\t'
    ),
    -0.88: (
        'for 0\treac out\treached us\tsolv ?\tsolved ?\tterms\twrit _ the\tyou ment\t'
    ),
    -0.87: (
        'box $\tdeci $\tin prog\tin progress\tis stuc\tis stuck\tit down\tmain\tnot\twe hope\t'
    ),
    -0.86: (
        'ask\tbeen conf\tbeen confirmed\tcomplaints $\thas _ conf\thave got\tplea sign\tplease sign\trece y'
        'our\treceived your\tthat _ work\tto now\tup _ now\twe _ no\t'
    ),
    -0.85: (
        'different\texpe\tthe classroom\t'
    ),
    -0.84: (
        'gets _ $\thas to\tneed your\tothe _ $\tpriority\trestore\tto _ it\tunfo\tunfortunately\t'
    ),
    -0.83: (
        'been rece\tbeen received\tis _ hold\tup to\twe regr\twe regret\t'
    ),
    -0.82: (
        '^ _ regr\tbeen _ abou\tdisp _ now\tfollow\tmana $\tnot fixe\tnot fixed\tpart\tpend _ your\tpossible'
        '\tprinted\tstor _ $\t'
    ),
    -0.81: (
        "been pass\tbeen passed\tchec the\tdays\tover _ case\tsee if\twe don'\twe don't\t"
    ),
    -0.8: (
        'answer\tfor _ is\treply\tunre\twhat _ $\t'
    ),
    -0.79: (
        '^ _ say\t^ roll\ta fixe\ta fixed\tbeen open\tbeen opened\tcond $\tconditions\tenjo _ week\tfixe "\tf'
        'ixed "\thas _ open\tmean that\toffe\ton its\tregistered $\treso "\tresolved "\tsee two\tunde _ ,\tun'
        "so\tunsolved\twe'v aske\twe've asked\tyour weekend\t"
    ),
    -0.78: (
        "at pres\tat present\tcan'\tcan't\tfar $\thas _ orde\tis new\tpm $\tsorr to\tsorry to\tthem _ $\twe _ "
        'chec\tyour _ requ\t'
    ),
    -0.77: (
        '^ _ deci\t^ _ part\tabou your\tapproval\tbegi\tdo not\tkeep\toffe is\toffer is\tsign of\tteam _ $\tte'
        'll me\tthe poli\ttwic for\ttwice for\twork again\t'
    ),
    -0.76: (
        '^ had\taski\tasking\tbe _ for\tmeeting\tour log\tpayment in\tshal\tshall\tthat _ had\ttoo earl\ttoo e'
        'arly\twith _ rece\t'
    ),
    -0.75: (
        '^ _ ask\task _ $\tbeen bloc\tbeen blocked\tbill _ to\tcontacted\tdeadline\texte\thave arri\thave ar'
        'rived\thim\tif _ work\tis _ a\tnot _ $\tordered\trequ was\trequest was\tthe form\twith _ hour\t'
    ),
    -0.74: (
        '^ _ rule\tbe made\tcase the\texamined $\tis _ ?\tlist as\tme\ton hold\tproc\tstre $\tto _ to\twant to'
        '\t'
    ),
    -0.73: (
        "0 _ nobo\t^ _ docu\t^ _ doub\taccepts\tbe _ ,\tcard left\tdisk chec\tdisk check\tfor _ mone\ti'll\ti"
        "f you've\tits disk\treproduce\twas _ beca\twere told\t"
    ),
    -0.72: (
        '^ refunds\tappe was\tappeal was\tbe\tdo _ your\tfar from\thamb\thamburg\tinspected\tnot solv\tnot so'
        'lved\tpend\tpending\treturn $\treview $\tsafety\ttested $\tthe _ turn\tthe _ will\tupdated\twe check'
        '\twhil _ chec\tyour size\t'
    ),
    -0.71: (
        ", _ stil\t^ _ do\ta phot\tby the\tdon' _ the\tfiled\tfran\tfrankfurt\tin fran\tin frankfurt\tmainten"
        'ance\tmediator\tpaym _ back\tstag\tthe _ step\tvisa\twe _ two\twe unde\twe understand\t'
    ),
    -0.7: (
        "^ a\t^ prov\t^ provided\tbeen recorded\tfixe _ but\ti've _ a\tlooking\trefu _ not\trestoring\t"
    ),
    -0.69: (
        "^ _ rece\t^ _ send\t^ i'd\t^ part\tat _ time\tattention\tcan be\tcomp _ it\tcomp it\tis too\tlook _ "
        'this\tpret\tpretend\tsays\tsent to\ttake _ to\tthe deve\tthe developers\ttold the\ttracing\tway to\t'
    ),
    -0.68: (
        'aim\taim to\tbeen chec\tbeen checked\tbeen plac\tbeen placed\tbefo _ is\tcomparing\tdeli was\tdeliv'
        'ery was\tdesk $\tlog file\tmay be\tonly _ can\twe want\twithin 0\tyour report\t在\t'
    ),
    -0.67: (
        ', _ tick\t^ next\tis _ our\trefu _ is\tsent _ the\tyet _ $\tyour case\t'
    ),
    -0.66: (
        '^ if\taccounting\tby _ $\tif i\tis why\tleav the\tthe _ once\tthe top\tvers $\tversion $\twe know\twe'
        'lc to\twelcome to\twhic _ why\twith _ spec\t'
    ),
    -0.65: (
        '"\tand _ apol\tcome _ the\tfor him\thone\tin line\tlet\'\tlet\'s\tstar on\tthe _ shou\tto _ thin\ttryi\t'
        'tryi to\ttrying\ttrying to\twe _ into\t'
    ),
    -0.64: (
        'adde _ the\tand are\tapproval $\tchec $\tchoo\tchoose\tcoul not\tcould not\tdelayed\tfixe _ week\tfi'
        'xe pric\tform $\tgood _ ?\thalf _ the\tlook _ the\tmore than\toffer\tthe _ shop\tthe next\ttoni $\tt'
        'onight $\ttwo\t'
    ),
    -0.63: (
        'card _ the\tcour $\tfor retu\tknown\tlast month\tlook\tlook for\tothe\trecorded $\treproduced\ttari '
        '_ been\tto be\t'
    ),
    -0.62: (
        "^ _ don'\t^ how\t^ once\tbeen aske\tbeen asked\tchec ,\tdocu _ the\thas _ aske\ti'm afra\ti'm afrai"
        'd\tmay\torde the\tordered the\tplea _ out\tsim card\tthan a\ttime _ the\twith our\t'
    ),
    -0.61: (
        '- mail\ta diff\ta different\tafte you\tafter you\tappointment\tare you\tclea _ cach\te _ mail\thome'
        's\tinto _ now\tit into\tlost _ $\tplanned\tregr\tthe _ rema\tturns\tunti it\tuntil it\twith _ week\t'
    ),
    -0.6: (
        '^ _ try\t^ test\tacti\tallow\tappe _ been\tappe has\tappeal has\tbegin\ti need\tinco $\tincomplete\ti'
        'ncomplete $\tis next\tneed a\tprev _ was\tquic $\treplacement is\treply $\tsec\tsome\ttake _ whil\tt'
        'ech _ been\ttechnician has\twe than\twe thank\twhy\twill _ on\t'
    ),
    -0.59: (
        '0 days\ta _ to\tbloc _ it\tit _ ?\tit may\tknow whet\tknow whether\tnot _ you\tnot reso\tnot resolv'
        'ed\tone orde\totherwise\tphot of\tques $\tyour solv\tyour solved\t'
    ),
    -0.58: (
        '^ _ uplo\tand leav\tbe seen\tcheck is\tdo with\texpl\tfail with\tfirs _ of\tit _ reso\tlisted\tnoth '
        '_ do\tpolice\trefu _ a\tsignature $\tthe _ run\twith _ days\twithin a\t'
    ),
    -0.57: (
        '" reso\t" resolved\t, _ cond\t^ _ clai\t^ _ encl\t^ _ inve\tby _ end\tcome _ 0\tconditions $\thas _'
        ' sent\ti coul\tlogging\tmy _ is\tnobo _ $\tof _ card\treplacement $\tto refu\tto refund\tyou _ me\t'
    ),
    -0.56: (
        ', _ does\t, thou\t, though\t^ stor\ta fix\tbit\tcant\tcase\tcourier $\tcustomer $\tfollow the\thave t'
        'old\tin may\tinsp $\tmanager $\tnow _ into\tnow look\tplan for\tplanned for\tto _ spec\tto _ take\tu'
        'pda is\tupdate is\t'
    ),
    -0.55: (
        '^ are\t^ hang\tbe rest\tbeen info\tbeen informed\tbut not\tcour at\tcourier at\tget\thave _ pass\tph'
        'ot _ been\tsee _ the\tshops\tthis kind\ttold _ the\tunti\twants\twork _ of\tyou ?\t'
    ),
    -0.54: (
        ", we'r\t, we're\t^ _ us\t^ is\t^ keep\t^ restoring\t^ we'l\t^ we'll\tamon\tamong\tand _ two\tcancel t"
        'he\tdecides\tdocuments\tfull $\tgets\tgone up\tprem _ gone\tprem has\tpremium has\train\train $\trepa'
        ' cost\trigh ?\tright ?\tsay _ fixe\tthat _ ?\tthe rain\tto read\tup _ repa\twe restarted\twhat i\twh'
        'en your\t'
    ),
    -0.53: (
        '^ _ adde\t^ _ parc\t^ only\tamou on\tamount on\taske to\tasked to\tcup\tdele _ $\thave _ fixe\tof _ '
        'has\tour _ rule\tread by\tset by\tsorr ,\tsorry ,\tsorting\tthe whee\tto ten\tunre $\tunresolved\tunr'
        'esolved $\t'
    ),
    -0.52: (
        '^ can\tbe restored\tcall _ at\tcaus $\tdate _ the\tdepa $\thas _ be\thear noth\theard nothing\tin _'
        ' size\tlabel $\tletter $\tlike your\tlyon\tmeas _ line\topen _ orde\tour work\tour workshop\tprovid'
        'er\tred\trequ _ the\tsell _ that\tsize $\ttell\tthat _ can\tthe _ hasn\tthe rate\tto _ clai\ttop rig'
        "h\ttop right\twe _ aske\twe _ pay\twe are\twe'r stil\twe're still\tweek _ $\twill _ agai\tyou agre\t"
    ),
    -0.51: (
        "^ _ me\tand _ part\task _ your\tbeen told\tbill _ a\tcompared $\tevid\tfill in\tforw to\ti'd _ to\ti"
        'nto _ $\tis dela\tis far\tlasts\tmy\tone _ is\tour _ are\trequ the\tthan _ $\tthe test\tto _ outs\tup'
        "ho\tyou' _ able\t"
    ),
    -0.5: (
        ', _ do\t^ _ want\t^ dele\t^ plea\t^ please\ta sepa\ta separate\tabou 0\tabout 0\tand foun\tand found'
        "\tcabl and\tcable and\tcan fix\tcan' _ it\tcolo $\tcolour $\texpi $\tfee goes\tfirs $\tfirst $\tforg "
        '_ $\ti _ that\tin touc\tin touch\tinstall\tis _ earl\tis pend\tis pending\tit _ a\tmy _ $\tombudsman'
        '\trepo the\tsettings $\tstep _ of\ttake over\tthe _ righ\tthe investigation\tthe ombudsman\tthe po'
        'lice\twould\tyour letter\t'
    ),
    -0.49: (
        '^ last\task the\tbe _ back\tbe corr\tbe corrected\tbeen file\tbeen filed\tcall the\tcome from\tdeli'
        ' on\tdigi\thas _ file\tisol\tit _ too\tknow\tmatters to\tmay ,\tnext _ $\tof purc\tof purchase\trepr '
        'the\tsee _ char\tsomewhere\tsorr _ your\tspecialists $\tstil _ the\ttemporary\tthe bank\ttick _ is'
        "\twe prom\twe told\twe'r _ on\twrit _ you\tyou righ\tyou right\tyou so\tyour _ left\t"
    ),
    -0.48: (
        '0 reop\t0 reopened\t: _ the\t^ _ agai\t^ _ tuto\ta _ befo\tamon thos\tamong those\tand _ wait\tbe r'
        'etu\tbe returned\tbeca _ is\tbeen save\tbeen saved\tbran $\tchec take\tdesc $\tdiffer\tends\tfeedbac'
        'k\tfor our\tform\tin _ days\titems\tleaves the\tmome\tmoment\tno acce\tno access\tour _ is\trestore t'
        'he\ttakes\tthe parc\tthe parcel\tthen\tthre $\tthree $\ttuto _ been\twe cann\twe cannot\twork _ ?\tyo'
        'ur _ by\tyour fixe\tyour fixed\tyour regi\t'
    ),
    -0.47: (
        ', _ i\t, expe\t, expected\t^ _ appo\t^ _ i\t^ assu\t^ assuming\tabout your\tanyo\tanyone\tappeal\tare'
        ' work\tassu the\tassuming\tassuming the\tat eigh\tat eight\tcame $\tclau\tclau 0\tclause\tclause 0\td'
        "epartment $\tgot _ comp\thalf of\thave _ ques\ti'm send\ti'm sending\tis _ i\tits _ to\toffice\tonl"
        'y when\tpass on\trefund the\tride shou\trider should\tthe _ says\tthe item\twaits\twaits for\tworks'
        'hop $\tyou agree\t'
    ),
    -0.46: (
        ', _ or\t, abou\t, about\t^ _ log\t^ neit\t^ neither\ta refu\ta refund\tand _ me\tbefo _ boar\tbut _ '
        'fixe\tcancel\tcond\teven ,\tevening ,\tfor _ ?\tfor hold\tfor holding\tgood enou\tgood enough\thang '
        "on\thaven't fixed\thelp $\tholding ,\tis atta\tis attached\tnote on\tpaym _ your\tread it\trequ _ $"
        '\tsell _ your\tseriously\tthan _ hold\tupse\twill _ to\t'
    ),
    -0.45: (
        '" in\t, will\tam _ it\tare list\tare listed\tare not\tassigned\tbeen assi\tbeen assigned\tbeen repo'
        '\tbeen reported\tbut have\tcan _ a\tcard ?\tcome back\tfile _ with\tgoes _ to\tgoes back\tgood are\t'
        'goods are\thas _ assi\thas _ repo\thas conf\thas confirmed\thave sent\tinto it\tlet us\tlock _ we\t'
        'long avai\tlonger available\tno _ avai\tnote $\toffe _ no\topen a\torde _ have\tour _ will\tour wa'
        're\tour warehouse\tout _ stoc\tpend $\tpending $\trequ for\tsend you\tshow a\ttakes a\ttest $\tthe s'
        'eller\tto _ ever\twhat _ can\twill come\twork on\t'
    ),
    -0.44: (
        '" _ "\t^ _ allo\t^ we\'d\ta _ $\ta code\tam sorr\tam sorry\tare _ for\tbeen regi\tbeen registered\tco'
        'mm $\tcomm to\tdigg\tdigging\tfixe -\tfixed -\tfor _ sign\thas _ regi\tiden $\tit _ mend\tmade $\ton '
        'back\tpend with\tpending with\tplea allo\tplease allow\tpls\tques\tregi _ $\tsear for\tthey _ it\tth'
        "is _ not\ttill the\tto _ us\tware\twarehouse\twas mend\twas mended\twas your\twe'd _ to\twhil _ loo"
        'k\twill call\twill tell\tyour dispute\t'
    ),
    -0.43: (
        ', _ need\tbetw 0\tbetween 0\tchecked ,\tcomi back\tcoming back\tcont with\tdate for\tdelete\tdoes i'
        "t\texpect\tfoun two\tfound two\ti won'\ti won't\ti'm _ you\tin case\tis our\tmean _ the\tnowh\tnowher"
        'e\tone _ new\tpartly\tpull up\tsame for\tsearching\tseconds\tsett _ is\tstil _ for\tthe _ agre\tto _'
        ' sure\tturn down\tturned down\ttwic $\ttwice $\tvend\tvendor\twe _ one\twhat is\tyou _ ?\tyour _ man'
        'a\tyour prev\tyour previous\t'
    ),
    -0.42: (
        ', can\t^ _ norm\t^ _ offi\t^ _ the\t^ plat\t^ platform\ta mill\ta million\tagai _ ten\tas soon\tat _'
        ' bank\tbe _ once\tbeen exam\tbeen examined\tbefo you\tbefore you\tcase _ reop\tclos _ a\tcomment\te'
        "arl _ $\tfix _ the\thave every\ti'm just\tis $\tit gets\tmake it\tmillion\ton _ betw\tor _ it\tpage "
        '_ of\tpart is\tplat _ 0\tplat rule\tplatform rule\tred $\trule\tseri $\tseriously $\tso plea\tso ple'
        'ase\tsoon as\tstep _ done\tthan _ mill\tthanks a\tthe _ can\tto _ the\tverify\twas _ $\twas done\twa'
        's reje\twas rejected\twrite that\tyet to\tyou writ\tyou write\t'
    ),
    -0.41: (
        '^ _ firs\t^ money\t^ were\ta _ afte\ta _ numb\tabou a\tabout a\tand get\tand wait\tapologise\tcust $'
        "\tdue\tengi _ at\thas noth\thas nothing\thold whil\thold while\thonestly\till $\tit's _ a\tmean your"
        '\tnot _ yet\tnote\ton _ whil\tongo\tongoing\tor _ $\tpart _ the\tprotected\treinstalling\triders\tsee'
        ' why\tstays\tsucc _ to\tsure\ttake up\tthe _ ends\tthe _ fix\tthe log\tthe same\tthis chat\ttoo _ an'
        'd\ttwo _ $\tunde revi\tunder review\twe _ abou\twe trie\twe tried\twith an\twithin an\t'
    ),
    -0.4: (
        '" was\t, _ afra\t, advi\t, advised\t^ _ step\tackn _ of\tackn rece\tacknowledge receipt\tan invo\ta'
        'n invoice\tand _ us\tand i\tatte $\tattention $\tbe canc\tbe cancelled\tby noon\tcann be\tcannot be'
        '\tcapa\tcapa $\tcapacity\tcapacity $\tcard that\tcases\tchan _ your\tcomp _ firs\tcooking\tdoes cove'
        "\tdoesn't cover\texplains\ti _ no\tid phot\tid photo\tis numb\tis number\tisn' $\tisn't $\tits own\tl"
        'ong _ it\tmake sure\tmention\tmont $\tmonth $\tnext week\tonly $\tonly afte\tonly after\topened\tour'
        ' frau\tour fraud\tpurc $\tremi _ with\truns unti\truns until\tsee what\tsinc _ $\tsix $\tspec $\tthe'
        " week\ttick was\tticket was\tto change\ttry\twe'r _ for\twhet\twhether\twith _ agen\tyou mention\t"
    ),
    -0.39: (
        '0 hour\t0 hours\tand shou\tand should\tapologise $\tare look\tare looking\tback _ a\tcrossed\tdays '
        "_ the\teu\tforw\thas _ save\thave _ to\thave open\ti've pass\ti've passed\tiden\tis canc\tis cancell"
        'ed\tis it\tmain that\tmaintains\tmaintains that\tmeasured the\ton _ earl\tpass _ to\trepl _ sent\ts'
        'aid that\tspec\tstar _ 0\tstep _ $\tthe eu\tto _ work\tto solve\tunde that\tus know\tvali for\tvalid'
        ' for\twe exam\tyour port\tyour power\t'
    ),
    -0.38: (
        ", _ i've\t^ _ remi\t^ supp\tacce _ sinc\tan\tappr\tas _ in\tawai\tbeen mend\tbeen mended\tcase _ in\t"
        "chec _ and\tcopi ,\tdone by\tfive _ $\tfor _ pm\tgive us\tgo back\thas expi\thas expired\the's\thear"
        ' _ you\ti read\tidentity\tigno\tigno this\tignore\tignore this\tin june\tin two\tinvestigating\tit _'
        ' give\tknow _ you\tlab\tno proo\tno proof\tnot by\tof _ app\tplea uplo\tplease upload\tride in\trun '
        'out\tscan $\tsell says\tseller says\tsettings\tslot\tsnow\tsorr _ ,\tthat it\tthe data\tthe grou\tthe'
        ' stra\tto have\tto look\tupset\twe _ aim\twe _ to\twill _ back\tyou see\t'
    ),
    -0.37: (
        ', _ us\t^ _ data\tare refu\tare refunded\tatte\taudi\tbe cred\tbe credited\tbutt _ the\tcase in\tdes'
        'cribe\tdid _ hold\tescalated\tfile so\tflagged\tgateway $\thas _ chec\thave _ furt\thave rece\thave'
        ' received\tinfo us\tis an\tit _ work\tmanufacturer $\tnewe\tno _ that\tno scan\tnot hold\tof _ repa'
        '\toffi $\ton _ file\tproo _ purc\tsolve\tsounds\tstarted $\tthe _ cras\tthe _ info\tthe logs\tthe su'
        'pp\ttight\ttwo _ on\twe _ solv\twhen _ acco\tyear\tyou move\tyour is\tyour mail\tyours is\t'
    ),
    -0.36: (
        ", stil\t, still\t^ _ welc\tan agen\tan agent\tare sorr\tare sorry\tbe _ $\tbrin the\tdon'\tdon't\tear"
        'l to\tearly to\teith ,\teither ,\texpired $\tfar _ solv\tfilled in\tfrom solv\tfrom solved\tis _ th'
        "e\tisn' fixe\tisn't fixed\tkeep _ $\tnames\tnumb _ -\topin\topinion\tour fixe\tour fixed\tparc was\tp"
        'arcel was\tpromise to\treac _ to\trepairs\tstil with\tsusp the\tthe appe\tthe appeal\tthe screen\tt'
        "he term\tthis $\tto _ if\twe _ exte\twe _ sorr\twhat happ\twron to\twrong to\tyou' welc\tyou're wel"
        'come\tyour mess\tyour message\t'
    ),
    -0.35: (
        '0 _ unle\t^ let\ta _ in\ta time\tacco rema\taccount remains\tand a\tbefo\tbefore\tcan give\tchanges\t'
        'corr _ will\tdecl $\tdeclined $\tdelivered on\tdoub _ go\tdouble payments\tfirs step\tfirst step\t'
        "gps\ti will\ti'd be\tinvestigate\tis cleared\tis plan\tis planned\tit ?\tit _ be\tline _ $\tmap $\tmi"
        "gh\tmight\tmiss $\tmissing $\tmonday's\tonly they\tpost _ $\tprovided\trece and\treports that\tring "
        'us\trule $\tscheduled\tsear _ your\tstay _ $\tstep is\tthey can\ttick on\tticket on\tto answ\tto ans'
        "wer\ttoni _ 0\ttouc _ $\ttwo ques\ttwo questions\twaive\twaive the\twe inve\twe investigate\twe'd _"
        ' the\tweek\twhil _ inve\twoul\twrit $\tyour inha\tyour inhaler\t'
    ),
    -0.34: (
        '^ _ are\t^ _ ur\t^ reci\t^ recieved\tan esti\tbe lift\tbe lifted\tcard issu\tcard issuer\tchos\tchos'
        'e\tclos on\tclosed on\tcome $\tdeci\tdela $\tdeli $\tdo _ know\tfailed with\tfare _ chos\tfor _ minu'
        '\tfor repo\tfor reporting\tform _ $\thas _ info\tif it\tin _ shop\tis _ sepa\tissuer\tlast comp\tlas'
        't complaint\tlast year\tlooking for\tmech\tmechanic\tmessage\tnot _ that\tof a\tonce _ have\tonce a'
        'nd\tonce you\tparc $\tpick _ up\tpost $\trebu _ 0\trebu at\trebuild\trebuild at\treci ur\trecieved\tr'
        'ecieved ur\treproduce the\treturn\tsepa _ $\tstay\tsurv\tthan _ repo\tthe _ desk\tur _ ,\twe _ reco'
        '\twe cont\twhy the\tworkshop ,\tyou _ this\tyou chos\tyou chose\tyou like\tyour _ that\tyour dead\ty'
        'our deadline\t'
    ),
    -0.33: (
        ", _ i'd\t, not\t, thank\t, yours\t- ticket\t^ _ come\t^ one\t^ to\ta bit\ta cour\ta defe\taccounting "
        '$\tagai _ plea\tagai at\tagain at\tand read\tat this\tat two\tattempts\tbeen rema\tbeen remarkable\t'
        'been veri\tbeen verified\tclos by\tcould\tcould you\tdeci on\tdeve\tdevelopers\tearl\tfor _ stre\tfo'
        'rwarded to\thas _ days\thas _ rema\thave _ sent\thave no\tinfo $\tinspected $\tis _ day\tis _ solv'
        "\tis _ test\tis delayed\tisn'\tisn't\tisolated\tissu ,\tknow _ $\tleft _ ,\tlies _ the\tlog _ have\tl"
        'ove to\tnobo\tnot in\tnow _ our\ton _ way\tone more\topen ,\tour _ depa\touts _ $\tpasswords\tpati _'
        ' been\tpati has\tpatience has\tpole\tpole 0\tpole _ ,\tprom a\tpurchase $\tquestions $\trecorded\tre'
        'markable\tremarkable $\trequested the\trest _ acco\tsamp\tsolv _ tick\tsolve this\tsorr _ hear\tst'
        "ress $\ttesting\tthe _ mark\tthe bag\tthe unlo\tto resp\tto respond\tto sign\ttomo\twe'l _ you\twill"
        ' _ retu\tyour _ stil\t'
    ),
    -0.32: (
        ', _ be\t, _ let\t0 -\t: thur\t: thursday\t^ _ afra\t^ some\tacco numb\taccount number\tansw _ the\tb'
        'efo it\tbefore it\tchar _ for\tchar _ twic\tclim\tdele the\tdoes\tearliest\teigh to\teight to\tfitt '
        '$\tfroz the\tfrozen the\thow to\ti _ this\ti could\tlawy\tlawyers\tlook after\tno deci\tno decision\t'
        "not be\tonly if\tother\tour _ to\tour lawy\tour lawyers\tpage _ $\tplea conf\tplea don'\tplease con"
        "firm\tplease don't\tprov\tqueu $\tqueue $\trefu is\tregion\trese the\trest _ data\tsec ,\tseem\tseems"
        '\tsend a\tsome _ the\tsorr _ this\tstep 0\tstor $\tswap _ ,\tthan\tthe earliest\tthe head\tthe labe\t'
        'the queu\tthe queue\tto _ two\tto see\tvan\twe _ repr\tweak\twith my\twork hour\tworking hours\tyou '
        'describe\tyour _ lett\t'
    ),
    -0.31: (
        ', _ answ\t, caus\t, cause\t^ _ cann\t^ _ coul\t^ _ narr\t^ fixi\t^ fixing\t^ need\t^ wait\t^ waiting'
        '\tacco _ clos\tafte 0\tafter 0\tare working\tback when\tbeen _ befo\tbeen _ on\tbeen able\tcase _ w'
        'ith\tchasing\tchec _ it\tcras _ $\tcrew is\tdecide\tdecides $\tdela\tdescribed $\texamine\tfixi this'
        '\tfixing this\tfor _ next\tfor _ tech\tfull _ $\tgame are\tgive _ 0\tin _ has\tis clea\titse $\titse'
        'lf $\tlater\tlist was\tlisting was\tlong than\tlonger than\tnarr\tnarr _ down\tnarr it\tnarrowed\tna'
        'rrowed it\tonce _ bank\topen _ 0\tprio $\tpriority $\tpull _ your\trema _ unti\treviewer\tsafe $\ts'
        'ays your\tseco _ over\ttell _ more\tthe _ rest\tthe depot\tthe news\tto six\ttoni\ttwo paym\ttwo pa'
        "yments\twas sent\twe promise\twe'v narr\twe've narrowed\twhy $\twill _ your\twill have\t"
    ),
    -0.3: (
        '^ _ answ\t^ _ go\t^ _ tigh\t^ according\t^ plan\t^ planned\ta tech\ta technician\tabou\tabout\tacco '
        '_ is\tand _ ask\tarri _ our\tat _ home\tbe solv\tbe solved\tberl\tberlin\tcoun is\tcounter is\tdispu'
        "tes\tdone _ the\tfinance\tfolk\tfolks\tfoun $\thas _ exam\thas _ star\thas _ told\ti can'\ti can't\ti"
        ' hear\tin an\tin leed\tin leeds\tinfo _ the\tinvolved\tinvolved $\tis a\tlock whil\tlocked while\tlo'
        'se\tmay _ a\tno _ is\tnot $\tnotes $\tof _ kind\tombu $\tombudsman $\ton day\town _ $\tpassed on\tpla'
        'nned :\tremo _ it\treop ,\treopened ,\tseco phot\tsecond photo\tshow _ parc\tso only\ttech _ on\tth'
        'at is\tthe _ pict\tthe _ star\tthe school\tthis _ beca\tthre _ is\tto ring\tto us\tturn on\tturned '
        "on\tunab\tunab to\tunable\tunable to\tvisi the\twaiting for\twas rece\twas received\twhy you'\twhy y"
        "ou're\tyou _ that\tyou befo\tyou before\tyou do\t"
    ),
    -0.29: (
        ", hand\t, handed\t, next\t^ _ plac\t^ engineers\t^ we'r\t^ we're\tagai _ an\tand _ stil\tand he\tans"
        'wer $\tare tryi\tare trying\tawaiting\tback within\tbank _ so\tbase\tbefo the\tbefore the\tbut i\tca'
        'n tell\tcanc _ and\tchoi\tchoi :\tcons _ is\tcontinue $\tdiagnostic\tdrops\texam\tfourteen\tget 0\tha'
        's caus\thas caused\theard\tis 0\tis safe\tit all\tlook $\tmailbox\tmana has\tmanager has\tmay _ 0\tmi'
        'ss a\tmond _ is\tnext _ ,\ton _ for\ton a\tone mont\tone month\tover from\tpassed\tphot _ whic\tplea'
        '\tprov the\tprovided the\treso tick\treso with\tresolved tickets\tretu labe\treturn label\tseco $\t'
        "secu team\tsecurity team\tsee _ it\tsend them\tshar it\tshare\tso _ can'\tso _ with\tsolved ,\tstil"
        ' _ afte\tstil to\tstill open\tstill to\ttell _ it\tten seco\tten seconds\ttesting $\tthe diag\tthe '
        'diagnostic\tthe fact\tthe restart\tthe settings\tthe visi\tthe visit\ttime\tto get\tvali in\tvalid '
        "in\tware $\twarehouse $\twe _ tryi\twe haven't\tyou confirm\tyou more\tyou tell\t"
    ),
    -0.28: (
        "^ _ see\t^ bear\ta vouc\ta voucher\tan emai\tan email\tand i'll\tanswered $\tare comm\tare committe"
        'd\tare kept\tbear _ me\tbeen _ that\tbeen hear\tbeen heard\tboar $\tchas the\tchasing the\tcommitte'
        'd\tcommitted to\tcras _ of\tcras as\tcrash as\tcros\tdate was\tday\tdays ,\tdela _ your\tesca to\tfil'
        'e _ the\tfirs _ thre\tfive\tfor _ bank\tfour _ of\tgoes\tgoods\tgree tick\tgreen tick\thave opened\t'
        "have solv\thave you\thold _ we\ti wish\tin leip\tin leipzig\tis _ fix\tis _ when\tit's back\tkept f"
        'or\tleip\tleipzig\tmay _ in\tnew _ acco\tnot _ us\tnote down\ton it\tour _ prov\tprefer\tprob _ this'
        '\tproblems of\tproo $\tproof $\tprov that\treading the\treading your\treports\trequest for\tsect 0\t'
        'section 0\tseem to\tseems to\tsent _ a\tshop and\tshops and\tsimi\tsimilar\tsome betw\tsomewhere be'
        'tween\tstre by\tsubj\tsubj to\tsubject\tsubject to\tsucc veri\tthe _ as\tthe damage\tthe show\tthe s'
        'lip\tther by\tthere by\tthou $\tthought\tthought $\tto _ emai\tto acco\tto find\ttouc\ttrac _ it\twan'
        't your\twe _ comm\twe sett\twe settled\twill _ it\twith me\twork days\tworking days\tyou pref\tyou '
        'prefer\t'
    ),
    -0.27: (
        '^ _ love\t^ _ read\t^ aske\t^ asked\ta _ faul\ta _ repo\tafte the\tafter the\talre been\talready be'
        'en\tand _ time\tanot\tanother\tapp _ it\tare _ on\taski _ $\tautomatically\tbe unlo\tbe unlocked\tca'
        'me on\tcard _ you\tchange the\tconnected with\tcoul _ chec\tcoul _ the\tday of\tdeclaration\texch '
        'or\texchange or\texpert\tfor _ revi\tfor one\tfoun no\tfound no\tgoes _ $\tgoes on\thappened to\thas'
        "n gone\thasn't gone\thotl is\thotline is\ti _ writ\ti'm _ it\tiden chec\tintend\tintend to\tis set\t"
        "it wasn\tit wasn't\tkeep _ and\tlast _ than\tlodg\tlodged\tlogs\tlooking into\tmy desk\tmy shif\tmy "
        'shift\tnot refu\tnumb _ $\toffice $\tplan to\tplea $\tplease $\tposs\tprev\tprevious\tprin on\trefu _'
        ' reje\tregi _ numb\tregr the\tregret the\treso _ a\trules $\tsample\tsays it\tso _ keep\tspecialist'
        's\tstep\tthe _ abou\tthe _ emai\ttick _ numb\tto seco\tto second\tuplo it\tupload it\tveri _ iden\tv'
        'eri your\tverifying\twas at\twe fail\twe failed\twe inte\twe intend\twhet the\twhether the\twork _ '
        "by\tyou chec\tyou check\tyou' stil\tyou're still\tyour _ to\t"
    ),
    -0.26: (
        ", _ don'\t, _ sell\t^ _ mate\t^ _ must\t^ _ take\ta photo\tacco stay\taccount stays\tadde _ seco\ta"
        'irl _ ,\tand _ bein\tand need\tand needs\tat _ earl\tbe _ if\tbeli it\tcharges on\tclos _ itse\tclo'
        "ses by\tdelete the\tdesk\tdon' _ that\temail $\tends _ the\tfirm and\tfor _ mont\tfor anot\tfor ano"
        "ther\tfrau desk\tfraud desk\thang tigh\thang tight\thappened $\thope to\thow\ti _ ask\ti'll have\ti'"
        'm _ $\tif _ read\tis _ so\tis red\tjoin the\tjust open\tline _ repa\tmany\tmeet _ been\tmeet has\tme'
        'eting has\tmy _ ,\tnewe _ of\tnewe trac\tnewer\tnewer trace\tno _ trac\tno newe\tno newer\tnobo _ u'
        'p\tnobo pick\tnot pay\torde _ proc\tpacked\tplea try\tplease try\tport requ\tporting request\tprot '
        '_ $\tread _ righ\tread you\trece $\trefu _ on\tsays that\tsee _ sign\tsee whet\tsee whether\tshown\t'
        'so _ $\tsurvey\tthe _ $\tthe _ ?\tthe _ but\tthe _ clos\tthe _ mana\tthe _ twic\tthe meet\tthe meet'
        "ing\tto _ home\ttwic _ nobo\tunti it's\tuntil it's\twait _ $\twe'r\twe're\twe'v _ newe\twe'v no\twe'"
        've no\tyour appo\tyour appointment\tyour mailbox\t'
    ),
    -0.25: (
        ', _ call\t, a\t: driv\t: driver\t^ _ shal\t^ half\t^ paid\t^ retu\t^ return\t^ tested\t^ unfo\t^ unfo'
        'rtunately\ta _ from\ta mess\ta message\ta phon\ta phone\tagai tomo\tagain tomorrow\tanot _ had\tare'
        ' proc\tare processed\tas well\tawar _ the\tawar of\taware\taware of\tback orde\tback order\tblurry\t'
        'bot\tbrowser\tcan repr\tcan reproduce\tcard $\tcomp your\tcont ends\tcontract ends\tdecision\tdocu\t'
        'duly\temai _ you\temai to\temailed\temailed to\testi\textended\tfeed _ the\tfeed on\tfeedback on\tfr'
        'au _ $\tfrom _ grou\thang _ ,\thear _ the\tif _ are\tif _ stil\tis _ 0\tis _ back\tis sche\tis sche'
        "duled\tis shown\tit's not\tit's sort\tit's sorted\tlink _ the\tmark the\tmay _ this\tmay take\tneed"
        " _ pay\tneig line\tneighbour's line\tnew vers\tnew version\todd\ton _ lapt\tor your\tphones\tphotos"
        ' of\tplea _ a\treaching\trepo\trestore your\tsafe on\tsend _ a\tseri\tshoe ,\tshoe _ and\tshoes ,\tsi'
        'gned $\tstil _ be\tthe _ wrot\tthe desi\tthe part\tthe shoe\tthe shoes\tthis reso\tthis resolved\tt'
        'hos _ $\tthre days\tthree days\tto the\ttomo _ 0\ttrie to\ttried to\twait _ the\twarr ende\twarrant'
        "y ended\twe _ call\twe _ look\twe _ that\twe do\twe shal\twe shall\twith _ frau\twon' pret\twon't p"
        'retend\twoul _ like\twron acco\twrong account\tyou retu\tyour reply\t'
    ),
    -0.24: (
        ", _ into\t, _ writ\t, keep\t, thre\t, three\t0 home\t0 homes\t^ _ appe\t^ _ chat\t^ let'\t^ let's\t^ "
        'new\t^ ran\t^ takes\ta day\ta repa\tacco _ been\tacco has\taccount has\tafte ten\tafter\tafter ten\ta'
        're _ at\tare comp\taske _ for\tat _ mome\tback afte\tback after\tbe take\tbe taken\tbeen loca\tbeen'
        ' located\tbloc $\tboar ,\tboard ,\tbran\tcan _ two\tcarr _ is\tcomes\tconf $\tcost _ 0\tdocuments $\t'
        "driv _ ,\texam the\tfew\tfibr\tfibre\tfix $\tfrom _ acco\tgoods $\thas _ loca\thasn been\thasn't bee"
        "n\thear _ ,\ti _ i\ti'm real\ti'm really\tin _ area\tin whic\tin which\tis goin\tis going\tit _ agai"
        '\tleft _ bank\tlook _ it\tmail _ look\tnobody\tnote of\tnumb ,\tnumb in\tnumber ,\tnumber in\tof _ p'
        'ass\tpart _ of\tpartner\tpass _ link\tpaym ,\tphot was\tpict _ the\tpromised to\treach you\treal so'
        'rr\treally sorry\trese link\treset link\trule ,\trules ,\tsche $\tsell _ to\tset for\tshow _ the\tso'
        'lv _ we\tstep two\tston\tstone\ttax _ $\ttells\ttells us\tthat _ mone\tthe cour\tthe rece\tthe shop\t'
        'thin it\tthink it\ttime we\tto _ shop\ttraced\ttraceroute\ttwo days\tus _ 0\tusin the\tusing the\twe'
        " _ cons\twe _ offe\twe _ sear\twe _ stop\twe'v foun\twe've found\twere _ able\twish _ coul\twish i"
        '\tworking on\tyou able\tyou get\tyour was\tyours was\t'
    ),
    -0.23: (
        '" refu\t, _ arri\t, then\t, who\t: _ are\t^ _ ping\t^ _ yet\t^ neve\t^ never\t^ retr\t^ retried\ta _ '
        'with\ta courier\taccording\taccording to\tafte _ wron\tafte five\tafter five\tall _ can\tall i\tan '
        '_ from\tan outs\tan outside\tand forw\tand forwarded\tapplies to\tare chec\tautu\tautumn\tbe _ as\tb'
        'eca\tbeen uplo\tbeen uploaded\tby now\tcall reco\tcall recording\tcash woul\tchec _ comp\tchecks $'
        '\tcomb\tcopy of\tcred or\tcredit or\tday _ $\tdepa\tend of\tengi _ this\tfive _ pass\tfive wron\tfive'
        ' wrong\tfor _ whil\tfor appr\tfor approval\tfor main\tfor maintenance\tfor mond\tfor repa\tget _ s'
        'ort\thad _ same\thas _ uplo\thave this\tidentity check\tin _ ?\tinformed $\tis _ afte\tis lock\tis '
        "locked\tis wron\tis wrong\tisn' _ in\tit migh\tit might\tlast _ has\tlink _ sent\tmatt to\tneed _ m"
        'ore\tno _ for\tnote and\tnoted and\tnumber $\tof _ step\tonly _ both\topen an\topened an\tparc _ we'
        '\tpaym came\tpict of\tpicture of\tpin _ anyo\tplans\tques abou\trefe\trefund is\trepa shop\trepair $'
        '\trepair shop\trequ\trequ _ call\tretr _ job\tretried\tsell clai\tseller claims\tsent us\tsolv _ fo'
        'r\tstands ,\tstil _ to\tstil in\tstill in\tthan it\tthe _ main\tthe _ need\tthe _ requ\tthe rights\t'
        'the status\tthe weekend\tthei\tthey _ refu\tthir _ $\ttimeout\ttimeout again\tto _ deve\tto _ fixe'
        "\ttrac ,\tturn _ $\tturn _ ,\twe _ find\twe _ told\twhat _ see\twhat's\twhic arri\twill _ out\twith "
        "_ invo\tworkshop\twron pass\twrong passwords\tyou' _ from\tyou' get\tyou' hear\tyou'll hear\t"
    ),
    -0.22: (
        '^ _ from\t^ _ moth\t^ _ regi\t^ _ wait\t^ clea\t^ yike\t^ yikes\ta _ retu\ta date\ta gree\ta green\ta'
        ' pass\ta password\ta repair\ta rest\ta sec\ta simi\ta similar\tacknowledge\tagai the\tagainst the\ta'
        'nd _ your\tarrived ,\tback ?\tbeca _ acco\tbecause\tbrow and\tbrowser and\tchar _ corr\tchecked th'
        'e\tclearing\tclearing the\tcoul be\tcould be\tdone is\teach mont\teach month\tevidence\tfive minu\tf'
        "ive minutes\tfor _ vide\tform _ atta\tfrom _ arch\thave _ righ\ti'm\tin the\tinqu\tinquiry\tkeep _ "
        'the\tknow ,\tknow abou\tknow about\tlast _ in\tleaving\tlee\tlog $\tmanual\tmay have\tnew _ for\tnext'
        ' _ line\tnext in\tno chan\tno such\tnoth gets\tnothing gets\tnumb _ in\tnumber\tonly _ it\torde _ o'
        'n\touts the\toutside the\tpaid twic\tpaid twice\tplea writ\tplease write\tprio\tproc $\tput a\tread '
        '_ our\tsee _ same\tsellers\tso _ aske\tso _ take\tso some\tso something\tstil\tstill\tstop at\tsund '
        '_ and\ttake _ time\ttell _ whet\ttest\tthe _ crew\tthe courier\tthe examination\tthem to\tthis to\t'
        'told that\ttran _ our\ttrue $\ttry the\ttwo of\tunde this\tunder this\tupda ?\tupda _ $\tupdate ?\tv'
        "ery _ $\tvide ,\tvideo ,\twas look\twas looking\twasn $\twasn't $\twe _ trac\twhen it\twhoe _ you\tw"
        'ork _ and\tyike\tyike ,\tyikes\tyikes ,\tyour _ so\t'
    ),
    -0.21: (
        ', _ plea\t, _ read\t^ _ expe\t^ _ keep\t^ _ mech\t^ logs\ta copy\tacco _ be\tacco to\tam _ that\tand'
        " _ be\tand _ don'\tand _ whet\tanot cust\tanother customer\tbe _ afte\tbe _ unti\tbe refu\tbe refu"
        'nded\tbeen subm\tbeen submitted\tbut _ hang\tcan _ look\tcase _ is\tcase was\tclos _ mond\tcollect'
        '\tcollect it\tcompared\tcourier\tcrew has\tcustoms $\tdepe\tdepe _ the\tdepe on\tdepends\tdepends on'
        '\tdoctor\tdocu have\tdocuments have\tdoub\tengineering\tfacts\tfile $\tfixe _ are\tfolk $\tfolks $\th'
        "as _ subm\thas chan\thas changed\thope _ have\ti _ look\ti see\ti'd like\ti'm _ for\ti'm read\ti'm "
        'reading\tin writ\tin writing\tis _ yet\tis that\tit _ done\tleng\tlength\tlocal\tmech _ the\tmode\tno'
        ' _ yet\tnot _ it\toffi in\told _ stay\ton _ slip\ton to\tone ?\tone order\tour lab\tplea fill\tpleas'
        'e fill\tpoli $\treac _ by\treceived and\treference\tregistered\trepair\trigh to\ts\tsame day\tsend u'
        's\tseveral\tshar _ with\tshared it\tshou _ exam\tshown in\tsome else\tstat that\tstil down\tstill d'
        'own\tstuc _ cust\tthat _ need\tthe _ day\tthe _ folk\tthe _ form\tthe _ only\tthe bran\tthe branch'
        '\tthe facts\tthe mana\tthe mech\tthe mechanic\tthe reso\tthe resolution\tthre is\tthree is\ttick _ '
        'and\tto _ for\tto _ rest\tto date\tto tier\ttrie\tturn _ the\ttwic _ one\tunle\tunless\tvouc _ your\t'
        "wasn\twasn't\twe _ for\twe apol\twe apologise\twe see\twe'r work\twe're working\twhat _ the\twhic o"
        'f\twhich of\twith _ ques\twrit that\twriting $\tyou _ move\tyou ring\tyour doctor\tyour log\t'
    ),
    -0.2: (
        '" refund\t, _ bear\t, _ hear\t- pric\t- price\t: _ or\t: exch\t: exchange\t^ _ call\t^ _ choi\t^ _ t'
        'old\t^ _ what\t^ do\t^ repr\t^ reproduced\t^ solving\t^ step\ta _ by\ta stat\tagai _ $\talte\tan _ ha'
        "s\tan answ\tan answer\tand give\tand given\tand i'd\tand nobo\tand want\tarou\taround\tattached\tbenc"
        ' ,\tbench ,\tbetw _ and\tbooked for\tbut _ has\tby _ part\tcall _ back\tcalls you\tcan have\tcanc _'
        ' orde\tchoi _ exch\tchoice\tchoice :\tcomp _ on\tcorrect $\tdo _ have\tdoes not\tencl the\tesca _ t'
        'o\tesca this\texch _ mone\texpl $\texpl _ agai\texplain $\tfind _ orde\tfor _ visi\tfour days\tfour'
        'teen days\thas stil\thas still\thave _ hear\thave solved\ti\tif that\tinfo abou\tinformed about\tin'
        "vestigation $\tis _ for\tis awai\tis awaiting\tis to\tit _ deli\tit is\tit isn'\tit isn't\tlast upd"
        'a\tlast update\tlater $\tlike yours\tlogs _ ,\tmode $\tmode on\tmone reac\tnear _ $\tnew _ come\tno '
        '_ at\tnone\tof next\ton _ $\ton _ benc\tonli ,\tonline ,\tor _ back\tor mone\tor money\tprovided tha'
        't\tpubl _ $\tregard the\trema _ $\treop\trepr\tsche for\tscheduled for\tserial\tset _ at\tshop _ not'
        "\tso _ you'\tsolving\tsome user\tsome users\tsorr you'\tstat ?\tstatement ?\tstay _ unti\tsund is\ts"
        'unday is\tsupplier\tswit _ off\tswit it\ttap the\ttell _ so\tten\tthe kitchen\tthe resu\tthis happ\t'
        'this solv\tthis solved\tto\tto _ of\tto _ reso\tto deci\tto decide\tunde _ you\tunde sett\tunder se'
        'ttings\tvan $\twarr $\twarranty $\twe _ see\twe can\twhy _ char\twoul _ say\twoul a\twould a\tyou _ '
        'sir\tyou post\tyour cancellation\tyour choi\tyour choice\tyour region\t'
    ),
    -0.19: (
        ', _ get\t, _ use\t, coul\t, could\t, henc\t, hence\t0 _ be\t0 h\t0 will\t^ in\t^ many\ta _ unde\ta kno'
        'w\ta known\ta word\tall _ in\tand _ am\tbank _ rele\tbeen succ\tbeen successfully\tbein\tbeing\tbeyo'
        '\tbeyond\tboxe\tbudg\tbut you\tcach\tcache\tcan find\tcan only\tcase has\tcaus of\tcause of\tchec _ lo'
        'g\tcheck $\tcomp _ but\tcomp form\tcompleted form\tcont your\tdamage\tdeci _ the\tdeci abou\tdesk i'
        's\tdeve $\tdevelopers $\tends now\terro stil\terror still\tfor secu\tfor security\tfor thur\tfor th'
        'ursday\tget _ work\thasn _ back\thenc\thence\there and\ti unde\ti understand\tiban\tif _ prob\tif it'
        "'s\till _ the\tin prin\tin principle\tis _ look\tit can\tit's _ its\tlamp _ ,\tlaw\tline by\tlog and"
        '\tmany _ for\tmany than\tmany thanks\tmeet on\tmeets on\tmess _ $\tminu away\tminutes away\tmond an'
        'd\tmonday and\tmove _ $\tno refu\tnumb\toffe you\toffer you\ton _ own\tone _ a\tour lega\tour legal\t'
        'parc\tparc left\tparcel left\tpass to\tpassed to\tpers _ $\tprinciple\tprivate\tratt is\trattle is\t'
        'refu go\trefunds go\tride is\trider is\tsadl the\tsadly the\tsave $\tsaved $\tseal _ brok\tsear $\ts'
        'ee no\tseller $\tshou our\tshould our\tstar\ttake _ than\ttake long\ttake longer\ttest on\tthat _ g'
        'ave\tthe _ rate\tthe battery\tthe completed\tthe deta\tthe details\tthe seal\tthey have\tthis _ ?\t'
        'to _ days\tturn\tupload\tway _ you\twithout it\tyour _ befo\t'
    ),
    -0.18: (
        '" the\t, _ let\'\t, _ when\t, expl\t, explain\t, for\t, we\'d\t^ _ ment\t^ _ unde\t^ apologise\t^ gimm'
        '\t^ gimme\t^ on\t^ stil\t^ still\t^ unde\t^ under\ta _ ?\ta pic\ta rece\ta receipt\tabout yours\tacce '
        '$\taddr _ chan\tagrees\tand _ for\tapol _ expl\tapologise ,\tare shown\tarrival\tat _ bott\tbe deli'
        '\tbegi $\tbegin $\tbook for\tcach on\tcache on\tcard numb\tcard number\tcase of\tchan in\tchec is\tco'
        'mp _ mond\tcontract $\tcoul _ you\tdenied\tdisp _ been\tdisp has\tdispute has\tdown _ comp\teur\tfa'
        'iled\tfor _ out\tfor _ parc\tfor _ safe\tfor gett\tfor getting\tfor reac\tfor reaching\tform _ com'
        'p\tfour\tgett _ touc\tgett in\tgetting in\tgimm\tgimme\thas _ that\thas star\thas started\thave begu'
        "\thave rule\thave ruled\thold _ i'm\thotl _ open\ti _ pret\ti took\ti'll _ to\ti'm _ open\ti'm _ so"
        'rr\tid _ been\tid has\tif _ no\tin _ file\tin test\tin testing\tinformed\tinto\tinvo _ is\tinvo from'
        '\tinvoice from\tit _ solv\tit stop\tjust opening\tletter\tmeet\tment that\tmentioned\tmobi\tmobile\tm'
        'ond _ whic\tmone _ sent\tmoves\tmust have\tnew _ solv\tnigh $\tnot _ reso\tnot able\tobje _ been\to'
        'bje has\tobjection has\tof _ chec\tof _ depo\toffi has\toffice has\ton _ faul\ton _ logg\topen aga'
        'in\topen from\topening your\tour _ team\tour _ upgr\tout a\tpage _ "\tparcel\tparties\tphones $\tpic'
        '\tplea _ to\tpoin\tpromised a\treaching out\trefe to\trepr _ cras\trigh _ $\tright to\trule out\trul'
        'ed out\tseat _ on\tsett acco\tshows up\tsolv ,\tsolv by\tsolved by\tstag _ toni\tstag for\tstaged\ts'
        'taged for\tstat _ the\tsteps\tstol _ $\tstol acco\tstolen account\tsubm _ the\tsyst _ was\tsyst up'
        'gr\tsystem upgrade\ttake note\ttake place\tthan _ gett\tthan _ reac\tthe _ itse\tthe date\tthe man'
        "u\tthe recovery\tthe sell\tthe streamer\tto _ call\tto _ so\tto take\ttouc ,\ttouc _ i'm\ttouch ,\tt"
        'wo $\tunle the\tunless the\tunlock your\tupgr _ comp\tupgr was\tupgrade was\tuplo ,\tuploaded ,\tus'
        "\tvisit ,\twait\twas scan\twas scanned\twho _ your\twhy i\twith accounting\tyou've no\tyour purchas"
        'e\tyour safety\tyour screenshots\t'
    ),
    -0.17: (
        '" _ but\t, _ i\'ll\t- leve\t- level\t^ _ deli\t^ _ surv\t^ _ trie\t^ back\ta _ requ\ta restart\ta tic'
        'k\ta ticket\ta year\tacti $\tafra ,\tafraid ,\tagai _ as\tagre _ $\tagree\tagree ,\tan _ with\tan ele'
        'c\tan electrician\tan engi\tan engineer\tand pass\tand passed\tansw by\tansw you\tappeal against\ta'
        're 0\tare _ that\tas complete\tbe brou\tbe brought\tbe reso\tbe resolved\tbeca _ the\tbut _ on\tbut'
        ' that\tbutt for\tbutton for\tcoll ,\tcollected ,\tcomi _ to\tcomp _ with\tcoul you\tcust _ the\tdec'
        'i is\tdecision is\tdelivery $\tdesc the\tdescribe the\tdevi from\tdevice from\telec\telectrician\te'
        'xtend\tfile _ you\tfill _ has\tfor _ answ\tforw _ the\tfron of\tfront of\thigher\ti wrot\ti wrote\ti'
        'n sinc\tin since\tinsp the\tinspection\tinterrupted\tis _ twic\tis how\tit takes\tkind _ your\tknow'
        ' _ caus\tlog show\tlog shows\tlyon $\tmade a\tmain _ the\tmay we\tme what\tmeas\tmust be\tneed\tneeds'
        ' a\ton _ ?\tonce _ refu\tonce a\tone abou\tone about\tour _ that\tpatc is\tpatch is\tpermission\tpho'
        't _ the\tpost back\tpostage back\tprob for\tproblem for\tprod _ $\tquickly\tquickly $\treach\trefu '
        '_ "\trefu _ to\tscheme\tscheme $\tseco -\tseco _ leve\tsecond -\tsell _ he\tsent them\tseve\tshow _ '
        'comp\tsurv _ fill\tsurv you\tsurvey you\tten days\tthe _ disp\tthe _ sche\tthe card\tthe customer\t'
        'the finance\tthe mode\tthe surv\tthe survey\tthe working\tthis _ a\ttoni ,\ttonight ,\tunde it\tund'
        "erstand it\tunti _ $\tunti six\tuntil six\tupse $\tupset $\tusers\tvers of\tversion of\twe can'\twe "
        "can't\twe'v _ for\twe'v fini\twe've finished\twhen _ got\twill visi\twill visit\twith _ cour\tyou "
        "_ pres\tyou fill\tyou filled\tyou' turn\tyour _ form\tyour deli\tyour delivery\tyour id\t"
    ),
    -0.16: (
        '" _ so\t, _ is\t- _ :\t0 _ what\t^ _ dese\t^ _ devi\t^ _ hand\t^ _ id\t^ dama\t^ damage\t^ esca\t^ es'
        'ti\t^ estimated\t^ nobo\t^ nobody\t^ temp\t^ temporary\t^ vouc\t^ vouchers\t^ we\ta _ beca\ta _ whil'
        "\ta disp\ta dispute\tabou the\tabout the\tadvice\tafte _ meal\tafter you've\tand _ one\tappo\tare co"
        'mb\tare combing\tas _ says\tassi to\tassigned to\tbala is\tbalance is\tbe _ with\tbe remo\tbe remov'
        'ed\tbe repl\tbe replaced\tbefo your\tbefore your\tbein look\tbeing looked\tboxes\tbrin _ the\tcall '
        'it\tcan _ what\tcan begi\tcan begin\tcann _ made\tchec\tchecking the\tclai $\tclai that\tclaim $\tcl'
        'ic _ link\tclic the\tclick\tcomb _ it\tcomb thro\tcombing\tcombing through\tconnected\tcust in\tcus'
        't repo\tdama from\tdamage from\tdele _ clic\tdese\tdeserve\tdeve _ comb\tdeve are\tdevelopers are\t'
        'devi _ the\tdraft\tearl $\tenclose\tengi _ work\texamine the\texplain\tfile and\tfind a\tfixe _ mar'
        'c\tfor _ week\tget it\tgot the\tgutt\tgutt _ you\tgutt for\tgutted\tgutted for\thappy to\thas _ pass'
        '\thote _ that\ti _ appr\ti _ conf\tis one\tis paid\tis slow\tit fail\tit failed\tlift _ the\tmodel\tm'
        'ost\tno faul\tno fault\tno powe\tno power\tof docu\tof documents\topened again\torde _ 0\tothe $\tou'
        'r new\tpack _ the\tparcels $\tphon _ on\tpls $\tplug -\tplug _ in\tplum\tplumber\tprob _ not\tproces'
        'sor\tqual\tquality\travi\tread\treally\treceipt $\trema $\trepa _ :\trepa _ but\trepo _ been\trepo ha'
        's\trest by\trestored by\tsays _ the\tseconds $\tsett on\tslow toda\tslow today\tsoon _ the\tstaf\tst'
        'aff\tstat page\tstatus page\tstil on\tstill on\ttake from\ttaken from\tthat _ cour\tthat a\tthat so'
        'un\tthat sounds\tthe _ from\tthe code\tthe contract\tthe inqu\tthe inquiry\tthe meal\tthe modem\tth'
        'e name\tthe note\tthe notes\tthe ware\tthe warehouse\tthis with\tthre chec\tthree checks\tthur $\tt'
        "hursday $\tto restore\ttomo ,\ttomorrow ,\ttran $\ttry logg\ttry logging\tunle it's\tunless it's\tu"
        "nti _ to\twas _ from\twas one\twas repo\twas reported\twe _ do\twe encl\twe enclose\twe'r chec\twe'"
        "r comp\twe're checking\twe're comparing\twhat _ paid\twhat happened\twhil _ exam\twill _ in\tword"
        " $\tyou ask\tyou dese\tyou deserve\tyou thin\tyou think\tyou' have\tyour _ hasn\tyour vers\tyour ve"
        'rsion\t'
    ),
    -0.15: (
        '" _ and\t" solv\t" solved\t% _ $\t, give\t: _ to\t^ _ box\t^ _ fee\t^ _ lab\t^ _ prev\t^ _ soon\t^ ho'
        'ne\t^ honestly\t^ none\t^ open\t^ repairs\t^ unti\t^ until\t^ when\taddr _ you\tagreed $\tan _ bill\t'
        'and _ solv\tanot play\tanother player\tapp _ agai\tare coll\tare collecting\tarri ,\tarri _ and\ta'
        'rri _ mond\task you\tasse $\tassessment $\tatte _ $\tbased\tbe _ befo\tbe _ only\tbe done\tbeca _ i'
        "tem\tbeen _ yet\tbeen clea\tblocked $\tcan _ corr\tcan' take\tcan't take\tcase only\tcharacters\tch"
        'aracters $\tcollecting\tcomplicated\tconn _ are\tcont the\tcontact\tcorr of\tcorrection of\tdefa\td'
        'elivered $\tdisp on\tdriv _ been\temer\temergency\tendi\tending\tfirs\tfirst\tflig _ been\tfor asse\t'
        'for assessment\tgo on\thalf _ $\thas begu\thas begun\thave _ us\thim ,\thold _ powe\thour to\thours'
        " to\ti _ find\tid\tif _ paym\tin a\tinvo _ you\tis _ down\tit _ him\tit _ writ\tit with\tit won'\tit "
        "won't\tit'l be\tit'll be\tit's _ with\titem was\tknow _ it\tlike _ hear\tlist the\tlists the\tlong "
        '_ $\tme whet\tme whether\tmentioned that\tmoderators\tnight $\tnote ,\tnoth _ chan\tobli to\toblige'
        'd\tobliged to\toffi is\toffice is\toffices\toh\toh _ ,\toh no\ton _ driv\topen _ sett\tor retu\tor re'
        'turned\toven _ next\tover the\tparc _ arri\tpassword is\tperi\tperiod\tphon or\tphone or\tplat\tplea'
        ' ,\tplea _ with\tplea keep\tplea rese\tplease ,\tplease keep\tpowe _ for\tpowe butt\tpower button\t'
        'processed\tput _ note\trece of\treceipt of\trefund ,\treje by\trejected by\trepo to\treported to\tr'
        'ese _ rout\trespond\troom are\trooms are\trule _ :\tsay it\tscreenshot\tsearching for\tseco\tserver'
        '\tsett toda\tshows a\tsinc apol\tsinc tues\tsince tuesday\tsincere\tsincere apologies\tsoft\tsoftwa'
        're\tsolv _ may\tsolv in\tsolved in\tstar the\tstate\tsuccessfully\tsupp\tsupp $\tsuspected\ttaki\ttak'
        'ing\tteam will\ttechnician\tthan you\tthank you\tthe _ into\tthe _ pack\tthe _ subt\tthe atta\tthe '
        'attached\tthe day\tthe yogh\tthe yoghurt\ttheir\tthem with\tthis and\ttier two\tto _ over\tto _ rep'
        'a\tto my\ttoo _ for\ttrac to\ttraced to\ttwo year\ttwo years\tunde how\tunderstand how\tunlock\tupda'
        ' _ our\twe _ open\tweeks\twere you\twhic _ addr\twill _ rest\twith _ case\twith _ mana\twith _ sel'
        'l\twork _ is\tworkshop and\tyogh\tyogh $\tyoghurt\tyoghurt $\tyou could\tyou mentioned\tyour _ next'
        '\t'
    ),
    -0.14: (
        ', _ ?\t, our\t- _ addr\t^ _ esca\t^ _ mr\t^ _ shif\t^ does\t^ supply\t^ ugh\t^ who\ta _ for\ta crew\ta'
        ' faul\ta litt\ta little\tabou fort\tabout forty\tairl ,\tairline ,\tan _ $\tand _ aske\tand _ prom\t'
        'and enjo\tand enjoy\tany proo\tany proof\tare _ comp\tare _ out\tare _ this\tare checking\tatta\tba'
        'ck by\tbe _ your\tbefo then\tbefore then\tblur\tbrow\tby mond\tby monday\tcabl $\tcable $\tcall this'
        '\tcan\tcard\tcert expi\tchar unde\tcharge under\tchec _ spam\tchecking with\tchecks\tcoll _ here\tco'
        'mes back\tconcerning\tcorr and\tcrea $\tcreated $\tdear mr\tdispute\teith\teither\temai _ $\terro _ '
        'your\texpe $\tfam _ the\tfix _ to\tfixe ?\tfixed ?\tfold for\tfolder for\tfood\tfor _ mess\tfor _ re'
        'as\tfort minu\tforw _ our\tgene\tgoin _ be\thas _ crea\thave iden\thave identified\thave one\thigh '
        'prio\thow _ was\thow long\ti _ at\ti must\tif they\tin any\tinto your\tinvo _ be\tit _ refu\tit by\tk'
        'eep _ rece\tknow the\tlarg _ $\tlate $\tledg $\tledger $\tlook _ $\tlook _ ,\tmail addr\tmail addre'
        'ss\tmain $\tmaintenance $\tmonth\tmust ask\tmy _ ends\tnew _ ?\tnext $\tnext mont\tnext month\tno re'
        'fund\tnope\tnope ,\tnope _ not\tnot _ solv\tnot sort\tnot sorted\tnow wait\tof _ data\tof _ febr\tof'
        ' it\toff unti\toff until\ton _ line\ton _ refu\tone paym\tone payment\tone sec\topen _ $\torde a\tor'
        'dered $\tothe ,\totherwise ,\tour _ offi\tour insu\tpack ,\tpaid into\tplea use\tplease use\tplum i'
        's\tplumber is\tprices\tprocess\tprom _ ring\trece the\treceived the\trefu _ orde\trenews\trest afte'
        '\trestored after\trevi\tsecu\tshif ends\tshift ends\tshop\tso _ it\tsome _ have\tspam _ for\tspam fo'
        'ld\tspam folder\tsupposed\tsupposed to\ttested on\tthat _ heat\tthe _ disa\tthe _ ques\tthe cach\tt'
        'he cache\tthe larg\tthe ledg\tthe ledger\tthe refe\tthe reference\tthe return\tthis sort\tthis sor'
        'ted\ttigh _ ,\ttigh fam\ttight fam\ttimes $\tto comm\tto comment\tto know\ttold it\tturn _ ?\tugh\tun'
        'de clau\tunder clause\tupda at\tupdate at\tus _ proo\tused for\twas subm\twas submitted\twas supp\t'
        "was supposed\twe _ iden\twe _ read\twe'v sent\twe've sent\twedn $\twednesday $\tweig\twere _ it\twh"
        'om\twill _ cred\twith _ us\tyet ?\tyet _ be\tyet _ but\tyou _ an\tyou if\tyou reme\tyou remember\tyo'
        'u woul\tyou would\tyour _ matt\tyour home\tyour rema\tyour spam\t'
    ),
    -0.13: (
        '" is\t, _ unkn\t, you\'d\t^ _ case\t^ _ feed\t^ _ it\'l\t^ _ main\t^ _ mome\t^ _ seco\t^ anot\t^ anoth'
        'er\t^ lemm\t^ lemme\ta _ comp\ta correction\ta parc\ta parcel\ta part\table _ see\tacco _ your\taddr'
        ' ?\taddress ?\tadvi _ to\tafte _ had\tafte _ minu\tall _ ?\tand _ pic\tand waits\tanswer you\tany o'
        'rde\tany order\tapp cras\tappl _ the\tare _ thos\tare amon\tare among\tare test\tare testing\tas lo'
        "ng\tbeen cleared\tbeen note\tbeen noted\tbegi _ the\tbrin up\tbring up\tbut don'\tbut don't\tbutt _"
        " ten\tby thur\tby thursday\tcame _ $\tcan appe\tcan i\tcan' see\tcan't see\tcanc _ more\tcanc any\tc"
        'aus unkn\tcause unknown\tchan _ been\tconsideration\tcoul _ rest\tcoul give\tcoup _ be\tcut in\tda'
        'te\tdays afte\tdays after\tdepartment\tdid _ last\tdid _ mone\tdigit\tdoes _ work\temai ,\temai _ p'
        'lea\temail ,\tengi _ ,\tengi _ been\tengi will\tengineer will\tengineering $\terro _ appe\texam bo'
        'ar\tfaster\tfor any\tgrey out\tgreyed out\thas _ note\thave _ chec\thave call\thave called\there\the'
        "re _ see\thow it\ti do\ti looked\ti'll _ it\tif both\tif you'\tin _ cont\tin _ emai\tin _ scre\tin _"
        ' to\tin traf\tin traffic\tis _ proc\tit _ noth\tit coul\tlabe $\tlemm\tlemme\tlong as\tmade with\tman'
        'ufacturer\tmend $\tmended $\tmond at\tmonday at\tmoney reach\tneig _ is\tneig _ was\tnot back\tnot '
        'on\tof the\tonly on\topen\tor _ the\tour offi\tpass _ is\tperm to\tpermission to\tpile\tpost the\tpow'
        'e _ in\tpowe cut\tpower cut\tpriv sell\tprivate sellers\trath have\trather have\treas $\trece _ th'
        'an\treck\treco _ 0\trefu _ up\trefu form\trefu on\trefu will\trefund form\trefund on\trefund will\tr'
        'equ to\trequested $\trequests\tresolve this\trest acco\treturn the\treviewed\tsafety $\tsame\tscann'
        'ed $\tsend me\tshoo\tshoot\tshop :\tsmall\tsold\tstan\tstan _ your\tstates\tstates that\tstay $\tstick'
        '\tstil appe\tsund _ over\tsure _ the\ttech team\ttech was\ttechnician was\tthan _ days\tthat _ not'
        'h\tthat have\tthe _ half\tthe _ must\tthe _ netw\tthe _ rese\tthe manufacturer\tthe plum\tthe plum'
        'ber\tthe supplier\tthis emai\tthis email\tthou your\tthre of\tthree of\tto engi\tto engineering\tto'
        ' rese\tto reset\ttoda is\ttoday is\ttravel\tunkn\tunkn $\tunknown\tunknown $\tup ?\twait _ a\twant _ '
        "mone\twas _ than\twe saw\twe'r _ the\twhat _ sett\twhen did\twill _ a\twill _ an\twill _ corr\twill"
        ' revi\twill review\twoul _ rath\twrit _ down\twrot _ all\tyou it\tyou rath\tyou rather\tyour _ whe'
        't\tyour comm\tyour four\tyour iden\tyour identity\tyour repo\t'
    ),
    -0.12: (
        '" prob\t" problem\t, and\t, if\t- 0\t- up\t^ _ autu\t^ _ chec\t^ _ conf\t^ _ crew\t^ _ patc\t^ _ prot'
        '\t^ _ rais\t^ _ tell\t^ ask\t^ buye\t^ buyer\t^ coul\t^ could\t^ restore\ta _ abou\ta _ fix\ta _ plan'
        '\ta _ top\ta paid\ta temp\ta temporary\talter\tan _ of\tan auto\tan estimate\tan inve\tan investigat'
        'ion\tand _ 0\tand _ sign\tansw _ been\tare trac\tare tracing\tat any\tban _ be\tbe _ cont\tbe _ to\t'
        'be reac\tbe wron\tbe wrong\tbe your\tbeen seen\tbegu $\tbegun $\tbetw\tbetween\tbut _ in\tbuye _ doe'
        "s\tcan _ see\tcan _ this\tcan' canc\tcan' pay\tcan't cancel\tcan't pay\tcard will\tcase ,\tchange\tc"
        'hec _ over\tclos for\tclosed for\tcomp _ open\tconfirm that\tcoul repr\tcountry\tcour _ the\tdelay'
        ' $\tdoin\tdoing\tentitled\tentitled to\testimate\tfail _ time\tfix it\tfor _ orde\tfor _ part\tfrom '
        '_ cour\tget you\tgimm _ sec\tgimm a\tgimme a\tgoin\tgoing\thappened\thas yet\thave _ ?\thave _ seen\t'
        "have adde\thave added\there $\ti _ sorr\ti _ up\ti've rais\ti've raised\tidea\tif _ has\tinstead\tin"
        'stead of\tinto _ paid\tinto a\tinto the\tis _ work\tis poss\tis possible\titem is\tjune $\tlabe\tlas'
        't autu\tlast autumn\tlost $\tmanu\tmatches\tme _ seco\tmemo\tmemory\tmond\tmone _ ?\tneed one\tnew to'
        'p\tnext upda\tnext update\tno ,\tnot clos\ton an\tonly by\tonly with\torde $\tour _ spec\tpaid plan\t'
        'patc _ in\tpati $\tpatience $\tpick _ $\tplan on\tplea _ me\tplea send\tplease send\tpolicy $\tprob'
        ' _ be\tprob _ your\tprog ,\tprogress ,\tproo\tproof\tprot does\tquestion about\tquestions\trece _ t'
        'he\trece bank\treceiving bank\trega as\tregarded\tregarded as\tsame crac\tsame crack\tsaw it\tseco '
        "_ i\tseco whil\tsecond while\tsend _ the\tserv _ be\tshe _ the\tso that's\tsome _ $\tstar _ inve\ts"
        'til has\tstill has\ttech\ttech is\ttechnician is\ttext you\tthat anot\tthe _ cabl\tthe _ canc\tthe '
        '_ crac\tthe _ of\tthe _ solv\tthe case\tthe deci\tthe decision\tthe emai\tthe email\tthe firs\tthe '
        'first\tthe receiving\tthe work\tthin _ miss\tthis _ one\tthis _ solv\tthis new\tthis one\tto _ dat'
        'a\tto _ them\tto pick\tto repa\tto repair\ttop _ it\ttop solv\ttop solved\ttria _ into\ttria turn\tt'
        'rial turns\tturn _ a\tturn into\tturns into\ttwo boxe\ttwo boxes\tunde $\tunderstanding\turge\turge'
        'nt\tus _ whet\tviewers\twas _ sinc\twas used\tweek _ of\tweek beca\tweek because\twhic _ desc\twhic'
        ' _ of\twith _ bill\twoul _ wron\tyet _ see\tyet _ the\tyou _ appe\tyou _ befo\tyou _ turn\tyou up\t'
        "you use\tyou' talk\tyou'd get\tyour _ coul\tyour _ numb\tyour contact\tyour post\tzero\t"
    ),
    -0.11: (
        ", _ requ\t, _ woul\t, he's\t, i'm\t, they\t, whos\t, whose\t0 _ at\t^ _ cost\t^ _ diff\t^ _ file\t^ _"
        " may\t^ _ of\t^ _ on\t^ _ repo\t^ _ they\t^ _ vend\t^ _ year\t^ oh\t^ you'd\ta brok\ta broken\ta fee\t"
        'a scre\ta screenshot\tabou _ thir\tad\tafte _ rest\tagai _ and\tan orde\tan order\tand 0\tand _ lik'
        "e\tand isn'\tand isn't\tand says\tand send\tand tick\tansw your\tanswer your\tare _ miss\tare unab\t"
        'are unable\tat _ orde\tat home\tat once\tbank _ and\tbank agre\tbank agrees\tbank stat\tbank state'
        'ment\tbe repa\tbe repaired\tblur phot\tbook a\tbooked a\tbring the\tbut _ grou\tcalled\tcan _ no\tca'
        "n stil\tcan still\tcan' _ a\tcaug\tcaught\tchat ,\tconcert\tdays _ resp\tdefa ,\tdeli _ the\tdigg _ "
        "the\tdigg for\tdigging for\tdoes work\tdoesn't work\teach\temail\tescalated to\testimated\texpl it\t"
        'explain it\tfile _ that\tfirs chec\tfor _ we\tfor fift\tfor fifteen\tforward\tgo _ to\tgrou _ in\tg'
        "rou isn'\tgroup isn't\tguy\thas _ clea\thave _ rece\thaven't got\thear\thear _ crac\there _ so\ther"
        's\ti _ give\ti hope\tif _ acce\tif _ call\tif _ cras\tinvestigation\tis _ acco\tis need\tis needed\t'
        "isn' _ it\tisn' in\tisn't in\tit's _ that\titem\tknow _ and\tknow whic\tknow which\tlast year's\tle"
        "t' look\tlet's look\tlock afte\tlocked after\tlogg _ your\tlogg for\tlogging for\tlooking at\tlost"
        ' parcels\tmail is\tmake\tmess was\tmessage was\tminutes\tmone by\tmoney by\tmy apol\tmy apologies\tn'
        "eed _ it\tneed expl\tneedn't explain\tnote say\tnotes say\tnoti :\tnotice :\tnow _ look\tnow let'\t"
        "now let's\told _ will\ton _ bill\ton _ van\tonce\tonce _ year\tonce your\topened a\torde _ canc\tou"
        'r answ\tour answer\tour server\tour supp\tover _ nigh\tpage says\tpaid _ your\tpharmacist\tphon _ '
        'in\tplat ,\tplea _ the\tplea _ whet\tplea call\tplease call\tpoki\tpoking\tpoli\tpref _ $\treac _ ca'
        'rd\treached out\tread _ $\treceipt\treco and\trema open\tremains open\trepl $\trepl _ was\trest _ t'
        'ime\trules\tsche _ the\tsearch for\tsee _ your\tseen _ $\tsells\tsends\tsends a\tside _ well\tside a'
        "s\tspri $\tstart the\tstoc\tstock\tsystem's\tteam _ at\ttech on\ttechnician on\ttell you\tten $\tthat"
        " _ isn'\tthat he\tthe _ at\tthe _ came\tthe defa\tthe food\tthe main\tthe portal\tthe sear\tthe sea"
        "rch\tthe system's\tthe technician\tthe timetable\tthey _ our\tthur\tthursday\ttime from\ttime you\t"
        'timetable from\tto _ an\tto appr\ttrac the\tus _ line\tvend _ 0\twas successfully\twe _ ask\twe _ '
        "them\twe _ unab\twe keep\twe rece\twe received\twe'd love\twe'r wait\twe're waiting\twhat\twhen _ i"
        "s\twhic _ are\twhil your\twhile your\twhos\twhose\twill brin\twill bring\tyear _ was\tyear's\tyet _ "
        "to\tyet reso\tyet resolved\tyou _ expl\tyou _ it's\tyou acce\tyou accept\tyou desc\tyour _ no\tyour"
        ' feed\tyour sett\t'
    ),
    -0.1: (
        ', _ make\t, unfo\t, unfortunately\t0 _ if\t0 pm\t: tap\t: you\t^ _ iden\t^ _ pupi\t^ _ secu\t^ _ tim'
        'e\t^ frau\t^ fraud\ta _ issu\taccept\tacco were\taccounts were\taddr _ a\tadjuster\tagen\tairl _ and'
        '\tallo\tand _ prep\tand _ unlo\tand does\tany _ ?\tappr _ $\tappr it\tare chas\tare chasing\tare mad'
        'e\tare prep\tare preparing\tarrives\tat _ desk\tat _ refu\tat _ ware\tawfu\tbank tell\tbank tells\tb'
        'e in\tbe sent\tbeca of\tbeen _ ?\tbefo anyt\tbefore anything\tbrin _ new\tcall _ fixe\tcan take\tca'
        "n' _ an\tcase $\tcentre\tcham\tchan :\tchan _ name\tchar yet\tchas _ bug\tchec _ ,\tcheck the\tcome "
        'late\tcomes later\tcontinue\tcust offi\tcustoms office\tdecide on\tdefault\tdepo $\tdepo in\tdepot\t'
        "depot $\tdepot in\tdevs\tdocu _ your\tdocu to\tdocuments to\tdon' want\tdon't want\tdown ,\tdrop _ "
        'a\tenclose the\tend ?\tengi _ chas\texamination\tfar ,\tfeel _ pain\tfeel your\tfina desk\tfina mus'
        't\tfinance must\tfind no\tfor eras\tfor erasure\tfor me\tfor proo\tfor proof\tfor returning\tform f'
        'or\tfrau _ pass\tfrau chec\tfraud check\tfrom _ with\tget a\tgets _ ,\tgive a\tgoes _ on\tgoodwill\t'
        'got thei\tgot their\thang _ $\thas _ to\thas comp\thas completed\thas unti\thas until\thave _ repl'
        "\thave _ trie\thim for\ti _ aske\ti _ open\ti don'\ti don't\tid to\tif _ isn'\tin that\tis _ ever\tis"
        ' _ long\tis unde\tis under\tissu _ in\tissuer $\tknow issu\tknown issue\tlabel\tleft _ a\tlega _ $\t'
        'ligh come\tmakes\tmerc _ that\tmess\tmodel $\tmone goes\tmoney goes\tmust _ it\tneed an\tneve\tnever'
        '\tnot _ in\tnow _ tap\tnumb _ gave\tnumb you\tnumber you\tof\tof _ dela\tof thei\tof their\toffe _ 0'
        '\tokaf ,\tokafor ,\tokay now\tonly _ a\tor _ ?\tour _ $\tour spec\tour specialists\tout what\tpackag'
        'ing\tpain\tpain $\tpayment ,\tphon and\tphone and\tphoto of\tplea _ agai\tpm\tposi on\tposition on\tp'
        'rep a\tpreparing\tpreparing a\tprin the\tprint the\tpromise\tpupi _ your\trebo ,\trefu _ whic\trefu'
        ' arri\trefu with\trefu yet\trefund arrived\trefund yet\tregr that\treje _ the\tremarks\treopened\tr'
        'epair it\treport\treported the\trequ _ eras\trese _ righ\treserve\treserve the\tretu _ item\tretu '
        'good\tretu is\treturned goods\treturning the\tscanned\tsear\tseem _ be\tsender\tserv is\tshar\tshop '
        "_ it\tsort yet\tsorted yet\tstil see\tstill see\tstreet $\ttell _ wher\tthat not\tthat's not\tthe _"
        ' "\tthe _ be\tthe _ good\tthe _ myse\tthe atte\tthe devs\tthe earl\tthe fina\tthe nigh\tthe packagi'
        'ng\tthe receipt\tthe retu\tthe send\tthe sender\tthe tech\tthe thef\tthe theft\tthe unlocking\tthef'
        "\tthef ,\ttheft\ttheft ,\tthem ?\tthin the\tthinks\tthinks the\tthis isn'\tthis isn't\tthre pupi\tthr"
        'ee pupils\tto _ insu\tto _ ombu\tto _ sell\tto anot\tto another\tto canc\tto cancel\tto come\tto tu'
        'es\tto unlo\tto unlock\ttrac _ $\ttwic\ttwice\tunclear\tunde _ refe\tunfo $\tunfortunately $\tunlo _'
        ' late\tunlo come\tunlocking\tunlocking comes\tunti sund\tuntil sunday\tvisit\twant _ invo\twant an'
        "\twe _ $\twe _ yet\twe call\twe feel\twe rese\twe reserve\twe'd retu\twe'd return\tweekend\twho told"
        '\twoul _ paid\twron size\twrong size\tyes $\tyet how\tyou trie\tyou tried\tyour _ from\tyour _ must'
        '\tyour _ rema\tyour _ tell\tyour miss\tyour mode\tyour model\tyour pain\tyour remarks\t'
    ),
    -0.09: (
        ", send\t, we'l\t, we'll\t- fi\t0 ?\t0 mb\t^ _ coun\t^ _ ever\t^ _ goin\t^ _ kind\t^ _ let\t^ _ paid\t^"
        " _ stil\t^ deleting\t^ did\t^ seco\t^ second\t^ thanks\t^ what's\ta _ told\ta repl\ta stor\table _ f"
        'ix\tabou _ deli\taccounts\tackn\tadmi _ liab\tadmission\tadmission of\tafra $\tafraid $\tagre ,\tagr'
        'ee to\tagrees $\tan exch\tan exchange\tand _ just\tand see\tand shar\tansw\tansw from\tanswer from\t'
        'anyb\tanybody\tare issu\tare issued\tare slow\tarea\tas comp\tat _ post\tback if\tbe delivered\tbeca'
        ' it\tbecause it\tbeen _ so\tbeen roll\tbeen rolled\tbeen wait\tbeen waiting\tbefo i\tbefore i\tbit '
        'of\tboar _ whic\tbox _ $\tbranch $\tbrb\tbrea _ 0\tby 0\tby _ week\tby mail\tcan _ canc\tcanc _ my\tc'
        'ancelled ,\tcann say\tcannot say\tchan ?\tchan has\tchange has\tcheck\tclai _ have\tcome\tcome _ in'
        '\tcomp _ whic\tcompany\tcoul\tcust to\tcustomer to\tdama _ $\tdays _ show\tdela was\tdelay was\tdid '
        "the\tdidn _ $\tdo _ use\tdoes $\tdon' shoo\tdon't shoot\teach _ $\tearlier\tengi _ on\tevery\tevid $"
        '\tevidence $\tfail\tfee _ been\tfix the\tfor some\tfor ten\tfraud\tfrom _ bank\tget an\tget ever\tget'
        ' everything\tget in\tget paid\tgoal\tgoes live\tgot _ $\tgrat\tgrateful\thas _ ,\thas _ reso\thas _ '
        "roll\thave forw\thave forwarded\thow anno\thow annoying\ti am\ti'd love\ti've foun\ti've found\tid "
        '$\tiden _ caus\tiden the\tidentified the\tinstalments\tinsurer\tinto _ mail\tis _ line\tis _ okay\t'
        'is _ trac\tis _ wait\tis thir\tkey\tlabe was\tlabel was\tlast mont\tlate agai\tlate again\tleft _ w'
        'are\tlett\tliab $\tliability $\tlike _ ?\tloca\tlook _ by\tlost orde\tlost order\tmain ,\tmark ,\tmar'
        'ked this\tmb\tme _ minu\tmessenger\tmiss _ and\tmont _ and\tmr okaf\tmr okafor\tneed the\tneeds to\t'
        'nudg\tnudged\tnumb $\tnumb was\tnumber was\tof _ agre\tof liab\tof liability\toff ?\told matt\told m'
        'attress\ton olde\ton older\ton wi\tonce _ mont\tonly _ you\tor 0\tor do\tour\tour insurer\tout _ hal'
        'f\tout and\tover _ has\tpart _ late\tpart on\tpaym _ comp\tpaym go\tphot ,\tplate\tplea _ shoo\tplea'
        ' stic\tplease stick\tpoin will\tpoints\tpoints will\tpost offi\tpost office\tprob with\tpromise yo'
        'u\tprot\tques _ the\tquic\treac _ on\treceived $\trecord of\tregi and\trema unre\tremains unresolve'
        'd\trene _ $\trepo _ the\treverse\tring you\troll _ to\trout _ has\trout and\trout chan\trouting\trou'
        'ting change\tsafe team\tsafety team\tsays _ was\tscan _ $\tsche\tsee\tsee _ old\tseller\tsend _ to\t'
        'sent ,\tshar with\tshif\tshift\tshoo _ mess\tshoo the\tshoot the\tshop has\tshou the\tshould the\tsh'
        'ow _ on\tshow us\tshown us\tsinc you\tsince you\tsolv this\tsorr that\tsorry that\tstarts\tstic it\t'
        'stick it\tstudio\tsucc _ $\ttake _ work\ttakes three\tteam is\tthat in\tthe _ -\tthe _ arri\tthe _ '
        'if\tthe _ ran\tthe _ rece\tthe _ runn\tthe _ writ\tthe deadline\tthe discount\tthe hotl\tthe hotli'
        'ne\tthe messenger\tthe othe\tthe other\tthe prod\tthe product\tthe refund\tthe routing\tthe stud\tt'
        'he studio\tther _ an\tther is\tthere is\tthink\tthro _ $\tto _ atte\tto _ lega\tto _ merc\tto _ saf'
        'e\tto _ supe\tto acce\tto accept\tto half\tto reac\tto reach\ttrips\tunde _ anno\tvery seri\tvery se'
        'riously\twas brok\twas broken\twas forw\twas forwarded\twas reco\twe _ tell\twe _ work\twe only\twe'
        "'d like\twe'r _ of\twe'r not\twe're not\twhat _ do\twhic meet\twhich meets\twi\twi -\twi _ fi\twill "
        '_ remo\twith _ bank\twith a\twith anot\twith another\twithin two\twork _ to\twoul _ for\twoul pay\t'
        "would pay\twrites that\tyou _ get\tyou abou\tyou about\tyou'll have\tyour _ comp\tyour _ debi\tyou"
        'r _ ends\tyour _ firs\tyour _ have\tyour _ if\tyour area\tyour dire\tyour direct\tyour lett\tyour '
        'missing\tyour stay\t'
    ),
    -0.08: (
        ", _ mome\t, _ not\t, _ some\t, who'\t, who'll\t^ _ know\t^ _ ship\t^ _ whee\t^ both\t^ tickets\t^ wo"
        'rk\ta _ answ\ta _ prio\ta _ went\ta high\ta higher\ta new\tagen _ the\tand _ noth\tand _ unti\tand o'
        'n\tanot brow\tanother browser\tanswer by\tapp _ $\tappreciate\tare _ able\tas urge\tas urgent\tatta'
        ' $\tban will\tbe _ upon\tbe cros\tbe cross\tbe sure\tbe veri\tbe verified\tbeca _ parc\tbeca a\tbeca'
        'use a\tbeen _ a\tbox _ been\tbox has\tbut _ regi\tby _ ,\tby _ the\tby line\tcalled the\tcarr $\tcar'
        'rier $\tcause $\tcharged $\tclaims that\tclas\tcoul tell\tcould tell\temai $\tescalate\tescalate th'
        'is\texpe opin\tfix _ only\tfor _ paym\tfor reim\tfor reimbursement\tgath _ the\thave _ mont\thighe'
        'r priority\tholding\thome $\tinvo _ by\tinvo line\tis _ in\tis full\tit _ urge\tit had\tit need\tit '
        "needs\tit should\tit's _ smal\tlega team\tlegal team\tlet _ ask\tligh _ on\tline _ line\tmade _ a\t"
        'me ask\tmome $\tmome plea\tmoment $\tmoment please\tneig _ us\tno _ thin\tno smal\tno small\tnot th'
        "at\tof that\ton _ i'm\tone _ plea\tone mome\tone moment\topen $\topen _ with\topening\tover _ but\tp"
        'arc _ astr\tparc went\tparcel went\tpart _ that\tpartial\tpass ?\tpass of\tpassword ?\tplea do\tple'
        'ase do\tposs _ the\tprin\treachable\tread thro\treading through\trece _ phot\trefundable $\trepa ,'
        "\trepaired you\treset the\treso _ but\trest _ noon\tsee _ it's\tsinc _ for\tsmal _ to\tsmal thin\ts"
        'mall thing\tsome _ our\tsorr\tspan\tspanish\tspend\tstay open\tstays open\tstor _ you\tstuc in\tstuc'
        'k in\ttari\ttariff\tteam _ they\tteam and\ttest _ line\tthat _ agen\tthat another\tthe _ befo\tthe '
        '_ unti\tthe numb\tthe table\tthe van\tther _ no\tthin to\tthing to\tthur _ 0\tthur betw\tthursday b'
        'etween\tto _ its\tto _ veri\tto miss\tto this\ttomo at\ttomorrow at\ttrie _ the\tunde numb\tunder n'
        'umber\tunderstand that\turge $\turgent $\tus _ you\twas appr\twas approved\twas move\twas moved\twe'
        " _ be\twe won'\twe won't\twhat _ work\twho'll\twill _ solv\twoul _ your\tyou _ choo\tyou _ when\tyo"
        'ur ?\tyour _ ?\tyour refund\tyours ?\t'
    ),
    0.08: (
        '% _ your\t, _ have\t, _ mist\t, conf\t, cras\t, crash\t, let\t, nothing\t- orde\t- order\t0 _ by\t0 _'
        " it\t: you're\t^ _ doma\t^ _ easy\t^ _ inco\t^ _ seas\t^ _ stra\t^ hey\t^ orde\ta full\taction $\tand"
        " _ it\tand we'v\tand we've\tannu $\tannulled $\tare home\tare ther\tare there\tare your\tare yours\t"
        'aske _ is\tback $\tback _ ur\tbe _ that\tbe used\tbeen eras\tbeen erased\tbeen retu\tbeen returned'
        '\tbeen topp\tbeen topped\tbirt ,\tbirt in\tbirth in\tby _ of\tby way\tcan _ that\tcan _ used\tcarr t'
        'he\tcarries the\tcorr _ was\tcorr in\tcras gone\tcrash gone\tcred _ acco\tcred to\tcred your\tcredi'
        'ted your\tdeducted\tdeli addr\tdelivered\tdelivery address\tdisp _ and\terro entr\terroneous entr'
        'y\tfolder\tfor _ been\tfor _ shop\tfor has\tfres one\tfresh one\tgone sinc\tgone since\tgot _ you\th'
        "as _ on\theard you\they _ ,\ti'm _ to\tin _ end\tin fine\tin ur\tincorrect\tinsi ,\tinte is\tiron _ "
        '$\tis stan\tis standing\tissu and\tit $\tit _ ours\tit woul\tit would\tits cost\tkindly confirmed\tl'
        'ast thre\tlast three\tlike _ $\tload agai\tlost\tlost box\tmach runs\tmachine runs\tmade _ 0\tmaili'
        'ng\tmist _ and\tmore _ call\tmore drop\tmore dropped\tname on\tnine _ $\tno _ drop\tone and\tout _ '
        'mix\tover $\tpatc buil\tpatched build\tperfect\tplac _ your\tpoun\tpounds\tprints\tprob gone\tproble'
        'm gone\tprop _ ,\treas\trecords\trefunded\treso _ matt\trest easy\trigh your\tright your\troam _ of'
        '\troot caus\troot cause\tseas pass\tseason pass\tservice has\tsession\tshipment\tshoe are\tshoes ar'
        'e\tshow _ prop\tspot\tsquashed $\tsurc\tsurcharge\tthat brok\tthe _ boil\tthe _ zone\tthe arre\tthe '
        'arrears\tthe box\tthe incorrect\tthe seas\tthe season\tthin ,\ttightened\ttip\tto _ bank\tto _ visa'
        '\ttook it\ttopp _ up\ttran _ has\tvani\tvanished\twanted it\twas cred\twas credited\twas stru\twas s'
        'truck\twe _ the\twher _ left\twith _ cred\twonderful\tworking fine\tyou _ do\tyou _ noth\tyou _ we'
        'dn\tyou is\tyou yet\tyour _ and\tyour chil\tzone\t✓\t'
    ),
    0.09: (
        '$ _ cred\t, _ caus\t, _ solv\t, plea\t, please\t, the\t, £\t0 _ sitt\t0 in\t: _ and\t: misr\t: misrou'
        'ted\t^ _ ,\t^ _ assu\t^ _ inst\t^ _ requ\t^ _ set\t^ _ went\t^ closing\t^ refu\t^ yup\ta _ at\ta look'
        '\tacce _ pass\tacco _ more\tacco and\tacco in\taccount in\tago _ so\tall its\talth\talthough\tamou b'
        'ack\tamount back\tand _ by\tand _ come\tand _ furt\tand _ line\tand _ matc\tand buye\tand buyers\ta'
        'nd rece\tand received\tand safe\tarri _ your\tas owne\tas owned\tas rece\tas received\tas reso\tas '
        'resolved\tassu _ the\tassured\tat rest\tback _ 0\tback _ righ\tback _ satu\tbank app\tbarcode\tbeen'
        ' _ care\tbeen _ the\tbeen chan\tbeen changed\tbeen port\tbeen ported\tbeen unta\tbeen untangled\tb'
        'oth side\tboth sides\tbroken\tbrou\tbrou _ a\tbrought\tby our\tcall _ in\tcard _ no\tcard at\tcard c'
        'an\tcard sinc\tcard since\tcaug _ and\tcaug up\tcaught up\tchain\tchannel is\tclaim in\tclas _ your'
        "\tclie acco\tclient's account\tcolleague\tconf _ all\tconf _ the\tcons that\tconsider that\tcust _"
        ' your\tdebt\tdetector\tdiff paid\tdifference paid\tdisp ,\tdo _ ,\teffe _ 0\tembarrassed\tentr _ th'
        'e\tentr in\tentry in\terro 0\terror 0\tevents\texac\texactly\tfals _ flag\tfals frau\tfalse fraud\tfe'
        'e _ your\tfee was\tferr ,\tferry\tfixe your\tfixed your\tflag _ you\tfrau flag\tfraud flag\tfree\tfr'
        'om _ bill\tgame $\tgap\tgave\tgives\tgives me\tgo and\tgold _ with\tgone ,\tgone _ your\tgran\thall _'
        ' the\thand _ over\thands\thas _ exch\thas _ port\thas _ unta\thas you\thave your\theat\thereby\thote'
        " _ nigh\thote last\thotel last\thour _ ,\ti test\ti tested\ti'm deli\ti'm delighted\ti'm emba\ti'm "
        "embarrassed\ti've sent\tid is\tin hand\tinci is\tincident is\tinst $\tinvo _ been\tip addr\tip addr"
        'ess\tis required\tissu\tissu fixe\tissue fixed\tit\tit give\tit gives\tjob done\tkept you\tkey _ bee'
        'n\tlamp _ flic\tlatest\tlong\tlong appe\tlonger appears\tlook at\tlooked at\tmatc _ both\tmatc on\tm'
        "ay has\tmedication\tmerged\tmind _ rest\tmind at\tmisrouted\tmiss scre\tmissing screws\tmonth's\tne"
        'ed _ writ\tno _ appe\toff ever\toff every\told _ addr\ton _ gift\tone _ 0\tone we\tonli\tonline\totp'
        '\totp is\tover _ the\tover and\towed _ ,\town _ ,\towned\tpaid _ the\tpaid it\tpaid on\tpass agai\tpa'
        'ssword again\tpayp $\tpaypal $\tpens\tpension\tphon line\tphone line\tplac agai\tplac upon\tplace a'
        'gain\tplaced upon\tpleasure\tpleasure to\tprof _ and\tprog is\tprogress is\tproperly $\tput _ mind'
        "\tput your\tread _ ,\treci\trefund's\tregi _ been\tregi has\tregister has\treleased $\treli $\trepai"
        'red your\trepl _ ,\trepl and\treplaced and\trequired from\trese in\treservation in\treso _ comp\tr'
        'eso this\trest assu\trest assured\trest the\trigh agai\tright again\trow _ ,\tsafe to\tsay _ comp\t'
        "seco _ $\tsee _ agai\tsett the\tshou _ see\tshou agai\tshould again\tshouldn't have\tshow _ owne\t"
        'show no\tshowing\tshows no\tsides\tsixt\tsixty\tso _ good\tsoun is\tsound is\tsubs _ canc\tsum _ bee'
        'n\tsum has\tsums\tsupplied\tswap _ seat\tsync at\ttari you\ttariff you\tthat _ astr\tthat _ matt\tth'
        'at _ took\tthat were\tthat you\tthe _ frau\tthe _ outs\tthe _ post\tthe _ two\tthe dire\tthe direc'
        't\tthe happ\tthe happy\tthe inco\tthe over\tthre visi\tthree visits\tthro _ all\tto _ ship\tto payp'
        '\tto paypal\tto satu\tto saturday\tto spen\tto spend\ttv\tunta\tuntangled\tunti _ end\tus a\tusua $\tu'
        "sual $\tvani from\tvanished from\tvisits\twe gave\twe'v clos\twe've closed\twell _ $\twhic _ now\tw"
        'ife\twipe from\twiped from\twith _ its\twith _ on\twith _ tax\twith no\tworks now\twritten\twron na'
        "me\twrong entry\twrong name\tyou _ gett\tyou _ hear\tyou disp\tyou disputed\tyou got\tyou' not\tyou"
        "'re not\tyour _ disp\tyour _ driv\tyour _ go\tyour _ load\tyour bask\tyour basket\tyour boil\tyour"
        ' boiler\tyour missed\tyour own\tyour payments\tyour payo\tyour pens\tyour pension\tyour shel\tyour'
        ' shelf\tyour washing\tyour whol\tyour whole\tyour wife\tyours to\tyup\tyup ,\t'
    ),
    0.1: (
        ', _ parc\t, _ we\t, _ with\t, _ wron\t, amou\t, diff\t, difference\t, fort\t, forty\t, have\t, noth\t'
        ", we'v\t, we've\t-\t- _ is\t- star\t0 nove\t0 november\t0 on\t: 0\t^ _ a\t^ _ need\t^ _ sent\t^ _ stan"
        "\t^ _ undi\t^ player's\t^ repa\t^ swee\t^ sweet\tabou _ $\tacco rest\taccordance\taccordance with\ta"
        'fte a\tafter a\tagai on\tagain on\tall _ well\tall is\tall squa\talre _ $\tand _ neig\tand mone\tapi'
        ' call\tapi calls\tare visi\tare visible\tas _ now\tas it\tat _ full\tat chec\tavai to\tavailable to'
        '\tback _ busi\tbank _ your\tbe happ\tbe happy\tbelieve\tbelongs $\tbill in\tbilled in\tboil _ been\t'
        'boil has\tboiler has\tbooking\tboot norm\tcale agai\tcall $\tcall agai\tcalls again\tcan _ call\tca'
        'n rela\tcan relax\tcase _ solv\tcash _ $\tchap is\tchapter is\tchar we\tclai _ sett\tclea now\tclos'
        "ed\tcomp _ sett\tcomplaint about\tconf you'\tcred in\tcredited in\tcure\tdebi is\tdebit is\tdepo wa"
        's\tdire _ is\tdupl char\tduplicate charge\telev\televen\tengi _ it\tenti\tenti $\tentirety $\texch ,'
        '\texch _ faul\texchanged ,\tfaul sock\tfaulty socket\tfirs _ this\tfits ,\tfits _ so\tfoun _ fixe\t'
        'foun _ lost\tfoun _ parc\tfrom _ site\tfrom all\tgive _ the\tgoes thro\tgoes through\tgold\tgone a'
        'hea\tgone ahead\tgot _ fixe\thad lost\thapp _ hear\thas _ brou\thas _ your\thas pass\thas passed\th'
        'ome _ are\thome uplo\thomework uploads\thoor\thoor ,\thooray\thooray ,\thour _ $\thous _ hour\thous'
        ' an\thouse an\ti ran\tin _ cale\tin _ livi\tin acco\tin accordance\tin busi\tin business\tis _ to\ti'
        "s well\tit _ myse\tit fits\tjour\tlabe prin\tlast night's\tleft _ do\tlett _ ,\tline _ sync\tlivi _"
        ' this\tlock _ open\tlocker was\tlong need\tlost _ foun\tmade _ you\tmatt has\tmatter has\tmiss dri'
        'n\tmissing drinks\tmond in\tmonday in\tmore lag\tmore trou\tmore trouble\tname\tnew boil\tnew boile'
        "r\tnight's\tno _ lag\tno char\tno charge\tno cost\tnoth stan\tnothing stands\tnow _ ,\tnumb _ the\to"
        '\ton _ logi\tone _ now\torder ,\tour apol\tour apologies\tout _ good\tpage was\tpark\tpass _ paid\tp'
        'hon _ as\tpick _ your\tplay has\tplea be\tplease be\tpoun _ the\tpric $\tprice $\tquery\tran your\tr'
        'eco show\treconnected\trelax\trepl _ crac\treso and\tresolved and\trest plac\trestriction placed\t'
        'reve $\treversed $\trigh _ in\trise\trise _ the\trise from\trisen\trisen from\troom _ morn\troom th'
        'is\tseat back\tsell sent\tseller sent\tserv $\tserv _ runn\tsettled and\tshipping\tshop _ the\tsinc'
        " frid\tsince friday\tso _ chap\tso you'\tsofa _ neve\tsofa you\tstart $\tstop\tsucc $\ttell _ $\ttha"
        "t _ now\tthat chap\tthat chapter\tthat that\tthat's that\tthat's your\tthe _ acce\tthe _ gave\tthe"
        ' _ glas\tthe _ made\tthe _ meth\tthe _ remo\tthe _ sale\tthe _ sock\tthe chan\tthe change\tthe doo'
        "r\tthe end\tthe faulty\tthe missed\tthe repa\tthe size\tthe stranger's\tthe turn\tthe turnstile\tth"
        'e undelivered\tthe wrongful\tthin _ the\tthre _ are\tthro _ ,\tthro with\tthx\tthx _ ur\ttick _ in'
        '\tto _ back\tto _ hote\tto clos\tto close\tto use\ttota is\ttotal is\tturnstile\tundelivered\tup ,\tu'
        'ploads are\tur pati\tur patience\tuse $\tvisi in\tvisible in\twas it\twas rene\twas renewed\twas re'
        "ve\twas reversed\twash mach\twashing\twe chan\twe changed\twe'r happ\twe're happy\twe'v clea\twe've"
        ' cleared\twere miss\twere missing\twere put\twifi\twith _ usua\twith it\tworld\twrongful\tyou _ rel'
        "a\tyou _ so\tyou _ want\tyou _ yest\tyou' _ happ\tyou' the\tyou're the\tyour _ abou\tyour _ limi\ty"
        'our cale\tyour calendar\tyour conc\tyour homework\t'
    ),
    0.11: (
        '$ _ is\t, _ 0\t, _ can\t, cust\t, refunded\t0 mbps\t^ _ boil\t^ _ entr\t^ _ sola\t^ _ up\t^ _ worr\t^'
        ' bug\t^ corr\t^ cred\t^ expo\t^ love\t^ lovely\t^ okay\t^ righ\t^ right\t^ serv\tacci\tacco any\taccou'
        "nt any\tafte _ paym\tafte toda\tafter today's\tagai _ you\tagai you\tagainst you\tamou to\tand _ d"
        "oor\tand _ new\tand has\tapp _ cras\tapp _ long\tapp no\tappe on\tappears on\tat customer's\tatti\ta"
        'ttic\tback _ they\tback your\tbank _ the\tbearing\tbed ,\tbeen deal\tbeen dealt\tbefo _ $\tbirth\tbo'
        'ok\tbook _ agai\tboth _ agai\tby _ and\tcan pay\tchar _ has\tcharge again\tcomp the\tcomplained ab'
        'out\tconc $\tconsole\tcorr _ the\tcracked\tdark\tdeli _ conf\tdelivered it\tdevi ,\tdevice ,\tdoor _'
        ' ,\tdupl _ dele\terro agai\terroneous\terror again\tfixe _ you\tfor $\tfrom _ star\tfrom its\tgame '
        '_ ,\tgiga $\tglad _ say\thad gone\thall $\thas _ and\thave _ corr\thave _ pay\thold _ char\thome ag'
        'ai\thome again\ti _ -\ti _ it\ti re\ti reset\tif _ have\tin both\tin payment\tin sett\tin settlement'
        "\tin sync\tis _ alon\tis _ norm\tis _ unde\tis sitt\tis sitting\tissu _ $\tit whil\tit while\tit's a"
        's\tits char\tits charge\tlast _ $\tlast _ on\tlessons\tlet _ in\tlet _ know\tleve _ ,\tlive _ ,\tloa'
        'd _ $\tlobb $\tlobby\tlobby $\tmatt of\tmatter of\tmbps\tme know\tmerged ,\tmist _ has\tmont _ paid\t'
        'morn with\tmorning with\tnights\tnorm\tnoth _ wron\tnoth rema\tnoth to\tnothing remains\tnothing t'
        'o\tobli _ you\tobli towa\tobligations towards\tof eur\tof pock\tof pocket\toff on\told emai\told em'
        'ail\toper\torde _ thro\tough\tought\tour _ towa\tour books\tout _ pock\tpaid your\tpass _ so\tphotos'
        ' has\treac and\treactivated and\treca and\trecalculated and\trect $\trectified $\trefu _ thro\tref'
        'u in\trein at\trein this\treinstated at\treinstated this\trene ,\trepa it\trepa you\tresolved\tresu'
        'lt\treview\trigh _ you\trigh abou\trigh for\trigh side\tright $\tright about\tright for\tright side'
        '\tsave game\tscre _ you\tseat\tsell agai\tsent _ in\tsett $\tsett of\tsettlement of\tsir $\tsock _ y'
        'our\tsolar\tsolvd $\tspea $\tspoi\tspoiled\tsquare\tstepped\tstepped in\tstor _ and\tstuc _ has\tsubs'
        ' _ neve\tsubs you\tsubscription you\tswee as\tsweet as\tsyst _ has\tten _ ago\ttest _ of\ttest pay'
        "m\ttest payment\tthan _ bear\tthat char\tthat charge\tthat doub\tthat double\tthat it's\tthe _ las"
        't\tthe _ stop\tthe charger\tthe debt\tthe erroneous\tthe ghos\tthe ghost\tthe guar\tthe guarantee\t'
        'the star\tthe start\tther with\tthere with\tthermostat ,\tthou the\tthough the\tthro\ttick :\tto _ '
        'end\tto _ new\ttoge now\ttogether now\ttowa\ttowa _ unde\ttowa you\ttowards\ttowards you\tunde _ gu'
        'ar\tvisi to\tvisible to\twas book\twas booked\twas retu\twas returned\twe _ comp\twe _ ever\twe _ r'
        'est\twe stepped\twe swap\twe swapped\twere\twhen you\twhere\twhil you\twhile you\twipe _ $\twish _ a'
        'nd\twith full\twith that\twith them\twork ,\twork sinc\twron _ addr\twron by\twron date\twrong by\tw'
        "rong date\tyes _ it's\tyou' _ refu\tyou' _ set\tyour _ card\tyour _ cred\tyour _ once\tyour alon\t"
        'your exam\tyour mach\tyour machine\tyour room\tyours alone\t'
    ),
    0.12: (
        "$ _ $\t$ _ back\t, _ gone\t, _ phot\t/\t0 _ cust\t: _ bill\t: _ bug\t: _ got\t: you'\t^ _ lena\t^ _ r"
        'eme\t^ _ tuit\t^ clos\t^ patched\t^ trac\t^ tracking\tacco for\taccordingly\taccounted\taccounted f'
        'or\taddr is\taddress is\tagai _ it\tagai and\tagain and\tall _ have\tamou _ cred\tan issu\tan issue'
        '\tand _ comp\tand remo\tand removed\tand rest\tand yes\tare _ norm\tare _ wher\tare gree\tare green'
        '\tarri and\tarrived and\tas _ noon\tat _ -\tat _ door\tat _ requ\tbar\tbask\tbasket\tbeen _ whol\tbee'
        'n lift\tbeen lifted\tbill _ and\tbill and\tboarding pass\tbook on\tboth _ the\tboth you\tbuye clai'
        '\tchan $\tchar _ erro\tclos this\tconfirmation\tcont ende\tcontract ended\tcred on\tdeliveries\tdoo'
        'r\tdoub _ for\tdoub bill\tdouble billing\tdouble charge\texch _ a\texists $\tfull _ back\tfull _ o'
        'f\tfull bars\tfund _ rest\tgood on\thas _ with\thas it\thas land\thas landed\thas sent\thave _ remo'
        "\theat _ on\thold _ off\ti _ do\ti'm _ that\tin $\tin _ hand\tin _ orde\tin by\tin lisb\tin lisbon\ti"
        "s fine\tis repa\tis repaired\tisn' _ any\tit from\tlaps $\tlapsed\tlapsed $\tlast cent\tleak _ the\t"
        'letterbox\tlift $\tlifted $\tlisting is\tlong _ issu\tlong _ to\tlong an\tlonger an\tmach is\tmachi'
        'ne is\tmade you\tmastercard\tmatch\tmemb is\tmembership is\tmete _ been\tmete has\tmeter has\tmile '
        'from\tmiles from\tminutes ago\tmissed\tmore _ the\tmove _ off\tno _ an\tnormal $\tnormally\tnow _ t'
        'he\tof noon\toff for\ton all\tor _ you\torde _ comp\toriginally\tout your\tpaid _ to\tplac ,\tplac _'
        ' $\tplace ,\tplay _ agai\tquic upda\tquick update\trece\treim for\treimbursed for\treset $\tresy\tri'
        'de $\trigh _ this\trigh name\tright name\trout at\trouter at\tsati $\tsatisfied\tserv _ your\tshow '
        'only\tshut _ out\tshut you\tsigned\tsinc _ ,\tsinc _ nigh\tsinc last\tsince last\tsir\tsofa _ the\ts'
        'peeds\tspotless\tstal _ on\tstil open\tstop $\tstop and\tstopped $\tstopped and\tstre _ back\tstrea'
        'k is\tstud disc\tstudent discount\tsusp _ is\tten toda\tten today\tthat _ didn\tthe _ betw\tthe _ '
        'parc\tthe _ regi\tthe defe\tthe films\tthe mist\tthe play\tthe repair\tthe spoi\tthe spoiled\tthe t'
        'axi\tthei enti\ttheir entirety\tto $\tto _ lett\tto _ mast\ttoke on\ttoken on\ttrou _ your\tunde _ '
        "old\tused\tusername\tusin _ phot\tvisi agai\tvisible again\twas repl\twas replaced\twe _ conf\twe'v"
        " refu\twe've refunded\tweek _ your\twheel\twon' find\twon't find\twork with\twron _ code\ty'al are"
        "\ty'all are\tyou _ nigh\tyou _ thei\tyou can\tyou orig\tyou originally\tyou your\tyou' _ reim\tyour"
        ' _ tabl\tyour bookings\tyour heat\tyour mast\tyour mastercard\tyour warr\tyour warranty\t£ _ to\t'
    ),
    0.13: (
        ', _ buye\t, _ r\t, player\t, same\t0 back\t[\t[ _ ]\t]\t^ _ app\t^ _ card\t^ _ greg\t^ _ lice\t^ other'
        '\t^ root\ta and\tall _ -\talon\talone\tand _ deli\tand _ free\tand _ over\tand _ put\tand arrived\tan'
        "d installed\tapp _ you'\tappe ,\tappeal ,\tare oper\tare operational\tare runn\tare running\tback "
        '_ life\tbank _ on\tbe fixe\tbe fixed\tbeen hono\tbeen honoured\tbeen repa\tbeen rest\tbeen restore'
        'd\tbirt _ your\tbook ,\tbroa is\tbroadband is\tcame _ at\tcame reco\tcamera records\tcanc _ the\tca'
        'ncelled\tcard _ agai\tcare _ the\tcarr your\tcarries your\tcart\tcaus :\tcause :\tclean\tcloses\tcol'
        'l the\tcollected the\tcomplete\tcons it\tconsider it\tcopy in\tcred reco\tcredit record\tcredited '
        'to\tdefect\tdeli _ inst\tdeli _ sign\tdelivering\tdo _ stil\tdoor _ reco\tdoor came\tdoorbell came'
        'ra\tdrai\tdrop _ $\telim $\teliminated $\texch _ ,\tfaul _ your\tfinished\tfor _ us\tfrom us\tgrea\tg'
        'reat\tgreg\thad vani\thad vanished\thas _ hono\thas had\thave _ look\thist $\thistory $\thono\ti _ t'
        "ell\ti have\tin one\tinte _ your\tis _ succ\tis out\tis whol\tis whole\tit's righ\tit's right\tit's "
        "stan\tit's standing\tkey work\tkey works\tlamp was\tlife\tline _ at\tline _ clea\tlive\tlogi ,\tlogi"
        'n ,\tlong exis\tlonger exists\tmapp\tmapping\tmembership\tmiss\tmiss cash\tmissing cashback\tmone _'
        ' in\tmoney is\tmore _ i\tneve aske\tnever asked\tnew _ work\tno _ exis\tof whic\tof which\toff _ ca'
        'rd\told tari\told tariff\ton _ cont\ton _ road\toperational $\tour engineers\touts _ hous\tpaym re'
        'tu\tpayment returned\tplay conf\tplayer confirms\tpock $\tpocket $\tpost to\tprem plan\tpremium pl'
        'an\tprob _ solv\tpurc pric\tpurchase price\tpush the\tpushed the\tput _ your\tputs _ righ\tquar\tqu'
        'arantine\treco _ nigh\treco at\trecords at\trefunded you\tremo the\treported $\trewa\troot\truns _ '
        '$\tsave _ repa\tsettles\tside now\tsign _ back\tsinc _ move\tsinc mond\tsince monday\tsize _ and\ts'
        "moothly\tso no\tso you're\tsome had\tsort\tstra away\tstraight away\tsubs _ been\tsubs has\tsubscri"
        "ption has\tswap _ the\tswit _ ,\ttake care\ttenant\tth _ you\tthat kept\tthat's sorted\tthe _ fold"
        '\tthe _ lett\tthe _ lost\tthe _ tick\tthe _ view\tthe mapp\tthe mapping\tthe missing\tthe ther\tthe'
        ' thermostat\tticketed ,\tto _ bars\tto _ libr\tto life\ttracked\ttrou\ttrouble\tur _ is\twallet $\tw'
        'as fixe\twas fixed\twas miss\twas missing\twas tran\twe _ back\twe trac\twe tracked\twebs _ up\twho'
        'l agai\twhole again\tworry\tyes ,\tyou does\tyou sinc\tyou since\tyou under\tyour _ agai\tyour broa'
        'dband\tyour cash\tyour lice\tyour licence\tyour logi\tyour login\tyour premium\tyour prepaid\t'
    ),
    0.14: (
        ', _ incl\t, _ me\t, _ reac\t, user\t/ _ ,\t0 gb\t: _ void\t: i\t: your\t^ _ addr\t^ _ depo\t^ _ inci\t'
        '^ your\ta _ any\tacco alre\tacco with\taccount\taccount $\taccount already\tacti _ on\taddr on\tadd'
        'ress on\tall our\tamou _ in\tare done\tb ,\tbeen back\tbeen unbl\tbeen unblocked\tbook _ as\tboth\tb'
        'ut\tcame _ you\tcard :\tchan is\tcharged in\tclos _ your\tcode _ take\tcompleted the\tcont _ then\t'
        'cont sinc\tcontrol since\tcred\tcust line\tdebi _ has\tdebi _ your\tdema $\tdema ,\tdemanded $\tdem'
        "anded ,\tdid _ get\tdoma\tdomain\tdon' _ abou\tdon' _ any\tdon' worr\tdon't worry\tdrive\tever _ on"
        '\texis _ more\texis any\texist any\tfee ,\tfixe and\tfixed and\tfold\tfoll your\tfollowing your\tfre'
        'e now\tfreely\tfreely now\tfrom _ 0\tfrom our\tfull rest\tfurt is\tfurther is\tgb\tglid\tglid _ now\t'
        'glid free\tglides\tglides freely\tgood _ your\thanded it\thas _ stop\thas _ unbl\thave _ more\thav'
        'e a\thave reme\thave remedied\thist has\thistory has\tin _ now\tin _ reco\tinstalled and\tinvo _ v'
        "oid\tis _ off\tis _ too\tis solvd\tisn' _ prob\tisn' a\tisn't a\tit _ and\tit _ noon\tit at\tit used"
        "\tit's void\tit's work\tit's working\tleft to\tlivi\tlivi room\tliving\tliving room\tloya\tloyalty\tl"
        'ugg\tluggage\tmade _ by\tmare _ the\tmatt _ been\tmerg ,\tmiss now\tmissing now\tmist invo\tmistake'
        'n\tmistaken invoice\tmoney returned\tmore _ on\tmorn\tmorning\tneed _ worr\tnews ,\tnot _ has\tnot '
        'bill\tnot billed\tof _ a\toff $\told _ numb\ton _ righ\torde _ plac\tothe _ are\tour _ mend\tout _ '
        'stra\tout with\tover :\tplan _ runn\tplan the\tplaned the\tpoin and\tpoints and\tpopp the\tpopped t'
        'he\tprob _ more\tprob any\tproblem any\tput _ bed\trema _ us\trema with\tremains with\trenewed\trep'
        'a _ afte\trepl _ faul\trest _ 0\trigh _ our\tscrews\tset _ the\tshopping\tshou _ ,\tside $\tsink\tsi'
        'nk _ repa\tsink was\tso _ all\tsolv and\tsolved and\tstands in\tstol _ card\tstol gift\tstolen gif'
        't\tstra and\tswit back\tswitched back\tsync _ for\tsync works\ttari is\ttariff is\ttax\tthat _ arri'
        '\tthe _ char\tthe _ coll\tthe _ pric\tthe _ went\tthe doorbell\tthe duplicate\tthe mistaken\tthe p'
        "ict\tthe runn\tthe runner\tthe wron\tther anyt\tther isn'\tthere isn't\tthis _ with\tthis conv\tthi"
        's conversation\tthro _ and\tthro out\tthrown out\ttick _ ,\tto reso\tto resolve\ttoge\ttogether\ttr'
        'ansformer\tturn _ and\tunde _ sink\tvoid _ and\twas exch\twas exchanged\twas repaid\twash\twe _ ou'
        "t\twe'v _ paid\twere _ bill\twere _ to\twher\tyest and\tyesterday and\tyou _ amou\tyou in\tyou with"
        'out\tyour _ depo\tyour _ seat\tyour livi\tyour living\tyour test\tyour tuit\tyour tuition\tyour £\t'
    ),
    0.15: (
        ', _ mess\t, _ site\t, _ was\t, exac\t, exactly\t, spee\t- book\t0 less\t0 lessons\t: new\t^ _ anyt\t^'
        ' _ home\t^ _ irre\t^ _ pare\t^ _ plea\t^ _ sum\t^ _ topp\t^ alth\t^ although\t^ merg\t^ merged\t^ ot'
        'he\ta stal\ta stale\taddr _ is\tall syst\tall systems\tand _ more\tand _ orde\tand _ prop\tand _ pu'
        'rr\tand _ show\tand rele\tand released\tanym $\tanymore $\tas agre\tas agreed\tas good\tback _ its\t'
        'been rede\tboar pass\tboth _ $\tbro\tbut _ prob\tbut this\tcan _ and\tcan sign\tchar _ been\tchar o'
        'f\tcharge\tcharge of\tcharged\tclai _ $\tclos\tcomp as\tcomplaint as\tcorrect now\tdebi\tdisc is\tdoo'
        'r _ noon\teffect\teuro to\teuros to\texac as\texactly as\tfee ?\tfini\tfor _ canc\tfull _ in\tfull o'
        'per\tfully operational\tgood ,\thad seen\thas _ its\thas _ repl\thave _ from\thear _ on\ti just\tin'
        'st at\tinstalled at\tirre\tirregularity\tis _ on\tit _ lost\tit belongs\tkey $\tlift the\tlimit\tloc'
        'k _ your\tlock was\tlogi loop\tlogin loop\tloya _ were\tmatches your\tmerg _ rele\tmone is\tmore _'
        ' your\tmore sinc\tmore since\tnewsletters $\tnigh _ more\tnois _ your\tnot _ more\tnot any\tnoth m'
        'ore\tnothing more\tnow _ all\tnow _ brou\tnumb now\tnumber now\topen _ you\torde hist\torder histo'
        "ry\tplayer's\tpoin were\tpoints were\tprob _ fixe\tproblem is\tpurr\tpurring\tput righ\tput right\tr"
        'efu _ arri\trefunded your\trega _ comp\tremo from\trigh _ last\tseat are\tsens\tsensor\tshou $\tsho'
        'u now\tshould now\tsign _ so\tsignature ,\tsim now\tsinc _ 0\tsinc _ morn\tsinc this\tsince this\ts'
        "pee _ to\tspee back\tspel\ttari and\ttariff and\tthat been\tthat's all\tthat's been\tthe _ out\tthe"
        ' _ unit\tthe clash\tthe crash\tthe extr\tthe extra\tthe free\tthe irre\tthe irregularity\tthe tric'
        '\tthe trick\tthe €\tthereby\tthey thre\tthey threw\tthis prob\tthis problem\ttitl _ the\ttopp up\tto'
        "pped up\ttrick\tup _ writ\tuse _ card\twall and\twallet and\tway of\twe'v topp\twe've topped\twere "
        "righ\twere right\twhic _ this\twish ,\twithheld\tworries ,\tyou' free\tyou're free\tyour seat\tyour"
        ' tv\tyour wash\t'
    ),
    0.16: (
        ', _ retu\t, job\t, refe\t, reference\t, wipe\t, wiped\t- out\t0 euro\t0 euros\t^ _ dama\t^ _ free\t^ '
        '_ root\t^ _ stre\t^ _ subs\t^ havi\t^ having\t^ norm\t^ normal\t^ yes\ta _ refu\tand ,\tand _ got\tan'
        'd _ wher\tand no\tannu\tappear again\tapplied\tapproved\tare glad\tare stil\tare still\tarri melt\ta'
        'rrived melted\tas _ agai\taske _ we\tbank on\tbeca we\tbecause we\tbeen rewi\tbeen rewired\tbeen u'
        "phe\tbeen upheld\tbill _ show\tbill's\tbroa\tbuff\tbuffering\tcall _ let\tcalling to\tcanc on\tcance"
        'lled on\tcare _ $\tcare _ it\tchar _ 0\tcharger\tclas is\tclos prop\tcloses properly\tcont _ on\tcr'
        'ea _ arri\tcrea that\tcream that\tcycl ,\tcycles\tcycles ,\tdeal _ ,\tdevi agai\tdevice again\tdidn'
        ' _ to\tdisc\tdoll _ on\tdropped off\terased\terro you\terror\terror you\texists\texpi _ we\tfee _ wa'
        'iv\tfee back\tfiles without\tfor _ taxi\tgive it\tgot _ of\tgot rid\thapp stre\thappy streaming\tha'
        's _ retu\thas _ rewi\thas _ uphe\thija\thija _ and\thija out\thijacker\thijacker out\thour in\thour'
        "s in\ti'm call\ti'm calling\tin ,\tis _ more\tit _ thre\tit toda\tit today\tit went\tits _ agai\tlik"
        'e\tlol\tlol ,\tlovely ,\tmade whol\tmade whole\tmatc the\tmatch the\tmelt $\tmelted $\tmete _ $\tmore'
        ' _ pay\tmore to\tnobo _ see\tnorm _ has\tnorm serv\tnormal service\tnot appe\tnot appear\tnow carr'
        '\tnow carries\tobst\tobstacle\tof _ 0\told number\ton _ even\ton _ prof\ton now\topens\torig meth\tor'
        'iginal method\tphon agai\tphone again\tphot _ back\tphot has\tpoin _ been\tport ,\tport _ your\tpo'
        'rtal accepts\tprov cred\tprovisional\tprovisional credit\tput _ righ\tput the\treac _ yest\trece '
        '_ $\tregister\treis $\treissued $\trema ,\trema _ and\trepl _ has\treservation\trestart the\trewi\tr'
        'ewi $\trewired\trewired $\trigh _ is\tsola\tstre now\tstreet now\tsum _ £\ttake _ numb\tthat _ melt'
        '\tthat arri\tthat arrived\tthe _ sent\tthe _ sim\tthe coll\tthe gas\tthe hija\tthe hijacker\tthe mi'
        'x\tthe obst\tthe obstacle\tthe prov\tthe provisional\tthe subscription\tthur and\tthursday and\tti'
        'me _ but\tto _ unde\tto call\tunwa news\tunwanted newsletters\tup ever\tup every\tupda _ we\twatch'
        "ed it\twe refu\twe refunded\twe'v stop\twe've stopped\twere _ abou\twill _ appe\twith _ :\twith _ "
        "acco\twithdrawn 0\twork fine\tworks at\tworr abou\twrap\twron entr\tyou _ ,\tyou' been\tyou' noti\ty"
        "ou'll notice\tyou've been\tyour _ batt\tyour _ been\tyour _ emai\tyour _ has\tyour stan\tyour sta"
        'nding\t'
    ),
    0.17: (
        ", _ day\t, _ good\t, from\t, incl\t, including\t, subs\t, ur\t- _ the\t0 :\t: _ diff\t^ _ son'\tall _"
        ' on\tall sort\tall sorted\tand _ can\tand orders\tapi\tas _ want\tback _ so\tbeen _ with\tbeen elim'
        '\tbeen eliminated\tbeen stop\tbeen stopped\tbeen stru\tbeen struck\tbehi you\tbehind you\tbook in\t'
        'bother\tcalls\tcard _ noon\tchan it\tchanged it\tchar in\tchar wron\tclai _ full\tclea\tclea _ cust'
        '\tcorr $\tcorrectly $\tcred _ elev\tcred _ is\tcredit for\tculp\tculprit\tcust char\tcustoms charge'
        '\tday one\tdays _ on\tdisp _ over\tdropouts\telev days\televen days\templ ,\tencl bill\tenclosed bi'
        'll\tengi _ the\texch for\texchanged for\texist $\textra\tfake\tfirs _ your\tfrom _ file\tfrom _ wor'
        'k\tfrom day\tgood\thad expi\thad expired\thas _ full\thave iron\thave ironed\thold is\thold its\thol'
        "ds its\ti'm glad\tincluding\tinvo _ corr\tis _ one\tis left\tis resolved\tis work\tis working\tit t"
        'his\tjune _ been\tkids\tknow if\tlibr\tlibrary\tligh _ ,\tlisb righ\tlisbon right\tlist _ your\tlobb'
        '\tmask\tmasks\tmatchmaking\tme _ the\tmisp\tmistake\tmone _ sitt\tmone retu\tneve want\tnever wanted'
        '\tnoth will\tnothing will\tnow read\tnow reads\ton _ encl\ton _ octo\ton _ you\tone on\tout _ wrin\t'
        'over _ been\tover has\tper your\trece by\tremi ,\tremo _ your\trepl ,\treplaced ,\trese $\treso _ c'
        'los\tsee _ $\tservices\tshow _ 0\tsmoo\tstat _ been\tstat has\tstatement has\tswit _ the\ttake _ by'
        '\ttake _ of\ttaken\ttena\tthe _ havi\tthe culp\tthe culprit\tthe fals\tthe false\tthe misp\tthey use'
        'd\tthrown\ttick $\tticket closed\ttime _ on\tto _ old\tto go\twanted is\twe _ iron\twe repaired\twe '
        "thre\twe threw\twere _ toda\twon' _ char\twrin\twrinkle\twron _ of\tyest\tyou had\tyou out\tyou this"
        '\tyour _ book\tyour _ gift\tyour _ mach\tyour _ went\tyour _ yest\tyour cancelled\tyour channel\ty'
        'our photo\tyour prog\tyour progress\tyour rank\tyour smar\tyour smart\tyour suspended\tzone on\t'
    ),
    0.18: (
        ', full\t0 _ as\t0 a\t^ _ rega\t^ _ scre\t^ password\t^y\ta _ ,\ta _ conc\ta sati\ta satisfactory\ta s'
        'eco\ta second\tal\tall ther\tall there\tan _ ago\tand _ ever\tand _ hold\tand it\tand retu\tarri _ y'
        'ou\tarri with\tarrived with\tback _ whol\tbed $\tbeen repaid\tbill _ the\tby mist\tby mistake\tcan '
        'do\tchannel\tclean $\temail is\teuro\teuros\tever penn\tevery penny\tfile are\tfilms\tfina _ you\tfin'
        'e _ with\tfine was\tfix is\tfixe _ the\tfound your\tfrom toda\tfrom today\tgo ,\tgot\tha\thas _ remo'
        '\thave _ an\thour ago\tin _ this\tis _ us\tis undo\tis undone\titem _ your\tlind $\tlindqvist $\tlis'
        'b _ rein\tlisb is\tlisbon is\tout _ ,\toutage affecting\tpaid $\tpark fine\tparking fine\tpay $\tpl'
        'ay agai\tport _ and\tput to\trd $\trebo _ tick\trebo and\trebooked and\treco _ its\treco _ your\tre'
        'fu _ comp\trein\trein _ the\trele to\treleased to\trepa fini\trese _ ,\trest $\trestored and\tretu '
        '_ 0\tretu to\treturned to\trevi _ $\tri\tsati conc\tsatisfactory\tsatisfactory conclusion\tsatisfi'
        'ed ,\tsaturday\tsides $\tsinc been\tsinc the\tsince been\tsince the\tsolv _ good\tsort _ bill\tsort'
        ' your\tsorted your\tstre is\tsurf\tthat _ to\tthe _ fine\tthe _ pane\tthe _ plac\tthe _ retu\tthe n'
        'ew\tthe set\tther now\tthere now\tthis _ your\tthrew\tw\twait _ your\twas made\twe corr\twe correcte'
        "d\twe'v\twe've\twere _ ,\twhat you\twhic _ not\twhol _ and\twill not\twithdrawn $\tyest afte\tyester"
        "day\tyesterday afternoon\tyou requ\tyou requested\tyou were\tyou' _ a\tyou' all\tyou' got\tyou' on"
        "\tyou're all\tyou're on\tyou've got\tyour _ lock\tyour addr\tyour address\t"
    ),
    0.19: (
        ', _ a\t, _ been\t, but\t, chec\t, confirmation\t, poin\t, points\t, sir\t- _ issu\t0 agai\t0 again\t0'
        ' st\t: $\t^ _ furt\t^ _ got\t^ _ undo\t^ hot\ta _ week\table\table to\taccepted ,\tamount\tand closed'
        '\tarre\tarrears\tback _ all\tback unde\tback under\tbeen _ -\tbeen _ thro\tbeen char\tbeen charged\t'
        'been re\tboun\tcanc and\tcard _ be\tchair\tclash\tclass\tcomp _ conf\tcompensation ,\tconf 0\tconfir'
        "mation 0\tdoub _ has\tdrop _ your\terro that\terror that\terror's\tever _ for\tflat is\tfold $\tfol"
        'der $\tfull _ to\tgood to\tgot _ your\thas _ re\thas _ reve\thas _ solv\thas paid\thave refu\thave '
        'refunded\ti _ take\tif _ is\tin erro\tin error\tis over\tit _ stil\tit _ thur\tleak _ your\tleak un'
        "de\tleak under\tlet _ keep\tlibr $\tlibrary $\tlike _ work\tlike it's\tlook _ it's\tmate $\tmiss _ "
        "in\tnoti _ on\to'cl $\to'clock $\tof _ with\ton _ devi\tonce more\topen to\torde go\tout _ the\tpage"
        ' _ the\tpaid for\tpaid you\tpopp\tpopped\tproo of\tproof of\treim _ the\tremi $\tretu _ its\trunn at'
        "\trunning at\tsame seat\tsame seats\tshou _ long\tshou no\tshould no\tsinc _ o'cl\tsince\tspin\tspot"
        ' ,\tst\tstraight\ttexts\tthe _ debi\tthe _ heat\tthe _ name\tthe _ one\tthe _ play\tthe _ st\tthe bu'
        "yer's\tthe defect\tthe glit\tthe glitch\tthe lock\tthe whol\tthe whole\tthis mont\ttook _ a\ttransf"
        'erred\tunbl\tunblocked\twall _ the\twarm\twas rest\twas restored\twate is\twater is\twe put\twith _ '
        "corr\tyest $\tyesterday $\tyou _ 0\tyou _ pers\tyou a\tyou back\tyou no\tyou' cove\tyou're covered\t"
        'your _ 0\tyour _ pin\tyour _ uplo\tyour chec\tyour compensation\tyour listing\t'
    ),
    0.2: (
        ", deli\t, delivered\t, you're\t: it's\t^ _ trai\t^ order\t^ stre\t^ streambox\ta _ toke\tacco :\tacc"
        "ount's\taddr _ been\tand _ card\tand _ coun\tand _ off\tand _ owe\tand _ pays\tand _ runs\tany\tare"
        ' plea\tare pleased\tas _ aske\tas thou\tas though\tbook _ been\tbook has\tboth _ on\tcarr out\tcarr'
        'ied out\tclosing $\tconcluded\tconsider\tcorr now\tcut\tdashboard\tdata _ eras\tdata were\tdoma was'
        '\tdomain was\tdone and\telim\teliminated\temails\terro _ 0\textr\tfini and\tfirs _ it\tfixe last\tfix'
        'ed last\tfrom this\tfull reso\tfully resolved\tfun\tfurt _ need\thas _ conn\thas its\thous is\thous'
        'e is\ti lift\ti lifted\tif _ look\tin _ mail\tin _ wall\tinte of\tis _ reso\tit fixed\tit sort\tit s'
        'orted\tits fixe\tits fixed\tlaps\tlift _ your\tlove $\tmone and\tmoney and\tname _ your\tnight\tnow '
        'have\tnow reso\tnow resolved\ton 0\ton _ the\ton satu\ton saturday\topen for\towe _ $\towe noth\towe'
        ' nothing\tpaid in\tpaym _ you\tperfectly $\tpin is\tplay with\tplay without\trefu _ gone\treis ,\tr'
        'eissued ,\trepa $\trest your\trid\trid of\trunn agai\trunning again\tsim is\tsolvd\tsound\tsqua $\tst'
        're :\tstreambox\tstreambox :\tsyst and\tsystem and\tthat vani\tthat vanished\tthe _ brou\tthe _ mo'
        'de\tthe _ mont\tthe failed\tthe full\tthe hack\tthe miss\tthe veri\tthe verification\tthro $\tthrou'
        'gh $\ttill now\tto _ %\tto _ neig\tup agai\tup again\tvoid $\twant is\twas deci\twas decided\twas sw'
        "ap\twas swapped\twe _ plea\twe _ toge\twere eras\twere erased\twith _ requ\twon' see\twon't see\two"
        'rk $\twron _ from\tyou look\tyour _ retu\tyour dashboard\tyour game\tyour trai\tyour train\tyour v'
        'at\t'
    ),
    0.21: (
        ', _ your\t, toge\t, together\t- two\t^ _ find\t^ _ issu\t^ _ lost\t^ _ made\t^ _ numb\t^ reme\t^ rem'
        'ember\t^ sing\t^ single\tall $\tall done\tamou _ eur\tand _ rece\tand _ thre\tanyt else\tanything e'
        'lse\tbad _ and\tbala _ back\tbe char\tbe charged\tbusi\tbusiness\tbut _ have\tcanc sale\tcancelled '
        'sale\tcard got\tchar\tconcern\tcorr _ agai\tcred 0\tcredited 0\tcut -\tdata _ been\tdoor _ and\tende'
        ' well\tended well\teras from\terased from\tever one\tevery one\tfee and\tfollowing\tfor _ scra\tfun'
        'd were\tfunds were\thand and\thas _ rele\thave paid\tin _ usua\tin your\tinvestigation ,\tit _ :\tj'
        'ust\tlag $\tleve 0\tlevel 0\tloya poin\tloyalty points\tmatc _ pass\tmatc your\tmerg and\tmerged an'
        'd\tmist or\tmistake or\tmr _ $\tneve _ is\tno furt\tno further\tnow _ as\tobligations\ton _ canc\ton'
        ' _ up\tonly your\torde _ as\torde has\torder has\tour _ call\tour inve\tour investigation\tour obl'
        'i\tour obligations\tplus\tpm _ so\tpock\tpocket\tprof has\tprofile has\trecovered\trefu _ of\trefu a'
        's\trefunded as\trein with\treinstated with\tremoved the\tresolved $\treturned $\trigh on\trigh one'
        '\tright on\tright one\tsafe trav\tsafe travels\tsale _ refu\tscreenshots $\tsell has\tseller has\ts'
        "ing _ -\tsing sign\tsingle sign\ttech repl\ttechnician replaced\tthat _ comp\tthat's the\tthe _ b"
        'ook\tthe _ now\tthe fres\tthe fresh\tto _ righ\tto it\ttoge with\ttogether with\ttrav $\ttravels\ttr'
        'avels $\ttues _ so\twhet _ was\twhic _ your\tworks\twron _ fee\tyou _ full\tyou aske\tyou asked\tyo'
        'ur _ disc\tyour _ myse\tyour _ reco\tyour concern\tyour list\tyour pers\tyour personal\tyour rese'
        '\tyour reservation\t'
    ),
    0.22: (
        '&\t, _ leve\t, heat\t, heating\t, ligh\t, light\t, old\t0 _ morn\t0 _ toda\t^ _ bouq\t^ _ clou\t^ _ d'
        'ash\t^ woul\t^ would\tacco you\taccount you\tagai _ any\tagai _ ever\tagai _ of\tago $\tall of\tand '
        '_ acco\tand call\tand calls\tare _ free\tare canc\tare cancelled\tat _ prem\tbeen exec\tbeen execu'
        'ted\tbeen rect\tbeen rectified\tbeen wipe\tbeen wiped\tbouq\tbouquet\tburg\tburger\tcall list\tcan _'
        ' worr\tcanc free\tcancelled free\tcard 0\tchannels ,\tcomplete and\tcred _ ,\tdedu\tdeleted your\td'
        "epo and\tdeposit\tdepot and\tdialled\tdidn _ are\tdoct bill\tdoctor's bill\tflow _ no\tfoun your\tf"
        'ull _ has\tfull reim\tfull reimbursement\tgave _ to\tgo $\thad _ jamm\thapp _ $\thas _ exec\thas g'
        'one\thavi been\thaving been\thome _ our\ti writ\ti write\tis _ sinc\tis reso\tissue\tlicence\tload\tm'
        'end it\tmended it\tmist\tmone back\tmove you\tmoved you\tname was\tnigh\tnow showing\tnumb off\tnumb'
        'er off\toff _ call\told numb\ton _ netw\tont\touta in\toutage in\tplac _ acci\tprob is\tprof is\tpro'
        'file is\tpurged\treco _ deli\treco is\treco that\trecord is\trefu that\trefu you\tresolve\trest at\t'
        'restored at\troun\tround\truns fine\tsay hell\tsay hello\tsee _ 0\tservice\tstop worr\tstop worryin'
        "g\ttabl _ and\ttable ,\tthat dodg\tthat dodgy\tthat's fixed\tthe _ tran\tthe faul\tthe ligh\tto wor"
        'r\tto worry\ttook thre\ttook three\tup _ ,\twant are\twas waiv\twas waived\twe foun\twe found\twhic '
        'sett\twhich settles\tworr\tworrying\twoul you\twould you\tyou miss\tyou missed\tyour 0\tyour _ at\ty'
        'our card\tyour clou\tyour cloud\tyour page\tyour premises\tyour vouc\tyour voucher\t'
    ),
    0.23: (
        ', play\t, righ\t, right\t, sort\t, sorted\t0 _ cred\t0 _ you\t: wron\t: wrongly\t^ _ defe\t^ _ extr\t'
        '^ beca\t^ because\t^ printer\ta _ but\tall _ $\talre $\talre _ you\talready $\tand _ cred\tand _ fa'
        'ul\tare _ in\tback and\tbeen put\tbeen reis\tbeen reissued\tchee $\tcheers $\tcomp abou\tcompensate'
        'd\tdifference\tdisp _ is\tdupl gone\tduplicate gone\temba ,\tendi _ $\terro _ now\tfeed is\tfinishe'
        "d $\tfor by\tfunc _ $\tfunctioning\tfurt\tfurther\thas _ reis\ti remo\ti removed\ti've move\ti've mo"
        "ved\ti've refu\ti've refunded\tin _ bag\tin _ cabi\tin to\tinst and\tinstalled\tintr _ ,\tintr out\t"
        "intruder out\tis func\tis functioning\tis visi\tis visible\tit shouldn't\tlost _ and\tmade _ righ"
        '\tmark _ reso\tmiss less\tmore _ with\tnow full\tnow fully\topens now\tout\tout $\tout of\tpaid out\t'
        'port acce\tprof _ lift\tprop _ $\trepl the\treplaced the\tretu _ full\trigh _ sinc\trigh _ your\tr'
        'un in\tsame pric\tsame price\tsatu\tsess\tsign _ by\tsolved the\tthe proper\tthe repaired\tthre _ i'
        'ntr\ttook _ whil\ttuit _ the\ttuit for\ttuition for\tuploads\tvalu _ 0\twas _ -\twas _ at\twas re\tw'
        'ate _ ,\tway it\twe crac\twe cracked\twhil but\twhile but\tyou _ afte\tyou _ whol\tyou should\tyour'
        ' _ less\tyour fami\tyour old\tyour voicemail\t'
    ),
    0.24: (
        ', _ move\t, _ over\t, closed\t0 _ issu\t0 issu\t0 issued\t0 mess\t0 messages\t^ _ dupl\t^ _ hicc\t^ '
        '_ mist\t^ _ smar\t^ amou\t^ amount\t^ stuc\t^ stuck\taction\tas _ this\tat noon\taway $\tback _ full'
        '\tbeen swap\tbeen swapped\tboar _ ,\tbooks\tbutt _ what\tbutt does\tbutton does\tcake _ your\tcake '
        'reac\tcake reached\tchec _ card\tclea ,\tcorrectly again\tdraw\tdrawer\tearn $\tearned $\tenjo _ re'
        'st\terro _ have\texpo _ does\tfile _ to\tfile goes\tfor _ drop\tfor _ repl\tfreezer\tfrom _ one\tgo'
        'od _ :\thandset\thas _ appl\thas _ deal\thas _ repa\thas _ rest\thave _ $\tis void\tissue resolved'
        '\tit _ fixe\tit _ this\tit _ you\tit did\tit opens\tit that\tletterbox $\tloop is\tmade _ $\tmess ba'
        "ck\tmoney's\tnew _ we\tnigh agai\tnight again\tno _ poin\tno open\topen _ rema\topen points\tour ca"
        'll\tover _ retu\towe\tphon _ so\tpicked ,\tpoin have\tpoin rema\tpoints have\tpoints remain\tputs\tr'
        'efunded at\trent\troot _ was\truns _ and\tsati\tsatu ,\tsaturday ,\tsign _ ,\tsinc sund\tsince sund'
        "ay\tsorr _ took\tsorr it\tsorry it\tsorted\tsquashed it\tsync work\ttest ok\tthat's everything\tthe"
        ' _ matc\tthe draw\tthe drawer\tthe fami\tthe family\tthe hicc\tthe hiccup\tthe overpayment\tthe pa'
        "st\tto pay\tvoid ,\twas carr\twas carried\twe squa\twe'v _ up\twebh\twebhook\twent _ on\twhol for\twh"
        'ole for\twith _ refu\twron with\twrong with\tyou _ aske\tyour _ room\tyour app\tyour broa\tyour pr'
        'ep\tyour save\tyour team\tyour visa\t£ _ on\t'
    ),
    0.25: (
        ", 0\t, _ lind\t, that's\t, tick\t, ticket\t0 cred\t0 credited\t0 snap\t0 snapshot\t: _ snap\t: _ tod"
        'a\t: it\t^ _ prof\t^ whatever\tacce _ ,\tacti _ $\taddr has\taddress has\tadey ,\tadeyemi ,\tago ,\ta'
        'nd _ run\tand _ were\tand _ you\tand ticketed\tanyt _ come\tapplied to\tare all\tbeen fulf\tbeen f'
        'ulfilled\tbelow $\tbrok chec\tbroken checkout\tcale sync\tclea _ and\tcomes up\tcompensation has\t'
        'doorbell\telse _ up\telse come\telse comes\textr paym\tfixe _ :\tfor ,\tfor _ and\tfulf $\tfulfille'
        'd $\thas _ amen\tif _ else\tin _ plac\tin comp\tit _ morn\tkett on\tkettle on\tlast $\tlive _ $\tmet'
        'e _ your\tmoney back\tmorn ,\tmorning ,\tnow complete\tnow corr\to _ $\tpair with\tpaym reve\tpayme'
        'nt reversed\tplay ,\tplea _ info\tprin _ $\tprof _ been\tprof was\tprofile was\treco has\tresolves'
        '\tset righ\tset right\tship anot\tshipped another\tshou do\tshould do\tsinc i\tsince i\tstre has\tst'
        'ru from\tstruck from\tthat _ do\tthat _ for\tthat _ of\tthat clos\tthat closes\tthat paym\tthat pa'
        'yment\tthat shou\tthat should\tthe corrected\tthe picture\tthe subs\tthem now\tticketed\tto bed\tto'
        'ld _ abou\tuplo are\twe _ anot\tyou _ are\tyou _ play\tyou coll\tyou collected\tyou have\tyour _ r'
        'igh\t'
    ),
    0.26: (
        ', test\t0 _ deli\t0 doll\t^ _ mana\t^ _ stuc\t^ _ trou\t^ _ well\t^ be\t^ resolution\ta hitc\ta hitc'
        'h\taccepts your\taffecting your\tagai _ than\tare toge\tare together\taske ,\tasked ,\tat no\tbeen\t'
        'been paid\tbeen reac\tbefo ,\tbefore ,\tcarr _ ,\tcompensation of\tconf _ on\tcont ,\tcontract ,\tc'
        'oun on\tcounter on\tcour said\tcourier said\tdisputed\tdouble\tentirety\teur 0\tever in\teverything'
        ' in\tfaul _ clea\tfoun _ solu\tfreezing $\tfres _ was\tfurt _ will\tfurt to\tfurther to\tgoodness\t'
        'got _ 0\thas _ dele\thas _ reac\thitc\thitc $\thitch\thitch $\thot _ is\thote _ you\tin _ enti\tin _'
        ' kitc\tin buil\tin build\tit _ fine\tits _ back\tlice\tlog _ as\tlong ,\tlong be\tlonger be\tlost _ '
        'yet\tmist _ is\tnew _ got\tno _ be\tno _ miss\tnot only\tof _ that\toff our\ton _ acco\tone _ has\to'
        'wne and\tpaid the\tplay _ $\tprin is\tprinter is\tprop now\tproperly now\tredr\tredressed\tregard y'
        'our\trela\tresolution :\tsatu is\tsaturday is\tseat _ toge\tsolved it\tsorr we\tsorry we\tswap\tswap'
        ' _ and\tswee\tsweet\tthan good\tthank goodness\tthe 0\tthe _ that\tthe freezing\tthin of\tto _ been'
        '\ttook _ unfa\ttries\tuncl _ your\tuncle\tuncle ,\tunlo for\tunlocked for\tvat _ $\tverification\tvi'
        'sible\twas canc\twas cancelled\twe rega\twe regard\twher it\twhere it\twith _ hitc\tyet _ foun\tyou'
        ' _ mist\tyour problem\tyour stol\tyour stolen\t'
    ),
    0.27: (
        ', _ sati\t, _ time\t0 utc\t: _ ,\t: _ utc\t^ _ brok\t^ _ glit\t^ _ inbo\t^ _ reli\t^ _ webi\t^ over\t'
        "^ they're\tagai :\tagai _ so\tagain :\tand _ on\tat _ addr\tback to\tbadge\tbeen compensated\tbeen "
        'recalibrated\tbeen reve\tbeen reversed\tbelonged\tbelonged to\tbrok _ was\tbut _ own\tcale _ the\t'
        'can go\tcanc flig\tcancelled flight\tcharge for\tchil\tdish _ ,\tdust $\tdusted $\tfor elev\tfor el'
        'even\tgone _ $\tgran _ you\thad not\thands ,\thapp _ but\thappened ,\thas _ cred\thas _ put\tincl $'
        "\tincluded $\tinstallation $\tinto _ it\tissu _ the\tit's _ in\tlimi $\tlimit $\tlogi is\tlogin is\t"
        'long have\tlonger have\tlost is\tno _ have\tnow _ i\ton both\tover _ you\town data\tpaym is\tpaymen'
        't is\trecalibrated $\trest to\trestored to\truns\tseat $\tseats $\tstar _ fini\tstart to\tstru _ yo'
        'ur\tthe _ endi\tthe _ key\tthe display\tto _ last\ttran _ and\tutc\tvali agai\tvalid again\twall\twa'
        's _ blam\twas to\twebi\twebi reco\twebinar\twebinar recording\twelc _ $\twelc back\twelcome back\tw'
        'ent _ to\tyou _ go\tyour _ $\tyour _ cert\tyour _ pict\tyour _ poin\tyour installation\tyour lock'
        '\t问\t问题\t题\t'
    ),
    0.28: (
        ', _ step\t^ _ dire\t^ _ ghos\t^ _ unbl\t^ _ you\t^ subt\t^ subtitles\tacco can\tand _ glad\tand _ p'
        'aid\tand u\tarri _ time\tat your\tbank told\tbe working\tbeen _ righ\tbeen exch\tbeen exchanged\tbo'
        'ok _ morn\tbook this\tbooked this\tcard unbl\tcard unblocked\tclai in\tdeal\tdebited\tdeli to\tdeli'
        'vered to\tdry\tdupl _ was\tengi repa\tengineer repaired\tengineers\tfilm\tfine _ afte\tfixe by\tfix'
        'ed by\tflic\tfor _ with\tgall\tgallery\tghos\tghost\thas stop\thas stopped\tin _ acco\tkey has\tline '
        '_ live\tmix _ up\tmone _ book\tmore $\tmore _ you\tmore for\tof _ frau\toff _ your\ton _ your\ton t'
        'ime\tplan was\tprobelm\tprop\tr\treap\treappeared\trefu your\treso $\trestored with\tseco parc\tsecon'
        'd parcel\tset it\tsett _ your\tshou _ work\tshut\tso _ one\tspee\tstab\tstable\tstanding in\tsubs is'
        '\tsubscription\tsubscription is\tsystems\tthe _ :\tthe _ copy\tthe _ swap\tther _ more\tthis _ now'
        '\ttry _ ,\ttry now\tunde _ same\tvoic is\tvoicemail is\tvoid\twas recovered\twas rect\twas rectifie'
        'd\twith _ now\tyou shou\tyour _ out\tyour acce\tyour access\tyour code\tyour door\tyour gall\tyour '
        'gallery\tyour loss\tyour record\t'
    ),
    0.29: (
        '$ _ retu\t- outs\t: _ has\t^ _ leak\t^ _ save\t^ _ sinc\t^ _ thou\t^ thos\t^ those\ta _ end\tand del'
        'i\tand delivered\tannulled\tanym\tanymore\tare happ\tare happy\tbeen annu\tbeen annulled\tbeen fixe'
        '\tbeen fixed\tbeen patc\tbeen patched\tbooked ,\tbrou _ miss\tcarried\tchan ,\tchar agai\tcold _ $\t'
        'complained\tcontent $\tconv\tdeci for\tdecided for\tdeli and\tdelivered and\tdest\tdestroyed\tdevi '
        '$\tdid _ tric\tdiff has\tdiff of\tdifference of\tdriv brou\tdriver brought\texchanged\tfinally\tfix'
        'e $\tfixe for\tfixed $\tfixed for\tfor _ from\tfor flag\tfor flagging\tgami\tgaming\tgave _ back\tha'
        'pp end\thappy end\thas _ annu\thas _ patc\thit\thome on\thung for\tinst _ down\tinstalment is\tis n'
        'ow\tmist _ the\tmont _ as\tmorn $\tmorning $\tmyse befo\tmyself before\tobjected\tobjected to\ton i'
        's\toper $\tour fix\toverturned and\tpassed $\tpatc $\tpatched $\tphon has\tphone has\trejection\tret'
        'urned the\treve\tsorr _ you\tstra _ $\tteam _ the\tthan _ flag\tthat did\tthat hung\tthe proo\tthe '
        'proof\tthro _ your\tto _ happ\tunder your\twas over\twas overturned\twe _ happ\twe reco\twent _ an'
        'd\twhol _ ,\twith all\twithout any\twron _ was\tyou _ buye\tyou _ for\tyou comp\tyou complained\tyo'
        'u obje\tyou objected\tyour _ will\t'
    ),
    0.3: (
        ', _ gems\t/ s\t0 _ /\t0 gems\t^ _ -\t^ _ blue\t^ _ phon\t^ access\taccess\tagai ,\tagain ,\tall thre\t'
        'all three\tand _ have\tat _ stat\tback on\tblue tick\tcanc _ of\tcarr _ $\tchanged ,\tclie _ ,\tcli'
        "ent's\tcompleted\tcoul _ your\tcredited back\tdidn want\tdidn't want\tdupl\templ\terro _ been\tfaul"
        ' clea\tfault cleared\tfor _ an\tfor half\tfoun _ way\tfull _ noth\tgave you\thalf _ hour\thalf an\t'
        'hand _ you\thas _ set\thear _ us\tin thei\tin their\tits _ home\tjammed\tjust fixe\tjust fixed\tlan'
        'dline\tlock you\tlogged in\tmade _ to\tmbit /\tmbit _ s\tmist _ been\tmist has\tmistake has\tmix\tmi'
        'x -\tmone $\tmoney $\tmute\tmystery\tout ,\toutstanding\treac your\trein _ 0\treleased and\tsorted o'
        'ut\tsquared\tsubs\tsucc _ with\ttax that\tthat _ grie\tthe £\ttran _ the\tuphe and\tupheld and\twait'
        "ing ,\tway home\tyou'\tyour control\tyour land\tyour landline\t"
    ),
    0.31: (
        ', _ cons\t, _ outs\t, mone\t, money\t, signed\t, your\t0 rd\t^ _ cras\t^ _ fix\tacci is\taccident is'
        '\tacco _ 0\tagai _ with\tahea and\tahead and\tat _ :\tback _ plac\tbeen _ in\tbeen _ reso\tbox _ to'
        '\tcale _ $\tchat _ you\tdeli it\texec\texecuted\tfix\tfixd\tflow ,\tfrom thre\tfrom three\thanded bac'
        'k\thave ligh\thave light\tin step\tinco and\tinve ,\tis _ left\tit righ\tit right\tlast _ your\tligh'
        't again\tlisting\tlogi _ fixe\tme on\tmet\tnamed\tneed _ your\tneed on\tneeded on\tnow _ your\touta '
        '_ your\tplayed\tpushed\treceived by\tregi _ the\trele and\trental\trepa and\tsett _ whic\tsetting ,'
        '\tthat one\tthe _ mete\tthe _ rd\tthe abov\tthe above\tthe comm\tthe commission\tthis morn\tthis mo'
        "rning\ttrou with\ttrouble with\tused _ be\twage\twash _ been\twe _ with\twe'v _ it\twher _ used\two"
        'rl $\tyou _ ligh\tyou _ long\tyou name\tyou named\tyou with\tyour _ unde\tyour payouts\t'
    ),
    0.32: (
        ', _ furt\t0 ,\t^ gone\tand _ $\tand _ sinc\tbadg\tban on\tbeen amen\tbeen amended\tbeen appl\tbeen a'
        'pplied\tbonu has\tbonus has\tcorrected your\tcred _ has\tcurr $\tdiff _ 0\tever _ as\thas _ take\ti'
        "'ve corr\ti've corrected\tinvo _ $\tis _ thin\tit :\tmiss _ ,\tmiss _ are\tnew devi\tnew device\tno"
        'w _ so\topen now\tpaym agai\tpayments again\tperfectly\tplay _ ,\trefu went\trefund went\tremedied'
        ' $\trepaid the\tright date\tthat erro\tthat error\tthe api\tther _ go\tther you\tthere you\tthir $\t'
        'thirty $\tthro on\tthrough on\ttwic _ back\twas withdrawn\twere deli\twere delivered\twhic _ been'
        '\tyou _ use\tyou owe\tyou plac\tyou placed\tyour _ hold\tyour froz\tyour frozen\t'
    ),
    0.33: (
        '^ glad\t^ phew\t^ replaced\tacco _ you\tafte our\tafter our\tall _ agai\tand _ clos\tbuyers\tcons _'
        ' done\tcorr one\tcorr to\tcorrected to\tcredited\tcut _ neig\tcut the\tdeli a\teffe\tflows\tfor _ ru'
        'na\tfull ,\tglad _ coul\tglad we\tgree agai\tgreen again\thas repl\thas replaced\tintr\tintruder\tit'
        " done\tjust told\tneig _ out\tneig remo\tneighbour's remote\tof ,\tone sinc\tone since\tovercharge"
        'd\tphew\tphew ,\tplay\trefu _ reac\tremo _ of\tremo out\tremote out\truna\trunaround\tshop fron\tshou'
        "ld $\tspeaker\tsqua it\tthe $\tthe _ £\tthe fees\tthe intr\tthe intruder\tthe neighbour's\tthe runa"
        '\tthe runaround\ttook us\tunde your\tundo $\tundone $\twarr by\twarranty by\twas _ :\twe cut\twe rep'
        'l\twe replaced\twere over\twere overcharged\twron _ on\tyour _ conf\tyour _ fron\t'
    ),
    0.34: (
        ', _ each\t, _ ende\t, fixe\t, fixed\t0 _ back\t^ missing\tacco _ so\tagai sinc\tagain since\tamou _'
        ' $\tany _ ,\tare ,\tare _ now\tare over\tas _ just\tback _ your\tbeen set\tcall _ and\tcanc _ as\tca'
        'nc _ your\tcancelled the\tcase _ a\tclosed ,\tdoor _ $\teach of\temba\tende\tended\terro and\terror '
        'and\tfix _ done\tfund\tfunds\tgave it\thas\tis as\tissued and\tjob _ $\tlast night\tmiles\tnoth _ $\to'
        'ut the\tpage and\tpare lock\tparental\tparental lock\tpaym issu\tpayment issue\tperf $\tpick ,\tpro'
        'b $\tproblem $\treim\trepaired and\tsinc _ the\tsolv it\tsync\tsyncs\tthe drop\tthe four\tthe wallet'
        '\tto _ arch\twas able\twas rein\twas reinstated\twher they\twhere they\tworks as\tyep ,\tyour issu\t'
        'your issue\t'
    ),
    0.35: (
        ', _ usd\t0 usd\t: _ euro\t^ _ arri\t^ reso\t^ solv\tall been\tand\tas _ had\tbeen sett\tbeen settled'
        '\tcash of\tcashback of\tcorrected and\tdesk _ you\tdesk told\tdid\tearn\tearned\teuro ,\teuros ,\tfav'
        "o and\tfavour and\thave fixed\thicc\thiccup\tit's _ agai\tits old\tlist $\tmore\tmother's\tnew _ wit"
        'h\tnoth _ betw\tof _ now\toff _ mark\tour _ work\tput matt\tput matters\tranked\treached you\treact'
        "ivated\tseco _ has\tsell list\tseller's listing\tsinc 0\tsince 0\tso _ clos\tsort out\ttablet\tthe "
        '_ news\tthe city\tthe mark\tthe unwa\tthe unwanted\tunwa\tunwanted\twarr _ has\twas _ and\twith _ n'
        "ew\twith any\tyou earn\tyou earned\tyour mother's\t£ _ ,\t"
    ),
    0.36: (
        ", _ char\t, closing\t, customer's\t: payo\t: payout\t^ _ we'r\ta _ if\tabou is\tabout is\tappl _ yo"
        'ur\tas _ dema\tbeen _ $\tbeen rein\tbeen reinstated\tbeen remi\tbeen remitted\tbill _ has\tcalenda'
        'r\tcert was\tcertificate was\tcomplete $\tconversation\tcrashing\tdata _ rest\tdrai _ ,\teffe from'
        '\teffect from\tever back\texam _ has\tfres\tfresh\tfurt acti\tfurther action\tgone for\thand back\th'
        'as _ remi\tif _ need\tincl the\tincluding the\tinte _ back\tinvoice now\tit _ thro\tlanded in\tlog'
        ' ,\tmoney in\tno _ acti\tno _ visi\tonli _ ,\topen by\tproper\treac _ bank\treme\tremedied the\truns'
        ' ,\tsati ,\tsinc noon\tsince noon\ttook a\twere _ in\twith _ from\twith effe\twith effect\twith tro'
        "u\twithout trouble\tworking now\tyou dema\tyou demanded\tyou' _ the\tyour _ made\tyour _ nigh\tyou"
        'r kitc\tyour kitchen\t'
    ),
    0.37: (
        ', _ fun\t, clai\t, claim\t^ _ took\t^ stat\t^ status\t^ with\tafternoon $\tany _ $\tas\tbala $\tbalan'
        "ce $\tbeen dele\tbeen deleted\tbeen reca\tbug'\tbug's\tchannels\tchapter\tchar _ gone\tconfirmed by"
        '\tcorr _ ,\tcoul _ is\tcred back\tenjo\tenjoy\tfulf\tfulfilled\th _ n\thanging in\thas _ reca\thave _'
        ' now\theal $\thealthy $\theat _ ,\thit _ acco\tis rein\tis reinstated\tis showing\tit _ try\tjust _'
        ' you\tmatc\tmyst\tnew _ in\tnois from\tnoise from\tnow _ you\topen poin\torde you\torder you\tour bo'
        'ok\tpaid _ toda\tpairs\tporc _ $\tre -\trefl\trega your\tsent _ your\tservice $\tshow _ righ\tso do\t'
        'so your\tstre back\tstreak back\tthe register\ttick have\ttickets $\ttickets have\tto card\tto its'
        '\ttoda _ it\twallet\twe _ say\twork now\twrit _ conf\tx _ d\txe\tyou _ anyt\tyou _ stre\tyour _ hit\t'
        'your _ is\t'
    ),
    0.38: (
        ") $\t, gues\t, guest\t, it's\t- on\t^ _ back\t^ _ wate\taffe your\tamen\tamended\tbeen reme\tbeen rem"
        'edied\tboth tick\tboth tickets\tcan open\tcleared up\td$\tdo you\te _ $\thapp ,\thas _ reme\thave _ '
        'made\titem _ $\tkind _ that\tlevels\tlink _ ,\tmade good\tmailbox ,\tnew _ now\tnote that\tnow in\tn'
        'umb _ off\toff ,\toff the\treleased\tremoved\trigh date\tshou if\tshout if\tsinc ten\tsince ten\tswa'
        'pped\tthe _ erro\tthe locked\tthre mont\tto let\twaiv and\twaived and\twith _ the\tworl\tyou _ been'
        '\tyou once\tyour payp\tyour paypal\tyour shipping\tyour store\tyour to\t'
    ),
    0.39: (
        ", _ as\t, _ old\t^ _ corr\t^ everything's\tanyt _ ,\tback\tbank tran\tbank transfer\tby _ is\tby _ "
        "tran\tby acci\tby accident\tby bank\tclea and\tcost was\ti've take\ti've taken\tin _ piec\tin _ rig"
        'h\tis _ any\tis clean\tis up\tlift\tlong _ ,\tlost _ has\tmiss _ your\tmiss from\tmissing from\tn _ '
        "$\tone piec\tone piece\tpaid _ 0\tpiec\tpiece\troom is\tsign for\tsigned for\tthe _ hand\tthere's no"
        "thing\twher your\tyou' in\tyou' see\tyou'll see\tyou're in\tyour gift\tyour lost\t了\t了$\t"
    ),
    0.4: (
        ", when\t^ _ more\ta happ\ta happy\tacti and\tall fixe\tall fixed\tand it's\tban _ your\tcome up\tcre"
        'dit on\tdash\tdepo _ been\tdepo has\tdeposit has\tdisc our\tdischarged our\tdoll\teasy ,\tfee _ $\tf'
        'ini $\thave disc\thave discharged\tjust as\tlast char\tlast charge\tlogi\tlogin\tproblem\tre\tremo\tr'
        "etu _ you\tstan _ $\tswap _ a\tthat's it\tthe instalment\twhic had\twhich had\twithdrawals\twron c"
        'har\tyour dash\tyour tran\t'
    ),
    0.41: (
        '0 dollars\t: )\t: _ $\t: the\t^ _ matc\tacti need\taction needed\tand _ been\tat _ toda\tboth cale\t'
        'both calendars\tcalendars\tclos _ matt\tcorrected $\tfine now\tglad to\there _ the\thot wate\thot '
        'water\tissu _ ,\tminute ago\treactivated $\tresumed $\tsign _ on\tstraightened\tstraightened out\t'
        'subt on\tsubtitles on\tthe _ loop\tthe _ pair\tundi the\tundid the\tus and\twe looked\tyou sign\tyo'
        "u signed\tyou' back\tyou're back\t"
    ),
    0.42: (
        '0 _ are\t^ _ off\t^ _ unlo\t^ _ vacu\tand _ fee\tbank conf\tbank confirms\tbeen reim\tbeen reimbur'
        "sed\tbill _ been\tby _ agai\tcorr _ and\tcrac it\tcracked it\terro has\terror has\tfor _ brok\ti'm "
        "clos\ti'm closing\tit's off\tlost in\tnews :\tnot 0\tnow _ in\tour _ succ\tour fitt\tour fitter\tove"
        'r was\toverturned\trate _ ,\tremains on\trest with\trestored $\tsept $\tserv _ back\tshowing $\tsit'
        't _ your\tsofa\tsucceeded in\tther agai\tthere again\tto _ now\ttopp\ttopped\tus _ the\tvacu\tvacuum'
        '\twork at\tworr _ the\tyou $\tyour database\tyour prob\t'
    ),
    0.43: (
        ')\t, every\t- _ work\t- sent\t[ reso\t[ resolved\t^ _ arre\t^ _ stop\tand dust\tand dusted\tapp $\tas'
        ' _ 0\tas _ the\tbilled\tbloc _ off\tclos ,\tcorr the\tdone _ dust\tdust\tdusted\tenjo the\tenjoy the'
        '\tfine agai\tfine again\tfrom _ orde\thave _ agai\ti _ 0\tinta\tinta $\tintact\tintact $\tis heal\tis'
        ' healthy\tmake _ agai\tmore ,\told _ is\tre _ sent\trefu _ rece\treso ]\tresolved ]\tserv up\tsigne'
        'd in\tthe _ got\tthe brok\tthe broken\tthe site\tto _ door\ttrou _ had\ttrou you\ttrouble you\tupda'
        ' has\tupdate has\twent back\tyou _ sell\tyour bala\tyour balance\tyour corr\t'
    ),
    0.44: (
        ", _ acce\t, _ chec\t, _ foun\t, case\t^ _ outa\t^ money's\tafternoon\tand _ of\tand paid\tbackup an"
        "d\tbeen _ sinc\tdid not\tdon' _ us\tdon' owe\tdon't owe\thome _ $\tit ough\tit ought\ton _ febr\tone"
        ' you\tout _ your\towe _ anyt\towe us\trece _ agai\treplaced it\tshow _ your\tsitt\tsitting\tsmar\tsm'
        'art\tsort $\tsorted $\tthe stuc\tthe stuck\tthis _ ,\tunlocked\tus anyt\tus anything\twas misc\tyou '
        '_ owe\t£ _ is\t已经\t经\t'
    ),
    0.45: (
        'acco unlo\tat nigh\tat night\tbrou your\tbrought your\tcommission\tconfirms\tdata are\tdevice $\tdi'
        "sb ,\tdisbursed ,\tdown to\tgot you\thist\thistory\tisn' it\tisn't it\tkink\tkinks\tmind\tnext _ your"
        '\tnoth outs\tnothing outstanding\tnow _ to\tphon _ agai\tremitted\tremote\tso _ is\tstre _ your\tth'
        'e fund\tthe funds\tthe kink\tthe kinks\twas with\twher _ belo\twhic _ alre\t'
    ),
    0.46: (
        ", with\t0 retu\t0 returned\t^ customer's\tagai _ all\tback wher\tback where\tcompensated $\tcomple"
        'ted $\tcured\thave any\ti reop\ti reopened\tinvo _ ,\tinvo now\tis _ $\tis comp\tissu is\tissue is\tl'
        'ive agai\tlive again\tmiss _ was\tprob\tput _ $\trecalibrated\trele _ fund\treop your\treopened yo'
        'ur\tretu _ your\trings\tsens was\tsensor was\tshows the\tstreaming\tstru\tstruck\twant $\twanted $\ty'
        "ou' _ in\tyou're\t"
    ),
    0.47: (
        ', down\t0 _ your\t^ _ will\t^ _ wron\tacce is\taccess is\tafte $\taway _ your\tbalance\tcomplaint i'
        's\tdemanded\tende on\tended on\tenjo $\tenjoy $\thas _ lift\tis _ full\tis _ now\tmile\tmiss _ were\t'
        'name _ been\tname has\tnow comp\ton _ agai\ton _ tick\treturned\tsettled $\tship _ was\tshut $\tsqu'
        "a _ $\tstre _ ,\tswap your\tswapped your\tthe righ\ttook the\twe'v give\twe've given\tyou couldn't"
        '\t'
    ),
    0.48: (
        '$ _ has\t^ _ done\t^ _ re\tbill has\tdeli 0\tdeli _ :\tdelivered 0\tinstallation\tinventory $\tissu'
        ' reso\tjamm\tlifted\tnot easy\ton _ card\treader\trede\trefu\trele your\treleased your\tshou _ all\ts'
        "ite has\tthre _ ,\twas _ easy\twe'v set\twe've set\twhat it\twoul take\twould take\tyou go\tyour cr"
        'ed\tyour credit\t'
    ),
    0.49: (
        ", _ you'\t, check\t: _ comp\t^ _ drin\tand clos\tas _ was\tclou\tcloud\tcred the\tcredited the\tfoun"
        ' its\tfound its\tlast nigh\tline _ morn\tline this\tmone in\tonli $\tonline $\tphon work\tphone wor'
        'ks\tstopped it\tstra $\tstraight $\tthe _ you\tthis afte\tthis afternoon\tto _ acco\tup and\tvoid _'
        " your\twas rele\twas released\twe'v _ thin\tyes _ it\tyour _ plan\t"
    ),
    0.5: (
        ', toda\t, today\t- free\t:\t@ _ the\t^ yest\tago\tall _ are\tall your\tare chan\tare changed\tboil is'
        '\tboiler is\tcheckout\tdelivered at\tfine\thave put\thonoured\tin _ inve\tmisc $\tnew _ reac\to _ r\t'
        'ou\tpaym of\tpayment of\tplea _ advi\tsitt in\tsitting in\tthat _ ,\tthis tick\tthis ticket\tus if\t'
        'y _ u\tyou _ miss\t'
    ),
    0.51: (
        ', _ acco\t, _ clai\t0 _ sinc\t^ _ bike\tbala\tceas\tceased\tclai _ paid\tend $\thas _ paid\thas sinc'
        '\thas since\thealthy\ti was\tis swit\tis switched\tkind note\tkindly note\tleak and\tnoth furt\tnoth'
        "ing further\town _ are\trepl _ deli\tthe doub\tthe double\tthe shor\tused to\twe'v alre\twe've alr"
        "eady\tyou didn\tyou didn't\tyou off\tyour name\t£\t£ 0\t"
    ),
    0.52: (
        '^ ship\tand cred\tand credited\tas usua\tas usual\tback up\tbeen _ down\tbeen _ out\tbeen remo\tbee'
        'n removed\tboom ,\tcabl was\tcable was\tconfirms that\tdollars\texist\tfitt _ it\tfun $\thave cred\t'
        'have credited\tline has\tno need\tnow shows\ton _ part\tphon _ is\tremo ,\tremoved ,\trepaid $\tsca'
        'n _ at\tspelled\tswapped ,\tthan to\tthanks to\tthat went\tundi\tundid\tvouc _ now\twe _ cred\twe un'
        "di\twe undid\twron _ has\tyou won'\tyou won't\tyour part\t"
    ),
    0.53: (
        'afte all\tafter all\tcarries\tclea $\tclea up\tdisc _ been\tdisc has\tdoub char\texis $\thave reve\t'
        'have reversed\thave sort\thave sorted\there conf\thereby confirm\tpaid\tremoved from\tthat _ out\t'
        "that's you\tthe unfa\tthe unfair\ttrou _ over\ttrou is\ttrouble is\twe _ sort\tyour working\t"
    ),
    0.54: (
        ': _ sent\t^ _ gave\t^ _ €\t^ looks\tby _ engi\tdeli toda\tdelivered today\tfine _ $\tfix _ nigh\tfi'
        'x last\thas been\tit _ ,\tlifted the\tlooks like\tright\tsale is\tsingle\tstop cras\tstopped crashi'
        "ng\tstre _ 0\tthat neve\tthat never\twe'v made\twe've made\tyour number\tyour tickets\t"
    ),
    0.55: (
        '^ _ erro\t^ _ sofa\t^ enjo\t^ enjoy\t^ perm\t^ permissions\ta charm\tand _ sett\tbed\tbehi us\tbehin'
        'd us\tbloc _ our\tcan log\tcancelled and\tcharm\tdeal with\tdealt\tdealt with\tduplicate\teverythin'
        "g's\tfrom _ dead\thas _ rect\tis active\tis noth\tis nothing\tloop\trestart\tselling\tshouldn't\tsol"
        'v _ $\tther _ noth\tthre the\tthrew the\tunbl $\tunblocked $\tundo the\tunlo $\tunlocked $\twork li'
        'ke\tyou _ book\t'
    ),
    0.56: (
        ", sign\tcorr\tdeli _ your\tever _ of\tgood $\thas retu\thas returned\theal\ti've _ you\tjust refu\tj"
        'ust refunded\tlost _ the\tnorm $\tnoth _ take\tonce agai\tonce again\tsuccessfully resolved\tthe '
        'cost\tthis _ been\tto your\twait ,\twe _ it\tyour _ name\tyour free\t'
    ),
    0.57: (
        ', _ happ\t, clea\t^ _ push\tacce your\tall _ ,\tas _ requ\tbeen _ good\tchar for\tgood news\thad _ '
        'your\theat on\theating on\tis onli\tis online\tligh agai\tmade _ whol\tmist and\tmistake and\tof _ '
        'phot\tof £\tprob _ ,\trigh :\tright :\tsolved $\tthat _ the\tto _ and\tto _ wife\twas brou\twas brou'
        'ght\twas lift\twas lifted\tyou the\tyou whol\tyou whole\tyour shop\t'
    ),
    0.58: (
        ", _ back\t^ you'\tand returned\tand work\tand works\tban ,\tchanged to\tdema\tdoub _ is\tgo now\tit "
        "_ paid\tthe corr\tunlocked your\twe'r _ onli\twished ,\tyou and\tyour _ carr\tyour doma\tyour doma"
        'in\tyour prem\t'
    ),
    0.59: (
        '^ _ been\talre\talready\tare off\tbeen _ and\tdata has\tfavo\tfavour\tgone _ and\tin _ favo\tof _ tr'
        'an\toff _ list\toperational\trigh\tsinc thur\tsince thursday\twe paid\twrot _ us\tyou just\tyour fa'
        'vo\tyour favour\tyour inve\tyour inventory\tyour letterbox\tyour ship\t'
    ),
    0.6: (
        ', _ cred\t, enjo\t, enjoy\t^ logi\t^ login\tare _ your\tback _ tues\tbe $\temai _ is\thas _ sinc\tit'
        ' open\tlogi _ work\tlonger\tms $\tnail\tnail it\tnailed\tnailed it\tof _ refu\treached your\tstreet '
        'has\tup _ you\twe took\twrongly\tyour _ work\tyour webs\tyour website\t'
    ),
    0.61: (
        "^ _ lift\t^ _ poth\t^ that's\t^ you've\taddr _ 0\tadvised that\tagai $\tagain $\tbe advi\tbe advise"
        'd\tbeen fill\tbeen filled\tende _ 0\thas resu\thas resumed\tno _ need\tresumed\tserv _ resu\tusd\tyo'
        'u yest\tyou yesterday\tyour agai\tyours again\t€\t€ 0\t'
    ),
    0.62: (
        '=\t^ foun\t^ found\t^已\ta _ ago\tapp and\tcorr _ in\tdeli at\teven thou\teven though\thot\tin as\tnorm'
        'ally $\tof _ and\tsinc we\tsince we\tslee\tsleep\tthat _ you\tunfa\tunfair\twent\twith _ for\t'
    ),
    0.63: (
        ', _ clea\ta love\ta lovely\tall back\tcost you\thand $\thave _ love\tit _ go\ton _ new\tproperly\tre'
        'ctified\trefunded to\treplaced\trigh _ and\twith _ sinc\tyo\tyour hote\tyour hotel\t'
    ),
    0.64: (
        'behi _ $\thave reso\thave resolved\tnot run\toff _ and\tsolv $\ttell _ if\tthe film\twill _ run\tyo'
        'u lost\tyour _ any\t'
    ),
    0.65: (
        ", _ work\t0 mbit\t0 toda\t0 today\t^ _ squa\t^ issu\t^ yay\tfoun it\tfound it\thas _ chan\tit's live"
        '\tmbit\tthat for\tthe stream\tyay\tyay ,\t'
    ),
    0.66: (
        "^ _ clas\tapp _ your\tcall to\tcorr agai\tcustomer's\thall\ti _ e\tis _ you\tis sett\tis settled\tit"
        ' belo\tparc and\tparcel and\tpass and\ttown\twe solv\twe solved\tyour _ bill\tyour numb\t'
    ),
    0.67: (
        '^ dupl\t^ duplicate\tand repa\tdoub book\tdouble booking\tof _ two\trecovered and\trema _ your\tth'
        'e way\t'
    ),
    0.68: (
        ', comp\taddressed\taske $\tasked $\tdisb\tdisbursed\thas _ swap\tstuc _ $\tsucc in\tthe _ tari\twas '
        "_ back\twith every\tyour\tyour _ user\tyour shop's\t"
    ),
    0.69: (
        ', _ reso\t^ consider\t^ credit\tactive\tcare of\tcase clos\tcase closed\tcleared\tfixe the\tfraudul'
        'ent\tg\thad neve\thad never\thit your\tinventory\tis _ prop\towed\tpast $\tpayp\tpaypal\trd\tsing\tso t'
        "his\ttake twic\ttaken twice\tthe fraudulent\tto repo\tto report\twe'v fixe\twe've fixed\t"
    ),
    0.7: (
        '^ account\tacco on\taccount on\tdoes _ it\tdoes what\tfor ya\tis alre\tis already\tis complete\tit '
        "runs\tmatt _ clos\treimbursed\trelieved\tthat's\twas _ this\tya $\tyour _ acce\tyour cour\tyour cou"
        'rse\t'
    ),
    0.71: (
        ': replacement\t^ miss\tand _ as\tby _ on\tdeposit was\tfixe _ our\tfull\tnoth left\tnothing left\tn'
        'ove\tnovember\tyour _ now\tyour _ show\t'
    ),
    0.72: (
        ", _ paid\tagai\tall 0\tand you've\tbeen _ from\tbook is\tbooking is\tbut _ mone\tchar _ $\tcorrecte"
        'd\tfixe _ faul\tgone $\tis hist\tis history\tthan _ tell\tthe _ tax\t'
    ),
    0.73: (
        '^ _ fres\t^ yep\tdone $\thas _ fixe\thave fun\tok $\tturned out\twent thro\twent through\tworks $\ty'
        'ep\tyou was\t'
    ),
    0.74: (
        '^ _ broa\t^ _ prob\tas requ\tas requested\tbeen recovered\tclosing this\tiron\tiron out\tironed\tir'
        'oned out\tlock on\tlove _ $\trank\trestored your\tshow the\t'
    ),
    0.75: (
        "^ _ as\tclea _ the\tdischarged\tglit\tglitch\ton your\toverpayment\trect\twas ,\twith ever\tyou' fin"
        "d\tyou'll find\t"
    ),
    0.76: (
        ', _ ever\taske _ and\tlanded\tpermissions\treim the\treimbursed the\tthe _ 0\tthe inst\twe retu\twe'
        ' returned\twith ,\t'
    ),
    0.77: (
        '^ _ fixe\t^ cons\t^ following\t^ ur\tcomi in\tcoming in\tfami\tour service\trate _ serv\trate our\ts'
        "tan in\tsucceeded\twith yest\twith yesterday's\t"
    ),
    0.78: (
        '^ _ miss\t^ _ now\tcome home\tcorrectly\tok\trepl it\twas transferred\twhat _ shou\t'
    ),
    0.79: (
        ', _ at\tis behi\tis behind\tleft _ buil\tof _ way\tplays\tthe _ no\ttran _ you\t'
    ),
    0.8: (
        ', both\toff\tswap for\tswapped for\twas paid\t'
    ),
    0.81: (
        ': _ was\tare _ agai\tas _ wish\tas of\tcleared $\tfaul _ on\tin _ agai\tnow $\tstopped\ttheo\twhol\tw'
        'hole\twished\tyou neve\tyou never\tyou wish\tyou wished\t'
    ),
    0.82: (
        ': fixe\t: fixed\t^ sort\t^ sorted\tagai _ our\tchild\thas now\tminu ago\ttric $\ttrick $\tyour _ end'
        'e\t'
    ),
    0.83: (
        ", _ this\t^ _ nois\tand you're\tas _ shou\tfrid _ but\trefu succ\trefund successful\tsuccessful $"
        '\twe mana\twe managed\tworr ,\tyour _ as\t'
    ),
    0.84: (
        'as befo\tas before\tfoun and\tfound and\tis _ agai\tissu _ reso\tk\tof _ past\tswap ,\tthing of\tyou'
        'r stor\t'
    ),
    0.85: (
        'anyt _ ?\tclosed as\telse ?\telse _ $\tyou _ off\tyour _ stan\tyour reco\t'
    ),
    0.86: (
        'changed $\tis _ your\treversed the\tvoided\tyour hands\t'
    ),
    0.87: (
        '0 _ has\t^ fixe\t^ fixed\t^ refunded\tagain\talth we\talthough we\thas _ corr\tonli agai\tonline ag'
        'ain\t'
    ),
    0.88: (
        'and _ back\tand _ mone\tit a\tmare\tmare plan\tmarek\tmarek planed\tnoth was\tnothing was\tplaned\tr'
        'efu done\trefund done\tusin your\tusing your\twhen _ call\tyour _ data\t'
    ),
    0.89: (
        ': _ 0\ta _ now\tand _ live\tdead ,\tof them\t'
    ),
    0.9: (
        ', clos\tcale\thung\tmade it\trepa _ 0\tthe _ doll\ttook _ of\ttook care\twith _ righ\twork as\t'
    ),
    0.91: (
        ', _ all\tbeen reactivated\tclosing\tkill\tkilled\trema on\twe did\t'
    ),
    0.92: (
        ', _ had\t^ _ swap\ttaken care\twith you\t'
    ),
    0.93: (
        ', ever\tgiven you\tholds\tnoth _ to\tnow ,\tpatched\t'
    ),
    0.94: (
        ': reso\t: resolved\t^ _ full\tadvi _ the\tback in\tcloses the\thas ende\thas ended\toff _ bill\trei'
        'ssued\tthe spam\t'
    ),
    0.95: (
        '^ ever\tnow been\tresolved your\tto you\tundo\t'
    ),
    0.96: (
        'been full\tbeen fully\tthe neig\tthe right\tyour hand\t'
    ),
    0.97: (
        'misc\tur\twe fixe\twe fixed\tyour _ prof\t'
    ),
    0.98: (
        'all\tand _ work\tfixi the\tfixing the\t'
    ),
    0.99: (
        '^ _ webh\tcan conf\tcan confirm\tfixe _ than\twron _ your\t'
    ),
    1.0: (
        'closed $\tperf\t'
    ),
    1.01: (
        'reversed\twe owed\t'
    ),
    1.02: (
        '^ boom\tas new\tboom\tgood _ new\tgood as\tjust _ that\tpleased\tpleased to\t'
    ),
    1.03: (
        'func\tmanaged\tmanaged to\twipe\twiped\t'
    ),
    1.04: (
        ', _ clos\thave $\tlive $\t'
    ),
    1.05: (
        'has _ thro\tthe correct\t'
    ),
    1.06: (
        "^ all\t^ you're\tadvi that\tis dead\t"
    ),
    1.07: (
        '^ that\tnorm _ $\tsent and\tur _ $\t'
    ),
    1.08: (
        ', _ fixe\tresolved the\t'
    ),
    1.09: (
        'we reso\twe resolved\t'
    ),
    1.1: (
        'clos $\tis live\towed you\tyou has\t'
    ),
    1.11: (
        'agai _ your\tline _ been\tlonger $\tthat fixe\t'
    ),
    1.12: (
        '^ _ reim\tis _ and\tsucc reso\ttech _ the\t'
    ),
    1.13: (
        'a thin\ta thing\tgone\tis righ\tis right\twanted\t'
    ),
    1.14: (
        'exis\t'
    ),
    1.15: (
        "reli\twe'r back\twe're back\t"
    ),
    1.16: (
        'alre _ the\tour _ ?\ttook\t'
    ),
    1.17: (
        "today's\t"
    ),
    1.18: (
        '^ inte\tclos as\tgood _ go\t'
    ),
    1.19: (
        '$ 0\t^ _ runs\thas _ sett\tyour _ sinc\t'
    ),
    1.2: (
        'is gone\tyou wanted\t'
    ),
    1.21: (
        '^ _ had\tis acti\twe _ paid\tyou rece\tyou received\t'
    ),
    1.22: (
        'fixe now\tfixed now\tsquashed\twe cons\twe consider\t'
    ),
    1.23: (
        '^ _ all\t^ issue\t'
    ),
    1.24: (
        '- _ has\tan end\tfixed the\t'
    ),
    1.25: (
        '^ solved\tyou :\t'
    ),
    1.26: (
        '^ _ sort\tagai _ i\t'
    ),
    1.27: (
        '@ _ your\t^ problem\t'
    ),
    1.28: (
        'flow\tlovely\twe _ able\twere able\t'
    ),
    1.29: (
        'just now\t'
    ),
    1.3: (
        'now\t'
    ),
    1.31: (
        'corrected the\tprob _ $\t'
    ),
    1.32: (
        'are back\t'
    ),
    1.33: (
        '已\t'
    ),
    1.34: (
        'undone\t'
    ),
    1.35: (
        'have now\t'
    ),
    1.36: (
        'now show\t'
    ),
    1.37: (
        'off your\t'
    ),
    1.38: (
        "fix work\tit's _ now\t"
    ),
    1.39: (
        'reinstated\t'
    ),
    1.4: (
        'from _ side\t'
    ),
    1.41: (
        '0 ms\tcure the\tcured the\t'
    ),
    1.42: (
        '^ _ and\tit _ frid\tplea to\t'
    ),
    1.44: (
        ', _ conf\tand fixe\tand fixed\tfull _ was\t'
    ),
    1.45: (
        '^ _ $\t'
    ),
    1.48: (
        'acce _ your\trefunded the\t'
    ),
    1.5: (
        'gone from\t'
    ),
    1.53: (
        'happy\t'
    ),
    1.56: (
        'and your\tis off\t'
    ),
    1.57: (
        "remedied\twe'v _ you\t"
    ),
    1.59: (
        'and all\t'
    ),
    1.61: (
        'and the\tany more\tit took\twas $\t'
    ),
    1.62: (
        'been _ back\twaived\t'
    ),
    1.64: (
        'afte we\tafter we\tcan _ in\t'
    ),
    1.65: (
        'any long\tany longer\t'
    ),
    1.67: (
        'was _ out\t'
    ),
    1.71: (
        'at last\t'
    ),
    1.73: (
        ', _ and\tno long\tno longer\trepaid\t'
    ),
    1.77: (
        'for good\tnow that\t'
    ),
    1.79: (
        'withdrawn\t'
    ),
    1.8: (
        'furt _ $\t'
    ),
    1.83: (
        'we repa\t'
    ),
    1.86: (
        'working $\t'
    ),
    1.87: (
        'easy\tis back\twe _ done\t'
    ),
    1.91: (
        '0 paid\t'
    ),
    1.93: (
        'instalment\t'
    ),
    1.96: (
        'it _ your\tonce _ $\t'
    ),
    1.97: (
        'glad\t'
    ),
    2.02: (
        'in full\t✓ $\t'
    ),
    2.03: (
        'and you\t'
    ),
    2.11: (
        '^ everything\t^ prob\t'
    ),
    2.3: (
        ', all\t'
    ),
    2.38: (
        "and you'\t"
    ),
    2.75: (
        'squa\t'
    ),
    3.42: (
        'no more\t'
    ),
}
