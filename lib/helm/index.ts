// pins and cache
export { ChartCache, archiveDigest, chartCacheFolder } from './chart-cache';
export { ChartError, chartKey } from './chart-error';
export {
  chartLockFile,
  ChartLockError,
  formatChartLock,
  parseChartLock,
  pinOf,
  type ChartLock,
  type PinnedChart,
} from './chart-lock';

// download: the only part that asks the network
export { fetchCharts, type FetchedChart, type FetchOptions, type FetchReport } from './fetch-charts';
export { pullChart } from './pull-chart';

// rendering
export { chartProblem, renderRelease, requireHelm, type ChartWorld } from './chart-world';
export { helmMinor } from './helm-process';
