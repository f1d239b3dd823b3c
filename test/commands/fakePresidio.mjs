import { createServer } from 'node:http';

/**
 * Answers as Presidio's analyzer does, and finds the name Quentin. The path says how it goes wrong: /slow, /error, /rubbish,
 * /outside. Prints its port.
 */
const server = createServer(async (request, response) => {
  let body = '';
  for await (const piece of request) body += piece;
  const { text, language, score_threshold } = JSON.parse(body);
  if (request.url === '/slow') return;
  response.statusCode = request.url === '/error' || language !== 'en' || score_threshold !== 0.5 ? 500 : 200;
  if (request.url === '/rubbish') return response.end('<html>');
  const points = [...text];
  const found = points.flatMap((_, start) => {
    if (points.slice(start, start + 7).join('') !== 'Quentin') return [];
    return [{ start, end: request.url === '/outside' ? 1e6 : start + 7, score: 0.85, entity_type: 'PERSON_NAME' }];
  });
  response.end(JSON.stringify(found));
});
server.listen(0, '127.0.0.1', () => process.stdout.write(`${server.address().port}\n`));
