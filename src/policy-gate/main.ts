import { runAction } from '../run/action.js';
import { policyGate } from './gate.js';

runAction(policyGate);
