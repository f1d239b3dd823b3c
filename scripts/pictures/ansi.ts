/** How a stretch of terminal text is painted. */
export interface Style {
  readonly colour: 'default' | 'red' | 'green' | 'yellow' | 'cyan';
  readonly bold: boolean;
  readonly dim: boolean;
}

/** Text of one style within one line; `column` counts from 0. */
export interface Run {
  readonly column: number;
  readonly text: string;
  readonly style: Style;
}

const PLAIN: Style = { colour: 'default', bold: false, dim: false };

/** ECMA-48, 8.3.117 "Select graphic rendition": the parameters that the program's reports use. */
const CHANGES: Readonly<Record<string, Partial<Style>>> = {
  0: PLAIN,
  1: { bold: true },
  2: { dim: true },
  22: { bold: false, dim: false },
  31: { colour: 'red' },
  32: { colour: 'green' },
  33: { colour: 'yellow' },
  36: { colour: 'cyan' },
  39: { colour: 'default' },
};

/**
 * Reads text as a terminal does that knows colours and nothing else: each line as a list of runs.
 * @throws RangeError for a parameter of another kind, so that a picture never hides one
 */
export function linesOf(text: string): Run[][] {
  let style = PLAIN;
  return text.split('\n').map((line) => {
    const runs: Run[] = [];
    let column = 0;
    // Splitting at a pattern with a group puts text and parameters in turn.
    // biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences begin with one
    for (const [place, part] of line.split(/\u001b\[([\d;]*)m/).entries()) {
      if (place % 2 === 1) style = changed(style, part);
      else if (part !== '') runs.push({ column, text: part, style });
      if (place % 2 === 0) column += [...part].length;
    }
    return runs;
  });
}

function changed(style: Style, parameters: string): Style {
  let { colour, bold, dim } = style;
  for (const parameter of parameters.split(';')) {
    const change = CHANGES[parameter || '0'];
    if (change === undefined) throw new RangeError(`no terminal picture knows the parameter ${parameter}`);
    colour = change.colour ?? colour;
    bold = change.bold ?? bold;
    dim = change.dim ?? dim;
  }
  return { colour, bold, dim };
}
