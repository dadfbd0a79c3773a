import { useState } from 'react';
import { defineBlock } from '../../core/block';
import { useCollection, type Stored } from '../../core/collection';
import type { FormField } from '../../core/fields';
import * as format from '../../core/format';
import { t } from '../../core/words';
import { Button, IconButton } from '../../web/ui/button';
import { Dialog } from '../../web/ui/dialog';
import { Empty } from '../../web/ui/empty';
import { Form } from '../../web/ui/form';
import { Heading } from '../../web/ui/heading';
import { Ready } from '../../web/ui/ready';
import type { Joined } from '../shifts/logic';
import type { Shift } from '../shifts/parameters';
import type { ShiftsDeskParameters } from './parameters';
import './shifts-desk.css';
import { words } from './words';

/** All shifts with who joined, for whoever plans them: new ones, and those that are called off. */
export const shiftsDesk = defineBlock<ShiftsDeskParameters>({ name: 'shifts-desk', Component: ShiftsDesk });

function ShiftsDesk({ parameters }: { parameters: ShiftsDeskParameters }) {
	const { heading, intro, nobody } = parameters;
	const kept = useCollection<Shift>(parameters.collection);
	const joined = useCollection<Joined>(parameters.joined);
	const [isAdding, setAdding] = useState(false);
	const [asked, setAsked] = useState<Stored<Shift>>();
	const [problem, setProblem] = useState('');
	const ordered = [...kept.records].sort((a, b) => `${a.date}${a.from}`.localeCompare(`${b.date}${b.from}`));
	const who = ({ id }: Stored<Shift>) => joined.records.filter(({ shift }) => shift === id);
	const close = () => {
		setAdding(false);
		setAsked(undefined);
		setProblem('');
	};
	return (
		<div className="shifts-desk wide">
			<div className="shifts-desk-head">
				<Heading title={heading} text={intro} />
				<Button look="primary" icon="plus" onClick={() => setAdding(true)}>
					{words('add')}
				</Button>
			</div>
			<Ready of={kept}>
				{ordered.length === 0 ? (
					<Empty title={words('none')} icon="calendar" />
				) : (
					<ul className="shifts-desk-list" aria-label={heading}>
						{ordered.map((shift) => (
							<li key={shift.id} className="card">
								<header>
									<div>
										<h3>{shift.title}</h3>
										<p className="muted">{`${format.weekday(shift.date)}, ${shift.from}–${shift.to}, ${shift.where}, ${shift.task}`}</p>
									</div>
									<span className="tag">{words('count', { n: who(shift).length, all: shift.people })}</span>
									<IconButton label={words('delete', { name: shift.title })} icon="trash" onClick={() => setAsked(shift)} />
								</header>
								{who(shift).length === 0 ? (
									<p>{nobody}</p>
								) : (
									<ul className="shifts-desk-people">
										{who(shift).map(({ id, details }) => (
											<li key={id}>{details.map(({ value }) => value).join(' · ')}</li>
										))}
									</ul>
								)}
							</li>
						))}
					</ul>
				)}
			</Ready>
			{isAdding && (
				<Dialog title={words('add')} onClose={close}>
					<Form
						fields={fieldsOf(parameters)}
						submit={t('add')}
						onCancel={close}
						onSubmit={async (values) => {
							if (String(values['to']) <= String(values['from'])) return setProblem(words('order'));
							await kept.create(values as unknown as Shift);
							close();
						}}
					>
						{problem && (
							<p className="field-error" role="alert">
								{problem}
							</p>
						)}
					</Form>
				</Dialog>
			)}
			{asked && (
				<Dialog title={words('sure-title')} onClose={close}>
					<p>{words('sure', { name: asked.title, n: who(asked).length })}</p>
					<div className="form-actions">
						<Button
							look="danger"
							onClick={async () => {
								for (const { id } of who(asked)) await joined.remove(id);
								await kept.remove(asked.id);
								close();
							}}
						>
							{t('delete')}
						</Button>
						<Button onClick={close}>{t('cancel')}</Button>
					</div>
				</Dialog>
			)}
		</div>
	);
}

export const fieldsOf = ({ tasks, places }: ShiftsDeskParameters): FormField[] => [
	{ name: 'title', label: words('title'), kind: 'text', isRequired: true, max: 80 },
	{ name: 'date', label: words('date'), kind: 'date', isRequired: true },
	{ name: 'from', label: words('from'), kind: 'time', isRequired: true },
	{ name: 'to', label: words('to'), kind: 'time', isRequired: true },
	{ name: 'where', label: words('where'), kind: 'choice', options: places, isRequired: true },
	{ name: 'task', label: words('task'), kind: 'choice', options: tasks, isRequired: true },
	{ name: 'people', label: words('people'), kind: 'number', min: 1, max: 500, isRequired: true }
];
