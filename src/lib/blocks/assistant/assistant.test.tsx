import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import '../../app';
import { assistant } from './assistant';
import { example } from './example';
import { answersTo, hasAny, termsOf } from './logic';

afterEach(cleanup);

const best = (text: string) => answersTo(text, example.answers)[0]?.question;

it('finds the answer in other words than those of its question', () => {
	expect(best('my heating boiler keeps knocking')).toBe('Why is my boiler making a knocking noise?');
	expect(best('delivery of oil?')).toBe('When will my oil be delivered?');
	expect(best('I want to pay invoices')).toBe('How can I pay an invoice?');
});

it('has no answer to what it does not know, nor to words that say nothing', () => {
	for (const text of ['What is the capital of the moon?', 'how do I?', '...', '', 'Can I buy a bicycle in the city on Sunday?'])
		expect(best(text), text).toBeUndefined();
});

it('recognises urgent words as words of their own', () => {
	expect(hasAny('I smell GAS in here', ['gas'])).toBe(true);
	expect(hasAny('a new gasket', ['gas'])).toBe(false);
	expect(hasAny('is it carbon monoxide', ['carbon monoxide'])).toBe(true);
	expect(hasAny('carbon steel', ['carbon monoxide'])).toBe(false);
});

it('reads German, Spanish and Chinese', () => {
	const of = (question: string) => ({ question, answer: 'x' });
	const known = [of('Wann kommt die Lieferung?'), of('¿Cómo puedo pagar la factura?'), of('发票怎么开?'), of('什么时候送货?')];
	const index = (text: string) => known.indexOf(answersTo(text, known)[0]!);
	expect([index('Lieferungen diese Woche'), index('pagar facturas'), index('我想开发票'), index('送货要多久')]).toEqual([
		0, 1, 2, 3
	]);
	expect(termsOf('的了吗')).toEqual([]);
});

it('goes on where a browser answers scrolling with a promise', async () => {
	const scroll = vi.spyOn(Element.prototype, 'scrollTo').mockImplementation((() => Promise.resolve()) as never);
	const complaints = vi.spyOn(console, 'error').mockImplementation(() => {});
	const { rerender, unmount } = render(<assistant.Component parameters={{ ...example, place: 'page' }} />);
	fireEvent.click(screen.getByRole('button', { name: example.answers[0]?.question }));
	rerender(<assistant.Component parameters={{ ...example, place: 'page' }} />);
	unmount();
	expect(scroll).toHaveBeenCalled();
	expect(complaints).not.toHaveBeenCalled();
	vi.restoreAllMocks();
});
