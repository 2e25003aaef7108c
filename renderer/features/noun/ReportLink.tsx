import { Button } from '@mantine/core';
import { IconReport } from '@tabler/icons-react';

/** To what is shown here as it lies on paper. */
export function ReportLink({ href }: { href: string }) {
  return (
    <Button component="a" variant="default" href={href} leftSection={<IconReport size="1rem" aria-hidden />}>
      Report
    </Button>
  );
}
