/** Rules of the records themselves: overdue when not paid, never booked twice. */
import { bookingOf } from '../bookings';
import { quote, someoneWho } from '../names';
import { stateField } from '../specials';
import { none, sign, title, type Cases } from './case';
import { uniqueField } from './sample';

export const ruleCases: Cases = {
	overdue: (blueprint, entity, criterion) => {
		const open = stateField(entity)?.options?.find((option) => !['paid', 'done', 'closed'].includes(option)) ?? '';
		const done = stateField(entity)?.options?.find((option) => ['paid', 'done', 'closed'].includes(option)) ?? '';
		return {
			...none,
			api: [
				`  test(${title(criterion)}, async () => {
    ${sign(someoneWho(blueprint, entity, 'create'))}
    const late = { ...sample, dueDate: '2020-01-31' };
    expect((await user.call(api.create, { body: { ...late, status: ${quote(open)} } })).overdue).toBe(true);
    expect((await user.call(api.create, { body: { ...late, ${uniqueField(entity)}status: ${quote(done)} } })).overdue).toBe(false);
    expect((await user.call(api.create, { body: { ...sample, ${uniqueField(entity)}dueDate: '2999-01-31', status: ${quote(open)} } })).overdue).toBe(false);
  });`
			]
		};
	},
	booked: (blueprint, entity, criterion) => {
		const booking = bookingOf(entity);
		if (!booking) return { ...none, api: [`  test.todo(${title(criterion)});`] };
		const other = booking.cancelled && `{ ...sample, ${booking.cancelled.state.name}: ${quote(booking.cancelled.option)} }`;
		return {
			...none,
			api: [
				`  test(${title(criterion)}, async () => {
    ${sign(someoneWho(blueprint, entity, 'create'))}
    const answers = await Promise.all(Array.from({ length: 5 }, () => user.tryCall(api.create, { body: sample })));
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409, 409, 409, 409]);
    expect(answers.find((answer) => answer.status === 409)!.data.error.code).toBe('taken');${
			other ? `\n    expect((await user.tryCall(api.create, { body: ${other} })).status).toBe(201);` : ''
		}
  });`
			]
		};
	}
};
