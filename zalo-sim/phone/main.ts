// The phone page: keeps what is known fresh and puts the right screen on the phone.

import type { ChatScreen } from './chat.ts';
import { createChat } from './chat.ts';
import type { Change } from './client.ts';
import { act, readMessages, readStreet, watch } from './client.ts';
import { createConsole } from './console.ts';
import { element, fill, icon } from './element.ts';
import { drawHome } from './home.ts';
import { targetOf } from './links.ts';
import { createNotices } from './notices.ts';
import { createPeopleList } from './people.ts';
import type { Phone, PhoneActs, Screen } from './phone.ts';
import { drawProfile } from './profile.ts';
import { openScanner } from './scanner.ts';
import { openPicture, openWebview } from './webview.ts';
import { previewOf, timeOf } from './words.ts';

const query = new URLSearchParams(location.search);
const place = (id: string) => document.getElementById(id) ?? document.body;
const display = element('div', { class: 'display' });
const sheets = element('div', { class: 'sheets' });
const notices = createNotices(place('phone'));
const statusTime = element('span', {});
const heading = element('h1', { class: 'unseen' });
const statusSigns = element('span', { class: 'status-signs' }, icon('signal'), icon('battery'));
fill(
  place('phone'),
  heading,
  element('div', { class: 'status-bar', 'aria-hidden': 'true' }, statusTime, statusSigns),
  element('div', { class: 'glass' }, display, sheets, notices.element),
);

let phone: Phone | undefined;
let chat: ChatScreen | undefined;
let personId = query.get('person') ?? localStorage.getItem('person');

const acts: PhoneActs = {
  show,
  openAddress,
  scan: () => put(openScanner((text) => openAddress(text), focusBack())),
  viewPicture: (url) => put(openPicture(url, focusBack())),
  say: (sentence) => notices.say(sentence),
  showPeople: () => document.body.classList.toggle('show-people'),
};
const people = createPeopleList(place('people'), switchPerson);
const panel = createConsole(place('console'), () => document.body.classList.remove('show-console'));
place('people').append(
  element(
    'button',
    {
      type: 'button',
      class: 'button text console-switch',
      onclick: () => document.body.classList.add('show-console'),
    },
    'Bảng điều khiển',
  ),
);

function show(screen: Screen): void {
  if (!phone) return;
  phone.screen = screen;
  chat = undefined;
  if (screen === 'chat') chat = createChat(phone, acts);
  draw();
  if (chat) fill(display, chat.element);
  seeIfShown();
}

function draw(): void {
  if (!phone) return;
  people.update(phone.street.people, phone.person.id);
  panel.update(phone);
  statusTime.textContent = timeOf(phone.street.now);
  heading.textContent = `Điện thoại của ${phone.person.name}`;
  document.title =
    phone.person.unread > 0 ? `(${phone.person.unread}) ${phone.person.name}` : phone.person.name;
  if (phone.screen === 'chat') chat?.update(phone);
  else fill(display, phone.screen === 'home' ? drawHome(phone, acts) : drawProfile(phone, acts));
}

function put(sheet: HTMLElement): void {
  fill(sheets, sheet);
  sheet.querySelector('button')?.focus();
}

/** When a sheet goes, focus returns where it came from and the chat behind it is looked at. */
function focusBack(): () => void {
  const before = document.activeElement;
  return () => {
    if (before instanceof HTMLElement) before.focus();
    seeIfShown();
  };
}

function openAddress(text: string): void {
  if (!phone) return;
  const target = targetOf(text, phone.street.oa.id, location.origin);
  if (target?.kind === 'web') put(openWebview(target.url, openAddress, focusBack()));
  else if (target) openChat(target.text);
  else notices.say(`Nội dung mã: ${text}`);
}

function openChat(text: string | null): void {
  fill(sheets);
  show('chat');
  if (text !== null && phone?.street.settings.textPrefill) chat?.prefill(text);
}

function switchPerson(id: string): void {
  personId = id;
  localStorage.setItem('person', id);
  history.replaceState(null, '', `/?person=${id}`);
  document.body.classList.remove('show-people');
  fill(sheets);
  void refresh().then(() => show('home'));
}

function seeIfShown(): void {
  if (
    phone?.screen !== 'chat' ||
    phone.person.unread === 0 ||
    document.hidden ||
    sheets.childElementCount > 0
  )
    return;
  void act(phone.person.id, 'seen');
}

async function refresh(): Promise<void> {
  const street = await readStreet();
  const person = street.people.find((one) => one.id === personId) ?? street.people[0];
  if (!person) {
    people.update([], null);
    statusTime.textContent = timeOf(street.now);
    fill(
      display,
      element('p', { class: 'nobody' }, 'Chưa có ai. Thêm một người để có chiếc điện thoại đầu tiên.'),
    );
    document.body.classList.add('show-people');
    return;
  }
  personId = person.id;
  const messages = await readMessages(person.id);
  const screen = phone?.screen ?? 'home';
  phone = { street, person, messages, screen };
  draw();
  seeIfShown();
}

/** The phone on the screen buzzes for every message that has come since; the others in the list of people. */
function buzz(before: Phone, after: Phone): void {
  const known = new Set(before.messages.filter((one) => one.receivedAt !== null).map((one) => one.id));
  const come = after.messages.filter((one) => one.receivedAt !== null && !known.has(one.id));
  const elsewhere = after.screen !== 'chat' || sheets.childElementCount > 0;
  for (const message of come) {
    notices.buzz();
    if (elsewhere) notices.banner(after.street.oa.name, previewOf(message), () => openChat(null));
  }
  for (const person of after.street.people) {
    const was = before.street.people.find((one) => one.id === person.id)?.unread ?? 0;
    if (person.id !== after.person.id && person.unread > was) people.buzz(person.id);
  }
}

/** One reading at a time; a change that comes meanwhile makes one more. */
let reading: Promise<void> | undefined;
let stale = false;
async function follow(): Promise<void> {
  do {
    stale = false;
    const before = phone;
    await refresh();
    if (before && phone && before.person.id === phone.person.id) buzz(before, phone);
  } while (stale);
}

function onChange(change: Change | null): void {
  if (change === null || change.kind === 'post') void panel.readEvents();
  if (change === null || change.kind !== 'message') void panel.readFaults();
  stale = true;
  reading ??= follow().finally(() => {
    reading = undefined;
  });
}

document.addEventListener('visibilitychange', seeIfShown);
await refresh();
const scanned = query.get('scan');
// What a deep link asks for happens once, not again on every reload.
if (personId !== null) history.replaceState(null, '', `/?person=${personId}`);
if (query.has('chat')) openChat(query.get('text'));
if (scanned !== null) openAddress(scanned);
watch(onChange);
