import { definePage } from '../core/app';
import { use as place } from '../core/block';
import { registerForm, signInForm } from './account-forms';

/** Pages that the frame itself brings. */
export const ownPages = [
	definePage({ path: '/sign-in', title: 'Sign in', menu: '', blocks: [place(signInForm, {})] }),
	definePage({ path: '/register', title: 'Register', menu: '', blocks: [place(registerForm, {})] })
];
