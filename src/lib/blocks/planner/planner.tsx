import { useState } from 'react';
import { defineBlock } from '../../core/block';
import { useCollection, type Collection, type Stored } from '../../core/collection';
import * as format from '../../core/format';
import { t } from '../../core/words';
import { useDetail } from '../../web/detail';
import { NotFound } from '../../web/not-found';
import { Link } from '../../web/router';
import { Button, IconButton } from '../../web/ui/button';
import { Dialog } from '../../web/ui/dialog';
import { Empty } from '../../web/ui/empty';
import { Form } from '../../web/ui/form';
import { Heading } from '../../web/ui/heading';
import { Ready } from '../../web/ui/ready';
import { columnsOf, rowsOf, shareDone, type Plan } from './logic';
import type { PlannerParameters } from './parameters';
import { PlanPage } from './plan-page';
import './planner.css';
import { words } from './words';

/** Plans, each a grid of places to write into: a school unit by weeks and lessons, meals by days. */
export const planner = defineBlock<PlannerParameters>({
	name: 'planner',
	Component: Planner,
	opens: true,
	collections: ({ collection, plans }) => ({
		[collection]: {
			seed: plans.map(({ values, cells }) => ({ values, cells: cells.map((cell) => ({ isDone: false, ...cell })) })),
			rules: { create: 'owner', change: 'owner' }
		}
	})
});

type Kept = Stored<Plan>;
export type Ask = { kind: 'new' } | { kind: 'edit' | 'delete' | 'copy'; plan: Kept };

export const nameOf = ({ fields }: PlannerParameters, plan: Plan): string => String(plan.values[fields[0]?.name ?? ''] ?? '');

function Planner({ parameters }: { parameters: PlannerParameters }) {
	const kept = useCollection<Plan>(parameters.collection);
	const { slug } = useDetail();
	const [asked, setAsked] = useState<Ask>();
	const open = kept.records.find(({ id }) => id === slug);
	return (
		<Ready of={kept}>
			{!slug ? (
				<Plans {...{ parameters, kept, onAsk: setAsked }} />
			) : open ? (
				<PlanPage {...{ parameters, plan: open, onAsk: setAsked }} onCells={(cells) => void kept.update(open.id, { cells })} />
			) : (
				<NotFound />
			)}
			{asked && <AskDialog {...{ parameters, kept, asked }} onClose={() => setAsked(undefined)} />}
		</Ready>
	);
}

interface PlansProps {
	parameters: PlannerParameters;
	kept: Collection<Plan>;
	onAsk: (ask: Ask) => void;
}

function Plans({ parameters, kept, onAsk }: PlansProps) {
	const { heading, intro, one, all, fields, ticks, copies } = parameters;
	const { hrefOf } = useDetail();
	const add = (
		<Button look="primary" icon="plus" onClick={() => onAsk({ kind: 'new' })}>
			{words('new', { one })}
		</Button>
	);
	return (
		<div className="planner wide">
			<div className="planner-head">
				<Heading title={heading} text={intro} />
				{add}
			</div>
			{kept.records.length === 0 ? (
				<Empty title={words('none-yet')} icon="calendar" />
			) : (
				<ul className="planner-plans grid" aria-label={all}>
					{kept.records.map((plan) => {
						const name = nameOf(parameters, plan);
						const share = shareDone(plan.cells, rowsOf(parameters, plan).length, columnsOf(parameters).length);
						return (
							<li key={plan.id} className="card">
								<h3>
									<Link href={hrefOf(plan.id)}>{name}</Link>
								</h3>
								<p>
									{fields
										.slice(1)
										.map(({ name: of, label, kind }) => {
											const value = plan.values[of] ?? '';
											return kind === 'number' && value !== '' ? `${label}: ${value}` : value;
										})
										.filter((value) => value !== '')
										.join(' · ')}
								</p>
								{ticks && <Share share={share} />}
								<div className="planner-actions">
									{copies && (
										<IconButton label={words('copy', { name })} icon="copy" onClick={() => onAsk({ kind: 'copy', plan })} />
									)}
									<IconButton label={words('edit', { name })} icon="edit" onClick={() => onAsk({ kind: 'edit', plan })} />
									<IconButton label={words('delete', { name })} icon="trash" onClick={() => onAsk({ kind: 'delete', plan })} />
								</div>
							</li>
						);
					})}
				</ul>
			)}
		</div>
	);
}

export const Share = ({ share }: { share: number }) => (
	<div className="planner-share" role="status">
		<span>{words('share', { percent: format.percent(share) })}</span>
		<div className="bar" aria-hidden="true">
			<span style={{ width: `${share * 100}%` }} />
		</div>
	</div>
);

interface AskDialogProps {
	parameters: PlannerParameters;
	kept: Collection<Plan>;
	asked: Ask;
	onClose: () => void;
}

function AskDialog({ parameters, kept, asked, onClose }: AskDialogProps) {
	const { fields, one } = parameters;
	const { slug, close, open } = useDetail();
	if (asked.kind === 'delete') {
		return (
			<Dialog title={words('sure-title')} onClose={onClose}>
				<p>{words('sure', { name: nameOf(parameters, asked.plan) })}</p>
				<div className="form-actions">
					<Button
						look="danger"
						onClick={async () => {
							await kept.remove(asked.plan.id);
							onClose();
							if (slug) close();
						}}
					>
						{t('delete')}
					</Button>
					<Button onClick={onClose}>{t('cancel')}</Button>
				</div>
			</Dialog>
		);
	}
	const name = asked.kind === 'new' ? '' : nameOf(parameters, asked.plan);
	const title = asked.kind === 'new' ? words('new', { one }) : words(asked.kind, { name });
	const first = fields[0]?.name ?? '';
	const begins =
		asked.kind === 'new'
			? {}
			: asked.kind === 'copy'
				? { ...asked.plan.values, [first]: words('copy-name', { name }) }
				: asked.plan.values;
	return (
		<Dialog title={title} onClose={onClose}>
			<Form
				fields={fields}
				values={begins}
				submit={asked.kind === 'copy' ? words('copy-it') : t('save')}
				onCancel={onClose}
				onSubmit={async (values) => {
					if (asked.kind === 'edit') await kept.update(asked.plan.id, { values });
					else {
						const cells = asked.kind === 'copy' ? asked.plan.cells.map((cell) => ({ ...cell, isDone: false })) : [];
						const made = await kept.create({ values, cells });
						if (asked.kind === 'new') open(made.id);
					}
					onClose();
				}}
			/>
		</Dialog>
	);
}
