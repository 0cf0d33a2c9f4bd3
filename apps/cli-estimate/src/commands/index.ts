export { estimateCommand } from './estimate-command.js'
export { ratesCommand } from './rates-command.js'
