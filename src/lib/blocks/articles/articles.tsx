import { useMemo, useState } from 'react';
import { defineBlock } from '../../core/block';
import { useCollection } from '../../core/collection';
import { month } from '../../core/format';
import { useDetail } from '../../web/detail';
import { FindBar, NoneFound, useFinder } from '../../web/ui/find-bar';
import { Heading } from '../../web/ui/heading';
import { Ready } from '../../web/ui/ready';
import { ArticlePage } from './article-page';
import { Teaser } from './teaser';
import './articles.css';
import { flat, monthsOf, planOf, published, type KeptArticle } from './logic';
import type { ArticlesParameters } from './parameters';
import { words } from './words';

/** Articles to look through and to read, the newest first. */
export const articles = defineBlock<ArticlesParameters>({
	name: 'articles',
	Component: Articles,
	opens: true,
	collections: ({ collection, articles: seed, comments }) => ({
		[collection]: {
			seed: seed.map((article) => ({ ...article, isPublished: true })),
			rules: { create: 'owner', change: 'owner', shownWhen: 'isPublished' }
		},
		...(comments
			? { [`${collection}-comments`]: { rules: { create: 'everybody', shape: { article: 'text', name: 'text', text: 'text' } } } }
			: {})
	})
});

function Articles({ parameters }: { parameters: ArticlesParameters }) {
	const kept = useCollection<KeptArticle>(parameters.collection);
	const { slug } = useDetail();
	const shown = useMemo(() => published(kept.records, parameters.category), [kept.records, parameters.category]);
	const open = published(kept.records).find((article) => article.slug === slug);
	return (
		<Ready of={kept}>
			{/* Kept where an article is open, so that the way back leads to the same choice. */}
			<div hidden={Boolean(slug)}>
				<List {...{ parameters, articles: shown }} />
			</div>
			{slug && <ArticlePage key={slug} {...{ parameters, article: open }} />}
		</Ready>
	);
}

function List({ parameters, articles: all }: { parameters: ArticlesParameters; articles: readonly KeptArticle[] }) {
	const { heading, intro, search, archive = false, layout } = parameters;
	const [onlyMonth, setMonth] = useState('');
	const plan = planOf(parameters, words('category'));
	const records = useMemo(() => all.map(flat), [all]);
	const finder = useFinder(records, plan);
	const found = finder.found.filter(({ date }) => date.startsWith(onlyMonth));
	const reset = () => {
		finder.reset();
		setMonth('');
	};
	const isNarrowed = finder.isNarrowed || onlyMonth !== '';
	const hasBar = search || plan.filters.length > 0 || plan.sort.length > 0;
	const isLarge = layout === 'front' && !isNarrowed && !finder.finding.sort;
	return (
		<div className="articles wide">
			<Heading title={heading} text={intro} />
			{hasBar && (
				<FindBar
					plan={plan}
					finder={{ ...finder, reset, isNarrowed }}
					records={records}
					count={words('found', { n: found.length })}
				/>
			)}
			<div className="articles-columns" data-archive={archive || undefined}>
				{found.length === 0 ? (
					<NoneFound onReset={reset} />
				) : (
					<ul className="articles-list" data-layout={layout} data-large={isLarge || undefined} aria-label={heading}>
						{found.map((article, index) => (
							<Teaser key={article.slug} article={article} fields={parameters.fields} isLarge={isLarge && index === 0} />
						))}
					</ul>
				)}
				{archive && <Months {...{ articles: all, chosen: onlyMonth }} onChoose={setMonth} />}
			</div>
		</div>
	);
}

interface MonthsProps {
	articles: readonly { date: string }[];
	/** `YYYY-MM`; '' for all. */
	chosen: string;
	onChoose: (month: string) => void;
}

function Months({ articles: all, chosen, onChoose }: MonthsProps) {
	return (
		<nav className="articles-months no-print" aria-label={words('months')}>
			<strong>{words('months')}</strong>
			<ul>
				<li>
					<button type="button" aria-pressed={!chosen} onClick={() => onChoose('')}>
						{words('all-months')}
					</button>
				</li>
				{monthsOf(all).map(({ month: one, count }) => (
					<li key={one}>
						<button type="button" aria-pressed={one === chosen} onClick={() => onChoose(one)}>
							<span>{month(`${one}-01`)}</span> <span className="muted">{count}</span>
						</button>
					</li>
				))}
			</ul>
		</nav>
	);
}
