/** A quiet tune in place of a recording: a chord, broken into single notes. */

const NOTES_HZ = [220, 277.18, 329.63, 440, 329.63, 277.18];
const NOTE_SECONDS = 0.5;
/** Nobody listens longer to an example; each note is planned when it begins. */
const MOST_NOTES = 1200;
const LOUDNESS = 0.05;

/** Plays until the answer is called. A device without sound stays quiet. */
export function playTone(): () => void {
	if (typeof AudioContext === 'undefined') return () => {};
	const context = new AudioContext();
	const tone = context.createOscillator();
	const volume = context.createGain();
	tone.type = 'sine';
	volume.gain.value = LOUDNESS;
	for (let note = 0; note < MOST_NOTES; note++)
		tone.frequency.setValueAtTime(NOTES_HZ[note % NOTES_HZ.length] ?? 0, context.currentTime + note * NOTE_SECONDS);
	tone.connect(volume).connect(context.destination);
	tone.start();
	return () => void context.close();
}
