// The one door to Zalo's Mini App kit. In a browser there is none, and everything works without it.

/** What we use of the kit, as it documents itself (zmp-sdk 2.51). */
interface Kit {
  getAccessToken(): Promise<string>;
  /** Opens the chat with `message` in its box; the person presses send. */
  openChat(options: { type: 'oa'; id: string; message?: string }): Promise<void>;
  scanQRCode(): Promise<{ content: string }>;
}

export const isMiniApp = import.meta.env['VITE_MINI_APP'] === '1';

let kit: Promise<Kit | null> | undefined;

/** Null in a browser, and in a Mini App that was built without the kit. */
export function zaloApp(): Promise<Kit | null> {
  kit ??= isMiniApp
    ? import('virtual:zalo-kit').then(({ kit: found }) => found as Kit | null)
    : Promise.resolve(null);
  return kit;
}

/** Hands a reference to the office's chat. False where this is no Mini App, or the person closed it. */
export async function openChat(oaId: string, message: string): Promise<boolean> {
  const app = await zaloApp();
  if (app === null) return false;
  return app.openChat({ type: 'oa', id: oaId, message }).then(
    () => true,
    () => false,
  );
}
