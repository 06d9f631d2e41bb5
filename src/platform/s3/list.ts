import { inputError } from '../../gate/failure.js';
import { compareCodePoints } from '../../gate/order.js';
import type { StoredObject } from '../ports.js';
import { type Connected, isMissing } from './client.js';
import { parsePattern } from './pattern.js';

/** More are no dataset that one machine judges. */
const mostObjects = 100_000;

/** What a pattern names: one object, all below a folder, or those that match; empty where there is none. */
export async function listObjects(
  connected: Connected,
  pattern: string,
  signal: AbortSignal,
): Promise<readonly StoredObject[]> {
  const { sdk, client } = connected;
  const { bucket, key, prefix, matches } = parsePattern(pattern);
  if (matches === undefined) {
    const single = key.endsWith('/') ? undefined : await lookAt(connected, bucket, key, signal);
    if (single) return [single];
  }
  const folder = matches ? prefix : `${prefix.replace(/\/+$/, '')}/`;
  const found: StoredObject[] = [];
  const pages = sdk.paginateListObjectsV2(
    { client },
    { Bucket: bucket, Prefix: folder },
    { abortSignal: signal },
  );
  let seen = 0;
  for await (const { Contents = [] } of pages)
    for (const { Key = '', ETag = '', Size = 0 } of Contents) {
      if (++seen > mostObjects)
        throw inputError(`more than ${mostObjects} objects begin with ${JSON.stringify(folder)}`, {
          place: { file: pattern },
          fix: 'name a folder with fewer',
        });
      // Consoles stand an empty object of that name for a folder.
      if (Key.endsWith('/') || (matches && !matches(Key))) continue;
      found.push({ uri: `s3://${bucket}/${Key}`, bucket, key: Key, etag: ETag, size: Size });
    }
  return found.sort((a, b) => compareCodePoints(a.key, b.key));
}

async function lookAt(
  { sdk, client }: Connected,
  bucket: string,
  key: string,
  signal: AbortSignal,
): Promise<StoredObject | undefined> {
  try {
    const command = new sdk.HeadObjectCommand({ Bucket: bucket, Key: key });
    const { ETag = '', ContentLength = 0 } = await client.send(command, { abortSignal: signal });
    return { uri: `s3://${bucket}/${key}`, bucket, key, etag: ETag, size: ContentLength };
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}
