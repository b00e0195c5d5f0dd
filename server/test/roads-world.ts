// A ward whose applicant has a telephone with Zalo on it: notices that go by template, SMS or paper, and what became of them.

import { makePerson, messagesOf } from '@motcua/zalo-sim/people';
import type { DossierView } from '../src/dossiers/schema.ts';
import type { FailedList, ToTellList } from '../src/notices/schema.ts';
import { setTemplate } from '../src/notices/templates.ts';
import { type ChatWorld, createChatWorld } from './chat-world.ts';
import type { Client } from './client.ts';

export type Resident = ReturnType<typeof makePerson>;

export interface RoadsWorld extends ChatWorld {
  hoa: Client;
  /** Whoever has the number that given dossiers are filed with. */
  resident: Resident;
  /** Chooses a template of the street for every kind of notice. */
  withTemplate(): Promise<void>;
  /** Does something at the desk that the applicant must be told; the job of the notice waits. */
  ask(dossierId: string, action?: object): Promise<void>;
  /** A dossier for which that was done, after everything that follows. */
  asked(): Promise<{ id: string; code: string }>;
  /** The dispatches of a dossier, oldest first. */
  dispatchesOf(dossierId: string): Promise<{ road: string; state: string; resent: number }[]>;
  /** The template messages on the applicant's telephone. */
  cards(): { to: string | null; text: string }[];
  toTell(): Promise<ToTellList>;
  failed(): Promise<FailedList>;
}

export const residentNumber = '84912000999';

const mapping = [
  'ten_khach_hang=applicantName',
  'ma_ho_so=code',
  'ten_thu_tuc=procedureName',
  'co_quan=officeName',
  'trang_thai=status',
  'thoi_gian=toldAt:hh:mm dd/mm/yyyy',
  'ma_tra_cuu=code',
];
/** Its reason must never leave by a telephone number. */
const supplement = {
  type: 'request_supplement',
  items: [
    { target: { kind: 'field', field: 'birthplace' }, label: 'Nơi sinh', reason: 'Còn thiếu nơi sinh.' },
  ],
  sectorGround: null,
};

export async function createRoadsWorld(): Promise<RoadsWorld> {
  const world = await createChatWorld();
  const { street } = world.running;
  const hoa = await world.signInAs('hoa');
  const resident = makePerson(street, { name: 'Nguyễn Thị Ẩn', phone: `+${residentNumber}` });
  const roads: RoadsWorld = {
    ...world,
    hoa,
    resident,
    async later(minutes) {
      await world.later(minutes);
      // Nobody has to sign in anew because time passes.
      await world.owner.query('update session set created_at = $1, last_used_at = $1', [
        world.ctx.clock.now(),
      ]);
    },
    async withTemplate() {
      const ref = { tenantId: world.tenantId, oaId: world.oaId };
      const verdict = await setTemplate(world.ctx, ref, {
        kind: '*',
        templateId: '410001',
        wanted: mapping,
      });
      if (verdict.kind === 'bad') throw new Error(verdict.sentences.join('\n'));
    },
    async ask(dossierId, action = supplement) {
      for (const each of [{ type: 'claim' }, action]) {
        const { version } = (await hoa.get<DossierView>(`/dossiers/${dossierId}`)).body;
        const reply = await hoa.post(`/dossiers/${dossierId}/actions`, { version, action: each });
        if (reply.status !== 200) throw new Error(JSON.stringify(reply.body));
      }
    },
    async asked() {
      const dossier = await world.givenIntake();
      await roads.ask(dossier.id);
      await world.settle();
      return dossier;
    },
    async dispatchesOf(dossierId) {
      const { rows } = await world.owner.query<{ road: string; state: string; resent: number }>(
        `select p.road, p.state, p.resent from dispatch p join notice n on n.id = p.notice_id
          where n.dossier_id = $1 order by p.planned_at, p.id`,
        [dossierId],
      );
      return rows;
    },
    cards: () =>
      messagesOf(street, resident.id).flatMap(({ content }) =>
        content.kind === 'template' ? [{ to: content.to, text: JSON.stringify(content) }] : [],
      ),
    toTell: async () => (await hoa.get<ToTellList>('/notices/to-tell')).body,
    failed: async () => (await hoa.get<FailedList>('/notices/failed')).body,
  };
  return roads;
}
