/** Who may sign in, most powerful last. Written for each app. */
export const ROLES = ['admin'] as const;
/** Roles that anybody may give themselves by registering; empty: by invitation only. */
export const SIGN_UP_ROLES: readonly (typeof ROLES)[number][] = [];
export const ROLE_LABELS: Record<(typeof ROLES)[number], string> = { admin: 'Administrator' };
