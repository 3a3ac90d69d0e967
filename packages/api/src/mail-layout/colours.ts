/** The colours of mails and documents: those of the same names in packages/ui/src/theme, as neither knows its variables. */
export const colours = {
  ink: '#1d1b18',
  'ink-2': '#5f5a52',
  paper: '#fdfcfa',
  card: '#fff',
  wash: '#f5f2ec',
  line: '#e7e2d9',
  accent: '#14614a',
  'accent-ink': '#fff',
  'logo-flame': '#ffc861',
} as const;
