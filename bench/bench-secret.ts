/** From which the server of the bench makes its links, and whoever answers there finds them. */
export const benchSecret = 'a secret of the bench, 32 letters';
