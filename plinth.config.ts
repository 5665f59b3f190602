import { defineProject } from './lib/cluster';

export default defineProject({
  tree: 'gitops',
  clusters: ['./clusters/hetzner-capi.ts', './clusters/vsphere-argocd.ts'],
});
