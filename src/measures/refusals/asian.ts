import type { RefusalPhrases } from './phrases.ts';

const CHINESE: RefusalPhrases = {
  language: 'zh',
  leads: ['(非常|很|真的)?(抱歉|对不起|對不起|遗憾|遺憾)', '不好意思'],
  refusals: [
    '我(无法|不能|無法|没办法|沒辦法)(为您|为你|為您|给您|給您|给你|帮您|帮你)?(提供(这方面的|這方面的|此类|该|相关的?)?(帮助|信息|内容|協助|协助)|回答(这个|這個|您的|你的|该|此)?(问题|問題)?|(协助|協助|帮助|幫助)(您|你)?|满足(您|你|这个|该|此)的?(请求|要求)|完成(这个|该|您的|此)(请求|要求|任务)|(讨论|继续)(这个|该|此)?话题)(?=[。！!.，,]|$)',
    '作为(一个|一名|一款)?(大型)?(人工智能|ai|语言模型)[^。，]{0,20}[，,]?我(无法|不能|没有|不会)',
  ],
  contrast: '但是?',
  help: '但|不过|然而|可以|建议|以下',
  closings: '(如果您|如果你|如您|请问)(有|还有|需要)',
};

const japaneseMatter =
  '((その|この|ご)?(リクエスト|要望|質問|依頼|件|要求|ご要望|ご質問|ご依頼)(には?|について(は)?|を))';

const JAPANESE: RefusalPhrases = {
  language: 'ja',
  leads: [
    '(大変|誠に)?申し訳(ありません|ございません|ない)(が|けど)?',
    'すみません(が)?',
    'ごめんなさい',
    '恐れ入りますが',
    '残念ながら',
  ],
  refusals: [
    `${japaneseMatter}?、?(お手伝い|お答え|回答|対応|お応え|応じる)(する)?(こと)?(は|が)?(できません|できかねます|いたしかねます|しかねます)`,
    '(私は)?(ai|人工知能|(大規模)?言語モデル)[^。]{0,20}(なので|として|ですので|であるため)、?[^。]{0,60}(できません|ありません|できかねます|持っていません)',
  ],
  contrast: 'しかし|ですが',
  help: 'ただし|しかし|ですが|代わりに|お勧め|おすすめ|ください',
  closings: '(他に|ほかに|別の)',
};

const KOREAN: RefusalPhrases = {
  language: 'ko',
  leads: [
    '(정말 )?죄송(합니다|하지만|해요)(만)?',
    '미안(합니다|해요|하지만)',
    '유감(입니다|스럽게도|이지만)',
    '안타깝지만',
  ],
  refusals: [
    '(저는 )?((그|이|해당|그런|이러한|요청하신) ?)?((요청|질문|내용|부분|것|작업|주제)(은|는|을|를|에|에는|에 대해서?는?)? )?(도와 ?드릴|도움을 드릴|답변(해 드릴|드릴|할)|대답할|처리(해 드릴|할)|수행할|제공(해 드릴|할)) 수 없(습니다|어요|네요)',
    '(저는 )?(ai|인공지능|언어 ?모델)[^.]{0,30}(로서|이기 때문에|이므로|라서),? [^.]{0,60}(할 수 없|없습니다|않습니다)',
  ],
  contrast: '하지만|그러나|대신',
  help: '하지만|그러나|대신|추천|드릴게',
  closings: '(다른|더) (질문|도움|궁금)',
};

const INDONESIAN: RefusalPhrases = {
  language: 'id',
  leads: ['(mohon )?maaf', 'saya (minta|mohon) maaf', 'sayangnya'],
  refusals: [
    'saya tidak (dapat|bisa) (membantu|menjawab|memenuhi)( anda| kamu)?( (dengan|dalam|untuk))?( (hal |permintaan |pertanyaan )?(itu|ini|tersebut|anda))?(?=\\s*([.!…]|$|,? (karena|tetapi)))',
    'sebagai (sebuah )?(ai|model bahasa|asisten virtual|kecerdasan buatan)\\b[^,.]{0,50},? saya tidak (dapat|bisa|memiliki)\\b',
  ],
  contrast: 'tetapi|tapi|namun|sebaliknya',
  help: 'berikut|saya sarankan',
  closings: '(jika (anda|kamu)|ada (hal )?lain|apakah ada)',
};

export const ASIAN: readonly RefusalPhrases[] = [CHINESE, JAPANESE, KOREAN, INDONESIAN];
