/** Whether a text holds what is wanted, in capitals or not; all hold nothing. */
export function holds(text: string, wanted: string | undefined): boolean {
  return wanted === undefined || text.toLowerCase().includes(wanted.toLowerCase());
}
