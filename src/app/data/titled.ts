/** Whether something kept has an id and a title in both languages, as dossiers and economies have. */
export function isTitled(value: unknown): boolean {
  const kept = value as Partial<{ id: string; title: Partial<Record<"de" | "en", string>> }> | undefined;
  return (
    typeof kept?.id === "string" && typeof kept.title?.en === "string" && typeof kept.title.de === "string"
  );
}
