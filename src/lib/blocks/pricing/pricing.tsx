import { defineBlock } from '../../core/block';
import { LinkButton } from '../../web/ui/button';
import { Heading } from '../../web/ui/heading';
import { Icon } from '../../web/ui/icon';
import type { PricingParameters, PricingPlan } from './parameters';
import './pricing.css';
import { words } from './words';

/** What it costs, side by side. */
export const pricing = defineBlock<PricingParameters>({ name: 'pricing', Component: Pricing });

function Pricing({ parameters: { heading, intro, plans, note } }: { parameters: PricingParameters }) {
	return (
		<div className="pricing wide">
			<Heading title={heading} text={intro} />
			<ul className="pricing-list">
				{plans.map((plan) => (
					<Plan key={plan.name} plan={plan} />
				))}
			</ul>
			{note && <p className="pricing-note muted">{note}</p>}
		</div>
	);
}

function Plan({ plan: { name, price, per, text, points, action, isBest } }: { plan: PricingPlan }) {
	return (
		<li className="pricing-plan card" data-best={isBest || undefined}>
			<div className="row">
				<h3>{name}</h3>
				{isBest && <span className="tag">{words('best')}</span>}
			</div>
			<p className="pricing-price">
				<strong>{price}</strong>
				{per && <span> {per}</span>}
			</p>
			{text && <p>{text}</p>}
			<ul className="pricing-points">
				{points.map((point) => (
					<li key={point}>
						<Icon name="check" />
						<span>{point}</span>
					</li>
				))}
			</ul>
			{action && (
				<LinkButton href={action.href} look={isBest ? 'primary' : 'plain'}>
					{action.label}
				</LinkButton>
			)}
		</li>
	);
}
