import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { publish } from './src/build/publish.ts';
import { citationsHugWords, numberedParagraphs } from './src/build/text-plugins.ts';

export default defineConfig({
  // The address under which a copy is published; ".example" is reserved (RFC 2606) and stands for "not yet chosen".
  site: process.env['SITE_URL'] ?? 'https://internet-in-fact.example',
  output: 'static',
  trailingSlash: 'always',
  compressHTML: true,
  prerenderConflictBehavior: 'error',
  devToolbar: { enabled: false },
  build: { inlineStylesheets: 'never' },
  markdown: {
    processor: satteri({
      hastPlugins: [numberedParagraphs, citationsHugWords],
      features: { smartPunctuation: false, directive: false, headingAttributes: true },
    }),
    syntaxHighlight: false,
  },
  security: {
    csp: {
      directives: [
        "default-src 'none'",
        "img-src 'self'",
        "font-src 'self'",
        "connect-src 'self'",
        "manifest-src 'self'",
        "worker-src 'self'",
        "base-uri 'none'",
        "form-action 'self'",
        "object-src 'none'",
        "require-trusted-types-for 'script'",
        // The one policy lets one address pass, that of a worker (src/sims/whole-internet/hired-worker.ts).
        'trusted-types whole-internet',
      ],
      scriptDirective: { resources: ["'self'", "'wasm-unsafe-eval'"] },
      styleDirective: { resources: ["'self'"] },
    },
  },
  integrations: [mdx(), publish()],
  vite: {
    build: {
      assetsInlineLimit: 0,
      rolldownOptions: {
        // A note about every MDX file, without consequence (withastro/astro issue 18087).
        onLog: (level, log, next) => log.code === 'MODULE_LEVEL_DIRECTIVE' || next(level, log),
      },
    },
  },
});
