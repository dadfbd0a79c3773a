import { defineBlock } from '../../core/block';

import { LinkButton } from '../../web/ui/button';
import { Title } from '../../web/ui/heading';
import { Icon } from '../../web/ui/icon';
import './hero.css';
import type { HeroParameters } from './parameters';

/** The opening of a page: what it is about, and where to go. */
export const hero = defineBlock<HeroParameters>({ name: 'hero', Component: Hero });

function Hero({ parameters }: { parameters: HeroParameters }) {
	const { title, kicker, text, actions = [], picture, icon, facts = [] } = parameters;
	const hasSide = Boolean(picture ?? icon);
	return (
		<div className="hero wide" data-side={hasSide || undefined}>
			<div className="hero-words">
				{kicker && <p className="tag">{kicker}</p>}
				<Title>{title}</Title>
				<p className="hero-text">{text}</p>
				{actions.length > 0 && (
					<div className="row">
						{actions.map(({ label, href }, index) => (
							<LinkButton key={label} href={href} size="large" look={index === 0 ? 'primary' : 'plain'}>
								{label}
							</LinkButton>
						))}
					</div>
				)}
			</div>
			{picture ? (
				<img className="hero-picture" src={picture.src} alt={picture.alt} />
			) : (
				icon && (
					<div className="hero-symbol" aria-hidden="true">
						<Icon name={icon} />
					</div>
				)
			)}
			{facts.length > 0 && (
				<dl className="hero-facts">
					{facts.map(({ value, label }) => (
						<div key={label}>
							<dt>{label}</dt>
							<dd>{value}</dd>
						</div>
					))}
				</dl>
			)}
		</div>
	);
}
