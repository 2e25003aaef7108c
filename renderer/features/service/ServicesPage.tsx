import { NounPage } from '../noun/NounPage.tsx';
import { nounScreen } from '../noun/noun-screen.ts';

const SERVICES = nounScreen('service');

export function ServicesPage() {
  return <NounPage screen={SERVICES} />;
}
