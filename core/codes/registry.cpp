#include "core/codes/schemes.h"

namespace chayan::codes {
namespace {

// Every scheme is a row; families stand together, the likelier first, which also settles ties in identify().
constexpr Scheme rows[] = {
    {u"S10", judgeS10},
    {u"GS1_AI", judgeGs1Ai, false},
    {u"GS1_SCAN", judgeGs1Scan, false},
    {u"GS1_DL", judgeGs1Dl, false},
    {u"USCC", judgeUscc},
    {u"USCC_ORG", judgeUsccOrg},
    {u"ORGCODE", judgeOrgCode},
    {u"REGNO15", judgeRegNo15},
    {u"IDCARD18", judgeIdCard18},
    {u"ISBN", judgeIsbn},
    {u"ISSN", judgeIssn},
    {u"EAN13", judgeEan13},
    {u"UPCA", judgeUpcA},
    {u"ITF14", judgeItf14},
    {u"SSCC18", judgeSscc18},
    {u"EAN8", judgeEan8},
    {u"FOOD_SC", judgeFoodSc},
    {u"FOOD_JY", judgeFoodJy},
    {u"DRUG_APPROVAL", judgeDrugApproval},
    {u"DRUG_TRACE20", judgeDrugTrace20},
    {u"MD_REG", judgeMdReg},
    {u"MD_FILING", judgeMdFiling},
    {u"COSM_LICENCE", judgeCosmLicence},
    {u"COSM_FILING", judgeCosmFiling},
    {u"COSM_SPECIAL", judgeCosmSpecial},
    {u"CCC16", judgeCcc16},
    {u"PESTICIDE_REG", judgePesticideReg},
    {u"PESTICIDE_UNIT32", judgePesticideUnit32},
    {u"VETDRUG", judgeVetDrug},
    {u"PATENT", judgePatent},
    {u"IPR_CUSTOMS", judgeIprCustoms},
    {u"PUB_CN", judgePubCn},
    {u"GAME_APPROVAL", judgeGameApproval, false},
    {u"VIN", judgeVin},
    {u"IMEI", judgeImei},
    {u"MAC", judgeMac},
    {u"GBT2260_SC", judgeGbt2260Sc},
    {u"WAYBILL_YTO", judgeWaybillYto},
    {u"WAYBILL_JT", judgeWaybillJt},
    {u"WAYBILL_JD", judgeWaybillJd},
    {u"WAYBILL_SF", judgeWaybillSf},
    {u"WAYBILL_ZTO", judgeWaybillZto},
    {u"WAYBILL_STO", judgeWaybillSto},
    {u"WAYBILL_YUNDA", judgeWaybillYunda},
    {u"WAYBILL_CNPOST", judgeWaybillCnPost},
    {u"HS", judgeHs},
    {u"TRADEMARK", judgeTrademark},
};

}  // namespace

std::span<const Scheme> registry() {
    return rows;
}

}  // namespace chayan::codes
