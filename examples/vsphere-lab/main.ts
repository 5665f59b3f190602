import { App } from 'cdktf';
import { environments } from './cluster';
import { LabStack } from './lab-stack';

const app = new App();
for (const cluster of environments) new LabStack(app, cluster);
app.synth();
