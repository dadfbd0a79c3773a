import { defineBlock } from '../../core/block';
import { Link } from '../../web/router';
import { Title } from '../../web/ui/heading';
import { Icon } from '../../web/ui/icon';
import { Picture } from '../../web/ui/picture';
import './link-list.css';
import type { LinkListParameters } from './parameters';

/** Large links one below the other, under a name. */
export const linkList = defineBlock<LinkListParameters>({ name: 'link-list', Component: LinkList });

function LinkList({ parameters: { name, about, picture, links } }: { parameters: LinkListParameters }) {
	return (
		<div className="link-list narrow">
			<div className="link-list-head">
				{picture && (
					<div className="link-list-face">
						<Picture picture={picture} />
					</div>
				)}
				<Title>{name}</Title>
				{about && <p className="muted">{about}</p>}
			</div>
			<ul className="link-list-links">
				{links.map(({ label, href, text, icon }) => (
					<li key={label}>
						<Link href={href} {...(/^https?:/.test(href) ? { rel: 'noopener' } : {})}>
							{icon && <Icon name={icon} />}
							<span>
								<strong>{label}</strong>
								{text && <small>{text}</small>}
							</span>
							<Icon name={/^https?:/.test(href) ? 'external' : 'arrow'} />
						</Link>
					</li>
				))}
			</ul>
		</div>
	);
}
