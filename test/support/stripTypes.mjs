/** Jest transform: the same erasure of types that Node does when it runs the product. */
import { stripTypeScriptTypes } from 'node:module';

export default { process: (source) => ({ code: stripTypeScriptTypes(source) }) };
