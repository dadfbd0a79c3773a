export const inEnglish = (words: string): string => words;
