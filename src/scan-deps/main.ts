import { runAction } from '../run/action.js';
import { scanDeps } from './gate.js';

runAction(scanDeps);
