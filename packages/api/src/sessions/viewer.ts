/** A logged-in user. */
export interface Viewer {
  id: number;
  email: string;
  name: string;
  role: 'customer' | 'admin';
  sessionId: string;
}
