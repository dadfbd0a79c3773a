import { useState } from 'react';
import { defineBlock } from '../../core/block';
import { useCollection } from '../../core/collection';
import type { FormValues } from '../../core/fields';
import type { Shape } from '../../core/shape';
import { Button } from '../../web/ui/button';
import { Form } from '../../web/ui/form';
import { Heading } from '../../web/ui/heading';
import { Icon } from '../../web/ui/icon';
import type { SuggestionsParameters } from './parameters';
import './suggestions.css';
import { words } from './words';

/** What anybody may suggest; it is listed once somebody has approved it. */
export const suggestions = defineBlock<SuggestionsParameters>({
	name: 'suggestions',
	Component: Suggestions,
	collections: ({ collection, fields }) => ({
		[collection]: { rules: { read: 'owner', change: 'owner', shape: shapeOf(fields) } }
	})
});

/** What has to be there is of its kind; the rest may be left out. */
const shapeOf = (fields: SuggestionsParameters['fields']): Shape =>
	Object.fromEntries(
		fields.filter(({ isRequired }) => isRequired).map(({ name, kind }) => [name, SHAPES[kind] ?? 'text'] as const)
	);
const SHAPES: Partial<Record<string, Shape>> = { number: 'number', money: 'number', check: 'boolean' };

function Suggestions({ parameters }: { parameters: SuggestionsParameters }) {
	const { heading, intro, collection, fields, action, thanks } = parameters;
	const { create } = useCollection<FormValues>(collection);
	const [isSent, setSent] = useState(false);
	return (
		<div className="suggestions narrow">
			<Heading title={heading} text={intro} />
			<div className="card">
				{isSent ? (
					<div className="suggestions-sent" role="status">
						<Icon name="check" />
						<p>{thanks}</p>
						<Button onClick={() => setSent(false)}>{words('another')}</Button>
					</div>
				) : (
					<Form
						fields={fields}
						submit={action}
						onSubmit={async (values) => {
							await create(values);
							setSent(true);
						}}
					/>
				)}
			</div>
		</div>
	);
}
