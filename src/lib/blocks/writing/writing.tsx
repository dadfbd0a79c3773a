import { useState } from 'react';
import { defineBlock } from '../../core/block';
import { useCollection, type Stored } from '../../core/collection';
import { day, isoDay } from '../../core/format';
import { t } from '../../core/words';
import { Button, IconButton } from '../../web/ui/button';
import { Confirm } from '../../web/ui/confirm';
import { Dialog } from '../../web/ui/dialog';
import { Empty } from '../../web/ui/empty';
import { Form } from '../../web/ui/form';
import { Heading } from '../../web/ui/heading';
import { PhotoField } from '../../web/ui/photo-field';
import { Ready } from '../../web/ui/ready';
import type { KeptArticle } from '../articles/logic';
import { articleOf, fieldsOf, freeSlug, valuesOf, type WritingLabels } from './logic';
import type { WritingParameters } from './parameters';
import { words } from './words';
import './writing.css';

/** Where articles are written, kept as drafts, published and taken back; for whoever runs the site. */
export const writing = defineBlock<WritingParameters>({
	name: 'writing',
	Component: Writing,
	collections: ({ collection }) => ({
		[collection]: { rules: { create: 'owner', change: 'owner', shownWhen: 'isPublished' } }
	})
});

type Kept = Stored<KeptArticle>;
/** What is open: a new article, one that is changed, or one that may be deleted. */
type Open = { kind: 'new' } | { kind: 'edit' | 'delete'; article: Kept };

function Writing({ parameters }: { parameters: WritingParameters }) {
	const { heading, intro, collection } = parameters;
	const kept = useCollection<KeptArticle>(collection);
	const [open, setOpen] = useState<Open>();
	const newest = [...kept.records].sort((a, b) => b.date.localeCompare(a.date));
	const close = () => setOpen(undefined);
	const save = async (values: Partial<KeptArticle>) => {
		const today = isoDay(new Date());
		if (open?.kind === 'edit') await kept.update(open.article.id, values);
		else {
			const slug = freeSlug(
				values.title ?? '',
				kept.records.map((one) => one.slug)
			);
			await kept.create({ ...(values as KeptArticle), slug, date: today, isPublished: false });
		}
		close();
	};
	return (
		<div className="writing wide">
			<Heading title={heading} text={intro} />
			<Ready of={kept}>
				<Button look="primary" icon="edit" onClick={() => setOpen({ kind: 'new' })}>
					{words('new')}
				</Button>
				{newest.length === 0 && <Empty title={words('none')} icon="document" />}
				<ul className="writing-list" aria-label={heading}>
					{newest.map((article) => (
						<Line
							key={article.id}
							article={article}
							onOpen={(kind) => setOpen({ kind, article })}
							onPublish={(isPublished) =>
								void kept.update(article.id, { isPublished, ...(isPublished ? { date: isoDay(new Date()) } : {}) })
							}
						/>
					))}
				</ul>
			</Ready>
			{open?.kind === 'delete' ? (
				<Confirm
					title={words('delete-title', { title: open.article.title })}
					text={words('delete-text')}
					action={t('delete')}
					onNo={close}
					onYes={() => void kept.remove(open.article.id).then(close)}
				/>
			) : (
				open && (
					<Editor
						parameters={parameters}
						article={open.kind === 'edit' ? open.article : undefined}
						onSave={save}
						onClose={close}
					/>
				)
			)}
		</div>
	);
}

interface LineProps {
	article: Kept;
	onOpen: (kind: 'edit' | 'delete') => void;
	onPublish: (isPublished: boolean) => void;
}

function Line({ article: { title, category, date, isPublished = false }, onOpen, onPublish }: LineProps) {
	return (
		<li className="card">
			<div className="writing-words">
				<h3>{title}</h3>
				<p className="muted">{[day(date), category].filter(Boolean).join(' · ')}</p>
			</div>
			<span className="tag" data-draft={!isPublished || undefined}>
				{words(isPublished ? 'published' : 'draft')}
			</span>
			<div className="writing-actions">
				<Button look={isPublished ? 'plain' : 'primary'} size="small" onClick={() => onPublish(!isPublished)}>
					{words(isPublished ? 'take-back' : 'publish', { title })}
				</Button>
				<IconButton label={words('edit', { title })} icon="edit" onClick={() => onOpen('edit')} />
				<IconButton label={words('delete', { title })} icon="trash" onClick={() => onOpen('delete')} />
			</div>
		</li>
	);
}

interface EditorProps {
	parameters: WritingParameters;
	/** Undefined for a new one. */
	article: Kept | undefined;
	onSave: (values: Partial<KeptArticle>) => Promise<void>;
	onClose: () => void;
}

function Editor({ parameters, article, onSave, onClose }: EditorProps) {
	const [photo, setPhoto] = useState(article?.picture?.src ?? '');
	return (
		<Dialog title={article ? words('edit', { title: article.title }) : words('new')} size="large" onClose={onClose}>
			<Form
				fields={fieldsOf(parameters, labels())}
				submit={article ? t('save') : words('save-draft')}
				{...(article && { values: valuesOf(article) })}
				onCancel={onClose}
				onSubmit={(given) => {
					const values = articleOf(given, parameters.fields ?? []);
					return onSave({ ...values, ...(photo ? { picture: { label: values.title, src: photo } } : {}) });
				}}
			>
				{parameters.hasPhoto && <PhotoField label={words('photo')} value={photo} onChange={setPhoto} />}
			</Form>
		</Dialog>
	);
}

const labels = (): WritingLabels => ({
	...{ title: words('title'), category: words('category'), place: words('place') },
	...{ lead: words('lead'), text: words('text'), textHint: words('text-hint') }
});
