import { describe, expect, test } from '@jest/globals';
import { contentSecurityPolicy, styleSheet } from '../../src/surfaces/style.js';

/** Custom properties of the light, then of the dark theme. */
function themes(): readonly Map<string, string>[] {
  const [light = '', rest = ''] = styleSheet.split('@media (prefers-color-scheme: dark)');
  const [dark = ''] = rest.split('}');
  return [light, dark].map(
    (css) => new Map([...css.matchAll(/--([a-z]+): (#[0-9a-f]{6});/g)].map((m) => [m[1] ?? '', m[2] ?? ''])),
  );
}

/** Relative luminance (WCAG 2.2). */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((i) => {
    const c = Number.parseInt(colour.slice(i, i + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

describe.each(themes().map((theme, i) => [i === 0 ? 'light' : 'dark', theme] as const))(
  'in the %s theme',
  (_, theme) => {
    const text = ['ink', 'soft', 'accent', 'pass', 'warn', 'fail', 'error', 'skip', 'inconclusive'];
    const grounds = ['page', 'card', 'faint'];
    test.each(text.flatMap((t) => grounds.map((g) => [t, g] as const)))(
      '%s on %s is readable (WCAG AA)',
      (t, g) => {
        expect(contrast(theme.get(t) ?? '', theme.get(g) ?? '')).toBeGreaterThanOrEqual(4.5);
      },
    );
  },
);

test('the page may load its own style and nothing else', () => {
  expect(contentSecurityPolicy).toMatch(
    /^default-src 'none'; style-src 'sha256-[A-Za-z0-9+/=]{44}'; base-uri 'none'; form-action 'none'$/,
  );
  expect(styleSheet).not.toMatch(/url\(|@import|</);
});
