/** A project's name, as it stands in the names of its previews. Longer than a slot's number, so that nothing is taken for both. */
export const PROJECT_NAME = '[a-z0-9]{8,40}';

export const isProjectName = (text: string): boolean => new RegExp(`^${PROJECT_NAME}$`).test(text);
