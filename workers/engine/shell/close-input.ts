import { Transform, type Readable, type Writable } from 'node:stream';

/**
 * Nobody reads this pipe any more: what comes later is dropped, a tool's next write into it fails, and a program that feeds it
 * gets EPIPE, as if its reader had ended.
 */
export function closeInput(pipe: Readable | Writable): void {
	pipe.on('unpipe', closeSource);
	pipe.on('pipe', closeSource);
	pipe.destroy();
}

function closeSource(source: Readable): void {
	// A stream that the line interpreter has put in between must still end.
	if (source instanceof Transform) source.resume();
	else source.destroy();
}
