/** Countdowns, read as they stand. */
import { poll, textOf } from './screen.mjs';

const UNITS = ['days?', 'hours?', 'min\\w*', 'sec\\w*'];

/** @returns {Promise<number[] | undefined>} days, hours, minutes, seconds; undefined where there is none with all four labelled */
export async function countdownOn(page) {
	const text = await textOf(page);
	const after = new RegExp(UNITS.map((unit) => `(\\d+)\\s*${unit}\\b`).join('[^\\d]{0,12}'), 'i').exec(text);
	const before = new RegExp(UNITS.map((unit) => `\\b${unit}\\s*:?\\s*(\\d+)`).join('\\D{0,6}'), 'i').exec(text);
	const found = after ?? before;
	return found ? found.slice(1, 5).map(Number) : undefined;
}

/** A countdown counted in days alone. */
export async function daysOn(page) {
	const [, days] = /(\d[\d,. ]*)\s*days?\b/i.exec(await textOf(page)) ?? [];
	return days === undefined ? undefined : Number(days.replace(/\D/g, ''));
}

/** Whether the seconds run down: three looks, each lower by what has gone by. */
export async function runsDown(page) {
	const read = async () => {
		const parts = await countdownOn(page);
		return parts && ((parts[0] * 24 + parts[1]) * 60 + parts[2]) * 60 + parts[3];
	};
	const started = performance.now();
	const first = await read();
	if (first === undefined) return false;
	return poll(async () => {
		const seconds = (performance.now() - started) / 1000;
		if (seconds < 4) return false;
		const gone = first - (await read());
		return gone >= 2 && Math.abs(gone - seconds) < 2.5;
	}, 8000);
}
