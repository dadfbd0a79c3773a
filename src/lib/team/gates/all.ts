import type { GateName } from '../../domain/check';
import type { Frame } from '../../frames/frame';
import { own } from '../../frames/own';
import { changeRouting } from '../planning/change-routing';
import { frameRouting, type Routing } from '../planning/failure-routing';
import type { ReadableFiles } from '../planning/suspect-files';
import { bootGate } from './boot-gate';
import { buildGate } from './build-gate';
import type { Gate } from './gate';
import { installGate } from './install-gate';
import { ownBuildGate, ownLintGate, ownTypesGate } from './own/code';
import { ownBootGate, ownSmokeGate } from './own/live';
import { ownInstallGate, ownPackageGate } from './own/packages';
import { ownTestsGate } from './own/tests';
import { packageGate } from './package-gate';
import { reviewGate } from './review-gate';
import { smokeGate } from './smoke-gate';
import { testsGate } from './tests-gate';
import { typesGate } from './types-gate';

/** How projects on a frame are checked, and who repairs what fails there. */
export interface GateSet {
	gates: Readonly<Record<GateName, Gate>>;
	routing(files: ReadableFiles): Routing;
	/** The project may have had failures before anybody here touched it: each request begins with a look at how it stands. */
	isLookedAtBefore: boolean;
}

/** The gates of apps that were built here. */
const builtHere: GateSet = {
	gates: {
		...{ package: packageGate, install: installGate, review: reviewGate, types: typesGate },
		...{ tests: testsGate, boot: bootGate, smoke: smokeGate, build: buildGate }
	},
	routing: () => frameRouting,
	isLookedAtBefore: false
};

/** Those of projects that were made elsewhere: what they bring themselves. */
const madeElsewhere: GateSet = {
	gates: {
		...{ package: ownPackageGate, install: ownInstallGate, review: ownLintGate, types: ownTypesGate },
		...{ tests: ownTestsGate, boot: ownBootGate, smoke: ownSmokeGate, build: ownBuildGate }
	},
	routing: changeRouting,
	isLookedAtBefore: true
};

/** The one place where it is chosen how a project is checked. */
export const gateSetOf = (frame: Frame): GateSet => (frame === own ? madeElsewhere : builtHere);
