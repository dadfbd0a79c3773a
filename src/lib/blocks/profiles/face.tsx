import { Picture } from '../../web/ui/picture';
import type { ProfileRecord } from './parameters';

/** Somebody's photo, or a drawing of their own. */
export const Face = ({ profile, name }: { profile: ProfileRecord | undefined; name: string }) => (
	<span className="face">
		<Picture picture={profile?.picture ?? { label: name }} />
	</span>
);
