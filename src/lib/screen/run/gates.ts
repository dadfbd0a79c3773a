import type { GateName } from '../../domain/events';

/** The gates as the screen names them. */
export const GATE_LABELS: Readonly<Record<GateName, string>> = {
	package: 'Packages',
	install: 'Install',
	types: 'Types',
	tests: 'Tests',
	boot: 'Boot',
	smoke: 'Smoke'
};
