import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** Where a Chromium may be; `CHROME_PATH` names another. */
const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

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
  const { CHROME_PATH } = process.env;
  const executablePath = CHROME_PATH ?? PLACES.find((place) => existsSync(place));
  if (executablePath === undefined || !existsSync(executablePath)) {
    throw new Error(
      `There is no Chromium at ${[...(CHROME_PATH === undefined ? PLACES : [CHROME_PATH])].join(', ')}. Install it (apt-get install -y chromium), or name one in CHROME_PATH.`,
    );
  }
  return chromium.launch({ executablePath, args: FLAGS });
}
