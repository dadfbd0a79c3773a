import { describe, expect, it } from 'vitest';
import { blueprintPatchSchema, type BlueprintPatchInput } from '../../../src/lib/domain/blueprint-patch';
import { changesInWords } from '../../../src/lib/screen/conversation/plan-words';
import { tipsBlueprint } from '../support/tips-blueprint';

const words = (patch: BlueprintPatchInput) => changesInWords(blueprintPatchSchema.parse(patch), tipsBlueprint);

describe('what a patch does to a blueprint', () => {
	it('is said of requirements by their id and text, new or changed', () => {
		const [old] = tipsBlueprint.requirements;
		if (!old) throw new Error('The blueprint has a requirement.');
		expect(
			words({
				set: {
					requirements: [
						{ id: 'R9', text: 'The app shall rate tips.' },
						{ ...old, text: 'The app shall sort tips.' }
					]
				}
			})
		).toEqual(['New requirement R9: The app shall rate tips.', `Changed requirement ${old.id}: The app shall sort tips.`]);
	});
	it('is said of data and features by their names', () => {
		const [entity] = tipsBlueprint.entities;
		const [feature] = tipsBlueprint.features;
		if (!entity || !feature) throw new Error('The blueprint has data and features.');
		expect(words({ set: { entities: [entity] }, remove: { features: [feature.name] } })).toEqual([
			`Changed data “${entity.label}”.`,
			`The feature “${feature.name}” goes.`
		]);
	});
	it('is said of the app as a whole', () => {
		expect(words({ title: 'Hints', design: { darkMode: 'dark', palette: 'forest' }, assumptions: [] })).toEqual([
			'The app is called “Hints”.',
			'Looks: palette, dark mode.',
			'What is taken as given is said anew.'
		]);
	});
	it('is nothing where nothing changes', () => expect(words({})).toEqual([]));
});
