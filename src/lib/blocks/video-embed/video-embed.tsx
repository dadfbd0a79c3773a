import { useState } from 'react';
import { defineBlock } from '../../core/block';
import { Heading } from '../../web/ui/heading';
import { Icon } from '../../web/ui/icon';
import { Picture } from '../../web/ui/picture';
import { filmOf } from './logic';
import type { VideoEmbedParameters } from './parameters';
import './video-embed.css';
import { words } from './words';

/** A film of another host, which is asked for nothing before somebody plays it. */
export const videoEmbed = defineBlock<VideoEmbedParameters>({ name: 'video-embed', Component: VideoEmbed });

function VideoEmbed({ parameters: { heading, title, url, picture, note } }: { parameters: VideoEmbedParameters }) {
	const [isPlayed, setPlayed] = useState(false);
	const { kind, src, host } = filmOf(url);
	return (
		<div className="video-embed wide">
			<Heading title={heading} />
			<div className="video-embed-frame">
				{!isPlayed ? (
					<button
						type="button"
						className="video-embed-play"
						aria-label={words('play', { title })}
						onClick={() => setPlayed(true)}
					>
						<Picture picture={picture} />
						<span className="video-embed-sign">
							<Icon name="play" />
						</span>
					</button>
				) : kind === 'file' ? (
					<video src={src} title={title} controls autoPlay />
				) : (
					<iframe src={src} title={title} allow="fullscreen; encrypted-media; picture-in-picture" referrerPolicy="no-referrer" />
				)}
			</div>
			<div className="video-embed-words">
				<strong>{title}</strong>
				{!isPlayed && <p className="muted">{words('asks', { host })}</p>}
				{note && <p>{note}</p>}
			</div>
		</div>
	);
}
