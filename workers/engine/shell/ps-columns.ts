import { userInfo } from 'node:os';
import { basename } from 'node:path';
import type { ProcessEntry } from './process-table';

/** How one field of `ps` is headed, laid out and read. */
export interface PsColumn {
	header: string;
	/** Characters; the last column of a line is as long as its text. */
	width: number;
	isLeft?: boolean;
	valueOf: (entry: ProcessEntry) => string | number;
	/** Sorts by this where the text would sort wrongly. */
	order?: (entry: ProcessEntry) => number;
}

const PID_WIDTH = 7;
const MAX_NAME = 15;
const SECOND_MS = 1000;
const DAY_MS = 86_400_000;
/** Major number of pseudo-terminals. */
const PTS_MAJOR = 136;

/** A page cannot measure what each of its workers uses: nothing is known to be used. */
const unmeasured = (header: string, width: number, value = '0'): PsColumn => ({ header, width, valueOf: () => value });
const id = (header: string, valueOf: (entry: ProcessEntry) => number): PsColumn => ({ header, width: PID_WIDTH, valueOf });
const text = (header: string, width: number, valueOf: PsColumn['valueOf']): PsColumn => ({
	header,
	width,
	isLeft: true,
	valueOf
});
const since = (entry: ProcessEntry): number => Math.max(0, Date.now() - entry.startedAtMs);

const comm = (entry: ProcessEntry): string => basename(entry.command[0] ?? '').slice(0, MAX_NAME);
const args = (entry: ProcessEntry): string => entry.command.join(' ');
const terminalName = ({ terminal }: ProcessEntry): string => (terminal >> 8 === PTS_MAJOR ? `pts/${terminal & 255}` : '?');
const stat = ({ state, pid, sessionId, groupId, foregroundGroupId }: ProcessEntry): string =>
	`${state}${pid === sessionId ? 's' : ''}${groupId === foregroundGroupId ? '+' : ''}`;

const started = (header: string, width: number, form: (entry: ProcessEntry) => string): PsColumn => ({
	header,
	width,
	valueOf: form,
	order: (entry) => entry.startedAtMs
});
const userName = (header: string) => text(header, 8, () => userInfo().username);
const userId = (header: string): PsColumn => ({ header, width: 5, valueOf: () => process.getuid?.() ?? 0 });
const groupId = (header: string): PsColumn => ({ header, width: 5, valueOf: () => process.getgid?.() ?? 0 });
const clock = (entry: ProcessEntry): string => new Date(entry.startedAtMs).toTimeString().slice(0, 8);
const dayOrClock = (entry: ProcessEntry): string => {
	const date = new Date(entry.startedAtMs);
	return since(entry) < DAY_MS ? date.toTimeString().slice(0, 5) : date.toDateString().slice(4, 10).replace(' ', '');
};

/** `[[DD-]hh:]mm:ss` */
function elapsed(entry: ProcessEntry): string {
	const seconds = Math.floor(since(entry) / SECOND_MS);
	const two = (value: number) => String(value).padStart(2, '0');
	const days = Math.floor(seconds / 86_400);
	const hours = Math.floor(seconds / 3600) % 24;
	const rest = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
	return days > 0 ? `${days}-${two(hours)}:${rest}` : hours > 0 ? `${two(hours)}:${rest}` : rest;
}

const [tty, pgid, session] = [text('TTY', 8, terminalName), id('PGID', (e) => e.groupId), id('SID', (e) => e.sessionId)];
const command = text('COMMAND', 27, args);
const cpuTime = unmeasured('TIME', 8, '00:00:00');

/** Fields of `ps -o` by their names. @source ps(1), STANDARD FORMAT SPECIFIERS */
const COLUMNS: Readonly<Record<string, PsColumn>> = {
	pid: id('PID', (entry) => entry.pid),
	tgid: id('TGID', (entry) => entry.pid),
	ppid: id('PPID', (entry) => entry.parentPid),
	pgid,
	pgrp: { ...pgid, header: 'PGRP' },
	sid: session,
	sess: { ...session, header: 'SESS' },
	session: { ...session, header: 'SESS' },
	tpgid: id('TPGID', (entry) => entry.foregroundGroupId),
	comm: text('COMMAND', MAX_NAME, comm),
	ucmd: text('CMD', MAX_NAME, comm),
	ucomm: text('COMMAND', MAX_NAME, comm),
	args: command,
	command,
	cmd: text('CMD', 27, args),
	s: text('S', 1, (entry) => entry.state),
	state: text('S', 1, (entry) => entry.state),
	stat: text('STAT', 4, stat),
	tty,
	tname: tty,
	tt: { ...tty, header: 'TT' },
	user: userName('USER'),
	euser: userName('EUSER'),
	ruser: userName('RUSER'),
	uname: userName('USER'),
	uid: userId('UID'),
	euid: userId('EUID'),
	ruid: userId('RUID'),
	gid: groupId('GID'),
	egid: groupId('EGID'),
	rgid: groupId('RGID'),
	group: text('GROUP', 8, () => userInfo().username),
	etime: { ...started('ELAPSED', 11, elapsed), order: since },
	etimes: { header: 'ELAPSED', width: 7, valueOf: (entry) => Math.floor(since(entry) / SECOND_MS) },
	lstart: started('STARTED', 24, (entry) =>
		new Date(entry.startedAtMs).toString().replace(/^(\w+ \w+ \d+) (\d+) (\S+).*/, '$1 $3 $2')
	),
	start: started('STARTED', 8, clock),
	start_time: started('START', 5, dayOrClock),
	stime: started('STIME', 5, dayOrClock),
	bsdstart: started('START', 6, dayOrClock),
	time: cpuTime,
	cputime: cpuTime,
	bsdtime: unmeasured('TIME', 6, '0:00'),
	pcpu: unmeasured('%CPU', 4, '0.0'),
	'%cpu': unmeasured('%CPU', 4, '0.0'),
	pmem: unmeasured('%MEM', 4, '0.0'),
	'%mem': unmeasured('%MEM', 4, '0.0'),
	rss: unmeasured('RSS', 5),
	rssize: unmeasured('RSS', 5),
	rsz: unmeasured('RSZ', 5),
	vsz: unmeasured('VSZ', 6),
	vsize: unmeasured('VSZ', 6),
	sz: unmeasured('SZ', 5),
	c: unmeasured('C', 2),
	f: unmeasured('F', 1),
	ni: unmeasured('NI', 3),
	nice: unmeasured('NI', 3),
	pri: unmeasured('PRI', 3, '19'),
	nlwp: unmeasured('NLWP', 4, '1'),
	addr: unmeasured('ADDR', 4, '-'),
	wchan: text('WCHAN', 6, () => '-')
};

/** Null for a name that `ps` does not know. */
export function columnOf(name: string): PsColumn | null {
	return Object.hasOwn(COLUMNS, name) ? (COLUMNS[name] ?? null) : null;
}
