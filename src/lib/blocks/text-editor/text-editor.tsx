import { useState } from 'react';
import { defineBlock } from '../../core/block';
import { useStored } from '../../core/stored';
import { t } from '../../core/words';
import { Button } from '../../web/ui/button';
import { Choices } from '../../web/ui/choices';
import { download as save } from '../../web/ui/download';
import { Heading } from '../../web/ui/heading';
import { Scores } from '../../web/ui/scores';
import { minutesFor, signsIn, wordsIn } from './logic';
import type { TextEditorParameters } from './parameters';
import { Preview } from './preview';
import './text-editor.css';
import { words } from './words';

/** A text and how it reads; kept on the device as it is written. */
export const textEditor = defineBlock<TextEditorParameters>({ name: 'text-editor', Component: TextEditor });

function TextEditor({ parameters }: { parameters: TextEditorParameters }) {
	const { title, intro, kind, sample, hasCounts, download } = parameters;
	const [text, setText] = useStored(`text-editor-${title}`, sample);
	const [view, setView] = useState<'write' | 'preview'>('write');
	const count = wordsIn(text);
	return (
		<div className="text-editor wide">
			<Heading title={title} text={intro} />
			<div className="stack">
				<div className="text-editor-bar">
					{hasCounts && (
						<Scores
							items={[
								{ label: words('words'), value: count },
								{ label: words('signs'), value: signsIn(text) },
								{ label: words('minutes'), value: minutesFor(count) }
							]}
						/>
					)}
					<div className="row">
						{download && (
							<Button icon="download" onClick={() => save(download, text, 'text/plain')}>
								{t('download')}
							</Button>
						)}
						<Button look="quiet" disabled={text === sample} onClick={() => setText(sample)}>
							{words('sample')}
						</Button>
						<Button look="quiet" disabled={!text} onClick={() => setText('')}>
							{words('emptied')}
						</Button>
					</div>
				</div>
				{kind !== 'plain' && (
					<div className="text-editor-switch">
						<Choices
							label={words('view')}
							options={[
								['write', words('write')],
								['preview', words('preview')]
							]}
							value={view}
							onChange={setView}
							isQuiet
						/>
					</div>
				)}
				<div className="text-editor-both" data-kind={kind} data-view={view}>
					<textarea
						className="control text-editor-text"
						aria-label={words('write')}
						spellCheck={kind !== 'html'}
						value={text}
						onChange={(event) => setText(event.target.value)}
					/>
					{kind === 'markdown' && (
						<section className="text-editor-read" aria-label={words('preview')}>
							{text.trim() ? <Preview text={text} /> : <p className="muted">{words('nothing')}</p>}
						</section>
					)}
					{/* An empty sandbox: no scripts, no forms, no access to the page, whatever is written. */}
					{kind === 'html' && <iframe className="text-editor-read" title={words('preview')} sandbox="" srcDoc={text} />}
				</div>
				<p className="muted text-editor-kept">{words('kept')}</p>
			</div>
		</div>
	);
}
