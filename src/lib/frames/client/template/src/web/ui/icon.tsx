import { ICON_PATHS, type IconName } from './icon-paths';

export type { IconName };

/** @param name of a line icon; a name that there is not is drawn as a spark, since parameters are plain text */
export const Icon = ({ name }: { name: IconName | (string & {}) }) => (
	<svg className="icon" viewBox="0 0 24 24" aria-hidden="true">
		<path d={name in ICON_PATHS ? ICON_PATHS[name as IconName] : ICON_PATHS.spark} />
	</svg>
);
