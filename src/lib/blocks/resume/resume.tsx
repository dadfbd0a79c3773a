import type { ReactNode } from 'react';
import { defineBlock } from '../../core/block';
import { Title } from '../../web/ui/heading';
import { PrintButton } from '../../web/ui/print';
import { newestFirst } from './logic';
import type { ResumeEntry, ResumeParameters } from './parameters';
import './resume.css';
import { words } from './words';

/** What somebody has done and learned; fits on paper. */
export const resume = defineBlock<ResumeParameters>({ name: 'resume', Component: Resume });

function Resume({ parameters }: { parameters: ResumeParameters }) {
	const { name, title, summary, lines = [], experience, education, languages, skills = [], more = [], print } = parameters;
	return (
		<div className="resume wide">
			<header className="resume-head">
				<div>
					<Title>{name}</Title>
					<p className="resume-title">{title}</p>
					{lines.length > 0 && (
						<ul className="resume-lines">
							{lines.map((line) => (
								<li key={line}>{line}</li>
							))}
						</ul>
					)}
				</div>
				{print && <PrintButton />}
			</header>
			{summary && <p className="resume-summary">{summary}</p>}
			<div className="resume-columns">
				<div className="resume-main">
					<Entries heading={words('experience')} entries={experience} />
					<Entries heading={words('education')} entries={education} />
				</div>
				<div className="resume-side">
					{languages.length > 0 && (
						<Part heading={words('languages')}>
							<dl className="resume-languages">
								{languages.map(({ name, level }) => (
									<div key={name}>
										<dt>{name}</dt>
										<dd>{level}</dd>
									</div>
								))}
							</dl>
						</Part>
					)}
					{skills.length > 0 && (
						<Part heading={words('skills')}>
							<ul className="resume-skills">
								{skills.map((skill) => (
									<li key={skill} className="tag">
										{skill}
									</li>
								))}
							</ul>
						</Part>
					)}
					{more.map(({ heading, lines }) => (
						<Part key={heading} heading={heading}>
							<ul className="resume-more">
								{lines.map((line) => (
									<li key={line}>{line}</li>
								))}
							</ul>
						</Part>
					))}
				</div>
			</div>
		</div>
	);
}

function Entries({ heading, entries }: { heading: string; entries: readonly ResumeEntry[] }) {
	if (!entries.length) return null;
	return (
		<Part heading={heading}>
			<ol className="resume-entries">
				{newestFirst(entries).map(({ years, title, place, text }, index) => (
					<li key={index}>
						<span className="resume-years">{years}</span>
						<div>
							<h3>{title}</h3>
							{place && <p className="resume-place">{place}</p>}
							{text && <p className="muted">{text}</p>}
						</div>
					</li>
				))}
			</ol>
		</Part>
	);
}

const Part = ({ heading, children }: { heading: string; children: ReactNode }) => (
	<section className="resume-part" aria-label={heading}>
		<h2>{heading}</h2>
		{children}
	</section>
);
