/** A length of time as a clock shows it: 75 s is 1:15, 3675 s is 1:01:15. @param seconds what is less than one is left out */
export function clockText(seconds: number): string {
	const whole = Math.max(0, Math.floor(seconds));
	const two = (value: number) => String(value).padStart(2, '0');
	const hours = Math.floor(whole / 3600);
	const rest = `${hours ? two(Math.floor(whole / 60) % 60) : Math.floor(whole / 60)}:${two(whole % 60)}`;
	return hours ? `${hours}:${rest}` : rest;
}
