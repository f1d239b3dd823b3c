/** Colours as functions from text to text; without colour they all return what they got. */
export interface Paint {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly red: (text: string) => string;
  readonly green: (text: string) => string;
  readonly yellow: (text: string) => string;
  readonly cyan: (text: string) => string;
}

/** How a report is drawn; the renderers know nothing else of the terminal. */
export interface Look {
  /** Columns to fill. */
  readonly width: number;
  readonly paint: Paint;
  /** Signs and bars of plain ASCII, for terminals and fonts without block characters. */
  readonly ascii: boolean;
}

/** What is asked of a stream; `process.stdout` and any other writable fit. */
export interface Screen {
  readonly isTTY?: boolean;
  readonly columns?: number;
}

type Environment = Readonly<Record<string, string | undefined>>;

const asIs = (text: string) => text;
/** No colours at all. */
export const NO_PAINT: Paint = { bold: asIs, dim: asIs, red: asIs, green: asIs, yellow: asIs, cyan: asIs };

/** 80 columns, no colour: what a file or a pipe gets. */
export const PLAIN: Look = { width: 80, paint: NO_PAINT, ascii: false };

/** Longer lines are hard to read across, on however wide a screen. */
const MAX_WIDTH = 110;
const MIN_WIDTH = 40;

/** The look that fits a stream: its width, colours if they are wanted, ASCII on terminals that have no more. */
export function lookFor(screen: Screen, env: Environment = process.env): Look {
  const columns = screen.columns ?? 0;
  const width = columns === 0 ? PLAIN.width : columns;
  return {
    width: Math.min(Math.max(width, MIN_WIDTH), MAX_WIDTH),
    paint: paintFor(screen, env),
    ascii: env.TERM === 'dumb' || env.TERM === 'linux',
  };
}

/** Colours when the stream is a terminal and `NO_COLOR` is not set; `FORCE_COLOR` says otherwise either way. */
export function paintFor(screen: Screen, env: Environment = process.env): Paint {
  return wantsColour(screen, env) ? PAINT : NO_PAINT;
}

/** https://no-color.org, https://force-color.org; as in Node, `FORCE_COLOR` is the stronger. */
function wantsColour(screen: Screen, env: Environment): boolean {
  const force = env.FORCE_COLOR;
  if (force !== undefined) return force !== '0' && force !== 'false';
  if (env.NO_COLOR !== undefined && env.NO_COLOR !== '') return false;
  return screen.isTTY === true && env.TERM !== 'dumb';
}

/** SGR codes (ECMA-48); written here since `styleText` of Node looks at the environment itself in some versions, not in others. */
function sgr(on: number, off: number): (text: string) => string {
  return (text) => (text === '' ? '' : `\u001b[${on}m${text}\u001b[${off}m`);
}

const PAINT: Paint = {
  bold: sgr(1, 22),
  dim: sgr(2, 22),
  red: sgr(31, 39),
  green: sgr(32, 39),
  yellow: sgr(33, 39),
  cyan: sgr(36, 39),
};

/** Marks in front of lines; a word always says the same beside them. */
export function signsOf(look: Look) {
  return look.ascii
    ? { yes: '+', no: 'x', warn: '!', change: '~', open: '-', cut: '...', dot: '|' }
    : { yes: '✓', no: '✗', warn: '!', change: '~', open: '·', cut: '…', dot: '·' };
}
