import type { Container } from '../../container/container';
import type { RunningServer } from '../../container/start-server';
import type { PreviewProbe } from '../../container/preview-probe';
import type { Blueprint, Criterion } from '../../domain/blueprint';
import type { CheckReport, Failure, GateName } from '../../domain/check';
import { fingerprintOf } from '../planning/failure-routing';

/** A gate looks at the project and says what is wrong with it. "Done" comes from its report, never from a model. */

/** Code of a failure that is nobody's fault: the network is gone, and a person may bring it back. */
export const REGISTRY_UNREACHABLE = 'REGISTRY_UNREACHABLE';
/** Code of a failure of the machine: the programs that run tests did not start in time. */
export const RUNNER_STALLED = 'RUNNER_STALLED';
/** What no change of the app mends. */
export const OUTAGES: ReadonlySet<string> = new Set([REGISTRY_UNREACHABLE, RUNNER_STALLED]);

export interface PackageRegistry {
	/** Versions of a package that satisfy the range exist. */
	has(name: string, range: string, signal: AbortSignal): Promise<boolean>;
	/** What is known against versions of packages, by name. Absent where nobody can be asked. @throws where the registry cannot, or does not want to be asked */
	advisories?(packages: ReadonlyMap<string, ReadonlySet<string>>, signal: AbortSignal): Promise<Advisory[]>;
}

/** A weakness that was made public. */
export interface Advisory {
	/** Of the package. */
	name: string;
	title: string;
	/** 'critical', 'high', 'moderate', 'low' or 'info'. */
	severity: string;
	/** The range of versions that have it. */
	versions: string;
	url: string;
}

export interface GateContext {
	container: Container;
	probe: PreviewProbe;
	registry: PackageRegistry;
	/** Dependencies that the frame brings, known to be good. */
	knownPackages: Readonly<Record<string, string>>;
	/** The pages that the smoke test opens, each with the feature that it belongs to. */
	pages: readonly { route: string; feature?: string }[];
	/** Widths at which pages must fit, in CSS pixels. */
	widths: readonly number[];
	/** The criteria that tests must prove. */
	criteria: readonly Criterion[];
	/** What the app is to be; undefined while there is none. */
	blueprint?: Blueprint | undefined;
	/** The lock file that the frame brings: its packages are not the team's. */
	frameLock?: string | undefined;
	/** Paths of the frame's files, which nobody but the frame writes. */
	frozen: ReadonlySet<string>;
	/** Files or folders whose tests alone are run, while others are still being written; all of them otherwise. */
	only?: readonly string[];
	files: { read(path: string): string | undefined; list(under?: string): string[] };
	/** Keeps with the project what a program made of one of its files. */
	keep?(path: string, content: string): Promise<void>;
	signal: AbortSignal;
	progress(text: string): void;
	/** The app that the boot gate started, for the smoke gate: shared by all gates of a run. */
	app: { server?: RunningServer | undefined };
}

export type Gate = (context: GateContext) => Promise<CheckReport>;

export function failureOf(gate: GateName, code: string, message: string, where: Partial<Failure> = {}): Failure {
	return { gate, code, message: message.slice(0, 2000), fingerprint: fingerprintOf(gate, code, message, where.file), ...where };
}

export function reportOf(gate: GateName, startedMs: number, part: Partial<CheckReport> & { summary: string }): CheckReport {
	const failures = part.failures ?? [];
	return {
		gate,
		ok: failures.length === 0,
		passed: 0,
		failed: failures.length,
		log: '',
		provenCriteria: [],
		...part,
		failures,
		durationMs: Math.round(performance.now() - startedMs)
	};
}

/** The end of a log, where the news is. */
export function tail(log: string, chars = 6000): string {
	return log.length > chars ? `...\n${log.slice(-chars)}` : log;
}
