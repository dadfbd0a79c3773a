// It keeps exitCode until the loop is empty. Differs: nothing.
setTimeout(() => {
	process.exitCode = 3;
}, 5);
