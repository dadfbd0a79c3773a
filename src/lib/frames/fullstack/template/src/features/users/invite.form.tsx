import { useState } from 'react';
import { ROLES, ROLE_LABELS } from '../../core/roles';
import { useForm } from '../../web/query';
import { Button } from '../../web/ui/button';
import { Dialog } from '../../web/ui/dialog';
import { Input, Select } from '../../web/ui/field';
import { api as usersApi } from './contract';
import { InviteLink } from './invite-link';

export const ROLE_OPTIONS = ROLES.map((role) => [role, ROLE_LABELS[role]] as const);

export function InviteDialog({ onClose, onDone }: { onClose: () => void; onDone: () => void }) {
	const [link, setLink] = useState('');
	const form = useForm(usersApi.invite, {}, (result) => {
		setLink(result.link);
		onDone();
	});
	return (
		<Dialog title={link ? 'Invitation ready' : 'Invite user'} onClose={onClose}>
			{link ? (
				<InviteLink link={link} onClose={onClose} />
			) : (
				<form {...form.props} className="form">
					<Input label="Name" name="name" autoComplete="off" error={form.errors['name']} />
					<Input label="E-mail" name="email" type="email" autoComplete="off" error={form.errors['email']} />
					<Select label="Role" name="role" options={ROLE_OPTIONS} error={form.errors['role']} />
					{form.message && (
						<p role="alert" className="form-error">
							{form.message}
						</p>
					)}
					<div className="form-end">
						<Button onClick={onClose}>Cancel</Button>
						<Button type="submit" look="primary" busy={form.busy}>
							Create invitation
						</Button>
					</div>
				</form>
			)}
		</Dialog>
	);
}
