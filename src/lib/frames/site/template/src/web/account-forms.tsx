import { useState, type FormEvent, type ReactNode } from 'react';
import { register, signIn, useSessionState } from '../core/account';
import { ApiError } from '../core/api';
import { defineBlock } from '../core/block';
import { words } from './account-words';
import { Link, navigate } from './router';
import { Button } from './ui/button';
import { TextField } from './ui/field';
import { Heading } from './ui/heading';

export const signInForm = defineBlock<object>({ name: 'sign-in', Component: SignIn });
export const registerForm = defineBlock<object>({ name: 'register', Component: Register });

function SignIn() {
	const { isNew, isOpen } = useSessionState();
	return (
		<AccountForm title={words('sign-in')} send={({ email, password }) => signIn(email, password)}>
			{({ errors }) => (
				<>
					<TextField label={words('email')} name="email" type="email" autoComplete="username" error={errors['email']} />
					<TextField
						label={words('password')}
						name="password"
						type="password"
						autoComplete="current-password"
						error={errors['password']}
					/>
				</>
			)}
			{(isNew || isOpen) && (
				<p>
					{words('new')} <Link href="/register">{words('register')}</Link>
				</p>
			)}
			{import.meta.env.DEV && !isNew && <p className="muted">Example data: admin@example.com; password demo-password.</p>}
		</AccountForm>
	);
}

function Register() {
	const { isNew } = useSessionState();
	return (
		<AccountForm
			title={words('register')}
			text={isNew ? words('first') : ''}
			send={({ name, email, password }) => register(name, email, password)}
		>
			{({ errors }) => (
				<>
					<TextField label={words('name')} name="name" autoComplete="name" error={errors['name']} />
					<TextField label={words('email')} name="email" type="email" autoComplete="username" error={errors['email']} />
					<TextField
						label={words('password')}
						name="password"
						type="password"
						autoComplete="new-password"
						hint={words('password-hint')}
						error={errors['password']}
					/>
				</>
			)}
			<p>
				{words('have-account')} <Link href="/sign-in">{words('sign-in')}</Link>
			</p>
		</AccountForm>
	);
}

type Entered = Record<'name' | 'email' | 'password', string>;

interface AccountFormProps {
	title: string;
	text?: string;
	send: (entered: Entered) => Promise<void>;
	/** The fields, then what stands below the form. */
	children: [(state: { errors: Record<string, string> }) => ReactNode, ...ReactNode[]];
}

function AccountForm({ title, text = '', send, children: [fields, ...below] }: AccountFormProps) {
	const [problem, setProblem] = useState<ApiError>();
	const [isBusy, setBusy] = useState(false);
	const submit = async (event: FormEvent<HTMLFormElement>) => {
		event.preventDefault();
		const data = new FormData(event.currentTarget);
		const entered = (name: string) => String(data.get(name) ?? '');
		setBusy(true);
		try {
			await send({ name: entered('name'), email: entered('email'), password: entered('password') });
			navigate('/', { replace: true });
		} catch (error) {
			setProblem(error instanceof ApiError ? error : new ApiError(0, 'unknown', String(error)));
		} finally {
			setBusy(false);
		}
	};
	return (
		<div className="narrow stack account">
			<Heading title={title} text={text} />
			<form className="form card" noValidate onSubmit={(event) => void submit(event)}>
				{fields({ errors: problem?.fields ?? {} })}
				{problem && (
					<p role="alert" className="field-error">
						{problem.message}
					</p>
				)}
				<div className="form-actions">
					<Button type="submit" look="primary" disabled={isBusy}>
						{title}
					</Button>
				</div>
			</form>
			{below}
		</div>
	);
}
