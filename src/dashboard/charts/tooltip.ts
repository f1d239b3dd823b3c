import type { Palette } from '../../page/palette.ts';

/** What stands beside the pointer: a card like the others, not a black box. */
export function tooltipStyle({ card, text, quiet, line, font }: Palette) {
  return {
    backgroundColor: card,
    borderColor: line,
    borderWidth: 1,
    titleColor: text,
    bodyColor: quiet,
    titleFont: { family: font, size: 12 },
    bodyFont: { family: font, size: 12 },
    padding: 10,
    cornerRadius: 6,
    caretSize: 0,
    caretPadding: 8,
    boxWidth: 10,
    boxHeight: 10,
    boxPadding: 4,
  };
}
