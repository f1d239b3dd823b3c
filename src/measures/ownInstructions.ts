import { anyOfFragments } from './fragments.ts';

/**
 * Says whether an answer talks of what the assistant was told before the chat: names its instructions or system prompt, or
 * gives them away. All phrases are ours, by language; none repeats without a bound.
 */
export function talksOfOwnInstructions(answer: string): boolean {
  const beginning = answer.slice(0, LOOK);
  if (!mayHoldCue(beginning)) return false;
  const head = beginning.toLowerCase();
  return CUE.test(head) && PHRASES.test(head.replaceAll('’', "'"));
}

/** Says whether a text is itself about prompts, instructions or playing a role, so that an answer may be, too. */
export function speaksOfInstructions(text: string): boolean {
  return ABOUT.test(text);
}

/** Ours: who talks of instructions does so before the answer, or in its place. */
const LOOK = 1000;

/** One quick look instead of many: without one of these there is no phrase. */
const CUE =
  /instru|istru|prompt|guideline|directiv|configur|directed|knowledge cut|current date|ed by my|old by my|you are (?:chatgpt|claude|gemini|an? )|system message|anweisung|angewiesen|vorgabe|du bist |consigne|tu es |vous êtes |mensaje del sistema|se me |directrices|eres |sei un |sei chatgpt|diretrizes|você é |és |mensagem d|instrukcj|wytyczn|polece|skonfigurowan|jesteś |инструкц|указани|промпт|промт|системн|поручено|велено|ты — |talimat|istem|yönerge|komut|sistem|sen (?:chatgpt|yardımcı)|提示|指令|设定|指示|プロンプト|你是|あなたは|インストラクション|지시|지침|프롬프트|당신은|anda adalah|diperintahkan|richtlijnen|geïnstrueerd|(?:je|jij|u) bent |mes directives/;

/** Scripts in which cues are, apart from the Latin one, and the sign of Kelvin, which is a `k` in lower case. */
const OTHER_SCRIPT = /[\u0400-\u04ff\u212a\u3000-\u9fff\uac00-\ud7af]/;
/**
 * Of every Latin phrase a piece of five units or more without letters beyond Latin-1: its cue, or the whole of it where that is
 * shorter (`és `), or what it has where it has no cue of its own (`pour ne`). So no phrase is without, and a look skips four.
 */
const LATIN_CUES = anyOfFragments(
  'instru|istru|prompt|guideline|directiv|configur|directed|knowledge cut|current date|ed by my|old by my|you are chatgpt|you are claude|you are gemini|you are a|system message|anweisung|angewiesen|vorgabe|du bist |consigne|tu es |vous êtes |mensaje del sistema|se me |directrices|eres |sei un |sei chatgpt|diretrizes|você é |és o chatgpt|és um assistente|mensagem d|instrukcj|wytyczn|polece|skonfigurowan|jeste|talimat|istem|yönerge|komut|sistem|sen chatgpt|sen yard|anda adalah|diperintahkan|richtlijnen|geïnstrueerd|je bent |jij bent |u bent |mes directives|meinem system|meinen system|meiner system|pour ne'.split(
    '|',
  ),
);

/** Without one of these there is no phrase; to know that takes a quarter of the time that the cues take. */
function mayHoldCue(text: string): boolean {
  return OTHER_SCRIPT.test(text) || LATIN_CUES(text);
}

/** The assistant and what it is told, in the order of the languages below. */
const PHRASES = new RegExp(
  [
    // English
    '\\b(?:as per|according to|based on|due to|per|following|given|under|because of|in line with|since|in accordance with) (?:my|the) (?:(?:system|initial|original|internal|own|current|given|specific|operating|programmed) ){0,2}(?:instructions?|prompts?|directives?)\\b(?= (?:above|i )|[,.]|(?<=\\bmy (?:\\w+ ){0,2}\\w+) )',
    '\\bmy (?:(?:system|initial|original|hidden|internal|own|secret|custom|pre-?set) ){0,2}(?:instructions?|prompts?|directives?|guidelines|system messages?|configuration)(?: from [a-z ]{1,30})? (?:say|tell|state|require|specif|forbid|prohibit|instruct|dictate|prevent|ask|want|include|are to|is to|do not allow|don.t allow|limit|restrict|mention)',
    '\\b(?:my|the) (?:system (?:prompt|message|instructions?)|initial prompt|hidden prompt|pre-?prompt)\\b',
    "\\bprompt (?:that )?i(?:'ve| have| was| am|'m) (?:been )?given\\b",
    "\\bi(?:'m| am|'ve| have| was| were)? ?(?:been |was )?(?:explicitly |specifically |also |only )?(?:instructed|configured|prompted|directed)(?: by [a-z ]{1,30}?)?,? (?:not |never )?to (?:not |never |only |always )?(?:act|answer|respond|reply|speak|talk|say|tell|mention|discuss|reveal|disclose|share|be|keep|give|provide|use|end|stay|avoid|follow|behave|refuse|write|help|assist)\\b",
    "\\bi(?:'ve| have| was) (?:been )?(?:told|asked) by my (?:developers?|creators?|makers?|operators?)\\b",
    "\\b(?:not (?:supposed|allowed|permitted) to|can't|cannot|won't) (?:reveal|disclose|share|show|repeat|tell you) (?:my|the|these|those) (?:system |initial |internal |hidden |own ){0,2}(?:prompts?|instructions?|guidelines|directives)\\b",
    '(?:^|[.!?\\n]\\s{0,3})you are (?:chatgpt|claude|gemini|an? (?:large )?(?:ai )?language model|an? (?:(?:helpful|friendly|honest|harmless|useful|knowledgeable|ai|expert|professional|smart|polite),? (?:and )?){1,4}assistant)\\b',
    '\\bknowledge cut-?off: ?\\d{4}|\\bcurrent date: ?\\d{4}-\\d',
    // German
    '\\b(?:laut|gemäß|nach|aufgrund|entsprechend) meine[nrm] (?:anweisung|instruktion|vorgabe|system)|\\bmeine (?:anweisungen|instruktionen|vorgaben|systemanweisung\\w*) (?:sag|besag|laut|verlang|verbiet|schreib|lass|erlaub|geb|sind|seh)|system-?prompt|\\b(?:ich wurde|mich|bin) (?:\\w{1,12} ){0,2}(?:angewiesen|instruiert)\\b|\\bdu bist (?:chatgpt|ein (?:hilfreicher|freundlicher|nützlicher)[\\w -]{0,20}assistent)',
    // French
    "\\b(?:selon|d'après|conformément à|suivant|d'apr[eè]s|dans) mes (?:instructions|consignes|directives)|\\bmes (?:instructions|consignes|directives) (?:\\w{1,3} )?(?:dis|stipul|indiqu|exig|interdis|demand|précis|m'|sont)|prompt (?:de )?système|\\b(?:on m'a|j'ai été) (?:demandé|instruit|configuré|programmé)[^.]{0,20}(?:consigne|instruction|pour ne)|\\b(?:tu es|vous êtes) (?:chatgpt|une? assistante? (?:utile|serviable|virtuel|ia))",
    // Spanish
    '\\b(?:según|conforme a|de acuerdo con|siguiendo|en) mis (?:instrucciones|directrices)|\\bmis (?:instrucciones|directrices) (?:\\w{1,3} )?(?:dicen|indican|exigen|prohíben|piden|establecen|son)|(?:prompt|mensaje|instrucciones|indicaciones) del? sistema|\\b(?:he sido instruid|fui instruid|se me (?:ha )?(?:indic|instru|orden))|\\beres (?:chatgpt|un asistente (?:útil|servicial|virtual|de ia))',
    // Italian
    '\\b(?:secondo|in base a|seguendo|come da) (?:le )?mie istruzioni|\\ble mie istruzioni (?:\\w{1,3} )?(?:dic|indic|prevedon|vietan|richied|impong|sono)|prompt di sistema|\\bsono stat[oa] (?:istruit|configurat)[oa]|\\bsei (?:chatgpt|un assistente (?:utile|virtuale|disponibile|ia))',
    // Portuguese
    '\\b(?:segundo|conforme|de acordo com|seguindo|pelas) (?:as )?minhas (?:instruções|diretrizes)|\\bminhas (?:instruções|diretrizes) (?:\\w{1,3} )?(?:dizem|indicam|exigem|proíbem|pedem|são)|(?:prompt|mensagem|instruções) (?:de|do) sistema|\\bfui (?:instruíd|configurad)[oa]|\\b(?:você é|tu és|és) (?:o chatgpt|um assistente (?:útil|prestativo|virtual|de ia))',
    // Dutch
    '\\b(?:volgens|conform|op basis van) mijn (?:instructies|richtlijnen)|\\bmijn (?:instructies|richtlijnen) (?:zeg|verbied|eis|vraag|schrijv|luid|zijn)|systeem-?prompt|\\bik (?:ben|werd) (?:\\w{1,10} )?geïnstrueerd|\\b(?:je bent|jij bent|u bent) (?:chatgpt|een (?:behulpzame|vriendelijke)[\\w -]{0,15}assistent)',
    // Polish
    '\\b(?:zgodnie z|według) moi(?:mi|ch) (?:instrukcj|wytyczn|polece)|\\bmoje (?:instrukcje|wytyczne|polecenia) (?:mówi|nakazuj|zabrani|wymaga|stanowi|są)|prompt\\w* systemow|\\bzostał[ea]m (?:poinstruowan|skonfigurowan)|\\bjesteś (?:chatgpt|(?:pomocnym|przydatnym) asystentem)',
    // Russian
    '(?:согласно|по|в соответствии с|следуя) (?:моим|своим) (?:инструкци|указани)|(?:мои|свои) инструкции (?:говор|гласят|требу|запреща|предпис)|системн\\S{1,4} (?:промпт|промт|сообщени|инструкци)|мне (?:было )?(?:поручено|велено|дано указание|дана инструкция)|ты — ?(?:chatgpt|полезный (?:ассистент|помощник))',
    // Turkish
    'talimatlar[ıi]m(?:a göre|[ıi]n gereği| gereği| doğrultusunda)|talimatlar[ıi]m (?:[^.]{0,40})(?:söylüyor|gerektiriyor|yasaklıyor|istiyor)|sistem (?:istem|talimat|komut|yönerge|mesaj)|bana verilen (?:\\S{1,10} )?(?:talimat|istem|yönerge|komut)|sen (?:chatgpt|yardımcı bir (?:asistan|yapay))',
    // Chinese, Japanese, Korean, Indonesian
    '系统(?:提示|指令|消息)|我的(?:系统)?(?:提示词?|指令|设定)(?:要求|规定|说|是|里|中)|(?:根据|按照|依照)(?:我|给我)[^。，]{0,6}(?:指令|提示|设定)|^你是(?:chatgpt|一个(?:有用|乐于助人)的)',
    'システムプロンプト|(?:私に与えられた|私への|私の)(?:指示|プロンプト|インストラクション)(?:に|では|により|によると|は)|あなたは(?:chatgpt|役に立つ)',
    '시스템 ?프롬프트|(?:제|저의|저에게 주어진) ?(?:지시|지침|프롬프트)(?:사항)?(?:에|은|는|이|상)|당신은 (?:chatgpt|유용한|도움이 되는) ?',
    '(?:sesuai|menurut|berdasarkan) instruksi (?:saya|yang (?:saya terima|diberikan kepada saya))|instruksi saya (?:mengatakan|mengharuskan|melarang|adalah)|prompt sistem|saya (?:telah )?(?:diinstruksikan|diperintahkan)|anda adalah (?:chatgpt|asisten yang)',
  ].join('|'),
  'u',
);

const ABOUT =
  /prompt|instruct|guideline|system message|jailbreak|\bgpts?\b|chatgpt|\bllms?\b|language model|\bact as\b|pretend|role-?play|\byou are (?:an?|the|now)\b|your (?:rules|role|task|job|purpose|programming|configuration)|anweisung|instruktion|\brolle\b|consigne|instrucci|istruzion|instruç|instructie|instrukcj|инструкц|промпт|talimat|提示|指令|指示|扮演|プロンプト|지시|프롬프트|instruksi/i;
