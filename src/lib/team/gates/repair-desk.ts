import type { Failure } from '../../domain/check';
import type { PayloadInput, Topic } from '../../domain/events';
import {
	frameRouting,
	hasFreshSuspect,
	routeFailures,
	type Asked,
	type Route,
	type Routing,
	type RoutingFacts
} from '../planning/failure-routing';
import { filesMeant, type ReadableFiles } from '../planning/suspect-files';
import type { RepairState, RunState } from '../../log/state';
import type { Repair } from '../conductor/task-runner';

export interface RepairDeskParts {
	state(): RunState;
	files: ReadableFiles;
	frame: ReadonlyMap<string, string>;
	/** As in apps that were built here by default. */
	routing?: Routing;
	emit<T extends Topic>(topic: T, payload: PayloadInput<T>): Promise<void>;
	/** Adds repair tasks to the plan; resolves once they have ended. */
	repair(repairs: Repair[]): Promise<void>;
}

/** A repair that has ended. */
type Answer = RepairState & { changed: string[] };

/** Words of a fixer that are told on. */
const MAX_WORDS = 600;

/** Has failures repaired by whoever may be to blame, one after the other. Who was asked what is in the run's log. */
export class RepairDesk {
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

	/**
	 * Asks the likeliest owner of each failure, once: those who disagree have the last word.
	 * @returns whether somebody has changed something
	 */
	async askOnce(failures: readonly Failure[]): Promise<boolean> {
		const fresh = failures.filter(({ fingerprint }) => this.#answersTo(fingerprint).length === 0);
		const { routes } = routeFailures(fresh, this.#facts());
		return routes.length > 0 && (await this.#ask(routes)).length < routes.length;
	}

	/** Whether one of them may be the fault of somebody who was not asked yet. */
	hasFreshSuspect(failures: readonly Failure[]): boolean {
		return failures.some((failure) => hasFreshSuspect(this.#withMeant(failure), this.#facts()));
	}

	/** Who was asked about what, and what they did; empty when nobody was. */
	summary(): string {
		return this.#answers()
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
		const { asked } = this.#facts();
		for (const { task, failures, route } of repairs) {
			const attempt = Math.max(...failures.map(({ fingerprint }) => asked.get(fingerprint)?.length ?? 0)) + 1;
			const files = [...new Set(failures.flatMap(({ file, suspects = [] }) => [...(file ? [file] : []), ...suspects]))];
			const who = { repairId: task.id, suspectId: route.task.id, owner: task.role };
			await this.parts.emit('fix.requested', { failures, files, attempt, ...who });
		}
		await this.parts.repair(repairs.map(({ task, failures }) => ({ task, failures })));
		const willing = new Set(this.#answers().flatMap(({ taskId, changed }) => (changed.length ? [taskId] : [])));
		return repairs.filter(({ task }) => !willing.has(task.id)).map(({ route }) => route);
	}

	/** Repairs that have ended. */
	#answers(): Answer[] {
		return this.parts.state().repairs.filter((repair): repair is Answer => repair.changed !== null);
	}
	/** Those about one fault. */
	#answersTo(fingerprint: string): Answer[] {
		return this.#answers().filter(({ failures }) => failures.some((failure) => failure.fingerprint === fingerprint));
	}

	#repairOf(route: Route): Repair {
		const { task, failures } = route;
		const [first] = failures;
		return {
			failures: failures.map((failure) => {
				const answers = this.#answersTo(failure.fingerprint).filter(({ words }) => words);
				const asked = answers.map(({ owner, words }) => `${owner}: ${words.slice(0, MAX_WORDS)}`);
				return asked.length ? { ...failure, asked } : failure;
			}),
			task: {
				id: `fix-${this.#nextFix()}`,
				title: `Repair ${first?.gate ?? 'the app'}: ${task.title}`,
				role: task.role,
				kind: 'fix',
				...(task.feature ? { feature: task.feature } : {}),
				...(task.request ? { request: task.request } : {}),
				needs: [],
				publishes: [],
				writes: this.#routing.writes(route, this.parts.state().tasks),
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

	/** What the last fixer said comes before what the failure itself leads to. */
	#withMeant(failure: Failure): Failure {
		const refusal = this.#answersTo(failure.fingerprint).findLast(({ changed }) => changed.length === 0);
		const meant = refusal ? filesMeant(refusal.words, this.parts.files) : [];
		return meant.length ? { ...failure, suspects: [...new Set([...meant, ...(failure.suspects ?? [])])] } : failure;
	}

	#facts(): RoutingFacts {
		const asked = new Map<string, Asked[]>();
		for (const { failures, suspectId, changed } of this.#answers())
			for (const { fingerprint } of failures)
				asked.set(fingerprint, [...(asked.get(fingerprint) ?? []), { taskId: suspectId, hasChanged: changed.length > 0 }]);
		return { tasks: this.parts.state().tasks, asked, frozen: this.parts.frame.keys(), routing: this.#routing };
	}
	get #routing(): Routing {
		return this.parts.routing ?? frameRouting;
	}
}

function nameOf({ gate, code, criterion, file, message }: Failure): string {
	if (code === 'UNPROVEN') return `${criterion ?? 'a criterion'} without a test`;
	return gate === 'tests' ? `the test "${(message.split(': ')[0] ?? message).slice(0, 80)}"` : `${code} in ${file ?? gate}`;
}

function listed(words: readonly string[]): string {
	const shown = [...new Set(words)];
	return shown.length > 3 ? `${shown.slice(0, 3).join(', ')} and ${shown.length - 3} more` : shown.join(', ');
}
