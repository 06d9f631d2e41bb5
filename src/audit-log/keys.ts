import { createPublicKey } from 'node:crypto';
import { configError, type Failure } from '../gate/failure.js';
import type { Ports } from '../platform/ports.js';
import type { LogTrust } from '../tlog/checkpoint.js';
import { parseSignerKey, type SignerKey } from '../tlog/signer-key.js';
import { TlogError } from '../tlog/tlog-error.js';
import { parseVerifierKey, type VerifierKey, verifierKeyOf } from '../tlog/verifier-key.js';
import type { Settings } from './settings.js';

const maxKeyBytes = 64 * 1024;

/** Who is believed: the public key given, else the one that belongs to the private key. @throws Failure('config') */
export async function readTrust(settings: Settings, ports: Ports): Promise<LogTrust> {
  const { origin } = settings;
  const given = settings['public-key'];
  if (given !== undefined)
    return { ...(await readPublicKey(given, origin, ports)), ...(origin && { origin }) };
  if (settings.key === undefined)
    throw configError('no public key of the log is given', {
      fix: 'give --public-key NAME+ID+KEY, or a file that holds it',
    });
  return { key: (await readSigner(settings, ports)).verifier, ...(origin && { origin }) };
}

/** The log's private key. @throws Failure('config') */
export async function readSigner({ key, origin }: Settings, ports: Ports): Promise<SignerKey> {
  if (key === undefined)
    throw configError('no private key of the log is given', {
      fix: 'give --key FILE with an Ed25519 key (openssl genpkey -algorithm ed25519)',
    });
  const inline = key.includes('-----BEGIN') || key.startsWith('PRIVATE+KEY+');
  const text = inline ? key : Buffer.from(await ports.files.read(key, maxKeyBytes)).toString();
  // GitHub masks line by line, and so do we: a secret of several lines is written in lines.
  for (const line of text.split(/\r?\n/)) if (!/^(-----.*|\s*)$/.test(line)) ports.log.mask(line.trim());
  const shown = inline ? 'the key' : ports.files.display(key);
  return parsed(shown, () => parseSignerKey(text, origin), 'give `origin` or an Ed25519 key of the log');
}

type Keys = Pick<LogTrust, 'key' | 'witnesses'>;

async function readPublicKey(given: string, origin: string | undefined, ports: Ports): Promise<Keys> {
  if (isVerifierKey(given)) return { key: parsed('the public key', () => parseVerifierKey(given)) };
  const text = Buffer.from(await ports.files.readJudging(given, maxKeyBytes)).toString();
  const shown = ports.files.display(given);
  if (text.includes('-----BEGIN PUBLIC KEY-----')) return { key: readPem(text, origin, shown) };
  return readKeyLines(text, shown);
}

function isVerifierKey(text: string): boolean {
  return /^[^\s+]+\+[0-9a-f]{8}\+[A-Za-z0-9+/=]+$/.test(text);
}

function readPem(text: string, origin: string | undefined, shown: string): VerifierKey {
  if (origin === undefined)
    throw configError('a PEM key has no name', { place: { file: shown }, fix: 'give the log’s origin too' });
  return parsed(shown, () => {
    try {
      return verifierKeyOf(origin, createPublicKey(text));
    } catch (error) {
      throw error instanceof TlogError ? error : new TlogError('is not a public key in PEM');
    }
  });
}

/** One key a line, bare or after `log` or `witness`; other lines are for other readers. */
function readKeyLines(text: string, shown: string): Keys {
  const logs: VerifierKey[] = [];
  const witnesses: VerifierKey[] = [];
  for (const line of text.split(/\r?\n/)) {
    const [, role = 'log', vkey = ''] = /^(?:(\S+)\s+)?(\S+)\s*$/.exec(line) ?? [];
    if (!isVerifierKey(vkey) || !(role === 'log' || role === 'witness')) continue;
    (role === 'log' ? logs : witnesses).push(parsed(shown, () => parseVerifierKey(vkey)));
  }
  const [key, ...more] = logs;
  if (key === undefined || more.length > 0)
    throw configError(`holds ${logs.length} keys of a log where one belongs`, {
      place: { file: shown },
      fix: 'write one line `NAME+ID+KEY` or `log NAME+ID+KEY`',
    });
  return { key, witnesses };
}

function parsed<T>(shown: string, parse: () => T, fix = 'give an Ed25519 key as `NAME+ID+KEY`'): T {
  try {
    return parse();
  } catch (error) {
    throw error instanceof TlogError ? keyError(shown, error, fix) : error;
  }
}

function keyError(shown: string, error: TlogError, fix: string): Failure {
  return configError(`${shown} ${error.message}`, { fix });
}
