/** `before-training` judges what is there before a model is; `after-training` judges everything. */
export const stages = ['before-training', 'after-training'] as const;
export type Stage = (typeof stages)[number];

/** Gates that can judge before there is a model. */
export const gatesBeforeTraining: readonly string[] = ['data-validate', 'scan-deps'];
