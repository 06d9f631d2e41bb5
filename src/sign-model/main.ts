import { runAction } from '../run/action.js';
import { signModel } from './gate.js';

runAction(signModel);
