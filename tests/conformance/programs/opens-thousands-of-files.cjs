// It opens thousands of files. Differs: nothing.
const fs = require('fs');
fs.writeFileSync('one', 'x');
const open = Array.from({ length: 3000 }, () => fs.openSync('one'));
console.log(new Set(open).size);
open.slice(10, 2000).forEach((fd) => fs.closeSync(fd));
console.log(fs.openSync('one') === open[10], fs.readFileSync(open[2999], 'utf8'));
fs.unlinkSync('one');
