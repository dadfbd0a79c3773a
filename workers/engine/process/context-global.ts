export const CONTEXT_GLOBAL = '__nodeContext';
