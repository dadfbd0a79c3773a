import { useState } from 'react';
import { defineBlock } from '../../core/block';
import { useCollection } from '../../core/collection';
import type { FormValues } from '../../core/fields';
import { day, isoDay } from '../../core/format';
import { RefusedError } from '../../core/rules';
import { useNow } from '../../core/use-now';
import { Button } from '../../web/ui/button';
import { Empty } from '../../web/ui/empty';
import { Form } from '../../web/ui/form';
import { Heading } from '../../web/ui/heading';
import { Icon } from '../../web/ui/icon';
import { Ready } from '../../web/ui/ready';
import './form.css';
import { stateOf } from './logic';
import type { FormParameters } from './parameters';
import { words } from './words';

const A_MINUTE_MS = 60_000;

/** Something to fill in and send. What is sent, only the owner reads. */
export const form = defineBlock<FormParameters>({
	name: 'form',
	Component: FormBlock,
	collections: ({ collection, onePer, places }) => ({
		[collection]: {
			rules: {
				...{ shows: [], create: 'everybody', change: 'owner' },
				...(onePer ? { unique: onePer } : {}),
				...(places ? { limited: { same: [], limit: places.total } } : {})
			}
		}
	})
});

function FormBlock({ parameters }: { parameters: FormParameters }) {
	const { heading, intro, fields, thanks, collection, places, closesOn } = parameters;
	const entries = useCollection<FormValues>(collection);
	const today = isoDay(useNow(A_MINUTE_MS));
	const [isSent, setSent] = useState(false);
	const state = stateOf(parameters, { count: entries.records.length, today });
	return (
		<div className="form-block narrow" data-one={fields.length === 1 || undefined}>
			<Heading title={heading} text={intro} />
			<Ready of={entries}>
				{(places || closesOn) && (
					<p className="form-block-facts" role="status">
						{places && <span className="tag">{words('left', { n: state.left ?? 0, word: places.word })}</span>}
						{closesOn && state.kind !== 'closed' && <span className="muted">{words('until', { day: day(closesOn) })}</span>}
					</p>
				)}
				{isSent ? (
					<div className="form-block-thanks card" role="status">
						<Icon name="check" />
						<p>{thanks}</p>
						{state.kind === 'open' && <Button onClick={() => setSent(false)}>{words('another')}</Button>}
					</div>
				) : state.kind === 'open' ? (
					<div className="card">
						<Entry {...{ parameters, create: entries.create }} onSent={() => setSent(true)} />
					</div>
				) : (
					<Closed {...{ parameters, isFull: state.kind === 'full' }} />
				)}
			</Ready>
		</div>
	);
}

interface EntryProps {
	parameters: FormParameters;
	create: (values: FormValues) => Promise<unknown>;
	onSent: () => void;
}

function Entry({ parameters, create, onSent }: EntryProps) {
	const { fields, action, onePer = '', places } = parameters;
	const [problem, setProblem] = useState('');
	const [isSending, setSending] = useState(false);
	const send = async (values: FormValues) => {
		if (isSending) return;
		setSending(true);
		setProblem('');
		try {
			await create(places ? { ...values, places: places.total } : values);
			onSent();
		} catch (error) {
			setProblem(refusalText(error, parameters, String(values[onePer] ?? '')));
		} finally {
			setSending(false);
		}
	};
	return (
		<Form fields={fields} submit={action} onSubmit={send}>
			{problem && (
				<p className="field-error" role="alert">
					{problem}
				</p>
			)}
		</Form>
	);
}

function refusalText(error: unknown, { taken, places }: FormParameters, value: string): string {
	const refusal = error instanceof RefusedError ? error.refusal : undefined;
	if (refusal === 'not-unique') return taken ?? words('taken', { value });
	if (refusal === 'full') return words('full', { word: places?.word ?? '' });
	return words('failed');
}

function Closed({ parameters: { places, closesOn = '' }, isFull }: { parameters: FormParameters; isFull: boolean }) {
	if (!isFull) return <Empty icon="lock" title={words('closed', { day: day(closesOn) })} hint={words('full-hint')} />;
	return <Empty icon="lock" title={words('full', { word: places?.word ?? '' })} hint={words('full-hint')} />;
}
