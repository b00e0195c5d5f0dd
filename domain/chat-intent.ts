// What a message in the chat can mean: the one list that understanding produces and the conversation answers.

import type { Aspect } from './chat-aspect.ts';
import type { Wishes } from './chat-wishes.ts';
import type { RatingLevel } from './rating.ts';

/** Which emergency number helps. */
export type EmergencyService = 'fire' | 'police' | 'medical';

export type Intent =
  /** How far are my dossiers? `words` name the procedure, when the person did. */
  | { kind: 'status'; words: string[] }
  | { kind: 'status_of_code'; code: string; digits: string | null }
  | { kind: 'status_of_partial'; date: string | null; sequence: number }
  | { kind: 'link_code'; code: string }
  /** The capability of a receipt's QR, from a photo or a pasted address. */
  | { kind: 'qr_token'; token: string }
  | { kind: 'digits'; digits: string }
  /** Digits were asked for and came, but neither six nor the whole number. */
  | { kind: 'not_six_digits'; count: number }
  | { kind: 'choice'; number: number }
  | { kind: 'yes' }
  | { kind: 'no' }
  | { kind: 'menu' }
  | { kind: 'cancel' }
  | { kind: 'human' }
  /** A question for the office to answer for everybody. */
  | { kind: 'ask_office' }
  | { kind: 'unlink'; forget: boolean }
  | ({ kind: 'wishes' } & Wishes)
  /** What is to be written for an item that was asked for, named by its number: `BS 2: Long An`. */
  | { kind: 'supplement_words'; number: number; text: string }
  /** Everything has been sent. */
  | { kind: 'done' }
  /** How content somebody is; `code`: with which dossier, when a button said so. */
  | { kind: 'rating'; level: RatingLevel; code: string | null }
  /** Free words, while free words were asked for. */
  | { kind: 'said'; text: string }
  /** A dossier is to be filed; `words` may name the procedure. */
  | { kind: 'apply'; words: string[] }
  /** What was begun goes on; `code` when a draft was named. */
  | { kind: 'resume'; code: string | null }
  | { kind: 'on_web' }
  /** An answer to a question of a form, as it was typed. */
  | { kind: 'form_reply'; text: string }
  /** A word that steers the filling in; `text` says which answer is to be changed. */
  | { kind: 'form_act'; act: 'back' | 'skip' | 'pause' | 'change' | 'done' | 'review'; text: string }
  | { kind: 'thanks' }
  | { kind: 'greeting' }
  | { kind: 'denunciation' }
  | { kind: 'emergency'; service: EmergencyService }
  | { kind: 'petition' }
  /** `about`: what of a procedure is asked; papers, time and money when absent. */
  | { kind: 'papers'; words: string[]; about?: Aspect }
  /** `words` in their regular form: they may name a procedure that was asked for. */
  | { kind: 'unknown'; words: string[] }
  | { kind: 'photo_without_qr' }
  | { kind: 'photo_unreadable' }
  | { kind: 'sticker' }
  | { kind: 'voice' }
  | { kind: 'location' }
  | { kind: 'file' }
  | { kind: 'other_media' }
  | { kind: 'followed' };

/**
 * What the last message of the office asked for; it decides how a bare number or word is read. `form`: a question of a
 * form with few answers; `form_words`: one to which any words may be the answer.
 */
export interface Listening {
  for: 'anything' | 'six_digits' | 'yes_no' | 'choice' | 'words' | 'form' | 'form_words';
  /** The labels offered, in order; a person may answer by number, label or label without accents. */
  labels: readonly string[];
}

export const listeningForAnything: Listening = { for: 'anything', labels: [] };
