// `node --import …/typescript-hook.mjs script`: lets a child process run our sources. Node strips the types itself; only
// their `.js` specifiers need to be pointed at `.ts`.
import { registerHooks } from 'node:module';

registerHooks({
  resolve: (specifier, context, next) =>
    specifier.startsWith('.') && specifier.endsWith('.js') && context.parentURL?.endsWith('.ts')
      ? next(specifier.replace(/\.js$/, '.ts'), context)
      : next(specifier, context),
});
