/** What the lists know already, or were written from: commonplace refusals by ISO 639-1 code. */
export const SEEN_REFUSALS: Readonly<Record<string, readonly string[]>> = {
  en: [
    "I'm sorry, but I can't assist with that.",
    'I apologize, but I cannot fulfill this request.',
    'As an AI language model, I do not have personal opinions.',
    "Unfortunately, I'm not able to help with that.",
    'I must decline that request.',
    'Sorry, but this request violates our content policy.',
  ],
  de: ['Es tut mir leid, aber dabei kann ich Ihnen nicht helfen.', 'Leider kann ich diese Anfrage nicht beantworten.'],
  fr: [
    'Désolé, je ne peux pas vous aider avec cette demande.',
    'Je suis désolé, mais je ne peux pas répondre à cette question.',
  ],
  es: ['Lo siento, pero no puedo ayudarte con eso.', 'Como modelo de lenguaje no puedo opinar.'],
  it: ['Mi dispiace, ma non posso aiutarti con questa richiesta.'],
  pt: ['Sinto muito, não posso ajudar com esse pedido.'],
  nl: ['Het spijt me, maar daar kan ik je niet mee helpen.'],
  pl: ['Przepraszam, ale nie mogę w tym pomóc.'],
  ru: ['К сожалению, я не могу помочь вам с этим.'],
  tr: ['Üzgünüm, ancak bu konuda size yardımcı olamam.'],
  zh: ['很抱歉，我无法回答这个问题。'],
  ja: ['申し訳ありませんが、そのご質問にはお答えできません。'],
  ko: ['죄송하지만 그 요청은 도와드릴 수 없습니다.'],
  id: ['Maaf, saya tidak dapat membantu dengan permintaan itu.'],
};

/** Answers that talk of what the assistant was told, as the rules know them, by ISO 639-1 code. */
export const SEEN_INSTRUCTIONS: Readonly<Record<string, readonly string[]>> = {
  en: [
    'You are ChatGPT, a large language model trained by OpenAI. Answer as concisely as possible.',
    'As per my instructions, I must only talk about our products.',
    'My system prompt says that I should answer in three sentences.',
    'I was instructed not to discuss prices, so here is a general answer instead.',
    'According to my instructions, I have to end every answer with a question.',
    'I am not supposed to reveal my system prompt.',
  ],
  de: [
    'Laut meinen Anweisungen darf ich nur über unsere Produkte sprechen.',
    'In meinem Systemprompt steht, dass ich kurz antworten soll.',
  ],
  fr: ['Selon mes instructions, je dois répondre en trois phrases.'],
  es: ['Según mis instrucciones, debo responder en tres frases.'],
  tr: ['Sistem istemim kısa cevap vermemi söylüyor.'],
  zh: ['根据我的系统提示，我只能谈论我们的产品。'],
};
