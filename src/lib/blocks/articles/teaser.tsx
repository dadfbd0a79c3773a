import { day } from '../../core/format';
import { showValue } from '../../core/finding';
import { useDetail } from '../../web/detail';
import { Link } from '../../web/router';
import { Picture } from '../../web/ui/picture';
import type { Field } from '../data';
import type { FlatArticle, KeptArticle } from './logic';
import { words } from './words';

interface TeaserProps {
	article: FlatArticle;
	fields: readonly Field[] | undefined;
	isLarge: boolean;
}

/** An article in a list: what it is about. */
export function Teaser({ article, fields = [], isLarge }: TeaserProps) {
	const { hrefOf } = useDetail();
	const { slug, title, lead, picture } = article;
	const facts = fields.flatMap((field) => {
		const value = field.kind === 'longText' ? '' : showValue(field, article[field.name]);
		return value ? [{ label: field.label, value }] : [];
	});
	return (
		<li className="articles-teaser" data-large={isLarge || undefined}>
			<Picture picture={picture ?? { label: title }} />
			<div className="articles-words">
				<Meta article={article} />
				<h3>
					<Link href={hrefOf(slug)}>{title}</Link>
				</h3>
				<p className="articles-lead">{lead}</p>
				{facts.length > 0 && (
					<dl className="articles-facts">
						{facts.slice(0, 4).map(({ label, value }) => (
							<div key={label}>
								<dt>{label}</dt>
								<dd>{value}</dd>
							</div>
						))}
					</dl>
				)}
			</div>
		</li>
	);
}

/** Of which kind, when, where and by whom. */
export function Meta({
	article: { category, date, place, author }
}: {
	article: Pick<KeptArticle, 'category' | 'date' | 'place' | 'author'>;
}) {
	return (
		<p className="articles-meta">
			{category && <span className="tag">{category}</span>}
			<time dateTime={date}>{day(date)}</time>
			{place && <span>{place}</span>}
			{author && <span>{words('by', { author })}</span>}
		</p>
	);
}
