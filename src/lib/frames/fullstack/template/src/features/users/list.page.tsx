import { useState } from 'react';
import { shortDate } from '../../web/format';
import { useQuery } from '../../web/query';
import { useListState } from '../../web/router';
import { useUser } from '../../web/session';
import { Avatar, Badge } from '../../web/ui/avatar';
import { Button } from '../../web/ui/button';
import { Card, PageHead } from '../../web/ui/card';
import { SearchBox } from '../../web/ui/field';
import { DataTable } from '../../web/ui/table';
import { api as usersApi, type User } from './contract';
import { EditUserDialog } from './edit.form';
import { InviteDialog } from './invite.form';

export function UsersPage() {
	const me = useUser();
	const [state, setState] = useListState({ q: '', sort: 'name', dir: 'asc', page: 1 });
	const query = useQuery(usersApi.list, { query: state as never });
	const [inviting, setInviting] = useState(false);
	const [editing, setEditing] = useState<User>();
	return (
		<>
			<PageHead title="Users" hint="Who may sign in, and what they may do.">
				<SearchBox label="Search name or e-mail" value={state.q} onSearch={(q) => setState({ q, page: 1 })} />
				<Button look="primary" icon="plus" onClick={() => setInviting(true)}>
					Invite user
				</Button>
			</PageHead>
			<Card flush>
				<DataTable
					label="Users"
					noun="users"
					query={query}
					state={state}
					onState={setState}
					rowKey={(row) => row.id}
					columns={[
						{
							title: 'User',
							sort: 'name',
							cell: (row) => (
								<span className="who">
									<Avatar name={row.name} />
									<span>
										<strong>
											{row.name}
											{row.id === me.id && ' (you)'}
										</strong>
										<small>{row.email}</small>
										<small className="small-only">
											{row.role}, {row.status}
										</small>
									</span>
								</span>
							)
						},
						{ title: 'Role', sort: 'role', wide: true, cell: (row) => <Badge>{row.role}</Badge> },
						{ title: 'State', sort: 'status', wide: true, cell: (row) => <Badge>{row.status}</Badge> },
						{
							title: 'Last sign-in',
							sort: 'lastSeen',
							wide: true,
							cell: (row) => (row.lastSeenAt ? shortDate(row.lastSeenAt) : 'Never')
						},
						{
							title: 'Action',
							end: true,
							cell: (row) => (
								<Button look="quiet" disabled={row.id === me.id} onClick={() => setEditing(row)} aria-label={`Edit ${row.name}`}>
									Edit
								</Button>
							)
						}
					]}
				/>
			</Card>
			{inviting && <InviteDialog onClose={() => setInviting(false)} onDone={query.reload} />}
			{editing && <EditUserDialog user={editing} onClose={() => setEditing(undefined)} onDone={query.reload} />}
		</>
	);
}
