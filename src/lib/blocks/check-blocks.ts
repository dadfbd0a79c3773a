import type { Blueprint } from '../domain/blueprint';
import { z } from '../domain/zod';
import { blocks } from './registry';

/**
 * What is wrong with a blueprint's blocks, each in words that say where and what to write instead; empty when nothing is. The schema of
 * blueprints knows no blocks; whoever submits one hears this beside what the schema finds.
 */
export function checkBlocks({ frame, features, requirements }: Blueprint): string[] {
	const problems: string[] = [];
	for (const feature of features)
		for (const page of feature.pages)
			for (const [at, { block, parameters }] of page.blocks.entries()) {
				const where = `Page '${page.route}', block ${at} ('${block}')`;
				const entry = blocks.get(block);
				if (!entry) problems.push(`${where}: there is no such block. There are: ${[...blocks.keys()].join(', ')}.`);
				else if (!(entry.frames as readonly string[]).includes(frame))
					problems.push(`${where}: the frame '${frame}' has no such block; it is for ${entry.frames.join(', ')}.`);
				else problems.push(...parameterProblems(entry.parameters, parameters).map((one) => `${where}: ${one}`));
			}
	const pagesOf = (id: string) => features.filter(({ criteria }) => criteria.includes(id)).flatMap(({ pages }) => pages);
	for (const { id, check } of requirements.flatMap(({ criteria }) => criteria)) {
		if (!check?.block) continue;
		const at = check.at ?? 0;
		const entry = blocks.get(check.block);
		const use = pagesOf(id).find(({ blocks }) => blocks[at]?.block === check.block)?.blocks[at];
		if (!use) problems.push(`Criterion ${id}: no page of its feature has the block '${check.block}' at ${at}.`);
		else if (entry?.parameters.safeParse(use.parameters).success) {
			const names = entry.criteria(use.parameters).map((one) => one.check);
			if (!names.includes(check.name))
				problems.push(
					`Criterion ${id}: the block '${check.block}' has no check '${check.name}' here. It has: ${names.join(', ')}.`
				);
		}
	}
	return problems;
}

function parameterProblems(schema: z.ZodType, parameters: unknown): string[] {
	const parsed = schema.safeParse(parameters);
	if (parsed.success) return [];
	return parsed.error.issues.map(({ path, message }) => `${['parameters', ...path].join('.')}: ${message}`);
}
