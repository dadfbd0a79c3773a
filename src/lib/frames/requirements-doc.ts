import type { Blueprint } from '../domain/blueprint';

/** docs/requirements.md: what was asked for, numbered, and what was taken for granted. */
export function requirementsDoc(blueprint: Blueprint): string {
	const parts = blueprint.requirements.map((requirement) => {
		const said = requirement.quote ? `\n> ${requirement.quote.replace(/\n/g, ' ')}\n` : '';
		const criteria = requirement.criteria.map((criterion) => `- **${criterion.id}** ${criterion.text}`).join('\n');
		return `## ${requirement.id}${stateOf(requirement)}\n\n${requirement.text}\n${said}${criteria ? `\n${criteria}\n` : ''}`;
	});
	return `# Requirements

Form: EARS (Easy Approach to Requirements Syntax). Each criterion has a test that carries its id; see [traceability.md](traceability.md).

${parts.join('\n')}
${section('Assumptions', blueprint.assumptions)}${section(
		'Open questions',
		blueprint.questions.map((question) => `${question.id} ${question.question} Built with: ${question.default}`)
	)}${section(
		'Not built',
		blueprint.notUnderstood.map((wish) => `“${wish}”`)
	)}`;
}

const stateOf = ({ status, unbuilt }: Blueprint['requirements'][number]) =>
	status === 'not-understood' ? ' (not built)' : unbuilt.length ? ' (built in part)' : '';

/** A list under a heading; nothing without items. */
export const section = (title: string, items: string[]) =>
	items.length ? `## ${title}\n\n${items.map((item) => `- ${item}`).join('\n')}\n\n` : '';
