/** How often an answer is asked for, and how many times in a row it may be missing: half a minute, since a busy machine is slow. */
const BEAT_MS = 3000;
const PATIENCE_BEATS = 10;

export interface HeartbeatOptions {
	/** Any answer will do, also a refusal. */
	ask(): Promise<unknown>;
	onSilence(): void;
	beatMs?: number;
	patienceBeats?: number;
}

/**
 * Asks again and again whether somebody is there. Patience is counted in beats of this page's own timer, never by a clock: a page
 * that is hidden, frozen or asleep with its computer has fewer beats, and so more patience. Returns what stops it.
 */
export function watchHeartbeat({
	ask,
	onSilence,
	beatMs = BEAT_MS,
	patienceBeats = PATIENCE_BEATS
}: HeartbeatOptions): () => void {
	let isAnswered = true;
	let missing = 0;
	const answered = () => void (isAnswered = true);
	const timer = setInterval(() => {
		if (isAnswered) {
			isAnswered = false;
			missing = 0;
			ask().then(answered, answered);
		} else if (++missing >= patienceBeats) {
			clearInterval(timer);
			onSilence();
		}
	}, beatMs);
	return () => clearInterval(timer);
}
