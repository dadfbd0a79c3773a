/** Output that nobody has taken yet may be this long, in UTF-16 code units: less than a tenth of a second of a terminal's work. */
const WINDOW = 1 << 17;

/**
 * A program's output, as fast as it is taken: `setPaused` tells the program to wait while the window is full. The public client's
 * own stream takes whatever comes and keeps it.
 */
export function flowControlled(output: ReadableStream<string>, setPaused: (isPaused: boolean) => void): ReadableStream<string> {
	const reader = output.getReader();
	let isPaused = false;
	const pause = (isNow: boolean) => {
		if (isNow !== isPaused) setPaused((isPaused = isNow));
	};
	const pump = async (controller: ReadableStreamDefaultController<string>): Promise<void> => {
		try {
			for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
				controller.enqueue(chunk.value);
				if ((controller.desiredSize ?? 0) <= 0) pause(true);
			}
			controller.close();
		} catch (error) {
			controller.error(error);
		}
	};
	return new ReadableStream<string>(
		{
			start: (controller) => void pump(controller),
			pull: () => pause(false),
			cancel: (reason) => {
				pause(false);
				return reader.cancel(reason);
			}
		},
		{ highWaterMark: WINDOW, size: (text) => text.length }
	);
}
