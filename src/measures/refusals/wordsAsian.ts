import type { ClosedWords } from '../closedWords.ts';

const CHINESE: ClosedWords = {
  language: 'zh',
  cue: '不对的|换个话题|不想|没有(?:自己|个人|权|任何)|到此为止|停止|结束|不再|不该|不应|避免|回避|无权|無權|受限|只好|不行|不被|无法|不能|無法|不便|不会|不會|没有权限|沒有權限|拒绝|拒絕|超出|违反|違反|不允许|不被允许|不可以|禁止|不适合|不合适|恕|不宜|不提供|不予|不愿|难以',
  unless: '不明白|不理解|不知道|不确定|不清楚|不太懂',
  unspaced: true,
  words: `
访问 数据 这些 件事 不对 不对的 错误的 帮您 做这 换个 别的 实时 互联网 感情 情感
不想 只是 自己 程序 观点 想 感情 感受 停止 结束 访问 实时 说明 聊 有
出于 安全 考虑 考慮 原因 做 到 的 事 不再 保密 沉默
由 来 來 协助完成 不该 不应 不應 应 應 该 避免 回避 触碰 涉及 探讨 介绍 教 说 講 讲 做 如此 敏感 非法 违法 法规 限制 受限 受到 原因 我方 职责 本 需 必须 只好 只能 无权 無權 能 做到 向 个 请您 再 谈 话 不行 抵触 与我
我 我们 您 你 您的 你的 我的 这个 这個 这样的 这样 这种 这類 这类 此类 此 该 该类 那个 那样的 的 了 是 在 对 对于 于 就 会 會 将 把 被 为 為 给 給 以 及 和 或
与 也 都 所 所以 因此 因为 由于 因 请 請 请您 抱歉 很抱歉 非常 十分 真的 对不起 對不起 遗憾 遺憾 不好意思 谅解 諒解 理解 原谅 见谅 恕 恕我 感谢 谢谢 无法 無法 不能
不 不便 不会 不會 没有 沒有 没办法 没 权限 權限 能力 范围 範圍 超出 超过 违反 違反 违背 相关 有关 相關 规定 規定 规则 政策 准则 原则 法律 法规 道德 伦理 标准 内容 內容 文字
信息 資訊 话题 話題 主题 问题 問題 请求 請求 要求 任务 任務 事情 方面 类型 类 种 处理 處理 回答 回复 回應 回应 答复 提供 帮助 幫助 协助 協助 帮 讨论 討論 谈论 谈 发表
意见 意見 看法 评论 观点 个人 生成 创作 编写 編寫 撰写 写 制作 产生 执行 完成 满足 继续 參與 参与 支持 拒绝 拒絕 允许 允許 禁止 有害 危险 危險 伤害 不当 不適当 适合 合适 可能 他人
别人 作为 一个 一名 一款 大型 人工智能 ai 语言 模型 助手 机器人 程序 设计 训练 只 仅 仍 还 其他 如果 需要 可以 随时 告诉 上述 以上
`,
};

const JAPANESE: ClosedWords = {
  language: 'ja',
  cue: '間違って|変えましょう|たくありません|いません|終了|やめ|答えられ|られません|触れません|扱いません|書けません|書きません|答えません|応じません|遠慮|見送|難しい|添え|できません|できかねます|しかねます|かねます|いたしません|ありません|お断り|控え|超えて|反する|反します|禁止|許可されて|許されて|対象外|不可能',
  unless: 'わかりません|分かりません|存じません|理解できません|見つかりません',
  unspaced: true,
  words: `
データ アクセス 間違って 間違い 思います と思い 別の 変えましょう リアルタイム インターネット 感情
続けたく 続け 続ける たく くありません ただの なので 持って 持って いません 感情 終わり 終了 やめ ません 個人 話し
安全上 安全 理由 答えられません 私に できる こと では ありません 沈黙
なる なり なって 回答を 触れる 触れ 扱う 扱え 扱って 扱いません 書く 書け 書けません 書きません 答える 答えられません 言えません 言う 話せません 応じる 応じられません お受け 受け 受けられません 引き受け 遠慮 ご遠慮 見送り 見送らせて 難しい できる では でも ここ つきまして つき られ ない ないため ようにして よう ように 私たち 当社 制限 制約 違法 倫理的 問題 上 役割 目的 ご期待 添え 添えません
申し訳 ございません ありません ません ませんが ございませんが すみません すみませんが ごめんなさい 恐れ入りますが 残念ながら 残念 誠に 大変 恐縮 が けど ので ため から ですが です
ます ました でした だ である は を に へ と も の や で より まで について に関して に関する に対して に対する として そのような このような そうした こうした その この それ これ ご お
私 私は わたし 当 こと もの 内容 情報 話題 話 質問 ご質問 要望 ご要望 依頼 ご依頼 リクエスト 要求 件 トピック テーマ コンテンツ 文章 作成 生成 提供 回答 お答え 答え 対応
お手伝い 手伝い 支援 説明 お話し 話す する します した して しており できる できません できない でき できかねます しかねます いたしかねます いたします いたしません いたし かねます
させていただきます させて いただきます いただき ください 控え 控える 控えさせて 断り お断り 断る 辞退 能力 範囲 範囲外 超えて います いる おり おります なり なりません ガイドライン ポリシー
規則 規約 方針 倫理 法律 反する 反します 反して 違反 禁止 許可 許され されて 不適切 適切 有害 危険 可能性 ある あり 他人 人 ai 人工知能 言語 モデル 大規模 アシスタント プログラム
設計 訓練 意見 個人的 個人的な な 他 ほか 別 何か さん
`,
};

const KOREAN: ClosedWords = {
  language: 'ko',
  cue: '옳지|잘못|올바르지|바꾸|싶지|그만|중단|아닙니다|아니에요|힘들|곤란|삼가|피하|않겠|없|않|어렵|거절|거부|밖의|벗어|위배|위반|금지|불가|못',
  unless: '모르|이해하지|이해할 수|확실하지|기억',
  words: `
데이터* 접근* 접근할 옳* 옳지 잘못* 올바르* 인터넷* 실시간* 바꾸* 감정*
싶지 싶* 일 뿐이라 뿐* 프로그램일 감정* 의견이 접근* 그만* 중단* 마치* 가지* 갖* 개인*
안전* 안전상* 이유로 답하* 답할* 답은 제가 할 아닙니다 아니* 침묵*
들어드릴 들어드리기 알려드릴 알려드리* 알려* 언급* 쓸 쓰* 써* 받아들일 받아들이* 만들* 만들어* 설명* 다루* 다룰* 다뤄* 부탁* 응할* 응하* 따를* 따르* 되어* 되지* 도록 말할* 말하* 말* 조언* 제한* 제약* 민감* 불법* 법적* 문제가 될* 될 역할* 목적* 이유* 삼가* 피하* 피해* 보여* 전달* 힘들* 곤란* 이라 라서 않습니다 않겠습니다 드리지 드리기
저* 제* 제가 저는 저희* 나* 당신* 귀하* 그* 그런* 그것* 이* 이런* 이것* 해당* 이러한 그러한 저런 요청* 요구* 질문* 내용* 주제* 대화* 정보* 작업* 부분* 것* 일* 일입니다 문제* 사항*
콘텐츠* 글* 텍스트* 자료* 의견* 견해* 개인적* 죄송* 미안* 유감* 안타깝* 양해* 부탁* 감사* 하지만 그러나 그래서 때문* 으로* 대해* 대해서* 관해* 관한* 관련* 작성* 생성* 제공* 답변* 대답* 응답* 말씀*
논의* 이야기* 도와* 도움* 지원* 처리* 수행* 진행* 계속* 참여* 드리* 드릴* 드려* 해* 할* 하* 한* 합니다 수* 없* 있* 않* 어렵* 못* 불가* 가능* 능력* 범위* 밖* 벗어* 넘* 정책* 지침* 규정* 규칙*
원칙* 윤리* 법* 위배* 위반* 어긋* 금지* 허용* 허락* 권한* 거절* 거부* 사양* 삼가* 적절* 부적절* 유해* 위험* 해로* 사람* 다른* 인공지능* ai* 언어* 모델* 챗봇* 어시스턴트* 프로그램* 설계* 훈련* 더* 좀* 및
`,
};

const INDONESIAN: ClosedWords = {
  language: 'id',
  cue: 'salah|ganti topik|berhenti|mengakhiri|menghentikan|bukan sesuatu|melarang|menghindari|terpaksa|\\btidak\\b|\\btak\\b|menolak|di luar|melampaui|melanggar|bertentangan|dilarang|mustahil|enggan',
  unless: 'tidak (?:mengerti|paham|tahu|yakin|ingat|menemukan)',
  words: `
akses data salah bagi ganti mengganti lain internet real waktu nyata perasaan
ingin punya memiliki program perasaan akses berhenti mengakhiri menghentikan lanjut
demi keamanan alasan menjawabnya sesuatu lakukan diam
mengizinkan memperbolehkan melarang mencegah terpaksa wajib menjauhi hindari menghindar tentu menolong menjelaskan menyampaikan mengungkapkan menyentuh mengambil bagian terlibat sensitif ilegal moral hukum alasan tugasku demikian begitu seharusnya sebaiknya peran tujuan mungkin keinginan
saya aku kami kita anda kamu kalian ini itu tersebut hal yang di ke dari dengan untuk pada dalam oleh tentang mengenai terkait soal seperti sebagai
atas bagi dan atau tetapi tapi namun karena sebab jadi sehingga jika bila maaf mohon minta sayangnya menyesal berat hati terima kasih tolong
pengertian* tidak tak bukan belum tanpa hanya juga lagi masih sangat akan bisa dapat mampu boleh harus perlu ingin mau lebih memilih ada adalah
merupakan menjadi sebuah satu suatu jenis macam semacam diizinkan diperbolehkan diperkenankan izin wewenang kemampuan kapasitas batas* luar
melampaui lingkup jangkauan aturan pedoman kebijakan prinsip etika hukum melanggar bertentangan dilarang terlarang menolak tolak enggan
menghindari diprogram dirancang dilatih dibuat berbahaya bahaya merugikan risiko pantas tepat sesuai seseorang orang lain membantu bantu* bantuan
menjawab jawab* jawaban memberi* memberikan menyediakan membuat menulis menghasilkan membahas bicara* berbicara mendiskusikan melanjutkan melakukan
memenuhi mengerjakan memproses menanggapi berpartisipasi informasi konten materi teks topik subjek permintaan pertanyaan tugas percakapan
pendapat pribadi saran ai kecerdasan buatan model bahasa asisten virtual mesin komputer silakan
`,
};

/** Of languages of Asia; each is read by its own cue. Ours. */
export const ASIAN_WORDS: readonly ClosedWords[] = [CHINESE, JAPANESE, KOREAN, INDONESIAN];
