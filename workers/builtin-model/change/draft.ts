/** A blueprint while a wish changes it: what was asked, what came of it, and what the person is told. */
import type { Blueprint, Criterion, Entity, Feature, Requirement } from '../../../src/lib/domain/blueprint';
import type { FieldRename } from './alter-migration';

/** Something of the wish that is not built. */
export interface Refusal {
	/** In the person's words. */
	quote: string;
	why: string;
}

interface Ask {
	quote: string;
	/** What is done for it, each in a sentence. */
	done: string[];
	refused: Refusal[];
	/** What holds already. */
	met: string[];
	assumed: string[];
	/** Id of the requirement that its criteria stand under, once there is one. */
	requirement: string;
}

export class Draft {
	readonly before: Blueprint;
	after: Blueprint;
	readonly renames: FieldRename[] = [];
	readonly #asks: Ask[] = [];
	/** The clause that is being followed, in the person's words. */
	clause = '';
	/** The field that just got another name. */
	renamed: FieldRename | undefined;
	/** The entity that was spoken of last. */
	last: string | undefined;

	constructor(blueprint: Blueprint) {
		this.before = blueprint;
		this.after = structuredClone(blueprint);
	}

	/** What comes now is for this sentence of the wish. */
	ask(quote: string): void {
		this.clause = quote;
		this.#asks.push({ quote, done: [], refused: [], met: [], assumed: [], requirement: '' });
	}

	get asks(): readonly Ask[] {
		return this.#asks;
	}

	done(text: string): void {
		this.#current().done.push(text);
	}

	/** @param quote the person's words; the whole clause counts where they are others */
	refuse(quote: string, why: string): void {
		const at = this.clause.toLowerCase().indexOf(quote.toLowerCase());
		const said = at < 0 ? this.clause : this.clause.slice(at, at + quote.length);
		this.#current().refused.push({ quote: said, why });
	}

	met(why: string): void {
		this.#current().met.push(why);
	}

	/** Something that nobody said, and that holds until somebody does. */
	assume(text: string): void {
		this.after = { ...this.after, assumptions: [...new Set([...this.after.assumptions, text])] };
		this.#current().assumed.push(text);
	}

	/** Every part of the wish for which something is done is a requirement, proved or not. */
	file(): void {
		for (const ask of this.#asks) {
			if (ask.done.length === 0) continue;
			const { id } = this.#requirement(ask);
			const text = ask.done.join(' ').slice(0, 500);
			const unbuilt = ask.refused.map(({ quote }) => bare(quote));
			this.after = {
				...this.after,
				requirements: this.after.requirements.map((requirement) =>
					requirement.id === id ? { ...requirement, text, unbuilt } : requirement
				)
			};
		}
	}

	/** A criterion of a feature, under the requirement that this part of the wish becomes. */
	prove(feature: string, text: string, check?: Criterion['check']): void {
		const own = this.after.features.find(({ name }) => name === feature);
		if (!own || own.criteria.some((id) => isSame(this.criterion(id), text, check))) return;
		const requirement = this.#requirement(this.#current());
		const last = Math.max(0, ...requirement.criteria.map(({ id }) => Number(id.split('.')[1])));
		const criterion: Criterion = { id: `${requirement.id}.${last + 1}`, text, ...(check ? { check } : {}) };
		const changed = { ...requirement, criteria: [...requirement.criteria, criterion] };
		this.after = {
			...this.after,
			requirements: this.after.requirements.map((other) => (other.id === requirement.id ? changed : other))
		};
		this.setFeature({ ...own, criteria: [...own.criteria, criterion.id] });
	}

	/** That of a part of the wish, with the next number that no requirement had. */
	#requirement(ask: Ask): Requirement {
		const known = this.after.requirements.find(({ id }) => id === ask.requirement);
		if (known) return known;
		const numbers = [...this.before.requirements, ...this.after.requirements].map(({ id }) => Number(id.slice(1)));
		const requirement: Requirement = {
			...{ id: `R${Math.max(0, ...numbers) + 1}`, text: 'The app shall follow this wish.', quote: ask.quote.slice(0, 2000) },
			...{ criteria: [], unbuilt: [], status: 'planned' }
		};
		ask.requirement = requirement.id;
		this.after = { ...this.after, requirements: [...this.after.requirements, requirement] };
		return requirement;
	}

	/** @throws Error when nothing was asked yet */
	#current(): Ask {
		const ask = this.#asks.at(-1);
		if (!ask) throw new Error('Nothing was asked yet. Call ask() first.');
		return ask;
	}

	entity(name: string): Entity {
		const entity = this.after.entities.find((candidate) => candidate.name === name);
		if (!entity) throw new Error(`There is no entity '${name}'.`);
		return entity;
	}

	/** Puts another entity in the place of the one of its name. */
	setEntity(entity: Entity): void {
		this.last = entity.name;
		this.after = { ...this.after, entities: this.after.entities.map((other) => (other.name === entity.name ? entity : other)) };
	}

	featureOf(entity: string): Feature | undefined {
		return this.after.features.find((feature) => feature.entity === entity);
	}

	setFeature(feature: Feature): void {
		this.after = { ...this.after, features: this.after.features.map((other) => (other.name === feature.name ? feature : other)) };
	}

	/** A criterion that no longer holds goes, and its requirement with the last one. */
	dropCriteria(ids: readonly string[]): void {
		const requirements = this.after.requirements.flatMap((requirement) => {
			const criteria = requirement.criteria.filter((criterion) => !ids.includes(criterion.id));
			return criteria.length === 0 && requirement.criteria.length > 0 ? [] : [{ ...requirement, criteria }];
		});
		const features = this.after.features.map((feature) => ({
			...feature,
			criteria: feature.criteria.filter((id) => !ids.includes(id))
		}));
		this.after = { ...this.after, requirements, features };
	}

	setCriterion(id: string, text: string, check?: Criterion['check']): void {
		this.after = {
			...this.after,
			requirements: this.after.requirements.map((requirement) => ({
				...requirement,
				criteria: requirement.criteria.map((criterion) =>
					criterion.id === id ? { ...criterion, text, ...(check ? { check } : {}) } : criterion
				)
			}))
		};
	}

	criterion(id: string): Criterion | undefined {
		return this.after.requirements.flatMap(({ criteria }) => criteria).find((criterion) => criterion.id === id);
	}
}

/** A quote without the full stop at its end. */
export const bare = (quote: string): string => quote.trim().replace(/[.!?。]+$/, '');

const isSame = (criterion: Criterion | undefined, text: string, check: Criterion['check']) =>
	criterion?.text === text && JSON.stringify(criterion.check) === JSON.stringify(check);
