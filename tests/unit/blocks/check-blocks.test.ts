import { describe, expect, it } from 'vitest';
import { checkBlocks } from '../../../src/lib/blocks/check-blocks';
import { manualOf } from '../../../src/lib/blocks/manual';
import { blocks } from '../../../src/lib/blocks/registry';
import { blueprintSchema, type Blueprint, type BlueprintInput } from '../../../src/lib/domain/blueprint';
import { skyBlueprint } from '../../support/sky-blueprint';

/** The blueprint of the sky quiz with its page's blocks changed. */
function withBlocks(change: (uses: { block: string; parameters: Record<string, unknown> }[]) => void): Blueprint {
	const input = JSON.parse(JSON.stringify(skyBlueprint())) as BlueprintInput;
	change(input.features[0]?.pages?.[0]?.blocks as never);
	return blueprintSchema.parse(input);
}

it('finds nothing where all is well', () => expect(checkBlocks(skyBlueprint())).toEqual([]));

describe('says where and what is wrong', () => {
	it('a block that there is not', () => {
		const [problem] = checkBlocks(withBlocks(([hero]) => hero && (hero.block = 'heros')));
		expect(problem).toBe(`Page '/', block 0 ('heros'): there is no such block. There are: ${[...blocks.keys()].join(', ')}.`);
	});

	it('parameters that are missing, or too many', () => {
		const blueprint = withBlocks(([hero]) => hero && (hero.parameters = { text: 'Hello', colour: 'red' }));
		expect(checkBlocks(blueprint).slice(0, 2)).toEqual([
			`Page '/', block 0 ('hero'): parameters.title: Invalid input: expected string, received undefined`,
			`Page '/', block 0 ('hero'): parameters: Unrecognized key: "colour"`
		]);
	});

	it('a criterion whose block is elsewhere, or has no such check', () => {
		const sky = skyBlueprint();
		const requirements = sky.requirements.map((requirement) => ({
			...requirement,
			criteria: requirement.criteria.map((criterion) => {
				if (criterion.id === 'R2.1') return { ...criterion, check: { block: 'quiz', at: 0, name: 'asks-one-by-one' } };
				return criterion.id === 'R2.2' ? { ...criterion, check: { block: 'quiz', at: 1, name: 'sings' } } : criterion;
			})
		}));
		const problems = checkBlocks(blueprintSchema.parse({ ...sky, requirements }));
		expect(problems[0]).toBe("Criterion R2.1: no page of its feature has the block 'quiz' at 0.");
		expect(problems[1]).toMatch(/^Criterion R2.2: the block 'quiz' has no check 'sings' here. It has: asks-one-by-one, /);
	});
});

describe.each([...blocks.values()])('the block $name', (entry) => {
	it('takes its own example, and has criteria that read as sentences', () => {
		expect(entry.parameters.safeParse(entry.example).error).toBeUndefined();
		const criteria = entry.criteria(entry.example);
		expect(criteria.length).toBeGreaterThan(0);
		expect(criteria.filter(({ text }) => !/^[A-ZÄÖÜ"].*\bshall\b.*\.$/.test(text))).toEqual([]);
		expect(new Set(criteria.map(({ check }) => check)).size).toBe(criteria.length);
	});

	it('is told to models by its parameters and checks', () => {
		expect(manualOf(entry.name)).toContain('export interface');
	});
});
