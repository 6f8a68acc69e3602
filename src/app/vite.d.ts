declare module "*.css";

declare module "*?url" {
  // oxlint-disable-next-line import/no-default-export -- so it is with Vite
  const address: string;
  export default address;
}
