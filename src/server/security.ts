const policy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
];

/**
 * Headers of every response. The policy lets a page use only what this server sends; it holds for pages with
 * no script and no inline style.
 */
export const securityHeaders: Readonly<Record<string, string>> = {
  "content-security-policy": [...policy, "frame-ancestors 'none'"].join("; "),
  "x-content-type-options": "nosniff",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "no-referrer",
  "permissions-policy": "camera=(), geolocation=(), microphone=()",
};

/** Headers of what other pages may show in a frame or as a picture: no script at all, and nothing to keep. */
export const embedHeaders: Readonly<Record<string, string>> = {
  ...securityHeaders,
  "content-security-policy": "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors *",
  "cross-origin-resource-policy": "cross-origin",
};

/** Headers of pictures, which carry their style inside. */
export const pictureHeaders: Readonly<Record<string, string>> = {
  ...embedHeaders,
  "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors *",
};
