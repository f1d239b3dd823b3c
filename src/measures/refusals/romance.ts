import type { RefusalPhrases } from './phrases.ts';

const end = '(?=\\s*([.!…]|$|,? (car|mais|ya que|porque|pero|perché|poiché|ma|pois|mas)\\b))';

const frenchMatter =
  '(cela|ça|cette (demande|question|requête)|votre (demande|question|requête)|ta (demande|question))';
const frenchAi = '(ia|intelligence artificielle|modèle de lang(age|ue)|assistante? (virtuelle?|ia))\\b[^,.]{0,50}';

const FRENCH: RefusalPhrases = {
  language: 'fr',
  leads: [
    '(je suis )?(vraiment |sincèrement )?(désolée?|navrée?)',
    "je (m'excuse|vous prie de m'excuser)",
    'malheureusement',
    '(toutes )?mes excuses',
    'je regrette',
  ],
  refusals: [
    `je (ne )?((peux|puis) (malheureusement )?pas|suis pas (en mesure|capable|autorisée?) (de|d')) ?(vous |t'|te )?aider( (avec|pour|dans|sur|à) ${frenchMatter})?${end}`,
    `je (ne )?((peux|puis) (malheureusement )?pas|suis pas (en mesure|capable|autorisée?) (de|d')) ?(répondre à|accéder à|satisfaire|traiter) ${frenchMatter}${end}`,
    `(en tant (qu'|que )|je (ne )?suis (qu')?)(une? )?(grand )?${frenchAi},? (et )?je (ne |n')(peux|puis|suis|ai)\\b`,
  ],
  contrast: 'mais|cependant|toutefois|néanmoins|en revanche|par contre',
  help: 'voici|contacte[rz]|consulte[rz]|je vous (conseille|recommande|suggère)',
  closings: "(si (vous|tu) (avez|as)|n'hésite[sz]? pas|puis-je|y a-t-il|comment puis-je)",
};

const spanishMatter = '(eso|esto|ello|(esa|esta|tu|su) (solicitud|petición|pregunta))';
const spanishAi = '(ia|inteligencia artificial|modelo de (lenguaje|idioma)|asistente (virtual|de ia))\\b[^,.]{0,50}';

const SPANISH: RefusalPhrases = {
  language: 'es',
  leads: [
    'lo (siento|lamento)( mucho)?',
    'lamentablemente',
    'desafortunadamente',
    '(mis )?disculpas',
    'disculp[ae]',
    'perdón',
    'me disculpo',
  ],
  refusals: [
    `no (te |le |os |les )?(puedo|podré|me es posible) (ayudar(te|le|os|les)?( (con|en) ${spanishMatter})?|(responder( a)?|cumplir( con)?|procesar) ${spanishMatter})${end}`,
    `(como|soy (solo )?)( ?una?)? ?${spanishAi},? (y )?no (puedo|tengo|estoy|soy)\\b`,
  ],
  contrast: 'pero|sin embargo|no obstante|en cambio|aunque',
  help: 'aquí (tiene|está)|(te|le) (recomiendo|sugiero|aconsejo)',
  closings: '¿?(si (tienes|tiene|necesitas|necesita)|hay algo más|en qué (más|otra cosa)|puedo ayudar|no dude)',
};

const italianMatter =
  '(questo|ciò|quello|quest[ao] (richiesta|domanda)|l[ao] (tua|sua) (richiesta|domanda)|alla (tua|sua) (richiesta|domanda))';
const italianAi = '(ia|intelligenza artificiale|modello (linguistico|di linguaggio)|assistente virtuale)\\b[^,.]{0,50}';

const ITALIAN: RefusalPhrases = {
  language: 'it',
  leads: ['mi dispiace( molto)?', '(sono )?spiacente', 'purtroppo', 'mi scuso', '(ti|vi|le) chiedo scusa', 'scus[ai]'],
  refusals: [
    `non (ti |la |vi )?(posso|sono in grado di|riesco a) (aiutar(ti|la|vi|e)( (con|in) ${italianMatter})?|(rispondere( a)?|soddisfare|esaudire|elaborare) ${italianMatter})${end}`,
    `(in quanto|come|essendo|sono (solo )?)( ?un[a']?)? ?${italianAi},? (e )?non (posso|ho|sono)\\b`,
  ],
  contrast: 'ma|tuttavia|però|invece',
  help: 'ecco |(ti|le|vi) (consiglio|suggerisco)',
  closings: "(se (hai|ha)|c'è altro|posso aiutar|non esitare|come posso)",
};

const portugueseMatter =
  '((com |a |n)?(isso|isto|(essa|esta|sua|à sua) (solicitação|pergunta)|(esse|este|seu) pedido))';
const portugueseAi = '(ia|inteligência artificial|modelo de linguagem|assistente (virtual|de ia))\\b[^,.]{0,50}';

const PORTUGUESE: RefusalPhrases = {
  language: 'pt',
  leads: ['(eu )?(sinto|lamento) muito', 'lamento', '(me )?desculpe', 'desculpa', 'infelizmente', 'peço desculpas?'],
  refusals: [
    `(eu )?não (posso|consigo|poderei)( te| lhe| o)? (ajudar(-[ltoa]{1,2}|-te)?( (com |n)?${portugueseMatter})?|(auxiliar|responder|atender|cumprir|processar) ${portugueseMatter})${end}`,
    `(como|enquanto|sou (apenas )?)( ?uma?)? ?${portugueseAi},? (e )?(eu )?não (posso|tenho|consigo|sou)\\b`,
  ],
  contrast: 'mas|porém|no entanto|contudo|entretanto',
  help: 'aqui está|recomendo|sugiro|aconselho',
  closings: '(se (você )?(tiver|precisar)|há mais alguma|posso ajudar|em que mais|não hesite)',
};

export const ROMANCE: readonly RefusalPhrases[] = [FRENCH, SPANISH, ITALIAN, PORTUGUESE];
