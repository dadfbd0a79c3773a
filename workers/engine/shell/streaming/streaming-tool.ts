import type { ExecResult } from 'just-bash/browser';
import type { ToolContext } from '../own-tool';

/** What a streaming tool works with. */
export interface StreamingContext extends Pick<ToolContext, 'cwd' | 'stderr'> {
	/** Runs the library's tool of that name on a text. */
	library(args: string[], stdin: string): Promise<ExecResult>;
}

/** A tool that answers while its input still comes: yields its output, returns its exit code. To return early closes the input. */
export type StreamingTool = (
	input: AsyncIterable<Buffer>,
	context: StreamingContext
) => AsyncGenerator<string | Uint8Array, number, void>;

/** Null when the arguments ask for what only the library's tool can do. Operands that name input files never get here. */
export type StreamingToolOf = (args: string[]) => StreamingTool | null;
