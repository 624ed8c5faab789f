const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Makes a text safe in XML and HTML, as content and inside quoted attributes. */
export const escapeXml = (text: string): string => text.replace(/[&<>"']/gu, (c) => ENTITIES[c] ?? c);
