import { defineBlock } from '../../core/block';
import { Heading } from '../../web/ui/heading';
import { Picture } from '../../web/ui/picture';
import { initialsOf } from './logic';
import type { TeamParameters } from './parameters';
import './team.css';

/** Who is behind it. */
export const team = defineBlock<TeamParameters>({ name: 'team', Component: Team });

function Team({ parameters: { heading, intro, people } }: { parameters: TeamParameters }) {
	return (
		<div className="team wide">
			<Heading title={heading} text={intro} />
			<ul className="team-list">
				{people.map(({ name, role, text, picture, email }) => (
					<li key={name}>
						<div className="team-face">
							{picture ? <Picture picture={picture} /> : <span aria-hidden="true">{initialsOf(name)}</span>}
						</div>
						<h3>{name}</h3>
						<p className="team-role">{role}</p>
						{text && <p className="muted">{text}</p>}
						{email && <a href={`mailto:${email}`}>{email}</a>}
					</li>
				))}
			</ul>
		</div>
	);
}
