/** Where a wheel comes to rest. Angles in degrees, clockwise; the pointer is at the top. */

/** The angle that a slice has. */
export const sliceOf = (count: number): number => 360 / Math.max(1, count);

/** The next resting angle, some turns on, so that the middle of an entry is under the pointer. */
export function restAt(now: number, index: number, count: number): number {
	const wanted = (360 - (index + 0.5) * sliceOf(count)) % 360;
	const turns = 5 * 360;
	const from = now + turns;
	return from + ((wanted - (from % 360) + 360) % 360);
}

/** Which entry is under the pointer. */
export const entryAt = (angle: number, count: number): number =>
	Math.floor(((360 - (angle % 360)) % 360) / sliceOf(count)) % Math.max(1, count);
