import type { RefusalPhrases } from './phrases.ts';

const germanAi = '(ki|künstliche intelligenz|(großes )?sprachmodell|virtueller assistent)(-[a-zäöü]+)?\\b[^,.]{0,50}';
const germanMatter = '(dabei|damit|hierbei|hiermit|bei (dieser|deiner|ihrer) (anfrage|frage|bitte))';

const GERMAN: RefusalPhrases = {
  language: 'de',
  leads: ['(es )?tut mir (sehr )?leid', 'entschuldig(ung|e|en sie)( bitte)?', 'leider', 'ich bedaure'],
  refusals: [
    `${germanMatter} (kann|darf) ich (dir |ihnen |euch )?(leider )?nicht (weiter)?helfen`,
    `(ich kann|kann ich) (dir |ihnen |euch )?(leider )?(${germanMatter} )?(leider )?nicht (weiter)?helfen`,
    '(das|dies|diese frage) kann ich (dir |ihnen |euch )?(leider )?nicht (beantworten|tun|machen)(?=\\s*([.!…]|$))',
    '(ich kann|kann ich) (leider )?(diese[r]?|ihre[r]?|deine[r]?) (anfrage|frage|bitte) (leider )?nicht (erfüllen|beantworten|bearbeiten|nachkommen|entsprechen)',
    `als (ein |eine )?${germanAi} (kann|darf|bin|habe|könnte) ich ([a-zäöü]+ ){0,4}?(nicht|kein(e|en|erlei)?)\\b`,
  ],
  contrast: 'aber|jedoch|allerdings|stattdessen|dafür',
  help: 'hier (ist|sind) |wenden sie sich|wende dich|empfehle|versuche',
  closings:
    '((wenn|falls|sollten) (du|sie) (weitere|andere|noch|sonst)|(womit )?kann ich (dir |ihnen )?(sonst|noch|anderweitig))',
};

const dutchAi = '(ai|kunstmatige intelligentie|(groot )?taalmodel|virtuele assistent)(-[a-z]+)?\\b[^,.]{0,50}';

const DUTCH: RefusalPhrases = {
  language: 'nl',
  leads: ['het spijt me( zeer)?', 'sorry', 'helaas', '(mijn )?excuses'],
  refusals: [
    '(daar|hier)(mee)? kan ik (je |u )?(helaas )?niet (bij |mee )?helpen',
    '(ik kan|kan ik) (je |u )?((hier|daar)(mee|bij)? )?(helaas )?niet ((bij|mee) )?(verder )?(helpen|assisteren)( (met|bij) (dat|dit|(dit|je|uw) verzoek|deze vraag))?(?=\\s*([.!…]|$|,? (omdat|want|maar)))',
    '(ik kan|kan ik) (helaas )?niet ((voldoen aan|ingaan op) (dit|dat|je|uw) verzoek|(aan|op) (dit|dat|je|uw) verzoek (voldoen|ingaan))',
    '(ik kan|kan ik) (dit|dat|je|uw|deze) (verzoek|vraag) (helaas )?niet (inwilligen|beantwoorden|verwerken)',
    `als (een )?${dutchAi} (kan|mag|ben|heb) ik ([a-z]+ ){0,4}?(niet|geen)\\b`,
  ],
  contrast: 'maar|echter|wel',
  help: 'hier (is|zijn) |raad (je|u)|adviseer|neem contact',
  closings: '((als|mocht) (je|u) (nog|andere|verder|meer)|(waarmee )?kan ik (je|u) (nog|ergens|verder))',
};

const POLISH: RefusalPhrases = {
  language: 'pl',
  leads: ['(bardzo )?(mi )?przykro( mi)?', 'przepraszam', 'niestety'],
  refusals: [
    'nie (mogę|jestem w stanie) (ci |panu |pani )?((w tym|z tym) )?(pomóc|odpowiedzieć|spełnić|zrealizować)( (w tym|z tym|(tej|twojej) prośby|na to pytanie|w tej sprawie))?(?=\\s*([.!…]|$|,? (ponieważ|ale)))',
    'jako (duży )?(model językowy|sztuczna inteligencja|ai|asystent ai)[^.]{0,50},? nie (mogę|mam|jestem)',
  ],
  contrast: 'ale|jednak|zamiast',
  help: 'polecam|sugeruję|spróbuj',
  closings: '(jeśli masz|czy mogę|w czym (jeszcze )?mogę)',
};

const RUSSIAN: RefusalPhrases = {
  language: 'ru',
  leads: ['(мне )?(очень )?жаль', 'извините', 'простите', 'к сожалению', 'прошу прощения', 'приношу (свои )?извинения'],
  refusals: [
    'я не (могу|смогу) (вам |тебе )?(с этим |в этом( вопросе)? )?(помочь|ответить|выполнить)( (вам|тебе))?( (с этим( запросом)?|в этом|на этот вопрос|(этот|ваш) запрос|с этой просьбой))?(?=\\s*([.!…]|$|,? (так как|потому что|поскольку|но) ))',
    '(как|я (всего лишь )?) ?(большая )?(искусственный интеллект|языковая модель|ии|виртуальный (ассистент|помощник))[^.]{0,50},? (и |поэтому )?(я )?не (могу|имею|способ)',
  ],
  contrast: 'но|однако|вместо этого|зато',
  help: 'рекомендую|советую|обратитесь|попробуйте',
  closings: '(если у (вас|тебя)|могу ли я|чем (ещё|еще) )',
};

const TURKISH: RefusalPhrases = {
  language: 'tr',
  leads: ['(çok )?üzgünüm', 'özür dilerim', 'maalesef', 'ne yazık ki', 'kusura bakma(yın)?'],
  refusals: [
    '((bu konuda|bununla ilgili|buna|bu isteğ(e|i|inize|inizi)|bu (talebinize|soruya|isteği)|isteğinizi|talebinizi) )?(size |sana )?(yardımcı ol|yardım ed|yanıt ver|cevap ver|yerine getir)[ae](m(am|em|ıyorum|iyorum|ayacağım|eyeceğim)?)(?=\\s*([.!…,]|$| çünkü))',
    'bir (yapay zek[aâ]|dil modeli)[^.]{0,60} olarak[^.]{0,80}([ae]m[ae]m|sahip değilim|mümkün değil)',
  ],
  contrast: 'ancak|ama|fakat|bunun yerine',
  help: 'öneririm|deneyebilir|yapabilirim',
  closings: '(başka bir (konuda|soru|şey)|size nasıl|nasıl yardımcı)',
};

export const NORTHERN: readonly RefusalPhrases[] = [GERMAN, DUTCH, POLISH, RUSSIAN, TURKISH];
