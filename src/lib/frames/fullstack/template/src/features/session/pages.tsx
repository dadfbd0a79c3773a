import type { Page } from '../../web/page';
import { AcceptInvitePage } from './accept-invite.page';
import { RegisterPage } from './register.page';
import { SignInPage } from './sign-in.page';

const needs = { access: 'public' } as const;
export const pages: readonly Page[] = [
	{ path: '/sign-in', title: 'Sign in', needs, bare: true, Page: SignInPage },
	{ path: '/register', title: 'Create an account', needs, bare: true, Page: RegisterPage },
	{ path: '/accept-invite', title: 'Welcome', needs, bare: true, Page: AcceptInvitePage }
];
