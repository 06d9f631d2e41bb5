import path from 'node:path';

export interface SignatureFiles {
  readonly bundle: string;
  /** Statement of the chain, beside the bundle. */
  readonly chain: string;
  /** Those of the two that lie in the model's folder, relative to it: what is written into a model is not part of it. */
  readonly ignored: readonly string[];
}

/**
 * Where the signature of a model lies: signer and verifier agree on it here.
 *
 * @param given the bundle; the model's path and `.sig` unless given.
 * @param resolve the absolute path of a path.
 */
export function signatureFiles(
  model: string,
  given: string | undefined,
  resolve: (file: string) => string,
): SignatureFiles {
  const bundle = given ?? `${model.replace(/\/+$/, '')}.sig`;
  const chain = `${bundle}.chain.json`;
  const relative = [bundle, chain].map((file) => path.relative(resolve(model), resolve(file)));
  const inside = relative.filter((file) => file !== '' && !file.startsWith('..') && !path.isAbsolute(file));
  return { bundle, chain, ignored: inside.map((file) => file.split(path.sep).join('/')) };
}
