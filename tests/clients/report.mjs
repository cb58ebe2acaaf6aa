// The HTML report in Chromium: it runs and loads nothing, fits every width, is readable in light and dark, and can be
// read with the keyboard alone. node report.mjs CHROMIUM PAGE [FOLDER FOR SCREENSHOTS]
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
const { chromium } = createRequire(resolve('package.json'))('playwright-core');

const [executablePath, page, shots] = process.argv.slice(2);
const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'];
const browser = await chromium.launch({ executablePath, args });
let failures = 0;
const check = (fine, what) => { if (!fine) { console.log('FAILED:', what); ++failures; } };

// Relative luminance, WCAG 2.
const contrast = (a, b) => {
  const light = colour => colour.map(c => c / 255).map(c => c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  const [low, high] = [light(a), light(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
};

for (const width of [320, 768, 1280, 1920]) {
  for (const colorScheme of ['light', 'dark']) {
    const tab = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
    const loaded = [], said = [];
    tab.on('request', request => loaded.push(request.url()));
    tab.on('console', message => said.push(message.text()));
    tab.on('dialog', dialog => { said.push('dialog'); dialog.dismiss(); });
    await tab.goto('file://' + resolve(page));
    const name = `${width} ${colorScheme}`;
    check(loaded.length === 1, `${name}: loads ${loaded.slice(1)}`);
    check(said.length === 0, `${name}: ${said}`);
    check(await tab.evaluate(() => document.scripts.length === 0 && window.hacked === undefined), `${name}: runs something`);
    check(await tab.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${name}: wider than the window`);
    check(await tab.evaluate(() => [...document.querySelectorAll('a[href^="#"]')].every(a => document.getElementById(a.hash.slice(1)))),
      `${name}: a link leads nowhere`);
    check(await tab.evaluate(() => new Set([...document.querySelectorAll('[id]')].map(e => e.id)).size ===
      document.querySelectorAll('[id]').length), `${name}: an id is there twice`);
    const colours = await tab.evaluate(() => {
      const numbers = text => (text.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number);
      const behind = element => {
        for (let e = element; e; e = e.parentElement) {
          const colour = getComputedStyle(e).backgroundColor;
          if (colour !== 'rgba(0, 0, 0, 0)') return numbers(colour);
        }
        return [255, 255, 255];
      };
      return [...document.querySelectorAll('p, li, h1, h2, h5, dd, dt, th, td, .mark, code, .place, .severity')]
        .filter(e => e.textContent.trim()).map(e => ({ text: e.textContent.slice(0, 40), on: behind(e), of: numbers(getComputedStyle(e).color) }));
    });
    for (const { text, on, of } of colours)
      check(contrast(on, of) >= 4.5, `${name}: contrast ${contrast(on, of).toFixed(2)} of "${text}"`);
    if (shots) await tab.screenshot({ path: `${shots}/${width}-${colorScheme}.png`, fullPage: true });
    await tab.close();
  }
}

// With the keyboard alone: from the skip link to a number, to its card, and back.
const tab = await browser.newPage({ viewport: { width: 1280, height: 900 } });
await tab.goto('file://' + resolve(page));
const focus = () => tab.evaluate(() => ({ kind: document.activeElement.className, href: document.activeElement.getAttribute('href'),
  outline: getComputedStyle(document.activeElement).outlineStyle }));
await tab.keyboard.press('Tab');
check((await focus()).kind === 'skip', 'the first Tab stop is not the skip link');
await tab.keyboard.press('Enter');
let at;
for (let i = 0; i < 50; ++i) {
  await tab.keyboard.press('Tab');
  at = await focus();
  check(at.outline !== 'none', `no focus ring on ${at.kind}`);
  if (at.kind.startsWith('mark')) break;
}
check(at.kind.startsWith('mark'), 'no number can be reached');
await tab.keyboard.press('Enter');
check(await tab.evaluate(() => document.querySelector('.card:target') !== null), 'Enter does not lead to the card');
await tab.keyboard.press('Tab');
check((await focus()).kind === 'place', 'the card does not lead back');
await tab.keyboard.press('Enter');
check(await tab.evaluate(() => document.querySelector('.mark:target') !== null), 'Enter does not lead back to the number');
await browser.close();
if (failures) process.exit(1);
console.log('nothing runs or loads; no overflow from 320 to 1920; contrast at least 4.5 in light and dark; keyboard works');
