import { runAction } from '../run/action.js';
import { fairnessGate } from './gate.js';

runAction(fairnessGate);
