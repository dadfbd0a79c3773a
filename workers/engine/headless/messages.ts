/** Messages between the kernel worker and the headless document, which owns the relay frames. */
export type KernelToDocument =
	{ type: 'addRelay'; port: number; origin: string } | { type: 'removeRelay'; port: number } | { type: 'measureMemory' };

/** `relayMessage` carries whatever a relay frame posted, with its ports. */
export type DocumentToKernel =
	| { type: 'boot'; clientPort: MessagePort }
	| { type: 'relayMessage'; port: number; data: unknown }
	/** The answer to `measureMemory`, see headless/memory-meter.ts. */
	| { type: 'memory'; bytesByPid: Record<number, number> | null };
