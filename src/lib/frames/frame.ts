import type { Blueprint, Feature } from '../domain/blueprint';
import type { PlannedTask } from '../domain/task';
import type { RuleFacts } from './rules';

/** What a template fills in. */
export interface AppNames {
	slug: string;
	title: string;
	summary: string;
	/** Of its words; English where it is left out. */
	language?: string;
}

/** A kind of app: a tested template that apps of that kind are built on, and the facts about it that planning, roles and gates need. */
export interface Frame {
	name: string;
	/** By which an architect chooses it. */
	line: string;
	/** Apps are pages made of blocks; otherwise features with entities of their own. */
	isMadeOfPages: boolean;
	/** Somebody may have to sign in to see a page. */
	hasAccounts: boolean;
	/** Features that the frame brings. */
	features: readonly string[];
	/** The template's files by path relative to the app, names filled in. */
	files(app: AppNames): Map<string, string>;
	/** What code lays for a blueprint on top of the template, without a model. */
	lay(blueprint: Blueprint): Map<string, string>;
	/** What an agent is told of the frame instead of reading it, as far as its work needs it. */
	guideFor(task: Pick<PlannedTask, 'kind' | 'writes'>): string;
	/** What rules a file breaks, in words; empty when none. @param path relative to the app's root */
	brokenRules(path: string, text: string, facts: RuleFacts): string[];
	/** Where a feature's own files are: beginnings of their paths. */
	placesOf(feature: Pick<Feature, 'name' | 'pages'>): string[];
}
