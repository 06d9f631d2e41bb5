import { existsSync } from 'node:fs';

const usual = [
  process.env.CHROME_PATH ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** A Chromium of this machine; `CHROME_PATH` names another. */
export function findChromium(): string | undefined {
  return usual.find((path) => path !== '' && existsSync(path));
}
