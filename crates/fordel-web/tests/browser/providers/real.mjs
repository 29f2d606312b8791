// A real provider of OpenID Connect on this machine, with people of its own and its own pages: the certified oidc-provider.

import { generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import { Provider } from 'oidc-provider';

/** Who has an account, by what they type to sign in. */
const PEOPLE = {
  ola: { name: 'Ola Nordmann', email: 'ola@sykehus.test', email_verified: true },
  ny: { name: 'Nina Ny', email: 'nina@sykehus.test', email_verified: true },
  ukjent: { name: 'Ukjent Person', email: 'ukjent@sykehus.test', email_verified: true },
  ubekreftet: { name: 'Ubekreftet', email: 'leder@sykehus.test', email_verified: false },
};

/**
 * Starts to listen; `configure` says which program may ask, and `stop` ends it.
 *
 * A program shows who it is by `secret`, by `keys` (the other halves of its own; then questions must be laid first), or not at all.
 *
 * Without `inStatement` the statement tells only who it is, and the rest is told where more is told.
 */
export async function started() {
  let handler = (request, answer) => answer.writeHead(503).end();
  const server = createServer((request, answer) => handler(request, answer));
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const issuer = `http://127.0.0.1:${server.address().port}`;
  const jwk = { ...generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' }), use: 'sig', kid: 'of-today' };
  const configure = ({ secret, keys, answers, out, inStatement = false }) => {
    const client = { client_id: 'fordel', redirect_uris: [answers], post_logout_redirect_uris: [out], response_types: ['code'], grant_types: ['authorization_code'] };
    const shows = secret ? { client_secret: secret }
      : keys ? { token_endpoint_auth_method: 'private_key_jwt', token_endpoint_auth_signing_alg: 'ES256', jwks: { keys } }
        : { token_endpoint_auth_method: 'none' };
    const provider = new Provider(issuer, {
      clients: [{ ...client, ...shows }],
      features: { pushedAuthorizationRequests: { enabled: true, requirePushedAuthorizationRequests: Boolean(keys) } },
      jwks: { keys: [jwk] },
      cookies: { keys: ['for the tests alone'] },
      claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
      conformIdTokenClaims: !inStatement,
      pkce: { required: () => true },
      findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, ...PEOPLE[id] }) }),
    });
    handler = provider.callback();
  };
  const stop = () => {
    server.closeAllConnections();
    server.close();
  };
  return { issuer, configure, stop };
}

/** Signs in on the provider's own pages, and agrees to what it asks about. */
export async function signsIn(page, login) {
  await page.fill('input[name=login]', login);
  await page.fill('input[name=password]', 'hva som helst');
  await page.click('button.login-submit');
  await page.click('button.login-submit');
}
