import type { ChatImage } from '../../models/chat';
import type { Container } from '../../container/container';
import type { TaskTexts } from '../../project/database';
import type { Workspace } from '../../project/workspace';
import type { Conversations } from './conversations';
import type { CommandRule } from '../../domain/command-policy';
import type { EventLog } from '../../log/event-log';
import type { BudgetLimits } from '../../domain/budget';
import type { GateName } from '../../domain/check';
import type { Wish } from '../../bus/contracts/conductor';
import type { AgentRunner } from '../agents/agent-runner';
import type { Blueprint } from '../../domain/blueprint';
import type { PreviewProbe } from '../../container/preview-probe';
import type { RunningServer } from '../../container/start-server';
import type { Gate, PackageRegistry } from '../gates/gate';
import type { TeamRole } from '../../domain/role';

/** Everything a run needs from outside, so that it runs the same in a worker and in Node. */
export interface ConductorOptions {
	runId: string;
	projectId: string;
	requirement: string;
	/** Pictures that came with it, for the roles that look at them. */
	pictures?: readonly ChatImage[];
	/** Pictures that came with the last request, where it goes on. */
	wishPictures?: readonly ChatImage[];
	/** The model's name, for the log. */
	model: string;
	log: EventLog;
	workspace: Workspace;
	runner: AgentRunner;
	/** Booted when first needed. Absent: nothing is checked, and the run ends as incomplete. */
	container?: () => Promise<Container>;
	probe: PreviewProbe;
	registry: PackageRegistry;
	team: readonly TeamRole[];
	/** Whether the built-in model answers for a role, as it may for some only; by default when it is the run's model. */
	isBuiltin?: (role: TeamRole) => boolean;
	/** The frozen files that an app stands on. */
	frame: (blueprint: Blueprint) => ReadonlyMap<string, string>;
	gates?: Partial<Record<GateName, Gate>>;
	/** How long a question of an agent waits for the person, in milliseconds, before it gets its default. */
	askWaitMs?: number;
	/** What commands of agents may do that no list names: 'ask' by default. */
	commandRule?: CommandRule;
	/** Whether a reviewer reads the code once all checks pass; by default. */
	isReviewed?: boolean;
	/** Agents at work at once. */
	workers?: number;
	budget?: Partial<BudgetLimits>;
	faults?: readonly string[];
	/** Build without waiting for somebody to approve the blueprint. */
	isAutoApproved?: boolean;
	/** What is asked for after the run had ended: the run opens again for it. */
	wish?: Wish;
	/** The run had been stopped, and goes on. */
	isContinued?: boolean;
	/** Where those who read along hear what agents and models say; kept by whoever outlives the run. */
	conversations?: Conversations;
	/** Where the conversations of tasks outlive this realm; absent: an interrupted task begins anew. */
	savedConversations?: TaskTexts;
	/** What outlives a run in the same realm: the app that it started. */
	carry?: { server?: RunningServer | undefined };
	/** Nobody watches: a spent budget ends the run instead of pausing it. */
	isUnattended?: boolean;
}
