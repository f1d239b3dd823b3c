import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

/** What Chromium and its kin are called; `CHROME_PATH` names another. */
const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];

/** Chromium asks its makers about updates and the like of its own accord: a test that nothing is asked must keep it from that. */
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** @throws Error with a sentence what to do where there is no Chromium: what was asked for is not passed over */
export function launchChromium(): Promise<Browser> {
  const executablePath = placesOf(process.env).find((place) => existsSync(place));
  if (executablePath !== undefined) return chromium.launch({ executablePath, args: FLAGS });
  throw new Error(
    `There is no ${process.env.CHROME_PATH ?? NAMES.join(', ')}. Install it (apt-get install -y chromium), or name one in CHROME_PATH.`,
  );
}

function placesOf({ CHROME_PATH, PATH = '' }: NodeJS.ProcessEnv): string[] {
  if (CHROME_PATH !== undefined) return [CHROME_PATH];
  return NAMES.flatMap((name) => PATH.split(delimiter).map((folder) => join(folder, name)));
}
