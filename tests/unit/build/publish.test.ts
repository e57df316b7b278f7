import { describe, expect, test } from 'vitest';
import { joinPolicies } from '../../../src/build/publish.ts';

// CSP Level 3, section 2.2.1: directives are parted by semicolons, their sources by white space.
describe('Joining the content policies of all pages', () => {
  test('keeps for each directive every source that some page needs, once', () => {
    expect(
      joinPolicies([
        "default-src 'none'; script-src 'self' 'sha256-AAA='; img-src 'self'",
        "default-src 'none'; script-src 'self' 'sha256-BBB='; font-src 'self'",
      ]),
    ).toBe(
      "default-src 'none'; script-src 'self' 'sha256-AAA=' 'sha256-BBB='; img-src 'self'; font-src 'self'",
    );
  });

  test('does not depend on white space or on a semicolon at the end', () => {
    expect(
      joinPolicies(["default-src 'none';img-src   'self';", " default-src 'none' ; img-src 'self'"]),
    ).toBe("default-src 'none'; img-src 'self'");
  });

  test('keeps a directive that has no sources', () => {
    expect(joinPolicies(["default-src 'none'; upgrade-insecure-requests"])).toBe(
      "default-src 'none'; upgrade-insecure-requests",
    );
  });
});
