import { createContext } from 'react';

/** Whether this is the first block of its page. */
export const IsFirst = createContext(false);
