import type { RunEvent } from '../domain/events';
import type { Wish } from '../bus/contracts/conductor';
import { Conversations } from '../team/conductor/conversations';
import { RunLog } from '../log/run-log';

/** What a person can tell a run to do. */
export type RunCommand =
	| { type: 'start' }
	| { type: 'pause' }
	| { type: 'resume' }
	| { type: 'stop' }
	/** Twice the limits of money and tokens, and on. */
	| { type: 'doubleBudget' }
	/** Accepts the blueprint of a run that plans first. */
	| { type: 'approve' }
	/** A request about the project, once its run has ended; see {@link Wish}. */
	| { type: 'ask'; wish: Wish }
	/** Words that become a request once the team is done; at once where it is. */
	| { type: 'queue'; wish: Pick<Wish, 'text' | 'isPlanFirst' | 'failures'> }
	/** Words that wait are taken back. */
	| { type: 'unqueue'; wishId: string }
	/** What a request changed is taken back. */
	| { type: 'undo'; requestId: string }
	/** A run that was stopped goes on. */
	| { type: 'goOn' }
	/** Words for the whole team, or for one agent, while they work. */
	| { type: 'message'; text: string; to?: string }
	| { type: 'answer'; questionId: string; answer: string }
	/** The whole new text of a file, as edited by hand. */
	| { type: 'editFile'; path: string; content: string }
	/** Files become again what they were before the event `seq`. */
	| { type: 'restore'; paths: readonly string[]; seq: number };

/** A run as the workspace sees it: a live one behind the hub, or a recorded log. */
export interface RunSource {
	readonly log: RunLog;
	/** What agents and their models say to each other, as far as this tab has heard it. */
	readonly conversations: Pick<Conversations, 'watch'>;
	/** Calls with what made the run break off without a word in its log (a full disk). Returns how to stop. */
	onBroken(listener: (error: Error) => void): () => void;
	/** @throws when the command cannot be carried out; the message says why. */
	send(command: RunCommand): Promise<void>;
}

/** A source over a recorded log. Commands are noted in `commands`; more events can be {@link RecordedRun.emit | emitted}. */
export class RecordedRun implements RunSource {
	readonly log: RunLog;
	readonly commands: RunCommand[] = [];
	readonly conversations = new Conversations();

	constructor(events: readonly RunEvent[]) {
		this.log = new RunLog(events);
	}
	onBroken(): () => void {
		return () => undefined;
	}
	/** Notes the command; a recorded run does not act on it. */
	async send(command: RunCommand): Promise<void> {
		this.commands.push(command);
	}
	emit(events: readonly RunEvent[]): void {
		this.log.append(events);
	}
}
