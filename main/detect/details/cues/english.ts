/** Words that tell of details in English; `*` is any ending, `_` a space. Everything is in small letters. */
export const ENGLISH = {
  /** Words that end a phrase about a person or a place. */
  little: `a an the and but or so because when while who which that if then than as at in on of for from to with by into
    until before after about i you he she it we they me him her us them my your his its our their is was are were be been
    had has have did do not no never there here this these those where what how why also just only still already all`,
  article: 'the a an our their my his her your that this',
  modifier:
    'former deputy acting chief senior first vice assistant regional district local military then head new old',
  role: `head chief director deputy chairman chairwoman chair manager commander boss leader secretary accountant
    inspector prosecutor judge mayor governor rector dean principal headmaster headmistress editor editor-in-chief
    treasurer engineer doctor surgeon nurse midwife teacher imam priest pastor librarian guard warden cook driver
    translator investigator officer representative spokesman spokeswoman president minister ambassador consul
    correspondent coordinator founder`,
  /** People who may be the only one of a place. */
  only: `woman man girl boy journalist lawyer doctor nurse midwife teacher translator photographer christian muslim
    kazakh uyghur russian survivor witness student driver priest imam engineer mechanic pharmacist foreigner`,
  institution: `office department ministry school hospital clinic polyclinic plant factory mine company prison colony
    camp police court council village district region city town county bank newspaper station university college
    institute academy union committee mosque church army unit brigade regiment battalion administration branch
    agency faculty kindergarten orphanage library museum theatre theater farm firm laboratory pharmacy magazine channel
    embassy consulate hotel restaurant market shop warehouse depot refinery port airport railway`,
  /** Places of work or learning, of which a place has several: another word has to say which. */
  workplace: `office department school hospital clinic polyclinic plant factory mine company prison colony camp court
    bank newspaper station university college institute academy mosque church faculty kindergarten orphanage library
    museum theatre theater farm firm laboratory pharmacy magazine embassy consulate hotel restaurant warehouse depot
    refinery railway bakery post_office garage workshop studio lyceum gymnasium police shop market`,
  /** Authorities, of which a place has one. */
  authority: `ministry city_hall town_hall parliament prosecutor's_office embassy consulate court police tax_office
    customs airport railway border_service`,
  kin: `brother* sister* mother father son sons daughter* uncle* aunt* cousin* nephew* niece* wife husband grandfather
    grandmother grandson* granddaughter* brother-in-law sister-in-law mother-in-law father-in-law son-in-law
    daughter-in-law stepfather stepmother stepson fiance fiancee twin mum mom dad`,
  possessive: 'my his her our their your',
  kinModifier: 'younger older elder eldest youngest little big only second first twin late other',
  aside: 'is was has had who also still now then used to been be already once currently',
  kinDoing: `works worked working serves served serving studies studied studying teaches taught teaching lives living
    drives drove guards plays played`,
  where: 'in at for as on with near from under',
  /** Places and conditions in which somebody is. */
  standing: `army navy police prison colony jail camp hospital government ministry court university military service
    abroad exile parliament front border_guard special_forces`,
  occupation: `nurse doctor surgeon teacher policeman policewoman soldier officer judge prosecutor investigator
    journalist lawyer driver engineer accountant deputy mullah imam priest pastor builder miner cook guard programmer
    midwife farmer shepherd mechanic electrician baker tailor hairdresser pharmacist librarian translator
    photographer musician wrestler boxer pilot sailor clerk colonel major captain professor student official`,
  child: 'children sons daughters brothers sisters kids boys girls',
  number: `two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
    nineteen twenty thirty forty fifty sixty seventy eighty ninety`,
  ten: 'twenty thirty forty fifty sixty seventy eighty ninety',
  unit: 'one two three four five six seven eight nine',
  decade: 'twenties thirties forties fifties sixties seventies eighties',
  ordinal: `first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth
    fifteenth sixteenth seventeenth eighteenth nineteenth twentieth thirtieth twenty-first twenty-second twenty-third
    twenty-fourth twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirty-first`,
  month: 'january february march april may june july august september october november december',
  /** Events that happen in many places: the place tells which. */
  event: `protest* rally rallies demonstration* march riot* strike* uprising funeral* wedding trial* accident fire
    explosion shooting raid* massacre crackdown meeting clash*`,
  /** Events of which a whole country knows the day. */
  publicEvent: `election elections referendum earthquake revolution coup flood uprising massacre inauguration`,
  doingWork: `work works worked working employed serve served studied studying study teach teaches taught teaching
    enrolled graduated interned job`,
  numbered:
    'school hospital clinic polyclinic kindergarten college lyceum gymnasium mine plant prison colony camp',
  troop: 'unit brigade battalion regiment division company',
  colour: `white black red blue green grey gray silver silver-grey yellow brown beige dark dark-blue dark-green
    light-blue orange purple golden tinted`,
  vehicle: `car cars van van* jeep* minibus* bus truck* lorry suv suvs motorcycle motorbike taxi pickup* bicycle minivan*
    sedan* hatchback tractor bike scooter`,
  make: `lada toyota volkswagen bmw mercedes audi honda nissan hyundai kia mazda ford opel renault lexus mitsubishi subaru
    skoda chevrolet daewoo uaz gazelle niva zhiguli volga kamaz land_cruiser camry prado priora chery haval geely byd`,
  plate: `plate plates number_plate number_plates licence_plate license_plate registration`,
  address: 'house building apartment flat block entrance microdistrict dormitory barrack barracks',
  street: 'street avenue lane boulevard',
  paper: `contract case order decree certificate policy diploma ticket badge receipt invoice protocol warrant permit
    account insurance card`,
  platform: `telegram instagram whatsapp facebook twitter tiktok youtube skype signal vkontakte channel nickname username
    login handle nick account`,
} as const;
