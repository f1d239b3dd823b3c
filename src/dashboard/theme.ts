const KEY = 'curate.theme';
const THEMES: readonly string[] = ['auto', 'light', 'dark'];

/** Follows the switch of colours: the reader's own, or what they chose here, which this browser remembers. */
export function followTheme(changed: () => void): void {
  const choices = [...document.querySelectorAll<HTMLInputElement>('input[name=theme]')];
  const apply = (theme: string): void => {
    document.documentElement.dataset.theme = theme;
    for (const choice of choices) choice.checked = choice.value === theme;
    changed();
  };
  for (const choice of choices) {
    choice.addEventListener('change', () => {
      remember(choice.value);
      apply(choice.value);
    });
  }
  window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', changed);
  apply(remembered());
}

function remembered(): string {
  try {
    const theme = localStorage.getItem(KEY);
    return theme !== null && THEMES.includes(theme) ? theme : 'auto';
  } catch {
    return 'auto';
  }
}

function remember(theme: string): void {
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    // A browser that keeps nothing: the choice holds until the page is closed.
  }
}
