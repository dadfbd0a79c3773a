import { useState } from 'react';
import { defineBlock } from '../../core/block';
import { useCollection, type Stored } from '../../core/collection';
import type { FormValues } from '../../core/fields';
import { showValue } from '../../core/finding';
import * as format from '../../core/format';
import { t } from '../../core/words';
import { slugOf } from '../../web/detail';
import { Button } from '../../web/ui/button';
import { Dialog } from '../../web/ui/dialog';
import { Empty } from '../../web/ui/empty';
import { Heading } from '../../web/ui/heading';
import { Ready } from '../../web/ui/ready';
import { useToast } from '../../web/ui/toast';
import './approvals.css';
import type { ApprovalsParameters } from './parameters';
import { words } from './words';

/** What was suggested and waits: to be listed, or to be rejected. */
export const approvals = defineBlock<ApprovalsParameters>({ name: 'approvals', Component: Approvals });

function Approvals({ parameters }: { parameters: ApprovalsParameters }) {
	const { heading, intro, fields, titleField, none } = parameters;
	const waiting = useCollection<FormValues>(parameters.suggestions);
	const listed = useCollection<FormValues & { slug: string }>(parameters.collection);
	const [asked, setAsked] = useState<Stored<FormValues>>();
	const say = useToast();
	const nameOf = (one: FormValues) => String(one[titleField] ?? '');
	const approve = async ({ id, createdAt: _at, isMine: _mine, ...values }: Stored<FormValues>) => {
		const slugs = listed.records.map(({ slug, ...one }) => slug ?? slugOf(nameOf(one)));
		await listed.create({ ...values, slug: freeSlug(slugOf(nameOf(values)), slugs) } as FormValues & { slug: string });
		await waiting.remove(id);
		say(words('approved', { name: nameOf(values) }));
	};
	return (
		<div className="approvals narrow">
			<Heading title={heading} text={intro} />
			<Ready of={waiting}>
				{waiting.records.length === 0 ? (
					<Empty title={none} icon="check" />
				) : (
					<>
						<p className="approvals-count">{words('waiting', { n: waiting.records.length })}</p>
						<ul className="approvals-list" aria-label={heading}>
							{waiting.records.map((one) => (
								<li key={one.id} className="card">
									<header>
										<h3>{nameOf(one)}</h3>
										<p className="muted">{format.dayAndTime(one.createdAt)}</p>
									</header>
									<dl>
										{fields
											.filter(({ name }) => name !== titleField)
											.map((field) => {
												const value = showValue(field, one[field.name]);
												return (
													value && (
														<div key={field.name}>
															<dt>{field.label}</dt>
															<dd>{value}</dd>
														</div>
													)
												);
											})}
									</dl>
									<div className="row">
										<Button
											look="primary"
											icon="check"
											aria-label={words('approve', { name: nameOf(one) })}
											onClick={() => void approve(one)}
										>
											{words('approve-it')}
										</Button>
										<Button aria-label={words('reject', { name: nameOf(one) })} onClick={() => setAsked(one)}>
											{words('reject-it')}
										</Button>
									</div>
								</li>
							))}
						</ul>
					</>
				)}
			</Ready>
			{asked && (
				<Dialog title={words('sure-title')} onClose={() => setAsked(undefined)}>
					<p>{words('sure', { name: nameOf(asked) })}</p>
					<div className="form-actions">
						<Button
							look="danger"
							onClick={async () => {
								await waiting.remove(asked.id);
								setAsked(undefined);
							}}
						>
							{words('reject-it')}
						</Button>
						<Button onClick={() => setAsked(undefined)}>{t('cancel')}</Button>
					</div>
				</Dialog>
			)}
		</div>
	);
}

/** The slug, with a number behind it where it is taken. */
function freeSlug(slug: string, taken: readonly string[]): string {
	for (let at = 1; ; at++) {
		const one = at === 1 ? slug : `${slug}-${at}`;
		if (!taken.includes(one)) return one;
	}
}
