import type { ReactNode } from 'react';
import { parseMarkdown, type Block, type Inline } from './markdown';

/** Markdown as it is read. */
export const Preview = ({ text }: { text: string }) => <Blocks blocks={parseMarkdown(text)} />;

const Blocks = ({ blocks }: { blocks: readonly Block[] }) => blocks.map((block, index) => <One key={index} block={block} />);

function One({ block }: { block: Block }): ReactNode {
	switch (block.kind) {
		case 'heading': {
			// Below the page's own headings.
			const Tag = (['h3', 'h4', 'h5', 'h6', 'h6', 'h6'] as const)[block.level - 1] ?? 'h6';
			return (
				<Tag data-level={block.level}>
					<Parts parts={block.parts} />
				</Tag>
			);
		}
		case 'paragraph':
			return (
				<p>
					<Parts parts={block.parts} />
				</p>
			);
		case 'code':
			return (
				<pre tabIndex={0}>
					<code>{block.text}</code>
				</pre>
			);
		case 'quote':
			return (
				<blockquote>
					<Blocks blocks={block.blocks} />
				</blockquote>
			);
		case 'rule':
			return <hr />;
		case 'list':
			return <List block={block} />;
		case 'table':
			return <Table block={block} />;
	}
}

function List({ block: { isOrdered, start, items } }: { block: Extract<Block, { kind: 'list' }> }) {
	const all = items.map(({ isDone, blocks }, index) => {
		// An item of one paragraph is as tight as it was written.
		const [only] = blocks;
		const isTight = only?.kind === 'paragraph';
		return (
			<li key={index} data-task={isDone === undefined ? undefined : true}>
				{isDone !== undefined && <input type="checkbox" checked={isDone} readOnly disabled />}
				{isTight && <Parts parts={only.parts} />}
				<Blocks blocks={isTight ? blocks.slice(1) : blocks} />
			</li>
		);
	});
	return isOrdered ? <ol start={start}>{all}</ol> : <ul>{all}</ul>;
}

const Table = ({ block: { head, rows } }: { block: Extract<Block, { kind: 'table' }> }) => (
	<div className="table-wrap">
		<table className="table">
			<thead>
				<tr>
					{head.map((cell, index) => (
						<th key={index} scope="col">
							<Parts parts={cell} />
						</th>
					))}
				</tr>
			</thead>
			<tbody>
				{rows.map((row, index) => (
					<tr key={index}>
						{row.map((cell, column) => (
							<td key={column}>
								<Parts parts={cell} />
							</td>
						))}
					</tr>
				))}
			</tbody>
		</table>
	</div>
);

const Parts = ({ parts }: { parts: readonly Inline[] }) => parts.map((part, index) => <Part key={index} part={part} />);

function Part({ part }: { part: Inline }): ReactNode {
	switch (part.kind) {
		case 'text':
			return part.text;
		case 'code':
			return <code>{part.text}</code>;
		case 'break':
			return <br />;
		case 'image':
			return <img src={part.src} alt={part.alt} />;
		case 'link':
			return (
				<a href={part.href} target={/^https?:/i.test(part.href) ? '_blank' : undefined} rel="noopener noreferrer">
					<Parts parts={part.parts} />
				</a>
			);
		default: {
			const Tag = part.kind;
			return (
				<Tag>
					<Parts parts={part.parts} />
				</Tag>
			);
		}
	}
}
