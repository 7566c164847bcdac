/** The simulated company as the workspace "demo", loaded through the imports. Its truth stays outside (docs/methods). */
export type { DemoCompany } from './demo-company.ts';
export { demoEmail } from './demo-people.ts';
export { isFirstRun } from './demo-store.ts';
export { type DemoOptions, ensureDemoWorkspace, isDemoUnfinished, loadDemo, renewDemoPassword } from './load-demo.ts';
