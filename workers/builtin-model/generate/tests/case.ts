/** What the tests of every criterion have in common. */
import type { Blueprint, Criterion, Entity, Feature } from '../../../../src/lib/domain/blueprint';
import type { CriterionKind } from '../criteria';
import { quote } from '../names';

/** The tests of one criterion: what the API does, and what the page shows. */
export interface Case {
	api: string[];
	ui: string[];
}
export const none: Case = { api: [], ui: [] };

export type Writer = (blueprint: Blueprint, entity: Entity, criterion: Criterion) => Case;
export type Cases = Partial<Record<CriterionKind, Writer>>;

export function criteriaOf(blueprint: Blueprint, feature: Feature): Criterion[] {
	return blueprint.requirements
		.flatMap((requirement) => requirement.criteria)
		.filter((criterion) => feature.criteria.includes(criterion.id));
}

/** The name of a test: the criterion that it proves. */
export const title = (criterion: Criterion) => quote(`${criterion.id} ${criterion.text}`);

/** Opens a suite of which every test starts its own app. */
export const header = (name: string) => `let server: Awaited<ReturnType<typeof startApp>>;
beforeEach(async () => void (server = await startApp()));

describe(${quote(name)}, () => {
`;

export const sign = (role: string) => `const user = await server.signIn(${quote(role)});`;
