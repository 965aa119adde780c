import { runStages } from './stages.ts'

console.log('The gate: everything of "npm test" but the browser tests.')
await runStages(['repo', 'unit'])
