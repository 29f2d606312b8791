// A provider that lies in every way that is known, and a browser that carries its lies: each must be refused.
//
//   node hostile.mjs http://127.0.0.1:1234 '[{"entrance":"…","key":"…"},{…}]' address-of-a-person-of-the-first
//
// The two organisations are those whose administrators have these sessions. What the log must tell is written to standard output, a line for
// each attack that reached the log; how often somebody came in is written last.

import assert from 'node:assert/strict';
import { createHmac, createSign, generateKeyPairSync, sign as signed } from 'node:crypto';
import { createServer } from 'node:http';

const [base, told, person] = process.argv.slice(2);
const [ours, theirs] = JSON.parse(told);
const SECRET = 'en hemmelighet & mer:til';

const rsa = () => generateKeyPairSync('rsa', { modulusLength: 2048 });
const keys = { first: rsa(), second: rsa(), small: generateKeyPairSync('rsa', { modulusLength: 1024 }), curve: generateKeyPairSync('ec', { namedCurve: 'P-256' }), edwards: generateKeyPairSync('ed25519') };
const jwk = (name, more = {}) => ({ ...keys[name].publicKey.export({ format: 'jwk' }), kid: name, use: 'sig', ...more });
const part = (value) => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');

/** A statement signed with a key of ours, as its header says or by `how`. */
function statement(claims, head = {}, how) {
  const header = { alg: 'RS256', kid: 'first', typ: 'JWT', ...head };
  const text = `${part(header)}.${part(claims)}`;
  const ways = {
    RS256: (name) => createSign('sha256').update(text).sign(keys[name].privateKey),
    PS256: (name) => signed('sha256', Buffer.from(text), { key: keys[name].privateKey, padding: 6, saltLength: 32 }),
    ES256: (name) => signed('sha256', Buffer.from(text), { key: keys[name].privateKey, dsaEncoding: 'ieee-p1363' }),
    EdDSA: (name) => signed(null, Buffer.from(text), keys[name].privateKey),
  };
  const signature = how ? how(text) : ways[header.alg](header.kid);
  return `${text}.${Buffer.from(signature).toString('base64url')}`;
}

// The provider: as many as there are first parts of addresses, each behaving as it is told.
const behaviours = new Map();
const asked = [];
const server = createServer(async (request, answer) => {
  const [, name, ...rest] = new URL(request.url, 'http://x').pathname.split('/');
  const path = rest.join('/');
  let body = '';
  for await (const chunk of request) body += chunk;
  asked.push({ name, path, body: new URLSearchParams(body), headers: request.headers });
  const json = (value, status = 200) => answer.writeHead(status, { 'content-type': 'application/json' }).end(typeof value === 'string' ? value : JSON.stringify(value));
  const own = behaviours.get(name)?.[path];
  if (own) return own(json, answer, request);
  if (path === '.well-known/openid-configuration') return json(metadata(name));
  if (path === 'keys') return json({ keys: [jwk('first')] });
  return json({ error: 'none' }, 404);
});
await new Promise((done) => server.listen(0, '127.0.0.1', done));
const issuerOf = (name) => `http://127.0.0.1:${server.address().port}/${name}`;

function metadata(name, more = {}) {
  const issuer = issuerOf(name);
  return {
    issuer, authorization_endpoint: `${issuer}/auth`, token_endpoint: `${issuer}/token`, jwks_uri: `${issuer}/keys`, userinfo_endpoint: `${issuer}/me`, end_session_endpoint: `${issuer}/out`, ...more,
  };
}

/** Sets an organisation's provider, as its administrator would on the page. */
async function set(organisation, name, more = {}) {
  const form = new URLSearchParams({ issuer: issuerOf(name), client: 'fordel', secret: SECRET, scopes: 'openid', button: 'Helse Lur', claim: 'email', passwords: 'on', ...more });
  const answer = await fetch(`${base}/people/sign-in`, { method: 'POST', redirect: 'manual', headers: { cookie: `fordel=${organisation.key}`, 'sec-fetch-site': 'same-origin' }, body: form });
  assert.equal(answer.status, 303, await answer.text());
}

/** Begins at an organisation: what the provider is asked, and what the browser holds. */
async function begun(organisation) {
  const answer = await fetch(`${base}/enter/oidc/${organisation.entrance}`, { redirect: 'manual' });
  if (answer.status !== 303) return { answer };
  const to = new URL(answer.headers.get('location'));
  const held = answer.headers.getSetCookie()[0];
  assert.match(held, /^fordel-attempt=[^;]+; Path=\/; Max-Age=600; HttpOnly; SameSite=Lax$/);
  return { to, held: held.split(';')[0], state: to.searchParams.get('state'), nonce: to.searchParams.get('nonce') };
}

/** Comes back to an organisation with an answer. */
const back = (organisation, held, query) => fetch(`${base}/enter/oidc/${organisation.entrance}/answer?${new URLSearchParams(query)}`, { redirect: 'manual', headers: held ? { cookie: held } : {} });

const session = (answer) => answer.headers.getSetCookie().find((cookie) => cookie.startsWith('fordel='));
let admitted = 0;

async function comesIn(answer, what) {
  const page = answer.status === 303 ? '' : await answer.text();
  assert.equal(answer.status, 303, `${what}: ${page.match(/<h1[^>]*>([^<]*)/)?.[1]}`);
  assert.ok(session(answer), what);
  admitted += 1;
}

/** Nobody came in: the page says so in these words, the attempt is over, and the log tells this. */
async function refused(answer, what, { status = 403, says, log }) {
  const page = await answer.text();
  const heading = page.match(/<h1[^>]*>([^<]*)/)?.[1];
  assert.equal(answer.status, status, `${what}: ${heading}`);
  assert.ok(!session(answer), `${what}: a session was made`);
  assert.match(heading, says, what);
  assert.match(page, /Prøv på nytt/, what);
  assert.equal(page.includes('Feilnummer'), Boolean(log), `${what}: a number for the log`);
  if (log) console.log(`LOG ${log}`);
  console.log(`ok   ${what}`);
}

const now = () => Math.floor(Date.now() / 1000);
const claims = (name, attempt, more = {}) => ({ iss: issuerOf(name), sub: 'kari', aud: 'fordel', exp: now() + 300, iat: now(), nonce: attempt.nonce, email: person, email_verified: true, name: 'Kari', ...more });
const NOT_BELIEVED = /kan ikke godtas/;

// What is right comes in, so that each refusal below is for its lie alone.
await set(ours, 'plain');
let made;
behaviours.set('plain', { token: (json, raw) => made(json, raw), keys: (json) => json({ keys: [jwk('first'), jwk('curve'), jwk('edwards'), jwk('small'), jwk('second', { kid: 'sealing', use: 'enc' })] }) });
const gives = (token, more = {}) => { made = (json) => json({ token_type: 'Bearer', access_token: 'x', id_token: token, ...more }); };
{
  const attempt = await begun(ours);
  const sent = Object.fromEntries(attempt.to.searchParams);
  assert.equal(sent.code_challenge_method, 'S256');
  assert.equal(sent.scope, 'openid');
  assert.equal(sent.response_type, 'code');
  assert.equal(sent.redirect_uri, `${base}/enter/oidc/${ours.entrance}/answer`);
  gives(statement(claims('plain', attempt)));
  await comesIn(await back(ours, attempt.held, { code: 'c', state: attempt.state }), 'what is right');
  const token = asked.findLast((one) => one.path === 'token');
  const [client, secret] = Buffer.from(token.headers.authorization.split(' ')[1], 'base64').toString().split(':');
  assert.deepEqual([decodeURIComponent(client), decodeURIComponent(secret)], ['fordel', SECRET]);
  const { createHash } = await import('node:crypto');
  assert.equal(createHash('sha256').update(token.body.get('code_verifier')).digest('base64url'), sent.code_challenge, 'the verifier is that of the challenge');

  // The same answer once more, with what the browser held.
  await refused(await back(ours, attempt.held, { code: 'c', state: attempt.state }), 'an answer that was taken before', { status: 400, says: /begynne på nytt/ });
}
for (const alg of ['PS256', 'ES256', 'EdDSA']) {
  const kid = { PS256: 'first', ES256: 'curve', EdDSA: 'edwards' }[alg];
  const attempt = await begun(ours);
  gives(statement(claims('plain', attempt), { alg, kid }));
  await comesIn(await back(ours, attempt.held, { code: 'c', state: attempt.state }), `signed by ${alg}`);
}

// Statements that lie.
const pem = keys.first.publicKey.export({ format: 'pem', type: 'spki' });
const lies = {
  'another nonce': ['nonce', (a) => statement(claims('plain', a, { nonce: 'x'.repeat(64) }))],
  'no nonce': ['nonce', (a) => statement(claims('plain', a, { nonce: undefined }))],
  'for another program': ['audience', (a) => statement(claims('plain', a, { aud: 'other' }))],
  'for nobody': ['form', (a) => statement(claims('plain', a, { aud: undefined }))],
  'for several, and not told who asked': ['audience', (a) => statement(claims('plain', a, { aud: ['fordel', 'other'] }))],
  'asked for by another': ['audience', (a) => statement(claims('plain', a, { azp: 'other' }))],
  'of another issuer': ['issuer', (a) => statement(claims('plain', a, { iss: issuerOf('other') }))],
  'of nearly the same issuer': ['issuer', (a) => statement(claims('plain', a, { iss: `${issuerOf('plain')}/` }))],
  'too old': ['time', (a) => statement(claims('plain', a, { exp: now() - 61 })), /gjaldt ikke nå/],
  'without an end': ['form', (a) => statement(claims('plain', a, { exp: undefined }))],
  'with an end that is a word': ['form', (a) => statement(claims('plain', a, { exp: '99999999999' }))],
  'not valid yet': ['time', (a) => statement(claims('plain', a, { nbf: now() + 120 })), /gjaldt ikke nå/],
  'from the future': ['time', (a) => statement(claims('plain', a, { iat: now() + 120 })), /gjaldt ikke nå/],
  'not signed': ['algorithm', (a) => statement(claims('plain', a), { alg: 'none' }, () => '')],
  'not signed, in large letters': ['algorithm', (a) => statement(claims('plain', a), { alg: 'NONE' }, () => '')],
  'sealed with the public key as a secret': ['algorithm', (a) => statement(claims('plain', a), { alg: 'HS256' }, (text) => createHmac('sha256', pem).update(text).digest())],
  'sealed with the client secret': ['algorithm', (a) => statement(claims('plain', a), { alg: 'HS256' }, (text) => createHmac('sha256', SECRET).update(text).digest())],
  'by a key that nobody knows': ['unknown-key', (a) => statement(claims('plain', a), { kid: 'second' })],
  'by another key under a known name': ['signature', (a) => statement(claims('plain', a), {}, (text) => createSign('sha256').update(text).sign(keys.second.privateKey))],
  'by a key for something else': ['unknown-key', (a) => statement(claims('plain', a), { kid: 'sealing' }, (text) => createSign('sha256').update(text).sign(keys.second.privateKey))],
  'by a key that is too short': ['signature', (a) => statement(claims('plain', a), { kid: 'small' })],
  'by a key of another kind': ['signature', (a) => statement(claims('plain', a), { alg: 'ES256', kid: 'first' }, () => Buffer.alloc(64))],
  'with an empty signature': ['signature', (a) => statement(claims('plain', a), {}, () => '')],
  'changed after it was signed': ['signature', (a) => { const [h, , s] = statement(claims('plain', a)).split('.'); return `${h}.${part(claims('plain', a, { sub: 'other' }))}.${s}`; }],
  'of another type': ['form', (a) => statement(claims('plain', a), { typ: 'at+jwt' })],
  'with a demand that nobody knows': ['form', (a) => statement(claims('plain', a), { crit: ['b64'], b64: false })],
  'with a key of its own in the header': ['signature', (a) => statement(claims('plain', a), { jwk: jwk('second') }, (text) => createSign('sha256').update(text).sign(keys.second.privateKey))],
  'about nobody': ['form', (a) => statement(claims('plain', a, { sub: '' }))],
  'about a very long name': ['form', (a) => statement(claims('plain', a, { sub: 'x'.repeat(256) }))],
  'of two parts': ['form', (a) => statement(claims('plain', a)).split('.').slice(0, 2).join('.')],
  'that is no text of the kind': ['form', () => '...'],
  'that is very long': ['form', (a) => statement(claims('plain', a, { more: 'x'.repeat(70_000) }))],
};
for (const [what, [log, lie, says]] of Object.entries(lies)) {
  const attempt = await begun(ours);
  gives(lie(attempt));
  await refused(await back(ours, attempt.held, { code: 'c', state: attempt.state }), `a statement ${what}`, { says: says ?? NOT_BELIEVED, log: `isn't believed: ${log}` });
}

// Answers that belong to no attempt, or to another.
const again = { status: 400, says: /begynne på nytt/ };
{
  gives('unused');
  const before = asked.filter((one) => one.path === 'token').length;
  const one = await begun(ours);
  const other = await begun(ours);
  await refused(await back(ours, one.held, { code: 'c', state: other.state }), 'an answer with the state of another attempt', again);
  await refused(await back(ours, other.held, { code: 'c' }), 'an answer without a state', again);
  await refused(await back(ours, undefined, { code: 'c', state: one.state }), 'an answer in a browser that began nothing', again);
  await refused(await back(ours, `${one.held}0`, { code: 'c', state: one.state }), 'an answer to an attempt that was touched', again);
  const older = one.held.replace(/\.(\d+)\./, (_, at) => `.${Number(at) + 1}.`);
  await refused(await back(ours, older, { code: 'c', state: one.state }), 'an answer to an attempt made younger', again);
  assert.equal(asked.filter((one) => one.path === 'token').length, before, 'none of these was taken to the provider');
  const declined = await begun(ours);
  await refused(await back(ours, declined.held, { error: 'access_denied', error_description: '<b>x</b>', state: declined.state }), 'a provider that says no', { says: /ble avbrutt/, log: 'broke it off: access_denied' });
}

// Two providers can't be mixed up.
await set(theirs, 'theirs', { button: 'Helse Annet' });
{
  const attempt = await begun(ours);
  gives(statement(claims('plain', attempt)));
  await refused(await back(theirs, attempt.held, { code: 'c', state: attempt.state }), "an answer at another organisation's address", again);
  const moved = attempt.held.replace(ours.entrance, theirs.entrance);
  await refused(await back(theirs, moved, { code: 'c', state: attempt.state }), 'an attempt moved to another organisation', again);
  const mixed = await begun(ours);
  await refused(await back(ours, mixed.held, { code: 'c', state: mixed.state, iss: issuerOf('theirs') }), 'an answer that says it is another provider\'s', { says: NOT_BELIEVED, log: "another provider's" });
  await set(ours, 'promising');
  behaviours.set('promising', { '.well-known/openid-configuration': (json) => json(metadata('promising', { authorization_response_iss_parameter_supported: true })) });
  const silent = await begun(ours);
  await refused(await back(ours, silent.held, { code: 'c', state: silent.state }), 'an answer that keeps silent about whose it is', { says: NOT_BELIEVED, log: "another provider's" });
  // A person of ours isn't one of theirs, whatever their provider says.
  const elsewhere = await begun(theirs);
  behaviours.set('theirs', { token: (json) => json({ id_token: statement(claims('theirs', elsewhere)) }) });
  await refused(await back(theirs, elsewhere.held, { code: 'c', state: elsewhere.state }), "a person of ours at another organisation", { says: /ikke lagt inn/, log: 'no way in: unknown' });
}

// A code that the provider doesn't take, and answers that aren't answers.
await set(ours, 'plain');
for (const [what, answer, expected] of [
  ['a code that was taken before', (json) => json({ error: 'invalid_grant' }, 400), { says: NOT_BELIEVED, log: 'refused the code: invalid_grant' }],
  ['a secret that the provider no longer knows', (json) => json({ error: 'invalid_client', error_description: SECRET }, 401), { says: NOT_BELIEVED, log: 'refused the code: invalid_client' }],
  ['an answer without a statement', (json) => json({ access_token: 'x' }), { says: NOT_BELIEVED, log: "isn't believed: form" }],
  ['an answer that is a page', (json) => json('<html>'), { says: NOT_BELIEVED, log: "isn't believed: form" }],
  ['an answer that leads elsewhere', (json, raw) => raw.writeHead(302, { location: `${issuerOf('plain')}/token2` }).end(), { says: NOT_BELIEVED, log: 'refused the code: 302' }],
  ['an answer of 300 KB', (json) => json({ id_token: 'x'.repeat(300_000) }), { status: 502, says: /svarer ikke/, log: "can't be reached: Large" }],
  ['an answer without an end', (json, raw) => { raw.writeHead(200); const more = setInterval(() => raw.write('x'.repeat(64_000)), 5); raw.on('close', () => clearInterval(more)); }, { status: 502, says: /svarer ikke/, log: "can't be reached: Large" }],
  ['an answer that breaks off', (json, raw) => { raw.writeHead(200, { 'content-length': 1000 }); raw.write('x'); setTimeout(() => raw.destroy(), 50); }, { status: 502, says: /svarer ikke/, log: "can't be reached: Broken" }],
  ['an answer that drips', (json, raw) => { raw.writeHead(200); const more = setInterval(() => raw.write('x'), 200); raw.on('close', () => clearInterval(more)); }, { status: 502, says: /svarer ikke/, log: "can't be reached: Slow" }],
]) {
  const attempt = await begun(ours);
  made = answer;
  const started = Date.now();
  await refused(await back(ours, attempt.held, { code: 'c', state: attempt.state }), what, expected);
  assert.ok(Date.now() - started < 9000, `${what}: nobody waits for long`);
}

// Providers whose description won't do.
const WELL_KNOWN = '.well-known/openid-configuration';
for (const [what, name, behaviour, log] of [
  ['that calls itself another', 'a', { [WELL_KNOWN]: (json) => json(metadata('b')) }, 'OtherIssuer'],
  ['that leads to a file', 'c', { [WELL_KNOWN]: (json) => json(metadata('c', { token_endpoint: 'file:///etc/passwd' })) }, 'Address'],
  ['whose description is too large', 'd', { [WELL_KNOWN]: (json) => json({ ...metadata('d'), more: 'x'.repeat(300_000) }) }, 'Large'],
  ['whose description is elsewhere', 'e', { [WELL_KNOWN]: (json, raw) => raw.writeHead(302, { location: `${issuerOf('plain')}/${WELL_KNOWN}` }).end() }, 'Status'],
  ['whose description is a page', 'f', { [WELL_KNOWN]: (json) => json('<html>') }, 'Unreadable'],
  ['without keys', 'g', { keys: (json) => json({ keys: [{ kty: 'oct', k: 'AAAA', kid: 'first' }] }) }, 'NoKeys'],
  ['whose keys are too large', 'h', { keys: (json) => json({ keys: [], more: 'x'.repeat(300_000) }) }, 'Large'],
  ["whose keys are at a cloud machine's secrets", 'i', { [WELL_KNOWN]: (json) => json(metadata('i', { jwks_uri: 'http://169.254.169.254/latest/meta-data' })) }, 'Inside'],
  ['that never answers', 'j', { [WELL_KNOWN]: () => {} }, 'Slow'],
]) {
  behaviours.set(name, behaviour);
  await set(ours, name);
  const { answer } = await begun(ours);
  await refused(answer, `a provider ${what}`, { status: 502, says: /svarer ikke/, log });
  const count = asked.length;
  await refused((await begun(ours)).answer, `the same a moment later`, { status: 502, says: /svarer ikke/, log });
  assert.equal(asked.length, count, `${what}: it is left alone for a while`);
}

// Who is vouched for, and how far it is believed.
await set(ours, 'plain');
const comesAs = async (more, settings) => {
  if (settings) await set(ours, 'plain', settings);
  const attempt = await begun(ours);
  gives(statement(claims('plain', attempt, more)));
  return back(ours, attempt.held, { code: 'c', state: attempt.state });
};
await refused(await comesAs({ sub: 'x1', email_verified: false }), 'an address that nobody has checked', { says: /bekreftet/, log: 'no way in: unchecked' });
await refused(await comesAs({ sub: 'x1', email_verified: 'yes' }), 'an address that is said to be checked in another word', { says: /bekreftet/, log: 'no way in: unchecked' });
await refused(await comesAs({ sub: 'x1', email_verified: true }), "another account with a linked person's address", { says: /En annen konto/, log: 'no way in: another' });
await refused(await comesAs({ sub: 'x1', email: undefined }), 'nobody by no address', { says: /forteller ikke/, log: 'no way in: no-address' });
await refused(await comesAs({ sub: 'x1', email: 'hvem@test.no' }), 'somebody whom nobody knows', { says: /ikke lagt inn/, log: 'no way in: unknown' });
await refused(await comesAs({ sub: 'x1', email: 'hvem@privat.example' }, { domains: 'test.no' }), 'somebody of another domain', { says: /ikke en av virksomhetens/, log: 'no way in: domain' });
await refused(await comesAs({ acr: 'low' }, { levels: 'high higher' }), 'a weaker way to sign in than is demanded', { says: /svakere måte/, log: "isn't believed: level" });
await refused(await comesAs({}), 'a way to sign in that nobody tells', { says: /svakere måte/, log: "isn't believed: level" });
await comesIn(await comesAs({ acr: 'higher' }), 'a way to sign in that is demanded');
behaviours.get('plain').me = (json) => json({ sub: 'somebody else', email: person, email_verified: true });
await refused(await comesAs({ sub: 'x2', email: undefined }, { levels: '' }), 'an address that is told of somebody else', { says: /forteller ikke/, log: 'no way in: no-address' });
behaviours.get('plain').me = (json) => json({ sub: 'x2', email: 'hvem@test.no', email_verified: false });
await refused(await comesAs({ sub: 'x2', email: undefined, email_verified: true }), 'a word that an address was checked, and the address from elsewhere', { says: /bekreftet/, log: 'no way in: unchecked' });

// Keys that are changed are asked for anew, and not by everybody who names another.
{
  let shown = ['first'];
  behaviours.set('turning', { keys: (json) => json({ keys: shown.map((name) => jwk(name)) }), token: (json, raw) => made(json, raw) });
  await set(ours, 'turning');
  const turned = async (kid) => {
    const attempt = await begun(ours);
    gives(statement(claims('turning', attempt), { kid }));
    return back(ours, attempt.held, { code: 'c', state: attempt.state });
  };
  const times = () => asked.filter((one) => one.name === 'turning' && one.path === 'keys').length;
  await comesIn(await turned('first'), 'the first key');
  assert.equal(times(), 1);
  shown = ['second'];
  await comesIn(await turned('second'), 'the key that came after it');
  assert.equal(times(), 2, 'asked for anew');
  for (let i = 0; i < 3; i += 1) await refused(await turned('curve'), 'a key that nobody knows, again', { says: NOT_BELIEVED, log: "isn't believed: unknown-key" });
  assert.equal(times(), 2, 'not asked for again within a minute');
}

console.log(`ADMITTED ${admitted}`);
server.closeAllConnections();
server.close();
