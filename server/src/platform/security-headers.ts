// Security headers of every answer: five lines instead of a plug-in that costs half the throughput.

import type { FastifyReply, FastifyRequest } from 'fastify';

/** `frameAncestors`: origins that may show our pages in a frame; none in production. */
export function securityHeaders(frameAncestors: readonly string[]) {
  const ancestors = frameAncestors.length === 0 ? "'none'" : frameAncestors.join(' ');
  const policy = [
    "default-src 'self'",
    "img-src 'self' data: blob:",
    // The component library sets style attributes and one style element.
    "style-src 'self' 'unsafe-inline'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${ancestors}`,
  ].join('; ');
  return (_request: FastifyRequest, reply: FastifyReply, done: () => void): void => {
    void reply
      .header('content-security-policy', policy)
      .header('x-content-type-options', 'nosniff')
      // The tracking page's address is a capability: it never travels in a Referer.
      .header('referrer-policy', 'no-referrer')
      .header('cross-origin-opener-policy', 'same-origin')
      .header('permissions-policy', 'geolocation=(), microphone=(), payment=()');
    done();
  };
}
