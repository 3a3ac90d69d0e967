/** Somebody who is logged in. */
export interface Viewer {
  id: number;
  email: string;
  name: string;
  role: 'customer' | 'admin';
  sessionId: string;
}
