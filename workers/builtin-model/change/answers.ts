import type { Blueprint } from '../../../src/lib/domain/blueprint';

export const answerTo = (_words: string, _blueprint: Blueprint): string | undefined => undefined;
