import { manifestOrEmpty } from '../../project/manifest';
import type { Container } from '../../container/container';
import { gateNames, type CheckReport, type GateName } from '../../domain/check';
import type { PayloadInput, Topic } from '../../domain/events';
import { isWhollyLaid } from '../planning/page-tasks';
import { BUILTIN_MODEL } from '../../models/providers';
import { CodedError, codeOf, messageOf } from '../../domain/app-error';
import type { Blueprint, Criterion } from '../../domain/blueprint';
import type { ConductorOptions } from '../conductor/conductor-options';
import type { HostServices } from '../conductor/task-host';
import { writeTracked } from '../conductor/tracked-files';
import { frameOf } from '../../frames';
import { gateSetOf, type GateSet } from './all';
import { checkedPages } from './checked-pages';
import { failureOf, OUTAGES, reportOf, type GateContext } from './gate';
import { asBefore, reportsBefore, withoutKnown } from './known-failures';

export interface GateRunnerParts {
	options: ConductorOptions;
	services: HostServices;
	/** The engine, with all of a project's programs; asked for again after one has died. */
	container(): Promise<Container>;
	frame: ReadonlyMap<string, string>;
	signal: AbortSignal;
	emit<T extends Topic>(topic: T, payload: PayloadInput<T>): Promise<void>;
	/** Pauses the run until somebody resumes it; false when nobody watches. */
	waitForPerson(reason: string, code: string): Promise<boolean>;
}

/** A laptop, which is what the probe opens pages at, and a phone. */
const WIDTHS = [1280, 375];
/** Words of progress come no more often than a person reads. */
const PROGRESS_EVERY_MS = 500;

/** Runs gates on the project as it is, and writes down what they say. */
export class GateRunner {
	#container: Promise<Container> | undefined;
	#context: GateContext | undefined;
	#installed: string | undefined;
	/** Gates that were stopped before they could say what they find. */
	readonly #cutOff = new Set<GateName>();

	constructor(private readonly parts: GateRunnerParts) {
		this.#boot().catch(() => undefined);
	}

	/** The engine has died, and with it all that was installed or ran there. */
	forgetEngine(): void {
		this.#container = undefined;
		this.#context = undefined;
		this.#installed = undefined;
	}

	/** How this project is checked. */
	get set(): GateSet {
		return gateSetOf(frameOf(this.parts.services.state().blueprint));
	}

	/** Whether the packages named now are installed. */
	get isInstalled(): boolean {
		return this.#installed === this.#installKey();
	}

	/** Whether a gate was stopped the last time, because another had failed. */
	wasCutOff(name: GateName): boolean {
		return this.#cutOff.has(name);
	}

	/** What gates look at. The engine is booted and gets all files of the project first. */
	async prepare(): Promise<GateContext> {
		if (this.#context) return this.#context;
		const { options, signal, frame, services } = this.parts;
		const container = await this.#boot();
		await options.workspace.attach({
			isEngine: true,
			write: (path, content) => container.writeFile(path, content),
			remove: (path) => container.rm(path)
		});
		const { blueprint } = services.state();
		this.#context = {
			container,
			probe: options.probe,
			registry: options.registry,
			knownPackages: Object.fromEntries(manifestOrEmpty(frame.get('package.json')).packages),
			pages: checkedPages(services.state()),
			widths: WIDTHS,
			criteria: criteriaOf(blueprint),
			blueprint: blueprint ?? undefined,
			frozen: new Set(frame.keys()),
			frameLock: frame.get('package-lock.json'),
			files: options.workspace,
			keep: (path, content) => writeTracked(services, { path, content, by: 'conductor' }),
			signal,
			progress: () => undefined,
			app: options.carry ?? {}
		};
		return this.#context;
	}

	/** What failed, in the order of the gates; empty when all pass. What needs no other gate's outcome runs at the same time. */
	async checkAll(round: number): Promise<CheckReport[]> {
		const context = await this.prepare();
		for (const gate of ['package', 'install'] as const) {
			if (this.isInstalled && this.parts.services.state().gates[gate].status === 'passed') continue;
			const report = await this.check(gate, round, context);
			if (!report.ok) return [report];
		}
		const failed = await this.#checkTogether(round, context);
		if (failed.length || this.#isMadeOfParts) return failed;
		const built = await this.check('build', round, context);
		return built.ok ? [] : [built];
	}

	/** What the built-in model writes, and what code lays for all, is made of tested parts: their build is proven where they are. */
	get #isMadeOfParts(): boolean {
		const { model } = this.parts.services.state();
		return this.#isLaid || (model === BUILTIN_MODEL && !this.#isEdited);
	}

	/** Code has laid all of it: its types are those of the blocks, and the parameters were checked against them when it was planned. */
	get #isLaid(): boolean {
		return isWhollyLaid(this.parts.services.state().tasks) && !this.#isEdited;
	}
	/** The person has written in it: nothing of that was ever checked. */
	get #isEdited(): boolean {
		return Object.values(this.parts.services.state().files).some(({ by }) => by === 'user');
	}

	async #checkTogether(round: number, context: GateContext): Promise<CheckReport[]> {
		const stop = new AbortController();
		const shared = { ...context, signal: AbortSignal.any([context.signal, stop.signal]) };
		const check = async (gate: GateName) => {
			const report = await this.check(gate, round, shared);
			// What the others would find is likely to come from the same fault; what a reading finds is not.
			if (!report.ok && gate !== 'review') stop.abort();
			return report;
		};
		const live = async () => {
			const booted = await check('boot');
			return booted.ok ? check('smoke') : booted;
		};
		const types = this.#isLaid ? [] : [check('types')];
		const tests = check('tests');
		const running = this.set.isSideBySide ? live() : tests.then(live);
		const ends = await Promise.allSettled([check('review'), ...types, tests, running]);
		this.parts.signal.throwIfAborted();
		const failed = ends.flatMap((end) => (end.status === 'fulfilled' && !end.value.ok ? [end.value] : []));
		const thrown = ends.find((end) => end.status === 'rejected');
		if (!failed.length && thrown) throw thrown.reason;
		return failed.sort((a, b) => gateNames.indexOf(a.gate) - gateNames.indexOf(b.gate));
	}

	/** Runs one gate, again after an outage that somebody has mended. @throws when the run, or this round of gates, was stopped */
	async check(name: GateName, round: number, shared: GateContext, scope?: string): Promise<CheckReport> {
		for (;;) {
			const report = await this.#checkOnce(name, round, shared, scope);
			const outage = report.failures.find(({ code }) => OUTAGES.has(code));
			if (!outage || !(await this.parts.waitForPerson(outage.message, outage.code))) return report;
		}
	}

	async #checkOnce(name: GateName, round: number, shared: GateContext, scope?: string): Promise<CheckReport> {
		const { emit } = this.parts;
		await emit('gate.opened', { gate: name, round });
		let said = 0;
		const progress = (text: string) => {
			if (!text || performance.now() - said < PROGRESS_EVERY_MS) return;
			said = performance.now();
			void emit('gate.progress', { gate: name, text: text.slice(0, 200) }).catch(() => undefined);
		};
		const context = { ...shared, progress };
		const found = await this.look(name, context).catch(async (error: unknown) => {
			if (this.parts.signal.aborted) throw error;
			this.#cutOff.add(name);
			const why = codeOf(error) === 'ENGINE_DIED' ? 'the engine has died' : 'another gate failed';
			await emit('gate.closed', { gate: name, ok: false, summary: `Stopped: ${why}.` });
			throw error;
		});
		this.#cutOff.delete(name);
		const report = scope ? asBefore(found, scope) : withoutKnown(found, reportsBefore(this.parts.services.state()));
		const { ok, summary, isAbsent } = report;
		await emit('check.reported', report);
		await emit('gate.closed', { gate: name, ok, summary, ...(isAbsent ? { isAbsent } : {}) });
		if (name === 'install' && report.ok) this.#installed = this.#installKey();
		const { server } = context.app;
		if (name === 'boot' && server) await emit('preview.ready', { port: server.port, url: server.url });
		return report;
	}

	/** What a gate finds, without a word in the log. @throws when it was stopped, or the engine died */
	async look(name: GateName, context: GateContext): Promise<CheckReport> {
		const gate = this.parts.options.gates?.[name] ?? this.set.gates[name];
		const started = performance.now();
		try {
			return await gate(context);
		} catch (error) {
			this.parts.signal.throwIfAborted();
			context.signal.throwIfAborted();
			if (codeOf(error) === 'ENGINE_DIED') throw error;
			// A program that cannot even start is a finding, not the end of the run.
			const failure = failureOf(name, error instanceof CodedError ? error.code : 'GATE_ERROR', messageOf(error));
			return reportOf(name, started, { summary: failure.message, failures: [failure] });
		}
	}

	#boot(): Promise<Container> {
		this.#container ??= this.parts.container();
		return this.#container;
	}

	#installKey(): string {
		const { workspace } = this.parts.options;
		return `${workspace.read('package.json') ?? ''}\n${workspace.read('package-lock.json') ?? ''}`;
	}
}

function criteriaOf(blueprint: Blueprint | null): Criterion[] {
	const planned = blueprint?.requirements.filter(({ status }) => status === 'planned') ?? [];
	return planned.flatMap(({ criteria }) => criteria);
}
