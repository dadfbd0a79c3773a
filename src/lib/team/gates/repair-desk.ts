import type { Failure } from '../../domain/check';
import type { PayloadInput, Topic } from '../../domain/events';
import type { PlannedTask } from '../../domain/task';
import { isWritable } from '../../domain/write-set';
import { hasFreshSuspect, routeFailures, type Asked, type Route, type RoutingFacts } from '../planning/failure-routing';
import { filesMeant, type ReadableFiles } from '../planning/suspect-files';
import type { RunState } from '../../log/state';
import type { Repair } from '../conductor/task-runner';

export interface RepairDeskParts {
	state(): RunState;
	files: ReadableFiles & { entries(): [string, string][] };
	frame: ReadonlyMap<string, string>;
	emit<T extends Topic>(topic: T, payload: PayloadInput<T>): Promise<void>;
	/** Adds repair tasks to the plan; resolves once they have ended. */
	repair(repairs: Repair[]): Promise<void>;
}

interface Answer {
	owner: string;
	failures: Failure[];
	/** Files that are different now. */
	changed: string[];
	/** The fixer's last words. */
	words: string;
}

/** Words of a fixer that are told on. */
const MAX_WORDS = 600;

/** Has failures repaired by whoever may be to blame, one after the other, and remembers who was asked what. */
export class RepairDesk {
	readonly #asked = new Map<string, Asked[]>();
	readonly #words = new Map<string, string[]>();
	/** Files that a fixer who changed nothing says are to blame, by fingerprint. */
	readonly #meant = new Map<string, string[]>();
	readonly #answers: Answer[] = [];
	#fixes = 0;

	constructor(private readonly parts: RepairDeskParts) {}

	/**
	 * Asks for repairs until somebody has changed something. A fix that changes nothing is none: whoever is next is asked at once.
	 * @returns false when nobody is left to ask
	 */
	async repair(failures: readonly Failure[]): Promise<boolean> {
		let open = failures;
		for (;;) {
			const { routes } = routeFailures(
				open.map((failure) => this.#withMeant(failure)),
				this.#facts()
			);
			if (routes.length === 0) return false;
			const refused = await this.#ask(routes);
			if (refused.length < routes.length) return true;
			open = refused.flatMap(({ failures: left }) => left);
		}
	}

	/** Whether one of them may be the fault of somebody who was not asked yet. */
	hasFreshSuspect(failures: readonly Failure[]): boolean {
		return failures.some((failure) => hasFreshSuspect(this.#withMeant(failure), this.#facts()));
	}

	/** Who was asked about what, and what they did; empty when nobody was. */
	summary(): string {
		return this.#answers
			.map(({ owner, failures, changed, words }) => {
				const did = changed.length
					? `changed ${listed(changed)}`
					: `changed nothing${words ? ` ("${words.slice(0, 160)}")` : ''}`;
				return `${owner} about ${listed(failures.map(nameOf))}: ${did}.`;
			})
			.join(' ');
	}

	/** @returns the routes whose fixer changed nothing */
	async #ask(routes: readonly Route[]): Promise<Route[]> {
		const repairs = routes.map((route) => ({ route, ...this.#repairOf(route) }));
		for (const { task, failures } of repairs) {
			const attempt = Math.max(...failures.map(({ fingerprint }) => this.#asked.get(fingerprint)?.length ?? 0)) + 1;
			const files = [...new Set(failures.flatMap(({ file, suspects = [] }) => [...(file ? [file] : []), ...suspects]))];
			await this.parts.emit('fix.requested', { failures, owner: task.role, files, attempt });
		}
		const before = new Map(this.parts.files.entries());
		await this.parts.repair(repairs.map(({ task, failures }) => ({ task, failures })));
		const changed = this.#changedSince(before);
		return repairs.filter(({ route, task }) => !this.#note(route, task, changed)).map(({ route }) => route);
	}

	/** @returns whether the fix changed anything */
	#note(route: Route, task: PlannedTask, changed: readonly string[]): boolean {
		const now = this.parts.state().tasks.find(({ id }) => id === task.id);
		const words = (now?.note ?? '').slice(0, MAX_WORDS);
		const own = changed.filter(
			(path) => (now?.files.length ? now.files.includes(path) : false) || isGone(path, task, this.parts)
		);
		this.#answers.push({ owner: task.role, failures: route.failures, changed: own, words });
		for (const { fingerprint } of route.failures) {
			const asked = { taskId: route.task.id, hasChanged: own.length > 0 };
			this.#asked.set(fingerprint, [...(this.#asked.get(fingerprint) ?? []), asked]);
			if (own.length === 0) this.#meant.set(fingerprint, filesMeant(words, this.parts.files));
			if (words) this.#words.set(fingerprint, [...(this.#words.get(fingerprint) ?? []), `${task.role}: ${words}`]);
		}
		return own.length > 0;
	}

	#repairOf({ task, failures }: Route): Repair {
		const [first] = failures;
		return {
			failures: failures.map((failure) => {
				const asked = this.#words.get(failure.fingerprint);
				return asked ? { ...failure, asked } : failure;
			}),
			task: {
				id: `fix-${this.#nextFix()}`,
				title: `Repair ${first?.gate ?? 'the app'}: ${task.title}`,
				role: task.role,
				kind: 'fix',
				...(task.feature ? { feature: task.feature } : {}),
				needs: [],
				publishes: [],
				writes: task.writes,
				criteria: [],
				estimate: 1
			}
		};
	}

	#nextFix(): number {
		const used = this.parts.state().tasks.filter(({ kind }) => kind === 'fix').length;
		this.#fixes = Math.max(this.#fixes, used) + 1;
		return this.#fixes;
	}

	#changedSince(before: ReadonlyMap<string, string>): string[] {
		const now = new Map(this.parts.files.entries());
		return [...new Set([...before.keys(), ...now.keys()])].filter((path) => before.get(path) !== now.get(path));
	}

	/** What the last fixer said comes before what the failure itself leads to. */
	#withMeant(failure: Failure): Failure {
		const meant = this.#meant.get(failure.fingerprint) ?? [];
		return meant.length ? { ...failure, suspects: [...new Set([...meant, ...(failure.suspects ?? [])])] } : failure;
	}

	#facts(): RoutingFacts {
		return { tasks: this.parts.state().tasks, asked: this.#asked, frozen: this.parts.frame.keys() };
	}
}

/** Files that a fixer deleted are not among those that it wrote. */
function isGone(path: string, task: PlannedTask, { files }: RepairDeskParts): boolean {
	return files.read(path) === undefined && isWritable(task.writes, path);
}

function nameOf({ gate, code, criterion, file, message }: Failure): string {
	if (code === 'UNPROVEN') return `${criterion ?? 'a criterion'} without a test`;
	return gate === 'tests' ? `the test "${(message.split(': ')[0] ?? message).slice(0, 80)}"` : `${code} in ${file ?? gate}`;
}

function listed(words: readonly string[]): string {
	const shown = [...new Set(words)];
	return shown.length > 3 ? `${shown.slice(0, 3).join(', ')} and ${shown.length - 3} more` : shown.join(', ');
}
