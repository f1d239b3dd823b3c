/** Real words and the syllables of made-up ones, so that texts pass for their language; by frequency where it matters. */
export interface WordList {
  readonly language: string;
  /** Share of the exchanges, in hundredths. */
  readonly share: number;
  readonly small: string;
  readonly content: string;
  readonly syllables: string;
  /** Put between words; nothing where the script has no spaces. */
  readonly space: string;
  readonly stop: string;
}

export const WORD_LISTS: readonly WordList[] = [
  {
    language: 'en',
    share: 62,
    small:
      'the of and to a in that is for it with as you be on are this at by or from have not but can if which your will they when there we all so has more what about into than its only them then could some would how after where while before because between without each should',
    content:
      'time people way day thing world life work part number place case week system question group problem point company fact story water room area money month lot right study book eye job word business issue side kind head house service friend power hour line end member law car city name team minute idea body parent face level office door health person art history party result change morning reason research girl moment teacher force education make find give tell call try need feel become leave put mean keep let begin help show hear play run move like live believe hold bring happen write provide sit stand lose pay meet include continue set learn lead understand watch follow stop create speak read allow add spend grow open walk win offer remember love consider appear buy wait serve send expect build stay fall cut reach good new first last long great little own other old big high small large next early young important few public able clear simple common short final main careful useful ready quick warm quiet plain',
    syllables:
      'con ter ment able er ing re tion pre sub form or al man der light ward ship ness ful ly stan ber ton ring wick shore mill hand field',
    space: ' ',
    stop: '.',
  },
  {
    language: 'de',
    share: 12,
    small:
      'die der und in zu den das nicht von sie ist des sich mit dem dass er es ein ich auf so eine auch als an nach wie im für man aber aus durch wenn nur war noch werden bei hat wir was wird sein einen welche sind oder zur um haben einer mir über ihm diese einem ihr uns da zum kann doch vor dieser mich ihn',
    content:
      'Zeit Jahr Mensch Tag Haus Frage Arbeit Leben Stadt Welt Kind Frau Mann Land Seite Weg Ende Hand Teil Wasser Geschichte Name Problem Wort Grund Stelle Freund Recht Platz Buch Schule Straße Beispiel Gruppe Sache Morgen Abend Monat Woche Stunde machen gehen kommen sagen geben finden bleiben liegen heißen denken nehmen tun glauben halten nennen zeigen führen sprechen bringen fahren meinen fragen kennen gelten stellen spielen arbeiten brauchen folgen lernen bestehen verstehen setzen bekommen beginnen erzählen versuchen schreiben laufen erklären gut neu groß klein alt lang hoch einfach wichtig schön richtig möglich schnell schwer früh kurz langsam deutlich ruhig warm',
    syllables:
      'ver be ge un schaft keit lich ung heit berg stein haus bach lung ner fach mann ter stell werk zeug wald hof gang',
    space: ' ',
    stop: '.',
  },
  {
    language: 'fr',
    share: 8,
    small:
      'de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont avec on mais nous ou si leur y dont cette bien où même elle comme ils ses tout aux sans ces peut être fait quand aussi très encore donc votre vous',
    content:
      'temps année jour homme femme chose vie monde pays main ville maison question travail moment point cas eau enfant mot histoire groupe problème exemple nom part place fin heure semaine mois soir matin ami livre école route voiture raison idée service faire dire pouvoir aller voir venir devoir prendre trouver donner parler mettre passer regarder aimer croire demander rester répondre entendre penser arriver connaître devenir sentir sembler tenir comprendre rendre attendre sortir écrire grand petit bon nouveau premier dernier jeune simple clair possible important long court facile utile calme rapide',
    syllables: 'ment tion ette age eur eux aise con pré sou dé par bon vil mon cour tain lier rie son val',
    space: ' ',
    stop: '.',
  },
  {
    language: 'es',
    share: 7,
    small:
      'de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le ha me si sin sobre este ya entre cuando todo esta ser son dos también fue había era muy años hasta desde está mi porque qué sólo han yo hay vez puede todos así',
    content:
      'tiempo año día hombre mujer cosa vida mundo país mano ciudad casa pregunta trabajo momento punto caso agua niño palabra historia grupo problema ejemplo nombre parte lugar fin hora semana mes tarde mañana amigo libro escuela calle coche razón idea servicio hacer decir poder ir ver venir deber tomar encontrar dar hablar poner pasar mirar querer creer pedir quedar responder oír pensar llegar conocer sentir parecer tener entender volver esperar salir escribir grande pequeño bueno nuevo primero último joven simple claro posible importante largo corto fácil útil tranquilo rápido',
    syllables: 'ción dad miento ero illo con des pre por tar mar vil cos tor ran lle ña dor mon sal',
    space: ' ',
    stop: '.',
  },
  {
    language: 'tr',
    share: 5,
    small:
      'bir ve bu da de için çok daha ne gibi kadar ile en her olarak sonra ama ki o olan mi var ya şey değil nasıl şu hem göre önce diye yok ancak ise bile zaman neden böyle yani çünkü',
    content:
      'zaman yıl gün insan ev soru iş hayat şehir dünya çocuk kadın adam ülke sayfa yol son el parça su hikaye isim sorun kelime sebep yer arkadaş hak kitap okul sokak örnek grup sabah akşam ay hafta saat yapmak gitmek gelmek söylemek vermek bulmak kalmak düşünmek almak inanmak tutmak göstermek konuşmak getirmek sormak bilmek oynamak çalışmak istemek izlemek öğrenmek anlamak başlamak anlatmak denemek yazmak koşmak açıklamak iyi yeni büyük küçük eski uzun yüksek kolay önemli güzel doğru mümkün hızlı zor erken kısa yavaş açık sakin sıcak',
    syllables: 'lar ler lık çı cı daş gen mak dağ köy taş su göz baş yol kal tır miş dik ren',
    space: ' ',
    stop: '.',
  },
  {
    language: 'ja',
    share: 4,
    small:
      'は が を に で と も の から まで より では には とは ので けれど ながら ために について として という また そして しかし',
    content:
      '時間 年 日 人 家 質問 仕事 生活 町 世界 子ども 国 道 水 話 名前 問題 言葉 理由 場所 友達 本 学校 例 朝 夜 月 週 料理 会社 電車 資料 方法 手順 設定 画面 結果 確認します 行きます 来ます 話します 見つけます 考えます 使います 読みます 書きます 始めます 説明します 試します 選びます 新しい 大きい 小さい 古い 長い 短い 簡単な 大切な 正しい 早い 静かな 便利な 必要な 例えば ゆっくり もう一度 できるだけ',
    syllables: '山 川 田 中 上 下 本 木 林 森 石 橋 岡 島 原 野 村 谷 井 口',
    space: '',
    stop: '。',
  },
  {
    language: 'pt',
    share: 2,
    small:
      'de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das tem à seu sua ou ser quando muito há nos já está eu também só pelo pela até isso ela entre era depois sem mesmo aos',
    content:
      'tempo ano dia homem mulher coisa vida mundo país mão cidade casa pergunta trabalho momento ponto caso água criança palavra história grupo problema exemplo nome parte lugar fim hora semana mês tarde manhã amigo livro escola rua carro razão ideia serviço fazer dizer poder ir ver vir dever tomar encontrar dar falar passar olhar querer pedir ficar responder ouvir pensar chegar conhecer sentir parecer entender voltar esperar sair escrever grande pequeno bom novo primeiro último jovem simples claro possível importante longo curto fácil útil calmo rápido',
    syllables: 'ção dade mento eiro inho con des pre por tar mar vil cos tor ran lha nho dor mon sal',
    space: ' ',
    stop: '.',
  },
];
