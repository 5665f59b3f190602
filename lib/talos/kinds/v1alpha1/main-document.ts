import type { ConfigDocument } from '../../document';
import type { GenerateInputs } from '../../generate/inputs';
import { clusterSection } from './cluster-section';
import { machineSection } from './machine-section';

/** The main document: the whole configuration up to contract 1.11, and less with each one after. */
export function mainDocument(inputs: GenerateInputs): readonly ConfigDocument[] {
  return [
    {
      version: 'v1alpha1',
      debug: false,
      persist: true,
      machine: machineSection(inputs),
      cluster: clusterSection(inputs),
    },
  ];
}
