import type { Detector } from './detector.ts';
import address from './detectors/address.ts';
import au_abn from './detectors/au_abn.ts';
import au_acn from './detectors/au_acn.ts';
import au_medicare from './detectors/au_medicare.ts';
import au_tfn from './detectors/au_tfn.ts';
import bic from './detectors/bic.ts';
import br_cnpj from './detectors/br_cnpj.ts';
import br_cpf from './detectors/br_cpf.ts';
import ca_sin from './detectors/ca_sin.ts';
import coordinates from './detectors/coordinates.ts';
import credit_card from './detectors/credit_card.ts';
import crypto from './detectors/crypto.ts';
import date_of_birth from './detectors/date_of_birth.ts';
import de_id_card from './detectors/de_id_card.ts';
import de_tax_id from './detectors/de_tax_id.ts';
import driver_license from './detectors/driver_license.ts';
import email from './detectors/email.ts';
import es_nie from './detectors/es_nie.ts';
import es_nif from './detectors/es_nif.ts';
import fi_personal_identity_code from './detectors/fi_personal_identity_code.ts';
import fr_nir from './detectors/fr_nir.ts';
import iban from './detectors/iban.ts';
import in_aadhaar from './detectors/in_aadhaar.ts';
import in_pan from './detectors/in_pan.ts';
import ip_address from './detectors/ip_address.ts';
import it_fiscal_code from './detectors/it_fiscal_code.ts';
import kr_rrn from './detectors/kr_rrn.ts';
import mac_address from './detectors/mac_address.ts';
import nl_bsn from './detectors/nl_bsn.ts';
import passport from './detectors/passport.ts';
import person from './detectors/person.ts';
import phone from './detectors/phone.ts';
import pl_pesel from './detectors/pl_pesel.ts';
import se_personnummer from './detectors/se_personnummer.ts';
import secret from './detectors/secret.ts';
import sg_nric_fin from './detectors/sg_nric_fin.ts';
import tr_national_id from './detectors/tr_national_id.ts';
import uk_nhs from './detectors/uk_nhs.ts';
import uk_nino from './detectors/uk_nino.ts';
import url from './detectors/url.ts';
import us_itin from './detectors/us_itin.ts';
import us_ssn from './detectors/us_ssn.ts';
import username from './detectors/username.ts';
import za_id_number from './detectors/za_id_number.ts';

/** Every detector there is, the one with the strictest proof first: where two claim the same text, the earlier wins. */
export const DETECTORS: readonly Detector[] = [
  secret,
  crypto,
  credit_card,
  iban,
  fr_nir,
  it_fiscal_code,
  br_cnpj,
  fi_personal_identity_code,
  za_id_number,
  kr_rrn,
  sg_nric_fin,
  es_nie,
  es_nif,
  br_cpf,
  tr_national_id,
  de_tax_id,
  pl_pesel,
  se_personnummer,
  uk_nino,
  in_pan,
  in_aadhaar,
  us_ssn,
  us_itin,
  uk_nhs,
  au_medicare,
  au_abn,
  au_tfn,
  au_acn,
  ca_sin,
  nl_bsn,
  de_id_card,
  passport,
  driver_license,
  bic,
  email,
  mac_address,
  ip_address,
  coordinates,
  date_of_birth,
  phone,
  username,
  address,
  person,
  url,
];
