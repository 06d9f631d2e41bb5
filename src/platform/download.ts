import { outsideError } from '../gate/failure.js';
import type { Http } from './http.js';

/** The bytes behind a public address. @throws Failure('outside') on any answer but 200. */
export function downloadWith(http: Http): (url: string) => Promise<Uint8Array> {
  return async (url) => {
    const { status, body } = await http.get(url);
    if (status !== 200) throw outsideError(`${url} is not to be had (HTTP ${status})`);
    return body;
  };
}
