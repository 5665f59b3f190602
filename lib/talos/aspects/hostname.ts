import { documentsFor } from '../documents/documents-for';
import { hostname as hostnameDocument } from '../documents/network/hostname';
import type { MachineAspect } from '../target';

/** The machine's own name, instead of the one that Talos makes up. */
export const hostname: MachineAspect = ({ machine: { name }, contract }) =>
  documentsFor({ contract }, [hostnameDocument({ hostname: name })]).documents;
