import type { Page } from '../../web/page';
import { api } from './contract';
import { UsersPage } from './list.page';

export const pages: readonly Page[] = [
	{ path: '/users', title: 'Users', needs: api.list, nav: { label: 'Users', icon: 'shield', order: 90 }, Page: UsersPage }
];
