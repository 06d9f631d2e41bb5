import { isNativeError } from 'node:util/types';
import type { S3Client } from '@aws-sdk/client-s3';
import { Failure, inputError, outsideError } from '../../gate/failure.js';

type Sdk = typeof import('@aws-sdk/client-s3');

/** Milliseconds. */
const [toConnect, toAnswer] = [10_000, 60_000];

export interface Connected {
  readonly sdk: Sdk;
  readonly client: S3Client;
  /** Empty for AWS's own. */
  readonly endpoint: string;
}

/**
 * A client with the user's own credentials, wherever the SDK finds them: environment, profile, single sign-on, web identity, the
 * machine's role. With an endpoint of one's own, buckets stand in the path, as such stores want it.
 */
export async function connect(env: NodeJS.ProcessEnv): Promise<Connected> {
  const sdk = await import('@aws-sdk/client-s3');
  const own = env.AWS_ENDPOINT_URL_S3 || env.AWS_ENDPOINT_URL;
  const region = env.AWS_REGION || env.AWS_DEFAULT_REGION || (own ? 'us-east-1' : undefined);
  const client = new sdk.S3Client({
    ...(own && { endpoint: own, forcePathStyle: true }),
    ...(region && { region }),
    followRegionRedirects: true,
    requestHandler: { connectionTimeout: toConnect, socketTimeout: toAnswer },
  });
  return { sdk, client, endpoint: own || '' };
}

/** An error of the SDK as a failure that tells how to mend it. */
export function storeError(error: unknown, uri: string, signal: AbortSignal): unknown {
  signal.throwIfAborted();
  if (error instanceof Failure || !isNativeError(error)) return error;
  const place = { file: uri };
  const fail = (message: string, fix: string) => outsideError(message, { place, fix }, error);
  const status = statusOf(error);
  if (error.name === 'NoSuchBucket')
    return inputError('there is no such bucket', { place, fix: 'mend the address' }, error);
  if (isMissing(error))
    return inputError(
      'is missing',
      { place, fix: 'mend the address, or write the data before this gate runs' },
      error,
    );
  if (status === 412)
    return inputError(
      'changed while it was being read',
      { place, fix: 'let nothing write to the data while the gate runs' },
      error,
    );
  if (error.name === 'InvalidObjectState')
    return inputError('is archived', { place, fix: 'restore it first' }, error);
  if (error.name === 'CredentialsProviderError')
    return fail(
      'cannot be read: there are no credentials',
      'give AWS credentials, in a workflow by aws-actions/configure-aws-credentials before this step',
    );
  if (/region/i.test(error.message) && status === undefined)
    return fail('cannot be read: its region is not known', 'set AWS_REGION');
  if (status === 401 || status === 403)
    return fail(
      `cannot be read: the store refuses (${isNamed(error) ? plain(error.name) : `HTTP ${status}`})`,
      'let these credentials list the bucket and get its objects (s3:ListBucket, s3:GetObject)',
    );
  return fail(
    `cannot be read: ${plain(error.name)}: ${plain(error.message)}`,
    'see that the store can be reached, then run again',
  );
}

export function isMissing(error: unknown): boolean {
  return (
    isNativeError(error) &&
    (error.name === 'NoSuchKey' || error.name === 'NotFound' || statusOf(error) === 404)
  );
}

/** An answer to HEAD has no body that could tell. */
function isNamed({ name }: Error): boolean {
  return !/^(Unknown|UnknownError|Error|\d+)$/.test(name);
}

function statusOf(error: Error): number | undefined {
  const { $metadata } = error as { readonly $metadata?: { readonly httpStatusCode?: number } };
  return $metadata?.httpStatusCode;
}

/** What a store answers is not ours. */
function plain(text: string): string {
  return text.replaceAll(/[^\x20-\x7e]/g, ' ').slice(0, 200);
}
