/** Replaces every known secret, longest first, so that one that holds another leaves no rest. */
export class Mask {
  readonly #secrets = new Set<string>();

  /** Each line of a secret counts by itself, as logs are written line by line. A few characters would blank out everything. */
  add(secret: string): void {
    for (const line of secret.split(/\r?\n/)) if (line.trim().length >= 4) this.#secrets.add(line.trim());
  }

  hide(text: string): string {
    const longestFirst = [...this.#secrets].sort((a, b) => b.length - a.length);
    return longestFirst.reduce((shown, secret) => shown.replaceAll(secret, '***'), text);
  }
}
