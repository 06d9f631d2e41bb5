import { generateKeyPairSync, sign } from 'node:crypto';
import { bearerOf, type Handler } from './http-exchange.js';

const base64url = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A JSON Web Token without a signature, as the results client wants one to read its run and job from. */
export function unsignedToken(claims: object): string {
  return `${base64url({ alg: 'none', typ: 'JWT' })}.${base64url(claims)}.`;
}

/** The runner's OIDC endpoint: `GET …?audience=` with the request token gives an ES256 token with GitHub's claims. */
export class FakeTokenIssuer {
  readonly requestToken = 'oidc-request-token';
  readonly #keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  readonly #claims: object;

  constructor(claims: object) {
    this.#claims = claims;
  }

  get publicKey() {
    return this.#keys.publicKey;
  }

  readonly handle: Handler = (exchange) => {
    if (exchange.url.pathname !== '/oidc/token') return undefined;
    if (bearerOf(exchange) !== this.requestToken) return { status: 401, body: { message: 'Unauthorized' } };
    return {
      status: 200,
      body: { value: this.#token(exchange.url.searchParams.get('audience') ?? 'sigstore') },
    };
  };

  #token(audience: string): string {
    const now = Math.floor(Date.now() / 1000);
    const claims = {
      iss: 'https://token.actions.githubusercontent.com',
      aud: audience,
      iat: now,
      exp: now + 300,
    };
    const head = `${base64url({ alg: 'ES256', typ: 'JWT', kid: 'fake' })}.${base64url({ ...claims, ...this.#claims })}`;
    const signature = sign('sha256', Buffer.from(head), {
      key: this.#keys.privateKey,
      dsaEncoding: 'ieee-p1363',
    });
    return `${head}.${signature.toString('base64url')}`;
  }
}
