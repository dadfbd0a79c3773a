import { useEffect, useRef, useState, type FormEvent } from 'react';
import { defineBlock } from '../../core/block';
import { useCollection } from '../../core/collection';
import { Button, IconButton } from '../../web/ui/button';
import { Form } from '../../web/ui/form';
import { Icon } from '../../web/ui/icon';
import { t } from '../../core/words';
import './assistant.css';
import { answersTo, hasAny } from './logic';
import type { AssistantAnswer, AssistantParameters } from './parameters';
import { words } from './words';

/** Answers questions from a list and from nothing else; offers a person where it has none. */
export const assistant = defineBlock<AssistantParameters>({
	name: 'assistant',
	Component: Assistant,
	collections: ({ person }) => (person ? { [person.collection]: { rules: { read: 'owner', change: 'owner' } } } : {})
});

function Assistant({ parameters }: { parameters: AssistantParameters }) {
	const { name, place } = parameters;
	const [isOpen, setOpen] = useState(place === 'page');
	if (place === 'page')
		return (
			<div className="assistant narrow">
				<Talk parameters={parameters} />
			</div>
		);
	return (
		<div className="assistant" data-corner>
			{isOpen ? (
				<Talk parameters={parameters} onClose={() => setOpen(false)} />
			) : (
				<button
					type="button"
					className="assistant-open"
					aria-label={words('open', { name })}
					title={name}
					onClick={() => setOpen(true)}
				>
					<Icon name="question" />
				</button>
			)}
		</div>
	);
}

type Line =
	| { by: 'person'; text: string }
	| {
			by: 'program';
			text: string;
			isUrgent?: boolean;
			answer?: AssistantAnswer;
			more?: AssistantAnswer[];
			offersPerson?: boolean;
	  };

/** What is said to a question: never anything that is not in the parameters. */
function replyTo(text: string, { answers, noAnswer, urgent, person }: AssistantParameters): Line {
	const [answer, ...more] = answersTo(text, answers);
	const isUrgent =
		urgent !== undefined && (hasAny(text, urgent.words) || (answer !== undefined && hasAny(answer.question, urgent.words)));
	if (answer) return { by: 'program', text: answer.answer, answer, more: more.slice(0, 2), isUrgent };
	return isUrgent ? { by: 'program', text: '', isUrgent } : { by: 'program', text: noAnswer, offersPerson: person !== undefined };
}

function Talk({ parameters, onClose }: { parameters: AssistantParameters; onClose?: () => void }) {
	const { name, greeting, answers, person } = parameters;
	const [lines, setLines] = useState<Line[]>([{ by: 'program', text: greeting }]);
	const [text, setText] = useState('');
	const [step, setStep] = useState<'talks' | 'writes' | 'sent'>('talks');
	const log = useRef<HTMLDivElement>(null);
	const field = useRef<HTMLInputElement>(null);
	// Newer browsers answer with a promise, which an effect must not return.
	useEffect(() => {
		log.current?.scrollTo({ top: log.current.scrollHeight });
	}, [lines, step]);
	useEffect(() => {
		if (onClose) field.current?.focus({ preventScroll: true });
	}, [onClose]);
	const ask = (question: string) => {
		if (!question.trim()) return;
		setLines([...lines, { by: 'person', text: question.trim() }, replyTo(question, parameters)]);
		setText('');
		setStep('talks');
	};
	const send = (event: FormEvent) => {
		event.preventDefault();
		ask(text);
	};
	return (
		<section
			className="assistant-talk"
			aria-label={name}
			onKeyDown={(event) => {
				if (event.key === 'Escape') onClose?.();
			}}
		>
			<header className="assistant-head">
				<span className="assistant-sign">
					<Icon name="question" />
				</span>
				<div>
					<strong>{name}</strong>
					<p>{words('program')}</p>
				</div>
				{onClose && <IconButton label={t('close')} icon="close" onClick={onClose} />}
			</header>
			<div className="assistant-log" role="log" aria-label={words('log')} tabIndex={0} ref={log}>
				{lines.map((line, index) => (
					<LineView key={index} line={line} parameters={parameters} onAsk={ask} onPerson={() => setStep('writes')} />
				))}
				{lines.length === 1 && <Questions answers={answers.slice(0, 3)} onAsk={ask} />}
				{step !== 'talks' && person && <Person person={person} isSent={step === 'sent'} onSent={() => setStep('sent')} />}
			</div>
			<form className="assistant-ask" onSubmit={send}>
				<input
					ref={field}
					className="control"
					aria-label={words('yours')}
					placeholder={words('yours')}
					autoComplete="off"
					value={text}
					onChange={(event) => setText(event.target.value)}
				/>
				<Button type="submit" look="primary" aria-label={words('ask')}>
					<Icon name="arrow" />
				</Button>
			</form>
		</section>
	);
}

interface LineProps {
	line: Line;
	parameters: AssistantParameters;
	onAsk: (question: string) => void;
	onPerson: () => void;
}

function LineView({ line, parameters: { urgent, person }, onAsk, onPerson }: LineProps) {
	if (line.by === 'person')
		return (
			<p className="assistant-line" data-by="person">
				<span className="visually-hidden">{words('you')} </span>
				{line.text}
			</p>
		);
	return (
		<div className="assistant-line" data-by="program">
			{line.isUrgent && urgent && (
				<p className="assistant-urgent" role="alert">
					{urgent.text}
					<a href={`tel:${urgent.number.replace(/[^\d+]/g, '')}`}>{urgent.number}</a>
				</p>
			)}
			{line.answer && <strong>{line.answer.question}</strong>}
			{line.text && <p>{line.text}</p>}
			{line.offersPerson && person && (
				<Button size="small" icon="phone" onClick={onPerson}>
					{person.action}
				</Button>
			)}
			{line.more && line.more.length > 0 && (
				<>
					<p className="muted">{words('also')}</p>
					<Questions answers={line.more} onAsk={onAsk} />
				</>
			)}
		</div>
	);
}

const Questions = ({ answers, onAsk }: { answers: readonly AssistantAnswer[]; onAsk: (question: string) => void }) => (
	<div className="assistant-questions">
		{answers.map(({ question }) => (
			<button key={question} type="button" onClick={() => onAsk(question)}>
				{question}
			</button>
		))}
	</div>
);

interface PersonProps {
	person: NonNullable<AssistantParameters['person']>;
	isSent: boolean;
	onSent: () => void;
}

function Person({ person, isSent, onSent }: PersonProps) {
	const { create } = useCollection<Record<string, unknown>>(person.collection);
	if (isSent)
		return (
			<p className="assistant-line" data-by="program" role="status">
				{person.thanks}
			</p>
		);
	return (
		<div className="assistant-line" data-by="program">
			<Form
				fields={person.fields}
				submit={t('send')}
				onSubmit={async (values) => {
					await create(values);
					onSent();
				}}
			/>
		</div>
	);
}
