import { App } from 'cdk8s';
import { loadOrExit } from '../cli/load-or-exit';
import { chartsFor } from '.';

// the app of cdk8s.yaml: one set of charts per cluster of plinth.config.ts
const app = new App();
for (const cluster of loadOrExit().clusters) chartsFor(app, cluster);
app.synth();
