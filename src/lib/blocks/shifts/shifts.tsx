import { useState } from 'react';
import { defineBlock } from '../../core/block';
import { useCollection, type Collection, type Stored } from '../../core/collection';
import type { FormValues } from '../../core/fields';
import { showValue, type Field } from '../../core/finding';
import * as format from '../../core/format';
import { RefusedError } from '../../core/rules';
import type { Shape } from '../../core/shape';
import { Button } from '../../web/ui/button';
import { Dialog } from '../../web/ui/dialog';
import { FindBar, NoneFound, useFinder } from '../../web/ui/find-bar';
import { Form } from '../../web/ui/form';
import { Heading } from '../../web/ui/heading';
import { Icon } from '../../web/ui/icon';
import { Ready } from '../../web/ui/ready';
import { useToast } from '../../web/ui/toast';
import { clashOf, coming, leftIn, neediest, type Joined } from './logic';
import type { Shift, ShiftsParameters } from './parameters';
import './shifts.css';
import { words } from './words';

/** Shifts to join: how many people each still needs; nobody sees who joined. */
export const shifts = defineBlock<ShiftsParameters>({
	name: 'shifts',
	Component: Shifts,
	collections: ({ collection, joined, shifts: seed }) => ({
		[collection]: { seed, rules: { create: 'owner', change: 'owner' } },
		[joined]: {
			rules: {
				...{ change: 'maker', shows: ['shift', 'from', 'to'], shape: JOINED },
				...{ roomIn: { of: collection, field: 'shift', room: 'people' }, noOverlap: { same: ['email'], from: 'from', to: 'to' } }
			}
		}
	})
});

const JOINED: Shape = {
	...{ shift: 'text', title: 'text', from: 'text', to: 'text', email: 'text' },
	details: [{ label: 'text', value: 'text' }]
};
type Kept = Stored<Shift>;

export const nowText = (): string => {
	const now = new Date();
	return `${format.isoDay(now)}T${now.toTimeString().slice(0, 5)}`;
};

function Shifts({ parameters }: { parameters: ShiftsParameters }) {
	const { heading, intro, tasks, places, suggest, none } = parameters;
	const kept = useCollection<Shift>(parameters.collection);
	const joined = useCollection<Joined>(parameters.joined);
	const [open, setOpen] = useState<Kept>();
	const plan = {
		fields: [
			{ name: 'task', label: words('task'), kind: 'choice', options: tasks },
			{ name: 'where', label: words('where'), kind: 'choice', options: places }
		] satisfies Field[],
		filters: ['task', 'where'].map((field) => ({ field, kind: 'choice' as const }))
	};
	const all = coming(kept.records, nowText());
	const finder = useFinder(all, plan);
	const needed = suggest ? neediest(finder.found, joined.records, suggest.most) : [];
	const show = (shift: Kept) => (
		<Card key={shift.id} {...{ shift, left: leftIn(shift, joined.records) }} onJoin={() => setOpen(shift)} />
	);
	return (
		<div className="shifts wide">
			<Heading title={heading} text={intro} />
			<Ready of={kept}>
				<FindBar plan={plan} finder={finder} records={all} count={words('found', { n: finder.found.length })} />
				{suggest && needed.length > 0 && (
					<section className="shifts-needed">
						<h2>{suggest.heading}</h2>
						<ul className="grid" aria-label={suggest.heading}>
							{needed.map(show)}
						</ul>
					</section>
				)}
				{finder.found.length ? (
					<ul className="shifts-list grid" aria-label={heading}>
						{finder.found.map(show)}
					</ul>
				) : (
					<NoneFound onReset={finder.reset} hint={none} />
				)}
			</Ready>
			{open && <JoinDialog {...{ parameters, joined, shift: open }} onClose={() => setOpen(undefined)} />}
		</div>
	);
}

function Card({ shift, left, onJoin }: { shift: Kept; left: number; onJoin: () => void }) {
	const { title, date, from, to, where, task, people } = shift;
	return (
		<li className="shifts-card card">
			<p className="shifts-when">{`${format.weekday(date)}, ${from}–${to}`}</p>
			<h3>{title}</h3>
			<p className="shifts-place">
				<Icon name="pin" /> {where} · {task}
			</p>
			<div className="bar" aria-hidden="true">
				<span style={{ width: `${people ? ((people - left) / people) * 100 : 0}%` }} />
			</div>
			<div className="shifts-foot">
				<span>{left ? words('left', { n: left, all: people }) : words('full')}</span>
				<Button
					size="small"
					look="primary"
					disabled={!left}
					aria-label={words('join-it', { name: `${title}, ${format.day(date)}` })}
					onClick={onJoin}
				>
					{left ? words('join') : words('full')}
				</Button>
			</div>
		</li>
	);
}

interface JoinDialogProps {
	parameters: ShiftsParameters;
	joined: Collection<Joined>;
	shift: Kept;
	onClose: () => void;
}

function JoinDialog({ parameters: { fields, thanks }, joined, shift, onClose }: JoinDialogProps) {
	const [problem, setProblem] = useState('');
	const say = useToast();
	const send = async (values: FormValues) => {
		const email = String(values['email'] ?? '').toLowerCase();
		const clash = clashOf(shift, joined.records, email);
		if (clash) return setProblem(words('clash', { title: clash.title }));
		const { id, title, date, from, to } = shift;
		try {
			await joined.create({
				...{ shift: id, title, from: `${date}T${from}`, to: `${date}T${to}`, email },
				details: fields.flatMap((field) => {
					const value = field.kind === 'password' ? '' : showValue({ ...field, kind: field.kind }, values[field.name]);
					return value ? [{ label: field.label, value }] : [];
				})
			});
		} catch (error) {
			if (!(error instanceof RefusedError)) throw error;
			return setProblem(error.refusal === 'overlap' ? words('clash-any') : words('is-full'));
		}
		say(thanks);
		onClose();
	};
	return (
		<Dialog title={shift.title} onClose={onClose}>
			<p>{`${format.weekday(shift.date)}, ${shift.from}–${shift.to}, ${shift.where}`}</p>
			<Form fields={fields} submit={words('join')} onCancel={onClose} onSubmit={send}>
				{problem && (
					<p className="field-error" role="alert">
						{problem}
					</p>
				)}
			</Form>
		</Dialog>
	);
}
