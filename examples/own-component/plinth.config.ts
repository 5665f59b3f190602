import { defineProject } from '../../lib/cluster';

export default defineProject({ tree: 'gitops', clusters: ['./cluster.ts'] });
