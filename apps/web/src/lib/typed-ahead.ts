/**
 * An address is there before its page. Whoever types meanwhile means the page to come: `note` what is typed, and when a page
 * is shown, `take` tells whether that was at its address already, and forgets it.
 */
export function typedAhead() {
  let typedAt = '';
  return {
    note: () => {
      typedAt = window.location.href;
    },
    take: () => {
      const isAhead = typedAt === window.location.href;
      typedAt = '';
      return isAhead;
    },
  };
}
