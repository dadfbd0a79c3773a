import { useState, type DragEvent } from 'react';
import { defineBlock } from '../../core/block';
import { useCollection, type Collection, type Stored } from '../../core/collection';
import { showValue } from '../../core/finding';
import { t } from '../../core/words';
import { Button, IconButton } from '../../web/ui/button';
import { Dialog } from '../../web/ui/dialog';
import { Form } from '../../web/ui/form';
import { Heading } from '../../web/ui/heading';
import { Ready } from '../../web/ui/ready';
import './board.css';
import { cardsIn, hasRoom, lastPlace, placeBeside, type Card } from './logic';
import type { BoardParameters } from './parameters';
import { words } from './words';

/** Cards in columns, moved by hand or by keyboard from one to the next. */
export const board = defineBlock<BoardParameters>({
	name: 'board',
	Component: Board,
	collections: ({ collection, cards }) => ({
		[collection]: { seed: cards.map((card, place) => ({ ...card, place })), rules: { create: 'owner', change: 'owner' } }
	})
});

type Kept = Stored<Card>;
type Open = { kind: 'add'; column: string } | { kind: 'edit' | 'delete'; card: Kept };

function Board({ parameters }: { parameters: BoardParameters }) {
	const { heading, intro, columns } = parameters;
	const kept = useCollection<Card>(parameters.collection);
	const [open, setOpen] = useState<Open>();
	const [said, setSaid] = useState<{ text: string; isBad: boolean }>();
	const cards = kept.records;
	const isFull = (column: string) => {
		if (hasRoom(parameters, cards, column)) return false;
		setSaid({ text: words('full', { column, n: columns.find(({ name }) => name === column)?.limit ?? 0 }), isBad: true });
		return true;
	};
	const move = async (card: Kept, column: string) => {
		if (card.column === column || isFull(column)) return;
		await kept.update(card.id, { column, place: lastPlace(cards, column) });
		setSaid({ text: words('moved', { name: titleOf(parameters, card), column }), isBad: false });
	};
	const shift = (card: Kept, step: number) => {
		const place = placeBeside(cards, card, step);
		if (place !== undefined) void kept.update(card.id, { place });
	};
	return (
		<div className="board wide">
			<Heading title={heading} text={intro} />
			<p className={said?.isBad ? 'board-said field-error' : 'board-said muted'} role={said?.isBad ? 'alert' : 'status'}>
				{said?.text}
			</p>
			<Ready of={kept}>
				<div className="board-columns" style={{ '--columns': columns.length } as React.CSSProperties}>
					{columns.map((column) => (
						<Column
							key={column.name}
							{...{ parameters, column, cards }}
							onMove={(card, to) => void move(card, to)}
							onShift={shift}
							onOpen={(next) => {
								setSaid(undefined);
								if (next.kind !== 'add' || !isFull(next.column)) setOpen(next);
							}}
						/>
					))}
				</div>
			</Ready>
			{open && <OpenDialog {...{ parameters, kept, open }} onClose={() => setOpen(undefined)} />}
		</div>
	);
}

export const titleOf = ({ fields }: BoardParameters, { values }: Card): string => String(values[fields[0]?.name ?? ''] ?? '');

interface ColumnProps {
	parameters: BoardParameters;
	column: BoardParameters['columns'][number];
	cards: readonly Kept[];
	onMove: (card: Kept, column: string) => void;
	onShift: (card: Kept, step: number) => void;
	onOpen: (open: Open) => void;
}

function Column({ parameters, column: { name, limit }, cards, onMove, onShift, onOpen }: ColumnProps) {
	const own = cardsIn(cards, name);
	const [isOver, setOver] = useState(false);
	const drop = (event: DragEvent) => {
		event.preventDefault();
		setOver(false);
		const card = cards.find(({ id }) => id === event.dataTransfer.getData('text/plain'));
		if (card) onMove(card, name);
	};
	return (
		<section
			className="board-column"
			data-over={isOver || undefined}
			onDragOver={(event) => {
				event.preventDefault();
				setOver(true);
			}}
			onDragLeave={() => setOver(false)}
			onDrop={drop}
		>
			<header>
				<h3>{name}</h3>
				<span className="tag">{limit === undefined ? own.length : `${own.length} / ${limit}`}</span>
			</header>
			<ul aria-label={name}>
				{own.map((card, index) => (
					<CardView
						key={card.id}
						{...{ parameters, card, onOpen }}
						isFirst={index === 0}
						isLast={index === own.length - 1}
						onMove={(to) => onMove(card, to)}
						onShift={(step) => onShift(card, step)}
					/>
				))}
			</ul>
			{own.length === 0 && <p className="board-none">{words('none')}</p>}
			<Button
				size="small"
				look="quiet"
				icon="plus"
				aria-label={`${words('add', { one: parameters.one })}: ${name}`}
				onClick={() => onOpen({ kind: 'add', column: name })}
			>
				{words('add', { one: parameters.one })}
			</Button>
		</section>
	);
}

interface CardViewProps {
	parameters: BoardParameters;
	card: Kept;
	isFirst: boolean;
	isLast: boolean;
	onMove: (column: string) => void;
	onShift: (step: number) => void;
	onOpen: (open: Open) => void;
}

function CardView({ parameters, card, isFirst, isLast, onMove, onShift, onOpen }: CardViewProps) {
	const { fields, columns } = parameters;
	const name = titleOf(parameters, card);
	return (
		<li
			className="board-card"
			draggable
			onDragStart={(event) => {
				event.dataTransfer.setData('text/plain', card.id);
				event.dataTransfer.effectAllowed = 'move';
			}}
		>
			<strong>{name}</strong>
			{fields.slice(1).map((field) => {
				const value = field.kind === 'password' ? '' : showValue({ ...field, kind: field.kind }, card.values[field.name]);
				return (
					value && (
						<p key={field.name}>
							<span className="muted">{field.label}:</span> {value}
						</p>
					)
				);
			})}
			<div className="board-card-foot">
				<select
					className="control"
					aria-label={words('move', { name })}
					value={card.column}
					onChange={(event) => onMove(event.target.value)}
				>
					{columns.map((column) => (
						<option key={column.name}>{column.name}</option>
					))}
				</select>
				<IconButton label={words('up', { name })} icon="up" disabled={isFirst} onClick={() => onShift(-1)} />
				<IconButton label={words('down', { name })} icon="down" disabled={isLast} onClick={() => onShift(1)} />
				<IconButton label={words('edit', { name })} icon="edit" onClick={() => onOpen({ kind: 'edit', card })} />
				<IconButton label={words('delete', { name })} icon="trash" onClick={() => onOpen({ kind: 'delete', card })} />
			</div>
		</li>
	);
}

interface OpenDialogProps {
	parameters: BoardParameters;
	kept: Collection<Card>;
	open: Open;
	onClose: () => void;
}

function OpenDialog({ parameters, kept, open, onClose }: OpenDialogProps) {
	const { fields, one } = parameters;
	if (open.kind === 'delete')
		return (
			<Dialog title={words('sure-title')} onClose={onClose}>
				<p>{words('sure', { name: titleOf(parameters, open.card) })}</p>
				<div className="form-actions">
					<Button
						look="danger"
						onClick={async () => {
							await kept.remove(open.card.id);
							onClose();
						}}
					>
						{t('delete')}
					</Button>
					<Button onClick={onClose}>{t('cancel')}</Button>
				</div>
			</Dialog>
		);
	const title = open.kind === 'add' ? words('add', { one }) : words('edit', { name: titleOf(parameters, open.card) });
	return (
		<Dialog title={title} onClose={onClose}>
			<Form
				fields={fields}
				values={open.kind === 'edit' ? open.card.values : {}}
				submit={open.kind === 'add' ? t('add') : t('save')}
				onCancel={onClose}
				onSubmit={async (values) => {
					if ('card' in open) await kept.update(open.card.id, { values });
					else await kept.create({ column: open.column, place: lastPlace(kept.records, open.column), values });
					onClose();
				}}
			/>
		</Dialog>
	);
}
