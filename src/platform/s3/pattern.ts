import { configError } from '../../gate/failure.js';
import { keyMatcher } from './key-glob.js';

/** Longer patterns are a mistake or an attack on the matcher. */
const longestPattern = 1024;

/** What `s3://bucket/key` names: one object, a folder of them, or those that match. */
export interface S3Pattern {
  readonly bucket: string;
  /** The key as it is written. */
  readonly key: string;
  /** What every key that matches begins with. */
  readonly prefix: string;
  /** Absent where there is no wildcard. Wildcards match no name that begins with a dot. */
  readonly matches?: (key: string) => boolean;
}

/** @throws Failure('config') when it is no such address, or too long. */
export function parsePattern(uri: string): S3Pattern {
  const [, bucket, key] = /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])\/(.+)$/s.exec(uri) ?? [];
  if (bucket === undefined || key === undefined || uri.length > longestPattern)
    throw configError(`${JSON.stringify(uri.slice(0, 200))} is no address of objects in S3`, {
      fix: 'write s3://BUCKET/KEY, a folder s3://BUCKET/PREFIX/, or wildcards as for files',
    });
  const wild = key.search(/[*?[{]/);
  if (wild === -1) return { bucket, key, prefix: key };
  return { bucket, key, prefix: key.slice(0, wild), matches: keyMatcher(key) };
}
