/**
 * Words that are seen in small letters in public chats and sentences of a dozen languages, and so are no surnames when
 * they have a capital. Counted by scripts/pack_names.mjs. Made by scripts/pack_names.mjs: change that.
 */
export const ORDINARY_WORDS = `
aaa aab aan aanleiding aantal aba abandoned abb abbiamo abc abd aber abf abiertamente abilities ability able abortion
abortions about above absence absolute absolutely absorb absorbed absorption abstract abuse aca academic acc
acceleration accent accept acceptable acceptance accepted accepting acceso access accessed accessible accessing
accessories accident accidentally accommodate accomplish according accordingly accordo account accounting accounts
accuracy accurate accurately accused acd acf achievable achieve achieved achievements achieving achter acid acidic
acids acknowledge aconteceu acordo acquire acredita across act acting action actions activation active actively
actividades activities activity activités acto actor actors actress acts actual actually adapt adaptation adaptations
adapted adaptive adb adc add added addicted addiction adding addition additional addr address addressed addresses
addressing adds ade adems adequate adjacent adjust adjusted adjusting adjustments administration adopt adoption ads
adult adults advance advanced advancements advantage advantages adventure adventures adverb adverse adversity
advertising advice advisable advise advisor adına aea aec aesthetic afa afb afc afe aff affairs affect affected
affecting affects afford affordable afin afraid after afterlife afternoon again against agave age aged agencies agency
agenda agent agents ages aggiornato aggressive aging agit agli ago agree agreed agreement agricultural agriculture
ahead ahora aid aids aika aikana aikoina aim aimed aiming aims ainda ainsi air airbag aircraft airflow airplane airport
ajan akcji akit akkurat aktivitet aktiviteter alanda alarm albedo albo album alcohol alcune alcuni aldrig ale alert
alerts algn algo algorithm algorithms algumas alguna alien aliens align aligned alignment aligns alive alkoi all alla
alle alleen allem allerdings allerede allergic alles allocate allow allowance allowed allowing allows allt almeno
almond almost alone along alongside alors alpha already alright als also alt alter altered alternate alternativ
alternative alternatives although altid alto altro alueella alueen always alınan amazing ambição amidst among amount
amounts ample analogy analysis analytical analytics analyze analyzed analyzing anatomy anche anchor ancient ancora and
anda anden andere anderen andet andra android angemessene anger angina angle angles angry animal animals animated
animation anime annan annen annet anni anno annotator announce announcement annoying annual année ano anonymous anos
another ans answer answered answering answers ansökan antaa antal antall antes anti antibiotic antibiotics antik
antioxidants använda användas använder anxiety any anymore anyone anything anyway anywhere aos apart apartment apenas
aperto api apoio apologies apologize app appeal appealing appear appearance appears append apple apples appliances
applicable application applications applied applies apply applying appointed appreciate appreciation approach
approaches approaching appropriate appropriately approval approximately apps aprile après aqu aquatic aquele aqui arama
arasýnda arası arasında araya arbeidet arbeiten arbejde arbejder arbete arc arch archeologische architect architectural
architecture are area areas aren arena args argue argument arguments arise arm armed armor arms around arr arrange
arrangement array arrays arrest arrested arrival arrive arrow arsenic art artery article articles artificial artist
artistic artists arts artwork arz asia asiakkaita asiasta ask asked asking asks asleep aspect aspects aspirations ass
assault assess assessment assessments asset assets assez asshole assign assigned assignment assim assist assistance
assistant assistants associated associations assume assuming assumptions async asyncio athletes atmosphere atmospheric
atom atomic atoms atoom através att attach attached attack attacks attempt attempts attend attendees attending
attention attitude attract attracted attracting attraction attractions attractive attribute attributes até auch
audience audiences audio audits auf augmented august aunque aus aussi autant auth authentic authenticate authentication
authenticity author authorities authority authorized auto automate automated automatically automation autonomous autor
autre autres aux availability available avant avanti avec aver average aveva avg avocado avoid avoiding avoir avtale
avulla await aware awareness away awesome awful awk awkward aws axe axis aynı aziende azione aşağıdaki bab babies baby
bac back backend background backpack backup backyard bacteria bad badania badaniu badly bae baf bag bags bake baked
baking balance balanced balances ballet balloon balls bana banana band bank bankcode banking banner bar bara bardziej
bardzo bare barking barn barrier barriers bars base baseball based bases bash basic basically basics basis basket
basketball bat batch bath bathroom bats batteries battery bazen bazı başka bbb bcb bdf beaches beam beans bear bearings
beat beating beaucoup beautiful beauty became because become becomes becoming bed bedeutet bedraagt bedre bedroom
bedste beef been beer befinden before began begge begin beginner beginners beginning begins begonnen begynte behandlar
behandling behave behavior behaviors behind behov behöver bei beiden beim being beings bekam bekannt belief beliefs
believe believed believes belirli belong belongs below bem bench benches bend bene beneath beneficial benefit benefits
benutzen benutzt bepalen beredd besides besitzt beslut best bestaan bestehen bet beta better between betyder betyr
bevindt bevolkingsdichtheid bewaard beyond bez bezit beş bfd bfe bff bias biases bidrag bien big bigger biggest bij
bijvoorbeeld bike bil bild bilgi bilgiler billeder billedet billion bills bin binary bind binding binnen binomial bio
biodiversity biological bir bird birds bireylerin biri birinci birlikte birth birthday birçok bis bit bitch bite bits
bitte bitter blackmail blacks blame bland blandt blank blant blasphemy ble blend blev bli blir blitt blive bliver
blivit block blockchain blocking blocks blog blood bloom blot blow blue boa board boat bodies body boek boil bold bolsa
bom bomb bombs bomen bonds boobs book books bool boost boot border born borrow borrowed borrower bort boss bot both
boto bottle bottles bottom bought bounce bound boundaries boundary bow bowiem bowl box boxes boy boyfriend boys bpy bra
brackets brain brains brainstorm brake branch branches brand brands breach breaches bread break breakdown breakfast
breaking breaks breath breathe breathing bred breve brick bricks bridge bridges brief brightness bring bringing brings
bro broad broader broke broken brother brothers brought browser brug bruger brukar bruke bruker brukes btn bubble
bucket buddy budget buen buena buenas buffer bug bugün build building buildings built bull bullet bullshit bully
bullying bulunan bulunur bunch bunu buona burada burden burn burning burs bus buses business businesses busy but butt
butter button buttons buy buyers buying bytes być był była było bzw båda både bölüm bör början bør børn bünyesinde
bütün büyük będzie będą caa cab cabeza cabinetry cable cabo cac cache cada caf caffeine cake calcium calculate
calculated calculates calculating calculation calculations calculus calendar calidad call callback called calling calls
calm calorie calories came camera cameras camino campaign campaigns campanha can cancer candidate candidates candidats
candy cannabis cannot canvas cap capabilities capability capable capacidad capacity capacité capital caption
captivating capture captured captures car carbon card cardio cardiovascular cards care career careers careful carefully
cargo caring carried carries carrots carry carrying cars cas casa case cases cash casi caso cast casting castle casual
cat catalyst catch catching catchy categories category catfish cats caught cauliflower causa cause caused causes
causing caution cautious cave całej całości cba cbd cbe cca cdot cef cel celebrate celebrated celebration celebrities
celebrity celestial cell celle cells cellular celui center centered centers central centre centro cents centuries
century cependant cerca cerebras certain certainly certificate ces cette chacun chain challenge challenged challenges
challenging chance chances change changed changes changing channel channels chaos chapter chaque char character
characteristics characterized characters charge charged charges charging charity charming chart chat chatbot chce che
cheap cheat cheated cheating check checked checking checks cheer cheese chemical chemicals chemistry chess chest chi
chicken child children chip chips chocolate choice choices choix cholesterol choose choosing chopped chord chords chose
chosen choses choć chroma chronic chunk cidadãos cider cientficos cigarette cigarettes cima cinematography circa circle
circuit circular circumstances cities citizen citizens cittadini city ciudad civil civilization ciągu claim claims
clarification clarify clarity clasificados class classes classic classical classification classified classify clause
clean cleaner cleaning clear clearer clearly clerk click client clients climate climb clinic clinical clip clock close
closed closely closer closest closet closing clothes clothing cloud club clubs clue clues cluster clustering clusters
cmd cmp cnt coast coat cocaine cochlea cocoa code codes coding coep coffee cognitive cohere coherent coin coins coisa
col cold collaborate collaboration collaborative collapse collect collected collecting collection collective college
color colored colorful colors column columns com combat combination combinations combine combined combining combustion
come comedy comes comfort comfortable coming command commands comme comment commentary comments commerce commercial
commit commitment committed committing common commonly communicate communication communications communities community
como compact companies company compare compared comparing comparison compassion compatible compelling compensate
compensation competition competitive competitivo competitors compile compiled complement complete completed completely
completing completion complex complexities complexity compliance complicated complications comply component components
compose composed composition compound compounds comprehension comprehensive compromise compte computational compute
computer computers computing comunidad comunque con concentration concept conception concepts concern concernant
concerne concerned concerning concerns concert concerts concise conclude conclusion concrete condense condition
conditioning conditions conduct conducted conducting conf conferência confidence confident config configuration
configure confirm confirmation confirmed conflict conflicting conflicts confused confusing confusion conn connect
connected connecting connection connections connectivity connects cons conscious consciousness consecutive conseil
conseils consent consequences conservation conservative consider consideration considerations considered considering
consistency consistent consistently consists console conspiracy const constant constantly constraint constraints
construct constructing construction construção consult consulting consume consumed consumer consumers consuming
consumption conta contact contain container containers containing contains contemporary contenido content contents
context contexts contextual conti continually continue continued continues continuing continuous continuously contra
contract contrast contre contribute contributed contributes contributing contribution contributions contro control
controlled controller controlling controls controversial convenience convenient conventional conversation
conversational conversations conversion convert converted converting convey convince cooked cookies cooking cool
cooling cooperation cooperação coordinate coordinates coords cop cops copy coral core corner corners corporate
corporation corporations corps correct correctly correctness corresponding corruption cos cosas cosmic cosmos cost
costs così cough could couldn count counter counters countertops countless countries country counts couple coupon
courage courant cours course courses court cousin cout cover coverage covered covers coworker coworkers cpp cpu crack
crash crazy creado cream create created creates creating creation creative creativity creature creatures crece
credentials credibility credit crew crime crimes criminal criminals crisi crisis criteria critical critically criticism
critique crucial cruel cry cryptocurrencies cryptocurrency cryptographic cryptography css csv ctx cualquier cuando
cuatro cube cubic cuenta cui cuisine cult cultural culturales culture cultures cup cups curiosity curious currency
current currently currents curriculum curse cursor curve cusku custom customer customers customization customize
customized customs cut cutting cyber cybersecurity cycle cycles cycling cylinder czy częstotliwości daar dac dad dados
dafür dag dage dagen dagli daha dai daily daki dal dall dalla dalle damage damaged damaging damals damit damn dance
dances danger dangerous dangers dank dann dans dar darf dark darkness das dass dat data database databases dataset
datasets date dates datetime dating dato datorer datos datter daughter davon days daß dbb dcb ddb ddd dde dead deadly
deal dealer dealers dealing deals death debate deben debt debts debug decades decent decide decided decides decimal
decir decision decisiones decisions deck declarações declared decline decode decrease decreased decreasing dedi
dedicated deel deep deeper deeply def default defective defend defense define defined defines defining definitely
definition deforestation deg degli degree degrees dei deixou del delar delay delen deler delete deleted deleting
delicate delicious deliver delivered delivering delivery dell della delle dello delta dem demand demande demands
democracy demographic demonstrate demonstrates demonstrating den denn denna denne denoted dense density dentist dentro
departement department depend dependencies dependent depender depending depends depicted deploy deployment deposit
depression deprivation depth der deras dere deren deres derfor derivative derived dersin dersom des descent describe
described describes describing description descriptions descriptive desde desenvolvimento deserve deserves design
designed designing designs desirable desire desired desires despite dess dessa desta deste destek destination
destinations destroy destruction destructive det detail detailed details detalhe detect detected detecting detection
determination determine determined determines determining detta dette detto deutlich deux devam devant deve develop
developed developer developers developing development developments deviant deviation device devices devoir dez deze
değil dfb dia diabetes diagnosis diagnostic diagonal diagonals dialog dialogue diameter diarrhea dias dice dicembre
dich dick dict dictionary did didn die died dies diese diesem diesen dieser dieses diet dietary differ difference
differences different differently difficult difficulties difficulty dig digestion digestive digit digital digitales
digits dikkat dim dimensional dimensions din dine dining dinner dioxide dir dire direct directed direction directions
directly director directory direitos direkt direkte dirty disabled disagree disappointment disapproval disaster
disasters discipline discomfort discount discover discovered discovers discovery discrimination discuss discussed
discussing discussion discussions disease diseases disguise disgusting dish dishes disk disks dislike disorder
disorders display displayed displaying displays disponible disposal dispose disposizione disrupt disse dissonance dist
distance distances distant distinct distinguish distortion distress distribute distributed distribution district
disturbing dit div dive divergent diverse diversi diversification diversity divide divided divides dividing divine
division divisor divorce diye diz dizer djan dla dni dobrze doc doch dock docker doctor doctors document documentacin
documentary documentation documents dodaje does doesn dog dogs doing dois doit doivent dokumentti doll dollar dollars
dolls dolu domain domenica donc donde done donne données dont dood door doors dopo dorp dort dos dose dot dots double
doubles doubt dough dove dovrà down download downloaded downloading downloads doğrultuda draft drag dragon drained
drama dramatic draw drawbacks drawing drawn dream dreams dress dressed drie drink drinking drinks drive driven driver
drivers drives driving droits drop dropped drops drug drugi drugs drunk dry drying dtype dude due duidelijk dumb dump
dunque durante duration durch during durumda dust duties duty dużo dwa dwóch dynamic dynamically dynamics dyr działaczy
dzieci dziecko dzieje dzięki där därefter därför déjà développement dönem dünyanın düzenlenen dış each ead eae eaeb eaf
eager eagle ear earlier early earn earned earnings ears earth ease easier easiest easily east easy eat eating eats eau
ebb ebe ebf echo echte echter eco ecological economic economics economy ecosystem ecosystems eda edd ede edecek
edelleen edellyttää eden eder ederek edge edges edilen edilir edistää edit editing educacin educate education
educational eea een eerder eerst eerste eeuw efa efb effect effective effectively effectiveness effects effectuée
efficiency efficient efficiently effort efforts efter egen eget egg eggs egna ehkä eigen eigenen eight eikä ein eind
eine einem einen einer eines einfach einmal eit either eivät ejercicio ekonomiska eks elaborate elderly ele elected
election electric electrical electricity electromagnetic electron electronic electronics electrons element elementary
elements eleverna eli elif eliminate elkaar elle eller ellers ellos elo else elämän email emails embedding embeddings
embrace emendamenti emerged emergency emerging emission emissions emit emojis emotion emotional emotionally emotions
empathy empezar emphasis emphasize emphasizes emphasizing emploi employ employed employee employees employer employers
employment empresas empty enable enabled enablement enables enabling encode encoding encontra encore encounter
encounters encourage encouraged encourages encouraging encryption end endast ended ender ending endl endnu endpoint
endringene ends endurance enduring enemies enemy energi energia energy eneste enfant enfants enforce enforcement engage
engaged engagement engaging engine engineer engineering engineers engines enhance enhanced enhances enhancing enige
enigmatic eniten enjoy enjoyable enjoyed enjoying enkelte enligt enn enough ensemble ensino ensure ensures ensuring
entangled entanglement enter entered entering enters entertaining entertainment enthusiasm entiende entire entirely
entities entity entrance entre entreprise entries entropy entry entscheiden enumerate environ environment environmental
environments enzymes epic episode epsilon equal equality equally equals equation equipa equipment equipo equipped
equivalent era ergeben ergonomic eri erittäin erityisesti erkek erneut ero erosion err erreicht error errors erst
ersten ervaring eräissä esa escape escribir ese esim esimerkiksi esittää espacio especially esprit esqu essa essay
essence essential essentially essere est esta establish established establishing estacin estamos estar estas estate
este esteem estero estimate estimated estn esto ests estudios está estão etc ethical ethics ethnic ethnicity etik etkin
etkinlikler etmek ett etter etti että etwa etwas euro euroa euros evaluate evaluating evaluation even evening evenly
event evento events eventually ever every everybody everyday everyone everything evidence evident evil evolution evolve
evolved evolving exact exactly exam examination examine examined example examples exams exceed excel excellent except
exception exceptions excess excessive exchange excited excitement exciting exclusive execute executed execution
exercise exercises exercising exhaust exhibit exhibits exist existence existing exists exit exp expand expanded
expanding expansion expect expectations expected expense expenses expensive experience experienced experiences
experiencing experiment experimental experiments expert expertise experts expired explain explained explaining explains
explanation explanations explicit explicitly exploration explore explores exploring explosion explosions explosive
explosives export expose exposed exposure express expressed expressing expression expressions exps extend extended
extends extensa extension extensions extensive extensively extent external extra extract extracted extraction
extraordinary extreme extremely eye eyes eðitim eğitim faaliyetlerini fabric face facebook faced faces facial
facilitate facilities facility facing fact facto factor factors factory facts fade fag fail failed fails failure
failures fair faire fairly fait faith faithfully fakat fake fall falling falls false familiar familie families famille
family famous fan fanden fans fantastic fantasy far fare farklı farm fascinating fashion fast faster fastest fastsatt
fat fatal fate father fats fatti fatto fatty fault faut favor favorite favorites faz fazer fazla façon fbc fcc fcd fcf
fear fears feasible feathers feature features featuring fec fecha fed federal fee feed feedback feeding feel feeling
feelings feels fees feet feira feita fell fellow felt female fermentation fertilizer fest festa festival festivals
fetch few fewer fiber fick fiction fictional field fields fight fighting fights figure figures figuur fik fikk file
filename filerna files fill filled filling film films filter filters fin final finally finance financial finansiering
find finde finden findet finding findings finds fine finger fingerprints fingers finish finished finite finner finns
fino fire fired firm firms firmy first fiscale fish fishing fit fitness fits fitting five fix fixed flag flags flash
flashlight flask flat flavor flavors fleas fler flere flesh fleste flex flexibility flexible flight flip flipped flips
float floor flour flow flowers flows fluctuations fluid fly flying foam focus focused focuses focusing foi fois fokus
folder folk folklore follow followed following follows fondi food foods fool foot football footprint for fora foram
foran forbindelse force forced forces fordi forecast foreign forest forests forever forget forhold form forma formacin
formal formand formas format formation formação forme formed former forming forms formula forslag fortfarande fortsatt
fortælle forum forutsetter forward fossil fostering fought found foundation foundational founded founder four fourth
fra frac fraction fragment fram frame frames framework frameworks francs fraud free freedom frei frem fremst
frequencies frequency frequent frequently fresh fried friend friendly friends friendship from front fruit fruits
frustrated frustrating frå från fuck fucked fucker fucking fue fuel fuels fueron full fully fun func functie function
functional functionalities functionality functioning functions fund fundamental funding funds funeral fungera fungerar
funny fur furniture furry further fusion future futuro fuzzy fået får fått för föreslår förslag första følgende før
først første für gaan gaat gab gain gained gaining gains galaxies game gameplay games gaming gamla gamle gang gange
ganhar ganhou ganske ganz ganze gap gaps gar gara garage garden gardening gas gases gasoline gather gathering gave gdf
gdy gdyż gdzie gear geboren gebouwd gebruik gebruikt geen gefeiert gegeben gegen gehen geht gehört geldi geldig gelegen
gelen gelir gemaakt gemeente gender genel genellikle general generale generalforsamling generalization generally
generate generated generates generating generation generations generative generator generic genes genetic geniş gennaio
genocide genoemd genom genomen genre genres gentle gently genuine genutzt geographical geometric geometry gepubliceerd
ger gerek gerekli gerne gerçek gerçekleştirilen gesamten geschrieben gesehen gesloten gestaltet gestion gestão get gets
getting gevonden gewijd geworden geçen giant gibi gibt gick gift giggle ging giorni giorno gir girl girlfriend girls
giro gis github give given giver gives giving già gjelder gjennom gjerne gjøres glad glasses gli global gloves glucose
goal goals god gode godt godz goed goes going gold gone gonna goods google got gotten gov governed government
governmental governments governo gpt grab grade gradient gradually graduate grain grains grammar grams gran grand
grande grandes grandma grapes graph graphic graphics grateful gratitude grave gravitational gravity gray great greater
greatest greatly greenhouse grew grid grocery groot grootste grote ground grounds group groups grow growing grown grows
growth grund grunn grupo grupp gry gspread guarantee guard guards guess guessing guest guests guidance guide guided
guidelines guides guiding guilt guilty guitar gun guns gunshot gut gute guys gym gärna går gælder général générale
gîtes gör göra göre gören görev görmek gør gøre gün günü gününde güvenliği głosów głównie haar haba habe haben habit
habitat habitats habits habitual hace hacer hacia hack hacking had hadde hadden hade hair hairy hakkında half halfway
halinde haline hallituksen ham hammer han hand handle handles handling hands hanggliderklubb hangi hanging hanno hans
happen happened happening happens happiness happy har harassment hard harder hardware harm harmful harming harmless
harmony harsh has hash hashtags hasn hasta hat hate hatred hatte hatten haut havde have haven having hay hazardous head
headache header headers heads heal healing health healthcare healthier healthy hear heard hearing heart hearts heat
heated heating heavier heavily heavy hebben hecho heeft height heille hela held hele helicopter helium hell heller
hello help helped helper helpful helping helps helt hem hence henhold henki her heraus herbs here heritage heroin
herself het hetkellä heures heute hidden hide hiding hield hier high higher highest highlight highlighting highlights
highly hij hiking him himself hin hippocampus hire hiring his histoire historia historic historical historically
history hit hits hitting hizmet hizmeti hjemmeside hjälper hjælp hline hobbies hobby hoher hoje hold holde holding
holds hole holes holiday holidays hombres home homeless homem homemade homes hon honest honestly honor hoogste hook
hope hoping hora horas horizon horizontal horizontally horn horrible horror horse hos hospital host hosted hosting
hosts hot hotel hotels hour hours household houses housing how however hoy href html http https huge hui huidige huis
huizen human humanity humans humidity humor humorous hun hundred hundreds hunt hunting hur hurt hurtful hurting husband
hva hvad hver hvert hvis hvor hvordan hybrid hydrated hydration hydrogen hypothesis hypothetical hyvin hyvää hän här
høsten ibaresi ice ich icon iconic icons idag idea ideal ideas identification identified identify identifying identity
idet idiot ids idx ieri ifade igen igennem igjen ignore ignored ihm ihmisen ihn ihop ihr ihre ihtiyaç iki ikke ile
ilgili ilha ilişkin ilk ill illegal illegally illness ils image imagery images imagination imagine imaging img
immediate immediately immense immer immersive immigrants immigration immoral immune impact impacting impacts impegno
implement implementation implemented implementing implements implications implies import importance important
importante importantes impossible imprecise imprese impression impressive improve improved improvement improvements
improves improving inappropriate incentives inch inches inci incident include included includes including inclusion
inclusive income incontro incorporate incorporating incorrect increase increased increases increasing increasingly
incredible incredibly ind indeed inden independence independent independently index indicate indicates indicating
indicators indices indirect individual individuals indlæg indoor indsats industrial industries industry inequalities
inequality infected infection infections infer inference inferior infinite inflation influence influenced influencers
influences influencing influential info infographic inform informacin informal informasjon information informations
informative informed infrastructure ingen ingredient ingredients ingår inherent inherently init initial initially
initiatives injection injured injuries injury injustice inmiddels inn innan inne innebär innen innenfor inner innocence
innocent innovation innovative innych inom input inputs ins insan insane insbesondere insect insects insert insertion
inside insight insights inspiration inspire inspired inspiring inst instability install installation installed
installing instance instances instant instantly instead institutions instruction instructions instrument instrumental
instruments insulin insult insulting insults insurance int intake inte integer integers integral integrate integrated
integration integrity intellectual intelligence intelligent intend intended intense intensity intensive intent
intention intentionally intentions interact interacting interaction interactions interactive interacts interconnected
intercourse interdisciplinary interest interested interesting interests interface interfaces interference interior
intermediate internal international internazionale internet interplay interpolation interpret interpretation
interpretations interpreted intersection interval intervals interventi intervention interview interviews into intresse
intricate intriguing intrinsic introduce introduced introduces introducing introduction intuition intuitive invece
invention inventory invest investeringar investigate investigation investing investment investments investor investors
invisible invite invoice invoices involve involved involves involving inwestycje inwoners inzwischen ions iron
irrational irá ise island isn isolated isolation isso issue issues ist italiani italiano item items iterate iterates
iterations itibaren itinerary its itself itselleen iyi içeren içerik için içinde işbirliği jaar jag jail jak jako jaren
jatketaan java javascript jeans jedna jednak jednej jednocześnie jednym jedną jedoch jedynie jeg jego jej jerk jest
jesteśmy jeszcze jetzt jewelry jeśli job jobs johon joiden join joining joint joista joita joka jokaiselle joke jokes
jolla jolloin jonka jossa jotka jour journal journalism journalists journey jove joven jovens json judge judgment juice
juin juli jump jumps junior junto jurisdiction just justice justify jutro już jährige jälkeen kabul kadar kaikissa
kaikkein kaikki kale kampanii kan kann kannalta kansainvälisen kansalaisopisto kanske kanssa karşı kasvaa kaum
kaupungin kaupunkien kautta keep keeping keeps keer kehitys kehitystä kein keine kendi kept keras kernel ket keversoort
key keyboard keys keyword keywords kez kick kid kidnap kidnapping kidney kids kiedy kiinnostuneet kilka kill killed
killer killing kills kilometers kilometre kind kindness kinds kirjan kirkon kitap kitchen kjent klar klart kleine
kleinen kleur klo knees knew knife kniptorren knock know knowing knowledge known knows kohdassa koko kokousten kolay
kolejny kolme kom komen komma kommande komme kommer kommet kommit kommt kommun kommunen kompetens komplett kompletten
komt kon konden koniec konkrete konnte kontrol kontroll konu konuda konular konularda konusunda konzeptionellen kort
koska koskevia koulussa kraju krav kreeg kring kroner kronor kryzysu kræver która które którego który których którym
którzy kuin kuinka kuitenkin kullanarak kulttuurin kulturze kun kunde kunna kunne kunnen kunskap kunta kuntayhtymä kurs
kurulan kurulur kurz kuten kuuluu kuuluvat kwam kylässä kymmenen känner käyttää käyttöön können köpa kører kültürel
laatste lab label labeled labeling labels labor lack lado lady lag lage laget laid lambda land landen landet landing
landmarks lands landscape landscaped landscapes lang lange langs langt language languages lap laptop large largely
larger largest las lassen last lastensuojelun lasting lat lata latach late lately laten later latest latter lattice
laugh laughed launch launched lave lavet lavoratori lavoro law lawnmower laws lawyer lay layer layers layout lazy lead
leader leaders leadership leading leads leaf leak lean learn learned learner learners learning learns least leave
leaves leaving led leder left leg legal legally leger legge legislation legitimate legs lei lekarzy len lenger lengre
length lens leq les less lesser lesson lessons let lets letter letters letting lettuce leur leurs level levels leven
leverage leveraging lhe lib libera liberté libraries library license licht lidt lie liegen liegt lies lieu life
lifespan lifestyle lifetime lift lige ligesom light lighter lighting lights lightweight ligt liittyy lijkt lijst lika
like liked likelihood likely likes likevel lime limit limitations limited limiting limits line linea linear lines link
linked links lion liquid liquor lisans list listbox liste listed listen listener listening listing lists lisäksi lite
literal literary literature litre litres litt liv live lived lives living lla llama llega llegar load loaded loading
loads loan local localhost locate located location locations lock locked locks log logement logger logging logic
logical login logo logs loi lokala lokale long longer longest longevity look looked looking looks loop loops loose loro
lors los lose losing loss losses lost lot lots loud lov love loved lover loves low lower lowest loyalty ltimo lub luck
lugar luggage luglio lui lumière lunch lungs lush luvun luxurious luz lying lyrics lägga lägger lägre lähes längere
lärare låg længere løbet maailman maakt maar machen machine machines macht mad maddesinin made maggio maggioranza magic
magical magnetic magnitude mahdollista mahdollistaa mail main mainly maintain maintained maintaining maintains
maintenance maior mais major majority mają make maken makes making mal male malicious malware mam mama mammals man
manage managed management manager managing manera mange manifest manipulate manipulated manipulation manière manner
manual manually manufacturer manufacturing many map mapped mapping maps marathon marble margin marijuana marine
markdown marked marker market marketing markets marknaden marriage married marzo mas mask maskiner masonry mass masse
massive master match matches matching mate material materials math mathematical mathematician mathematics mating
matière matka matplotlib matrix mats matter matters maximize maximum may maybe mayor mbito meal meals mean meaning
meaningful meanings means meant measure measured measurement measurements measures measuring meat mechanical mechanics
mechanism mechanisms med medarbejdere media medical medication medications medicine medieval medio meditation medium
medlemmer meer meest meestal meet meeting meets meetups meg meget mehr meidän meinen meiner mejor melhor mellan mellem
mellom melody melt member members membership membres memorable memories memory men menos mens menschliche mensen
menstrual mental mentally mentee mention mentioned mentions mentor menu mer mera mercado merchant mere merge merriam
mesma mesmo mess message messages messaging mest meste met meta metadata metal metaphor metaphorical meters meth method
methods metric metrics metrin mette meu miasta miasto miał mich mid middle miejsca miejscu miembros mieszkańców mieux
mieście mig might migliore mikä mil mila mild miles milhões milioni military miljoonaa milk milli million millions min
mind minded mindful mindfulness mindre minds mine minerals minha minimal minimize minimizing minimum mining minor
minorities minority minst minus minute minutes mir mirror mirrors mis misfortune misinformation mismo miss missed
missing mission mistake mistakes mit miten mitigate mitigation mix mixed mixing mixture mln mobile mock mod modal mode
model modeling models moderate modern moderne modes modification modifications modified modify modtaget modularity
module moest moet mogelijk mogą moi moins mois moisture mold molecules molto mom moment momento moments monde mondiale
mondo moneen money monipuolinen monitor monitoring month monthly months mood moral morale morality morally more morning
mortality most mostly mostra mot mother motion motivated motivating motivation motivations motor motto mountain
mountains mouse mouth mouthwash move moved movement movements moves movie movies movimento moving może można msg muassa
much muchas mucho muerte muista muita muito mujer mukaan mukaisesti mukana mulheres mulig mulighed mulighet muligt
multi multifaceted multiple multiplication multiplied multiply mundo murder murdered muscle muscles museum museums
mushrooms musi music musical muss must muszę mut mutta mutual muun muut muuta muuttuu muy muß mximo mycket myself
mysterious mystery myth myths myös määrä määrää måde mål många måske måste måte måter mémoire même mówi möchte möglich
möjlighet möjligheter música müssen naam naar nach nacional nada nadat nadie nahmen nail największych naked należy nam
name named names namespace naming narrative narrator narrow nas nasz nation national native natomiast natural naturally
nature natuurlijke nausea navigate navigation navn nawet nazionale nbx nda nde near nearby nearest nearly neben
necessarily necessary neck nectar neden nedenfor nedenle need needed needle needs negative negatively negli negotiate
nehmen nei neighbor neighborhood neighbors neither nel nell nella nelle nemen nemt nero nervous nesta neste nested net
nett network networking networks neue neuen neural neurons neutral never new newer news next nginx nic nice nich nicht
nichts nie niet nieuwe nigger night niiden niin niissä niitä nim nin nine ninguna nitrogen niveau nivel nix niż nobody
noch noche node nodes noe noen nog nogen noget nogle noi noin noinput noise nok nom non none nooutput nopeasti
nopeimmin nor norm normal normally norms norsk norske northern nos nose nossa nossos nostre nostro not notable
notamment notation note notebook notes nothing notice noticed noticing notifications noting notre notte noun
nourishment nous nouvelles novel novembre noviembre novo novos now nowego nowy nowych nth nuanced nuances nuclear
nucleus nudity nuestra nuestro nueva nuevo null num numa number numbers numera numeric numerical numero numerous numpy
nums nun nunca nuova nuove nuovo nur nursery nutrient nutrients nutrition nutritional nutritious nuts nya nye nyt nytt
não näistä när nästa någon något når næsten nécessaire nível nós nødt nødvendig nın oauth obaj obj object objective
objectives objectivo objects objet oblique obok obrony observation observations observe observed observer observing
obstacles obtain obtained obvious occasion occasione occupied occur occurred occurrence occurring occurs ocean oceans
och också octane odbędą odd odds oder odor off offensive offer offered offering offers office officer officers official
offre offspring often oggi ogni også ogóle ohella ohjelman ohne oikeuksia oil ojciec okay okundu olabilir olacak olan
olarak old older olduğu olduğuna olduğunu ole olemme olet olevan olhos oli olika olisi olla ollut olmak olmayan olsun
oltre olursa oluşan omdat omega omfattning omkring områder ona once onde onder onderzoek one ones ongoing onion online
only ont onto ooh ook oorlog open opened opening opens operate operates operating operation operational operations
operative operator opettajaa opfattelse opgravingen opinar opinion opinions opinnot opium oplyst opnieuw opp
oppervlakte opponent opponents opportunities opportunity opportunità opposing opposite oppression opt optimal
optimization optimize optimized optimizing option optional options ora oral orange oranges oraz orbit orbits ord order
orderbook ordered orders ordinary ore org organic organisation organisations organisms organization organizations
organize organized organizing organs orientation oriented origin original originally originated origins ortaya osa
oscillations osittain osiągnąć oss ostatnich osuessa osv osób other others otherwise otra otro ottaa ottobre ouest our
out outcome outcomes outdated outdoor outdoors outer outfit outline output outputs outra outras outros outside ovat
oven over overall overcome overcoming overdose overfitting overhead overlap overlooking overly oversight overview
overwhelmed overwhelming own owner owners ownership oxidation oxygen paar paced pack package packages packets padding
pages paid pain painful paint painted painting paintings pair paired pairs palace palco palette paljon palvelut pan
pancakes pandas panel panels pants paper papier par para paragraph parallel parallelogram param parameter parameters
params parece parempi parent parents parking parse parser part parte partenaires participants participate participação
particle particles particular particularly partido partie parties partii partir partita partito partner partners parts
party pas pasado pases pass passa passada passage passe passed passengers passer passes passing passion passionate
passions password passwords past pasta paste pastel path paths patience patient patients pattern patterns pay paying
payload payment payments pays país países pdf peace peaceful peak peanuts peer peg peixe pela pelas pelcula pelo pen
penalties penalty pendant penis people pepper per perceive perceived percent percentage perception perceptions perché
perfect perfectly perform performance performances performed performing performs perhaps perimeter period periode
periods permanent permet permission permissions permite pero persistent person personal personale personalities
personality personalized personally personas persone personnel personnes persoon perspective perspectives persuade
persuasive perusteella però pessoal pessoas pests pet pets peu peut peuvent phase phases phenomena phenomenon
philosophical philosophy phone phones photo photography photos photosynthesis php phrase phrases physical physically
physics piano pick picked picking picnic picture pictures piece pieces piel pieniądze pierwszym pile pilot pin pink
pins pip pipe pirated pista pistas pitch pitkä pitäisi pitää pivotal pixel pixels pizza pizzas più pięć plaats place
placed placeholder places placing plain plan plane planering planet planets planned planning plans plant plants plass
plastic plastics plataforma platform platforms play played player players playground playing playlist playlists plays
pleasant please pleasure plenty plot plt plugin plus plusieurs png poblacin pochi pocket pod podcasts podczas pode
poder podobnie pods poem poi point points pois poison poisoning poisonous poisons polar police policies policjanci
policy polite politica political politics politique pollution poly polygons polynomial política ponad pool poop poor
pop popcorn popular popularity population populations por porn porozumienia porque port portal portanto portare
portfolio portion portrayal portrayed ports pos pose posed poses posibilidad position positions positive positives
possess possibilities possibility possible possibly posso possono post posta postal postgrados posts pot potassium
potem potential potentially pouco pounds pour pourquoi pourront pouvez pouvoir poverty povo powder power powered
powerful powiedział powierzchni poza poziomie pozwala poäng pracownicy practical practice practices practicing pracy
pracę prank pranks prawa prawda prawdopodobnie prawie pre precise precision pred predators predict predicted predicting
prediction predictions predictive predictor prefer preference preferences preferred pregnancy pregnant prejudice
premier premiera premise premises premium première prendre preparation prepare prepared preparing preposition
prescribed prescription presence present presentation presente presented presents preservation preserve preserving
preset president presidente press pressing pressure pretend pretrained pretty prev prevent preventing prevention
prevents preview previous previously prey prezydent prices pricing pride prima primarily primary prime primeira
primeiro primer primera primes primo principal principio principle principles print printed printer printf printing
println prints prior priorities prioritize priority prison privacy private privilege prix prize pro prob probabilities
probability probably problem problematic problemene problemi problems problemy problème proc procedure procedures
proceed proces process processed processes processing processo processor procrastination produce produced produces
producing product production productive productivity products produkter produtos professional professionals professori
profile profissional profit profitability profits profound profvis progetto program programa programmed programmer
programmers programming programs progress progression progressions proje project projecto projects projekt projekter
projektin projektu projets prokuratury promise promises promising promote promotes promoting prompt prompter prompts
pronunciation proof proper properly properties property proportion proportional proportions proposal propose proposed
proposent proposition propria proprio props pros prosent prosenttia prostitute prostitution protagonist protect
protected protecting protection protective protein proteins protest protocol protocols proud prove proven provide
provided provider providers provides providing province provincie prowadzą proximity proxy prueba przed
przedstawicielami przewodniczący przez przy présence próximo psychological psychology pubblico public publicly publish
published pueblo puede pueden puedes pull pulled pulling pulseira pump punch punctuation punish punished punishment
punt punten punto puolet puppies purchase purchased purchases purchasing pure purple purpose purposes pursuit purtroppo
push pushed pushing pussy put putting puzzle puzzles può pystyy pythia python päin päivä päässä päättää pédagogiques
później públicas płatną quadratic quale qualidade qualifications qualified qualities quality qualità qualquer quando
quantities quantity quanto quantum quarter quartz qubits que quello quem quer queries query quest questa queste questi
question questions questo questão queue qui quick quickly quien quiet quit quite quote quotient rabbit racconta race
races racial racism racist radar radiation radio radius rage rain rainfall rainforest raise raised raises raising
rajoista rakii rakkaudesta rakkaus ran random randomly range ranges ranging rank ranking ransomware rape rapid rapidly
rapport rare rate rated rates rather rating ratings ratio rational raw raz reach reached reaches reaching react
reaction reactions read reader readers reading reads ready real realism realistic reality realize realized realizing
really realm rear reason reasonable reasoning reasons recall receive received receives receiving recent recently
recherche rechts recipe recipes recognition recognize recognized recognizing recommend recommendation recommendations
recommended record recorded recording records recover recovery rectangle recursos recycling red reduce reduced reduces
reducing reduction refer reference references referred referring refers refine reflect reflected reflecting reflection
reflects refresh regarding regardless regards regio region regionalutvikling regions register regression regret regular
regularly regulate regulation regulations regulatory reinforcement rejected rekke relatable relate related relates
relatie relation relations relationship relationships relative relatively relativity relax relaxation relaxed relaxing
relazione relação release released releases releasing relevance relevant reliability reliable reliance relief relies
religion religions religious rely remain remainder remaining remains remember remembered remind reminder remote removal
remove removed removing render renewable renowned rent rental repair repeat repeated repeatedly repeating rephrase
replace replaced replacement replacing replies reply report reported reporting reports repository represent representa
representation representative represented representing represents reps reputable reputation request requested requests
require required requirement requirements requires requiring research researched researchers researching reset
residential residents resilience resist resistance resistant resistor resize resolution resolve resource resources
respect respected respectful respective respectively respeto respond responding response responses responsibilities
responsibility responsible responsive ressources rest restart restaurant restaurants reste rester restoration restore
restrainer restraints restrict restrictions result resulted resulting results resume ret retail retailers retain
retention retirement retour retrieval retrieve return returned returns reusable reuse revalidate reveal revealed
revealing revenge revenue reverse review reviewer reviewing reviews revisin revolution revolutionary revolutionized
reward rewarding rewards rewrite rhyme rhythm rice rich richting rid riddle ride rides right rights rigtig rike ring
rings rise risiko rising risk risks risky rispetto risultato rituals river rlhf road roads rob robbery robbing robot
robots robust rock rocks rodean roku role roles roli roll roller rolling rolls romantic rond room root roots rope
rotating rotation rotator rotten rough roughly round rounded route router routes routine routines row rows rozmowy
rozwój rude ruin ruining rule rules run rund rundt runner running runs runt ruolo ruotsiksi rural rust rywali rzędu
rätt rättelse række règles réflexion région réseau równie również saa saada saadaan saanut saat saavat sabato sabotage
sad safe safely safer safes safest safety sahip said saken salary sale sales salinity salir salt samarbeid samarbete
same samej samen samma sammarinese sammarinesi samme sammen sample samples sampling samt samtidig sand sanoo sans
saranno sarebbe sarà sat satellite satellites satisfaction satisfied satisfy satisfying satt satış sauce save saved
saving savings savvy saw say saying says sayýlý sayılı scalability scale scales scam scan scarcity scare scared scary
scattered scenario scenarios scene scenes schau schedel schedule scheduled schedules schema scheme schemes schließlich
schnell schon school schools schwer sci science scientific scientist scientists sciopero scope score scored scores
scoring screen screens script sculpture sea seamless search searching season seasonal seasons seat seats sebep second
seconda secondary secondo seconds secret secrets secteur section sections sector sectors secure securely security sedan
sediment see seed seeds seeing seek seeking seem seemed seems seen sees seg segment segments segretario segunda
segurança seguridad sehen sehr sei sein seine seinem seinen seiner seit seizoen sekä select selected selecting
selection selects selenium self sell selling selv selvom sem semana semble sempre sen senare send sender sending sends
sendt senere sense sensitive sensitivity sensor sensors sent sentence sentences sentiment senza separate separated
sequence sequences ser sera serial serie series serious seriously serve served server servers serves service services
servicio serving servizi servizio serviço serviços será ses session sessions set sets sett settembre settimana setting
settings setup setzen seu seule seurakunnan seus seven several severe severity sex sexual sexually sexy shader shadow
shadows shaker shall shallow shampoo shape shaped shapefile shapes shaping share shared shares sharing sharp she sheet
shell shells shelter shift shifts ship shirt shit shock shoe shoes shoot shooting shop shopping shops shorter shortest
shot shots should shoulder shouldn show showcase showed showing shown shows shut sia siamo sich sicher sick side siden
sides sido sidor sidste sie siebie sieci sieht siempre sier sierpnia sig sige siger sight sign signal signals signature
signed significance significant significantly signing signs siihen siitä sikker sikt silah silence silent sillä silver
sim similar similarity simple simpler simplest simplicity simplified simplifies simplify simply simulate simulation
simulations simulators simultaneously sin since sincere sind sinds sine singer single sink sino sinä siste sistema
sister sisällä sit site siten sites sitting situation situations situação situações sitä six sixth size sized sizeof
sizes się siłami själv ska skal skall sker skicka skilja skill skilled skills skin skip sklearn skolan skole skolen
skrivare skulle sky skydd skydda slang slap slave slavery slaves sleep sleeping slice slide slides slightly slik slike
slip slit slo slogan slope slot slow slower slowly slurs slutet slutt smaller smallest smart smarter smartphone
smartphones smell smells smile smoke smoking smooth smoothed smuggling snack snacks snake sneak snel snippet snorkeling
snorting soap sobie sobre soccer social sociale sociales socialites socially sociedad sociedade societal societies
society sociétés sock socket soda sodium soft software sogar soient soil soit solar sold solely solen solid soll sollte
solo solution solutions solve solved solves solving som some somehow someone something sometimes somewhat somewhere
sommige soms son sondern song songs sono sonra sonraki sonrası sont soon sooner soort soothing sophisticated sore sorry
sort sorte sorted sorting sorts sorumlu sosiaali sosyal soul souls sound sounds soup source sources sous south souvent
sowie sowohl spa space spacecraft spaces spacetime span spare spark spatial speak speaker speakers speaking special
specialized species specific specifically specifications specifics specified specify spectrum speech speed speeding
speeds spell spend spending spent spesa spesielt sphere spider spill spille spin spirit spiritual spline split spoken
sports sposób spot spotify spotkanie spotkaniu spots spouse sprawie sprawę spray spread spreading spreadsheet
spreadsheets spring spy später spørgsmål spørsmål sql sqrt square squares squat squid src srt sta staan stab stability
stable stack stadig staff stage stages stagione stakeholders stalk stance stand standard standards standing stands
stanowisko star stars start started starters startet starting starts startup stata state stated statement statements
staten states stati static station statistical statistics stato status stay staying stays std steady steal stealing
steam steder steeds steel stehen steht stem step steps stereotype stick sticking still stilling stink stock stocks
stole stolen stomach stones stop stopped stopping stops stor stora storage store stored stores stories storing storlek
storm stort story storyline storytelling str strada straight straightforward strain strange stranieri strategic
strategies strategy stream streaming streamline street streets strength strengthen strengths stress stretching strict
strictly strike string strings strip strive stroke stronger strongly struct structural structure structured structures
struggle struggles struggling stuck student students studied studier studies studiować study studying stuff stunning
stupid style styles stylish ställde stå står stærk större största større største sua suas sub subarray subcategory
subject subjective submit subscribe subscription subsequent subset subsets substance substances substantial substitute
substitution substring subtitles subtle subtract succeed success successes successful successfully such sucht suck
sudden suddenly sudo sudoku suffer suffering sufficient sugar sugars suggest suggested suggesting suggestion
suggestions suggests sui suicide suit suitable suited sul sulla sulle sum summarize summary summer sun sunlight sunny
sunulur suo suoi suomeksi suoraan suoritetaan super superior superposition supervised supone supplier suppliers
supplies supply support supported supporting supportive supports suppose supposed supremacist supremacists sur sure
surface surfaces surgery surprise surprised surrounded surrounding surroundings surtout surveillance survey survival
survive sus suspect suspicious sustainability sustainable suuri svenska svg svært swallow swap swapped swear swelling
swift swim swimming switch swoim symbol symbolic symbolism symbolize symbolizes symbols symptoms sync synes syntax
synthesis synthetic sys system systemet systems szpitala szybko são sähköinen särskild sätt sådan sælger særlige
sécurité süre sürecinde sürekli sık sınav służb służby tab table tables tablespoon tabs tackle tactics tag tager taget
tagging tags tai tail tailored tails tak take taken takes taki takia takich takie taking także tale talent talep talet
talk talked talking tall tam tamari tambin também tan tangible tank tanti tanto tap tar tarafýndan tarafından target
targeted targeting targets tarihi tarihinde tarihinden tarjoaa tarjoavat tarkoituksena tarpeet tarvitaan task tasks
taste tastes tasty tatt tattoo taught tavoitteet tax taxes tea teach teacher teachers teaching team teams teamwork
teaspoon tech technical technically technique techniques technological technologies technology teenagers teeth tegen
tego tehdä tehdään tehtäviä tej tek teknik tekrar telefon television tell teller telling tells telt tem tema temas
temel temi temos temp temperature temperatures tempi template tempo temporada temporary temps temu ten tend tendency
tendo tends tener tenido tennis tense tension tensions ter teraz terenie term terminal termine terms terrain terrible
territorio terrorism terrorist terrorists terug terwijl tessellation test testa testament tested testing tests teus
text texts texture też than thank thanks that the theater theft their them thematic theme themes themselves then
theological theology theorem theoretical theories theory therapist therapy there thereby therefore thermal these theta
they thick thief thin thing things think thinking thinks third this thorough thoroughly those though thought thoughtful
thoughts thousand thousands thread threads threat threaten threatening threats three threshold thrive throat through
throughout throw thrown throws thus ticaret ticket tickets tid tiden tides tidligere tie tied tiempo tiene tif tight
tijd tijdens til tilanne tilannetta tiles tilintarkastajan tilknytning till tillegg tilt time timeline timely timeout
timer times timestamp timing ting tinha tiny tip tipi tipo tips tire tired tires titeln title titles titre tjänsten
toda todas today todella todo todos toe toegevoegd toen together toilet toimii toiminta toimintaa toisen token
tokenizer tokens told tolerance tomar tomorrow tone tongue tonight too took tool toolbox tools top topic topics toplam
toplumsal torch tornozelo torture tot total totally touch touches tough toujours tourism tourist tourists tournament
tours tous tout toute toutes toward towards towel towels town toxic toy toys tra trabajo trabalho trabalhos trace track
tracked tracker trackers tracking tracks trade trading tradition traditional traditions traffic trafficking tragedy
tragic train trained training trains trait traits trakcie trans transaction transactions transfer transform
transformation transformação transformed transformer transforming transgender transition translate translated
translates translation transmission transmitted transparency transparent transport transportation trap trapezoid
trapped trash trasporto trauma travail travel traveling travels travs tre treasure treat treated treating treatment
treatments tree trees trend trends tres treten treturn trial trials triangle triangular tribes trick tricks tricky
tried tries trigger triggers trip tripadvisor trois tror trouble trouve truck true truly trust trusted truth trwają try
trying trzeba trzy très três tstamp tthis ttk tudo tuki tulee tulevat tuli tulisi tumultuous tuna tune tuned tuning tuo
turbo turismo turisti turkey turn turned turning turns tussen tutorials tutta tutti tutto twee tweede tweet twice twist
two txt tych tyle tylko tym type typed types typical typically typing typu tys tysięcy tão tällä tämä tämän tässä tästä
tätä tænke têm tüm uanset uden udział uge ugly uid uint uit uke ulkopuolelle ultimate ultimately ulusal uluslararası
uma umbrella una unable unauthorized uncertain uncertainty unclear uncomfortable und under underholdende underlined
underlying understand understandable understanding understood une unethical unexpected unhappy uniform union unique
unit units universal universe universitaria universities unknown unless unlikely unlock unnecessary uno unos
unpredictable uns unsafe unserer unsigned unstable unsure unter until unusual unwrap upcoming update updated updates
updating upload uploaded upon upper uppgifter ups upset upstairs urban urine url urls urządzenia usage use used useful
useita user username users uses using usr usual usually utan utarbeidet uten util utility utilize utveckla uudet uwagę
uygulaması uygun vaan vaatimuksia vacation vaccine vaccines vacuum vad vader vai vain val valid validation valmiuksia
valor valore valtion valuable value valued values van vanaf vanilla vanskelig vanwege var vara vardır varer variable
variables variance variant variants variation variations varied varies variety various varje vars varten vary varying
vast vastaan vatten vec veces vector vectors ved veel vegan vegetables vegetarian vehicle vehicles vele velocity
vendors venerdì venue ver verano verb verbal verdad verdianos verfügt verifiche verify verileri verilir verksamhet
vermek vers versatile verschillende verse version versions verso versus vertical vertices very vessels veya vez vezes
via viable vibe vibes vibrant vice victim victims victory vid vida video videos videre videreutdanning vie viel viele
vielen vielä vier view viewer viewers viewing viewpoints views vigtigt vigueur viktig viktiga viktigste vil vilka
vilket vill village ville vinden vinegar violation violence violent viral virtual virus viruses visar visibility
visible vision visit visita visitas visited visiting visitors vissa vista visual visualization visualize visually
visuals vita vital vitamins vivid vocabulary você voi voice voices void voidaan voir voit voivat voix volatile
volatility vollständig volta volume vom von voor vooral voormalige vor vores vorm vormen vote voters voting votre vous
vraiment vue vulnerabilities vulnerable vuoden vuole vuonna várias vários vão vähenee väl vår våra våre vårt være været
vært véhicules véritable waardoor waarna waarop waarvan wait waiting wake walk walking walks wallet walls wanna want
wanted wanting wants war warehouse waren warfare warm warming warning wars was wasn waste wat watch watched watching
water watering wave waves way ways wcale wciąż wcześniej wczoraj weak weaknesses wealth wealthy weapon weapons wear
wearing weather web webcam webpage website websites webster weed week weekend weekly weer weg wegen weight weights weil
weird weiter wel welcome welfare well wenig weniger wenn went werd werde werden were wereld weren werk werken wet
wetenschappelijke whale what whatever wheel wheels when whenever where whereas whether which while whirling whites who
whole whore whose why wichtig wichtigsten wide widely wider widespread widget width wie wieder wife wifi wild wildlife
will willing win wind window windows wine wings winner winni winning wins winter wir wird wire wireless wirklich wirkt
wisdom wish with withdraw within without withstand witness więcej woman women won wonder wonderful wondering wooden
word worden words wordt work worked worker workers workflow working workout workouts workplace works workshops world
worn worried worry worse worst worth would wouldn wound wow write writer writing written wrong wrote wsparcie wszystkie
wszystkim wurde wurden www względu wünscht würde właśnie xamgu xito yani yanında yapan yapmak yapılması yapılır yard
yayınlandı yderligere yeah year years yeast yellow yeni yeniden yer yerine yes yet yeux yhdeksi yhdessä yhdistyksen
yhteensä yhteistyötä yhteisöjen yhteydessä yield yine yli yliopistosta yoga yogurt yok you young younger your yours
yourself youtube ytterligare yuan yönelik yüksek yýl yıl yıllık yılında zal zaman zamierzał zawsze zdaniem zdrowia zeer
zelf zelfs zero zeros zes zespoły zich zichzelf ziehen zien zij zijn zip znacznie znaczy znaczące znajduje znaleźć
zoals zona zone zorundadır zorunlu został została zou zouden zowel zugrunde zugänglich zuiden zuletzt zum zur zwei
zwischen zwrotu złotych água álbum área ännu även årene året årig ændre çalışma çok çıkan également équipe étaient
était été één être îles önce önemli önskar över özel öğrenci öğrencileri öğrencilerin öğretim øjeblikket økonomiske økt
ønsker über überhaupt ülke üst üzere üzerinde üzerine þekilde şekilde źle żeby życia для или
`;
