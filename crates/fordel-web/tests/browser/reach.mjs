// Every page of the site, for everyone: narrow, enlarged, lying and standing, with text spaced out, by keyboard, by a finger.
//
// What the declaration of accessibility says of a criterion is held here, where no other scenario holds it. The first scenario makes a
// site, the second goes through its pages once and keeps what it sees; each of the others tells of one criterion.

import assert from 'node:assert/strict';
import { asItStands, findings, founded, kept, pages, play, proposed, scenario } from './harness.mjs';

const [first, ownRoutes, allRoutes] = process.argv.slice(4);
const PASSWORD = 'fire grønne hester';

/** Who is signed in, the pages that anybody sees, and the others. */
const site = { cookies: [], open: [], pages: [] };
/** What was found wrong, by criterion; and what each page is called. */
const found = { axe: [], narrow: [], enlarged: [], lying: [], standing: [], spaced: [], small: [], named: [], taken: [], language: [], titled: [] };
const titles = new Map();
const frames = new Set();
let looked = 0;

/** The pages of the site as routes, those with the fewest parts left open first; those that no other scenario shows to axe in every window. */
const routes = allRoutes.split(' ').sort((a, b) => a.split('{').length - b.split('{').length);
const OWN = new Set(ownRoutes.split(' '));
/** Those that were answered with a page when they were looked at. */
const visited = new Set();
/** Pages that are drawn by a route that another scenario shows, but otherwise than there. */
const ALSO = /\/mapping\?ark=(Vakter|Kurs)/;

/** The route of a path; none where there is no such page. */
const routeOf = (path) => routes.find((route) => new RegExp(`^${route.replace(/\{\w+\}/g, '[^/]+')}$`).test(path.split('?')[0]));

/** Shows the page as it stands to axe. */
const toAxe = (page) => asItStands(page, async (name) => {
  const path = page.url().slice(new URL(page.url()).origin.length);
  found.axe.push(...(await findings(page)).map((one) => `${path}, ${name}: ${one}`));
});

scenario('a site with everything on it is made', async ({ page, context, base }) => {
  context.setDefaultTimeout(90_000);
  const unit = await founded(page, first);
  await proposed(page, context, unit);
  const copy = { headers: { origin: base }, maxRedirects: 0 };
  assert.equal((await context.request.post(`${unit}/p/1/copy`, copy)).status(), 303);
  await page.goto(`${unit}/p/1/decide`);
  await page.fill('#held_on', '2026-11-20');
  for (const part of ['nature', 'qualification', 'follow_up', 'medicines']) {
    const field = page.locator(`#${part}`);
    if (await field.count()) await field.fill('Vurdert i fagmøte.');
  }
  await page.click('main form.stack button[type=submit]');
  await page.waitForURL(/\/decisions\/1$/);
  await page.goto(`${base}/people`);
  const top = await page.getAttribute('#branches a', 'href');
  // Links that are handed to people: one that nobody has taken, one that somebody has, and one to a new password for them.
  const own = { headers: { origin: base } };
  const link = async (address, form, kind) => {
    const told = await (await context.request.post(base + address, { ...own, form })).text();
    return base + told.match(new RegExp(`/${kind}/[0-9a-f]{64}`))[0];
  };
  // A unit where nothing is proposed yet.
  const added = await context.request.post(`${base}/branches`, { ...copy, form: { name: 'Tom post', kind: 'unit', parent: top.split('/').pop() } });
  const empty = new URL(added.headers().location, base).href.replace(/\/mapping$/, '');
  const invite = () => link(`${top}/invite`, { 'invited-role': 'reader', email: '' }, 'invited');
  const [free, taken] = [await invite(), await invite()];
  const other = await context.browser().newContext();
  const account = { name: 'Ola Leser', email: 'ola@sykehus.test', password: 'tre røde traktorer' };
  assert.equal((await other.request.post(taken, { ...own, form: account, maxRedirects: 0 })).status(), 303);
  await other.close();
  await page.goto(`${base}/people`);
  const back = await page.getAttribute('a[href*="/way-back/"]', 'href');
  await page.goto(`${unit}/p/1/board`);
  const why = await page.getAttribute('a[href*="/why/"]', 'href');
  await page.goto(new URL(why, unit).href);
  await page.fill('#text', 'Vi har ikke nok folk om natta.');
  await page.click('.objections form button');
  await page.waitForSelector('.objections blockquote');
  await page.goto(`${unit}/p/1/staffing`);
  const heads = await page.getAttribute('a[href*="/heads/"]', 'href');
  // What is solved when somebody asks: before, and on its way.
  for (const part of ['certainty', 'year', 'training/order']) {
    await page.goto(`${unit}/p/1/${part}`);
    await toAxe(page);
  }
  const solved = (part, form) => context.request.post(`${unit}/p/1/${part}`, { ...copy, form, timeout: 200_000 });
  assert.equal((await solved('training/order', { sekunder: '20' })).status(), 303);
  await page.goto(`${unit}/p/1/training/order`);
  found.axe.push(...(await findings(page)).map((one) => `the order of courses on its way: ${one}`));
  const asked = { fra: '2027-01-04', uker: '4', sommer: '26', puljer: '3', lengde: '3', borte: '40', aktivitet: '100', overlapp: '0', tilovers: '0' };
  const year = new URL((await solved('year', asked)).headers().location, unit).href;
  assert.equal((await solved('certainty', { under: '2' })).status(), 303);
  const patience = Date.now() + 60_000;
  const order = async () => (await context.request.get(`${unit}/p/1/training/order`)).text();
  while ((await order()).includes('data-following')) {
    assert.ok(Date.now() < patience, 'the courses are in order');
    await page.waitForTimeout(500);
  }
  assert.match(await order(), /id="order"/);
  await page.goto(`${unit}/mapping`);
  const sheets = await page.locator('.tabs a').evaluateAll((links) => links.map((link) => link.href));
  assert.ok(sheets.length > 5, `${sheets}`);
  // A row with an objection.
  await page.goto(`${unit}/objections`);
  const row = (await page.getAttribute('a[href*="/objections?linje="]', 'href')).split('=').pop();
  // A use of the traffic light is logged, so that its log and statistics show something.
  await page.goto(`${unit}/now`);
  await page.click('a.step[id^=more]');
  // The answer is drawn anew before anything is typed beside it.
  await page.waitForURL(/m\..+=1/);
  await page.waitForFunction(() => document.getElementById('said').textContent.length > 5);
  await page.click('#logg summary');
  await page.selectOption('#valg', 'overtime');
  await page.selectOption('#aarsak', 'sickness');
  await page.fill('#timer', '3,5');
  await page.fill('#grunn', 'Prøve.');
  await page.click('#logg button[type=submit]');
  await page.waitForURL(/now\/log\?ny=/);
  const correct = await page.getAttribute('#uses a[href*="/now/log/"]', 'href');
  await page.goto(`${unit}/history`);
  const putBack = await page.getAttribute('#history a[href*="/history/back/"]', 'href');
  // A workbook, and a list from a competence portal with something of each kind that can be wrong.
  const handedIn = async (part, file) => {
    await page.goto(`${unit}/${part}`);
    await page.setInputFiles('#file', file);
    await page.click('main form.stack button[type=submit]');
    await page.waitForURL(/\/[0-9a-f]{64}$/);
    return page.url();
  };
  const book = await (await context.request.get(`${base}/template.xlsx?eksempel=1`)).body();
  const workbook = await handedIn('import', { name: 'eksempel.xlsx', mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', buffer: book });
  const listed = [
    'Ansattnr;Navn;Stilling;Kurs;Gjennomført dato;Gyldig til;Status',
    '4711001;Siv Tveit;Helsefagarbeider;sårstell;01.02.2026;01.02.2028;Fullført',
    '4711002;Ola Hansen;Helsefagarbeider;Sårkurs 2026;15.03.2026;;Påmeldt',
    '4711003;Liv Berg;Helsefagarbeider;sårstell;i fjor;;Fullført',
    '4711004;Per Vik;Portør;sårstell;15.03.2026;;Fullført',
  ];
  const courses = await handedIn('import/people', { name: 'kurs.csv', mimeType: 'text/csv', buffer: Buffer.from(listed.join('\n')) });
  // Counts of activity, handed in and told: four weeks, and a Sunday far off.
  const counts = Array.from({ length: 28 }, (_, at) => `2027-02-${String(at + 1).padStart(2, '0')};${at === 20 ? 90 : 20 + (at % 3)}`);
  const activity = await handedIn('activity', { name: 'historikk.csv', mimeType: 'text/csv', buffer: Buffer.from(`Dato;Antall\n${counts.join('\n')}\n`) });
  // Projected population of two regions, told for both.
  const people = ['Nord', 'Sør'].flatMap((region) => [2026, 2036].flatMap((year) => ['0-17', '18-49', '50-66', '67-79', '80+'].map((ages) => `${region};${ages};${year};1000`)));
  await handedIn('population', { name: 'folkemengde.csv', mimeType: 'text/csv', buffer: Buffer.from(`Region;Alder;År;Antall\n${people.join('\n')}\n`) });
  await page.check('#region-0');
  await page.check('#region-1');
  await page.click('main form[method=get] button');
  await page.waitForURL(/region=S/);
  const population = page.url();
  const parts = ['', '/now', '/now/pool', '/now/rules', '/now/log', '/now/statistics', '/priorities', '/priorities?alle=1', '/workshop', `/mapping/row/${row}`, '/objections', '/library', '/import', '/import/people', '/activity', '/population', '/history', '/proposals', '/p/1', '/p/1/differences?mot=2', '/p/1/decide', '/decisions/1'];
  const answers = ['/training/order', '/certainty?under=2', '/cell/0/1/0', '/presence/0/1', '/today'];
  const shown = ['/board', '/staffing', '/rhythm', '/rhythm?gruppe=HFA&dager=uke', '/rhythm/names', '/training', '/findings', '/projection', ...answers];
  const inside = [...parts, ...shown.map((part) => `/p/1${part}`)].map((part) => unit + part);
  site.open = [`${base}/enter`, `${base}/nowhere`, free, await link(back, {}, 'way-back')];
  const branches = [`${base}/people`, `${base}/people/sign-in`, base + top, unit.replace('/u/', '/people/') + '/erase', base + back];
  const told = [activity, population, workbook, courses, year, base + correct, base + putBack, new URL(why, unit).href, new URL(heads, unit).href];
  const without = ['/year', '/projection', '/objections'].map((part) => empty + part);
  site.pages = [`${base}/`, `${base}/projection`, ...told, ...without, ...branches, `${base}/me`, ...inside, ...sheets];
  site.cookies = await context.cookies();
});

/** What makes the page wider than the window; tables and pictures scroll by themselves. */
const wider = (page) =>
  page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    const out = [...document.querySelectorAll('body *')].filter((one) => one.getBoundingClientRect().right > width + 1 && !one.closest('.scroll, .steps ol'));
    const named = out.slice(0, 6).map((one) => `${one.tagName}.${one.className} ends at ${Math.round(one.getBoundingClientRect().right)} of ${width}`);
    // What should scroll by itself may be what doesn't.
    return named.length ? named : [`the page is ${document.documentElement.scrollWidth} of ${width}`];
  });

/** Pages all of whose tables stack on a narrow screen. */
const STACKED = new Set(['/', '/people', '/people/{branch}', '/u/{unit}/history', '/u/{unit}/p/{number}/rhythm/names', '/u/{unit}/p/{number}/training']);

/** Tables that scroll sideways in their own place. */
const sideways = (page) =>
  page.evaluate(() => [...document.querySelectorAll('.scroll')].filter((one) => one.scrollWidth > one.clientWidth + 1)
    .map((one) => `${one.querySelector('table').id} is ${one.scrollWidth} of ${one.clientWidth}`));

/** What is cut off when text is spaced as WCAG 1.4.12 asks a page to bear, and wasn't before. */
const cutOff = (page) =>
  page.evaluate(() => {
    const cut = () => new Set([...document.querySelectorAll('body *')].filter((one) => {
      if (!one.checkVisibility() || one.closest('.ds-sr-only, svg, select')) return false;
      const style = getComputedStyle(one);
      const clips = (axis) => ['hidden', 'clip'].includes(style[`overflow${axis}`]);
      return (clips('X') && one.scrollWidth > one.clientWidth + 1) || (clips('Y') && one.scrollHeight > one.clientHeight + 1);
    }));
    const before = cut();
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; } p { margin-bottom: 2em !important; }');
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    return [...cut()].filter((one) => !before.has(one)).slice(0, 6).map((one) => `${one.tagName}.${one.className}: ${one.textContent.trim().slice(0, 40)}`);
  });
const asItWas = (page) => page.evaluate(() => { document.adoptedStyleSheets = document.adoptedStyleSheets.slice(0, -1); });

/** What one presses that is smaller than 24 px and has something else within 24 px of its middle (WCAG 2.5.8). */
const tooSmall = (page) =>
  page.evaluate(() => {
    const all = [...document.querySelectorAll('a[href], button, summary, select, textarea, input:not([type=hidden]), [role=button], [tabindex="0"]')];
    const boxes = all.filter((one) => one.checkVisibility({ visibilityProperty: true })).map((one) => {
      const own = one.getBoundingClientRect();
      // A box to tick is pressed by its label too.
      const label = ['checkbox', 'radio'].includes(one.type) ? one.labels?.[0]?.getBoundingClientRect() : null;
      const of = (side, pick) => (label ? pick(own[side], label[side]) : own[side]);
      return { one, left: of('left', Math.min), right: of('right', Math.max), top: of('top', Math.min), bottom: of('bottom', Math.max) };
    }).filter(({ left, right, top, bottom }) => right > left && bottom > top);
    // A link in a sentence is as high as its line.
    const inline = ({ one }) => one.matches('a') && getComputedStyle(one).display === 'inline' && one.parentElement.textContent.trim() !== one.textContent.trim();
    const size = (b) => Math.min(b.right - b.left, b.bottom - b.top);
    const apart = (a, b) => {
      const [x, y] = [(a.left + a.right) / 2, (a.top + a.bottom) / 2];
      if (size(b) < 23.9) return Math.hypot((b.left + b.right) / 2 - x, (b.top + b.bottom) / 2 - y) >= 24;
      return Math.hypot(Math.max(b.left - x, 0, x - b.right), Math.max(b.top - y, 0, y - b.bottom)) >= 12;
    };
    const nested = (a, b) => a.one.contains(b.one) || b.one.contains(a.one);
    return boxes.filter((a) => size(a) < 23.9 && !inline(a) && boxes.some((b) => b !== a && !nested(a, b) && !apart(a, b)))
      .slice(0, 6).map((a) => `${a.one.outerHTML.slice(0, 90)} is ${Math.round(a.right - a.left)} × ${Math.round(a.bottom - a.top)}`);
  });

/** Names that don't hold what is shown (WCAG 2.5.3), those of links that take out something else too, and what stands in the frame. */
const called = (page) =>
  page.evaluate(() => {
    const plain = (text) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
    const seen = (one) => [...one.childNodes].filter((node) => node.nodeType === 3 || !node.matches?.('[aria-hidden=true], .ds-sr-only')).map((node) => node.textContent).join(' ');
    const wrong = [...document.querySelectorAll('a[aria-label], button[aria-label], summary[aria-label]')]
      .filter((one) => one.checkVisibility() && plain(seen(one)) && !plain(one.getAttribute('aria-label')).includes(plain(seen(one))))
      .map((one) => one.outerHTML.slice(0, 160));
    const taken = [...document.querySelectorAll('.take-out a')].map((one) => one.getAttribute('aria-label') ?? one.textContent.trim());
    return {
      wrong,
      alike: taken.filter((name, at) => taken.indexOf(name) !== at),
      frame: [...document.querySelectorAll('.top .mark, .language button, .menu li')].map((one) => one.textContent.trim()).join(' | '),
      title: document.title,
      headings: [...document.querySelectorAll('h1')].map((one) => one.textContent.trim()),
      lang: `${document.documentElement.lang} ${document.querySelector('.language button')?.lang}`,
    };
  });

async function look(page, address) {
  await page.setViewportSize({ width: 1280, height: 800 });
  const answer = await page.goto(address);
  assert.ok(answer.status() < 500, `${address}: ${answer.status()}`);
  const path = address.slice(new URL(address).origin.length);
  const route = routeOf(path);
  if (answer.status() === 200) visited.add(route);
  const keep = (kind, wrong) => found[kind].push(...wrong.map((one) => `${path}: ${one}`));
  const told = await called(page);
  keep('named', told.wrong);
  keep('taken', told.alike);
  keep('language', told.lang === 'nb en' ? [] : [told.lang]);
  const good = told.headings.length === 1 && told.headings[0] && told.title.endsWith(' – Fordel') && !titles.has(told.title);
  keep('titled', good ? [] : [`«${told.title}» (as ${titles.get(told.title)}), ${told.headings}`]);
  titles.set(told.title, path);
  if (site.pages.includes(address)) frames.add(told.frame);
  keep('small', await tooSmall(page));
  keep('spaced', [...(await cutOff(page)), ...(await wider(page))]);
  await asItWas(page);
  for (const [kind, width, height] of [['enlarged', 640, 400], ['lying', 740, 360], ['standing', 360, 740], ['narrow', 320, 640]]) {
    await page.setViewportSize({ width, height });
    keep(kind, [...(await wider(page)), ...((await page.locator('h1').isVisible()) ? [] : ['the heading is gone'])]);
  }
  if (STACKED.has(route)) keep('narrow', await sideways(page));
  keep('small', await tooSmall(page));
  keep('spaced', [...(await cutOff(page)), ...(await wider(page))]);
  await asItWas(page);
  if (!route || OWN.has(route) || ALSO.test(path)) await toAxe(page);
  looked += 1;
}

scenario('every page is looked at once', async ({ page, context }) => {
  context.setDefaultTimeout(30_000);
  for (const address of site.open) await look(page, address);
  await context.addCookies(site.cookies);
  for (const address of site.pages) await look(page, address);
  assert.ok(looked > 30, `${looked} pages`);
  // One is open only once, two are of a provider: other scenarios show them.
  const elsewhere = ['/enter/oidc/{entrance}/answer', '/enter/oidc/{entrance}/left', '/start/{key}'];
  assert.deepEqual(routes.filter((route) => !visited.has(route)).sort(), elsewhere, 'every page is looked at');
});

const holds = (name, kind) => scenario(name, async () => {
  assert.ok(looked > 30, 'the pages were looked at');
  assert.deepEqual(found[kind], [], found[kind].join('\n'));
});
holds('axe finds nothing on pages that it is shown nowhere else', 'axe');
holds('every page is read at 320 px without scrolling sideways', 'narrow');
holds('every page is read at 200 % without scrolling sideways', 'enlarged');
holds('every page is read on a telephone that lies', 'lying');
holds('every page is read on a telephone that stands', 'standing');
holds('text that is spaced out loses nothing', 'spaced');
holds('whatever one presses is 24 px large or stands by itself', 'small');
holds('what a control shows is said in its name', 'named');
holds('each link that takes a table out is named as no other on its page', 'taken');
holds('every page says its language, and the other language in its own', 'language');
holds('every page has a title and a heading of its own', 'titled');
scenario('the frame of every page is the same', async () => assert.equal(frames.size, 1, [...frames].join('\n')));

scenario('the focus is seen wherever it goes, nothing lies over it, and it is never caught', async ({ page, context }) => {
  context.setDefaultTimeout(30_000);
  const walk = async (address) => {
    await page.goto(address);
    const seen = new Set();
    for (let i = 0; i < 45; i += 1) {
      await page.keyboard.press('Tab');
      const at = await page.evaluate(() => {
        const one = document.activeElement;
        if (!one || one === document.body) return null;
        one.dataset.walk ??= String(document.querySelectorAll('[data-walk]').length + 1);
        const style = getComputedStyle(one);
        const marked = style.outlineStyle !== 'none' || style.boxShadow !== 'none' || Boolean(one.closest('.ds-field, label')?.matches(':has(:focus-visible)'));
        // Of what is larger than the window, the part that is in it.
        const all = one.getClientRects()[0] ?? one.getBoundingClientRect();
        const [left, right, top, bottom] = [Math.max(all.left, 0), Math.min(all.right, innerWidth), Math.max(all.top, 0), Math.min(all.bottom, innerHeight)];
        const points = [[.5, .5], [.1, .5], [.9, .5], [.5, .15], [.5, .85]].map(([x, y]) => document.elementFromPoint(left + (right - left) * x, top + (bottom - top) * y));
        const mine = (top) => top && (one.contains(top) || top.contains(one) || one.labels?.[0]?.contains(top));
        return { walk: one.dataset.walk, what: one.outerHTML.slice(0, 90), marked, covered: !points.some(mine) };
      });
      if (!at) return;
      assert.equal(page.url(), address, `nothing happens because ${at.what} has the focus`);
      assert.ok(at.marked, `${address}: no mark of focus on ${at.what}`);
      assert.ok(!at.covered, `${address}: something lies over ${at.what}`);
      if (seen.has(at.walk)) {
        assert.ok(seen.size > 3, `${address}: caught at ${at.what}`);
        return;
      }
      seen.add(at.walk);
    }
  };
  await walk(site.open[0]);
  await context.addCookies(site.cookies);
  for (const address of site.pages) await walk(address);
}, { viewport: { width: 1100, height: 600 } });

scenario('the tasks and the year lie on paper, and fit it', async ({ page, context }) => {
  await context.addCookies(site.cookies);
  const print = async (part, name) => {
    await page.goto(site.pages.find((one) => part.test(one)));
    const bytes = await page.pdf({ preferCSSPageSize: true, path: kept(`reach-${name}.pdf`) });
    const { all, lying } = pages(bytes);
    assert.ok(all > 0 && lying === all, `${name}: ${lying} of ${all} lie`);
    // As wide as what is printed of a page.
    await page.setViewportSize({ width: 1016, height: 680 });
    await page.emulateMedia({ media: 'print' });
    assert.deepEqual(await wider(page), [], name);
  };
  await print(/\/year\?/, 'year');
  await print(/\/mapping(\?ark=Oppgaver)?$/, 'tasks');
  const heads = await page.locator('#grid thead th').evaluateAll((all) => all.filter((one) => one.checkVisibility()).map((one) => one.firstChild.data));
  const kinds = ['Nr', 'Oppgave', 'Kategori', 'Tidsintervall', 'Dager', 'Antall', 'Per', 'Minutter', 'Minstekrav', 'I dag', 'Opplæring', 'Prioritet', 'Merknad'];
  assert.deepEqual(heads.slice(0, kinds.length), kinds);
  assert.equal(heads.length, kinds.length + 1, `and where the talk about it stands: ${heads}`);
});

scenario('letters that work as keys can be turned off', async ({ page, context }) => {
  await context.addCookies(site.cookies);
  const address = site.pages.find((one) => one.endsWith('/workshop'));
  await page.goto(address);
  const line = () => page.locator('#workshop').getAttribute('data-line');
  const before = await line();
  const parked = () => page.textContent('#workshop-progress');
  await page.click('.workshop-keys summary');
  await page.uncheck('#workshop-keys-switch input');
  await page.locator('#workshop-keys-switch input').blur();
  const told = await parked();
  await page.keyboard.press('p');
  await page.keyboard.press('m');
  assert.ok(await page.evaluate(() => document.activeElement === document.body), 'no letter moves the focus');
  await page.goto(address);
  assert.deepEqual([await line(), await parked()], [before, told], 'nothing is parked');
  await page.click('.workshop-keys summary');
  assert.ok(!(await page.isChecked('#workshop-keys-switch input')), 'it is remembered');
  await page.check('#workshop-keys-switch input');
  await page.locator('#workshop-keys-switch input').blur();
  await page.keyboard.press('m');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'minutes');
});

scenario('a password and a code may be pasted, and password stores are told what they are', async ({ page, context, base }) => {
  const told = async (id, kind) => {
    assert.equal(await page.getAttribute(id, 'autocomplete'), kind);
    await page.focus(id);
    const taken = await page.evaluate(() => document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: new DataTransfer(), bubbles: true, cancelable: true })));
    assert.ok(taken, `${id}: pasting is refused`);
  };
  await page.goto(`${base}/enter`);
  assert.equal(await page.getAttribute('#password', 'type'), 'password');
  await told('#email', 'username');
  await told('#password', 'current-password');
  // What is really pasted by keys arrives.
  await page.fill('#email', PASSWORD);
  await page.press('#email', 'Control+a');
  await page.press('#email', 'Control+c');
  await page.focus('#password');
  await page.keyboard.press('Control+v');
  assert.equal(await page.inputValue('#password'), PASSWORD);
  await context.addCookies(site.cookies);
  await page.goto(`${base}/me`);
  await told('#name', 'name');
  await told('#new', 'new-password');
  await page.click('form[action="/me/codes/start"] button');
  await told('#code', 'one-time-code');
});

await play();
