// It runs a child and reads its output. Differs: nothing.
console.log(require('child_process').execFileSync(process.execPath, ['-e', 'console.log(6 * 7)'], { encoding: 'utf8' }));
