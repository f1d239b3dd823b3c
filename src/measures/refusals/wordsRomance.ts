import type { ClosedWords } from '../closedWords.ts';

const FRENCH: ClosedWords = {
  language: 'fr',
  cue: "changeons|serait (?:mal|pas|contraire|inappr)|donnerai pas|arrêt|pas quelque chose que|passer mon tour|sans réponse|m'empêche|m'oblige|évite|m'oppose|pas (?:conçu|censé|tenu|question)|contraint|obligé|\\bpas\\b|\\brefus|impossible|interdi|dépass|au-delà|décline|préfère|contraire|enfrein|hors de|viol|incapable|ne saurais|m'abst",
  unless: "(?:ne |n')(?:comprends|sais|connais|suis pas sûr|pense|trouve)",
  words: `
s'il plaît
données accès changeons changer parler serait mal part ma veux souhaitable internet temps réel sentiments opinion
tant d'avis donnerai opinions avis simple programme ordinateur accès sentiments souhaite arrêter arrête terminer conversation
quelque faire raison* sécurité tour passer permet permettent laisse laisser ferai l'on discuter mieux silence ne
d'aborder d'évoquer d'en d'une d'un d'y d'aider d'écrire l'aide l'écrire telle telles tel aborder regrette suite évit* éviter s'agit censé* tenu* obligé* contraint* voir rapport choisi choisis donne formul* opposer oppose opposé loi légal* illégal* moral* répondrai traiterai écrirai délicat* sensible* m'empêch* empêch* m'oblig*
je j' j'ai me m' m'est moi mon ma mes nous notre nos vous vous-même votre vos te t' ton ta tes tu il elle on ce c'est cela ça ceci cet
cette ces celui celle en y que qu' qui quoi dont où le la les l' l'on un une des du de d' au aux et ou mais donc car comme si ne n'
n'est n'ai pas plus point aucun* aucune rien jamais très trop tout* toute* malheureusement hélas désolé* navré* regret* excus* pardon*
pri* merci suis es est sont sera serait étant été être ai as a avons avez ont avoir peux puis peut pouvez pourrai pourrais pouvoir
dois doit devoir devez vais va veux voudrais souhait* préfèr* aimerais fais fait faire refus* déclin* rejet* interdi* interdisent
impossible incapable habilité* autoris* permis* permet* mesure capable capacité* compétence* limite* cadre portée dépass* delà au-delà
hors domaine règle* directive* politique* principe* éthique* consigne* programm* conçu* entraîn* viol* enfrein* contraire* contre
inapproprié* approprié* nuire nuisible* dangereu* danger* risqu* mal quelqu'un autrui personne* pourrait aider aide* assist* répon*
réponse* donner donne suite satisf* trait* fourn* produi* génér* cré* écri* rédig* parler parl* discut* abord* évoqu* comment*
partag* continu* poursui* demande* requête* question* sujet* thème* conversation* contenu* type* genre* sorte* nature information* info* texte*
tâche* conseil* avis opinion* personnel* sur dans par pour avec sans sous vers à ia intelligence artificielle modèle* langage langue
assistant* virtuel* ordinateur machine n'hésit* pas autre* chose* encore puis-je savoir heureu* ravi* poser bien aussi ici tel* telle*
`,
};

const SPANISH: ClosedWords = {
  language: 'es',
  cue: 'cambiemos|incorrect|sería (?:malo|mal)|hablemos de otra|terminar|detener|sin respuesta|negarme|impid|evit|debo abstenerme|no accedo|lejos de|\\bno\\b|rechaz|declin|fuera de|más allá|en contra|infring|viol|imposible|prefiero|niego|abst|incapaz|prohib',
  unless: 'no (?:entiendo|sé|comprendo|conozco|estoy segur|creo|recuerdo|encuentro)',
  words: `
favor
datos acceso cambiemos cambiar incorrecto incorrecta sería parte malo mal internet real hablemos
seguir programa programas acceso sentimientos voy terminar detener quiero
algo pueda motivo* razones razón seguridad contestar* contesto contestaré negarme tendré dejar dejo silencio
permiten permite impid* impiden obligad* evit* corresponde corresponden participar dialog* entrar entro abstengo abstener abstenerme me negaré lejos mejor delicad* sensible* legal* ilegal* ley leyes moral* conveniente apto* hablaré responderé vista debido correcto adecuad* inadecuad* aceptar acepto acceder accedo ofrecer fui hecho creado
yo me mi mis mí nos nuestro* nuestra* te tu tus ti su sus le les lo la las los el un una unos unas de del al a en con por para sin sobre
bajo y e o u pero pues porque ya que si como cuando donde quien cual cuyo esto eso ello este esta estos estas ese esa esos esas aquello tal
tales así no ni nada nunca ningún ninguna muy más mucho tan solo también aún lamentablemente desafortunadamente lo siento lamento
disculp* perdón* perdona* gracias temo temer es soy son sea ser era está estoy están estar he ha han haber hay puedo puede pueden
podré podría poder pueda debo debe deber tengo tiene tener quiero quisiera deseo prefiero preferiría gustaría voy va ir hago hacer
rechaz* declin* neg* niego abst* permit* permiso* autoriz* posible imposible capaz* incapaz capacidad* alcance fuera más allá
límite* competencia* ámbito contra* norma* regla* directri* polític* principio* ética* étic* infring* infrinj* viol* prohib* program*
diseñ* entren* inapropiad* apropiad* dañ* peligro* riesgo* perjud* alguien persona* otros otras ayud* asist* respond* respuesta* dar
ofrec* proporcion* suministr* gener* cre* produ* escrib* redact* habl* discut* trat* coment* opin* compart* continu* segu* cumpl*
complet* realiz* proces* atend* abord* información contenido* texto* material* tipo* clase* índole tema* asunto* materia solicitud*
petici* pregunta* consulta* tarea* conversación* consejo* personal* ia inteligencia artificial modelo* lenguaje idioma asistente*
virtual* máquina ordenador algo otra otro cosa* más dude duda* necesit* feliz encantad* hacerlo hecho escribiré haré
`,
};

const ITALIAN: ClosedWords = {
  language: 'it',
  cue: 'sbagliato|cambiamo|interromp|termin|senza risposta|vieta|impedi|costrett|evit|rifiut|\\bnon\\b|declin|rifiut|oltre|fuori|contro|contrari|viol|impossibile|prefer|vietat|esul|incapace',
  unless: 'non (?:capisco|so\\b|conosco|sono sicur|credo|ricordo|trovo)',
  words: `
dati accesso sbagliato sarebbe parte aiutarti cambiamo internet reale argomento
desidero desider* continuare programma programmi accesso sentimenti interromp* termin* voglio intendo quest'
qualcosa possa motiv* ragion* sicurezza risponderò lascio lasciare silenzio
vieta* vietano impedi* impedisce impediscono evit* costrett* obblig* tenuto soddisfare trattare affrontare affront* partecip* entrare merito legg* legal* illegal* moral* delicat* sensibil* opportun* adatt* inadatt* accett* accontent* dire dirò posto creat* fatto pensato nato
io mi me mio mia miei mie noi nostro* nostra* ti te tuo tua tuoi tue vi lei suo sua suoi sue si ci ne lo la le gli li il i un uno una
un' di del della dello dei delle degli d' a al alla allo ai alle agli in nel nella nei con per da dal dalla su sul sulla tra e o ma però
quindi perché poiché che se come quando dove chi cui questo questa questi queste quello quella quelli ciò tale tali così non né nulla
niente mai nessun* molto più troppo solo anche ancora purtroppo dispiace spiacent* scus* mi temo grazie è sono sia essere stato era ho ha
hanno avere posso può possono potrei potrebbe potere devo deve dovere debbo voglio vorrei prefer* desider* vado va vanno fare faccio
declin* rifiut* consent* permess* permett* autorizz* possibil* impossibil* capac* incapac* grado riesco oltre fuori limit* ambito
competenz* contro contrari* regol* norm* direttiv* lineeguida linee guida politic* principi* etic* viol* vietat* programm* progettat*
addestrat* inappropriat* appropriat* dannos* dann* pericol* risch* nuocere qualcuno person* altri altre aiut* assist* rispond*
rispost* dare fornir* fornisc* offr* gener* crea* produ* scriv* redig* parl* discut* tratt* comment* esprim* opinion* condivid* continu*
prosegu* soddisf* esaud* complet* elabor* informazion* contenut* testo testi material* tipo tipi genere natura tem* argoment* richiest*
domand* compit* conversazion* consigli* personal* ia intelligenza artificiale modello linguistico linguaggio assistent* virtual*
macchina altro altra cosa esitare bisogno felice
`,
};

const PORTUGUESE: ClosedWords = {
  language: 'pt',
  cue: 'errado|mudemos|mudar de assunto|encerrar|terminar|sem resposta|imped|evit|abstenho|não aceito|\\bnão\\b|recus|declin|rejeit|além|fora d|contra|viol|impossível|prefiro|proib|abst|incapaz|nego',
  unless: 'não (?:entendo|entendi|sei|compreendo|conheço|tenho certeza|acho|lembro|encontr)',
  words: `
dados acesso errado seria parte minha mudar mudemos vamos internet real ajudar
programa programas acesso sentimentos continuar terminar encerrar quero
algo possa motivo* razões razão segurança responder deixar deixo silêncio
permitem permite imped* impedem obrigad* evit* cabe participar entrar abstenho abster abster-me negar negarei longe melhor delicad* sensív* legal legais ilegal ilegais lei leis moral morais conveniente adequad* aceitar aceito aceder acedo tratar feito criado responderei falarei falar correto vou
eu me mim meu minha meus minhas nós nosso* nossa* te ti teu tua você vocês seu sua seus suas lhe o a os as um uma uns umas de do da dos
das em no na nos nas num numa por pelo pela para com sem sobre sob entre ao à aos às e ou mas porém pois porque que se como quando onde quem
qual isso isto aquilo este esta estes estas esse essa esses essas deste desta desse dessa tal tais assim não nem nada nunca nenhum* muito
mais tão só apenas também ainda infelizmente lamento sinto desculp* perdão temo receio obrigad* é sou são ser seja está estou estar foi fui
tenho tem ter há posso pode podem poderei poderia poder possa devo deve dever quero queria gostaria prefiro preferia desejo vou vai
fazer faço recus* declin* rejeit* neg* permit* permiss* autoriz* possível impossível capaz* incapaz capacidad* competência* alcance
além fora limit* âmbito contra* regra* norma* diretri* polític* princípio* ética* étic* viol* infring* proib* program* projetad* treinad*
inadequad* inapropriad* apropriad* prejud* dano* perig* risco* alguém pessoa* outros outras ajud* auxili* assist* respond* resposta*
dar fornec* oferec* ger* cri* produz* escrev* redig* fal* discut* trat* coment* opin* compartilh* partilh* continu* prossegu* cumpr* atend*
complet* realiz* process* abord* informaç* conteúdo* texto* material* tipo* género gênero natureza tem* assunto* solicita* pedido*
pergunta* consulta* tarefa* conversa* conselho* pessoal pessoais ia inteligência artificial modelo* linguagem idioma assistente* virtual*
máquina outro outra coisa* precis* hesite feliz
`,
};

/** Of the Romance languages; each is read by its own cue. Ours. */
export const ROMANCE_WORDS: readonly ClosedWords[] = [FRENCH, SPANISH, ITALIAN, PORTUGUESE];
