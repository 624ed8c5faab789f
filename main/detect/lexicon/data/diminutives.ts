/**
 * Everyday short forms of given names. Each line has one name: its full forms, a colon, and what people with that name
 * are called. All are in small letters, Russian names in Cyrillic, since their spellings in other letters are found
 * through `romanKey`. Written from general knowledge of these languages.
 */
export const DIMINUTIVES = `
  abigail: abby abbie gail
  abraham: abe bram
  albert: al bert bertie albie
  alexander aleksander alexandr: alex al sandy xander lex alec sasha
  alexandra aleksandra alexandria: alex sandra lexi allie sasha sandy
  alfred: alf alfie fred freddie
  alice alicia: ali allie lisa
  amanda: mandy manda
  andrew: andy drew
  angela angelina: angie ange
  ann anne anna annabel: annie nan nancy anya
  anthony antony: tony ant
  arthur: art artie
  barbara: barb babs barbie
  benjamin: ben benny benji
  bernard: bernie
  bradley: brad
  caroline carolina carolyn: carrie caro lina carol
  catherine katherine kathryn katharine: kate katie kathy cathy kat kit kitty kay
  charles: charlie chuck chas chaz
  charlotte: lottie charlie lotte
  christine christina kristina christiane: chris chrissie tina kris christie
  christopher kristofer: chris kit topher christy
  clifford clifton: cliff
  constance: connie
  cynthia: cindy
  daniel: dan danny
  daniela danielle: dani dannie ella
  david: dave davy davie
  deborah debra: deb debbie
  dennis denis: denny den
  donald: don donny donnie
  dorothy dorothea: dot dottie dolly dora
  douglas: doug dougie
  edward edmund edwin: ed eddie ted teddy ned
  eleanor elinor: ellie nell nora nellie
  elizabeth elisabeth: liz lizzie beth betty betsy eliza lisa libby bess liza elsie lisbeth lizbeth lilibet bessie bet ellie elspeth ilse else
  emily emilia: em emmy millie
  emma: em emmy
  eugene: gene
  florence: flo florrie flossie
  frances: fran frannie francie frankie franny fanny
  francis franklin: frank frankie fran
  frederick fredrick: fred freddie freddy rick
  gabriel: gabe
  gabriella gabrielle: gabby gabi ella
  geoffrey jeffrey: jeff geoff
  george: georgie
  gerald gerard: gerry jerry
  gregory: greg gregg
  harold henry: harry hal hank
  helen helena: nell nellie lena ella
  herbert: herb bert bertie
  howard: howie
  isaac: ike zac
  isabel isabella isobel: bella izzy belle isa
  jacob: jake jack coby
  jacqueline: jackie jacqui
  james: jim jimmy jamie jem
  janet jane: jan jenny janie
  jennifer: jen jenny jenna
  jeremy jeremiah: jerry jem
  jessica: jess jessie
  joan joanna joanne: jo joanie
  john jonathan: jack johnny jon johnnie
  joseph: joe joey jo
  josephine: jo josie
  joshua: josh
  judith: judy jude judi
  julia julian julie: jules
  kenneth: ken kenny
  kimberly: kim kimmy
  laura lauren: laurie lori
  lawrence laurence: larry laurie loz
  leonard: leo len lenny
  leslie: les
  lillian lilian: lily lil
  louis lewis: lou louie lew
  louise louisa: lou lulu
  lucy lucia: lu lucie
  margaret margarita: maggie meg peggy madge marge margie greta rita daisy
  martha: marty mattie
  martin: marty mart
  mary maria marie: molly polly mamie mimi mae
  matilda: tilly mattie tilda
  matthew: matt matty
  maxwell maximilian: max
  michael: mike mick mickey micky mikey mitch
  michelle: shelly chelle
  mitchell: mitch
  nathan nathaniel: nate nat
  nicholas nicolas: nick nicky nico
  nicole nicola: nicky nikki
  oliver: ollie olly
  olivia: liv livvy
  pamela: pam
  patricia: pat patty trish tricia patsy
  patrick: pat paddy rick
  penelope: penny
  peter: pete petey
  philip phillip: phil pip
  rachel: rach rae
  raymond: ray
  rebecca: becky becca
  reginald: reg reggie
  richard: rick dick rich richie ricky dickie
  robert: bob rob bobby robbie bert
  roberta: bobbie
  rodney: rod
  roger: rodge
  ronald: ron ronnie
  rosemary rosalind: rose rosie
  russell: russ rusty
  samantha: sam sammy
  samuel: sam sammy
  sarah sara: sally sadie
  sidney sydney: sid syd
  sophia sophie: sophy soph
  stanley: stan
  stephanie: steph stevie
  stephen steven: steve stevie
  susan susanna suzanne: sue susie suzy
  sylvia: syl
  terence terrence: terry
  theodore: ted teddy theo
  theresa teresa: terry tess tessa
  thomas: tom tommy
  timothy: tim timmy
  timur: tim timmy tima
  valerie: val
  veronica: ronnie vera
  victor: vic
  victoria: vicky tori vikki
  vincent: vince vinnie
  virginia: ginny
  walter: walt wally
  wilfred: wilf
  william: bill will billy willy liam willie
  winifred: winnie freda
  zachary: zac zack

  авдотья евдокия: дуня дуся дуняша
  агафья: агаша гаша
  аделина аделия: ада аля деля
  александр: саша шура саня шурик сашка алик сашок санек алекс сашенька шурка сашуля
  александра: саша шура саня сашенька аля сашка сашуля шурочка
  алексей алексий: леша алеша лешка лёха алёшка лёша лешенька
  алена алёна елена: лена леночка ленка аленка еленка леля алёнушка
  алина: аля алинка алиночка лина
  алла: аллочка алка
  анастасия: настя настенька ася настюша стася настька тася
  анатолий: толя толик толька толян
  ангелина: геля лина ангелинка
  андрей: андрюша андрюха андрейка дюша дрюня дрюха
  анна: аня анечка анюта нюра нюша аннушка анька анюша анютка
  антон: антоша тоша антоха антошка
  антонина: тоня тонечка тося тонька
  аркадий: аркаша аркашка
  арсений: сеня арсюша
  артем артём артемий: тема темка артемка тёма
  богдан: богдаша даня
  борис: боря борька боренька
  вадим: вадик вадя вадька дима
  валентин: валя валик валька
  валентина: валя валечка валюша валька
  валерий: валера валерка лера
  валерия: лера лерочка лерка валера
  варвара: варя варенька варюша варька
  василий: вася васька василек васенька васёк
  василиса: вася василиска
  вера: верочка верка веруня веруша
  вероника: ника вероничка верона
  виктор: витя витек витька витюша витёк
  виктория: вика виктоша викуля викуся тори
  виталий: виталик виталя таля
  владимир: вова володя вовка вовочка вован володька вовчик
  владислав: влад владик слава
  владислава: влада слава
  всеволод: сева севка
  вячеслав: слава славик славка
  галина: галя галка галочка галинка
  геннадий: гена генка геша
  георгий: гоша жора гера егор гошка жорик
  герман: гера
  глеб: глебушка глебка
  григорий: гриша гришка гриня гришаня
  дарья дария: даша дашенька дашка дашуля
  даниил данила данил: даня данька данилка
  денис: дениска диня ден
  диана: дина дианка
  дмитрий димитрий: дима митя димка димочка митька димон митяй димуля
  евгений: женя женька жека женечка
  евгения: женя женька женечка
  егор: егорка гоша
  екатерина: катя катенька катюша катька катерина катюха
  елизавета: лиза лизонька лизавета лизка лизок
  ефим: фима
  захар: захарка
  зинаида: зина зинка зиночка
  зоя: зоечка зойка
  иван: ваня ванька ванечка ванюша иванушка ванек
  игнат игнатий: игнаша
  игорь: игорек гарик игорёк гоша игореша
  илья: илюша илюха илюшка ильюша
  инна: инночка инка
  ирина: ира ирочка ирка иринка ириша иришка
  иосиф: ося йося
  кирилл: кирюша кира кирюха кирилка
  клавдия: клава клаша клавочка
  константин: костя костик костька котя
  кристина: кристя крис кристинка тина
  ксения: ксюша ксюха ксеня аксинья ксюшенька
  лариса: лара ларочка лариска лора
  лев: лева левушка лёва лёвушка левка
  леонид: леня ленька лёня лёнька
  лидия: лида лидочка лидка
  лилия: лиля лилечка лилька
  любовь: люба любаша любка любочка
  людмила: люда люся мила людочка людка милочка
  макар: макарка
  максим: макс максик максимка
  маргарита: рита марго риточка ритка
  марина: мариша маринка мариночка
  мария марья: маша машенька маруся маня машка муся маняша мариша
  матвей: мотя матюша матвейка
  михаил: миша мишка мишенька мишаня миха мишутка
  мирослав: мирик слава мирон
  надежда: надя наденька надюша надька
  наталья наталия: наташа ната наташка натуся таша натка
  никита: никитка ник никитос
  николай: коля колька коленька николаша колян
  нина: ниночка нинка
  оксана: ксана ксюша оксанка
  олег: олежка олежек олежа
  ольга: оля оленька олечка олька лёля
  павел: паша пашка павлик паха павлуша
  петр пётр: петя петька петруша
  полина: поля полинка полечка
  прасковья: паша параша
  раиса: рая раечка
  родион: родя родька
  роман: рома ромка ромочка ромаша
  руслан: русик руся русланчик
  светлана: света светочка светка светик лана
  святослав: слава свят светик
  семен семён: сема сёма сенька сеня семка
  сергей: сережа серега сережка серж серый серёжа серёга серёжка
  софия софья: соня сонечка сонька софа софочка
  станислав: стас стасик слава
  степан: степа степка стёпа
  тамара: тома томочка тамарка
  таисия: тася тая
  татьяна: таня танечка танюша танька татьянка
  тимофей: тима тимоша тимка
  тимур: тима тимка тимурка
  ульяна: уля ульяша
  федор фёдор: федя федька
  филипп: филя филька
  эдуард: эдик эдя
  элеонора: эля нора
  эльвира: эля эльвирка
  эмма: эммочка
  юлия: юля юленька юлька юляша юлечка
  юрий: юра юрка юрик юрочка юраша
  яков: яша яшка
  ян яна: янка яночка
  ярослав: ярик слава яра

  абай: абеке абайжан
  айгүл айгуль: ая айгүлжан айка айгүлай айкоша гуля
  айгерім айгерим: айка айгеш гера айгерімжан
  айжан: айка айжаша айжанчик
  айнұр айнур: айнұржан айнуша нұра айка
  алия әлия: алюша аля
  алмагүл алмагуль: алма алмаш гуля
  аманжол: аман аманке
  арман: армаш армаке арманчик армок
  асел әсел асель: аселька әсеш аселя әселжан
  асқар аскар: асеке асик асқаш
  асхат: асеке асик
  әлихан алихан: әли али әлиш
  әлібек алибек: әли али алик
  бақыт бакыт: бақа бақош баке бакош
  бақытжан бакытжан: баке баха бақыт бақош
  бауыржан бауржан: бауке баур баукен бауыр
  берік берик: береке бека берікжан
  болат: болатжан боке бөке
  ғани гани: ғаниш ганиш
  гүлмира гульмира: гүля гуля мира гүлмирочка
  гүлнар гүлнара гульнара: гүля гуля гүлнаш нара гульнаш
  гүлжан гульжан: гүля гуля гүлжаш
  дана: данаш данка данеля
  дәурен даурен: дәукен дәуке дауке дәуреке
  дархан: дареке дарик дареш
  динара: дина динарка динаш диночка
  ерболат: ереке ербол ербош
  ербол: ереке ерик ербош ерболат
  ерлан: ереке ерик ерлаш ерланчик ераш
  ержан: ереке ерик ержаш
  еркін еркин: ереке еркеш ерік
  жанар жанара: жанка жанарка жаныш жанош
  жандос: жандик жанеке жан
  жанна: жанночка жаннур
  жаңыл: жаңыш
  қайрат кайрат: қайреке кайреке қайраш кайрош қайрош
  қанат канат: қанеке канеке қанаш каниш
  қуаныш куаныш: қуаке қуан куаша
  ләззат ляззат: лаззат ләзка
  мадина: мадина мадя мадиша дина
  мақпал макпал: мақа мака
  мақсат максат: мақа макс мақсаш
  марат: маке мареке марик мараш
  меруерт: мерка меруш мера
  мұрат мурат: мұреке муреке мұраш мурик
  мұхтар мухтар: мұхаң мука муха мұқа
  назгүл назгуль: наза назка назым
  нұрбол нурбол: нұреке нурик нұрик
  нұрлан нурлан: нұреке нуреке нурик нұрик нұраш нурлик
  нұрсұлтан нурсултан: нұреке сұлтан нурик султан
  нұргүл нургуль: нұрка нұра гүля нура гуля
  олжас: олжик олжаке олжа
  рауан раушан: рауа раушка
  сәуле сауле: сәулеш саулеш сауля
  самат: саке самик самаш
  серік серик: секе серке сереке серікжан серика
  талғат талгат: талеке тәке талгатик талға
  тимур темір темир: тимеке тимка темеш
  төлеген толеген: төке төлеш толеш

  sean shawn shaun: seanie
  ian eoin: iain
  catriona caitriona: trina cat
  siobhan: shiv shivvie
  brigid bridget: biddy bridie breda
  eamon eamonn edmund: ned
  seamus shamus: jimmy shay
  padraig padraic patrick: paddy pat podge
  liam uilliam: william
  stephen steven stefan: steve stevie
  philip phillip: phil pip
  geoffrey jeffrey: jeffy
  alan allan allen alun: al
  mohammed muhammad mohamed mohammad: mo moh hamada hamoudi mohd
  mustafa mostafa: mostafa mosti
  fatima fatimah fatma: fatoum fatou batoul tima fati
  khadija khadijah: khadouj dija didi
  guadalupe: lupe lupita
  francisco: paco pancho curro kiko
  jose: pepe chepe
  dolores: lola loli
  concepcion: concha conchita
  rosario: charo
  enrique: quique kike
  alejandro: ale jano
  eduardo: edu lalo
  ignacio: nacho
  jesus: chuy chucho
  luis: lucho
  manuel: manolo manu lolo
  mercedes: merche meche
  pilar: pili
  roberto: beto tito
  giuseppe: peppe beppe pino
  giovanni: gianni nanni vanni
  francesca: checca franca
  johannes johann: hans hannes jan
  heinrich: heinz heiner
  friedrich: fritz
  wolfgang: wolf wolfi
  guillaume: guigui
  agnieszka: aga agusia
  aleksandra: ola olka ala
  aleksander: olek alek
  andrzej: jedrek
  anna: ania anka anusia
  barbara: basia baska
  ewa: ewka ewunia ewusia
  elzbieta: ela elka
  grzegorz: grzes grzesiek
  hanna: hania hanka
  jan: janek jasiek jas
  jadwiga: jadzia
  jakub: kuba
  jerzy: jurek
  joanna: asia aska
  jozef: jozek
  katarzyna: kasia kaska
  krystyna: krysia
  krzysztof: krzys krzysiek
  maciej: maciek
  magdalena: magda madzia
  malgorzata: gosia malgosia
  maria: marysia maryska
  marcin: marcinek
  michal: michas
  pawel: pawelek
  piotr: piotrek piotrus
  stanislaw: stas staszek stasiek
  teresa: tereska
  tomasz: tomek
  wojciech: wojtek
  zbigniew: zbyszek
  zofia: zosia zoska
  mehmet: memo memis
  mustafa: musti
  ibrahim: ibo
  fatma: fatos
  huseyin: huso
  gyorgy: gyuri
  istvan: pista pisti
  jozsef: jozsi joska
  katalin: kati kata
  laszlo: laci
  sandor: sanyi
  zsuzsanna: zsuzsi zsuzsa
  erzsebet: erzsi bozsi zsoka
  ferenc: feri
  іван: івась івасик ваня
  олексій: олекса олесь льоша
  олександр: сашко олесь сашка
  михайло: мишко михась
  григорій: гриць грицько
  дмитро: дмитрик митько
  марія: марійка маруся марічка
  ганна: ганнуся ганя галя
  оксана: ксеня оксанка
  катерина: катря катруся
  павло: павлик павлусь
  петро: петрик петрусь
  степан: стефко стьопа
  тарас: тарасик
  юрій: юрко юрась
  გიორგი: გოგი გია გიო გოგა
  თამარ თამარი: თამუნა თამო თაკო
  ნინო: ნინიკო ნინუცა
  დავით დავითი: დათო დათუნა
  ალექსანდრე: სანდრო ალეკო
  მარიამ მარიამი: მარი მარიკა მაკა
  ეკატერინე: ეკა კატო
  ზურაბ ზურაბი: ზურა ზურიკო
  მიხეილ მიხეილი: მიშა მიხო
  ვახტანგ ვახტანგი: ვახო
  դավիթ: դավո դավ
  հովհաննես: հովո օհան
  գևորգ: գևո գոռ
  մարիամ: մարո մարի
  אברהם: אבי אברום
  אלישבע: אלי
  אליהו: אלי
  אהרן אהרון: ארי ארהלה
  אסתר: אסתי אתי
  בנימין: בני
  ברכה: ברכי
  דוד: דודי דודו
  דבורה: דבי דבורי
  דניאל: דני דן
  דניאלה: דני דנה
  חיים: חיימק חיימי
  חנה: חני חנהלה
  יהודית: יודית
  יהונתן יונתן: יוני יונתי
  יוסף: יוסי יוסלה
  יעקב: קובי יענקלה יקי
  יצחק: איציק צחי איזי
  ישראל: שרוליק אירי
  מיכאל: מיקי מיכה
  מיכל: מיכלי
  מנחם: מני
  מרדכי: מוטי מוטקה
  מרים: מירי מימי
  משה: מוישה מושיק מושה
  נחמן: נחי
  נעמי: נעמה
  עמנואל: עמי מנו
  צבי: צביקה
  רבקה: ריבי ריקי רבקי
  רחל: רחלי רוחי
  רות: רותי
  רפאל: רפי
  שושנה: שושי
  שלמה: שלומי
  שמואל: שמוליק שמו
  שמעון: שימי שמעי
  שרה: שרי שרהלה
  תמר: תמי תמרה
  محمد: حمادة حمودي حمودة
  أحمد: حمادة حمودة ميدو
  فاطمة: فطوم فاطيم فطومة
  خديجة: خدوج خدوجة
  إبراهيم: برهوم هيما
  عبدالله: عبودي عبود
  مصطفى: صاصا درش
  حسين: حسونة حسون
  حسن: حسون
  علي: علوش علاوي
  زينب: زنوبة زوزو
  مريم: مريومة ميمي
  عائشة: عيوش عيشة
  خالد: خلود خلودي
  سارة: سوسو
`;
