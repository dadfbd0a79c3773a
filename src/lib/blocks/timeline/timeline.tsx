import { defineBlock } from '../../core/block';
import { Heading } from '../../web/ui/heading';
import type { TimelineParameters } from './parameters';
import './timeline.css';

/** What happened when: a history, a tour, the stages of a project. */
export const timeline = defineBlock<TimelineParameters>({ name: 'timeline', Component: Timeline });

function Timeline({ parameters: { heading, intro, entries } }: { parameters: TimelineParameters }) {
	return (
		<div className="timeline narrow">
			<Heading title={heading} text={intro} />
			<ol className="timeline-list">
				{entries.map(({ when, title, place, text }, index) => (
					<li key={index}>
						<p className="timeline-when">{when}</p>
						<h3>{title}</h3>
						{place && <p className="timeline-place">{place}</p>}
						{text && <p className="muted">{text}</p>}
					</li>
				))}
			</ol>
		</div>
	);
}
