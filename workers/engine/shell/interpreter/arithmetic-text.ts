import { parse, type ArithmeticExpression } from 'unbash';
import { ShellFault } from './leave';

/** The arithmetic expression that a text holds; undefined for an empty one. @throws ShellFault */
export function expressionOf(text: string): ArithmeticExpression | undefined {
	if (text.trim() === '') return undefined;
	const { errors, commands } = parse(`((${text}\n))`);
	const command = commands[0]?.command;
	const expression = command?.type === 'ArithmeticCommand' ? command.expression : undefined;
	if (errors?.length || !expression) throw new ShellFault(`${text}: syntax error in expression`);
	return expression;
}
