import { blueprintSchema } from '../../../src/lib/domain/blueprint';

/** A club that shares tips, with comments inside them and a start page of figures. */
export const tipsBlueprint = blueprintSchema.parse({
	title: 'Tip Club',
	slug: 'tip-club',
	summary: 'Members share tips.',
	design: { palette: 'ocean', colours: ['teal'], locale: 'en', currency: 'EUR' },
	roles: [
		{ name: 'member', label: 'Member' },
		{ name: 'admin', label: 'Organiser', permissions: ['*:manage'] }
	],
	requirements: [
		{
			id: 'R1',
			text: 'When a member adds a tip, the app shall list it.',
			quote: 'members add tips',
			criteria: [
				{ id: 'R1.1', text: 'A tip is listed.' },
				{ id: 'R1.2', text: 'A tip without a title is refused.' }
			]
		},
		{ id: 'R2', text: 'The app shall count tips.', criteria: [{ id: 'R2.1', text: 'The start page says how many.' }] },
		{ id: 'R3', text: 'Fly.', status: 'not-understood', criteria: [] }
	],
	assumptions: ['Everybody sees all tips.'],
	notUnderstood: ['Fly.'],
	entities: [
		{
			name: 'tip',
			plural: 'tips',
			label: 'Tip',
			ownedBy: 'user',
			fields: [{ name: 'title', label: 'Title', type: 'text', required: true, max: 120 }],
			permissions: { read: ['member'], delete: ['owner'] }
		},
		{
			name: 'comment',
			plural: 'comments',
			label: 'Comment',
			ownedBy: 'tip',
			fields: [
				{ name: 'tip', label: 'Tip', type: 'reference', reference: 'tip', required: true },
				{ name: 'text', label: 'Text', type: 'longText' }
			]
		}
	],
	features: [
		{ name: 'users', kind: 'users' },
		{
			name: 'tips',
			kind: 'crud',
			entity: 'tip',
			pages: [{ route: '/tips', title: 'Tips', kind: 'list' }],
			needs: ['users'],
			criteria: ['R1.1', 'R1.2']
		},
		{
			name: 'comments',
			kind: 'crud',
			entity: 'comment',
			pages: [{ route: '/comments', title: 'Comments', kind: 'list' }],
			needs: ['tips'],
			criteria: []
		},
		{
			name: 'home',
			kind: 'dashboard',
			pages: [{ route: '/', title: 'Home', kind: 'dashboard' }],
			needs: ['tips'],
			charts: [{ title: 'Tips', kind: 'area', entity: 'tip', by: 'month' }],
			criteria: ['R2.1']
		}
	],
	journeys: [{ id: 'J1', title: 'Share', steps: [{ role: 'member', action: 'adds a tip', target: '/tips' }] }]
});
