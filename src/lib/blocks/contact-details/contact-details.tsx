import type { ReactNode } from 'react';
import { defineBlock } from '../../core/block';
import { Heading } from '../../web/ui/heading';
import { Icon, type IconName } from '../../web/ui/icon';
import './contact-details.css';
import type { ContactDetailsParameters } from './parameters';
import { words } from './words';

/** Where to find and how to reach somebody. */
export const contactDetails = defineBlock<ContactDetailsParameters>({ name: 'contact-details', Component: ContactDetails });

function ContactDetails({ parameters }: { parameters: ContactDetailsParameters }) {
	const { heading = '', text, address = [], phone, email, note } = parameters;
	return (
		<div className="contact-details wide">
			<Heading title={heading} text={text} />
			<address className="contact-details-ways">
				{address.length > 0 && (
					<Way icon="pin" label={words('address')}>
						{address.map((line) => (
							<span key={line}>{line}</span>
						))}
					</Way>
				)}
				{phone && (
					<Way icon="phone" label={words('phone')}>
						<a href={`tel:${phone.replace(/[^+\d]/g, '')}`}>{phone}</a>
					</Way>
				)}
				{email && (
					<Way icon="mail" label={words('email')}>
						<a href={`mailto:${email}`}>{email}</a>
					</Way>
				)}
			</address>
			{note && <p className="contact-details-note muted">{note}</p>}
		</div>
	);
}

function Way({ icon, label, children }: { icon: IconName; label: string; children: ReactNode }) {
	return (
		<div className="contact-details-way card">
			<span className="contact-details-label">
				<Icon name={icon} /> {label}
			</span>
			<span className="contact-details-value">{children}</span>
		</div>
	);
}
