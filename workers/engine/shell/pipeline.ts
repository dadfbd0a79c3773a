/** Makes the line interpreter's pipelines end as a shell's do. Imported for this effect. */
import { Handle, Pipe } from '@yarnpkg/shell/lib/pipe';
import { closeInput } from './close-input';

const { exec, pipeTo } = Handle.prototype;

/** A command that has ended reads no more: the interpreter would leave its pipe open, and the commands before it wait for ever. */
Handle.prototype.exec = async function (this: Handle) {
	const ended = exec.call(this);
	const pipe = this.pipe?.get();
	// Who writes is told by the write itself.
	pipe?.on('error', () => {});
	try {
		return await ended;
	} finally {
		if (pipe) closeInput(pipe);
	}
};

/** In `a |& b | c` the interpreter would send b's errors to b itself. */
Handle.prototype.pipeTo = function (this: Handle, implementation, source = Pipe.STDOUT) {
	const { stderr } = this;
	const next = pipeTo.call(this, implementation, source);
	if (source === Pipe.STDOUT) this.stderr = stderr;
	return next;
};
