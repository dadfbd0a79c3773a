import { useState } from 'react';
import type { Input as InputOf } from '../../core/contract';
import { ApiError, call } from '../../web/api';
import { Button } from '../../web/ui/button';
import { Dialog } from '../../web/ui/dialog';
import { Select } from '../../web/ui/field';
import { useToast } from '../../web/ui/toast';
import { api as usersApi, type User } from './contract';
import { InviteLink } from './invite-link';
import { ROLE_OPTIONS } from './invite.form';

type Change = InputOf<typeof usersApi.update>['body'];

export function EditUserDialog({ user, onClose, onDone }: { user: User; onClose: () => void; onDone: () => void }) {
	const say = useToast();
	const [role, setRole] = useState<string>(user.role);
	const [busy, setBusy] = useState(false);
	const [message, setMessage] = useState('');
	const [link, setLink] = useState('');
	const params = { id: user.id };

	async function run(work: () => Promise<void>) {
		setBusy(true);
		setMessage('');
		try {
			await work();
			onDone();
		} catch (error) {
			setMessage(error instanceof ApiError ? error.message : 'Something went wrong');
		} finally {
			setBusy(false);
		}
	}
	const save = (change: Change, done: string) =>
		run(async () => {
			await call(usersApi.update, { params, body: change });
			say(done);
			onClose();
		});

	if (link)
		return (
			<Dialog title="New invitation" onClose={onClose}>
				<InviteLink link={link} onClose={onClose} />
			</Dialog>
		);
	return (
		<Dialog title={user.name} onClose={onClose}>
			<form
				className="form"
				onSubmit={(event) => {
					event.preventDefault();
					void save({ role: role as User['role'] }, `${user.name} is now ${role}`);
				}}
			>
				<Select
					label="Role"
					options={ROLE_OPTIONS}
					value={role}
					onChange={(event) => setRole(event.target.value)}
					hint="Applies from the next request on."
				/>
				{message && (
					<p role="alert" className="form-error">
						{message}
					</p>
				)}
				<div className="form-end">
					{user.status === 'invited' && (
						<Button
							icon="mail"
							disabled={busy}
							onClick={() => void run(async () => setLink((await call(usersApi.reinvite, { params })).link))}
						>
							New link
						</Button>
					)}
					{user.status === 'deactivated' ? (
						<Button disabled={busy} onClick={() => void save({ active: true }, `${user.name} can sign in again`)}>
							Reactivate
						</Button>
					) : (
						<Button look="danger" disabled={busy} onClick={() => void save({ active: false }, `${user.name} was deactivated`)}>
							Deactivate
						</Button>
					)}
					<Button type="submit" look="primary" busy={busy} disabled={role === user.role}>
						Save role
					</Button>
				</div>
			</form>
		</Dialog>
	);
}
