/** What a system says in place of an answer, as pieces of a regex against lower-cased text with straight apostrophes. */
export const ERROR_PHRASES: readonly string[] = [
  // HTTP (RFC 9110 section 15.6, and 429 of RFC 6585), servers and proxies
  '(?:http(?:/[\\d.]{1,3})? )?(?:error |status |code:? ){0,2}(?:4\\d\\d|5\\d\\d)[ :–-]{1,4}(?:internal server error|bad gateway|service (?:temporarily )?unavailable|gateway time-?out|not implemented|too many requests|forbidden|not found|unauthorized|bad request|request time-?out|payload too large)',
  'internal server error',
  '(?:502 )?bad gateway',
  '(?:503 )?(?:the |this )?service (?:is )?(?:temporarily |currently )?unavailable(?=[.!,;]|$| due| at this| right now)',
  '(?:504 )?gateway time-?out',
  'upstream (?:connect error|request timeout|connection error)',
  '(?:cloudflare )?error (?:code:? )?[45]\\d\\d(?=[.!,;:]|$)',
  'http error \\d{3}',
  '(?:request failed with )?status code:? [45]\\d\\d',
  // chat front ends and model APIs
  '(?:an|unknown|unexpected|an unknown|an unexpected|an internal|a network|a server|some) ?(?:error|exception|problem) (?:has )?(?:occurred|happened|was encountered)',
  'there was an (?:error|issue|problem) (?:generating|processing|handling|fetching)',
  '(?:oh no,? )?something (?:has gone|went|seems to have gone) wrong(?=[.!,;]|$| while| on our (?:end|side)| with (?:your|the|this|our) (?:request|server|connection|response))',
  '(?:network|server|internal|system|api|application|runtime|connection|database) error(?=[.!,;:]|$| \\(| while| when| due)',
  "(?:i|we)(?:'ve| have)? (?:encountered|hit|ran into|experienced) an? (?:[a-z]+ )?(?:error|exception|problem(?=[.!]|$))",
  'error (?:processing|generating|handling|fetching|calling|connecting|loading|while)',
  '(?:httpsconnectionpool|max retries exceeded|cuda out of memory)',
  "(?:we're|we are) (?:currently )?experiencing (?:high|heavy|unusually|technical|an outage)",
  '(?:api |rate |usage )?(?:quota|limit) exceeded',
  'connection (?:error|refused|reset|timed out|aborted|lost)',
  '(?:the |your )?(?:request|connection|operation|server|model|response) (?:has )?timed out',
  '(?:(?:read|connect|connection|request|api|server) time-?out\\b|time-?out(?: error| exceeded|:|[.!]?$))',
  '(?:connect |read |getaddrinfo )?(?:econnrefused|econnreset|etimedout|enotfound|epipe|eai_again|err_[a-z_]{3,40})\\b',
  '(?:fetch|request|connection) failed',
  '(?:the|your|this) request (?:could not|cannot) be (?:processed|completed|handled)(?=[.!,]|$| at this| right now)',
  "(?:you(?:'ve| have)? (?:exceeded|reached|hit)|exceeded) (?:your|the|our) (?:current |daily |hourly |api )?(?:rate|usage|quota|message|request|token)",
  '(?:api |request )?rate limit (?:exceeded|reached|hit)',
  '(?:the )?rate limit (?:has been |was )?(?:exceeded|reached)',
  'too many requests(?: in| from|\\.|,|;|!|$)',
  '(?:the |that |this )?(?:model|server|engine|api|service|system) is (?:currently |temporarily )?(?:overloaded|unavailable|down|busy|at capacity|not available|offline)',
  "this model's maximum context length is",
  'failed to (?:fetch|generate|connect|load) (?:a |an |the )?(?:response|answer|server|data|reply)',
  'failed to fetch',
  "(?:unable|could not|couldn't) (?:to )?(?:generate|get|fetch|produce) (?:a |an )?(?:response|answer|reply)",
  'no response (?:was )?(?:generated|received|from)',
  '(?:incorrect|invalid) api key',
  'conversation not found',
  '(?:undefined|\\[object object\\]|\\[error\\]|error)[.!]?$',
  // other languages
  '(?:es ist )?ein (?:interner |unerwarteter |unbekannter )?fehler (?:ist )?(?:aufgetreten|beim)',
  '(?:interner serverfehler|netzwerkfehler|zeitüberschreitung)',
  "une erreur (?:interne |inattendue |inconnue )?(?:s'est produite|est survenue)",
  'erreur (?:interne du serveur|réseau|de connexion)',
  '(?:se ha producido|ha ocurrido|se produjo|ocurrió) un (?:error|problema)',
  'error (?:interno del servidor|de red|de conexión)',
  '(?:si è verificato|è stato riscontrato) un (?:errore|problema)',
  'errore (?:interno del server|di rete|di connessione)',
  'ocorreu um (?:erro|problema)',
  'erro (?:interno do servidor|de rede|de conexão)',
  'er is (?:een )?(?:interne |onverwachte |onbekende )?(?:een )?fout opgetreden',
  '(?:interne serverfout|netwerkfout)',
  '(?:bir|beklenmeyen bir|bilinmeyen bir) hata oluştu',
  '(?:sunucu hatası|ağ hatası)',
  'wystąpił (?:nieoczekiwany |wewnętrzny )?błąd',
  'произошла (?:внутренняя |неизвестная )?ошибка',
  '(?:внутренняя )?ошибка (?:сервера|сети|соединения)',
  '(?:发生|出现)(?:了)?(?:一个)?(?:未知|内部)?错误',
  '(?:服务器(?:内部)?错误|网络错误|请求超时|服务(?:器)?繁忙)',
  '(?:予期しない|内部)?エラーが発生しました',
  '(?:오류가 발생(?:했습니다|하였습니다)|서버 오류)',
  'terjadi kesalahan',
];

/** What the sentences after it are about; any other sentence is somebody's answer. */
export const AFTER_ERROR =
  /\b(?:try|retry|again|later|refresh|reload|support|contact|administrator|persists?|inconvenience|sorry|apologi[sz]e|patience|wait|connection|help\.|request id|requested|reset|notified|maintenance|billing|erneut|später|réessayer|plus tard|intente|inténtelo|vuelva a|inténtalo|más tarde|riprova|riprovare|tente|tarde|probeer|opnieuw|tekrar|daha sonra|spróbuj|ponownie|lagi)\b|позже|снова|ещё раз|稍后|重试|再試行|もう一度|다시|https?:/i;

/** Keys of the JSON objects that APIs send for an error; an object with any other key is somebody's data. */
export const ERROR_KEYS: ReadonlySet<string> = new Set(
  'error errors error_code error_description error_message message msg detail details status statuscode status_code code type param title instance reason request_id requestid trace_id traceid timestamp path success ok fault'.split(
    ' ',
  ),
);
