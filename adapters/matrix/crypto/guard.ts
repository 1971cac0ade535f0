/**
 * Lets the SDK load where the native encryption library could not be installed. Must be imported before the SDK: its
 * package downloads a binary from outside the registry, and without it the SDK cannot even be imported.
 */
import { createRequire, registerHooks } from 'node:module';

const LIBRARY = '@matrix-org/matrix-sdk-crypto-nodejs';
const here = createRequire(import.meta.url);

/** Why the library is not there, in one line; null: it is. */
export const missingLibrary: string | null = missing();

if (missingLibrary !== null) {
  const url = new URL('./absent.cjs', import.meta.url).href;
  registerHooks({
    resolve: (specifier, context, next) =>
      specifier === LIBRARY ? { url, format: 'commonjs', shortCircuit: true } : next(specifier, context),
  });
}

/** Tries exactly the copy that the SDK would load. */
function missing(): string | null {
  try {
    const library: { readonly absent?: string } = createRequire(here.resolve('matrix-bot-sdk'))(LIBRARY);
    return library.absent ?? null;
  } catch (error) {
    return (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
  }
}
