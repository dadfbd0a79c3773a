/** The line that a terminal shows while packages arrive. */
import type { InstallProgress } from './install-options';

const FRAMES = '⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏';
/** Often enough to look alive, seldom enough to cost nothing. */
const INTERVAL_MS = 80;
const CLEAR_LINE = '\r\x1b[K';

export class ProgressLine {
	#shownAt = 0;
	#frame = 0;
	#isShown = false;

	/** @param write text for the terminal */
	constructor(private readonly write: (text: string) => void) {}

	show(progress: InstallProgress): void {
		const now = performance.now();
		if (now - this.#shownAt < INTERVAL_MS) return;
		this.#shownAt = now;
		this.#isShown = true;
		this.write(`${CLEAR_LINE}${FRAMES[this.#frame++ % FRAMES.length]} ${describe(progress)}`);
	}

	/** Leaves an empty line for what is printed next. */
	clear(): void {
		if (this.#isShown) this.write(CLEAR_LINE);
		this.#isShown = false;
	}
}

function describe(progress: InstallProgress): string {
	switch (progress.type) {
		case 'resolving':
			return 'resolving packages';
		case 'resolved':
			return `${progress.packages} packages`;
		case 'fetched':
			return `fetched ${progress.packages} of ${progress.of} packages, ${(progress.bytes / 1e6).toFixed(1)} MB`;
		case 'unpacked':
			return `unpacked ${progress.packages} of ${progress.of} packages`;
	}
}
