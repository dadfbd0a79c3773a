import * as z from 'zod';
import { endpoint, ROLES } from '../../core/contract';
import { Email, Ok, Text } from '../../core/fields';
import { User } from '../users/contract';

const Password = z.string().min(12, 'Use at least 12 characters').max(200);
const Token = z.string().regex(/^[0-9a-f]{64}$/, 'This link is not complete');

export const api = {
	me: endpoint({
		id: 'getSession',
		method: 'get',
		path: '/api/session',
		tag: 'Session',
		access: 'public',
		summary: 'The signed-in user, or null',
		response: User.nullable(),
		topics: ['users', 'sessions']
	}),
	signIn: endpoint({
		id: 'signIn',
		method: 'post',
		path: '/api/session',
		tag: 'Session',
		access: 'public',
		summary: 'Sign in; sets the session cookie',
		body: z.object({ email: Email, password: z.string().min(1, 'Password is required').max(200) }),
		response: User,
		status: 201
	}),
	signUp: endpoint({
		id: 'signUp',
		method: 'post',
		path: '/api/session/register',
		tag: 'Session',
		access: 'public',
		summary: 'Register; signs in',
		body: z.object({ name: Text(100, 'Name'), email: Email, password: Password, role: z.enum(ROLES).optional() }),
		response: User,
		status: 201
	}),
	signOut: endpoint({
		id: 'signOut',
		method: 'delete',
		path: '/api/session',
		tag: 'Session',
		access: 'member',
		summary: 'Sign out',
		response: Ok
	}),
	accept: endpoint({
		id: 'acceptInvite',
		method: 'post',
		path: '/api/session/accept',
		tag: 'Session',
		access: 'public',
		summary: 'Set a password with an invitation link; signs in',
		body: z.object({ token: Token, password: Password }),
		response: User,
		status: 201
	})
};
