import { blueprintSchema, type Blueprint } from '../../../src/lib/domain/blueprint';
import { patchBlueprint } from '../../../src/lib/domain/blueprint-patch';
import { changePlanSchema, type ChangePlan } from '../../../src/lib/domain/change-plan';
import { planChange } from '../../../workers/builtin-model/change/plan-change';
import { architect } from '../../../workers/builtin-model/understand/architect';

export const REQUIREMENTS = {
	dashboard:
		'Build a customer dashboard with real-time analytics and user management. Sales managers sign in and see revenue per day, new customers per week and the ten best customers, live, without reloading. They can search customers, open one, see its orders and add notes. Administrators invite users, change their role (admin, manager, viewer) and deactivate them. Viewers can look but not change anything.',
	invoices:
		"I'm a freelancer. I want to keep clients, log hours per project at different hourly rates, and turn unbilled hours into invoices with numbers like 2026-0007, VAT, a due date and a printable page. Show what is overdue and how much I earned per month this year. Background ivory, buttons teal.",
	recipes:
		'a website where people share recipes. you can register, post a recipe with ingredients and steps and a photo url, rate others 1 to 5 stars and comment. filter by cuisine, time and vegetarian. changing the number of servings recalculates the ingredients. my favourites page + shopping list made from selected recipes',
	jobs: 'Job board. Companies post jobs (title, description, location or remote, salary range, skills, closing date); candidates have a profile with skills and a CV text, search and filter jobs, save them and apply with a letter. Companies see applicants per job and move them through new, interview, offer, rejected.',
	salon: "something for my dog grooming salon pls, it's chaos here with the paper calendar",
	kanban:
		'Project management tool for small teams: projects, boards with columns, cards with assignee, labels, due date, checklist and comments. Drag cards between columns. Dark mode.',
	fundraiser:
		"One-page website for our school's fundraiser day: what it is and when, a countdown, programme, testimonials carousel that moves by itself but can be paused, donation goal with a progress bar, sponsors, FAQ that opens and closes, and a volunteer sign-up form whose entries the organisers can see at /admin. Warm colours: background linen, components sienna.",
	memory:
		"A memory card game in the browser: choose 4x4 or 6x6, cards flip with an animation, count moves and time, best scores are kept per size with the player's name. Playable with the keyboard."
} as const;
export type Sample = keyof typeof REQUIREMENTS;

const made = new Map<Sample, Blueprint>();
export function blueprintOf(sample: Sample): Blueprint {
	const known = made.get(sample) ?? architect(REQUIREMENTS[sample]);
	made.set(sample, known);
	return blueprintSchema.parse(structuredClone(known));
}

export interface Changed {
	plan: ChangePlan;
	before: Blueprint;
	after: Blueprint;
}

/** A wish about a sample's app, or about what an earlier wish made of it. */
export function wish(on: Sample | Changed, words: string, paths?: readonly string[]): Changed {
	const before = typeof on === 'string' ? blueprintOf(on) : on.after;
	const plan = changePlanSchema.parse(
		planChange({ words, blueprint: before, requirement: typeof on === 'string' ? REQUIREMENTS[on] : '', paths })
	);
	return { plan, before, after: plan.blueprint ? patchBlueprint(before, plan.blueprint) : before };
}

/** 'name:type!' of every field. */
export const fieldsOf = ({ after }: Changed, entity: string) =>
	after.entities
		.find(({ name }) => name === entity)
		?.fields.map(({ name, type, required }) => `${name}:${type}${required ? '!' : ''}`) ?? [];

/** The texts of the criteria that a wish brings. */
export const broughtBy = ({ before, after }: Changed) => {
	const known = new Set(before.requirements.map(({ id }) => id));
	return after.requirements.filter(({ id }) => !known.has(id)).flatMap(({ criteria }) => criteria.map(({ text }) => text));
};
