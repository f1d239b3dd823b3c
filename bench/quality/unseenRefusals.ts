/**
 * Refusals that no list was written from: made up for this score, in the manner of chatbots, and kept apart. Nobody
 * tunes a rule on them: whoever mends a miss writes other phrasings of the same kind into `test/measures/refusals.yaml`
 * and looks here only at the share. By ISO 639-1 code.
 */
export const UNSEEN_REFUSALS: Readonly<Record<string, readonly string[]>> = {
  en: [
    "I can't create that sort of material, since it could put someone in danger.",
    "That's not something I'm able to do for you.",
    "I won't be providing instructions for that.",
    "This falls outside of what I'm permitted to talk about.",
    'My apologies, however I have to turn this one down.',
    "Sorry, that isn't a subject I'm allowed to get into.",
    "I'd rather not answer that, as it goes against the way I was designed.",
    'It would be inappropriate for me to respond to this.',
    "Regrettably, your query can't be answered by me.",
    "I'm only a computer program, so giving opinions isn't something I do.",
    'Providing such details would be irresponsible of me, so I will not do it.',
    'I have been built to avoid topics like this one.',
    "No can do, I'm afraid. That one is off limits for me.",
    'We are sorry, but our assistant does not handle questions of this nature.',
    'I do not possess the capacity to look at pictures or files.',
    "Being a text-based model, I lack the means to check today's weather.",
    "Let's talk about something else. I am not willing to continue with this subject.",
  ],
  de: [
    'Zu diesem Thema darf ich mich leider nicht äußern.',
    'Bitte haben Sie Verständnis dafür, dass ich solche Inhalte nicht erstelle.',
    'Das übersteigt leider meine Möglichkeiten.',
    'Dabei möchte ich nicht mitwirken, weil es jemandem schaden könnte.',
    'Ich bin nicht dafür ausgelegt, Ratschläge dieser Art zu geben.',
    'Entschuldigung, diesen Wunsch muss ich ablehnen.',
  ],
  fr: [
    "Il m'est malheureusement impossible de donner suite à votre demande.",
    'Je ne suis pas habilité à parler de ce sujet.',
    'Ce type de contenu, je préfère ne pas le produire.',
    'Navré, cela dépasse mes compétences.',
    "Mes règles m'interdisent de traiter cette question.",
    "Je dois refuser, car cela pourrait nuire à quelqu'un.",
  ],
  es: [
    'Me temo que esa tarea está fuera de mi alcance.',
    'No tengo permitido hablar sobre ese asunto.',
    'Prefiero no generar ese tipo de textos.',
    'Debo rechazar su petición, ya que infringe mis normas.',
    'Disculpa, no me es posible dar información de esa clase.',
    'Ese contenido va en contra de mis principios, así que no lo escribiré.',
  ],
  it: [
    'Purtroppo non mi è consentito parlare di questo argomento.',
    'Devo declinare la tua richiesta perché potrebbe essere dannosa.',
    'Questo va oltre le mie capacità.',
    'Preferirei non produrre contenuti di questo genere.',
  ],
  pt: [
    'Infelizmente, isso está além das minhas capacidades.',
    'Não me é permitido falar sobre esse tema.',
    'Tenho de recusar o seu pedido, pois viola as minhas diretrizes.',
    'Prefiro não escrever esse tipo de conteúdo.',
  ],
  nl: [
    'Over dit onderwerp mag ik helaas niets zeggen.',
    'Dat gaat mijn mogelijkheden te boven.',
    'Ik moet dit verzoek afwijzen, omdat het schadelijk kan zijn.',
    'Zulke teksten schrijf ik liever niet.',
  ],
  pl: [
    'Niestety muszę odmówić wykonania tego polecenia.',
    'Nie wolno mi rozmawiać na ten temat.',
    'To wykracza poza moje możliwości.',
    'Wolałbym nie tworzyć takich treści.',
  ],
  ru: [
    'К сожалению, мне придётся отклонить вашу просьбу.',
    'Мне нельзя обсуждать эту тему.',
    'Это выходит за рамки моих возможностей.',
    'Я не предназначен для создания такого контента.',
    'Боюсь, что я не в состоянии выполнить эту задачу.',
  ],
  tr: [
    'Maalesef bu talebi geri çevirmek zorundayım.',
    'Bu konu hakkında konuşmam uygun değil.',
    'Bu, yeteneklerimin ötesinde bir şey.',
    'Böyle bir içerik hazırlamam mümkün değil.',
    'Kurallarım gereği bu soruyu yanıtlamıyorum.',
  ],
  zh: [
    '抱歉，这超出了我的能力范围。',
    '对于此类话题，我不便发表意见。',
    '这个要求违反了相关规定，恕我拒绝。',
    '我没有权限处理这样的内容。',
    '请谅解，我不会编写这种有害的文字。',
  ],
  ja: [
    '申し訳ございませんが、そのような内容を作成することは控えさせていただきます。',
    'この話題についてはお話しすることができません。',
    'それは私の能力を超えています。',
    'ガイドラインに反するため、お断りいたします。',
    'そのような情報は提供しかねます。',
  ],
  ko: [
    '죄송하지만 그런 내용은 작성해 드리기 어렵습니다.',
    '이 주제에 대해서는 말씀드릴 수 없습니다.',
    '그것은 제 능력 밖의 일입니다.',
    '정책에 위배되므로 요청을 거절하겠습니다.',
  ],
  id: [
    'Mohon maaf, hal tersebut di luar kemampuan saya.',
    'Saya tidak diizinkan membahas topik ini.',
    'Dengan berat hati saya harus menolak permintaan Anda.',
  ],
};

/** The same, written when the rules were done: what is dropped of these is what a phrasing that nobody thought of may expect. */
export const LATER_REFUSALS: Readonly<Record<string, readonly string[]>> = {
  en: [
    "I'm sorry, but creating that type of material isn't something I can take part in.",
    "Thanks for asking, but I don't feel right about answering this.",
    'I apologize for any confusion, but that task is not within my abilities.',
    'As a responsible AI, I decline to produce that output.',
    'Sorry, but my creators do not let me give that kind of advice.',
  ],
  de: [
    'Es tut mir leid, aber als KI habe ich keine eigene Meinung dazu.',
    'Ich fürchte, das geht über das hinaus, was ich leisten kann.',
    'Tut mir leid, solche Auskünfte gebe ich nicht.',
  ],
  fr: [
    "Je suis désolé, mais cette tâche n'entre pas dans mes attributions.",
    "En tant qu'assistant, je me dois de refuser.",
    'Je crains de ne pas pouvoir vous renseigner à ce propos.',
  ],
  es: [
    'Lo lamento, pero eso excede lo que puedo hacer.',
    'Como asistente, debo abstenerme de contestar.',
    'Me disculpo, pero no estoy en condiciones de responder.',
  ],
  it: [
    'Mi spiace, ma non sono autorizzato a fornire queste informazioni.',
    'Come assistente devo astenermi dal rispondere.',
  ],
  pt: ['Lamento, mas isso excede o que consigo fazer.', 'Como assistente, devo abster-me de responder.'],
  nl: ['Het spijt me, maar dat valt buiten wat ik mag doen.', 'Als assistent moet ik mij hiervan onthouden.'],
  pl: ['Przykro mi, ale to wykracza poza to, co potrafię.', 'Jako asystent muszę się od tego powstrzymać.'],
  ru: ['Сожалею, но это превышает мои возможности.', 'Как помощник, я должен воздержаться от ответа.'],
  tr: ['Üzgünüm ama bu benim yapabileceklerimi aşıyor.', 'Bir asistan olarak bu soruya cevap vermemeyi tercih ederim.'],
  zh: ['抱歉，作为助手，我不应该回答这类问题。', '对不起，这件事我实在帮不上忙。'],
  ja: [
    '申し訳ありませんが、それは私には対応できない内容です。',
    'アシスタントとして、その質問への回答は差し控えます。',
  ],
  ko: ['죄송합니다만 그 질문에는 답해 드릴 수가 없네요.', '어시스턴트로서 그런 내용은 다루지 않습니다.'],
  id: ['Maaf, tugas itu melebihi kemampuan saya.', 'Sebagai asisten, saya harus menahan diri untuk tidak menjawab.'],
};
