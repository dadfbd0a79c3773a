import { clockText } from '../../core/clock';
import { Icon } from '../../web/ui/icon';
import { Picture } from '../../web/ui/picture';
import { stepAt } from './logic';
import type { MediaItem } from './parameters';
import type { Player as PlayerState } from './use-player';
import { words } from './words';

interface PlayerProps {
	item: MediaItem;
	kind: 'video' | 'audio';
	player: PlayerState;
}

/** A stage, a button and a line to go along. */
export function Player({ item, kind, player }: PlayerProps) {
	const { title, seconds, url, picture, steps = [] } = item;
	const { at, isPlaying, toggle, jump, element, heard } = player;
	const step = steps[stepAt(steps, at)];
	const label = words(isPlaying ? 'pause' : 'play');
	return (
		<div className="player" data-kind={kind} data-playing={isPlaying || undefined}>
			<div className="player-stage">
				{url && kind === 'video' ? (
					<video
						ref={element as React.RefObject<HTMLVideoElement>}
						src={url}
						title={title}
						playsInline
						onClick={toggle}
						{...heard}
					/>
				) : (
					<Picture picture={picture} />
				)}
				{url && kind === 'audio' && (
					<audio ref={element as React.RefObject<HTMLAudioElement>} src={url} title={title} {...heard} />
				)}
				{!url && (isPlaying || at > 0) && step && <p className="player-caption">{step.text}</p>}
				{!isPlaying && (
					<button type="button" className="player-start" tabIndex={-1} aria-hidden="true" onClick={toggle}>
						<Icon name="play" />
					</button>
				)}
			</div>
			<div className="player-bar">
				<button type="button" className="player-button" aria-label={label} title={label} onClick={toggle}>
					<Icon name={isPlaying ? 'pause' : 'play'} />
				</button>
				<input
					type="range"
					min={0}
					max={seconds}
					step={1}
					value={Math.floor(at)}
					aria-label={words('position')}
					aria-valuetext={words('of', { at: clockText(at), all: clockText(seconds) })}
					style={{ '--played': `${(at / seconds) * 100}%` } as React.CSSProperties}
					onChange={(event) => jump(Number(event.target.value))}
				/>
				<span className="player-time">
					{clockText(at)} / {clockText(seconds)}
				</span>
			</div>
			{!url && <p className="player-note muted">{words('example')}</p>}
		</div>
	);
}
