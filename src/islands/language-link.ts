/** Lets the link to the other language lead to what the reader looks at now. */
export function followView(query: string): void {
  const link = document.querySelector<HTMLAnchorElement>(".site-header a.language");
  if (link) link.search = query;
}
