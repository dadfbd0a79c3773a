import type { GateName } from '../../domain/check';
import { bootGate } from './boot-gate';
import { buildGate } from './build-gate';
import type { Gate } from './gate';
import { installGate } from './install-gate';
import { packageGate } from './package-gate';
import { reviewGate } from './review-gate';
import { smokeGate } from './smoke-gate';
import { testsGate } from './tests-gate';
import { typesGate } from './types-gate';

/** The gates, by name. */
export const standardGates: Record<GateName, Gate> = {
	package: packageGate,
	install: installGate,
	review: reviewGate,
	types: typesGate,
	tests: testsGate,
	boot: bootGate,
	smoke: smokeGate,
	build: buildGate
};
