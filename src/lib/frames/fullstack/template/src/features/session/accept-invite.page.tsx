import { announce } from '../../web/live';
import { useForm } from '../../web/query';
import { navigate } from '../../web/router';
import { Button } from '../../web/ui/button';
import { Input } from '../../web/ui/field';
import { api as sessionApi } from './contract';
import { Gate } from './gate';

export function AcceptInvitePage() {
	const token = location.hash.slice(1);
	const form = useForm(
		sessionApi.accept,
		{},
		() => {
			navigate('/', { replace: true });
			announce(['sessions']);
		},
		{ token }
	);
	return (
		<Gate title="Welcome" hint="Choose a password to start.">
			<form {...form.props} className="form">
				<Input
					label="Password"
					name="password"
					type="password"
					autoComplete="new-password"
					autoFocus
					hint="At least 12 characters"
					error={form.errors['password']}
				/>
				{(form.message || form.errors['token']) && (
					<p role="alert" className="form-error">
						{form.message || form.errors['token']}
					</p>
				)}
				<Button type="submit" look="primary" busy={form.busy}>
					Set password and sign in
				</Button>
			</form>
		</Gate>
	);
}
