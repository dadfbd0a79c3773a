import type { SharedFileSystem } from '../fs/shared-file-system';
import type { ProcessRecord } from './process-record';

const FILES = ['status', 'cmdline'];

const encoder = new TextEncoder();

/** What programs read of a running process: `/proc/PID/cmdline` and, of `/proc/PID/status`, its name, state and parent. @source proc(5) */
export function writeProcFiles(fs: SharedFileSystem, { pid, argv }: ProcessRecord, parentPid: number): void {
	fs.mkdirp(`/proc/${pid}`);
	fs.writeFile(`/proc/${pid}/cmdline`, encoder.encode(argv.map((word) => `${word}\0`).join('')));
	fs.writeFile(`/proc/${pid}/status`, encoder.encode(`Name:\tnode\nState:\tR (running)\nPid:\t${pid}\nPPid:\t${parentPid}\n`));
}

export function removeProcFiles(fs: SharedFileSystem, pid: number): void {
	for (const file of FILES) fs.unlink(`/proc/${pid}/${file}`);
	fs.rmdir(`/proc/${pid}`);
}
