import { sha256 } from '../../gate/evidence.js';
import { inputError } from '../../gate/failure.js';
import type { Material } from '../../gate/subject.js';
import type { Files } from '../../platform/ports.js';
import { scanLimits } from '../limits.js';

/** CISA's catalogue of known exploited vulnerabilities: CVE ids. */
export interface Catalogue {
  readonly ids: ReadonlySet<string>;
  readonly material: Material;
}

/**
 * Reads the catalogue's JSON (`vulnerabilities[].cveID`).
 *
 * @throws Failure('input') when it is not that, empty, or shorter than its own `count`.
 */
export async function readCatalogue(files: Files, path: string): Promise<Catalogue> {
  const bytes = await files.read(path, scanLimits.catalogueBytes);
  const name = files.display(path);
  const { vulnerabilities, count, dateReleased } = parse(bytes, name);
  const ids = new Set(vulnerabilities);
  if (ids.size === 0 || (count !== undefined && count !== vulnerabilities.length)) {
    throw inputError(
      `lists ${vulnerabilities.length} vulnerabilities${count === undefined ? '' : `; it says ${count}`}`,
      {
        place: { file: name },
        fix: 'fetch the whole catalogue again',
      },
    );
  }
  const date = dateReleased === undefined ? {} : { date: dateReleased };
  return {
    ids,
    material: { name, digest: { sha256: sha256(bytes) }, ...date, facts: { vulnerabilities: ids.size } },
  };
}

interface CatalogueJson {
  readonly vulnerabilities: readonly string[];
  readonly count: number | undefined;
  readonly dateReleased: string | undefined;
}

function parse(bytes: Uint8Array, file: string): CatalogueJson {
  const fail = (cause?: unknown) =>
    inputError(
      'is no catalogue of known exploited vulnerabilities in CISA’s JSON form',
      { place: { file } },
      cause,
    );
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (cause) {
    throw fail(cause);
  }
  if (typeof json !== 'object' || json === null || !('vulnerabilities' in json)) throw fail();
  const { vulnerabilities } = json;
  if (!Array.isArray(vulnerabilities)) throw fail();
  const ids = vulnerabilities.map((entry: unknown) => {
    if (typeof entry !== 'object' || entry === null || !('cveID' in entry) || typeof entry.cveID !== 'string')
      throw fail();
    return entry.cveID;
  });
  return {
    vulnerabilities: ids,
    count: 'count' in json && typeof json.count === 'number' ? json.count : undefined,
    dateReleased:
      'dateReleased' in json && typeof json.dateReleased === 'string' ? json.dateReleased : undefined,
  };
}
