import { useState } from 'react';
import type { Collection, Stored } from '../../core/collection';
import { RefusedError } from '../../core/rules';
import { t } from '../../core/words';
import { Dialog } from '../../web/ui/dialog';
import { Form } from '../../web/ui/form';
import { PhotoField } from '../../web/ui/photo-field';
import type { Picture } from '../data';
import { formFieldsOf, freeSlug, profileOf, valuesOf } from './logic';
import type { ProfileRecord, ProfilesParameters } from './parameters';
import { words } from './words';

interface EditorProps {
	parameters: ProfilesParameters;
	profiles: Collection<ProfileRecord>;
	me: Stored<ProfileRecord> | undefined;
	onClose: () => void;
}

/** One's own profile, to fill in. */
export function Editor({ parameters, profiles, me, onClose }: EditorProps) {
	const { fields, titleField, hasPhoto } = parameters;
	const [photo, setPhoto] = useState(me?.picture?.src ?? '');
	const [problem, setProblem] = useState('');
	return (
		<Dialog title={words(me ? 'edit' : 'make')} onClose={onClose}>
			<Form
				fields={formFieldsOf(parameters, words('list-hint'))}
				submit={t('save')}
				{...(me && { values: valuesOf(me, fields) })}
				onCancel={onClose}
				onSubmit={async (given) => {
					const values = profileOf(given, fields);
					const name = String(values[titleField]);
					const picture: { picture?: Picture } = photo ? { picture: { label: name, src: photo } } : {};
					const taken = profiles.records.map(({ slug }) => slug);
					try {
						if (me) await profiles.update(me.id, { ...values, ...picture });
						else await profiles.create({ ...values, ...picture, slug: freeSlug(name, taken, Date.now()) });
						onClose();
					} catch (error) {
						if (!(error instanceof RefusedError)) throw error;
						setProblem(words('name-taken'));
					}
				}}
			>
				{hasPhoto && <PhotoField label={words('photo')} value={photo} onChange={setPhoto} />}
				{problem && (
					<p className="field-error" role="alert">
						{problem}
					</p>
				)}
			</Form>
		</Dialog>
	);
}
