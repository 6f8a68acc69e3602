import { nearestName } from "./nearest-name.ts";

/** Currencies in use: ISO 4217:2015, list one (SIX, maintenance agency), without the codes of metals and for tests. */
const inUse =
  "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF " +
  "CLF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL " +
  "HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL " +
  "MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON " +
  "RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH " +
  "UGX USD UYU UZS VED VES VND VUV WST XAF XCD XCG XDR XOF XPF YER ZAR ZMW ZWG";

/** Currencies that became the euro (list three), for the evidence of earlier booms. */
const becameEuro = "ATS BEF CYP DEM EEK ESP FIM FRF GRD HRK IEP ITL LTL LUF LVL MTL NLG PTE SIT SKK XEU";

const codes: ReadonlySet<string> = new Set(`${inUse} ${becameEuro}`.split(" "));

/** What people write where the code belongs. */
const signs: Readonly<Record<string, string>> = {
  $: "USD",
  US$: "USD",
  DOLLAR: "USD",
  "€": "EUR",
  EURO: "EUR",
  "£": "GBP",
  "¥": "JPY",
  DM: "DEM",
  RMB: "CNY",
};

/** All known currency codes, in the order of their lists. */
export const currencyCodes: readonly string[] = [...codes];

/**
 * True for a code of ISO 4217 that is in use, or was until its currency became the euro.
 *
 * @example
 * import { isCurrencyCode } from "kreislauf/core";
 * isCurrencyCode("GBP"); // → true
 * isCurrencyCode("XYZ"); // → false
 */
export function isCurrencyCode(text: string): boolean {
  return codes.has(text);
}

/**
 * The code that was probably meant: for a sign or a name of money its code, otherwise the nearest one.
 *
 * @example
 * import { nearestCurrency } from "kreislauf/core";
 * nearestCurrency("€"); // → "EUR"
 * nearestCurrency("usd"); // → "USD"
 */
export function nearestCurrency(text: string): string | undefined {
  const upper = text.toUpperCase();
  return Object.hasOwn(signs, upper) ? signs[upper] : nearestName(text, common.concat(currencyCodes));
}

/** Among codes equally near, the ones people mean most often come first (turnover: BIS, Triennial Survey 2022). */
const common = ["USD", "EUR", "JPY", "GBP", "CNY", "AUD", "CAD", "CHF", "HKD", "SGD"];
