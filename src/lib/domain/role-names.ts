/** The team's roles as the screen names them. A role that a user added shows under its own name. */
export const ROLES = ['architect', 'dba', 'backend', 'frontend', 'devops', 'qa', 'reviewer'] as const;

const LABELS: Record<string, string> = {
	architect: 'Architect',
	dba: 'Database',
	backend: 'Backend',
	frontend: 'Frontend',
	devops: 'DevOps',
	qa: 'QA',
	reviewer: 'Reviewer',
	conductor: 'Conductor',
	user: 'You'
};

/** The name of a role or of an agent id such as 'backend-1'. */
export function roleLabel(roleOrAgent: string): string {
	const role = roleOf(roleOrAgent);
	return LABELS[role] ?? (role ? role.charAt(0).toUpperCase() + role.slice(1) : 'Someone');
}

/** The name of one agent among several of its role: 'backend-2' is 'Backend 2', 'backend-1' just 'Backend'. */
export function agentLabel(agent: string): string {
	const number = /[-:#](\d+)$/.exec(agent)?.[1];
	return roleLabel(agent) + (number && number !== '1' ? ` ${number}` : '');
}

/** The role behind an agent id: 'backend-1' and 'backend' are both 'backend'. */
export function roleOf(agent: string): string {
	return agent.replace(/[-:#]\d+$/, '');
}
