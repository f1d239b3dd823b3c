/** The colours of the page, as its style has them at the moment. */
export interface Palette {
  readonly strong: string;
  readonly soft: string;
  readonly other: string;
  readonly text: string;
  readonly quiet: string;
  readonly line: string;
  readonly card: string;
  readonly font: string;
}

export function paletteNow(): Palette {
  const style = getComputedStyle(document.documentElement);
  const colour = (name: string): string => style.getPropertyValue(`--${name}`).trim();
  return {
    strong: colour('strong'),
    soft: colour('soft'),
    other: colour('other'),
    text: colour('text'),
    quiet: colour('quiet'),
    line: colour('line'),
    card: colour('card'),
    font: getComputedStyle(document.body).fontFamily,
  };
}
