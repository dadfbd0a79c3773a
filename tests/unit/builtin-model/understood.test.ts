import { readFileSync } from 'node:fs';
import { test } from 'vitest';
import { architect } from '../../../workers/builtin-model/understand/architect';
import { compose } from '../../../workers/builtin-model/understand/compose/compose';
import { readRequirement } from '../../../workers/builtin-model/understand/reading/reading';

interface Sample {
	id: string;
	kind: string;
	requirement: string;
}

/** A file of JSON lines, each with id, kind and requirement. */
const { REQUIREMENTS } = process.env;

test.runIf(REQUIREMENTS)('prints what is understood of each requirement of the file that the environment names', () => {
	const samples = readFileSync(REQUIREMENTS ?? '', 'utf8')
		.trim()
		.split('\n')
		.map((line) => JSON.parse(line) as Sample);
	for (const { id, kind, requirement } of samples) {
		const reading = readRequirement(requirement);
		const plan = compose(reading);
		const { title, frame, design, doubt, features, requirements, notUnderstood } = architect(requirement);
		const pages = features.flatMap((feature) =>
			feature.pages.map((page) => `${page.route}[${page.blocks.map(({ block }) => block).join()}]`)
		);
		const wanted = new Set(plan?.pages.flatMap((page) => page.parts.map((part) => part.block)));
		const has = new Set<string>(
			features.flatMap((feature) => feature.pages.flatMap((page) => page.blocks.map(({ block }) => block)))
		);
		const missing = [...wanted].filter((block) => !has.has(block));
		const criteria = requirements.flatMap((entry) => entry.criteria).length;
		console.log(
			[
				`${id} ${kind} -> ${reading.guess.kind} ${reading.guess.confidence} · ${frame} · ${title} · ${design.ground} ${design.part}`,
				`   ${doubt ? `${doubt.code}: ${doubt.message}` : 'built'} · ${criteria} criteria · ${pages.join(' ')}`,
				...(missing.length ? [`   no block yet: ${missing.join(', ')}`] : []),
				...(notUnderstood.length ? [`   not built: ${notUnderstood.join(' | ')}`] : [])
			].join('\n')
		);
	}
});
