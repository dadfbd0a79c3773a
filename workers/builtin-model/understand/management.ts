/** Management apps: records of several kinds behind a sign-in, with what was assumed and what will not be built. */
import nlp from 'compromise';
import { blueprintSchema, type Blueprint, type BlueprintInput, type Entity } from '../../../src/lib/domain/blueprint';
import { namesOf } from '../generate/names';
import { findCharts } from './charts';
import { findColours } from './colours';
import { findThings } from './entities';
import { planFeatures } from './features';
import { journeysOf } from './journeys';
import { BUSINESSES } from './lexicon';
import { givePermissions } from './permissions';
import { questionsFor } from './questions';
import { findRoles } from './roles';

/** @throws ZodError when the blueprint would not be valid, which is a defect of this model. */
export function manage(requirement: string): Blueprint {
	const text = requirement.trim() || 'an app';
	const sentences = (nlp(text).sentences().out('array') as string[]).map((sentence) => sentence.trim()).filter(Boolean);
	const roles = findRoles(text);
	const found = findThings(text, sentences, roles);
	const entities = found.things.map(({ entity }) => entity);
	givePermissions(found.things, roles, text);
	const charts = findCharts(text, entities);
	const colours = findColours(text);
	const title = titleOf(text, entities);
	const draft: Blueprint = blueprintSchema.parse({
		title,
		slug:
			title
				.toLowerCase()
				.replace(/[^a-z0-9]+/g, '-')
				.replace(/^[^a-z]+|-$/g, '') || 'app',
		summary: `Keeps ${listWords(entities.slice(0, 4).map((entity) => namesOf(entity).all))}.`,
		stack: ['TypeScript', 'React', 'Vite', 'Hono', 'PostgreSQL (PGlite)', 'Vitest'],
		design: {
			palette: colours.palette,
			colours: colours.colours,
			darkMode: colours.darkMode,
			currency: /\$|\bdollars?\b|\busd\b/i.test(text) ? 'USD' : /£|\bpounds?\b|\bgbp\b/i.test(text) ? 'GBP' : 'EUR'
		},
		roles: roles.roles,
		requirements: [{ id: 'R1', text: 'The app shall exist.' }],
		entities,
		features: [{ name: 'session', kind: 'session' }]
	} satisfies BlueprintInput);
	const plan = planFeatures(draft, { roles, charts, sentences, found: found.things });
	return blueprintSchema.parse({
		...draft,
		requirements: plan.requirements,
		features: plan.features,
		assumptions: [
			...roles.assumptions,
			...found.assumptions,
			...plan.background.map((quote) => `Taken as background, not as a wish: “${quote}”`),
			...(text.split(/\s+/).length < 25
				? ['The requirement is short: this is the smallest app that helps; say more and it grows.']
				: [])
		],
		questions: questionsFor(text, roles),
		notUnderstood: plan.notUnderstood,
		journeys: journeysOf(draft, charts)
	} satisfies BlueprintInput);
}

const listWords = (words: string[]) =>
	words.length > 1 ? `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}` : (words[0] ?? 'things');

function titleOf(text: string, entities: Entity[]): string {
	const named =
		/\b(?:build|make|create|want|need)?\s*(?:me )?an? ([a-z]+ (?:dashboard|manager|tracker|board|planner|[a-z]*shop|community|portal))\b/i.exec(
			text
		)?.[1] ?? /^(job board|[a-z]+ (?:board|tracker|planner|dashboard))\b/i.exec(text)?.[1];
	const business = BUSINESSES.find(
		({ words, things }) => words.test(text) && things.some((name) => entities.some((entity) => entity.name === name))
	)?.title;
	const title = named ?? business ?? `${entities[0] ? namesOf(entities[0]).all : 'My'} app`;
	return title.charAt(0).toUpperCase() + title.slice(1).toLowerCase();
}
