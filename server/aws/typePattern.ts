/** Whether `written`, a resource type or a pattern such as `AWS::Lambda::*`, covers `type`. */
export function coversType(written: string, type: string): boolean {
  return written.endsWith('*') ? type.startsWith(written.slice(0, -1)) : written === type;
}
