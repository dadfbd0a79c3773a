import { expect, it } from 'vitest';
import { example } from './example';
import { tableOf } from './logic';

const labels = { sent: 'Sent', state: 'State' };
const entry = { createdAt: '2031-05-12T09:30', name: 'Ada', email: 'ada@example.org', budget: 12_000, wish: 'A table' };

it('is a table with a line per entry; what nobody looked at is in the first state', () => {
	const [head, line] = tableOf(example, [entry], labels);
	expect(head).toEqual(['Sent', 'Name', 'E-mail', 'Budget', 'What it shall be', 'State']);
	expect(line?.slice(1, 3)).toEqual(['Ada', 'ada@example.org']);
	expect(line?.slice(-2)).toEqual(['A table', 'new']);
});

it('has no column of states where there are none', () => {
	expect(tableOf({ fields: example.fields }, [entry], labels).map((row) => row.length)).toEqual([5, 5]);
});
