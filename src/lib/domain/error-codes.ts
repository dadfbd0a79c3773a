/** Every code that an error of the app can have: what it is about, when it is thrown, and the data that comes with it. */

/** What a code is about: who treats several codes alike asks for their group. */
export type ErrorGroup =
	'agent' | 'engine' | 'export' | 'files' | 'import' | 'model' | 'plan' | 'project' | 'rpc' | 'run' | 'storage';

type NoData = Readonly<Record<never, never>>;
interface Entry<Data extends object> {
	group: ErrorGroup;
	/** When it is thrown, in a sentence. */
	when: string;
	/** A type only: never there. */
	data?: Data;
}
const code = <Data extends object = NoData>(group: ErrorGroup, when: string): Entry<Data> => ({ group, when });

/** Whom a request went to; `status` is that of HTTP, null when there was no answer. */
interface ModelRequest {
	model: string;
	baseUrl: string;
	status: number | null;
}

export const ERROR_CODES = {
	AGENT_LOST: code('agent', 'The worker of an agent has failed or was ended.'),
	AGENT_NO_ACTION: code('agent', 'A model talks and calls no tool, though it was told to.'),
	AGENT_STEPS: code('agent', 'An agent did not finish its task within the steps that it may take.'),
	AGENT_STUCK: code('agent', 'An agent repeats itself, or replies without getting on.'),
	CONTRACT_INVALID: code(
		'agent',
		'An agent publishes a contract that OpenAPI would not admit; the end of its task publishes it all the same.'
	),
	EDIT_AMBIGUOUS: code('agent', 'The passage to replace occurs more than once in its file.'),
	EDIT_NOT_FOUND: code('agent', 'The passage to replace is not in its file.'),
	EDITED_BY_HAND: code<{ path: string }>('agent', 'An agent would replace what a person wrote and it has not read.'),
	PUBLISH_DENIED: code('agent', 'An agent publishes what is not an artifact of its task.'),
	COMMAND_DENIED: code<{ command: string }>('agent', 'An agent runs a command that the policy, or the person, does not allow.'),
	HAND_OVER_DENIED: code('agent', 'An agent hands its work to nobody, or back to who gave it.'),
	NO_ACCOUNT: code<{ as: string }>('agent', 'An agent looks at the app as somebody of whom its sign-in page names no account.'),
	NO_ENGINE: code('agent', 'An agent checks, looks or runs something where there is no engine.'),
	RULES_BROKEN: code('agent', 'An agent finishes while its files break rules of the frame; the second time it may.'),
	ROLE_UNKNOWN: code<{ name: string }>('agent', 'A task is of a role that the team does not have.'),
	TOOL_UNKNOWN: code('agent', 'A model calls a tool that its role does not have.'),
	WRITE_DENIED: code<{ path?: string }>('agent', 'An agent writes a file that is not in the write set of its task.'),
	WRITE_TOO_LARGE: code('agent', 'An agent writes a file that is larger than is kept.'),

	CONTAINER_BOOT: code('engine', 'The engine did not start.'),
	CONTAINER_FS: code('engine', 'The engine could not do something with a file, and said no code of Node.'),
	ENGINE_DIED: code('engine', 'The engine was ended by the browser, or does not answer any more.'),
	INSTALL_FAILED: code<{ log: string }>(
		'engine',
		'npm could not install the packages of an app that is brought up; with the end of its output.'
	),
	PREVIEW_CLOSED: code('engine', 'A page that a check had opened was closed.'),
	PREVIEW_SILENT: code('engine', 'A page in the preview did not answer in time.'),
	RUNNER_STALLED: code('engine', 'The programs that run tests did not start in time, three times in a row.'),
	REGISTRY_UNREACHABLE: code('engine', 'The npm registry does not answer.'),
	START_FAILED: code<{ log?: string }>('engine', 'An app could not be started; with the end of its output, when it ran.'),

	EXPORT_EMPTY: code('export', 'There is nothing to export.'),
	EXPORT_FAILED: code('export', 'An export could not be made.'),
	EXPORT_TIMEOUT: code('export', 'An export took too long.'),
	EXPORT_UNSAFE: code('export', 'A file of the project has a name that would be unsafe on some computers.'),

	PATH_REFUSED: code('files', 'A path is none that a project can have.'),
	VERSION_GONE: code('files', 'What a file held before was not kept.'),

	ATTACHMENT_NOT_TEXT: code<{ action: string }>(
		'import',
		'A file that is attached is neither text nor a picture that can be read; with what to do instead.'
	),
	IMPORT_UNKNOWN: code('import', 'A file that is opened is neither the zip of a project nor the log of a run.'),
	ZIP_UNSAFE: code('import', 'A zip is too large, or has names that lead out of the project.'),

	MODEL_AUTH: code<ModelRequest>('model', 'The provider refused the key.'),
	MODEL_BAD_TOOL_ARGUMENTS: code<{ tool: string; issues?: string[] }>(
		'model',
		'The arguments of a tool call do not fit its schema.'
	),
	MODEL_CONTEXT: code<ModelRequest & { readTokens?: number; sentTokens?: number }>(
		'model',
		"A conversation is longer than the model's context, or its server has cut it without a word."
	),
	MODEL_CORS: code<ModelRequest>(
		'model',
		'The browser could not read the answer: the provider is down, or does not allow the page.'
	),
	MODEL_CUT: code<{ model: string }>('model', 'Reply after reply is cut off before it gets on.'),
	MODEL_EMPTY: code<Partial<ModelRequest>>('model', 'The answer has no words and no calls; the same may be asked again.'),
	MODEL_QUOTA: code<ModelRequest>('model', 'The account has no credit left.'),
	MODEL_RATE_LIMITED: code<ModelRequest>('model', 'The provider limits the rate of requests.'),
	MODEL_REFUSED: code<ModelRequest>('model', 'The provider did not take the request.'),
	MODEL_SERVER: code<ModelRequest>('model', 'The provider failed.'),
	MODEL_STALLED: code<Partial<ModelRequest>>('model', 'Nothing came for too long; the same may be asked again.'),
	MODEL_STREAM_BROKEN: code<Partial<ModelRequest>>('model', 'A reply broke off; the same may be asked again.'),
	MODEL_TOOL_FORM: code<ModelRequest>(
		'model',
		'The model called a tool in a form that its server could not read; the same may be asked again.'
	),
	MODEL_UNREACHABLE: code<Partial<ModelRequest>>('model', 'There is no answer, or no such model.'),

	NO_BLUEPRINT: code('plan', 'There is no blueprint, though the work needs one.'),
	BLUEPRINT_BLOCKS: code<{ problems: string[] }>(
		'plan',
		'A blueprint uses blocks that there are not, or not as they can be used.'
	),
	NOT_UNDERSTOOD: code('plan', 'The architect made no plan of what was asked.'),
	BLUEPRINT_INVALID: code<{ problems: string[] }>('plan', 'A change would leave a blueprint that does not hold together.'),
	CHANGE_UNPLANNED: code<{ problems: string[] }>('plan', 'A plan of a change names files or criteria that it cannot have.'),
	BLUEPRINT_DOUBTED: code<{ doubt: string }>(
		'plan',
		'The architect would rather not build what it understood, and there is nobody to decide; with the code of its doubt.'
	),
	BLOCK_UNKNOWN: code<{ block: string }>('plan', 'A blueprint names a block that there is not.'),
	PLAN_CYCLE: code<{ trail: string[] }>('plan', 'Tasks wait for each other; with their ids.'),
	PLAN_DUPLICATE: code<{ task?: string; artifact?: string }>('plan', 'Two tasks have the same id, or publish the same artifact.'),
	PLAN_OVERLAP: code<{ path: string }>('plan', 'Two tasks that may run at once may write the same file.'),
	PLAN_UNKNOWN_NEED: code<{ task: string; need: string }>('plan', 'A task needs what no task publishes.'),

	HUB_DIED: code('project', 'The worker that keeps the log has failed.'),
	NOT_ISOLATED: code('project', 'The page is not cross-origin isolated: there is no shared memory.'),
	PROJECT_CLOSED: code('project', 'The project was closed while something waited for it.'),
	PROJECT_OPEN_ELSEWHERE: code('project', 'Another tab has the project open.'),
	PROJECT_REMOVED: code('project', 'The project was deleted in another tab.'),
	PROJECT_TAKEN_OVER: code('project', 'Another tab took the project over.'),
	PROJECT_UNKNOWN: code('project', 'There is no such project on this device.'),

	RPC_BAD_VALUE: code('rpc', 'What went in or came out of a call is not what its contract says.'),
	RPC_DEAD: code('rpc', 'The other side has ended.'),
	RPC_DENIED: code('rpc', 'Something was called that is not offered.'),
	RPC_TIMEOUT: code('rpc', 'The other side did not answer in time.'),
	WORKER_FAILED: code('rpc', 'A worker has failed, or could not be loaded.'),

	BUDGET_SPENT: code('run', 'The money or the tokens of a run are spent.'),
	NO_RUN: code('run', 'A command came before a run was started.'),
	REQUEST_UNKNOWN: code('run', 'A request is to be taken back that there is not, or no more.'),
	RUN_BUSY: code('run', 'Something is asked for while the team is still at work on what was asked before.'),
	RUN_ENDED: code('run', 'A run that has ended cannot be started.'),
	RUN_RECORDED: code('run', 'The record of a run cannot be continued.'),
	RUN_STOPPED: code('run', 'The run was stopped, or has ended.'),

	STORAGE_FULL: code('storage', 'The browser has no room left.'),
	STORAGE_UNAVAILABLE: code('storage', 'The browser gives the page no storage.')
};

export type ErrorCode = keyof typeof ERROR_CODES;
/** The data that comes with a code. */
export type ErrorData<C extends ErrorCode> = { [K in C]: (typeof ERROR_CODES)[K] extends Entry<infer Data> ? Data : never }[C] &
	object;

export function isErrorCode(code: string): code is ErrorCode {
	return Object.hasOwn(ERROR_CODES, code);
}
/** What a code is about; undefined for codes of others, such as Node's. */
export function groupOf(code: string): ErrorGroup | undefined {
	return isErrorCode(code) ? ERROR_CODES[code].group : undefined;
}
