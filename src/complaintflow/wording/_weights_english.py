"""Weights of groups, for `likeness`. Written by `python -m tests.wording.learning --write`."""

GROUPS = {
    -3.15: (
        'we will\t'
    ),
    -2.97: (
        'must\t'
    ),
    -2.75: (
        'days $\t'
    ),
    -2.59: (
        'stil _ $\t'
    ),
    -2.54: (
        'started\t'
    ),
    -2.49: (
        'has not\t'
    ),
    -2.46: (
        'insp\t'
    ),
    -2.31: (
        'far\t'
    ),
    -2.2: (
        'soon\t'
    ),
    -2.07: (
        'to _ from\t'
    ),
    -2.06: (
        'the _ team\t'
    ),
    -2.03: (
        'until\t'
    ),
    -2.01: (
        'needs\t'
    ),
    -1.96: (
        '^ _ get\tyet $\t'
    ),
    -1.93: (
        'are _ it\t'
    ),
    -1.9: (
        'when\twhen the\t'
    ),
    -1.84: (
        'we take\t'
    ),
    -1.8: (
        '^ _ not\t'
    ),
    -1.79: (
        'not been\t'
    ),
    -1.74: (
        'once the\trefund $\twe need\t'
    ),
    -1.71: (
        'is _ by\t'
    ),
    -1.7: (
        'understand\t'
    ),
    -1.69: (
        'bein _ $\t'
    ),
    -1.68: (
        'fixe to\tfixed to\t'
    ),
    -1.65: (
        'a _ is\t'
    ),
    -1.64: (
        '\tis not\ttook over\t'
    ),
    -1.61: (
        'examined\t'
    ),
    -1.6: (
        '^ has\t'
    ),
    -1.58: (
        'by frid\tby friday\tis test\t'
    ),
    -1.57: (
        'complaints\t'
    ),
    -1.56: (
        'repl is\tsay $\t'
    ),
    -1.55: (
        'cann\tcannot\t'
    ),
    -1.54: (
        'yet\t'
    ),
    -1.52: (
        'meas the\t'
    ),
    -1.5: (
        'rate _ fixe\t'
    ),
    -1.49: (
        '^ _ othe\t'
    ),
    -1.48: (
        'will be\t'
    ),
    -1.47: (
        'send\tsign $\t'
    ),
    -1.46: (
        "have _ a\thaven't\t"
    ),
    -1.45: (
        '^ an\tis stil\tis still\t'
    ),
    -1.44: (
        'anot _ $\tsafe $\t'
    ),
    -1.42: (
        'a _ on\ttomorrow\t'
    ),
    -1.41: (
        "desk $\tto our\twe'd\twoul be\twould be\t"
    ),
    -1.4: (
        'chec the\theard\t'
    ),
    -1.39: (
        'be _ at\t'
    ),
    -1.37: (
        'is bein\tis being\t'
    ),
    -1.36: (
        '^ whic\t^ which\tonly\t'
    ),
    -1.34: (
        'is _ its\t'
    ),
    -1.33: (
        'requested from\t'
    ),
    -1.32: (
        'sorr $\tsorry $\t'
    ),
    -1.31: (
        '" ,\tread your\t'
    ),
    -1.3: (
        "^ _ hope\tpart of\twe'l\twe'll\tword\t"
    ),
    -1.29: (
        "begu\tbegun\thasn\thasn't\tnext\trevi $\t"
    ),
    -1.28: (
        'case _ open\tsolve\tthat _ was\t'
    ),
    -1.27: (
        '^ _ than\tfound $\tpass _ the\tthe _ goes\t'
    ),
    -1.26: (
        'your _ date\t'
    ),
    -1.25: (
        'can you\tnoted\t'
    ),
    -1.24: (
        'goes _ to\tgoes back\trefunds\t'
    ),
    -1.23: (
        'forwarded\tnot yet\t'
    ),
    -1.22: (
        '^ _ part\tchecking\tgets\thas _ us\t'
    ),
    -1.21: (
        '^ _ woul\tleft our\tme ,\tor\tus that\t'
    ),
    -1.2: (
        'test $\t'
    ),
    -1.19: (
        'look into\tyou say\t'
    ),
    -1.18: (
        '^ _ wish\tabou your\taski\tasking\tif the\trestarted\tyou like\t'
    ),
    -1.17: (
        'and then\t'
    ),
    -1.16: (
        'expe\tnoth has\tnothing has\tthe _ did\t'
    ),
    -1.15: (
        "get _ mone\the\ti'd\t"
    ),
    -1.14: (
        'team $\t'
    ),
    -1.13: (
        'crew\tfor two\treac us\t'
    ),
    -1.11: (
        'marc _ and\tprom to\t'
    ),
    -1.1: (
        'engi are\tengineers are\tnot _ your\tso far\t'
    ),
    -1.09: (
        'up to\twron $\twrong $\tyour feedback\t'
    ),
    -1.08: (
        'and will\tbeen read\thas _ read\tits _ chec\tlike to\tnumb 0\tnumber 0\tolde\tolder\tplea _ us\tunde'
        ' _ $\t'
    ),
    -1.07: (
        '?\t? $\tbeen requ\tbeen requested\thas _ requ\tno fix\twe hope\t'
    ),
    -1.06: (
        ", _ will\tthe _ isn'\t"
    ),
    -1.05: (
        'have not\thelp\tmanager\tus the\twe _ rece\t'
    ),
    -1.04: (
        '^ refe\t^ reference\tregret\tto _ case\twe ask\t'
    ),
    -1.03: (
        'afra\tafraid\taske the\tasked the\tbe _ by\tbe _ in\trefu requ\t'
    ),
    -1.02: (
        'has _ rece\tplease\twithin\t'
    ),
    -1.01: (
        'agai ?\tagain ?\tesca\tgo back\tin _ queu\tnow ?\tphotos ,\tquestion\t'
    ),
    -1.0: (
        '^ _ offe\tat _ depo\tbeen sent\tcancel\thave _ all\tneit\tneither\ttry to\t'
    ),
    -0.99: (
        'him $\tin marc\tin march\tis _ fixe\twill\t'
    ),
    -0.98: (
        'if\tmessage $\tnot _ the\tor _ mone\trestarted the\tsaw it\tsoon $\tthe link\t'
    ),
    -0.97: (
        'near\tthat _ work\t'
    ),
    -0.96: (
        'complaints $\torde numb\torder number\tstil _ on\t'
    ),
    -0.95: (
        'a note\tbest\tdays to\tin _ seco\tment\tmome\tmoment\tpick it\trece your\treceived your\t'
    ),
    -0.94: (
        'chec $\trefu _ a\trefund request\trefundable\tsolv ?\tsolved ?\t'
    ),
    -0.93: (
        'been regi\tbeen registered\tcompare\tdeleting\tfor now\thas _ regi\tlamp $\tothe _ $\treport has\tt'
        'he classroom\tto _ this\t'
    ),
    -0.92: (
        "^ repair\tcan' _ that\tchecking $\tnot _ to\tpart\tpaym in\treac out\ttomo $\ttomorrow $\t"
    ),
    -0.91: (
        'has four\till\treached us\tthe data\tthem _ $\ttonight\t'
    ),
    -0.9: (
        'a\tit down\tmain\tthe _ come\tyet ,\t'
    ),
    -0.89: (
        'as _ say\thope\tneed your\tships\tsubm\tsubmitted\ttried\twith our\t'
    ),
    -0.88: (
        'have aske\thave asked\tout _ stoc\tpend _ your\tto _ it\t'
    ),
    -0.87: (
        'answ $\tat pres\tat present\tnot fixe\tnot fixed\tpriority\tthen _ $\tyou ment\t'
    ),
    -0.86: (
        'hotl\thotline\ti look\tis _ revi\ttari _ been\tthan ,\tthanks ,\twe _ no\t'
    ),
    -0.85: (
        '^ had\tat _ work\tdisp _ now\tnobo has\tnobody has\tplea tell\tplease tell\t'
    ),
    -0.84: (
        'and tell\tbeen conf\tbeen confirmed\thas _ conf\tno sign\tstarts\tthe _ to\t'
    ),
    -0.83: (
        '^ _ into\tbeen open\tbeen opened\tbeen orde\tbeen ordered\thas _ open\thas _ orde\tis tested\tnot\t'
        'notes\toffi\ton its\tplea sign\tplease sign\ttakes\twait for\t'
    ),
    -0.82: (
        ', or\tcomp it\trecorded and\tstor _ $\tthe _ abou\tthe _ pers\tthe form\t'
    ),
    -0.81: (
        "^ _ regr\tapproval\tcond $\tconditions\texam $\tfor 0\thas to\ti've aske\ti've asked\tisn' _ $\tminu"
        ' $\tminutes $\tsave $\tsaved $\tthe _ turn\tto now\tunfo\tunfortunately\tup _ now\twe regr\twe regre'
        't\tyour _ arri\t'
    ),
    -0.8: (
        "^ i'll\tboar $\tboard $\tis stuc\tis stuck\tques $\tsecurity\ttoo earl\ttoo early\t"
    ),
    -0.79: (
        '^ _ deci\tand _ noth\tbeen rece\tbeen received\tis new\treach\trule 0\tthe _ woul\tthe poli\t'
    ),
    -0.78: (
        "can' be\tcan't be\tis _ hold\tmeeting\trestore\tsee if\twe don'\twe don't\t"
    ),
    -0.77: (
        '^ _ ask\t^ prov\t^ provided\task\tdays\tdeadline\texpected\tmatt to\tno _ has\tnoth _ been\tunso\tuns'
        'olved\t'
    ),
    -0.76: (
        '^ _ say\tbeen bloc\tbeen blocked\tenjo _ week\tfar $\thas _ bloc\thave got\tif _ work\tmaintenance'
        '\tnot solv\tnot solved\toffe is\toffer is\tterms\tvers $\tversion $\twhat _ $\tyour weekend\t'
    ),
    -0.75: (
        "been pass\tbeen passed\tbox $\tdon' _ the\tin prog\tin progress\tis too\tour log\tsays\ttell me\tto "
        '_ thin\t'
    ),
    -0.74: (
        ', _ stil\task _ $\tbe\tfixe "\tfixed "\tmean that\tpayment in\tshal\tshall\tsteps\t'
    ),
    -0.73: (
        'be made\tfiled\ton hold\ttwic for\ttwice for\tway to\tyour case\t'
    ),
    -0.72: (
        "can'\tcan't\tcoul not\tcould not\texte\thim\tif i\tlook _ the\tme\tretu labe\treturn label\tsign of\tt"
        'oo _ to\twe _ two\t在\t'
    ),
    -0.71: (
        ', _ may\t^ _ rece\t^ roll\tattention\tbe _ ,\tbeen plac\tbeen placed\tcomp _ it\tdeli was\tdelivery'
        ' was\tfollow\tlog file\tproc\tstre $\tteam _ $\t'
    ),
    -0.7: (
        'deci $\tfran\tfrankfurt\tif your\tin _ cont\tin fran\tin frankfurt\tretu is\tthis to\twas your\tyour'
        ' _ yet\t'
    ),
    -0.69: (
        '^ _ rule\tbe _ for\tbegi\tbill _ to\tcros\tdisk chec\tdisk check\tget the\tgets _ $\tits disk\tnot _'
        ' $\twe unde\twe understand\twith _ hour\twith _ rece\twork again\twrit _ the\t'
    ),
    -0.68: (
        '^ _ chat\t^ part\tanswer\thave arri\thave arrived\tin line\tit _ ?\tlook _ this\tmediator\tpm $\tres'
        'o "\tresolved "\treview $\tstag\twe check\twhil _ chec\t'
    ),
    -0.67: (
        ', _ tick\t^ _ doub\t^ next\ta phot\tapproval $\tare _ for\tdele _ $\tdifferent\tfile _ with\tfixe p'
        "ric\tfor him\ti've _ a\tmana $\tmay be\tmiss $\tmissing $\tpret\tpretend\treproduce\trequ was\treques"
        't was\tsorr to\tsorry to\twe want\t'
    ),
    -0.66: (
        'a _ $\tabout your\tappointment\tcard left\thamb\thamburg\tleav the\tlist as\tsim card\tthe _ once\tt'
        'he nigh\tthre $\tthree $\tto be\tyour fixe\tyour fixed\t'
    ),
    -0.65: (
        ', _ only\t^ _ try\tby _ end\tis _ a\tmean\tmy _ $\tpend\tpending\tprev _ was\trefu _ not\treply\tsame'
        ' for\tsec\tthe _ run\tthe _ step\twe _ chec\twere told\tyour _ lamp\t'
    ),
    -0.64: (
        '"\t^ are\t^ i\'d\tare you\tcontacted\tform $\tinspected\toffe\trema $\tthe deve\tthe developers\tyour '
        '_ requ\t'
    ),
    -0.63: (
        "aim\taim to\tbeen recorded\texamined $\ti'll\tsignature $\tthe mome\tthe moment\ttracing\tunti _ $\t"
        'we know\tyour _ matt\t'
    ),
    -0.62: (
        '0 reop\t0 reopened\t^ _ send\taccounting\tand are\tare not\tbit\tby _ $\tby the\tchoo\tchoose\tfor _ '
        "is\tget\thomes\ti coul\tif you've\tis _ i\tis why\tit into\tmatt _ us\tsee two\tthe stat\ttoni $\ttoni"
        'ght $\twhic _ why\t'
    ),
    -0.61: (
        '^ a\tat _ time\tcome _ the\tdelayed\tfail with\thalf _ the\tinto _ now\tis _ our\tit _ reso\tlast m'
        'ont\tlast month\tlost _ $\tnumb _ $\tplanned\tpossible\tthe top\tunlock\twe _ into\twill _ on\tyour '
        'solv\tyour solved\t'
    ),
    -0.6: (
        '^ _ allo\tallow\tcase\tchec ,\tfirs _ of\thear _ the\tmy _ is\tnot reso\tnot resolved\toffer\tpermis'
        'sion\tplea allo\tplease allow\tthe _ agre\twe than\twe thank\twithin 0\t'
    ),
    -0.59: (
        '^ hang\t^ stor\ta _ befo\tback by\tfor _ mone\tinco $\tincomplete\tincomplete $\tis next\tlogging\to'
        'ne orde\tordered\tplea _ out\tsee _ the\tthan a\tthat _ had\tthe seller\tto _ to\ttoni\tyet _ $\t'
    ),
    -0.58: (
        ', _ cond\t, _ i\t- mail\tappe _ been\tappe has\tappeal has\tcame $\tconditions $\te _ mail\tgone up'
        "\ti'm afra\ti'm afraid\tis _ ?\tlabel $\tlisted\tnone\tnot _ you\tprem _ gone\tprem has\tpremium has"
        '\tques\trepa cost\treplacement is\tthat _ ?\tthe _ shou\tthe _ will\tunti it\tuntil it\tup _ repa\tw'
        'elc to\twelcome to\t'
    ),
    -0.57: (
        'a diff\ta different\ta fixe\ta fixed\tacti\tat home\tbeen chec\tbeen checked\tcentre\tcomm $\tdeli o'
        'n\tfull $\thas _ sent\tit may\tkeep\tlike your\tlook for\tlooking\tothe\tour _ rule\treproduced\tthe '
        '_ shop\ttold the\ttwo\tvisa\twhy\t'
    ),
    -0.56: (
        '^ _ encl\t^ _ us\t^ test\ta _ to\tafte you\tafter you\task for\tbeen _ abou\tcan fix\tcaus $\tcour $'
        '\tdo not\tdocu _ the\tfar from\tgood _ ?\thave _ fixe\thave _ righ\tis far\tknow whet\tknow whether'
        '\tknown\tlook\treplacement $\treturn $\tto refu\tto refund\ttryi\ttryi to\ttrying\ttrying to\tunde _ '
        ',\t'
    ),
    -0.55: (
        ", abou\t, about\t^ _ parc\t^ neit\t^ neither\tbeen told\tcan be\tis _ earl\tit _ mend\tlet'\tlet's\tn"
        'ow _ into\tnow look\tour _ are\trecorded $\trigh ?\tright ?\tthe parc\tthe parcel\tthe same\tupda i'
        's\tupdate is\twas mend\twas mended\twith _ days\twith _ spec\twith _ week\tworkshop $\tyour _ by\t'
    ),
    -0.54: (
        '0 _ nobo\t^ _ uplo\tadde _ the\tafte the\tafter the\tbe rest\tbeen info\tbeen informed\tbegin\tcant'
        '\tfor _ ?\thone\tit _ too\tmond and\tmonday and\tphot of\tplan for\tplanned for\tpolice\trestoring\tt'
        'he _ desk\tthe _ ends\tthe next\tthe part\tthe police\twaits\twaits for\twould\twrit _ you\tyou agr'
        'e\tyou so\t'
    ),
    -0.53: (
        '" reso\t" resolved\t^ is\tam _ it\tamou on\tamount on\tbill _ a\tcall the\tcustomer $\tdiffer\thave '
        '_ pass\tif it\till $\tis atta\tis attached\tis our\tmeas _ line\trefu is\trequ the\tsee _ char\tsorr'
        ' ,\tsorry ,\ttell\tthe whee\tthey _ it\tunti\twill come\t'
    ),
    -0.52: (
        '^ _ log\tamon\tamong\tbe restored\tcomparing\tits _ to\tlyon\tmay ,\tsay _ fixe\ttested $\twe _ aske'
        "\twe restarted\twe'r _ on\twill _ agai\twill _ to\tyou ?\t"
    ),
    -0.51: (
        '^ _ adde\tand shou\tand should\task the\tbe _ back\tbeen file\tbeen filed\tbefo _ is\tchec take\tde'
        'sc $\thas _ file\thas conf\thas confirmed\tis set\tisol\tneed a\tof purc\tof purchase\tone _ is\tord'
        'e the\tordered the\tproo $\tproof $\tred\trepo the\tsell _ that\tset by\twe prom\twithin a\tyour siz'
        'e\t'
    ),
    -0.5: (
        '^ _ appo\t^ _ want\tand _ part\tare list\tare listed\tcase has\tcome from\tfeedback\tfix _ the\thas'
        ' _ be\tin _ days\tinsp $\tmean _ the\tpartner\trefund the\tregr\tsafety\tsent to\ttop righ\ttop righ'
        't\tupdated\twhat is\twrit that\tyou righ\tyou right\t'
    ),
    -0.49: (
        "^ if\t^ we'l\t^ we'll\tbeen aske\tbeen asked\tchec is\tcome _ 0\tcompared $\tcour at\tcourier at\tde"
        'pa $\texpi $\thas _ aske\tin _ file\tin touc\tin touch\tis dela\tletter $\tmade $\topen _ orde\tpaym'
        ' _ back\train\train $\trequ _ $\tsnow\tsorr _ this\tstar on\tthan _ $\tthe rain\tthis _ not\ttime _ '
        "the\tto read\ttold _ the\twant to\twe'v aske\twe've asked\tweek _ $\twill _ in\tyou _ me\tyou agree"
        '\t'
    ),
    -0.48: (
        ", thou\t, though\t^ _ don'\t^ money\t^ plea\t^ please\t^ refunds\ta fix\tbe retu\tbe returned\tbloc "
        '_ it\tcase the\tcourier $\tknow\tlet us\tlogs\tmay\tnobo _ $\tprovider\tpull up\trema open\tremains o'
        'pen\tshif\tshift\tsorting\tthe _ righ\tthis kind\tto look\twe are\twill tell\tyour regi\t'
    ),
    -0.47: (
        ", _ need\tat any\tbe seen\tcont with\tdelete\tfixe _ but\tfollow the\thave _ ques\ti won'\ti won't\t"
        "i'm send\ti'm sending\tinto _ $\tlong _ it\tnext _ $\tno acce\tno access\toffice\tpurc $\tquic $\tre"
        "qu _ the\treso with\tstays\tstep\ttake _ whil\tthe item\twe cann\twe cannot\twe'd _ to\twe'r stil\tw"
        "e're still\tyour report\t"
    ),
    -0.46: (
        "^ once\t^ supp\t^ we'd\tamon thos\tamong those\tbe _ once\tcomm to\tcomp _ firs\tcond\tdecides\testi"
        '\tgoes\thalf of\tis $\tlock _ we\tno proo\tno proof\tpaym _ your\trece $\tregi _ $\tsee why\tsorr _ y'
        'our\ttech _ been\ttech has\ttechnician has\ttick _ is\twe cont\twhil _ look\twill _ back\tyour pre'
        'v\tyour previous\t'
    ),
    -0.45: (
        'an invo\tan invoice\tand get\tcall _ back\tchan _ your\tdela\tdepartment $\tdisputes\tdocuments\tev'
        "en ,\tevening ,\tfirs $\tfirst $\tfor retu\thave told\thelp $\ti'd _ to\tis pend\tis pending\tlasts\t"
        'no _ that\tor _ $\tpend with\tpending with\tquestions $\tread by\tsell _ your\tsend you\tsettings '
        '$\tso _ $\tstep _ of\tthat _ can\tthe fact\ttwo _ $\twe told\twhen your\tyou _ ?\tyour _ mana\t'
    ),
    -0.44: (
        '^ _ do\tabou 0\tabout 0\tassigned\tbeen assi\tbeen assigned\tbeen repo\tbeen reported\tcall _ at\tc'
        'heck is\tcomp _ you\tcust $\tfixe _ week\tfor hold\tfor holding\tforg _ $\tform\thappened to\thas _'
        ' assi\thas _ repo\tholding ,\tnot _ yet\tour work\tour workshop\tpass on\tpend $\tpending $\trequ f'
        'or\tso plea\tso please\tstil _ the\tthan _ hold\tthe rate\tto _ clai\tto ten\tunde that\tverify\twor'
        'k _ ?\tyour is\tyours is\t'
    ),
    -0.43: (
        ', _ or\t^ _ firs\ta refu\ta refund\tacco numb\taccount number\tackn _ of\tackn rece\tacknowledge r'
        'eceipt\task _ your\tends\tforw to\tfoun two\tfound two\tgot _ comp\thear _ you\thold whil\thold whi'
        'le\thow to\tlong avai\tlonger available\tmore than\tnext week\tno _ avai\toffe _ no\tombudsman\ton '
        '_ whil\ton back\tor _ it\tphot _ been\tsear for\tsomewhere\tspecialists $\tstil _ for\tthat it\tthe'
        ' ombudsman\tthen\ttoo _ and\tyear\t'
    ),
    -0.42: (
        ', can\t^ _ me\tacce $\tanyo\tanyone\tbe cred\tbe credited\tbrok $\tbroken $\tflagged\tgive us\ti _ th'
        'at\ti need\tiden $\tmake it\tnot _ that\tnot by\tone _ new\tonly afte\tonly after\tping\treply $\tsea'
        'rching\tsett in\tsettled in\tshow a\tthe shop\tus know\tyou see\tyour _ chec\t'
    ),
    -0.41: (
        '" _ "\t, _ afra\t, yours\t^ _ docu\t^ _ norm\t^ last\tand foun\tand found\tat eigh\tat eight\tatte $'
        '\tattention $\tbeen mend\tbeen mended\tbetw 0\tbetween 0\tcach\tcache\tcard _ the\tdays _ the\tdeliv'
        "ered on\tdigg\tdigging\texpl\tfinance\tis cleared\tisn' fixe\tisn't fixed\tmanager $\tmeasured the\t"
        'note\tof _ has\toffi $\topen _ with\topen a\tred $\tride shou\trider should\twe _ solv\twe _ to\twha'
        't happ\twithin an\twork _ of\tyet to\tyour dispute\t'
    ),
    -0.4: (
        ', advi\t, advised\t, expe\t, expected\t0 hour\t0 hours\t^ assu\t^ assuming\ta mill\ta million\tacce '
        '_ sinc\tand _ me\tassu the\tassuming\tassuming the\tawai\tcan tell\tcancel the\tchecked ,\tdescribe'
        '\tdigi\texam\ti will\tinto it\tis a\tmillion\tnote on\ton _ betw\tpurchase $\trefund is\trepr the\tser'
        'i $\tseriously\tseriously $\tsome\ttemporary\tthan _ mill\tthanks a\tthe _ says\tthe screen\ttick w'
        'as\tticket was\ttill the\tto _ us\tto _ work\ttomo\ttwo _ on\twas _ twic\twe _ exte\tyour power\t'
    ),
    -0.39: (
        '" was\t^ plat\t^ platform\ta _ afte\tacco _ is\tansw _ the\tcan _ a\tcapa\tcapa $\tcapacity\tcapacit'
        'y $\tcopi ,\tdue\tearl to\tearly to\tfar _ solv\tfrom solv\tfrom solved\thang on\thave solv\tholding'
        "\ti can'\ti can't\titems\tmake sure\tmention\ton _ earl\tpartly\tplat _ 0\tplat rule\tplatform rule\t"
        'proo _ purc\trefu _ is\trule $\tsell says\tseller says\tstar _ 0\ttakes a\tthe appe\tthe appeal\tto'
        ' _ take\tunre\tvend\tvendor\tweak\tweek\twill call\tyou mention\t'
    ),
    -0.38: (
        '^ can\t^ restoring\ta code\tam sorr\tam sorry\taske to\tasked to\tbeen exam\tbeen examined\tclau\tcl'
        "au 0\tclause\tclause 0\tclos _ a\tcompany\tdecl $\tdeclined $\tdon'\tdon't\texplains\tfirs step\tfirs"
        't step\tfive\ti read\tinformed\tmech\tmechanic\tmont $\tmonth $\tnobo\tphot _ whic\trema _ $\treports'
        '\trestore the\tthe bank\tthis $\tto _ ever\tturns\ttwo of\twill have\twith an\tyour _ comp\t'
    ),
    -0.37: (
        '0 days\t^ _ come\t^ _ coul\t^ _ read\ta _ in\ta bit\tbe canc\tbe cancelled\tbefo _ boar\tcard that\t'
        "checked the\tclic\tcup\tdoes cove\tdoesn't cover\ti could\ti've pass\ti've passed\tid phot\tid phot"
        'o\tidentity\tin may\tit _ give\tlog _ have\tmay _ a\ton _ for\tpls\tqueu $\tqueue $\tsee what\tthe gr'
        'ou\tthe settings\tthis _ beca\tto _ spec\ttoni _ 0\tupload\tusers\tyour _ stil\t'
    ),
    -0.36: (
        '0 _ unle\t: _ the\t^ _ clai\t^ aske\t^ asked\t^ only\t^ were\talre been\talready been\tand _ your\ta'
        're work\tare working\tat _ home\tbe corr\tbe corrected\tcabl and\tcable and\tcases\tcorr _ will\tes'
        'calated\tevid\tgateway $\thas expi\thas expired\thave sent\tinvestigating\tis _ solv\tissu ,\tit _ '
        'be\tline _ $\tmain that\tmaintains\tmaintains that\tour frau\tour fraud\tour ware\tour warehouse\tp'
        'art is\tpole\tpole 0\tpole _ ,\tpull _ your\tremi _ with\triders\tsure\ttake over\tthe supp\ttight\tt'
        'o _ sure\tto answ\tto answer\twe _ abou\twe _ that\twith _ agen\twoul\tyour _ that\tyour inha\tyour'
        ' inhaler\t'
    ),
    -0.35: (
        ', two\t^ _ the\t^ how\tat this\tback _ a\tcard issu\tcard issuer\tcase _ in\tchec _ and\tclea _ cac'
        'h\tdate for\teith ,\teither ,\texpect\texpired $\tfailed with\tgps\thave _ sent\tis canc\tis cancell'
        'ed\tissu was\tissue was\tissuer\tit ?\tit had\tlook after\tmanufacturer $\tnewe\tno _ is\ton _ way\to'
        'ne more\tonly when\tother\treach you\tread it\tregistered $\tseconds\tstil to\tstill to\tthe _ can\t'
        'the _ rema\tthe cach\tthe cache\tthe logs\tthis chat\tto _ emai\ttouc _ $\ttwo paym\ttwo payments\t'
        'waive\twaive the\tware $\twarehouse $\twas _ sinc\twe _ reco\twe trie\twe tried\twron to\twrong to\t'
        'your dead\tyour deadline\t'
    ),
    -0.34: (
        '^ _ i\t^ _ ur\t^ reci\t^ recieved\tarri _ our\tas soon\tcard ?\tcome $\tcrew is\tdeci on\tdele the\td'
        'eli $\tdeve\tdevelopers\tfor _ visi\thas _ info\thas _ told\thas caus\thas caused\thave _ furt\tin '
        '_ shop\tin an\tinsurer\tis _ the\tis it\tis plan\tis planned\tlate $\tneed _ pay\tof a\toffice $\tomb'
        'u $\tombudsman $\tonce and\tonly $\tpage _ $\tpassed\tplan to\tplat\tplea uplo\tplease upload\tpromi'
        'se to\tpubl _ $\treci ur\trecieved\trecieved ur\treje _ the\trest _ acco\treturn\truns _ the\tseco '
        'phot\tsecond photo\tsoon as\tswap _ ,\tthe _ cras\tthe week\tto _ the\tto chan\tto change\tto ring\t'
        "type\tur _ ,\twait _ the\twas brok\twas broken\twe _ cons\twhet\twhether\twhy you'\twhy you're\tyou "
        'describe\tyou move\tyour _ fell\tyour port\t'
    ),
    -0.33: (
        ', thank\t, will\t^ _ remi\t^ dele\t^ engineers\t^ wait\t^ waiting\tacco rema\taccount remains\tan a'
        'gen\tan agent\tan esti\tand _ wait\tare look\tare looking\tbank is\tbill team\tbilling team\tbrin t'
        'he\tbut not\tchec _ it\tcooking\tcras _ of\tcras as\tcrash as\tcrossed\tdamage\tdela $\tdiagnostic\td'
        'o _ know\tfill in\tfitt $\tfor repo\tfor reporting\tfourteen\tfrom _ arch\thave rece\thave receive'
        "d\ti wish\tiden\tin a\tin case\tin two\tis _ fix\tisn'\tisn't\tisolated\tit's back\tlast upda\tlast up"
        'date\tleft _ ,\tlooking for\tlost $\tonce _ bank\topened\tour _ depa\tplea conf\tplease confirm\tpr'
        'io $\tpriority $\treaching\trebu _ 0\trebu at\trebuild\trebuild at\tride in\tsche $\tscheduled\tsear'
        ' _ your\tsettings\tstor $\tthan _ repo\tthe _ fix\tthe diag\tthe diagnostic\tthe restart\tto find\t'
        "turn on\tturned on\tunde revi\tunder review\tupse\twe _ one\twe _ repr\twe'd _ the\twill _ retu\t"
    ),
    -0.32: (
        ', hand\t, handed\t^ _ let\t^ _ see\t^ _ stri\t^ _ welc\t^ unfo\t^ unfortunately\ta defe\tan emai\tan'
        ' email\tand _ us\tappr\tbank _ so\tbeen _ that\tbefo it\tbefo the\tbefore it\tbefore the\tbrowser\tc'
        'har _ for\tclim\tcome back\tday of\tdays ,\tdescribed $\tfacts\tfull _ $\tgo _ to\tigno\tigno this\ti'
        "gnore\tignore this\tinvestigate\tit _ a\tmonday's\tonly _ can\tonly if\tout a\tparc $\tprin on\tprov"
        ' the\tprovided\tprovided the\tsec ,\tsent _ a\tso only\tstep _ done\ttake _ to\ttech _ on\ttell _ m'
        'ore\tthe _ $\tthe _ star\tthe cour\tthe facts\tthe news\tthe term\tthis happ\tto solve\ttwo $\tunab\t'
        "unab to\tunable\tunable to\twait _ $\tware\twarehouse\twe inve\twe investigate\twe promise\twe'l _ "
        "you\twhat _ see\twhil _ inve\tyou more\tyou' welc\tyou're welcome\t"
    ),
    -0.31: (
        ', caus\t, cause\t, stil\t, still\ta _ faul\ta cour\taccepts\tadde _ seco\tafte 0\tafte ten\tafter 0\t'
        'after ten\tand _ ask\tanot\tanother\tapp _ agai\tbase\tchange the\tchar _ twic\tchoi\tchoi :\tcomes\t'
        'cons _ is\tdeci\tengi _ this\tfor _ pm\tget 0\tgoes _ $\tgoes on\tid\tin june\tinfo $\tis delayed\tis'
        " paid\tisn' $\tisn't $\tlock whil\tlocked while\tmay _ 0\tmay take\tmigh\tmight\tmy\tof _ card\ton it"
        '\tour _ is\tour _ will\tparc was\tparcel was\tpasswords\trece and\treceipt $\trese the\tstarted $\tt'
        'esting\tthe _ pict\tthe head\tthe inve\tthe investigation\tthe prin\tthe status\tthou $\tthought\tt'
        "hought $\ttime\tto have\tto six\tto the\ttraceroute\tvali for\tvalid for\tvan\twe _ find\twe'r\twe're"
        "\twhy the\twon' pret\twon't pretend\tyou befo\tyou before\t"
    ),
    -0.3: (
        ', _ answ\t- ticket\t^ _ dela\t^ _ ping\t^ _ plac\t^ let\t^ ran\tabou a\tabout a\tacco _ been\tacco h'
        'as\taccount has\taccounting $\tagai _ plea\tand _ apol\tapologise\tappeal\tat two\tawaiting\tbe sol'
        'v\tbe solved\tberl\tberlin\tcann be\tcannot be\tchos\tchose\tdecide\tdo _ your\texpert\tfare _ chos\tf'
        "irs _ thre\tgood are\tgoods are\thonestly\ti'll have\tis 0\tis _ out\tkeep _ $\tnot _ us\topen _ 0\t"
        'plea\tprog $\tprogress $\tprom a\treop ,\treopened ,\trequest for\trules $\tseco _ over\tsecu team\t'
        'security team\tsolv _ tick\tsome _ the\tstay\tstep 0\tstil _ be\tsucc _ to\tthe courier\tthe mode\t'
        'to _ so\tto sign\ttrac ,\ttrie\twas _ $\twe _ $\twhy $\twork on\tyou _ pres\tyou chos\tyou chose\tyou'
        'r _ left\t'
    ),
    -0.29: (
        ", we'r\t, we're\t^ _ offi\t^ _ tigh\t^ need\ta photo\ta repa\ta vouc\ta voucher\tagai _ an\tairl\tans"
        'wered $\tas _ were\tbeen _ befo\tbeen save\tbeen saved\tbook for\tchas the\tchasing\tchasing the\te'
        'xpl _ agai\tfile so\tfor _ next\tfor _ revi\tfoun $\tget _ sort\thave no\ti see\tin _ ?\tkeep _ and'
        '\tknow _ $\tlast comp\tlast complaint\tlist of\tmatters to\tmiss a\tnobody\ton _ file\tphot _ the\tp'
        'rod _ $\trest _ data\tsect 0\tsection 0\tsee whet\tsee whether\tseem\tseem to\tseems\tseems to\tsett'
        ' on\tshow _ parc\tsounds\tstar\tstil _ afte\tstuc _ cust\ttap the\ttax _ $\tthat _ issu\tthe _ link'
        '\tthe _ mana\tthe airl\tthe bag\tthe depot\tthe examination\tthe rece\tthe unlo\tto seco\tto second'
        '\tturn _ the\ttwic $\ttwice $\tvali in\tvalid in\tvisi the\tweeks\tyou _ get\tyou do\tyour mail\tyour'
        ' reply\t'
    ),
    -0.28: (
        ', a\t^ _ are\t^ _ cann\t^ _ feed\t^ _ narr\t^ _ take\t^ _ yet\t^ to\ta _ with\ta day\ta pass\ta passw'
        "ord\ta time\tabou\tabout\tan\tand _ stil\tand a\tand i'll\tapplies to\tare comm\tare committed\tare t"
        'ryi\tare trying\tbeen _ on\tbutt _ the\tcame on\tcard _ you\tcase _ with\tcharges on\tcollect\tcoll'
        'ect it\tcommitted\tcommitted to\tcontinue $\tdate _ the\tdecision\tdeclaration\tdelete the\tdoes\td'
        'oub _ go\tdouble payments\tduly\temail $\tfixe _ are\tform _ $\tgive _ 0\thas _ chec\thas _ exam\th'
        "asn been\thasn't been\thave solved\thold _ we\ti _ i\tin leip\tin leipzig\tintend\tintend to\tis _ "
        'so\tleip\tleipzig\tmana has\tmanager has\tmode $\tnarr\tnarr _ down\tnarr it\tnarrowed\tnarrowed it\t'
        'new _ acco\tno _ yet\tnot _ it\tnote $\tnumb _ -\tpassed on\treac _ to\tregr the\tregret the\treque'
        "sted the\tsays it\tshops\tsund is\tsunday is\ttest\tto acco\tunti it's\tuntil it's\tupset\twas rece\t"
        "was received\twe _ comm\twe _ tryi\twe inte\twe intend\twe'v narr\twe've narrowed\twill _ your\twi"
        'sh _ coul\twish i\twith _ invo\tyour letter\t'
    ),
    -0.27: (
        ': thur\t: thursday\t^ _ agai\t^ _ go\t^ _ told\ta _ repo\tafter\tagai tomo\tagain tomorrow\talte\tan'
        'd _ time\tand he\tanot _ had\tare kept\tare sorr\tare sorry\tbe _ if\tbe unlo\tbe unlocked\tbeen re'
        'ma\tbeen remarkable\tcan repr\tcan reproduce\tchanges\tdate\tdocuments $\tearliest\teigh to\teight '
        "to\teu\texch or\texchange or\tfee _ back\tfee goes\tfor _ stre\tgoods $\thas _ rema\ti'm _ it\tif _ "
        "stil\tis _ yet\tisn' _ in\tkept for\tlater\tlink _ the\tlodg\tlodged\tmay _ in\tmay have\tmeet _ bee"
        'n\tmeet has\tmeeting has\tnext _ ,\tnot be\todd\tpati _ been\tpati has\tpatience has\tplea try\tplea'
        'se try\tpost $\tprev\tprevious\tread\treinstalling\tremarkable\tremarkable $\trepair $\treso tick\tr'
        'esolved tickets\tsaid that\tsee _ it\tsell _ to\tspecialists\tstress $\tsubj\tsubj to\tsubject\tsub'
        'ject to\tten seco\tten seconds\tthan it\tthe earliest\tthe eu\tthe meet\tthe meeting\tthe slip\tthr'
        "e _ is\tto _ fixe\tto _ if\ttrac _ it\tusin the\tusing the\twaiting for\twe _ sorr\twe'r _ for\twha"
        "t's\twork days\tworking days\tworkshop ,\tyou _ this\tyour _ befo\tyour appo\tyour appointment\tyo"
        'ur mess\tyour message\t'
    ),
    -0.26: (
        ', _ sell\t, who\t^ keep\t^ plan\t^ planned\t^ some\ta gree\ta green\ta mess\ta message\ta repair\taga'
        "i _ $\tand _ don'\tand need\tand needs\tat _ bank\tback afte\tback after\tbeca _ acco\tbeen uplo\tb"
        'een uploaded\tbeen veri\tbeen verified\tbut i\tby 0\tcase _ been\tchar _ corr\tcoun is\tcounter is'
        "\tcourier\tdoes it\tdon' _ that\tdrops\tfew\tfor appr\tfor approval\tforw\thas _ uplo\thave _ to\thot"
        'l is\thotline is\tiden chec\tif _ read\tin _ has\tinfo us\tlike yours\tlink _ sent\tmessage\tnot $\t'
        'not refu\tnumber\tof _ kind\tplan :\tplanned :\tplans\tpost _ $\tpromised to\tput _ on\tread _ righ'
        '\tread you\trecorded\tregion\treso _ a\tseat _ on\tsee _ sign\tsend a\tsent _ the\tsolv _ we\tsolved'
        ' ,\tspec $\tstay on\tstep _ $\tston\tstone\tsurv\tthat _ mone\tthe _ hasn\tthe _ info\tthe _ need\tth'
        'e card\tthe queu\tthe queue\tthis _ solv\tthos _ $\tto _ home\tveri _ iden\tveri your\twant your\tw'
        "e _ call\twe haven't\twe shal\twe shall\twhen _ acco\twrite that\tyou writ\tyou write\tyour was\tyo"
        'urs was\t'
    ),
    -0.25: (
        ', _ into\t, _ us\t, coul\t, could\t, thre\t, three\t^ _ answ\t^ _ mech\t^ _ step\t^ half\t^ neve\t^ n'
        "ever\t^ new\t^ we'r\t^ we're\ta copy\tagai the\tagainst the\tand forw\tand forwarded\tback when\tbe "
        'lift\tbe lifted\tbefo\tbefore\tbloc $\tbreak\tbut _ on\tchan _ in\tcomi _ to\tcomi back\tcoming back'
        '\tconnected with\tcorrect $\tcould you\tcred or\tcredit or\tend of\tfile _ the\tfor _ bank\tfor _ t'
        "ech\tfor _ whil\tfor one\thang tigh\thang tight\ti _ conf\ti took\ti'm _ $\ti'm just\tis _ test\tis "
        "_ when\tis an\tis red\tit isn'\tit isn't\tjust open\tlast _ than\tlove to\tmail _ look\tmailbox\tmec"
        'h _ the\tmust have\tnewe _ of\tnewe trac\tnewer\tnewer trace\tnext _ line\tnext in\tno _ trac\tno n'
        'ewe\tno newer\tnote of\tor your\torde _ on\tpart _ of\tprivate\trepairs\trule\trule ,\trules ,\tsame\t'
        'sent us\tsimi\tsimilar\tstep is\tstil _ to\tsucc veri\tsuccessfully\ttell _ it\tthan\tthe _ ?\tthe m'
        'ech\tthe mechanic\tthis reso\tthis resolved\tto resp\tto respond\ttran _ our\tverifying\twe apol\tw'
        "e apologise\twe'v _ newe\twe'v no\twe've no\twhoe _ you\twork _ and\tyou could\tyou retu\tyour _ l"
        'ett\t'
    ),
    -0.24: (
        '" is\t, _ be\t, _ hear\t, keep\t: driv\t: driver\t^ _ keep\ta date\ta phon\ta phone\tan _ has\tand i\t'
        'and want\tare proc\tare processed\tarri ,\tawar _ the\tawar of\taware\taware of\tback ?\tback orde\t'
        'back order\tbe _ $\tbetw _ and\tchecks $\tdone is\teach\tesca to\testimated\tfor _ mont\tfor our\tfo'
        "r repa\tfrom _ grou\thas stil\thas still\ti'd like\tif _ are\tinto\tis sche\tis scheduled\tis to\tlo"
        'ok $\tmay _ this\tnear _ $\tneed _ more\tno deci\tno decision\tnote and\tnoted and\tnow with\tof _ '
        'chec\tof _ pass\toffi is\toffice is\topen _ $\torde _ proc\torde from\tour _ prov\touts the\toutsid'
        'e the\tpacked\tpin _ anyo\treading the\treproduce the\ts\tseco $\tsend them\tshoe ,\tshoe _ and\tsho'
        'es ,\tsome betw\tsomewhere between\tstat that\tstil down\tstill down\tthat is\tthe _ form\tthe man'
        'a\tthe reso\tthe resolution\tthe shoe\tthe shoes\tthe show\tto get\ttouc\ttry\tuplo it\tupload it\tus'
        ' _ 0\twarr ende\twarranty ended\twas _ beca\twas reje\twas rejected\twe _ offe\twhat _ the\twhen i'
        't\tworking on\tyou get\tyour cancellation\t'
    ),
    -0.23: (
        '" the\t, _ read\t, expl\t, explain\t, not\t^ _ afra\t^ apologise\t^ paid\t^ retr\t^ retried\ta _ num'
        'b\tan _ from\tand _ whet\tapol _ expl\tapologise ,\tapp _ it\tappl _ the\tback within\tbag $\tbeen '
        "succ\tbeen successfully\tcan _ look\tcan _ two\tcan' _ it\tcaus of\tcause of\tconf $\tcras _ $\tdat"
        'e was\tdecides $\tdoes not\tdone _ the\tdriv _ ,\tends _ the\terro stil\terror still\tfibr\tfibre\tf'
        "or mond\tget _ work\thappened $\thas _ save\thas _ star\thas _ that\thave this\ti'm read\ti'm read"
        'ing\tinfo _ the\tinterrupted\tis lock\tis locked\tlast year\tlies _ the\tlooking into\tmanual\tnigh'
        ' $\tno _ at\tno such\tnobo _ up\tnobo pick\tnumb in\tnumber in\toffe you\toffer you\told _ stay\tour'
        ' _ team\tpick _ up\tplea $\tplea writ\tplease $\tplease write\tpost the\tproc $\trefu _ on\trestore'
        ' your\tretr _ job\tretried\tsays that\tscheme\tscheme $\tsear $\tspec\tstat page\tstatus page\ttake '
        '_ time\ttell _ whet\ttells\ttells us\tthe _ "\tthe _ as\tthe _ from\tthe _ only\tthe _ requ\tthe _ '
        'sche\tthe _ twic\tthe damage\tthe powe\tthe power\tthe test\tthir _ $\tthis solv\tthis solved\ttime'
        "out\ttimeout again\tto _ shop\ttwic _ nobo\twe _ for\twe _ sear\twe _ trac\twe'r work\twe're worki"
        "ng\twhat _ can\twhat i\twhet the\twhether the\tyou _ move\tyou' _ from\tyou' hear\tyou'll hear\tyou"
        'r mailbox\t'
    ),
    -0.22: (
        ", sorr\t^ _ inve\t^ _ wait\t^ clea\t^ fixi\t^ fixing\t^ let'\t^ let's\t^ yike\t^ yikes\ta courier\ta "
        'sec\ta tech\ta technician\tafte _ wron\tafte five\tafter five\tagrees\tare chec\tboar ,\tboard ,\tbo'
        'xe\tbut _ hang\tcan find\tcase _ is\tcomp _ but\tcoul _ you\tdeci abou\tdela _ your\teur\tfive _ pa'
        'ss\tfive wron\tfive wrong\tfixi this\tfixing this\tgoods\thad _ same\thas _ ,\thas alre\thas alread'
        "y\thave you\ti'll _ to\tidentity check\tis how\tis unde\tis under\tkeep _ the\tmeet on\tmeets on\tne"
        'ed _ new\tnow _ our\ton _ faul\ton _ the\tonly _ both\tover from\tpage _ "\tparc _ we\tpart _ the\t'
        "paym ,\tplea don'\tplease don't\tprio\tprov that\tprovided that\tregard the\treports that\tsend us"
        '\tsett _ is\tsett acco\tstep two\tstill open\tsupplier\tthe weekend\tthis week\tto _ deve\tunde _ y'
        'ou\tunde this\tunder this\tupse $\tupset $\tvery _ $\twe _ pay\twhic of\twhich of\twoul _ like\twron'
        " pass\twrong passwords\tyike\tyike ,\tyikes\tyikes ,\tyou _ that\tyou tell\tyou' _ able\tyour id\t"
    ),
    -0.21: (
        ", _ i've\t, next\t: _ are\t^ _ box\t^ _ shal\t^ back\t^ many\ta tick\ta ticket\tand _ bein\tare _ on"
        '\tare refu\tare refunded\tare shown\tas well\tat _ mome\tbank _ rele\tbe brou\tbe brought\tbeca of\t'
        'because of\tcomp your\tcompared\tconfirm that\tcopy of\tcould\tdelivery $\tdocu have\tdocuments ha'
        've\tengi _ work\tengineering\tesca _ to\tesca this\tfilled in\tfind _ orde\tfor anot\tfor another\t'
        'has _ days\thas chan\thas changed\thave begu\thave open\thave opened\ti _ no\ti _ pret\ti _ this\ti'
        " unde\ti understand\ti'm\tif _ no\tin the\tinformed $\tis _ for\tis _ twic\tis awai\tis awaiting\tis"
        " clea\tit's _ its\tit's sort\tit's sorted\tknow abou\tknow about\tlast _ in\tlater $\tleng\tlength\t"
        'line by\tlook _ it\tlyon $\tmany\tmany _ for\tmany than\tmany thanks\tmust be\tnot on\tnumb\tnumb _ '
        'in\tof _ step\tof next\tothe $\tpaym came\tphones $\tphotos of\tpict _ the\tport requ\tporting\tport'
        "ing request\tprefer\trefe\treference\trema _ unti\tso _ you'\tsorr you'\tstands ,\tstay _ unti\tsto"
        'p at\tthe _ crew\tthe _ main\tthe _ rate\tthe customer\tthe rights\tthis _ a\tthre is\tthree is\tto'
        ' _ rest\tto us\tturn _ $\tuplo ,\tuploaded ,\tway _ you\twe _ open\twe see\twhat happened\tyou pref'
        "\tyou prefer\tyou've no\t"
    ),
    -0.2: (
        ", _ bear\t, _ do\t, _ don'\t, _ writ\t0 h\t0 home\t0 homes\t^ _ from\t^ _ regi\t^ logs\t^ stil\t^ sti"
        'll\t^ takes\t^ tested\ta pic\ta simi\ta similar\ta word\taccording\taccording to\tafra ,\tafraid ,\ta'
        'irline\tan answ\tan answer\tand _ be\tand nobo\tansw by\tappeal against\tare _ with\tas complete\tb'
        'e _ as\tbe _ unti\tbe refu\tbe refunded\tbeen loca\tbeen located\tbeen subm\tbeen submitted\tbudg\t'
        'by _ 0\tcan give\tcase of\tchange\tclai that\tcomb\tcomment\tconsideration\tcoul _ the\tcrew has\tde'
        'pe\tdepe _ the\tdepe on\tdepends\tdepends on\tdocu\textend\tfile $\tfix $\tfixe _ marc\tfolk\tfolks\tf'
        "oun no\tfound no\tfour days\tfourteen days\thas _ loca\thas _ subm\thow\ti _ ask\ti'm _ for\tiban\ti"
        'n our\tin prin\tin principle\tis _ look\tis goin\tis going\tis wron\tis wrong\tit migh\tit might\tit'
        "'s _ a\tit's _ with\tlaw\tleft _ bank\tletters\tmade a\tmain _ the\tmy desk\tnight $\tof _ serv\ton "
        '_ own\tone _ a\tone order\topen ,\topen _ sett\tpic\tpict of\tpicture of\tplea fill\tplea use\tpleas'
        'e fill\tplease use\tprinciple\tput a\treac _ by\tregistered\treje by\trejected by\trema unre\tremai'
        'ns unresolved\trepo to\treported to\trest by\trestored by\trun out\tsafe on\tsays your\tsche for\ts'
        'cheduled for\tsee _ same\tseller $\tseri\tset _ at\tshou _ exam\tstil in\tstill in\tsurvey\ttake no'
        'te\tthe _ fixe\tthe _ mark\tthe airline\tthe deta\tthe details\tthe streamer\tthis sort\tthis sort'
        'ed\tthis with\tto hear\ttomo _ 0\ttrue $\tturn down\tturned down\ttwic _ one\tunre $\tunresolved\tun'
        'resolved $\twas repo\twas reported\twe _ see\twe can\twill _ it\tyou confirm\tyou post\tyour _ has'
        'n\t'
    ),
    -0.19: (
        ', _ plea\t, _ when\t, for\t, sorry\t: _ or\t: exch\t: exchange\t^ _ choi\t^ _ lett\t^ _ main\t^ step'
        '\t^ ugh\ta _ beca\ta stat\tacco to\tadvice\tanot cust\tanother customer\tare 0\tarri _ mond\tat _ ea'
        'rl\tbe done\tbe remo\tbe removed\tcan have\tchoi _ exch\tchoice\tchoice :\tcomp _ with\tcomplicated'
        '\tcoul be\tcould be\tdesk\tdo with\tdoes _ work\tencl the\texch _ mone\tfive _ $\tfor _ parc\tform _'
        ' atta\tforwarded to\tfour\tfour _ of\tfrau desk\tfraud desk\thas star\thas started\thave ever\thave'
        " every\the's\thope to\thour _ our\ti hear\ti wrot\ti wrote\tif _ paym\tis safe\tit _ deli\tit is\tit "
        'with\tlamp _ ,\tlee\tmeet\tmoves\tnew _ for\tnoth _ do\tnoti _ your\tobje _ been\tobje has\tobjectio'
        'n has\tof _ febr\ton _ $\ton a\ton day\tor _ back\tor mone\tor money\tour lega\tour legal\town _ $\tp'
        'ers _ $\tposs\tprob for\tproblem for\tregi _ numb\treop\trepair\trepo\tsee no\tseveral\tshar it\tshow'
        's up\tsigned $\tsix $\tso _ keep\tsolve this\tsund ,\tsund _ and\tsund _ over\tsunday ,\tthat a\tthe'
        ' battery\tthe modem\tthe prod\tthe product\tthe stri\tthe strike\tthe word\tthe working\tthis _ ?\t'
        'to\tto _ two\ttrie to\ttried to\tugh\tunle\tunless\tvan $\tvouc _ your\twere _ able\twhat _ paid\twil'
        "l _ out\twork hour\tworking hours\tyou' get\tyour choi\tyour choice\tyour log\t"
    ),
    -0.18: (
        '" _ so\t, _ i\'d\t- _ :\t0 _ what\t^ _ call\t^ _ expe\t^ _ love\t^ _ ment\t^ _ unde\t^ bear\t^ open\ta'
        " _ by\tagre _ $\tand i'd\tanswer $\tat _ ware\tbe _ afte\tbe _ with\tbear _ me\tbot\tbrow\tcalls you"
        "\tcan' take\tcan't take\tcarr _ is\tclos _ itse\tclos by\tcloses by\tcont the\tday\tdeci is\tdecisio"
        'n is\tdeve $\tdevelopers $\tdevi from\tdevice from\tdigit\tdoma $\tdomain $\tearl\temai _ you\temai '
        'to\temailed\temailed to\texchange\tfix _ to\tfor _ minu\tfor _ orde\tfor frid\tfor friday\there and'
        '\thote _ that\thotl _ open\ti _ look\tin _ area\tinto your\tinvo from\tinvoice from\tis _ back\tis '
        'one\tit stop\tlog show\tlog shows\tmark the\tment that\tmentioned\tmove _ $\tmy shif\tmy shift\tneed'
        '\tnew vers\tnew version\tno refu\tnot _ in\tnoth _ chan\tnowh\tnowhere\tof _ data\ton _ lapt\topen\to'
        'pen from\topen on\tor _ ?\tor retu\tor returned\tour fixe\tour fixed\tpaid twic\tpaid twice\tparc\tp'
        'ass _ to\tpass to\tpassed to\tplea keep\tplease keep\tplug -\tplug _ in\tpost back\tpostage back\tp'
        'rinted\tpriv sell\tprivate sellers\tprov\tques abou\tqueu\treac _ ,\trece the\treceived the\trefu _'
        ' to\trefu with\trepl _ was\trepr _ cras\trestaurant\trule _ :\tsellers\tset for\tslow toda\tslow to'
        'day\tsome user\tsome users\tsorr _ hear\tsubm _ the\tswit _ off\tswit it\tten days\ttest on\ttestin'
        'g $\tthat _ need\tthe _ clos\tthe deci\tthe decision\tthe manu\tthe restaurant\tto deci\tto decide'
        '\tto pick\tturn\tunde it\tunderstand it\tunlock your\tuplo\twe _ look\twill _ cred\twith _ sell\twit'
        'h me\tyou _ sir\tyou able\tyour purchase\t'
    ),
    -0.17: (
        ', _ call\t- leve\t- level\t0 -\t0 _ be\t0 pm\t0 will\t^ _ lab\t^ dama\t^ damage\t^ do\t^ esca\t^ repr\t'
        '^ reproduced\t^ temp\t^ temporary\t^ vouc\t^ vouchers\ta rest\ta restart\ta year\tafte _ minu\tagre'
        'e ,\tan elec\tan electrician\tappo\tare comp\tarrival\tarrived ,\task you\tbank _ and\tbeen hear\tbe'
        'en heard\tbegi $\tbegin $\tbein look\tbeing looked\tbenc\tbenc ,\tbench\tbench ,\tboxes\tcan _ see\tc'
        'ann _ made\tcoll _ here\tcomp form\tcompleted form\tdama from\tdamage from\tdevi _ the\tdisp on\td'
        'ispute\telec\telectrician\tenclose\tfell\tfood\tfor gett\tfor getting\tfor main\tfor maintenance\tfo'
        'r thur\tfor thursday\tfrau _ $\tget it\tgett _ touc\tgett in\tgetting in\tgutt\tgutt _ you\tgutt fo'
        'r\tgutted\tgutted for\thas begu\thas begun\thas yet\thave _ ?\thear _ ,\thour to\thours to\thow _ wa'
        "s\ti'd be\ti'm _ open\tin whic\tin which\tinsp the\tinspection\tit _ solv\tit wasn\tit wasn't\titem "
        "is\tjust opening\tlike _ hear\tlong _ $\tme what\tmess _ $\tmone reac\tneig line\tneighbour's line"
        '\tnew _ solv\tnot in\tnoth gets\tnothing gets\tof _ depo\tof docu\tof documents\ton _ benc\ton _ lo'
        'gg\tonce a\tone sec\tonly _ it\topening your\tour _ spec\tour new\toven _ next\tpaid _ $\tparcel\tpl'
        'ea rese\tpm\tprob _ not\tprocessor\tproo\tproof\trece of\treceipt of\trefe to\trefu go\trefu will\tre'
        'fund will\trefunds go\trequ\tseco -\tseco _ leve\tsecond -\tserial\tseve\tshou our\tshould our\tso _'
        ' aske\tsome _ have\tstil\tstill\tsupe\ttech team\tthan _ gett\tthat _ cour\tthat _ heat\tthe comple'
        'ted\tthe day\tthe finance\tthe log\tthe othe\tthe other\tthin it\tthink it\ttime we\tto _ of\tto _ o'
        "ver\tto _ reso\tto rese\tto reset\ttold it\ttouc ,\ttouc _ i'm\ttouch ,\ttry logg\ttry logging\ttwo "
        "year\ttwo years\tus\twait\twas sent\twasn $\twasn't $\twe can'\twe can't\twe encl\twe enclose\twe'r c"
        "hec\twe're checking\tweig\twere _ it\twill revi\twill review\twill visi\twill visit\twith _ frau\tw"
        'ith a\tyet _ be\tyou rest\tyou thin\tyou think\tyour _ form\tyour _ tick\tyour region\tyour repo\t'
    ),
    -0.16: (
        ', _ mode\t0 of\t: tap\t^ _ dese\t^ _ file\t^ _ hand\t^ anot\t^ another\t^ gimm\t^ gimme\t^ supply\ta '
        'know\ta known\ta parc\ta parcel\taddr ?\taddr _ chan\taddress ?\tan inve\tan investigation\tand _ s'
        'ign\tansw you\tany _ ?\tattached\tbased\tbe deli\tbefo you\tbefore you\tbooked for\tcabl $\tcable $\t'
        'call this\tcan begi\tcan begin\tcanc _ and\tcanc as\tcancelled as\tcase only\tcomp _ mond\tdeci _ '
        'the\tdeli _ you\tdesc the\tdescribe the\tdese\tdeserve\tdone by\tdoub\terro _ appe\terro _ your\texp'
        'l $\texplain $\tfeed _ the\tfeed on\tfeedback on\tfix it\tfixe ?\tfixed ?\tfor _ week\tgimm\tgimme\tg'
        "o to\thappy to\thave _ us\there _ so\ti _ find\ti'll _ it\tif _ prob\tif both\tin leed\tin leeds\tit"
        ' takes\tits _ is\tits own\tknow _ caus\tledg $\tledger $\tlong than\tlonger than\tmatter to\tmeas\tm'
        'ode\tmond _ whic\tmovi\tmoving\tnope\tnope ,\tnope _ not\tnot sort\tnot sorted\tnumber $\ton _ ?\ton '
        'to\tone paym\tone payment\tour _ upgr\tour lab\tpassword is\tplum\tplumber\tpromised a\treas $\trece'
        'ived $\treceived and\treck\truns unti\truns until\tsame day\tscreenshot\tsinc apol\tsincere\tsincer'
        'e apologies\tsix _ $\tstag _ toni\tstag for\tstaged\tstaged for\tstil appe\tsuspected\tsyst _ was\t'
        'syst upgr\tsystem upgrade\ttake from\ttaken from\ttechnician\ttell _ so\tthat _ gave\tthe _ day\tt'
        'he _ disp\tthe _ must\tthe file\tthe ledg\tthe ledger\tthe name\tthe recovery\tthis emai\tthis ema'
        "il\tthur $\tthursday $\tto _ repa\tto restore\ttoni ,\ttonight ,\tunle it's\tunless it's\tupgr _ co"
        'mp\tupgr was\tupgrade\tupgrade was\tus _ proo\twas _ from\twhy i\twoul a\twould a\twron _ $\tyou des'
        "e\tyou deserve\tyou woul\tyou would\tyou' turn\tyour _ so\tyour rema\tyour screenshots\t"
    ),
    -0.15: (
        ", _ i'll\t, _ it's\t, _ let\t, then\t^ _ must\t^ _ prev\t^ according\t^ does\t^ esti\t^ estimated\t^"
        " on\t^ unti\t^ until\ta _ fix\ta _ unde\ta crew\tadvi _ to\tafter you've\talter\tam _ that\tand _ pi"
        'c\tand _ solv\tand give\tand given\tanot play\tanother player\tare _ this\tarou\taround\tas you\tass'
        'i to\tassigned to\tatte\tbank agre\tbank agrees\tbe repl\tbe replaced\tbe reso\tbe resolved\tbeen _'
        ' yet\tblocked $\tbox was\tbutt _ ten\tbutt for\tbutton for\tby mond\tby monday\tcalled\tcan appe\tce'
        'rt expi\tchar unde\tcharacters\tcharacters $\tcharge under\tclic _ link\tclic the\tconn _ are\tcon'
        'nected\tcontact\tcontract $\tcoul give\tdele _ clic\tdoctor\tdocu to\tdocuments to\tdraf\tdraft\tear'
        'l $\tendi\tending\tentitled\tentitled to\texpe $\tfind a\tgene\tgot _ $\thalf _ $\thave call\thave ca'
        'lled\thigher\thim ,\tid to\tif that\tinfo abou\tinformed about\tinvo _ is\tis thir\tit _ agai\tit _ '
        'him\tit _ refu\tit as\tit coul\tit fail\tit failed\tme whet\tme whether\tmentioned that\tmoderators'
        '\tof _ app\tof stoc\tof stock\tonly with\topen an\topened an\topin\topinion\torde a\tordered $\tpage '
        'says\tpatc is\tpatch is\tperi\tperiod\trefu _ orde\trefund ,\trenews\trepr\troom are\trooms are\tsamp'
        '\tsent them\tsoft\tsoftware\tsold\tsolv _ for\tstan _ your\tstudio\tsupposed\tsupposed to\ttech\tthe '
        '_ came\tthe _ numb\tthe _ subt\tthe kitchen\tthe sell\tthe stud\tthe studio\tthis and\tthre days\tt'
        'hree days\tto _ call\tto date\ttold\ttold that\ttoo _ for\ttrie _ the\tturn _ ?\tunderstanding\tup '
        "?\tus in\tvers _ ,\tvers of\tversion of\twait _ a\twants\twas supp\twas supposed\twe _ do\twe'v foun"
        "\twe've found\twhen _ got\twill _ an\twill _ corr\twith accounting\twron size\twrong size\tyet _ b"
        'ut\tyet _ to\tyet how\tyou _ an\tyou mentioned\tyou reme\tyou remember\tyour comm\tyour doct\tyour '
        'doctor\tyour four\t'
    ),
    -0.14: (
        '" _ but\t, _ ?\t, _ does\t^ _ can\'\t^ _ crew\t^ _ devi\t^ _ esca\t^ _ id\t^ _ it\'l\t^ _ on\t^ custom'
        'er\t^ unde\t^ under\ta _ ?\ta _ from\tabou the\tabout the\tabout yours\taddr _ you\tagen\tagent\tall '
        "_ ?\tand _ aske\tand _ like\tand _ one\tand _ prom\tand _ won'\tand enjo\tand enjoy\tapp _ $\tare _"
        ' thos\tare amon\tare among\tare comb\tare combing\tas long\taski _ $\tat _ orde\tbe reac\tbe take\tb'
        'e taken\tbeen wait\tbeen waiting\tbefo then\tbefore then\tbein\tbeing\tbetw\tbetween\tbilling\tbut _'
        ' grou\tby noon\tcach on\tcache on\tcard numb\tcard number\tcard will\tchec\tcheck $\tchecking the\tc'
        'omb _ it\tcomb thro\tcombing\tcombing through\tconcerning\tconf it\tcorr of\tcorrection of\tcoul y'
        'ou\tdelivered $\tdeve _ comb\tdeve are\tdevelopers are\tdisp _ been\tdisp has\tdispute has\tdo\teit'
        'h\teither\tengi _ been\tfail $\tfailed $\tfix the\tfor _ we\tfor secu\tfor security\tfraud\tgoes _ o'
        "n\tgrou _ in\tgrou isn'\tgroup isn't\thang _ ,\thave _ chec\thome $\thow it\ti\tid _ been\tid has\tin"
        " test\tin testing\tin with\tinvo _ you\tis _ down\tis numb\tis number\tisn' _ it\tisn' in\tisn't in"
        "\tit can\tit won'\tit won't\titem\tknow _ it\tknow the\tlabe $\tleft _ ware\tlogs _ ,\tlong as\tmemo\t"
        'memory\tmobi\tmobile\tmond at\tmonday at\tnext mont\tnext month\tno refund\tnotes $\toff unti\toff u'
        'ntil\tonce _ refu\tonce your\topen again\torde _ 0\tpaid into\tparc _ arri\tparcels $\tphon numb\tp'
        'lea _ me\tplea _ the\tplea _ to\tprob _ been\tprob _ your\tprocessed\tprog ,\tprogress ,\tprom _ r'
        'ing\tread _ our\treceipt\trefu on\trefund on\trepo _ been\trepo _ the\trepo has\trest _ noon\trest '
        '_ time\treturn is\tsay it\tseen _ $\tsend _ the\tsolv ,\tsome _ $\tstates\tstates that\tstil has\tst'
        'ill has\tstre by\tstreet $\ttake place\tten\ttested on\tthat _ prob\tthat anot\tthe _ emai\tthe _ w'
        'rot\tthe main\tthe note\tthe notes\tthe refe\tthe reference\tthe requ\tthe supplier\tthe timetable'
        '\tthem to\tthem with\tthin _ miss\ttime from\ttimetable from\tto know\ttrac\ttrac the\ttrac to\ttrac'
        'ed\ttraced to\ttwo days\tunde how\tunderstand how\tunle the\tunless the\tunus\tupda _ our\tupda at\t'
        "update at\twe keep\twe'r _ the\twedn $\twednesday $\twhic _ addr\twill _ rest\twith _ bill\twith _"
        " mana\tyou up\tyou' have\tyour post\tyour sett\t"
    ),
    -0.13: (
        "% _ $\t, _ is\t, _ let'\t, give\t, he's\t, we'd\t^ _ conf\t^ _ prot\t^ _ they\t^ _ trie\t^ ask\t^ buy"
        'e\t^ buyer\t^ in\t^ retu\t^ return\t^ seco\t^ second\t^ who\ta _ comp\ta _ for\ta _ whil\ta rece\ta re'
        'ceipt\tafte _ had\tagree\tan _ $\tan estimate\tand _ 0\tand wait\tand waits\tat _ post\tbala is\tbal'
        "ance is\tbe _ befo\tbox _ been\tbox has\tbrin up\tbring up\tbuye _ does\tcan\tcan only\tcan' _ a\tca"
        "n' _ an\tcanc _ orde\tdepo in\tdepot in\tdoct\tdoes work\tdoesn't work\tdoin\tdoing\tdon' want\tdon'"
        't want\temai ,\temai _ plea\temail\temail ,\temer\temergency\tends now\tengi will\tengineer will\ten'
        'gineering $\testimate\tfaster\tfetc\tfetc the\tfile and\tfirs\tfirst\tforw _ the\tforward\tgoes live'
        '\tgoin _ be\thas _ pass\thave adde\thave added\thave iden\thave identified\there _ see\ti _ up\tif '
        "_ acce\tif they\tif you'\tis that\tit'l be\tit'll be\tkeep _ rece\tknow ,\tlabel\tlarg _ $\tlet' loo"
        "k\tlet's look\tlog $\tmade with\tmanu\tmanufacturer\tme _ seco\tminutes\tneed one\tnext upda\tnext u"
        "pdate\tno _ for\tnot _ reso\tnoti :\tnotice :\tnow _ look\tnow let'\tnow let's\tnumb _ now\toffe _ "
        '0\toh\toh _ ,\toh no\told _ will\ton an\ton olde\ton older\tonce _ year\tone ?\tonly on\torde _ canc\t'
        'our\tour _ $\touta at\toutage at\tpick _ $\tplum is\tplumber is\tpoin will\tpoints will\tpost offi\t'
        'post office\tprices\tprob _ be\tprocess\tprot does\trath have\trather have\trece _ the\trefu arri\t'
        'refu form\trefund arrived\trefund form\trepa shop\trepair shop\tring us\tsearch for\tseco _ i\tsec'
        'o whil\tsecond while\tsends\tsends a\tshow _ on\tshows a\tsolv by\tsolved by\tsoon _ the\tsorr _ th'
        'e\tstil on\tstill on\ttech is\ttechnician is\tthe _ cabl\tthe case\tthe code\tthe labe\tthe label\tt'
        'he larg\tthe line\tthe manufacturer\tthe sear\tthe search\tthre of\tthree of\tto engi\tto engineer'
        'ing\tto my\tto take\ttrips\ttwo boxe\ttwo boxes\tunde sett\tunder settings\tunti six\tuntil six\tus '
        '_ line\twas scan\twas scanned\twas used\twe _ iden\twe _ them\twhic _ desc\twhom\twith _ cour\twith'
        ' _ us\tword "\twoul _ rath\tyet reso\tyet resolved\tyou abou\tyou about\tyou acce\tyou accept\tyou '
        'if\tyou rath\tyou rather\tyour _ next\tyour _ to\tyour iden\tyour identity\t'
    ),
    -0.12: (
        ', and\t0 mb\t^ _ autu\t^ _ data\t^ _ kind\t^ _ mail\t^ _ may\t^ _ rais\t^ _ soon\t^ _ tria\t^ _ year'
        '\t^ data\t^ yours\ta _ plan\ta _ requ\ta _ revi\ta _ top\ta correction\ta litt\ta little\ta paid\ta p'
        'art\table _ fix\tacco _ be\tan _ of\tan orde\tan order\tand send\tansw from\tanswer from\tanswer yo'
        'u\tare _ at\tare _ comp\tare checking\taske _ a\tatte _ $\tautu\tautumn\tback _ sund\tbackup from\tb'
        'eca _ the\tbegi _ the\tbook a\tbooked a\tby now\tcan _ this\tcan stil\tcan still\tcash woul\tchec _'
        ' comp\tcome\tcoul _ chec\tcrea $\tcreated $\tdelay $\tdidn _ $\tdocu _ your\tfam _ the\tfor _ part\t'
        'from _ acco\tfrom _ bank\tfrom _ cour\tfrom sund\tfrom sunday\tget you\tgett\tgetting\tguy\thappene'
        "d\thas _ crea\thave _ repl\thear _ crac\thold _ powe\thope _ have\ti've rais\ti've raised\tin any\t"
        'inqu\tinquiry\tinto _ paid\tinto a\tis poss\tis possible\tkind\tlab\tlast autu\tlast autumn\tlast ye'
        "ar's\tletter\tlift _ the\tline _ repa\tmain ,\tmay we\tmb\tmerc _ that\tneig _ was\tnew top\tnext $\t"
        'no _ of\tnot _ solv\tnot able\tnot clos\tnot close\tnumb ,\tnumber ,\tokay now\ton _ refu\tone abou'
        '\tone about\totherwise\tour _ that\tover the\tpaid _ your\tpaid plan\tpass _ link\tphoto of\tplan o'
        'n\tplea _ agai\tplea call\tplea send\tplease call\tplease send\tpoin\tposi on\tposition on\tpowe _ '
        'for\tpowe butt\tpower button\travi\trece bank\treceiving bank\trefused\tremarks\trepair it\trepl $\t'
        'rese link\treset link\trespond\trest _ back\tretu _ at\treturn the\treviewer\tsafe\tsame crac\tsame'
        ' crack\tscan $\tscanned $\tsearching for\tseco\tsender\tserv _ be\tshare\tshe _ the\tshoo\tshoot\tso '
        "_ can'\tso _ with\tspri $\tstay $\tstil see\tstill see\tstol _ $\tstol acco\tstolen account\tthat n"
        "ot\tthat's not\tthe _ amou\tthe _ at\tthe _ crac\tthe _ half\tthe contract\tthe plum\tthe plumber\t"
        "the receipt\tthe receiving\tthe send\tthe sender\tthe ware\tthe warehouse\tthem ?\tthis isn'\tthis"
        " isn't\ttigh _ ,\ttigh fam\ttight fam\tto repa\tto repair\ttop _ it\ttop solv\ttop solved\ttria _ i"
        'nto\ttria turn\ttrial turns\tturn _ a\tturn into\tturns into\tunti _ to\tviewers\twas subm\twas sub'
        "mitted\twe rece\twe received\twe won'\twe won't\twe'd love\tweek _ of\tweek beca\tweek because\twhi"
        "l your\twhile your\twhy _ char\twith _ bank\twith _ case\twrit $\tyear _ was\tyear's\tyet _ the\tyo"
        'u _ canc\tyou _ turn\tyou chec\tyou check\tyou desc\tyou use\tyour _ have\tyour _ if\tyour _ whet\t'
        'your deli\tyour delivery\tyour remarks\t'
    ),
    -0.11: (
        '" _ and\t, _ requ\t, _ unkn\t, _ woul\t, who\'\t, who\'ll\t- 0\t- _ addr\t^ _ appe\t^ _ diff\t^ _ ever'
        '\t^ _ paid\t^ _ patc\t^ _ rema\t^ _ shif\t^ _ surv\t^ _ tell\t^ _ two\t^ _ vend\t^ lemm\t^ lemme\t^ n'
        'obo\t^ nobody\t^ none\ta _ answ\ta faul\ta fee\tabou _ deli\tabou _ thir\tafte _ rest\tan engi\tan e'
        "ngineer\tand _ am\tand i've\tand yours\tansw _ been\tapp cras\tare made\tare trac\tare tracing\tare"
        ' unab\tare unable\task _ the\tasse $\tassessment $\tat _ desk\tat _ refu\tatta\tbank stat\tbank sta'
        'tement\tbe _ cont\tbe in\tbe your\tbeca\tbecause\tbeen able\tbeen clea\tbeen cleared\tbeen seen\tbef'
        "o your\tbefore your\tbrin _ the\tbut don'\tbut don't\tby _ week\tby thur\tby thursday\tcalled the\t"
        "can' see\tcan't see\tcancelled ,\tcann _ it\tcard\tcaug\tcaught\tcaus unkn\tcause unknown\tchan _ b"
        'een\tchan _ name\tchan _ you\tcharged $\tcountry\tcour _ the\tcust repo\tdeli _ the\tdepa\tdid _ mo'
        'ne\tdigg _ the\tdigg for\tdigging for\temai $\tenclose the\tevidence\texam boar\tfill _ has\tfor _ '
        'paym\tfor _ reas\tfor _ safe\tfor asse\tfor assessment\tgets _ ,\tgot the\thave _ in\thave _ seen\t'
        "have forw\thave forwarded\thear\ti don'\ti don't\tif _ call\tif _ has\tif _ isn'\tin _ to\tis _ pro"
        'c\tis _ work\tjune $\tknow whic\tknow which\tlast _ has\tlemm\tlemme\tlist the\tlists\tlists the\tlog'
        'g _ your\tlogg for\tlogging for\tlook _ ,\tmail addr\tmail address\tmail is\tmond\tmone _ sent\tmon'
        'ey reach\tmust _ been\tmy _ ends\tnigh shif\tnight shift\tnone of\tnumb was\tnumber was\tof _ agre'
        '\ton _ van\topened a\tpack ,\tpass _ is\tpatc _ in\tplea _ a\tpoli $\tput _ note\treac _ card\treall'
        'y\treco _ 0\trepair was\treviewed\tsample\tsche\tsche _ the\tsecu\tsell clai\tseller claims\tshe\tshi'
        'f ends\tshift ends\tshop has\tside _ well\tside as\tsolv befo\tsolved before\tsupp\tsurv _ fill\tsu'
        'rv you\tsurvey you\ttake up\ttari\ttariff\tteam is\tteam will\ttech on\ttechnician on\ttell _ wher\t'
        'that must\tthe _ myse\tthe _ netw\tthe _ ques\tthe _ unti\tthe coup\tthe coupon\tthe exam\tthe req'
        'uest\tthe surv\tthe survey\tthin the\tthinks\tthinks the\tthis _ befo\tthis one\tto _ an\tto _ its\t'
        'to _ merc\tto _ sell\tto see\ttomo ,\ttomorrow ,\ttryi _ get\ttwic\ttwice\tunde $\tunde _ refe\tunde'
        ' clau\tunder clause\tunkn\tunkn $\tunknown\tunknown $\tus _ whet\tvend _ 0\twant _ mone\twas appr\tw'
        "as approved\twas done\twe _ unab\twe'd retu\twe'd return\twe'r not\twe're not\twere you\twhet _ is"
        "\twho'll\twork _ to\tworkshop\twoul _ paid\tyou fill\tyou filled\tyou' talk\tyour _ firs\tyour cont"
        'act\tyour safety\t'
    ),
    -0.1: (
        '" _ the\t, _ get\t, _ go\t, we\'l\t, we\'ll\t, whos\t, whose\t: _ you\t^ _ know\t^ frau\t^ fraud\t^ we\t'
        "^ what's\t^ you'd\ta _ went\ta brok\ta broken\ta new\taddr _ a\tadjuster\tadmi _ liab\tadmission\tad"
        'mission of\tagree to\tan exch\tan exchange\tand 0\tare\tare _ miss\tare now\tarri _ and\tarrived ?\t'
        'as _ as\tas urge\tas urgent\tat once\tbe look\tbe looked\tbe wron\tbe wrong\tbeca _ parc\tbeca a\tbe'
        'cause a\tbeen note\tbeen noted\tbeen reso\tbegu $\tbegun $\tbit of\tboar _ whic\tbox\tbrin _ new\tbu'
        't _ regi\tby line\tby text\tcanc _ more\tcanc _ you\tcanc any\tcase was\tcaus is\tcause is\tchat\tch'
        'ec _ ,\tchecks\tclose\tcode _ text\tcode by\tcoll ,\tcollected ,\tcomes back\tcomment $\tcoul _ res'
        't\tcoup _ be\tcour\tcut in\tdays _ and\tdays afte\tdays after\tdepartment\tdepl to\tdeployed to\tdev'
        's\tdisp was\tdispute was\tdo _ use\tfailed\tfina desk\tfind no\tfor eras\tfor erasure\tfrau _ pass\t'
        'frau chec\tfraud check\tgath _ the\tgo _ with\tgoal\tgoin to\tgoing to\thas _ note\thasn gone\thasn'
        "'t gone\thave _ trie\thave one\thigh prio\thous $\thouse $\thow anno\thow annoying\tin _ mean\tinst"
        "alments\tinvo _ by\tinvo line\tis _ acco\tis _ know\tis _ line\tissuer $\tit _ urge\tit's _ smal\tl"
        'abe was\tlabel was\tlapt $\tlaptop $\tlet\tliab $\tliability $\tline _ line\tlock afte\tlocked afte'
        'r\tlook whet\tlook whether\tlose\tmakes\tmark ,\tmeantime\tmess $\tmiss _ and\tneed an\tneeds a\tneve'
        '\tnever\tnew _ ?\tno _ thin\tno smal\tno small\tnot _ on\tnumb _ gave\tnumb you\tnumber you\tobli to'
        '\tobliged\tobliged to\tof liab\tof liability\tof the\toff ?\ton _ fix\tone mont\tone month\tor do\tot'
        'herwise $\tour supp\tparc _ astr\tparc went\tparcel went\tpass _ now\tpati $\tpatience $\tpharmaci'
        'st\tphone number\tplea ,\tplea _ whet\tplea _ with\tplea look\tplease ,\tplease look\tpoki\tpoking\t'
        'powe _ in\tpowe cut\tpower cut\trefu _ the\trefu _ up\trefu yet\trefund yet\treopened\treported th'
        'e\trequ _ eras\trequ to\trequested $\trese _ righ\treserve\treserve the\trevi\tseem _ be\tseller\tse'
        "ve days\tseven days\tshar with\tsmal _ to\tsmal thin\tsmall\tsmall thing\tso that's\tsolv _ your\ts"
        "ome $\tstat _ the\tstay _ $\tstreet ,\tsure _ the\tsystem's\tteam _ at\tteam's\ttell you\tthan you\t"
        'thank you\tthat soun\tthat sounds\tthe _ be\tthe _ of\tthe _ show\tthe deadline\tthe devs\tthe dis'
        "count\tthe mean\tthe meantime\tthe merchant\tthe room\tthe system's\tthe thef\tthe theft\tthe van\t"
        'thef\tthef ,\ttheft\ttheft ,\tther _ no\tthin to\tthing to\tthou your\tto _ atte\tto _ them\tto appr'
        '\tto miss\ttrac _ $\tunde _ anno\tunfo _ refu\turge\turge $\turgent\turgent $\tused for\tvery seri\tv'
        "ery seriously\twant _ invo\twant an\twasn\twasn't\twe _ work\twe rese\twe reserve\twhen _ is\twhic "
        '_ of\twhic meet\twhich meets\twho told\twhos\twhose\twill _ remo\twond\twork ?\twork _ for\twoul _ w'
        'ron\tyou trie\tyou tried\tyour _ coul\tyour _ from\tyour _ no\tyour _ numb\tyour home\tyour phot\ty'
        'our stay\t'
    ),
    -0.09: (
        ", _ not\t, i'm\t, our\t, you'd\t- fi\t0 _ if\t0 eur\t^ _ fail\t^ _ fee\t^ _ iden\t^ _ mess\t^ _ pupi\t"
        '^ _ stat\t^ _ whee\t^ engi\t^ noted\t^ oh\t^ restore\t^ tickets\ta _ abou\ta disp\ta dispute\ta huma'
        '\ta human\taccept\tadde your\tadded your\tafte\tagai _ as\tagrees $\tan _ once\tand _ prep\tand _ so'
        "rr\tand _ unlo\tand isn'\tand isn't\tand says\tanswer by\tany orde\tany order\tare _ sure\tare _ th"
        'at\tare chas\tare chasing\tare prep\tare preparing\tarrives\tas _ is\tbank tell\tbank tells\tbe _ u'
        'pon\tbe delivered\tbe repa\tbe repaired\tbe sent\tbeen forw\tbeen forwarded\tbefo i\tbefore i\tbran'
        '\tbrb\tbring the\tcall _ abou\tcame _ $\tcarrier\tcase ,\tcaus _ the\tcause $\tchan :\tchas _ bug\tch'
        'eck\tclaims that\tclear\tclearing\tclearing the\tcome late\tcomes later\tcomp _ on\tcorr and\tcust '
        'offi\tcustoms office\tdecide on\tdelay\tdepo $\tdepot $\tdoes $\tdriv _ been\tengi _ chas\tescalate'
        'd to\texamination\texpe opin\texplain\tfail\tfails\tfaul _ far\tfeel _ pain\tfeel your\tfirs chec\tf'
        'lig _ been\tfor any\tfor me\tfor ten\tform for\tforw your\tforwarded your\tgets fixe\tgets fixed\tg'
        'imm _ sec\tgimm a\tgimme a\tgoodwill\tgot thei\tgot their\thang _ a\thas _ forw\thave _ days\there\t'
        "huma\thuman\ti _ aske\ti _ forw\ti'm _ sorr\tiden _ caus\tiden the\tidentified the\tif _ bank\tincl"
        '\tinto the\tinve _ been\tinve has\tinvestigation has\tis _ 0\tis hold\tis holding\tis need\tis need'
        "ed\tis testing\tit gets\tlega _ $\tlet _ ask\tlet' _ at\tlook _ by\tlost parcels\tmade _ a\tmay _ t"
        'o\tme _ the\tme ask\tmone _ ?\tmone by\tmoney by\tmove in\tmoved in\tnews _ $\tnote ,\tnoted ,\tof _ '
        'dela\told matt\told mattress\ton $\ton _ bill\ton _ driv\ton wi\tor is\tour insu\tour server\tour sp'
        'ec\tour specialists\tover in\tpain\tpain $\tpaym _ comp\tpayment ,\tplat ,\tplate\tprep a\tpreparing'
        '\tpreparing a\tpupi _ your\tques _ the\treached out\tread _ $\trece _ than\trefu _ whic\trese _ ro'
        'ut\trest ?\tretu good\treturned goods\treverse\trigh to\tring you\tsafe team\tsafety team\tsay\tscan'
        "\tscanned\tsee _ it's\tsells\tshop _ it\tso _ take\tstan\tstick\tsupervisor\tsupp $\ttake _ your\ttak"
        'e the\ttakes three\ttext mess\ttext message\tthat _ agen\tthat another\tthat in\tthat work\tthe _ '
        'for\tthe _ good\tthe _ pack\tthe _ solv\tthe date\tthe documents\tthe firs\tthe first\tthe hotl\tth'
        'e hotline\tthe night\tthe retu\tthe seco\tthe second\tthe statutory\tthe unlocking\tthey have\tthi'
        's mess\tthis message\tthre pupi\tthree pupils\tthro _ $\ttick _ has\tto proc\tto this\tto unlo\tto '
        'unlock\tto verify\ttrie _ rese\tunlo _ late\tunlo come\tunlocking\tunlocking comes\twas _ a\twas _'
        " toda\twas move\twas moved\twe feel\twe'r _ your\twhat\twhat _ do\twhat _ work\twhic _ the\twi\twi -"
        '\twi _ fi\twill _ a\twill _ by\twill brin\twill bring\twith two\twithin two\twoul _ for\twoul pay\tw'
        'ould pay\tyear _ deli\tyou moved\tyour _ debi\tyour dire\tyour direct\tyour pain\tzero\t'
    ),
    -0.08: (
        '^ _ deli\t^ _ mr\t^ _ repo\t^ when\ta poss\ta possible\tafra $\tafraid $\tagre ,\tand nobody\tare ha'
        'nd\tare handled\tare slow\tare test\tare testing\tas comp\task _ to\tatta $\taudi\tbank need\tbank n'
        "eeds\tbe veri\tbe verified\tbefo noon\tbefore noon\tbusy\tcan' canc\tcan't cancel\tcann say\tcannot"
        ' say\tcham\tcomparing it\tcomplete the\tcoul tell\tcould tell\tcred _ 0\tcrew _ on\tcust to\tcustom'
        'er to\tday $\tdays _ show\tdear mr\tdela was\tdelay was\tdeli atte\tdid _ last\tentr $\tentry $\tfix'
        'e _ we\tfixe fee\tfixed fee\tfoun _ poss\tfrom _ with\tfron of\tfront of\thas _ clea\thave had\ti _'
        " see\ti've foun\ti've found\tin fron\tin front\tin revi\tin review\tinvestigation\tisn' _ yet\tkey\t"
        "let me\tlet' get\tlet's get\tmonth\tmore _ befo\tnudg\tnudged\tof thre\tof three\tonce _ is\tonce _ "
        'mont\tor 0\torder to\tover _ but\tpass of\tplan _ the\tpressure\tpubl\tpublic\tpurchase ,\tquestion '
        'about\treac _ on\trecord of\trefundable $\tresp $\tretu _ item\treviewer $\tsays _ was\tseconds $\t'
        'shou _ a\tshou the\tshould the\tsinc _ for\tsinc tues\tsince tuesday\tsort yet\tsorted yet\tstre ?'
        '\ttake _ work\tth _ the\tthe _ canc\tthe bran\tthe branch\tthe fina\tthey _ our\tthur\tthursday\tto '
        '_ data\tto _ lega\tto _ veri\tto acce\tto accept\tto come\tto complete\tugh ,\tunder that\tundersta'
        'nd that\tus ?\tus _ you\tused $\twas foun\twas found\twas successfully\twhen _ you\twhen did\twill '
        "_ fixe\tyou _ when\tyou'd get\tyou'll have\tyour disp\tyour unde\t"
    ),
    0.08: (
        ', _ mist\t, alon\t, along\t, plea\t, please\t0 _ now\t0 back\t^ _ gran\t^ _ ther\t^ _ worr\t^ corr\t^'
        " your\table _ reso\taddr pin\taddress pin\talon with\talong with\tand _ it's\tand _ matc\tand has\t"
        "and that's\tannu $\tannulled $\tassu that\tassured that\tat _ agai\tat yours\tbeen lift\tbeen lift"
        "ed\tbike\tcalls $\tchan and\tchanged and\tchar a\tchec out\tcleared and\tclie acco\tclient's accoun"
        't\tcomp _ sett\tconf _ $\tcont all\tcorr date\tcorr in\tcorrect date\tcorrespondence\tdisc _ been\t'
        'disc has\tdiscount has\tdisplay\tdoll $\tdollars $\tdrop _ your\tenjo _ even\teven _ the\tfee ?\tfl'
        'at\tfor _ repl\tfrom _ 0\tfrom _ site\tgave it\tgive _ the\tgone _ we\tgone sinc\tgone since\tgot _'
        ' two\tgot to\thad _ ,\thall _ the\thas foun\thas found\theating\ti cred\ti credited\tin _ plac\tinsi'
        " ,\tinte on\tinterest on\tiron _ $\tis _ sinc\tis fixe\tis fixed\tit _ ours\tlast night's\tloya\tloy"
        "alty\tmach runs\tmachine runs\tmapp\tmapping\tmastercard\tmedication\tnight's\tnow _ you\ton _ logi"
        '\tout now\tpaid _ you\tpatc\tplay and\tpric $\tprice $\tprob was\tproblem was\tprog _ $\treceiving\tr'
        'ect $\trectified $\treso _ comp\trest _ that\trest plac\trestriction placed\trigh and\trigh your\t'
        'right and\tright your\troam _ of\tsay _ your\tsessions\tsett the\tshou $\tshow _ prop\tshowing\tsid'
        'e _ ,\tsinc _ nigh\tsinc last\tsince last\tso _ no\tso no\tstre outs\tstreetlight outside\tthe _ d'
        'edu\tthe _ glit\tthe _ it\tthe _ retu\tthe access\tthe mapp\tthe mapping\tthis _ as\tthis _ with\tt'
        'icket is\tto _ mast\twe swap\twe swapped\twith $\twron _ away\tyou _ at\tyour 0\tyour coup\tyour co'
        'upon\tyour mast\tyour mastercard\tyour scre\t'
    ),
    0.09: (
        ', _ pric\t, job\t, receipt\t, same\t: _ and\t: _ got\t: _ repa\t^ _ ,\t^ _ reso\t^ _ stan\t^ _ undi\t'
        '^ _ went\t^ clos\t^ closing\t^ even\t^ foll\t^ hey\t^ yup\ta _ at\tacti _ your\tagai and\tagain and\t'
        'all _ now\tall regi\tall regions\tallo _ been\tallo has\tallowance has\talon\tamou\tand _ acti\tand'
        " _ ever\tand _ hold\tand _ was\tand refu\tand refunded\tand we'v\tand we've\tare gree\tare green\ta"
        're ther\tare there\tas reso\tas resolved\tat rest\tatti\tattic\tback _ ur\tbank _ the\tbask\tbasket\t'
        'been revo\tbeen revoked\tbeli\tbelieve\tboth\tbuye _ $\tbuye clai\tcan _ and\tcan rela\tcan relax\tc'
        'ard at\tcard bala\tcard balance\tcarr the\tcarries the\tcaus :\tcause :\tcert _ rene\tclas is\tclos'
        " _ $\tclus\tcluster\tconf you'\tcons it\tconsider it\tconsole\tcorr _ was\tcred _ acco\tcred on\tcre"
        'd your\tcredited your\tdark\tdata _ has\tdata allo\tdata allowance\tdebi is\tdebit is\tdeliveries\t'
        'did _ get\tdiff paid\tdifference paid\tdire _ is\tdisp _ over\tdo _ ,\tdoma\tdomain\telim $\telimin'
        'ated $\tenti $\tentirety $\texch for\texchanged for\tflic\tfor _ been\tfor _ us\tfor has\tfoun _ fi'
        'xe\tfull _ of\tgame $\tgift _ bala\tgold\tgot\thack _ is\thacked\thad it\thand sinc\thappy $\thas _ a'
        'nd\thas _ revo\thas _ topp\thave _ up\thave your\thous _ hour\thous an\thouse an\ti _ it\ti _ tell\t'
        'in _ hall\tin ur\tinci is\tincident is\tinst $\tinvo _ been\tip addr\tip address\tis required\tissu'
        ' has\tissue has\tit _ myse\tit last\tlamp _ flic\tlast _ on\tleak\tlike _ $\tlimi _ your\tlive _ ,\t'
        'lock _ your\tlogi _ now\tlong need\tmade _ 0\tmatt has\tmatter has\tme a\tmemb is\tmembership is\tm'
        'eth _ paym\tmeth of\tmethod of\tmind _ rest\tmind at\tmiss now\tmissing now\tmorn ,\tmorning ,\tnor'
        'mal $\tnoth _ it\tnoth _ outs\tnoth of\tnothing of\tnow _ 0\tnow has\tnow righ\tnow right\tof paym\t'
        'of payment\toff _ book\ton _ gift\topen _ on\topen _ you\toper\tout _ stra\town _ ,\tpass _ you\tph'
        'otos has\tpicture\tprob gone\tproblem gone\tprog is\tprogress is\tput _ mind\treac and\treactivate'
        'd and\tread _ and\treading ,\treco show\treconnected\trect _ our\trefunded you\trelax\tremoved the'
        '\trenewed\trepa to\trepaid to\trepaired your\trepl _ ,\trequired from\trese $\trese in\treservation'
        ' in\treso _ matt\trest _ 0\trest the\tresy\treview\troot\troot caus\troot cause\trout at\trouter at\t'
        'running $\tsati $\tscreens\tseat back\tsell sent\tseller sent\tsession\tsettled and\tsettles\tshipm'
        'ent\tside $\tside _ the\tsir\tsome had\tstop\tstop and\tstopped and\tstra and\tsum _ been\tsum has\ts'
        'urc\tsurcharge\tsync at\ttari you\ttariff you\tthat _ now\tthat been\tthat doub\tthat double\tthat '
        "your\tthat's been\tthat's your\tthe _ meth\tthe _ paid\tthe _ regi\tthe _ sale\tthe _ sent\tthe _ "
        'trou\tthe arre\tthe arrears\tthe coll\tthe frau\tthe hacked\tthe wron\tthro _ your\tthx\tthx _ ur\tt'
        'o _ payp\tto reso\ttopp _ up\ttopp back\ttopped back\ttwen\ttwenty\tunli\tunlinked\tur pati\tur pati'
        'ence\tus a\tvisi in\tvisible in\twarn _ gone\twarn is\twarning is\twas it\twas miss\twas missing\twa'
        's reca\twas recalculated\twas repaid\twas stru\twas struck\twe _ out\twe _ rest\twell _ $\twere\twi'
        "sh _ and\twith _ tax\twork sinc\tyears\tyou _ rela\tyou _ wedn\tyou any\tyou under\tyou' _ it\tyour"
        ' _ allo\tyour _ carr\tyour _ was\tyour _ went\tyour channel\tyour clus\tyour cluster\tyour hall\ty'
        'our scho\tyour shel\tyour shelf\tyup\tyup ,\t✓\t'
    ),
    0.1: (
        ', _ gone\t, _ mess\t, amou\t, conf\t, cras\t, crash\t, incl\t, including\t0 on\t: 0\t^ _ a\t^ _ boil\t'
        "^ _ bug\t^ _ inst\t^ _ reme\t^ _ subs\t^ bug\t^ it's\t^ late\t^ latency\t^ orde\t^ swee\t^ sweet\ta s"
        'eco\ta second\taddr\tagai you\tagainst you\tamou to\tand _ boot\tand _ reac\tand _ reco\tand _ righ'
        '\tapp _ long\tapp no\tare stil\tare still\tas agre\tas agreed\tas it\tavai to\tavailable to\tback _ '
        'busi\tback _ righ\tbank app\tbann\tbanned\tbarr\tbarred\tbe happ\tbe happy\tbearing\tbeen refu\tbeen '
        'refunded\tbeen repa\tbrou _ a\tbut we\tby _ of\tby way\tcalls\tcaug _ and\tcaug up\tcaught up\tchapt'
        'er\tchar _ erro\tchar _ has\tchec your\tclaim in\tclos this\tconc $\tconnection $\tcras gone\tcrash'
        ' gone\tcred in\tcredited in\tcure\tdata ,\tdebi\tdeducted\tdelivered it\tdetector\tdisc is\tdiscount'
        ' is\tdrive\tdupl char\tduplicate charge\temba\tembarrassed\tend _ the\tengi _ the\terased\terro ent'
        'r\terroneous entry\texch ,\texchanged ,\textra\tfaul _ your\tfix is\tfixe your\tfixed your\tflowers'
        '\tfolder\tfrom _ and\tfull rest\tfurt is\tfurther is\tgame _ ,\tgems _ in\thapp _ hear\thas _ brou\t'
        "have _ pay\thave stop\thave stopped\thicc\thiccup\thome agai\thome again\thour _ $\ti put\ti'm _ to"
        "\ti'm emba\ti'm embarrassed\tin ,\tin _ hand\tin _ reco\tin _ righ\tin busi\tin business\tincluding"
        '\tis _ her\tis barr\tis barred\tis resolved\tissu fixe\tissue fixed\tit\tit _ not\tit _ stil\tit _ t'
        'hre\tjour\tkept _ you\tkey _ been\tlamp was\tlatency\tlimit\tlock _ $\tlong appe\tlonger appears\tlo'
        'st _ foun\tmade _ you\tmatt _ been\tmay has\tmerged\tmess of\tmessage of\tmissed\tmissing\tmone is\t'
        "money is\tmonth's\tmorn\tmorn with\tmorning\tmorning with\tnights\tnine _ $\tno _ appe\tno char\tno "
        'charge\tnow carr\tnow carries\tof eur\tone we\tor _ you\tpark\tpatc buil\tpatched build\tplea be\tpl'
        'ease be\tpopp the\tpopped the\tprof _ and\tput\treca\treci\trein at\treinstated at\treleased $\trepo'
        ' and\truns _ $\tsens\tsensor\tshou _ see\tshut _ out\tshut you\tso _ all\tsolved it\tsorr _ you\tsqu'
        'ashed $\tstil open\tswap _ seat\tswee\tsweet\ttaxi\tthat _ matt\tthat kept\tthe _ made\tthe _ out\tt'
        'he _ two\tthe chan\tthe change\tthe debt\tthe duplicate\tthe faulty\tthe happ\tthe happy\tthe hold'
        '\tthe inco\tthe leak\tthe mist\tthe pict\tthe restriction\tthe tric\tthe trick\tther _ are\tther wi'
        "th\tthere with\tthis month's\tthre visi\tthree visits\tthro _ and\ttook thre\ttook three\ttota is\t"
        'total is\ttrick\ttrou _ your\tturn _ and\tunti _ end\tveri you\tvisits\twanted it\twas\twas retu\twa'
        "s returned\tway _ shou\twe gave\twe'v clos\twe've closed\twhol $\twhole $\twith _ cred\twith _ usu"
        "a\tworld\tworry\twron _ for\twron by\twron name\twrong by\twrong entry\twrong name\tyou _ sign\tyou'"
        ' _ happ\tyour _ a\tyour _ and\tyour _ card\tyour _ cred\tyour _ disp\tyour supp\tyour supply\tyour'
        ' visa\tyour whol\tyour whole\t£ _ to\t'
    ),
    0.11: (
        '$ _ cred\t, _ buye\t, _ comp\t, _ reac\t, exac\t, exactly\t, player\t, user\t-\t^ _ sola\t^ beca\t^ b'
        "ecause\t^ cred\t^ player's\t^ repa\t^ serv\tacce _ pass\tacco _ more\taccount $\tagai on\tagain on\t"
        'and _ acco\tand _ card\tand _ got\tand _ thre\tand inst\tand installed\tapi call\tapi calls\tas _ '
        'now\tas good\tback _ faul\tback _ they\tback for\tbank _ your\tbeen _ care\tbeen back\tbeen deal\tb'
        'een dealt\tbeen elim\tbeen eliminated\tbill $\tbroa _ back\tbroa is\tbroadband is\tbrok\tcard _ ag'
        'ai\tclai _ $\tcomplete\tcons that\tconsider that\tcont _ then\tcont sinc\tcontrol since\tdebi _ yo'
        'ur\tdeli _ inst\tdema ,\tdemanded ,\tdid ,\tdoor\tenti\tentr _ the\tentr in\tentry in\tepis\terro _ m'
        'ore\terro any\terror any\texac as\texactly as\tfirs _ this\tfor _ shop\tfree\tfrom its\tfund _ rest'
        '\tgive away\tgiven away\tgot _ fixe\tgran\thad gone\thas _ exch\thas _ stop\thas had\thave _ remo\th'
        "ist $\thistory $\thoor\thoor ,\thooray\thooray ,\ti'm _ that\ti'm glad\tin _ livi\tin payment\tinst "
        'at\tinstalled at\tis _ more\tis _ norm\tis left\tis show\tleak unde\tleak under\tlift $\tlifted $\tl'
        'ist $\tlivi _ this\tlong _ to\tminu _ $\tmiss cash\tmissing cashback\tmist _ has\tmone and\tmoney '
        'and\tmore lag\tmore trou\tmore trouble\tnew boil\tnew boiler\tno _ lag\tnorm\to\tobli _ you\tobli to'
        'wa\tobligations towards\told _ addr\tone _ 0\tone _ them\tough\tought\tour _ brou\tour _ towa\tpass'
        ' _ paid\tpass agai\tpass you\tpassword again\tplay conf\tplayer confirms\tport _ your\tport acce\t'
        'portal accepts\tprob _ solv\tproblem is\tproperly $\tput righ\tput right\trefu _ thro\trefund\tref'
        'unded $\tregi _ been\tregi has\tregister has\trene _ so\trenewed ,\trepa _ afte\treplaced the\troo'
        "m _ morn\troom this\tsave _ repa\tsave game\tsee _ agai\tserv $\tservice has\tshouldn't have\tsinc"
        ' _ 0\tsink\tsink _ repa\tsink was\tso _ good\tso ther\tsolar\tsolvd $\tsoun is\tsound is\tstuc _ has'
        '\tsupplied\ttablet\tthat _ astr\tthat char\tthat charge\tthe _ betw\tthe _ blen\tthe _ outs\tthe _ '
        'play\tthe _ post\tthe guar\tthe guarantee\tthe turn\tthe turnstile\tthe undelivered\tthe wallet\tt'
        'hei enti\ttheir entirety\tther anyt\tthereby\tthis conv\tthis conversation\tto sell\ttowa\ttowa _ '
        'unde\ttowa you\ttowards\ttowards you\tturnstile\tunde _ guar\tunde _ sink\tundelivered\tvani _ the'
        "\twall _ been\twall has\twallet has\twant _ canc\twe _ this\twe'v refu\twe've refunded\twith _ on\t"
        'with full\twonderful\tworking fine\twritten\twron _ is\tyou _ thei\tyou disp\tyou disputed\tyou si'
        'nc\tyou since\tyou yet\tyour _ 0\tyour _ agai\tyour _ good\tyour _ wall\tyour exam\tyour fort\tyour'
        ' forty\tyour saved\tyour transfer\t'
    ),
    0.12: (
        '% _ your\t, _ have\t, _ retu\t, _ solv\t, diff\t, difference\t, just\t- star\t0 st\t^ _ app\t^ _ ass'
        'u\t^ _ card\t^ _ depo\t^ _ entr\t^ _ faul\t^ _ greg\t^ _ issu\t^ _ lena\t^ _ logi\t^ _ solv\t^ alth\t'
        '^ although\ta _ ,\tacco _ $\tacco alre\tacco for\taccount already\taccounted\taccounted for\tafte '
        '_ paym\tagai _ than\tamou back\tamount back\tand _ deli\tapp _ cras\tare home\tas _ noon\tassu _ t'
        'he\tassured\tbeen char\tbeen charged\tbeen topp\tbeen topped\tbill in\tbirt in\tbirth in\tboil _ be'
        'en\tboil has\tboiler has\tbook\tcard :\tcase is\tchar of\tchar we\tcharge of\tcharged in\tclai _ set'
        't\tcont _ on\tcont ende\tcontract ended\tcredited to\tdeal _ $\tdebi _ has\tdeli _ conf\tdoor _ ,\t'
        'double charge\tdupl _ dele\terro that\terror that\texists $\texpi _ we\textr\tfoun _ lost\tfrom _ '
        'stor\tfrom all\tfull _ back\tgone ahea\tgone ahead\tgot it\tgreg\thas land\thas landed\thold _ off\t'
        "hold is\ti _ -\ti re\ti've move\ti've moved\tin _ with\tin sett\tin settlement\tincl $\tincluded $\t"
        "invo _ corr\tit _ and\tit went\tit's _ ther\tit's righ\tit's right\tit's work\tit's working\tland "
        '_ your\tlast _ $\tlobb\tlobb $\tlobby\tlobby $\tlog _ as\tmatches your\tmatt of\tmatter of\tmete _ b'
        'een\tmete has\tmeter has\tmiles\tmiss drin\tmissing drinks\tmist _ and\tmore _ i\tmove _ off\tname\t'
        'nigh\tnois _ your\tnormally\tnoth _ wron\tnoth will\tnothing will\tof noon\tokay _ the\torde _ you'
        'r\tour books\tout at\touta in\toutage in\tover _ the\tpaid on\tpaym retu\tpayment returned\tprop no'
        'w\tproperly now\tpush the\tpushed the\tquar\tquarantine\treca and\trecalculated and\treco _ your\tr'
        'efu _ arri\trein with\treinstated with\treli $\tremo from\trest assu\trest assured\trest your\trid'
        'e $\trigh _ last\trigh abou\tright $\tright about\tsay _ $\tsealed\tset _ the\tsett of\tsettlement '
        'of\tsinc _ move\tsir $\tsofa _ neve\tsofa you\tsolv _ good\tst\tstal _ on\tstra away\tstraight away'
        '\tsusp _ is\ttari is\ttariff is\ttax\tten toda\tten today\ttest _ of\ttest paym\ttest payment\tthat '
        '_ didn\tthat _ took\tthat _ wron\tthe _ depo\tthe _ offi\tthe _ st\tthe dire\tthe direct\tthe edit'
        'or\tthe ghos\tthe ghost\tthe missed\tthe new\tthe veri\tthe verification\tthou the\tthough the\ttim'
        'e _ but\tto call\ttoke on\ttoken on\tusin _ phot\tvisible\twas book\twas booked\twatched it\twe wer'
        'e\twebs _ up\twere _ abou\twere _ to\twith all\twork at\twork with\tworks at\twron _ addr\twron dat'
        "e\twrong date\tyest\tyest $\tyesterday $\tyou out\tyou' the\tyou're the\tyour _ load\tyour _ once\ty"
        'our cash\tyour depo\tyour deposit\tyour game\t'
    ),
    0.13: (
        '$ _ is\t, _ caus\t, _ wron\t, _ your\t, mone\t, money\t/\t/ _ ,\t0 _ morn\t0 this\t: _ bill\t^ _ addr'
        '\t^ _ invo\t^ _ stre\t^ righ\t^ right\t^ root\table _ log\taccordance\taccordance with\tafte toda\ta'
        "fter today's\tagai _ of\tagai as\tagain as\tand _ free\tand _ neig\tappe on\tappears on\tapplied\ta"
        're _ norm\tare done\tare over\taske _ we\tback your\tbank _ on\tbefo _ ,\tbelongs\tbelongs $\tbene\t'
        'book on\tboth _ the\tbroadband\tby our\tcan hear\tcard _ noon\tcare _ the\tcase _ solv\tcert was\tc'
        'ertificate was\tchar _ 0\tclea\tclos _ your\tcred\tdelivering\tdidn _ to\tdo _ stil\tdoor _ noon\td'
        'oub bill\tdouble billing\tdrai\teffect\telim\teliminated\terroneous\terror\tevents\texist $\tfee _ y'
        'our\tfrom _ star\tfull 0\tglad _ say\tgot _ of\tgot rid\thad expi\thad expired\thall $\thas sent\tha'
        "ve _ corr\they _ ,\ti'm deli\ti'm delighted\tin _ now\tin acco\tin accordance\tinst\tis clos\tis cl"
        'osed\tis out\tis reso\tit belongs\tkey work\tkey works\tlast cent\tleve 0\tlevel 0\tlisting is\tload'
        ' agai\tlol\tlol ,\tlost box\tlovely ,\tmerged ,\tmone _ in\tnobo _ see\tnoth stan\tnothing stands\to'
        'f _ with\torde _ plac\toriginally\tour _ call\toutage affecting\tpaid your\tpick _ your\tplay _ a'
        'gai\tput the\trece\trefu you\trepl the\tretu your\trigh _ this\trise\trise _ the\trise from\trisen\tr'
        'isen from\trow _ ,\trunn $\tscrews\tsinc _ morn\tsinc this\tsince this\tso _ acco\tstepped\tstepped'
        ' in\tstop $\tstopped $\tsubs _ canc\ttake _ numb\tthe _ bloc\tthe _ went\tthe cras\tthe erroneous\t'
        'the extr\tthe extra\tthe lock\tthe repair\tthe star\tthe start\tthe trou\tthe trouble\tthe €\tticke'
        't closed\ttitl _ the\tto log\ttoge\ttogether\ttracked\tupda _ we\twallet $\twas fixe\twas fixed\twas'
        ' rene\twas renewed\twe _ conf\twe _ ever\twe repaired\twe step\twe stepped\twe trac\twe tracked\twh'
        "eel\twhere\twifi\twipe _ $\twith _ :\twithdrawn 0\ty'al are\ty'all are\tyest afte\tyesterday aftern"
        'oon\tyou _ hear\tyou orig\tyou originally\tyour broadband\tyour chec\t'
    ),
    0.14: (
        ', _ no\t, spee\t0 :\t: _ bug\t: _ diff\t: your\t[\t[ _ ]\t]\t^ patched\ta _ any\ta stal\ta stale\tabro\t'
        'abroad\tacco any\taccount\taccount any\taddr _ is\tall _ -\tall our\tamou _ in\tand _ door\tand _ f'
        'aul\tand _ over\tand remo\tand removed\tand rest\tand yes\tapproved\tare glad\tare runn\tare runnin'
        "g\tat _ full\tat customer's\tbe _ that\tbeen _ whol\tbeen retu\tbeen returned\tbeen stop\tbeen sto"
        'pped\tbill _ the\tbill and\tbill now\tbilled in\tbook _ agai\tbooking\tboth you\tboun\tbroken\tcame '
        '_ at\tcame reco\tcamera records\tcancelled\tcard _ be\tcart\tclosing $\tcomplained about\tcomplete'
        ' and\tcompleted\tconcluded\tdefect\tdoor _ reco\tdoor came\tdoorbell camera\tdropouts\tever penn\te'
        'very penny\tferr ,\tflat is\tfor _ canc\tfrom _ bill\tgiga $\tgoodness\thad vani\thad vanished\thas'
        " _ from\ti just\ti reset\tin _ name\tin her\tinte _ your\tis _ too\tis fine\tisn' _ prob\tisn' a\tis"
        "n't a\tissu\tit's all\tits fixe\tits fixed\tletterbox\tlice\tlicence\tlisb _ rein\tlisb is\tlisbon i"
        "s\tlist _ your\tlogi ,\tlogin ,\tlong exis\tlonger exists\tminute\tmiss _ ,\tmoney's\tmore _ on\tmrs"
        '\tnew _ work\tnight\tno _ exis\tnow _ all\tof whic\tof which\toff for\ton _ cont\ton _ prof\ton _ ri'
        'gh\topens\tout $\tout ,\tpass _ so\tphot _ back\tphot has\tpopp\tpopped\tpost to\tprob _ more\tprob a'
        'ny\tproblem any\tput _ your\tquic upda\tquick update\trece _ $\treco _ nigh\treco at\trecords at\tr'
        'eim for\treimbursed for\trein _ the\trema _ us\trema with\tremains with\trepaired $\tsati\tsatisfi'
        'ed\tsaturday\tshopping\tsolv and\tsolved and\tspee _ to\tspee back\tstre _ back\tstreak is\tsubs _ '
        'been\tsubs has\tsubscription has\tsum _ £\tswap\tsync _ for\tsync works\ttaken\ttest ok\tth _ you\tt'
        'han good\tthank goodness\tthat _ arri\tthe _ last\tthe charger\tthe defe\tthe doorbell\tthe glit\t'
        "the glitch\tthe taxi\tthe £\tther isn'\tthere isn't\tthermostat ,\tto _ lett\tto _ unde\ttransform"
        "er\twait _ your\twas tran\twe _ comp\twon' _ char\twon' find\twon't find\twron depo\twrong depot\ty"
        "es ,\tyesterday\tyou a\tyou can\tyou is\tyou just\tyou were\tyou' _ reim\tyour _ depo\tyour old\tyou"
        'r page\tyour prepaid\t'
    ),
    0.15: (
        '$ _ back\t, _ been\t, _ day\t, _ faul\t, but\t, from\t, good\t: _ void\t: new\t^ _ anyt\t^ _ dupl\t^ '
        '_ irre\t^ _ mrs\t^ _ sum\t^ okay\t^ wher\table\table to\taccounts ,\tall _ have\tand _ prop\tand arr'
        'ived\tand no\tappear again\tare oper\tare operational\tarre\tarrears\tas _ agai\tas _ want\tback $\t'
        'back unde\tback under\tbe able\tbook _ as\tbook in\tbro\tbut _ prob\tbut this\tcale agai\tcan _ tha'
        't\tcanc _ the\tcanc and\tchar _ been\tcharge\tcharger\tcome _ ,\tcomp as\tcomplaint as\tday one\tdon'
        "' _ abou\tdon' worr\tdon't worry\tdoub _ has\teras from\terased from\teuro to\teuros to\tfee ,\tfee"
        ' _ waiv\tfeed is\tfor ,\tfor _ from\tfree now\tfreely\tfreely now\tfrom _ one\tfrom day\tglid\tglid '
        '_ now\tglid free\tglides\tglides freely\thad seen\thand and\thands ,\thas _ with\tin _ acco\tin _ c'
        "ale\tinvo _ void\tirre\tirregularity\tis solvd\tit at\tit fixed\tit's as\tit's void\tkey $\tlibr\tlib"
        'rary\tline _ at\tlivi\tlivi room\tliving\tliving room\tlock was\tloya poin\tloyalty points\tlugg\tlu'
        'ggage\tmare _ the\tmist invo\tmistaken\tmistaken invoice\tmix _ up\tmyst\tmystery\tname _ your\tnew'
        ' _ in\tnot _ more\tnot any\tnot appe\tnot appear\tof _ a\ton _ even\ton _ nove\toperational $\torig'
        ' meth\toriginal method\touts _ hous\tpaid $\tplan _ runn\tplan the\tplaned the\tplay has\tpoin and'
        '\tpoints and\tpurc pric\tpurchase price\tputs\tputs _ righ\trega _ comp\tremo _ your\trene ,\trepa '
        'fini\trigh _ is\trigh _ you\trigh for\trigh name\trigh side\tright for\tright name\tright side\tser'
        "vice\tshop's\tsigned\tsofa _ the\tsorr _ took\tsorr it\tsorry it\tspeaker\tsucc _ with\ttake care\tt"
        "ena\ttenant\tthat _ your\tthe _ parc\tthe bank's\tthe end\tthe irre\tthe irregularity\tthe ligh\tth"
        'e missing\tthe mistaken\tthe runn\tthe runner\tthey thre\tthey threw\tthis prob\tthis problem\tthu'
        'r and\tthursday and\tto worr\tto worry\tunbl\tunblocked\tup _ writ\tup for\tuse _ card\tvoid _ and\t'
        "we corr\twe corrected\twent _ on\twere put\twill _ appe\twish ,\tyes _ it's\tyou _ amou\tyou _ nig"
        "h\tyou' got\tyou've got\tyour _ been\tyour _ limi\tyour _ mach\tyour _ poin\tyour _ room\tyour liv"
        'i\tyour living\tyour pers\tyour personal\tyour stan\tyour standing\t'
    ),
    0.16: (
        ', _ cons\t, _ phot\t, _ r\t, _ was\t, cust\t- book\t0 _ you\t0 euro\t0 euros\t^ _ bouq\t^ _ made\t^ _'
        " son'\t^ _ up\t^ norm\t^ normal\tacti _ on\taction\tagai ,\tagain ,\talre $\talready $\tan _ ago\tand"
        " _ more\tand _ new\tand u\tapp _ you'\tarri melt\tarrived melted\tat noon\tbad _ and\tbeca we\tbeca"
        'use we\tbeen _ -\tbeen re\tbeen uphe\tbeen upheld\tboth side\tboth sides\tbouq\tbouquet\tchar agai\t'
        'clos prop\tcloses properly\tcons the\tconsider the\tcrea _ arri\tcrea that\tcream that\tdata _ be'
        "en\tdeli _ sign\tdema $\tdemanded $\tdoll _ on\tengineer's\teuro\tfee and\tfirs _ your\tgood on\than"
        'ded it\thas _ re\thas _ repl\thas _ uphe\thave _ $\thave _ more\thave paid\thour ago\tin _ mail\tin'
        " erro\tin error\tinte of\tis _ as\tisn' _ any\tit sort\tit sorted\tlibr $\tlibrary $\tlift _ your\tl"
        'ine _ sync\tlogi loop\tlogin loop\tlove $\tmatt _ $\tmelt $\tmelted $\tmiss\tmistake\tnorm _ has\tno'
        'rm serv\tnormal service\tof _ 0\told emai\told email\tour _ mend\tpay $\tpaym _ you\tport ,\tregist'
        'er\trele to\treleased to\trema ,\trema _ and\treservation\tresolved $\tretu to\treturned to\tsett $'
        "\tsides\tsign _ so\tsignature ,\tsigned in\tso you'\tsola\tstor _ and\tthat _ melt\tthat arri\tthat "
        "arrived\tthat clos\tthat closes\tthat's all\tthe _ mont\tthe _ now\tthe _ term\tthe _ £\tthe fault"
        '\tthe four\tthe fres\tthe fresh\ttick $\ttick :\ttime _ on\ttopp up\ttopped up\tunde _ old\twas deci'
        "\twas decided\twas swap\twas swapped\twe _ not\twe'v _ paid\twher\twhic _ your\twhic sett\twhich se"
        "ttles\twithheld\tworr\twriting to\tyou _ afte\tyou _ full\tyou _ gett\tyou _ of\tyou does\tyou' _ r"
        'efu\tyour _ emai\tyour data\tzone on\t'
    ),
    0.17: (
        ', _ incl\t, _ site\t, _ ther\t, _ with\t, chec\t, refe\t, reference\t- _ issu\t- _ the\t0 less\t0 le'
        'ssons\t^ _ cras\t^ _ free\t^ _ tran\tacco :\tacco with\taddr on\taddress on\tagai sinc\tagain since'
        '\tal\tall _ on\tall syst\tall systems\tand rele\tand released\tand retu\tany\tanyt else\tanything el'
        'se\tapi\tarri and\tarrived and\taske whet\tasked whether\tat no\tbackup and\tbeen repaid\tbeen unbl'
        '\tbeen unblocked\tbill _ and\tcare _ $\tchar in\tdiff has\tdoma was\tdomain was\tdone and\tdupl _ w'
        'as\terro and\terror and\texis _ more\texis any\texist any\texists\tfixe _ :\tfixe and\tfixed and\tfr'
        'om _ file\tgood\thapp stre\thappy streaming\thas _ unbl\thave _ from\thave reme\thave remedied\ti '
        'test\ti tested\tin _ usua\tin sync\tis visi\tis visible\tit _ lost\tit this\tjune _ been\tlike\tload'
        ' _ $\tmade _ by\tmerg _ rele\tmete _ $\tmix\tmix -\tneve want\tnever wanted\tnewsletters $\tof _ th'
        "at\tpaid in\tpare lock\tparental\tparental lock\tplac agai\tplace again\tplayer's\tprob is\trepl ,\t"
        'replaced ,\treso\treso _ clos\tresolve\tretu _ 0\trunn at\trunning at\tscre _ you\tshou now\tshould'
        ' now\tsign _ back\tsinc been\tsince been\tstat _ been\tstat has\tstatement has\tstol _ card\tstol '
        'gift\tstolen gift\tswit back\tswitched back\tthe _ havi\tthe _ plac\tthe _ unit\tthe crash\tthrew\t'
        'to _ bars\tto _ old\ttuit _ the\ttuit for\ttuition for\tup ever\tup every\tused _ be\twanted is\twa'
        "y of\twe foun\twe found\twe thre\twe threw\twe'v _ up\twere righ\twere right\twher _ used\twork fin"
        "e\twron _ code\tyou no\tyou' free\tyou're free\tyour _ will\tyour suspended\t"
    ),
    0.18: (
        ', righ\t, right\t0 _ as\t0 utc\t: _ utc\t^ _ inci\t^ _ lost\t^ _ rega\t^ whatever\t^ yes\tall ther\ta'
        'll there\tand _ clos\tand _ you\tare _ wher\tas thou\tas though\tat _ till\tb ,\tbed\tbook _ ,\tcanc'
        ' on\tcancelled on\tcloses\tcomp abou\tcycl\tcycl ,\tcycles\tcycles ,\tdevi ,\tdevice ,\temai is\temai'
        'l is\terro _ 0\tfreezer\tfull _ in\tfun\tfund were\tfunds were\tgive it\thand _ you\thas _ amen\thas'
        ' _ full\thas _ its\thas _ rein\thas _ retu\thas gone\thous is\thouse is\ti _ take\ti lift\ti lifted'
        "\tif _ look\tis _ on\tis as\tit _ fine\tit _ noon\tit _ put\tit's stan\tit's standing\tlast $\tload\t"
        'loop is\tmatc the\tmatch the\tno furt\tno further\tnoti _ on\tnumb off\tnumber off\told tari\told t'
        'ariff\tone on\topen for\topen to\tover :\tplac ,\tplace ,\tplus\tput _ bed\tput _ righ\tput to\trefu '
        '_ your\trefu your\treis $\treissued $\tremi ,\trestored\trid\trid of\tsay your\tsinc noon\tsince noo'
        'n\tso your\tsqua $\tthe _ char\tthe _ coll\tthe _ gave\tthe _ lost\tthe till\tto _ righ\tto bed\tund'
        'er your\tup ,\tusual\tutc\tw\twe _ back\twe _ toge\twe put\twent _ to\twher it\twhere it\twith _ acco'
        '\twron entr\tyest and\tyesterday and\tyou _ aske\tyou _ find\tyou coll\tyou collected\tyou look\tyo'
        'u requ\tyou requested\tyou this\tyour _ myse\tyour save\tyour team\t'
    ),
    0.19: (
        ', _ furt\t: $\t: i\t^ _ dama\t^ _ you\ta _ conc\ta sati\ta satisfactory\taffecting your\tand _ bank'
        '\tand _ cred\tand _ paid\tand _ were\tannu\tat _ prem\tbe fixe\tbe fixed\tbeen reve\tbeen reversed\t'
        'been stru\tbeen struck\tbirt _ your\tbrou _ miss\tchar\tclai _ full\tclass\tclea _ cust\tclosed\tco'
        "rrectly $\tcred _ elev\tcredit for\tcust char\tcustoms charge\tdays _ on\tdeposit\tdon' _ any\tdri"
        'v brou\tdriver brought\telev days\televen days\templ ,\tencl bill\tenclosed bill\tever _ for\tfaul'
        ' _ clea\tfold\tfor elev\tfor eleven\tfull _ has\tfull _ noth\tfull oper\tfull reso\tfully operatio'
        'nal\tfully resolved\tgood to\thas _ rele\thas _ remo\thas _ reve\thas _ solv\tinstalled\tis _ reso'
        '\tit _ thur\tmade _ $\tmatc _ pass\tmatc your\tmerg ,\tmist or\tmistake or\tmoney returned\tnow _ b'
        'rou\tnow have\tnow reso\tnow resolved\toff _ card\ton 0\ton _ acco\ton _ encl\torde has\torder has\t'
        'our _ or\tout\tout of\trd $\treis ,\treissued ,\tremi $\treturned $\trevi _ $\trigh _ in\tsati ,\tsat'
        'i conc\tsatisfactory\tsatisfactory conclusion\tsatisfied ,\tsatu\tsee _ 0\tsett _ your\tsinc\tso _'
        ' one\tspin\tstands in\ttake _ of\tthat vani\tthat vanished\tthe _ got\tthe _ heat\tthe _ that\tthe '
        'failed\tthe full\tthe picture\tthe whol\tthe whole\tther _ the\tthis _ now\ttick as\tticket as\tto '
        '_ last\ttues _ so\tverification\twe _ the\twent _ and\twhet _ was\twith _ corr\twithout any\tyou _'
        " 0\tyou _ want\tyou aske\tyou asked\tyou' _ the\tyou' _ your\tyou' been\tyou' noti\tyou'll notice\t"
        "you've been\tyour _ has\tyour _ tabl\tyour compensation\tyour logi\tyour login\tyour premises\tyo"
        'ur prog\tyour progress\t'
    ),
    0.2: (
        ', _ done\t, sir\t, toge\t, together\t, ur\t, wipe\t, wiped\t^ _ fix\t^ _ furt\t^ _ leak\t^ havi\t^ ha'
        'ving\t^ merg\t^ merged\t^ reme\t^ remember\t^y\taccepts your\tafte all\tafter all\tagai _ any\tand ,'
        '\tappe ,\tappeal ,\tare plea\tare pleased\tarri _ you\tarri with\tarrived with\tat _ door\tbala _ b'
        'ack\tbank _ it\tbe char\tbe charged\tbeen rect\tbeen rectified\tbeen swap\tbeen swapped\tbeen wipe'
        '\tbeen wiped\tbefo _ $\tbut\tcall _ let\tcalling to\tcarr your\tcarries your\tcorr $\tcred 0\tcredit'
        'ed 0\tdevi agai\tdevice again\tdifference\tdust $\tdusted $\teuros\tfor _ taxi\tha\thandset\thas _ c'
        "onn\thas stop\thas stopped\ti'm call\ti'm calling\tin _ end\tin _ this\tinst and\tis _ us\tit _ thr"
        'o\titem _ your\tlandline\tleak _ your\tlogi is\tlogin is\tmade whol\tmade whole\tmask\tmasks\tobliga'
        'tions\toff _ your\ton _ netw\ton satu\ton saturday\tour obli\tour obligations\tpicked ,\tplac _ $\t'
        'prov cred\tprovisional\tprovisional credit\treleased and\trepl _ has\tretu _ its\tri\tscan _ at\ts'
        'hou _ long\tshou no\tshould $\tshould no\tshow _ 0\tsort _ bill\tsort your\tsorted your\tspot ,\tst'
        're has\tstre now\tstreet now\tswap _ and\tswap _ the\ttabl _ and\ttable ,\tthat _ comp\tthe netw\tt'
        'he network\tthe prov\tthe provisional\tther now\tthere now\tthis _ your\tthro $\tthrough $\tto _ w'
        'ife\ttoge with\ttogether with\ttoo _ $\ttrou\ttrouble\tup _ ,\twas made\twas rein\twas reinstated\tw'
        "as waiv\twas waived\twe _ plea\twe refu\twe refunded\twe'v stop\twe've stopped\twere _ toda\twife\t"
        'with this\twron _ fee\tyou _ pers\tyou _ whol\tyou with\tyour land\tyour landline\tyour wife\t£ _ '
        'on\t'
    ),
    0.21: (
        "&\t, play\t, tick\t, ticket\t0 _ cred\t0 issu\t0 issued\t0 nove\t0 november\t: it's\t^ _ extr\t^ _ pr"
        'of\t^ hot\t^ password\t^ sing\t^ single\tacco _ so\tacco you\taccount you\tadey ,\tadeyemi ,\tand no'
        "w\tare _ free\tare canc\tare cancelled\tas _ this\tat _ addr\tbill's\tby mist\tby mistake\tcanc fre"
        'e\tcancelled free\tcredited back\tdata _ eras\tdata were\tdidn _ are\tfilm\tfini $\tfinished $\tflo'
        'w _ no\tfoll your\tfollowing your\tfor _ with\tfreezing\tfreezing $\tfrom this\tfrom toda\tfrom to'
        'day\thas _ the\thave iron\thave ironed\theat _ $\tis work\tis working\tit :\tjust\tkids\tmone $\tmone'
        'y $\tmore _ pay\tmore to\tmy scre\tmy screen\tneve _ is\tnove\tnovember\tnow _ so\tnow complete\ton '
        '_ up\tout _ ,\tout _ wrin\tpaid out\tpoin _ been\tpoin have\tpoints have\tprem plan\tpremium plan\t'
        'reached you\treco _ deli\trefunded\treim _ the\trein\trese _ ,\tresolved\trest $\trest _ all\trest '
        'to\trestored to\trigh one\tright one\tscreenshots $\tservices\tsign _ ,\tsinc _ $\tsing _ -\tsing s'
        'ign\tsingle sign\tstre is\tthe defect\tthe freezing\ttick have\ttickets have\tto _ neig\tto go\tvoi'
        "d ,\twall _ the\twant are\twant is\twate is\twater is\twe _ iron\twe'v\twe've\twere eras\twere erase"
        'd\twill not\twith _ ,\tworr _ the\twrin\twrinkle\tyou had\tyour _ gift\tyour premium\tyour record\ty'
        'our rese\tyour reservation\t'
    ),
    0.22: (
        '$ _ $\t, confirmation\t, deli\t, delivered\t, heat\t, heating\t, poin\t, points\t, sort\t, sorted\t,'
        ' your\t0 _ toda\t0 agai\t0 again\t0 snap\t0 snapshot\t: _ snap\t^ _ ghos\t^ _ stuc\t^ order\taccess\t'
        "account's\tand _ coun\tand _ glad\tback _ whol\tbe _ agai\tbeen\tbeen reis\tbeen reissued\tbeen re"
        'wi\tbeen rewired\tbelow $\tbother\tbrok chec\tbroken checkout\tcan _ worr\tcanc sale\tcancelled sa'
        'le\tchee $\tcheers $\tclea and\tclos\tcomp _ conf\tcompensation ,\tconf 0\tconfirmation 0\tcontrol\t'
        'depo and\tdepot and\tdisputed\tdone\tdoorbell\tdown to\tearn\tearned\teasy ,\tentirety\tfee back\tfor'
        ' _ and\tfres\tfresh\tghos\tghost\tgone _ to\tgone back\tgood _ :\thas _ reis\thas _ rewi\thave put\th'
        'avi been\thaving been\tin _ enti\tin thei\tin their\tin your\tis rein\tis reinstated\tit _ :\tlag $'
        '\tlong _ ,\tmade _ righ\tmist _ is\tno _ miss\tnow full\tnow fully\ton _ canc\tover _ been\tover ha'
        's\tprin is\tprinter is\tproo of\tproof of\tpushed\treceived by\trefu _ of\trefu as\trefunded as\tren'
        't\tretu _ full\trewi\trewi $\trewired\trewired $\tsale _ refu\tsale is\tsolvd\tsort\tstop worr\tstop '
        "worrying\tstra _ $\tstraight\tsync work\tsystems\tthat dodg\tthat dodgy\tthat's fixed\tthe _ debi\t"
        'the _ one\tthe box\tthe miss\tthe overpayment\tthe past\tthe proper\tthro on\tthrough on\ttook _ a'
        '\ttransferred\tunde your\tvoid $\twall\twas _ at\twas carr\twas carried\twas rest\twas restored\twat'
        'e _ ,\twhol _ and\twhol for\twhole for\tworrying\twron _ from\twron _ of\twron _ on\tyou earn\tyou '
        'earned\tyou should\tyour _ disc\tyour control\tyour lock\tyour susp\t'
    ),
    0.23: (
        ', old\t0 ,\t: _ toda\t: it\t^ _ mana\t^ _ undo\tamou _ eur\tand _ owe\tand _ pays\tback _ full\tboth'
        ' _ on\tburg\tburger\tbusi\tbusiness\tbutt _ what\tbutt does\tbutton does\tcake _ your\tcake reac\tca'
        'ke reached\tcard 0\tcarr out\tcarried out\tcomp the\tcompensated\tdraw\tdrawer\tende\tended\terro yo'
        'u\terror you\tever one\tevery one\texac\texactly\texpo _ does\textr paym\tfiles without\tfini\tflows'
        '\tfold $\tfolder $\tfollowing\tfor by\tfrom _ work\tfull ,\tfurt _ need\tfurt acti\tfurther action\t'
        'has _ repa\thome _ our\tin _ piec\tin comp\tintr _ ,\tintr out\tintruder out\tit toda\tit today\tle'
        "ft in\tlet _ keep\tlike _ work\tlike it's\tlong have\tlonger have\tlook _ it's\tlost _ and\tmate $"
        '\tmile\tmist\tmone _ sitt\tmore _ your\tnew _ we\tno _ acti\tno _ have\to _ $\ton _ octo\tone piec\to'
        'ne piece\tout _ the\towe _ $\towe noth\towe nothing\tpaym is\tpayment is\tpiec\tpiece\tplea _ info\t'
        'prof has\tprofile has\trefu _ gone\trefu in\treim\trein _ 0\troun\tround\truns fine\tsame pric\tsame'
        ' price\tsatu ,\tsaturday ,\tside now\tsign _ by\tspee\tthat paym\tthat payment\tthe _ book\tthe _ m'
        'ete\tthe chat\tthe corrected\tthe draw\tthe drawer\tthe repaired\tthre _ intr\tto pay\tundo $\tundo'
        "ne $\twas _ and\twash\twash mach\twashing\twe'v _ it\twebh\twebhook\twhic _ not\twork $\twron _ was\t"
        'wron with\twrong with\tyou have\tyour cancelled\t'
    ),
    0.24: (
        ', _ leve\t, closed\t, fixe\t, fixed\t, ligh\t, light\t0 doll\t: wron\t: wrongly\t^ _ brok\t^ _ glit\t'
        '^ _ mist\t^ stuc\t^ stuck\t^ thos\t^ those\ta _ toke\tacco can\taddr _ been\tall been\tall of\tand _'
        ' been\tany erro\tapplied to\taske ,\tasked ,\tbeen put\tbeen rein\tbeen reinstated\tcard got\tchec '
        '_ card\tclean\tcomplained\tcorr _ agai\tdelivered to\tdry\tfine _ with\tfine was\tfixe by\tfixed by'
        '\tfull reim\tfull reimbursement\thas _ cred\ti remo\ti removed\ti writ\ti write\tit _ fixe\tit shou'
        "ldn't\tmerg and\tmerged and\tmone retu\tmore $\tmore _ with\tmorn $\tmorning $\tnow corr\tnow showi"
        'ng\tont\torde _ as\tover _ retu\tpage _ the\tperfectly\tperfectly $\tprof _ lift\tprop\trele and\tre'
        'so $\treturned the\tseco _ has\tship anot\tshipped another\tsim is\tsinc i\tsince i\tsqua it\tsquas'
        'hed it\tstra\tto it\ttry $\ttry _ ,\ttry now\tvoic is\tvoicemail is\twarm\twas _ -\twas canc\twas can'
        'celled\twas re\twe _ anot\twe _ say\twe _ with\twhat you\twith any\twoul you\twould you\tyou comp\ty'
        'ou complained\tyour _ pict\tyour _ retu\tyour stol\tyour stolen\t'
    ),
    0.25: (
        ', _ lind\t, _ up\t, test\t0 cred\t0 credited\t^ _ defe\t^ _ find\t^ stre\t^ streambox\tacti _ $\tamo'
        'unt\tand _ can\tand _ rece\tanyt _ come\tare _ in\tbeen amen\tbeen amended\tbuyers\tcharge for\tcom'
        'es up\tdeli it\tdoor at\telse _ up\telse come\telse comes\tendi _ $\tfile _ to\tfile are\tfile goes'
        '\tfres _ was\tfull _ to\tfunc _ $\tfunctioning\tfurt\tfurther\tgall\tgallery\tgoes to\thack\thome on\t'
        'if _ else\tin _ kitc\tin buil\tin build\tinst _ down\tinstalment is\tis func\tis functioning\tissu'
        'e\tletterbox $\tlind $\tlindqvist $\tlive _ $\tlogged in\tmont _ as\tno _ poin\tno open\tnow read\tn'
        'ow reads\told _ $\topen _ rema\topen poin\topen points\tpaym reve\tpayment reversed\tpin is\tplaye'
        'd\tpoin rema\tpoints remain\tprobelm\tprof was\tprofile was\trefunded at\tregard your\tsame seat\ts'
        "ame seats\tseat $\tseats $\tsolv it\tspoi\tspoiled\tstre :\tstreambox\tstreambox :\tsubs\tthat's eve"
        'rything\tthe _ mode\tthe _ tran\tthe hack\tthe instalment\tup agai\tup again\twe rega\twe regard\tw'
        "ith _ new\tyou _ ,\tyou _ mist\tyou'\tyour _ can\tyour gall\tyour gallery\tyour prep\tyour seat\t"
    ),
    0.26: (
        "0 _ deli\t^ _ reli\t^ _ save\t^ amou\t^ amount\t^ resolution\t^ they're\tabov\tabove\tacci is\taccid"
        'ent is\tand closed\tbeen _ in\tbeen compensated\tbeen exec\tbeen executed\tbelonged\tbelonged to\t'
        "billed\tcall list\tcash of\tcashback of\tchanged ,\tclai in\tclie _ ,\tclient's\tcompensation of\tc"
        'ont ,\tcontract ,\tcorrected and\tdeci for\tdecided for\tdeleted your\tdeli and\tdelivered and\tdi'
        'ff of\tdifference of\tdoor _ and\tengineers\texchanged\tfor flag\tfor flagging\thad _ jamm\thas _ '
        'exec\thave _ that\tinvestigation ,\tis _ thin\tit _ morn\tjamm\tjammed\tlong be\tlonger be\tmend it'
        '\tmended it\tno _ be\tnow _ i\toff ,\toff _ call\tone _ has\tour inve\tour investigation\touta _ yo'
        'ur\towe\tplac _ acci\tplay agai\trefu that\trefu went\trefund went\tresolution :\trigh on\tright on'
        '\troot _ was\truns\tset it\tshou do\tshould do\tstru from\tstruck from\tthan _ flag\tthan to\tthanks'
        ' to\tthat _ do\tthat _ for\tthat shou\tthat should\tthe _ :\tthe _ erro\tthe _ key\tthe abov\tthe a'
        'bove\tthe matc\tthis mont\tthis morn\tthis morning\ttook us\tvalu _ 0\twas rect\twas rectified\twe '
        'reco\twe squa\tworks as\tyour loss\tyour vouc\tyour voucher\t£ _ ,\t£ _ is\t问\t问题\t题\t'
    ),
    0.27: (
        '- out\t: _ ,\t^ _ took\ta _ week\tacco _ 0\tare _ now\tarri _ time\tat _ stat\tback _ all\tbeen _ r'
        'igh\tbeen paid\tbill _ show\tbooked ,\tchar _ take\tcred back\tcredited\tdeli to\tenjo _ rest\tfixe'
        ' _ you\tflat _ $\tfor _ scra\tfoun _ solu\tfund\tfunds\tgave you\thad not\thas _ appl\thono\thonoure'
        'd\tis void\tit did\tit opens\tmade good\tmete _ your\tmist _ the\tmone back\tmyse befo\tmyself befo'
        're\tof _ frau\tof _ the\ton _ your\ton time\tprof _ been\tr\tranked\trefu _ reac\trela\tremedied $\tr'
        'esolves\trestored with\trigh _ your\tseco parc\tsecond parcel\tsolved the\tsorr we\tsorry we\tteam'
        ' _ the\tthe _ matc\tthe _ news\tthe stra\tuncl _ your\tuncle\tuncle ,\tunlo for\tunlocked for\tuphe'
        ' and\tupheld and\tvouc has\tvoucher has\twaiting ,\twelc _ $\twelc back\twelcome back\twith _ requ'
        '\twork now\tyour _ hold\t'
    ),
    0.28: (
        ') $\t, 0\t, _ time\t/ s\t0 _ /\t^ _ thou\t^ _ unbl\t^ gone\ta _ but\tamou _ $\tand _ it\tand _ off\tap'
        'p $\tappl _ your\tbeen recalibrated\tcale sync\tcall _ and\tcan sign\tcard unbl\tcard unblocked\tc'
        'old _ $\tcoun on\tcounter on\tdevice $\tdiff _ 0\tdisp _ is\terro _ now\terro has\terror has\teur 0'
        "\thit\ti've refu\ti've refunded\tinstallation $\tis swit\tis switched\tit _ this\tit that\tline has"
        '\tlong ,\tmbit /\tmbit _ s\tmoney back\tnigh agai\tnight again\told numb\topen by\toper $\tour call\t'
        'pick ,\tprin _ $\trecalibrated $\trecovered\treve\trigh _ sinc\tstab\tstable\tstru _ your\tsubscrip'
        'tion\tthe fami\tthe family\tthey used\tthre mont\ttook _ whil\ttrou with\ttrouble with\tvali agai\t'
        'valid again\tvat _ $\twere deli\twere delivered\twhil but\twhile but\twith _ refu\twith _ the\tyou'
        " lost\tyou' _ set\tyour _ acco\tyour _ conf\tyour installation\t"
    ),
    0.29: (
        ", _ outs\t, that's\t0 rd\t^ be\t^ over\t^ woul\t^ would\taddr has\taddress has\taffe your\tand _ run"
        "\tand deli\tand delivered\tand it's\tat _ :\taway $\tbeen _ reso\tbeen reac\tbroa\tcompleted the\tco"
        'rrectly again\tcoul _ your\tcour said\tcourier said\tcured\tdebited\tdid\tdo you\tever in\teverythi'
        'ng in\tfixe for\tfixed for\tfor hang\tfor hanging\tgone _ $\thanging\thanging in\thas _ dele\thas _'
        ' reac\thas _ rest\thear _ us\thot _ is\tit _ try\tjob _ $\tkett on\tkettle on\tlogi _ fixe\tlost _ '
        'yet\tmore\tmute\tnew _ got\tpair with\tproper\truns ,\tsess\tsubs is\tsubscription is\tthat erro\ttha'
        "t error\tthe _ rd\ttook _ unfa\twas recovered\tway it\twith _ orde\twon' see\twon't see\tyet _ fou"
        'n\tyou shou\tyour _ yest\tyour addr\tyour address\tyour broa\tyour card\tyour code\tyour vat\t'
    ),
    0.3: (
        "$ _ retu\t, _ as\t, _ sati\t, closing\t, every\t- on\t^ _ dire\t^ money's\t^ replaced\tand orders\ta"
        'nnulled\tare happ\tare happy\tback _ plac\tbeen annu\tbeen annulled\tbeen fixe\tbeen fixed\tbeen p'
        'atc\tbeen patched\tbrok _ was\tbut _ own\tcale _ the\tcanc _ of\tcarr _ $\tcarr _ ,\tcompensation '
        "has\tcons _ done\tconv\tconversation\tdash\tdid _ tric\tdidn want\tdidn't want\tdish _ ,\tdupl\teffe"
        ' from\teffect from\tgone for\thapp ,\thapp _ but\thappened ,\thas _ annu\thas _ patc\tinto _ it\tin'
        'voices\tissued and\tit done\tlimi $\tlimit $\tlost _ has\toff the\ton is\torde you\torder you\town _'
        ' are\town data\tpatc $\tpatched $\treac your\trun in\tsett _ whic\tsetting ,\tswapped\tthat did\tthe'
        ' 0\ttickets $\tto _ hote\twas _ for\twas remo\twas removed\twe _ happ\twith _ from\twith effe\twith'
        ' effect\tyour _ at\tyour _ pin\tyour acce\tyour access\tyour dash\tyour doma\tyour domain\tyour gi'
        'ft\tyour payouts\tyour problem\tyour webs\tyour website\t'
    ),
    0.31: (
        '0 _ issu\t: _ has\t^ _ clou\t^ reso\tacce _ ,\tand _ of\tban _ your\tban on\tbeen exch\tbeen exchan'
        'ged\tcanc _ as\tcanc flig\tcancelled flight\tcarried\tcomplete $\tever _ as\tfaul and\tfault and\tf'
        'low ,\tfor _ runa\tfurt _ will\tfurt to\tfurther to\tgami\tgaming\thas\thead _ in\thote _ you\tincl '
        'the\tincluding the\tis _ now\tits old\tjust as\tlog ,\tnoth _ betw\tnow _ as\tnow _ your\tover _ yo'
        'u\tpaym issu\tpayment issue\tphon has\tphone has\tprof is\tprofile is\treleased\treme\trepa $\trepai'
        'd the\trestriction\truna\trunaround\tsorted out\tstanding in\tthe $\tthe _ endi\tthe runa\tthe runa'
        'round\tther _ go\tther you\tthere you\ttran _ the\tunde _ same\twallet\tworking now\tyou _ buye\tyo'
        'u back\tyour _ out\tyour _ unde\tyour bala\tyour balance\tyour clou\tyour cloud\t'
    ),
    0.32: (
        ', _ gems\t, _ usd\t0 gems\t0 usd\t: payo\t: payout\t^ _ outa\t^ _ wate\tahea and\tahead and\tall you'
        'r\tamen\tamended\tand\tand _ on\tand it\tat _ toda\tbank told\tbe $\tbook _ morn\tbook this\tbooked t'
        'his\tboth tick\tboth tickets\tdata _ rest\teffe\terro _ been\tfee was\tfixd\tfoun _ way\thand back\t'
        "handed back\thas _ take\tit's _ in\tits _ home\tjust fixe\tjust fixed\tkey has\tlast night\tline _"
        ' live\tlock you\tmone _ book\tnamed\tobjected\tobjected to\toutstanding\tplay _ $\trece by\treco th'
        'at\trental\tsinc the\tsince the\tso _ is\tsquared\tstea\tthat _ of\tthe comm\tthe commission\tthe di'
        'splay\tthe faul\ttran _ and\ttrou _ had\ttrou you\ttrouble you\tway home\twent out\twher your\tyep '
        ",\tyou name\tyou named\tyou obje\tyou objected\tyou're\t"
    ),
    0.33: (
        ', _ ende\t^ _ wron\t^ access\tacco _ you\tall _ agai\tall thre\tall three\tbill _ has\tchar _ gone'
        '\tcheck your\tconf _ on\tcorr _ ,\tcoul _ is\tcred _ has\tdedu\tfavo and\tfavour and\tfrom thre\tfro'
        'm three\tgo ,\tgran _ you\thead back\thist\thistory\tintr\tintruder\tis up\tkind _ that\tlast _ your'
        '\tmade _ whol\tmade you\tmatch\tmr _ $\tneed _ your\tneed on\tneeded on\tnote that\toff _ list\toff '
        "our\tput this\tshow _ your\tsinc 0\tsince 0\tso do\tthat _ the\tthat's the\tthe _ hand\tthe _ tick\t"
        'the intr\tthe intruder\tto _ door\twas _ :\tworl $\tyou _ for\tyou whol\tyou whole\tyour lost\tyour'
        ' name\t'
    ),
    0.34: (
        ', _ chec\t, signed\t^ _ did\t^ stat\t^ status\t^ subt\t^ subtitles\tagai _ with\tbeen fulf\tbeen fu'
        'lfilled\tbeen reme\tbeen remedied\tcalendar\tclosed ,\tcut _ neig\tcut the\templ\tengi repa\tengine'
        'er repaired\tfix _ done\tfixe $\tfixed $\tfor _ an\tfor half\tfor is\tfulf\tfulfilled\tgave _ back\t'
        "half _ hour\thalf an\thas _ reme\tis _ left\tit _ you\tmet\tneig _ out\tneig remo\tneighbour's rem"
        'ote\toff _ mark\tovercharged\trega your\tremo _ of\tremo out\tremote\tremote out\tsell has\tsell li'
        "st\tseller has\tseller's listing\tsyncs\tthe mark\tthe neighbour's\tto _ and\tused to\twe cut\twere"
        ' _ ,\twere over\twere overcharged\twith _ erro\tx _ d\txe\t'
    ),
    0.35: (
        ")\t, customer's\t^ _ arri\tafte our\tafter our\tall back\tall sort\tall sorted\tand _ sinc\tany _ ,"
        '\tas _ dema\tbeen remi\tbeen remitted\tcale _ $\tclos _ matt\tcome up\tcredit on\tdeli a\texam _ ha'
        "s\thas _ remi\ti've take\ti've taken\tinco and\tis alre\tis already\tit righ\tit right\tnow _ to\tpl"
        'ay\tplay ,\tremoved\troom is\tshop fron\ttax that\tthe _ name\tthe unwa\tthe unwanted\tto _ arch\tun'
        "wa\tunwanted\twarr by\twarranty by\tworks\tyou dema\tyou demanded\tyou' _ in\tyour _ alre\tyour _ c"
        'oun\tyour _ fron\tyour _ made\tyour kitc\tyour kitchen\t'
    ),
    0.36: (
        ', clai\t, claim\t0 _ back\t^ _ matc\table _ get\talre _ $\tand dust\tand dusted\tanyt _ ,\tas _ was'
        '\tback on\tbe working\tbeen appl\tbeen applied\tbeen set\tcrashing\tdesk _ you\tdesk told\tdone _ d'
        'ust\tdouble\tdrai _ ,\tdust\tdusted\tenjo $\tenjoy $\tfaul _ on\thas _ put\thas _ set\tissu _ ,\titem'
        ' _ $\tloop\tmisr\tmoney in\tnext _ your\tno _ visi\tnumb _ off\tof _ now\tonce more\toverturned and'
        '\tplan was\trate _ ,\treco is\trecord is\tshou _ work\tsitt\tsitting\tthe _ loop\tthe _ pair\tthe ap'
        'i\tthe fees\tthe register\tto _ been\tto card\tusua $\tusual $\twaiv and\twaived and\twas able\twas '
        "over\twas overturned\twere rest\twere restored\twron _ has\tyou _ use\tyou won'\tyou won't\tyour d"
        'atabase\tyour to\t'
    ),
    0.37: (
        ', gues\t, guest\t0 _ mont\t0 dollars\t: )\t^ _ back\t^ _ off\tagai :\tagain :\tas _ had\tback\tback t'
        'o\tby _ is\tcancelled the\tconsider\tcorr the\tcorr to\tcorrected to\tcrac it\tcracked it\texec\texe'
        "cuted\tfinished\tglad to\tgood $\th _ n\thave fixed\ti'm clos\ti'm closing\tinvo _ $\tlanded in\tmor"
        'e ,\tnew devi\tnew device\tnot 0\tof ,\tof _ phot\ton _ agai\tpage and\tproblem\tremedied the\tsent '
        "_ your\tservice $\tsort out\tstan _ $\tthat's it\tthe match\tus _ we\twage\twent back\tyour _ book\t"
        'your _ hit\tyour listing\tyour store\tyour tickets\t'
    ),
    0.38: (
        ", both\t^ _ we'r\t^ missing\tagai _ all\tall fixe\tall fixed\tas\tbeen _ sinc\tbonu has\tbonus has\t"
        'by acci\tby accident\tdepo _ been\tdepo has\tdeposit has\tdrop _ at\tfine\thit _ acco\tinte _ back'
        "\tlifted the\tmist _ been\tmist has\tmistake has\tmother's\tpaid you\tprob $\tproblem $\trefu\trefu "
        '_ rece\tsign for\tsigned for\tstre back\tstreak back\tthe fund\tthe funds\tto _ now\twith trou\twit'
        "hout trouble\tyou _ stre\tyou plac\tyou placed\tyour _ $\tyour mother's\tyour payp\tyour paypal\t"
    ),
    0.39: (
        ', _ char\t: _ euro\t^ _ numb\t^ glad\ta _ ago\tand paid\tany _ $\tare ,\tare _ your\tat nigh\tat nig'
        "ht\tbeen _ $\tbeen reca\tcontent $\tcurr $\tdoll\tdon' _ us\tdon' owe\tdon't owe\tenjo\tenjoy\teuro ,"
        '\teuros ,\tglad _ coul\tglad we\tgood ,\tgree agai\tgreen again\thas _ reca\thave _ agai\thave ligh'
        '\thave light\there _ the\ti reop\ti reopened\tinve ,\tis now\tissu _ the\tligh agai\tlight again\tmi'
        'nute ago\tnot only\tnow it\tnumb _ the\tonli _ ,\towe _ anyt\towe us\tplay _ ,\trefl\treop your\treo'
        'pened your\trestored $\tright\tso _ clos\tthat _ grie\tthe city\tthe righ\tthe subscription\tthre '
        '_ ,\tus _ the\tus anyt\tus anything\tyou _ been\tyou _ ligh\tyou _ owe\tyour _ nigh\t了\t了$\t'
    ),
    0.4: (
        '0 a\t[ reso\t[ resolved\tbill _ been\tbill has\tboil is\tboiler is\tchannel\td$\tdid not\te _ $\tinvo'
        "ice now\tis heal\tis healthy\tit's _ agai\tlive agai\tlive again\tmiss _ your\tmiss from\tmissing "
        'from\tnew _ with\tnois from\tnoise from\tnow _ in\torde _ comp\tpaid _ to\treactivated\trecords $\t'
        'replaced\treso ]\tresolved ]\tsitt _ your\tsorted\tstat _ reso\ttook a\tundo the\tyou _ long\tyou _'
        ' miss\tyou _ noth\tyou off\tyou yest\tyou yesterday\t'
    ),
    0.41: (
        '^ _ blue\t^ _ corr\t^ _ phon\ta _ if\tacco unlo\tand _ have\tbala\tbalance\tbank tran\tbank transfe'
        "r\tbehi _ $\tblue tick\tby _ tran\tby bank\tcan' _ how\tconfirmed by\tcost was\tfee _ $\tfix\theal $"
        "\thealthy $\theat _ ,\tif _ need\tin one\tinventory $\tit ough\tit ought\tit's off\tlevels\tnoth out"
        's\tnothing outstanding\told user\told username\tour _ work\tpaym agai\tpayments again\tperf $\tpho'
        'n _ is\tsept $\tshou _ all\tsort $\tsorted $\ttabl ,\tthe _ you\tundi the\tundid the\tusername\twas '
        'withdrawn\twhic _ been\tworl\twron char\tyour _ user\tyour door\tyour froz\tyour frozen\tyour ship'
        'ping\t'
    ),
    0.42: (
        "- sent\t^ phew\t^ that's\tafternoon\tas usua\tas usual\tbadg\tbadge\tbeen _ out\tdisc our\tdischarge"
        'd our\tdoor _ $\thave disc\thave discharged\thome _ $\tlisting\tmatc\tno need\tof £\tout _ your\tphe'
        'w\tphew ,\tre _ sent\treac _ bank\trest with\tresumed $\trigh\tswap _ a\tthe locked\ttopp\ttopped\twa'
        "rr _ has\twe looked\twe'v alre\twe'v set\twe've already\twe've set\tyou' all\tyou're all\t"
    ),
    0.43: (
        ', _ fun\t, when\t^ _ more\t^ _ unlo\tacce your\tagain without\tall _ ,\tbeen dele\tbeen deleted\tbe'
        'en reim\tbeen reimbursed\tcanc _ your\tcheckout\tfor _ brok\tfun $\ti was\tinta\tinta $\tintact\tint'
        'act $\tkink\tkinks\tlast char\tlast charge\tlink _ ,\tnow comp\tover was\tremains on\tremo ,\tremove'
        'd ,\tremoved from\treve $\treversed $\tselling\tshou if\tshout if\tshows the\tsign _ on\tsinc ten\ts'
        'ince ten\tthe film\tthe kink\tthe kinks\tthis _ been\tto its\ttoda _ it\tus and\twill find\twith _ '
        'now\tyou _ anyt\tyou once\tyou owe\t'
    ),
    0.44: (
        ", check\t, it's\t0 _ your\t^ _ clas\tacti need\taction needed\tago $\tas _ 0\tas _ the\tbug'\tbug's\t"
        'call to\tcan open\tclos ,\tdownload\tfrom _ orde\thas _ lift\thot wate\thot water\tin _ inve\tis _ '
        'full\tis _ prop\tis showing\tlogi\tlogin\tmiss _ was\tn _ $\tnews :\tonli $\tonline $\tphon work\tpho'
        'ne works\tremitted\trepa and\tretu _ you\tserv up\tshowing $\tstra $\tstraight $\tstre _ your\tsync'
        '\tthe brok\tthe broken\tthis tick\tthis ticket\tto let\twant $\twanted $\twoul take\twould take\twri'
        "t _ conf\tyou _ book\tyou sign\tyou signed\tyou' _ a\tyour _ plan\tyour chil\t"
    ),
    0.45: (
        "0 retu\t0 returned\t^ _ reca\t^ everything's\tall $\tbank conf\tbank confirms\tbeen work\tcompensa"
        "ted $\tdelivered at\tdemanded\tend $\texis $\tfine _ afte\thas been\thas sinc\thas since\tisn' it\ti"
        "sn't it\tms $\tone you\tpaid _ toda\tremo\tsinc we\tsince we\tsofa\tthe _ 0\tther agai\tthere again\t"
        "we repl\twe replaced\twe'v _ thin\tyou' see\tyou'll see\tyour _ is\tyour _ work\t"
    ),
    0.46: (
        ', comp\t^ _ arre\t^ _ stop\t^ looks\tat your\taway _ your\tbala $\tbalance $\tcompleted $\tenjo the'
        '\tenjoy the\tgot you\tis comp\tissu is\tissue is\tissue resolved\tlifted\tlooks like\tof _ way\ton _'
        " card\tour book\tphon _ agai\tprob\treactivated $\trest at\trestored at\tring agai\tso you're\tstre"
        "et has\tswap your\tswapped your\tthe site\tthe unfa\tthe unfair\tup and\twe'v give\twe've given\twr"
        'ot _ us\tyour _ name\t'
    ),
    0.47: (
        ': _ $\t^ _ bike\t^ _ re\tback wher\tback where\tcommission\tdata are\tdeli _ your\thas _ rect\thas '
        "_ sinc\thave _ made\ti _ 0\ti've _ you\tlast nigh\tmind\ton _ tick\tour _ succ\tour fitt\tour fitte"
        'r\tplea _ advi\tsucc in\tsucceeded in\tthat _ ,\tthat went\tthe stream\tto your\twher they\twhere t'
        "hey\tyou couldn't\tyour corr\tyour prob\t"
    ),
    0.48: (
        ', _ acco\t^ _ drin\t^ _ will\t^ issu\tagai _ i\tand repa\tare chan\tare changed\taske if\tasked if\t'
        'back _ its\tceas\tceased\tchan ,\tis _ $\tjust _ you\tmatt _ clos\tput _ $\treimbursed\trele _ fund'
        "\tserv _ back\tsqua _ $\tthe stuc\tthe stuck\twas rele\twas released\twith _ righ\tyou' back\tyou'r"
        "e back\tyour shop's\t已经\t经\t"
    ),
    0.49: (
        "0 toda\t0 today\t: the\t^ account\t^ customer's\tand _ $\tbeen _ and\tboth cale\tboth calendars\tca"
        'lendars\tconfirms\tcred the\tcredited the\tdata has\tdisb ,\tdisbursed ,\tgone _ and\tgood news\tha'
        'd _ your\thave any\thave sort\thave sorted\theal\thealthy\tin as\tis onli\tis online\tre\treco _ $\tr'
        'eplaced it\trigh :\tright :\tsubt on\tsubtitles on\tthe doub\tthe double\ttown\twe _ sort\twere _ i'
        'n\twher _ belo\twithdrawals\twrongly\tyes _ it\tyou $\tyou the\t'
    ),
    0.5: (
        ', case\ta happ\ta happy\tban ,\tbeen remo\tbeen removed\tcorr _ and\tdeli 0\tdeli _ :\tdelivered 0\t'
        'have refu\thave refunded\tinvo now\tis sett\tis settled\tkind note\tkindly note\tmone in\tnoth _ t'
        'ake\tnoth furt\tnothing further\tnow shows\tpaid _ 0\trele your\treleased your\tship _ was\tstoppe'
        "d it\tstru\tstruck\tthe cost\twas misc\tyou didn\tyou didn't\tyou go\t"
    ),
    0.51: (
        '$ _ has\t, _ cred\t0 _ sinc\t: _ comp\t^ _ trou\t^ with\tbook ,\tclea ,\tfami\thas _ paid\thas retu\t'
        'has returned\thave cred\thave credited\tleak and\tlock on\tlost in\to _ r\tou\toverturned\tre -\tset'
        "tled $\tstre _ ,\tstre _ 0\tthat's you\tundi\tundid\tunlocked your\twe _ cred\twe undi\twe undid\twh"
        'ic had\twhich had\ty _ u\t'
    ),
    0.52: (
        ', toda\t, today\tand _ sett\tbloc _ our\tboom ,\tchar _ $\tchild\tcomplaint is\tcorr\tdollars\texist'
        '\thave reve\thave reversed\there conf\thereby confirm\tinventory\tinvo _ ,\tmake _ agai\tnew _ rea'
        'c\tof _ refu\tonce agai\tonce again\trecalibrated\trefu done\trefund done\trestart\treturned\tsitt '
        'in\tsitting in\tthat _ you\tyou and\tyour inve\tyour inventory\t'
    ),
    0.53: (
        '0 _ are\t^ _ lift\t^ enjo\t^ enjoy\t^ solv\tbeen _ good\tcash _ $\temai _ is\tfine now\tfoun its\tfo'
        'und its\tjust refu\tjust refunded\tnow in\tpaid\tpass and\trecovered and\trede\tshut $\ttook the\twe'
        ' paid\twith _ sinc\tyour agai\tyour free\tyour list\tyour shop\tyours again\t'
    ),
    0.54: (
        ':\tende on\tended on\tever _ of\tpaym of\tpayment of\trunn agai\trunning again\tstreaming\tthe subs'
        '\tthe way\tus if\tvouc _ now\tyour _ any\t'
    ),
    0.55: (
        '^ _ -\t^ _ erro\t^ _ €\t^ ship\tagai $\tagain $\tand _ fee\tdeli at\tdoes _ it\tdoes what\tdoub book'
        '\tdoub char\tdouble booking\tinstallation\tnot easy\ton _ febr\trepaid $\tshow _ righ\tsince\tthat '
        '_ lift\tthe corr\tthre the\tthrew the\twas _ easy\twhat _ shou\tyour hote\tyour hotel\t'
    ),
    0.56: (
        '- free\t@ _ the\t^ perm\t^ permissions\tall _ are\tcancelled and\tcase _ a\tclea $\tclou\tcloud\tcon'
        'firms that\teven thou\teven though\tfinally\tfoun it\tfound it\theat on\theating on\tit open\tline '
        '_ morn\tline this\tname _ been\tname has\ton _ part\towed\tprob _ ,\trectified\tsite has\tthat neve'
        '\tthat never\tunfa\tunfair\twas brou\twas brought\twas lift\twas lifted\twas with\twith ,\tyour issu'
        '\tyour issue\tyour part\t'
    ),
    0.57: (
        "^ logi\t^ login\t^ you'\t^ you've\tchar for\tdeli toda\tdelivered today\tdema\tfixe _ our\tis noth\t"
        'is nothing\tnail\tnail it\tnailed\tnailed it\tnorm $\tnoth left\tnothing left\tpaid _ back\trepl _ '
        "deli\tthat's\tther _ noth\tunlo $\tunlocked $\tusd\t"
    ),
    0.58: (
        ", _ happ\t, _ you'\t^ ur\tand clos\tand returned\tand you've\tcorrected $\tis behi\tis behind\tmisc"
        " $\tno _ need\tprob _ fixe\tshouldn't\tstop cras\tstopped crashing\tthis _ ,\twished ,\tyour cred\t"
        'your credit\t'
    ),
    0.59: (
        ', enjo\t, enjoy\t, with\t^ _ scre\tadvised that\tand cred\tand credited\tbe advi\tbe advised\tbloc '
        '_ off\tbooks\tcabl was\tcable was\tcare of\tdoub _ is\tfavo\tfavour\tfrom _ dead\thot\tin _ favo\tit '
        '_ go\tlost _ the\tmist and\tmistake and\ton _ new\tspelled\tsuccessfully resolved\tunbl $\tunblock'
        "ed $\twait ,\twe'r _ onli\tyou _ sell\tyour favo\tyour favour\t"
    ),
    0.6: (
        '0 mbit\t: _ sent\t^ _ gave\t^ _ poth\t^ yay\ta charm\tbeen fill\tbeen filled\tcarries\tcharm\tende _'
        ' 0\tgone $\tit runs\tmbit\trefunded to\tsingle\tthan _ tell\twork like\tyay\tyay ,\tyour _ bill\tyour'
        ' cour\tyour course\tyour working\t'
    ),
    0.61: (
        '^ _ sofa\ta love\ta lovely\tand work\tand works\tas _ requ\tbeen _ down\tbehi us\tbehind us\tby _ e'
        'ngi\tcan log\tclosing this\tfull\thave _ love\thave reso\thave resolved\tit belo\tminu ago\told _ i'
        's\trank\tshut\tsinc thur\tsince thursday\tup _ you\twas ,\tyour photo\t€\t€ 0\t'
    ),
    0.62: (
        ', _ back\t, _ clea\tduplicate\tfine _ $\thad neve\thad never\thand $\thas resu\thas resumed\tis _ o'
        'ne\tit _ paid\tlift\tresumed\tserv _ resu\tsolved $\tthe shor\tto $\tto _ acco\twhol\twhole\t'
    ),
    0.63: (
        ", _ acce\t^ consider\t^ foun\t^ found\tas of\tcustomer's\teverything's\tof _ and\tthe free\tvoid\twe"
        ' took\tyour\t'
    ),
    0.64: (
        ', sign\tacco on\taccount on\tapp and\tback _ tues\tcorr agai\tfine agai\tfine again\tfixe _ faul\th'
        'as _ chan\tnow ,\tunlocked\twas _ back\twith no\t'
    ),
    0.65: (
        '^已\tchanged to\tfraudulent\thall\tis hist\tis history\tprop _ $\trd\tthe fraudulent\tto repo\tto rep'
        "ort\ttran _ you\twas _ this\twe solv\twe solved\twe'v made\twe've made\twith every\tyour _ now\tyou"
        'r _ sinc\tyour app\tyour ship\t'
    ),
    0.66: (
        '^ _ been\tand _ back\tback up\tcorrectly\thung\ti _ e\tour service\tout the\tplays\trate _ serv\trat'
        'e our\treached your\tswap ,\tswapped ,\ttell _ if\tthat _ out\twent\tyou was\t'
    ),
    0.67: (
        'app _ your\tis _ unde\trigh _ and\tthe _ tax\tworr ,\tyo\t£\t£ 0\t'
    ),
    0.68: (
        ': _ was\t^ _ broa\t^ _ miss\t^ _ squa\taddr _ 0\tago\tbrou your\tbrought your\tcase clos\tcase clos'
        'ed\tdeposit was\tis acti\tis active\tof _ tran\tpayp\tpaypal\trect\trelieved\tshow the\tstuc _ $\ttec'
        "h _ the\tthe inst\twe'v fixe\twe've fixed\tyour letterbox\tyour prem\t"
    ),
    0.69: (
        '^ _ fres\t^ all\taddressed\tare off\tcleared\tcorr _ in\tfor ya\thas it\tiron\tiron out\tironed\tiron'
        'ed out\tis _ you\tlonger\toff\toff _ and\tya $\t'
    ),
    0.7: (
        '^ credit\thas _ fixe\thit your\tis _ your\told invo\tparc and\tparcel and\tsolv $\ttric $\ttrick $\t'
        "you' find\tyou'll find\t"
    ),
    0.71: (
        ', _ paid\t: replacement\t^ cons\t^ yep\tglit\tglitch\thave fun\tit a\tnot run\toperational\tso this\t'
        'that for\twill _ run\tyep\tyour hands\t'
    ),
    0.72: (
        '^ _ now\tbeen _ from\tbeen recovered\tcost you\thas _ corr\thas _ swap\thas _ thro\tnormally $\tre'
        'ma _ your\tworks $\tyour reco\t'
    ),
    0.73: (
        ', _ ever\t, _ reso\t^ _ push\t^ dupl\t^ duplicate\tagai\tback _ your\tbook is\tbooking is\tdisb\tdis'
        'bursed\tg\tin _ orde\tlanded\tof _ two\tok $\trestored your\tsolv _ $\twe mana\twe managed\t'
    ),
    0.74: (
        'afternoon $\tas requ\tas requested\tclea _ the\tin _ bank\tlive $\tnow $\tpast $\tundo\twe retu\twe '
        'returned\twith ever\tyour _ ende\t'
    ),
    0.75: (
        ", ever\t^ _ full\tall 0\tand you're\taske _ and\tbut _ mone\tline _ been\tlove _ $\ton your\tvoided"
        '\twe _ it\t'
    ),
    0.76: (
        ', _ had\tas befo\tas before\tby _ on\tchil\tcloses the\tis complete\tok\toverpayment\tsing\tthe righ'
        't\twas transferred\t'
    ),
    0.77: (
        '=\t^ miss\tclosed as\tpermissions\tyour _ data\t'
    ),
    0.78: (
        ", _ at\t, _ clai\t, _ this\t^ sort\t^ sorted\tand _ as\tas _ shou\tit's live\tnoth _ $\tperf\tstan i"
        'n\tyou neve\tyou never\t'
    ),
    0.79: (
        'alth we\talthough we\tclosing\tcorrected\tdischarged\thas now\tnoth was\tnothing was\tof them\trepa'
        'ired and\tturned out\twith you\tyour hand\t'
    ),
    0.8: (
        ': fixe\t: fixed\talre\talready\tdone $\tgo now\tissu _ reso\tleft _ buil\tproperly\t'
    ),
    0.81: (
        '^ _ as\t^ _ fixe\tactive\tas _ wish\tmare\tmare plan\tmarek\tmarek planed\tplaned\tstopped\tsucceede'
        "d\ttheo\twished\tyou wish\tyou wished\tyou' in\tyou're in\t"
    ),
    0.82: (
        ", _ all\taske $\tasked $\tin _ agai\tis _ agai\tis _ and\twith yest\twith yesterday's\t"
    ),
    0.83: (
        ', clos\t: _ 0\tacco rest\tagai _ our\tagai _ your\tagain\tfixe the\tk\tthe _ tari\t'
    ),
    0.84: (
        ': reso\t: resolved\t^ following\tback in\tcomi in\tcoming in\treim the\treimbursed the\tretu _ you'
        'r\t'
    ),
    0.85: (
        '^ _ nois\t^ _ prob\tit _ ,\tof _ past\tthin of\tthing of\twas paid\t'
    ),
    0.86: (
        'refu succ\trefund successful\treversed the\tsuccessful $\ttook _ of\ttook care\t'
    ),
    0.87: (
        'advi _ the\tare _ agai\tfixe _ than\tholds\tis dead\toff _ bill\tonli agai\tonline again\trepl it\t'
        'your _ as\t'
    ),
    0.88: (
        '^ _ had\tdeal\tdeal with\tdealt\tdealt with\tfoun and\tfound and\tnoth _ to\tyour number\tyour stor'
        '\t'
    ),
    0.89: (
        '^ refunded\tand _ mone\tcleared $\thas _ sett\tissu reso\tresolved your\tthis afte\tthis afternoo'
        'n\twhen _ call\t'
    ),
    0.9: (
        'and _ live\tanyt _ ?\tcale\telse ?\telse _ $\tgiven you\tkill\tkilled\tswap for\tswapped for\tthe _ '
        'no\tthe spam\t'
    ),
    0.91: (
        'reissued\tur\tusin your\tusing your\t'
    ),
    0.92: (
        'work as\twron _ your\t'
    ),
    0.93: (
        '0 _ has\t'
    ),
    0.94: (
        '^ ever\tmade it\tyour _ righ\tyour _ stan\t'
    ),
    0.95: (
        ', _ clos\t^ issue\tafte $\tdead ,\tfixi the\tfixing the\tis live\tpatched\trepa _ 0\ttaken care\twe '
        'fixe\twe fixed\t'
    ),
    0.96: (
        'as new\tgood _ new\tgood as\trema on\tto you\t'
    ),
    0.97: (
        '^ _ webh\twe _ paid\t'
    ),
    0.98: (
        'advi that\tbeen reactivated\tbeen sett\tbeen settled\tit _ frid\tnow been\tyour _ prof\t'
    ),
    0.99: (
        'alre _ you\tis righ\tis right\t'
    ),
    1.0: (
        'come home\tfunc\t'
    ),
    1.01: (
        "^ you're\tcan conf\tcan confirm\tmanaged\tmanaged to\tyou _ off\t"
    ),
    1.02: (
        'just _ that\t'
    ),
    1.03: (
        'all done\trefu _ comp\tthe neig\twe cons\twe consider\t'
    ),
    1.04: (
        'alre _ the\tthe _ doll\tyou :\t'
    ),
    1.05: (
        ', _ work\tand _ work\tjust now\tresolved the\twent thro\twent through\t'
    ),
    1.06: (
        '^ _ sort\t^ boom\tbeen full\tbeen fully\tboom\tclos as\tthre _ are\tto _ wron\twe reso\twe resolved'
        '\twipe\twiped\t'
    ),
    1.07: (
        'pleased\tpleased to\tyou has\t'
    ),
    1.08: (
        '^ fixe\t^ fixed\tgone\thas ende\thas ended\thave $\t'
    ),
    1.09: (
        '^ _ all\tthe correct\ttook\t'
    ),
    1.1: (
        'a thin\ta thing\tmisc\tsent and\t'
    ),
    1.11: (
        'closed $\treversed\tthat fixe\twanted\t'
    ),
    1.12: (
        ', _ fixe\ta _ now\tlonger $\twe owed\t'
    ),
    1.13: (
        'emails\t'
    ),
    1.14: (
        'clos $\texis\tour _ ?\tsucc reso\t'
    ),
    1.15: (
        'norm _ $\treli\twe _ able\twere able\t'
    ),
    1.16: (
        'all\tcorrected the\tur _ $\tyour _ show\tyour numb\t'
    ),
    1.17: (
        'are back\t'
    ),
    1.18: (
        '^ solved\t'
    ),
    1.19: (
        '^ _ swap\t'
    ),
    1.2: (
        "^ _ reim\tfrom _ side\twe'r back\twe're back\tyou rece\tyou received\t"
    ),
    1.21: (
        '^ inte\tundone\twhat it\t'
    ),
    1.22: (
        '- _ has\towed you\t'
    ),
    1.23: (
        'we did\t'
    ),
    1.24: (
        'good _ go\t'
    ),
    1.25: (
        'now\tsquashed\t'
    ),
    1.26: (
        "^ _ runs\ttoday's\t"
    ),
    1.27: (
        'cure the\tcured the\t'
    ),
    1.28: (
        '^ problem\tlovely\t'
    ),
    1.29: (
        "gone from\tit's _ now\t"
    ),
    1.3: (
        'can _ in\tflow\t'
    ),
    1.31: (
        '$ 0\tand fixe\tand fixed\t'
    ),
    1.32: (
        '@ _ your\t'
    ),
    1.33: (
        'is gone\tnow show\t'
    ),
    1.34: (
        'fix work\t已\t'
    ),
    1.35: (
        'prob _ $\t'
    ),
    1.36: (
        ', _ conf\t'
    ),
    1.37: (
        'plea to\tyou wanted\t'
    ),
    1.38: (
        'and all\trefunded the\t'
    ),
    1.39: (
        'fixe now\tfixed now\t'
    ),
    1.43: (
        '^ _ $\tan end\tis off\t'
    ),
    1.44: (
        'afte we\tafter we\tit _ your\t'
    ),
    1.45: (
        'it took\t'
    ),
    1.47: (
        ', _ and\t'
    ),
    1.48: (
        'easy\thappy\thave now\t'
    ),
    1.49: (
        'off your\t'
    ),
    1.5: (
        'any more\t'
    ),
    1.51: (
        '0 ms\t'
    ),
    1.52: (
        'acce _ your\tremedied\twaived\t'
    ),
    1.53: (
        '^ that\t'
    ),
    1.54: (
        "at last\twe'v _ you\t"
    ),
    1.55: (
        'been _ back\t'
    ),
    1.56: (
        'full _ was\t'
    ),
    1.57: (
        'and the\t'
    ),
    1.6: (
        'any long\tany longer\t'
    ),
    1.63: (
        'and your\tno long\tno longer\t'
    ),
    1.65: (
        'was $\t'
    ),
    1.71: (
        'fixed the\tis back\tnow that\t'
    ),
    1.72: (
        'glad\t'
    ),
    1.73: (
        'furt _ $\t'
    ),
    1.74: (
        'repaid\t'
    ),
    1.76: (
        '^ _ and\t'
    ),
    1.79: (
        'once _ $\twas _ out\twe repa\t'
    ),
    1.81: (
        'working $\t'
    ),
    1.84: (
        '0 paid\t'
    ),
    1.86: (
        'we _ done\t'
    ),
    1.87: (
        'withdrawn\t'
    ),
    1.97: (
        'instalment\t'
    ),
    2.01: (
        '^ _ done\t'
    ),
    2.04: (
        'and you\t'
    ),
    2.08: (
        ', all\t^ prob\t'
    ),
    2.09: (
        '^ everything\t✓ $\t'
    ),
    2.13: (
        'reinstated\t'
    ),
    2.17: (
        "and you'\t"
    ),
    2.26: (
        'in full\t'
    ),
    2.64: (
        'squa\t'
    ),
    2.65: (
        'for good\t'
    ),
    3.39: (
        'no more\t'
    ),
}
