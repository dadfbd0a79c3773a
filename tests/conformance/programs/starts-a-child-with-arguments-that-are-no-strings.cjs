// It starts a child with arguments that are no strings. Differs: nothing.
require('child_process').spawn(process.execPath, ['-p', 'process.argv.slice(1)', 1, true], { stdio: 'inherit' });
