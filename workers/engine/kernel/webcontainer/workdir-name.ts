import { isProjectName } from './project-name';

const DEFAULT_FOLDER = 'project';

/**
 * The boot option `workdirName`: a folder's name. `FOLDER@PROJECT` also says which project the previews are of, as it then stands in
 * their names; the client hands over nothing else that could carry it. `project` is empty when there is none.
 */
export function parseWorkdirName(name = DEFAULT_FOLDER): { folder: string; project: string } {
	const at = name.lastIndexOf('@');
	const project = name.slice(at + 1);
	return at > 0 && isProjectName(project) ? { folder: name.slice(0, at), project } : { folder: name, project: '' };
}
