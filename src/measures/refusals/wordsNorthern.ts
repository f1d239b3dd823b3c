import type { ClosedWords } from '../closedWords.ts';

const GERMAN: ClosedWords = {
  language: 'de',
  cue: 'wechseln|wäre (?:falsch|nicht)|falsch von mir|sage ich nichts|nichts,? (?:wobei|womit|worüber|was)|einstellen|muss ich passen|schweige|offen ?lasse|unbeantwortet|außerstande|verbiet|weise (?:ich )?(?:\\p{L}+ )?zurück|ausgeschlossen|vermeide|enthalte|\\bnicht\\b|\\bkein|ablehn|abzulehnen|lehne|verweiger|außerhalb|übersteig|überschreit|gegen|verstößt|verstoß|unmöglich|verboten|untersag|unangemessen|absehen|verzicht|unzulässig',
  unless: '(?:verstehe|weiß|kenne|glaube|denke|finde|bin mir) (?:\\p{L}{2,8} ){0,2}nicht',
  words: `
aktuell* daten wechseln wechsle sage falsch wäre richtig zugang echtzeit* internet ändern anderes gefühle
wobei womit worüber worauf worin nun bloß lediglich programm bin will weitermachen fortfahren einstell* gespräch* unterhalt* stelle stellung beziehen bezug auskunft vorlieg* zugriff
passen passe sicherheitsgründe* sicherheit* gründe* grund gründen überlassen überlasse schweigen schweige offen offenlassen beantworte verfügung könnte tue
sehe außerstande daher deshalb deswegen somit lehnen gezwungen leisten leiste gewähr* stehen stehe steht verfügung kommen komme frage hinaus verbiet* verbieten zurückweisen weise zurück vermeid* meiden spreche erörter* behandel* befass* eingehen gehe annehm* annehme ausgeschlossen empfinde halte wünsche ansinnen aussage* treffen auseinandersetz* nachgehen
ich mir mich mein* wir uns unser* du dir dich dein* sie ihnen ihr ihre* ihrem ihren es das dies* dieser diese dieses diesen diesem der die
den dem des ein eine einen einem einer eines kein* etwas nichts nicht niemals nie auch nur noch sehr so zu zum zur über unter um auf an am im in
mit bei beim von vom für gegen aus nach ohne durch wegen als wie wenn falls weil da denn dass daß damit dafür dazu daran darauf darüber dabei
davon hierbei hierzu hierfür hier und oder aber jedoch doch leider bedauer* entschuldig* verzeih* sorry tut leid bitte dank* haben hat habe
hätte verständnis bin ist sind sei war wäre werde wird werden würde wurde worden kann können könnte darf dürfen dürfte muss müssen möchte
mag will soll sollte lasse lassen mache machen tun getan ablehn* lehne ab abzulehnen verweiger* verwehr* absehen verzicht* enthalte* lage
imstande möglich* möglichkeit* unmöglich fähig* fähigkeit* grenze* rahmen übersteig* überschreit* außerhalb bereich* zuständig* ausgelegt
programmiert* entwickel* gemacht gedacht trainiert* konzipiert* vorgesehen erlaubt* gestattet* befugt berechtigt zulässig unzulässig verbot*
untersag* regel* richtlinie* vorgabe* grundsätz* prinzip* ethi* verstößt verstoß* verstoßen widersprech* widerspricht unangemessen*
angemessen* schad* schäd* gefähr* gefahr* risik* jemand* mensch* person* andere* anderen helf* hilf* weiterhelfen unterstütz* assist*
antwort* beantwort* äußer* sagen sprech* rede* diskutier* besprech* geben gebe ratschl* rat erteil* auskunft auskünfte information* liefer* bereitstell*
anbiet* erstell* erzeug* generier* schreib* verfass* produzier* mitwirk* teilnehm* beteilig* fortsetz* weiter* fort nachkomm* nachzukommen erfüll* entsprech*
bearbeit* ausführ* meinung* persönlich* anfrage* frage* bitte* wunsch* aufgabe* thema* themen inhalt* text* material* art arten solch* derartig*
ki künstlich* intelligenz sprachmodell* modell* assistent* virtuell* maschine computer sonst gern* gerne lieber
`,
};

const DUTCH: ClosedWords = {
  language: 'nl',
  cue: 'verkeerd|veranderen van onderwerp|stoppen|onbeantwoord|verbied|vermijd|niet toe|\\bniet\\b|niets|\\bgeen\\b|afwijz|weiger|te boven|buiten|tegen|onmogelijk|liever|verbod|schend|ongepast',
  unless: '(?:begrijp|weet|ken|snap|denk|vind|ben (?:er )?niet zeker) (?:\\p{L}{2,8} ){0,2}niet',
  words: `
tot
gegevens data toegang verkeerd fout zou wisselen veranderen gevoelens emoties
slechts wil programma doorgaan stoppen verder gesprek gevoel gevoelens toegang
veiligheid* veiligheidsredenen reden redenen ga in iets wat onbeantwoord zwijg zwijgen overslaan sla
staan toe sta laten daarom weg genoodzaakt gedwongen verbied* verbiedt vermijd* behandel* uitspraken uitspraak doen help leveren bedoeld past passen begeven lukt lukken kwestie zaken daarvoor hiervoor
ik me mij mijn we wij ons onze u uw jij je jou jouw het dit dat deze die de een der er hier daar niet niets geen nooit ook nog maar alleen zeer
heel erg zo te om op aan in met bij van voor tegen uit naar over onder zonder door wegens als wanneer omdat want dat dus en of echter helaas
spijt* sorry excus* verontschuldig* pardon alsjeblieft alstublieft begrip dank* heb heeft hebben had ben is zijn was wordt worden word zou
zal zullen kan kunnen kon mag mogen moet moeten wil willen doe doen gedaan laat laten wijs afwijz* af weiger* onthoud* boven gaat gaan ga
mogelijk* onmogelijk staat vermogen* bevoegd* grens grenzen kader bereik buiten ontworpen geprogrammeerd gemaakt bedoeld getraind toegestaan
toestemming verbod* verboden regel* richtlijn* beleid* principe* ethi* schend* strijd* strijdig ongepast gepast schad* gevaar* risico*
iemand mensen persoon* ander* anderen help* hulp assister* ondersteun* antwoord* beantwoord* zeg zeggen spreek spreken praat praten bespreek*
besprek* geef geven advies adviezen informatie lever* verstrek* aanbied* maak maken creëer* genereer* schrijf* schrijven produceer* meewerk*
deelnem* doorga* voldoen ingaan inwillig* verwerk* uitvoer* voer mening* persoonlijk* verzoek* vraag vragen opdracht* taak onderwerp* inhoud
tekst* materiaal soort* dergelijk* zulk* zo'n ai kunstmatige intelligentie taalmodel* model assistent* virtuele machine computer graag liever
verder mee hiermee daarmee hierbij daarbij hierover daarover
`,
};

const POLISH: ClosedWords = {
  language: 'pl',
  cue: 'błędem|zmieńmy|byłoby (?:złe|niew)|zakończ|bez odpowiedzi|pozwalają|zabrania|zakazuj|unikam|siłach|\\bnie\\b|odm[aóo]wi|odrzuc|wykracza|poza|wbrew|sprzeczn|narusz|niemożliw|zabroni|niestosown|powstrzym',
  unless: 'nie (?:rozumiem|wiem|znam|jestem pew|sądzę|pamiętam)',
  words: `
danych dane byłaby byłoby błędem złe strony zmieńmy uczucia internetu
chcę chce kontynuow* programem program uczuć dostępu dostęp skończ* zakończ*
względów bezpieczeńst* powod* coś rzecz zrobić odpowiem odpowiedzi milcz* pomin* pomijam
pozwal* zezwal* tę dlatego więc zabrania* zakazuj* unika* podejmow* podejmę zajmow* zajmuj* odnie* porusz* zabierać głosu głos sposób powodu względu sobie siebie siłach obowiązując* przepis* prawo prawa zgod* zgadz* udzielać udzielę przygotow* stworzy*
ja mi mnie mną mój moje moja moich moim moje* my nam nas nasz* ty ci ciebie twoj* twój pan* pani państw* to ten ta te tego tej temu tym tymi tych
taki* takie* taka takich takim tak nie ani nic nigdy żadn* bardzo tylko też także jeszcze już niestety przykro przepraszam* wybacz* proszę
dziękuj* zrozumien* i a oraz lub albo ale jednak lecz bo ponieważ gdyż że żeby aby jeśli jak jako kiedy gdzie kto co który która które których w
we z ze na do od o po za przy przez dla bez nad pod poza między jest jestem są być był* będę będzie mogę może możesz mogł* móc muszę musi
chcę chciał* wol* wolałbym wolałabym stanie mam ma mieć odm* odrzuc* powstrzym* zmuszon* wykracz* możliwoś* niemożliw* możliw* zdolnoś*
umiejętnoś* zakres* granic* kompetencj* wolno zabroni* zakaz* dozwol* pozwol* uprawni* upoważni* zaprogramowan* zaprojektowan* stworzon*
przeznaczon* zasad* wytyczn* regul* polityk* etyk* etyczn* narusz* sprzeczn* wbrew niestosown* stosown* odpowiedni* nieodpowiedni* szkodz*
szkodliw* zaszkodz* niebezpiecz* ryzyk* kogoś komuś osob* inn* ludzi* pomóc pomoc* pomag* odpowiad* odpowiedz* odpowiedź udziel* rozmawia*
mówi* dyskut* omawia* komentow* wypowiad* opini* podawa* podać dostarcz* informac* tworz* generow* pis* napis* wykon* wykonan* spełni*
zrealizow* realizow* kontynuow* prośb* pyta* polece* zada* temat* kwesti* treś* tekst* materiał* rodzaj* typu osobist* ai sztuczna sztuczną
inteligencj* model* językow* asystent* wirtualn* maszyn* coś czymś
`,
};

const RUSSIAN: ClosedWords = {
  language: 'ru',
  cue: 'неправильно|сменим|давайте не|прекрат|нет (?:мнени|доступ|возможност|прав)|без ответа|промолч|избега|не в силах|не вправе|(?:^|[^а-яё])(?:не|нельзя)(?:[^а-яё]|$)|отклон|отказ|за рамки|за предел|против|наруша|невозможн|запрещ|воздерж|неуместн',
  unless: 'не (?:понимаю|понял|знаю|уверен|думаю|помню|считаю)',
  words: `
данным данные данных стороны моей неправильно было бы разговор* сменим сменить интернет* чувств
хочу всего программа программой чувств* доступ* нет закончить прекратить
соображени* безопасност* причин* стану отвечать ответить оставл* без промолч* молч* сделать делаю
позволя* допуска* отказаться обязан* следует стоит избега* касат* касаться затрагив* рассматрив* сожалени* поддержать поддерж* выполнени* беседу бесед* тему темы подобн* такого-то сил силах компетенци* закон* полномочи* права прав делать сделать совет* советы давать рекоменд*
я мне меня мной мой моя моё мое мои моих моим моей мы нам нас наш* вы вам вас вами ваш* вашу ты тебе тебя твой твою это этот эта эти этого этой
этому эту этим этом этих то тот та те того той тому ту тем том такой такая такое такие такого таких таким такую подобн* данн* не ни нет ничего
никогда никак* очень только лишь тоже также ещё еще уже сожалению жаль извин* простит* прост* прошу прощен* пожалуйста спасибо понимани* и а
но однако или так потому поскольку что чтобы если как когда где кто которы* в во с со на по к ко от до из за у о об для без при про над под через
есть быть был* буду будет является могу может можем мог* смогу должен должна вынужден* придётся придется хочу хотел* предпоч* предпочёл бы
отклон* отказ* воздерж* выход* рамки рамках рамок предел* возможност* невозможн* возможн* способн* состояни* нельзя запрещ* запрет*
разреш* позвол* допус* уполномоч* предназнач* запрограммир* разработан* создан* обучен* правил* принцип* политик* этик* этичес* наруша* нарушен*
противореч* против неуместн* уместн* неприемлем* вред* опасн* риск* кому-то кому-либо кого-то люд* человек* друг* помо* помощ* ответ* отвеч*
обсужда* говор* разговар* комментир* высказ* мнени* дать давать предостав* информаци* создав* созда* генериров* писать напис* выполн*
исполн* продолж* участв* просьб* запрос* вопрос* задач* задани* тем* контент* содержани* текст* материал* вид* рода тип* личн* боюсь
ии искусственн* интеллект* языков* модел* ассистент* виртуальн* помощник* машин* программ* чем-то что-то ином иной
`,
};

const TURKISH: ClosedWords = {
  language: 'tr',
  cue: 'yanlış olur|doğru olmaz|değiştirelim|yok\\b|istemiyorum|yok\\b|bulunmuyor|cevapsız|yanıtsız|es geç|kaçın|vermiyor|veremi|edemem|paylaşam|çekini|sakınca|uzak dur|gelmiyor|gelmez|değil|[ae]m[ae]m|[ae]m[ıi]yor|m[ıiuü]yorum|m[ae]yece[ğg]im|m[ae]yaca[ğg]ım|redde|geri çevir|ötesinde|dışında|aykırı|ihlal|yasak|imkansız|imkânsız|mümkün',
  unless: 'anlamıyorum|anlamadım|anlayamadım|bilmiyorum|emin değil|hatırla',
  words: `
veriler* veri* erişimim erişim* etmem yanlış olur doğru olmaz konuyu değiştir* internet*
istemiyorum etmek program* programım görüşüm görüş* duygu* erişim* yok bırakalım kapatalım
güvenlik* neden* sebep* cevapsız yanıtsız bırak* yapabile* atla* geç* pas
kaçın* vermekten vermeme verme* veremem veremiyorum üretem* etmem etmek etmeme konuda olabil* kabul karşıla* tartışam* değinem* değinmek bilgiler paylaş* paylaşam* sakınca* doğru elimden gelmiyor gelmez gelen dışı kalan uzak dur* durmak durmayı çekin* görevi* amaç amac* bunlar* konular* metinler
ben bana benim beni biz bize bizim siz size sizin sizi sen sana senin seni bu buna bunu bunun bunlar* şu o ona onu böyle böylesi* şöyle öyle tür*
bir birşey şey* hiç hiçbir çok sadece yalnızca de da ki ile için gibi kadar göre üzere hakkında konusunda ilgili dair karşı ve veya ya ama ancak
fakat çünkü eğer ise mi mı mu mü maalesef üzgün* özür* dilerim ne yazık kusura bakma* lütfen teşekkür* anlayış* değil* var yok olarak ol* et*
eder* edem* edil* yap* yapam* zorunda* mecbur* gerek* lazım iste* tercih* uygun* uygunsuz* mümkün imkansız imkânsız yetenek* yeteneğ* kapasite*
yetki* sınır* kapsam* ötesi* dışın* dışı* alan* redd* geri çevir* kaçın* kural* ilke* politika* yönerge* etik* aykırı* ihlal* yasak* izin* izn*
programlan* tasarlan* eğitil* geliştiril* zarar* tehlike* risk* birine başka* kişi* insan* yardım* yanıt* cevap* konuş* tartış* yorum* söyle*
bilgi* sun* ver* sağla* üret* oluştur* hazırla* yaz* yazam* devam* sürdür* yerine getir* talep* talebi* istek* isteğ* soru* görev* konu* içerik*
içeriğ* metin* metn* kişisel görüş* fikir* fikr* yapay zek* dil model* asistan* sanal makine
`,
};

/** Of languages of the north and the east of Europe, and of Turkish; each is read by its own cue. Ours. */
export const NORTHERN_WORDS: readonly ClosedWords[] = [GERMAN, DUTCH, POLISH, RUSSIAN, TURKISH];
