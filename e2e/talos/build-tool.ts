export { hasGo } from '../tools/build';
