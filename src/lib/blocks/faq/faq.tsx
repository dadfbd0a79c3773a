import { useId, useState } from 'react';
import { defineBlock } from '../../core/block';
import { Empty } from '../../web/ui/empty';
import { Heading } from '../../web/ui/heading';
import { Icon } from '../../web/ui/icon';
import './faq.css';
import { searchFaq } from './logic';
import type { FaqParameters } from './parameters';
import { words } from './words';

/** Questions that open to their answers. */
export const faq = defineBlock<FaqParameters>({ name: 'faq', Component: Faq });

function Faq({ parameters: { heading, intro, groups, search = false, urgent } }: { parameters: FaqParameters }) {
	const [text, setText] = useState('');
	const shown = searchFaq(groups, text);
	const count = shown.reduce((sum, { items }) => sum + items.length, 0);
	return (
		<div className="faq narrow">
			<Heading title={heading} text={intro} />
			{urgent && <Urgent urgent={urgent} />}
			{search && (
				<div className="faq-search no-print">
					<Icon name="search" />
					<input
						type="search"
						className="control"
						aria-label={words('search')}
						placeholder={words('search')}
						value={text}
						onChange={(event) => setText(event.target.value)}
					/>
					<span role="status" className="visually-hidden">
						{text.trim() && words('found', { n: count })}
					</span>
				</div>
			)}
			{shown.map(({ name, items }, index) => (
				<section key={name ?? index} className="faq-group" aria-label={name || heading}>
					{name && <h3>{name}</h3>}
					<ul>
						{items.map((item) => (
							<Question key={item.question} {...item} urgent={urgent && urgent.group === name ? urgent : undefined} />
						))}
					</ul>
				</section>
			))}
			{count === 0 && <Empty icon="search" title={words('nothing', { text: text.trim() })} hint={words('hint')} />}
		</div>
	);
}

function Urgent({ urgent: { text, number } }: { urgent: NonNullable<FaqParameters['urgent']> }) {
	return (
		<div className="faq-urgent" role="note">
			<p>{text}</p>
			<a href={`tel:${number.replace(/[^+\d]/g, '')}`}>{number}</a>
		</div>
	);
}

interface QuestionProps {
	question: string;
	answer: string;
	urgent: FaqParameters['urgent'];
}

function Question({ question, answer, urgent }: QuestionProps) {
	const [isOpen, setOpen] = useState(false);
	const id = useId();
	return (
		<li className="faq-item">
			<button type="button" aria-expanded={isOpen} aria-controls={id} onClick={() => setOpen(!isOpen)}>
				<span>{question}</span>
				<Icon name="down" />
			</button>
			<div id={id} className="faq-answer" hidden={!isOpen}>
				{urgent && <Urgent urgent={urgent} />}
				<p>{answer}</p>
			</div>
		</li>
	);
}
