// The indicators of Thông tư 01/2018/TT-VPCP that are computed and not asked: 1, 2, 6, 8 and 9, from what is known.

export interface IndicatorFacts {
  /** Of the dossiers that ended: how they compare with the term. */
  ended: { early: number; onTime: number; late: number };
  /** Opinions of other agencies that were answered, and those of them that were late or never came. */
  opinions: { asked: number; late: number };
  /** Procedures offered, and those of them that at least one dossier reached through the network. */
  procedures: { offered: number; online: number };
  dossiers: { filed: number; online: number; onlineLate: number };
  /** Complaints and proposals, and those answered in time; null while this office keeps none here. */
  voices: { received: number; inTime: number } | null;
}

export interface Indicator {
  number: 1 | 2 | 6 | 8 | 9;
  name: string;
  /** Null where nothing is known to judge by. */
  points: 0 | 1 | 2 | null;
  /** From what it was reckoned, or what is missing. */
  why: string;
}

export function computedIndicators(facts: IndicatorFacts): Indicator[] {
  return [
    wholeTime(facts),
    otherAgencies(facts),
    {
      number: 6,
      name: 'Công khai thủ tục hành chính',
      points: facts.procedures.offered > 0 ? 1 : null,
      why:
        facts.procedures.offered > 0
          ? `${facts.procedures.offered} thủ tục công khai trên mạng; chưa ghi nhận việc niêm yết tại trụ sở nên tính 1 điểm.`
          : 'Chưa có thủ tục nào được công khai.',
    },
    voices(facts),
    online(facts),
  ];
}

/** 2 when most end early, 1 when they end in time, 0 when one in ten is late. */
function wholeTime({ ended: { early, onTime, late } }: IndicatorFacts): Indicator {
  const all = early + onTime + late;
  const points = all === 0 ? null : late * 10 > all ? 0 : early * 2 > all ? 2 : 1;
  const why =
    all === 0
      ? 'Chưa có hồ sơ nào có kết quả trong kỳ.'
      : `${all} hồ sơ: ${early} sớm, ${onTime} đúng hẹn, ${late} trễ.`;
  return { number: 1, name: 'Thời gian giải quyết so với quy định', points, why };
}

function otherAgencies({ opinions: { asked, late } }: IndicatorFacts): Indicator {
  const points = asked === 0 ? null : late === 0 ? 2 : late * 10 <= asked ? 1 : 0;
  const why =
    asked === 0
      ? 'Trong kỳ không phải lấy ý kiến cơ quan khác.'
      : `${asked} lần lấy ý kiến, ${late} lần trễ hoặc không trả lời.`;
  return { number: 2, name: 'Thời gian của từng cơ quan tham gia', points, why };
}

function voices({ voices: known }: IndicatorFacts): Indicator {
  const name = 'Tiếp thu, giải trình phản ánh, kiến nghị';
  if (known === null || known.received === 0)
    return { number: 8, name, points: null, why: 'Chưa có phản ánh, kiến nghị nào đến hạn trả lời.' };
  const { received, inTime } = known;
  const points = inTime === received ? 2 : inTime * 10 >= received * 9 ? 1 : 0;
  return { number: 8, name, points, why: `Trả lời đúng hạn ${inTime} trên ${received}.` };
}

/** 2: a fifth of the procedures and three tenths of the dossiers, none late; 1: from 15 % of the dossiers. */
function online({ procedures, dossiers }: IndicatorFacts): Indicator {
  const { filed, online: through, onlineLate } = dossiers;
  const name = 'Tiến độ, chất lượng dịch vụ công trực tuyến';
  if (filed === 0) return { number: 9, name, points: null, why: 'Chưa có hồ sơ nào trong kỳ.' };
  const wide = procedures.online * 5 >= procedures.offered && through * 10 >= filed * 3;
  const points = wide && onlineLate === 0 ? 2 : through * 100 >= filed * 15 ? 1 : 0;
  const why = `${through} trên ${filed} hồ sơ nộp qua mạng, ${procedures.online} trên ${procedures.offered} thủ tục; ${onlineLate} hồ sơ qua mạng trễ.`;
  return { number: 9, name, points, why };
}
