import type { Palette } from '../../page/palette.ts';

/** What differs in meaning differs in its pattern, so that nobody has to tell colours apart. */
export const PATTERNS = ['solid', 'stripes', 'dots', 'grid', 'back stripes', 'lines', 'outline'] as const;
export type Pattern = (typeof PATTERNS)[number];

/** A pattern in one of the page's colours. */
export interface Fill {
  readonly tone: 'strong' | 'soft' | 'other';
  readonly pattern: Pattern;
}

/** Ours: at 8 pixels a pattern is seen in a slice of a few degrees. */
const TILE = 8;

/** For parts of a whole, the largest first: neighbours differ in pattern and in how dark they are. */
export const SLICES: readonly Fill[] = [
  { tone: 'strong', pattern: 'solid' },
  { tone: 'other', pattern: 'stripes' },
  { tone: 'soft', pattern: 'solid' },
  { tone: 'strong', pattern: 'grid' },
  { tone: 'other', pattern: 'solid' },
  { tone: 'strong', pattern: 'back stripes' },
  { tone: 'soft', pattern: 'dots' },
];

/** What a canvas is filled with. */
export function fillOf({ tone, pattern }: Fill, palette: Palette): string | CanvasPattern {
  const colour = palette[tone];
  if (pattern === 'solid') return colour;
  const scale = window.devicePixelRatio || 1;
  const tile = document.createElement('canvas');
  tile.width = tile.height = Math.round(TILE * scale);
  const context = tile.getContext('2d');
  if (context === null) return colour;
  context.scale(scale, scale);
  context.fillStyle = palette.card;
  context.fillRect(0, 0, TILE, TILE);
  context.fillStyle = context.strokeStyle = colour;
  context.lineWidth = 2.4;
  context.beginPath();
  DRAWN[pattern](context);
  context.stroke();
  const made = context.createPattern(tile, 'repeat');
  // Drawn as fine as the screen is, and shown at the size of other pixels.
  made?.setTransform(new DOMMatrix().scale(1 / scale));
  return made ?? colour;
}

const DRAWN: Readonly<Record<Exclude<Pattern, 'solid'>, (context: CanvasRenderingContext2D) => void>> = {
  stripes: (context) => {
    // The corners, too, so that tiles join without a gap.
    for (const shift of [-TILE, 0, TILE]) {
      context.moveTo(shift - 1, TILE + 1);
      context.lineTo(shift + TILE + 1, -1);
    }
  },
  'back stripes': (context) => {
    for (const shift of [-TILE, 0, TILE]) {
      context.moveTo(shift - 1, -1);
      context.lineTo(shift + TILE + 1, TILE + 1);
    }
  },
  dots: (context) => {
    context.arc(TILE / 2, TILE / 2, 1.2, 0, 2 * Math.PI);
  },
  grid: (context) => {
    context.moveTo(TILE / 2, 0);
    context.lineTo(TILE / 2, TILE);
    context.moveTo(0, TILE / 2);
    context.lineTo(TILE, TILE / 2);
  },
  lines: (context) => {
    context.moveTo(0, TILE / 2);
    context.lineTo(TILE, TILE / 2);
  },
  outline: () => {},
};
