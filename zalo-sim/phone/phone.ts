// What the phone page knows and the acts its screens may ask for.

import type { MessageView, PersonView, StreetView } from './client.ts';

export type Screen = 'home' | 'chat' | 'profile';

export interface Phone {
  street: StreetView;
  person: PersonView;
  messages: MessageView[];
  screen: Screen;
}

export interface PhoneActs {
  show: (screen: Screen) => void;
  openAddress: (text: string) => void;
  scan: () => void;
  viewPicture: (url: string) => void;
  /** Shows a sentence at the foot of the phone for a moment. */
  say: (sentence: string) => void;
  /** On a narrow screen: the list of people, as a sheet. */
  showPeople: () => void;
}
