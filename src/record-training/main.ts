import { runAction } from '../run/action.js';
import { recordTraining } from './gate.js';

runAction(recordTraining);
