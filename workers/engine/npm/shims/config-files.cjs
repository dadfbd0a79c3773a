// Of `node:fs/promises` what `@npmcli/config` asks. Node's own is in the part of its library that a process loads late, which takes
// longer than all the rest of npm.
const fs = require('node:fs');
const later =
	(work) =>
	async (...args) =>
		work(...args);
module.exports = {
	readFile: later(fs.readFileSync),
	writeFile: later(fs.writeFileSync),
	chmod: later(fs.chmodSync),
	unlink: later(fs.unlinkSync),
	stat: later(fs.statSync),
	mkdir: later(fs.mkdirSync)
};
