import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Browser, chromium, type Page } from 'playwright-core';
import { renderHtml } from '../../src/surfaces/html.js';
import { renderIndex } from '../../src/surfaces/index-page.js';
import { findChromium } from './chromium.js';
import { indexOf, payloads, reportOf } from './hostile.js';
import { fairnessInconclusive, pipelineIndex } from './reports.js';

const executablePath = findChromium();
const title = 'in a real browser';
const browserDescribe = executablePath === undefined ? describe.skip : describe;

browserDescribe(executablePath === undefined ? `${title} (needs Chromium or CHROME_PATH)` : title, () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'sluice-pages-'));
  let browser: Browser;

  beforeAll(async () => {
    browser = await chromium.launch({
      ...(executablePath !== undefined && { executablePath }),
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
    });
  }, 30_000);

  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Opens a page from a file and collects everything that it should not do. */
  async function open(
    html: string,
    look: (page: Page) => Promise<void> = async () => {},
  ): Promise<readonly string[]> {
    const file = path.join(folder, `${Math.random().toString(36).slice(2)}.html`);
    writeFileSync(file, html);
    const address = pathToFileURL(file).href;
    const page = await browser.newPage();
    const events: string[] = [];
    page.on('dialog', (dialog) => {
      events.push(`dialog ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('request', (request) => {
      if (request.url() !== address) events.push(`request ${request.url()}`);
    });
    // Violations of the policy are reported here.
    page.on('console', (message) => events.push(`console ${message.text()}`));
    page.on('pageerror', (error) => events.push(`error ${error.message}`));
    page.on('framenavigated', (frame) => {
      if (frame.url() !== address) events.push(`went to ${frame.url()}`);
    });
    await page.goto(address, { waitUntil: 'load' });
    await look(page);
    await page.close();
    return events;
  }

  const scriptsRun = async (page: Page) => {
    expect(await page.title()).not.toBe('owned');
    expect(await page.locator('script, iframe, img, object, embed, link, base, form').count()).toBe(0);
  };

  test('nothing runs, loads or asks, whatever the text', async () => {
    const all = payloads.filter((p) => p.length < 1000).join(' ');
    for (const page of [renderHtml(reportOf(all)), renderIndex(indexOf(all))])
      expect(await open(page, scriptsRun)).toEqual([]);
  }, 30_000);

  test('the policy itself would stop a script, were one there', async () => {
    const page = renderHtml(fairnessInconclusive()).replace(
      '</main>',
      '<script>document.title = "owned"</script></main>',
    );
    const events = await open(page, async (p) => expect(await p.title()).not.toBe('owned'));
    expect(events.join()).toMatch(/Content Security Policy/);
  }, 30_000);

  test('no page scrolls sideways, on a desk or a telephone', async () => {
    const pages = [
      renderHtml(fairnessInconclusive()),
      renderIndex(pipelineIndex()),
      renderHtml(reportOf('x'.repeat(300))),
    ];
    for (const html of pages) {
      const events = await open(html, async (page) => {
        for (const width of [1200, 360]) {
          await page.setViewportSize({ width, height: 800 });
          expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
        }
      });
      expect(events).toEqual([]);
    }
  }, 30_000);
});
