/** How Java calls the props of aws-cdk-lib: like Python, it does not keep runs of capitals (`enforceSsl`). */
import { camelCase, snakeCase, withCapitals } from './cdkPython.ts';

/** What a prop is called in TypeScript: `enforceSsl` → `enforceSSL`; those that Java reserves end with `Value`. */
export function propOfJava(name: string): string {
  const own = name.replace(/^(assert|else|enum|interface|package|public)Value$/, '$1');
  return camelCase(snakeCase(own));
}

/** What a prop is called in Java: `enforceSSL` → `enforceSsl`. */
export function javaProp(name: string): string {
  return withCapitals(snakeCase(name)).replace(/_$/, '');
}

/** The method that reads a property: `loadBalancer` → `getLoadBalancer`. */
export function javaGetter(name: string): string {
  const prop = javaProp(name);
  return `get${prop.charAt(0).toUpperCase()}${prop.slice(1)}`;
}

/** The property that a method reads, if its name says so; `Fn.getAzs` is a function. */
export function propOfJavaGetter(method: string): string | undefined {
  if (!/^get(?!Azs$)[A-Z]/.test(method)) return undefined;
  return propOfJava(method.charAt(3).toLowerCase() + method.slice(4));
}
