import { useId, useState } from 'react';
import { defineBlock } from '../../core/block';
import { useCollection } from '../../core/collection';
import { number } from '../../core/format';
import { Form } from '../../web/ui/form';
import { Heading } from '../../web/ui/heading';
import { Icon } from '../../web/ui/icon';
import { Ready } from '../../web/ui/ready';
import { averageOf, countsOf, MOST_STARS } from './logic';
import type { ReviewsParameters } from './parameters';
import './reviews.css';
import { words } from './words';

type Review = ReviewsParameters['reviews'][number];

/** What others think of it, in stars and words. */
export const reviews = defineBlock<ReviewsParameters>({
	name: 'reviews',
	Component: Reviews,
	collections: ({ collection, reviews: seed }) => ({
		[collection]: { seed, rules: { create: 'everybody', shape: { name: 'text', stars: 'number', text: 'text' } } }
	})
});

function Reviews({ parameters: { heading, intro, of, collection } }: { parameters: ReviewsParameters }) {
	const kept = useCollection<Review>(collection);
	const all = kept.records.filter(({ stars }) => stars >= 1 && stars <= MOST_STARS);
	return (
		<div className="reviews wide">
			<Heading title={heading} text={intro} />
			<Ready of={kept}>
				<div className="reviews-columns">
					<div className="reviews-side">
						<Summary reviews={all} of={of} />
						<Entry create={kept.create} />
					</div>
					<ol className="reviews-list" aria-label={heading}>
						{[...all].reverse().map(({ id, name, stars, text }) => (
							<li key={id} className="card">
								<Stars stars={stars} />
								<p>{text}</p>
								<strong>{name}</strong>
							</li>
						))}
					</ol>
				</div>
			</Ready>
		</div>
	);
}

const Stars = ({ stars }: { stars: number }) => (
	<span className="stars" role="img" aria-label={words('stars', { n: number(stars) })}>
		{[1, 2, 3, 4, 5].map((star) => (
			<span key={star} data-on={star <= Math.round(stars) || undefined}>
				<Icon name="star" />
			</span>
		))}
	</span>
);

function Summary({ reviews: all, of }: { reviews: readonly Review[]; of: string }) {
	const average = averageOf(all);
	if (average === undefined) return <p className="muted">{words('none')}</p>;
	const counts = countsOf(all);
	return (
		<div className="reviews-summary" role="group" aria-label={of}>
			<p>
				<strong>{number(average)}</strong> <Stars stars={average} />
			</p>
			<p className="muted">{words('count', { n: all.length })}</p>
			<ul>
				{counts.map((count, index) => (
					<li key={index}>
						<span>{MOST_STARS - index}</span>
						<span className="bar" aria-hidden="true">
							<span style={{ width: `${(count / all.length) * 100}%` }} />
						</span>
						<span>{count}</span>
					</li>
				))}
			</ul>
		</div>
	);
}

function Entry({ create }: { create: (review: Review) => Promise<unknown> }) {
	const [stars, setStars] = useState(0);
	const [isMissing, setMissing] = useState(false);
	const [sent, setSent] = useState(0);
	const id = useId();
	return (
		<div className="card" onSubmitCapture={() => setMissing(stars === 0)}>
			{/* An empty form again after each opinion. */}
			<Form
				key={sent}
				fields={[
					{ name: 'name', label: words('name'), kind: 'text', isRequired: true, max: 60 },
					{ name: 'text', label: words('text'), kind: 'longText', isRequired: true, max: 1000 }
				]}
				submit={words('send')}
				onSubmit={async ({ name, text }) => {
					if (stars === 0) return;
					await create({ name: String(name), stars, text: String(text) });
					setStars(0);
					setSent((count) => count + 1);
				}}
			>
				<fieldset className="reviews-choose" aria-describedby={isMissing ? id : undefined}>
					<legend>{words('choose')}</legend>
					{[1, 2, 3, 4, 5].map((star) => (
						<label key={star} data-on={star <= stars || undefined}>
							<input
								type="radio"
								name="stars"
								className="visually-hidden"
								checked={star === stars}
								aria-label={words('stars', { n: star })}
								onChange={() => {
									setStars(star);
									setMissing(false);
								}}
							/>
							<Icon name="star" />
						</label>
					))}
					{isMissing && (
						<p id={id} className="field-error" role="alert">
							{words('missing')}
						</p>
					)}
				</fieldset>
			</Form>
			{sent > 0 && (
				<p className="reviews-thanks" role="status">
					{words('thanks')}
				</p>
			)}
		</div>
	);
}
