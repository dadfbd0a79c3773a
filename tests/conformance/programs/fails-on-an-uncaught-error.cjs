// It fails on an uncaught error. Differs: nothing.
try {
	null.x;
} catch (error) {
	console.log(error.message);
}
process.exitCode = 1;
