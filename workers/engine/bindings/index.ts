import type { BindingInstaller } from '../process/runtime';

/**
 * Every `internalBinding` that the engine implements, by its name in Node.
 *
 * To add one: write `bindings/NAME.ts` (or a file of your folder) with `export const NAME: BindingInstaller`,
 * import it here and add a line below. A binding without a line still exists as the stub made from its shape.
 */
export const BINDING_INSTALLERS: Readonly<Record<string, BindingInstaller>> = {
};
