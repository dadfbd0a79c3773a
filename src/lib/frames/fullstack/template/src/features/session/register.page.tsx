import { APP } from '../../core/app';
import { ROLE_LABELS, SIGN_UP_ROLES } from '../../core/roles';
import { announce } from '../../web/live';
import { useForm } from '../../web/query';
import { Link, navigate } from '../../web/router';
import { Button } from '../../web/ui/button';
import { Input, Select } from '../../web/ui/field';
import { api } from './contract';
import { Gate } from './gate';

export function RegisterPage() {
	const form = useForm(api.signUp, {}, () => {
		navigate('/', { replace: true });
		announce(['sessions']);
	});
	return (
		<Gate title="Create an account" hint={APP.summary}>
			<form {...form.props} className="form">
				<Input label="Name" name="name" autoComplete="name" error={form.errors['name']} />
				<Input label="E-mail" name="email" type="email" autoComplete="username" error={form.errors['email']} />
				<Input
					label="Password"
					name="password"
					type="password"
					autoComplete="new-password"
					hint="At least 12 characters"
					error={form.errors['password']}
				/>
				{SIGN_UP_ROLES.length > 1 && (
					<Select label="I am a" name="role" options={SIGN_UP_ROLES.map((role) => [role, ROLE_LABELS[role]] as const)} />
				)}
				{form.message && (
					<p role="alert" className="form-error">
						{form.message}
					</p>
				)}
				<Button type="submit" look="primary" busy={form.busy}>
					Create account
				</Button>
			</form>
			<p className="gate-note">
				Have an account? <Link href="/sign-in">Sign in</Link>
			</p>
		</Gate>
	);
}
