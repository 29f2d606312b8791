// An organisation's people come in by its own provider: a real one, through its own pages.

import assert from 'node:assert/strict';
import { asItStands, beyond, everyWindow, founded, holds, picture, play, scenario } from './harness.mjs';
import { signsIn, started } from './providers/real.mjs';

const [first] = process.argv.slice(4);
const provider = await started();
// The provider's pages ask for a typeface elsewhere, and get none.
beyond.push(provider.issuer, 'https://fonts.googleapis.com/');
const SECRET = 'hemmelig til deling: 100%+/&=';

/** A window of somebody else. */
async function another(context) {
  const fresh = await context.browser().newContext({ locale: 'nb-NO' });
  fresh.setDefaultTimeout(10_000);
  await fresh.route('https://fonts.googleapis.com/**', (route) => route.fulfill({ contentType: 'text/css', body: '' }));
  return fresh.newPage();
}

const heading = (page) => page.textContent('main h1');

/** Comes in from the page where one signs in. */
async function entersBy(page, base, login) {
  await page.goto(`${base}/enter`);
  await page.click('main a:has-text("Logg inn med Helse Prøve")');
  await signsIn(page, login);
}

/** A link that invites to the unit. */
async function invitation(page, base, unit, email) {
  await page.goto(`${base}/people/${unit.split('/').pop()}`);
  await page.selectOption('#invited-role', 'contributor');
  await page.fill('#email', email);
  await page.click('form[action$="/invite"] button');
  return page.textContent('#secret');
}

scenario('an organisation sets up its provider, and its people come in by it', async ({ page, context, base }) => {
  const unit = await founded(page, first);
  const link = await invitation(page, base, unit, 'ola@sykehus.test');
  const ola = await another(context);
  await ola.goto(link);
  await ola.fill('#name', 'Ola');
  await ola.fill('#password', 'tre røde traktorer');
  await ola.click('main button[type=submit]');
  await ola.waitForURL(`${base}/`);
  await ola.context().close();

  // The administrator sets it up, and is told what is wrong.
  await page.goto(`${base}/people`);
  await page.click('main a:has-text("Innlogging med virksomhetens konto")');
  await holds(page, 'nothing is set up');
  const answers = await page.textContent('#answer-address');
  provider.configure({ secret: SECRET, answers, out: await page.textContent('#out-address') });
  const save = async (fields) => {
    for (const [name, value] of Object.entries(fields)) await page.fill(`#${name}`, value);
    await page.click('form[action="/people/sign-in"] button[type=submit]');
  };
  const tries = async () => {
    await page.click('form[action="/people/sign-in/try"] button');
    return page.textContent('#trial');
  };
  await save({ issuer: 'http://kontoer.sykehus.test', client: 'fordel', button: 'Helse Prøve' });
  await holds(page, 'faults in the settings');
  assert.deepEqual(await page.locator('.ds-error-summary li').allTextContents(), ['Utsteder: Adressen må begynne med https:// og ikke ha spørsmålstegn eller #.', 'Hemmelighet: Skriv hemmeligheten, eller velg at Fordel viser hvem det er på en annen måte.']);
  await save({ issuer: 'http://127.0.0.1:9', secret: 'feil' });
  assert.match(await tries(), /Ingen svarer hos 127\.0\.0\.1/);
  await save({ issuer: `${provider.issuer}/`, secret: 'feil' });
  assert.match(await tries(), new RegExp(`kaller seg ${provider.issuer}, ikke`));
  await save({ issuer: provider.issuer, secret: 'feil' });
  assert.match(await tries(), /godtar ikke klient-id-en eller hemmeligheten/);
  await holds(page, 'a trial that found something wrong');
  await save({ secret: SECRET });
  assert.match(await tries(), /Kontotjenesten svarer som den skal.*har én nøkkel.*PKCE med S256.*adresse for utlogging.*kjenner klient-id-en og hemmeligheten/s);
  assert.ok(!(await page.content()).includes('hemmelig til deling'), 'the secret is not shown again');
  await everyWindow(page, `${base}/people/sign-in`, 'sign-in settings', () => tries());

  // Nobody has come in by it: passwords can't be taken away.
  await page.goto(`${base}/people/sign-in`);
  await page.uncheck('#passwords');
  await save({});
  assert.match(await page.textContent('main'), /kan ikke tas bort før minst én/);

  // Ola comes in, to the very page that was asked for.
  const window = await another(context);
  await window.goto(`${unit}/mapping`);
  await holds(window, 'the page where one signs in');
  await picture(window, 'sign-in-enter');
  await window.click('main a:has-text("Logg inn med Helse Prøve")');
  await signsIn(window, 'ola');
  await window.waitForURL(`${unit}/mapping`);
  assert.match(await window.textContent('.menu summary'), /Ola/);
  await page.goto(`${base}/people/sign-in`);
  assert.deepEqual(await page.locator('#linked tbody th').allTextContents(), ['Ola']);
  await holds(page, 'somebody is linked');

  // Those who aren't here, and one whose address nobody has checked, are told what to do.
  const stranger = await another(context);
  await entersBy(stranger, base, 'ukjent');
  assert.equal(await heading(stranger), 'Helse Prøve kjenner deg, men du er ikke lagt inn i Fordel');
  assert.match(await stranger.textContent('main'), /ukjent@sykehus\.test.*invitasjon/s);
  await asItStands(stranger, (name) => holds(stranger, `nobody came in, ${name}`));
  await picture(stranger, 'sign-in-unknown');
  await stranger.goto(`${base}/me`);
  assert.equal(new URL(stranger.url()).pathname, '/enter');
  const unchecked = await another(context);
  await entersBy(unchecked, base, 'ubekreftet');
  assert.equal(await heading(unchecked), 'Helse Prøve sier ikke at e-postadressen din er bekreftet');

  // Somebody new takes an invitation by the provider, and gets the role that it gives.
  const invited = await another(context);
  await invited.goto(await invitation(page, base, unit, 'nina@sykehus.test'));
  await holds(invited, 'an invitation');
  await invited.click('main a:has-text("Logg inn med Helse Prøve")');
  await signsIn(invited, 'ny');
  await invited.waitForURL(`${base}/`);
  await invited.goto(`${base}/me`);
  assert.match(await invited.textContent('main'), /nina@sykehus\.test.*Bidragsyter/s);
  assert.equal(await invited.inputValue('#name'), 'Nina Ny');

  // Ola leaves, here and there.
  await window.click('.menu summary');
  await window.click('.menu form button');
  assert.equal(await heading(window), 'Du er logget ut av Fordel');
  await asItStands(window, (name) => holds(window, `one has left, ${name}`));
  await picture(window, 'sign-in-left');
  await window.click('main a:has-text("Logg ut hos Helse Prøve også")');
  await window.click('button:has-text("Yes, sign me out")');
  await window.waitForURL((url) => url.pathname === '/enter');
  await window.goto(`${base}/me`);
  assert.equal(new URL(window.url()).pathname, '/enter');

  // Passwords are taken from all but the administrator.
  await page.goto(`${base}/people/sign-in`);
  await page.uncheck('#passwords');
  await save({});
  assert.match(await page.textContent('main'), /Innstillingene er lagret/);
  const byPassword = async (email, password) => {
    const typing = await another(context);
    await typing.goto(`${base}/enter`);
    await typing.fill('#email', email);
    await typing.fill('#password', password);
    await typing.click('main form button[type=submit]');
    return typing;
  };
  const told = await byPassword('ola@sykehus.test', 'tre røde traktorer');
  assert.match(await told.textContent('main'), /Passord brukes ikke lenger her\. Logg inn med Helse Prøve/);
  await holds(told, 'a password that is used no more');
  const chief = await byPassword('leder@sykehus.test', 'fire grønne hester');
  await chief.waitForURL(`${base}/`);

  // Ola is ended: the provider vouches in vain.
  await page.goto(`${base}/people`);
  await page.click('button[aria-label="Avslutt tilgangen til Ola"]');
  await page.waitForURL(/\/people\?ended=\d+$/);
  const ended = await another(context);
  await entersBy(ended, base, 'ola');
  assert.equal(await heading(ended), 'Tilgangen din til Fordel er avsluttet');
  // Nina's session ends with the link.
  await page.goto(`${base}/people/sign-in`);
  await page.click('button[aria-label="Glem koblingen til Nina Ny"]');
  await page.waitForURL(/ok=forgotten/);
  await invited.goto(`${base}/me`);
  assert.equal(new URL(invited.url()).pathname, '/enter');

  // Linked again; a public client, and everything in the statement itself, do as well.
  provider.configure({ answers, out: `${base}/enter`, inStatement: true });
  await page.goto(`${base}/people/sign-in`);
  await page.selectOption('#proof', 'none');
  await save({});
  assert.match(await tries(), /Kontotjenesten svarer som den skal/);
  const publicly = await another(context);
  await entersBy(publicly, base, 'ny');
  await publicly.waitForURL(`${base}/`);

  // A key of Fordel's own, as HelseID asks for it, with each question laid there first; then the key is changed.
  await page.goto(`${base}/people/sign-in`);
  await page.selectOption('#proof', 'key');
  await save({});
  const half = async (at) => JSON.parse(await page.textContent(`#key-${at}`));
  const first_half = await half(0);
  const known = (...keys) => provider.configure({ keys, answers, out: `${base}/enter`, inStatement: true });
  known(first_half);
  assert.match(await tries(), /kjenner klient-id-en og nøkkelen/);
  await holds(page, 'a key of its own');
  const byKey = await another(context);
  await entersBy(byKey, base, 'ny');
  await byKey.waitForURL(`${base}/`);
  await page.click('button:has-text("Lag en ny nøkkel")');
  await page.waitForURL(/ok=renew/);
  const next_half = await half(1);
  assert.deepEqual(await half(0), first_half, 'the old one is still in use');
  const served = await (await page.request.get(await page.textContent('#keys-address'))).json();
  assert.deepEqual(served, { keys: [first_half, next_half] });
  assert.ok(!('d' in next_half) && first_half.kid !== next_half.kid);
  await holds(page, 'a key lies ready');
  known(first_half, next_half);
  await page.click('button:has-text("Ta den nye i bruk")');
  await page.waitForURL(/ok=take/);
  assert.deepEqual(await half(0), next_half);
  assert.match(await tries(), /kjenner klient-id-en og nøkkelen/);
  known(first_half);
  assert.match(await tries(), /godtar ikke klient-id-en eller nøkkelen/);

  // English, and what is said when the provider is gone.
  provider.stop();
  await page.click('.language button');
  await page.goto(`${base}/people/sign-in`);
  assert.match(await tries(), /Nobody answers at 127\.0\.0\.1/);
  await holds(page, 'in English');
  await page.goto(`${base}/people/sign-in`);
  await page.click('form[action="/people/sign-in/remove"] button');
  assert.match(await page.textContent('main'), /has been removed/);
  await page.goto(`${base}/enter`);
  assert.equal(await page.locator('main a[href^="/enter/oidc"]').count(), 0);
});

await play();
provider.stop();
