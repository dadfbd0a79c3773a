// It reads and writes files. Differs: nothing.
const fs = require('fs');
fs.writeFileSync('a.txt', 'x'.repeat(10));
fs.appendFileSync('a.txt', 'y');
fs.mkdirSync('d/e', { recursive: true });
fs.renameSync('a.txt', 'd/e/b.txt');
fs.symlinkSync('d/e/b.txt', 'l');
console.log(fs.readFileSync('l', 'utf8'), fs.statSync('l').size, fs.readdirSync('d'), fs.existsSync('a.txt'));
try {
	fs.readFileSync('nope');
} catch (error) {
	console.log(error.code, error.syscall, error.errno);
}
try {
	fs.rmdirSync('d');
} catch (error) {
	console.log(error.code);
}
fs.rmSync('d', { recursive: true });
fs.unlinkSync('l');
