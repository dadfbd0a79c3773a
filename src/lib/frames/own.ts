import type { Frame } from './frame';

/** What a project stands on that was made elsewhere: a stack of its own, about which only its files tell. */
export const own: Frame = {
	name: 'own',
	line: 'a stack of its own, as it is in the files',
	isMadeOfPages: false,
	hasAccounts: false,
	features: [],
	files: () => new Map(),
	lay: () => new Map(),
	guideFor: () => '',
	brokenRules: () => [],
	placesOf: () => []
};
