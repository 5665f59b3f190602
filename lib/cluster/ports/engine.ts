import { z } from 'zod';
import { argoCdShape } from './argo-cd';
import { fluxShape } from './flux';

// One line per engine.
export const engineShape = z.discriminatedUnion('kind', [argoCdShape, fluxShape]);
export type Engine = z.output<typeof engineShape>;
