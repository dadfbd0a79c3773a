import { createContext, useCallback, useContext, useState, type ReactNode } from 'react';
import { Icon } from './icon';

type Say = (text: string, kind?: 'good' | 'bad') => void;
const ToastContext = createContext<Say>(() => {});
export const useToast = () => useContext(ToastContext);

export function Toasts({ children }: { children: ReactNode }) {
	const [items, setItems] = useState<{ id: number; text: string; kind: 'good' | 'bad' }[]>([]);
	const say = useCallback<Say>((text, kind = 'good') => {
		const id = Date.now() + Math.random();
		setItems((now) => [...now.slice(-2), { id, text, kind }]);
		setTimeout(() => setItems((now) => now.filter((item) => item.id !== id)), 5000);
	}, []);
	return (
		<ToastContext value={say}>
			{children}
			<div className="toasts" role="status" aria-live="polite">
				{items.map((item) => (
					<div key={item.id} className="toast" data-kind={item.kind}>
						<Icon name={item.kind === 'good' ? 'check' : 'alert'} /> {item.text}
					</div>
				))}
			</div>
		</ToastContext>
	);
}
