import * as z from 'zod';

const blank = (v: unknown) => (v === '' ? undefined : v);
const Config = z.object({
	PORT: z.coerce.number().int().default(3000),
	HOST: z.string().default('0.0.0.0'),
	/** postgres://… for a server; empty for PGlite in DATA_DIR. */
	DATABASE_URL: z.preprocess(blank, z.string().optional()),
	DATA_DIR: z.string().default('.data/pg'),
	/** `demo` fills an empty database with example data. */
	SEED: z.enum(['none', 'demo']).default('none'),
	/** Seconds between invented records, to see pages move; 0 is off. */
	DEMO_EVERY: z.coerce.number().int().min(0).default(0),
	/** First administrator of an empty database. */
	ADMIN_EMAIL: z.preprocess(blank, z.string().optional()),
	ADMIN_PASSWORD: z.preprocess(blank, z.string().min(12).optional()),
	/** Set to 1 behind HTTPS: the session cookie is then sent over HTTPS only. */
	SECURE_COOKIES: z.preprocess((v) => v === '1', z.boolean()).default(false),
	/** How many proxies stand in front and append to X-Forwarded-For; 0: none, the header is not read. */
	TRUSTED_PROXIES: z.preprocess(blank, z.coerce.number().int().min(0).max(10).default(0))
});
export type Config = z.infer<typeof Config>;
export const loadConfig = (env: Record<string, string | undefined>): Config => Config.parse(env);
