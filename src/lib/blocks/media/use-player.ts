import { useEffect, useRef, useState } from 'react';
import type { MediaItem } from './parameters';
import { playTone } from './tone';

const TICK_MS = 250;

export interface Player {
	/** Seconds from the beginning. */
	at: number;
	isPlaying: boolean;
	toggle(): void;
	jump(seconds: number): void;
	/** Of the recording's element; none where there is no recording. */
	element: React.RefObject<HTMLMediaElement | null>;
	/** What the recording's element tells. */
	heard: {
		onPlay(): void;
		onPause(): void;
		onTimeUpdate(event: { currentTarget: HTMLMediaElement }): void;
		onEnded(): void;
	};
}

interface PlayerOptions {
	item: MediaItem;
	hasTone: boolean;
	/** Begins as soon as it is shown. */
	startsAtOnce: boolean;
	onEnd: () => void;
}

/** Plays a recording; without one, lets its time pass. */
export function usePlayer({ item: { seconds, url }, hasTone, startsAtOnce, onEnd }: PlayerOptions): Player {
	const element = useRef<HTMLMediaElement>(null);
	const [at, setAt] = useState(0);
	const [isPlaying, setPlaying] = useState(startsAtOnce && !url);
	const ended = useRef(onEnd);
	useEffect(() => {
		ended.current = onEnd;
	}, [onEnd]);

	useEffect(() => {
		if (url || !isPlaying) return;
		const silence = hasTone ? playTone() : () => {};
		const timer = setInterval(() => setAt((now) => Math.min(seconds, now + TICK_MS / 1000)), TICK_MS);
		return () => {
			clearInterval(timer);
			silence();
		};
	}, [url, isPlaying, hasTone, seconds]);

	const isOver = !url && isPlaying && at >= seconds;
	useEffect(() => {
		if (!isOver) return;
		setPlaying(false);
		ended.current();
	}, [isOver]);

	useEffect(() => {
		// A browser that lets nothing begin by itself waits for the button.
		if (startsAtOnce && url) element.current?.play().catch(() => undefined);
	}, [startsAtOnce, url]);

	return {
		at,
		isPlaying,
		element,
		toggle() {
			if (url) {
				if (isPlaying) element.current?.pause();
				else element.current?.play().catch(() => setPlaying(false));
				return;
			}
			if (!isPlaying && at >= seconds) setAt(0);
			setPlaying(!isPlaying);
		},
		jump(to) {
			if (element.current) element.current.currentTime = to;
			setAt(Math.max(0, Math.min(seconds, to)));
		},
		heard: {
			onPlay: () => setPlaying(true),
			onPause: () => setPlaying(false),
			onTimeUpdate: ({ currentTarget }) => setAt(currentTarget.currentTime),
			onEnded: () => ended.current()
		}
	};
}
