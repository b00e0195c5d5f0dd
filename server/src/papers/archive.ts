// The archive of one dossier: papers, scans, events and a list of checksums in one package that can be checked without us.

import { createHash } from 'node:crypto';
import { isEnded } from '@motcua/domain/dossier';
import { chainStart, ledgerText } from '@motcua/domain/ledger';
import { maskedIdentity } from '@motcua/domain/receipt';
import type { Context } from '../platform/context.ts';
import type { Caller } from '../platform/http.ts';
import { Problem } from '../platform/problem.ts';
import { type ZipFile, zipOf } from '../platform/zip.ts';
import { scansOf } from './archive-scans.ts';
import { openSubject, paperToSet, readPerson, type Subject, slipToSet } from './gather.ts';
import { fileNameOf, setOrSayBusy } from './print.ts';
import { insertPrint, listPrints, type NewPrint } from './store.ts';

const mark = 'Bản lưu trong gói hồ sơ';

/**
 * The package as ZIP. As long as nothing new happens to the dossier it is the same, byte for byte. Written down as a
 * print of this officer. Refused when the chain of the ledger does not hold: what is kept for years must be true.
 */
export async function archiveOf(
  ctx: Context,
  caller: Caller,
  dossierId: string,
): Promise<{ file: Buffer; fileName: string }> {
  const at = ctx.clock.now();
  const { subject, orders, scans, told } = await ctx.database.tenant(caller.tenantId, async (tx) => {
    const subject = await openSubject(tx, caller, dossierId);
    const { dossier, papers } = subject;
    const orders = [];
    for (const kept of papers)
      orders.push({
        name: `${String(kept.seq).padStart(4, '0')}-${fileNameOf(kept.kind, kept.seq, dossier.code)}`,
        order: await paperToSet(ctx, tx, subject, kept, { mark, size: 'a4' }),
      });
    if (dossier.receivedAt !== null)
      orders.push({
        name: fileNameOf('control_slip', dossier.version, dossier.code),
        order: await slipToSet(ctx, tx, subject, mark),
      });
    const { person, identityNumber } = await readPerson(ctx, tx, dossier);
    const identity = identityNumber === null ? null : maskedIdentity(identityNumber);
    const prints = (await listPrints(tx, dossierId)).filter(({ kind }) => kind !== 'archive');
    const scans = await scansOf(ctx, tx, caller, subject, at);
    return { subject, orders, scans, told: { dossier, applicant: { ...person, identity }, prints } };
  });
  const events = eventFiles(caller.tenantId, subject);
  const files: ZipFile[] = [];
  for (const { name, order } of orders)
    files.push({ name: `giay-to/${name}`, data: await setOrSayBusy(order) });
  files.push(...scans, ...events, jsonFile('ho-so.json', told), textFile('DOC-TRUOC.txt', readMe));
  files.push(jsonFile('MUC-LUC.json', manifestOf(caller.tenantId, subject, files)));
  files.push(textFile('SHA256SUMS', files.map(({ name, data }) => `${sha256(data)}  ${name}\n`).join('')));
  const file = await zipOf(files, subject.history.at(-1)?.at ?? at);
  await writeDown(ctx, caller, subject, at);
  return { file, fileName: `ho-so-${subject.dossier.code ?? dossierId}.zip` };
}

/** One file for each event, whose SHA-256 is the hash that the next one names: `sha256sum` alone checks the chain. */
function eventFiles(tenantId: string, { dossier, ledger }: Subject): ZipFile[] {
  let previous = chainStart;
  return ledger.map(({ recorded, prevHash, hash }) => {
    const data = Buffer.from(ledgerText(tenantId, dossier.id, recorded, prevHash));
    if (prevHash !== previous || sha256(data) !== hash)
      throw new Problem(
        'not_possible_now',
        'Sổ cái của hồ sơ này không khớp với mã kiểm tra nên chưa lưu trữ được. Xin báo quản trị chạy lệnh kiểm tra sổ cái.',
      );
    previous = hash;
    return { name: `so-cai/${String(recorded.seq).padStart(4, '0')}.json`, data };
  });
}

function manifestOf(tenantId: string, { dossier, ledger, history }: Subject, files: readonly ZipFile[]) {
  return {
    format: 'motcua-archive/1',
    tenantId,
    dossierId: dossier.id,
    code: dossier.code,
    procedure: { code: dossier.procedureCode, name: dossier.procedureName },
    status: dossier.status,
    ended: isEnded(dossier.status),
    events: ledger.length,
    until: history.at(-1)?.at ?? null,
    chainHead: ledger.at(-1)?.hash ?? chainStart,
    files: files.map(({ name, data }) => ({ path: name, bytes: data.length, sha256: sha256(data) })),
  };
}

async function writeDown(ctx: Context, caller: Caller, { dossier }: Subject, at: string): Promise<void> {
  const { agencyId, officerId, tenantId } = caller;
  await ctx.database.tenant(tenantId, async (tx) => {
    const kind = 'archive';
    const prints = await listPrints(tx, dossier.id);
    const before = prints.filter((print) => print.kind === kind && print.seq === dossier.version);
    const print: NewPrint = {
      id: ctx.newId(),
      agencyId,
      dossierId: dossier.id,
      kind,
      seq: dossier.version,
      copy: before.length + 1,
      detail: null,
      officerId,
      at,
    };
    // Whoever takes the package out at the same moment may have taken this copy's number: the next one is free.
    if (!(await insertPrint(tx, print))) await insertPrint(tx, { ...print, copy: print.copy + 1 });
  });
}

function sha256(data: Buffer): string {
  return createHash('sha256').update(data).digest('hex');
}

function jsonFile(name: string, value: unknown): ZipFile {
  return textFile(name, `${JSON.stringify(value, null, 2)}\n`);
}

function textFile(name: string, text: string): ZipFile {
  return { name, data: Buffer.from(text) };
}

const readMe = `GÓI LƯU TRỮ MỘT HỒ SƠ

giay-to/     các giấy tờ của hồ sơ, PDF/A
ban-chup/    bản chụp giấy tờ đã nhận: mã giấy tờ và lần nộp; sổ cái ghi mã SHA-256 của từng tệp
so-cai/      các sự kiện của hồ sơ, mỗi sự kiện một tệp, theo thứ tự
ho-so.json   hồ sơ, người nộp và các lượt in khi lập gói
MUC-LUC.json danh mục tệp với mã SHA-256, và mã cuối của sổ cái (chainHead)
SHA256SUMS   mã SHA-256 của mọi tệp

Kiểm tra, không cần mạng và không cần phần mềm đã lập gói:
  sha256sum -c SHA256SUMS

Mã SHA-256 của mỗi tệp trong so-cai/ chính là mã của sự kiện đó. Tệp sau ghi mã của tệp trước ở mục "prevHash";
tệp đầu ghi 64 số 0; mã của tệp cuối là chainHead. Sửa, bớt hoặc chen một sự kiện thì chuỗi này đứt.
`;
