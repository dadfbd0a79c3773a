import { z } from 'zod';

/** zod, kept from compiling its checks: no page or worker of ours may run text as code (scripts/content-policy.mjs). */
z.config({ jitless: true });

export { z };
