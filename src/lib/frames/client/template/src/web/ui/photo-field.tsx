import { useId, useState, type ChangeEvent } from 'react';
import { photoOf } from '../../core/photo';
import { t } from '../../core/words';
import { Button } from './button';

interface PhotoFieldProps {
	label: string;
	/** A data URL or address; '' for none. */
	value: string;
	onChange: (src: string) => void;
}

/** A photo of the device, shown as soon as it is chosen. */
export function PhotoField({ label, value, onChange }: PhotoFieldProps) {
	const id = useId();
	const [hasFailed, setFailed] = useState(false);
	const read = async ({ target }: ChangeEvent<HTMLInputElement>) => {
		const file = target.files?.[0];
		if (!file) return;
		const photo = await photoOf(file).catch(() => '');
		setFailed(!photo);
		if (photo) onChange(photo);
	};
	return (
		<div className="field photo-field">
			<label htmlFor={id}>{label}</label>
			<input
				id={id}
				type="file"
				accept="image/*"
				className="control"
				aria-invalid={hasFailed || undefined}
				aria-describedby={hasFailed ? `${id}-note` : undefined}
				onChange={(event) => void read(event)}
			/>
			{hasFailed && (
				<p id={`${id}-note`} className="field-error" role="alert">
					{t('bad-photo')}
				</p>
			)}
			{value && (
				<div className="photo-field-shown">
					<img src={value} alt={label} />
					<Button size="small" icon="close" onClick={() => onChange('')}>
						{t('remove')}
					</Button>
				</div>
			)}
		</div>
	);
}
