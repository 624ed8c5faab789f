const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text that is safe in XML and HTML, as content and inside quoted attributes. */
export const escapeXml = (text: string): string => text.replace(/[&<>"']/gu, (c) => ENTITIES[c] ?? c);
