/** Makes elements. Text goes in as text, never as HTML. */

type Child = Node | string | undefined;

/** An element with attributes (an undefined one is left out) and children. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string | undefined>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined) made.setAttribute(key, value);
  }
  made.append(...children.filter((child) => child !== undefined));
  return made;
}

/** A button that looks like a row of a list: keyboard and screen readers know what to do with it. */
export function row(
  attributes: Readonly<Record<string, string | undefined>>,
  act: () => void,
  ...children: readonly Child[]
): HTMLLIElement {
  const button = element(
    'button',
    { ...attributes, type: 'button', class: `row ${attributes.class ?? ''}`.trim() },
    ...children,
  );
  button.addEventListener('click', act);
  return element('li', {}, button);
}
