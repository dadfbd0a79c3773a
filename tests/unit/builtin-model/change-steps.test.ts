import { describe, expect, it } from 'vitest';
import { systemPrompt, userPrompt } from '../../../src/lib/team/agents/prompts';
import { planTasks } from '../../../src/lib/team/planning/task-graph';
import { alterationsOf } from '../../../workers/builtin-model/change/alter-migration';
import { changedFiles } from '../../../workers/builtin-model/change/file-steps';
import { filesOf } from '../../../workers/builtin-model/generate/files';
import { handleChatCompletion } from '../../../workers/builtin-model/index';
import { blueprintOf, REQUIREMENTS, wish, type Changed } from './change-kit';

/** What the files of a wish's steps become. */
const writtenBy = ({ plan, before, after }: Changed) =>
	new Map(plan.steps.flatMap(({ files }) => [...changedFiles(before, after, files)]));
const migrationsOf = (changed: Changed) =>
	[...writtenBy(changed)].filter(([path]) => path.startsWith('migrations/')).map(([path, text]) => `${path}\n${text ?? ''}`);

describe('migrations', () => {
	it('add a field, and a value for records that are there where it must not be empty', () => {
		expect(migrationsOf(wish('dashboard', 'Add a birthday and a mandatory VAT number to customers'))).toEqual([
			`migrations/0006_customers_birthday_vat_number.sql
alter table customers add column birthday date;
create index customers_birthday on customers (birthday);
-- Records that are there already need a value.
alter table customers add column vat_number text;
update customers set vat_number = 'Unknown';
alter table customers alter column vat_number set not null;
`
		]);
	});

	it('rename a column by the name of the file, and take away another', () => {
		expect(migrationsOf(wish('invoices', 'Rename phone to mobile and remove the notes field from clients'))).toEqual([
			'migrations/0007_clients_rename_phone_to_mobile.sql\nalter table clients rename column phone to mobile;\n',
			'migrations/0008_clients_notes.sql\nalter table clients drop column notes;\n'
		]);
	});

	it('keep what stands in the values of a choice', () => {
		expect(migrationsOf(wish('dashboard', 'rename status pending to open'))).toEqual([
			`migrations/0006_orders_status.sql
alter table orders drop constraint orders_status_check;
update orders set status = 'open' where status = 'pending';
alter table orders add constraint orders_status_check check (status in ('paid', 'open', 'refunded'));
`
		]);
	});

	it('create what is new before what points to it, and drop what is gone last', () => {
		const changed = wish(
			'salon',
			'groomers with name and phone; each appointment has a groomer. remove dog from appointments. remove dogs'
		);
		expect([...writtenBy(changed).keys()].filter((path) => path.startsWith('migrations/'))).toEqual([
			'migrations/0007_groomers.sql',
			'migrations/0008_appointments_groomer_id_dog_id.sql',
			'migrations/0009_dogs_removed.sql'
		]);
	});

	it('take the numbers after the last one that the project has', () => {
		const first = wish('dashboard', 'Add a birthday to customers', [
			'migrations/0001_core.sql',
			'migrations/0041_notes.sql',
			...paths('dashboard')
		]);
		expect([...writtenBy(first).keys()][0]).toBe('migrations/0042_customers_birthday.sql');
	});

	it('say who has lost a role that is gone', () => {
		const [gone] = alterationsOf(blueprintOf('dashboard'), wish('dashboard', 'Remove the viewer role').after);
		expect(gone).toMatchObject({ name: 'users_without_viewer' });
		expect(gone?.sql).toContain("status = 'deactivated' where role = 'viewer'");
	});
});

const paths = (sample: 'dashboard' | 'invoices') => [...filesOf(blueprintOf(sample)).keys()];

describe('steps', () => {
	it('are few for one field, in the order in which they build on each other', () => {
		const { plan } = wish('dashboard', 'Add a birthday to customers');
		expect(plan.steps.map(({ role, files, after }) => ({ role, files, after }))).toEqual([
			{ role: 'dba', files: ['migrations/0006_customers_birthday.sql', 'src/features/customers/seed.ts'], after: [] },
			{ role: 'backend', files: ['src/features/customers/contract.ts', 'src/features/customers/repo.ts'], after: [1] },
			{
				role: 'frontend',
				files: ['form.tsx', 'list.page.tsx', 'detail.page.tsx'].map((name) => `src/features/customers/${name}`),
				after: [2]
			},
			{ role: 'qa', files: ['api.test.ts', 'ui.test.tsx'].map((name) => `src/features/customers/${name}`), after: [1, 2, 3] },
			{ role: 'devops', files: ['README.md', 'docs/traceability.md'], after: [1, 2, 3, 4] }
		]);
		expect(plan.steps.slice(0, 4).map(({ feature }) => feature)).toEqual(['customers', 'customers', 'customers', 'customers']);
	});

	it.each([
		'Add a birthday to customers',
		'Rename contact to contact person in customers',
		'Add suppliers with name, phone and email',
		'Make the buttons forest green',
		'remove notes'
	])('hold every file that differs, and leave the others byte for byte: %s', (words) => {
		const changed = wish('dashboard', words);
		const [old, now] = [filesOf(changed.before), filesOf(changed.after)];
		const written = writtenBy(changed);
		for (const [path, text] of now)
			if (!path.startsWith('migrations/')) expect(written.get(path) ?? old.get(path), path).toBe(text);
		for (const [path, text] of written) expect(text, path).not.toBe(old.get(path));
		const gone = [...old.keys()].filter((path) => !now.has(path) && !path.startsWith('migrations/'));
		expect(
			[...written]
				.filter(([, text]) => text === undefined)
				.map(([path]) => path)
				.sort()
		).toEqual(gone.sort());
	});

	it('never write a migration that ran', () => {
		const tasks = planTasks(blueprintOf('dashboard'), ['migrations/0001_core.sql', 'migrations/0002_users.sql']);
		const ran = tasks.flatMap(({ writes }) => writes).filter((path) => path.startsWith('migrations/'));
		const changed = wish('dashboard', 'Add a birthday to customers, remove notes and add suppliers with name', ran);
		expect(changed.plan.steps.flatMap(({ files }) => files).filter((path) => ran.includes(path))).toEqual([]);
	});

	it('are none of an app that somebody else wrote', () => {
		const { plan } = wish('dashboard', 'Add a birthday to customers', ['src/features/customers/contract.ts', 'package.json']);
		expect(plan.kind).toBe('nothing');
		expect(plan.reply).toContain('not written by the built-in model');
	});
});

describe('in a conversation', () => {
	const ask = async (role: string, prompt: string) => {
		const messages = [
			{ role: 'system', content: systemPrompt(role, '') },
			{ role: 'user', content: prompt }
		];
		const body = JSON.stringify({ model: 'builtin', messages });
		const answer = await handleChatCompletion(
			new Request('https://builtin.invalid/v1/chat/completions', { method: 'POST', body })
		);
		const { choices } = (await answer.json()) as {
			choices: { message: { tool_calls?: { function: { name: string; arguments: string } }[] } }[];
		};
		return (choices[0]?.message.tool_calls ?? []).map(
			(call) => [call.function.name, JSON.parse(call.function.arguments) as Record<string, unknown>] as const
		);
	};
	const task = {
		id: 'change-2',
		kind: 'plan' as const,
		title: 'Plan',
		role: 'architect',
		needs: [],
		publishes: [],
		writes: [],
		criteria: [],
		estimate: 1
	};

	it('the architect says of a project that was made elsewhere that it can change nothing there', async () => {
		const [[name, plan] = []] = await ask('architect', userPrompt({ task, requirement: 'Imported.', wish: 'remove notes' }));
		expect([name, plan]).toEqual([
			'submit_change',
			{ kind: 'nothing', reply: expect.stringContaining('Choose an AI model') as string }
		]);
	});

	it('the architect submits a change, and each role reads the files of its steps before it writes or deletes them', async () => {
		const changed = wish('dashboard', 'remove notes');
		const { before, after, plan } = changed;
		const [[name, submitted] = []] = await ask(
			'architect',
			userPrompt({ task, requirement: REQUIREMENTS.dashboard, wish: 'remove notes', blueprint: before })
		);
		expect([name, submitted]).toEqual(['submit_change', JSON.parse(JSON.stringify(plan))]);
		const step = plan.steps.find(({ files }) => files.includes('src/features/notes/panel.tsx'));
		const calls = await ask(
			step?.role ?? '',
			userPrompt({ task: { ...task, kind: 'change' as never, writes: step?.files ?? [] }, blueprint: after, before })
		);
		expect(calls).toContainEqual(['read_file', { path: 'src/features/notes/panel.tsx', whole: true }]);
	});
});
