import { runAction } from '../run/action.js';
import { verifyModel } from './gate.js';

runAction(verifyModel);
