/** From a requirement in plain words to a blueprint: what was understood, what was assumed, what will not be built. */
import { blocks } from '../../../src/lib/blocks/registry';
import { blueprintSchema, type Blueprint, type Doubt } from '../../../src/lib/domain/blueprint';
import { compose } from './compose/compose';
import { doubtOf } from './doubt';
import { writeBlueprint, type KnownBlock } from './file/blueprint';
import { weightOf } from './file/coverage';
import { manage } from './management';
import { readRequirement, type Reading } from './reading/reading';

/** @throws ZodError when the blueprint would not be valid, which is a defect of this model. */
export function architect(requirement: string): Blueprint {
	const reading = readRequirement(requirement);
	const plan = compose(reading);
	const written = plan && writeBlueprint(reading, plan, knownBlock);
	const blueprint = written?.blueprint ?? (isManagement(reading) ? managed(requirement, reading) : undefined);
	const share = written?.share ?? (blueprint ? managedShare(blueprint, reading) : 0);
	const doubt = doubtOf({ reading, plan: written && plan, blueprint, share });
	if (!doubt) return blueprint ?? nothing(reading, undefined, []);
	return blueprint && doubt.isBuildable ? { ...blueprint, doubt } : nothing(reading, doubt, blueprint?.questions ?? []);
}

/** Kinds whose apps keep records of several kinds behind a sign-in, whatever else they are. */
const isManagement = ({ guess, language }: Reading) =>
	language === 'en' && ['management', 'records', 'booking'].includes(guess.kind);

function knownBlock(name: string): KnownBlock | undefined {
	const entry = blocks.get(name);
	if (!entry) return undefined;
	return {
		frames: entry.frames,
		problemsOf: (parameters) =>
			entry.parameters.safeParse(parameters).error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [],
		criteria: (parameters) => entry.criteria(parameters)
	};
}

function managed(requirement: string, { style, requirement: whole }: Reading): Blueprint {
	const blueprint = manage(requirement || whole);
	return { ...blueprint, design: { ...blueprint.design, ground: style.ground, part: style.part } };
}

/** By words: what is not named as not built. */
function managedShare({ notUnderstood, entities }: Blueprint, { text }: Reading): number {
	if (entities.every((entity) => entity.name === 'item')) return 0;
	const all = weightOf(text);
	return all === 0 ? 0 : Math.max(0, 1 - notUnderstood.reduce((sum, part) => sum + weightOf(part), 0) / all);
}

/** A blueprint that builds nothing: every sentence stands as not understood. */
function nothing({ sentences, requirement }: Reading, doubt: Doubt | undefined, questions: Blueprint['questions']): Blueprint {
	const quotes = sentences.map((sentence) => sentence.quote.slice(0, 2000)).filter(Boolean);
	const said = quotes.length ? quotes : [requirement.trim().slice(0, 2000) || 'nothing'];
	return blueprintSchema.parse({
		title: 'Nothing to build yet',
		slug: 'nothing-yet',
		summary: doubt?.message ?? 'Nothing was understood.',
		frame: 'client',
		requirements: said.map((quote, at) => ({
			id: `R${at + 1}`,
			text: 'Not understood: nothing is built for this.',
			quote,
			status: 'not-understood'
		})),
		notUnderstood: [...new Set(said.map((quote) => quote.replace(/[.!?]$/, '')))],
		features: [{ name: 'nothing', kind: 'page' }],
		questions: questions.filter(({ question }) => /says both/.test(question)),
		doubt
	});
}
