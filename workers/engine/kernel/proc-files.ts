import type { FileSystem } from '../fs/file-system';
import type { ProcessRecord } from './process-record';

/** The parent of what the client runs, and of what has lost its own. */
export const KERNEL_PID = 1;

const FILES = ['status', 'stat', 'cmdline'];
/** Of `/proc/PID/stat`, behind the terminal: nothing of it is measured. */
const UNKNOWN_FIELDS = Array.from({ length: 44 }, () => 0).join(' ');

/** Device number of `/dev/pts/0`. */
const FIRST_PTS = 136 << 8;

const encoder = new TextEncoder();

/** What programs read of a running process in `/proc/PID`: its command line; name, state, parent, group and session. @source proc(5) */
export function writeProcFiles(fs: FileSystem, record: ProcessRecord, parentPid: number): void {
	const { pid, argv } = record;
	fs.mkdirp(`/proc/${pid}`);
	fs.writeFile(`/proc/${pid}/cmdline`, encoder.encode(argv.map((word) => `${word}\0`).join('')));
	writeParent(fs, record, parentPid);
}

/** For a process whose parent ended: init is its parent now. */
export function writeParent(fs: FileSystem, { pid, groupId, sessionId, terminal }: ProcessRecord, parentPid: number): void {
	const ids = `Pid:\t${pid}\nPPid:\t${parentPid}\nNSpgid:\t${groupId}\nNSsid:\t${sessionId}\n`;
	fs.writeFile(`/proc/${pid}/status`, encoder.encode(`Name:\tnode\nState:\tR (running)\n${ids}`));
	const tty = terminal ? `${FIRST_PTS + terminal.id} ${terminal.foregroundGroupId}` : '0 -1';
	const stat = `${pid} (node) R ${parentPid} ${groupId} ${sessionId} ${tty} ${UNKNOWN_FIELDS}\n`;
	fs.writeFile(`/proc/${pid}/stat`, encoder.encode(stat));
}

export function removeProcFiles(fs: FileSystem, pid: number): void {
	for (const file of FILES) fs.unlink(`/proc/${pid}/${file}`);
	fs.rmdir(`/proc/${pid}`);
}
