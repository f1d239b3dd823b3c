// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\u0000-\u001f]/;

/** Why a line is not JSON, as far as it can be told: a text that holds a raw control character, or that the line's end cuts. */
export function brokenRow(line: string): 'control_character' | 'not_json' {
  let open = line.indexOf('"');
  while (open !== -1) {
    const close = closingQuote(line, open + 1);
    if (close === -1) return 'control_character';
    if (CONTROL.test(line.slice(open + 1, close))) return 'control_character';
    open = line.indexOf('"', close + 1);
  }
  return 'not_json';
}

function closingQuote(line: string, from: number): number {
  for (let at = from; at < line.length; at++) {
    if (line[at] === '\\') at++;
    else if (line[at] === '"') return at;
  }
  return -1;
}
