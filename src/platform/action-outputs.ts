import * as core from '@actions/core';
import type { Annotation } from '../surfaces/annotations.js';

/** Where an action writes what people and later steps see. Everything passes through @actions/core, which escapes it. */
export interface ActionOutputs {
  setOutput(name: string, value: string | number): void;
  /** Adds to the job summary of this step. */
  addSummary(markdown: string): Promise<void>;
  annotate(annotation: Annotation): void;
  /** Marks the step as failed, with one line that says why. */
  fail(message: string): void;
}

const writers = { error: core.error, warning: core.warning, notice: core.notice };

export const actionOutputs: ActionOutputs = {
  setOutput: (name, value) => core.setOutput(name, value),
  addSummary: async (markdown) => {
    await core.summary.addRaw(markdown, true).write();
  },
  annotate: ({ level, file, line, column, title, message }) =>
    writers[level](message, {
      title,
      ...(file !== undefined && { file }),
      ...(line !== undefined && { startLine: line }),
      ...(column !== undefined && { startColumn: column }),
    }),
  fail: (message) => core.setFailed(message),
};
