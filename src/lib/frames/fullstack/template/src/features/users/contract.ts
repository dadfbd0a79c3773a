import * as z from 'zod';
import { endpoint, ROLES } from '../../core/contract';
import { Email, IdParams, listOf, listQuery, Text, Time } from '../../core/fields';

export const RoleField = z.enum(ROLES);
export const User = z
	.object({
		id: z.number().int(),
		email: z.string(),
		name: z.string(),
		role: RoleField,
		status: z.enum(['invited', 'active', 'deactivated']),
		createdAt: Time,
		lastSeenAt: Time.nullable()
	})
	.meta({ id: 'User' });
export type User = z.infer<typeof User>;

const Invitation = z.object({ user: User, link: z.string() }).meta({ id: 'Invitation' });

export const api = {
	list: endpoint({
		id: 'listUsers',
		method: 'get',
		path: '/api/users',
		tag: 'Users',
		access: ['admin'],
		summary: 'Users, searchable',
		query: listQuery(['name', 'email', 'role', 'status', 'lastSeen']),
		response: listOf(User),
		topics: ['users']
	}),
	invite: endpoint({
		id: 'inviteUser',
		method: 'post',
		path: '/api/users',
		tag: 'Users',
		access: ['admin'],
		summary: 'Invite a user; answers with a one-time link',
		body: z.object({ email: Email, name: Text(100, 'Name'), role: RoleField }),
		response: Invitation,
		status: 201
	}),
	reinvite: endpoint({
		id: 'reinviteUser',
		method: 'post',
		path: '/api/users/{id}/invite',
		tag: 'Users',
		access: ['admin'],
		summary: 'New link for an invited user; the old one stops working',
		params: IdParams,
		response: Invitation,
		status: 201
	}),
	update: endpoint({
		id: 'updateUser',
		method: 'patch',
		path: '/api/users/{id}',
		tag: 'Users',
		access: ['admin'],
		summary: 'Change role, deactivate or reactivate',
		params: IdParams,
		body: z.object({ role: RoleField.optional(), active: z.boolean().optional() }),
		response: User
	})
};
