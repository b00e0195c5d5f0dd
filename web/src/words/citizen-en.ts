// The tracking page in English. What the office itself says (the sentence, the history) stays in Vietnamese.

import type { CitizenWords } from './citizen.ts';

export const citizenEn: CitizenWords = {
  pageTitle: (code) => `Dossier ${code}`,
  pageTitlePlain: 'Follow a dossier',
  dossier: 'Hồ sơ',
  named: (code, procedure) => `Hồ sơ ${code} (${procedure})`,
  nothingToDo: 'Anh/Chị chưa phải làm gì.',
  nothingToDoHere: 'You have nothing to do now.',
  toDo: 'What you have to do',
  bring: 'To be completed',
  answerBy: (moment) => `Please send it before: ${moment}.`,
  supplement: {
    photo: 'Take or choose a picture or PDF',
    photoOf: (label) => `Take or choose a picture or PDF of ${label}`,
    further: 'Send another page',
    sending: 'Sending…',
    gotFiles: (count) => (count === 1 ? 'One file received' : `${count} files received`),
    gotWords: (value) => `Received: ${value}`,
    rightWords: 'The right content',
    send: 'Send',
    done: 'The Centre has everything it asked for. An officer will look at it and tell you; further pages can be sent here.',
  },
  due: 'Promised day',
  why: 'Why this day?',
  counted: 'Counted',
  notCounted: 'Not counted',
  timeline: 'What has happened',
  process: 'See how it is handled: by whom, for how long',
  zalo: {
    title: 'Messages on Zalo',
    text: (office) =>
      `${office} will write when something changes. Stop whenever you like by writing “huỷ liên kết”.`,
    start: 'Get messages on Zalo',
    codeLabel: 'Code for Zalo',
    codeText:
      'Press the button below, then send this code to the Centre in Zalo. It is copied when you press.',
    open: 'Open Zalo and send',
    copied: 'Copied. In Zalo, paste it as a message and send.',
    expires: (moment) => `The code works once, until ${moment}.`,
  },
  office: 'Contact',
  call: (phone) => `Call ${phone}`,
  private: 'This page is for whoever holds the receipt. Please do not pass its address on.',
  loading: 'Looking for the dossier',
  visit: { title: 'Dossiers handed in together' },
  unknown: {
    title: 'This link no longer works',
    text: 'The code may have been replaced, or letters of the address are missing. Your dossier is handled as before.',
    steps: [
      'Scan the QR code on the newest receipt again.',
      'Or bring the receipt to the counter to have it printed again.',
    ],
  },
  failed: 'The dossier cannot be shown now',
  retry: 'Try again',
};
