// What a citizen does on the phone, as a journey says it.

import { expect, type Page } from '@playwright/test';
import type { Office } from './office.ts';

interface Message {
  from: 'person' | 'oa';
  content: { text?: string };
}

/** The id of a person of the demo's street. */
export async function phoneOf(office: Office, name: string): Promise<string> {
  const state = (await (await fetch(`${office.phoneUrl}/control/state`)).json()) as {
    people: { id: string; name: string }[];
  };
  const person = state.people.find((each) => each.name === name);
  if (person === undefined) throw new Error(`No phone belongs to ${name}.`);
  return person.id;
}

/** Scans the receipt's QR code, opens the page behind it, and sends its code into the chat. */
export async function scan(
  phone: Page,
  personId: string,
  link: string,
  lies: RegExp = /chờ Bộ phận Tư pháp - Hộ tịch nhận/,
): Promise<void> {
  await phone.goto(`/?person=${personId}&scan=${encodeURIComponent(link)}`);
  const web = phone.frameLocator('.web-frame');
  await expect(web.getByText(lies)).toBeVisible();
  await web.getByRole('button', { name: 'Nhận tin trên Zalo' }).click();
  await web.getByText('Mở Zalo và gửi').click();
  await expect(phone.locator('.box')).toHaveValue(/^MC-/);
  await phone.locator('.box').press('Enter');
}

/**
 * Types into the open chat and gives the text of the answer. `patience` in ms: after the power went, what was under way is
 * looked at after half a minute, and what follows in the same talk waits for it.
 */
export async function ask(phone: Page, text: string, patience = 15_000): Promise<string> {
  const answers = phone.locator('li.row.from-oa .said');
  const before = await answers.count();
  await phone.locator('.box').fill(text);
  await phone.locator('.box').press('Enter');
  await expect(answers).toHaveCount(before + 1, { timeout: patience });
  return (await answers.last().innerText()).trim();
}

/** Everything the Official Account said to a person, oldest first. */
export async function answersTo(office: Office, personId: string): Promise<string[]> {
  const messages = (await (
    await fetch(`${office.phoneUrl}/control/messages?person=${personId}`)
  ).json()) as Message[];
  return messages.flatMap(({ from, content }) => (from === 'oa' ? [content.text ?? ''] : []));
}

/** The last thing the Official Account said to a person. */
export async function answerOf(office: Office, personId: string): Promise<string> {
  return (await answersTo(office, personId)).at(-1) ?? '';
}
