import type { RefusalPhrases } from './phrases.ts';

const cannot =
  "(i('m| am) (just |simply )?(not able|unable|not allowed|not permitted|not programmed|not designed|not authorized|not going) to" +
  "|i (just |simply |really )?(can't|cannot|can not|won't|will not|won't be able to|will not be able to)" +
  "|i (do not|don't) have the ability to|i (must|have to) (decline|refuse) to|i('m| am) not comfortable( with)?|i (do not|don't) feel comfortable( with)?|i regret that i (can't|cannot))";
const matter =
  '(that|this|it|(that|this|your|the|such an?|any such|such|(that|this) (kind|type|sort) of|those (kinds|types) of|these (kinds|types) of)' +
  ' ((specific|particular|kind|type) )?(request|question|query|task|topic|information|content|material|prompt|activity|instruction|thing)s?)';
const serve =
  '((fulfil+|comply with|complete|process|answer|respond to|engage (in|with)|discuss|provide|generate|create|write|produce|support|share|participate in|accommodate|proceed with|continue with)(ing)?)';
/** `until you …` or `for guests` after it would make an answer of it. */
const end = '(?=\\s*([.!…]|$|,? ?(but|however|as|because|since|due to|and i)\\b))';
const ai = '((ai|a\\.i\\.|artificial intelligence|(large )?language model|virtual assistant|chatbot)\\b[^,.]{0,50})';
const rules = "((my|our|openai's|the) ([a-z]+ )?(programming|guidelines|polic(y|ies)|rules|principles|terms))";

export const ENGLISH: RefusalPhrases = {
  language: 'en',
  leads: [
    "i('m| am) (so |very |really |truly |terribly )?(sorry|afraid)( that| for (the|any) (inconvenience|confusion))?",
    'sorry( about that)?',
    '(my |my sincere )?apologies',
    'i (do |sincerely )?apologi[sz]e( for (the|any) (inconvenience|confusion))?',
    'unfortunately',
    'i understand your (request|concern|curiosity|frustration)',
    'thank you for your (question|message|request)',
  ],
  refusals: [
    `${cannot} (help|assist)(ing)?( you)?( (with|in|on) (doing )?${matter}| further)?${end}`,
    `${cannot} ${serve} ${matter}${end}`,
    `${cannot} (comply|do so)${end}`,
    // Without an apology it may be talk between people.
    `(?<=(sorry|afraid|unfortunately|apologies|apologi[sz]e)[,.;:!]? (but )?(that )?)${cannot} do ${matter}( for you)?${end}`,
    `(as|being) an? ([a-z]+ )?${ai},? (and )?(${cannot}|i (do not|don't) have (access|the (ability|capability|capacity)|permission|real-time|personal|opinions|feelings))\\b`,
    `i('m| am) (just |only )?an? ([a-z]+ )?${ai}[,.]? (and |so )?(that's why |therefore,? )?(${cannot}|(cannot|can't|am (unable|not able) to|(do not|don't) have))\\b`,
    `((that|this|your request|this request|it) (goes|is|would be)|(that|it)'s) against ${rules}`,
    `(that|this|your request|this (request|content|prompt)) (may |might )?violates? ${rules}`,
    `i (must|have to|need to|will have to) (respectfully )?(decline|refuse)( ${matter})?${end}`,
    '(that|this) is (beyond|outside) (the scope of )?(my|what i) (capabilities|can help with|abilities|scope)',
  ],
  contrast: 'but|however|instead|though|although|alternatively',
  help: "here('s| is| are) |i (can|could|would) |recommend|suggest|consider |contact|visit|consult|seek |reach out|speak (to|with)|talk to|please (call|check|see) ",
  closings:
    "(please )?(feel free|do not hesitate|don't hesitate|let me know|if (you have any|there('s| is) anything|you need)|is there (anything|something)|can i help|how (else )?(can|may) i|do you have any|what else|ask me|try (asking|again|another|a different)|i('m| am|'d be| would be) (here|happy|glad|always) )",
};
