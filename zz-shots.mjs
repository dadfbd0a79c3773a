import { readFileSync } from 'node:fs';
import { chromium } from 'playwright';
import { CHROMIUM_FLAGS, ensureChromium } from './scripts/chromium.mjs';
import { quickBuilder } from './tests/bench/wide/support/quick-app.mjs';
const reqs = readFileSync('tests/bench/wide/requirements.jsonl', 'utf8').trim().split('\n').map(JSON.parse);
const ids = process.argv.slice(2);
const browser = await chromium.launch({ executablePath: ensureChromium(), headless: true, args: CHROMIUM_FLAGS });
const b = await quickBuilder({});
for (const id of ids) {
  const r = reqs.find(x => x.id === id);
  const app = await b.start(id, r.requirement).catch(e => ({ error: String(e).slice(0, 1500) }));
  if (app.error) { console.log(id, app.error); continue; }
  console.log(id, app.frame, 'unbuilt', JSON.stringify(app.unbuilt).slice(0, 600));
  const p = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
  await p.goto(app.url); await p.waitForTimeout(800);
  const links = await p.evaluate(() => [...new Set([...document.querySelectorAll('a[href^="/"]')].map(a => a.getAttribute('href').split('#')[0]))].slice(0, 5));
  await p.screenshot({ path: `/tmp/shots/${id}-home.png`, fullPage: true });
  let n = 0;
  for (const l of links) { if (l === '/' || !l) continue; await p.goto(app.url.replace(/\/$/, '') + l); await p.waitForTimeout(500); await p.screenshot({ path: `/tmp/shots/${id}-${++n}.png`, fullPage: true }); if (n > 3) break; }
  await p.setViewportSize({ width: 375, height: 800 }); await p.goto(app.url); await p.waitForTimeout(400); await p.screenshot({ path: `/tmp/shots/${id}-phone.png` });
  await app.stop();
}
await b.dispose(); await browser.close(); process.exit();
