/**
 * Given names, in small letters: 1990 census of the United States (public domain, from the package `names` 0.3.0, MIT) and
 * those of scripts/names/international.txt (ours), without those that are ordinary words or places. Made by scripts/pack_names.mjs: change that.
 */
export const GIVEN_NAMES = `
aaliyah aarav aaron abbey abbie abby abdul abdullah abel abigail abraham abram adah adalberto adaline adam adan addie
addison adela adelaida adelaide adele adelia adelina adeline adell adella adelle adem adena adina aditya adolfo adolph
adria adrian adriana adriane adrianna adrianne adrien adriene adrienne adrián afton agatha agnes agnieszka agnus
agripina agueda agustin agustina agustín ahmad ahmed ahmet aida aide aiden aikaterini aiko aileen ailene aimee aino
aisha aivar aivars aja ajay akash akiko akilah akira alain alaina alaine alan alana alane alanna alayna alba albert
alberta albertha albertina albertine alberto albina alda alden aldo aldona alease alec alecia aleen aleida aleisha
alejandra alejandrina alejandro aleksandar aleksandr aleksandra aleksei alena alene alesha aleshia alesia alessandra
alessandro alessia aleta aletha alethea alethia alex alexander alexandr alexandra alexandre alexandria alexandros
alexandru alexei alexej alexey alexia alexis aleš alfie alfonso alfonzo alfred alfreda alfredia alfredo ali alia alica
alice alicia alicja alida alina aline alisa alise alisha alishia alisia alison alissa alita alix aliza allan allegra
allen allena allene allie alline allison allyn allyson alma almeda almeta alona alonso alonzo alphonse alphonso
altagracia altha althea alton alva alvaro alvera alverta alvin alvina alyce alycia alysa alyse alysha alysia alyson
alyssa amada amado amal amalia amanda amber amberly ambrose amee amelia ami amie amiee amina amir amira amit ammie amos
amparo amy ana anabel analisa anamaria anand anastacia anastasia anastasios anastasiya anatoli anatoly andera anders
anderson andras andre andrea andreas andree andreea andrei andrej andres andrew andrey andria andris andriy andrzej
andrás andré andrés andy aneta anette angel angela angele angelena angeles angelia angelic angelica angelika angeliki
angelina angeline angelique angelita angella angelo angelyn angie angila angla anglea anh anibal anika anikó anil anisa
anisha anissa anita anitra anja anjali anjanette anjelica anke ankit ann anna annabel annabell annabelle annalee
annalisa annamae annamaria annamarie anne anneke anneli anneliese annelle annemarie annett annetta annette annice annie
annika annis annita annmarie anouk antanas ante antero anthony antione antionette antje antoine antoinette anton antone
antonella antonetta antonette antonia antonietta antonina antonio antonios antonis antony antonín antti antwan antónio
anu anya aoife apolonia apostolos apryl ara araceli aracelis aracely arcelia archie arda ardath ardelia ardell ardella
ardelle arden ardis ardith aretha argelia argentina ariana ariane arianna arianne arica arie ariel arielle arjun arla
arlean arleen arlen arlena arlene arletha arletta arlette arlie arlinda arline arlyne armand armanda armandina armando
armida arminda arne arnetta arnette arnita arnold arnoldo arnulfo aron arron artem arthur artie artur arturo artyom
arun arvilla arvydas asa asha ashanti ashely ashlea ashlee ashleigh ashley ashli ashlie ashly ashlyn ashok ashton asley
assunta astrid asuka asuncion athanasios athina attila aubrey audie audra audrea audrey audria audrie audry augusta
augustina augustine augustus aundrea aura aurea aurelia aurelio aurora aurore aurélie aurélien ava avelina avery avis
avril awilda aya ayaka ayako ayana ayanna ayesha ayse aysel ayumi ayşe azalee azucena azzie babara babette bailey
balazs balázs bambi bao baptiste barabara barb barbar barbara barbera barbie barbora barbra bari barney barrett barrie
barry bart barton bartosz barış bas basilia bastien beata beatrice beatris beatriz beau beaulah bebe becki beckie becky
behnam bekir belen belia belinda belkis bella belle belva ben bence benedict benedikt benita benito benjamin bennett
bennie benny benoit benoît bente benton berenice berit berna bernadette bernadine bernard bernarda bernardina
bernardine bernardo bernd berneice bernetta bernice bernie berniece bernita berry bert berta bertha bertie bertram
beryl bess bessie beth bethanie bethann bethany bethel betsey betsy bette bettie bettina betty bettyann bettye beula
beulah bev beverlee beverley beáta bianca bibi bilal biljana bill billi billie billy billye birdie birgit birgitta
bjorn björn blaine blair blake blanca blanch blanche blanka blondell blythe bo bob bobbi bobbie bobby bobbye bobette
bodil bogdan boglárka bohdan bojan bok bong bonita bonnie bonny booker boris boyce boyd boštjan bożena božena brad
bradford bradley bradly brady bram branda brande brandee branden brandi brandie brandon brandy branko brant brayden
breana breann breanna breanne bree brenda brendan brendon brenna brent brenton bret brett brian briana brianna brianne
brice bridget bridgett bridgette brigette brigid brigida brigitte brinda britany britney britni britt britta brittaney
brittani brittanie brittany britteny brittney brittni brittny brock broderick bronwyn brook brooke brooklyn brooks
bruce bruna brunilda bruno bryan bryanna bryant bryce brynn bryon bud buffy buford bula bulah bunny burak burl burma
burt burton busra buster byron bálint bärbel béla büşra caetano caio caitlin caitlyn calandra caleb calista callie
callum calvin camelia camellia cameron cami camie camila camilla camille cammie cammy candace candance candelaria candi
candice candida candie candis candra candyce caprice cara caren carey cari caridad carie carin carina carisa carissa
carita carl carla carlee carleen carlena carlene carletta carley carli carlie carline carlita carlo carlos carlota
carlotta carlton carly carlyn carma carman carmel carmela carmelia carmelina carmelita carmella carmelo carmen carmina
carmine carmon carol carola carolann carole carolee carolin caroline caroll carolyn carolyne carolynn caron caroyln
carri carrie carrol carroll carson carter cary caryl carylon caryn casandra casey casie casimira cassandra cassaundra
cassey cassi cassidy cassie cassondra cassy catalin catalina catarina caterina catharine catherin catherina catherine
cathern catheryn cathey cathi cathie cathleen cathrine cathryn cathy catina catrice catrina cayla cecelia cecil cecila
cecile cecilia cecille cecily cedric cedrick celena celesta celeste celestina celestine celia celina celinda celine
celsa cem cemile cenk ceola cesar chad chadwick chae chana chanda chandra chanell chanelle chang chantal chantay chante
chantel chantell chantelle chara charalambos charis charise charissa charisse charita charla charleen charlena charlene
charles charlesetta charlette charley charlie charline charlott charlotte charlsie charlyn charmain charmaine
charolette chas chasidy chasity chassidy chastity chau chauncey chaya chelsey chelsie cher chere cheree cherelle cheri
cherie cherilyn cherise cherly cherlyn cherri cherrie cherryl chery cheryl cheryle cheryll chester chet cheyenne chiara
chie chieko ching chiquita chiyo chloe chloé chong chris chrissy christa christal christeen christel christen christena
christene christi christia christian christiana christiane christie christin christina christine christinia christoffer
christoper christoph christophe christopher christos christy chrysoula chrystal chu chuck chun chung ciara cicely ciera
cierra cinda cinderella cindi cindie cindy cinthia cira clair claire clara clare clarence claretha claretta claribel
clarice clarinda clarine claris clarisa clarissa clarita clark classie claud claude claudette claudia claudie claudine
claudio clay clayton clelia clemencia clement clemente clementina clementine clemmie cleo cleopatra cleora cleotilde
cleta cletus clifford clifton clint clinton clora clorinda clotilde clyde cláudia clément codi cody colby cole coleen
coleman colene coletta colette colin colleen collen collene collette collin colton columbus concepcion concepción
concetta concha conchita connie connor conrad constance constantin consuela consuelo contessa cooper cora coralee
coralie corazon cordelia cordell cordia cordie coreen corene coretta corey cori corie corina corine corinna corinne
corliss cornelia cornelis cornelius cornell corrie corrin corrina corrine corrinne cortez cortney cory costin courtney
coy craig creola cris criselda crissy crista cristal cristen cristi cristian cristie cristin cristina cristine
cristobal cristopher cristy crysta crystal crystle csaba cuc curt curtis cyndi cyndy cynthia cyril cyrstal cyrus cythia
czesław céline cătălin daan dace dacia dafydd dagmar dagny dahlia daichi daiki daina daine daisey daisuke daisy daiva
dale dalene dalia dalibor dalila dalton damaris damian damien damion damir damon dan dana danae dane danelle danette
dani dania danial danica daniel daniela daniele daniell daniella danielle danika danille danilo danita danna dannette
dannie dannielle danny dante danuta danyel danyell danyelle daphine daphne dara darby darcel darcey darci darcie darcy
darell daren daria darin dario darius dariusz darko darla darleen darlena darlene darline darnell daron darrel darrell
darren darrick darrin darron darryl darwin darya daryl dave david davida davide davina davis davor dawn dawna dawne
dayle dayna daysi deadra dean deana deandra deandre deandrea deane deangelo deann deanna deanne debbi debbie debbra
debby debera debi debora deborah debra debrah debroah declan dedra deeann deeanna deedee deedra deena deepak deepika
deetta deidra deidre deirdre deja dejan delaine delana delbert delcie delena delfina delia delicia delila delilah
delinda delisa delma delmar delmer delmy delois deloise delora deloras delores deloris delorse delpha delphia delphine
delsie demarcus demetra demetria demetrice demetrius dena denae deneen denese denice denis denisa denise denisha
denisse denita deniz dennis dennise denny denyse deon deonna derek derick derrick deshawn desirae desiree desmond
despina dessie detlef detra devin devon devona devora devorah dewayne dewey dewitt dexter dezső dian diana diane diann
dianna dianne didier diedra diedre diego dierdre dieter digna dijana dilek dillon dimitra dimitrios dimitris dimple
dina dinah dino dinorah diogo dion dione dionna dionne dirk divya dixie dmitri dmitriy dmitry dodie doina dollie dolly
dolores doloris domagoj domenic domenico dominga domingo dominic dominica dominick dominik dominique dominque domitila
domonique don dona donald donatella donella donetta donette dong donita donn donna donnell donnetta donnette donnie
donny donovan donte donya dora dorathy dorcas doreatha doreen dorene doretha dorethea doretta doria dorian dorie
dorinda dorine doris dorla dorota dorotha dorothea dorothy dorris dorsey dortha dorthe dorthea dorthey dorthy dottie
dotty doug douglas douglass dovie doyle dragan dragica dragos draško dreama drema drucilla drusilla duane duarte dudley
duje dulce dulcie dumitru duncan dung dusan dusti dustin dusty dušan dwain dwana dwayne dwight dyan dylan dániel dávid
débora dóra earle earlean earleen earlene earlie earline earnest earnestine eartha ebba eboni ebonie ebony ebru edda
eddie eddy edelmira edgar edgardo edgars edie edison edith edmond edmund edmundo edna edoardo edra edris eduardo edward
edwardo edwin edwina edyta edyth edythe eero eeva effie efrain efren ege egle ehtel eiji eila eileen eilene eilidh
einar eirik eirini ekaterina ela eladia elaina elaine elana elane elanor elayne elba elbert elda elden eldon eldora
eldridge eleanor eleanora eleanore elease eleftherios elena elene eleni elenor elenora elenore eleonor eleonora
eleonore elfreda elfrieda elfriede elia eliana elias elicia elida elidia elijah elin elina elinor elinore elisa
elisabeth elise eliseo elisha elissa eliz eliza elizabet elizabeth elizaveta elizbeth elizebeth elke ella ellamae ellan
ellen ellena elli ellie elliot elliott ellis ellsworth elly ellyn elma elmer elmira elmo elna elnora elodia elodie
elois eloisa eloise elouise eloy elroy elsa elsie elsy elton elva elvera elvia elvie elvin elvina elvira elvis elwanda
elwood elyse elza elzbieta elżbieta ema emanuel emanuele emelda emelia emelina emeline emely emerald emerita emerson
emery emese emi emiko emil emile emilee emilia emilie emilio emily emine emir emma emmaline emmanuel emmett emmie
emmitt emmy emogene emory emre ena encarnación enda enedina eneida enes engin enid enikő enoch enola enrico enrique
enriqueta enzo epifania erasmo erdem eren erhan eric erica erich erick ericka erik erika erin erinn erkan erlene
erlinda erline erma ermelinda erminia erna ernest ernestina ernestine ernesto ernie ernő erol errol ersin ervin erwin
eryn erzsébet esma esmeralda esmée esperanza esra essie esteban estefana estela estell estella estelle esther estrella
eszter etha ethan ethel ethelene ethelyn etienne etsuko etta ettie eufemia eugena eugene eugenia eugenie eugenio eula
eulah eulalia eun euna eunice eura eusebia eusebio eustolia eva evalyn evan evangelia evangelina evangeline evangelos
evelia evelin evelina eveline evelyn evelyne evelynn everett everette evette evgeni evgenia evgeny evia evie evita evon
evonne ewa ewan exie ezekiel ezequiel ezra fabian fabio fabiola facundo fadime fahad faisal fallon fannie fanny farah
farhad farhan farrah fatemeh fatih fatima fatimah fatma faustina faustino fausto faviola fawn fay faye federica
federico fedor felecia felica felicia felicidad felicita felicitas felipa felipe felisa felisha felix felton femke
ferdinand ferenc fermin fermina fern fernanda fernande fernando ferne fidel fidela fidelia filiberto filip filippo
filiz filomena finley finn fiona flavia fleta fletcher fleur flo flor florance florencia florencio florene florentina
florentino floretta floria florian florin florinda florine florrie flossie floy floyd fonda forrest fotini fran franc
franca france francene frances francesca francesco franchesca francie francina francine francis francisca francisco
franco francois francoise franjo frank frankie franklin franklyn fransisca frantisek františek franziska françois
françoise fraser fred freda fredda freddie freddy frederic frederica frederick fredericka frederik fredia fredric
fredrick fredricka fredrik freeda freek freeman freida freja freya frida frieda friederike fritz frédéric fumiko furkan
fyodor gabor gabriel gabriela gabriele gabriella gabrielle gail gale galen galina gamze gareth garfield garland garnet
garnett garret garrett garry garth gary gaston gaurav gavin gaye gayla gayle gaylene gaylord gaynell gaynelle gaëlle
gearldine geir gema gemma gena genaro gene genevie genevieve genevive geneviève genia genie genna gennady gennie genny
genoveva geoffrey georgann george georgeann georgeanna georgene georgetta georgette georgiana georgiann georgianna
georgianne georgie georgina georgine georgios georgy gerald geraldine geraldo geralyn gerard gerardo gerda gergely
gerhard geri germaine gerri gerrit gerry gertha gertie gertrud gertrude gertrudis gertude gheorghe ghislaine gia
giacomo giancarlo gianluca gianna giannis gidget gigi gijs gil gilbert gilberte gilberto gilda gilles gillian gilma
gina ginette ginevra ginny gino gintaras giorgia giorgio giorgos giovanna giovanni gisela gisele giselle gita giulia
giuseppe giuseppina gizem gladis glady gladys glayds glen glenda glendora glenn glenna glennie glennis glinda gloria
glynda glynis gokhan golda goldie goncalo gonzalo gonçalo gopal goran gordana gordon goro grace gracia gracie graciela
grady graham graig granville grayce grazyna grażyna greg gregg gregor gregoria gregorio gregory greta gretchen gretta
gricelda grigory grisel griselda grover grzegorz guadalupe gudmundur gudrun guilherme guillaume guillermina guillermo
gunhild gunilla gunnar gunter guntis gus gussie gustaf gustav gustavo guy guðmundur guðrún gwen gwenda gwendolyn gwenn
gwyn gwyneth gyorgy gyula györgy gábor gérard gökhan gül gülay gülsen gülsüm günter günther güven haakon hae hailey
hakan hakon hal haley halil halina halit halley hallie halyna hamid hamish hamza hana hande hanh hanife hank hanna
hannah hanne hanneke hannele hannelore harald harish harlan harland harley harold harper harri harriet harriett
harriette harris harrison harry hartmut haruka haruki haruto harvey hasan hassan hassie hatice hattie havva haydee
hayden hayley haywood hazel heath heather hector hedwig hedy hee heide heidi heidrun heidy heike heikki heinz helaine
helen helena helene helga hellen helmut hendrik hendrika henk henrietta henriette henrik henrique henry henryk herbert
heriberto herlinda herma herman hermelinda hermila hermina hermine herminia hernán herschel hershel herta hertha hervé
hester hettie hideki hideo hiedi hien hilaria hilario hilary hilda hilde hildegard hildegarde hildred hillary hilma
hilton hina hipolito hiram hiroki hiroko hiroshi hiroyuki hisako hisham hitomi hoa hobert holger holley holli hollie
hollis holly homer hong horace horacio horst hortencia hortense hortensia hosea hossein howard hoyt hrvoje hsiu hubert
huda huey hugh hugo hulda humberto huong huseyin hussein hwa hyacinth hye hyman hyo hyon hyun håkon hélène hülya
hüseyin ian ibrahim ichiro ida idalia idell idella iesha ignacia ignacio igor ike ila ilana ilaria ilayda ilda ildiko
ildikó ileana ileen ilene ilhan iliana ilias ilker ilkka illa ilmari ilona ilse iluminada ilya ilze ima iman imelda
imogen imogene imran imre ina indira inell ines inez inga inge ingeborg inger ingrid inmaculada inna inocencia inès
inés inês ioan ioana ioanna ioannis iola iona ione ionut ionuţ ipek ira iraida irem irena irene irina irini irma
irmgard irvin irving irwin iryna irén isa isaac isabel isabela isabell isabella isabelle isadora isaiah isaias isamu
isaura isela isiah isidra isidro isis isla ismael ismail isobel isreal issac istvan istván iva ivan ivana ivelisse
iveta ivette ivey ivica ivona ivonne ivory ivy iván iwona izabela izetta izola jaan jaana jaap jacalyn jacek jacelyn
jacinda jacinta jacinto jack jackeline jackelyn jacki jackie jacklyn jackqueline jackson jaclyn jacob jacobus
jacqualine jacque jacquelin jacqueline jacquelyn jacquelyne jacquelynn jacques jacquetta jacqui jacquie jacquiline
jacquline jacqulyn jada jadwiga jae jaime jaimee jaimie jake jakub jaleesa jalisa jama jamaal jamal jamar jame jamee
jamel james jamey jami jamie jamika jamila jamison jammie jan jana janae janay jane janean janee janeen janel janell
janella janelle janene janessa janet janeth janett janetta janette janey janez jani janice janie janiece janina janine
janis janise janita jann janna janne jannet jannette jannie jannik janos janyce jaqueline jaquelyn jared jari jarmila
jarmo jarod jaroslav jaroslava jarosław jarred jarrett jarrod jarvis jasmin jasmine jason jasper jaunita javier jaxon
jay jaya jayden jaye jayme jaymie jayna jayne jayson jazmin jazmine jc jean jeana jeane jeanelle jeanene jeanett
jeanetta jeanette jeanice jeanie jeanine jeanmarie jeanna jeanne jeannetta jeannette jeannie jeannine jed jeff jefferey
jefferson jeffery jeffie jeffrey jeffry jelena jelle jen jena jenae jene jenee jenell jenelle jenette jeneva jeni
jenice jenifer jeniffer jenine jenise jenna jennefer jennell jennette jenni jennie jennifer jenniffer jennine jenny
jens jerald jeraldine jeramy jere jeremiah jeremy jeri jerica jerilyn jerlene jermaine jeroen jerold jerome jeromy
jerrell jerri jerrica jerrie jerrod jerrold jerry jerzy jesenia jesica jess jesse jessenia jessi jessia jessica jessie
jessika jestine jesusa jesusita jesús jetta jettie jewel jewell ji jill jillian jim jimmie jimmy jin jina jinny jiri
jiro jitka jiřina jiří jo joan joana joane joanie joann joanna joanne joannie joao joaquin joaquina joaquín jocelyn
jodee jodi jodie jody joe joeann joel joella joelle joellen joerg joesph joetta joette joey johan johana johanna
johanne johannes john johna johnathan johnathon johnetta johnette johnie johnna johnnie johnny johnsie johnson joi joie
jolanda jolanta joleen jolene jolie joline jolyn jolynn jon jona jonah jonas jonathan jonathon jone jonell jonelle jong
joni jonie jonna jonnie joop joost jordon jorge jorgen jorma jose josef josefa josefina josefine joselyn joseph
josephina josephine josette josh joshua josiah josie josip josipa joslyn jospeh josphine josue josé joséphine jouko
jovan jovana jovita joy joya joyce joycelyn joye jozef jozsef joão jože juan juana juanita jude judi judie judit judith
judson judy juergen juha juhani jukka jule julee julene jules julia julian juliana juliane juliann julianna julianne
julie julieann julien julienne juliet julieta julietta juliette julio julissa julius julián jung junichi junie junita
junko juraj jure jurgita juris jussi justa justin justina justine justyna jutta ján jános jón józef józsef jörg jørgen
jürg jürgen jānis kaan kaarina kacey kaci kacie kacy kadir kadri kai kaila kaisa kaitlin kaitlyn kaito kala kaleigh
kalevi kaley kallie kalliopi kalyn kam kamal kamala kamil kamilah kana kandace kandi kandice kandis kandra kandy
kanesha kanisha kaori kara karan kareem kareen karel karen karena karey kari karie karim karima karin karina karine
karisa karissa karl karla karleen karlene karly karlyn karma karmen karol karole karolina karoline karolyn karon karren
karri karrie karry kary karyl karyn kasandra kasey kasha kasi kasie kasper kassandra kassie katalin katarina katarzyna
kate katelin katelyn katelynn katerina katerine kateryna kateřina kathaleen katharina katharine katharyn kathe
katheleen katherin katherina katherine kathern katheryn kathey kathi kathie kathleen kathlene kathline kathlyn kathrin
kathrine kathryn kathryne kathy kathyrn kati katia katie katina katja katlyn katrice katrin katrina katsuo kattie katy
kavita kay kayce kaycee kaye kayla kaylee kayleen kayleigh kaylene kazimierz kazuko kazuo kazuya kecia keeley keely
keena keenan kees keesha keiko keila keira keisha keisuke keith keitha keli kelle kellee kelley kelli kellie kelly
kellye kelsey kelsi kelsie kelvin kemal kemberly ken kena kenda kendal kendall kendra kendrick keneth kenia kenichi
kenisha kenji kenna kenneth kennith kenny kenta kenton kenyatta kenyetta kera kerem keren keri kermit kerri kerrie
kerry kerstin kesha keshia keturah keva keven kevin khadija khadijah khaled khalid khalilah kia kiana kiara kiera
kiersten kiesha kieth kiley kim kimber kimberely kimberlee kimberley kimberli kimberlie kimberly kimbery kimbra kimi
kimiko kimmo kina kindra kinga kip kira kiran kirby kirill kirk kirsi kirsten kirstie kirstin kisha kittie kitty kiyoko
kiyoshi kizzie kizzy kjell klara klaus knut koen koichi koji konstantin konstantina konstantinos koray korey kori
kortney kory kostas kourtney kraig krešimir kris krishna krissy krista kristal kristan kristeen kristel kristen
kristian kristie kristiina kristin kristina kristine kristjan kristle kristofer kristopher kristy kristyn kristín
kristýna kristīne krisztina krisztián krysta krystal krysten krystin krystina krystle krystyna krzysztof ksenia kubra
kum kumiko kurt kurtis kyla kyle kylee kylie kym kymberly kyoko kyong kyra kyung kálmán károly kübra lacey lachelle
laci lacie lacresha lacy ladawn ladislav ladonna lael lahoma lai laila laine lajos lajuana lakeesha lakeisha lakendra
lakenya lakesha lakeshia lakia lakiesha lakisha lakita lakshmi lala lalita lamar lamonica lamont lan lana lance landon
lanell lanelle lanette lani lanie lanita lannie lanny lanora laquanda laquita lara larae laraine laree larhonda larisa
larissa larita laronda larraine larry lars larue lasandra lashanda lashandra lashaun lashaunda lashawn lashawna
lashawnda lashay lashell lashon lashonda lashunda lasonya laszlo latanya latarsha latasha latashia latesha latia
laticia latifa latina latisha latonia latonya latoria latosha latoya latoyia latrice latricia latrina latrisha launa
laura lauralee lauran laure laureen laurel lauren laurena laurence laurene laurent lauretta laurette lauri laurice
laurie laurinda laurine lauryn lavada lavelle lavenia lavera lavern laverna laverne laveta lavette lavina lavinia lavon
lavona lavonda lavone lavonia lavonna lavonne lawana lawanda lawanna lawerence lawrence layla layne lazar lazaro lea
leah leana leandra leandro leann leanna leanne leanora leatha leatrice lecia leda lee leeann leeanna leeanne leena
leesa leia leida leif leigh leigha leighann leila leilani leisa leisha lekisha lela lelah leland lelia lemuel lena
lenard lenita lenka lenna lennie lenny lenora lenore leo leola leoma leon leona leonard leonarda leonardo leone leonel
leonia leonid leonida leonie leonila leonor leonora leonore leontine leopoldo leora leota lera leroy lesa lesha lesia
leslee lesley lesli leslie lessie lester leszek leta letha leticia letisha letitia lettie letty letícia levent levi
lewis lexie leyla lezlie lia liam liana liane lianne libbie libby librada lida lidia lieke lien liesbeth liesel
lieselotte liga ligia liina liisa lila lili lilia lilian liliana lilla lilli lillia lilliam lillian lilliana lillie
lilly lily lina linda lindsay lindsey lindsy lindy linette linh linn linnea linnie lino linsey linwood lionel lisa
lisabeth lisandra lisbeth lise lisette lisha lissa lissette lita livia liviu liz liza lizabeth lizbeth lizeth lizette
lizzette lizzie ljiljana ljubomir lloyd logan loida lois loise lolita loma lona londa lone loni lonna lonnie lonny lora
loraine loralee lorean loree loreen lorelei loren lorena lorene lorenza lorenzo loreta loretta lorette lori loria
loriann lorie lorilee lorina lorinda lorine loris lorita lorna lorraine lorretta lorri lorriane lorrie lorrine lory
lotte lottie lou louann louanne louella louetta louie louis louisa louise loura lourie louvenia lovella lovetta lovie
lowell loyce loyd loïc lu luana luann luanna luanne luba lucas luci lucia luciana luciano lucie lucien lucienne lucija
lucila lucile lucilla lucille lucina lucinda lucio lucius lucrecia lucretia lucy lucía ludie ludivina ludmila lue
luella luetta luigi luis luisa luise luiza luka lukas lukasz luke lukáš lula lulu luna lupe lupita lura lurlene lurline
luther luvenia luís lyda lydia lyla lyle lyman lyn lynda lyndia lyndon lyndsay lyndsey lynell lynelle lynetta lynette
lynn lynna lynne lynnette lynsey lynwood lyubov lyudmila lászló léa maaike maarten mabel mabelle mable mac machelle
macie maciej mack mackenzie macy madalene madaline madalyn maddie madelaine madeleine madelene madeline madelyn madge
madhuri madie madlyn madonna mads mae maegan mafalda magali magaly magan magaret magda magdalen magdalena magdalene
magdolna magen maggie magnolia magnus mahalia mahesh mahmoud mahmut maia maida maija maile maira maire mairi maisha
maisie maja majid majorie makeda maki makoto maksim malak malcolm malcom malena malgorzata malia malik malika malinda
malisa malissa malka mallie mallory malorie malte malvina mami mamie mammie manabu manda mandi mandie mandy manfred
manie manish manoj manon mansour manuel manuela mao mara maragaret maragret maranda marc marcel marcela marcelene
marcelina marceline marcelino marcell marcella marcelle marcellus marcelo marcene marchelle marci marcia marcie marcin
marco marcos marcus marcy mardell marek maren marg margaret margareta margarete margarett margaretta margarette
margarita margarite margarito margart margaux marge margene margeret margert margery marget margherita margie margit
margo margorie margot margret margrett margrét marguerita marguerite margurite margus margy marhta mari maria mariah
mariam marian mariana marianela mariann marianna marianne mariano maribel maribeth marica maricela maricruz marie
marieke mariel mariela mariella marielle marietta mariette marija marijke mariko marilee marilou marilu marilyn
marilynn marin marina marinda mario marion maris marisa marisela marisha marisol marissa marit marita maritza marius
mariusz marivel marián marja marjatta marjorie marjory mark marketa marketta markita markku marko markus markéta marla
marlana marleen marlen marlena marlene marlies marlin marline marlo marloes marlon marlyn marlys marna marni marnie
marquerite marquetta marquis marquita marquitta marsha marshall marta marth martha marti martin martina martine marty
martín marva marvel marvella marvin marvis marx mary marya maryalice maryam maryann maryanna maryanne marybelle
marybeth maryellen maryetta maryjane maryjo maryland marylee marylin maryln marylou marylouise marylyn marylynn
maryrose maría masaki masako masaru masashi mason massimo matej mateja mateus mateusz matha matheus mathew mathias
mathieu mathilda mathilde mathis matija matilda matilde matjaž mato matt matteo matthew matthias matthieu matti mattia
mattie matěj maud maude maudie maura maureen maurice mauricio maurine maurita mauro mavis max maxie maxim maxima maxime
maximilian maximina maximo maxine maxwell maya maybell maybelle maye mayme maynard mayola mayra mayumi mazie małgorzata
mckenzie mckinley meagan meaghan mechelle meda mee meena megan meggan meghan meghann megumi mehdi mehmet mei melaine
melani melania melanie melany melba melda melek melia melida melike melina melinda melisa melissa melissia melita
mellie mellisa mellissa melodee melodi melodie melonie melony meltem melva melvin melvina melynda mendy mercedez
meredith meri merideth meridith merike merilyn merissa merja merle merlene merlin merlyn merna merri merrie merrilee
merrill merry mert mertie merve mervin meryem meryl metin mia mica micaela micah micha michael michaela michaele
michail michal michale michał micheal michel michele michelina micheline michell michelle michiko mickey micki mickie
midori mieke miesha migdalia mignon miguel miguelina mihaela mihai miho mihály mika mikael mikaela mike mikel mikhail
miki mikkel mikki mikko miklós milagro milagros milda mildred milford milica milissa millard millicent millie milly
milo miloš milton mimi mina minda mindaugas mindi mindy minerva minh minna minnie minoru minta miquel mira miranda
mireille mirella mireya miriam mirian mirja mirjana mirko mirna miroslav miroslava mirosław mirta mirtha misaki misha
missy misti mistie misty mitch mitchel mitchell mitsue mitsuko mittie mitzi mitzie miyoko miyuki mladen modesta modesto
mohamed mohammad mohammed mohan moira moises mojca mollie molly mona monet monica monika monique monnie monroe
monserrate montserrat monty mora morgan moriah moritz morris morten morton mose moshe mozell mozella mozelle muhammad
mui mukesh muoi murat muriel murray musa mustafa myesha mykola myles myong myra myriam myrl myrle myrna myron myrta
myrtice myrtie myrtis myrtle myung márcia mária márta márton máté märt mélanie mónica mónika māris nabil nadene
nadezhda nadia nadine naida naima nakesha nakia nakisha nakita nana nancee nancey nanci nancie nancy nandini nanette
nannette nannie naoki naoko naoma naomi napoleon narcisa nasir nasrin nasser natacha natalia natalie nataliya natalya
natasa natasha natashia nataša nathalie nathan nathanael nathanial nathaniel natisha natividad natosha natsuki naveen
nazlı neal necole ned neda nedra neely neha neida neil nelda nelia nelida nellie nelly nelson nena nenad nenita neoma
neomi nereida nerissa nermin nery nestor neta nettie neva nevaeh neville newton neşe nga ngan ngoc nguyet nia niamh
nichelle nichol nicholas nichole nicholle nick nicki nickie nickolas nickole nicky nicol nicola nicolae nicolas
nicolasa nicole nicoleta nicolette nicolle nida nidia niels niesha nieves nigel nihat nikhil niki nikia nikita nikki
niklas nikola nikolai nikolaos nikolay nikole nikolett nikolina nikos nila nilda nils nilsa nina ninfa nisha nita noah
noboru nobuko nobuo noel noelia noella noelle noemi nohemi nola nolan noma nona noor nora norah norbert norberto noreen
norene noriko norine norma norman normand norris nour novella noémi noémie nu nubia nuno nuray nurcan nuria nydia nyla
oana obdulia ocie octavia octavian octavio océane oda odelia odell odessa odette odile odilia odis ofelia ognjen oguz
okan oksana ola olav olavi oleg oleksandr oleksiy olen olena olene oleta olevia olga olimpia olin olinda oliva oliver
olivia olivier olli ollie olof olympia oma omar omer ondrej ondřej oneida onie onita onur opal ophelia oralee oralia
oren oretha orhan orpha orsolya orval orville osamu oscar oskar osman osmo ossie osvaldo oswaldo otelia otha otilia
otis otto otávio ouida outi ovidiu owen oyvind ozan ozell ozella ozgur ozie ozlem oğuz oğuzhan pa pablo paige palma
palmer palmira pam pamala pamela pamelia pamella pamila pamula panagiota panagiotis pansy paola paolo paraskevi parisa
parker parthenia particia pascal pasi pasquale pasty patria patrica patrice patricia patrick patrina patrizia patrycja
patrícia patsy patti pattie patty paul paula paulene pauletta paulette paulina pauline paulita paulo pavel pavla pawel
paweł paz pearl pearle pearlene pearlie pearline pearly pedro peggie peggy pei pekka pelin penelope penney penni pennie
penny pentti percy perla pernille perry pertti petar pete peter petr petra petri petrina petronila petros peyton phebe
phil philip philippe phillip phillis philomena phoebe phung phuong phylicia phylis phyliss phyllis pia piedad pierre
piet pieter pietro pilar pinar pinkie piotr piper piret pirjo pirkko piroska pok polina polly polona pooja poppy
porfirio porsha porter portia poul pradeep prakash prasad praveen predrag preston pricilla priit primož priscila
priscilla priya priyanka providencia prudence przemysław pura pál päivi péter pınar qiana queenie quentin quiana quincy
quinn quintin quinton quyen rabia rachael rachal racheal rachel rachele rachell rachelle racquel radek radha radka
radovan radu rae raeann raelene rafael rafaela rafal rafał raffaele raffaella ragnhild raguel rahul raija raimo raina
rainer raisa raj rajesh rajiv rakesh raleigh ralf ralph raluca ramazan ramesh ramiro ramon ramona ramonita ramón rana
ranae randa randal randall randee randell randi randolph randy ranee rania ranko raphael raquel rasa rashad rasheeda
rashid rashida rasmus ratko raul raven ravi ray raye rayford raylene raymon raymond raymonde raymundo rayna razvan raúl
rea reagan reanna reatha reba rebbeca rebbecca rebeca rebecca rebecka rebekah recep reda reed reem reena refugia
refugio regan regena regenia reggie regina reginald regine reginia reid reiko rein reina reinaldo reiner reita rekha
rema remedios remona ren rena renae renaldo renata renate renato renay renda rene renea renee renetta renita renna rené
ressie reta retha reto retta reuben reva rex rey reyes reyna reynalda reynaldo reza rhea rheba rhett rhiannon rhoda
rhona rhonda rhys ria ricarda ricardo riccardo richard richelle richie richárd rick rickey ricki rickie ricky rico rie
rigoberto riikka riitta rika rikki riley rima rina risa risto rita ritva riva rivka robbi robbie robbin robby robbyn
robena robert roberta roberto robin robt robyn rocco rochel rochell rochelle rocio rocío roderick rodger rodica rodney
rodolfo rodrick rodrigo rogelio roger rohan rohit roisin rok roland rolanda rolande rolando rolf rolland roma romaine
roman romana romelia romeo romona ron rona ronald ronda roni ronna ronni ronnie ronny roos roosevelt rory rosa rosalba
rosalee rosalia rosalie rosalina rosalind rosalinda rosaline rosalva rosalyn rosamaria rosamond rosana rosann rosanna
rosanne rosaria rosario rosaura roscoe rose roseann roseanna roseanne roselee roselia roseline rosella roselle roselyn
rosemarie rosemary rosena rosenda rosendo rosetta rosette rosia rosie rosina rosio rosita roslyn ross rossana rossie
rosy rowena roxana roxane roxann roxanna roxanne roxie roxy roy royce rozanne rozella ruben rubi rubie rubin rubye
rubén rudolf rudolph rudy rueben rufina rufus rui rune rupert ruslan russ russel russell rusty ruta ruth rutha ruthann
ruthanne ruthe ruthie ryan ryann ryo ryota ryszard réka róbert răzvan saad saara sabina sabine sabra sabrina sacha
sachiko sachin sade sadie sadye saeed sage sahar sakura sal salena salih salim salina salley sallie sally salma salman
salome salvador salvatore sam samantha samara samatha samella sami samir samira sammie sammy samual samuel sana sanda
sandee sandeep sander sandi sandie sandor sandra sandrine sanford sang sangeeta sanja sanjay sanjuana sanjuanita sanna
sanne sanora santana santina santo santosh saoirse sara sarah sarai saran sari sarina sarita sarka sasa sasha saskia
satoshi satsuki saturnina saul saundra savanna sawsan sayuri saša scarlet scarlett scot scott scottie scotty sean
sebastian sebastien sebrina seda seema seija selena selene selim selin selina selma selçuk semyon sena senaida seppo
september serafina serdar serena sergei sergej sergey sergio serhiy serina serita serkan serpil seth setsuko sevgi
sevil sevim seymour shad shae shaina shakia shakira shakita shala shalanda shalini shalon shalonda shameka shamika shan
shana shanae shanda shandi shandra shane shaneka shanel shanell shanelle shani shanice shanika shaniqua shanita shankar
shanna shannan shannon shanon shanta shantae shantay shante shantel shantell shantelle shanti shaquana shaquita shara
sharan sharda sharee sharell sharen shari sharice sharie sharika sharilyn sharita sharla sharleen sharlene sharmaine
sharolyn sharon sharonda sharri sharron sharyl sharyn shasta shaun shauna shaunda shaunna shaunta shaunte shavon
shavonda shavonne shawana shawanda shawanna shawn shawna shawnda shawnee shawnna shawnta shay shayla shayna shayne shea
sheba sheena sheila sheilah shela shelba shelby sheldon shelia shella shelley shelli shellie shelly shelton shemeka
shemika shena shenika shenita shenna shera sheree sherell sheri sherice sheridan sherie sherika sherill sherilyn
sherise sherita sherlene sherley sherly sherlyn sherman sheron sherrell sherri sherrie sherril sherrill sherron sherry
sherryl sherwood shery sheryl sheryll shiela shigeru shila shiloh shilpa shin shinichi shinji shiori shira shirely
shirin shirl shirlee shirleen shirlene shirley shirly shizue shizuka shizuko sho shon shona shonda shondra shonna
shonta shoshana shota shreya shu shyam shyla sibel sibyl sid sidney sieglinde signe sigrid sigríður sigurd sigurdur
sigurður siim silas silje silke silva silvana silvia sima simge simon simona simone simonne sina sinan sindy sinead
sinem siniša siobhan sirena sirpa sita siu sixta sjoerd skye skylar slaven slavica slobodan slyvia sneha snežana
socorro sofia sofie soila solange soledad solomon solveig solène somer sommer sona sondra soner songül sonia sonja
sonny sonya soo sook sophia sophie sora soraya soren sorin sota sotirios sparkle spencer spyridon spyros srđan stacee
stacey staci stacia stacie stacy stan stanford stanislav stanislaw stanisław stanisława stanley stanton starla starr
stasia stavros stavroula stefan stefani stefania stefanie stefano stefany steffanie steffen steffi stefán stelios
stella stepan stepanie stephaine stephan stephane stephani stephania stephanie stephany stephen stephenie stephine
stephnie sterling steve steven stevie stewart stig stijn stipe stuart stéphane stéphanie suanne subhash sudhir sudie
sue sueann suellen suk sulema suleyman sultan sumiko sunil sunita sunni suresh susan susana susann susanna susannah
susanne sushil susie susumu susy suzan suzann suzanna suzanne suzette suzi suzie suzy svein sven svenja svetlana swati
sybil syble sylvester sylvia sylvie sylwia synthia syreeta szabolcs szilvia szymon sándor sébastien sérgio sílvia søren
süleyman sławomir taavi tabatha tabetha tabitha tad tadashi tadeusz taina taisha tajuana takahiro takako takashi
takeshi takisha takumi talia talisha talitha tama tamala tamar tamara tamas tamatha tambra tameika tameka tamekia
tamela tamera tamesha tami tamica tamie tamika tamiko tamisha tammara tammera tammi tammie tammy tamra tamás tana
tandra tandy taneka tanesha tangela tania tanika tanisha tanja tanna tanner tanya tapani tapio tara tarah taras tarek
taren tari tariq tarja tarra tarsha taryn tasha tashia tashina tasia tatiana tatsuya tatum tatyana taunya tawana
tawanda tawanna tawna tawny tawnya taylor tayna ted teddy teena tegan teisha telma temeka temika tempie tena tenesha
tenisha tennie tennille teodora teodoro teofila tera tereasa terence teresa terese teresia teresita teressa tereza teri
terica terina terisa terje tero terrance terrell terrence terresa terri terrie terrilyn terry tesha tess tessa tessie
tetsuya teun thad thaddeus thalia thanasis thanh thao thea theda thelma theo theodora theodore theodoros theola theresa
therese theresia theressa theron thersa thi thiago thierry thijs thomas thomasena thomasina thomasine thor thora
thorsten thresa thurman thuy théo tia tiago tiana tianna tiara tibor tien tiera tierra tiesha tifany tiffaney tiffani
tiffanie tiffany tiffiny tihomir tiina tiit tijn tijuana tilda tillie tim timika timmy timo timofey timothy tina tineke
tinisha tisa tish tisha titus tobi tobias tobie toby toccara tod todd toi tolga tom tomas tomasa tomasz tomeka tomi
tomika tomiko tomislav tommaso tommie tommy tommye tomoko tomás tomáš tona tonda tonette toney toni tonia tonie tonisha
tonita tonja tony tonya toomas tor tora torbjörn tori torie torri torrie torsten toru tory tosha toshia toshiko toshio
tova tove towanda toya tracee tracey traci tracie tracy tran trang travis treasa treena trena trent trenton tresa
tressa tressie treva trevor trey tricia triin trina trinh trinidad trish trisha trista tristan troels trond trudi
trudie trudy trula truman tsubasa tsutomu tu tuan tuba tudor tugba tula tuncay tuomas tuomo turgut turid tuula tuulikki
tuyet tuğba tuğrul twana twanda twanna twila twyla tyesha tyisha tyler tynisha tyra tyree tyrell tyron tyrone tyson
tímea tõnu tülay tünde ugur ula ulf ulla ulrich ulrike ulysses umar umberto umut unni urmas uroš urs ursula urszula
urška usha ute uwe uğur vaclav vada vadim valarie valda valdis valencia valene valentin valentina valentine valeri
valeria valerie valery vallie valorie valrie valérie vance vanda vandana vanesa vanessa vanetta vania vanita vanna
vannesa vannessa varun vasco vashti vasile vasiliki vasilios vasilis vasily vaughn veda vedran veikko velda velia
veljko vella velma velva velvet vena venessa venetta venice venita vennie veola vera verda verdell verdie verena vergie
verla verlene verlie verline vern verna vernell vernetta vernia vernice vernie vernita vernon verona veronica veronika
veronique versie vertie verónica vesa vesna vesta veta vi vicenta vicente vickey vicki vickie vicky victor victoria
victorina vijay vikas viki vikki vikram viktor viktoria viktória vilma vina vinay vince vincent vincenza vincenzo
vinicius vinita vinnie vinod vinícius viola violet violeta violette virgen virgie virgil virgilio virgina virginie
virpi vishal vitaly vito viva vivan vivek vivian viviana vivien vivienne vjekoslav vlad vladimir vladimír vladislav
vlasta vojtěch volkan volker volodymyr voncile vonda vonnie vuk vyacheslav vytautas václav véronique víctor vítor věra
wade wai waldemar waldo waleed walid walker wallace wally walter walton waltraud wanda waneta wanetta wanita warner
warren wava waylon wayne wei weldon wen wenche wendell wendi wendie wendolyn wendy wenona werner weronika wes wesley
weston whitley whitney wiebke wiesława wilber wilbert wilbur wilburn wilda wiley wilford wilfred wilfredo wilhelmina
wilhemina willa willard willem willena willene willetta willette willia william williams willian willie williemae
willis willodean willow willy wilma wilmer wilson wilton wim winford winfred winifred winnie winnifred winona winston
wladyslaw wojciech wolfgang wonda woodrow wouter wyatt wynell wynona władysław xavier xenia xiao ximena xiomara xochitl
xuan yadira yaeko yael yahaira yajaira yan yana yanira yannick yannis yaroslav yaroslava yasar yasemin yasmin yasmine
yasser yassin yasuko yasuo yaşar yee yegor yekaterina yelena yeliz yen yesenia yessenia yetta yevette yevgenia yevgeny
yi ying yiorgos yiğit yogesh yoko yolanda yolande yolando yolonda yon yong yoshie yoshiko yoshio youko youlanda youssef
yuette yui yuji yuk yuka yukari yuki yukiko yukio yuko yulanda yulia yumi yumiko yun yung yunus yuonne yuri yuriko yury
yusuf yusuke yuta yutaka yuto yuuki yves yvette yvone yvonne yıldız yılmaz zachariah zachary zachery zack zackary zada
zahra zaid zaida zainab zana zandra zane zara zbigniew zdenek zdeněk zdeňka zdravko zdzisław zehra zeinab zeki zelda
zeliha zeljko zella zelma zena zenaida zenia zenobia zetta zeynep ziad zina zinaida zita zlatko zoe zoey zofia zoila
zola zoltan zoltán zonia zora zoraida zoran zorica zoya zsolt zsuzsanna zsófia zula zulema zulma zuzana zuzanna
zvonimir zübeyde ádám ágnes ákos álvaro ángel ángela árpád åke åsa çağlar élodie émilie étienne éva ólafur óscar ömer
özgür özlem øyvind ľubomír łukasz şerife şeyma ştefan şule şükrü špela štefan šárka žarko želimir željko
`;
