/** Sounds that are made, not loaded. A browser lets a page sound once somebody has clicked in it. */

let context: AudioContext | undefined;

/** One tone. @param startS when, in seconds from now; @param lengthS how long */
export function tone({ hertz = 600, startS = 0, lengthS = 0.15, loudness = 0.25 } = {}): void {
	if (typeof AudioContext === 'undefined') return;
	if (!(context instanceof AudioContext)) context = new AudioContext();
	void context.resume();
	const at = context.currentTime + startS;
	const oscillator = context.createOscillator();
	const gain = context.createGain();
	oscillator.frequency.value = hertz;
	// Without a ramp at both ends each tone would click.
	gain.gain.setValueAtTime(0, at);
	gain.gain.linearRampToValueAtTime(loudness, at + 0.008);
	gain.gain.setValueAtTime(loudness, at + lengthS - 0.008);
	gain.gain.linearRampToValueAtTime(0, at + lengthS);
	oscillator.connect(gain).connect(context.destination);
	oscillator.start(at);
	oscillator.stop(at + lengthS);
}
