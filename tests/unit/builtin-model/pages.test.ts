import { describe, expect, it } from 'vitest';
import { generateApp } from '../../../workers/builtin-model/generate-app';

const filesOf = async (requirement: string) => (await generateApp(requirement)).files;

describe('a board', () => {
	it('titles cards by their own name and leads to their page', async () => {
		const board = (await filesOf('A kanban board for our team: cards with assignee.')).get('src/features/cards/board.page.tsx');
		expect(board).toContain('name={(row) => row.label}');
		expect(board).toContain('<Link href={`/cards/${row.id}`}><strong>{row.label}</strong></Link>');
		expect(board).not.toContain('createdByName');
	});

	it('names applications, which have no title, by who applied, and leads to the job', async () => {
		const board = (
			await filesOf(
				'Job board. Companies post jobs; candidates apply. Companies see applicants per job and move them through new, interview, offer.'
			)
		).get('src/features/applications/board.page.tsx');
		expect(board).toContain('row.createdByName ?? row.label');
		expect(board).toContain('/jobs/${row.job}');
	});
});

describe('deleting a record', () => {
	const WISH = 'Keep clients, projects and invoices with a due date. Customers with orders and notes. We invite users.';

	it('asks with the number of records that go with it', async () => {
		const page = (await filesOf(WISH)).get('src/features/customers/detail.page.tsx');
		expect(page).toMatch(/confirm\(`Delete \$\{row\.label\}\? \$\{row\.ordersCount\} .* will be deleted with it\.`\)/);
	});

	it('is refused by the database while other records need it', async () => {
		const files = await filesOf(WISH);
		const sql = (table: string) => [...files].find(([path]) => path.endsWith(`_${table}.sql`))?.[1];
		expect(sql('projects')).toContain('references clients on delete no action');
		expect(sql('orders')).toContain('references customers on delete cascade');
	});
});

it('asks for pictures that need no network in example data', async () => {
	const files = await filesOf('a website where people share recipes with a photo');
	expect(files.get('src/features/recipes/seed.ts')).toContain('photo: demo.picture(i)');
	expect(files.get('src/features/recipes/contract.ts')).toContain('photo: optional(Picture)');
});
