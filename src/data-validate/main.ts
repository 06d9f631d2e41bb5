import { runAction } from '../run/action.js';
import { dataValidate } from './gate.js';

runAction(dataValidate);
