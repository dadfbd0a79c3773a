import { showValue } from '../../core/finding';
import { useDetail } from '../../web/detail';
import { NotFound } from '../../web/not-found';
import { Link } from '../../web/router';
import { Title } from '../../web/ui/heading';
import { Icon } from '../../web/ui/icon';
import { Picture } from '../../web/ui/picture';
import { Comments } from './comments';
import type { KeptArticle } from './logic';
import type { ArticlesParameters } from './parameters';
import { Meta } from './teaser';
import { words } from './words';

interface ArticlePageProps {
	parameters: ArticlesParameters;
	/** Undefined where the address names none. */
	article: KeptArticle | undefined;
}

/** One article, to be read. */
export function ArticlePage({ parameters: { fields = [], collection, comments }, article }: ArticlePageProps) {
	const { back } = useDetail();
	if (!article) return <NotFound />;
	const { slug, title, lead, text, picture, facts = {}, tags = [] } = article;
	const known = fields.flatMap((field) => {
		const value = showValue(field, facts[field.name]);
		return value ? [{ label: field.label, value }] : [];
	});
	return (
		<article className="article narrow">
			<Link className="article-back no-print" href={back}>
				<Icon name="back" /> {words('back')}
			</Link>
			<header>
				<Meta article={article} />
				<Title>{title}</Title>
				<p className="article-lead">{lead}</p>
			</header>
			<Picture picture={picture ?? { label: title }} />
			{known.length > 0 && (
				<dl className="article-facts card" aria-label={words('facts')}>
					{known.map(({ label, value }) => (
						<div key={label}>
							<dt>{label}</dt>
							<dd>{value}</dd>
						</div>
					))}
				</dl>
			)}
			<div className="article-text">
				{text.map((paragraph, index) => (
					<p key={index}>{paragraph}</p>
				))}
			</div>
			{tags.length > 0 && (
				<ul className="article-tags row">
					{tags.map((tag) => (
						<li key={tag} className="tag">
							{tag}
						</li>
					))}
				</ul>
			)}
			{comments && <Comments collection={`${collection}-comments`} article={slug} />}
		</article>
	);
}
