/** Tests of an entity, of its endpoints and its pages, named by criterion. */
import type { Blueprint, Criterion, Entity, Feature } from '../../../../src/lib/domain/blueprint';
import { criterionKind } from '../criteria';
import { holdersOf, namesOf, quote } from '../names';
import { criteriaOf, header, title, type Case, type Cases } from './case';
import { fieldCases } from './field-cases';
import { pageCases } from './page-cases';
import { permissionCases } from './permission-cases';
import { recordCases } from './record-cases';
import { ruleCases } from './rule-cases';
import { body } from './sample';

const CASES: Cases = { ...recordCases, ...permissionCases, ...pageCases, ...ruleCases, ...fieldCases };

export function entityTests(blueprint: Blueprint, feature: Feature, entity: Entity): [string, string][] {
	const { folder, all } = namesOf(entity);
	const cases = criteriaOf(blueprint, feature).map((criterion) => entityCase(blueprint, entity, criterion));
	const api = cases.flatMap((testCase) => testCase.api).join('\n\n');
	const ui = cases.flatMap((testCase) => testCase.ui).join('\n\n');
	const files: [string, string][] = [];
	if (api) {
		files.push([
			`src/features/${folder}/api.test.ts`,
			`import { beforeEach, describe${api.includes('expect(') ? ', expect' : ''}, test } from 'vitest';
import { startApp } from '../../testing/harness';
${importsOf(blueprint, entity, api)}${api.includes('api.') ? "import { api } from './contract';\n" : ''}${api.includes('const sample') || !api.includes('sample') ? '' : `\nconst sample = ${body(entity)} as const;\n`}
${header(all)}${api}
});
`
		]);
	}
	if (ui) {
		const uses = ['fireEvent', 'screen', 'waitFor', 'within'].filter((name) => new RegExp(`\\b${name}\\b`).test(ui));
		files.push([
			`src/features/${folder}/ui.test.tsx`,
			`import { ${uses.join(', ')} } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { openPage } from '../../testing/render';
${ui.includes('announce(') ? "import { announce } from '../../web/live';\n" : ''}${ui.includes('api.') ? "import { api } from './contract';\n" : ''}
describe(${quote(`${all} on the page`)}, () => {
${ui}
});
`
		]);
	}
	return files;
}

/** Contracts of other entities that the tests call. */
const importsOf = (blueprint: Blueprint, entity: Entity, code: string) =>
	holdersOf(blueprint, entity)
		.map(namesOf)
		.filter(({ many }) => code.includes(`${many}Api.`))
		.map(({ many, folder }) => `import { api as ${many}Api } from '../${folder}/contract';\n`)
		.join('');

function entityCase(blueprint: Blueprint, entity: Entity, criterion: Criterion): Case {
	const write = CASES[criterionKind(criterion.text)];
	return write ? write(blueprint, entity, criterion) : { api: [`  test.todo(${title(criterion)});`], ui: [] };
}
