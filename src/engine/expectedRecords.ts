/** A first guess at how many records so many bytes hold; room is made for them, and more when it is too low. */
export function expectedRecords(bytes: number): number {
  return Math.ceil(bytes / 1500);
}
