import { build } from 'esbuild';
import { createRequire } from 'node:module';
import { writeFileSync } from 'node:fs';
const [, , root, rounds = '5'] = process.argv;
const source = `
import * as m from '${root}/workers/engine/fs/shared-file-system';
const fs = m.SharedFileSystem.format(256);
fs.mkdir('/tmp'); fs.mkdirp('/tmp/a/b/c'); fs.mkdir('/tmp/l');
for (let i = 0; i < 200; i++) fs.writeFile('/tmp/l/file-' + i + '.txt', new Uint8Array(10));
const kb = new Uint8Array(1024).fill(1);
const N = 20000;
const time = (name, n, f) => { const t = process.cpuUsage().user; for (let i = 0; i < n; i++) f(i); return [name, (process.cpuUsage().user - t) / n]; };
const best = {};
const out = new Uint8Array(1024);
for (let r = 0; r < ${rounds}; r++) {
  const rows = [];
  rows.push(time('create+write 1K', N, (i) => fs.writeFile('/tmp/a/b/c/f' + i, kb)));
  rows.push(time('read 1K', N, (i) => fs.readFile('/tmp/a/b/c/f' + i)));
  rows.push(time('open+pread+close', N, (i) => { const d = fs.open('/tmp/a/b/c/f' + i, 0, 0, 5); fs.pread(d, out, 0, 1024, 0); fs.close(d, 5); }));
  rows.push(time('stat', N, (i) => fs.stat(fs.walk('/tmp/a/b/c/f' + i))));
  rows.push(time('stat missing', N, (i) => fs.walk('/tmp/a/b/c/x' + i)));
  rows.push(time('readdir 200', 2000, () => fs.readdir(fs.walk('/tmp/l'))));
  rows.push(time('rename', N, (i) => fs.rename('/tmp/a/b/c/f' + i, '/tmp/a/b/c/g' + i)));
  rows.push(time('unlink', N, (i) => fs.unlink('/tmp/a/b/c/g' + i)));
  const big = new Uint8Array(1 << 20);
  rows.push(time('write 1M', 50, () => fs.writeFile('/tmp/big', big)));
  rows.push(time('read 1M', 50, () => fs.readFile('/tmp/big')));
  for (const [n, us] of rows) best[n] = Math.min(best[n] ?? 1e9, us);
}
for (const n in best) console.log(n.padEnd(18), best[n].toFixed(2));
`;
const r = await build({ stdin: { contents: source, resolveDir: root, loader: 'ts' }, bundle: true, write: false, platform: 'node', format: 'esm' });
writeFileSync('/tmp/fsb/run.mjs', r.outputFiles[0].text);
await import('/tmp/fsb/run.mjs');
