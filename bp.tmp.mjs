import { createServer } from 'vite';
import { readFileSync } from 'node:fs';
const vite = await createServer({ root: process.cwd(), logLevel: 'error', appType: 'custom', server: { middlewareMode: true, hmr: false, ws: false, watch: null }, optimizeDeps: { noDiscovery: true, include: [] } });
const { architect } = await vite.ssrLoadModule('/workers/builtin-model/understand/architect.ts');
const ids = process.argv.slice(2);
for (const line of readFileSync('tests/bench/wide/requirements.jsonl','utf8').trim().split('\n')) {
  const r = JSON.parse(line); if (!ids.includes(r.id)) continue;
  const b = architect(r.requirement);
  console.log('#', r.id, b.frame, b.title, JSON.stringify(b.design));
  for (const f of b.features) for (const p of f.pages ?? []) console.log(JSON.stringify(p).slice(0, 2500));
  console.log('not:', b.notUnderstood.join(' | ')); console.log('assume', b.assumptions); console.log(b.requirements.map(x=>x.status+': '+x.quote+' => '+x.criteria.map(c=>c.id+' '+c.text.slice(0,80)).join('; ')).join('\n'));
}
await vite.close();
