import { useEffect, useState, type KeyboardEvent } from 'react';
import { defineBlock } from '../../core/block';
import { IconButton } from '../../web/ui/button';
import { Heading } from '../../web/ui/heading';
import { Picture } from '../../web/ui/picture';
import './carousel.css';
import type { CarouselParameters } from './parameters';
import { useSwipe } from './use-swipe';
import { words } from './words';

/** One slide at a time. @source ARIA Authoring Practices, carousel with buttons */
export const carousel = defineBlock<CarouselParameters>({ name: 'carousel', Component: Carousel });

function Carousel({ parameters: { heading, intro, slides, everySeconds } }: { parameters: CarouselParameters }) {
	const all = slides.length;
	const [at, setAt] = useState(0);
	const [isMoving, setMoving] = useState(() => everySeconds !== undefined && !wantsNoMotion());
	const [isHeld, setHeld] = useState(false);
	const step = (by: number) => setAt((now) => (now + by + all) % all);
	const swipe = useSwipe(step);

	useEffect(() => {
		if (!everySeconds || !isMoving || isHeld) return;
		const timer = setInterval(() => setAt((now) => (now + 1) % all), everySeconds * 1000);
		return () => clearInterval(timer);
	}, [everySeconds, isMoving, isHeld, all]);

	const press = (event: KeyboardEvent) => {
		const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
		if (!by) return;
		event.preventDefault();
		step(by);
	};
	return (
		<div className="carousel wide">
			<Heading title={heading} text={intro} />
			<div
				className="carousel-frame"
				role="group"
				aria-roledescription="carousel"
				aria-label={heading}
				onKeyDown={press}
				onMouseEnter={() => setHeld(true)}
				onMouseLeave={() => setHeld(false)}
				onFocus={() => setHeld(true)}
				onBlur={(event) => {
					if (!event.currentTarget.contains(event.relatedTarget)) setHeld(false);
				}}
			>
				<div className="carousel-slides" aria-live={isMoving && !isHeld ? 'off' : 'polite'} {...swipe}>
					{slides.map((slide, index) => (
						<Slide key={index} slide={slide} place={words('place', { n: index + 1, all })} isShown={index === at} />
					))}
				</div>
				<div className="carousel-controls no-print">
					<IconButton label={words('previous')} icon="left" onClick={() => step(-1)} />
					<div className="carousel-dots">
						{slides.map(({ title }, index) => (
							<button
								key={index}
								type="button"
								aria-label={words('go', { n: index + 1, all, title })}
								aria-current={index === at || undefined}
								onClick={() => setAt(index)}
							/>
						))}
					</div>
					<IconButton label={words('next')} icon="right" onClick={() => step(1)} />
					{everySeconds !== undefined && (
						<IconButton
							label={words(isMoving ? 'pause' : 'play')}
							icon={isMoving ? 'pause' : 'play'}
							onClick={() => setMoving(!isMoving)}
						/>
					)}
				</div>
			</div>
		</div>
	);
}

interface SlideProps {
	slide: CarouselParameters['slides'][number];
	place: string;
	isShown: boolean;
}

function Slide({ slide: { title, text, picture, by }, place, isShown }: SlideProps) {
	return (
		<figure className="carousel-slide" data-words={picture ? undefined : ''} aria-label={place} hidden={!isShown}>
			{picture && <Picture picture={picture} />}
			<figcaption>
				<strong>{title}</strong>
				{text && <p>{text}</p>}
				{by && <p className="carousel-by">{by}</p>}
			</figcaption>
		</figure>
	);
}

const wantsNoMotion = () => matchMedia('(prefers-reduced-motion: reduce)').matches;
