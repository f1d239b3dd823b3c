import { describeInputLaws } from '../collect/inputLaws.ts';

describeInputLaws(2_000);
