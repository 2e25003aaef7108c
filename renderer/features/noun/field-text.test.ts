import { describe, expect, it } from 'vitest';
import { fieldOf } from '../../../shared/domain/noun.ts';
import { compute } from '../../../shared/domain/compute.ts';
import { fieldText, quantityText, resourcesText, roundedText } from './field-text.ts';

const definition = compute as never as Parameters<typeof fieldOf>[0];
const text = (key: string, value: unknown, record: Record<string, unknown> = {}, names: Record<string, string> = {}) =>
  fieldText(fieldOf(definition, key).meta, value, record, names);

describe('fieldText', () => {
  it('shows memory in the unit that reads best and never without one', () => {
    expect(text('statedMemoryMb', 384 * 1024)).toBe('384 GB');
    expect(text('statedMemoryMb', 512)).toBe('512 MB');
  });

  it('shows money with the currency of its row', () => {
    expect(text('monthlyCost', '1250.5', { currency: 'EUR' })).toBe('1,250.50 EUR');
    expect(text('monthlyCost', '1250.5')).toBe('1,250.50');
  });

  it('shows the label of a choice and the name of a reference', () => {
    expect(text('state', 'maintenance')).toBe('Maintenance');
    expect(text('deviceTypeId', 'x1', {}, { x1: 'Dell R640' })).toBe('Dell R640');
    expect(text('deviceTypeId', 'x2')).toBe('x2');
  });

  it('shows nothing for null', () => {
    expect(text('owner', null)).toBe('');
  });
});

describe('resourcesText', () => {
  it('names what a bare amount would leave open', () => {
    expect(resourcesText({ cores: 4, memory: 16 * 1024, nvme: 100, gpu: 1 })).toBe(
      '4 cores · 16 GB · 100 GB storage · 1 GPU',
    );
  });

  it('gives what does not come out even in the larger unit and exactly: 12902 / 1024 = 12.6', () => {
    expect(resourcesText({ memory: 12_902, nvme: 1234 })).toBe('12.6 GB (12,902 MB) · 1.2 TB (1,234 GB) storage');
  });
});

describe('quantityText', () => {
  it('groups counts', () => {
    expect(quantityText(12_000, 'count')).toBe('12,000');
  });
});

describe('roundedText', () => {
  it('rounds what does not come out even: 266076 MB / 1024 = 259.84, 1234 GB / 1000 = 1.234', () => {
    expect(roundedText(266_076, 'MB')).toBe('259.8 GB');
    expect(roundedText(8192, 'MB')).toBe('8 GB');
    expect(roundedText(500, 'MB')).toBe('500 MB');
    expect(roundedText(1234, 'GB')).toBe('1.2 TB');
    expect(roundedText(64, 'cores')).toBe('64');
  });
});
