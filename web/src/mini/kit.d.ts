// What the build of the Mini App finds of Zalo's kit: the kit, or nothing when it is not installed.

declare module 'virtual:zalo-kit' {
  export const kit: unknown;
}
