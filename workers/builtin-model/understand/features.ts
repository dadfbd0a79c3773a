/** The features of an app, each with the criteria that it is done by. */
import type { Blueprint } from '../../../src/lib/domain/blueprint';
import { wording } from '../generate/criteria';
import { askedFor } from '../generate/palette';
import { entityFeature, type FeatureInput, type PlanInput } from './entity-feature';
import { RequirementBook, type FiledRequirements } from './requirement-book';

/** Requirements follow the person's sentences; what nobody said but the app needs comes last, without a quote. */
export function planFeatures(draft: Blueprint, input: PlanInput): FiledRequirements & { features: FeatureInput[] } {
	const book = new RequirementBook(input.sentences);
	const features: FeatureInput[] = [];
	const { roles, found } = input;

	const session: FeatureInput = {
		name: 'session',
		kind: 'session',
		pages: [{ route: '/sign-in', title: 'Sign in', kind: 'form' }]
	};
	session.criteria = book.add(
		'Somebody who signs in shall get to the app, and nobody else.',
		(sentence) => /\bsign|\bregist|\blog ?in\b/i.test(sentence),
		[wording.signIn(), ...(roles.isOpen ? [wording.signUp()] : [])]
	);
	const { colours, darkMode } = draft.design;
	const looks = [
		...(colours.length ? [wording.colours(askedFor(draft.design, 'accent'), askedFor(draft.design, 'ground'))] : []),
		...(darkMode === 'system' ? [] : [wording.mode(darkMode)])
	];
	if (looks.length) book.add('The app shall look as asked.', () => false, looks, session.criteria);
	features.push(session);
	if (draft.roles.length > 1) {
		const users: FeatureInput = {
			name: 'users',
			kind: 'users',
			needs: ['session'],
			pages: [{ route: '/users', title: 'Users', kind: 'list' }]
		};
		users.criteria = book.add(
			'An administrator shall manage who may sign in, and as what.',
			(sentence) => /\binvite|user management|users\b|deactivate/i.test(sentence),
			[wording.invite(), wording.role(), wording.deactivate(), wording.usersRefuse()]
		);
		features.push(users);
	}
	for (const { thing, entity } of found)
		features.push(entityFeature(draft, entity, (sentence) => thing.words.test(sentence), book, input));
	const wantsDashboard = input.charts.length > 0;
	if (wantsDashboard) {
		const dashboard: FeatureInput = {
			name: 'dashboard',
			kind: 'dashboard',
			needs: features.filter((feature) => feature.entity).map((feature) => feature.name),
			charts: input.charts.map(({ chart }) => chart),
			pages: [{ route: '/', title: 'Dashboard', kind: 'dashboard' }]
		};
		const ids: string[] = [];
		for (const { chart, quote } of input.charts) {
			const criterion =
				chart.kind === 'ranking' ? wording.ranking(chart.title.toLowerCase()) : wording.series(chart.title.toLowerCase());
			book.add('The dashboard shall give an overview.', (sentence) => quote !== '' && sentence.includes(quote), [criterion], ids);
		}
		dashboard.criteria = ids;
		features.unshift(dashboard);
	}
	const pages = features.flatMap((feature) => feature.pages ?? []);
	const finished = book.finish({
		draft,
		found,
		chartQuotes: input.charts.map(({ quote }) => quote),
		hasBoard: pages.some((page) => page.kind === 'board'),
		hasCalendar: pages.some((page) => page.kind === 'calendar'),
		hasColours: colours.length > 0
	});
	return { features, ...finished };
}
