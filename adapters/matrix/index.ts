/** Matrix, as the product offers it: what is known of it before anybody uses it. */
import type { PlatformKind } from '../../src/ports/platform.ts';
import { readMatrix } from './config/read.ts';
import { MatrixSection } from './config/schema.ts';
import { MATRIX } from './options.ts';

export const matrix = {
  name: MATRIX,
  title: 'Matrix',
  section: MatrixSection,
  configured(section: MatrixSection) {
    const config = readMatrix(section);
    return (
      config && {
        examine: async () => (await import('./doctor.ts')).examineMatrix(config),
        async create(ports, locale) {
          const { createMatrix } = await import('./matrix.ts');
          return createMatrix(config, ports, locale);
        },
      }
    );
  },
  examineUnused: async () => (await import('./doctor.ts')).examineUnused(),
} satisfies PlatformKind<MatrixSection> & { readonly section: typeof MatrixSection };
