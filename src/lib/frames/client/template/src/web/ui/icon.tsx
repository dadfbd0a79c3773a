import { DRAWINGS } from './drawings';
import { ICON_PATHS, type IconName } from './icon-paths';

export type { IconName };

/** @param name of a line icon or of a coloured drawing; a name that there is not is drawn as a spark, since parameters are plain text */
export function Icon({ name }: { name: IconName | (string & {}) }) {
	const drawing = DRAWINGS[name];
	if (drawing)
		return <svg className="icon drawing" viewBox="0 0 32 32" aria-hidden="true" dangerouslySetInnerHTML={{ __html: drawing }} />;
	return (
		<svg className="icon" viewBox="0 0 24 24" aria-hidden="true">
			<path d={name in ICON_PATHS ? ICON_PATHS[name as IconName] : ICON_PATHS.spark} />
		</svg>
	);
}
