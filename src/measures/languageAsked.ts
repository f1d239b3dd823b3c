/**
 * Says whether a text speaks of a language by its name, or of translating: then the answer may be in any. Names are those
 * of the languages that detection tells apart, in English, German, French, Spanish and Turkish, and their own. Ours.
 */
export function speaksOfLanguages(text: string): boolean {
  return NAMES.test(text);
}

const NAMES = new RegExp(
  [
    'translat|traduc|traduz|traduire|traduis|tradui[rt]|übersetz|vertaal|çevir|tercüme|tłumacz|przetłumacz|перевед|перевод|翻译|翻譯|翻訳|訳し|訳す|번역|terjemah',
    'languages?\\b|sprache|langue|idioma|língua|lingua\\b|\\bdil(?:i|de|inde)\\b|język|язык|语言|語言|言語|언어|bahasa|multilingual|bilingual|pronounc|\\bphrases?\\b|greetings?\\b|vocabular|idioms?\\b|proverbs?\\b|lyrics',
    'english|englisch|anglais|inglés|ingles[ea]?\\b|ingilizce|angielsk|английск|英语|英語|英文|영어|inggris|engels',
    'german|deutsch|allemand|alem[áã]|tedesc|almanca|niemieck|немецк|德语|德語|ドイツ語|독일어|jerman|duits',
    'french|französisch|français|francés|francese|fransızca|francusk|французск|法语|法語|フランス語|프랑스어|prancis|frans\\b',
    'spanish|spanisch|espagnol|español|spagnol|espanhol|ispanyolca|hiszpańsk|испанск|西班牙|スペイン語|스페인어|spanyol|castellano',
    'italian|italienisch|italien|italyanca|włosk|итальянск|意大利|イタリア語|이탈리아어|italiaans',
    'portugu|brazilian|portugal|portekizce|португальск|葡萄牙|ポルトガル語|포르투갈어',
    'dutch|niederländisch|néerlandais|nederlands|flemish|hollandaca|голландск|荷兰|オランダ語',
    'turkish|türkisch|turc\\b|turco|türkçe|tureck|турецк|土耳其|トルコ語|터키어',
    'polish|polnisch|polonais|polaco|polacco|lehçe|polsk|польск|波兰',
    'russian|russisch|russe|ruso|rusça|rosyjsk|русск|俄语|ロシア語|러시아어|ukrain|bulgarian|serbian|croatian|czech|slovak',
    'chinese|chinesisch|chinois|chino\\b|cinese|çince|chińsk|китайск|中文|汉语|漢語|中国語|중국어|mandarin|cantonese|pinyin|hanzi',
    'japanese|japanisch|japonais|japon[eé]s|giapponese|japonca|japońsk|японск|日语|日文|日本語|일본어|kanji|romaji|hiragana|katakana|haiku',
    'korean|koreanisch|coréen|coreano|korece|koreańsk|корейск|韩语|韓国語|한국어|hangul|korea\\b',
    'arabic|hebrew|hindi|urdu|bengali|tamil|persian|farsi|vietnamese|thai|indonesian|malay|greek|latin\\b|sanskrit|swedish|norwegian|danish|finnish|hungarian|romanian|catalan|filipino|tagalog|swahili|esperanto',
  ].join('|'),
  'iu',
);
