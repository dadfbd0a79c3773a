import { useMemo } from 'react';
import { useAccount } from '../../core/account';
import { defineBlock } from '../../core/block';
import { useCollection } from '../../core/collection';
import { t } from '../../core/words';
import { useDetail } from '../../web/detail';
import { Link } from '../../web/router';
import { LinkButton } from '../../web/ui/button';
import { Empty } from '../../web/ui/empty';
import { Heading } from '../../web/ui/heading';
import { Icon } from '../../web/ui/icon';
import { LessonPage } from './lesson-page';
import './lessons.css';
import { bestOf, statesOf, type LessonState, type Result } from './logic';
import type { LessonsParameters } from './parameters';
import { words } from './words';

/** Lessons with an exercise each; the next one opens once it is passed. */
export const lessons = defineBlock<LessonsParameters>({
	name: 'lessons',
	Component: Lessons,
	opens: true,
	// Results are each one's own: on a server nobody but the owner reads those of others.
	collections: ({ collection }) => ({ [collection]: { rules: { read: 'owner', change: 'maker' } } })
});

function Lessons({ parameters }: { parameters: LessonsParameters }) {
	const { lessons, collection } = parameters;
	const { slug, back } = useDetail();
	const { kind } = useAccount();
	const { records, create } = useCollection<Result>(collection);
	const best = useMemo(() => bestOf(records.filter(({ isMine }) => isMine)), [records]);
	const states = statesOf(parameters, best, kind === 'visitor');
	if (!slug) return <Overview parameters={parameters} best={best} states={states} />;
	const index = lessons.findIndex((one) => one.slug === slug);
	const lesson = lessons[index];
	const state = states[index];
	if (!lesson || !state)
		return (
			<div className="lessons narrow">
				<Empty title={t('not-found')} hint={t('not-found-hint')} icon="search">
					<LinkButton href={back}>{words('all-lessons')}</LinkButton>
				</Empty>
			</div>
		);
	if (state === 'closed' || state === 'needs-account')
		return <Closed parameters={parameters} index={index} state={state} states={states} />;
	return (
		<LessonPage
			key={slug}
			parameters={parameters}
			index={index}
			isNextOpen={states[index + 1] === 'open' || states[index + 1] === 'passed'}
			onResult={(percent) => create({ lesson: slug, percent })}
		/>
	);
}

interface OverviewProps {
	parameters: LessonsParameters;
	best: ReadonlyMap<string, number>;
	states: readonly LessonState[];
}

function Overview({ parameters: { title, intro, lessons }, best, states }: OverviewProps) {
	const { hrefOf } = useDetail();
	const done = states.filter((state) => state === 'passed').length;
	const most = Math.max(-1, ...best.values());
	return (
		<div className="lessons wide">
			<Heading title={title} text={intro} />
			<div className="lessons-progress card">
				<div>
					<strong>{words('finished', { n: done, all: lessons.length })}</strong>
					<span className="muted">{most < 0 ? words('no-best') : words('best', { n: most })}</span>
				</div>
				<div className="bar" aria-hidden="true">
					<span style={{ width: `${(done / lessons.length) * 100}%` }} />
				</div>
			</div>
			<ol className="lessons-list" aria-label={words('all')}>
				{lessons.map(({ slug, title }, index) => {
					const state = states[index] ?? 'closed';
					return (
						<li key={slug} className="lessons-one" data-state={state}>
							<span className="lessons-number" aria-hidden="true">
								{state === 'passed' ? <Icon name="check" /> : state === 'open' ? index + 1 : <Icon name="lock" />}
							</span>
							<div>
								<Link href={hrefOf(slug)}>{title}</Link>
								<span className="muted">{saidOf(state, best.get(slug))}</span>
							</div>
						</li>
					);
				})}
			</ol>
		</div>
	);
}

function saidOf(state: LessonState, percent = 0): string {
	switch (state) {
		case 'passed':
			return words('passed', { n: percent });
		case 'open':
			return words('open');
		case 'closed':
			return words('closed');
		case 'needs-account':
			return words('account');
	}
}

interface ClosedProps {
	parameters: LessonsParameters;
	index: number;
	state: LessonState;
	states: readonly LessonState[];
}

function Closed({ parameters: { lessons, passPercent }, index, state, states }: ClosedProps) {
	const { back, hrefOf } = useDetail();
	// Of those that are still to be passed, the first one that can be.
	const first = lessons[states.indexOf('open')];
	const before = lessons[index - 1];
	return (
		<div className="lessons narrow">
			<Heading title={lessons[index]?.title ?? ''} />
			{state === 'needs-account' ? (
				<Empty title={words('needs-account')} icon="person">
					<LinkButton href="/sign-in" look="primary">
						{t('sign-in')}
					</LinkButton>
					<LinkButton href={back}>{words('all-lessons')}</LinkButton>
				</Empty>
			) : (
				<Empty title={words('is-closed', { title: before?.title ?? '', n: passPercent })} icon="lock">
					{first && (
						<LinkButton href={hrefOf(first.slug)} look="primary">
							{words('go-to', { title: first.title })}
						</LinkButton>
					)}
					<LinkButton href={back}>{words('all-lessons')}</LinkButton>
				</Empty>
			)}
		</div>
	);
}
