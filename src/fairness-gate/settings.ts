import { type Static, Type } from 'typebox';

export const settingsSchema = Type.Object({}, { additionalProperties: false });
export type Settings = Static<typeof settingsSchema>;
