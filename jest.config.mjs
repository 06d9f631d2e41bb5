const root = import.meta.dirname;

/** One project per tier; `scripts/jest.mjs TIER` picks one. */
const tier = (displayName, testMatch) => ({
  displayName,
  rootDir: root,
  testMatch: testMatch.map((glob) => `<rootDir>/test/${glob}`),
  testEnvironment: 'node',
  setupFiles: ['<rootDir>/test/property-seed.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': ['$1.ts', '$1.js'] },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript' },
          target: 'es2022',
          experimental: { keepImportAttributes: true },
        },
        module: { type: 'es6' },
      },
    ],
  },
});

export default {
  projects: [
    tier('unit', ['!(peers|services|e2e)/**/*.test.ts', '*.test.ts']),
    tier('peers', ['peers/**/*.test.ts']),
    tier('services', ['services/**/*.test.ts']),
    tier('e2e', ['e2e/**/*.test.ts']),
  ],
};
