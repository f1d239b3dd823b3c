import type { Random } from '../../../scripts/random.ts';
import type { Junk, Planter } from './junk.ts';

const EACH = 40;

/** What stands in an answer's place when a part of the system fails; made up of what servers, libraries and gateways send. */
export const errorAnswers: Planter = (random, { questions }) => {
  // Who asks about errors may get one for an answer.
  const plain = questions.filter(
    (text) => !/error|exception|fail|wrong|json|html|http|code|bug|terminal|shell|simulat|act as|pretend/i.test(text),
  );
  const junk: Junk[] = [];
  for (let at = 0; at < EACH; at++) {
    for (const [language, write] of Object.entries(WRITERS)) {
      junk.push({
        kind: 'error',
        language,
        turns: [
          ['user', random.pick(plain)],
          ['assistant', write(random)],
        ],
      });
    }
  }
  return junk;
};

const STATUS: readonly (readonly [number, string])[] = [
  [400, 'Bad Request'],
  [401, 'Unauthorized'],
  [403, 'Forbidden'],
  [404, 'Not Found'],
  [408, 'Request Timeout'],
  [413, 'Request Entity Too Large'],
  [429, 'Too Many Requests'],
  [500, 'Internal Server Error'],
  [502, 'Bad Gateway'],
  [503, 'Service Temporarily Unavailable'],
  [504, 'Gateway Time-out'],
];
const WORDS = ['handler', 'session', 'worker', 'client', 'dispatch', 'render', 'queue', 'stream', 'router', 'loader'];

const WRITERS: Readonly<Record<string, (random: Random) => string>> = {
  page: (random) => {
    const [code, name] = random.pick(STATUS);
    const server = random.pick([
      'nginx/1.24.0',
      'nginx',
      'cloudflare',
      'Apache/2.4.57 (Debian) Server at example.com Port 443',
    ]);
    return `<html>\r\n<head><title>${code} ${name}</title></head>\r\n<body>\r\n<center><h1>${code} ${name}</h1></center>\r\n<hr><center>${server}</center>\r\n</body>\r\n</html>`;
  },
  json: (random) => {
    const [code, name] = random.pick(STATUS);
    return random.pick([
      JSON.stringify({ error: { message: `${name}.`, type: 'server_error', param: null, code } }),
      JSON.stringify({ status: code, error: name, path: '/v1/chat', timestamp: '2024-05-01T10:00:00.000+00:00' }),
      JSON.stringify({ type: 'error', error: { type: 'overloaded_error', message: 'Overloaded' } }),
      JSON.stringify({ errors: [{ code: String(code), title: name, detail: 'The upstream did not answer.' }] }),
      JSON.stringify({ statusCode: code, message: name }),
      JSON.stringify({ success: false, error: { code: 'INTERNAL', message: name } }),
      JSON.stringify({ code, message: name, details: [] }),
      JSON.stringify({
        fault: { faultstring: 'Spike arrest violation', detail: { errorcode: 'policies.ratelimit.Spike' } },
      }),
    ]);
  },
  python: (random) => {
    const frames = Array.from({ length: random.whole(2, 6) }, () => {
      const name = random.pick(WORDS);
      return `  File "/srv/app/${name}.py", line ${random.whole(3, 900)}, in ${name}_${random.pick(WORDS)}\n    result = ${name}.${random.pick(WORDS)}(${random.pick(WORDS)})`;
    });
    const error = random.pick([
      "KeyError: 'choices'",
      'ValueError: not enough values to unpack (expected 2, got 1)',
      "requests.exceptions.ReadTimeout: HTTPSConnectionPool(host='api.example.com', port=443): Read timed out.",
      'torch.cuda.OutOfMemoryError: CUDA out of memory. Tried to allocate 2.00 GiB',
      "AttributeError: 'NoneType' object has no attribute 'text'",
    ]);
    return `Traceback (most recent call last):\n${frames.join('\n')}\n${error}`;
  },
  java: (random) => {
    const frames = Array.from(
      { length: random.whole(2, 8) },
      () => `\tat com.example.${random.pick(WORDS)}.${random.pick(WORDS)}(Service.java:${random.whole(3, 900)})`,
    );
    const error = random.pick([
      'java.lang.NullPointerException',
      'java.net.SocketTimeoutException: Read timed out',
      'java.lang.IllegalStateException: Queue full',
      'Exception in thread "main" java.lang.OutOfMemoryError: Java heap space',
    ]);
    return `${error}\n${frames.join('\n')}`;
  },
  node: (random) => {
    const frames = Array.from(
      { length: random.whole(2, 7) },
      () =>
        `    at ${random.pick(['', 'async '])}${random.pick(WORDS)} (/srv/app/${random.pick(WORDS)}.js:${random.whole(3, 900)}:${random.whole(1, 60)})`,
    );
    const error = random.pick([
      "TypeError: Cannot read properties of undefined (reading 'content')",
      'Error: connect ECONNREFUSED 127.0.0.1:8080',
      'Error: Request failed with status code 503',
      'SyntaxError: Unexpected token < in JSON at position 0',
      'UnhandledPromiseRejection: socket hang up',
    ]);
    return `${error}\n${frames.join('\n')}`;
  },
  message: (random) => {
    const [code, name] = random.pick(STATUS);
    return random.pick([
      `Error code: ${code} - ${name}`,
      `Error ${code}: ${name}. Please try again in a few minutes.`,
      'Oops! The assistant ran into a problem while answering. Please try again.',
      'The server had an error while processing your request. Sorry about that!',
      'We could not reach the model. Please retry later.',
      'Sorry, our servers are currently busy. Please come back later.',
      'Your message could not be sent. Check your connection and try again.',
      'Hmm... something seems to have gone wrong. Maybe try me again in a little bit.',
      'An internal exception was thrown. Request ID: 7f3a9c. Contact support if this persists.',
      'Bot is not responding. Please reload the page.',
      'The response was filtered due to the prompt triggering the content management policy. Please modify your prompt and retry.',
      'Maximum number of tokens exceeded. Please start a new conversation.',
      'This content could not be loaded. Please try again later.',
      'Das hat leider nicht geklappt. Bitte versuchen Sie es später noch einmal.',
      'Le service est momentanément indisponible. Veuillez réessayer plus tard.',
      'El servicio no está disponible en este momento. Inténtelo más tarde.',
      'Сервис временно недоступен. Попробуйте позже.',
      '系统繁忙，请稍后再试。',
      'ただいまサーバーが混み合っています。しばらくしてからもう一度お試しください。',
      'Sistem şu anda yanıt vermiyor. Lütfen daha sonra tekrar deneyin.',
    ]);
  },
};
