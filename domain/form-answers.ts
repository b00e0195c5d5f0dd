// The answers to a form: plain JSON under the ids of the fields, read and changed by path.

/** What a person answered, under the ids of the fields: plain JSON. What is not answered is absent. */
export type Answer = string | number | boolean | null | Answer[] | { [id: string]: Answer };
export type Answers = { [id: string]: Answer };

/** The answer under a path (`members.0.fullName`); undefined when there is none. */
export function answerAt(answers: Answers, path: string): Answer | undefined {
  let here: Answer | undefined = answers;
  for (const key of path.split('.')) {
    if (Array.isArray(here)) here = /^\d{1,3}$/.test(key) ? here[Number(key)] : undefined;
    else if (isObject(here)) here = Object.hasOwn(here, key) ? here[key] : undefined;
    else return undefined;
  }
  return here;
}

/** The answers with another value under a path; undefined takes it away. Lists and objects on the way are made. */
export function withAnswer(answers: Answers, path: string, value: Answer | undefined): Answers {
  return changed(answers, path.split('.'), value) as Answers;
}

function changed(here: Answer | undefined, [key = '', ...rest]: string[], value: Answer | undefined): Answer {
  const isIndex = /^\d{1,3}$/.test(key);
  if (isIndex) {
    const items = Array.isArray(here) ? [...here] : [];
    const next = rest.length === 0 ? value : changed(items[Number(key)], rest, value);
    if (next === undefined) items.splice(Number(key), 1);
    else items.splice(Math.min(Number(key), items.length), 1, next);
    return items;
  }
  const { [key]: before, ...others } = isObject(here) ? here : {};
  const next = rest.length === 0 ? value : changed(before, rest, value);
  return next === undefined ? others : { ...(isObject(here) ? here : {}), [key]: next };
}

export function isObject(answer: Answer | undefined): answer is { [id: string]: Answer } {
  return typeof answer === 'object' && answer !== null && !Array.isArray(answer);
}
