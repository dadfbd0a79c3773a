import { useState } from 'react';
import { defineBlock } from '../../core/block';
import { useCollection } from '../../core/collection';
import { shuffled } from '../../core/random';
import { t } from '../../core/words';
import { Button } from '../../web/ui/button';
import { Choices } from '../../web/ui/choices';
import { Form } from '../../web/ui/form';
import { Heading } from '../../web/ui/heading';
import { useToast } from '../../web/ui/toast';
import './flashcards.css';
import { knew, knewNot, newRound, type Round } from './logic';
import type { FlashcardsParameters } from './parameters';
import { words } from './words';

/** Cards with two sides, asked until all are known. */
export const flashcards = defineBlock<FlashcardsParameters>({ name: 'flashcards', Component: Flashcards });

interface OwnCard {
	deck: string;
	front: string;
	back: string;
}

function Flashcards({ parameters }: { parameters: FlashcardsParameters }) {
	const { title, intro, decks, mayAdd, collection } = parameters;
	const { records, create } = useCollection<OwnCard>(collection);
	const [deck, setDeck] = useState(decks[0]?.name ?? '');
	const cards = [...(decks.find(({ name }) => name === deck)?.cards ?? []), ...records.filter((own) => own.deck === deck)];
	return (
		<div className="flashcards narrow">
			<Heading title={title} text={intro} />
			<div className="stack">
				{decks.length > 1 && (
					<Choices label={words('deck')} options={decks.map(({ name }) => [name, name])} value={deck} onChange={setDeck} />
				)}
				{/* Another deck, or one more card: a new round. */}
				<Cards key={`${deck}-${cards.length}`} cards={cards} />
				{mayAdd && <Add onAdd={(front, back) => create({ deck, front, back })} />}
			</div>
		</div>
	);
}

function Cards({ cards }: { cards: readonly { front: string; back: string }[] }) {
	const fresh = () => newRound(shuffled(cards.map((_, index) => index)));
	const [round, setRound] = useState<Round>(fresh);
	const [isTurned, setTurned] = useState(false);
	const card = cards[round.left[0] ?? -1];
	const go = (next: Round) => {
		setRound(next);
		setTurned(false);
	};
	return (
		<>
			<div className="flashcards-progress">
				<div className="bar" aria-hidden="true">
					<span style={{ width: `${(round.known / Math.max(1, cards.length)) * 100}%` }} />
				</div>
				<span className="muted">{words('left', { n: round.known, all: cards.length })}</span>
			</div>
			{card ? (
				<>
					<button
						type="button"
						className="flashcards-card"
						data-turned={isTurned || undefined}
						aria-label={`${isTurned ? words('back') : words('front')}: ${isTurned ? card.back : card.front}. ${words('turn')}`}
						onClick={() => setTurned(!isTurned)}
					>
						<span className="flashcards-side">{words(isTurned ? 'back' : 'front')}</span>
						<strong>{isTurned ? card.back : card.front}</strong>
					</button>
					<div className="row flashcards-buttons">
						{isTurned ? (
							<>
								<Button icon="refresh" onClick={() => go(knewNot(round))}>
									{words('knew-not')}
								</Button>
								<Button look="primary" icon="check" onClick={() => go(knew(round))}>
									{words('knew')}
								</Button>
							</>
						) : (
							<Button look="primary" onClick={() => setTurned(true)}>
								{words('turn')}
							</Button>
						)}
					</div>
				</>
			) : (
				<div className="flashcards-done card" role="status">
					<strong>{words('done')}</strong>
					<p>{words('missed', { n: round.again })}</p>
					<Button look="primary" icon="refresh" onClick={() => go(fresh())}>
						{t('start-again')}
					</Button>
				</div>
			)}
		</>
	);
}

function Add({ onAdd }: { onAdd: (front: string, back: string) => unknown }) {
	const toast = useToast();
	const [count, setCount] = useState(0);
	return (
		<details className="flashcards-add">
			<summary>{words('add')}</summary>
			<Form
				key={count}
				fields={[
					{ name: 'front', label: words('front'), kind: 'text', isRequired: true, max: 120 },
					{ name: 'back', label: words('back'), kind: 'text', isRequired: true, max: 120 }
				]}
				submit={t('add')}
				onSubmit={({ front, back }) => {
					void onAdd(String(front), String(back));
					setCount(count + 1);
					toast(words('added'));
				}}
			/>
		</details>
	);
}
