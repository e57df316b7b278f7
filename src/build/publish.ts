import type { AstroIntegration } from 'astro';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { writeSearchIndex } from './search-index.ts';

/** Headers of every page but the policy for content, which is read from the pages. */
const headers = [
  'X-Content-Type-Options: nosniff',
  'X-Frame-Options: DENY',
  'Referrer-Policy: no-referrer',
  'Cross-Origin-Opener-Policy: same-origin',
  'Cross-Origin-Resource-Policy: same-origin',
  'Permissions-Policy: camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'Strict-Transport-Security: max-age=31536000; includeSubDomains',
];

const metaPolicy = /<meta http-equiv="content-security-policy" content="([^"]*)">/i;

/** Joins the policies of all pages: for each directive every source that some page needs. */
export function joinPolicies(policies: readonly string[]): string {
  const directives = new Map<string, Set<string>>();
  for (const policy of policies)
    for (const part of policy.split(';')) {
      const [name, ...sources] = part.trim().split(/\s+/);
      if (!name) continue;
      const known = directives.get(name) ?? new Set<string>();
      for (const source of sources) known.add(source);
      directives.set(name, known);
    }
  return [...directives].map(([name, sources]) => [name, ...sources].join(' ')).join('; ');
}

/**
 * What remains to do when the pages are written: refuse inline styles and handlers (the policy would block them), write
 * the headers file for static hosts, and make the search index.
 */
export const publish = (): AstroIntegration => ({
  name: 'publish',
  hooks: {
    'astro:build:done': async ({ dir, logger }) => {
      const folder = fileURLToPath(dir);
      const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.html'));
      const policies: string[] = [];
      for (const name of names) {
        const html = await readFile(`${folder}/${name}`, 'utf8');
        const inline = /<[a-z][^>]*\s(style|on[a-z]+)=/i.exec(html);
        if (inline)
          throw new Error(
            `${name}: has the attribute ${inline[1]}=, which the content policy blocks. Use a class or an attribute of SVG.`,
          );
        const policy = metaPolicy.exec(html)?.[1];
        if (!policy)
          throw new Error(
            `${name}: has no content security policy. Is security.csp still on in astro.config.mjs?`,
          );
        policies.push(policy.replaceAll('&#39;', "'"));
      }
      const policy = `Content-Security-Policy: ${joinPolicies(policies)}; frame-ancestors 'none'`;
      const rules = [
        ['/*', policy, ...headers],
        ['/_astro/*', 'Cache-Control: public, max-age=31536000, immutable'],
        ['/fonts/*', 'Cache-Control: public, max-age=31536000, immutable'],
        ['/*.ics', 'X-Robots-Tag: noindex', 'Content-Type: text/calendar; charset=utf-8'],
        ['/*/brief.txt', 'X-Robots-Tag: noindex', 'Content-Type: text/plain; charset=utf-8'],
        ['/*.md', 'X-Robots-Tag: noindex', 'Content-Type: text/markdown; charset=utf-8'],
      ];
      await writeFile(`${folder}/_headers`, `${rules.map((rule) => rule.join('\n  ')).join('\n\n')}\n`);
      const records = await writeSearchIndex(folder);
      logger.info(`${names.length} pages, ${records} search records, headers file written`);
    },
  },
});
