declare module "*.css";

/** What the build puts in place of a pattern of files. */
interface ImportMeta {
  readonly glob: <Content>(
    pattern: string,
    options: { readonly query: string; readonly import: string },
  ) => Readonly<Record<string, () => Promise<Content>>>;
}
