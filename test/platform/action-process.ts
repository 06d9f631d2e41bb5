// A step of its own: writes every kind of output that an action has, hostile text included.
import { actionOutputs } from '../../src/platform/action-outputs.js';

const hostile = 'a%0Ab\n::error::forged\r::set-output name=x::y';
actionOutputs.setOutput('verdict', 'fail');
actionOutputs.setOutput('report', `line 1\n${hostile}`);
actionOutputs.setOutput('findings', 3);
await actionOutputs.addSummary('# Summary');
await actionOutputs.addSummary(hostile);
for (const level of ['error', 'warning', 'notice'] as const)
  actionOutputs.annotate({ level, file: 'a,b:c.csv', line: 3, column: 7, title: 'x,y::z', message: hostile });
actionOutputs.annotate({ level: 'notice', title: 'more', message: 'no place' });
actionOutputs.fail(hostile);
