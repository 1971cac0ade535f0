/**
 * Lets the SDK load where the native encryption library could not be installed. Must be imported before the SDK: its
 * package downloads a binary from outside the registry, and without it the SDK cannot even be imported.
 */
import { createRequire, registerHooks } from 'node:module';

const LIBRARY = '@matrix-org/matrix-sdk-crypto-nodejs';
const here = createRequire(import.meta.url);

/** Why the library is not there, in one line; null: it is. */
export const missingLibrary: string | null = load();

/** Tries exactly the copy that the SDK would load; where it fails, the SDK gets the stand-in. */
function load(): string | null {
  try {
    const library: { readonly absent?: string } = createRequire(here.resolve('matrix-bot-sdk'))(LIBRARY);
    return library.absent ?? null;
  } catch (error) {
    standIn();
    return (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
  }
}

function standIn(): void {
  const url = new URL('./absent.cjs', import.meta.url).href;
  registerHooks({
    resolve: (specifier, context, next) =>
      specifier === LIBRARY ? { url, format: 'commonjs', shortCircuit: true } : next(specifier, context),
  });
}
