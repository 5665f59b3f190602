// Upgrades, planned.
export { upgradePlan, type UpgradePlan } from './upgrade/plan';
export { upgradeDocument, upgradeReport } from './upgrade/report';
export type { StepImpact, UpgradeStep } from './upgrade/step';
export { parseUpgradeTarget, targetProblems, type UpgradeTarget } from './upgrade/target';
export {
  upgradeComponents,
  versionsOf,
  type UpgradeComponent,
  type UpgradeSubject,
  type VersionSet,
} from './upgrade/version-set';
