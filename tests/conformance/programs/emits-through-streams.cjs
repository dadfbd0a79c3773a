// It emits through streams. Differs: nothing.
const { Readable, Transform, pipeline } = require('stream');
pipeline(
	Readable.from(['a', 'b']),
	new Transform({
		transform(chunk, _, done) {
			done(null, String(chunk).toUpperCase());
		}
	}),
	process.stdout,
	() => {}
);
