import { APP } from '../../core/app';
import { ROLES, SIGN_UP_ROLES } from '../../core/roles';
import { announce } from '../../web/live';
import { useForm } from '../../web/query';
import { Link, navigate } from '../../web/router';
import { Button } from '../../web/ui/button';
import { Input } from '../../web/ui/field';
import { api as sessionApi } from './contract';
import { Gate } from './gate';

export function SignInPage() {
	const form = useForm(sessionApi.signIn, {}, () => {
		if (location.pathname === '/sign-in') navigate('/', { replace: true });
		announce(['sessions']);
	});
	return (
		<Gate title="Sign in" hint={APP.summary}>
			<form {...form.props} className="form">
				<Input label="E-mail" name="email" type="email" autoComplete="username" autoFocus error={form.errors['email']} />
				<Input label="Password" name="password" type="password" autoComplete="current-password" error={form.errors['password']} />
				{form.message && (
					<p role="alert" className="form-error">
						{form.message}
					</p>
				)}
				<Button type="submit" look="primary" busy={form.busy}>
					Sign in
				</Button>
			</form>
			{SIGN_UP_ROLES.length > 0 && (
				<p className="gate-note">
					New here? <Link href="/register">Create an account</Link>
				</p>
			)}
			{import.meta.env.DEV && (
				<p className="gate-note">
					Example data: {ROLES.map((role) => `${role}@example.com`).join(', ')}; password demo-password.
				</p>
			)}
		</Gate>
	);
}
