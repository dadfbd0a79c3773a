import { defineBlock } from '../../core/block';
import { Heading } from '../../web/ui/heading';
import { Picture } from '../../web/ui/picture';
import type { ProseParameters } from './parameters';
import './prose.css';

/** Something told in sentences. */
export const prose = defineBlock<ProseParameters>({ name: 'prose', Component: Prose });

function Prose({ parameters }: { parameters: ProseParameters }) {
	const { heading = '', paragraphs, picture, quote } = parameters;
	return (
		<div className={picture ? 'prose wide' : 'prose narrow'} data-side={picture ? '' : undefined}>
			<div>
				<Heading title={heading} />
				<div className="prose-text" data-lead={paragraphs.length > 1 || undefined}>
					{paragraphs.map((paragraph) => (
						<p key={paragraph}>{paragraph}</p>
					))}
				</div>
				{quote && (
					<figure className="prose-quote">
						<blockquote>{quote.text}</blockquote>
						{quote.by && <figcaption>{quote.by}</figcaption>}
					</figure>
				)}
			</div>
			{picture && (
				<div className="prose-picture">
					<Picture picture={picture} />
				</div>
			)}
		</div>
	);
}
