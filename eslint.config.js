import eslint from '@eslint/js'
import { defineConfig } from 'eslint/config'
import tseslint from 'typescript-eslint'

export default defineConfig(
  { ignores: ['eslint.config.js', 'node_modules', 'cdk.out', 'dist', '.jaabi', 'coverage'] },
  eslint.configs.recommended,
  tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-deprecated': [
        'error',
        // Deprecated only so that nobody uses it lightly: the sign-in provider on one machine speaks plain HTTP.
        { allow: [{ from: 'package', package: 'openid-client', name: 'allowInsecureRequests' }] },
      ],
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' },
        {
          selector: "ImportDeclaration[source.value='zod'] > ImportSpecifier",
          message: "import * as z from 'zod': named imports pull in every locale.",
        },
        {
          selector: 'ObjectExpression > SpreadElement > ObjectExpression',
          message: 'A spread merges; properties stand by themselves, however many lines that takes.',
        },
      ],
    },
  },
  {
    files: ['core/**'],
    rules: {
      'no-restricted-globals': ['error', 'process', 'fetch', 'setTimeout', 'console'],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'now is passed in.' },
        { object: 'Math', property: 'random', message: 'randomness is passed in.' },
      ],
    },
  },
  { files: ['vitest*.config.ts'], rules: { 'no-restricted-syntax': 'off' } },
)
