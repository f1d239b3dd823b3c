import { wordSet } from '../wordSet.ts';

/**
 * Names of months as Unicode CLDR 46 has them (long and short, alone and in a date; data under the Unicode licence), in the
 * languages that logs have most, and as they are typed without the signs over their letters.
 */
const NAMES = `
  january february march april may june july august september october november december
  jan feb mar apr jun jul aug sep sept oct nov dec
  januar februar märz maerz mai juni juli oktober dezember jän jänner mär okt dez
  janvier février fevrier mars avril juin juillet août aout septembre octobre novembre décembre janv févr avr juil déc
  enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre ene abr ago dic
  gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre gen mag giu lug set ott
  janeiro fevereiro março marco maio junho julho setembro outubro novembro dezembro fev out
  januari februari maart mei augustus mrt
  ocak şubat subat mart nisan mayıs mayis haziran temmuz ağustos agustos eylül eylul ekim kasım kasim aralık aralik
  styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad grudzień
  stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia
  augusti marts desember
  tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta marraskuuta joulukuuta
  ledna února března dubna května června července srpna září října listopadu prosince
  január február március április május június július augusztus szeptember október
  ianuarie februarie martie aprilie iunie iulie septembrie octombrie noiembrie decembrie
  января февраля марта апреля мая июня июля августа сентября октября ноября декабря
  январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь янв февр апр авг сент окт нояб дек
  січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня
  maret agustus
`;

/** Longest name of a month. */
export const MAX_MONTH = 13;

const MONTHS = wordSet(NAMES);

/** Whether the word from `start` to `end` names a month, in capitals or not. */
export function isMonthAt(text: string, start: number, end: number): boolean {
  return MONTHS.isAt(text, start, end);
}
