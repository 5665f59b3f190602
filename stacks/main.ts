import { App } from 'cdktf';
import { loadOrExit } from '../cli/load-or-exit';
import { stacksFor } from '.';

// the app of cdktf.json: one set of stacks per cluster of plinth.config.ts
const app = new App();
for (const cluster of loadOrExit().clusters) stacksFor(app, cluster);
app.synth();
