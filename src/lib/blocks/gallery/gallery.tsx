import { useEffect, useState } from 'react';
import { defineBlock } from '../../core/block';
import { IconButton } from '../../web/ui/button';
import { Dialog } from '../../web/ui/dialog';
import { Heading } from '../../web/ui/heading';
import { Picture } from '../../web/ui/picture';
import './gallery.css';
import type { GalleryItem, GalleryParameters } from './parameters';
import { words } from './words';

/** Pictures side by side, each to be seen large. */
export const gallery = defineBlock<GalleryParameters>({ name: 'gallery', Component: Gallery });

function Gallery({ parameters: { heading, intro, items, categories = [] } }: { parameters: GalleryParameters }) {
	const [category, setCategory] = useState('');
	const [open, setOpen] = useState<number>();
	const shown = category ? items.filter((item) => item.category === category) : items;
	return (
		<div className="gallery wide">
			<Heading title={heading} text={intro} />
			{categories.length > 0 && (
				<div className="gallery-choice row no-print" role="group" aria-label={heading}>
					{['', ...categories].map((one) => (
						<button key={one} type="button" className="chip" aria-pressed={one === category} onClick={() => setCategory(one)}>
							{one || words('all')}
						</button>
					))}
				</div>
			)}
			<ul className="gallery-list">
				{shown.map((item, index) => (
					<li key={item.title}>
						<button
							type="button"
							className="gallery-open"
							aria-label={words('open', { title: item.title })}
							onClick={() => setOpen(index)}
						>
							<Picture picture={item.picture} />
						</button>
						<p className="gallery-title">
							<strong>{item.title}</strong>
							{item.year && <span className="muted">{item.year}</span>}
						</p>
					</li>
				))}
			</ul>
			{open !== undefined && <Large items={shown} at={open} onStep={setOpen} onClose={() => setOpen(undefined)} />}
		</div>
	);
}

interface LargeProps {
	items: readonly GalleryItem[];
	at: number;
	onStep: (to: number) => void;
	onClose: () => void;
}

function Large({ items, at, onStep, onClose }: LargeProps) {
	const all = items.length;
	const item = items[at];
	useEffect(() => {
		const press = ({ key }: KeyboardEvent) => {
			const by = { ArrowLeft: -1, ArrowRight: 1 }[key];
			if (by) onStep((at + by + all) % all);
		};
		document.addEventListener('keydown', press);
		return () => document.removeEventListener('keydown', press);
	}, [at, all, onStep]);
	if (!item) return null;
	return (
		<Dialog title={item.title} size="large" onClose={onClose}>
			<Picture picture={item.picture} />
			<div className="gallery-words" aria-live="polite">
				<p className="muted">{[item.year, item.category].filter(Boolean).join(' · ')}</p>
				{item.caption && <p>{item.caption}</p>}
			</div>
			<div className="gallery-steps">
				<IconButton label={words('previous')} icon="left" onClick={() => onStep((at - 1 + all) % all)} />
				<span className="muted">{words('count', { n: at + 1, all })}</span>
				<IconButton label={words('next')} icon="right" onClick={() => onStep((at + 1) % all)} />
			</div>
		</Dialog>
	);
}
