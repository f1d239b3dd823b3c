import type { ClosedWords } from './closedWords.ts';

/**
 * The words in which systems say that something failed, by language: of machines, requests and trying again, and of nothing that a
 * person could have asked about. Ours.
 */
export const ERROR_WORDS: readonly ClosedWords[] = [
  {
    language: 'en',
    cue: "error|problem|issue|wrong|fail|busy|overload|unavailable|timed? ?out|exception|exceed|limit|not respond|not (?:be )?(?:reach|load|sen[dt]|complet|process|connect|available)|n't (?:reach|load|send|connect|process|get)|filtered|maintenance|down\\b|capacity|interrupted|disconnected|lost|unexpected",
    words: `
a an the this that it it's its i i'm i've we we're we've our your you you're my me us is are was were be been being has have had having
can can't could couldn't cannot not no n't does doesn't do did didn't will won't may might should to of in on at by for from with while
when and or but so as if due because after before again later soon now right moment few minute* second* hour* bit little time* momentarily
currently temporarily maybe please kindly oops oh hmm hm sorry apolog* uh whoops try trying tried retry* reload* refresh* restart* start* new
check* contact* support administrator* admin team help back come wait* patien* persist* continu* inconvenience thank* error* problem* issue*
wrong fail* failure* something anything some any there went gone go going happen* occur* encounter* ran run running into hit unexpected*
unknown internal external server* service* system* network connection connect* internet host backend api model* assistant* bot* chatbot* engine
gateway upstream database request* response* respond* reply* answer* message* prompt* quer* question* content conversation* chat session* page
site browser app application load* process* generat* fetch* get* getting retriev* send* sent receiv* reach* deliver* complet* handl* execut*
busy overload* unavailable available online offline down capacity traffic demand high heavy maximum minimum number limit* quota rate exceed*
token* length long too many much large big timeout timed time-out out expired exception* thrown threw raised id code status filter* trigger*
management policy modif* block* interrupt* disconnect* lost abort* cancel* maintenance experienc* technical difficult* seems seem looks
like appears appear unable able still stil just only other different our end side
`,
  },
  {
    language: 'de',
    cue: 'fehler|geklappt|schief|später|nicht (?:verfügbar|erreichbar|geladen|gesendet|verarbeitet|möglich)|überlastet|ausgelastet|zeitüberschreitung|störung',
    words: `
das dies dieser diese dieses der die den dem ein eine einen einem es ist sind war wurde wird werden hat haben konnte konnten kann können nicht
kein* leider bitte ups oh sorry entschuldig* tut uns mir leid versuch* sie du später noch einmal erneut nochmal nochmals wieder wir ich im in am an
bei beim mit zu zum zur von vom auf aus für und oder aber da wegen gerade momentan derzeit aktuell augenblick moment kurzem einigen minuten fehler*
problem* störung* etwas schief gelaufen gegangen geklappt aufgetreten passiert unerwartet* unbekannt* intern* server* dienst* system* netzwerk*
verbindung* anfrage* antwort* nachricht* modell* assistent* bot seite verfügbar erreichbar geladen laden gesendet senden verarbeit* generier* erstell*
überlastet ausgelastet zeitüberschreitung abgebrochen neu prüfen überprüfen ihre ihrer deine internetverbindung support kontaktier* wenden
`,
  },
  {
    language: 'fr',
    cue: 'erreur|problème|indisponible|surcharg|échou|délai|plus tard|réessay|impossible de (?:charger|joindre|traiter)|panne',
    words: `
le la les l' un une des du de d' ce cet cette ces c' est sont a été n' ne n'a pas pu peut votre vos notre nos nous vous je j' il s'est se s' y en à au aux
et ou mais pour par sur dans avec lors pendant désolé* oups excus* pardon veuillez merci svp s'il plaît réessay* essay* plus tard nouveau ultérieurement quelques
instants minutes moment momentanément actuellement temporairement erreur* problème* incident panne indisponible* surchargé* occupé* échoué échec délai dépassé expiré
produit* survenu* rencontré* inattendu* inconnu* interne* technique* serveur* service* système* réseau connexion* requête* demande* réponse* message* modèle* assistant*
page charger chargé recharg* actualis* joindre traiter traité* générer générée envoyé* impossible vérifi* contact* support trop disponible*
`,
  },
  {
    language: 'es',
    cue: 'error|problema|no está disponible|no (?:se )?(?:pudo|ha podido)|sobrecarg|ocupad|más tarde|inténte|intente|falló|tiempo de espera',
    words: `
el la los las lo un una unos unas de del al a en por para con y o pero que se ha han sido es está están este esta estos estas su sus tu tus nuestro* nuestra* no
nos hemos podido pudo puede puedo momento momentos minutos ahora actualmente temporalmente más tarde nuevo nuevamente otra vez vuelva volver intent* inténtelo inténtalo
por favor lo sentimos siento disculp* perdón ups vaya error* problema* fallo falló fallado ocurri* producido inesperado* desconocido* interno* técnico* servidor*
servicio* sistema* red conexión solicitud* respuesta* mensaje* modelo* asistente* página cargar cargado recarg* actualic* procesar procesado generar generado enviar
enviado conectar disponible* ocupado* sobrecargado* tiempo espera agotado límite superado compruebe comprueba revise revisa soporte contacte
`,
  },
  {
    language: 'it',
    cue: 'errore|problema|non (?:è )?disponibile|sovraccaric|occupat|più tardi|riprova|impossibile (?:caricare|elaborare|raggiungere)|qualcosa è andato',
    words: `
il lo la i gli le l' un uno una un' di del della dei delle al alla a in nel nella con per da e o ma che si è sono stato stata stati ha questo questa tuo tua suo sua
nostro nostri non ci spiace dispiace scus* ops oops favore prego riprov* prova più tardi nuovo ancora momento momentaneamente attualmente temporaneamente minuti qualche
errore errori problema problemi verificato riscontrato qualcosa andato storto imprevisto interno sconosciuto tecnico tecnici server servizio servizi sistema rete connessione richiesta risposta messaggio
modello assistente pagina caricare elaborare raggiungere generare inviare ricaric* disponibile disponibili sovraccarico sovraccarichi occupato occupati scaduto tempo limite superato
impossibile controlla verifica assistenza contatt* tra
`,
  },
  {
    language: 'pt',
    cue: 'erro|problema|indisponível|não está disponível|sobrecarreg|ocupad|mais tarde|tente|falhou|não foi possível',
    words: `
o a os as um uma de do da dos das ao à em no na nos nas com por para e ou mas que se é está estão foi foram ser este esta isto seu sua seus suas nosso nossa nossos não
foi possível pode houve ocorreu ocorrido erro* problema* falha falhou inesperado interno desconhecido técnico* desculp* lamentamos sentimos ops opa favor tente tentar novamente mais
tarde momento minutos alguns agora atualmente temporariamente servidor* serviço* sistema* rede conexão ligação solicitação pedido resposta mensagem modelo assistente página
carregar recarregue processar gerar enviar enviada ligar conectar disponível indisponível* ocupado* sobrecarregado* tempo esgotado limite excedido verifique suporte contacte contate
`,
  },
  {
    language: 'nl',
    cue: 'fout|probleem|niet beschikbaar|overbelast|later|mislukt|storing|ging mis|misgegaan',
    words: `
de het een dit dat deze er is zijn was werd wordt kon kan kunnen niet geen uw je jouw ons onze we wij ik sorry helaas oeps excuses probeer* alstublieft alsjeblieft later opnieuw
nog eens keer weer over enkele minuten even momenteel tijdelijk nu op in van voor met bij tijdens en of maar fout* probleem problemen storing mis misgegaan ging gegaan iets opgetreden
onverwachte onbekende interne technische server* dienst service systeem netwerk verbinding verzoek aanvraag antwoord bericht model assistent pagina laden geladen verwerken verwerkt
genereren verzenden verzonden bereikbaar beschikbaar overbelast druk mislukt time-out verlopen controleer ververs support contact neem op
`,
  },
  {
    language: 'pl',
    cue: 'błąd|błęd|problem|niedostępn|przeciąż|później|nie udało|awari',
    words: `
to ten ta te jest są był* został* nie udało się można mogę twoj* twoje nasz* nasze na w we z ze do od po przez podczas i lub ale przepraszam* ups niestety proszę spróbuj* ponownie później
jeszcze raz za kilka minut chwilę chwili teraz obecnie chwilowo tymczasowo błąd błęd* problem* awari* coś poszło wystąpił* nieoczekiwan* nieznan* wewnętrzn* techniczn* serwer* usług*
system* sieci* połączeni* żądani* odpowiedz* odpowiedź wiadomoś* model* asystent* stron* wczyta* załadowa* przetworz* wygenerow* wysła* dostępn* niedostępn* przeciążon* zajęt* limit przekroczon*
czas upłynął sprawdź odśwież pomoc* kontakt* skontaktuj
`,
  },
  {
    language: 'ru',
    cue: 'ошибк|недоступ|перегруж|позже|не удалось|сбой|неполадк|занят',
    words: `
это этот эта эти в во на с со к по от из за для при и или но не был* есть ваш* наш* мы вы извин* прост* к сожалению пожалуйста попроб* повтор* позже снова ещё еще раз через несколько минут
минуту сейчас момент временно данный что-то пошло так ошибк* сбой сбо* проблем* неполадк* произош* возник* неизвестн* внутренн* техническ* непредвиденн* сервер* сервис* служб* систем* сет*
соединени* подключени* запрос* ответ* сообщени* модел* ассистент* бот страниц* загруз* обработ* отправ* получ* созда* недоступ* доступ* перегруж* занят* превыш* лимит* время истекло ожидани*
удалось удаётся удается проверьте обновите поддержк* обратит*
`,
  },
  {
    language: 'tr',
    cue: 'hata|sorun|yanıt vermiyor|meşgul|yoğun|daha sonra|kullanılamıyor|başarısız|zaman aşımı|ulaşılamıyor',
    words: `
bu bir şu anda an şimdi ve veya ama için ile de da bizim sizin lütfen üzgün* özür* dileriz dilerim maalesef ups daha sonra tekrar yeniden birkaç dakika deney* dene* hata* sorun* problem*
beklenmeyen bilinmeyen dahili teknik oluş* meydana gel* ters git* gitti şeyler bir şey sunucu* servis* hizmet* sistem* ağ bağlantı* istek* isteğ* yanıt* cevap* mesaj* model* asistan* sayfa*
yükle* işle* gönder* oluştur* ulaş* kullanıl* kullanım dışı meşgul yoğun* aşırı yük* başarısız zaman aşım* limit* aşıldı vermiyor edilemedi olmadı kontrol edin yenileyin destek geçici olarak
`,
  },
  {
    language: 'zh',
    cue: '错误|錯誤|繁忙|失败|失敗|超时|超時|异常|異常|稍后|稍後|不可用|故障|出错|問題|问题',
    unspaced: true,
    words: `
系统 系統 服务器 伺服器 服务 服務 网络 網路 请求 請求 响应 回应 消息 信息 模型 助手 机器人 页面 连接 連線 当前 目前 现在 暂时 暫時 繁忙 忙 错误 錯誤 失败 失敗 超时 超時 异常 異常 不可用 无法 無法
故障 出错 出現 出现 发生 發生 了 一个 一些 未知 内部 內部 问题 問題 抱歉 很抱歉 对不起 请 請 您 的 稍后 稍後 再试 再試 重试 重試 再次 尝试 嘗試 再 试 一下 刷新 检查 联系 客服 处理 加载 生成 发送 过多
次数 限制 达到 超过 超出 上限 我们 正在 维护 中 已 被 时 在 出 用户 访问 过 多 人数
`,
  },
  {
    language: 'ja',
    cue: 'エラー|混み合|混雑|失敗|タイムアウト|もう一度|後ほど|利用できません|障害|問題が発生|しばらく',
    unspaced: true,
    words: `
申し訳 ございません ありません が ただいま 現在 サーバー サービス システム ネットワーク 接続 リクエスト 応答 メッセージ モデル アシスタント ページ エラー 問題 障害 発生 しました して いる います おります ため
混み合って 混雑 失敗 タイムアウト 利用 できません できませんでした 読み込み 読み込めません 処理 生成 送信 中に 中 もう一度 後ほど しばらく 待って してから から お試し ください 再度 再試行 予期しない 不明な 内部 時間
おいて に を は の で と も ご 確認 更新 お待ち 何か さい お
`,
  },
  {
    language: 'ko',
    cue: '오류|에러|실패|혼잡|나중에|다시 시도|사용할 수 없|시간 초과|문제가 발생',
    words: `
죄송* 현재 지금 잠시 후 나중에 다시 한번 시도* 주세요 주시기 바랍니다 해* 서버* 서비스* 시스템* 네트워크* 연결* 요청* 응답* 메시지* 모델* 페이지* 오류* 에러* 문제* 발생* 실패* 혼잡* 많아* 처리* 생성* 로드* 전송* 불러올
수 없습니다 없어요 없* 사용할 사용량* 초과* 시간 알 예기치 못한 않은 내부 일시적* 새로고침* 확인* 문의* 고객* 중 중입니다 이* 가 에
`,
  },
  {
    language: 'id',
    cue: 'kesalahan|masalah|gangguan|sibuk|tidak tersedia|coba lagi|gagal|nanti',
    words: `
maaf mohon kami saya anda ini itu sedang saat sekarang sementara beberapa menit lagi nanti kembali silakan coba cobalah ulang ulangi terjadi ada kesalahan masalah gangguan galat
sesuatu tidak terduga diketahui internal teknis server layanan sistem jaringan koneksi permintaan respons jawaban pesan model asisten halaman dapat bisa diproses memproses dimuat memuat dikirim
mengirim dihubungi tersedia sibuk penuh kelebihan beban gagal waktu habis batas terlampaui periksa hubungi dukungan pada di ke dari dan atau yang untuk dengan
`,
  },
];
