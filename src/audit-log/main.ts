import { runAction } from '../run/action.js';
import { auditLog } from './gate.js';

runAction(auditLog);
