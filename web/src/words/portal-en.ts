// The portal in English.

import type { PortalWords } from './portal.ts';

export const portalEn: PortalWords = {
  home: 'First page',
  skip: 'Skip to main content',
  big: 'Big type',
  bigOn: 'Normal type',
  pageTitle: 'Một Cửa: find a procedure, follow a dossier',
  question: 'What do you need to get done?',
  hint: 'Type in your own words, in Vietnamese, with or without accents. For example: làm khai sinh cho con (register a birth).',
  search: 'Search',
  where: 'Where you file',
  chooseWhere: 'Choose where you file',
  searching: 'Searching',
  found: (count) =>
    count === 0
      ? 'No procedure was found.'
      : count === 1
        ? 'One procedure found.'
        : `${count} procedures found.`,
  notSure:
    'This may not be what you mean. Try other words, or ask an officer at the Centre; an identity paper is enough to ask.',
  elsewhere: 'Filed elsewhere',
  searchFailed: 'The search does not answer now',
  events: 'Common needs',
  lifeEvents: [
    { label: 'A child is born', ask: 'sinh con' },
    { label: 'Marriage', ask: 'kết hôn' },
    { label: 'A death in the family', ask: 'khai tử' },
    { label: 'Opening a shop', ask: 'mở quán' },
    { label: 'Building a house', ask: 'xây nhà' },
    { label: 'Certified copies', ask: 'chứng thực' },
  ],
  track: 'Follow a dossier',
  trackText: 'By its code and six digits',
  scan: 'Scan a code',
  scanText: 'The QR code on the receipt',
  more: 'More',
  questionsLink: 'Questions and answers: read them, or ask',
  mine: 'My dossiers (sign in with Zalo)',
  dueLink: 'Reckon a due date',
  deskLink: 'Go to the desk',
  deskNote: 'for officers',
  phoneLink: 'Open the trial phone',
  phoneNote: 'demonstration: play a citizen on Zalo',
  lookUp: {
    title: 'Follow a dossier',
    lead: 'Two things, so that only its owner sees it.',
    code: 'Dossier code',
    codeHint: 'On the receipt, for example 000.00.27.H53-261120-0007; or a draft’s NHAP-…',
    digits: 'Last six digits of the applicant’s identity number',
    digitsHint: 'Not kept on this device.',
    submit: 'Show the dossier',
    needCode: 'Enter the code on the receipt.',
    needDigits: 'Enter all six digits.',
    failed: 'The dossier could not be opened',
    draftRefused: {
      wrong: 'The draft’s code and the digits do not match. Look again and retype them.',
      spent: 'Too many wrong tries today. Please try again tomorrow.',
    },
    other:
      'Filed with a passport, or the code is lost: scan the QR code on the receipt, or ask at the counter.',
  },
  scanning: {
    title: 'Scan the QR code on the receipt',
    start: 'Open the camera',
    stop: 'Stop',
    point: 'Hold the QR code in the middle of the picture.',
    refused: 'The camera may not be used. Allow it in the settings of the browser, or take the way below.',
    notOurs: 'This is not the code of a dossier. Look for the QR code on the receipt.',
    byHand:
      'Another way: open the camera app of the phone, or Scan QR in Zalo, point it at the code on the receipt and press the link that appears.',
  },
  aloud: { start: 'Read aloud (in Vietnamese)', stop: 'Stop reading' },
  readings: {
    title: 'Who has looked at my dossier',
    lead: 'Each time an officer opens the dossier is written down for good, once an hour.',
    none: 'No officer has opened it since this list began.',
    failed: 'The list cannot be shown now',
  },
  withdraw: {
    title: 'Withdraw',
    ask: 'I want to withdraw this dossier',
    law: 'You may withdraw at any time before the decision is made (Decree 118/2025/NĐ-CP, article 21).',
    after: 'When you withdraw',
    who: 'The applicant withdraws. Whoever was authorised does so at the counter, with the authorisation.',
    digits: 'Last six digits of the applicant’s identity number',
    reason: 'Reason (optional)',
    submit: 'Withdraw this dossier',
    failed: 'The dossier was not withdrawn',
  },
};
