import { useCallback, useEffect, useEffectEvent, useState, type FormEvent } from 'react';
import type { Endpoint, Input, Output } from '../core/contract';
import { ApiError, call } from './api';
import { announce, onChange } from './live';

export interface Query<T> {
	data: T | undefined;
	error: ApiError | undefined;
	loading: boolean;
	reload: () => void;
}

const asApiError = (error: unknown) =>
	error instanceof ApiError ? error : new ApiError(0, 'client_error', 'Something went wrong on this page');

/** Loads, keeps the last answer while the input changes, and reloads when the server says it is stale. */
export function useQuery<const E extends Endpoint>(spec: E, input: Input<E>): Query<Output<E>> {
	const key = spec.id + JSON.stringify(input);
	const [state, setState] = useState<{ key: string; data?: Output<E>; error?: ApiError }>({ key: '' });
	const [turn, setTurn] = useState(0);
	const load = useEffectEvent((signal: AbortSignal) => call(spec, input, signal));
	const reload = useCallback(() => setTurn((n) => n + 1), []);

	useEffect(() => {
		const abort = new AbortController();
		load(abort.signal).then(
			(data) => !abort.signal.aborted && setState({ key, data }),
			(error: unknown) => {
				if (abort.signal.aborted) return;
				const problem = asApiError(error);
				if (problem.status === 401 && spec.id !== 'getSession') announce(['sessions']);
				setState({ key, error: problem });
			}
		);
		return () => abort.abort();
	}, [spec, key, turn]);

	useEffect(() => {
		let timer: ReturnType<typeof setTimeout> | undefined;
		const stop = onChange((topics) => {
			if (!topics.some((topic) => topic === '*' || spec.topics?.includes(topic))) return;
			clearTimeout(timer);
			timer = setTimeout(reload, 120);
		});
		return () => {
			stop();
			clearTimeout(timer);
		};
	}, [spec, reload]);

	return { data: state.data, error: state.key === key ? state.error : undefined, loading: state.key !== key, reload };
}

/** A form whose fields, checks and submission come from one endpoint. */
export function useForm<const E extends Endpoint>(
	spec: E,
	fixed: Omit<Input<E>, 'body'>,
	done: (result: Output<E>, form: HTMLFormElement) => void,
	extra: Record<string, unknown> = {}
) {
	const [errors, setErrors] = useState<Record<string, string>>({});
	const [message, setMessage] = useState('');
	const [busy, setBusy] = useState(false);

	async function onSubmit(event: FormEvent<HTMLFormElement>) {
		event.preventDefault();
		const form = event.currentTarget;
		const body = { ...Object.fromEntries(new FormData(form)), ...extra };
		const found: Record<string, string> = {};
		const checked = spec.body?.safeParse(body);
		for (const issue of checked?.error?.issues ?? []) found[issue.path.join('.')] ??= issue.message;
		setErrors(found);
		setMessage('');
		const first = Object.keys(found)[0];
		if (first) {
			form.querySelector<HTMLElement>(`[name="${first}"]`)?.focus();
			return;
		}
		setBusy(true);
		try {
			done(await call(spec, { ...fixed, body: checked?.data } as never), form);
		} catch (error) {
			const problem = asApiError(error);
			setErrors(problem.fields);
			if (Object.keys(problem.fields).length === 0) setMessage(problem.message);
		} finally {
			setBusy(false);
		}
	}
	return { props: { onSubmit, noValidate: true }, errors, message, busy };
}
